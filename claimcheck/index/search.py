"""What every index promises, whatever is behind it."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from claimcheck.records import Hit

__all__ = ["Search", "best"]

Queries = TypeVar("Queries", contravariant=True)


class Search(Protocol[Queries]):
    """Queries in, hits out: one list a query, closest first, equal scores in id order."""

    def search(self, queries: Queries, k: int) -> list[list[Hit]]:
        """The ``k`` closest documents to each query."""
        ...


def best(hits: Iterable[Hit], k: int) -> list[Hit]:
    """The ``k`` highest hits, equal scores in id order.

    >>> best([Hit("b", 0.5), Hit("c", 0.9), Hit("a", 0.5)], k=2)
    [Hit(review_id='c', score=0.9), Hit(review_id='a', score=0.5)]
    """
    return sorted(hits, key=lambda hit: (-hit.score, hit.review_id))[:k]
