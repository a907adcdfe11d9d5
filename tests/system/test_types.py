"""What a program that uses claimcheck as a library sees of its types, and that such a program runs."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.system import consumer

HERE = Path(__file__).resolve().parent
CACHE = HERE.parents[1] / ".mypy_cache" / "consumer"

WRONG = """
from pathlib import Path
from claimcheck import Workspace

with Workspace.open(Path("desk"), create="yes") as desk:
    reveal_type(desk.lookup(["a"]))
    reveal_type(desk.settings.publisher_name)
    desk.lookup([1])
    desk.lookup(["a"])[0][0].rank + "one"
"""

pytestmark = pytest.mark.slow


def mypy(folder: Path, text: str) -> "subprocess.CompletedProcess[str]":
    """What the type checker says of a program far from the checkout, which sees claimcheck as it is installed."""
    (folder / "program.py").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", "", "--cache-dir", str(CACHE), "program.py"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_a_program_that_uses_it_passes_the_strict_type_checker(tmp_path: Path) -> None:
    done = mypy(tmp_path, (HERE / "consumer.py").read_text(encoding="utf-8"))

    assert done.stdout == "Success: no issues found in 1 source file\n"


def test_a_program_that_uses_it_wrongly_does_not(tmp_path: Path) -> None:
    done = mypy(tmp_path, WRONG)

    assert 'Argument "create" to "open" of "Workspace" has incompatible type "str"; expected "bool"' in done.stdout
    assert re.search(r'Revealed type is "list\[list\[claimcheck\.records\.[\w.]*Match\]\]"', done.stdout)
    assert 'Revealed type is "str | None"' in done.stdout
    assert 'List item 0 has incompatible type "int"; expected "str"' in done.stdout
    assert 'Unsupported operand types for + ("int" and "str")' in done.stdout


def test_that_program_runs(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    (tmp_path / "story.txt").write_text("The council closed the bridge on 3 May 2023. It cost 4 million euros.")
    (tmp_path / "checks.jsonl").write_text(
        '{"claim_reviewed": "The bridge cost 4 million euros", "publisher": "desk", "language": "en", '
        '"rating": "TRUE"}\n'
    )

    claims = consumer.claims_of(desk, str(tmp_path / "story.txt"))
    new = consumer.import_file(desk, tmp_path / "checks.jsonl")
    label, score = consumer.best_check(desk, "The bridge cost 4 million euros")

    assert {"The council closed the bridge on 3 May 2023."} <= {claim.evidence[0] for claim in claims}
    assert new == 1
    assert (label, score is not None and score > 0.5) == ("TRUE", True)
    assert consumer.where_it_was_sought(tmp_path / "nowhere") == str(tmp_path / "nowhere")
