"""Copies by exact wording, once case, accents, punctuation and spacing are set aside."""

from collections.abc import Hashable, Iterable
from typing import TypeVar

from claimcheck.index import plain_words

__all__ = ["find_copies", "same_words"]

Item = TypeVar("Item")


def same_words(text: str) -> str:
    """What two copies of a text have in common: its words. A text without words is its own.

    Numbers keep what separates their digits apart from words: "1.5" and "15" stay two.
    """
    return plain_words(text) or text


def find_copies(items: Iterable[tuple[Hashable, Item]]) -> list[list[Item]]:
    """Items under equal keys together, groups and members in the order they came.

    >>> find_copies([("a", 1), ("b", 2), ("a", 3)])
    [[1, 3], [2]]
    """
    groups: dict[Hashable, list[Item]] = {}
    for key, item in items:
        groups.setdefault(key, []).append(item)
    return list(groups.values())
