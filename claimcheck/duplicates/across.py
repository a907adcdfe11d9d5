"""What hangs together by likeness, and how close two sides of a split come: for splits that must not leak.

Up to ``EXACT`` vectors all pairs are compared; beyond, those that ``near_pairs`` finds.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from claimcheck.duplicates.near import near_pairs

__all__ = ["EXACT", "link_near", "nearest_across"]

EXACT = 150_000
"""How many vectors are compared pair by pair: a hundred thousand take under a minute of one processor."""

_CELLS = 16_000_000  # cosines held at once: 64 MB

Vectors = NDArray[np.float32]
Numbers = NDArray[np.intp]
Pair = tuple[int, int, float]


def link_near(vectors: Vectors, least: float) -> list[Pair]:
    """Pairs of rows (first < second) with a cosine of at least ``least``, enough to join all that such pairs join.

    Of many pairs within what already hangs together the first few are given: a forest, not every edge. ``vectors`` has
    unit rows.

    >>> rows = np.array([[1, 0], [0.6, 0.8], [0.62, 0.78], [0.61, 0.79]], dtype=np.float32)
    >>> [(first, second) for first, second, _ in link_near(rows, 0.9)]
    [(1, 2), (1, 3)]
    """
    roots: Numbers = np.arange(len(vectors), dtype=np.intp)
    links: list[Pair] = []
    for firsts, seconds, cosines in _blocks(vectors, least):
        one, other = roots[firsts], roots[seconds]
        apart = np.flatnonzero(one != other)
        keys = np.minimum(one[apart], other[apart]) * len(vectors) + np.maximum(one[apart], other[apart])
        _, kept = np.unique(keys, return_index=True)
        for place in apart[np.sort(kept)].tolist():
            first, second = int(firsts[place]), int(seconds[place])
            low, high = sorted((_root(roots, first), _root(roots, second)))
            if low != high:
                roots[high] = low
                links.append((first, second, float(cosines[place])))
        roots = _flat(roots)
    return links


def _blocks(vectors: Vectors, least: float) -> Iterator[tuple[Numbers, Numbers, Vectors]]:
    if len(vectors) > EXACT:
        pairs = near_pairs(vectors, least)
        places = np.array([pair[:2] for pair in pairs], dtype=np.intp).reshape(-1, 2)
        yield places[:, 0], places[:, 1], np.array([pair[2] for pair in pairs], dtype=np.float32)
        return
    step = _CELLS // max(len(vectors), 1) + 1
    for start in range(0, len(vectors), step):
        block = vectors[start : start + step] @ vectors[start:].T
        rows, columns = np.nonzero(block >= least)
        above = columns > rows
        rows, columns = rows[above], columns[above]
        yield rows + start, columns + start, block[rows, columns]


def _root(roots: Numbers, place: int) -> int:
    while roots[place] != place:
        roots[place] = roots[roots[place]]
        place = int(roots[place])
    return place


def _flat(roots: Numbers) -> Numbers:
    while True:
        above = roots[roots]
        if np.array_equal(above, roots):
            return roots
        roots = above


def nearest_across(vectors: Vectors, sides: Sequence[int]) -> Pair | None:
    """The closest pair of rows on different sides; the first of equals, None where one side has all.

    ``sides`` numbers each row's side from 0; a row of side -1 takes no part.

    >>> rows = np.array([[1, 0], [0.6, 0.8], [0, 1]], dtype=np.float32)
    >>> nearest_across(rows, [0, 1, 0])[:2]
    (1, 2)
    """
    numbers = np.asarray(sides, dtype=np.intp)
    best: Pair | None = None
    present = sorted({each for each in numbers.tolist() if each >= 0}, key=lambda side: int((numbers == side).sum()))
    for place, side in enumerate(present):
        here, there = np.flatnonzero(numbers == side), np.flatnonzero(np.isin(numbers, present[place + 1 :]))
        if not len(there):
            continue
        others = vectors[there]
        step = _CELLS // len(there) + 1
        for start in range(0, len(here), step):
            rows = here[start : start + step]
            cosines = vectors[rows] @ others.T
            row, column = divmod(int(cosines.argmax()), len(there))
            first, second = sorted((int(rows[row]), int(there[column])))
            found = (first, second, float(cosines[row, column]))
            if best is None or (-found[2], found[:2]) < (-best[2], best[:2]):
                best = found
    return best
