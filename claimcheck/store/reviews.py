"""Past checks as they are read: one by its id, some by what they are, all as a stream, and what they were before."""

import sqlite3
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from claimcheck.records import ClaimReview, Label
from claimcheck.shapes import review_from_json
from claimcheck.store.database import Database
from claimcheck.store.ids import REVIEW, find_id, id_list
from claimcheck.store.packing import bindable, readable

__all__ = ["ReviewCount", "ReviewVersion", "Reviews"]


@dataclass(frozen=True, slots=True)
class ReviewCount:
    """How many past checks of one kind there are."""

    publisher: str
    language: str
    rating: Label | None
    ours: bool
    sample: bool
    count: int


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
        publisher: str | None = None,
        language: str | None = None,
        rating: Label | None = None,
        ours: bool | None = None,
        sample: bool | None = None,
        text: str | None = None,
        limit: int | None = None,
    ) -> list[ClaimReview]:
        """The past checks that fit everything given, in the order they came, at most ``limit``.

        ``text`` is looked for in claim, title, summary and claimant, without regard to case.
        """
        conditions, parameters = ["TRUE"], []
        for column, value in (
            ("publisher", None if publisher is None else bindable(publisher)),
            ("language", None if language is None else bindable(language)),
            ("rating", rating and rating.value),
            ("ours", ours),
            ("sample", sample),
        ):
            if value is not None:
                conditions.append(f"{column} = ?")
                parameters.append(value)
        if ids is not None:
            conditions.append("id IN (SELECT value FROM json_each(?))")
            parameters.append(id_list(ids))
        rows = self._database.stream(
            f"SELECT record FROM review WHERE {' AND '.join(conditions)} ORDER BY place", parameters
        )
        found = (self._review(row) for row in rows)
        if text is not None:
            needle = text.casefold()
            found = (review for review in found if _mentions(review, needle))
        return list(islice(found, limit))

    def iter_reviews(self) -> Iterator[ClaimReview]:
        """Every past check, in the order they came, as they were when the first was taken; memory stays flat.

        It reads over a connection of its own: the store may write, or be closed, while it runs.
        """
        own = Database.reading(self._database.path)
        try:
            for row in own.stream("SELECT record FROM review ORDER BY place"):
                yield review_from_json(own.unpack(row["record"]))
        finally:
            own.close()

    def count_reviews(self) -> int:
        """How many past checks there are."""
        return int(self._database.value("SELECT count(*) FROM review"))

    def review_stats(self) -> list[ReviewCount]:
        """How many past checks there are of each kind, by publisher, language, rating, ours, sample."""
        kinds = "publisher, language, rating, ours, sample"
        return [
            ReviewCount(
                publisher=readable(row["publisher"]),
                language=readable(row["language"]),
                rating=Label(row["rating"]) if row["rating"] else None,
                ours=bool(row["ours"]),
                sample=bool(row["sample"]),
                count=row["count"],
            )
            for row in self._database.rows(
                f"SELECT {kinds}, count(*) AS count FROM review GROUP BY {kinds} ORDER BY {kinds}"
            )
        ]

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


def _mentions(review: ClaimReview, needle: str) -> bool:
    fields = (review.claim_reviewed, review.title, review.summary, review.claimant)
    return any(needle in field.casefold() for field in fields if field)
