"""Three searches, one order: cosine, shared grams and shared words as one similarity.

Each part is a share that means the same for every query (a cosine; a document's BM25 over what the query could get), so
the sum can be compared across queries and held against a threshold. The weights were fitted on the training splits of
CheckThat! 2020 task 2 and 2022 tasks 2A and 2B and chosen on their development splits.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

__all__ = ["WEIGHTS", "Parts", "Weights", "fuse"]


@dataclass(frozen=True, slots=True)
class Parts:
    """What the three searches say about one document; 0 where a search did not find it."""

    dense: float = 0.0
    grams: float = 0.0
    words: float = 0.0


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each search counts."""

    dense: float
    grams: float
    words: float


WEIGHTS = Weights(dense=0.2, grams=0.55, words=0.25)


def fuse(
    parts: Mapping[str, Parts], *, knows: bool, foreign: Iterable[str] = (), weights: Weights = WEIGHTS
) -> dict[str, float]:
    """The similarity of each document, in [0, 1].

    ``knows`` says whether the encoder has learnt the query's language: where not, only the lexical parts count, in
    their own proportion. ``foreign`` documents are in another language than the query: words and grams cannot be
    expected to agree, so what the cosine says stands for them too, unless they agree even more.
    """
    abroad = frozenset(foreign)
    lexical = weights.grams + weights.words
    similarities = {}
    for each, part in parts.items():
        shared = (weights.grams * min(part.grams, 1.0) + weights.words * min(part.words, 1.0)) / lexical
        close = min(max(part.dense, 0.0), 1.0)
        if not knows:
            similarities[each] = shared
            continue
        if each in abroad:
            shared = max(shared, close)
        similarities[each] = (weights.dense * close + lexical * shared) / (weights.dense + lexical)
    return similarities
