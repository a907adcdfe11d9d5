"""Relative clauses of a language that sets them off with a comma: German. Each goes with the noun it belongs to."""

from dataclasses import dataclass, replace
from typing import Literal

from claimcheck.split.clauses import SHORTEST, Unit
from claimcheck.split.languages import Rules
from claimcheck.split.nouns import is_bare
from claimcheck.split.tokens import Token
from claimcheck.split.verbs import is_finite

__all__ = ["Kind", "Segment", "droppable", "relative_clause", "two_relatives"]

Kind = Literal["main", "goes_on", "relative", "separable", "bound", "fragment"]


@dataclass(slots=True)
class Segment:
    """What stands between two marks, and what it is to the sentence."""

    start: int
    end: int
    kind: Kind
    mark: str  # what stands before it


def relative_clause(tokens: list[Token], segments: list[Segment], at: int, rules: Rules) -> Unit | None:
    """A relative clause with the noun phrase it belongs to; None where that cannot be told."""
    segment = segments[at]
    noun = segment.start - 2  # before the comma
    if noun < 0 or at == 0 or segments[at - 1].kind == "relative":
        return None
    while noun > segments[at - 1].start and tokens[noun].text in '”“"»«)':
        noun -= 1
    last = segment.start - 1
    if noun > segments[at - 1].start and tokens[noun].tag in {"pp", "inf", "izu", "sep"}:  # "hat … vorgeschlagen, der"
        while noun > segments[at - 1].start and tokens[noun].tag in {"pp", "inf", "izu", "sep", "fin", "to"}:
            noun -= 1
        while noun > segments[at - 1].start and tokens[noun].text in '”“"»«)':
            noun -= 1
        last = noun + 1
    begin = noun
    while begin > segments[at - 1].start and tokens[begin].is_word and tokens[begin].word not in rules.determiners:
        if is_finite(tokens, begin, rules) or tokens[begin].word in rules.prepositions:
            begin += 1
            break
        begin -= 1
    if tokens[begin].word in rules.prepositions or (begin < noun and is_finite(tokens, begin, rules)):
        begin += 1  # "…“, sagte Meier, der"
    counted = [at for at in range(begin + 1, noun) if tokens[at].text[:1].isdigit()]
    begin = counted[-1] if counted and tokens[begin].tag != "art" else begin
    if begin == noun and tokens[noun].text[:1].isdigit():  # "einer Untersuchung von 2019, die"
        while begin > segments[at - 1].start and tokens[begin - 1].tag in {"prep", "noun", "adj", "art"}:
            begin -= 1
            if tokens[begin].tag == "art":
                break
    word = tokens[segment.start + (tokens[segment.start].word in rules.prepositions)].word
    counts = tokens[begin].tag == "num" or tokens[begin].text[:1].isdigit()
    if counts and (tokens[begin].text[:1].isdigit() or word in rules.singulars):
        begin = _wider(tokens, segments[at - 1].start, begin)
    vague = tokens[begin].word.startswith("ein") and segment.end - segment.start <= SHORTEST + 1
    if begin == noun and tokens[begin].tag == "name" and tokens[begin - 1].word in rules.place_words:
        begin = _wider(tokens, segments[at - 1].start, begin)  # "einer Pension in Linz, die"
    led_by = tokens[begin - 1].word if begin > segments[at - 1].start else ""  # "nördlich vom See, auf die"
    if {tokens[begin].word, led_by} & rules.agreement.get(word, frozenset()):
        return None
    if any(token.word in rules.negations for token in tokens[begin:noun]):
        return None
    if vague or begin > noun or not (tokens[noun].capital or tokens[noun].text[:1].isdigit()) or noun - begin > 10:
        return None
    if is_bare(tokens, (begin, last)):
        return None
    stretches = ((begin, last), (segment.start, segment.end))
    parts = (stretches[0], ", ", stretches[1])
    return Unit(stretches, parts=parts, presupposed=True, complete=False)


def _wider(tokens: list[Token], start: int, begin: int) -> int:
    """Where the noun phrase begins that ends in a measure: "zwei Männer im Alter von 21 Jahren, die"."""
    at = begin
    while at > start and tokens[at - 1].tag in {"prep", "conj", "num", "noun", "adj", "art"}:
        at -= 1
        if tokens[at].tag == "art":
            break
    while at < begin and tokens[at].tag in {"prep", "conj"}:
        at += 1
    return at if any(token.tag == "noun" for token in tokens[at:begin]) else begin


def two_relatives(tokens: list[Token], unit: Unit, rules: Rules) -> list[Unit]:
    """A relative clause as two where "und" joins two that each have their verb: "das es plant und die Stadt baut"."""
    head, (start, end) = unit.stretches
    subject = tokens[start + 1].word in rules.nominatives  # "wo er sich überschlug und liegen blieb": it is shared
    for at in range(start + SHORTEST, end - SHORTEST):
        plural = tokens[at - 1].tag == "inf" and tokens[end - 2].tag != "inf"
        final = is_finite(tokens, end - 1, rules) or (tokens[end - 1].tag == "pp" and is_finite(tokens, at - 1, rules))
        both = (is_finite(tokens, at - 1, rules) or plural) and final
        own = tokens[at + 1].tag in {"art", "name", "noun", "num"}
        if tokens[at].word in rules.coordinators and both and (own or not subject):
            return [replace(unit, stretches=(head, each), parts=()) for each in ((start, at), (at + 1, end))]
    return [unit]


def droppable(tokens: list[Token], segment: Segment, unit: Unit, rules: Rules, *, last: bool) -> bool:
    """Whether a main clause still holds without the relative clause: nothing denied or counted, the noun known."""
    main = tokens[max(0, segment.start - 30) : segment.start - 1]
    if (
        not main
        or not (main[-1].capital or main[-1].tag in {"sep", "pp", "inf"})
        or any(token.word in rules.negations for token in main)
    ):
        return False
    begin = tokens[unit.stretches[0][0]]
    return last or begin.word in rules.definite or "name" in {begin.tag, main[-1].tag}
