"""Filters on past checks that leave none: what is said, and what is kept."""

import json
from pathlib import Path

import pytest

from tests.unit.conftest import Claimcheck

NORTH = {"publisher": "North Desk"}
CHECKS = [
    {"claim_reviewed": "The old bridge in Riverton was closed.", **NORTH, "rating": "True", "published": "2019-03-01"},
    {"claim_reviewed": "Rents in Riverton doubled last year.", **NORTH, "rating": "False", "published": "2021-05-02"},
    {"claim_reviewed": "Neun Störche brüten in Flussstadt.", "publisher": "Südredaktion", "rating": "Falsch"},
]
DATED = "there are 2 from 2019-03 to 2021-05, and 1 without a date"
ARTICLE = (
    "Riverton\n\nThe old bridge in Riverton was closed in 2019. Rents in Riverton doubled in 2020, the town said.\n"
)


@pytest.fixture(autouse=True)
def desk(claimcheck: Claimcheck, tmp_path: Path) -> None:
    lines = [json.dumps({**each, "language": "de" if "ö" in each["claim_reviewed"] else "en"}) for each in CHECKS]
    (tmp_path / "checks.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert claimcheck("reviews", "import", "checks.jsonl").code == 0


@pytest.mark.parametrize("command", [("lookup", "The bridge was closed."), ("match",), ("reviews", "list")])
def test_what_is_no_language_is_refused_in_one_line(claimcheck: Claimcheck, command: tuple[str, ...]) -> None:
    done = claimcheck(*command, "--language", "klingon")
    assert done.code == 1
    assert done.out == ""
    known = "" if command[0] == "reviews" else "; the past checks here are in: en (2), de (1)"
    assert done.said == f"claimcheck: 'klingon' is no language code: write two letters such as de or en{known}\n"


@pytest.mark.parametrize("name", ["de", "DE", "de-AT", "German"])
def test_a_language_is_known_by_any_of_its_names(claimcheck: Claimcheck, name: str) -> None:
    done = claimcheck("lookup", "Neun Störche brüten in Flussstadt.", "--language", name)
    assert [each["review"]["publisher"] for each in done.records] == ["Südredaktion"]
    assert [each["publisher"] for each in claimcheck("reviews", "list", "--language", name).records] == ["Südredaktion"]


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        (("--language", "fr"), "no past check here is in 'fr': there are en (2), de (1)"),
        (("--publisher", "north desk"), "no past check here is by 'north desk': is 'North Desk' meant?"),
        (("--publisher", "redaktion"), "no past check here is by 'redaktion': is 'Südredaktion' meant?"),
        (("--publisher", "X"), "no past check here is by 'X': there are North Desk (2), Südredaktion (1)"),
        (("--rating", "HALF_TRUE"), "no past check here is rated HALF_TRUE: there are FALSE (2), TRUE (1)"),
        (("--rating", "TRUE", "--language", "de"), "no past check here fits all of these filters together"),
        (("--rating", "TRUE", "--since", "2020-01-01"), "no past check here fits all of these filters together"),
        (("--since", "2024-02-01"), f"no past check here was published since 2024-02-01: {DATED}"),
        (("--until", "2001-01-01"), f"no past check here was published until 2001-01-01: {DATED}"),
        (
            ("--since", "2020-01-01", "--until", "2020-12-31"),
            f"no past check here was published from 2020-01-01 to 2020-12-31: {DATED}",
        ),
    ],
)
def test_filters_that_no_past_check_fits_are_named(
    claimcheck: Claimcheck, tmp_path: Path, filters: tuple[str, ...], said: str
) -> None:
    done = claimcheck("lookup", "Rents doubled.", "The bridge was closed.", *filters)
    assert done.code == 0
    assert [each["review"] for each in done.records] == [None, None], "every query is answered"
    assert said in done.said.splitlines()
    assert claimcheck("reviews", "list", *filters).said.splitlines() == [said]

    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    assert claimcheck("check", "article.txt").code == 0
    before = [each["review"] for each in claimcheck("match").records]
    refused = claimcheck("match", *filters)
    assert refused.code == 1
    assert refused.said == f"claimcheck: {said}; no claim was looked up, and each keeps what was found for it before\n"
    assert any(before)
    assert [each["review"] for each in claimcheck("match").records] == before


def test_filters_that_fit_are_no_matter(claimcheck: Claimcheck) -> None:
    done = claimcheck("lookup", "Rents in Riverton doubled.", "--publisher", "North Desk", "--rating", "FALSE")
    assert "no past check" not in done.said
    assert done.records[0]["review"]["rating"] == "FALSE"


def test_a_match_among_some_is_not_taken_for_a_match_among_all(claimcheck: Claimcheck, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    assert claimcheck("split", "article.txt").code == 0
    first = claimcheck("match").records
    assert any(each["review"] for each in first)
    assert not any(each["review"] for each in claimcheck("match", "--language", "de").records)
    again = claimcheck("match")
    assert "keep what was found" not in again.said
    assert [each["review"] for each in again.records] == [each["review"] for each in first]
    assert f"{len({each['claim_id'] for each in first})} of " in (kept := claimcheck("match").said)
    assert "claims keep what was found: nothing has changed since" in kept


@pytest.mark.parametrize(
    "command", [("import", "checks.jsonl"), ("add", "A claim.", "--rating", "TRUE", "--publisher", "x")]
)
def test_a_language_that_is_none_is_not_left_aside(claimcheck: Claimcheck, command: tuple[str, ...]) -> None:
    done = claimcheck("reviews", *command, "--language", "klingon")
    assert done.code == 1
    assert "'klingon' is no language code" in done.said
