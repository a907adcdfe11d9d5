"""The large export in small: what it costs beside polars' own write, and that memory does not grow with the rows."""

from pathlib import Path

import pytest

from tests.benchmarks.exports import export_rows


@pytest.mark.slow
def test_streaming_costs_at_most_three_times_polars_own_write(tmp_path: Path) -> None:
    figures: dict[str, float] = {}
    for what, figure in export_rows(tmp_path, 200_000, desk=2_000, figures=figures):
        print(what, "|", figure)

    assert figures["ratio"] < 3
    assert figures["peak"] < 600
