"""Where a noun phrase begins, and where a list or a phrase is over, told from tags."""

import re

from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import words
from claimcheck.split.languages.en_nouns import STATES, STATES_SHORT
from claimcheck.split.words.quotes import QUOTE_MARKS
from claimcheck.split.words.stretches import Stretch, last_word
from claimcheck.split.words.tokens import CURRENCY, Token

__all__ = [
    "FRONTED",
    "NOMINAL",
    "THAN",
    "Place",
    "begins_surname",
    "ends_as_plural",
    "in_title",
    "is_bare",
    "noun_phrase_before",
    "phrase_stop",
    "says_where",
    "sets_off_age",
]

FRONTED = frozenset({"prep", "sub", "ing", "pp", "adv", "to"})  # what stands in front of a subject, up to a comma
NOMINAL = frozenset({"noun", "name", "num"})
THAN = frozenset({"than", "als"})  # "more than half"
Place = tuple[tuple[Stretch, ...], Stretch, Stretch | None]  # a modifier: its nouns, itself, what to take out for it

_CLOSING = frozenset('"”')
_TITLES = frozenset("\"“”'‘’")
_MARKS = frozenset(",;:–—")
_NOBLE = frozenset({"de", "di", "du", "del", "van", "le", "la", "el", "al", "dos"})  # small words that begin surnames
_INSIDE = frozenset({"noun", "name", "adj", "num", "pp", "adv"})
_PLURALS = frozenset({"men", "women", "people", "children", "police", "feet", "teeth", "cattle"})
_SINGULARS = words("series species news politics lens gas bias atlas canvas chaos christmas kansas texas")
_INITIALS = re.compile(r"[A-Z](?:\.[A-Z])*")
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
_IN_NAMES = frozenset({"de", "von", "van", "du", "bin", "al", "la", "der"})
_ABBREVIATED = frozenset(
    {"st", "mt", "ft", "gov", "sen", "rep", "dr", "mr", "mrs", "gen"}
)  # in names, with a full stop
_MEASURE = 7  # tokens within which a measure says where a place lies
_LENGTHS = words("mile miles kilometre kilometres kilometer kilometers km yards metres meters")
_TOWARDS = words("north south east west northeast northwest southeast southwest from outside away off inland")
_LONGEST = 12  # tokens


def ends_as_plural(noun: str) -> bool:
    """Whether an English noun ends as one of several does, or is known as one: "pumps", "police", not "bus"."""
    if noun in _PLURALS:
        return True
    one = noun.endswith(("ss", "us", "is")) or noun in _SINGULARS
    return noun.endswith("s") and not one


def noun_phrase_before(tokens: list[Token], start: int, end: int, rules: Rules) -> Stretch | None:
    """The noun phrase that ends right before ``end``; None where none does or it leaves open what it means."""
    last = last_word(tokens, start, end)
    if tokens[last].word in rules.auxiliaries and tokens[last].word.endswith(("n't", "n’t")):
        return None  # "house values isn't" is none
    if last < start or tokens[last].tag not in {"noun", "name", "num", "adj", ""} or not tokens[last].is_word:
        return None
    begin = last
    while begin > start and end - begin < _LONGEST:
        one = tokens[begin - 1]
        if one.word in {"most", "least"} and begin - 2 >= start and tokens[begin - 2].tag == "art":
            begin -= 1  # "the most awaited prize"
            continue
        if one.tag == "art" or one.word in rules.determiners:
            begin -= 1
            begin -= one.word == "former" and begin > start and tokens[begin - 1].tag == "art"  # "a former clerk"
            break
        if one.word == "per" and tokens[begin].word == "cent":  # "58 per cent"
            begin -= 1
            continue
        joined = one.tag == "conj" or one.text == ","
        if joined and begin - 2 >= start and tokens[begin - 2].tag == tokens[begin].tag == "adj":
            begin -= 1  # "a blue and white flag", "a small, quiet town"
            continue
        inside_name = one.word in _IN_NAMES or one.word == "of" or (one.tag == "prep" and one.capital)
        if inside_name and begin - 2 >= start and tokens[begin - 2].capital and tokens[begin].capital:
            begin -= 1  # "Ann de Wit", "Lamps Across Leeds"
            continue
        if not one.tag and one.is_word and "-" in one.word:  # "an anti-royal family"
            begin -= 1
            continue
        short = tokens[begin - 2] if begin - 2 >= start and one.text == "." else None
        if short and short.capital and (short.word in _ABBREVIATED or _INITIALS.fullmatch(short.text)):
            begin -= 2  # "St. Peter", "the U.S. Mint", "Ann B. Lee"
            continue
        if one.tag not in _INSIDE and one.text not in f'"“”„‘’-&{CURRENCY}':
            break
        begin -= 1
    title = _title_around(tokens, start, begin, end) if rules.subject_first else None
    if title is not None:
        return title
    while begin < last and (
        (not tokens[begin].is_word and tokens[begin].text not in f'"“„{CURRENCY}') or tokens[begin].tag == "adv"
    ):
        begin += 1
    phrase = tokens[begin : last + 1]
    if re.match(r"(?:who|what|that|there|he|she|it|they|we|i|you)['’]", tokens[last].word):
        return None
    if all(token.word in rules.not_speakers or token.word in rules.pronouns for token in phrase):
        return None
    if tokens[last].word == "whole" and begin > start and tokens[begin - 1].word == "as":  # "the country as a whole"
        return None
    return begin, end


def _title_around(tokens: list[Token], start: int, begin: int, end: int) -> Stretch | None:
    """The title in quotation marks that ends before ``end``, of which a phrase is the last part: "“Trams in Leeds”"."""
    if tokens[end - 1].text not in _TITLES or begin < 2 or tokens[begin - 1].text in _TITLES:
        return None
    opens = next(
        (at for at in range(begin - 1, max(start, end - _LONGEST) - 1, -1) if tokens[at].text in _TITLES), None
    )
    whole = opens is not None and tokens[opens + 1].capital and all(t.is_word for t in tokens[opens + 1 : begin])
    return (opens, end) if whole and opens is not None else None


def is_bare(tokens: list[Token], head: Stretch) -> bool:
    """Whether a noun phrase is one noun or number, so that it means any of its kind: "bottles that …"."""
    start, end = head
    start += end - start > 1 and tokens[start].text == '"'
    return end - start == 1 and tokens[start].tag in {"noun", "num"}


def phrase_stop(tokens: list[Token], quoted: list[bool], at: int, end: int) -> int:
    """Where a stretch that begins at ``at`` is over: at a mark that no list runs across, else at the end."""
    depth = 0
    for j in range(at, end):
        depth += (tokens[j].text == "(") - (tokens[j].text == ")")
        if depth < 0:
            return j
        inside = tokens[j].text == "," and j + 2 < end and tokens[j + 1].text in _CLOSING and quoted[j] != quoted[at]
        if inside and not depth and not quoted[j + 2]:
            return j + 2  # "author of “The Sea,” told": its comma stands before the closing mark
        if tokens[j].word in _MARKS and not depth and quoted[j] == quoted[at] and not _listed(tokens, j, end):
            return j
    return end


def _listed(tokens: list[Token], comma: int, end: int) -> bool:
    """Whether a comma parts the members of a list: "doctors, lawyers, and officers"."""
    if tokens[comma].text != ",":
        return False
    if sets_off_age(tokens, comma, end) or _before_year(tokens, comma, end):
        return True
    if _sets_off_state(tokens, comma, end) or _sets_off_score(tokens, comma, end):
        return True
    if (
        comma + 1 < end and tokens[comma - 1].tag == "adj" == tokens[comma + 1].tag
    ):  # "a wealthy, well-connected clientele"
        return True
    if _awaits_noun(tokens, comma, end):
        return True
    if comma + 1 < end and tokens[comma + 1].tag == "conj":
        subject = comma + 2 < end and tokens[comma + 2].tag in {"art", "name", "noun", "pro"}
        denied = not subject or any(token.word == "not" for token in tokens[max(0, comma - 8) : comma])
        if tokens[comma + 1].word == "but" and tokens[comma - 1].tag not in {"adj", "adv"} and not denied:
            return False
        return (
            comma + 2 < end
            and tokens[comma + 2].tag in NOMINAL | {"adj", "art"}
            and not _verb_soon(tokens, comma + 2, end)
        )
    limit = min(end, comma + 6)
    for j in range(comma + 1, limit):
        named = tokens[j].capital and tokens[j].tag in {"", "fin", "inf", "pp"}  # a name that the tagger does not know
        if tokens[j].tag not in NOMINAL | {"adj", "art", "conj"} and tokens[j].text != "," and not named:
            return False
        if tokens[j].tag == "conj" or tokens[j].text == ",":
            return j > comma + 1 and (tokens[j].tag == "conj" or _listed(tokens, j, end))
    return False


def _awaits_noun(tokens: list[Token], comma: int, end: int) -> bool:
    """Whether an English comma parts two words before a noun: "of famously lazy, spoiled only sons"."""
    if comma + 1 >= end or tokens[comma - 1].tag != "adj" or tokens[comma + 1].tag != "pp":
        return False
    at = comma - 1
    while at > 0 and tokens[at].tag in {"adj", "adv"}:
        at -= 1
    after = next((j for j in range(comma + 2, end) if tokens[j].tag not in {"adj", "adv", "num"}), comma)
    return tokens[at].word in {"of", "a", "an", "two", "three"} and tokens[after].tag == "noun"


def sets_off_age(tokens: list[Token], comma: int, end: int) -> bool:
    """Whether a comma only sets off an age or a home: "identified as Ann Lee, 34, of Leeds"."""
    ages = [j for j in (comma + 1, comma - 1) if j < end and tokens[j].text.isdigit() and len(tokens[j].text) == 2]
    if not ages:
        return False
    if ages[0] == comma + 1:
        return tokens[comma - 1].tag == "name" and (comma + 2 >= end or tokens[comma + 2].text in {",", ")"})
    return tokens[comma - 2].text == "," and comma + 1 < end and tokens[comma + 1].word in {"of", "from", "aus"}


def _sets_off_state(tokens: list[Token], comma: int, end: int) -> bool:
    """Whether a comma stands before or behind the state of a town: "in Salem, Mass., on", "from Perry, Maine, on"."""
    last = comma - 1 - (tokens[comma - 1].text == ".")
    for at in (comma + 1, last if _leads_on(tokens, comma, end) else end):
        if not 1 < at < end or tokens[at - 1].text != "," or not tokens[at - 2].capital or not tokens[at].capital:
            continue
        short = at + 1 < len(tokens) and tokens[at + 1].text == "."
        if tokens[at].word in (STATES_SHORT if short else STATES):
            return True
    return False


def _sets_off_score(tokens: list[Token], comma: int, end: int) -> bool:
    """Whether a comma stands before or behind the score of a match: "beat Leeds, 2-0, on Monday"."""
    return any(
        1 < at < end and tokens[at - 1].text == "," and _SCORE.fullmatch(tokens[at].text) is not None
        for at in (comma + 1, comma - 1 if _leads_on(tokens, comma, end) else end)
    )


def _leads_on(tokens: list[Token], comma: int, end: int) -> bool:
    """Whether a preposition stands behind a comma, so that the phrase before it goes on."""
    return comma + 1 < end and tokens[comma + 1].tag == "prep"


def _before_year(tokens: list[Token], comma: int, end: int) -> bool:
    """Whether a comma only parts a day from its year: "by May 1, 2013"."""
    year = comma + 1 < end and tokens[comma + 1].is_year
    day, month = tokens[comma - 1].text, tokens[comma - 1].capital and tokens[comma - 2].word in {"of", "in"}
    return year and (month or (day.isdigit() and len(day) < 3))


def _verb_soon(tokens: list[Token], at: int, end: int) -> bool:
    for token in tokens[at : min(end, at + 5)]:
        if token.tag in {"fin", "rel", "sub"}:
            return token.tag == "fin"
    return False


def begins_surname(tokens: list[Token], at: int, stop: int) -> bool:
    """Whether a small word begins a surname: "de" of "Thomas de Boer"."""
    return tokens[at].word in _NOBLE and at + 1 < stop and tokens[at + 1].capital


def says_where(tokens: list[Token], stretch: Stretch) -> bool:
    """Whether a measure says where a place lies: "15 kilometres to the north of Leeds", "about 20 miles from York"."""
    said = [token.word for token in tokens[stretch[0] : min(stretch[1], stretch[0] + _MEASURE)]]
    unit = next((at for at, word in enumerate(said) if word in _LENGTHS), 0)
    counted = unit > 0 and said[unit - 1][:1].isdigit() and unit < 3
    return counted and not _TOWARDS.isdisjoint(said[unit + 1 :])


def in_title(tokens: list[Token], start: int, at: int, end: int) -> bool:
    """Whether a word stands in a name in quotation marks: "der Gruppe „Wir sind Ort“"."""
    before, behind = tokens[start:at], tokens[at:end]
    return all(any(token.text in QUOTE_MARKS for token in part) for part in (before, behind))
