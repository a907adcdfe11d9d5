"""A PostgreSQL of the tests' own on loopback, in a folder of its own, and how they speak to it."""

import contextlib
import glob
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cluster import free_port

__all__ = ["Server", "running_postgres"]

PASSWORD = "pass word/with@signs"


class Server:
    """A running server: makes databases, and asks them things."""

    def __init__(self, programs: Path, port: int) -> None:
        self.programs, self.port, self.password = programs, port, PASSWORD

    def url(self, database: str, user: str = "desk") -> str:
        """The address of a database, without the password."""
        return f"postgresql://{user}@127.0.0.1:{self.port}/{database}"

    def create(self, database: str) -> str:
        """A new, empty database of the user; its address."""
        self.ask("postgres", f'CREATE DATABASE "{database}" OWNER desk', user="postgres")
        return self.url(database)

    def ask(self, database: str, query: str, user: str = "desk") -> str:
        """What a query gives, unadorned."""
        command = ["psql", "-h", "127.0.0.1", "-p", str(self.port), "-U", user, "-d", database, "-AtXq", "-c", query]
        environ = {**os.environ, "PGPASSWORD": self.password}
        return subprocess.run(command, env=environ, capture_output=True, text=True, check=True).stdout.strip()


@contextlib.contextmanager
def running_postgres() -> Iterator[Server]:
    """Debian's PostgreSQL, started and stopped; a skip where it is not installed."""
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin"))  # noqa: PTH207 - the version is in the path
    if not found:
        pytest.skip("no PostgreSQL server (apt-get install postgresql)")
    programs, port = Path(found[-1]), free_port()
    home = Path(tempfile.mkdtemp(prefix="postgres-"))
    who = {}
    if os.getuid() == 0:  # it refuses to run as root
        other = pwd.getpwnam("postgres")
        os.chown(home, other.pw_uid, other.pw_gid)
        who = {"user": other.pw_uid, "group": other.pw_gid}
    secret = home / "password"
    secret.write_text(PASSWORD)
    secret.chmod(0o644)
    data = home / "data"
    made = ["initdb", "-D", data, "-U", "postgres", "--auth=scram-sha-256", f"--pwfile={secret}", "-E", "UTF8", "-N"]
    made += ["--locale=C.UTF-8"]
    options = f"-c listen_addresses=127.0.0.1 -p {port} -c unix_socket_directories={home} -c fsync=off"
    start = ["pg_ctl", "-D", data, "-o", options, "-l", home / "log", "-w", "-t", "120", "start"]
    try:
        for program, *arguments in (made, start):
            subprocess.run([programs / program, *arguments], cwd=home, check=True, stdout=subprocess.DEVNULL, **who)
        server = Server(programs, port)
        server.ask("postgres", f"CREATE ROLE desk LOGIN PASSWORD '{PASSWORD}'", user="postgres")
        yield server
    finally:
        stop = [programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop"]
        subprocess.run(stop, cwd=home, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **who)
        shutil.rmtree(home, ignore_errors=True)
