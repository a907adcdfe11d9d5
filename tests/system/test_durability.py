"""A full disk, damaged and foreign files, and what the doctor says of them; each command in a process of its own."""

import json
import os
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.index import manifest

pytestmark = pytest.mark.slow

RUN = """
import resource, signal, sys
limit = int(sys.argv[1])
if limit:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
def watch(event, details):
    if event == "pickle.find_class":
        raise RuntimeError(f"a pickle was loaded: {details}")
sys.addaudithook(watch)
sys.argv = ["claimcheck", *sys.argv[2:]]
from claimcheck.cli import main
main()
"""


class Desk:
    """Commands on one workspace."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *command: str, limit: int = 0) -> subprocess.CompletedProcess[str]:
        whole = [sys.executable, "-c", RUN, str(limit), *command, "-w", str(self.folder)]
        return subprocess.run(whole, capture_output=True, text=True, check=False)

    def feed(self, name: str, count: int, words: str = "were counted") -> str:
        path = self.folder.with_name(name)
        lines = (
            {"claim_reviewed": f"In {1900 + n} {n} bridges {words}", "publisher": "desk", "language": "en"}
            for n in range(count)
        )
        path.write_text("".join(json.dumps(each) + "\n" for each in lines))
        return str(path)

    def findings(self, *options: str) -> tuple[int, dict[str, dict[str, object]]]:
        done = self.run("doctor", "--format", "jsonl", *options)
        assert not done.stderr.startswith("Traceback"), done.stderr
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        return done.returncode, {each["check"]: each for each in lines if not each["well"]}

    def best(self, query: str) -> str:
        done = self.run("lookup", query, "-k", "1", "--min-score", "0", "--format", "jsonl")
        assert done.returncode == 0, done.stderr
        return str(json.loads(done.stdout.splitlines()[0])["review"]["claim_reviewed"])

    def generation(self) -> Path:
        name = json.loads((self.folder / "index" / "manifest.json").read_bytes())["generation"]
        return self.folder / "index" / str(name)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("made") / "desk")
    assert desk.run("reviews", "import", desk.feed("feed.jsonl", 60)).returncode == 0
    assert desk.best("In 1907 7 bridges were counted") == "In 1907 7 bridges were counted"
    return desk


@pytest.fixture
def desk(made: Desk, tmp_path: Path) -> Desk:
    shutil.copytree(made.folder, tmp_path / "desk")
    return Desk(tmp_path / "desk")


def test_a_disk_that_fills_during_an_import_is_one_line_and_leaves_what_was_there(desk):
    before = desk.run("reviews", "list", "--format", "jsonl").stdout

    done = desk.run("reviews", "import", desk.feed("more.jsonl", 3_000, "fell"), limit=300_000)

    assert done.returncode == 1
    assert done.stderr.strip().splitlines()[-1].startswith(f"claimcheck: the workspace {desk.folder} cannot be written")
    assert "make room" in done.stderr
    assert desk.run("reviews", "list", "--format", "jsonl").stdout == before
    assert desk.findings() == (0, {})


def test_a_disk_too_full_for_the_index_still_answers_from_memory_with_one_line(desk):
    assert desk.run("reviews", "import", desk.feed("more.jsonl", 30, "fell")).returncode == 0
    shutil.rmtree(desk.folder / "index")

    done = desk.run("lookup", "In 1907 7 bridges were counted", "-k", "1", "--format", "jsonl", limit=34_000)

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["review"]["claim_reviewed"] == "In 1907 7 bridges were counted"
    assert "in memory only" in done.stderr
    assert desk.findings() == (0, {})


def test_the_index_of_another_workspace_is_noticed_and_never_searched(desk, tmp_path):
    other = Desk(tmp_path / "other")
    other.run("reviews", "import", other.feed("other.jsonl", 60, "collapsed"))
    other.best("In 1907 7 bridges collapsed")
    shutil.rmtree(desk.folder / "index")
    shutil.copytree(other.folder / "index", desk.folder / "index")

    code, wrong = desk.findings()

    assert (code, list(wrong), wrong["index"]["found"]) == (1, ["index"], "it belongs to another workspace")
    assert desk.best("In 1907 7 bridges were counted") == "In 1907 7 bridges were counted"
    assert desk.findings() == (0, {})


def test_the_doctor_reads_every_file_and_repairs_the_index(desk, monkeypatch):
    segment = next(desk.generation().glob("segment-*"))
    padded = segment.stat()
    data = bytearray(segment.read_bytes())
    data[-1] ^= 1
    segment.write_bytes(data)
    os.utime(segment, ns=(padded.st_atime_ns, padded.st_mtime_ns))

    code, wrong = desk.findings()

    assert (code, wrong["index"]["found"]) == (1, f"{segment.name} is damaged")
    assert "doctor --repair" in str(wrong["index"]["remedy"])
    assert desk.findings("--repair") == (0, {})
    assert desk.best("In 1907 7 bridges were counted") == "In 1907 7 bridges were counted"


def test_a_large_file_whose_time_did_not_move_is_read_by_the_doctor_alone(desk, monkeypatch):
    monkeypatch.setattr(manifest, "ALWAYS_DIGESTED", 0)
    found = manifest.Manifest.read(desk.folder / "index" / "manifest.json")
    segment = desk.generation() / found.segments[0]
    times = segment.stat()
    data = bytearray(segment.read_bytes())
    data[-1] ^= 1
    segment.write_bytes(data)
    os.utime(segment, ns=(times.st_atime_ns, found.files[segment.name].mtime_ns))

    assert f"{segment.name} is damaged" == found.damage(desk.generation(), all_of_it=True)
    assert found.damage(desk.generation()) != f"{segment.name} is damaged"


def test_the_doctor_finds_what_a_crash_left_and_removes_it(desk):
    left = desk.folder / "index" / "generation-0123456789abcdef"
    left.mkdir()
    (left / "state").write_bytes(b"half")

    code, wrong = desk.findings()

    assert (code, list(wrong)) == (1, ["leftovers"])
    assert desk.findings("--repair") == (0, {})
    assert not left.exists()


def test_the_doctor_says_what_to_do_about_a_broken_database(desk):
    path = desk.folder / "workspace.db"
    data = bytearray(path.read_bytes())
    data[4096:8192] = bytes(4096)
    path.write_bytes(data)

    code, wrong = desk.findings()

    assert code == 1
    assert "copy" in str(wrong["database"]["remedy"])


def test_an_index_behind_the_store_is_well_and_is_caught_up_with(desk):
    desk.run("reviews", "add", "The lighthouse of Carrow is blue", "--publisher", "desk", "--rating", "FALSE")

    done = desk.run("doctor", "--format", "jsonl")

    assert done.returncode == 0
    assert "behind the past checks" in done.stdout
    done = desk.run("lookup", "The lighthouse of Carrow is blue", "-k", "1", "--format", "jsonl")
    assert "updating the search index: 1 past check has changed" in done.stderr
    assert json.loads(done.stdout.splitlines()[0])["review"]["claim_reviewed"] == "The lighthouse of Carrow is blue"


class Trap:
    """What a pickle would run."""

    def __reduce__(self) -> tuple[object, ...]:
        return os.system, ("false",)


def test_pickles_laid_where_files_are_read_are_never_loaded(desk):
    trap = pickle.dumps(Trap())
    for path in [*desk.generation().glob("s*"), desk.folder / "index" / "manifest.json"]:
        path.write_bytes(trap)
    (desk.folder / "vectors.npy").write_bytes(trap)
    feed = desk.folder.with_name("trap.jsonl")
    feed.write_bytes(trap)

    runs = [desk.run("doctor"), desk.run("lookup", "bridges"), desk.run("reviews", "import", str(feed))]

    assert [done.returncode for done in runs] == [1, 0, 1]
    assert not any("pickle was loaded" in done.stderr for done in runs)
