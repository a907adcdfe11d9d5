"""Files a user names."""

import sqlite3
from pathlib import Path

import pytest

from claimcheck.errors import FileNotWritable, OutputTaken
from claimcheck.files import making_folder, write_whole, writing_whole
from claimcheck.labelstudio.home import ensure_credentials
from claimcheck.store import Store
from tests.unit.conftest import Claimcheck


def test_what_is_written_is_there_and_nothing_beside_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.json", b"one", force=False)
    write_whole(tmp_path / "a.json", b"two", force=True)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.json", b"two")]


@pytest.mark.parametrize("name", ["workspace.db", "workspace.lock", "claimcheck.toml", "index/manifest.json"])
def test_a_workspace_s_own_files_are_never_written_over(tmp_path: Path, name: str) -> None:
    Store.open(tmp_path, create=True, write=True).close()
    before = (tmp_path / "workspace.db").read_bytes()
    with pytest.raises(FileNotWritable, match="the workspace's own file"):
        write_whole(tmp_path / name, b"lost", force=True)
    assert (tmp_path / "workspace.db").read_bytes() == before


@pytest.mark.parametrize(
    ("place", "why"), [(".", "it is a folder"), ("no/such/x", "No such file"), ("/dev/null", "regular")]
)
def test_a_place_that_cannot_be_written_is_one_line(tmp_path: Path, place: str, why: str) -> None:
    with pytest.raises(FileNotWritable, match=why) as caught:
        write_whole(tmp_path / place, b"x", force=False)
    assert "\n" not in str(caught.value)


def test_a_made_folder_takes_the_place_of_the_former_one_at_once(tmp_path):
    out = tmp_path / "out"
    for text in ("first", "second"):
        with making_folder(out) as part:
            (part / f"{text}.txt").write_text(text)
            assert text == "first" or (out / "first.txt").exists()
        assert [each.name for each in out.iterdir()] == [f"{text}.txt"]
    assert list(tmp_path.iterdir()) == [out]


def test_a_folder_whose_making_fails_leaves_what_was_there(tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "kept.txt").write_text("kept")
    with pytest.raises(TypeError), making_folder(out) as part:
        (part / "new.txt").write_text(b"no text")
    with pytest.raises(FileNotWritable, match="No such file"), making_folder(tmp_path / "none" / "out"):
        pass
    assert [each.name for each in out.iterdir()] == ["kept.txt"]
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("place", ["", "index", "index/deep"])
def test_a_workspaces_own_folders_are_never_replaced(tmp_path, place):
    (tmp_path / "workspace.db").write_bytes(b"db")
    (tmp_path / "index").mkdir()
    with pytest.raises(FileNotWritable, match="the workspace's own folder"), making_folder(tmp_path / place):
        pass
    assert (tmp_path / "workspace.db").read_bytes() == b"db"


STORY = b"The old bridge in Harwick reopened on 4 May 2024 after eleven months of repairs.\n"
CHECK = b'{"claim_reviewed": "The old bridge in Harwick is closed.", "rating": "FALSE", "publisher": "North Desk"}\n'


@pytest.fixture
def desk(claimcheck: Claimcheck, tmp_path: Path) -> Claimcheck:
    """A workspace with a claim and a past check, and a studio that does not run."""
    (tmp_path / "story.txt").write_bytes(STORY)
    (tmp_path / "checks.jsonl").write_bytes(CHECK)
    assert claimcheck("split", "story.txt").code == 0
    assert claimcheck("reviews", "import", "checks.jsonl").code == 0
    studio = tmp_path / "studio-home" / "default"
    ensure_credentials(studio)
    sqlite3.connect(studio / "label_studio.sqlite3").execute("CREATE TABLE task (id)").connection.close()
    return claimcheck


WRITERS = {
    "reviews export": ("reviews", "export", "out"),
    "push --to-file": ("push", "--to-file", "out"),
    "its labeling config": ("push", "--to-file", "tasks.json"),
    "reviews import --rejects": ("reviews", "import", "checks.jsonl", "--rejects", "out"),
    "doctor --bundle": ("doctor", "--bundle", "out"),
    "studio backup": ("studio", "backup", "out"),
    "report": ("report", "-o", "out.html"),
}


@pytest.mark.parametrize("command", WRITERS)
def test_a_file_that_is_there_is_replaced_only_where_force_was_said(
    desk: Claimcheck, tmp_path: Path, command: str
) -> None:
    at = "tasks.json.labeling.xml" if command == "its labeling config" else WRITERS[command][-1]
    there = tmp_path / at
    there.write_bytes(b"mine")
    before = sorted(each.name for each in tmp_path.iterdir())

    refused = desk(*WRITERS[command])
    assert (refused.code, refused.out) == (1, "")
    assert refused.said == f"claimcheck: {at} is there already: name another place, or replace it with --force\n"
    assert there.read_bytes() == b"mine"
    assert sorted(each.name for each in tmp_path.iterdir()) == before

    desk(*WRITERS[command], "--force")
    assert there.read_bytes() != b"mine"
    assert not [each.name for each in tmp_path.iterdir() if each.name.endswith(".part")]


@pytest.mark.parametrize("command", sorted({*WRITERS} - {"its labeling config"}))
def test_force_has_nothing_against_a_place_where_nothing_is(desk: Claimcheck, tmp_path: Path, command: str) -> None:
    desk(*WRITERS[command], "--force")
    assert (tmp_path / WRITERS[command][-1]).is_file()


def test_what_came_to_the_place_meanwhile_is_not_replaced_either(tmp_path: Path) -> None:
    place = tmp_path / "a.json"

    def write() -> None:
        with writing_whole(place, force=False) as out:
            out.write(b"ours")
            place.write_bytes(b"theirs")

    with pytest.raises(OutputTaken, match="is there already"):
        write()
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.json", b"theirs")]


def test_where_writing_breaks_off_the_old_file_stands_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    place = tmp_path / "a.json"
    place.write_bytes(b"old")

    def write() -> None:
        with writing_whole(place, force=True) as out:
            out.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write()
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.json", b"old")]


@pytest.mark.parametrize(
    "words",
    [
        "agreement --plot out.svg",
        "bench retrieval --docs d --queries q --qrels r --reliability out.svg",
        "encoder train --from claimcheck-workspace out",
    ],
)
def test_a_taken_place_is_told_before_any_work(desk: Claimcheck, tmp_path: Path, words: str) -> None:
    (tmp_path / "out.svg").write_bytes(b"mine")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_bytes(b"mine")
    refused = desk(*words.split())
    assert (refused.code, refused.out) == (1, "")
    assert "is there already: name another " in refused.said
    assert refused.said.endswith("or replace it with --force\n")
    assert (tmp_path / "out.svg").read_bytes() == (tmp_path / "out" / "mine.txt").read_bytes() == b"mine"


def test_where_a_disk_knows_no_second_names_a_new_file_is_written_and_an_old_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", refuse)
    write_whole(tmp_path / "a.json", b"one", force=False)
    with pytest.raises(OutputTaken):
        write_whole(tmp_path / "a.json", b"two", force=False)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.json", b"one")]
