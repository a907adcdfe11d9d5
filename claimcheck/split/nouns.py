"""Where a noun phrase begins, and where a list or a phrase is over, told from tags."""

import re

from claimcheck.split.clauses import Stretch, last_word
from claimcheck.split.languages import Rules
from claimcheck.split.tokens import Token

__all__ = [
    "FRONTED",
    "NOMINAL",
    "THAN",
    "Place",
    "ends_as_plural",
    "is_bare",
    "noun_phrase_before",
    "phrase_stop",
    "sets_off_age",
]

FRONTED = frozenset({"prep", "sub", "ing", "pp", "adv", "to"})  # what stands in front of a subject, up to a comma
NOMINAL = frozenset({"noun", "name", "num"})
THAN = frozenset({"than", "als"})  # "more than half"
Place = tuple[tuple[Stretch, ...], Stretch, Stretch | None]  # a modifier: its nouns, itself, what to take out for it

_MARKS = frozenset(",;:–—")
_INSIDE = frozenset({"noun", "name", "adj", "num", "pp", "adv"})
_LONGEST = 12  # tokens


def ends_as_plural(noun: str) -> bool:
    """Whether an English noun ends as one of several does: "pumps", not "bus"."""
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is"))


def noun_phrase_before(tokens: list[Token], start: int, end: int, rules: Rules) -> Stretch | None:
    """The noun phrase that ends right before ``end``; None where none does or it leaves open what it means."""
    last = last_word(tokens, start, end)
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
            break
        if one.word == "per" and tokens[begin].word == "cent":  # "58 per cent"
            begin -= 1
            continue
        if one.tag == "conj" and begin - 2 >= start and tokens[begin - 2].tag == tokens[begin].tag == "adj":
            begin -= 1  # "a blue and white flag"
            continue
        if one.tag not in _INSIDE and one.text not in '"“”„-&$€£':
            break
        begin -= 1
    while begin < last and (
        (not tokens[begin].is_word and tokens[begin].text not in '"“„$€£') or tokens[begin].tag == "adv"
    ):
        begin += 1
    phrase = tokens[begin : last + 1]
    if re.match(r"(?:who|what|that|there|he|she|it|they|we|i|you)['’]", tokens[last].word):
        return None
    if all(token.word in rules.not_speakers | rules.pronouns for token in phrase):
        return None
    if tokens[last].word == "whole" and begin > start and tokens[begin - 1].word == "as":  # "the country as a whole"
        return None
    return begin, end


def is_bare(tokens: list[Token], head: Stretch) -> bool:
    """Whether a noun phrase is one noun or number, so that it means any of its kind: "bottles that …"."""
    start, end = head
    return end - start == 1 and tokens[start].tag in {"noun", "num"}


def phrase_stop(tokens: list[Token], quoted: list[bool], at: int, end: int) -> int:
    """Where a stretch that begins at ``at`` is over: at a mark that no list runs across, else at the end."""
    depth = 0
    for j in range(at, end):
        depth += (tokens[j].text == "(") - (tokens[j].text == ")")
        if depth < 0:
            return j
        if tokens[j].word in _MARKS and not depth and quoted[j] == quoted[at] and not _listed(tokens, j, end):
            return j
    return end


def _listed(tokens: list[Token], comma: int, end: int) -> bool:
    """Whether a comma parts the members of a list: "doctors, lawyers, and officers"."""
    if tokens[comma].text != ",":
        return False
    if sets_off_age(tokens, comma, end) or _before_year(tokens, comma, end):
        return True
    if (
        comma + 1 < end and tokens[comma - 1].tag == "adj" == tokens[comma + 1].tag
    ):  # "a wealthy, well-connected clientele"
        return True
    if comma + 1 < end and tokens[comma + 1].tag == "conj":
        return (
            comma + 2 < end
            and tokens[comma + 2].tag in NOMINAL | {"adj", "art"}
            and not _verb_soon(tokens, comma + 2, end)
        )
    limit = min(end, comma + 6)
    for j in range(comma + 1, limit):
        if tokens[j].tag not in NOMINAL | {"adj", "art", "conj"} and tokens[j].text != ",":
            return False
        if tokens[j].tag == "conj" or tokens[j].text == ",":
            return j > comma + 1 and (tokens[j].tag == "conj" or _listed(tokens, j, end))
    return False


def sets_off_age(tokens: list[Token], comma: int, end: int) -> bool:
    """Whether a comma only sets off an age or a home: "identified as Ann Lee, 34, of Leeds"."""
    ages = [j for j in (comma + 1, comma - 1) if j < end and tokens[j].text.isdigit() and len(tokens[j].text) == 2]
    if not ages:
        return False
    if ages[0] == comma + 1:
        return tokens[comma - 1].tag == "name" and (comma + 2 >= end or tokens[comma + 2].text in {",", ")"})
    return tokens[comma - 2].text == "," and comma + 1 < end and tokens[comma + 1].word in {"of", "from", "aus"}


def _before_year(tokens: list[Token], comma: int, end: int) -> bool:
    """Whether a comma only parts a day from its year: "by May 1, 2013"."""
    year = tokens[comma + 1].text if comma + 1 < end else ""
    return len(year) == 4 and year.isdigit() and tokens[comma - 1].text.isdigit() and len(tokens[comma - 1].text) < 3


def _verb_soon(tokens: list[Token], at: int, end: int) -> bool:
    for token in tokens[at : min(end, at + 5)]:
        if token.tag in {"fin", "rel", "sub"}:
            return token.tag == "fin"
    return False
