"""Near-duplicates among many vectors without comparing all with all, and clusters that do not chain.

Vectors that point nearly the same way fall on the same sides of random planes: those that share all sides of one of
several sets of planes are compared exactly. Planes come from a fixed seed, so the same vectors give the same pairs.
"""

from collections.abc import Callable, Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

__all__ = ["cluster_pairs", "near_pairs"]

_SETS = 32  # sets of planes; at a cosine of 0.88 nine pairs of ten share a set at a million vectors, more below
_FEW = 4_000  # vectors that are simply compared
_LARGE = 1_000  # members of a group from which it is parted by further planes
_SEED = 20_240_506

Vectors = NDArray[np.float32]
Rows = NDArray[np.intp]
Pair = tuple[int, int, float]


def near_pairs(vectors: Vectors, least: float) -> list[Pair]:
    """Pairs of rows (first < second) with a cosine of at least ``least``, in row order; nearly all of them.

    ``vectors`` has unit rows. Up to a few thousand rows all pairs are found.

    >>> rows = np.array([[1, 0], [0.6, 0.8], [0.62, 0.78]], dtype=np.float32)
    >>> [(first, second) for first, second, _ in near_pairs(rows, 0.9)]
    [(1, 2)]
    """
    found: dict[tuple[int, int], float] = {}
    for group in _groups(vectors):
        found.update(_compared(vectors, group, least))
    return [(first, second, cosine) for (first, second), cosine in sorted(found.items())]


def _groups(vectors: Vectors) -> Iterator[Rows]:
    """Rows to compare with one another: all of few, of many those that one of the sets of planes does not part."""
    count, width = vectors.shape
    if count <= _FEW:
        yield np.arange(count, dtype=np.intp)
        return
    chance = np.random.default_rng(_SEED)
    bits = min(20, max(8, int(np.log2(count)) - 3))
    middle = vectors.mean(axis=0, dtype=np.float32)
    for _ in range(_SETS):
        planes = chance.standard_normal((width, bits + 12)).astype(np.float32)
        yield from _unparted(vectors, middle, planes, bits)


def _unparted(vectors: Vectors, middle: Vectors, planes: Vectors, bits: int) -> Iterator[Rows]:
    """Rows that stand on the same sides of the first ``bits`` planes; of large groups, those of more planes."""
    sides = np.empty(len(vectors), dtype=np.uint32)
    weights = (1 << np.arange(planes.shape[1], dtype=np.uint32)).astype(np.uint32)
    for start in range(0, len(vectors), 65_536):
        part = vectors[start : start + 65_536] - middle
        sides[start : start + len(part)] = ((part @ planes) > 0).astype(np.uint32) @ weights
    waiting: list[tuple[Rows, int]] = [(np.arange(len(vectors), dtype=np.intp), bits)]
    while waiting:
        rows, used = waiting.pop()
        keys = sides[rows] & np.uint32((1 << used) - 1)
        order = np.argsort(keys, kind="stable")
        cuts = np.flatnonzero(np.diff(keys[order])) + 1
        for group in np.split(rows[order], cuts):
            if len(group) > _LARGE and used < planes.shape[1]:
                waiting.append((group, min(used + 4, planes.shape[1])))
            elif len(group) > 1:
                yield group


def _compared(vectors: Vectors, group: Rows, least: float) -> Iterator[tuple[tuple[int, int], float]]:
    rows = vectors[group]
    for start in range(0, len(group), 512):
        cosines = rows[start : start + 512] @ rows.T
        for first, second in zip(*np.nonzero(cosines >= least), strict=True):
            one, other = int(group[start + first]), int(group[second])
            if one < other:
                yield (one, other), float(cosines[first, second])


def cluster_pairs(pairs: Iterable[Pair], same: Callable[[int, int, float], bool]) -> list[list[int]]:
    """Clusters of two or more: each member says the same as the first, which came first; a chain makes none.

    ``pairs`` are in row order; ``same`` decides on one. Who could join several joins the closest.

    >>> cluster_pairs([(0, 1, 0.9), (1, 2, 0.9), (2, 3, 0.95)], lambda *_: True)
    [[0, 1], [2, 3]]
    """
    nearest: dict[int, list[tuple[float, int]]] = {}
    for first, second, cosine in pairs:
        nearest.setdefault(second, []).append((-cosine, first))
    joined: dict[int, int] = {}
    for member in sorted(nearest):
        for cosine, first in sorted(nearest[member]):
            if first not in joined and same(first, member, -cosine):
                joined[member] = first
                break
    clusters: dict[int, list[int]] = {}
    for member, first in joined.items():
        clusters.setdefault(first, [first]).append(member)
    return [clusters[first] for first in sorted(clusters)]
