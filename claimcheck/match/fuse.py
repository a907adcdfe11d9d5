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
_ABROAD = (1.07, -0.13)  # slope and start of the line from a right document's cosine to its similarity, same splits
_STEEP, _SHY = 4, 0.7  # how fast a foreign document gains by its cosine on the best of the query's own language


def fuse(
    parts: Mapping[str, Parts], *, knows: bool, foreign: Iterable[str] = (), weights: Weights = WEIGHTS
) -> dict[str, float]:
    """The similarity of each document, in [0, 1].

    ``knows`` says whether the encoder has learnt the query's language: where not, only the lexical parts count, in
    their own proportion. ``foreign`` documents are in another language than the query, so words and grams cannot be
    expected to agree. They get what their cosine promises: no more than a right document of the query's language has
    with that cosine, and, since a long query shares little with anything, no more than their cosine is ahead of the
    best document of the query's language.

    >>> fuse({"a": Parts(0.5, 0.4, 0.4), "b": Parts(0.6, 0.0, 0.0)}, knows=True, foreign=["b"])
    {'a': 0.42, 'b': 0.512}
    """
    abroad = frozenset(foreign)
    lexical = weights.grams + weights.words
    if not knows:
        return {each: round(_shared(part, weights) / lexical, 6) for each, part in parts.items()}
    similarities = {each: _close(part) * weights.dense + _shared(part, weights) for each, part in parts.items()}
    home = [each for each in parts if each not in abroad]
    most = max((_shared(parts[each], weights) for each in home), default=0.0)
    closest = max((_close(parts[each]) for each in home), default=0.0)
    for each in abroad & parts.keys():
        close = _close(parts[each])
        promised = _ABROAD[0] * close + _ABROAD[1]
        if most and closest:
            ahead = weights.dense * close + _SHY * most * (close / closest) ** _STEEP
            promised = min(promised, ahead)
        similarities[each] = max(similarities[each], promised)
    total = weights.dense + lexical
    return {each: round(similarity / total, 6) for each, similarity in similarities.items()}


def _close(part: Parts) -> float:
    return min(max(part.dense, 0.0), 1.0)


def _shared(part: Parts, weights: Weights) -> float:
    return weights.grams * min(part.grams, 1.0) + weights.words * min(part.words, 1.0)
