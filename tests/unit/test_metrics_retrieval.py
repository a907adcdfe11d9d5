"""Ranking measures against examples worked out by hand."""

import pytest

from claimcheck.metrics import average_precision, mean, recall, reciprocal_rank

RANKING = ["d3", "d1", "d9", "d2", "d7", "d4"]


@pytest.mark.parametrize(
    ("relevant", "k", "expected"),
    [
        ({"d1"}, 5, 1 / 2),
        ({"d3"}, 5, 1.0),
        ({"d4"}, 5, 0.0),  # at rank 6
        ({"d4"}, 6, 1 / 6),
        ({"d1", "d2"}, 5, (1 / 2 + 2 / 4) / 2),
        ({"d3", "d1", "d4"}, 5, (1 + 1) / 3),  # the third is below the cut and still counts in the number
        ({"absent"}, 5, 0.0),
    ],
)
def test_average_precision_is_what_the_definition_gives_by_hand(relevant, k, expected):
    assert average_precision(RANKING, relevant, k) == pytest.approx(expected)


def test_recall_counts_what_is_above_the_cut():
    assert recall(RANKING, {"d1", "d2", "d4"}, 5) == pytest.approx(2 / 3)
    assert recall(RANKING, {"d1"}, 1) == 0.0
    assert recall([], {"d1"}, 10) == 0.0


def test_reciprocal_rank_looks_at_the_first_relevant_document_only():
    assert reciprocal_rank(RANKING, {"d9", "d4"}) == pytest.approx(1 / 3)
    assert reciprocal_rank(RANKING, {"absent"}) == 0.0


def test_a_mean_over_queries_gives_each_the_same_weight():
    assert mean([1.0, 0.5, 0.0]) == pytest.approx(0.5)
    assert mean([]) == 0.0
