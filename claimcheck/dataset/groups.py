"""Which claims belong together: the same article, a past check they share, or near-duplicates, and so on from there."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

__all__ = ["Bound", "Groups", "Pair", "group_items"]

Pair = tuple[int, int, float]
"""Two places in a sequence, and how close what stands there is."""


class Bound(Protocol):
    """What can belong together."""

    @property
    def article_id(self) -> str:
        """The article it stands in."""

    @property
    def checks(self) -> tuple[str, ...]:
        """The past checks that bind it to others."""


@dataclass(frozen=True, slots=True)
class Groups:
    """``members`` are places in the sequence, each in one group; ``joined`` counts what brought groups together."""

    members: tuple[tuple[int, ...], ...]
    joined: Mapping[str, int]

    @property
    def largest(self) -> int:
        """How many the largest group has; 0 where there is none."""
        return max(map(len, self.members), default=0)


def group_items(items: Sequence[Bound], near: Iterable[Pair]) -> Groups:
    """The groups of the items, in the order of their first members.

    ``near`` are pairs of near-duplicates, by place.
    """
    above = list(range(len(items)))
    joined: Counter[str] = Counter()

    def root(place: int) -> int:
        while above[place] != place:
            above[place] = above[above[place]]
            place = above[place]
        return place

    def join(one: int, other: int, why: str) -> None:
        low, high = sorted((root(one), root(other)))
        if low != high:
            above[high] = low
            joined[why] += 1

    for what, keys_of in (("article", lambda item: (item.article_id,)), ("past check", lambda item: item.checks)):
        first: dict[str, int] = {}
        for place, item in enumerate(items):
            for key in keys_of(item):
                join(first.setdefault(key, place), place, what)
    for one, other, _ in near:
        join(one, other, "near-duplicate")
    members: dict[int, list[int]] = {}
    for place in range(len(items)):
        members.setdefault(root(place), []).append(place)
    return Groups(tuple(map(tuple, members.values())), dict(joined))
