"""Matches: what was found for each claim the last time it was looked up, an abstention included."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from claimcheck.records import ClaimReview, Match
from claimcheck.shapes import match_from_json, review_from_json
from claimcheck.store.database import Database
from claimcheck.store.ids import CLAIM, REVIEW, id_list, require_id
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
        return self.matches_of([claim_id]).get(claim_id, [])

    def matches_of(self, claim_ids: Collection[str]) -> dict[str, list[Match]]:
        """``matches`` of many claims at once; a claim that was not looked up is not there."""
        rows = self._database.rows(
            "SELECT match.claim_id, match.query, match.record, match.review_id, review.record AS review FROM match "
            "LEFT JOIN review ON review.id = match.review_id "
            "WHERE match.claim_id IN (SELECT value FROM json_each(?)) ORDER BY match.claim_id, match.rank",
            (id_list(claim_ids),),
        )
        reviews: dict[str, ClaimReview] = {}
        found: dict[str, list[Match]] = {}
        for row in rows:
            review = None
            if row["review"] is not None:
                review = reviews.get(row["review_id"])
                if review is None:
                    review = reviews[row["review_id"]] = review_from_json(self._database.unpack(row["review"]))
            match = match_from_json(self._database.unpack(row["record"]), review, query=readable(row["query"]))
            before = found.setdefault(row["claim_id"], [])
            before.append(replace(match, rank=len(before) + 1))
        return found
