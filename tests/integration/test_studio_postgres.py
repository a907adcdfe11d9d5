"""A studio on Debian's PostgreSQL: moved there with every id and answer, backed up, and what can go wrong."""

import json
import os
import socket
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from claimcheck.flows.pull import pull_verdicts
from claimcheck.labelstudio import Studio, StudioClient, environment_home, find_studio, studio_home
from claimcheck.labelstudio.backup import back_up_studio, restore_studio
from claimcheck.labelstudio.inside import job
from claimcheck.labelstudio.postgres import read_postgres
from tests.integration.conftest import NAME
from tests.integration.desks import Desk
from tests.integration.postgres import PASSWORD, Server, running_postgres

pytestmark = [pytest.mark.studio]

TABLES = ("htx_user", "project", "task", "task_completion", "prediction", "tasks_annotationdraft", "authtoken_token")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running_postgres() as found:
        yield found


def command(*arguments: object, password: str = PASSWORD, stdin: str = "") -> "subprocess.CompletedProcess[str]":
    program = str(Path(sys.executable).with_name("claimcheck"))
    environ = {**os.environ, "PGPASSWORD": password}
    return subprocess.run(
        [program, *map(str, arguments)], env=environ, input=stdin, capture_output=True, text=True, timeout=280
    )


def answered(desk: Desk, studio: Studio) -> None:
    """An annotation that was edited, a skip and a draft, by two people."""
    api, task = desk.client._api, desk.task_id()
    verdict = {"from_name": "verdict", "to_name": "claim", "type": "choices", "value": {"choices": ["FALSE"]}}
    made = api.annotations.create(task, result=[verdict], lead_time=7.5)
    api.annotations.update(made.id, result=[{**verdict, "value": {"choices": ["TRUE"]}}])
    other = desk.client.create_user(f"{desk.claim_id}-{task}@desk.example", "Ben", "Example")
    desk.client.create_annotation(task, [], user_id=other, seconds=3.0, skipped=True)
    key = {"Authorization": f"Token {studio.credentials.token}"}
    draft = {"result": [verdict], "lead_time": 2.0}
    httpx.post(f"{studio.url}/api/tasks/{task}/drafts", json=draft, headers=key).raise_for_status()


def rows(path: Path, table: str) -> list[tuple[Any, ...]]:
    with sqlite3.connect(path) as database:
        return database.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()


@pytest.fixture
def copied(
    make_desk: Any, studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Desk, Path]]:
    """A workspace with answers that were pulled, and a stopped copy of its studio under the name ``team``."""
    desk = make_desk()
    desk.push()
    answered(desk, studio)
    pull_verdicts(desk.store, desk.client, scheme=desk.scheme, title=desk.title)
    back_up_studio(tmp_path / "studio.tar.gz", NAME)
    monkeypatch.setenv("CLAIMCHECK_STUDIO_HOME", str(tmp_path / "studios"))
    restore_studio(tmp_path / "studio.tar.gz", "team")
    yield desk, studio_home("team")
    command("studio", "down", "--name", "team")


@pytest.mark.slow
@pytest.mark.timeout(900)  # seconds: minutes of it are Label Studio making its tables, on a busy machine many
def test_a_studio_moves_with_every_answer_and_its_workspace_sees_no_change(
    copied: tuple[Desk, Path], server: Server, tmp_path: Path
) -> None:
    desk, home = copied
    source = home / "label_studio.sqlite3"
    before = source.read_bytes()
    url = server.create("team")
    # killed while it copies: nothing is moved, and the next run begins anew
    program = str(Path(sys.executable).with_name("claimcheck"))
    broken = subprocess.Popen(
        [program, "studio", "move", "--to-postgres", url, "--name", "team"],
        env={**os.environ, "PGPASSWORD": PASSWORD},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    deadline = time.monotonic() + 60
    while server.ask("team", "SELECT count(*) FROM pg_tables WHERE tablename = 'django_migrations'") == "0":
        assert time.monotonic() < deadline
        time.sleep(0.1)
    commands = "\0".join(_command_lines(broken.pid))
    broken.kill()  # and it alone: what it had started goes on for a while
    broken.wait()
    assert "manage.py" in commands
    assert PASSWORD not in commands
    assert read_postgres(home) is None

    moved = command("studio", "move", "--to-postgres", url, "--name", "team")

    assert moved.returncode == 0, moved.stderr
    assert "a move broke off before: beginning it again" in moved.stderr
    assert f"team keeps its tasks in {url} now: " in moved.stderr
    assert source.read_bytes() == before
    assert stat.S_IMODE((home / "database.json").stat().st_mode) == 0o600
    for table in TABLES:
        assert server.ask("team", f"SELECT count(*) FROM {table}") == str(len(rows(source, table))), table
    assert int(server.ask("team", "SELECT count(*) FROM task_completion")) >= 2
    moments = (
        "SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') FROM task_completion ORDER BY id"
    )
    with sqlite3.connect(source) as database:
        kept = [row[0] for row in database.execute("SELECT created_at FROM task_completion ORDER BY id")]
    assert server.ask("team", moments).splitlines() == kept
    again = command("studio", "move", "--to-postgres", url, "--name", "team")
    assert again.returncode == 0
    assert f"team has moved to {url} before: nothing to do" in again.stderr
    (home / "database.json").unlink()  # as if killed before this was written: the copy is found to be the same
    once_more = command("studio", "move", "--to-postgres", url, "--name", "team")
    assert f"{url} holds this studio already: comparing" in once_more.stderr
    assert once_more.returncode == 0
    assert read_postgres(home)

    up = command("studio", "up", "--name", "team", password="")
    assert up.returncode == 0, up.stderr
    status = json.loads(command("studio", "status", "--name", "team", "--format", "jsonl").stdout)
    assert status["database"] == url
    team = find_studio("team")
    assert team
    assert team.url
    client = StudioClient(team.url, team.credentials.token, server=team.credentials.server)
    desk.client = client
    pulled = pull_verdicts(desk.store, client, scheme=desk.scheme, title=desk.title)
    assert (pulled.new, pulled.changed) == (0, 0)
    pushed = desk.push()
    assert (pushed.created, pushed.updated, pushed.unchanged) == (0, 0, 1)
    fresh = client._api.annotations.create(desk.task_id(), result=[], lead_time=1.0)
    assert fresh.id > max(row[0] for row in rows(source, "task_completion"))  # no number is given twice
    assert PASSWORD not in (home / "server.log").read_text(errors="replace")
    assert PASSWORD not in "\0".join(_command_lines(team.pid or 0))
    refused = command("studio", "move", "--to-postgres", url, "--name", "team")
    assert refused.stderr.splitlines() == [
        "claimcheck: the studio 'team' runs: stop it first, `claimcheck studio down --name team`"
    ]
    other = command("studio", "up", "--name", "team", "--postgres", server.url("another"))
    assert f"the studio 'team' keeps its tasks in {url}: leave out --postgres" in other.stderr

    # an older copy of it never writes over what was done since
    restore_studio(tmp_path / "studio.tar.gz", "older")
    older = command("studio", "move", "--to-postgres", url, "--name", "older")
    assert older.returncode == 1
    (line,) = older.stderr.splitlines()[-1:]
    assert f"the database {url} holds this studio already, with other work than its SQLite file (" in line
    assert server.ask("team", f"SELECT count(*) FROM task_completion WHERE id = {fresh.id}") == "1"

    # a backup of what runs on PostgreSQL is a studio that can be restored anywhere
    out = tmp_path / "team.tar.gz"
    backed = command("studio", "backup", out, "--name", "team")
    assert backed.returncode == 0, backed.stderr
    restore_studio(out, "back")
    back = studio_home("back") / "label_studio.sqlite3"
    assert read_postgres(studio_home("back")) is None
    for table in TABLES:
        there = rows(back, table)
        if table == "task_completion":
            there = [row for row in there if row[0] != fresh.id]
            assert [row[0] for row in there] == [row[0] for row in rows(source, table)]
        assert len(there) == len(rows(source, table)), table
    facts = _job_says(server, "team", "compare", str(back))
    assert facts["differ"] == []


def test_what_cannot_be_used_is_one_line_and_leaves_the_studio_as_it_was(
    copied: tuple[Desk, Path], server: Server
) -> None:
    _, home = copied
    before = (home / "label_studio.sqlite3").read_bytes()
    server.create("full")
    server.ask("full", "CREATE TABLE theirs (id int)")
    server.create("empty")
    shown = server.url("empty").replace("desk@", f"desk:{'geheim'}@")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = free.getsockname()[1]
    with OldPostgres() as old:
        for url, password, says in (
            (
                f"postgresql://desk@127.0.0.1:{nobody}/x",
                PASSWORD,
                f"no PostgreSQL answers at postgresql://desk@127.0.0.1:{nobody}/x (connection",
            ),
            (server.url("empty"), "wrong", 'refuses (password authentication failed for user "desk")'),
            (server.url("missing"), PASSWORD, 'refuses (database "missing" does not exist)'),
            (server.url("full"), PASSWORD, "holds 1 table that is not this studio's: name an empty one"),
            (
                f"postgresql://desk@127.0.0.1:{old.port}/x",
                PASSWORD,
                "is version 12.4, Label Studio wants 14 or later: upgrade it",
            ),
            (shown, PASSWORD, "the address holds a password, which the process list shows"),
            ("mysql://desk@h/x", PASSWORD, "it does not begin with postgresql://"),
            ("postgresql://desk@h", PASSWORD, "it names no database"),
            ("postgresql://desk@h/x?sslmode=maybe", PASSWORD, "sslmode is 'maybe', wanted one of allow"),
        ):
            run = command("studio", "move", "--to-postgres", url, "--name", "team", password=password)
            assert run.returncode == 1
            (line,) = run.stderr.splitlines()
            assert says in line
            assert PASSWORD not in line
            assert "geheim" not in line
    up = command("studio", "up", "--name", "team", "--postgres", server.url("empty"))
    assert "`claimcheck studio move --to-postgres URL --name team` takes them along" in up.stderr
    none = command("studio", "move", "--to-postgres", server.url("empty"), "--name", "nobody")
    assert "the studio 'nobody' has no tasks in SQLite to move" in none.stderr
    assert (home / "label_studio.sqlite3").read_bytes() == before
    assert read_postgres(home) is None
    assert server.ask("empty", "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == "0"


class OldPostgres:
    """Lets anybody in and says that it is version 12.4."""

    def __enter__(self) -> "OldPostgres":
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def _serve(self) -> None:
        while True:
            try:
                there, _ = self._socket.accept()
            except OSError:
                return
            with there:
                there.recv(1000)  # may it be TLS? no
                there.sendall(b"N")
                there.recv(1000)
                status = b"server_version\x0012.4\x00"
                ready = b"Z" + (5).to_bytes(4, "big") + b"I"
                there.sendall(
                    b"R"
                    + (8).to_bytes(4, "big")
                    + bytes(4)
                    + b"S"
                    + (4 + len(status)).to_bytes(4, "big")
                    + status
                    + ready
                )
                there.recv(1000)


def _command_lines(pid: int) -> list[str]:
    """Of a process and all below it, as the process list shows them."""
    found, todo = [], [pid]
    while todo:
        each = todo.pop()
        place = Path(f"/proc/{each}")
        found.append((place / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace"))
        for thread in (place / "task").iterdir():
            todo += map(int, (thread / "children").read_text().split())
    return found


def _job_says(server: Server, database: str, *what: str) -> dict[str, Any]:
    environ = {"PGHOST": "127.0.0.1", "PGPORT": str(server.port), "PGUSER": "desk", "PGDATABASE": database}
    python = environment_home() / "bin" / "python"
    done = subprocess.run(
        [python, "-I", "-B", job.__file__, *what],
        env={**environ, "PGPASSWORD": PASSWORD},
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])["done"]
    return found
