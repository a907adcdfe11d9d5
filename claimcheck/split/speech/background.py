"""What a sentence takes for granted in a noun phrase is the outlet's word, whoever speaks in the sentence."""

from dataclasses import replace

from claimcheck.records import Assertion
from claimcheck.split.languages import Rules
from claimcheck.split.speech.relative_sources import with_own_source
from claimcheck.split.speech.said import Sentence, Statement
from claimcheck.split.speech.sources import source_before
from claimcheck.split.speech.speakers import Speakers
from claimcheck.split.words.stretches import Unit
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite, says_at, verb_positions

__all__ = ["as_background", "without_source"]

_YET = frozenset({"although", "though"})
_NOW = frozenset({"is", "are", "has", "have"})
_BESIDE = frozenset({",", "-", "--", "–", "—"})  # marks in front of what is put beside a name


def as_background(statement: Statement, unit: Unit, sentence: Sentence, speakers: Speakers, rules: Rules) -> Statement:
    """A statement without its speaker where a unit is such a noun phrase: "the treaty of 1987", "Bei dem Treffen …".

    A relative clause may have a source of its own: "der Mann, der laut Polizei wieder frei ist".
    """
    tokens = sentence.tokens
    statement = with_own_source(statement, unit, sentence, speakers, rules)
    if unit.presupposed and statement.assertion is Assertion.ASSERTED and statement.cue is None:
        return _of_clause(statement, unit, sentence, speakers, rules)
    beside = _glosses(unit, tokens, rules) or _tells_apart(unit, sentence, statement, rules)
    beside = beside or _concedes(unit, tokens, statement, rules)
    if beside and statement.assertion is Assertion.REPORTED:
        return replace(statement, assertion=Assertion.ASSERTED, speaker=None, cue=None, via=None)
    inside = [token for a, b in unit.stretches for token in tokens[a:b]]
    if not unit.presupposed or len(unit.stretches) > 1 or statement.assertion is not Assertion.REPORTED:
        return statement
    opens = inside[0].tag == "art" or inside[0].word in rules.occasions
    verbal = verb_positions(inside, rules) or any(token.tag in {"ing", "inf", "izu"} for token in inside)
    if not opens or verbal:
        return statement
    return replace(statement, assertion=Assertion.ASSERTED, speaker=None, cue=None, via=None)


def _glosses(unit: Unit, tokens: list[Token], rules: Rules) -> bool:
    """Whether an English unit is a name and what is put beside it between commas: "methanol … a deadly agent"."""
    if rules.comma_bound or not unit.presupposed or len(unit.stretches) < 2:
        return False
    start, end = unit.stretches[-1]
    beside = tokens[start].word in rules.indefinite | rules.definite and tokens[start - 1].text in _BESIDE
    return beside and not verb_positions(tokens[start:end], rules)


def _tells_apart(unit: Unit, sentence: Sentence, statement: Statement, rules: Rules) -> bool:
    """Whether a clause between commas tells of a thing, not of who speaks: "said the fair, which opens in May, is".

    What is set in quotation marks there is the speaker's word: "said she trusts the singer, who is a “fighter”".
    """
    if rules.comma_bound or not unit.presupposed or len(unit.stretches) < 2 or statement.cue is None:
        return False
    tokens = sentence.tokens
    start, end = unit.stretches[-1]
    if any(sentence.quoted[start:end]):
        return False
    begin = start if tokens[start].tag == "rel" else start - 1
    apart = begin > 1 and tokens[begin].tag == "rel" and tokens[begin - 1].text == ","
    of_someone = rules.pronouns - rules.it | rules.his - rules.it | rules.hearsay
    told = says_at(tokens, statement.cue[0], rules) and statement.cue[0] < start
    told = told and not any(says_at(tokens, at, rules) for at in range(start, end))
    return apart and told and not any(token.word in of_someone for token in tokens[start:end])


def _concedes(unit: Unit, tokens: list[Token], statement: Statement, rules: Rules) -> bool:
    """Whether an English clause concedes in the present what stands beside a past "would": "…, although it has few".

    What somebody was said to say is put into the past; what is not is the outlet's.
    """
    start, end = unit.stretches[0]
    if rules.comma_bound or statement.cue is None or statement.cue[0] >= start or tokens[start - 1].word not in _YET:
        return False
    verbs = [tokens[at].word for at in range(statement.cue[1], start) if is_finite(tokens, at, rules)]
    past = tokens[statement.cue[0]].word.endswith(("ed", "said", "told")) and not rules.backshifted.isdisjoint(verbs)
    first = next((tokens[at] for at in range(start, end) if is_finite(tokens, at, rules)), None)
    present = first is not None and (first.word in _NOW or (first.tag == "fin" and first.word.endswith("s")))
    return past and present and first is not None and first.word not in rules.past_forms


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
    if not rules.comma_bound or not verb_positions(tokens, rules):
        return statement
    frame = source_before(tokens, sentence.quoted[start:end], rules)
    if frame is None:
        return statement
    speaker = speakers.resolve(tokens[slice(*frame.speaker)])
    cue = (start + frame.cue[0], start + frame.cue[1])
    return replace(statement, assertion=Assertion.REPORTED, speaker=speaker, cue=cue)
