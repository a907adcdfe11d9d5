"""The cache: what does not fit is rebuilt with one line, and a crash never leaves a wrong index."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from claimcheck.index import Built, IndexCache, Indexes, Passage, Wanted, manifest
from tests.unit.built_index import chunk

WANTED = Wanted(encoder="e1", dimension=4, reviews="d1")


class Desk:
    """A cache with what was said and how often it was built."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.said, self.built = folder, [], 0

    def everything(self) -> list[Built]:
        self.built += 1
        passages = [Passage(f"r{number:02}", f"claim number {number}", "en") for number in range(20)]
        vectors = np.tile(np.eye(4, dtype=np.float32), (5, 1))
        made = chunk(passages, vectors)
        return [Built(made.passages[:9], made.languages, vectors[:9], made.owners[:9]),
                Built(made.passages[9:], made.languages, vectors[9:], made.owners[:11])]  # fmt: skip

    def since(self, stamp: int) -> None:
        return None

    def open(self, wanted: Wanted = WANTED) -> Indexes:
        return IndexCache(self.folder).open_or_rebuild(wanted, self, self.said.append)

    def generations(self) -> list[Path]:
        return sorted(self.folder.glob("generation-*"))

    def answers(self, indexes: Indexes) -> list[str]:
        hits = [*indexes.dense.search(np.eye(4, dtype=np.float32)[1:2], 3), *indexes.lexical.grams.search(["7"], 1)]
        hits += indexes.lexical.words.search(["number 7"], 1)
        return [hit.review_id for row in hits for hit in row]


ANSWERS = ["r01", "r05", "r09", "r07"]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "index")


def test_an_index_is_built_once_and_then_opened_without_a_word(desk):
    desk.open().close()
    again = desk.open()

    assert desk.answers(again)[:3] == ANSWERS[:3]
    assert desk.answers(again)[-1] == "r07"
    assert (desk.built, desk.said) == (1, ["building the search index"])


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        (Wanted("e1", 4, "d2"), "the past checks have changed"),
        (Wanted("e2", 4, "d1"), "another encoder"),
    ],
)
def test_a_stale_or_foreign_index_is_rebuilt_with_one_line(desk, wanted, why):
    desk.open().close()
    desk.said.clear()

    desk.open(wanted).close()
    desk.open(wanted).close()

    assert desk.built == 2
    assert len(desk.said) == 1
    assert why in desk.said[0]


def files(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.stat().st_size and not path.name.endswith("lock")
    )


def damage(path: Path, how: str) -> None:
    data = bytearray(path.read_bytes())
    if how == "truncated":
        path.write_bytes(data[: len(data) // 2])
    elif how == "flipped":
        data[len(data) // 2] ^= 0x10
        path.write_bytes(data)
    elif how == "flipped with its time kept":
        times = path.stat()
        data[-1] ^= 1
        path.write_bytes(data)
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    else:
        path.unlink()


@pytest.mark.parametrize("how", ["truncated", "flipped", "flipped with its time kept", "removed"])
def test_damage_to_any_file_is_found_and_mended_with_one_line(desk, how):
    desk.open().close()
    untouched = desk.folder.with_name("untouched")
    shutil.copytree(desk.folder, untouched)
    for name in files(untouched):
        shutil.rmtree(desk.folder)
        shutil.copytree(untouched, desk.folder)
        desk.said.clear()
        damage(desk.folder / name, how)

        indexes = desk.open()

        assert desk.answers(indexes)[-1] == "r07", name
        assert len(desk.said) == 1, (name, desk.said)
        assert desk.said[0].startswith(("rebuilding the search index: ", "building the search index")), name
        indexes.close()


def test_a_manifest_of_another_format_is_rebuilt(desk, monkeypatch):
    desk.open().close()
    monkeypatch.setattr(manifest, "FORMAT", 99)

    desk.open().close()

    assert desk.said[1:] == ["rebuilding the search index: it has format 4, this version reads 99"]


def test_a_copied_workspace_is_digested_once_and_not_rebuilt(desk, monkeypatch):
    desk.open().close()
    copy = Desk(desk.folder.with_name("copy"))
    shutil.copytree(desk.folder, copy.folder, copy_function=shutil.copyfile)
    monkeypatch.setattr(manifest, "ALWAYS_DIGESTED", 0)
    digested: list[Path] = []
    true_digest = manifest._sha256
    monkeypatch.setattr(manifest, "_sha256", lambda path: digested.append(path) or true_digest(path))

    copy.open().close()
    first = len(digested)
    copy.open().close()

    assert copy.built == 0
    assert first > 0
    assert len(digested) == first


def test_what_nobody_uses_is_removed_and_what_someone_reads_is_kept(desk):
    reader = desk.open()
    desk.open(Wanted("e1", 4, "d2")).close()

    assert len(desk.generations()) == 2
    assert desk.answers(reader)[-1] == "r07"

    reader.close()
    crashed = [desk.folder / f".{name}-0a1b2c3d4e5f6789" for name in ("manifest.json", "stems-en")]
    for each in crashed:
        each.write_bytes(b"half of")
    desk.open(Wanted("e1", 4, "d3")).close()
    assert len(desk.generations()) == 1
    assert not any(each.exists() for each in crashed)


BUILDER = """
import sys, time
sys.path[:0] = [{root!r}]
from pathlib import Path
from tests.unit.test_index_cache import Desk, WANTED
from claimcheck.index import Wanted
desk = Desk(Path({folder!r}))
print("started", flush=True)
for number in range(10_000):
    desk.open(Wanted("e1", 4, f"d{{number}}")).close()
"""


def test_killing_a_rebuild_at_any_moment_leaves_a_right_index_or_none(desk):
    tests = Path(__file__).resolve().parent.parent
    code = BUILDER.format(root=str(tests.parent), folder=str(desk.folder))
    for delay in (0.0, 0.013, 0.029, 0.05, 0.083, 0.12):
        process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
        assert process.stdout
        process.stdout.readline()
        time.sleep(0.2 + delay)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()

        indexes = desk.open()

        assert desk.answers(indexes)[-1] == "r07"
        indexes.close()
    desk.open(Wanted("e9", 4, "d9")).close()
    assert len(desk.generations()) == 1
    assert not list(desk.folder.glob(".manifest*"))


def test_processes_that_open_at_once_all_get_a_right_index_and_build_it_once(desk):
    tests = Path(__file__).resolve().parent.parent
    code = (
        f"import sys; sys.path[:0] = [{str(tests.parent)!r}]\n"
        "from pathlib import Path\nfrom tests.unit.test_index_cache import Desk\n"
        f"desk = Desk(Path({str(desk.folder)!r}))\nprint(desk.answers(desk.open())[-1], desk.built)"
    )
    running = [subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) for _ in range(4)]

    said = [process.communicate()[0].split() for process in running]

    assert [answer for answer, _ in said] == ["r07"] * 4
    assert sum(int(built) for _, built in said) == 1


READER = """
import os, sys
sys.path[:0] = [{root!r}]
import numpy, tantivy, claimcheck.index  # before the rights go
"".encode("utf-32-le")
from pathlib import Path
from tests.unit.test_index_cache import Desk, WANTED
desk = Desk(Path({folder!r}))
if os.getuid() == 0:
    os.setuid(65534)
print(desk.answers(desk.open())[-1], desk.built, desk.said)
"""


@pytest.mark.parametrize("state", ["there", "stale", "absent"])
def test_a_folder_that_cannot_be_written_is_read_or_served_from_memory(desk, state):
    if state != "absent":
        desk.open(WANTED if state == "there" else Wanted("e1", 4, "old")).close()
    desk.folder.mkdir(exist_ok=True)
    for above in desk.folder.parents:
        if above.stat().st_mode & 0o005 != 0o005:  # pytest's own folders are closed to others
            above.chmod(0o755)
    folders = [desk.folder, *(path for path in desk.folder.rglob("*") if path.is_dir())]
    for each in folders:
        each.chmod(0o555)
    tests = Path(__file__).resolve().parent.parent
    code = READER.format(root=str(tests.parent), folder=str(desk.folder))

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    for each in folders:
        each.chmod(0o755)
    assert done.returncode == 0, done.stderr
    if state == "there":
        assert done.stdout.strip() == "r07 0 []"
    else:
        assert done.stdout.startswith("r07 1 [")
        assert "in memory only" in done.stdout
