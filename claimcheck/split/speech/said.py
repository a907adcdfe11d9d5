"""A sentence as it was read, and what it states."""

from dataclasses import dataclass
from functools import lru_cache

from claimcheck.records import Assertion, Span
from claimcheck.split.languages import Rules
from claimcheck.split.speech.frame import Frame
from claimcheck.split.speech.speakers import Speaker
from claimcheck.split.words.stretches import Stretch
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import act_at, says_at

__all__ = ["Sentence", "Statement", "is_told", "speaks_of_self"]

_NO_PRONOUNS = frozenset({"US", "MY", "ME"})  # written so, they are names: "the US"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its tokens, which of them are quoted, its frame, and the quotation it lies in."""

    span: Span
    tokens: list[Token]
    quoted: list[bool]
    frame: Frame | None
    quote: int | None  # position of the quotation that holds it whole

    @property
    def question(self) -> bool:
        """Whether it ends in a question mark."""
        return any(token.text in "?？؟" for token in self.tokens[-3:])


@dataclass(frozen=True, slots=True)
class Statement:
    """A stretch of a sentence and how it is put; ``subject`` names who acts where an act of speaking is the news."""

    stretch: Stretch
    assertion: Assertion = Assertion.ASSERTED
    speaker: Speaker | None = None
    cue: Stretch | None = None
    via: str | None = None
    subject: str | None = None
    act: bool = False
    whole: bool = False  # not to be cut
    answer: bool = False  # of an interview
    points_back: bool = False  # says no more than who said the sentence before: "Das teilte die Polizei mit."


def is_told(sentence: Sentence, rules: Rules) -> bool:
    """Whether a sentence says by its verb who speaks in it."""
    if sentence.frame is None:
        return False
    verb = sentence.frame.cue[0]
    return says_at(sentence.tokens, verb, rules) or act_at(sentence.tokens, verb, rules)


@lru_cache(maxsize=32)
def _own_words(rules: Rules) -> frozenset[str]:
    return rules.first_second_person - rules.pronouns - rules.worth.second_person


def speaks_of_self(sentence: Sentence, rules: Rules) -> bool:
    """Whether somebody speaks of themselves in it, outside quotation marks; "Me Lehr" is a French lawyer."""
    own = _own_words(rules)
    return any(
        token.word in own and token.text not in _NO_PRONOUNS and not marked and not (at and token.text == "Me")
        for at, (token, marked) in enumerate(zip(sentence.tokens, sentence.quoted, strict=True))
    )
