"""Label Studio's own Python put to work: on a PostgreSQL database, and to make or bring up to date its tables."""

import json
import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.errors.databases import (
    PostgresDiffers,
    PostgresRefused,
    PostgresUnreachable,
    StudioMoveFailed,
)
from claimcheck.labelstudio.environment import environment_home
from claimcheck.progress import Progress, unseen

if TYPE_CHECKING:
    from claimcheck.labelstudio.postgres import Postgres

__all__ = ["KEPT", "ask_database", "make_tables", "studio_settings"]

KEPT = ("PATH", "LANG", "LC_ALL", "TZ", "TMPDIR", "SSL_CERT_FILE")
"""What Label Studio sees of our environment; the rest could point it elsewhere."""

_JOB = Path(__file__).parent / "inside" / "job.py"


def studio_settings(home: Path, database: "Postgres | None") -> dict[str, str]:
    """The environment in which Label Studio finds its folder and its database, and tells nobody."""
    private = home / "home"
    private.mkdir(exist_ok=True, mode=0o700)
    found = {key: os.environ[key] for key in KEPT if key in os.environ}
    found |= {
        "HOME": str(private),
        "LABEL_STUDIO_BASE_DATA_DIR": str(home),
        "LATEST_VERSION_CHECK": "false",
        "COLLECT_ANALYTICS": "false",
        "SENTRY_DSN": "",
        "FRONTEND_SENTRY_DSN": "",
    }
    return found | (database.for_studio() if database else {"DJANGO_DB": "sqlite"})


def ask_database(
    database: "Postgres", what: str, *arguments: str, progress: Progress = unseen, doing: str = ""
) -> dict[str, Any]:
    """What a job on a database found.

    Raises:
        PostgresUnreachable, PostgresRefused: nobody is let in.
        PostgresDiffers: the two databases are not of one make, or a copy is not what was copied.
        StudioMoveFailed: anything else.
    """
    environ = {key: os.environ[key] for key in KEPT if key in os.environ} | database.for_libpq()
    command = [str(environment_home() / "bin" / "python"), "-I", "-B", str(_JOB), what, *arguments]
    last: dict[str, Any] = {}
    with subprocess.Popen(
        command,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
    ) as job:
        try:
            for line in job.stdout or ():
                last = json.loads(line)
                if "progress" in last:
                    progress(doing or what, *last["progress"])
        except BaseException:
            job.kill()
            raise
        said = (job.stderr.read() if job.stderr else "").strip().splitlines()
    if "done" in last:
        found: dict[str, Any] = last["done"]
        return found
    kind, text = last.get("error") or ("", said[-1][:200] if said else f"it ended with {job.returncode}")
    if kind == "unreachable":
        raise PostgresUnreachable(str(database), text)
    if kind == "refused":
        raise PostgresRefused(str(database), text)
    if kind in {"copy", "value"}:
        raise PostgresDiffers(str(database), text)
    raise StudioMoveFailed(f"the work on {database}", text)


def make_tables(home: Path, database: "Postgres | None", log: Path) -> None:
    """Make Label Studio's tables, or bring them up to date, in a database; None: in the SQLite file of the folder.

    Raises:
        StudioMoveFailed: they cannot be made; the log says more.
    """
    python = environment_home() / "bin" / "python"
    (found, *_) = [*environment_home().glob("lib/python*/site-packages/label_studio/manage.py"), None]
    log.unlink(missing_ok=True)
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        done = subprocess.run(
            [str(python), str(found), "migrate", "--noinput", "--no-color", "-v", "0"],
            cwd=home,
            env=studio_settings(home, database) | {"DJANGO_SETTINGS_MODULE": "core.settings.label_studio"},
            stdin=subprocess.DEVNULL,
            stdout=handle,
            stderr=subprocess.STDOUT,
            check=False,
        )
    finally:
        os.close(handle)
    if done.returncode != 0:
        lines = [
            line.strip() for line in log.read_text(encoding="utf-8", errors="replace").splitlines() if line.strip()
        ]
        raise StudioMoveFailed("making Label Studio's tables", lines[-1][:200] if lines else "it ended", str(log))
