"""A studio's tasks from SQLite to PostgreSQL: copied in one transaction, compared, and only then used.

Ids, people, keys, tasks, predictions, annotations, drafts and every moment stay as they are. Until the copy is found to
be the same, the studio is what it was; its SQLite file is never written. Whatever breaks it off, it can be run again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from claimcheck.errors import StudioRuns
from claimcheck.errors.databases import PostgresHasOwnWork, PostgresOther, StudioNeverStarted
from claimcheck.labelstudio.home import read_credentials, studio_home
from claimcheck.labelstudio.postgres import Postgres, examine, keep_postgres, read_postgres
from claimcheck.labelstudio.process import alone
from claimcheck.labelstudio.server import find_studio
from claimcheck.labelstudio.studio_python import ask_database, make_tables
from claimcheck.progress import Progress, Say, silent, unseen

__all__ = ["SQLITE", "MoveReport", "move_studio"]

SQLITE = "label_studio.sqlite3"
"""The file in a studio's folder that holds its tasks, where no PostgreSQL does."""


@dataclass(frozen=True, slots=True)
class MoveReport:
    """Rows of all tables and of each; ``left`` is the SQLite file as it was. Not ``moved``: it had moved before."""

    database: Postgres
    rows: int
    counts: Mapping[str, int]
    left: Path
    moved: bool = True


def move_studio(
    database: Postgres, name: str = "default", *, say: Say = silent, progress: Progress = unseen
) -> MoveReport:
    """Move a studio that does not run.

    Raises:
        StudioNeverStarted: it has no tasks in SQLite.
        PostgresOther: it keeps them in another PostgreSQL.
        StudioRuns: it runs.
        PostgresUnreachable, PostgresRefused, PostgresTooOld, PostgresNotEmpty: the database cannot take them.
        PostgresHasOwnWork: it holds this studio, with other work than the SQLite file.
        PostgresDiffers, StudioMoveFailed: the copy failed; the studio stands as it was.
    """
    home = studio_home(name)
    credentials = read_credentials(home)
    source = home / SQLITE
    if credentials is None or not source.is_file():
        raise StudioNeverStarted(name)
    _demand_stopped(name)  # before anybody waits for the lock that a start holds
    with alone(home / "start.lock"):
        _demand_stopped(name)
        kept = read_postgres(home)
        if kept is not None and kept.place != database.place:
            raise PostgresOther(name, str(kept))
        state = examine(database, credentials)
        if kept is not None:
            return MoveReport(database, 0, {}, source, moved=False)
        if state not in {None, "begun"}:  # moved before, or used since: never copied over
            say(f"{database} holds this studio already: comparing")
            found = ask_database(database, "compare", str(source), progress=progress, doing="comparing")
            if found["differ"]:
                raise PostgresHasOwnWork(str(database), found["differ"])
        else:
            _prepare(database, credentials.id, home, state, say)
            say("copying and comparing")
            found = ask_database(database, "move", str(source), credentials.id, progress=progress, doing="copying")
        keep_postgres(home, database)
    return MoveReport(database, int(found["rows"]), found["counts"], source)


def _demand_stopped(name: str) -> None:
    running = find_studio(name)
    if running is not None and running.running:
        raise StudioRuns(name)


def _prepare(database: Postgres, studio: str, home: Path, state: str | None, say: Say) -> None:
    """Empty tables; what a move that broke off had made goes first."""
    if state is not None:
        say("a move broke off before: beginning it again")
        ask_database(database, "clear")
    ask_database(database, "claim", studio, "begun")
    say("making Label Studio's tables there: about a minute")
    make_tables(home, database, home / "move.log")
