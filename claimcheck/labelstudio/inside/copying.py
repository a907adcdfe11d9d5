"""All rows of all tables from SQLite to PostgreSQL or back, the two compared by a digest of each table."""

import sqlite3
import sys
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING or "claimcheck" in sys.modules:
    from claimcheck.labelstudio.inside.values import KINDS, Digest, parsed, to_postgres, to_sqlite
else:
    from values import KINDS, Digest, parsed, to_postgres, to_sqlite

__all__ = ["CannotCopy", "Tell", "copy_in", "copy_out", "differences"]

Tell = Callable[[int, int], None]
_BLOCK = 1_000
_OWN = {"core_asyncmigrationstatus"}  # what a database notes of its own making, not of anybody's work


class CannotCopy(Exception):
    """The two are not of one make, or do not hold the same in the end; its text says where."""


@dataclass(frozen=True)
class _Table:
    """A table that both have: its columns, their types in PostgreSQL, and the column that a sequence numbers."""

    name: str
    columns: list[str]
    kinds: list[str]
    serial: str | None

    @property
    def quoted(self) -> str:
        """Its columns, for SQL."""
        return ", ".join(f'"{each}"' for each in self.columns)


def copy_in(there: Any, source: Path, *, leave_out: Collection[str], tell: Tell) -> dict[str, Any]:
    """Fill PostgreSQL's tables with SQLite's rows; the caller's transaction keeps it or not.

    Raises:
        CannotCopy: other tables or columns, another state of migrations, or rows that differ afterwards.
    """
    here = _opened(source)
    tables = _tables(there, here, leave_out)
    _same_migrations(there, here)
    total = sum(_count(here, each.name) for each in tables)
    there.execute("SET CONSTRAINTS ALL DEFERRED")
    for table in tables:  # what making the tables put there, such as permissions, under numbers of its own
        there.execute(f"DELETE FROM {_quoted(table.name)}")
    digests, done = dict[str, Digest](), 0
    for table in tables:
        digests[table.name] = Digest()
        with there.cursor() as cursor, cursor.copy(f"COPY {_quoted(table.name)} ({table.quoted}) FROM STDIN") as into:
            for row in here.execute(f"SELECT {table.quoted} FROM {_quoted(table.name)}"):
                digests[table.name].add(parsed(row, table.kinds))
                into.write_row([to_postgres(value, kind) for value, kind in zip(row, table.kinds, strict=True)])
                done += 1
                if done % _BLOCK == 0:
                    tell(done, 2 * total)
        _number_on(there, here, table)
    for table in tables:
        found = _digest_there(there, table)
        done += found.rows
        tell(done, 2 * total)
        if str(found) != str(digests[table.name]):
            raise CannotCopy(f"the table {table.name} differs after the copy")
    here.close()
    return {"tables": len(tables), "rows": total, "counts": {name: each.rows for name, each in digests.items()}}


def copy_out(there: Any, target: Path, *, leave_out: Collection[str], tell: Tell) -> dict[str, Any]:
    """Fill SQLite's tables with PostgreSQL's rows.

    Raises:
        CannotCopy: as ``copy_in``.
    """
    here = sqlite3.connect(target, isolation_level=None)
    here.execute("PRAGMA foreign_keys = OFF")
    here.execute("BEGIN")
    tables = _tables(there, here, leave_out)
    _same_migrations(there, here)
    total = sum(there.execute(f"SELECT count(*) FROM {_quoted(each.name)}").fetchone()[0] for each in tables)
    counts, done = dict[str, int](), 0
    for table in tables:
        here.execute(f"DELETE FROM {_quoted(table.name)}")
        marks, digest = ", ".join("?" * len(table.columns)), Digest()
        insert = f"INSERT INTO {_quoted(table.name)} ({table.quoted}) VALUES ({marks})"
        with there.cursor(name="rows") as cursor:
            for row in cursor.execute(f"SELECT {table.quoted} FROM {_quoted(table.name)}"):
                digest.add(parsed(row, table.kinds))
                here.execute(insert, [to_sqlite(value, kind) for value, kind in zip(row, table.kinds, strict=True)])
                done += 1
                if done % _BLOCK == 0:
                    tell(done, total)
        if str(_digest_here(here, table)) != str(digest):
            raise CannotCopy(f"the table {table.name} differs after the copy")
        counts[table.name] = digest.rows
        _number_back(there, here, table)
    here.execute("COMMIT")
    here.close()
    return {"tables": len(tables), "rows": total, "counts": counts}


def differences(there: Any, source: Path, *, leave_out: Collection[str], tell: Tell) -> dict[str, Any]:
    """The tables whose rows differ, and how many rows SQLite has."""
    here = _opened(source)
    tables = _tables(there, here, leave_out)
    unlike, rows, counts = list[str](), 0, dict[str, int]()
    for number, table in enumerate(tables, start=1):
        digest = _digest_here(here, table)
        rows += digest.rows
        counts[table.name] = digest.rows
        if str(_digest_there(there, table)) != str(digest):
            unlike.append(table.name)
        tell(number, len(tables))
    here.close()
    return {"tables": len(tables), "rows": rows, "differ": unlike, "counts": counts}


def _opened(source: Path) -> sqlite3.Connection:
    """A SQLite file to read, as of one moment."""
    here = sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)
    here.execute("BEGIN")
    return here


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _count(here: sqlite3.Connection, name: str) -> int:
    return int(here.execute(f"SELECT count(*) FROM {_quoted(name)}").fetchone()[0])


def _tables(there: Any, here: sqlite3.Connection, leave_out: Collection[str]) -> list[_Table]:
    """The tables, which must be the same ones on both sides; columns that PostgreSQL computes are left to it."""
    found: dict[str, dict[str, tuple[str, bool, bool]]] = {}
    query = (
        "SELECT table_name, column_name, udt_name, is_generated <> 'NEVER', "
        "pg_get_serial_sequence(quote_ident(table_name), column_name) IS NOT NULL FROM information_schema.columns "
        "JOIN information_schema.tables USING (table_schema, table_name) "
        "WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY table_name, ordinal_position"
    )
    for name, column, kind, made, counted in there.execute(query):
        if name not in leave_out:
            found.setdefault(name, {})[column] = (kind, made, counted)
    names = {name for (name,) in here.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    names = {name for name in names if not name.startswith("sqlite_")}
    for name in _OWN:
        found.pop(name, None)
    names -= _OWN
    if names != set(found):
        raise CannotCopy(f"only one of the two has the table {min(names ^ set(found))}")
    tables = []
    for name, columns in sorted(found.items()):
        known = {row[1] for row in here.execute(f"PRAGMA table_info({_quoted(name)})")}
        kept = {column: kind for column, (kind, made, _) in columns.items() if not made}
        if known - set(columns) or set(kept) - known:
            raise CannotCopy(f"only one of the two has the column {name}.{min(known ^ set(columns))}")
        if strange := sorted(set(kept.values()) - KINDS):
            raise CannotCopy(f"the table {name} has a column of the type {strange[0]}, which is not carried")
        serial = next((column for column, (_, _, counted) in columns.items() if counted), None)
        tables.append(_Table(name, list(kept), list(kept.values()), serial))
    return tables


def _same_migrations(there: Any, here: sqlite3.Connection) -> None:
    """Both were made by the same Label Studio."""
    query = "SELECT app, name FROM django_migrations"
    unlike = {tuple(row) for row in there.execute(query)} ^ {tuple(row) for row in here.execute(query)}
    if unlike:
        app, name = min(unlike)
        raise CannotCopy(
            f"only one of the two has seen the migration {app}.{name}: start this studio once, then stop it"
        )


def _digest_there(there: Any, table: _Table) -> Digest:
    digest = Digest()
    with there.transaction(), there.cursor(name="digest") as cursor:
        for row in cursor.execute(f"SELECT {table.quoted} FROM {_quoted(table.name)}"):
            digest.add(parsed(row, table.kinds))
    return digest


def _digest_here(here: sqlite3.Connection, table: _Table) -> Digest:
    digest = Digest()
    for row in here.execute(f"SELECT {table.quoted} FROM {_quoted(table.name)}"):
        digest.add(parsed(row, table.kinds))
    return digest


def _number_on(there: Any, here: sqlite3.Connection, table: _Table) -> None:
    """New rows get numbers behind all that were ever given, so that none is given twice."""
    if table.serial is None:
        return
    given = here.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table.name,)).fetchone()
    (highest,) = here.execute(f'SELECT max("{table.serial}") FROM {_quoted(table.name)}').fetchone()
    last = max(int(given[0]) if given else 0, int(highest or 0))
    there.execute(
        "SELECT setval(pg_get_serial_sequence(quote_ident(%s), %s), %s, %s)",
        (table.name, table.serial, max(last, 1), last > 0),
    )


def _number_back(there: Any, here: sqlite3.Connection, table: _Table) -> None:
    if table.serial is None:
        return
    query = "SELECT pg_sequence_last_value(pg_get_serial_sequence(quote_ident(%s), %s)::regclass)"
    (last,) = there.execute(query, (table.name, table.serial)).fetchone()
    if last is not None:
        here.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table.name,))
        here.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table.name, last))
