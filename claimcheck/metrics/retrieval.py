"""How good a ranking is: average precision, recall and reciprocal rank, each cut at ``k``.

A ranking is ids best first, each at most once; relevant ids are a non-empty set. Means over queries are plain means,
so every query counts the same.
"""

from collections.abc import Collection, Iterable, Sequence
from statistics import fmean

__all__ = ["average_precision", "mean", "recall", "reciprocal_rank"]


def average_precision(ranking: Sequence[str], relevant: Collection[str], k: int) -> float:
    """Precision at each relevant place among the first ``k``, summed, over the number of relevant ids.

    Over all of them, also where there are more than ``k``: ``map_cut`` of trec_eval, which CheckThat! calls MAP@k. The
    measure is described in Buckley and Voorhees, Retrieval System Evaluation, in: TREC, MIT Press 2005, chapter 3.

    >>> average_precision(["a", "x", "b"], {"a", "b"}, k=5) == (1 / 1 + 2 / 3) / 2
    True
    """
    total, found = 0.0, 0
    for rank, each in enumerate(ranking[:k], start=1):
        if each in relevant:
            found += 1
            total += found / rank
    return total / len(relevant)


def recall(ranking: Sequence[str], relevant: Collection[str], k: int) -> float:
    """The share of the relevant ids among the first ``k`` (``recall`` of trec_eval; Manning, Raghavan and Schütze,
    Introduction to Information Retrieval, 2008, section 8.3).

    >>> recall(["a", "x", "b"], {"a", "b"}, k=2)
    0.5
    """
    return sum(each in relevant for each in ranking[:k]) / len(relevant)


def reciprocal_rank(ranking: Sequence[str], relevant: Collection[str]) -> float:
    """One over the rank of the first relevant id, 0 where there is none (Voorhees, The TREC-8 Question Answering Track
    Report, 1999).

    >>> reciprocal_rank(["x", "a"], {"a"}), reciprocal_rank(["x"], {"a"})
    (0.5, 0.0)
    """
    return next((1 / rank for rank, each in enumerate(ranking, start=1) if each in relevant), 0.0)


def mean(values: Iterable[float]) -> float:
    """The plain mean; 0 of nothing."""
    kept = list(values)
    return fmean(kept) if kept else 0.0
