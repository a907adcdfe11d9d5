"""A teacher's vectors for English sentences, kept on disk in pieces so that a run that stops goes on where it was."""

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from claimcheck.embed.data import NEWS, SOURCES, Corpus, order_key
from claimcheck.embed.encoder import Encoder
from claimcheck.progress import Progress

__all__ = ["Narrowing", "choose_sentences", "teacher_vectors", "teacher_words"]

_PIECE = 4096  # sentences a file: about 3 MB at 384 dimensions
_LONGEST = 84
_ALWAYS = frozenset({NEWS, "opennmt_wmt15"})
_BLOCK = 50_000
_SHORT = 3  # code points; shorter words say little alone


class Narrowing:
    """A teacher's vectors in their own first principal directions: what a narrower encoder can copy of them."""

    def __init__(self, vectors: npt.NDArray[np.float16], dimension: int) -> None:
        """Raises ``ValueError`` where the teacher is narrower itself."""
        if dimension > vectors.shape[1]:
            raise ValueError(f"has {vectors.shape[1]} dimensions and cannot teach {dimension}")
        self._directions: npt.NDArray[np.float32] | None = None
        if dimension < vectors.shape[1]:
            blocks = (vectors[start : start + _BLOCK].astype(np.float32) for start in range(0, len(vectors), _BLOCK))
            summed = np.zeros((vectors.shape[1],) * 2, np.float32)
            for block in blocks:
                summed += block.T @ block
            self._directions = np.linalg.eigh(summed)[1][:, ::-1][:, :dimension]

    def of(self, vectors: npt.NDArray[np.floating]) -> npt.NDArray[np.float16]:
        """Rows of length one, or zero, as float16."""
        narrow = np.empty((len(vectors), self.width(vectors)), np.float16)
        for start in range(0, len(vectors), _BLOCK):
            kept = vectors[start : start + _BLOCK].astype(np.float32)
            if self._directions is not None:
                kept = kept @ self._directions
            norms = np.linalg.norm(kept, axis=1, keepdims=True)
            narrow[start : start + _BLOCK] = np.divide(kept, norms, out=np.zeros_like(kept), where=norms > 0)
        return narrow

    def width(self, vectors: npt.NDArray[np.floating]) -> int:
        """How wide they come out."""
        return int(vectors.shape[1] if self._directions is None else self._directions.shape[1])


def choose_sentences(corpus: Corpus, limit: int | None, *, longest: int = _LONGEST) -> list[str]:
    """At most ``limit`` distinct English sides to ask the teacher about: by source, in ``SOURCES`` order, each seeded.

    Sentences of more than ``longest`` code points are left out unless they are news: they take the teacher most of its
    time. A larger limit only appends, so pieces already on disk stay good.
    """
    by_source: dict[str, set[str]] = {tag: set() for tag in SOURCES}
    for pair in corpus.pairs:
        if len(pair.english) <= longest or pair.source in _ALWAYS:
            by_source[pair.source].add(pair.english)
    ordered = (sentence for tag in SOURCES for sentence in sorted(by_source[tag], key=lambda text: order_key(0, text)))
    return list(dict.fromkeys(ordered))[:limit]


def teacher_vectors(
    teacher: Callable[[], Encoder],
    digest: str,
    sentences: Sequence[str],
    cache: Path,
    *,
    progress: Progress | None = None,
) -> npt.NDArray[np.float16]:
    """The teacher's vectors of the sentences, in order, as float16; ``teacher`` is called only when some are missing.

    ``digest`` names the teacher in the cache. Pieces are written whole or not at all.
    """
    cache.mkdir(parents=True, exist_ok=True)
    pieces = [sentences[start : start + _PIECE] for start in range(0, len(sentences), _PIECE)]
    found: list[npt.NDArray[np.float16]] = []
    encoder: Encoder | None = None
    for number, piece in enumerate(pieces):
        path = cache / f"{_digest([digest, *piece])}.npy"
        if not path.is_file():
            encoder = encoder or teacher()
            _write(path, encoder.encode(piece, kind="document").astype(np.float16))
        found.append(np.load(path, allow_pickle=False))
        if progress:
            progress("teacher vectors", min((number + 1) * _PIECE, len(sentences)), len(sentences))
    return np.concatenate(found) if found else np.zeros((0, 0), np.float16)


def teacher_words(
    pieces: Mapping[str, int], foreign: npt.NDArray[np.int32], english: npt.NDArray[np.int32], mark: str
) -> dict[str, int]:
    """Words to ask the teacher about, with their pieces' ids: whole words, of ``_SHORT`` letters or more, of English.

    That is, which come at least half as often in the English sides of the pairs as in the others: names do, and what
    another language spells alike does not. ``mark`` begins a word.
    """
    theirs, ours = (np.bincount(ids, minlength=max(pieces.values()) + 1) for ids in (foreign, english))
    words = {piece.removeprefix(mark): number for piece, number in pieces.items() if piece.startswith(mark)}
    return {
        word: words[word]
        for word in sorted(words, key=lambda each: (len(each), each))
        if len(word) >= _SHORT and ours[words[word]] and theirs[words[word]] <= 2 * ours[words[word]]
    }


def _write(path: Path, rows: npt.NDArray[np.float16]) -> None:
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    with part.open("wb") as out:
        np.save(out, rows, allow_pickle=False)
    part.replace(path)


def _digest(parts: Iterable[str]) -> str:
    joined = "".join(f"{part}\x1f" for part in parts)
    return hashlib.sha256(joined.encode()).hexdigest()[:32]
