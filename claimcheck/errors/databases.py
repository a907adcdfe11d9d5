"""What can go wrong with the PostgreSQL database of a local Label Studio. No line holds a password."""

from claimcheck.errors.studios import StudioError
from claimcheck.progress import plural

__all__ = [
    "PostgresDiffers",
    "PostgresHasOwnWork",
    "PostgresNotEmpty",
    "PostgresOther",
    "PostgresPasswordShown",
    "PostgresRefused",
    "PostgresTooOld",
    "PostgresUnreachable",
    "PostgresUrlInvalid",
    "StudioHasSqlite",
    "StudioMoveFailed",
    "StudioNeverStarted",
]


class PostgresUrlInvalid(StudioError, ValueError):
    """An address that no PostgreSQL database can have."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"that is no address of a PostgreSQL database: {why}: wanted postgresql://user@host:5432/database"
        )
        self.why = why


class PostgresPasswordShown(StudioError, ValueError):
    """A password on the command line, where every user of the machine can read it."""

    def __init__(self) -> None:
        super().__init__(
            "the address holds a password, which the process list shows to everybody on this machine: leave it out and "
            "set PGPASSWORD, or give - and the whole address on standard input; think of this password as known now"
        )


class PostgresUnreachable(StudioError, ConnectionError):
    """No PostgreSQL answers."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(f"no PostgreSQL answers at {address} ({why}): start it, or correct the address")
        self.address, self.why = address, why


class PostgresRefused(StudioError, PermissionError):
    """PostgreSQL lets nobody in, or lets them do too little; ``why`` is its own word."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(
            f"the PostgreSQL at {address} refuses ({why}): check the user, the password (PGPASSWORD) and the database"
        )
        self.address, self.why = address, why


class PostgresTooOld(StudioError, ValueError):
    """A server that Label Studio's own Django no longer speaks to."""

    def __init__(self, address: str, found: str, wanted: int) -> None:
        super().__init__(
            f"the PostgreSQL at {address} is version {found}, Label Studio wants {wanted} or later: upgrade it"
        )
        self.address, self.found, self.wanted = address, found, wanted


class PostgresNotEmpty(StudioError, FileExistsError):
    """A database that holds something else would be written over."""

    def __init__(self, address: str, tables: int) -> None:
        super().__init__(
            f"the database {address} holds {plural(tables, 'table that is', 'tables that are')} not this studio's: "
            "name an empty one (createdb)"
        )
        self.address, self.tables = address, tables


class PostgresHasOwnWork(StudioError, FileExistsError):
    """A database holds other work of the same studio than its SQLite file, perhaps later work."""

    def __init__(self, address: str, tables: list[str]) -> None:
        super().__init__(
            f"the database {address} holds this studio already, with other work than its SQLite file "
            f"({', '.join(tables[:3])} differ): set that file aside and run `claimcheck studio up --postgres` to go on "
            "with what is there, or name an empty database"
        )
        self.address, self.tables = address, tables


class PostgresOther(StudioError, ValueError):
    """A studio has another database already."""

    def __init__(self, name: str, has: str) -> None:
        super().__init__(f"the studio {name!r} keeps its tasks in {has}: leave out --postgres, or name another studio")
        self.name, self.has = name, has


class StudioHasSqlite(StudioError, ValueError):
    """A studio with tasks in SQLite is to be started on PostgreSQL."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"the studio {name!r} keeps its tasks in SQLite: `claimcheck studio move --to-postgres URL --name {name}` "
            "takes them along; or name another studio"
        )
        self.name = name


class StudioNeverStarted(StudioError, LookupError):
    """There is nothing to move."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"the studio {name!r} has no tasks in SQLite to move: `claimcheck studio up --postgres URL` starts one on "
            "PostgreSQL"
        )
        self.name = name


class PostgresDiffers(StudioError, RuntimeError):
    """A copy is not what was copied."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(f"nothing was moved to {address} ({why}): the studio stands as it was, in SQLite")
        self.address, self.why = address, why


class StudioMoveFailed(StudioError, RuntimeError):
    """A step of a move or a backup failed for another reason."""

    def __init__(self, what: str, why: str, log: str | None = None) -> None:
        super().__init__(
            f"{what} failed ({why}): {f'see {log}; ' if log else ''}the studio stands as it was, try again"
        )
        self.what, self.why, self.log = what, why, log
