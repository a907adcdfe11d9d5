"""Past checks as they are read: one by its id, some by what they are, all as a stream, and what they were before."""

import sqlite3
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import TypedDict, Unpack

from claimcheck.records import ClaimReview, Label
from claimcheck.shapes import review_from_json
from claimcheck.store.database import Database
from claimcheck.store.ids import REVIEW, find_id, id_list
from claimcheck.store.packing import bindable

__all__ = ["Kinds", "ReviewVersion", "Reviews"]


class Kinds(TypedDict, total=False):
    """What past checks are chosen by; None is anything. ``rated`` is whether they have a label.

    ``after`` is the id of one: those that came later, none where it is not there.
    """

    publisher: str | None
    language: str | None
    rating: Label | None
    rated: bool | None
    word: str | None
    since: date | None
    until: date | None
    ours: bool | None
    sample: bool | None
    after: str | None


@dataclass(frozen=True, slots=True)
class ReviewVersion:
    """One state of a past check, from ``since`` until ``until`` (None: now); ``removed`` where it was then removed."""

    review: ClaimReview
    since: datetime
    until: datetime | None
    removed: bool


class Reviews:
    """The store's past checks; they come in and go through ``Imports``."""

    _database: Database

    def review(self, wanted: str) -> ClaimReview:
        """The past check with this id, or the only one whose id begins so.

        Raises:
            NotFound: there is none.
            AmbiguousId: there are several.
        """
        with self._database.snapshot():
            review_id = find_id(self._database, REVIEW, wanted)
            return self._review(self._database.rows("SELECT record FROM review WHERE id = ?", (review_id,))[0])

    def reviews(
        self,
        *,
        ids: Collection[str] | None = None,
        text: str | None = None,
        limit: int | None = None,
        **kinds: Unpack[Kinds],
    ) -> list[ClaimReview]:
        """The past checks that fit everything given, in the order they came, at most ``limit``.

        ``text`` is looked for in claim, title, summary and claimant, without regard to case.
        """
        where, parameters = _where(kinds)
        if ids is not None:
            where += " AND id IN (SELECT value FROM json_each(?))"
            parameters.append(id_list(ids))
        rows = self._database.stream(f"SELECT record FROM review WHERE {where} ORDER BY place", parameters)
        found = (self._review(row) for row in rows)
        if text is not None:
            needle = text.casefold()
            found = (review for review in found if _mentions(review, needle))
        return list(islice(found, limit))

    def review_ids(self, **kinds: Unpack[Kinds]) -> frozenset[str]:
        """The ids of the past checks that fit everything given."""
        where, parameters = _where(kinds)
        return frozenset(row["id"] for row in self._database.stream(f"SELECT id FROM review WHERE {where}", parameters))

    def iter_reviews(self, *, text: str | None = None, **kinds: Unpack[Kinds]) -> Iterator[ClaimReview]:
        """Every past check, or those that fit, in the order they came, as they were when the first was taken.

        Memory stays flat. It reads over a connection of its own: the store may write, or be closed, while it runs.
        """
        where, parameters = _where(kinds)
        needle = None if text is None else text.casefold()
        own = Database.reading(self._database.path)
        try:
            for row in own.stream(f"SELECT record FROM review WHERE {where} ORDER BY place", parameters):
                review = review_from_json(own.unpack(row["record"]))
                if needle is None or _mentions(review, needle):
                    yield review
        finally:
            own.close()

    def has_reviews(self, **kinds: Unpack[Kinds]) -> bool:
        """Whether any past check fits everything given."""
        where, parameters = _where(kinds)
        return self._database.value(f"SELECT 1 FROM review WHERE {where} LIMIT 1", parameters) is not None

    def count_reviews(self) -> int:
        """How many past checks there are."""
        return int(self._database.value("SELECT count(*) FROM review"))

    def review_history(self, wanted: str) -> list[ReviewVersion]:
        """Every state of a past check, oldest first, the current one last; also of a removed one, by its whole id."""
        with self._database.snapshot():
            removed = self._database.value("SELECT 1 FROM review_version WHERE review_id = ?", (wanted,))
            review_id = wanted if removed else find_id(self._database, REVIEW, wanted)
            query = """
                SELECT since, until, removed, record FROM (
                    SELECT place, since, until, removed, record FROM review_version WHERE review_id = :id
                    UNION ALL SELECT NULL, updated, NULL, 0, record FROM review WHERE id = :id
                ) ORDER BY place IS NULL, place
            """
            rows = self._database.rows(query, {"id": review_id})
        return [
            ReviewVersion(
                self._review(row),
                datetime.fromisoformat(row["since"]),
                datetime.fromisoformat(row["until"]) if row["until"] else None,
                bool(row["removed"]),
            )
            for row in rows
        ]

    def review_times(self, wanted: str) -> tuple[datetime, datetime]:
        """When a past check first came and when it last changed."""
        with self._database.snapshot():
            review_id = find_id(self._database, REVIEW, wanted)
            row = self._database.rows("SELECT first_seen, updated FROM review WHERE id = ?", (review_id,))[0]
        return datetime.fromisoformat(row["first_seen"]), datetime.fromisoformat(row["updated"])

    def _review(self, row: sqlite3.Row) -> ClaimReview:
        return review_from_json(self._database.unpack(row["record"]))


def _where(kinds: Kinds) -> tuple[str, list[object]]:
    """The condition that these make in SQL, and what stands in its places. A check without a date fits no date."""
    given = {name: value for name, value in kinds.items() if value is not None}
    conditions, parameters = ["TRUE"], list[object]()
    for name, test in _TESTS.items():
        if name in given:
            value = given[name]
            conditions.append(test)
            if isinstance(value, str):
                value = bindable(value.value if isinstance(value, Label) else value)
            parameters.append(value.isoformat() if isinstance(value, date) else value)
    return " AND ".join(conditions), parameters


_TESTS = {
    "publisher": "publisher = ?",
    "language": "language = ?",
    "rating": "rating = ?",
    "rated": "(rating IS NOT NULL) = ?",
    "word": "word = ?",
    "since": "published >= ?",
    "until": "published <= ?",
    "ours": "ours = ?",
    "sample": "sample = ?",
    "after": "place > (SELECT place FROM review WHERE id = ?)",
}


def _mentions(review: ClaimReview, needle: str) -> bool:
    fields = (review.claim_reviewed, review.title, review.summary, review.claimant)
    return any(needle in field.casefold() for field in fields if field)
