"""Verdicts with every version and the annotation each came from; and what they settle to."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from claimcheck.records import Consensus, Verdict
from claimcheck.shapes import consensus_from_json, verdict_from_json
from claimcheck.store.database import Database
from claimcheck.store.ids import CLAIM, id_list, require_id
from claimcheck.store.packing import pack, pack_consensus, pack_verdict

__all__ = ["VerdictReport", "VerdictVersion", "Verdicts"]

_JOINED = "JOIN claim ON claim.id = {0}.claim_id JOIN article ON article.id = claim.article_id"


@dataclass(frozen=True, slots=True)
class VerdictReport:
    """How many verdicts a pull brought, changed, and found as they were."""

    new: int
    changed: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class VerdictVersion:
    """One state of a verdict with the annotation it was read from, as the server gave it; ``at`` is when it came."""

    version: int
    verdict: Verdict
    raw: Any
    at: datetime


class Verdicts:
    """The store's verdicts and consensuses."""

    _database: Database

    def put_verdicts(
        self, verdicts: Sequence[Verdict], raw: Mapping[int, Any], *, at: datetime | None = None
    ) -> VerdictReport:
        """Keep verdicts, all or nothing, each with its annotation from ``raw`` (by annotation id) if that is there.

        A verdict is known by (server, annotation id). A changed one is a new version, the former ones stay; one that
        was gone and is here again counts as changed.

        Raises:
            NotFound: a verdict's claim is not in the store.
        """
        when = (at or datetime.now(UTC)).isoformat()
        counts = {"new": 0, "changed": 0, "unchanged": 0}
        with self._database.transaction():
            for verdict in verdicts:
                counts[self._put_verdict(verdict, raw.get(verdict.annotation_id), when)] += 1
        return VerdictReport(**counts)

    def verdicts(self, *, claim_ids: Collection[str] | None = None, samples: bool = True) -> list[Verdict]:
        """The verdicts as they are now, skips included, by claim, server and annotation id.

        Those whose annotation was deleted are left out; without ``samples`` also sample verdicts and those on claims
        of sample articles.
        """
        conditions, parameters = ["NOT verdict.gone"], list[object]()
        if claim_ids is not None:
            conditions.append("verdict.claim_id IN (SELECT value FROM json_each(?))")
            parameters.append(id_list(claim_ids))
        if not samples:
            conditions.append("NOT verdict.sample AND NOT article.sample")
        rows = self._database.rows(
            f"SELECT verdict_version.record FROM verdict JOIN verdict_version USING (server, annotation_id, version) "
            f"{_JOINED.format('verdict')} WHERE {' AND '.join(conditions)} "
            "ORDER BY verdict.claim_id, verdict.server, verdict.annotation_id",
            parameters,
        )
        return [verdict_from_json(self._database.unpack(row["record"])) for row in rows]

    def verdict_history(self, server: str, annotation_id: int) -> list[VerdictVersion]:
        """Every version of a verdict, oldest first, also of one that is gone; empty where there never was one."""
        rows = self._database.rows(
            "SELECT * FROM verdict_version WHERE server = ? AND annotation_id = ? ORDER BY version",
            (server, annotation_id),
        )
        return [
            VerdictVersion(
                version=row["version"],
                verdict=verdict_from_json(self._database.unpack(row["record"])),
                raw=None if row["raw"] is None else self._database.unpack(row["raw"]),
                at=datetime.fromisoformat(row["at"]),
            )
            for row in rows
        ]

    def verdict_histories(self, claim_id: str) -> list[tuple[bool, list[VerdictVersion]]]:
        """Every verdict a claim ever had, also withdrawn ones: whether it is gone, and its versions, oldest first."""
        rows = self._database.rows(
            "SELECT server, annotation_id, gone FROM verdict WHERE claim_id = ? ORDER BY server, annotation_id",
            (claim_id,),
        )
        return [(bool(row["gone"]), self.verdict_history(row["server"], row["annotation_id"])) for row in rows]

    def mark_verdicts_gone(self, server: str, project_id: int, present_ids: Collection[int]) -> int:
        """Mark a project's verdicts whose annotation is not among ``present_ids`` as gone; how many that newly are."""
        present = set(present_ids)
        with self._database.transaction():
            rows = self._database.rows(
                "SELECT annotation_id FROM verdict WHERE server = ? AND project_id = ? AND NOT gone",
                (server, project_id),
            )
            gone = [(server, row["annotation_id"]) for row in rows if row["annotation_id"] not in present]
            self._database.run_many("UPDATE verdict SET gone = 1 WHERE server = ? AND annotation_id = ?", gone)
        return len(gone)

    def put_consensus(self, consensuses: Sequence[Consensus], *, method: str = "majority") -> None:
        """Replace everything that was settled before; ``method`` is how blind answers are settled from now on.

        Raises:
            NotFound: a claim is not in the store.
            ValueError: two consensuses on one claim.
        """
        if len({each.claim_id for each in consensuses}) != len(consensuses):
            raise ValueError("a claim was settled twice")
        with self._database.transaction():
            self._database.run("DELETE FROM consensus")
            self._database.run("INSERT OR REPLACE INTO meta (name, value) VALUES ('settle_method', ?)", (method,))
            for each in consensuses:
                require_id(self._database, CLAIM, each.claim_id)
                self._database.run(
                    "INSERT INTO consensus (claim_id, sample, record) VALUES (?, ?, ?)",
                    (each.claim_id, each.sample, pack_consensus(each)),
                )

    def settle_method(self) -> str:
        """How blind answers were settled last; by majority where they never were."""
        return str(self._database.value("SELECT value FROM meta WHERE name = 'settle_method'") or "majority")

    def consensuses(self, *, samples: bool) -> list[Consensus]:
        """What the verdicts last settled to, by claim id; without ``samples`` none of a sample verdict or article."""
        condition = "TRUE" if samples else "NOT consensus.sample AND NOT article.sample"
        rows = self._database.rows(
            f"SELECT consensus.record FROM consensus {_JOINED.format('consensus')} WHERE {condition} "
            "ORDER BY consensus.claim_id"
        )
        return [consensus_from_json(self._database.unpack(row["record"])) for row in rows]

    def _put_verdict(self, verdict: Verdict, raw: Any, when: str) -> str:
        key = (verdict.server, verdict.annotation_id)
        record = pack_verdict(verdict)
        row = self._database.row(
            "SELECT version, gone, record FROM verdict JOIN verdict_version USING (server, annotation_id, version) "
            "WHERE server = ? AND annotation_id = ?",
            key,
        )
        if row is not None and row["record"] == record:
            back = self._database.run(
                "UPDATE verdict SET gone = 0 WHERE server = ? AND annotation_id = ? AND gone", key
            )
            return "changed" if back else "unchanged"
        require_id(self._database, CLAIM, verdict.claim_id)
        version = 1 if row is None else row["version"] + 1
        self._database.run(
            "INSERT INTO verdict (server, annotation_id, project_id, claim_id, label, sample, version) "
            "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (server, annotation_id) DO UPDATE SET "
            "project_id = excluded.project_id, claim_id = excluded.claim_id, label = excluded.label, "
            "sample = excluded.sample, version = excluded.version, gone = 0",
            (
                *key,
                verdict.project_id,
                verdict.claim_id,
                verdict.label and verdict.label.value,
                verdict.sample,
                version,
            ),
        )
        self._database.run(
            "INSERT INTO verdict_version (server, annotation_id, version, at, record, raw) VALUES (?, ?, ?, ?, ?, ?)",
            (*key, version, when, record, None if raw is None else pack(raw)),
        )
        return "new" if row is None else "changed"
