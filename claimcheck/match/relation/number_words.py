"""The words for numbers in German and English: counts, scales, fractions, multiples."""

from functools import cache

__all__ = [
    "ARTICLES",
    "EACH",
    "PARTS",
    "SCALES",
    "SCALES_BY_LANGUAGE",
    "SPANS",
    "TIMES",
    "VAGUE",
    "number_of",
    "number_words",
]

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
SCALES_BY_LANGUAGE = {
    "de": {"billion": 1e12, "trillion": 1e18}, "en": {"billion": 1e9, "trillion": 1e12, "grand": 1e3},
}  # fmt: skip
SPANS = {
    "fortnight": (14, "day"), "fortnights": (14, "day"), "viertelstunde": (15, "minute"),
    "dreiviertelstunde": (45, "minute"), "vierteljahr": (3, "month"), "dreivierteljahr": (9, "month"),
    "dreiviertelstunden": (45, "minute"), "vierteljahrhundert": (25, "year"), "half-hour": (30, "minute"),
    "quarter-century": (25, "year"), "half-century": (50, "year"),
}  # fmt: skip
"""Words for so many of a unit of time."""
PARTS = {
    "half": 1 / 2, "hälfte": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "drittel": 1 / 3, "quarter": 1 / 4,
    "quarters": 1 / 4, "viertel": 1 / 4, "fifth": 1 / 5, "fifths": 1 / 5, "fünftel": 1 / 5, "sixth": 1 / 6,
    "sixths": 1 / 6, "sechstel": 1 / 6, "eighth": 1 / 8, "eighths": 1 / 8, "achtel": 1 / 8, "tenth": 1 / 10,
    "tenths": 1 / 10, "zehntel": 1 / 10, "hundredth": 1 / 100, "hundertstel": 1 / 100,
}  # fmt: skip
PARTS |= {f"{name}n": part for name, part in PARTS.items() if name.endswith("tel")}
EACH = {
    "zweite": 2, "dritte": 3, "vierte": 4, "fünfte": 5, "sechste": 6, "siebte": 7, "achte": 8, "neunte": 9,
    "zehnte": 10, "zwanzigste": 20, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "tenth": 10,
    "other": 2, "seventh": 7, "eighth": 8, "ninth": 9, "twentieth": 20, "elfte": 11, "zwölfte": 12, "hundertste": 100,
    "hundredth": 100,
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
    "halbiert": 0.5, "halbierte": 0.5, "doubling": 2, "verdoppeln": 2, "verdoppelung": 2, "verdopplung": 2,
    "tripling": 3, "trebled": 3, "verdreifachen": 3, "quadruple": 4, "vervierfachen": 4, "vervierfachte": 4,
    "quintupled": 5,
    "verfünffacht": 5, "verfünffachte": 5, "verzehnfacht": 10, "verzehnfachte": 10, "halve": 0.5, "halving": 0.5,
    "halves": 0.5, "halbieren": 0.5, "halbierung": 0.5, "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5,
    "tenfold": 10, "thrice": 3, "verdreifachung": 3, "verdreifachten": 3, "verdoppelten": 2, "triples": 3, "trebles": 3,
    "treble": 3, "quadruples": 4, "quadrupling": 4, "vervierfachung": 4, "sixfold": 6,
    "halbierten": 0.5,
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
    words |= {f"{german[few]}tausend": 1000.0 * few for few in range(10, 20)}
    for ten, ours in enumerate(_GERMAN_TENS.split(), start=2):
        words[f"{ours}tausend"] = 10_000.0 * ten
    tens = {word: value for word, value in words.items() if value in range(1, 100) and "-" not in word}
    for few, head in enumerate(("", *german[2:10]), start=1):
        words |= {f"{head}hundert{word}": 100.0 * few + value for word, value in tens.items() if word not in english}
    words |= {f"{few}einhalb": value + 0.5 for value, few in enumerate(german[1:13], start=1)}
    words |= {"anderthalb": 1.5, "eineinviertel": 1.25, "zweier": 2.0, "dreier": 3.0, "nought": 0.0}
    words |= {"einhundert": 100.0, "eintausend": 1000.0, "zehntausend": 1e4, "hunderttausend": 1e5, "dreissig": 30.0}
    return words


def number_of(word: str) -> float:
    """What figures or a word count; 0 for what counts nothing.

    >>> number_of("64"), number_of("Zehn"), number_of("m²")
    (64.0, 10.0, 0.0)
    """
    return float(word) if word.isdecimal() else number_words().get(word.lower(), 0.0)
