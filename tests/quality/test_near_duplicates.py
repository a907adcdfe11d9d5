"""How well near-duplicates are told from claims that are merely alike, on pairs that were labelled by reading them.

``near_duplicates.tsv`` names pairs of published claims by their collection and ids: 126 pairs with a cosine of 0.8 or
more and no differing fact found, drawn by bands of the cosine, each labelled whether one check would answer both.
The threshold was chosen on the pairs of even number; the figures here are of those of odd number. The pairs were drawn
by the cosines of an earlier encoder.
"""

import json
from pathlib import Path

import pytest

from claimcheck.embed import load_encoder
from claimcheck.flows.bench_all.plan import digest_of
from claimcheck.flows.bench_duplicates import bench_duplicates
from claimcheck.flows.near_duplicates import LEAST

HERE = Path(__file__).parent
PAIRS = HERE / "near_duplicates.tsv"
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))["near_duplicates"]

pytestmark = pytest.mark.needs_shared_data


def test_nine_pairs_of_ten_that_are_joined_are_the_same_claim(shared: Path) -> None:
    assert digest_of([PAIRS]) == FLOORS["digest"]
    figures = bench_duplicates(PAIRS, shared / "data" / "retrieval", load_encoder())
    print(f"near-duplicates at {LEAST}: {figures}")
    assert figures.pairs == FLOORS["pairs"]
    assert figures.precision >= FLOORS["precision"]
    assert figures.recall >= FLOORS["recall"]
