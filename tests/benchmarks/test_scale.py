"""The full-size run in small: ten thousand past checks, ratios and counts that must not slip."""

from pathlib import Path

import pytest

from tests.benchmarks.scale import scale_rows


@pytest.mark.slow
def test_ten_thousand_checks_cost_three_times_their_libraries_at_most_and_are_found(tmp_path: Path) -> None:
    figures: dict[str, float] = {}
    for what, figure in scale_rows(tmp_path, 10_000, bare=True, judged=False, figures=figures):
        print(what, "|", figure)

    assert figures["over bare"] < 3
    assert figures["recall"] >= 0.97
    assert figures["add cpu"] < 0.6 * (figures["import cpu"] + figures["index cpu"])
    assert figures["resident"] < 700
