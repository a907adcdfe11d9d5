"""A Label Studio of the desk's own: loopback only, telemetry off, one folder with everything in it.

It is started detached, so it outlives the command that started it, and only the very process we started is ever
stopped.
"""

import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claimcheck.errors import PortTaken, StudioStartFailed
from claimcheck.errors.databases import PostgresOther, StudioHasSqlite
from claimcheck.labelstudio.environment import environment_home, is_installed
from claimcheck.labelstudio.home import Credentials, ensure_credentials, read_credentials, studio_home, write_private
from claimcheck.labelstudio.postgres import Postgres, examine, keep_postgres, read_postgres
from claimcheck.labelstudio.process import alone, process_mark, stop_process
from claimcheck.labelstudio.studio_python import ask_database, studio_settings
from claimcheck.progress import Progress, unseen

__all__ = ["Studio", "demand_port", "find_studio", "start_studio", "stop_studio"]

_HOST = "127.0.0.1"
_DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # loopback never goes through a proxy


@dataclass(frozen=True, slots=True)
class Studio:
    """A local studio; ``url`` and ``pid`` are None while it does not run."""

    name: str
    home: Path
    url: str | None
    pid: int | None
    credentials: Credentials = field(repr=False)

    @property
    def running(self) -> bool:
        """Whether its process runs."""
        return self.pid is not None

    @property
    def email(self) -> str:
        """Who logs in."""
        return self.credentials.email

    @property
    def key_file(self) -> Path:
        """Where the password and the key are; only its owner can read it."""
        return self.home / "credentials.json"


def find_studio(name: str = "default") -> Studio | None:
    """The studio of this name, running or not; None where it was never started. Starts and stops nothing."""
    home = studio_home(name)
    credentials = read_credentials(home)
    if credentials is None:
        return None
    noted = _read_note(home)
    if noted and process_mark(noted["pid"]) == noted["mark"]:
        return Studio(name, home, f"http://{_HOST}:{noted['port']}", noted["pid"], credentials)
    return Studio(name, home, None, None, credentials)


def start_studio(
    name: str = "default",
    *,
    port: int | None = None,
    database: Postgres | None = None,
    patience: float = 300,
    progress: Progress = unseen,
) -> Studio:
    """Start the studio and wait until it answers to its own key; one that runs is returned as it is.

    Without ``port`` it takes the one it had last, else any free one, and with 0 any free one. The environment must be
    there (``install_studio``). Its tasks are kept in the ``database`` given, else in the one it has: SQLite to begin
    with.

    Raises:
        StudioHasSqlite, PostgresOther: it keeps its tasks elsewhere than in the database given.
        PostgresUnreachable, PostgresRefused, PostgresTooOld, PostgresNotEmpty: the database cannot be used.
        PortTaken: the port asked for is in use.
        StudioStartFailed: it ended or did not answer in time; its log says more.
    """
    home = studio_home(name)
    log = home / "server.log"
    if not is_installed():
        raise StudioStartFailed("it is not installed: run `claimcheck studio up`", str(log))
    demand_port(port, name)
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    with alone(home / "start.lock"):
        with _known_anew(home) as credentials:
            running = find_studio(name)
            where = _settled(home, name, credentials, database, running is not None and running.running)
            if running is not None and running.url is not None:
                _wait(running.url, running.pid or 0, credentials, log, patience, progress)
                return running
            chosen = _choose_port(port, (_read_note(home) or {}).get("port"))
        pid = _spawn(home, chosen, credentials, log, where)
        mark = process_mark(pid)
        if mark is None:
            raise StudioStartFailed(_last_line(log) or "it ended at once", str(log))
        write_private(home / "server.json", {"pid": pid, "mark": mark, "port": chosen, "started": time.time()})
        url = f"http://{_HOST}:{chosen}"
        try:
            _wait(url, pid, credentials, log, patience, progress)
        except BaseException:
            stop_process(pid, mark)
            raise
        return Studio(name, home, url, pid, credentials)


def demand_port(port: int | None, name: str = "default") -> None:
    """Raises PortTaken: the port asked for is in use, and not by the studio of this name."""
    if not port:
        return
    running = find_studio(name)
    if not (running and running.running) and not _is_free(port):
        raise PortTaken(port, "--port", "no --port")


@contextmanager
def _known_anew(home: Path) -> Iterator[Credentials]:
    """The credentials of a studio; where they are its first and it cannot be started, they are not left behind."""
    first = read_credentials(home) is None
    try:
        yield ensure_credentials(home)
    except BaseException:
        if first:
            (home / "credentials.json").unlink(missing_ok=True)
        raise


def stop_studio(name: str = "default") -> bool:
    """Stop the studio; False where it did not run. Its tasks and answers stay."""
    noted = _read_note(studio_home(name))
    return noted is not None and stop_process(noted["pid"], noted["mark"])


def _settled(home: Path, name: str, credentials: Credentials, asked: Postgres | None, running: bool) -> Postgres | None:
    """Where a studio keeps its tasks, seen to be there; a new one takes what is asked, and notes it."""
    kept = read_postgres(home)
    if asked is None or (kept is not None and kept.place == asked.place):
        found = asked or kept
        if found is not None and not running:
            examine(found, credentials)
            if found != kept:  # another user or password
                keep_postgres(home, found)
        return found
    if kept is not None:
        raise PostgresOther(name, str(kept))
    if running or (home / "label_studio.sqlite3").exists():
        raise StudioHasSqlite(name)
    if examine(asked, credentials) is None:
        ask_database(asked, "claim", credentials.id, "started")
    keep_postgres(home, asked)
    return asked


def _spawn(home: Path, port: int, credentials: Credentials, log: Path, database: Postgres | None) -> int:
    environ = studio_settings(home, database) | {
        "LABEL_STUDIO_USERNAME": credentials.email,
        "LABEL_STUDIO_PASSWORD": credentials.password,
        "LABEL_STUDIO_USER_TOKEN": credentials.token,
        "LABEL_STUDIO_ENABLE_LEGACY_API_TOKEN": "true",  # else the key of our own making is refused
        "LABEL_STUDIO_DISABLE_SIGNUP_WITHOUT_LINK": "true",
    }
    program = environment_home() / "bin" / "label-studio"
    command = [str(program), "start", "--no-browser", "--internal-host", _HOST, "--port", str(port)]
    log.unlink(missing_ok=True)
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        process = subprocess.Popen(
            command,
            cwd=home,
            env=environ,
            stdin=subprocess.DEVNULL,
            stdout=handle,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except OSError as error:
        raise StudioStartFailed(f"{program.name}: {error.strerror}", str(log)) from error
    finally:
        os.close(handle)
    process.returncode = 0  # it is meant to outlive us: no warning that it still runs
    return process.pid


def _wait(url: str, pid: int, credentials: Credentials, log: Path, patience: float, progress: Progress) -> None:
    """Until the server answers, and is ours: another could have taken the port in between."""
    began = time.monotonic()
    mark = process_mark(pid)
    while True:
        waited = time.monotonic() - began
        progress("starting Label Studio", int(waited), None)
        if mark is None or process_mark(pid) != mark:
            raise StudioStartFailed(_last_line(log) or "it ended by itself", str(log))
        health = _ask(f"{url}/health")
        if isinstance(health, dict) and health.get("status") == "UP":
            me = _ask(f"{url}/api/current-user/whoami", token=credentials.token)
            if isinstance(me, dict) and me.get("email") == credentials.email:
                return
            raise StudioStartFailed(f"what answers at {url} does not know this studio's key", str(log))
        if waited > patience:
            raise StudioStartFailed(f"no answer within {patience:g} s", str(log))
        time.sleep(0.25)


def _ask(url: str, *, token: str | None = None) -> Any:
    """What a server of ours answers, as JSON; None where it gives nothing of that kind."""
    request = urllib.request.Request(url, headers={"Authorization": f"Token {token}"} if token else {})
    try:
        with _DIRECT.open(request, timeout=10) as answer:
            return json.loads(answer.read(100_000))
    except (OSError, ValueError, urllib.error.URLError):
        return None


def _choose_port(asked: int | None, last: int | None) -> int:
    if asked:
        if not _is_free(asked):
            raise PortTaken(asked, "--port", "no --port")
        return asked
    last = None if asked == 0 else last
    deadline = time.monotonic() + 5  # a server that was just killed holds its port a moment longer
    while last is not None:
        if _is_free(last):
            return last
        if time.monotonic() > deadline:
            break
        time.sleep(0.1)
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        found: int = probe.getsockname()[1]
        return found


def _is_free(port: int) -> bool:
    """Whether we could listen there; Label Studio itself would silently take the next port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((_HOST, port))
        except OSError:
            return False
        return True


def _read_note(home: Path) -> dict[str, Any] | None:
    """What we noted of the process we started; None where there is no such note, or none that can be read."""
    try:
        noted = json.loads((home / "server.json").read_text(encoding="utf-8"))
        return {"pid": int(noted["pid"]), "mark": str(noted["mark"]), "port": int(noted["port"])}
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _last_line(log: Path) -> str:
    try:
        lines = [line.strip() for line in log.read_text(encoding="utf-8", errors="replace").splitlines()]
    except OSError:
        return ""
    return next((line[:200] for line in reversed(lines) if line), "")
