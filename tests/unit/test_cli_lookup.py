"""``lookup`` on the command line: its options, its reasons, its usage errors."""

import json

import pytest
from typer.testing import CliRunner

from claimcheck.cli.app import app
from claimcheck.records import ClaimReview
from claimcheck.store import Store


@pytest.fixture
def ask(tmp_path):
    with Store.open(tmp_path, create=True, write=True) as store:
        store.put_reviews(
            [
                ClaimReview("r1", "The old bridge in Riverton was closed in March", "North Desk", language="en"),
                ClaimReview("r2", "The old bridge in Riverton was closed in March", "South Desk", language="en"),
                ClaimReview("r3", "Rents in the city of Riverton doubled", "North Desk", language="en"),
            ]
        )

    def ask(*more, stdin=None):
        return CliRunner().invoke(app, ["lookup", "-w", str(tmp_path), *more], input=stdin)

    return ask


def lines(result):
    return [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]


def test_many_queries_come_from_stdin_each_with_its_own_lines(ask):
    result = ask("-", "--min-score", "0", "-k", "1", stdin="The old bridge was closed\n\nRents doubled\n")

    assert result.exit_code == 0
    assert [(line["query"], line["rank"]) for line in lines(result)] == [
        ("The old bridge was closed", 1),
        ("Rents doubled", 1),
    ]
    assert lines(result)[0]["also"] == ["r2"]


def test_the_table_names_the_copies_and_gives_the_reasons(ask):
    table = ask("The old bridge in Riverton was closed in March", "--explain", "--format", "table").stdout

    assert "also: South Desk" in " ".join(table.split())
    assert "why: " in table


def test_explain_is_an_object_in_json_and_filters_cut(ask):
    (line,) = lines(ask("The bridge was closed", "--explain", "--publisher", "South Desk", "--min-score", "0"))

    assert line["review"]["id"] == "r2"
    assert set(line["explain"]) == {"words", "fields", "ranks", "scores"}


@pytest.mark.parametrize(
    "wrong",
    [["--since", "2024-02-01", "--until", "2024-01-01"], ["--min-score", "2"], ["--rating", "maybe"], ["--since", "x"]],
)
def test_an_option_that_makes_no_sense_is_a_usage_error(ask, wrong):
    assert ask("The bridge was closed", *wrong).exit_code == 2
