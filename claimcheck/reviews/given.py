"""What every reader of this leaf is told, and what it hands back where it cannot hand back a review."""

from dataclasses import dataclass

__all__ = ["MAX_RAW", "Given", "Refusal", "Rejected"]

MAX_RAW = 200
"""How much of a rejected record is kept, in characters."""


@dataclass(frozen=True, slots=True)
class Given:
    """What is known about a source beside its own words.

    All stand in where a record says nothing. ``publisher``, ``language`` and ``licence`` come from the person importing
    and go before ``house`` and ``page_language``, which with ``base`` come from the page around a record.
    """

    publisher: str | None = None
    language: str | None = None
    licence: str | None = None
    source: str | None = None
    sample: bool = False
    base: str | None = None
    house: str | None = None
    page_language: str | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """A record that is no past check: where it stood (``line`` from 1, None where lines mean nothing) and why."""

    line: int | None
    reason: str
    raw: str = ""

    def __post_init__(self) -> None:
        if len(self.raw) > MAX_RAW:
            object.__setattr__(self, "raw", f"{self.raw[: MAX_RAW - 1]}…")


class Refusal(ValueError):
    """A record cannot become a review; its text is the reason. It never leaves this leaf."""
