"""Cached vectors: bytes by encoder fingerprint and text digest, so that re-indexing encodes only what is new.

For encoders that run a model: the bundled one encodes faster than a database keeps, so its vectors are not kept.
"""

from collections.abc import Collection, Mapping

from claimcheck.store.database import Database
from claimcheck.store.ids import id_list

__all__ = ["Vectors"]


class Vectors:
    """The store's cached vectors; what the bytes mean is the business of who puts them."""

    _database: Database

    def vectors(self, fingerprint: str, digests: Collection[str]) -> dict[str, bytes]:
        """The cached vectors of these texts by one encoder, by digest; what is not cached is not there."""
        rows = self._database.rows(
            "SELECT digest, data FROM vector WHERE fingerprint = ? AND digest IN (SELECT value FROM json_each(?))",
            (fingerprint, id_list(digests)),
        )
        return {row["digest"]: row["data"] for row in rows}

    def put_vectors(self, fingerprint: str, vectors: Mapping[str, bytes]) -> None:
        """Cache vectors of one encoder, by digest; one already there is replaced."""
        with self._database.transaction():
            self._database.run_many(
                "INSERT OR REPLACE INTO vector (fingerprint, digest, data) VALUES (?, ?, ?)",
                ((fingerprint, digest, bytes(data)) for digest, data in vectors.items()),
            )

    def count_vectors(self, *, but: Collection[str] = ()) -> tuple[int, int]:
        """How many vectors are cached and their bytes, those of the encoders with these fingerprints left out."""
        row = self._database.row(
            "SELECT count(*) AS many, coalesce(sum(length(data)), 0) AS size FROM vector "
            "WHERE fingerprint NOT IN (SELECT value FROM json_each(?))",
            (id_list(but),),
        )
        return (int(row["many"]), int(row["size"])) if row else (0, 0)

    def drop_vectors(self, *, keep: Collection[str] = ()) -> int:
        """Forget the vectors of every encoder but those whose fingerprints are given; how many went."""
        with self._database.transaction():
            return self._database.run(
                "DELETE FROM vector WHERE fingerprint NOT IN (SELECT value FROM json_each(?))", (id_list(keep),)
            )
