"""Whose word an English relative clause or participle is, where it says so itself.

"the yard, which Lee alleges is shut", "a man described by Lee as kind", "Lee, identified by the Post as a friend".
Where it only denies what is said in front of it, that is the outlet's to tell.
"""

from dataclasses import replace

from claimcheck.records import Assertion
from claimcheck.split.cutting.phrases import phrase_end
from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import words
from claimcheck.split.speech.frame import saying_verb
from claimcheck.split.speech.said import Sentence, Statement
from claimcheck.split.speech.speakers import Speakers
from claimcheck.split.words.stretches import Stretch, Unit
from claimcheck.split.words.tellers import can_speak
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import verb_positions

__all__ = ["with_own_source"]

_OPENS = words("which that who whom where whose")
_NEAR = 7  # tokens between a participle and "by", and of who stands behind it


def with_own_source(
    statement: Statement, unit: Unit, sentence: Sentence, speakers: Speakers, rules: Rules
) -> Statement:
    """The statement as the word of the source that the last clause of a unit names; unchanged where it names none."""
    if rules.comma_bound or len(unit.stretches) < 2:
        return statement
    start, end = unit.stretches[-1]
    tokens = sentence.tokens[start:end]
    if _denies(tokens, rules):
        apart = replace(statement, assertion=Assertion.ASSERTED, speaker=None, cue=None, via=None)
        return apart if statement.speaker else statement
    found = _teller(tokens, rules) or _viewer(tokens, rules)
    said = tokens[slice(*found[0])] if found else []
    if found is None or not can_speak(said, rules):
        return statement
    cue: Stretch = (start + found[1], start + found[1] + 1)
    outer = statement.speaker.name if statement.speaker else None
    speaker = speakers.resolve(said)
    via = outer if outer and outer != speaker.name else None
    return replace(statement, assertion=Assertion.REPORTED, speaker=speaker, cue=cue, via=via)


def _teller(tokens: list[Token], rules: Rules) -> tuple[Stretch, int] | None:
    """Who tells what a relative clause holds, and the verb: "which Paul alleges Colin sold", "police say was lost"."""
    if len(tokens) < _NEAR - 3:
        return None
    begin = int(tokens[0].word in _OPENS)
    end = phrase_end(tokens, begin, len(tokens), rules)
    verb = saying_verb(tokens, end, rules) if begin < end else None
    if verb is None or not verb_positions(tokens[verb + 1 :], rules):
        return None
    return (begin, end), verb


def _viewer(tokens: list[Token], rules: Rules) -> tuple[Stretch, int] | None:
    """Who describes somebody so: "described by Paul as", "identified as a friend by the Post"."""
    begin = int(tokens[0].word in {"which", "who"})
    begin += begin < len(tokens) and tokens[begin].word in rules.passives
    verb = next(
        (at for at in range(begin, min(len(tokens), begin + 2)) if tokens[at].word in rules.framing.viewed), None
    )
    if verb is None or not any(token.word == "as" for token in tokens[verb:]):
        return None
    for at in range(verb + 1, len(tokens) - 1):
        if tokens[at].word != "by":
            continue
        end = phrase_end(tokens, at + 1, len(tokens), rules, close=True)
        closes = end == len(tokens) or tokens[end].word == "as" or not tokens[end].is_word
        if end > at + 1 and closes:
            return (at + 1, end), verb
    return None


def _denies(tokens: list[Token], rules: Rules) -> bool:
    """Whether a clause says no more than that somebody denies it: "which the firm denies"."""
    if tokens[0].word not in {"which", "who"} or len(tokens) > _NEAR + 1:
        return False
    return any(token.word in rules.framing.refusing for token in tokens[1:])
