"""What a sentence takes for granted in a noun phrase is the outlet's word, whoever speaks in the sentence."""

from dataclasses import replace

from claimcheck.records import Assertion
from claimcheck.split.clauses import Unit
from claimcheck.split.languages import Rules
from claimcheck.split.statements import Statement
from claimcheck.split.tokens import Token
from claimcheck.split.verbs import verb_positions

__all__ = ["as_background", "without_source"]


def as_background(statement: Statement, unit: Unit, tokens: list[Token], rules: Rules) -> Statement:
    """A statement without its speaker where a unit is such a noun phrase: "the treaty of 1987", "Bei dem Treffen …"."""
    inside = [token for a, b in unit.stretches for token in tokens[a:b]]
    if not unit.presupposed or len(unit.stretches) > 1 or statement.assertion is not Assertion.REPORTED:
        return statement
    opens = inside[0].tag == "art" or inside[0].word in rules.occasions
    verbal = verb_positions(inside, rules) or any(token.tag in {"ing", "inf", "izu"} for token in inside)
    if not opens or verbal:
        return statement
    return replace(statement, assertion=Assertion.ASSERTED, speaker=None, cue=None, via=None)


def without_source(units: list[Unit], statement: Statement) -> list[Unit]:
    """The units but for one that only says whose word it is: "The bridge … according to the council"."""
    cue = statement.cue
    if cue is None or len(units) < 2:
        return units
    return [unit for unit in units if not (unit.presupposed and any(a == cue[0] for a, _ in unit.stretches[1:]))]
