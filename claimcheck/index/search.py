"""What every index promises, whatever is behind it."""

from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from claimcheck.records import Hit

__all__ = ["Found", "Search"]

Queries = TypeVar("Queries", contravariant=True)
Found = tuple[NDArray[np.intp], NDArray[np.float64]]
"""The rows of documents, closest first, and their scores."""


class Search(Protocol[Queries]):
    """Queries in, hits out: one list a query, closest first, equal scores in id order."""

    def search(self, queries: Queries, k: int) -> list[list[Hit]]:
        """The ``k`` closest documents to each query."""
        ...
