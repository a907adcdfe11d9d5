"""Blocks keep the roles they reached: floors a little below the shares of words, each with the digest of its gold."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from claimcheck.flows.bench_all.plan import digest_of
from claimcheck.flows.bench_roles import RoleCounts, count_roles
from claimcheck.flows.bench_split import gold_files

HERE = Path(__file__).parent
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))["roles"]


def hold(floor: dict[str, float | str], paths: Sequence[Path]) -> None:
    assert digest_of(paths) == floor["digest"]
    figures = sum((count_roles(path) for path in paths), RoleCounts()).figures()
    below = {name: figures[name] for name in ("roles", "carriers") if figures[name] < floor[name]}
    assert below == {}


@pytest.mark.parametrize("name", ["tune", "report"])
def test_words_of_the_project_s_own_gold_keep_their_roles(name: str) -> None:
    hold(FLOORS[f"own {name}"], gold_files(HERE / "gold", name))


@pytest.mark.needs_shared_data
@pytest.mark.parametrize("name", ["tune", "report"])
def test_words_of_the_annotated_pages_keep_their_roles(shared: Path, name: str) -> None:
    hold(FLOORS[f"pages {name}"], gold_files(shared / "gold" / "pages", name))


@pytest.mark.needs_shared_data
def test_every_line_of_the_seed_page_has_its_role(shared: Path) -> None:
    paths = [shared / "gold" / "seed_claims.json"]
    assert sum((count_roles(path) for path in paths), RoleCounts()).figures()["roles"] == 1.0


def test_no_word_of_the_tuned_pages_that_is_not_the_article_s_may_hold_a_claim() -> None:
    for path in gold_files(HERE / "gold", "tune"):
        assert count_roles(path).figures()["carriers_precision"] == 1.0, path.name
