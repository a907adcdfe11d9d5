"""Exact cosine search by FAISS: the one door to it.

Vectors are scanned, never approximated: as they are up to ``EXACT_ROWS`` rows, as float16 beyond, where a score may be
off by 0.002. A document may own several rows (its claim, its title); its score is the best of them.
"""

from collections.abc import Collection, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimcheck.errors import DimensionMismatch
from claimcheck.index.search import best
from claimcheck.records import Hit

__all__ = ["EXACT_ROWS", "DenseIndex"]

EXACT_ROWS = 10_000
_DECIMALS = 6  # blocked and single scans differ in the seventh: rounding makes a tie a tie in both
_FILE, _OWNERS = "dense.faiss", "owners.npy"


def _faiss() -> Any:
    import faiss

    faiss.omp_set_num_threads(1)  # one query on one thread is the quickest on a busy machine
    return faiss


class DenseIndex:
    """Unit vectors by document; built with ``build`` or ``load``."""

    def __init__(self, ids: Sequence[str], owners: NDArray[np.int32], index: Any) -> None:
        self.ids = ids
        self._owners = owners
        self._index = index
        self._places: tuple[dict[str, int], NDArray[np.intp], NDArray[np.intp]] | None = None

    @classmethod
    def build(
        cls, ids: Sequence[str], vectors: NDArray[np.float32], *, owners: NDArray[np.int32] | None = None
    ) -> "DenseIndex":
        """An index over ``vectors``, ``(n, d)`` float32 with unit rows, of documents ``ids``.

        ``owners[i]`` is the position in ``ids`` of the document that row ``i`` belongs to; without it, row ``i``
        belongs to ``ids[i]``.

        >>> rows = np.eye(2, dtype=np.float32)
        >>> DenseIndex.build(["r1", "r2"], rows).search(rows[1:], k=1)
        [[Hit(review_id='r2', score=1.0)]]
        """
        owners = np.arange(len(ids), dtype=np.int32) if owners is None else owners
        if len(owners) != len(vectors):
            raise ValueError(f"{len(vectors)} vectors for {len(owners)} owners: give each row one")
        faiss = _faiss()
        width = int(vectors.shape[1])
        index = (
            faiss.IndexFlatIP(width)
            if len(vectors) <= EXACT_ROWS
            else faiss.IndexScalarQuantizer(width, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)
        )
        if len(vectors):
            rows = np.ascontiguousarray(vectors, dtype=np.float32)
            if not index.is_trained:
                index.train(rows)
            index.add(rows)
        return cls(ids, np.asarray(owners, dtype=np.int32), index)

    @property
    def dimension(self) -> int:
        """How wide the vectors are."""
        return int(self._index.d)

    def search(self, queries: NDArray[np.float32], k: int, *, among: Collection[str] | None = None) -> list[list[Hit]]:
        """The ``k`` nearest documents to each query, nearest first, only ``among`` these ids if given.

        ``queries`` is ``(n, d)`` float32 with unit rows, so a score is a cosine in [-1, 1]: higher is closer. Equal
        scores in a row stand in id order. A row is shorter than ``k`` only when the index is.

        Raises:
            DimensionMismatch: the queries are not ``d`` wide.
        """
        if queries.shape[1] != self.dimension:
            raise DimensionMismatch(got=int(queries.shape[1]), want=self.dimension)
        rows = np.ascontiguousarray(queries, dtype=np.float32)
        if among is not None:
            wanted = frozenset(among)
            ids = [each for each in self.ids if each in wanted]
            scored = ([*zip(ids, self.scores(row, ids), strict=True)] for row in rows)
            return [best((Hit(each, score) for each, score in pairs), max(k, 0)) for pairs in scored]
        return [self._search(query[None, :], k) for query in rows]

    def _search(self, query: NDArray[np.float32], k: int) -> list[Hit]:
        rows = int(self._index.ntotal)
        wanted = min(max(k, 0), len(self.ids))
        fetch = min(2 * wanted + 8, rows)
        while wanted:
            _faiss()
            scores, places = self._index.search(query, fetch)
            found: dict[int, float] = {}
            for score, owner in zip(np.round(scores[0].astype(float), _DECIMALS), self._owners[places[0]], strict=True):
                found.setdefault(int(owner), float(score))  # rows come nearest first
            hits = best((Hit(self.ids[owner], score) for owner, score in found.items()), wanted)
            last = round(float(scores[0][-1]), _DECIMALS)
            if fetch == rows or (len(hits) == wanted and hits[-1].score > last):
                return hits
            fetch = min(2 * fetch, rows)  # a tie reaches past what was fetched
        return []

    def scores(self, query: NDArray[np.float32], ids: Sequence[str]) -> list[float]:
        """The cosines of one query ``(d,)`` to chosen documents, in their order; KeyError for an unknown one."""
        return [max(each, default=0.0) for each in self.row_scores(query, ids)]

    def row_scores(self, query: NDArray[np.float32], ids: Sequence[str]) -> list[list[float]]:
        """The cosines of one query ``(d,)`` to each row of chosen documents, in the order they were built."""
        _, order, starts = self._located()
        chosen = self.rows(ids)
        if not len(chosen):
            return []
        rows = [order[starts[each] : starts[each + 1]] for each in chosen]
        vectors = self._index.reconstruct_batch(np.concatenate(rows).astype(np.int64))
        cosines = np.round((vectors @ query).astype(float), _DECIMALS)
        ends = np.cumsum([0, *(len(each) for each in rows)])
        return [cosines[a:b].tolist() for a, b in pairwise(ends)]

    def rows(self, ids: Sequence[str]) -> NDArray[np.intp]:
        """The places of documents among ``ids``; KeyError for an unknown one."""
        positions = self._located()[0]
        return np.fromiter((positions[each] for each in ids), np.intp, len(ids))

    def _located(self) -> tuple[dict[str, int], NDArray[np.intp], NDArray[np.intp]]:
        """Each document's place, the rows in the order of their documents, and where each document's begin."""
        if self._places is None:
            order = np.argsort(self._owners, kind="stable")
            starts = np.searchsorted(self._owners[order], np.arange(len(self.ids) + 1))
            self._places = ({each: place for place, each in enumerate(self.ids)}, order, starts)
        return self._places

    def save(self, folder: Path) -> None:
        """Write the index into an existing folder."""
        _faiss().write_index(self._index, str(folder / _FILE))
        np.save(folder / _OWNERS, self._owners, allow_pickle=False)

    @classmethod
    def load(cls, folder: Path, ids: Sequence[str]) -> "DenseIndex":
        """The index that ``save`` wrote, over the documents it was built with.

        The files must be trusted or verified: FAISS does not check what it reads.
        """
        index = _faiss().read_index(str(folder / _FILE))
        owners = np.load(folder / _OWNERS, allow_pickle=False)
        if index.ntotal != len(owners) or (len(owners) and not 0 <= int(owners.max()) < len(ids)):
            raise ValueError(f"{folder.name} holds {index.ntotal} vectors for {len(owners)} owners")
        return cls(ids, owners, index)
