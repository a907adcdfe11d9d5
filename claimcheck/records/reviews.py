"""Past checks, and how they stand to a claim."""

from dataclasses import dataclass
from datetime import date

from claimcheck.records.closed import DifferenceKind, Label, Relation

__all__ = ["ClaimReview", "Difference", "Explanation", "Hit", "Match"]


@dataclass(frozen=True, slots=True)
class ClaimReview:
    """A published fact check, in schema.org's words.

    ``rating`` is our label for ``alternate_name``, the publisher's own word; None where that word is not known.
    ``rating_table`` is the version of the table that word was read by; None where the label was given as such.
    """

    id: str
    claim_reviewed: str
    publisher: str
    rating: Label | None = None
    alternate_name: str | None = None
    rating_value: str | None = None
    best_rating: str | None = None
    worst_rating: str | None = None
    url: str | None = None
    publisher_url: str | None = None
    date_published: date | None = None
    claim_date: date | None = None
    claimant: str | None = None
    title: str | None = None
    summary: str | None = None
    language: str = "und"
    licence: str | None = None
    source: str | None = None  # the file or feed it came from
    ours: bool = False
    sample: bool = False
    rating_table: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """One search result: higher ``score`` is closer."""

    review_id: str
    score: float


@dataclass(frozen=True, slots=True)
class Difference:
    """One slot in which a new claim and a past one differ, with the verbatim words of both sides."""

    kind: DifferenceKind
    new: str
    past: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a past check was found: the shared words, weightiest first, and where they stand; its ranks and scores."""

    words: tuple[str, ...]  # as the index has them: without endings
    fields: tuple[str, ...]  # "claim", "title", "summary": those that hold a shared word
    ranks: tuple[tuple[str, int], ...]  # by search, counted from 1
    scores: tuple[tuple[str, float], ...]  # by name, what the order and the probability were made of


@dataclass(frozen=True, slots=True)
class Match:
    """A past check found for a query or claim; ``review`` is None where nothing fits (an abstention).

    ``similarity`` is the fused retrieval score; ``score`` the calibrated probability that the match is right, None
    until calibration exists. ``rank`` counts from 1.
    """

    query: str
    rank: int
    similarity: float
    review: ClaimReview | None
    claim_id: str | None = None
    score: float | None = None
    relation: Relation | None = None
    differences: tuple[Difference, ...] = ()
    being_checked: tuple[str, ...] = ()  # ids of claims that say the same and have an open task
    also: tuple[str, ...] = ()  # ids of other past checks of the same words with the same rating
    explain: Explanation | None = None  # only where it was asked for
    days_older: int | None = None  # than the claim's own date, where that is more than such a claim can be relied on
