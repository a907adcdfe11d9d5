"""What happened to past checks since a moment: a log that the database itself keeps, so that indexes follow it."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.records import ClaimReview
from claimcheck.shapes import review_from_json
from claimcheck.store.database import Database

__all__ = ["ChangedReviews", "Changes"]


@dataclass(frozen=True, slots=True)
class ChangedReviews:
    """Past checks that came or changed after a stamp, as a stream, and the ids of those that went.

    ``digest`` and ``stamp`` are of the state that this leads to; ``count`` says how many are concerned. The stream is
    read once, from the state of the moment it was asked for.
    """

    digest: str
    stamp: int
    gone: tuple[str, ...]
    reviews: Iterator[ClaimReview]
    count: int


class Changes:
    """The store's log of changes to past checks."""

    _database: Database

    def reviews_stamp(self) -> int:
        """A number that grows with every past check that comes, changes or goes; never 0."""
        return _stamp(self._database)

    def review_changes(self, since: int) -> ChangedReviews | None:
        """What happened after a stamp; None where there never was such a stamp.

        It reads over a connection of its own, which is closed when the stream ends: the store may write meanwhile.
        """
        own = Database.reading(self._database.path)
        try:
            own.connection.execute("BEGIN")
            stamp = _stamp(own)
            if not 0 < since <= stamp:
                own.close()
                return None
            changed = "SELECT DISTINCT review_id AS id FROM review_change WHERE stamp > ?"
            gone = own.rows(f"SELECT id FROM ({changed}) WHERE id NOT IN (SELECT id FROM review)", (since,))
            count = own.value(f"SELECT count(*) FROM ({changed})", (since,))
            digest = own.value("SELECT value FROM meta WHERE name = 'reviews_digest'") or "0" * 64
        except BaseException:
            own.close()
            raise

        def stream() -> Iterator[ClaimReview]:
            try:
                query = f"SELECT record FROM review WHERE id IN ({changed}) ORDER BY place"
                for row in own.stream(query, (since,)):
                    yield review_from_json(own.unpack(row["record"]))
            finally:
                own.close()

        return ChangedReviews(str(digest), stamp, tuple(row["id"] for row in gone), stream(), int(count))


def _stamp(database: Database) -> int:
    return int(database.value("SELECT seq FROM sqlite_sequence WHERE name = 'review_change'"))
