"""A sentence as it was read, and what it states."""

from dataclasses import dataclass

from claimcheck.records import Assertion, Span
from claimcheck.split.speech.frame import Frame
from claimcheck.split.speech.speakers import Speaker
from claimcheck.split.words.stretches import Stretch
from claimcheck.split.words.tokens import Token

__all__ = ["Sentence", "Statement"]


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
