"""Taking in what a splitter made of an article: claims keep their ids, nothing a person touched is ever deleted."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.records import Article, Claim
from claimcheck.store.articles import Articles
from claimcheck.store.claims import Claims

__all__ = ["SplitReport", "Splits", "find_successor"]

_TOUCHED = """
SELECT EXISTS (SELECT 1 FROM claim WHERE id = :id AND dropped)
    OR EXISTS (SELECT 1 FROM claim_version WHERE claim_id = :id AND author IS NOT NULL)
    OR EXISTS (SELECT 1 FROM claim_event WHERE claim_id = :id AND author IS NOT NULL)
    OR EXISTS (SELECT 1 FROM task WHERE claim_id = :id)
    OR EXISTS (SELECT 1 FROM verdict WHERE claim_id = :id)
"""


@dataclass(frozen=True, slots=True)
class SplitReport:
    """How many claims a split brought (``new``), found again as they were or reworded, superseded, or removed."""

    new: int
    unchanged: int
    reworded: int
    superseded: int
    removed: int


class Splits(Articles, Claims):
    """How splits come into the store."""

    def record_split(self, article: Article, claims: Sequence[Claim]) -> SplitReport:
        """Keep an article and its claims, all or nothing.

        A claim whose id is known gets a new version where the splitter changed its mind; a person's version stays the
        current one. An id no longer produced is removed where nobody touched it; where it was pushed, judged, edited
        or dropped it becomes superseded and links to the new claim that overlaps its spans most, if any does. A
        superseded claim that is produced again is active again, a dropped one stays dropped.

        Raises:
            ValueError: a claim of another article, an id given twice, a score that is none.
        """
        produced = {claim.id: claim for claim in claims}
        if len(produced) != len(claims):
            raise ValueError(f"the split of article {article.id} gives a claim id twice")
        if any(claim.article_id != article.id for claim in claims):
            raise ValueError(f"the split of article {article.id} holds a claim of another article")
        if any(not 0 <= claim.score <= 1 for claim in claims):
            raise ValueError(f"the split of article {article.id} holds a score outside 0 to 1")
        with self._database.transaction():
            self.add_article(article)
            query = "SELECT id, superseded FROM claim WHERE article_id = ? ORDER BY place"
            known = {row["id"]: bool(row["superseded"]) for row in self._database.rows(query, (article.id,))}
            changed = [self._take_again(claim) for claim in claims if claim.id in known]
            for claim in claims:
                if claim.id not in known:
                    self._take_new(claim)
            gone = [claim_id for claim_id, superseded in known.items() if claim_id not in produced and not superseded]
            touched = [claim_id for claim_id in gone if self._database.value(_TOUCHED, {"id": claim_id})]
            for claim_id in gone:
                if claim_id in touched:
                    self._database.run("UPDATE claim SET superseded = 1 WHERE id = ?", (claim_id,))
                    self._add_event(claim_id, "superseded")
                else:
                    self._database.run("DELETE FROM claim WHERE id = ?", (claim_id,))
            self._link_successors(article.id, claims)
        return SplitReport(
            new=len(claims) - len(changed),
            unchanged=changed.count(False),
            reworded=changed.count(True),
            superseded=len(touched),
            removed=len(gone) - len(touched),
        )

    def _take_new(self, claim: Claim) -> None:
        self._database.run(
            "INSERT INTO claim (id, article_id, current, machine, checkable, score, start) "
            "VALUES (?, ?, 1, 1, ?, ?, ?)",
            (claim.id, claim.article_id, claim.checkable, float(claim.score), claim.spans[0].start),
        )
        self._add_version(claim, author=None)

    def _take_again(self, claim: Claim) -> bool:
        """Take a claim whose id is known; whether the splitter says something new of it."""
        stored = self.claim(claim.id)
        query = "UPDATE claim SET superseded = 0, successor_id = NULL WHERE id = ? AND superseded"
        if self._database.run(query, (claim.id,)):
            self._add_event(claim.id, "returned")
        if claim == stored.machine:
            return False
        version = self._add_version(claim, author=None)
        self._database.run("UPDATE claim SET machine = ? WHERE id = ?", (version, claim.id))
        if stored.author is None:
            self._point_current(claim, version)
        return True

    def _link_successors(self, article_id: str, claims: Sequence[Claim]) -> None:
        """Link superseded claims that have no successor, or whose successor was just removed."""
        query = "SELECT id FROM claim WHERE article_id = ? AND superseded AND successor_id IS NULL"
        for row in self._database.rows(query, (article_id,)):
            successor = find_successor(self.claim(row["id"]).machine, claims)
            if successor is not None:
                self._database.run("UPDATE claim SET successor_id = ? WHERE id = ?", (successor.id, row["id"]))


def find_successor(old: Claim, claims: Sequence[Claim]) -> Claim | None:
    """The claim that covers most of the same text (shared over joint characters); None where none shares any.

    Of equally good ones: the same assertion, the same kind, then the first in the text.
    """
    place = _characters(old)
    best: tuple[float, bool, bool, int, str] | None = None
    found = None
    for claim in claims:
        other = _characters(claim)
        shared = len(place & other)
        if not shared or claim.id == old.id:
            continue
        overlap = shared / len(place | other)
        key = (overlap, claim.assertion is old.assertion, claim.kind is old.kind, -claim.spans[0].start, claim.id)
        if best is None or key > best:
            best, found = key, claim
    return found


def _characters(claim: Claim) -> set[int]:
    return {place for span in claim.spans for place in range(span.start, span.end)}
