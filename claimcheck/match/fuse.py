"""Three searches, one order: cosine, shared grams and shared words as one similarity.

Each part is a share that means the same for every query (a cosine; a document's BM25 over what the query could get), so
the sum can be compared across queries and held against a threshold. The weights were fitted on the training splits of
CheckThat! 2020 task 2 and 2022 tasks 2A and 2B and chosen on their development splits.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["WEIGHTS", "Parts", "Shares", "Weights", "fuse"]

Shares = NDArray[np.float64]
"""Shares in [0, 1], mostly: one a document."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the three searches say about documents, one after another; 0 where a search did not find one."""

    dense: Shares
    grams: Shares
    words: Shares

    def __len__(self) -> int:
        return len(self.dense)

    def of(self, places: NDArray[np.intp]) -> "Parts":
        """Those at these places, in their order."""
        return Parts(self.dense[places], self.grams[places], self.words[places])


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each search counts."""

    dense: float
    grams: float
    words: float


WEIGHTS = Weights(dense=0.2, grams=0.55, words=0.25)
_ABROAD = (1.07, -0.13)  # slope and start of the line from a right document's cosine to its similarity, same splits
_STEEP, _SHY = 4, 0.7  # how fast a foreign document gains by its cosine on the best of the query's own language
_DECIMALS = 6


def fuse(parts: Parts, *, knows: bool, foreign: NDArray[np.bool_] | None = None, weights: Weights = WEIGHTS) -> Shares:
    """The similarity of each document, in [0, 1].

    ``knows`` says whether the encoder has learnt the query's language: where not, only the lexical parts count, in
    their own proportion. ``foreign`` documents are in another language than the query, so words and grams cannot be
    expected to agree. They get what their cosine promises: no more than a right document of the query's language has
    with that cosine, and, since a long query shares little with anything, no more than their cosine is ahead of the
    best document of the query's language.

    >>> both = Parts(np.array([0.5, 0.6]), np.array([0.4, 0.0]), np.array([0.4, 0.0]))
    >>> fuse(both, knows=True, foreign=np.array([False, True])).tolist()
    [0.42, 0.512]
    """
    shared = weights.grams * np.minimum(parts.grams, 1.0) + weights.words * np.minimum(parts.words, 1.0)
    lexical = weights.grams + weights.words
    if not knows:
        return np.asarray((shared / lexical).round(_DECIMALS))
    close = np.clip(parts.dense, 0.0, 1.0)
    similar = close * weights.dense + shared
    if foreign is not None and foreign.any():
        home = ~foreign
        most = float(shared[home].max(initial=0.0))
        closest = float(close[home].max(initial=0.0))
        promised = _ABROAD[0] * close + _ABROAD[1]
        if most and closest:
            promised = np.minimum(promised, weights.dense * close + _SHY * most * (close / closest) ** _STEEP)
        similar = np.where(foreign, np.maximum(similar, promised), similar)
    return np.asarray((similar / (weights.dense + lexical)).round(_DECIMALS))
