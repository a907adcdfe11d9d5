"""The measures, against scipy, hand counts and brute force."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import spearmanr

from claimcheck.embed.encoder import Embeddings
from claimcheck.embed.evaluate import average_precision, spearman, translation_accuracy


class Lookup:
    """Knows a vector for each text."""

    name, path, dimension, fingerprint, languages, bytes = "lookup", None, 2, "lookup", ("en",), 0

    def __init__(self, **rows: tuple[float, float]) -> None:
        self._rows = rows

    def encode(self, texts: Sequence[str], *, kind: str) -> Embeddings:
        return np.array([self._rows[text] for text in texts], np.float32)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=3, max_size=30))
def test_spearman_is_scipys(pairs: list[tuple[int, int]]) -> None:
    left, right = zip(*pairs, strict=True)
    if len(set(left)) > 1 and len(set(right)) > 1:
        assert spearman(left, right) == pytest.approx(spearmanr(left, right).statistic)


def test_accuracy_counts_each_direction_for_itself() -> None:
    encoder = Lookup(eins=(1, 0), zwei=(0.9, 0.1), one=(1, 0), two=(0, 1))
    there, back = translation_accuracy(encoder, ["eins", "zwei"], ["one", "two"])
    assert (there, back) == (0.5, 1.0)  # "zwei" is nearer to "one"; both English ones find their own


def test_average_precision_by_hand() -> None:
    assert average_precision(["a", "x", "b", "y", "z"], {"a", "b"}, 5) == pytest.approx((1 / 1 + 2 / 3) / 2)
    assert average_precision(["x", "y", "z", "u", "v", "a"], {"a"}, 5) == 0
    assert average_precision([], {"a"}, 5) == 0
    assert average_precision(["a"], set(), 5) == 0
