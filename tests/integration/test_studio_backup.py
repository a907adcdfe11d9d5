"""A studio as one file: copied while it runs, back under another path with every task and answer, or not at all."""

import stat
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from claimcheck.errors import StudioBackupInvalid, StudioExists, StudioRuns, StudioUnknown
from claimcheck.labelstudio import Studio, StudioClient, find_studio, start_studio, stop_studio, studio_home
from claimcheck.labelstudio.backup import back_up_studio, restore_studio
from tests.integration.conftest import NAME

pytestmark = [pytest.mark.studio]


@pytest.mark.slow
def test_a_copy_made_while_it_runs_comes_back_under_another_path_with_every_task(
    make_desk, studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = make_desk()
    desk.push()
    out = tmp_path / "studio.tar.gz"
    command = [str(Path(sys.executable).with_name("claimcheck")), "studio"]
    made = subprocess.run([*command, "backup", str(out), "--name", NAME], capture_output=True, text=True, check=True)
    monkeypatch.setenv("CLAIMCHECK_STUDIO_HOME", str(tmp_path / "elsewhere"))

    subprocess.run([*command, "restore", str(out), "--name", "again"], capture_output=True, text=True, check=True)
    refused = subprocess.run([*command, "restore", str(out), "--name", "again"], capture_output=True, text=True)

    assert f"{out}: " in made.stderr
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert refused.returncode == 1
    assert "restore under another --name, or with --force" in refused.stderr
    back = start_studio("again")
    try:
        assert back.home.is_relative_to(tmp_path / "elsewhere")
        assert back.url
        client = StudioClient(back.url, back.credentials.token, server=back.credentials.server)
        assert client.server == desk.client.server
        desk.client = client
        assert desk.push().unchanged == 1
        with pytest.raises(StudioRuns, match="stop it first, `claimcheck studio down --name again`"):
            restore_studio(out, "again", force=True)
    finally:
        stop_studio("again")
    with pytest.raises(StudioExists):
        restore_studio(out, "again")
    aside = Path(str(restore_studio(out, "again", force=True)["moved"]))
    assert (aside / "label_studio.sqlite3").is_file()
    assert (studio_home("again") / "label_studio.sqlite3").is_file()


def test_a_damaged_file_is_one_line_and_puts_nothing_in_place(studio: Studio, tmp_path: Path, monkeypatch) -> None:
    whole = tmp_path / "whole.tar.gz"
    back_up_studio(whole, NAME)
    monkeypatch.setenv("CLAIMCHECK_STUDIO_HOME", str(tmp_path / "home"))
    unpacked = tmp_path / "unpacked"
    with tarfile.open(whole) as archive:
        names = archive.getnames()
        archive.extractall(unpacked, filter="data")
    (unpacked / "credentials.json").write_text('{"id": "another"}')
    with tarfile.open(tmp_path / "changed.tar.gz", "w:gz") as archive:
        for name in names:
            archive.add(unpacked / name, name)
    with tarfile.open(tmp_path / "outside.tar.gz", "w:gz") as archive:
        archive.add(unpacked / "manifest.json", "../manifest.json")
    data = whole.read_bytes()
    (tmp_path / "cut.tar.gz").write_bytes(data[: len(data) // 2])
    (tmp_path / "text.tar.gz").write_text("no archive")

    for name, why in (
        ("changed.tar.gz", "is damaged: credentials.json is missing or other than it was"),
        ("outside.tar.gz", "is no backup of a studio"),
        ("cut.tar.gz", "or breaks off"),
        ("text.tar.gz", "is no backup of a studio"),
        ("missing.tar.gz", "is not there"),
    ):
        with pytest.raises(StudioBackupInvalid, match=why) as caught:
            restore_studio(tmp_path / name, "new")
        assert "\n" not in str(caught.value)
    assert find_studio("new") is None
    assert [each.name for each in (tmp_path / "home").iterdir() if not each.name.endswith(".lock")] == []


def test_a_studio_that_was_never_started_has_no_backup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_STUDIO_HOME", str(tmp_path))

    with pytest.raises(StudioUnknown):
        back_up_studio(tmp_path / "out.tar.gz", "never")

    assert not (tmp_path / "out.tar.gz").exists()
