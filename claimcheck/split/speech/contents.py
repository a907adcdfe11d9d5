"""What is said, set right where a frame takes too much or too little of it, where the subject comes first: English.

"told the court the shops were vital": the court hears it. "said the ban “does not hit her”": the ban belongs to it.
"""

from claimcheck.split.cutting.own_clauses import own_clause
from claimcheck.split.languages import Rules
from claimcheck.split.speech.frame import Frame
from claimcheck.split.words.quotes import SPOKEN_MARKS
from claimcheck.split.words.stretches import Stretch
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["begins_with_predicate", "content_of", "only_wished"]

_HEARER = 8  # tokens in which the one ends who hears it


def content_of(tokens: list[Token], frame: Frame, rules: Rules) -> tuple[Stretch, ...]:
    """The stretches of what a frame says is said: without who hears it, with the subject in front of a quotation."""
    if not rules.subject_first or not frame.content:
        return frame.content
    first, *others = frame.content
    if first[0] == frame.cue[1] and tokens[frame.cue[0]].word in rules.needs_hearer:
        first = (_behind_hearer(tokens, *first, rules), first[1])
    elif (
        first[0] > frame.cue[1]
        and tokens[first[0]].text in SPOKEN_MARKS
        and begins_with_predicate(tokens, *first, rules)
    ):
        between = (frame.cue[1] + (tokens[frame.cue[1]].word in rules.that), first[0])
        first = (between[0], first[1]) if _is_subject(tokens, *between, rules) else first
    elif first[0] > frame.cue[1] and tokens[first[0]].text in SPOKEN_MARKS:
        begin = _clause_before(tokens, frame.cue[1], first[0], rules)
        first = (begin, first[1]) if begin is not None else first
    return (first, *others)


def only_wished(tokens: list[Token], stretch: Stretch, rules: Rules) -> bool:
    """Whether what is said is only wished for: "asked that the order be lifted" tells of no order that is lifted."""
    if not rules.subject_first:
        return False
    start, end = stretch
    verb = next((at for at in range(start, end) if is_finite(tokens, at, rules)), end)
    bare = next((at for at in range(start + 1, verb) if tokens[at].tag == "inf"), None)
    return bare is not None and not any(tokens[at].tag == "to" or not tokens[at].is_word for at in range(start, bare))


def begins_with_predicate(tokens: list[Token], start: int, end: int, rules: Rules) -> bool:
    """Whether a quotation has no subject of its own: "“does not affect” the yard"."""
    at = start + (tokens[start].text in SPOKEN_MARKS)
    if at + 1 >= end:
        return False
    told = tokens[at].word in rules.auxiliaries or tokens[at].tag in {"fin", "pp"}
    asks = tokens[at].word in rules.auxiliaries and tokens[at + 1].tag in {"pro", "art", "name"}
    return told and not asks and not tokens[at].capital


def _behind_hearer(tokens: list[Token], start: int, end: int, rules: Rules) -> int:
    """Where what is said begins behind a noun phrase for who hears it; ``start`` where none stands there."""
    if tokens[start].tag not in {"art", "name"} and not tokens[start].capital:
        return start
    for at in range(start + 1, min(end - 1, start + _HEARER)):
        if is_finite(tokens, at, rules) or not tokens[at].is_word or tokens[at].tag in {"rel", "sub", "conj", "prep"}:
            return start
        opens = tokens[at].tag in {"art", "pro"} or tokens[at].word in rules.pronouns
        if opens and tokens[at - 1].tag in {"noun", "name"} and own_clause(tokens, at, end, rules):
            return at
    return start


def _clause_before(tokens: list[Token], start: int, quote: int, rules: Rules) -> int | None:
    """Where a clause begins that a quotation only ends: "said there was “a lot of noise” in the yard"; else None."""
    inside = range(start, quote)
    if not any(is_finite(tokens, at, rules) for at in inside) or any(tokens[at].text in ",;:" for at in inside):
        return None
    told = tokens[start - 1].word in rules.needs_hearer
    begin = _behind_hearer(tokens, start, quote + 1, rules) if told else start
    return begin if begin > start or own_clause(tokens, start, quote + 1, rules) else None


def _is_subject(tokens: list[Token], start: int, end: int, rules: Rules) -> bool:
    """Whether a noun phrase and no verb stands there, with no mark in it."""
    inside = tokens[start:end]
    nominal = any(token.tag in {"noun", "name", "pro"} for token in inside)
    marked = any(token.text in ",;:" for token in inside)
    return nominal and not marked and not any(is_finite(tokens, at, rules) for at in range(start, end))
