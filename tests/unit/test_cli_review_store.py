"""The commands on the store of past checks: import, show, stats, ratings, disagreements, duplicates, export."""

import json
from pathlib import Path

import pytest

from claimcheck import resources
from tests.unit.conftest import Claimcheck

SEEDS = resources.seeds() / "reviews.jsonl"


def line(claim: str, publisher: str, word: str | None, day: str | None = None, language: str = "en") -> str:
    return json.dumps(
        {
            "@type": "ClaimReview",
            "claimReviewed": claim,
            "author": {"@type": "Organization", "name": publisher},
            "url": f"https://{publisher.lower()}.example/{len(claim)}",
            "datePublished": day,
            "reviewRating": {"alternateName": word},
            "inLanguage": language,
        }
    )


LINES = [
    line("Gold is heavier than lead, tests show.", "One", "True", "2024-01-05"),
    line("Gold is heavier than lead, tests show", "Two", "False", "2024-02-05"),
    line("Der Mond besteht aus Käse.", "One", "Falsch", "2024-02-06", "de"),
    line("Tin was cheap in the year 1900.", "Two", "Odd word"),
]


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    path = tmp_path / "feed.jsonl"
    path.write_text("\n".join(LINES), encoding="utf-8")
    return path


def test_a_guessed_map_is_said_and_another_can_be_given(claimcheck: Claimcheck, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("claim,what was said,who\nno,Gold is heavy,A desk\n", encoding="utf-8")
    guessed = claimcheck("reviews", "import", table, "--publisher", "A desk", "--dry-run")
    assert f"{table}: read as claim_reviewed=claim\n" in guessed.said
    options = ("--map", "claim_reviewed=what was said", "--map", "publisher=who", "--map", "title=")
    given = claimcheck("reviews", "import", table, *options)
    assert "read as 'claim_reviewed=what was said' publisher=who\n" in given.said
    (review,) = claimcheck("reviews", "list").records
    assert (review["claim_reviewed"], review["publisher"]) == ("Gold is heavy", "A desk")


@pytest.mark.parametrize(
    ("pair", "says"),
    [
        ("claim", "the map 'claim' has no '=': write field=column, the fields are claim_reviewed, "),
        ("clame=x", "the map 'clame=x' names no field 'clame'"),
        ("claim_reviewed=nowhere", "but none is called 'nowhere': say which with --map claim_reviewed=COLUMN"),
    ],
)
def test_a_wrong_map_is_one_line(claimcheck: Claimcheck, tmp_path: Path, pair: str, says: str) -> None:
    (tmp_path / "t.csv").write_text("claim,publisher\nGold is heavy,A desk\n", encoding="utf-8")
    done = claimcheck("reviews", "import", "t.csv", "--map", pair)
    assert (done.code, says in done.said) == (1, True)
    assert done.said.count("\n") <= 2  # with the line that a workspace was made


def test_refused_records_are_written_to_a_file_with_place_and_reason(claimcheck: Claimcheck, tmp_path: Path) -> None:
    folder = tmp_path / "feeds"
    folder.mkdir()
    (folder / "a.jsonl").write_text(
        f'{LINES[0]}\n{{"@type": "ClaimReview", "claimReviewed": ""}}\noops', encoding="utf-8"
    )
    (folder / "b.html").write_text("<html>no markup</html>", encoding="utf-8")
    done = claimcheck("reviews", "import", folder, "--rejects", "no.jsonl")
    assert done.code == 1
    assert f"{folder}: 1 new, 0 changed, 0 unchanged, 3 rejected" in done.said
    rejected = [json.loads(each) for each in (tmp_path / "no.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(Path(each["file"]).name, each["line"], each["reason"].split(" (")[0]) for each in rejected] == [
        ("a.jsonl", 2, "the claim text is empty"),
        ("a.jsonl", 3, "not JSON"),
        ("b.html", None, "no ClaimReview markup on this page"),
    ]
    assert rejected[0]["raw"].startswith('{"@type": "ClaimReview"')


def test_one_file_of_several_that_cannot_be_read_loses_no_other(
    claimcheck: Claimcheck, feed: Path, tmp_path: Path
) -> None:
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    done = claimcheck("reviews", "import", "broken.json", feed)
    assert done.code == 1
    assert "claimcheck: broken.json is not JSON" in done.said
    assert "4 new" in done.said


def test_a_check_that_comes_twice_with_different_content_is_said(claimcheck: Claimcheck, tmp_path: Path) -> None:
    twice = LINES[0] + "\n" + LINES[0].replace('"True"', '"False"')
    (tmp_path / "a.jsonl").write_text(twice, encoding="utf-8")
    done = claimcheck("reviews", "import", "a.jsonl")
    assert "1 past check came more than once with different content: the last one counts" in done.said
    assert [each["rating"] for each in claimcheck("reviews", "list").records] == ["FALSE"]


def test_show_says_what_a_check_was_before(claimcheck: Claimcheck, feed: Path) -> None:
    claimcheck("reviews", "import", feed)
    (review,) = claimcheck("reviews", "list", "--publisher", "Two", "--rating", "FALSE").records
    feed.write_text(LINES[1].replace('"False"', '"Half true"'), encoding="utf-8")
    assert "0 new, 1 changed" in claimcheck("reviews", "import", feed).said
    (now,) = claimcheck("reviews", "show", review["id"][:8]).records
    assert (now["rating"], now["until"], now["removed"]) == ("HALF_TRUE", None, False)
    history = claimcheck("reviews", "show", review["id"], "--history").records
    assert [each["alternate_name"] for each in history] == ["False", "Half true"]
    assert history[0]["until"] == history[1]["since"] != history[0]["since"] == now["first_seen"]
    assert "alternate_name" in claimcheck("reviews", "show", review["id"], "--format", "table").out
    claimcheck("reviews", "remove", review["id"], "--yes")
    (gone,) = claimcheck("reviews", "show", review["id"]).records
    assert gone["removed"] is True


@pytest.mark.parametrize(
    ("options", "claims"),
    [
        (("--language", "de"), ["Der"]),
        (("--rating", "TRUE"), ["Gold"]),
        (("--unrated",), ["Tin"]),
        (("--since", "2024-02-01"), ["Gold", "Der"]),
        (("--since", "2024-02-01", "--until", "2024-02-05"), ["Gold"]),
        (("--text", "KÄSE"), ["Der"]),
        (("--publisher", "Two", "--limit", "1"), ["Gold"]),
        (("--publisher", "Nobody"), []),
    ],
)
def test_checks_are_listed_exported_and_removed_by_what_they_are(
    claimcheck: Claimcheck, feed: Path, tmp_path: Path, options: tuple[str, ...], claims: list[str]
) -> None:
    claimcheck("reviews", "import", feed)
    assert [each["claim_reviewed"].split()[0] for each in claimcheck("reviews", "list", *options).records] == claims
    if "--limit" in options:
        return
    written = claimcheck("reviews", "export", "out.jsonl", *options).said
    assert f"{len(claims)} past check{'s' * (len(claims) != 1)} written to out.jsonl" in written
    assert len((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()) == len(claims)
    said = claimcheck("reviews", "remove", *options, "--dry-run").said
    assert f"{len(claims)} of 4 past checks would be removed" in said
    assert len(claimcheck("reviews", "list").records) == 4
    claimcheck("reviews", "remove", *options, "--yes")
    assert len(claimcheck("reviews", "list").records) == 4 - len(claims)


def test_stats_draw_a_small_chart_of_each_kind(claimcheck: Claimcheck, feed: Path) -> None:
    claimcheck("reviews", "import", feed)
    chart = claimcheck("reviews", "stats", "--format", "table").out
    for words in (
        "language",
        "en       │     3 │ 75%   │ " + "█" * 40,
        "publisher",
        "rating",
        "month",
        "2024-02 │     2 │ 50%",
    ):
        assert words in chart, chart
    assert claimcheck("reviews", "stats", "--by", "month").records == [
        {"month": "2024-01", "count": 1},
        {"month": "2024-02", "count": 2},
        {"month": None, "count": 1},
    ]
    assert claimcheck("reviews", "stats", "--by", "rating").records == [
        {"rating": "TRUE", "count": 1},
        {"rating": "FALSE", "count": 2},
        {"rating": None, "count": 1},
    ]
    assert sum(each["count"] for each in claimcheck("reviews", "stats").records) == 4


def test_a_desk_gives_an_unknown_word_its_own_label(claimcheck: Claimcheck, feed: Path, tmp_path: Path) -> None:
    claimcheck("reviews", "import", feed)
    (unknown,) = claimcheck("reviews", "ratings", "--unknown").records
    assert (unknown["word"], unknown["count"], unknown["how"]) == ("Odd word", 1, "unknown")
    said = claimcheck("reviews", "ratings", "--set", "Odd word", "--label", "mostly false", "--publisher", "Two").said
    assert "'Odd word' is MOSTLY_FALSE from now on" in said
    assert "1 past check would get another label" in claimcheck("reviews", "ratings", "--reread", "--dry-run").said
    assert "1 past check got another label" in claimcheck("reviews", "ratings", "--reread").said
    assert [each["rating"] for each in claimcheck("reviews", "list", "--text", "tin").records] == ["MOSTLY_FALSE"]
    assert (
        "every rating word here has a label" in claimcheck("reviews", "ratings", "--unknown", "--format", "table").said
    )
    assert "Odd word" in claimcheck("reviews", "ratings", "--format", "table").out
    assert claimcheck("reviews", "ratings", "--set", "x").code == 2
    assert claimcheck("reviews", "ratings", "--set", "x", "--label", "SOSO").code == 2
    (tmp_path / "claimcheck-workspace" / "ratings.tsv").write_text("rubbish", encoding="utf-8")
    for command in (("ratings",), ("import", feed)):
        done = claimcheck("reviews", *command)
        assert (done.code, "ratings.tsv, line 1" in done.said) == (1, True)


def test_disagreements_and_duplicates_show_who_says_what(claimcheck: Claimcheck, feed: Path) -> None:
    claimcheck("reviews", "import", feed)
    (found,) = claimcheck("reviews", "disagreements").records
    assert [each["publisher"] for each in found["reviews"]] == ["One", "Two"]
    table = claimcheck("reviews", "disagreements", "--format", "table").out
    assert "One: True" in table
    assert "Two: False" in table
    assert "no near-duplicates are known here" in claimcheck("reviews", "duplicates", "--format", "table").said
    done = claimcheck("reviews", "duplicates", "--find")
    assert "1 cluster holds 2 of 4 past checks" in done.said
    assert done.records[0]["publishers"] == ["One", "Two"]
    assert len(claimcheck("reviews", "duplicates").records) == 1


def test_lookup_shows_near_duplicates_with_one_rating_as_one_entry(claimcheck: Claimcheck, tmp_path: Path) -> None:
    lines = [
        line("Belarus held its first presidential election in 1994.", "One", "True"),
        line("Belarus held the first presidential election in 1994.", "Two", "True"),
        line("Belarus held its first presidential elections in 1994.", "Three", "False"),
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    claimcheck("reviews", "import", "a.jsonl", SEEDS)
    query = ("lookup", "Belarus held its first presidential election in 1994.", "-k", "3")
    assert [each["also"] for each in claimcheck(*query).records] == [[], [], []]
    claimcheck("reviews", "duplicates", "--find")
    found = claimcheck(*query).records
    (one,) = [each for each in found if each["also"]]
    assert one["review"]["publisher"] in {"One", "Two"}
    assert "also: " in claimcheck(*query, "--format", "table").out


@pytest.mark.parametrize("form", ["jsonl", "datafeed"])
def test_an_export_comes_back_as_it_was(claimcheck: Claimcheck, form: str) -> None:
    claimcheck("reviews", "import", SEEDS)
    assert (
        "86 past checks written to all.json"
        in claimcheck("reviews", "export", "all.json", "--samples", "--as", form).said
    )
    assert "86 new" in claimcheck("reviews", "import", "all.json", "-w", "copy").said
    both = [claimcheck("reviews", "list", "-w", place).records for place in ("claimcheck-workspace", "copy")]
    assert both[0] == both[1]
    assert "0 new, 0 changed, 86 unchanged" in claimcheck("reviews", "import", "all.json").said


def test_an_export_never_writes_over_the_workspace(claimcheck: Claimcheck, tmp_path: Path) -> None:
    claimcheck("reviews", "import", SEEDS)
    done = claimcheck("reviews", "export", "claimcheck-workspace/workspace.db")
    assert (done.code, "workspace's own file" in done.said) == (1, True)
    done = claimcheck("reviews", "export", "-")
    assert (done.out, "86 samples here are left out: --samples writes them too" in done.said) == ("", True)
    assert claimcheck("reviews", "export", "-", "--samples").out.count("\n") == 86


def test_an_import_says_alike_refusals_once_and_how_many_labels_lost_something(
    claimcheck: Claimcheck, tmp_path: Path
) -> None:
    path = tmp_path / "feed.jsonl"
    broken = ["{", "{", "{"]  # the last has no line end, and reads the same
    path.write_text("\n".join([line("Tin was cheap in 1900.", "One", "Partly false"), LINES[3], *broken]), "utf-8")
    done = claimcheck("reviews", "import", path)
    assert done.code == 1
    assert f"{path}, line 3 and 2 more: not JSON (" in done.said
    assert f"{path}: 1 of 1 label is approximate: claimcheck reviews ratings shows which" in done.said
    assert "claimcheck reviews ratings --unknown lists them; --set WORD --label LABEL gives one a label" in done.said


def test_a_folder_without_any_file_makes_no_workspace(claimcheck: Claimcheck, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    done = claimcheck("reviews", "import", tmp_path / "nothing", "-w", tmp_path / "new")
    assert done.code == 1
    assert "holds no file that is read: give files in .atom" in done.said
    assert not (tmp_path / "new").exists()


def test_a_removal_of_many_is_all_of_them_and_history_is_named(claimcheck: Claimcheck, feed: Path) -> None:
    claimcheck("reviews", "import", feed)
    assert (
        "2 removed; claimcheck reviews show ID --history"
        in claimcheck("reviews", "remove", "--publisher", "One", "--yes").said
    )
    assert claimcheck("reviews", "remove", "--publisher", "One", "--yes").said.endswith("0 removed\n")
