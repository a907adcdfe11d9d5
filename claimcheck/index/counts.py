"""In how many documents each term stands: kept exactly through additions and removals, so that weights are too.

Terms are 32-bit numbers. A term's weight is BM25's: the rarer, the more.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["TermCounts", "no_counts", "same_counts", "sum_of"]


@dataclass(frozen=True, slots=True)
class TermCounts:
    """``keys`` ascend; ``counts`` are positive; ``tokens`` is the length of all documents together."""

    keys: NDArray[np.uint32]
    counts: NDArray[np.uint32]
    documents: int
    tokens: int

    @classmethod
    def of(cls, distinct: NDArray[np.uint32], *, documents: int, tokens: int) -> "TermCounts":
        """The counts of documents, of which ``distinct`` holds each one's distinct terms, one after another."""
        keys, counts = np.unique(distinct, return_counts=True)
        return cls(keys.astype(np.uint32), counts.astype(np.uint32), documents, tokens)

    def plus(self, other: "TermCounts") -> "TermCounts":
        """The counts of the documents of both."""
        return self._with(other, 1)

    def minus(self, other: "TermCounts") -> "TermCounts":
        """The counts without the documents of another, all of which are counted here."""
        return self._with(other, -1)

    def _with(self, other: "TermCounts", sign: int) -> "TermCounts":
        keys = np.concatenate((self.keys, other.keys))
        counts = np.concatenate((self.counts.astype(np.int64), sign * other.counts.astype(np.int64)))
        order = np.argsort(keys, kind="stable")
        keys, counts = keys[order], counts[order]
        starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else np.zeros(0, np.intp)
        summed = np.add.reduceat(counts, starts) if len(starts) else counts
        kept = summed != 0
        return TermCounts(
            keys[starts][kept],
            summed[kept].astype(np.uint32),
            self.documents + sign * other.documents,
            self.tokens + sign * other.tokens,
        )

    @property
    def average(self) -> float:
        """The average length of a document."""
        return self.tokens / self.documents if self.documents else 0.0

    def holders(self, terms: NDArray[np.uint32]) -> NDArray[np.int64]:
        """In how many documents each of these terms stands."""
        if not len(self.keys):
            return np.zeros(len(terms), np.int64)
        at = np.minimum(np.searchsorted(self.keys, terms), len(self.keys) - 1)
        return np.where(self.keys[at] == terms, self.counts[at], 0).astype(np.int64)

    def weights(self, terms: NDArray[np.uint32]) -> NDArray[np.float64]:
        """Each term's weight; that of an unknown one is the highest."""
        holders = self.holders(terms)
        return np.asarray(np.log(1 + (self.documents - holders + 0.5) / (holders + 0.5)), dtype=float)


def no_counts(names: Iterable[str]) -> dict[str, TermCounts]:
    """The counts of no document, by each name."""
    empty = np.zeros(0, np.uint32)
    return {name: TermCounts(empty, empty, 0, 0) for name in names}


def sum_of(one: Mapping[str, TermCounts], other: Mapping[str, TermCounts]) -> dict[str, TermCounts]:
    """The counts of the documents of both, name by name."""
    return {name: each.plus(other[name]) for name, each in one.items()}


def same_counts(one: Mapping[str, TermCounts], other: Mapping[str, TermCounts]) -> bool:
    """Whether both are the counts of the same terms, name by name."""
    return one.keys() == other.keys() and all(
        (each.documents, each.tokens) == (other[name].documents, other[name].tokens)
        and np.array_equal(each.keys, other[name].keys)
        and np.array_equal(each.counts, other[name].counts)
        for name, each in one.items()
    )
