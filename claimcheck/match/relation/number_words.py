"""The words for numbers in German and English: counts, scales, fractions, multiples."""

from functools import cache

__all__ = ["ARTICLES", "EACH", "PARTS", "SCALES", "SCALES_BY_LANGUAGE", "TIMES", "VAGUE", "number_words"]

_ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_GERMAN = (
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn"
    " achtzehn neunzehn"
)
_GERMAN_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"
ARTICLES = {"ein", "one", "a", "an", "eine", "einen", "einer", "einem", "eines"}
SCALES = {
    "hundred": 1e2, "hundert": 1e2, "dozen": 12, "dutzend": 12, "thousand": 1e3, "tausend": 1e3, "tsd": 1e3,
    "million": 1e6, "millions": 1e6, "millionen": 1e6, "mio": 1e6, "milliarde": 1e9, "milliarden": 1e9, "mrd": 1e9,
    "bn": 1e9, "billionen": 1e12, "trillionen": 1e18, "billiarde": 1e15, "billiarden": 1e15,
}  # fmt: skip
SCALES_BY_LANGUAGE = {"de": {"billion": 1e12, "trillion": 1e18}, "en": {"billion": 1e9, "trillion": 1e12}}
PARTS = {
    "half": 1 / 2, "hälfte": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "drittel": 1 / 3, "quarter": 1 / 4,
    "quarters": 1 / 4, "viertel": 1 / 4, "fifth": 1 / 5, "fifths": 1 / 5, "fünftel": 1 / 5, "tenth": 1 / 10,
    "tenths": 1 / 10, "zehntel": 1 / 10,
}  # fmt: skip
EACH = {
    "zweite": 2, "dritte": 3, "vierte": 4, "fünfte": 5, "sechste": 6, "siebte": 7, "achte": 8, "neunte": 9,
    "zehnte": 10, "zwanzigste": 20, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "tenth": 10,
}  # fmt: skip
VAGUE = {
    "dozens": 24,
    "dutzende": 24,
    "dutzenden": 24,
    "scores": 40,
    "hundreds": 200,
    "hunderte": 200,
    "hunderten": 200,
    "thousands": 2000,
    "tausende": 2000,
    "tausenden": 2000,
    "zehntausende": 2e4,
    "zehntausenden": 2e4,
    "hunderttausende": 2e5,
    "hunderttausenden": 2e5,
}
"""The least that a vague plural stands for."""
TIMES = {
    "doubled": 2, "double": 2, "doubles": 2, "verdoppelt": 2, "verdoppelte": 2, "doppelt": 2, "twice": 2, "tripled": 3,
    "triple": 3, "verdreifacht": 3, "verdreifachte": 3, "quadrupled": 4, "vervierfacht": 4, "halved": 0.5,
    "halbiert": 0.5, "halbierte": 0.5,
}  # fmt: skip


@cache
def number_words() -> dict[str, float]:
    """Numbers by their word, German and English: up to ninety-nine, the hundreds, a few more."""
    english, german = _ENGLISH.split(), _GERMAN.split()
    words = {word: float(value) for small in (english, german) for value, word in enumerate(small)}
    for ten, (theirs, ours) in enumerate(zip(_ENGLISH_TENS.split(), _GERMAN_TENS.split(), strict=True), start=2):
        words |= {theirs: 10.0 * ten, ours: 10.0 * ten}
        for one in range(1, 10):
            words[f"{theirs}-{english[one]}"] = words[f"{german[one]}und{ours}"] = 10.0 * ten + one
    for few in range(2, 10):
        words[f"{german[few]}hundert"] = 100.0 * few
        words[f"{german[few]}tausend"] = 1000.0 * few
    words |= {"anderthalb": 1.5, "eineinhalb": 1.5, "zweieinhalb": 2.5, "dreieinhalb": 3.5}
    words |= {"zweier": 2.0, "dreier": 3.0}
    words |= {"einhundert": 100.0, "eintausend": 1000.0, "zehntausend": 1e4, "hunderttausend": 1e5, "dreissig": 30.0}
    return words
