"""The workspace's store: opened for reading or writing, closed again; its methods stand with their nouns."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

from claimcheck.errors import NotAWorkspace, WorkspaceMissing, WorkspaceOutdated, WorkspaceTooNew, WorkspaceUnwritable
from claimcheck.files import DATABASE
from claimcheck.shapes import indexed_number, review_from_json
from claimcheck.store.assignments import Assignments
from claimcheck.store.changes import Changes
from claimcheck.store.counts import Counts
from claimcheck.store.database import Database, clear_errors
from claimcheck.store.ids import Noun, ids_beginning
from claimcheck.store.lock import WriterLock
from claimcheck.store.matches import Matches
from claimcheck.store.migrations import back_up, migrate, read_version
from claimcheck.store.schema import MIGRATIONS, Migration
from claimcheck.store.servers import Servers
from claimcheck.store.splits import Splits
from claimcheck.store.tasks import Tasks
from claimcheck.store.vectors import Vectors
from claimcheck.store.verdicts import Verdicts

__all__ = ["LOCK_FILE", "Store"]

LOCK_FILE = "workspace.lock"
"""The writer's lock, in the workspace's folder."""


class Store(Splits, Counts, Changes, Matches, Tasks, Servers, Assignments, Verdicts, Vectors):
    """Everything a workspace knows. One writer at a time, any number of readers beside it; a context manager.

    What a writing method returned from is on the disk: killing the process loses none of it. Each method is all or
    nothing; ``transaction`` makes several so. ``created`` says whether opening made the workspace, ``backup`` where
    its former state is when opening brought it up to date.
    """

    def __init__(self, database: Database, lock: WriterLock | None, *, created: bool, backup: Path | None) -> None:
        self._database, self._lock = database, lock
        self.folder, self.created, self.backup = database.path.parent, created, backup

    @staticmethod
    def is_in(folder: Path) -> bool:
        """Whether there is a workspace in a folder, whatever its state."""
        return (folder / DATABASE).exists()

    @classmethod
    def open(cls, folder: Path, *, create: bool, write: bool, migrations: Sequence[Migration] = MIGRATIONS) -> "Store":
        """Open the workspace in a folder; ``create`` makes it (only with ``write``) where there is none.

        A writer brings an older workspace up to date and keeps a backup. A reader changes nothing, needs no right to
        write, and is never kept waiting by a writer.

        Raises:
            WorkspaceMissing: there is none, and none was to be made.
            WorkspaceTooNew: a later claimcheck wrote it.
            WorkspaceOutdated: an earlier claimcheck wrote it and it is only to be read.
            NotAWorkspace, WorkspaceDamaged: something else is there, or it is broken; the file is left as it is.
            AlreadyWriting: another writer has it open.
            WorkspaceUnwritable: the folder or file cannot be made, opened or written.
        """
        if create and not write:
            raise ValueError("only a writer can create a workspace")
        path = folder / DATABASE
        wanted = migrations[-1].version
        found = _find_version(path)
        if found > wanted:
            raise WorkspaceTooNew(str(folder), found=found, wanted=wanted)
        if not found and not create:
            raise WorkspaceMissing(str(folder))
        if not write:
            if found < wanted:
                raise WorkspaceOutdated(str(folder), found=found, wanted=wanted)
            return cls(Database.reading(path), None, created=False, backup=None)
        return cls._open_to_write(path, migrations)

    @classmethod
    def _open_to_write(cls, path: Path, migrations: Sequence[Migration]) -> "Store":
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError) as error:
            raise NotAWorkspace(str(path.parent), "is a file or lies below one") from error
        except OSError as error:
            raise WorkspaceUnwritable(str(path.parent), error.strerror or str(error)) from error
        lock = WriterLock.acquire(path.with_name(LOCK_FILE))
        database = None
        try:
            database = Database.writing(path)
            with clear_errors(path):
                created = read_version(database.connection, path) == 0
                backup = migrate(database.connection, path, migrations)
        except BaseException:
            if database is not None:
                database.close()
            lock.release()
            raise
        return cls(database, lock, created=created, backup=backup)

    @property
    def writable(self) -> bool:
        """Whether it was opened to write."""
        return self._database.writable

    @property
    def format(self) -> int:
        """The number of the workspace's format."""
        with clear_errors(self._database.path):
            return read_version(self._database.connection, self._database.path)

    def pseudonym_key(self) -> str:
        """The secret under which this workspace's annotators are hashed in exports: 64 hex digits, made with it."""
        return str(self._database.value("SELECT value FROM meta WHERE name = 'pseudonym_key'"))

    def workspace_id(self) -> str:
        """What tells this workspace from others at the same Label Studio: 16 hex digits, made with it."""
        return str(self._database.value("SELECT value FROM meta WHERE name = 'id'"))

    def transaction(self) -> AbstractContextManager[None]:
        """Make several writing methods one: all of the body or none of it."""
        return self._database.transaction()

    def snapshot(self) -> AbstractContextManager[None]:
        """Make several reading methods see one state, whatever a writer does meanwhile."""
        return self._database.snapshot()

    def back_up(self, path: Path) -> Path:
        """A whole copy of the database as one file; a number is added where ``path`` is taken. Where it went."""
        with clear_errors(path):
            return back_up(self._database.connection, path)

    def ids(self, of: Noun, beginning: str = "", *, most: int = 100) -> list[str]:
        """The first ids of a kind of record that begin so, in their order: what a shell completes."""
        return ids_beginning(self._database, of, beginning, most=most)

    def count_rows(self) -> dict[str, int]:
        """How many rows each table has, by name: how large a workspace is, and nothing of what it says."""
        tables = [row["name"] for row in self._database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
        mine = sorted(name for name in tables if not name.startswith("sqlite_"))
        return {name: int(self._database.value(f'SELECT count(*) FROM "{name}"')) for name in mine}

    @property
    def log_bytes(self) -> int:
        """The size of the write-ahead log: what was written and not yet moved into the database itself."""
        log = self._database.path.with_name(f"{DATABASE}-wal")
        return log.stat().st_size if log.exists() else 0

    def find_faults(self) -> list[str]:
        """What is wrong with the database, in SQLite's words or ours; empty where nothing is. Reads all of it."""
        return list(self._faults())

    def _faults(self) -> Iterator[str]:
        with self.snapshot():  # a writer beside it must not look like a fault
            for (words,) in self._database.rows("PRAGMA integrity_check"):
                if words != "ok":
                    yield words
            for row in self._database.rows("PRAGMA foreign_key_check"):
                yield f"a row of {row['table']} refers to a {row['parent']} that is not there"
            rows = self._database.stream("SELECT record FROM review")
            total = sum(indexed_number(review_from_json(self._database.unpack(row["record"]))) for row in rows)
            if f"{total % (1 << 256):064x}" != self.reviews_digest():
                yield "the digest of the past checks is not theirs"

    def close(self) -> None:
        """Close it and let others write; a second time does nothing."""
        self._database.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _find_version(path: Path) -> int:
    """The format of the workspace, read without touching it; 0 where there is none or an empty file."""
    try:
        if not path.is_file():
            if path.exists():
                raise NotAWorkspace(str(path), "is not a file")
            return 0
        if path.stat().st_size == 0 and not path.with_name(path.name + "-wal").exists():
            return 0
    except PermissionError as error:
        raise WorkspaceUnwritable(str(path.parent), error.strerror or str(error)) from error
    database = Database.reading(path)
    try:
        with clear_errors(path):
            return read_version(database.connection, path)
    finally:
        database.close()
