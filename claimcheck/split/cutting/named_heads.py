"""Names and titles that an English relative clause tells of, and what does not belong to them."""

from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import words
from claimcheck.split.languages.en_nouns import SPELLS
from claimcheck.split.languages.en_participles import NAMED
from claimcheck.split.words.nouns import ends_as_plural, is_bare, noun_phrase_before
from claimcheck.split.words.stretches import Stretch
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["SUMS", "of_named", "whole_name", "without_day"]

_APART = frozenset({",", "–", "—", "-"})
_IN_BODIES = frozenset({"for", "in", "at"})  # inside a body's name, or before its place
_SMALL = frozenset({"prep", "conj", "art", "to"})  # words that a title writes small
SUMS = words("fact figure number total rate move step decision claim sum feat record trend result level share price")
_TITLE = 12  # tokens


def of_named(tokens: list[Token], start: int, head: Stretch, rules: Rules) -> Stretch:
    """The name that an apposition describes whose relative clause this is: "Ann Lee, a clerk who works in York".

    Or the one noun that no other means: "saw gold, a metal that never rusts".
    """
    comma = head[0] - 1
    if comma - 1 < start or tokens[comma].text not in _APART or tokens[head[0]].tag != "art":
        return head
    inside = range(start, comma)
    told = any(is_finite(tokens, at, rules) or tokens[at].text == "," for at in inside)
    if tokens[start].tag == "prep" and not told:
        return head  # "On Monday, a man who had robbed a bank was caught"
    named = noun_phrase_before(tokens, start, comma, rules)
    if named is None or (not tokens[comma - 1].capital and not _is_stuff(tokens, named, head, rules)):
        return head
    return (named[0], comma)


def _is_stuff(tokens: list[Token], named: Stretch, head: Stretch, rules: Rules) -> bool:
    """Whether one noun is named and not something that was told: "saw gold, a metal", not "without delay, a feat"."""
    noun, before = tokens[named[1] - 1], tokens[named[0] - 1]
    led = before.tag in {"prep", "inf"} or is_finite(tokens, named[0] - 1, rules)
    led = led and before.word not in rules.negations
    several = ends_as_plural(noun.word) and not noun.word.endswith("ics")
    return led and is_bare(tokens, named) and not several and tokens[head[1] - 1].word not in SUMS


def whole_name(tokens: list[Token], start: int, head: Stretch, rules: Rules) -> Stretch:
    """A body's name with all that stands in it: "the Center for Coastal Rights in York, which".

    Before a place it is one only with its "for" or its noun for a body: not "the Pope in York, which".
    """
    begin, bodily = head[0], False
    named = next((at for at in range(head[1] - 1, max(start, head[1] - _TITLE), -1) if tokens[at].word in NAMED), None)
    if named is not None and named + 1 < begin and tokens[named + 1].capital:
        small = (token for token in tokens[named + 1 : begin] if not token.capital)
        return (
            (named + 1, head[1]) if all(token.tag in _SMALL for token in small) else head
        )  # "called The Way to Leeds"
    while begin - 2 >= start and tokens[begin - 1].word in _IN_BODIES:
        if not (tokens[begin].capital and tokens[begin - 2].capital):
            return head
        wider = noun_phrase_before(tokens, start, begin - 1, rules)
        if wider is None:
            return head
        nouns = rules.body_words | rules.body_nouns
        bodily = bodily or tokens[begin - 1].word == "for" or any(each.word in nouns for each in tokens[slice(*wider)])
        if tokens[wider[0]].word in rules.definite:
            return (wider[0], head[1]) if bodily else head
        begin = wider[0]
    return head


def without_day(tokens: list[Token], head: Stretch, rules: Rules) -> Stretch:
    """A noun phrase without the day at its end: "an agreement on Friday evening that will …" is of the agreement."""
    link = next((at for at in range(head[1] - 1, head[0], -1) if tokens[at].tag == "prep"), None)
    times = rules.weekdays.keys() | rules.months.keys() | rules.moments | rules.time_words
    inner = tokens[link + 1 : head[1]] if link is not None else []
    timed = bool(inner) and all(token.word in times or token.word in SPELLS or token.text.isdigit() for token in inner)
    return (head[0], link) if link is not None and timed else head
