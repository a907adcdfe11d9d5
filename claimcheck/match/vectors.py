"""Vectors by content: a text is encoded once an encoder, however often the index is rebuilt.

The cache is given as two callables over bytes (little-endian float32), so that this engine knows
no store.
"""

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from claimcheck.progress import Progress, unseen

__all__ = ["Encodes", "VectorCache", "encode_documents", "no_cache"]

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
    for start in range(0, len(texts), _BATCH):
        block = range(start, min(start + _BATCH, len(texts)))
        known = cache.known(encoder.fingerprint, {digests[place] for place in block})
        new: dict[str, str] = {}
        for place in block:
            if len(known.get(digests[place], b"")) == 4 * width:
                rows[place] = np.frombuffer(known[digests[place]], dtype="<f4")
            else:
                new[digests[place]] = texts[place]
        if new:
            made = dict(zip(new, np.asarray(encoder.encode(list(new.values()), kind="document")), strict=True))
            cache.keep(encoder.fingerprint, {each: row.astype("<f4").tobytes() for each, row in made.items()})
            for place in block:
                if digests[place] in made:
                    rows[place] = made[digests[place]]
        progress("encoding past checks", block.stop, len(texts))
    return rows
