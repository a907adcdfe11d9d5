"""Agreement and leak-safe splits at the size of a large desk: in the time that is promised, and without a leak."""

import pytest

from claimcheck.flows.near_duplicates import LEAST
from tests.benchmarks.agreeing import agreement_rows, split_rows


def test_fifty_thousand_answers_are_measured_with_intervals_in_two_seconds() -> None:
    figures: dict[str, float] = {}
    for what, figure in agreement_rows(50_000, figures):
        print(what, "|", figure)
    assert figures["ratings"] == pytest.approx(50_000, rel=0.01)
    assert figures["agreement cpu"] < 4  # 1.7 on a quiet machine


@pytest.mark.slow
def test_ten_thousand_claims_are_split_in_seconds_and_no_near_duplicate_stands_across() -> None:
    figures: dict[str, float] = {}
    for what, figure in split_rows(10_000, figures):
        print(what, "|", figure)
    assert figures["split nearest"] < LEAST
    assert figures["temporal split nearest"] < LEAST
    assert figures["split cpu"] < 12  # a hundred times fewer pairs than a hundred thousand claims have
