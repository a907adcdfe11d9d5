"""The dense index against a scan by numpy."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.errors import DimensionMismatch
from claimcheck.index import DenseIndex, dense

Rows = npt.NDArray[np.float32]


@pytest.fixture
def unit_rows() -> Callable[[int], Rows]:
    random = np.random.default_rng(7)

    def make(count: int) -> Rows:
        rows = random.standard_normal((count, 32)).astype(np.float32)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    return make


def ids(count: int) -> list[str]:
    return [f"r{number:05}" for number in range(count)]


def test_search_scores_are_the_cosines_of_a_brute_force_scan(unit_rows):
    corpus, queries = unit_rows(200), unit_rows(7)

    hits = DenseIndex.build(ids(200), corpus).search(queries, k=5)

    expected = np.sort(queries @ corpus.T)[:, :-6:-1]
    np.testing.assert_allclose([[hit.score for hit in row] for row in hits], expected, atol=1e-6)


def test_a_large_index_of_half_floats_is_off_by_no_more_than_it_says(unit_rows, monkeypatch):
    monkeypatch.setattr(dense, "EXACT_ROWS", 100)
    corpus, queries = unit_rows(300), unit_rows(9)

    hits = DenseIndex.build(ids(300), corpus).search(queries, k=10)

    exact = queries @ corpus.T
    for row, cosines in zip(hits, exact, strict=True):
        for hit in row:
            assert abs(hit.score - cosines[int(hit.review_id[1:])]) < 0.002


def test_equal_scores_stand_in_id_order_also_where_the_cut_goes_through_them():
    corpus = np.tile(np.eye(2, dtype=np.float32), (30, 1))
    names = [f"r{number:02}" for number in range(60)]

    (hits,) = DenseIndex.build(names, corpus).search(np.eye(2, dtype=np.float32)[:1], k=7)

    assert [hit.review_id for hit in hits] == [f"r{number:02}" for number in range(0, 14, 2)]
    assert {hit.score for hit in hits} == {1.0}


def test_a_row_is_as_long_as_the_index_where_k_is_larger(unit_rows):
    assert len(DenseIndex.build(ids(3), unit_rows(3)).search(unit_rows(1), k=50)[0]) == 3


def test_an_empty_index_finds_nothing(unit_rows):
    empty = DenseIndex.build([], np.zeros((0, 32), dtype=np.float32))

    assert empty.search(unit_rows(2), k=5) == [[], []]
    assert empty.search(unit_rows(0), k=5) == []


def test_a_document_with_several_rows_counts_once_with_its_best(unit_rows):
    rows = unit_rows(4)
    index = DenseIndex.build(["a", "b"], rows, owners=np.array([0, 1, 0, 1], dtype=np.int32))

    (hits,) = index.search(rows[2:3], k=5)

    assert [hit.review_id for hit in hits] == ["a", "b"]
    assert hits[0].score == 1.0
    assert hits[1].score == pytest.approx(float(max(rows[1] @ rows[2], rows[3] @ rows[2])), abs=1e-6)
    assert index.scores(rows[2], ["b", "a"]) == pytest.approx([hits[1].score, 1.0], abs=1e-6)


def test_vectors_of_another_width_are_refused_with_both_widths(unit_rows):
    with pytest.raises(DimensionMismatch, match="16 dimensions, the index 32"):
        DenseIndex.build(ids(2), unit_rows(2)).search(np.zeros((1, 16), dtype=np.float32), k=1)


@settings(max_examples=60, deadline=None)
@given(
    owners=st.lists(st.integers(0, 5), min_size=1, max_size=40),
    values=st.integers(0, 2**32 - 1),
    k=st.integers(0, 8),
)
def test_search_equals_a_scan_with_ties_whatever_the_owners(owners, values, k):
    random = np.random.default_rng(values)
    corpus = random.integers(-1, 2, (len(owners), 4)).astype(np.float32)  # few values: many ties, and zero rows
    lengths = np.linalg.norm(corpus, axis=1, keepdims=True)
    corpus = np.divide(corpus, lengths, out=np.zeros_like(corpus), where=lengths > 0)
    names = ["d", "a", "c", "b", "f", "e"]
    query = np.array([[1, 0, 0, 0]], dtype=np.float32)

    (hits,) = DenseIndex.build(names, corpus, owners=np.array(owners, dtype=np.int32)).search(query, k)

    scores: dict[str, float] = {}
    for owner, cosine in zip(owners, (corpus @ query[0]).tolist(), strict=True):
        scores[names[owner]] = max(scores.get(names[owner], -2.0), round(cosine, 6))
    expected = sorted(scores.items(), key=lambda each: (-each[1], each[0]))[:k]
    assert [(hit.review_id, hit.score) for hit in hits] == expected
