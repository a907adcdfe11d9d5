"""Vectors by content: a text is encoded once an encoder, however often the index is rebuilt.

The cache is given as two callables over bytes (little-endian float32), so that this engine knows
no store.
"""

import hashlib
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from claimcheck.progress import Progress, unseen

__all__ = ["Encodes", "VectorCache", "encode_all", "encode_batches", "encode_documents", "no_cache"]

_BATCH = 4_096


class Encodes(Protocol):
    """What matching needs of an encoder."""

    @property
    def dimension(self) -> int:
        """How wide its vectors are."""

    @property
    def fingerprint(self) -> str:
        """Digest of everything its vectors depend on."""

    @property
    def languages(self) -> tuple[str, ...]:
        """What it has learnt, ISO 639-1; empty where unknown."""

    @property
    def encode(self) -> Callable[..., NDArray[np.float32]]:
        """``encode(texts, kind="query" | "document")``: one unit row a text, zero where it knows no token."""


@dataclass(frozen=True, slots=True)
class VectorCache:
    """``known(fingerprint, digests)`` gives what is cached, by digest; ``keep(fingerprint, vectors)`` caches more."""

    known: Callable[[str, Collection[str]], Mapping[str, bytes]]
    keep: Callable[[str, Mapping[str, bytes]], object]


def no_cache() -> VectorCache:
    """A cache that holds nothing."""
    return VectorCache(lambda _encoder, _digests: {}, lambda _encoder, _vectors: None)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def encode_documents(
    texts: Sequence[str], encoder: Encodes, cache: VectorCache, progress: Progress = unseen
) -> NDArray[np.float32]:
    """One row a text; only texts the cache lacks are encoded, and then kept. float32, as wide as the encoder."""
    width = encoder.dimension
    digests = [_digest(text) for text in texts]
    rows = np.zeros((len(texts), width), dtype=np.float32)
    coming: deque[tuple[int, list[str]]] = deque()  # batches under way: where they end, and the digests of their texts
    due: dict[str, list[int]] = {}  # digest → the places that wait for it

    def batches() -> Iterator[list[str]]:
        for start in range(0, len(texts), _BATCH):
            block = range(start, min(start + _BATCH, len(texts)))
            known = cache.known(encoder.fingerprint, {digests[place] for place in block})
            new: dict[str, str] = {}
            for place in block:
                if len(known.get(digests[place], b"")) == 4 * width:
                    rows[place] = np.frombuffer(known[digests[place]], dtype="<f4")
                    continue
                if digests[place] not in due:
                    new[digests[place]] = texts[place]
                due.setdefault(digests[place], []).append(place)
            if new:
                coming.append((block.stop, list(new)))
                yield list(new.values())
            else:
                progress("encoding past checks", block.stop, len(texts))

    for vectors in encode_batches(encoder, batches()):
        stop, names = coming.popleft()
        made = dict(zip(names, np.asarray(vectors), strict=True))
        cache.keep(encoder.fingerprint, {each: row.astype("<f4").tobytes() for each, row in made.items()})
        for each, row in made.items():
            rows[due.pop(each)] = row
        progress("encoding past checks", stop, len(texts))
    return rows


def encode_batches(encoder: Encodes, batches: Iterable[Sequence[str]]) -> Iterator[NDArray[np.float32]]:
    """The rows of each batch of documents, in order; several at a time where the encoder has more than one hand."""
    several = getattr(encoder, "encode_batches", None)
    if several is not None:
        yield from several(batches, kind="document")
        return
    for batch in batches:
        yield encoder.encode(batch, kind="document")


def encode_all(
    texts: Sequence[str], encoder: Encodes, progress: Progress = unseen, what: str = "reading claims"
) -> NDArray[np.float32]:
    """One row a text, whatever is cached; ``what`` is being done, for the progress."""
    rows = np.zeros((len(texts), encoder.dimension), dtype=np.float32)
    done = 0
    for part in encode_batches(encoder, (texts[at : at + _BATCH] for at in range(0, len(texts), _BATCH))):
        rows[done : done + len(part)] = part
        done += len(part)
        progress(what, done, len(texts))
    return rows
