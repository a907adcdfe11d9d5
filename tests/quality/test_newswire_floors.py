"""The splitter on annotated newswire keeps what it reached, on what it was tuned on and on what it was not."""

import json
from pathlib import Path

import pytest

from claimcheck.flows.bench_all.plan import digest_of
from claimcheck.flows.bench_split import bench_split
from claimcheck.flows.newswire_gold import write_newswire
from claimcheck.split import RuleSplitter

HERE = Path(__file__).parent
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))["newswire"]

pytestmark = pytest.mark.needs_shared_data


@pytest.mark.parametrize(("half", "count"), [("tune", 167), ("check", 44)])
def test_newswire_is_split_as_well_as_it_was(shared: Path, tmp_path: Path, half: str, count: int) -> None:
    assert digest_of([HERE / "newswire" / "gold.jsonl"]) == FLOORS["digest"]
    paths = write_newswire(HERE / "newswire", shared / "data", tmp_path, half=half)
    assert len(paths) == count

    figures = bench_split(paths, splitter=RuleSplitter())[-1]
    print(half, figures)
    floor = FLOORS[half]
    assert figures.leaked == 0
    for name in ("f1", "precision", "coverage", "speaker_f1", "day_f1"):
        assert getattr(figures, name) >= floor[name], name
    assert figures.rejected_kept <= floor["rejected_kept"]
    assert figures.needs_context <= floor["needs_context"]
