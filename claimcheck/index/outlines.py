"""What a document says, in numbers small enough to compare a query with a hundred of them at once.

Of each field (claim, title, summary) the distinct stems; of all of them together the names (words written large) and
the numbers. Terms are kept as 32-bit hashes, with the sum of their weights per field, so that what a document and a
query share is a few array operations and no text is read.
"""

import re
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimcheck.index.lexical import Passage, stems

__all__ = ["FIELDS", "NAMES", "NUMBERS", "Outline", "Outlines", "hashed", "outline"]

FIELDS = 3
"""How many fields of running text a document has at most."""
NAMES, NUMBERS = FIELDS, FIELDS + 1
_PARTS = FIELDS + 2
_TOKEN = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*")
_INNER = re.compile(r"[.,'’]")
_FILES = ("terms.npy", "cuts.npy", "totals.npy")


@dataclass(frozen=True, slots=True)
class Outline:
    """The distinct stems of a text in their order, those of its names, and its numbers without separators."""

    stems: tuple[str, ...]
    names: frozenset[str]
    numbers: frozenset[str]


def outline(text: str, language: str) -> Outline:
    """The outline of one text, stemmed by its language.

    >>> outline("Paris has 1,200 towers", "en")
    Outline(stems=('pari', 'has', '1', '200', 'tower'), names=frozenset({'pari'}), numbers=frozenset({'1200'}))
    """
    large, numbers = [], set()
    for found in _TOKEN.finditer(text):
        word = found[0]
        if any(map(str.isdecimal, word)):
            numbers.add(_INNER.sub("", word).casefold())
        elif word[0].isupper() and len(word) > 1:
            large.append(word)
    if not large:
        return Outline(tuple(dict.fromkeys(stems(text, language))), frozenset(), frozenset(numbers))
    named = frozenset(stems(" ".join(large), language))
    return Outline(tuple(dict.fromkeys(stems(text, language))), named - _SMALL, frozenset(numbers))


_SMALL = frozenset({"the", "this", "that", "der", "die", "das", "ein", "in", "it", "is", "he", "she", "we", "und"})


def hashed(terms: Iterable[str]) -> NDArray[np.uint32]:
    """Terms as numbers, in their order."""
    return np.fromiter((zlib.crc32(term.encode("utf-8", "surrogatepass")) for term in terms), np.uint32)


class Outlines:
    """The outlines of documents by row; built with ``build`` or ``load``."""

    def __init__(self, terms: NDArray[np.uint32], cuts: NDArray[np.int64], totals: NDArray[np.float32]) -> None:
        self._terms, self._cuts, self.totals = terms, cuts, totals
        if len(totals) * _PARTS + 1 != len(cuts) or int(cuts[-1]) != len(terms):
            raise ValueError(f"{len(totals)} outlines in {len(cuts)} cuts")

    def __len__(self) -> int:
        return len(self.totals)

    @classmethod
    def build(cls, passages: Sequence[Passage]) -> "Outlines":
        """The outlines of passages, in their order; a passage without fields is one field."""
        parts: list[NDArray[np.uint32]] = []
        for passage in passages:
            texts = [*(passage.fields or (passage.text,)), *[""] * FIELDS][:FIELDS]
            made = [outline(text, passage.language) for text in texts]
            parts += [hashed(each.stems) for each in made]
            parts.append(hashed(sorted(frozenset().union(*(each.names for each in made)))))
            parts.append(hashed(sorted(frozenset().union(*(each.numbers for each in made)))))
        lengths = np.fromiter(map(len, parts), np.int64, len(parts))
        cuts = np.concatenate(([0], np.cumsum(lengths))).astype(np.int64)
        terms = np.concatenate(parts) if parts else np.zeros(0, np.uint32)
        return cls(terms, cuts, _totals(terms, lengths, len(passages)))

    def of(self, rows: NDArray[np.intp]) -> tuple[NDArray[np.uint32], NDArray[np.intp]]:
        """The terms of chosen rows one after another, and for each term its part: ``5 * position + part``."""
        parts = (rows[:, None] * _PARTS + np.arange(_PARTS)).ravel()
        starts = self._cuts[parts]
        lengths = self._cuts[parts + 1] - starts
        owners = np.repeat(np.arange(len(parts)), lengths)
        offsets = np.arange(len(owners)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        return self._terms[np.repeat(starts, lengths) + offsets], owners

    def claim(self, row: int) -> bytes:
        """The terms of a row's first field: equal for claims of the same words."""
        start, end = self._cuts[row * _PARTS], self._cuts[row * _PARTS + 1]
        return bytes(np.sort(self._terms[start:end]).tobytes())

    def lengths(self, rows: NDArray[np.intp]) -> NDArray[np.int64]:
        """How many distinct terms each part of chosen rows has: ``(n, 5)``."""
        parts = rows[:, None] * _PARTS + np.arange(_PARTS)
        return np.asarray(self._cuts[parts + 1] - self._cuts[parts], dtype=np.int64)

    def save(self, folder: Path) -> None:
        """Write the outlines into an existing folder."""
        arrays: tuple[NDArray[Any], ...] = (self._terms, self._cuts, self.totals)
        for name, array in zip(_FILES, arrays, strict=True):
            np.save(folder / name, array, allow_pickle=False)

    @classmethod
    def load(cls, folder: Path) -> "Outlines":
        """The outlines that ``save`` wrote; the terms are mapped, not read."""
        terms, cuts, totals = (
            np.load(
                folder / name, allow_pickle=False, mmap_mode="r" if (folder / name).stat().st_size > 1 << 16 else None
            )
            for name in _FILES
        )
        return cls(terms, cuts, totals)


def _totals(terms: NDArray[np.uint32], lengths: NDArray[np.int64], count: int) -> NDArray[np.float32]:
    """The summed weight of each part's terms ``(n, 5)``: by BM25's inverse document frequency, numbers count one."""
    if not count:
        return np.zeros((0, _PARTS), np.float32)
    part_of = np.repeat(np.arange(len(lengths)), lengths)
    document, part = part_of // _PARTS, part_of % _PARTS
    running = part < FIELDS
    _, inverse = np.unique(terms, return_inverse=True)
    pairs = np.unique(inverse[running].astype(np.int64) * count + document[running])
    holders = np.bincount(pairs // count, minlength=int(inverse.max(initial=0)) + 1).astype(float)
    weights = np.log(1 + (count - holders + 0.5) / (holders + 0.5))[inverse]
    weights[part == NUMBERS] = 1.0
    summed = np.bincount(part_of, weights=weights, minlength=len(lengths))
    return summed.reshape(count, _PARTS).astype(np.float32)
