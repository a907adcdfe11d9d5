"""What a document says, in numbers small enough to compare a query with a hundred of them at once.

Of each field (claim, title, summary) the distinct stems; of all of them together the names (words written large) and
the numbers. Terms are kept as 32-bit hashes, with the sum of their weights per field, so that what a document and a
query share is a few array operations and no text is read.
"""

import hashlib
import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from claimcheck.index.words import Passage, stems

if TYPE_CHECKING:
    from claimcheck.index.counts import TermCounts
    from claimcheck.index.documents import Documents

__all__ = [
    "FIELDS",
    "NAMES",
    "NUMBERS",
    "PARTS",
    "Outline",
    "Outlines",
    "hashed",
    "outline",
    "outline_parts",
    "whole_claim",
]

FIELDS = 3
"""How many fields of running text a document has at most."""
NAMES, NUMBERS = FIELDS, FIELDS + 1
PARTS = FIELDS + 2
"""How many parts an outline has: the fields, names, numbers."""
_TOKEN = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*")
_INNER = re.compile(r"[.,'’]")


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
    if not text:
        return Outline((), frozenset(), frozenset())
    large, numbers = [], set()
    for word in _TOKEN.findall(text):
        if not word.isalpha() and any(map(str.isdecimal, word)):
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


def outline_parts(passage: Passage) -> list[NDArray[np.uint32]]:
    """A passage's terms by part: each field's, then all names, then all numbers; without fields it is one field."""
    texts = [*(passage.fields or (passage.text,)), *[""] * FIELDS][:FIELDS]
    made = [outline(text, passage.language) for text in texts]
    parts = [hashed(each.stems) for each in made]
    parts.append(hashed(sorted(frozenset().union(*(each.names for each in made)))))
    parts.append(hashed(sorted(frozenset().union(*(each.numbers for each in made)))))
    return parts


class Outlines:
    """The outlines of documents by row."""

    def __init__(self, documents: "Documents", words: "TermCounts") -> None:
        self._documents, self._words = documents, words

    def __len__(self) -> int:
        return len(self._documents)

    def of(self, rows: NDArray[np.intp]) -> tuple[NDArray[np.uint32], NDArray[np.intp]]:
        """The terms of chosen rows one after another, and for each term its part: ``5 * position + part``."""
        terms, lengths = self._documents.ragged("terms", "cuts", rows, PARTS)
        return terms, np.repeat(np.arange(lengths.size), lengths.ravel())

    def lengths(self, rows: NDArray[np.intp]) -> NDArray[np.int64]:
        """How many distinct terms each part of chosen rows has: ``(n, 5)``."""
        return np.asarray(self._documents.ragged("terms", "cuts", rows, PARTS)[1], dtype=np.int64)

    def claims(self, rows: NDArray[np.intp]) -> NDArray[np.uint64]:
        """A number for each of chosen rows, equal for claims of the same words."""
        return np.asarray(self._documents.taken("claims", rows), dtype=np.uint64)

    def totals(self, rows: NDArray[np.intp]) -> NDArray[np.float32]:
        """The summed weight of each part's terms ``(n, 5)``: by BM25's weight of a word, numbers count one."""
        terms, owners = self.of(rows)
        different, place = np.unique(terms, return_inverse=True)
        weights = self._words.weights(different)[place]
        weights[owners % PARTS == NUMBERS] = 1.0
        return np.bincount(owners, weights, len(rows) * PARTS).reshape(len(rows), PARTS).astype(np.float32)


def whole_claim(terms: NDArray[np.uint32]) -> int:
    """A number for the words of a claim, whatever their order."""
    return int.from_bytes(hashlib.blake2b(np.sort(terms).tobytes(), digest_size=8).digest(), "little")
