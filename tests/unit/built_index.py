"""Indexes made of parts, for tests."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from claimcheck.index import Built, Effort, Indexes, Passage, joined_indexes, make_generation


def chunk(
    passages: Sequence[Passage],
    vectors: npt.NDArray[np.float32] | None = None,
    owners: Iterable[int] | None = None,
    languages: Sequence[str] | None = None,
) -> Built:
    """Passages as the index takes them; without vectors each has the same one."""
    vectors = np.ones((len(passages), 1), np.float32) if vectors is None else vectors
    chosen = np.arange(len(vectors)) if owners is None else np.array(list(owners))
    spoken = languages or [each.language for each in passages]
    return Built(
        passages,
        {each.id: language for each, language in zip(passages, spoken, strict=True)},
        vectors,
        chosen.astype(np.int32),
        np.array([hash(each) % (1 << 64) for each in passages], np.uint64),
    )


def indexed(chunks: Iterable[Built], folder: Path | None = None, effort: Effort | None = None) -> Indexes:
    """The indexes of chunks, in memory or in a folder; each chunk is a segment."""
    kept = list(chunks)
    dimension = kept[0].vectors.shape[1] if kept else 1
    made = make_generation(folder, kept)
    return joined_indexes(made, dimension=dimension, effort=effort or Effort())


def of_texts(*passages: Passage) -> Indexes:
    """The indexes of passages, in memory."""
    return indexed([chunk(passages)])


def of_vectors(
    ids: Sequence[str],
    vectors: npt.NDArray[np.float32],
    owners: Sequence[int] | None = None,
    *,
    candidates: int = 4_096,
    segment: int = 100,
) -> Indexes:
    """The indexes of documents without a text, in segments of a few."""
    owned = np.arange(len(ids)) if owners is None else np.array(owners)
    chunks = []
    for places in batched_places(len(ids), segment):
        mine = np.isin(owned, places)
        passages = [Passage(ids[place], "") for place in places]
        chunks.append(chunk(passages, vectors[mine], owned[mine] - places[0]))
    return indexed(chunks or [chunk([], vectors)], effort=Effort(candidates=candidates))


def batched_places(count: int, size: int) -> list[range]:
    """Stretches of ``size`` of the places below ``count``."""
    return [range(at, min(at + size, count)) for at in range(0, count, size)]
