"""Infinitives that depend on one verb, each with it: "beschloss, die Steuer zu senken und Stellen zu streichen"."""

from dataclasses import replace

from claimcheck.split.cutting.constituents import count_objects
from claimcheck.split.languages import Rules
from claimcheck.split.words.stretches import SHORTEST, Stretch, Unit, last_word
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import ends_infinitive

__all__ = ["infinitives_apart"]


def infinitives_apart(tokens: list[Token], unit: Unit, rules: Rules) -> list[Unit]:
    """The unit once for each infinitive group behind its last comma; as it is where there are not two."""
    start, end = unit.stretches[-1]
    if unit.parts or not unit.complete:
        return [unit]
    if not rules.infinitive_marks:
        return _with_mark(tokens, unit, rules)
    comma = max((at for at in range(start + SHORTEST - 1, end - SHORTEST) if tokens[at].text == ","), default=None)
    last = last_word(tokens, start, end)
    if comma is None or not ends_infinitive(tokens, last):
        return [unit]
    if any(token.tag in {"fin", "rel", "sub"} for token in tokens[comma:end]):
        return [unit]
    for at in range(comma + SHORTEST, last - 1):
        if tokens[at].word in rules.coordinators - rules.alternatives and ends_infinitive(tokens, at - 1):
            if count_objects(tokens[comma:at]) and not _has_own(tokens, at, last, rules):
                continue  # "die Anlage zu bauen und zu verwalten"
            heads = unit.stretches[:-1]
            first = replace(unit, stretches=(*heads, (start, at)))
            parts: tuple[Stretch | str, ...] = (*heads, (start, comma), ", ", (at + 1, end))
            return [first, replace(unit, stretches=(*heads, (start, comma), (at + 1, end)), parts=parts)]
    return [unit]


def _has_own(tokens: list[Token], start: int, end: int, rules: Rules) -> bool:
    """Whether what follows "und" has an object of its own, or tells where or with whom: not only "bis Mai"."""
    own = any(token.tag == "pro" or token.word == "sich" for token in tokens[start:end])
    when = rules.months.keys() | rules.weekdays.keys()
    return own or any(token.tag in {"noun", "name"} and token.word not in when for token in tokens[start:end])


def _with_mark(tokens: list[Token], unit: Unit, rules: Rules) -> list[Unit]:
    """Groups that each begin with their mark: "plans to hire 200 inspectors and to open three offices"."""
    start, end = unit.stretches[-1]
    first = next((at for at in range(start + 1, end) if tokens[at].tag == "to"), None)
    if first is None or any(token.tag in {"fin", "rel", "sub"} for token in tokens[first:end]):
        return [unit]
    for at in range(first + SHORTEST, end - SHORTEST):
        if tokens[at].word in rules.coordinators - rules.alternatives and tokens[at + 1].tag == "to":
            heads = unit.stretches[:-1]
            return [
                replace(unit, stretches=(*heads, (start, at))),
                replace(unit, stretches=(*heads, (start, first), (at + 1, end))),
            ]
    return [unit]
