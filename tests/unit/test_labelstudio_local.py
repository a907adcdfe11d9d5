"""Addresses, failures, and the local studio's files, as far as no server is needed."""

import json
import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.errors import (
    PortTaken,
    StudioInstallFailed,
    StudioKeyMissing,
    StudioKeyRefused,
    StudioNameInvalid,
    StudioNotFound,
    StudioNotThere,
    StudioRefused,
    StudioStartFailed,
    StudioUnknown,
    StudioUrlInvalid,
)
from claimcheck.flows.studio import connect, local_studio_password, local_studio_status, start_local_studio
from claimcheck.labelstudio import clean_url, environment_home, install_studio, is_installed, start_studio, studio_home
from claimcheck.labelstudio.client import studio_errors
from claimcheck.labelstudio.home import ensure_credentials, read_credentials
from claimcheck.labelstudio.process import process_mark, stop_process
from claimcheck.labelstudio.server import _choose_port, demand_port
from claimcheck.settings import Settings


def test_importing_the_package_and_its_flows_does_not_import_the_sdk():
    code = (
        "import sys, claimcheck.labelstudio, claimcheck.flows.push, claimcheck.flows.pull, claimcheck.flows.studio;"
        "print([name for name in ('label_studio_sdk', 'httpx', 'torch', 'polars') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("given", "clean"),
    [
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080"),
        (" https://example.org/studio/ ", "https://example.org/studio"),
        ("http://[::1]:80", "http://[::1]:80"),
    ],
)
def test_an_address_is_kept_without_a_trailing_slash(given, clean):
    assert clean_url(given) == clean


@pytest.mark.parametrize("given", ["", "example.org", "ftp://example.org", "http://", "http://h:port", "http://[::1"])
def test_an_address_not_of_the_web_is_one_line(given):
    with pytest.raises(StudioUrlInvalid, match="wanted http:// or https:// and a host"):
        clean_url(given)


def test_a_password_in_an_address_is_refused_and_not_repeated():
    with pytest.raises(StudioUrlInvalid) as caught:
        clean_url("http://ada:secret@example.org")

    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("status", "body", "error", "words"),
    [
        (401, {"detail": "Invalid token."}, StudioKeyRefused, r"refuses the key \(401\)"),
        (403, "<html>", StudioKeyRefused, r"refuses the key \(403\)"),
        (404, {"detail": "No Task matches."}, StudioNotFound, r"has no task 5 \(404\)"),
        (404, "<html>", StudioNotThere, "something that is not Label Studio's API"),
        (200, "<html>", StudioNotThere, "something that is not Label Studio's API"),
        (None, None, StudioNotThere, "something that is not Label Studio's API"),
        (502, "<html>", StudioRefused, "502: no reason given"),
        (500, {"detail": "a\nb"}, StudioRefused, "500: a b"),
        (
            400,
            {"detail": "bad", "validation_errors": {"title": ["too short"]}},
            StudioRefused,
            "400: bad title: too short",
        ),
    ],
)
def test_a_failure_on_the_wire_is_one_line_without_headers(status, body, error, words):
    from label_studio_sdk.core.api_error import ApiError

    with pytest.raises(error, match=words) as caught, studio_errors("http://h", "task 5", timeout=1):
        raise ApiError(status_code=status, headers={"set-cookie": "sessionid=abc"}, body=body)

    assert "sessionid" not in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.__suppress_context__


def test_the_key_and_the_address_come_from_the_environment_first(monkeypatch, tmp_path):
    monkeypatch.setenv("CLAIMCHECK_STUDIO_HOME", str(tmp_path))
    environ = {"LABEL_STUDIO_URL": "http://a.example", "LABEL_STUDIO_API_KEY": "k"}

    assert connect(Settings(studio_url="http://b.example"), environ=environ).url == "http://a.example"
    assert (
        connect(Settings(studio_url="http://b.example"), environ={"LABEL_STUDIO_API_KEY": "k"}).url
        == "http://b.example"
    )
    with pytest.raises(
        StudioKeyMissing, match=r"no key for the Label Studio at http://b\.example: set LABEL_STUDIO_API_KEY"
    ):
        connect(Settings(studio_url="http://b.example"), environ={})
    with pytest.raises(StudioUnknown):
        connect(Settings(), environ={"LABEL_STUDIO_API_KEY": "k"})


def test_a_client_does_not_show_its_key():
    client = connect(
        Settings(), environ={"LABEL_STUDIO_URL": "http://a.example", "LABEL_STUDIO_API_KEY": "very-secret"}
    )

    assert "very-secret" not in repr(client)


def test_credentials_are_made_once_and_are_their_owners_alone(tmp_path):
    home = tmp_path / "studio"

    made, again = ensure_credentials(home), ensure_credentials(home)

    path = home / "credentials.json"
    assert made == again == read_credentials(home)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert made.token not in repr(made)
    assert made.password not in repr(made)
    assert len(made.token) == 40
    assert [each.name for each in home.iterdir()] == ["credentials.json"]


@pytest.mark.parametrize("name", ["", "../up", "A", "a b", "a" * 41, "/tmp"])
def test_a_name_that_is_no_plain_word_is_one_line(name):
    with pytest.raises(StudioNameInvalid, match="cannot name a studio"):
        studio_home(name)


def test_a_studio_never_started_has_no_files_and_no_password(monkeypatch, tmp_path):
    monkeypatch.setenv("CLAIMCHECK_STUDIO_HOME", str(tmp_path))

    facts = local_studio_status("new")

    assert (facts["running"], facts["url"], facts["home"]) == (False, None, None)
    json.dumps(facts)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(StudioUnknown):
        local_studio_password("new")


def test_a_process_is_told_from_another_with_its_pid():
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    mark = process_mark(child.pid)
    try:
        assert mark
        assert process_mark(os.getpid()) != mark
        assert stop_process(child.pid, "somebody else's mark") is False
        assert child.poll() is None
        assert stop_process(child.pid, mark) is True
        assert process_mark(child.pid) is None
        assert stop_process(child.pid, mark) is False
    finally:
        child.kill()


def test_a_process_that_ended_and_was_not_waited_for_does_not_run():
    child = subprocess.Popen([sys.executable, "-c", ""], stdout=subprocess.PIPE)
    assert child.stdout is not None
    child.stdout.read()
    for _ in range(200):
        if process_mark(child.pid) is None:
            break
        subprocess.run(["sleep", "0.01"], check=True)

    assert process_mark(child.pid) is None
    child.wait()


def test_a_process_that_does_not_listen_is_ended_all_the_same():
    code = (
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('ready', flush=True); time.sleep(60)"
    )
    child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    assert child.stdout is not None
    child.stdout.readline()

    assert stop_process(child.pid, process_mark(child.pid) or "", patience=0.3) is True
    assert process_mark(child.pid) is None


def test_the_environment_is_one_per_set_of_pins_unless_the_user_says_where(monkeypatch, tmp_path):
    monkeypatch.delenv("CLAIMCHECK_STUDIO_ENV", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert environment_home().parent == tmp_path / "claimcheck" / "studio-env"

    monkeypatch.setenv("CLAIMCHECK_STUDIO_ENV", str(tmp_path / "here"))
    assert environment_home() == tmp_path / "here"


def test_an_environment_that_cannot_be_fetched_is_one_line_and_does_not_count_as_installed(monkeypatch, tmp_path):
    folder = tmp_path / "env"
    monkeypatch.setenv("CLAIMCHECK_STUDIO_ENV", str(folder))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "nothing"))
    monkeypatch.setenv("PIP_EXTRA_INDEX_URL", "")
    said: list[str] = []

    with pytest.raises(StudioInstallFailed) as caught:
        install_studio(say=said.append)

    assert str(caught.value).startswith("Label Studio cannot be installed (")
    assert str(tmp_path / "env.log") in str(caught.value)
    assert said == [
        "installing label-studio==1.23.2 into an environment of its own, once: about 1 GB on disk, one to five minutes"
    ]
    assert (folder / "pyvenv.cfg").exists()
    assert not is_installed()


def test_a_half_made_environment_is_made_again_and_other_peoples_files_never_removed(monkeypatch, tmp_path):
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    half, other = tmp_path / "half", tmp_path / "other"
    for folder, name in ((half, "pyvenv.cfg"), (other, "thesis.txt")):
        folder.mkdir()
        (folder / name).write_text("x")
    (half / "leftover").write_text("x")

    monkeypatch.setenv("CLAIMCHECK_STUDIO_ENV", str(half))
    with pytest.raises(StudioInstallFailed):
        install_studio()
    monkeypatch.setenv("CLAIMCHECK_STUDIO_ENV", str(other))
    with pytest.raises(StudioInstallFailed, match="holds other files: empty it or choose another folder"):
        install_studio()

    assert not (half / "leftover").exists()
    assert (other / "thesis.txt").read_text() == "x"


def test_a_studio_that_is_not_installed_does_not_start(monkeypatch, tmp_path):
    monkeypatch.setenv("CLAIMCHECK_STUDIO_ENV", str(tmp_path / "none"))
    monkeypatch.setenv("CLAIMCHECK_STUDIO_HOME", str(tmp_path / "home"))

    with pytest.raises(StudioStartFailed, match="it is not installed"):
        start_studio("new")


def test_a_port_in_use_is_told_before_anything_is_installed(monkeypatch, tmp_path):
    monkeypatch.setenv("CLAIMCHECK_STUDIO_ENV", str(tmp_path / "none"))
    monkeypatch.setenv("CLAIMCHECK_STUDIO_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    said: list[str] = []
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()

        with pytest.raises(PortTaken):
            start_local_studio("new", port=taken.getsockname()[1], say=said.append)

    assert (said, list(tmp_path.iterdir())) == ([], [])


def test_port_0_is_any_free_one_whatever_the_studio_had_before():
    with socket.socket() as before:
        before.bind(("127.0.0.1", 0))
        last = before.getsockname()[1]
    assert _choose_port(None, last) == last
    assert _choose_port(0, last) not in {0, last}
    demand_port(0, "new")


@pytest.mark.parametrize("port", ["80", "-1", "70000"])
def test_a_port_that_no_studio_can_have_is_wrong_usage(claimcheck, port):
    done = claimcheck("studio", "up", "--port", port)
    assert done.code == 2
    assert "give" in done.said


def test_the_pins_name_one_version_each_and_no_place():
    from claimcheck import resources

    lines = (resources.annotations() / "studio-constraints.txt").read_text().splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]

    assert "label-studio==1.23.2" in pins
    assert all(line.count("==") == 1 and "/" not in line and "@" not in line for line in pins)
    assert not [line for line in lines if "://" in line or str(Path.home()) in line]
