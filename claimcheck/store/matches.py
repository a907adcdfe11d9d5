"""Matches: what was found for each claim the last time it was looked up, an abstention included."""

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.records import Match
from claimcheck.shapes import match_from_json, review_from_json
from claimcheck.store.database import Database
from claimcheck.store.ids import CLAIM, REVIEW, require_id
from claimcheck.store.packing import bindable, pack_match, readable

__all__ = ["Matches"]


class Matches:
    """The store's matches."""

    _database: Database

    def put_matches(self, claim_id: str, matches: Sequence[Match]) -> None:
        """Replace what was found for a claim; a match is kept as this claim's whatever its own ``claim_id`` says.

        Raises:
            NotFound: the claim, or a match's review, is not in the store.
            ValueError: two matches of one rank.
        """
        if len({match.rank for match in matches}) != len(matches):
            raise ValueError(f"the matches of claim {claim_id} give a rank twice")
        with self._database.transaction():
            require_id(self._database, CLAIM, claim_id)
            for review_id in {match.review.id for match in matches if match.review}:
                require_id(self._database, REVIEW, review_id)
            self._database.run("DELETE FROM match WHERE claim_id = ?", (claim_id,))
            self._database.run_many(
                "INSERT INTO match (claim_id, rank, review_id, query, record) VALUES (?, ?, ?, ?, ?)",
                (
                    (
                        claim_id,
                        match.rank,
                        match.review and match.review.id,
                        bindable(match.query),
                        pack_match(replace(match, claim_id=claim_id)),
                    )
                    for match in matches
                ),
            )

    def matches(self, claim_id: str) -> list[Match]:
        """What was found for a claim, best first, with each review as it reads now; empty where it was not looked up.

        A match whose review was removed is gone, and those behind it move up: ranks count from 1 without a gap.
        """
        rows = self._database.rows(
            "SELECT match.query, match.record, review.record AS review FROM match "
            "LEFT JOIN review ON review.id = match.review_id WHERE match.claim_id = ? ORDER BY match.rank",
            (claim_id,),
        )
        found = []
        for rank, row in enumerate(rows, start=1):
            review = review_from_json(self._database.unpack(row["review"])) if row["review"] is not None else None
            match = match_from_json(self._database.unpack(row["record"]), review, query=readable(row["query"]))
            found.append(replace(match, rank=rank))
        return found
