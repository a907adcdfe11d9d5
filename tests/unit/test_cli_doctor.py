"""``doctor`` through the command line in this process."""

import fcntl
import http.server
import json
import os
import socket
import stat
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

from claimcheck.flows.doctor import machine
from claimcheck.flows.doctor import workspace as flow
from claimcheck.flows.doctor.findings import Finding, State
from claimcheck.store import Store
from claimcheck.store.lock import WriterLock
from tests.unit.conftest import Claimcheck, Run

FEED = "".join(
    json.dumps({"claim_reviewed": f"Claim {n}", "publisher": "desk", "language": "en"}) + "\n" for n in range(5)
)


@pytest.fixture
def desk(claimcheck: Claimcheck) -> Claimcheck:
    Path("feed.jsonl").write_text(FEED)
    assert claimcheck("reviews", "import", "feed.jsonl").code == 0
    return claimcheck


def by_check(done: Run) -> dict[str, dict[str, Any]]:
    return {each["check"]: each for each in done.records}


def wrong_ones(done: Run) -> list[dict[str, Any]]:
    return [each for each in done.records if each["state"] == "bad"]


def test_a_fresh_workspace_is_well_and_has_no_index_yet(desk: Claimcheck) -> None:
    done = desk("doctor", "--format", "jsonl")

    assert (done.code, done.said) == (0, "all is well\n")
    looked_at = set(by_check(done))
    assert looked_at >= {"python", "claimcheck", "library", "memory", "temporary files", "locale", "clock", "terminal"}
    assert looked_at >= {"settings", "writer", "database", "encoder", "index", "leftovers", "disk", "studios", "studio"}
    assert by_check(done)["index"]["found"].startswith("none yet")
    assert all(each["remedy"] is None and each["state"] == "ok" for each in done.records)


def test_without_a_workspace_the_machine_is_looked_at_all_the_same(claimcheck: Claimcheck) -> None:
    done = claimcheck("doctor", "--json")

    assert done.code == 0
    found = by_check(done)
    assert found["workspace"]["state"] == "warn"
    assert "claimcheck reviews import FILE" in found["workspace"]["remedy"]
    assert found["python"]["state"] == "ok"
    assert done.said == "all is well; worth a look: 1\n"


def test_a_workspace_that_was_named_and_is_not_there_is_wrong(claimcheck: Claimcheck) -> None:
    done = claimcheck("doctor", "-w", "elsewhere", "--json")

    assert done.code == 1
    assert by_check(done)["workspace"]["found"].startswith("no workspace in elsewhere")


def test_it_says_who_writes_and_still_looks_but_does_not_repair(desk: Claimcheck) -> None:
    lock = WriterLock.acquire(Path("claimcheck-workspace/workspace.lock"))
    try:
        looked, repaired = desk("doctor", "--format", "jsonl"), desk("doctor", "--repair")
    finally:
        lock.release()

    assert looked.code == 0
    assert by_check(looked)["writer"]["found"].startswith("process ")
    assert repaired.code == 1
    assert "is being written by process" in repaired.said


def test_a_row_without_its_parent_is_a_finding_with_a_remedy(desk: Claimcheck) -> None:
    with Store.open(Path("claimcheck-workspace"), create=False, write=True) as store:
        store._database.connection.execute("PRAGMA foreign_keys = OFF")
        store._database.connection.execute(
            "INSERT INTO consensus (claim_id, sample, record) VALUES ('nobody', 0, '{}')"
        )

    done = desk("doctor", "--format", "jsonl")

    (wrong,) = wrong_ones(done)
    assert done.code == 1
    assert (wrong["check"], wrong["well"]) == ("database", False)
    assert "refers to a claim that is not there" in wrong["found"]
    assert "workspace.db" in wrong["remedy"]
    assert done.said == f"1 of {len(done.records)} findings needs a remedy\n"


def test_what_a_stopped_command_left_is_found_and_removed_only_when_asked(desk: Claimcheck) -> None:
    assert desk("lookup", "Claim 1").code == 0
    workspace = Path("claimcheck-workspace")
    answers = workspace / "llm-answers" / "0f"
    answers.mkdir(parents=True)
    left = [
        workspace / ".verdicts.jsonl.1a2b3c4d.part",
        workspace / "index" / "generation-0123456789abcdef",
        answers / ".0f2e.json.1a2b3c4d.part",
    ]
    for each in (left[0], left[2], answers / "0f2e.json"):
        each.write_bytes(b"half a file")
    left[1].mkdir()
    (left[1] / "vectors").write_bytes(bytes(2 << 20))

    (wrong,) = wrong_ones(desk("doctor", "--json"))
    assert (wrong["check"], wrong["found"]) == ("leftovers", "3 left by a stopped command, 2 MiB")
    assert "--repair" in wrong["remedy"]
    assert all(each.exists() for each in left)

    mended = by_check(desk("doctor", "--repair", "--json"))
    assert (mended["leftovers"]["found"], mended["index"]["state"]) == ("none", "ok")
    assert not any(each.exists() for each in left)
    assert [each.name for each in answers.iterdir()] == ["0f2e.json"]
    assert desk("lookup", "Claim 1").records[0]["review"]["claim_reviewed"] == "Claim 1"


def test_a_disk_without_room_for_a_rebuild_is_a_finding(desk: Claimcheck, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flow, "_LEAST_FREE", 1 << 60)

    done = desk("doctor", "--format", "jsonl")

    assert [each["check"] for each in wrong_ones(done)] == ["disk"]


def test_another_check_can_be_added(desk: Claimcheck, monkeypatch: pytest.MonkeyPatch) -> None:
    def ask(patient: flow.Patient) -> list[Finding]:
        return [Finding("weather", State.BAD, f"rain over {patient.folder.name}", "wait")]

    monkeypatch.setitem(flow.CHECKS, "weather", ask)

    done = desk("doctor", "--format", "table")

    assert done.code == 1
    assert "rain over claimcheck-workspace" in done.out
    assert "BAD" in done.out


def test_a_folder_that_cannot_be_written_is_a_finding(desk: Claimcheck, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flow.os, "access", lambda path, mode: (str(path), mode) != ("claimcheck-workspace", os.W_OK))

    done = desk("doctor", "--format", "jsonl")

    (wrong,) = wrong_ones(done)
    assert (done.code, wrong["check"]) == (1, "rights")
    assert "cannot be written" in wrong["found"]
    assert wrong["remedy"] == "give yourself the right to write there"


def test_past_checks_that_came_after_the_index_are_worth_a_look_and_no_more(desk: Claimcheck) -> None:
    desk("lookup", "Claim 1")
    desk("reviews", "add", "A later claim", "--rating", "TRUE", "--publisher", "desk")

    done = desk("doctor", "--json")

    assert done.code == 0
    index = by_check(done)["index"]
    assert (index["state"], index["remedy"]) == ("warn", "the next lookup, or `claimcheck match`, brings it up to date")


def test_a_damaged_index_is_wrong_and_repaired(desk: Claimcheck) -> None:
    desk("lookup", "Claim 1")
    (state,) = Path("claimcheck-workspace/index").glob("generation-*/state")
    state.write_bytes(state.read_bytes()[:-1])

    looked = desk("doctor", "--json")
    repaired = desk("doctor", "--repair", "--json")

    assert [each["check"] for each in wrong_ones(looked)] == ["index"]
    assert looked.code == 1
    assert "claimcheck doctor --repair" in wrong_ones(looked)[0]["remedy"]
    assert (repaired.code, wrong_ones(repaired)) == (0, [])


def test_an_index_of_another_encoder_is_wrong(desk: Claimcheck) -> None:
    desk("lookup", "Claim 1")
    manifest = Path("claimcheck-workspace/index/manifest.json")
    from claimcheck.index import Manifest

    made = Manifest.read(manifest)
    Manifest(**{**{name: getattr(made, name) for name in made.__dataclass_fields__}, "encoder": "f" * 64}).write(
        manifest
    )

    (wrong,) = wrong_ones(desk("doctor", "--json"))

    assert (wrong["check"], wrong["found"]) == ("index", "it was made with another encoder")


def test_an_index_that_is_being_made_is_told_as_locked(desk: Claimcheck) -> None:
    desk("lookup", "Claim 1")
    with Path("claimcheck-workspace/index/rebuild.lock").open("a+b") as writer:
        fcntl.flock(writer, fcntl.LOCK_EX)
        locked = desk("doctor", "--json").records
    free = desk("doctor", "--json").records

    assert next(each["found"] for each in locked if each["check"] == "index").startswith("locked: ")
    assert not [each for each in free if each["found"].startswith("locked")]


def test_a_long_write_ahead_log_is_worth_a_look(desk: Claimcheck, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flow, "_LONG_LOG", -1)

    done = desk("doctor", "--json")

    (found,) = [each for each in done.records if "write-ahead log" in each["found"]]
    assert (done.code, found["state"]) == (0, "warn")
    assert "then write once" in found["remedy"]


def test_vectors_that_another_encoder_left_are_told_and_dropped(
    desk: Claimcheck, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flow, "_MANY_VECTORS", 1000)
    with Store.open(Path("claimcheck-workspace"), create=False, write=True) as store:
        store.put_vectors("f" * 64, {"a": bytes(600), "b": bytes(600)})

    looked = desk("doctor", "--json")
    repaired = desk("doctor", "--json", "--repair")

    assert by_check(looked)["vectors"]["found"] == "2 vectors of other encoders, 0 MiB"
    assert (looked.code, by_check(looked)["vectors"]["state"]) == (0, "warn")
    assert "vectors" not in by_check(repaired)
    with Store.open(Path("claimcheck-workspace"), create=False, write=False) as store:
        assert store.count_vectors() == (0, 0)


def test_settings_that_cannot_be_read_are_a_finding_beside_the_others(desk: Claimcheck) -> None:
    Path("claimcheck-workspace/claimcheck.toml").write_text("[lookup]\nkk = 3\n")

    done = desk("doctor", "--json")

    (wrong,) = wrong_ones(done)
    assert "unknown key lookup.kk (did you mean 'k'?)" in wrong["found"]
    assert wrong["remedy"].startswith("correct claimcheck.toml")
    assert by_check(done)["database"]["state"] == "ok"


def test_a_rating_table_and_a_scheme_that_cannot_be_read_are_findings(desk: Claimcheck) -> None:
    folder = Path("claimcheck-workspace")
    (folder / "ratings.tsv").write_text("no\ttable\n")
    (folder / "claimcheck.toml").write_text('[desk]\nscheme = "mine.toml"\n')

    done = desk("doctor", "--json")

    assert len(wrong_ones(done)) == 2
    assert {each["check"] for each in wrong_ones(done)} == {"settings"}


def test_a_model_s_key_that_others_can_read_is_wrong(desk: Claimcheck, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLAIMCHECK_LLM_KEY", raising=False)
    folder = Path("claimcheck-workspace")
    (folder / "llm.key").write_text("sk-0123456789\n")
    (folder / "llm.key").chmod(0o640)
    (folder / "claimcheck.toml").write_text('[llm]\nkey_file = "llm.key"\n')

    (wrong,) = wrong_ones(desk("doctor", "--json"))

    assert "can be read by others: chmod 600" in wrong["found"]
    (folder / "llm.key").chmod(0o600)
    assert wrong_ones(desk("doctor", "--json")) == []


def test_an_encoder_that_is_gone_is_a_finding(desk: Claimcheck) -> None:
    Path("claimcheck-workspace/claimcheck.toml").write_text('[encoder]\nname = "./models/gone"\n')

    done = desk("doctor", "--json")

    (wrong,) = wrong_ones(done)
    assert wrong["check"] == "encoder"
    assert "[encoder]" in wrong["remedy"]


def test_a_key_file_that_others_can_read_is_wrong(desk: Claimcheck) -> None:
    from claimcheck.labelstudio.home import ensure_credentials, studio_home

    ensure_credentials(studio_home("default"))
    path = studio_home("default") / "credentials.json"
    assert by_check(desk("doctor", "--json"))["credentials"]["state"] == "ok"
    path.chmod(0o640)

    (wrong,) = wrong_ones(desk("doctor", "--json"))

    assert "mode 640" in wrong["found"]
    assert wrong["remedy"] == f"chmod 600 '{path}'"
    path.chmod(stat.S_IRUSR | stat.S_IWUSR)


class _Studio(http.server.BaseHTTPRequestHandler):
    """As much of Label Studio as the doctor asks for, with a clock an hour ahead."""

    release = "1.23.0"

    def do_GET(self) -> None:
        body: dict[str, Any] = (
            {"release": self.release} if "version" in self.path else {"id": 1, "email": "a@b.example"}
        )
        if self.headers["Authorization"] != "Token right":
            self.send_response_only(401)
            self.end_headers()
            return
        self.send_response_only(200)
        self.send_header("Date", self.date_time_string(int(time.time() + 3600)))
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def studio_url() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Studio)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_studio_that_answers_is_named_with_its_version_and_its_clock(
    desk: Claimcheck, studio_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LABEL_STUDIO_URL", studio_url)
    monkeypatch.setenv("LABEL_STUDIO_API_KEY", "right")

    done = desk("doctor", "--json")

    assert by_check(done)["studio"]["found"] == f"{studio_url} answers: Label Studio 1.23.0"
    assert (by_check(done)["clock"]["state"], done.code) == ("warn", 0)
    assert "ahead of this machine's" in by_check(done)["clock"]["found"]


@pytest.mark.parametrize(
    ("key", "remedy"),
    [("wrong", "make a new key in Label Studio"), ("", "set LABEL_STUDIO_API_KEY")],
)
def test_a_studio_that_refuses_us_is_wrong(
    desk: Claimcheck, studio_url: str, monkeypatch: pytest.MonkeyPatch, key: str, remedy: str
) -> None:
    monkeypatch.setenv("LABEL_STUDIO_URL", studio_url)
    monkeypatch.setenv("LABEL_STUDIO_API_KEY", key)

    done = desk("doctor", "--json")

    assert done.code == 1
    assert by_check(done)["studio"]["remedy"].startswith(remedy)


def run_locally(name: str, url: str) -> None:
    """Note the server as a local studio of this name, as if ``studio up --name`` had started it in this process."""
    from claimcheck.labelstudio.home import studio_home, write_private
    from claimcheck.labelstudio.process import process_mark

    credentials = {"id": name, "email": "a@b.example", "password": "p", "token": "right"}
    write_private(studio_home(name) / "credentials.json", credentials)
    note = {"pid": os.getpid(), "mark": process_mark(os.getpid()), "port": int(url.rpartition(":")[2])}
    write_private(studio_home(name) / "server.json", note)


def test_a_local_studio_is_looked_at_by_its_name_and_by_its_address(
    desk: Claimcheck, studio_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_locally("ada", studio_url)

    plain = by_check(desk("doctor", "--json"))
    assert plain["studios"]["found"] == "1 here, 1 running: ada"
    assert plain["studio"]["state"] == "ok"
    assert plain["studio"]["found"].endswith("only ada runs: push, pull and doctor take --name")

    assert by_check(desk("doctor", "--name", "ada", "--json"))["studio"]["found"].startswith(f"{studio_url} answers")
    absent = desk("doctor", "--name", "ben", "--json")
    assert absent.code == 1
    assert by_check(absent)["studio"]["found"] == "the local studio 'ben' does not run"
    assert by_check(absent)["studio"]["remedy"] == "claimcheck studio up --name ben"

    monkeypatch.setenv("LABEL_STUDIO_URL", studio_url)
    assert by_check(desk("doctor", "--json"))["studio"]["found"].startswith(f"{studio_url} answers")


def test_a_studio_that_is_not_there_is_wrong_at_once(desk: Claimcheck, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))  # bound, not listening: nothing answers
        monkeypatch.setenv("LABEL_STUDIO_URL", f"http://127.0.0.1:{held.getsockname()[1]}")
        monkeypatch.setenv("LABEL_STUDIO_API_KEY", "right")
        began = time.monotonic()
        done = desk("doctor", "--json")

    assert done.code == 1
    assert by_check(done)["studio"]["found"].startswith("nothing answers at")
    assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    ("required", "here", "state", "check"),
    [
        ("numpy>=99", "2.2.6", "bad", "library"),
        ("numpy>=2", None, "bad", "library"),
        ("numpy>=2", "2.2.6", "ok", "library"),
        ("matplotlib>=99", "3.10", "warn", "extra plots"),
        ("matplotlib>=3", None, "ok", "extra plots"),
    ],
)
def test_libraries_are_held_against_the_supported_range(
    monkeypatch: pytest.MonkeyPatch, required: str, here: str | None, state: str, check: str
) -> None:
    extra = "plots" if check == "extra plots" else None
    monkeypatch.setattr(machine, "installed", lambda: [(Requirement(required), extra, here)])

    (found,) = machine._libraries()

    assert (found.check, found.state.value) == (check, state)
    assert (found.remedy is not None) == (state != "ok")


def test_every_requirement_of_the_metadata_is_looked_at() -> None:
    names = {each.name.lower() for each, extra, _ in machine.installed() if extra is None}

    assert names >= {"numpy", "polars", "lxml", "faiss-cpu", "typer", "torch", "label-studio-sdk"}
    assert not any(extra == "dev" for _, extra, _ in machine.installed())


def test_little_memory_and_a_clock_that_is_behind_are_findings(
    desk: Claimcheck, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "memory_free", lambda: 200 << 20)
    database = Path("claimcheck-workspace/workspace.db")
    tomorrow = time.time() + 3 * 86_400 + 600
    os.utime(database, (tomorrow, tomorrow))

    done = desk("doctor", "--json")

    assert by_check(done)["memory"]["state"] == "warn"
    assert [each["check"] for each in wrong_ones(done)] == ["clock"]
    assert wrong_ones(done)[0]["found"] == "files here are from 3 days in the future"


PLANTED = {
    "token": "0123456789abcdef0123456789abcdef01234567",
    "google": "AIza-planted-google-key-000000000000",
    "article": "Bürgermeisterin Quitzow eröffnet die Tunnelbrücke am Ententeich",
    "claim": "Die Tunnelbrücke am Ententeich kostet vierzig Millionen Taler.",
    "check": "Quitzow bought the duck pond for a single penny",
    "mail": "quitzow@rathaus.example",
    "publisher": "Ententeicher Faktenstube",
    "host": "planted-host-7",
    "url": "https://faktenstube.example/pruefungen",
    "studio": "studio.planted.example",
    "password": "pl4nted-pa55word",
    "serve": "pl4nted-serve-t0ken",
}


@pytest.mark.slow
def test_a_bundle_holds_findings_and_counts_and_nothing_that_anybody_wrote(
    claimcheck: Claimcheck, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from claimcheck.labelstudio.home import ensure_credentials, studio_home

    monkeypatch.setenv("HOME", str(tmp_path / "home-of-quitzow"))
    monkeypatch.setenv("USER", "quitzow")
    monkeypatch.setenv("LOGNAME", "quitzow")
    monkeypatch.setattr(socket, "gethostname", lambda: PLANTED["host"])
    monkeypatch.setenv("LABEL_STUDIO_URL", f"http://{PLANTED['studio']}:1")
    monkeypatch.setenv("LABEL_STUDIO_API_KEY", PLANTED["token"])
    monkeypatch.setenv("GOOGLE_FACTCHECK_API_KEY", PLANTED["google"])
    monkeypatch.setenv("PGPASSWORD", PLANTED["password"])
    monkeypatch.setenv("CLAIMCHECK_SERVE_TOKEN", PLANTED["serve"])
    planted = ensure_credentials(studio_home("default"))
    (studio_home("default") / "credentials.json").chmod(0o644)
    Path("story.txt").write_text(f"{PLANTED['article']}. {PLANTED['claim']} Das sagte {PLANTED['mail']} am Montag.")
    workspace = tmp_path / "home-of-quitzow" / "Projekt Ententeich"
    claimcheck("split", "story.txt", "-w", workspace)
    claimcheck(
        "reviews", "add", PLANTED["check"], "--rating", "FALSE", "--publisher", PLANTED["publisher"], "-w", workspace
    )
    claimcheck("lookup", PLANTED["claim"], "-w", workspace)
    (workspace / "claimcheck.toml").write_text(
        f'[desk]\npublisher_name = "{PLANTED["publisher"]}"\npublisher_url = "{PLANTED["url"]}"\n'
        f'[encoder]\nname = "{tmp_path}/home-of-quitzow/model"\n'
    )
    (workspace / "ratings.tsv").write_text(f"{PLANTED['check']}\t{PLANTED['mail']}\n")
    with Store.open(workspace, create=False, write=True):  # the lock names this process's command
        monkeypatch.setattr("sys.argv", ["claimcheck", "lookup", PLANTED["claim"]])
        done = claimcheck("doctor", "-w", workspace, "--bundle", "out.zip", "--json")

    with zipfile.ZipFile("out.zip") as bundle:
        parts = {name: bundle.read(name).decode() for name in bundle.namelist()}
    whole = "\n".join(parts.values())
    assert done.code == 1  # the encoder is gone, the table is none, nothing answers, others can read the key
    assert "home-of-quitzow" in done.out  # what is shown here names places, and what is being looked up
    assert PLANTED["claim"] in done.out
    secret = [*PLANTED.values(), planted.password, planted.token, str(tmp_path), "quitzow", "Ententeich", "Tunnel"]
    assert [each for each in secret if each.lower() in whole.lower()] == []
    assert {json.loads(line)["check"] for line in parts["findings.jsonl"].splitlines()} >= {
        "encoder",
        "studio",
        "writer",
    }
    assert json.loads(parts["workspace.json"])["rows"]["review"] == 1
    assert json.loads(parts["settings.json"])["publisher_name"] == "set"
    assert {"LABEL_STUDIO_API_KEY", "PGPASSWORD"} <= set(json.loads(parts["environment.json"]))
    assert "numpy 2" in parts["packages.txt"]


def test_a_bundle_of_no_workspace_says_so(claimcheck: Claimcheck) -> None:
    done = claimcheck("doctor", "--bundle", "out.zip", "-q")

    assert (done.code, done.said) == (0, "")
    with zipfile.ZipFile("out.zip") as bundle:
        assert json.loads(bundle.read("workspace.json"))["error"] == "WorkspaceMissing"


def test_a_bundle_that_cannot_be_written_is_one_line(claimcheck: Claimcheck) -> None:
    done = claimcheck("doctor", "--bundle", "nowhere/out.zip")

    assert done.code == 1
    assert done.said.startswith("claimcheck: nowhere/out.zip cannot be written")


def test_the_sieve_takes_out_what_it_is_told_and_what_looks_like_an_address() -> None:
    from claimcheck.flows.doctor.bundle import Sieve

    sieve = Sieve({"secret": ["pl4nted"], "user": ["ada"], "folder": ["/srv/ada"]})

    text = "/srv/ada/x, ada, adapter, key pl4nted, mail ada@desk.example, http://ada:pw@desk:80/x?k=1 192.168.1.7"
    assert sieve.clean(text) == ("(folder)/x, (user), adapter, key (secret), mail (mail address), (address) (address)")
    assert (
        sieve.clean("version 1.2.3 of 2026-11-27, 0123456789abcdef0123456789")
        == "version 1.2.3 of 2026-11-27, (digits)"
    )


@pytest.mark.parametrize("secret", ["k3y@desk.example!rest", 'quo"ted\\pass', "zwölf\tTüren", "http://h/?t=s3cret"])
def test_the_sieve_leaves_nothing_of_a_secret_however_it_is_spelt(secret: str) -> None:
    from claimcheck.flows.doctor.bundle import Sieve

    sieve = Sieve({"secret": [secret], "user": ["desk", "rest"]})

    for text in (secret, f"x{secret}y", json.dumps(secret), json.dumps(secret, ensure_ascii=False)):
        assert sieve.clean(text).strip('xy"') == "(secret)"


WITHOUT = """
import sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "{library}":
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, Blocked())
from claimcheck.cli import main

main()
"""


@pytest.mark.parametrize("library", ["numpy", "tokenizers"])
def test_a_library_that_cannot_be_loaded_is_a_finding_and_a_bundle_is_written(
    desk: Claimcheck, tmp_path: Path, library: str
) -> None:
    command = [sys.executable, "-c", WITHOUT.format(library=library), "doctor", "--json", "--bundle", "out.zip"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    (wrong,) = [found for line in done.stdout.splitlines() if (found := json.loads(line))["state"] == "bad"]
    assert done.returncode == 1
    assert (wrong["check"], wrong["found"]) == ("workspace", f"not looked at: No module named '{library}'")
    assert wrong["remedy"].startswith("pip install")
    assert "Traceback" not in done.stderr
    with zipfile.ZipFile(tmp_path / "out.zip") as bundle:
        assert json.loads(bundle.read("workspace.json")) == {"error": f"{library} cannot be loaded"}


@pytest.mark.parametrize("name", ["w" * 300, "toml"])
def test_a_workspace_whose_name_or_file_the_system_refuses_is_a_finding(claimcheck: Claimcheck, name: str) -> None:
    Path("toml/claimcheck.toml").mkdir(parents=True)

    done = claimcheck("doctor", "--json", "-w", name)

    assert done.code == 1
    assert {each["check"] for each in wrong_ones(done)} <= {"workspace", "settings", "studio"}
    assert "clock" in by_check(done)
    assert "the output cannot be written" not in done.said
