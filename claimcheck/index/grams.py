"""Character 3- and 4-grams of plain texts as numbers, thousands of texts at once.

A gram's number is a 32-bit hash of its code points. Texts are kept as UTF-8, each as a line that begins and ends with a
space, so that a word's beginning and end are grams too.
"""

import numpy as np
from numpy.typing import NDArray

__all__ = ["as_line", "gram_hashes", "gram_lengths", "query_grams"]

_FACTORS = np.array([0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x165667B1], np.uint32)
_SEEDS = np.array([0x27220A95, 0x4B1D5F23], np.uint32)
_END = 10


def as_line(plain: str) -> bytes:
    """A text in plain words (lower case, single spaces) as it is kept."""
    return f" {plain} \n".encode("utf-8", "surrogatepass")


def _points(lines: bytes) -> NDArray[np.uint32]:
    text = lines.decode("utf-8", "surrogatepass")
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4").astype(np.uint32)


def _mixed(sums: NDArray[np.uint32]) -> NDArray[np.uint32]:
    sums = (sums ^ (sums >> np.uint32(15))) * np.uint32(0x2C1B3C6D)
    return np.asarray(sums ^ (sums >> np.uint32(13)), dtype=np.uint32)


def _windows(points: NDArray[np.uint32]) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """The hashes of the 3- and of the 4-gram that begin at each place, as many as there are."""
    if len(points) < 3:
        return np.zeros(0, np.uint32), np.zeros(0, np.uint32)
    three = points[:-2] * _FACTORS[0] + points[1:-1] * _FACTORS[1] + points[2:] * _FACTORS[2]
    four = three[:-1] + points[3:] * _FACTORS[3]
    return _mixed(three + _SEEDS[0]), _mixed(four + _SEEDS[1])


def gram_hashes(lines: bytes) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Every gram of lines one after another, and the line each stands in."""
    points = _points(lines)
    ends = points == _END
    line = (np.cumsum(ends) - ends).astype(np.uint32)
    three, four = _windows(points)
    inside = line[2:] == line[: len(three)] if len(three) else np.zeros(0, bool)
    inside &= ~ends[2:][: len(three)]
    wide = line[3:] == line[: len(four)] if len(four) else np.zeros(0, bool)
    wide &= ~ends[3:][: len(four)]
    hashes = np.concatenate((three[inside], four[wide]))
    return hashes, np.concatenate((line[: len(three)][inside], line[: len(four)][wide]))


def gram_lengths(lines: bytes) -> NDArray[np.uint32]:
    """How many grams each line has."""
    ends = np.flatnonzero(_points(lines) == _END)
    points = np.diff(ends, prepend=-1) - 1
    return np.asarray(np.maximum(points - 2, 0) + np.maximum(points - 3, 0), dtype=np.uint32)


def query_grams(plain: str) -> tuple[list[str], NDArray[np.uint32]]:
    """The distinct grams of a text in plain words as they are written and as numbers, in the order they come.

    >>> query_grams("aa")[0]
    [' aa', 'aa ', ' aa ']
    """
    if not plain:
        return [], np.zeros(0, np.uint32)
    text = f" {plain} "
    three, four = _windows(_points(text.encode("utf-8", "surrogatepass")))
    grams = [text[at : at + 3] for at in range(len(three))] + [text[at : at + 4] for at in range(len(four))]
    first: dict[str, int] = {}
    for place, gram in enumerate(grams):
        first.setdefault(gram, place)
    hashes = np.concatenate((three, four))
    return list(first), hashes[np.fromiter(first.values(), np.intp, len(first))]
