"""What describes a German noun and makes no sentence is read in the sentence it stands in, and is no claim twice.

"Die Bauarbeiten am Turm, dem Wahrzeichen von Kiel, ruhen": of "Turm, dem Wahrzeichen von Kiel" no sentence is made.
"""

from dataclasses import replace

from claimcheck.split.languages import Rules
from claimcheck.split.wording.render import as_sentence
from claimcheck.split.words.stretches import Stretch, Unit
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["as_sentences"]


def as_sentences(tokens: list[Token], units: list[Unit], cue: Stretch | None, rules: Rules) -> list[Unit]:
    """The clauses with the words and the order of sentences; what is none reads as the one it was cut out of."""
    worded = [as_sentence(tokens, unit, cue, rules) for unit in units]
    if not rules.comma_bound or not units:
        return worded
    found: list[Unit] = []
    outer = (min(unit.stretches[0][0] for unit in units), max(unit.stretches[-1][1] for unit in units))
    for unit in worded:
        if (
            _is_open(unit)
            and not _is_relative(tokens, unit)
            and any(each is not unit and _read(each) == [outer] for each in worded)
        ):
            continue  # both would read as the whole sentence
        if not _is_loose(tokens, unit, rules):
            found.append(unit)
            continue
        body = unit.stretches[-1]
        if any(a <= body[0] and body[1] <= b for each in worded if each is not unit for a, b in _read(each)):
            continue  # another says it too
        whole = next((around for each in worded if (around := _cut_out(tokens, each, body))), None)
        found.append(replace(unit, around=whole or outer))
    return found


def _is_open(unit: Unit) -> bool:
    """Whether a unit that the sentence takes for granted has not been made a sentence."""
    worded = any(isinstance(part, str) and part != ", " for part in unit.parts)
    return unit.presupposed and not unit.complete and not worded


def _is_relative(tokens: list[Token], unit: Unit) -> bool:
    """Whether what a unit says of its noun is one relative clause, a fact by itself."""
    start, end = unit.stretches[-1]
    return (
        len(unit.stretches) > 1
        and "rel" in {token.tag for token in tokens[start : start + 2]}
        and all(token.text != "," for token in tokens[start:end])
    )


def _is_loose(tokens: list[Token], unit: Unit, rules: Rules) -> bool:
    """Whether a unit is a noun phrase with what describes it, without any verb."""
    if not _is_open(unit) or unit.parts or len(unit.stretches) > 2:
        return False
    return not any(is_finite(tokens, at, rules) for stretch in unit.stretches for at in range(*stretch))


def _read(unit: Unit) -> list[Stretch]:
    """The stretches of text that a unit reads."""
    return [part for part in unit.parts or unit.stretches if not isinstance(part, str)]


def _cut_out(tokens: list[Token], unit: Unit, body: Stretch) -> Stretch | None:
    """The clause from which the body was cut out to leave a unit that reads as it stands; None where it was not."""
    if unit.parts or unit.presupposed or not unit.complete:
        return None
    for at, (_, stop) in enumerate(unit.stretches):
        after = unit.stretches[at + 1][0] if at + 1 < len(unit.stretches) else None
        if 0 <= body[0] - stop <= 1 and (after is None or body[1] <= after <= body[1] + 1):
            closing = body[1] < len(tokens) and tokens[body[1]].text == ")"
            return (unit.stretches[0][0], body[1] + closing if after is None else unit.stretches[-1][1])
    return None
