"""``lookup`` on the command line: its options, its reasons, its usage errors."""

import json
from datetime import date
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from claimcheck.cli.app import app
from claimcheck.cli.lookup import match_rows
from claimcheck.embed import load_encoder
from claimcheck.errors import QueryFileUnreadable
from claimcheck.records import ClaimReview, Match
from claimcheck.store import Store
from claimcheck.workspace import Workspace


@pytest.fixture
def ask(tmp_path):
    with Store.open(tmp_path, create=True, write=True) as store:
        store.put_reviews(
            [
                ClaimReview(
                    "r1",
                    "The old bridge in Riverton was closed in March",
                    "North Desk",
                    language="en",
                    date_published=date(2019, 4, 1),
                ),
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


def test_queries_come_from_files_too_and_a_file_that_is_no_text_is_an_error(ask, tmp_path):
    (tmp_path / "asked.txt").write_text(
        "\ufeffThe old bridge was closed\n\nRents doubled in Riverton\n", encoding="utf-8"
    )
    (tmp_path / "picture.txt").write_bytes(b"\xff\xd8\xff")

    found = lines(ask("--file", str(tmp_path / "asked.txt"), "--min-score", "0", "-k", "1"))

    assert [line["review"]["id"] for line in found] == ["r1", "r3"]
    for wrong in ("picture.txt", "nowhere.txt"):
        refused = ask("--file", str(tmp_path / wrong))
        assert isinstance(refused.exception, QueryFileUnreadable)
        assert wrong in str(refused.exception)


@pytest.mark.parametrize(
    ("query", "first"),
    [("bridge " * 150_000, "r1"), ("\N{MOSQUE}", None), ("जल प्रदूषण बढ़ गया है", None), ("!?", None)],
    ids=["a megabyte", "an emoji", "another script", "no word"],
)
def test_an_odd_query_is_answered_in_one_line(ask, query, first):
    result = ask(query.strip(), "--min-score", "0.0" if first else "0.2", "-k", "1", "--format", "jsonl")

    assert result.exit_code == 0
    (line,) = lines(result)
    assert (line["review"] and line["review"]["id"]) == first


@pytest.mark.parametrize("filters", [(), ("--language", "de", "--publisher", "North Desk")])
def test_a_workspace_without_past_checks_says_how_to_get_some_and_answers_that_there_is_none(tmp_path, filters):
    Store.open(tmp_path, create=True, write=True).close()

    asked = ["lookup", "-w", str(tmp_path), "The bridge was closed", "--format", "jsonl", *filters]
    result = CliRunner().invoke(app, asked)

    assert result.exit_code == 0
    assert json.loads(result.stdout)["review"] is None
    [told] = [line for line in result.stderr.splitlines() if line.startswith("no past check")]
    assert "claimcheck reviews import" in told


@pytest.mark.parametrize(("score", "cell"), [(0.0012, "0.00"), (0.31, "0.31"), (None, "–")])
def test_where_nothing_fits_the_score_is_never_called_a_lead(score, cell):
    (row,) = match_rows([Match("Eels can fly", 1, 0.1, None, score=score)], {})
    assert row == ("–", "–", "nothing here fits", "–", "–", cell)


def test_a_past_check_much_older_than_the_claim_says_so(ask):
    query = ("The old bridge in Riverton was closed in March", "-k", "1", "--min-score", "0")

    table = ask(*query, "--date", "2024-05-01", "--format", "table").stdout

    assert "5 years older than" in " ".join(table.split())
    assert lines(ask(*query, "--date", "2024-05-01"))[0]["days_older"] == (date(2024, 5, 1) - date(2019, 4, 1)).days
    assert lines(ask(*query, "--date", "2019-12-31"))[0]["days_older"] is None
    assert lines(ask(*query))[0]["days_older"] is None


def test_the_workspace_says_from_which_score_and_after_how_many_days(ask, tmp_path):
    query = ("Rents in the city of Riverton doubled", "-k", "1")
    assert lines(ask(*query))[0]["review"]["id"] == "r3"

    (tmp_path / "claimcheck.toml").write_text("[lookup]\nmin_score = 1\nvalidity_days = 10000\n", encoding="utf-8")

    assert lines(ask(*query))[0]["review"] is None
    bridge = ("The old bridge in Riverton was closed in March", "--min-score", "0", "--date", "2024-05-01")
    assert lines(ask(*bridge))[0]["days_older"] is None


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ({"encoder": None, "scale": 3.0, "start": 2.0, "fit": "earlier"}, "it was learnt on another claimcheck's"),
        ({"scale": 3.0}, "KeyError: 'encoder'"),
    ],
)
def test_a_calibration_that_does_not_fit_is_told_in_a_line_and_left_aside(ask, tmp_path, content, why):
    query = ("Rents in Riverton doubled", "--min-score", "0")
    before = lines(ask(*query))
    if "encoder" in content:
        content |= {"encoder": load_encoder().fingerprint}
    (tmp_path / "calibration.json").write_text(json.dumps(content), encoding="utf-8")

    done = ask(*query)

    assert done.exit_code == 0
    assert lines(done) == before
    [told] = done.stderr.splitlines()
    assert why in told
    assert told.endswith("remove it, or run claimcheck reviews calibrate again; until then scores are as they ship")


def test_a_claim_that_no_past_check_fits_is_still_said_to_be_checked_here(ask, tmp_path, monkeypatch):
    text = "The mill in Riverton burned in 2019"
    alone = Match(text, 1, 0.0, None, being_checked=("0123456789abcdef",))
    found = [(SimpleNamespace(claim=SimpleNamespace(text=text)), [alone])]
    monkeypatch.setattr(Workspace, "match", lambda *_, **__: found)

    result = CliRunner().invoke(app, ["match", "-w", str(tmp_path), "--format", "table"])

    assert result.exit_code == 0
    assert result.stdout == ""
    assert f"{text}: being checked here: 01234567" in " ".join(result.stderr.split())
