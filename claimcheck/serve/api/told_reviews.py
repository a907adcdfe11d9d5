"""Past checks and matches in answers: the shapes that the commands print as JSON lines."""

from typing import Any

from pydantic import Field

from claimcheck.serve.api.told import Told

__all__ = [
    "AddedAnswer",
    "Difference",
    "FoundReview",
    "ImportAnswer",
    "LookupAnswer",
    "Match",
    "RemovedAnswer",
    "Result",
    "Review",
    "ReviewCount",
    "ReviewCounts",
    "ReviewHistory",
    "ReviewPage",
    "ReviewState",
]


class Difference(Told):
    """One slot in which the query and a past check differ, in the words of both."""

    kind: str
    new: str | None
    past: str | None


class FoundReview(Told):
    """A past check as a match has it."""

    id: str
    claim_reviewed: str
    rating: str | None
    alternate_name: str | None
    publisher: str
    url: str | None
    date_published: str | None
    language: str
    ours: bool
    sample: bool


class Match(Told):
    """A past check that fits; a null `review` says that none does."""

    rank: int
    score: float | None = Field(description="The probability that the match is right.")
    similarity: float
    relation: str | None
    differences: list[Difference]
    review: FoundReview | None
    being_checked: list[str]
    also: list[str]
    days_older: int | None


class Result(Told):
    """One query's past checks, best first."""

    query: str
    matches: list[Match]


class LookupAnswer(Told):
    """The results in the order of the queries; ``note`` says why no past check fits the filters, where none does."""

    results: list[Result]
    note: str | None


class Review(Told):
    """A past check with every field."""

    id: str
    claim_reviewed: str
    rating: str | None
    alternate_name: str | None
    rating_value: str | None
    best_rating: str | None
    worst_rating: str | None
    publisher: str
    publisher_url: str | None
    url: str | None
    date_published: str | None
    claim_date: str | None
    claimant: str | None
    title: str | None
    summary: str | None
    language: str
    licence: str | None
    source: str | None
    ours: bool
    sample: bool
    rating_table: str | None


class ReviewState(Review):
    """A past check as it was from `since` until `until` (null: now)."""

    first_seen: str
    since: str
    until: str | None
    removed: bool


class ReviewHistory(Told):
    """Every state of a past check, oldest first."""

    items: list[ReviewState]


class ReviewPage(Told):
    """Past checks in the order they came."""

    items: list[Review]
    next: str | None = Field(description="The value of `after` for the next part; null: this was the last.")


class ReviewCount(Told):
    """How many past checks are alike in these."""

    publisher: str
    language: str
    rating: str | None
    ours: bool
    sample: bool
    count: int


class ReviewCounts(Told):
    """How many past checks there are of each kind."""

    items: list[ReviewCount]


class AddedAnswer(Told):
    """The past check, and whether it is new."""

    added: bool
    review: Review


class RemovedAnswer(Told):
    """How many past checks are gone."""

    removed: int


class ImportAnswer(Told):
    """What an import did, or on a dry run would do."""

    new: int
    changed: int
    unchanged: int
    rejected: int
    problems: list[dict[str, Any]] = Field(description="The first hundred refused records: line and reason.")
    approximate: int
    unmapped: list[dict[str, Any]]
    notes: list[str]
