"""``assign`` and ``adjudicate`` on the command line, as far as they go without a server."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from claimcheck.cli.app import app
from claimcheck.errors import ClaimcheckError
from tests.integration.shared_desk import SharedDesk


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SharedDesk:
    monkeypatch.setenv("CLAIMCHECK_STUDIO_HOME", str(tmp_path / "no-studio"))
    for name in ("LABEL_STUDIO_URL", "LABEL_STUDIO_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    return SharedDesk(tmp_path / "w", 5)


def run(desk: SharedDesk, *arguments: str) -> Any:
    return CliRunner().invoke(app, [*arguments, "-w", str(desk.folder)])


def test_a_dry_run_shows_who_would_be_given_how_much_and_keeps_nothing(desk: SharedDesk):
    done = run(desk, "assign", "--annotators", "ada@x.org,ben@x.org,cyd@x.org", "--control", "0.5", "--dry-run")

    assert done.exit_code == 0
    lines = done.stderr.splitlines()
    assert lines[0] == "5 claims: 10 new assignments, 0 stand as they are"
    counts = [int(line.split(": ")[1].split()[0]) for line in lines[1:4]]
    assert sorted(counts) == [3, 3, 4]
    assert sum(int(line.split(", ")[1].split()[0]) for line in lines[1:4]) == 5
    with desk.store() as store:
        assert store.assignments() == []


def test_nothing_is_given_out_where_nobody_can_be_asked(desk: SharedDesk):
    done = run(desk, "assign", "--annotators", "ada@x.org,ben@x.org")

    assert done.exit_code == 1
    assert "add --yes" in str(done.exception)
    with desk.store() as store:
        assert store.assignments() == []


def test_what_was_agreed_to_is_kept_though_no_server_runs(desk: SharedDesk):
    done = run(desk, "assign", "--annotators", "ada@x.org,ben@x.org", "--yes")

    assert "run `claimcheck studio up`" in str(done.exception)
    with desk.store() as store:
        assert len(store.assignments()) == 10
    rows = [json.loads(line) for line in run(desk, "assign", "--progress").stdout.splitlines()]
    assert [(row["annotator"], row["assigned"], row["open"]) for row in rows] == [
        ("ada@x.org", 5, 5),
        ("ben@x.org", 5, 5),
    ]
    table = run(desk, "assign", "--progress", "--format", "table").stdout
    assert "median seconds" in table
    assert table.count("@x.org") == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--annotators", "ada@x.org"], "2 answers a claim need 2 annotators, 1 named"),
        (["--annotators", "ada@x.org,ada@X.org"], "is named twice"),
        (["--annotators", "ada,ben"], "'ada' is no e-mail address"),
        (["--annotators", "a@x.org,b@x.org", "--studios", "one"], "1 studio for 2 annotators"),
        (["--annotators", "a@x.org,b@x.org", "--claims", "zz"], "no claim has the id 'zz'"),
        (["--reassign", "a@x.org", "--to", "b@x.org"], "no claim is assigned to a@x.org"),
        (["--progress"], "no claim is assigned to anybody"),
        ([], "no claim is assigned to anybody"),
    ],
)
def test_what_cannot_be_done_is_one_line_with_what_to_do(desk: SharedDesk, arguments: list[str], words: str):
    done = run(desk, "assign", "--yes", *arguments)

    assert done.exit_code == 1
    assert isinstance(done.exception, ClaimcheckError)
    assert words in str(done.exception)
    assert "\n" not in str(done.exception)


def test_options_that_belong_together_and_a_file_that_is_there_are_usage_errors(desk: SharedDesk, tmp_path: Path):
    taken = tmp_path / "taken"
    taken.write_text("x")

    for arguments in (["--reassign", "a@x.org"], ["--to", "a@x.org"], ["--accounts", str(taken)]):
        assert run(desk, "assign", *arguments).exit_code == 2
    assert run(desk, "assign", "--control", "1.5").exit_code == 2
    assert taken.read_text() == "x"


def test_an_adjudicator_is_named_by_an_address(desk: SharedDesk):
    assert "'x' is no e-mail address" in str(run(desk, "adjudicate", "--by", "x").exception)
    assert "run `claimcheck studio up`" in str(run(desk, "adjudicate", "--by", "x@y.org").exception)
