"""Constituents of a German clause, read forwards: a noun phrase with its genitives, what stands before the verb."""

from claimcheck.split.cutting.attached import attaches
from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import words
from claimcheck.split.words.given_names import GIVEN
from claimcheck.split.words.quotes import CLOSING_MARKS, OPENING_MARKS
from claimcheck.split.words.tokens import CURRENCY, Token

__all__ = ["count_objects", "first_constituent", "is_when", "noun_phrase", "past_genitive", "with_title"]

_ATTRIBUTE = 8  # tokens from an article to the participle before its noun
_BRACKET = 8  # tokens of what stands in brackets behind a noun
_ALONE = frozenset({"ihm", "ihn", "ihnen", "uns", "mir", "mich", "dir", "dich", "euch"})
_SINCE = frozenset({"seit", "bis", "ab", "vor", "nach"})
_DESCRIBED = frozenset({"noun", "adj", "name", "num"})
_TITLE = 6  # tokens of a name in quotation marks, with them
_ADVERBIAL = ("lich", "weise", "mals", "zeitig")
_SOMEONE = words("niemand jemand nichts alles keiner keine jeder alle viele einige wenige beide mehrere manche")


def is_when(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a number says when by itself: "wurden 2020 rund 300 Tiere getötet"."""
    return at + 1 < end and tokens[at].is_year and tokens[at + 1].tag not in {"noun", "name", "adj"}


def first_constituent(tokens: list[Token], start: int, end: int, rules: Rules) -> int | None:
    """Where the first constituent of a clause is over, with genitives and what belongs to it; None if not plain."""
    at = start
    if at >= end or tokens[at].text in OPENING_MARKS | {"("}:
        return None
    if tokens[at].word in {"er", "sie", "es", "man", "wir", "ich"}:
        return at + 1
    attributed = _attributed(tokens, at, end, rules)
    if (
        not attributed
        and tokens[at].word in rules.pronouns | {"das", "dies", "man", "wir", "ich", "es"}
        and tokens[at + 1].tag
        not in {
            "noun",
            "adj",
            "name",
        }
    ):
        return at + 1
    led = at + 1 < end and tokens[at + 1].tag == "art" and tokens[at].word.endswith(_ADVERBIAL)
    if tokens[at].tag == "adv" and (tokens[at].word in rules.deictics or led):
        return at + 1  # "plötzlich eine Gruppe kam"
    points = tokens[at].word in rules.demonstratives and at + 2 < end and tokens[at + 1].is_year
    if points or is_when(tokens, at, end):
        return at + 1  # "als dieser 2010 Berater suchte"
    if [token.word for token in tokens[at : at + 2]] == ["bis", "zu"] and tokens[min(at + 2, end - 1)].tag == "num":
        at += 2  # "bis zu 40 Prozent"
    prepositional = tokens[at].tag == "prep"
    at += prepositional
    if prepositional and tokens[at - 1].word in _SINCE and tokens[at].is_year and not tokens[at + 1].capital:
        return at + 1  # "seit 2010 drei Schulen"
    someone = tokens[at].word in _SOMEONE and at + 1 < end and tokens[at + 1].tag not in _DESCRIBED
    phrase = attributed or (at + 1 if someone else _phrase(tokens, at, end))
    if phrase is None:
        return noun_phrase(tokens, start, end, rules) if not tokens[start].tag else None
    at = phrase
    while at + 1 < end:
        genitive = tokens[at].word in rules.genitives and tokens[at].tag == "art"
        weak = tokens[at].word == "der" and tokens[at + 1].tag == "adj" and tokens[at + 1].word.endswith("e")
        genitive = genitive and not weak  # "nach der Dauer der alte Name": another noun, in the nominative
        attached = tokens[at].word == "gegen" and at > phrase  # "der Preis für den Schutz gegen Feuer"
        if not prepositional and not attached and tokens[at].tag == "prep":
            belongs = attaches(tokens, start, at, end, rules)
            if belongs is None:
                return None
            attached = belongs
        joined = tokens[at].word in {"und", "oder", "sowie"}
        if tokens[at].text == "(":  # "die Mehrheit (33 Prozent)"
            shut = next((j for j in range(at, min(end, at + _BRACKET)) if tokens[j].text == ")"), None)
            if shut is None:
                return None
            at = shut + 1
            continue
        if (named := with_title(tokens, at, end)) > at:
            at = named
            continue
        once = tokens[at].word == "eines" and tokens[at + 1].word in {"tages", "abends", "morgens", "nachts"}
        genitive = genitive and not once  # "dass das Verfahren eines Tages …"
        this = tokens[at].word in {"dieses", "seines", "ihres"} and tokens[at + 1].word.endswith("s")
        genitive = genitive or this or _bare_genitive(tokens, at, end) > 0
        further = _phrase(tokens, at + (attached or joined), end) if genitive or attached or joined else None
        if further is None and attached and tokens[at + 1].is_word:
            return None  # "für private Waffenbesitzer Kriminelle nicht davon abhält"
        if further is None:
            break
        at = further
    return at if at <= end else None


def _attributed(tokens: list[Token], at: int, end: int, rules: Rules) -> int | None:
    """Where a noun phrase with a participle that has its own phrase is over: "einige | in Linz geplante Drehtage"."""
    opens = tokens[at].tag in {"art", "num"} or tokens[at].word in _SOMEONE
    if not opens or at + 1 >= end or tokens[at + 1].tag != "prep":
        return None
    for j in range(at + 3, min(end - 1, at + _ATTRIBUTE)):
        token = tokens[j]
        if not token.is_word or token.tag in {"fin", "conj", "sub", "rel"}:
            return None
        formed = token.word.endswith(rules.participle_endings) and token.tag in {"adj", "pp"} and not token.capital
        if formed and not _plain(token.word, rules) and tokens[j + 1].tag in {"noun", "name"}:
            return _phrase(tokens, j, end)
    return None


def _plain(word: str, rules: Rules) -> bool:
    """Whether an adjective only looks like a participle: "alte"."""
    stem = word[:-2] if word.endswith(("en", "er", "es", "em")) else word.removesuffix("e")
    return stem in rules.plain_adjectives


def with_title(tokens: list[Token], at: int, end: int) -> int:
    """Where a noun phrase that ends before ``at`` is over with a name in quotation marks: "das Lokal „Zum Anker“"."""
    opens = 0 < at < end - 1 and tokens[at].text in OPENING_MARKS and tokens[at - 1].tag in {"noun", "name"}
    if not opens or not tokens[at + 1].capital:
        return at
    return next((j + 1 for j in range(at + 1, min(end, at + _TITLE)) if tokens[j].text in CLOSING_MARKS), at)


def _bare_genitive(tokens: list[Token], at: int, end: int) -> int:
    """How many adjectives and a noun carry on a noun phrase, in words: "eine Serie eindeutiger Fotos"; 0 for none."""
    stop = at
    while (
        stop + 1 < end and tokens[stop].tag == "adj" and tokens[stop].word.endswith("er") and not tokens[stop].capital
    ):
        stop += 1
    carries = stop > at and tokens[stop].tag == "noun" and tokens[at - 1].tag == "noun"
    return stop + 1 - at if carries else 0


def count_objects(tokens: list[Token]) -> int:
    """How many noun phrases stand in no other: none of "auf den Stand der Technik", one of "die Räume im Hof"."""
    found = 0
    inside = False  # behind a preposition, or in a genitive
    for at, token in enumerate(tokens):
        genitive = token.tag == "art" and token.word in {"des", "der", "eines"} and at and tokens[at - 1].tag == "noun"
        if token.tag == "prep" or genitive:
            inside = True
        elif token.tag in {"noun", "name"} and (at + 1 == len(tokens) or tokens[at + 1].tag not in {"noun", "name"}):
            found += not inside
            inside = False
    return found


def past_genitive(tokens: list[Token], at: int, end: int) -> int:
    """Where a noun phrase that ends before ``at`` is over with what is plainly a genitive: "die Kerne | zweier Sterne".

    "der Stadt" may also be whom something is given.
    """
    opens = at + 1 < end and (tokens[at].word in {"des", "eines"} or _bare_genitive(tokens, at, end) > 0)
    stop = _phrase(tokens, at, end) if opens else None
    return stop or at


def _phrase(tokens: list[Token], start: int, end: int) -> int | None:
    """Where a noun phrase is over: words before a noun, then nouns and names."""
    at = start
    if at < end and tokens[at].word in _ALONE:
        return at + 1
    while (
        at < end
        and not tokens[at].capital
        and tokens[at].tag in {"art", "adj", "num", "adv", "pp", "pro", ""}
        and tokens[at].is_word
    ):
        at += 1
        if at - start > 5:
            return None
    while at < end and tokens[at].text[:1].isdigit() and not tokens[at].capital:
        at += 1
    nouns = at
    while at < end and (tokens[at].tag in {"noun", "name"} or tokens[at].capital) and tokens[at].is_word:
        named = at > nouns and tokens[at].tag == "noun" and tokens[at - 1].word in GIVEN
        if named and at + 1 < end and tokens[at + 1].text[:1].isdigit():
            break  # "dass der kleine Miguel Größe 8 hat"
        if at > nouns and tokens[at].word in {"anfang", "ende", "mitte"}:
            break  # "dass das Werk Ende Mai schließt"
        at += 1
    while nouns < at < end and tokens[at].text in CURRENCY:
        at += 1  # "350 Millionen £"
    if at > nouns and at + 1 < end and tokens[at].text.isdigit() and tokens[at - 1].tag == "name":
        at += not tokens[at + 1].capital and len(tokens[at].text) < 3  # "dass Radio 3 vorn liegt"
    run = tokens[nouns:at]
    two = len(run) > 1 and tokens[start].tag in {"art", "adj"} and run[0].tag == run[1].tag == "noun"
    beside = len(run) > 1 and run[-1].tag == "noun" and run[-2].tag == "name"
    beside = beside and (run[-1].word.endswith(("en", "ern")) or (run[0].tag == "noun" and tokens[start].tag == "art"))
    several = tokens[start].word == "die" and any(
        one.tag == "noun" and one.word.endswith("en") for one in run[:-1]
    )  # "dass die Firmen Geld verlangen", "die Staaten China helfen"
    if beside or several or (two and run[1].word.endswith(("en", "er", "e"))):
        return None  # "verwies das Unternehmen Investoren auf": a name, or what the verb is done to
    return at if at > nouns else None


def noun_phrase(tokens: list[Token], start: int, end: int, rules: Rules) -> int | None:
    """Where a noun phrase that begins at ``start`` is over, genitives with it; None where that is not plain."""
    at = start
    if at < end and tokens[at].word in rules.pronouns and not tokens[at].capital:
        return at + 1
    described = at + 1 < end and tokens[at + 1].capital and tokens[at].word.endswith("e") and not tokens[at].capital
    if described and tokens[at].word not in rules.determiners | rules.prepositions | rules.adverbs | rules.pronouns:
        at += 1  # "westliche Staaten"
    if at < end and (tokens[at].word in rules.determiners or tokens[at].text[:1].isdigit()):
        while at < end and tokens[at].is_word and not tokens[at].capital:
            at += 1
    if at >= end or not tokens[at].capital:
        return None
    at += 1
    at += _bare_genitive(tokens, at, end)  # "der Eintritt virtueller Anbieter"
    while at < end and tokens[at].word in rules.genitives:
        while at < end and tokens[at].is_word and not tokens[at].capital:
            at += 1
        at = min(at + 1, end)
    return at if at < end and not tokens[at].capital else None
