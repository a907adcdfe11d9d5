"""``reviews``, ``lookup`` and ``match`` on a user's own input."""

from pathlib import Path

import pytest

from claimcheck import resources
from tests.unit.conftest import Claimcheck

SEEDS = resources.seeds() / "reviews.jsonl"


def test_importing_twice_changes_nothing(claimcheck: Claimcheck) -> None:
    assert "86 new" in claimcheck("reviews", "import", SEEDS).said
    assert "0 new, 0 changed, 86 unchanged" in claimcheck("reviews", "import", SEEDS).said
    assert len(claimcheck("reviews", "list").records) == 86


def test_a_dry_run_of_an_import_writes_nothing(claimcheck: Claimcheck, tmp_path: Path) -> None:
    assert "86 would be new" in claimcheck("reviews", "import", SEEDS, "--dry-run").said
    assert not (tmp_path / "claimcheck-workspace").exists()


def test_a_broken_line_is_named_and_the_rest_imported(claimcheck: Claimcheck, tmp_path: Path) -> None:
    lines = SEEDS.read_text(encoding="utf-8").splitlines()
    lines[4] = lines[4][:40]
    path = tmp_path / "feed.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    done = claimcheck("reviews", "import", path)
    assert done.code == 1
    assert f"{path}, line 5: " in done.said
    assert "85 new" in done.said
    assert len(claimcheck("reviews", "list").records) == 85


def test_add_list_stats_and_remove(claimcheck: Claimcheck) -> None:
    added = claimcheck(
        "reviews",
        "add",
        "Gold is heavier than lead.",
        "--rating",
        "TRUE",
        "--publisher",
        "Metal Desk",
        "--language",
        "en",
    )
    assert added.code == 0
    (review,) = claimcheck("reviews", "list", "--publisher", "Metal Desk").records
    assert (review["claim_reviewed"], review["rating"]) == ("Gold is heavier than lead.", "TRUE")
    (counted,) = claimcheck("reviews", "stats").records
    assert counted["count"] == 1
    assert claimcheck("reviews", "remove").code == 1
    gone = claimcheck("reviews", "remove", review["id"][:6], "--yes")
    assert "1 of 1 past check would be removed" in gone.said
    assert claimcheck("reviews", "list").records == []


def test_removal_asks_and_takes_no_for_an_answer(claimcheck: Claimcheck) -> None:
    claimcheck("reviews", "import", SEEDS)
    done = claimcheck("reviews", "remove", "--language", "en", stdin=b"n\n")
    assert done.code == 1
    assert "43 of 86" in done.said
    assert len(claimcheck("reviews", "list").records) == 86


@pytest.mark.parametrize(
    ("query", "language", "words"),
    [
        ("Lukashenko has ruled Belarus for more than 25 years", "de", "Lukaschenko regiert Belarus"),
        ("Wann wählten die Belarussen zum ersten Mal einen Präsidenten?", "en", "elected their first president"),
    ],
)
def test_a_question_finds_a_check_in_the_other_language(
    claimcheck: Claimcheck, query: str, language: str, words: str
) -> None:
    claimcheck("reviews", "import", SEEDS)
    found = [match["review"] for match in claimcheck("lookup", query).records]
    assert found[0] is not None
    in_language = [review for review in found if review["language"] == language]
    assert words in in_language[0]["claim_reviewed"]
    if language == "de":
        assert in_language[0] == found[0]


def test_nothing_fitting_is_an_answer(claimcheck: Claimcheck) -> None:
    claimcheck("reviews", "import", SEEDS)
    done = claimcheck("lookup", "The bakery in Elm Street sold out of rolls on Sunday")
    assert done.code == 0
    (match,) = done.records
    assert match["review"] is None
    assert "nothing here fits" in claimcheck("lookup", "qzxv", "--format", "table").out


def test_queries_come_from_stdin_a_line_each(claimcheck: Claimcheck) -> None:
    claimcheck("reviews", "import", SEEDS)
    done = claimcheck("lookup", "-", "-k", "1", stdin=b"Lukashenko rules Belarus\n\nGold\n")
    assert {match["query"] for match in done.records} == {"Lukashenko rules Belarus", "Gold"}


@pytest.mark.parametrize("query", ["\U0001f600", "x" * 1_000_000, "ሰላም ለዓለም", "\x00\x1b", "'; DROP TABLE review; --"])
def test_odd_queries_are_answered(claimcheck: Claimcheck, query: str) -> None:
    claimcheck("reviews", "import", SEEDS)
    assert claimcheck("lookup", query).code == 0


def test_a_workspace_that_is_not_there_has_a_remedy(claimcheck: Claimcheck) -> None:
    done = claimcheck("lookup", "anything", "-w", "nowhere")
    assert done.code == 1
    assert done.said.count("\n") == 1
    assert "claimcheck reviews import" in done.said


def test_a_workspace_of_a_newer_version_is_left_as_it_is(claimcheck: Claimcheck, tmp_path: Path) -> None:
    import sqlite3

    claimcheck("reviews", "import", SEEDS)
    database = tmp_path / "claimcheck-workspace" / "workspace.db"
    with sqlite3.connect(database) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    for command in (("lookup", "x"), ("reviews", "import", SEEDS)):
        done = claimcheck(*command)
        assert done.code == 1
        assert "99" in done.said
        assert done.said.count("\n") == 1


def test_match_stores_what_it_finds(claimcheck: Claimcheck) -> None:
    claimcheck("reviews", "import", SEEDS)
    claimcheck("split", resources.seeds() / "article.de.md", "--published", "2023-04-11")
    done = claimcheck("match")
    assert done.code == 0
    claim = next(match["claim_id"] for match in done.records if match["review"] and match["relation"] == "same")
    shown = claimcheck("claims", "show", claim).records[0]
    assert [match["rank"] for match in shown["matches"]] == list(range(1, len(shown["matches"]) + 1))
