"""Label Studio projects and the tasks in them, with the past checks each task showed."""

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from claimcheck.records import Relation, ShownCheck, Task
from claimcheck.shapes import claim_from_json
from claimcheck.store.database import Database
from claimcheck.store.ids import CLAIM, id_list, require_id
from claimcheck.store.packing import pack_shown, unpack_shown

__all__ = ["ProjectRow", "TaskKey", "TaskState", "Tasks"]

TaskKey = tuple[str, int, str]
"""Server, project id, claim id."""


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A Label Studio project that tasks of this workspace go to; ``config_digest`` is of the labeling config it got."""

    server: str
    project_id: int
    title: str
    config_digest: str


@dataclass(frozen=True, slots=True)
class TaskState:
    """A state a task was in: the digest of its data, since when, and the past checks it showed."""

    claim_id: str
    digest: str
    since: datetime
    shown: tuple[ShownCheck, ...]


class Tasks:
    """The store's projects and tasks."""

    _database: Database

    def put_project(self, server: str, project_id: int, title: str, config_digest: str) -> None:
        """Keep a project, or what is new about it; it is now the one last used on its server."""
        with self._database.transaction():
            self._database.run(
                "INSERT INTO project (server, project_id, title, config_digest, used) "
                "VALUES (?, ?, ?, ?, (SELECT coalesce(max(used), 0) + 1 FROM project)) "
                "ON CONFLICT (server, project_id) DO UPDATE SET "
                "title = excluded.title, config_digest = excluded.config_digest, used = excluded.used",
                (server, project_id, title, config_digest),
            )

    def project(self, server: str) -> ProjectRow | None:
        """The project last used on a server; None where there is none."""
        row = self._database.row("SELECT * FROM project WHERE server = ? ORDER BY used DESC LIMIT 1", (server,))
        return None if row is None else _project(row)

    def projects(self) -> list[ProjectRow]:
        """All projects, the one last used first."""
        return [_project(row) for row in self._database.rows("SELECT * FROM project ORDER BY used DESC")]

    def pull_cursor(self, server: str, project_id: int) -> str | None:
        """Where the last pull from a project ended, in the words of who set it; None before the first."""
        query = "SELECT cursor FROM project WHERE server = ? AND project_id = ?"
        cursor: str | None = self._database.value(query, (server, project_id))
        return cursor

    def set_pull_cursor(self, server: str, project_id: int, cursor: str | None) -> None:
        """Remember where a pull ended; a project not known yet becomes known, without title."""
        with self._database.transaction():
            self._database.run(
                "INSERT INTO project (server, project_id, title, config_digest, used, cursor) "
                "VALUES (?, ?, '', '', (SELECT coalesce(max(used), 0) + 1 FROM project), ?) "
                "ON CONFLICT (server, project_id) DO UPDATE SET cursor = excluded.cursor",
                (server, project_id, cursor),
            )

    def put_tasks(self, tasks: Sequence[Task]) -> None:
        """Keep tasks, all or nothing; one whose server, project and claim are known is replaced.

        Raises:
            NotFound: a task's claim is not in the store.
        """
        with self._database.transaction():
            for task in tasks:
                require_id(self._database, CLAIM, task.claim_id)
                key = (task.server, task.project_id, task.claim_id)
                self._database.run(
                    "INSERT INTO task (server, project_id, claim_id, task_id, digest, pushed_at) "
                    "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (server, project_id, claim_id) DO UPDATE SET "
                    "task_id = excluded.task_id, digest = excluded.digest, pushed_at = excluded.pushed_at",
                    (*key, task.task_id, task.digest, task.pushed_at.isoformat()),
                )
                self._database.run("DELETE FROM shown WHERE server = ? AND project_id = ? AND claim_id = ?", key)
                self._database.run_many(
                    "INSERT INTO shown (server, project_id, claim_id, place, review_id, rank, similarity, score, "
                    "relation) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    ((*key, place, *_shown_columns(shown)) for place, shown in enumerate(task.shown)),
                )
                self._database.run(
                    "INSERT INTO task_state (server, project_id, claim_id, digest, at, shown) VALUES (?, ?, ?, ?, ?, ?)"
                    " ON CONFLICT (server, project_id, claim_id, digest) DO NOTHING",
                    (*key, task.digest, task.pushed_at.isoformat(), pack_shown(task.shown)),
                )

    def tasks(
        self,
        *,
        server: str | None = None,
        project_id: int | None = None,
        claim_ids: Collection[str] | None = None,
    ) -> list[Task]:
        """The tasks that fit everything given, by server, project and task id."""
        conditions, parameters = ["TRUE"], list[object]()
        if server is not None:
            conditions.append("task.server = ?")
            parameters.append(server)
        if project_id is not None:
            conditions.append("task.project_id = ?")
            parameters.append(project_id)
        if claim_ids is not None:
            conditions.append("task.claim_id IN (SELECT value FROM json_each(?))")
            parameters.append(id_list(claim_ids))
        where = " AND ".join(conditions)
        shown: dict[TaskKey, list[ShownCheck]] = {}
        with self._database.snapshot():
            rows = self._database.rows(
                f"SELECT * FROM task WHERE {where} ORDER BY server, project_id, task_id, claim_id", parameters
            )
            for row in self._database.rows(
                "SELECT shown.* FROM shown JOIN task USING (server, project_id, claim_id) "
                f"WHERE {where} ORDER BY place",
                parameters,
            ):
                shown.setdefault((row["server"], row["project_id"], row["claim_id"]), []).append(_shown(row))
        return [
            Task(
                server=row["server"],
                project_id=row["project_id"],
                claim_id=row["claim_id"],
                task_id=row["task_id"],
                digest=row["digest"],
                pushed_at=datetime.fromisoformat(row["pushed_at"]),
                shown=tuple(shown.get((row["server"], row["project_id"], row["claim_id"]), ())),
            )
            for row in rows
        ]

    def task_marks(self, server: str, project_id: int) -> dict[str, tuple[int, str]]:
        """The tasks of a project in short: claim id → task id and digest."""
        rows = self._database.rows(
            "SELECT claim_id, task_id, digest FROM task WHERE server = ? AND project_id = ?", (server, project_id)
        )
        return {row["claim_id"]: (row["task_id"], row["digest"]) for row in rows}

    def task_states(self, server: str, project_id: int) -> dict[tuple[str, str], TaskState]:
        """The states the tasks of a project were in, by claim id and digest of the data; also of dropped tasks."""
        rows = self._database.rows(
            "SELECT claim_id, digest, at, shown FROM task_state WHERE server = ? AND project_id = ?",
            (server, project_id),
        )
        return {
            (row["claim_id"], row["digest"]): TaskState(
                row["claim_id"], row["digest"], datetime.fromisoformat(row["at"]), unpack_shown(row["shown"])
            )
            for row in rows
        }

    def drop_tasks(self, keys: Iterable[TaskKey]) -> int:
        """Forget tasks by (server, project id, claim id), all or nothing; how many there were. Verdicts stay."""
        with self._database.transaction():
            statement = "DELETE FROM task WHERE server = ? AND project_id = ? AND claim_id = ?"
            return sum(self._database.run(statement, tuple(key)) for key in keys)

    def open_task_claims(self) -> list[tuple[str, str]]:
        """Id and text of each claim that has a task and no verdict yet, dropped ones left out; a skip is no verdict."""
        rows = self._database.rows("""
            SELECT claim.id, version.record FROM claim
            JOIN claim_version AS version ON version.claim_id = claim.id AND version.version = claim.current
            WHERE NOT claim.dropped
                AND EXISTS (SELECT 1 FROM task WHERE task.claim_id = claim.id)
                AND NOT EXISTS (
                    SELECT 1 FROM verdict
                    WHERE verdict.claim_id = claim.id AND NOT verdict.gone AND verdict.label IS NOT NULL
                )
            ORDER BY claim.place
        """)
        return [(row["id"], claim_from_json(self._database.unpack(row["record"])).text) for row in rows]


def _project(row: sqlite3.Row) -> ProjectRow:
    return ProjectRow(row["server"], row["project_id"], row["title"], row["config_digest"])


def _shown_columns(shown: ShownCheck) -> tuple[object, ...]:
    score = None if shown.score is None else float(shown.score)
    return shown.review_id, shown.rank, float(shown.similarity), score, shown.relation and shown.relation.value


def _shown(row: sqlite3.Row) -> ShownCheck:
    relation = Relation(row["relation"]) if row["relation"] else None
    return ShownCheck(row["review_id"], row["rank"], row["similarity"], row["score"], relation)
