"""The PostgreSQL database of a local studio: its address, where that is kept, and what is asked of it before use.

The password is kept in the studio's folder, in a file only its owner can read, and handed on in the environment alone.
"""

import json
import os
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from claimcheck.errors import StudioFilesDamaged
from claimcheck.errors.databases import (
    PostgresNotEmpty,
    PostgresPasswordShown,
    PostgresRefused,
    PostgresTooOld,
    PostgresUrlInvalid,
)
from claimcheck.labelstudio.home import Credentials, write_private
from claimcheck.labelstudio.studio_python import ask_database

__all__ = ["OLDEST", "Postgres", "examine", "given_postgres", "keep_postgres", "parse_postgres", "read_postgres"]

OLDEST = 14
"""The first version that the Django of Label Studio's environment speaks to."""

_FILE = "database.json"
_OPTIONS = {"sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT", "connect_timeout": "PGCONNECT_TIMEOUT"}
_MODES = {"disable", "allow", "prefer", "require", "verify-ca", "verify-full"}
_NAME = re.compile(r"[^\x00-\x1f\x7f]{1,63}")


@dataclass(frozen=True, slots=True)
class Postgres:
    """Where a database is and who opens it; ``options`` are libpq's, by its names in an address."""

    host: str
    port: int
    user: str
    database: str
    password: str = field(default="", repr=False)
    options: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        """Its address, without the password."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"postgresql://{quote(self.user)}@{host}:{self.port}/{quote(self.database)}"

    @property
    def place(self) -> tuple[str, int, str]:
        """Which database it is, whoever opens it."""
        return self.host, self.port, self.database

    def for_libpq(self) -> dict[str, str]:
        """The environment of whoever speaks to it directly."""
        found = {
            "PGHOST": self.host,
            "PGPORT": str(self.port),
            "PGUSER": self.user,
            "PGPASSWORD": self.password,
            "PGDATABASE": self.database,
            "PGCONNECT_TIMEOUT": "10",
        }
        return found | {_OPTIONS[name]: value for name, value in self.options}

    def for_studio(self) -> dict[str, str]:
        """The environment of Label Studio, whose own names lack an S."""
        found = {
            "DJANGO_DB": "default",
            "POSTGRE_HOST": self.host,
            "POSTGRE_PORT": str(self.port),
            "POSTGRE_USER": self.user,
            "POSTGRE_PASSWORD": self.password,
            "POSTGRE_NAME": self.database,
        }
        return found | {_OPTIONS[name]: value for name, value in self.options}


def parse_postgres(url: str, *, password: str = "") -> Postgres:
    """The database of an address such as ``postgresql://user@host:5432/name?sslmode=require``.

    >>> str(parse_postgres("postgres://desk@db.example/labels", password="secret"))
    'postgresql://desk@db.example:5432/labels'

    Raises:
        PostgresUrlInvalid: it is none; what is wrong is named, the address is not repeated.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port or 5432
    except ValueError:
        raise PostgresUrlInvalid("its port or host cannot be read") from None
    if parts.scheme not in {"postgresql", "postgres"}:
        raise PostgresUrlInvalid("it does not begin with postgresql://")
    user, database = unquote(parts.username or ""), unquote(parts.path.removeprefix("/"))
    for what, value in (("user", user), ("host", parts.hostname or ""), ("database", database)):
        if not value or not (what == "host" or _NAME.fullmatch(value)):
            raise PostgresUrlInvalid(f"it names no {what}")
    options = parse_qsl(parts.query)
    for name, value in options:
        if name not in _OPTIONS:
            raise PostgresUrlInvalid(f"it has an option {name[:40]!r}; known: {', '.join(sorted(_OPTIONS))}")
        if name == "sslmode" and value not in _MODES:
            raise PostgresUrlInvalid(f"sslmode is {value[:40]!r}, wanted one of {', '.join(sorted(_MODES))}")
    return Postgres(parts.hostname or "", port, user, database, unquote(parts.password or password), tuple(options))


def given_postgres(given: str, *, stdin: BinaryIO | None = None, environ: Mapping[str, str] = os.environ) -> Postgres:
    """The database that a command line names: an address without a password, or ``-`` for standard input.

    The password is ``PGPASSWORD``'s, or stands in what standard input says.

    Raises:
        PostgresUrlInvalid: it is no address.
        PostgresPasswordShown: the command line holds a password.
    """
    password = environ.get("PGPASSWORD", "")
    if given == "-":
        line = stdin.readline(10_000).decode("utf-8", "replace") if stdin else ""
        return parse_postgres(line, password=password)
    found = parse_postgres(given)
    if found.password:
        raise PostgresPasswordShown
    return replace(found, password=password)


def read_postgres(home: Path) -> Postgres | None:
    """The database a studio keeps its tasks in; None where that is SQLite.

    Raises:
        StudioFilesDamaged: the file is not what we wrote.
    """
    path = home / _FILE
    try:
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        options = tuple((str(name), str(value)) for name, value in data.pop("options"))
        return Postgres(**{**data, "port": int(data["port"])}, options=options)
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError):
        raise StudioFilesDamaged(str(path), "is not the address of a database") from None
    except OSError as error:
        raise StudioFilesDamaged(str(path), f"cannot be read ({error.strerror})") from None


def keep_postgres(home: Path, database: Postgres) -> None:
    """From now on a studio keeps its tasks there."""
    write_private(home / _FILE, asdict(database))


def examine(database: Postgres, credentials: Credentials) -> str | None:
    """What this studio has noted in a database: ``begun``, ``moved``, ``started``; None where it is empty.

    Raises:
        PostgresUnreachable, PostgresRefused, PostgresTooOld: it cannot be used.
        PostgresNotEmpty: it is somebody else's.
    """
    number = int(ask_database(database, "version")["version"])
    if number // 10_000 < OLDEST:
        shown = f"{number // 10_000}.{number % 10_000}" if number >= 100_000 else f"{number // 10_000}"
        raise PostgresTooOld(str(database), shown, OLDEST)
    facts = ask_database(database, "facts")
    if not facts["may_create"]:
        raise PostgresRefused(str(database), f"{database.user} may not create tables")
    if facts["encoding"] != "UTF8":
        raise PostgresRefused(str(database), f"it is encoded in {facts['encoding']}, wanted UTF8")
    if facts["studio"] not in {None, credentials.id} or (facts["studio"] is None and facts["tables"]):
        raise PostgresNotEmpty(str(database), int(facts["tables"]))
    state: str | None = facts["state"]
    return state
