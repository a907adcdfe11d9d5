"""Candidates from Milvus: it names some hundred past checks, which are then compared here as those of any index are."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from claimcheck.index.counts import TermCounts
from claimcheck.index.dense import DenseIndex
from claimcheck.index.documents import Documents
from claimcheck.index.indexes import Effort, Indexes
from claimcheck.index.lexical import LexicalIndex
from claimcheck.index.milvus.collection import MilvusCollection
from claimcheck.index.milvus.connection import MOST, Wish
from claimcheck.index.milvus.rows import gram_query, where
from claimcheck.index.milvus.state import State
from claimcheck.index.outlines import Outlines
from claimcheck.index.postings import WORDS
from claimcheck.index.search import Among, Ask

__all__ = ["MilvusCandidates"]

_TIMES = 1.25  # how many more than wanted a search by vectors names: it is approximate
_WORDED = 200  # how many a search by terms names at least, or twice those wanted: as an index in files looks at


class MilvusCandidates:
    """The collection as it was when it was opened: its counts are of that moment, its rows those of each search."""

    knows_kinds = True

    def __init__(
        self, collection: MilvusCollection, state: State, counts: Mapping[str, TermCounts], effort: Effort
    ) -> None:
        self._collection, self._state, self._counts = collection, state, dict(counts)
        self._effort = effort
        self._none = self._indexes(Documents([]))  # knows the counts of all

    def __len__(self) -> int:
        return self._state.count

    def close(self) -> None:
        """Let go of the connection."""
        self._collection.close()

    def size(self, among: Among, /) -> int:
        """How many documents there are, or fit a filter now: one call to the server."""
        return len(self) if among is None else self._collection.count(where(among))

    def candidates(
        self, asks: Sequence[Ask], depth: int, among: Among, /
    ) -> Iterator[tuple[Indexes, NDArray[np.intp] | None]]:
        """For each query a small index of what the searches named; one call to the server each."""
        condition = where(among)
        for ask in asks:
            wishes = self._wishes(ask, depth) if len(self) else []
            columns = self._collection.search(wishes, condition, self._state.dimension)
            documents = Documents([columns]) if len(columns["serials"]) else Documents([])
            yield self._indexes(documents), None

    def _wishes(self, ask: Ask, depth: int) -> list[Wish]:
        lexical = self._none.lexical
        near, most = min(int(_TIMES * depth), MOST), min(max(_WORDED, 2 * depth), MOST)
        found = []
        if ask.vector is not None:
            found += [Wish("claim", ask.vector, near), Wish("title", ask.vector, near)]
        if words := [term for term, _, _ in lexical.words.rarest(ask.query, ask.language)]:
            found.append(Wish("words", " ".join(words), most))
        if grams := gram_query(lexical.grams.rarest(ask.query)):
            found.append(Wish("grams", grams, most))
        return found

    def _indexes(self, documents: Documents) -> Indexes:
        return Indexes(
            documents,
            DenseIndex(documents, self._state.dimension, np.iinfo(np.int32).max),  # every one of these few is compared
            LexicalIndex(documents, None, self._counts, self._state.stemmers, self._effort.postings),
            Outlines(documents, self._counts[WORDS]),
        )
