"""Near-duplicates among many vectors against a brute-force scan, and what tells claims apart."""

import numpy as np
import pytest

from claimcheck.duplicates import cluster_pairs, near_pairs
from claimcheck.flows.near_duplicates import LEAST, says_the_same

LEVEL = 0.9


def crowd(count: int, width: int = 48) -> np.ndarray:
    """Unit rows in small families, so that some thousand pairs are near and most are not."""
    chance = np.random.default_rng(5)
    heads = chance.standard_normal((count // 4, width))
    rows = (
        np.repeat(heads, 4, axis=0)
        + chance.standard_normal((count // 4 * 4, width)) * np.tile([0.0, 0.1, 0.3, 0.6], count // 4)[:, None]
    )
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return rows[chance.permutation(len(rows))].astype(np.float32)


@pytest.mark.parametrize("count", [400, 6_000])  # below and beyond the size up to which all pairs are compared
def test_near_pairs_are_those_of_a_brute_force_scan(count):
    rows = crowd(count)
    cosines = np.triu(rows @ rows.T, k=1)
    expected = {(int(a), int(b)) for a, b in zip(*np.nonzero(cosines >= LEVEL), strict=True)}

    found = near_pairs(rows, LEVEL)

    pairs = [(first, second) for first, second, _ in found]
    assert pairs == sorted(set(pairs))
    assert set(pairs) <= expected  # none that is not near
    assert len(pairs) >= (1.0 if count <= 4_000 else 0.9) * len(expected) > 100
    assert all(abs(cosine - cosines[first, second]) < 1e-5 for first, second, cosine in found)


def test_the_same_vectors_give_the_same_pairs():
    rows = crowd(5_000)
    assert near_pairs(rows, LEVEL) == near_pairs(rows.copy(), LEVEL)


def test_a_chain_of_neighbours_is_no_cluster():
    chain = [(0, 1, 0.95), (1, 2, 0.95), (2, 3, 0.95)]
    assert cluster_pairs(chain, lambda *_: True) == [[0, 1], [2, 3]]


def test_who_could_join_several_joins_the_closest_that_says_the_same():
    pairs = [(0, 2, 0.91), (1, 2, 0.97)]
    assert cluster_pairs(pairs, lambda *_: True) == [[1, 2]]
    assert cluster_pairs(pairs, lambda first, *_: first == 0) == [[0, 2]]
    assert cluster_pairs(pairs, lambda *_: False) == []


def test_claims_are_compared_both_ways():
    one = "The city of Oldenau closed 14 schools in 2021."
    other = "The city of Oldenau closed schools in 2021."
    for pair in ((one, other), (other, one)):
        assert not says_the_same(*pair, ("en", "en"), similarity=0.97)


@pytest.mark.parametrize(
    ("other", "similarity", "expected"),
    [
        ("The city of Oldenau closed 14 schools in 2021", 0.99, True),
        ("The city of Oldenau closed 14 schools in 2021", LEAST - 0.01, False),
        ("The city of Oldenau closed 15 schools in 2021", 0.99, False),
        ("The city of Oldenau closed 14 schools in 2022", 0.99, False),
        ("The city of Oldenau never closed 14 schools in 2021", 0.99, False),
    ],
)
def test_a_number_a_date_or_a_negation_tells_claims_apart(other, similarity, expected):
    claim = "The city of Oldenau closed 14 schools in 2021."
    assert says_the_same(claim, other, ("en", "en"), similarity=similarity) is expected


def test_what_he_says_of_himself_depends_on_who_he_is():
    words = ("I never took a cent", "I never took a cent")
    both = {"languages": ("en", "en"), "similarity": 1.0}
    assert says_the_same(*words, **both, claimants=("Ann Oke", "Ann Oke"))
    assert not says_the_same(*words, **both, claimants=("Ann Oke", "Bo Lind"))
    assert says_the_same("Taxes fell in May", "Taxes fell in May", **both, claimants=("Ann Oke", "Bo Lind"))
