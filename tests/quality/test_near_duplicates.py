"""How well near-duplicates are told from claims that are merely alike, on pairs that were labelled by reading them.

``near_duplicates.tsv`` names pairs of published claims by their collection and ids: 126 pairs with a cosine of 0.8 or
more and no differing fact found, drawn by bands of the cosine, each labelled whether one check would answer both.
The threshold was chosen on the pairs of even number; the figures here are of those of odd number.
"""

import csv
import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from claimcheck.embed import load_encoder
from claimcheck.flows.near_duplicates import LEAST, says_the_same

PAIRS = Path(__file__).with_name("near_duplicates.tsv")

pytestmark = pytest.mark.needs_shared_data


def figures(shared: Path, *, half: int) -> tuple[float, float, int]:
    """Precision and recall over the pairs of even (0) or odd (1) number, and how many there are."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        pairs = list(csv.DictReader(file, delimiter="\t"))[half::2]
    docs: dict[tuple[str, str], tuple[str, str]] = {}
    for collection in {pair["collection"] for pair in pairs}:
        with gzip.open(shared / "data/retrieval" / collection / "docs.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                doc = json.loads(line)
                docs[collection, doc["id"]] = doc["text"], doc.get("lang") or "en"
    encoder = load_encoder(None)
    right = found = same = 0
    for pair in pairs:
        sides = [docs[pair["collection"], pair[side]] for side in ("first", "second")]
        (one, here), (other, there) = sides
        first, second = np.asarray(encoder.encode([one, other], kind="document"))
        said = says_the_same(one, other, (here, there), similarity=float(first @ second))
        found += said
        same += pair["same"] == "1"
        right += said and pair["same"] == "1"
    return right / found, right / same, len(pairs)


def test_nine_pairs_of_ten_that_are_joined_are_the_same_claim(shared: Path) -> None:
    precision, recall, count = figures(shared, half=1)
    print(f"near-duplicates at {LEAST}: precision {precision:.3f}, recall {recall:.3f} over {count} pairs")
    assert count == 63
    assert precision >= 0.9
    assert recall >= 0.52  # the pairs were drawn by the cosines of an earlier encoder
