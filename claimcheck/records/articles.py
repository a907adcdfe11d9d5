"""A text, its blocks and the places in it."""

from dataclasses import dataclass
from datetime import date

from claimcheck.records.closed import Role

__all__ = ["Article", "Block", "Day", "Span"]


Day = date  # in a class with a field named date, that name is the field


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of ``Article.text``, in code points; ``0 <= start < end``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"span [{self.start}, {self.end}) is empty or negative: start must be below end")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article with one role; ``path`` is its DOM path where the article came from HTML."""

    span: Span
    role: Role
    path: str | None = None
    date: Day | None = None  # a live update's own date, and that of a caption or box between two of them


@dataclass(frozen=True, slots=True)
class Article:
    """A text and what is known about it; ``blocks`` are in text order and do not overlap.

    ``text`` is the decoded file for text and Markdown (BOM removed, line ends kept) and our stored text for HTML.
    ``sources`` says where each piece of metadata came from: ``option``, ``fetched``, ``metadata`` or ``text``.
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
    language: str  # ISO 639-1, "und" where unknown
    title: str | None = None
    published: date | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    origin: str | None = None  # the file name, URL or "-" it was read from
    media_type: str = "text/plain"
    sources: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()  # what a reader should be told: a guessed encoding, a date that contradicts another
    sample: bool = False
