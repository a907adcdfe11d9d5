"""One connection to the workspace's database, its transactions, and SQLite's failures in claimcheck's words."""

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from claimcheck.errors import AlreadyWriting, ClaimcheckError, NotAWorkspace, WorkspaceDamaged, WorkspaceUnwritable
from claimcheck.store.packing import Packed, unpack

__all__ = ["Database", "clear_errors"]

_PATIENCE = 15.0  # seconds to wait for another process that recovers or checkpoints the log
_CACHE = 64 * 1024  # KiB of pages kept in memory

Parameters = Sequence[Any] | Mapping[str, Any]


@contextlib.contextmanager
def clear_errors(path: Path) -> Iterator[None]:
    """SQLite's failures that are not ours, as one line each; a mistake of ours passes through unchanged."""
    try:
        yield
    except sqlite3.Error as error:
        clear = _translate(path, error)
        if clear is None:
            raise
        raise clear from error


def _translate(path: Path, error: sqlite3.Error) -> ClaimcheckError | None:
    code = getattr(error, "sqlite_errorcode", None)
    primary = None if code is None else code & 0xFF
    words = str(error)
    if primary == sqlite3.SQLITE_NOTADB:
        return NotAWorkspace(str(path), "is not an SQLite database")
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_FORMAT):
        return WorkspaceDamaged(str(path), words)
    if words.startswith(("no such table", "no such column", "Could not decode")):
        return WorkspaceDamaged(str(path), words)
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL):
        return AlreadyWriting(str(path.parent), "a program that does not take claimcheck's lock")
    if primary in (
        sqlite3.SQLITE_AUTH,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    ):
        return WorkspaceUnwritable(str(path.parent), words)
    return None


class Database:
    """A connection in autocommit; a writer's transactions nest."""

    def __init__(self, connection: sqlite3.Connection, path: Path, *, writable: bool) -> None:
        connection.row_factory = sqlite3.Row
        connection.execute(f"PRAGMA cache_size = -{_CACHE}")
        self._connection, self.path, self.writable = connection, path, writable

    @classmethod
    def reading(cls, path: Path) -> "Database":
        """Open to read, beside any writer; also in a folder that cannot be written."""
        with clear_errors(path):
            connection = _connect(path, "mode=ro")
            try:
                connection.execute("SELECT count(*) FROM sqlite_master")
            except sqlite3.Error as error:
                connection.close()
                if not _lacks_rights(error):
                    raise
                connection = _connect_unshared(path)
        return cls(connection, path, writable=False)

    @classmethod
    def writing(cls, path: Path) -> "Database":
        """Open to write, making an empty database where there is none; the caller holds the writer's lock.

        A commit returns when the rows are on the disk (``synchronous = FULL``).
        """
        with clear_errors(path):
            connection = _connect(path, "mode=rwc")
            try:
                (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
                if mode != "wal":
                    raise WorkspaceUnwritable(str(path.parent), "its file system allows no write-ahead log")
                connection.execute("PRAGMA synchronous = FULL")
                connection.execute("PRAGMA foreign_keys = ON")
            except BaseException:
                connection.close()
                raise
        return cls(connection, path, writable=True)

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection itself, for migrations."""
        return self._connection

    def rows(self, sql: str, parameters: Parameters = ()) -> list[sqlite3.Row]:
        """All rows of a query."""
        with clear_errors(self.path):
            return self._connection.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Parameters = ()) -> sqlite3.Row | None:
        """The first row of a query, None where there is none."""
        with clear_errors(self.path):
            row: sqlite3.Row | None = self._connection.execute(sql, parameters).fetchone()
            return row

    def value(self, sql: str, parameters: Parameters = ()) -> Any:
        """The first column of the first row, None where there is none."""
        row = self.row(sql, parameters)
        return None if row is None else row[0]

    def stream(self, sql: str, parameters: Parameters = ()) -> Iterator[sqlite3.Row]:
        """The rows of a query, as they come."""
        with clear_errors(self.path):
            yield from self._connection.execute(sql, parameters)

    def run(self, sql: str, parameters: Parameters = ()) -> int:
        """Run a statement inside a transaction; how many rows it changed."""
        with clear_errors(self.path):
            return self._connection.execute(sql, parameters).rowcount

    def run_many(self, sql: str, rows: Iterable[Parameters]) -> None:
        """Run a statement for each row, inside a transaction."""
        with clear_errors(self.path):
            self._connection.executemany(sql, rows)

    def unpack(self, record: Packed) -> Any:
        """A record's data.

        Raises:
            WorkspaceDamaged: it is not the JSON that was written.
        """
        try:
            return unpack(record)
        except ValueError as error:
            raise WorkspaceDamaged(str(self.path), f"a record is not JSON: {error}") from error

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All of the body or none of it; inside another one, part of that, and undone with it.

        Raises:
            WorkspaceUnwritable: the workspace was opened for reading.
        """
        if not self.writable:
            raise WorkspaceUnwritable(str(self.path.parent), "it was opened for reading")
        if self._connection.in_transaction:
            with self._between("SAVEPOINT inner", "RELEASE inner", "ROLLBACK TO inner"):
                yield
        else:
            with self._between("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"):
                yield

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        """All queries of the body see one state."""
        if self._connection.in_transaction:
            yield
        else:
            with self._between("BEGIN", "COMMIT", "ROLLBACK"):
                yield

    @contextlib.contextmanager
    def _between(self, begin: str, keep: str, undo: str) -> Iterator[None]:
        with clear_errors(self.path):
            self._connection.execute(begin)
        try:
            yield
            with clear_errors(self.path):
                self._connection.execute(keep)
        except BaseException:
            if self._connection.in_transaction:  # on a full disk SQLite has undone it all itself
                self._connection.execute(undo)
            raise

    def close(self) -> None:
        """Close the connection; the last one folds the write-ahead log into the database."""
        self._connection.close()


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?{mode}", uri=True, timeout=_PATIENCE, isolation_level=None)


def _lacks_rights(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)


def _connect_unshared(path: Path) -> sqlite3.Connection:
    """Open where not even the files that readers share can be made: right as long as nobody writes meanwhile."""
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        why = "its last writer was stopped midway and the folder cannot be written to finish that; copy it elsewhere"
        raise WorkspaceUnwritable(str(path.parent), why)
    return _connect(path, "immutable=1")
