"""Speed where it must not slip, as ratios within one run: these machines are shared."""

import json
from pathlib import Path

import pytest

from claimcheck.embed import load_encoder
from claimcheck.flows.bench_speed import cold_lookup_ratio, encoding_rate
from tests.benchmarks.corpus import write_reviews

QUALITY = Path(__file__).parent.parent / "quality"
FLOORS = json.loads((QUALITY / "floors.json").read_text(encoding="utf-8"))["speed"]


@pytest.mark.slow
def test_a_cold_lookup_takes_at_most_four_times_its_libraries_imports(tmp_path: Path) -> None:
    lookup, imports = cold_lookup_ratio(write_reviews(tmp_path / "feed.jsonl", 5_000), tmp_path)
    print(f"cold lookup {lookup:.2f} s, its imports {imports:.2f} s: {lookup / imports:.1f} times")
    assert lookup < FLOORS["cold lookup over its imports"] * imports


def test_the_bundled_encoder_reads_thousands_of_claims_a_second() -> None:
    rate = encoding_rate(load_encoder())
    print(f"{rate:.0f} claims a CPU second")
    assert rate > FLOORS["claims a CPU second"]
