"""What every reader of this leaf is told, and what it hands back where it cannot hand back a review."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.reviews.ratings import Ratings

__all__ = ["MAX_RAW", "Given", "Notes", "Refusal", "Rejected"]

_MOST_GUESSES = 5
MAX_RAW = 1_000
"""How much of a rejected record is kept, in characters."""


@dataclass(slots=True)
class Notes:
    """What had to be left out of records that were read all the same: how often, and the first such value."""

    counts: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    guessed: dict[str, None] = field(default_factory=dict)

    def guess(self, columns: str) -> None:
        """How the keys of records were read; each way once, and the first few."""
        if len(self.guessed) < _MOST_GUESSES:
            self.guessed.setdefault(columns)

    def add(self, what: str, value: object) -> None:
        """Count one more of these; the first is kept as the example, shortened."""
        self.counts[what] += 1
        self.examples.setdefault(what, " ".join(str(value).split())[:40])

    def lines(self) -> Iterator[str]:
        """One line for each kind, as a person reads it."""
        for columns in self.guessed:
            yield f"read as {columns}"
        for what, count in self.counts.items():
            yield f"{count} {what}, such as {self.examples[what]!r}"


@dataclass(frozen=True, slots=True)
class Given:
    """What is known about a source beside its own words.

    All stand in where a record says nothing. ``publisher``, ``language`` and ``licence`` come from the person importing
    and go before ``house`` and ``page_language``, which with ``base`` come from the page around a record. ``ratings``
    is the table words are read by, the shipped one where it is None; ``notes`` takes what was left out.
    """

    publisher: str | None = None
    language: str | None = None
    licence: str | None = None
    source: str | None = None
    sample: bool = False
    base: str | None = None
    house: str | None = None
    page_language: str | None = None
    ratings: "Ratings | None" = None
    notes: Notes = field(default_factory=Notes, compare=False)


@dataclass(frozen=True, slots=True)
class Rejected:
    """A record that is no past check: where it stood (``line`` from 1, None where lines mean nothing) and why.

    ``file`` is given where a source is several: a folder, a pattern or an archive.
    """

    line: int | None
    reason: str
    raw: str = ""
    file: str | None = None

    def __post_init__(self) -> None:
        if len(self.raw) > MAX_RAW:
            object.__setattr__(self, "raw", f"{self.raw[: MAX_RAW - 1]}…")


class Refusal(ValueError):
    """A record cannot become a review; its text is the reason. It never leaves this leaf."""
