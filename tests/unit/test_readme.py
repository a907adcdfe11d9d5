"""The README's console blocks, run as written in one folder; what they print is what it shows.

A line with ``...`` in an expected output matches anything there. A block that starts with ``$ make`` is for a checkout
and is run by `.ci/run`; one after ``<!-- studio -->`` needs Label Studio and runs in tests/integration.
"""

import doctest
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
README = REPOSITORY / "README.md"
BLOCK = re.compile(r"(<!-- studio -->\n)?```console\n(.*?)```", re.DOTALL)


@dataclass(frozen=True)
class Step:
    """A command of the README, what it prints, and whether it needs Label Studio."""

    command: str
    printed: str
    studio: bool


def steps() -> list[Step]:
    found = []
    for studio, block in BLOCK.findall(README.read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, printed = part.partition("\n")
            found.append(Step(command, printed, bool(studio)))
    return found


def run(step: Step, folder: Path, **environment: str) -> None:
    """Run a step as a shell would and hold its output against what the README shows."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", f"{step.command} 2>&1"],
        cwd=folder,
        env={**os.environ, "PATH": path, "COLUMNS": "110", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"$ {step.command}\n{done.stdout}"
    if step.printed.strip():
        flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
        same = doctest.OutputChecker().check_output(step.printed, done.stdout, flags)
        assert same, f"$ {step.command}\nwanted:\n{step.printed}\ngot:\n{done.stdout}"


def make_folder(folder: Path) -> Path:
    """A folder that holds what the tour reads: the shipped samples."""
    shutil.copytree(REPOSITORY / "seeds", folder / "seeds")
    return folder


def test_the_tour_prints_what_the_readme_shows(tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    toured = [step for step in steps() if not step.studio and not step.command.startswith(("make", "git", "cd"))]
    assert len(toured) >= 7
    for step in toured:
        run(step, folder)


def test_python_blocks_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(make_folder(tmp_path))
    blocks = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert blocks
    for number, block in enumerate(blocks):
        test = doctest.DocTestParser().get_doctest(block, {}, f"README block {number}", str(README), 0)
        result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE).run(test)
        assert result.attempted
        assert result.failed == 0
