"""Past checks coming in and going: upserted by id, former states kept; a digest says when the indexes are stale."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice

from claimcheck.records import ClaimReview
from claimcheck.shapes import indexed_number, review_to_json
from claimcheck.store.ids import id_list
from claimcheck.store.packing import bindable, pack
from claimcheck.store.reviews import Reviews

__all__ = ["Imports", "ReviewReport"]

_BATCH = 1000
_DIGEST = "reviews_digest"
_MODULUS = 1 << 256


@dataclass(frozen=True, slots=True)
class ReviewReport:
    """How many past checks an import brought, changed, and found as they were.

    ``repeated``: of those changed, how many had come in the same import with other content.
    """

    new: int
    changed: int
    unchanged: int
    repeated: int = 0


class Imports(Reviews):
    """How past checks come into the store and leave it."""

    def put_reviews(self, reviews: Iterable[ClaimReview], *, at: datetime | None = None) -> ReviewReport:
        """Keep past checks, all or nothing, however many: when a generator given as ``reviews`` fails, nothing stays.

        A known id with other content is changed and its former state kept; a difference in ``source`` or
        ``rating_table`` alone is none, so a feed imported again from another file changes nothing. The last of equal
        ids in one call counts.
        """
        when = (at or datetime.now(UTC)).isoformat()
        new = changed = unchanged = repeated = 0
        with self._database.transaction():
            total = self._digest_total()
            coming = iter(reviews)
            while batch := list(islice(coming, _BATCH)):
                known = self._known({review.id for review in batch})
                written = self._written(known, when) if known else set()
                inserts: dict[str, ClaimReview] = {}
                updates: dict[str, ClaimReview] = {}
                for review in batch:
                    before = known.get(review.id)
                    if before is None:
                        new += 1
                    elif replace(before, source=review.source, rating_table=review.rating_table) == review:
                        unchanged += 1
                        continue
                    else:
                        changed += 1
                        repeated += review.id in written
                        total -= indexed_number(before)
                    total += indexed_number(review)
                    known[review.id] = review
                    written.add(review.id)
                    if before is None or review.id in inserts:
                        inserts[review.id] = review
                    else:
                        updates[review.id] = review
                self._insert(inserts.values(), when)
                self._update(updates.values(), when)
            self._set_digest_total(total)
        return ReviewReport(new, changed, unchanged, repeated)

    def remove_reviews(self, ids: Collection[str]) -> int:
        """Remove past checks and the matches that lead to them; how many there were. History keeps their last state."""
        when = datetime.now(UTC).isoformat()
        with self._database.transaction():
            known = self._known(ids)
            self._database.run(
                "INSERT INTO review_version (review_id, since, until, removed, record) "
                "SELECT id, updated, ?, 1, record FROM review WHERE id IN (SELECT value FROM json_each(?))",
                (when, id_list(ids)),
            )
            self._database.run("DELETE FROM review WHERE id IN (SELECT value FROM json_each(?))", (id_list(ids),))
            self._set_digest_total(self._digest_total() - sum(indexed_number(review) for review in known.values()))
        return len(known)

    def reviews_digest(self) -> str:
        """Changes exactly when what is indexed does: the ids, claims, titles, summaries or languages of past checks.

        Equal content has an equal digest, whatever the order and history of imports. Costs nothing: it is kept.
        """
        return f"{self._digest_total():064x}"

    def _known(self, ids: Collection[str]) -> dict[str, ClaimReview]:
        query = "SELECT record FROM review WHERE id IN (SELECT value FROM json_each(?))"
        found = (self._review(row) for row in self._database.rows(query, (id_list(ids),)))
        return {review.id: review for review in found}

    def _written(self, ids: Collection[str], when: str) -> set[str]:
        """Those of these ids that came or changed at this very time: in the import that is going on."""
        query = "SELECT id FROM review WHERE updated = ? AND id IN (SELECT value FROM json_each(?))"
        return {row["id"] for row in self._database.rows(query, (when, id_list(ids)))}

    def _insert(self, reviews: Iterable[ClaimReview], when: str) -> None:
        self._database.run_many(
            "INSERT INTO review (publisher, language, rating, ours, sample, published, word, record, updated, id, "
            "first_seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((*_columns(review), when, review.id, when) for review in reviews),
        )

    def _update(self, reviews: Collection[ClaimReview], when: str) -> None:
        self._database.run_many(
            "INSERT INTO review_version (review_id, since, until, removed, record) "
            "SELECT id, updated, ?, 0, record FROM review WHERE id = ?",
            ((when, review.id) for review in reviews),
        )
        self._database.run_many(
            "UPDATE review SET publisher = ?, language = ?, rating = ?, ours = ?, sample = ?, published = ?, word = ?, "
            "record = ?, updated = ? WHERE id = ?",
            ((*_columns(review), when, review.id) for review in reviews),
        )

    def _digest_total(self) -> int:
        return int(self._database.value("SELECT value FROM meta WHERE name = ?", (_DIGEST,)) or "0", 16)

    def _set_digest_total(self, total: int) -> None:
        value = f"{total % _MODULUS:064x}"
        self._database.run("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", (_DIGEST, value))


def _columns(review: ClaimReview) -> tuple[object, ...]:
    """What is queried of a review, and the whole of it, in the order of the statements above."""
    return (
        bindable(review.publisher),
        bindable(review.language),
        review.rating and review.rating.value,
        review.ours,
        review.sample,
        review.date_published.isoformat() if review.date_published else None,
        None if review.alternate_name is None else bindable(review.alternate_name),
        pack(review_to_json(review)),
    )
