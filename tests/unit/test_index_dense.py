"""The dense index against a scan by numpy; a byte a dimension is off by no more than 0.004 in 32 dimensions."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.errors import DimensionMismatch
from tests.unit.built_index import of_vectors

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

    hits = of_vectors(ids(200), corpus).dense.search(queries, k=5)

    expected = np.sort(queries @ corpus.T)[:, :-6:-1]
    np.testing.assert_allclose([[hit.score for hit in row] for row in hits], expected, atol=0.004)


def test_equal_scores_stand_in_id_order_also_where_the_cut_goes_through_them():
    corpus = np.tile(np.eye(2, dtype=np.float32), (30, 1))
    names = [f"r{number:02}" for number in range(60)]

    (hits,) = of_vectors(names, corpus).dense.search(np.eye(2, dtype=np.float32)[:1], k=7)

    assert [hit.review_id for hit in hits] == [f"r{number:02}" for number in range(0, 14, 2)]
    assert {hit.score for hit in hits} == {1.0}


def test_a_row_is_as_long_as_the_index_where_k_is_larger(unit_rows):
    assert len(of_vectors(ids(3), unit_rows(3)).dense.search(unit_rows(1), k=50)[0]) == 3


def test_an_empty_index_finds_nothing(unit_rows):
    empty = of_vectors([], np.zeros((0, 32), dtype=np.float32)).dense

    assert empty.search(unit_rows(2), k=5) == [[], []]
    assert empty.search(unit_rows(0), k=5) == []


def test_a_document_with_several_rows_counts_once_with_its_best(unit_rows):
    rows = unit_rows(4)
    index = of_vectors(["a", "b"], rows, owners=[0, 1, 0, 1])

    (hits,) = index.dense.search(rows[2:3], k=5)
    first, other = index.dense.cosines(rows[2], np.array([1, 0]))

    assert [hit.review_id for hit in hits] == ["a", "b"]
    assert hits[0].score == pytest.approx(1.0, abs=0.004)
    assert hits[1].score == pytest.approx(float(max(rows[1] @ rows[2], rows[3] @ rows[2])), abs=0.004)
    np.testing.assert_allclose(first, [rows[1] @ rows[2], rows[0] @ rows[2]], atol=0.004)
    np.testing.assert_allclose(other, [rows[3] @ rows[2], 1.0], atol=0.004)


def test_a_document_with_one_row_has_its_cosine_twice_and_one_without_rows_has_none(unit_rows):
    rows = unit_rows(2)
    index = of_vectors(["a", "b", "c"], rows, owners=[0, 2])

    first, other = index.dense.cosines(rows[0], np.array([0, 1, 2]))

    np.testing.assert_allclose(first, [1.0, 0.0, rows[0] @ rows[1]], atol=0.004)
    np.testing.assert_array_equal(first, other)


def test_a_search_among_some_documents_is_a_scan_of_those_alone(unit_rows):
    corpus, query = unit_rows(400), unit_rows(1)
    among = [f"r{number:05}" for number in range(3, 400, 50)]

    (hits,) = of_vectors(ids(400), corpus, candidates=2).dense.search(query, k=3, among=among)

    cosines = {each: float(query[0] @ corpus[int(each[1:])]) for each in among}
    assert [hit.review_id for hit in hits] == sorted(among, key=lambda each: -cosines[each])[:3]


def test_the_signs_lead_to_what_a_scan_finds(unit_rows):
    corpus, queries = unit_rows(5_000), unit_rows(20)

    found = of_vectors(ids(5_000), corpus, candidates=250, segment=1_000).dense.search(queries, k=10)

    exact = np.argsort(-(queries @ corpus.T), axis=1)[:, :10]
    kept = sum(len({int(hit.review_id[1:]) for hit in row} & set(best)) for row, best in zip(found, exact, strict=True))
    assert kept >= 190  # of 200, in 32 dimensions of noise, which is harder than text


def test_a_vector_scores_the_same_to_the_last_digit_wherever_it_stands(unit_rows):
    corpus, query = unit_rows(500), unit_rows(1)

    one = of_vectors(ids(500), corpus, segment=500).dense.search(query, k=500)
    other = of_vectors(ids(500)[::-1], corpus[::-1], segment=7).dense.search(query, k=500)

    assert one == other


def test_vectors_of_another_width_are_refused_with_both_widths(unit_rows):
    with pytest.raises(DimensionMismatch, match="16 dimensions, the index 32"):
        of_vectors(ids(2), unit_rows(2)).dense.search(np.zeros((1, 16), dtype=np.float32), k=1)


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
    names = ["a", "b", "c", "d", "e", "f"]
    query = np.array([[1, 0, 0, 0]], dtype=np.float32)

    (hits,) = of_vectors(names, corpus, owners=owners, segment=4).dense.search(query, k)

    scores: dict[str, float] = {}
    for owner, cosine in zip(owners, (corpus @ query[0]).tolist(), strict=True):
        scores[names[owner]] = max(scores.get(names[owner], -2.0), round(cosine, 6))
    expected = sorted(scores.items(), key=lambda each: (-each[1], each[0]))[:k]
    assert [(hit.review_id, hit.score) for hit in hits] == expected
