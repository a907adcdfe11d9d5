"""Files a user names."""

from pathlib import Path

import pytest

from claimcheck.errors import FileNotWritable
from claimcheck.files import write_whole
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
