"""What every index promises, whatever is behind it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from claimcheck.records import Hit

if TYPE_CHECKING:
    from claimcheck.index.indexes import Indexes

__all__ = ["Among", "Ask", "Candidates", "Found", "Kinds", "Search"]

Queries = TypeVar("Queries", contravariant=True)
Found = tuple[NDArray[np.intp], NDArray[np.float64]]
"""The rows of documents, closest first, and their scores."""


class Search(Protocol[Queries]):
    """Queries in, hits out: one list a query, closest first, equal scores in id order."""

    def search(self, queries: Queries, k: int) -> list[list[Hit]]:
        """The ``k`` closest documents to each query."""
        ...


@dataclass(frozen=True, slots=True)
class Kinds:
    """Which documents to look among, for an index that knows this of them itself; None is anything."""

    language: str | None = None
    publisher: str | None = None
    rating: str | None = None
    since: date | None = None
    until: date | None = None


Among = Collection[str] | Kinds | None
"""The ids to look among, or what they have in common; None is all."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A query as an index is asked: cleaned, its vector where cosines count, the language its words are stemmed by."""

    query: str
    vector: NDArray[np.float32] | None
    language: str | None


class Candidates(Protocol):
    """Whatever names a query's candidates: an index that is here, or one elsewhere that sends what to compare.

    Either way the candidates come as indexes that are open here, so that they are compared, related and explained by
    the same code: an index that is here gives itself, one elsewhere a small one of the documents it named.
    """

    @property
    def knows_kinds(self) -> bool:
        """Whether ``among`` may be ``Kinds``."""
        ...

    def __len__(self) -> int:
        """How many documents there are in all."""
        ...

    def size(self, among: Among, /) -> int:
        """How many documents there are to look among."""
        ...

    def candidates(
        self, asks: Sequence[Ask], depth: int, among: Among, /
    ) -> Iterator[tuple["Indexes", NDArray[np.intp] | None]]:
        """For each query an index that holds the ``depth`` best of each search, and which of its rows to look among."""
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...
