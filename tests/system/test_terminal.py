"""Commands on a terminal and in a pipe, as processes of their own."""

import json
import os
import pty
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.served import CLAIMCHECK as PROGRAM

ESCAPE = "\x1b"
REVIEWS = "".join(
    json.dumps({"claim_reviewed": f"Claim {n}", "publisher": "desk", "language": "en"}) + "\n" for n in range(400)
)


def run(*words: str, folder: Path, **environ: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [PROGRAM, *words], cwd=folder, env={**os.environ, **environ}, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a workspace of 400 past checks and a few claims."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "checks.jsonl").write_text(REVIEWS)
    (folder / "story.txt").write_text("The council closed the bridge on 3 May 2023. It cost 4 million euros.")
    assert run("reviews", "import", "checks.jsonl", folder=folder).returncode == 0
    assert run("split", "story.txt", folder=folder).returncode == 0
    return folder


def test_python_m_claimcheck_is_the_command_line(tmp_path: Path) -> None:
    run_module = [sys.executable, "-m", "claimcheck", "--version"]

    done = subprocess.run(run_module, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (0, run("--version", folder=tmp_path).stdout)


def on_a_terminal(*words: str, folder: Path, program: str = PROGRAM, **environ: str) -> str:
    """What a command writes where stdout and stderr are a terminal."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [program, *words],
        cwd=folder,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", **environ},
        stdin=subprocess.DEVNULL,
        stdout=follower,
        stderr=follower,
    )
    os.close(follower)
    found = b""
    while True:
        try:
            piece = os.read(leader, 65536)
        except OSError:  # Linux: the other end is closed
            break
        if not piece:
            break
        found += piece
    os.close(leader)
    assert process.wait(timeout=60) == 0
    return found.decode()


def test_a_terminal_gets_a_table_and_a_pipe_json_lines_without_colours(desk: Path) -> None:
    shown = on_a_terminal("reviews", "list", "--limit", "3", folder=desk)
    piped = run("reviews", "list", "--limit", "3", folder=desk)

    assert "Claim 0" in shown
    assert "━" in shown
    assert [json.loads(line)["claim_reviewed"] for line in piped.stdout.splitlines()] == [
        "Claim 0",
        "Claim 1",
        "Claim 2",
    ]
    assert ESCAPE not in piped.stdout + piped.stderr


WITH_A_BAR = """
from claimcheck.cli.output import say, write_table
from claimcheck.cli.progress import progress_bar
with progress_bar(after=0) as progress:
    progress("splitting", 0, 2)
    write_table(("claim",), [("a bridge fell",)], title="The story")
    progress("splitting", 1, 2)
    say("done")
"""


def test_a_table_is_not_painted_onto_the_line_of_a_bar(tmp_path: Path) -> None:
    shown = on_a_terminal("-c", WITH_A_BAR, folder=tmp_path, program=sys.executable)

    before = shown[: shown.index("The story")]
    assert "splitting" in before
    assert f"{ESCAPE}[2K" in before[before.rindex("splitting") :], "the bar was put away before the table came"
    assert "splitting" in shown[shown.index("a bridge fell") :], "and is back after it"


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_where_none_is_wanted(desk: Path, environ: dict[str, str]) -> None:
    shown = on_a_terminal("reviews", "stats", folder=desk, **environ)

    assert "█" in shown
    assert not re.search(ESCAPE + r"\[[0-9;]*3[0-7]", shown)


def test_a_reader_that_goes_away_is_no_error_to_talk_about(desk: Path) -> None:
    for _ in range(3):
        done = subprocess.run(
            ["bash", "-c", f"{shlex.quote(PROGRAM)} reviews list | head -n 1"],
            cwd=desk,
            capture_output=True,
            text=True,
            check=False,
        )
        assert len(done.stdout.splitlines()) == 1
        assert done.stderr == ""


def test_completion_where_there_is_no_workspace_is_silent(tmp_path: Path) -> None:
    done = run(
        folder=tmp_path,
        _CLAIMCHECK_COMPLETE="complete_bash",
        COMP_WORDS="claimcheck claims show ",
        COMP_CWORD="3",
    )

    assert (done.stdout.strip(), done.stderr) == ("", "")
    assert list(tmp_path.iterdir()) == []
