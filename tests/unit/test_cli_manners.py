"""What all commands share: help that is a table of contents, ``--json``, ``--quiet``, colours, pipes, exit codes."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from claimcheck.cli import app
from claimcheck.cli.contents import EXAMPLES, HEADINGS
from tests.unit.conftest import Claimcheck

REVIEWS = "".join(
    json.dumps({"claim_reviewed": f"Claim {n}", "publisher": "desk", "language": "en"}) + "\n" for n in range(400)
)


def commands() -> Iterator[tuple[str, Any]]:
    """Every command with its whole name."""
    top: Any = get_command(app)
    for name, found in top.commands.items():
        if hasattr(found, "commands"):
            yield from ((f"{name} {under}", each) for under, each in found.commands.items())
        else:
            yield name, found


NAMES = dict(commands())


def examples() -> Iterator[tuple[str, list[str]]]:
    for name, lines in EXAMPLES.items():
        for line in lines.splitlines():
            words = shlex.split(line)
            begin = words.index("claimcheck") + 1
            end = words.index(">") if ">" in words else len(words)
            yield name, words[begin:end]


def test_every_command_has_a_heading_and_an_example() -> None:
    placed = {name for names in HEADINGS.values() for name in names}

    assert {name.split()[0] for name in NAMES} - placed == set()
    assert set(NAMES) - set(EXAMPLES) == set()


@pytest.mark.parametrize(("name", "words"), list(examples()))
def test_every_example_is_one_that_the_command_takes(name: str, words: list[str]) -> None:
    command, count = (NAMES[name], len(name.split())) if name else (get_command(app), 0)
    if name:
        assert words[:count] == name.split()
        command.make_context(name, words[count:])  # raises for wrong usage
    else:
        assert words[0] in {each.split()[0] for each in NAMES}


def test_help_is_a_table_of_contents_in_the_order_of_the_work(claimcheck: Claimcheck) -> None:
    done = claimcheck("--help")

    headings = re.findall(r"^(\w.*):$", done.out, re.MULTILINE)
    assert headings == ["Options", *HEADINGS, "Examples"]
    assert "..." not in done.out.replace("[ARGS]...", "")  # nothing is cut off
    places = [
        done.out.index(f"\n  {name} ") for name in ("demo", "reviews", "split", "push", "settle", "export", "doctor")
    ]
    assert places == sorted(places)


@pytest.mark.parametrize("name", NAMES)
def test_every_command_says_what_it_is_for_with_an_example_and_takes_json_and_quiet(
    claimcheck: Claimcheck, name: str
) -> None:
    done = claimcheck(*name.split(), "--help")

    assert done.code == 0
    assert f"\nExamples:\n  {EXAMPLES[name].splitlines()[0]}\n" in done.out
    assert re.search(r"^  --json +\w", done.out, re.MULTILINE)
    assert re.search(r"^  -q, --quiet +\w", done.out, re.MULTILINE)
    usage = done.out.split("\n\n")[0]
    assert "......" not in usage
    assert "{" not in usage


def test_quiet_says_nothing_but_what_went_wrong(claimcheck: Claimcheck) -> None:
    Path("checks.jsonl").write_text(REVIEWS)

    quiet = claimcheck("reviews", "import", "checks.jsonl", "-q")
    again = claimcheck("lookup", "Claim 7", "--quiet")
    wrong = claimcheck("reviews", "import", "gone.jsonl", "-q")

    assert (quiet.code, quiet.out, quiet.said) == (0, "", "")
    assert (again.code, again.said) == (0, "")  # not even that the index is made
    assert (wrong.code, wrong.said.count("\n")) == (1, 1)
    assert wrong.said.startswith("claimcheck: there is no file gone.jsonl: give a file")


def test_quiet_ends_with_its_command(claimcheck: Claimcheck) -> None:
    Path("checks.jsonl").write_text(REVIEWS)
    claimcheck("reviews", "import", "checks.jsonl", "-q")

    assert "400 unchanged" in claimcheck("reviews", "import", "checks.jsonl").said


def test_json_is_what_a_command_did_or_found(claimcheck: Claimcheck) -> None:
    Path("checks.jsonl").write_text(REVIEWS)
    Path("story.txt").write_text("The council closed the bridge on 3 May 2023. It cost 4 million euros.")

    (imported,) = claimcheck("reviews", "import", "checks.jsonl", "--json").records
    (added,) = claimcheck("reviews", "add", "Another", "--rating", "TRUE", "--publisher", "desk", "--json").records
    (removed,) = claimcheck("reviews", "remove", added["id"], "--yes", "--json").records
    (exported,) = claimcheck("reviews", "export", "out.jsonl", "--json").records
    claims = claimcheck("split", "story.txt", "--json").records
    (dropped,) = claimcheck("claims", "drop", claims[0]["id"], "--json").records
    (restored,) = claimcheck("claims", "restore", claims[0]["id"], "--json").records
    (edited,) = claimcheck("claims", "edit", claims[0]["id"], "--text", "The bridge is closed.", "--json").records
    (pushed,) = claimcheck("push", "--to-file", "tasks.json", "--json").records
    (stopped,) = claimcheck("studio", "down", "--json").records

    assert (imported["new"], imported["rejected"], imported["source"]) == (400, 0, "checks.jsonl")
    assert (added["new"], added["claim_reviewed"]) == (True, "Another")
    assert removed == {"chosen": 1, "removed": 1}
    assert exported == {"path": "out.jsonl", "count": 400, "samples_left_out": 0}
    assert (dropped["status"], restored["status"], edited["version"]) == ("dropped", "active", 2)
    assert pushed == {"path": "tasks.json", "tasks": len(claims)}
    assert stopped == {"name": "default", "stopped": False}


def test_every_finding_of_a_validation_is_a_line(claimcheck: Claimcheck) -> None:
    Path("bad.jsonl").write_text('{"claim_id": 1}\n' * 30)

    done = claimcheck("dataset", "validate", "bad.jsonl", "--json")

    assert done.code == 1
    assert len(done.records) >= 30
    assert {each["path"] for each in done.records} == {"bad.jsonl"}


def test_json_and_a_table_at_once_are_wrong_usage(claimcheck: Claimcheck) -> None:
    done = claimcheck("doctor", "--json", "--format", "table")

    assert done.code == 2
    assert "--json and --format table ask for two things" in done.said


def test_a_command_that_is_nearly_right_is_guessed(claimcheck: Claimcheck) -> None:
    done = claimcheck("lokup", "x")

    assert done.code == 2
    assert "Did you mean 'lookup'?" in done.said


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--version",), 0),
        (("reviews", "list", "-w", "nowhere"), 1),
        (("doctor", "-w", "nowhere"), 1),
        (("split",), 2),
        (("split", "--no-such-option"), 2),
        (("lookup", "x", "--since", "yesterday"), 2),
    ],
)
def test_the_exit_status_tells_an_error_from_wrong_usage(
    claimcheck: Claimcheck, words: tuple[str, ...], code: int
) -> None:
    done = claimcheck(*words)

    assert done.code == code
    assert (done.said != "") == (code != 0)


def test_a_file_the_system_refuses_is_named(claimcheck: Claimcheck) -> None:
    done = claimcheck("reviews", "list", "-w", "w" * 300)

    assert done.code == 1
    assert done.said.startswith(f"claimcheck: {'w' * 199}… cannot be used (File name too long): ")
    assert done.said.count("\n") == 1


def test_the_readme_has_every_exit_status() -> None:
    text = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")

    assert re.findall(r"^\| `(\d+)` \|", text, re.MULTILINE) == ["0", "1", "2", "130"]
