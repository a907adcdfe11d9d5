"""Claims: every version that the splitter or a person gave, which one counts now, and what people decided."""

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from types import EllipsisType

from claimcheck.errors import EditInvalid
from claimcheck.records import Claim, ClaimDate, ClaimKind, ClaimStatus
from claimcheck.shapes import claim_from_json
from claimcheck.store.database import Database
from claimcheck.store.edits import edited
from claimcheck.store.ids import CLAIM, find_id, id_list
from claimcheck.store.packing import pack_claim

__all__ = ["ClaimEvent", "ClaimVersion", "Claims", "StoredClaim"]

_SELECT = """
SELECT claim.*, now.record AS now, now.author, split.record AS split, article.sample
FROM claim
JOIN article ON article.id = claim.article_id
JOIN claim_version AS now ON now.claim_id = claim.id AND now.version = claim.current
JOIN claim_version AS split ON split.claim_id = claim.id AND split.version = claim.machine
"""


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim as it counts now, beside what the splitter said last.

    ``claim`` is version ``version``, a person's where ``author`` is set; a newer version of the splitter never
    replaces a person's, it only shows in ``machine``. ``successor_id`` is set on superseded claims that have one.
    """

    claim: Claim
    machine: Claim
    status: ClaimStatus
    version: int
    author: str | None
    successor_id: str | None
    sample: bool


@dataclass(frozen=True, slots=True)
class ClaimVersion:
    """One state of a claim; ``author`` is None where the splitter made it. ``version`` counts from 1."""

    version: int
    claim: Claim
    author: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class ClaimEvent:
    """A claim was ``dropped``, ``restored``, ``superseded`` or ``returned``, by a person or by a split (no author)."""

    what: str
    at: datetime
    author: str | None
    reason: str | None


class Claims:
    """The store's claims, as people see and change them; splits come in through ``Splits``."""

    _database: Database

    def claims(
        self,
        *,
        article_id: str | None = None,
        statuses: Collection[ClaimStatus] = frozenset({ClaimStatus.ACTIVE}),
        offered: bool | None = None,
        ids: Collection[str] | None = None,
    ) -> list[StoredClaim]:
        """Claims by article in the order these came, in each the best first, then by place in the text.

        ``offered`` keeps those that are, or are not, checkable in their current version.
        """
        conditions = ["claim.status IN (SELECT value FROM json_each(?))"]
        parameters: list[object] = [id_list([ClaimStatus(each).value for each in statuses])]
        if article_id is not None:
            conditions.append("claim.article_id = ?")
            parameters.append(article_id)
        if offered is not None:
            conditions.append("claim.checkable = ?")
            parameters.append(offered)
        if ids is not None:
            conditions.append("claim.id IN (SELECT value FROM json_each(?))")
            parameters.append(id_list(ids))
        order = "ORDER BY article.place, claim.score DESC, claim.start, claim.id"
        rows = self._database.rows(f"{_SELECT} WHERE {' AND '.join(conditions)} {order}", parameters)
        return [self._stored(row) for row in rows]

    def claim(self, wanted: str) -> StoredClaim:
        """The claim with this id, or the only one whose id begins so.

        Raises:
            NotFound: there is none.
            AmbiguousId: there are several.
        """
        with self._database.snapshot():
            claim_id = find_id(self._database, CLAIM, wanted)
            return self._stored(self._database.rows(f"{_SELECT} WHERE claim.id = ?", (claim_id,))[0])

    def edit_claim(
        self,
        wanted: str,
        *,
        author: str,
        text: str | None = None,
        kind: ClaimKind | None = None,
        language: str | None = None,
        needs_context: bool | None = None,
        checkable: bool | None = None,
        speaker: str | EllipsisType | None = ...,
        via: str | EllipsisType | None = ...,
        cue: str | EllipsisType | None = ...,
        subject: str | EllipsisType | None = ...,
        date: ClaimDate | EllipsisType | None = ...,
        at: datetime | None = None,
    ) -> StoredClaim:
        """A person's version of a claim, made from the current one; without a difference no version is made.

        What is not given stays; ``None`` for speaker, via, cue, subject or date says that there is none. Where the
        claim stands and how it is asserted is its identity and cannot be edited.

        Raises:
            NotFound, AmbiguousId: as ``claim``.
            EditInvalid: no author, an empty text or name, a date that is none.
        """
        with self._database.transaction():
            stored = self.claim(wanted)
            claim_id = stored.claim.id
            by = _checked_author(claim_id, author)
            firm: dict[str, object] = {"text": text, "kind": kind, "language": language, "checkable": checkable}
            firm["needs_context"] = needs_context
            loose: dict[str, object] = {"speaker": speaker, "via": via, "cue": cue, "subject": subject, "date": date}
            changes = {name: value for name, value in firm.items() if value is not None}
            claim = edited(stored.claim, changes | {name: value for name, value in loose.items() if value is not ...})
            if claim == stored.claim:
                return stored
            version = self._add_version(claim, author=by, at=at)
            self._point_current(claim, version)
            return self.claim(claim_id)

    def drop_claim(
        self, wanted: str, author: str, reason: str | None = None, *, at: datetime | None = None
    ) -> StoredClaim:
        """Take a claim out of the desk's work; it stays dropped when its article is split again.

        Dropping a dropped claim changes nothing.
        """
        with self._database.transaction():
            claim_id = self.claim(wanted).claim.id
            by = _checked_author(claim_id, author)
            if self._database.run("UPDATE claim SET dropped = 1 WHERE id = ? AND NOT dropped", (claim_id,)):
                self._add_event(claim_id, "dropped", author=by, reason=reason, at=at)
            return self.claim(claim_id)

    def restore_claim(self, wanted: str, author: str, *, at: datetime | None = None) -> StoredClaim:
        """Make a dropped or superseded claim active again; an active one stays as it is."""
        with self._database.transaction():
            stored = self.claim(wanted)
            claim_id = stored.claim.id
            by = _checked_author(claim_id, author)
            if stored.status is not ClaimStatus.ACTIVE:
                self._database.run(
                    "UPDATE claim SET dropped = 0, superseded = 0, successor_id = NULL WHERE id = ?", (claim_id,)
                )
                self._add_event(claim_id, "restored", author=by, at=at)
            return self.claim(claim_id)

    def history(self, wanted: str) -> list[ClaimVersion]:
        """Every version of a claim, oldest first; the splitter's and people's."""
        with self._database.snapshot():
            claim_id = find_id(self._database, CLAIM, wanted)
            rows = self._database.rows("SELECT * FROM claim_version WHERE claim_id = ? ORDER BY version", (claim_id,))
        return [
            ClaimVersion(
                row["version"], self._unpack_claim(row["record"]), row["author"], datetime.fromisoformat(row["at"])
            )
            for row in rows
        ]

    def events(self, wanted: str) -> list[ClaimEvent]:
        """When a claim was dropped, restored, superseded or returned, oldest first."""
        with self._database.snapshot():
            claim_id = find_id(self._database, CLAIM, wanted)
            rows = self._database.rows("SELECT * FROM claim_event WHERE claim_id = ? ORDER BY place", (claim_id,))
        return [
            ClaimEvent(row["what"], datetime.fromisoformat(row["at"]), row["author"], row["reason"]) for row in rows
        ]

    def _stored(self, row: sqlite3.Row) -> StoredClaim:
        claim = self._unpack_claim(row["now"])
        return StoredClaim(
            claim=claim,
            machine=claim if row["current"] == row["machine"] else self._unpack_claim(row["split"]),
            status=ClaimStatus(row["status"]),
            version=row["current"],
            author=row["author"],
            successor_id=row["successor_id"],
            sample=bool(row["sample"]),
        )

    def _unpack_claim(self, record: str | bytes) -> Claim:
        return claim_from_json(self._database.unpack(record))

    def _add_version(self, claim: Claim, *, author: str | None, at: datetime | None = None) -> int:
        version: int = self._database.value(
            "SELECT coalesce(max(version), 0) + 1 FROM claim_version WHERE claim_id = ?", (claim.id,)
        )
        self._database.run(
            "INSERT INTO claim_version (claim_id, version, author, at, record) VALUES (?, ?, ?, ?, ?)",
            (claim.id, version, author, (at or datetime.now(UTC)).isoformat(), pack_claim(claim)),
        )
        return version

    def _point_current(self, claim: Claim, version: int) -> None:
        self._database.run(
            "UPDATE claim SET current = ?, checkable = ?, score = ? WHERE id = ?",
            (version, claim.checkable, float(claim.score), claim.id),
        )

    def _add_event(
        self,
        claim_id: str,
        what: str,
        *,
        author: str | None = None,
        reason: str | None = None,
        at: datetime | None = None,
    ) -> None:
        self._database.run(
            "INSERT INTO claim_event (claim_id, at, author, what, reason) VALUES (?, ?, ?, ?, ?)",
            (claim_id, (at or datetime.now(UTC)).isoformat(), author, what, reason),
        )


def _checked_author(claim_id: str, author: str) -> str:
    if not author.strip():
        raise EditInvalid(claim_id, "a change needs its author's name")
    return author.strip()
