"""What is known of each Label Studio: version, annotators, tasks of our projects that are of no claim of ours yet."""

import json
from collections.abc import Collection, Mapping
from datetime import UTC, datetime

from claimcheck.store.database import Database

__all__ = ["Servers"]


class Servers:
    """The store's Label Studios."""

    _database: Database

    def server_version(self, server: str) -> str | None:
        """The release a server had when it was last used; None where it never was, or did not say."""
        version: str | None = self._database.value("SELECT version FROM server WHERE name = ?", (server,))
        return version

    def put_server_version(self, server: str, version: str, *, at: datetime | None = None) -> None:
        """Remember which release a server has."""
        when = (at or datetime.now(UTC)).isoformat()
        with self._database.transaction():
            self._database.run(
                "INSERT INTO server (name, version, seen) VALUES (?, ?, ?) "
                "ON CONFLICT (name) DO UPDATE SET version = excluded.version, seen = excluded.seen",
                (server, version, when),
            )

    def annotators_of(self, server: str) -> dict[int, dict[str, int]]:
        """By user of a server the names that their verdicts are kept under, and how many verdicts each has."""
        rows = self._database.rows(
            "SELECT coalesce(json_extract(raw, '$.completed_by.id'), json_extract(raw, '$.completed_by')) AS user, "
            "json_extract(record, '$.annotator') AS name, count(*) AS verdicts "
            "FROM verdict JOIN verdict_version USING (server, annotation_id, version) "
            "WHERE server = ? AND NOT gone AND typeof(raw) = 'text' AND typeof(record) = 'text' GROUP BY user, name",
            (server,),
        )
        found: dict[int, dict[str, int]] = {}
        for row in rows:
            if isinstance(row["user"], int):
                found.setdefault(row["user"], {})[str(row["name"])] = int(row["verdicts"])
        return found

    def put_foreign_tasks(self, server: str, project_id: int, claims: Mapping[int, str]) -> None:
        """Remember tasks of a project whose claims are not in this workspace: task id → claim id."""
        with self._database.transaction():
            self._database.run_many(
                "INSERT INTO foreign_task (server, project_id, task_id, claim_id) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (server, project_id, task_id) DO UPDATE SET claim_id = excluded.claim_id",
                [(server, project_id, task_id, claim_id) for task_id, claim_id in claims.items()],
            )

    def foreign_tasks_come_home(self, server: str, project_id: int) -> list[int]:
        """Those of the remembered foreign tasks whose claims have come to this workspace since, by ascending id."""
        rows = self._database.rows(
            "SELECT task_id FROM foreign_task JOIN claim ON claim.id = foreign_task.claim_id "
            "WHERE server = ? AND project_id = ? ORDER BY task_id",
            (server, project_id),
        )
        return [int(row["task_id"]) for row in rows]

    def forget_foreign_tasks(self, server: str, project_id: int, task_ids: Collection[int]) -> None:
        """Look at these tasks again at the next pull: they are ours after all, or gone; unknown ones do nothing."""
        with self._database.transaction():
            self._database.run(
                "DELETE FROM foreign_task WHERE server = ? AND project_id = ? "
                "AND task_id IN (SELECT value FROM json_each(?))",
                (server, project_id, json.dumps(list(task_ids))),
            )
