"""A job on a PostgreSQL database, done by Label Studio's own Python: ``job.py WHAT [ARGUMENT…]``.

Where the database is, and its password, come in the environment as libpq reads it, never on the command line. What is
said is one JSON object a line: progress, and at the end ``done`` with facts or ``error`` with a kind and a text.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING or __name__ != "__main__":
    from claimcheck.labelstudio.inside import copying
else:  # by Label Studio's Python, which has only what stands beside this file
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    import copying

__all__ = ["main"]

_MARK = "claimcheck_studio"
_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename <> %s ORDER BY tablename"


def main(arguments: list[str]) -> int:
    """Do the job and say how it went."""
    import psycopg

    what, *rest = arguments
    try:
        with psycopg.connect(autocommit=True) as there:
            _say(done=JOBS[what](there, *rest))
    except psycopg.OperationalError as error:
        _say(error=(_kind(error), _line(error)))
    except copying.CannotCopy as error:
        _say(error=("copy", str(error)))
    except (psycopg.DataError, psycopg.IntegrityError, psycopg.NotSupportedError) as error:
        _say(error=("value", _line(error)))
    except psycopg.Error as error:
        _say(error=("database", _line(error)))
    return 0


def _say(**what: Any) -> None:
    """One line of what is going on."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def _facts(there: Any) -> dict[str, Any]:
    """What kind of database it is, and whose: ``studio`` and ``state`` are None where no studio of ours claimed it."""
    tables = [name for (name,) in there.execute(_TABLES, (_MARK,))]
    owner = None
    if there.execute("SELECT to_regclass(%s)", (_MARK,)).fetchone()[0]:
        owner = there.execute(f"SELECT studio, state FROM {_MARK}").fetchone()
    (may,) = there.execute("SELECT has_schema_privilege(current_schema(), 'CREATE')").fetchone()
    (encoding,) = there.execute("SHOW server_encoding").fetchone()
    return {
        "version": there.info.server_version,
        "tables": len(tables),
        "studio": owner and owner[0],
        "state": owner and owner[1],
        "may_create": may,
        "encoding": encoding,
    }


def _version(there: Any) -> dict[str, Any]:
    """Only the server's version, which it says before it is asked anything."""
    return {"version": there.info.server_version}


def _claim(there: Any, studio: str, state: str) -> dict[str, Any]:
    """Note whose database this is, before anything is made in it."""
    with there.transaction():
        there.execute(f"CREATE TABLE IF NOT EXISTS {_MARK} (studio text PRIMARY KEY, state text NOT NULL)")
        there.execute(f"DELETE FROM {_MARK}")
        there.execute(f"INSERT INTO {_MARK} VALUES (%s, %s)", (studio, state))
    return {}


def _clear(there: Any) -> dict[str, Any]:
    """Remove what a move that broke off had made; only ever called where the mark says so.

    What it had started may still be at work here, as the same user: that is ended first.
    """
    from psycopg import sql

    there.execute(
        "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity "
        "WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()"
    )
    for (name,) in there.execute(_TABLES, (_MARK,)).fetchall():
        there.execute(sql.SQL("DROP TABLE IF EXISTS {} CASCADE").format(sql.Identifier(name)))
    return {}


def _move(there: Any, source: str, studio: str) -> dict[str, Any]:
    """Everything of a SQLite file into this database, compared, and only then kept: one transaction."""
    with there.transaction():
        found = copying.copy_in(there, Path(source), leave_out={_MARK}, tell=_tell)
        there.execute(f"UPDATE {_MARK} SET state = 'moved' WHERE studio = %s", (studio,))
    return found


def _compare(there: Any, source: str) -> dict[str, Any]:
    """How many rows each has, and the tables that differ."""
    return copying.differences(there, Path(source), leave_out={_MARK}, tell=_tell)


def _fetch(there: Any, target: str) -> dict[str, Any]:
    """Everything of this database, as of one moment, into a SQLite file that has the tables; compared."""
    there.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    return copying.copy_out(there, Path(target), leave_out={_MARK}, tell=_tell)


JOBS: dict[str, Callable[..., dict[str, Any]]] = {
    "claim": _claim,
    "clear": _clear,
    "compare": _compare,
    "facts": _facts,
    "fetch": _fetch,
    "move": _move,
    "version": _version,
}
"""What can be asked for."""


def _tell(done: int, total: int) -> None:
    _say(progress=(done, total))


def _kind(error: Any) -> str:
    """Whether nobody answered, nobody was let in, or what was begun came to an end."""
    if error.sqlstate and error.sqlstate[:2] not in {"28", "3D"}:
        return "database"  # it was let in: a full disk, a server that stops
    return "refused" if error.sqlstate or "FATAL" in str(error) else "unreachable"


def _line(error: BaseException) -> str:
    """The last thing an error of the database says; it may name a user or a host, never a password."""
    lines = [each.strip() for each in str(error).splitlines() if each.strip()] or [type(error).__name__]
    said = next((each for each in lines if "FATAL" in each or "ERROR" in each), lines[0])
    return said.rpartition("FATAL:")[2].strip()[:200] if "FATAL:" in said else said[:200]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
