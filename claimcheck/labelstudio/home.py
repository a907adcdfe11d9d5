"""Where a local studio keeps its things, and the key that opens it; the key never leaves this folder by itself."""

import json
import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claimcheck.errors import StudioFilesDamaged, StudioNameInvalid

__all__ = [
    "Credentials",
    "data_home",
    "ensure_credentials",
    "read_credentials",
    "studio_home",
    "studio_names",
    "write_private",
]

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
EMAIL = "desk@claimcheck.invalid"  # .invalid is reserved: nobody can own this address


@dataclass(frozen=True, slots=True)
class Credentials:
    """How to log in to a local studio; ``id`` names its database, whatever port it runs on."""

    id: str
    email: str
    password: str = field(repr=False)
    token: str = field(repr=False)

    @property
    def server(self) -> str:
        """The name its tasks and verdicts are kept under."""
        return f"studio:{self.id}"


def data_home() -> Path:
    """Where claimcheck keeps what is not a desk's work: ``$XDG_DATA_HOME/claimcheck``."""
    given = os.environ.get("XDG_DATA_HOME", "")
    base = Path(given) if given and Path(given).is_absolute() else Path.home() / ".local" / "share"
    return base / "claimcheck"


def studio_home(name: str) -> Path:
    """The folder of a local studio: under ``$CLAIMCHECK_STUDIO_HOME``, else under the data home.

    Raises:
        StudioNameInvalid: the name is no plain word.
    """
    if not _NAME.fullmatch(name):
        raise StudioNameInvalid(name)
    given = os.environ.get("CLAIMCHECK_STUDIO_HOME")
    return (Path(given).expanduser().absolute() if given else data_home() / "studio") / name


def studio_names() -> list[str]:
    """The local studios that were ever started here, by name."""
    found = studio_home("default").parent.glob("*/credentials.json")
    return sorted(each.parent.name for each in found if _NAME.fullmatch(each.parent.name))


def read_credentials(home: Path) -> Credentials | None:
    """The credentials of a studio; None where it was never started.

    Raises:
        StudioFilesDamaged: the file is not what we wrote.
    """
    path = home / "credentials.json"
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Credentials(**{key: str(data[key]) for key in ("id", "email", "password", "token")})
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError):
        raise StudioFilesDamaged(str(path), "is not a credentials file") from None
    except OSError as error:
        raise StudioFilesDamaged(str(path), f"cannot be read ({error.strerror})") from None


def ensure_credentials(home: Path) -> Credentials:
    """The credentials of a studio, made of fresh secrets where there are none; the file is its owner's alone."""
    known = read_credentials(home)
    if known is not None:
        return known
    made = Credentials(
        id=secrets.token_hex(6), email=EMAIL, password=secrets.token_urlsafe(18), token=secrets.token_hex(20)
    )
    write_private(
        home / "credentials.json",
        {"id": made.id, "email": made.email, "password": made.password, "token": made.token},
    )
    return made


def write_private(path: Path, data: Mapping[str, Any]) -> None:
    """Write JSON that only its owner can read, all or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        json.dump(data, out, indent=2)
        out.flush()
        os.fsync(out.fileno())
    draft.replace(path)
