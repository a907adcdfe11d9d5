"""Who is to judge which claims, in projects of their own, and which disagreements were put to an adjudicator."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from claimcheck.store.database import Database
from claimcheck.store.ids import CLAIM, require_id

__all__ = ["Assignment", "Assignments", "ProjectRole", "Question"]


@dataclass(frozen=True, slots=True)
class Assignment:
    """A claim given to an annotator: their ``place``-th; ``arm`` is None where nothing is hidden from anybody.

    ``moved_to`` names who took it over; the row stays.
    """

    claim_id: str
    annotator: str
    place: int
    arm: str | None
    at: datetime
    moved_to: str | None = None


@dataclass(frozen=True, slots=True)
class ProjectRole:
    """What a project is for: ``assignment`` (of ``annotator``'s tasks) or ``adjudication``.

    ``studio`` is the name its server goes by among the local ones.
    """

    server: str
    project_id: int
    purpose: str
    annotator: str | None
    studio: str


@dataclass(frozen=True, slots=True)
class Question:
    """A disagreement as put to an adjudicator; ``answers`` is the digest of the answers it shows."""

    server: str
    project_id: int
    claim_id: str
    answers: str


class Assignments:
    """The store's assignments, the roles of projects, and the questions of adjudications."""

    _database: Database

    def put_assignments(self, assignments: Sequence[Assignment]) -> None:
        """Keep new assignments, all or nothing; one that is there already stays as it is.

        Raises:
            NotFound: a claim is not in the store.
        """
        with self._database.transaction():
            for each in assignments:
                require_id(self._database, CLAIM, each.claim_id)
                self._database.run(
                    "INSERT INTO assignment (claim_id, annotator, place, arm, at, moved_to) VALUES (?, ?, ?, ?, ?, ?) "
                    "ON CONFLICT (claim_id, annotator) DO NOTHING",
                    (each.claim_id, each.annotator, each.place, each.arm, each.at.isoformat(), each.moved_to),
                )

    def assignments(self, *, annotator: str | None = None, moved: bool = False) -> list[Assignment]:
        """Assignments by annotator, in each in their order; with ``moved`` also those somebody else took over."""
        rows = self._database.rows(
            "SELECT * FROM assignment WHERE (?1 IS NULL OR annotator = ?1) AND (?2 OR moved_to IS NULL) "
            "ORDER BY annotator, place, claim_id",
            (annotator, moved),
        )
        return [
            Assignment(
                claim_id=row["claim_id"],
                annotator=row["annotator"],
                place=row["place"],
                arm=row["arm"],
                at=datetime.fromisoformat(row["at"]),
                moved_to=row["moved_to"],
            )
            for row in rows
        ]

    def move_assignments(self, moves: Iterable[tuple[Assignment, Assignment]]) -> None:
        """Hand assignments on, all or nothing: of each pair the first is marked as moved, the second is new."""
        with self._database.transaction():
            for old, new in moves:
                self._database.run(
                    "UPDATE assignment SET moved_to = ? WHERE claim_id = ? AND annotator = ?",
                    (new.annotator, old.claim_id, old.annotator),
                )
                self.put_assignments([new])

    def put_role(self, role: ProjectRole) -> None:
        """Remember what a project is for."""
        with self._database.transaction():
            self._database.run(
                "INSERT INTO project_role (server, project_id, purpose, annotator, studio) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (server, project_id) DO UPDATE SET "
                "purpose = excluded.purpose, annotator = excluded.annotator, studio = excluded.studio",
                (role.server, role.project_id, role.purpose, role.annotator, role.studio),
            )

    def drop_role(self, server: str, project_id: int) -> None:
        """Forget what a project is for; its tasks and verdicts stay."""
        with self._database.transaction():
            self._database.run("DELETE FROM project_role WHERE server = ? AND project_id = ?", (server, project_id))

    def roles(self, *, server: str | None = None) -> list[ProjectRole]:
        """The projects of assignments and adjudications, by server and id; of one server or all."""
        where = "TRUE" if server is None else "server = ?"
        rows = self._database.rows(
            f"SELECT * FROM project_role WHERE {where} ORDER BY server, project_id", () if server is None else (server,)
        )
        return [
            ProjectRole(row["server"], row["project_id"], row["purpose"], row["annotator"], row["studio"])
            for row in rows
        ]

    def put_questions(self, questions: Sequence[Question]) -> None:
        """Remember which answers the tasks of an adjudication show now, all or nothing."""
        with self._database.transaction():
            self._database.run_many(
                "INSERT INTO question (server, project_id, claim_id, answers) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (server, project_id, claim_id) DO UPDATE SET answers = excluded.answers",
                [(each.server, each.project_id, each.claim_id, each.answers) for each in questions],
            )

    def questions(self) -> list[Question]:
        """What was put to adjudicators, by claim, server and project."""
        rows = self._database.rows("SELECT * FROM question ORDER BY claim_id, server, project_id")
        return [Question(row["server"], row["project_id"], row["claim_id"], row["answers"]) for row in rows]
