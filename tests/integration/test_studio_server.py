"""The local studio itself: it is ours, only ours is stopped, and a crash loses nothing."""

import json
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimcheck.errors import PortTaken, StudioFilesDamaged, StudioStartFailed, StudioUnknown
from claimcheck.errors.databases import PostgresUnreachable
from claimcheck.flows.studio import connect, local_studio_password, local_studio_status, start_local_studio
from claimcheck.labelstudio import Studio, find_studio, start_studio, stop_studio, studio_home
from claimcheck.labelstudio.postgres import given_postgres
from claimcheck.labelstudio.process import process_mark
from claimcheck.settings import Settings
from tests.integration.conftest import NAME

pytestmark = [pytest.mark.studio]


def test_a_studio_that_runs_is_reused(studio: Studio):
    assert start_studio(NAME) == find_studio(NAME)


def test_it_says_how_to_log_in_and_is_found_by_its_name_and_by_its_address_alone(studio: Studio, tmp_path):
    program = Path(sys.executable).with_name("claimcheck")
    up = subprocess.run([program, "studio", "up", "--name", NAME], capture_output=True, text=True, check=True)
    url = find_studio(NAME).url
    assert up.stderr.splitlines() == [
        f"Label Studio runs at {url}",
        f"log in as {studio.email}; the password: claimcheck studio status --password",
    ]
    environ = {key: value for key, value in os.environ.items() if not key.startswith("LABEL_STUDIO_")}
    for named, more in ((["--name", NAME], {}), ([], {"LABEL_STUDIO_URL": str(url)})):
        done = subprocess.run(
            [program, "doctor", "--json", "-w", tmp_path / "none", *named],
            capture_output=True,
            text=True,
            env=environ | more,
            check=False,
        )
        found = {each["check"]: each for each in map(json.loads, done.stdout.splitlines())}
        assert found["studio"]["found"].startswith(f"{url} answers: Label Studio ")


def test_its_secrets_are_its_owners_alone_and_not_in_its_log_or_its_command_line(studio: Studio):
    now = find_studio(NAME)
    secret = now.credentials
    log = (studio.home / "server.log").read_text()
    command = Path(f"/proc/{now.pid}/cmdline").read_text()

    assert stat.S_IMODE(studio.key_file.stat().st_mode) == 0o600
    assert stat.S_IMODE((studio.home / "server.log").stat().st_mode) == 0o600
    for word in (secret.password, secret.token):
        assert word not in log
        assert word not in command
        assert word not in repr(studio) + str(local_studio_status(NAME))
    assert local_studio_password(NAME) == secret.password


def test_it_listens_on_loopback_only(studio: Studio):
    port = int(find_studio(NAME).url.rsplit(":", 1)[1])

    listening = {line.split()[1] for line in Path("/proc/net/tcp").read_text().splitlines() if line.split()[3] == "0A"}

    assert [each for each in listening if each.endswith(f":{port:04X}")] == [f"0100007F:{port:04X}"]


def test_the_key_comes_from_its_own_file_and_is_not_taken_elsewhere(studio: Studio):
    url = find_studio(NAME).url

    assert connect(Settings(), name=NAME, environ={}).whoami() == studio.email
    assert connect(Settings(studio_url=url + "/"), name=NAME, environ={}).server == studio.credentials.server
    other = connect(
        Settings(), name=NAME, environ={"LABEL_STUDIO_URL": "http://127.0.0.1:9", "LABEL_STUDIO_API_KEY": "another"}
    )
    assert (other.url, other.server) == ("http://127.0.0.1:9", "http://127.0.0.1:9")
    with pytest.raises(StudioUnknown, match="run `claimcheck studio up --name never-started`"):
        connect(Settings(), name="never-started", environ={})


def test_after_kill_9_it_starts_again_on_its_port_with_its_tasks(studio: Studio, make_desk):
    desk = make_desk()
    desk.push()
    before = find_studio(NAME)
    os.kill(before.pid, signal.SIGKILL)
    deadline = time.monotonic() + 10
    while find_studio(NAME).running and time.monotonic() < deadline:
        time.sleep(0.05)

    dead = find_studio(NAME)
    again = start_studio(NAME)

    assert not dead.running
    assert again.pid != before.pid
    assert (again.url, again.credentials) == (before.url, before.credentials)
    assert desk.push().unchanged == 1


def test_a_note_that_names_somebody_elses_process_stops_nothing(studio: Studio, monkeypatch, tmp_path):
    monkeypatch.setenv("CLAIMCHECK_STUDIO_HOME", str(tmp_path))
    bystander = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        home = studio_home("stale")
        home.mkdir()
        (home / "credentials.json").write_text(json.dumps(dict.fromkeys(("id", "email", "password", "token"), "x")))
        (home / "server.json").write_text(json.dumps({"pid": bystander.pid, "mark": "another boot:1", "port": 1}))

        assert find_studio("stale").running is False
        assert stop_studio("stale") is False
        assert bystander.poll() is None
        assert process_mark(bystander.pid)
    finally:
        bystander.kill()
        bystander.wait()


def test_a_port_in_use_is_one_line(studio: Studio, monkeypatch, tmp_path):
    monkeypatch.setenv("CLAIMCHECK_STUDIO_HOME", str(tmp_path))
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(PortTaken, match=f"^port {port} of this machine is in use: give --port N, or no --port"):
            start_studio("other", port=port)

    assert find_studio("other") is None
    assert list(tmp_path.iterdir()) == []  # as if nobody had asked


def test_a_studio_whose_database_cannot_be_reached_was_never_started(studio: Studio, monkeypatch, tmp_path):
    monkeypatch.setenv("CLAIMCHECK_STUDIO_HOME", str(tmp_path))

    with pytest.raises(PostgresUnreachable):
        start_studio("other", database=given_postgres("postgresql://desk@127.0.0.1:9/labels"))

    assert find_studio("other") is None


def test_a_studio_that_cannot_come_up_says_why_and_leaves_no_process(studio: Studio, monkeypatch, tmp_path):
    monkeypatch.setenv("CLAIMCHECK_STUDIO_HOME", str(tmp_path))
    home = studio_home("broken")
    home.mkdir()
    (home / "label_studio.sqlite3").write_text("this is no database")

    heard: list[str] = []

    with pytest.raises(StudioStartFailed, match=r"did not start \(.+\): see .+server\.log"):
        start_local_studio("broken", say=heard.append)

    assert heard == ["starting the local studio 'broken', which takes some seconds, and about a minute the first time"]
    noted = json.loads((home / "server.json").read_text())
    assert process_mark(noted["pid"]) != noted["mark"]


def test_a_damaged_credentials_file_is_one_line(monkeypatch, tmp_path):
    monkeypatch.setenv("CLAIMCHECK_STUDIO_HOME", str(tmp_path))
    home = studio_home("damaged")
    home.mkdir()
    (home / "credentials.json").write_text('{"id": 1')

    with pytest.raises(StudioFilesDamaged, match=r"credentials\.json is not a credentials file: restore it"):
        find_studio("damaged")


def test_stopped_and_started_it_has_the_same_address_and_key(studio: Studio):
    before = find_studio(NAME)

    stopped = stop_studio(NAME)
    twice = stop_studio(NAME)
    after = start_studio(NAME)

    assert (stopped, twice) == (True, False)
    assert (after.url, after.credentials) == (before.url, before.credentials)
