"""Past checks counted: by kind, by month, by rating word; and the clusters of those that say the same."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from claimcheck.records import Label
from claimcheck.store.ids import id_list
from claimcheck.store.imports import Imports
from claimcheck.store.packing import readable

__all__ = ["Counts", "ReviewCount", "WordCount"]


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
class WordCount:
    """How often a publisher used a rating word in a language, and the label it has been read as."""

    word: str
    publisher: str
    language: str
    rating: Label | None
    count: int


class Counts(Imports):
    """What the store says of its past checks as a whole."""

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

    def review_months(self) -> list[tuple[str | None, int]]:
        """How many past checks were published in each month (``2024-05``), oldest first, then those without a date."""
        query = "SELECT substr(published, 1, 7) AS month, count(*) AS count FROM review GROUP BY month ORDER BY month"
        rows = [(row["month"], row["count"]) for row in self._database.rows(query)]
        return [row for row in rows if row[0]] + [row for row in rows if not row[0]]

    def rating_words(self) -> list[WordCount]:
        """Every rating word with its publisher, language and label, most frequent first."""
        kinds = "word, publisher, language, rating"
        rows = self._database.rows(
            f"SELECT {kinds}, count(*) AS count FROM review WHERE word IS NOT NULL GROUP BY {kinds} "
            f"ORDER BY count DESC, {kinds}"
        )
        return [
            WordCount(
                readable(row["word"]),
                readable(row["publisher"]),
                readable(row["language"]),
                Label(row["rating"]) if row["rating"] else None,
                row["count"],
            )
            for row in rows
        ]

    def put_clusters(self, clusters: Iterable[Collection[str]]) -> int:
        """Keep these clusters of review ids in place of all former ones; each is named by its first. How many."""
        count = 0
        with self._database.transaction():
            self._database.run("DELETE FROM near_duplicate")
            for members in clusters:
                first = next(iter(members))
                self._database.run_many(
                    "INSERT INTO near_duplicate (review_id, cluster) SELECT id, ? FROM review WHERE id = ?",
                    [(first, member) for member in members],
                )
                count += 1
        return count

    def clusters_of(self, ids: Collection[str]) -> dict[str, str]:
        """The cluster of each of these past checks that is in one."""
        query = "SELECT review_id, cluster FROM near_duplicate WHERE review_id IN (SELECT value FROM json_each(?))"
        return {row["review_id"]: row["cluster"] for row in self._database.rows(query, (id_list(ids),))}

    def iter_clusters(self) -> Iterator[list[str]]:
        """The ids of each kept cluster that still has two members or more, the one whose first came first, first."""
        query = """
            SELECT cluster, review_id FROM near_duplicate JOIN review ON review.id = review_id ORDER BY place
        """
        found: dict[str, list[str]] = {}
        for row in self._database.rows(query):
            found.setdefault(row["cluster"], []).append(row["review_id"])
        yield from (members for members in found.values() if len(members) > 1)

    def answered_claims(self) -> Iterator[tuple[str, str]]:
        """Article and id of each claim that somebody answered, skips too, by article, then by place; as a stream."""
        query = """
            SELECT article_id, id FROM claim
            WHERE EXISTS (SELECT 1 FROM verdict WHERE verdict.claim_id = claim.id AND NOT verdict.gone)
            ORDER BY article_id, start, id
        """
        return ((row["article_id"], row["id"]) for row in self._database.stream(query))

    def count_unanswered(self, *, samples: bool) -> int:
        """How many claims that are offered nobody has answered yet, those of sample articles only with ``samples``."""
        query = """
            SELECT count(*) FROM claim JOIN article ON article.id = claim.article_id
            WHERE claim.status = 'active' AND claim.checkable AND (? OR NOT article.sample)
                AND NOT EXISTS (SELECT 1 FROM verdict WHERE verdict.claim_id = claim.id AND NOT verdict.gone)
        """
        return int(self._database.value(query, (samples,)))
