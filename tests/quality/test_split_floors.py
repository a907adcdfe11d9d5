"""The splitter keeps what it reached: floors a little below its figures, each with the digest of its gold."""

import json
from pathlib import Path

import pytest

from claimcheck.flows.bench_all.plan import digest_of
from claimcheck.flows.bench_split import bench_split, gold_files, read_annotated
from claimcheck.flows.split_gold import read_split_gold
from claimcheck.metrics import SplitFigures
from claimcheck.records import CARRIERS, Claim
from claimcheck.split import RuleSplitter, split_article

HERE = Path(__file__).parent
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))["split"]
AT_LEAST = ("f1", "precision", "coverage", "speaker_f1", "day_f1", "text")
AT_MOST = ("rejected_kept", "leaked")


def hold(floor: dict[str, float], figures: SplitFigures) -> None:
    below = {
        name: getattr(figures, name) for name in AT_LEAST if name in floor and getattr(figures, name) < floor[name]
    }
    above = {name: getattr(figures, name) for name in AT_MOST if name in floor and getattr(figures, name) > floor[name]}
    assert (below, above) == ({}, {})


def test_the_project_s_own_gold_is_held() -> None:
    floor = FLOORS["own"]
    paths = gold_files(HERE / "gold")
    assert [path.name for path in paths] == floor["files"]
    assert digest_of(paths) == floor["digest"]

    hold(floor, bench_split(paths, splitter=RuleSplitter())[-1])


@pytest.mark.needs_shared_data
def test_the_annotated_seed_is_held(shared: Path) -> None:
    floor = FLOORS["seed"]
    paths = [shared / "gold" / "seed_claims.json"]
    assert digest_of(paths) == floor["digest"]

    hold(floor, bench_split(paths, splitter=RuleSplitter())[-1])


@pytest.mark.needs_shared_data
@pytest.mark.parametrize("half", ["half tune", "half report", "all"])
def test_the_annotated_pages_are_held(shared: Path, half: str) -> None:
    floor = FLOORS["pages"]
    paths = gold_files(shared / "gold" / "pages")
    assert digest_of(paths) == floor["digest"]

    rows = {row.name: row for row in bench_split(paths, splitter=RuleSplitter())}

    hold(floor[half], rows[half])


def offered_of_the_seed(shared: Path) -> list[Claim]:
    article = read_annotated(read_split_gold(shared / "gold" / "seed_claims.json"))
    claims = split_article(article)
    for claim in claims:
        assert claim.evidence == tuple(article.text[span.start : span.end] for span in claim.spans)
    return [claim for claim in claims if claim.checkable]


@pytest.mark.needs_shared_data
def test_the_seed_offers_what_the_parties_of_the_budapest_memorandum_gave_and_got(shared: Path) -> None:
    offered = offered_of_the_seed(shared)

    for wanted in (
        ("Weißrussland", "Kasachstan", "Ukraine", "Atomwaffen"),
        ("Sicherheitsgarantien", "USA", "Großbritanniens", "Russlands"),
    ):
        assert any(all(word in claim.text for word in wanted) for claim in offered), wanted


@pytest.mark.needs_shared_data
def test_the_seed_offers_lukashenko_s_quarter_of_a_century_in_power(shared: Path) -> None:
    wanted = ("Lukaschenko", "mehr als 25 Jahren an der Macht")

    assert any(all(word in claim.text for word in wanted) for claim in offered_of_the_seed(shared))


@pytest.mark.needs_shared_data
def test_the_seed_offers_nothing_from_notices_teasers_and_credits(shared: Path) -> None:
    offered = offered_of_the_seed(shared)

    assert {claim.role for claim in offered} <= CARRIERS
    for words in ("Cookie", "Datenschutz", "Quelle: dpa", "Gegenoffensive", "Liveblog", "Klick"):
        assert not any(words in each for claim in offered for each in claim.evidence), words


@pytest.mark.needs_shared_data
def test_lukashenko_s_request_is_dated_to_the_monday_before(shared: Path) -> None:
    dated = [claim.date.value for claim in offered_of_the_seed(shared) if claim.date and "Montag" in claim.text]

    assert dated == ["2023-04-10"]
