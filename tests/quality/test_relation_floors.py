"""The relation of a past claim to a new one keeps what it reached on pairs whose author had not seen the rules."""

import json
from pathlib import Path

from claimcheck.flows.bench_all.plan import digest_of
from claimcheck.flows.bench_relations import bench_relations

HERE = Path(__file__).parent
PAIRS = HERE / "relations.tsv"
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))["relations"]


def test_relations_of_unseen_pairs_are_read_as_well_as_before() -> None:
    assert digest_of([PAIRS]) == FLOORS["digest"]
    figures = bench_relations(PAIRS)

    assert figures.pairs == FLOORS["pairs"]
    assert figures.macro_f1 >= FLOORS["macro_f1"], figures.table()
    assert figures.contradicts_as_same <= FLOORS["contradicts_as_same"], figures.table()
