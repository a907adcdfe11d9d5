"""Bringing a workspace's database up to date: all or nothing, with a copy of the former state beside it."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from claimcheck.errors import NotAWorkspace, WorkspaceDamaged, WorkspaceTooNew
from claimcheck.store.schema import APPLICATION_ID, Migration

__all__ = ["back_up", "migrate", "read_version", "split_statements"]


def read_version(connection: sqlite3.Connection, path: Path) -> int:
    """The format of the database, 0 where it holds nothing yet; reads only.

    Raises:
        NotAWorkspace: it is another program's database.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application == APPLICATION_ID:
        return int(version)
    if application or version or tables:
        raise NotAWorkspace(str(path), "is another program's database")
    return 0


def migrate(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> Path | None:
    """Apply what is missing, in one transaction; the backup that was made, None where nothing was there to lose.

    ``connection`` is in autocommit and its process holds the writer's lock. A failure leaves the database as it was.

    Raises:
        WorkspaceTooNew: the database is newer than the last migration.
        WorkspaceDamaged: a migration does not fit what is there.
    """
    found, wanted = read_version(connection, path), migrations[-1].version
    if found > wanted:
        raise WorkspaceTooNew(str(path.parent), found=found, wanted=wanted)
    pending = [each for each in migrations if each.version > found]
    if not pending:
        return None
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    backup = back_up(connection, path.with_name(f"{path.stem}-v{found}.backup.db")) if tables else None
    connection.execute("PRAGMA foreign_keys = OFF")  # a migration may rebuild a table others refer to
    connection.execute("BEGIN IMMEDIATE")
    try:
        for migration in pending:
            for statement in split_statements(migration.sql):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {wanted}")
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise sqlite3.IntegrityError("rows would refer to rows that are not there")
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if isinstance(error, sqlite3.OperationalError) and "full" in str(error):
            raise
        why = f"it cannot be brought from format {found} to {wanted}: {error}"
        raise WorkspaceDamaged(str(path), why) from error
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")
    return backup


def back_up(connection: sqlite3.Connection, path: Path) -> Path:
    """A whole copy of the database in a new file, synced to disk; a number is added where ``path`` is taken."""
    number = 1
    target = path
    while target.exists():
        number += 1
        target = path.with_name(f"{path.stem}-{number}{path.suffix}")
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    copy = sqlite3.connect(part)
    try:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, to be moved about freely
    finally:
        copy.close()
    descriptor = os.open(part, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    part.replace(target)
    return target


def split_statements(sql: str) -> Iterator[str]:
    """The statements of a script, one by one; ``executescript`` would commit between them.

    >>> [each.strip() for each in split_statements("CREATE TABLE a (b); -- two; at once\\nDROP TABLE a;")]
    ['CREATE TABLE a (b);', '-- two; at once\\nDROP TABLE a;']
    """
    statement = ""
    pieces = sql.split(";")
    for piece in pieces[:-1]:
        statement += piece + ";"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if (statement + pieces[-1]).strip():
        yield statement + pieces[-1]
