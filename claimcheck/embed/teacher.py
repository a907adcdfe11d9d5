"""A teacher's vectors for English sentences, kept on disk in pieces so that a run that stops goes on where it was."""

import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from claimcheck.embed.data import NEWS, SOURCES, Corpus, order_key
from claimcheck.embed.encoder import Encoder
from claimcheck.progress import Progress

__all__ = ["choose_sentences", "teacher_vectors"]

_PIECE = 4096  # sentences a file: about 3 MB at 384 dimensions
_LONGEST = 84
_ALWAYS = frozenset({NEWS, "opennmt_wmt15"})


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


def _write(path: Path, rows: npt.NDArray[np.float16]) -> None:
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    with part.open("wb") as out:
        np.save(out, rows, allow_pickle=False)
    part.replace(path)


def _digest(parts: Iterable[str]) -> str:
    joined = "".join(f"{part}\x1f" for part in parts)
    return hashlib.sha256(joined.encode()).hexdigest()[:32]
