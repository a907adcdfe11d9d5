"""The relation of a past claim to a new one keeps what it reached on pairs whose author had not seen the rules."""

import json
from pathlib import Path

import pytest

from claimcheck.flows.bench_all.plan import digest_of
from claimcheck.flows.bench_relations import bench_relations

HERE = Path(__file__).parent
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["relations", "relations_later", "relations_voices"])
def test_relations_of_unseen_pairs_are_read_as_well_as_before(name: str) -> None:
    pairs, floor = HERE / f"{name}.tsv", FLOORS[name]
    assert digest_of([pairs]) == floor["digest"]
    figures = bench_relations(pairs)
    print(name, figures.table())

    assert figures.pairs == floor["pairs"]
    assert figures.macro_f1 >= floor["macro_f1"], figures.table()
    assert figures.contradicts_as_same <= floor["contradicts_as_same"], figures.table()
