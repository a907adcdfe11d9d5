"""How close words are in meaning, by their stems: a static encoder's own vectors, looked up without reading any text.

The index keeps a document's words as hashed stems. So each whole word of the encoder's vocabulary is stemmed by the
language asked for and its hash kept with its vector; of the words of one stem the first in the vocabulary counts.
Stemming them all takes longer than a search, so the hashes are kept beside the index, in a file that holds its own
digest: one that is missing, damaged, another encoder's or another format's is made anew, and one that cannot be written
is done without.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claimcheck.index import hashed
from claimcheck.index.manifest import FORMAT, replace_file
from claimcheck.index.words import STEMMED, stems

__all__ = ["Meanings"]

_MARK = "\u2581"  # what a piece that begins a word begins with
_SHORTEST = 3  # code points: shorter words mean little alone

_DIGEST = 16  # bytes

Table = tuple[NDArray[np.uint32], NDArray[np.uint32]]


class Meanings:
    """The vectors of an encoder's whole words, by the hash of their stem.

    ``rows`` are the encoder's, ``pieces`` gives what they stand for and is asked only where no file in ``folder`` has
    the stems of the encoder of this ``fingerprint``; without a folder nothing is kept.
    """

    def __init__(
        self,
        rows: NDArray[np.floating],
        pieces: Callable[[], Sequence[str]],
        *,
        fingerprint: str = "",
        folder: Path | None = None,
    ) -> None:
        self._rows, self._pieces = rows, pieces
        self._fingerprint, self._folder = fingerprint, folder
        self._tables: dict[str, Table] = {}

    def likeness(self, asked: NDArray[np.uint32], terms: NDArray[np.uint32], language: str) -> NDArray[np.float32]:
        """How alike each stem asked and each term are, ``(asked, terms)``: a cosine, at least 0, and 1 for the same.

        One without a vector is like itself alone.
        """
        alike = (asked[:, None] == terms[None, :]).astype(np.float32)
        ours, theirs = self._known(asked, language), self._known(terms, language)
        one, other = np.flatnonzero(ours >= 0), np.flatnonzero(theirs >= 0)
        if len(one) and len(other):
            close = self._unit(ours[one]) @ self._unit(theirs[other]).T
            alike[np.ix_(one, other)] = np.maximum(alike[np.ix_(one, other)], close)
        return np.asarray(np.minimum(alike, 1.0), np.float32)

    def _unit(self, numbers: NDArray[np.intp]) -> NDArray[np.float32]:
        rows = self._rows[numbers].astype(np.float32)
        norms = np.linalg.norm(rows, axis=1, keepdims=True)
        return np.asarray(rows / np.where(norms > 0, norms, 1), np.float32)

    def _known(self, hashes: NDArray[np.uint32], language: str) -> NDArray[np.intp]:
        """The number of each stem's vector, -1 where it has none."""
        language = language if language in STEMMED else "und"  # without a stemmer words stand as they are
        if language not in self._tables:
            self._tables[language] = self._table(language)
        keys, numbers = self._tables[language]
        if not len(keys):
            return np.full(len(hashes), -1, np.intp)
        at = np.minimum(np.searchsorted(keys, hashes), len(keys) - 1)
        return np.where(keys[at] == hashes, numbers[at].astype(np.intp), -1)

    def _table(self, language: str) -> Table:
        """The hashes of stems, ascending, and the row of each: as they were kept, else made and kept."""
        path = self._folder / f"stems-{language}" if self._folder else None
        if path and (kept := self._read(path)):
            return kept
        keys, numbers = self._made(language)
        if path:
            body = np.concatenate([keys, numbers]).astype("<u4").tobytes()
            with suppress(OSError):
                replace_file(path, self._digest(body) + body)
        return keys, numbers

    def _read(self, path: Path) -> Table | None:
        try:
            data = path.read_bytes()
        except OSError:
            return None
        body = data[_DIGEST:]
        if data[:_DIGEST] != self._digest(body):
            return None
        keys, numbers = np.frombuffer(body, "<u4").reshape(2, -1)
        return keys, numbers

    def _digest(self, body: bytes) -> bytes:
        """Over the stems, whose they are, and how this version of the index hashes them."""
        return blake2b(f"{FORMAT} {self._fingerprint}\n".encode() + body, digest_size=_DIGEST).digest()

    def _made(self, language: str) -> Table:
        placed = self._pieces()
        whole = [
            number
            for number, piece in enumerate(placed)
            if piece[:1] == _MARK and len(piece) > _SHORTEST and piece[1:].isalpha()
        ]
        plain = [number for number in whole if placed[number][1:].isascii()]  # by far the most, and sooner stemmed
        accented = [number for number in whole if not placed[number][1:].isascii()]
        cut = [*_cut(plain, placed, language), *_cut(accented, placed, language)]
        keys, first = np.unique(hashed(cut), return_index=True)
        return keys, np.array([*plain, *accented], np.uint32)[first]


def _cut(numbers: Sequence[int], placed: Sequence[str], language: str) -> Sequence[str]:
    """The stem of each piece's word."""
    words = [placed[number][1:] for number in numbers]
    found = stems(" ".join(words), language)
    if len(found) == len(words):
        return found
    return [(stems(word, language) or (word,))[0] for word in words]  # one that is several words to the stemmer
