"""What came of asking a model about an article."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from claimcheck.llm import Answer, Question
from claimcheck.records import Article, Claim

__all__ = ["Asks", "Mode", "Refined", "Tally"]


@dataclass(slots=True)
class Tally:
    """How many claims or wordings a model proposed and what became of them."""

    proposed: int = 0
    taken: int = 0
    doubles: int = 0  # said twice, in one answer or in two
    rejected: Counter[str] = field(default_factory=Counter)  # by what was wrong
    restored: int = 0  # claims of the rules that stand where the model's were rejected
    failures: list[str] = field(default_factory=list)  # why a part, or all, of an article is by the rules alone
    suspicious: int = 0  # sentences that seem to give a model orders

    def __iadd__(self, other: "Tally") -> "Tally":
        self.proposed += other.proposed
        self.taken += other.taken
        self.doubles += other.doubles
        self.rejected += other.rejected
        self.restored += other.restored
        self.failures += other.failures
        self.suspicious += other.suspicious
        return self

    @property
    def nonsense(self) -> bool:
        """Whether an answer of some length held next to nothing that stands in the article."""
        return self.proposed >= 3 and sum(self.rejected.values()) > 0.8 * self.proposed


@dataclass(frozen=True, slots=True)
class Refined:
    """An article's claims after a model was asked, best first."""

    claims: tuple[Claim, ...]
    tally: Tally


class Asks(Protocol):
    """Who puts questions to a model, and is told what the answers were worth."""

    def ask(self, question: Question) -> Answer:
        """The answer to a question.

        Raises:
            LlmError: there is none.
        """
        ...

    def note(self, failure: str | None, question: Question | None = None, *, kept: bool = False) -> None:
        """The answer to a question, ``kept`` from before, was worth nothing, for this reason; None: something."""
        ...


class Mode(Protocol):
    """A way to let a model have a say in the claims that the rules found."""

    name: str
    version: str

    def questions(self, article: Article, found: Sequence[Claim]) -> list[Question]:
        """What the model would be asked about an article; none where there is nothing to ask."""
        ...

    def refine(self, article: Article, found: Sequence[Claim], asks: Asks, method: str) -> Refined:
        """The claims after the model was asked; where it gives no usable answer, those of the rules as they are.

        Raises:
            LlmError: nothing is to be had from this model, whatever it is asked.
        """
        ...
