"""The README's links, tables and Python blocks, and its console blocks as steps that can be run.

tests/system runs those in one folder: what they print is what it shows. A line with ``...`` in an expected output
matches anything there. A block that starts with ``$ make`` is for a checkout and is run by `.ci/run`; one after
``<!-- studio -->`` needs Label Studio and runs in tests/integration.
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

from tests.unit.test_architecture import DOORS

REPOSITORY = Path(__file__).resolve().parents[2]
README = REPOSITORY / "README.md"
BLOCK = re.compile(r"(<!-- studio -->\n)?```console\n(.*?)```", re.DOTALL)


@dataclass(frozen=True)
class Step:
    """A command of the README, what it prints, and whether it needs Label Studio."""

    command: str
    printed: str
    studio: bool


def written() -> str:
    """The README without its blocks of code."""
    return re.sub(r"^```.*?^```$", "", README.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)


def table(heading: str) -> list[list[str]]:
    """The rows of the first table after a heading, without its head; the words of each cell."""
    after = written().partition(f"\n## {heading}\n")[2]
    lines = re.search(r"(?:^\|.*\n)+", after, re.MULTILINE)
    assert lines
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[0].splitlines()[2:]]


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
        ["bash", "-c", f"{{ {step.command}; }} 2>&1"],
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


def test_python_blocks_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(make_folder(tmp_path))
    blocks = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert blocks
    for number, block in enumerate(blocks):
        test = doctest.DocTestParser().get_doctest(block, {}, f"README block {number}", str(README), 0)
        result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE).run(test)
        assert result.attempted
        assert result.failed == 0


def test_every_link_leads_somewhere_and_every_chapter_is_in_the_contents() -> None:
    text = written()
    chapters = re.findall(r"^## (.+)$", text, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", chapter.lower()).replace(" ", "-"): chapter for chapter in chapters}
    links = re.findall(r"\[([^]]+)\]\(([^)]+)\)", text)

    assert len(anchors) == len(chapters) >= 15
    for name, target in links:
        if target.startswith("#"):
            assert target[1:] in anchors, f"{name}: {target}"
        else:
            assert (REPOSITORY / target).exists(), f"{name}: {target}"
    contents = text.partition("**Contents:**")[2].partition("\n## ")[0]
    assert re.findall(r"\[([^]]+)\]", contents.replace("\n", " ")) == chapters


def test_every_file_and_module_it_names_is_there() -> None:
    text = README.read_text(encoding="utf-8")
    files = set(re.findall(r"(?:claimcheck|tests|annotations|seeds)/[\w./-]+\w", text))
    modules = {name.replace(".", "/") + ".py" for name in re.findall(r"python -m (tests\.[\w.]+\w)", text)}

    assert len(files) > 10
    assert [name for name in files | modules if not (REPOSITORY / name).exists()] == []


def test_what_sizing_quotes_from_the_full_size_run_stands_there() -> None:
    full = (REPOSITORY / "tests" / "benchmarks" / "SOAK.md").read_text(encoding="utf-8")
    rows = [row for row in table("Sizing") if row[2] == "`make soak`"]

    assert len(rows) >= 8
    for what, figure, _ in rows:
        for number in re.findall(r"\d[\d,.]*\d|\d", figure):
            assert re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d]|[.,]\d)", full), f"{what}: {number}"


def test_the_doors_it_shows_are_the_doors() -> None:
    rows = table("Architecture in one picture")

    assert len(rows) >= 10
    for libraries, doors in rows:
        for library in re.findall(r"`([^`]+)`", libraries):
            assert set(re.findall(r"`([^`]+)`", doors)) <= DOORS[library], library
