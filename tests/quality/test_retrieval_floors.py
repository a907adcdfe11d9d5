"""The lookup's figures on public development splits do not fall below ``floors.json``; each corpus is pinned by digest.

Test splits are not read here: they are for reporting.
"""

import json
from pathlib import Path

import pytest

from claimcheck.flows.bench_all.plan import digest_of_files
from claimcheck.flows.bench_retrieval import bench_retrieval
from claimcheck.flows.fit_lists import in_own_cut

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))["retrieval"]
pytestmark = [pytest.mark.needs_shared_data, pytest.mark.slow]


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_no_figure_falls_below_its_floor(shared: Path, name: str) -> None:
    floor = FLOORS[name]
    files = [
        shared / "data" / "retrieval" / floor["corpus"] / each
        for each in ("docs.jsonl.gz", "queries.jsonl.gz", "qrels.tsv.gz")
    ]
    assert digest_of_files(files) == floor["digest"], "another corpus than the floor was measured on"

    language = floor.get("language")
    figures = bench_retrieval(
        *files,
        split=floor["split"],
        abstention="abstention" in floor,
        sizes=[int(each) for each in floor.get("sizes", ())],
        choose=(lambda query: query.language == language and in_own_cut(query.id)) if language else None,
    ).to_json()

    below = {what: figures[what] for what in ("map@5", "recall@1", "recall@10", "mrr") if figures[what] < floor[what]}
    assert figures["n_queries"] == floor["n_queries"]
    assert below == {}
    if "abstention" in floor:  # a query's past check taken away: nothing else should be found in its place
        limits, told = floor["abstention"], figures["abstention"]
        assert told["recall"] >= limits["recall"]
        assert told["false_found"] <= limits["false_found"]
        assert told["calibration_error"] <= limits["calibration_error"]
    for told in figures.get("sizes", ()):  # the same asked of a small part of the collection
        limits = floor["sizes"][str(told["documents"])]
        assert told["recall"] >= limits["recall"], told
        assert told["false_found"] <= limits["false_found"], told
