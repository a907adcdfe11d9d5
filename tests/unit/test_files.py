"""Files a user names."""

from pathlib import Path

import pytest

from claimcheck.errors import FileNotWritable
from claimcheck.files import making_folder, write_whole
from claimcheck.store import Store


def test_what_is_written_is_there_and_nothing_beside_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.json", b"one")
    write_whole(tmp_path / "a.json", b"two")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.json", b"two")]


@pytest.mark.parametrize("name", ["workspace.db", "workspace.lock", "claimcheck.toml", "index/manifest.json"])
def test_a_workspace_s_own_files_are_never_written_over(tmp_path: Path, name: str) -> None:
    Store.open(tmp_path, create=True, write=True).close()
    before = (tmp_path / "workspace.db").read_bytes()
    with pytest.raises(FileNotWritable, match="the workspace's own file"):
        write_whole(tmp_path / name, b"lost")
    assert (tmp_path / "workspace.db").read_bytes() == before


@pytest.mark.parametrize(
    ("place", "why"), [(".", "it is a folder"), ("no/such/x", "No such file"), ("/dev/null", "regular")]
)
def test_a_place_that_cannot_be_written_is_one_line(tmp_path: Path, place: str, why: str) -> None:
    with pytest.raises(FileNotWritable, match=why) as caught:
        write_whole(tmp_path / place, b"x")
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
