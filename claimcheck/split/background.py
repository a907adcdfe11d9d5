"""What a sentence takes for granted in a noun phrase is the outlet's word, whoever speaks in the sentence."""

from dataclasses import replace

from claimcheck.records import Assertion
from claimcheck.split.clauses import Unit
from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import Clauses
from claimcheck.split.said import Sentence, Statement
from claimcheck.split.sources import source_before
from claimcheck.split.speakers import Speakers
from claimcheck.split.verbs import verb_positions

__all__ = ["as_background", "without_source"]


def as_background(statement: Statement, unit: Unit, sentence: Sentence, speakers: Speakers, rules: Rules) -> Statement:
    """A statement without its speaker where a unit is such a noun phrase: "the treaty of 1987", "Bei dem Treffen …".

    A relative clause may have a source of its own: "der Mann, der laut Polizei wieder frei ist".
    """
    tokens = sentence.tokens
    if unit.presupposed and statement.assertion is Assertion.ASSERTED and statement.cue is None:
        return _of_clause(statement, unit, sentence, speakers, rules)
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


def _of_clause(statement: Statement, unit: Unit, sentence: Sentence, speakers: Speakers, rules: Rules) -> Statement:
    """What the outlet says, as the word of the source that the relative clause itself names."""
    start, end = unit.stretches[-1]
    tokens = sentence.tokens[start:end]
    if rules.clauses is not Clauses.COMMA_BOUND or not verb_positions(tokens, rules):
        return statement
    frame = source_before(tokens, sentence.quoted[start:end], rules)
    if frame is None:
        return statement
    speaker = speakers.resolve(tokens[slice(*frame.speaker)])
    cue = (start + frame.cue[0], start + frame.cue[1])
    return replace(statement, assertion=Assertion.REPORTED, speaker=speaker, cue=cue)
