"""Search by cosine in two steps: the signs of all vectors choose some thousand, which are then compared in earnest.

FAISS scans the signs, 64 bytes a vector, so a million cost some ten milliseconds; nothing is trained, built or rebuilt,
and a vector that goes is only left out. Its graphs and cells (HNSW, IVF) were weighed against this: the one cannot
forget, the other finds too little, and with both what is found depends on when a vector came. Up to ``candidates``
vectors every one is compared. A document may own several (its claim, its title); its score is the best of them, off by
about 0.0005 of the cosine.
"""

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from claimcheck.errors import DimensionMismatch
from claimcheck.index.codes import NEAR, codes_of, narrowed, near_products, query_levels, widened_products
from claimcheck.index.columns import Columns
from claimcheck.index.documents import Documents
from claimcheck.index.hamming import hamming_distances
from claimcheck.index.search import Found
from claimcheck.records import Hit

__all__ = ["CANDIDATES", "DenseIndex"]

CANDIDATES = 4_096
"""How many vectors are compared in earnest, at least."""
Scores = NDArray[np.float64]
_DECIMALS = 6


class DenseIndex:
    """Unit vectors by document."""

    def __init__(self, documents: Documents, dimension: int, candidates: int = CANDIDATES) -> None:
        self.documents, self.dimension, self.candidates = documents, dimension, candidates
        self._owners = [_owners(each) for each in documents.segments]
        self._widest = max(
            (int(np.diff(each["starts"].astype(np.int64)).max(initial=1)) for each in documents.segments), default=1
        )
        self._gone = [
            np.flatnonzero(~documents.alive[base : base + len(each["serials"])][owners])
            for base, each, owners in zip(documents.bases.tolist(), documents.segments, self._owners, strict=False)
        ]

    def search(self, queries: NDArray[np.float32], k: int, *, among: Collection[str] | None = None) -> list[list[Hit]]:
        """The ``k`` nearest documents to each query, nearest first, only ``among`` these ids if given.

        ``queries`` is ``(n, d)`` float32 with unit rows, so a score is a cosine in [-1, 1]: higher is closer. Equal
        scores in a row stand in id order. A row is shorter than ``k`` only when the index is.

        Raises:
            DimensionMismatch: the queries are not ``d`` wide.
        """
        if queries.shape[1] != self.dimension:
            raise DimensionMismatch(got=int(queries.shape[1]), want=self.dimension)
        only = None if among is None else self.documents.rows_of(among)
        found = (self.nearest(row, k, among=only) for row in queries)
        ids = self.documents.ids
        return [[Hit(ids[int(row)], float(score)) for row, score in zip(*each, strict=True)] for each in found]

    def nearest(self, query: NDArray[np.float32], k: int, *, among: NDArray[np.intp] | None = None) -> Found:
        """The rows of the ``k`` documents nearest to one query ``(d,)``, of all or ``among`` these, and their cosines.

        They stand as ``search`` has them.
        """
        if k < 1:
            return np.zeros(0, np.intp), np.zeros(0)
        levels = query_levels(np.asarray(query, np.float32))
        chosen = self._candidates(np.asarray(query, np.float32), max(self.candidates, 8 * k), among)
        parts = list(zip(self.documents.bases.tolist(), self.documents.segments, self._owners, chosen, strict=False))
        close = [near_products(levels, part["vectors"], part["scales"], vectors) for _, part, _, vectors in parts]
        least = self._least(np.concatenate(close), k) if close else 0.0
        rows: list[NDArray[np.intp]] = [np.zeros(0, np.intp)]
        scores: list[Scores] = [np.zeros(0)]
        for (base, part, owners, vectors), nearly in zip(parts, close, strict=True):
            some = vectors[nearly >= least]
            rows.append(base + owners[some].astype(np.intp))
            scores.append(widened_products(levels, part["vectors"][some], part["scales"][some]))
        return self._best(np.concatenate(rows), np.asarray(np.round(np.concatenate(scores), _DECIMALS), float), k)

    def _least(self, close: NDArray[np.float32], k: int) -> float:
        """A product that the vectors of the ``k`` best documents all have, give or take."""
        most = k * self._widest
        return float(np.partition(close, -most)[-most]) - NEAR if len(close) > most else -np.inf

    def _best(self, rows: NDArray[np.intp], scores: NDArray[np.float64], k: int) -> Found:
        """The best of each document, then the best documents; ``rows`` may repeat."""
        order = np.lexsort((-scores, rows))
        first = np.ones(len(order), bool)
        first[1:] = rows[order][1:] != rows[order][:-1]
        order = order[first]
        return self.documents.best(rows[order], scores[order], k)

    def _candidates(
        self, query: NDArray[np.float32], wanted: int, only: NDArray[np.intp] | None
    ) -> list[NDArray[np.intp]]:
        """By segment, the vectors to compare: those that share most signs with the query, with all that tie."""
        documents = self.documents
        barred = self._gone if only is None else [self._outside(at, only) for at in range(len(documents.segments))]
        left = sum(len(owners) - len(gone) for owners, gone in zip(self._owners, barred, strict=True))
        if left <= wanted:
            return [_without(len(owners), gone) for owners, gone in zip(self._owners, barred, strict=True)]
        code = codes_of(narrowed(query[None, :])[0])
        width = 8 * code.shape[1]
        histogram = np.zeros(width + 2, np.int64)
        distances = []
        for columns, gone in zip(documents.segments, barred, strict=True):
            apart = hamming_distances(columns["codes"], code)
            apart[gone] = width + 1
            distances.append(apart)
            histogram += np.bincount(apart, minlength=width + 2)
        cut = int(np.searchsorted(np.cumsum(histogram[: width + 1]), wanted))
        return [np.flatnonzero(each <= min(cut, width)) for each in distances]

    def _outside(self, number: int, only: NDArray[np.intp]) -> NDArray[np.intp]:
        """A segment's vectors that belong to none of the rows."""
        base, end = self.documents.bases[number], self.documents.bases[number + 1]
        barred = np.ones(end - base, bool)
        barred[only[(only >= base) & (only < end)] - base] = False
        return np.flatnonzero(barred[self._owners[number]])

    def cosines(self, query: NDArray[np.float32], rows: NDArray[np.intp]) -> tuple[Scores, Scores]:
        """The cosines of one query ``(d,)`` to the first vector of each of these documents, and to the best of others.

        A document with one vector has that cosine twice; one without vectors has 0.
        """
        one, other = np.zeros(len(rows)), np.zeros(len(rows))
        levels = query_levels(np.asarray(query, np.float32))
        for columns, places, local in self.documents.located(rows):
            starts = columns["starts"].astype(np.int64)
            sizes = starts[local + 1] - starts[local]
            ends = np.cumsum(sizes)
            firsts = ends - sizes
            vectors = np.repeat(starts[local] - firsts, sizes) + np.arange(int(ends[-1]))
            made = widened_products(levels, columns["vectors"][vectors], columns["scales"][vectors])
            cosines = np.round(made, _DECIMALS)
            some = sizes > 0
            one[places[some]] = other[places[some]] = cosines[firsts[some]]
            more = sizes > 1
            if more.any():
                rest = np.full(len(local), -np.inf)
                later = np.arange(len(cosines)) != np.repeat(firsts, sizes)
                np.maximum.at(rest, np.repeat(np.arange(len(local)), sizes)[later], cosines[later])
                other[places[more]] = rest[more]
        return one, other


def _owners(columns: Columns) -> NDArray[np.uint32]:
    """The document, in its segment, of each vector."""
    return np.repeat(np.arange(len(columns["serials"]), dtype=np.uint32), np.diff(columns["starts"].astype(np.int64)))


def _without(count: int, gone: NDArray[np.intp]) -> NDArray[np.intp]:
    """All places below ``count`` but some."""
    left = np.ones(count, bool)
    left[gone] = False
    return np.flatnonzero(left)
