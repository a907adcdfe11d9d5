"""What a search finds for one query before it is ordered, and its order's entries."""

from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from claimcheck.match.features import Asked, Features, again
from claimcheck.match.fuse import Parts
from claimcheck.match.ranker import Reading, reading_of

__all__ = ["Candidate", "Shortlist"]


@dataclass(frozen=True, slots=True)
class Shortlist:
    """The candidates for one query by ``similarity``, best first, and what tells them apart."""

    asked: Asked
    language: str | None
    knows: bool  # whether the encoder has learnt the language
    ids: tuple[str, ...]
    parts: Parts
    similarities: NDArray[np.float64]
    foreign: NDArray[np.bool_]
    features: Features
    claims: NDArray[np.uint64]  # equal where two candidates' claims are of the same words
    documents: int  # that were looked among: all, or those that fit the filters

    @property
    def reading(self) -> Reading:
        """Which of the ranker's lines its candidates are scored by."""
        return reading_of(self.language, knows=self.knows)

    def right(self, relevant: Collection[str]) -> NDArray[np.bool_]:
        """Which candidates are relevant: the judged ones, and their copies, which say the same under another id."""
        judged = np.array([each in relevant for each in self.ids], dtype=bool)
        return np.isin(self.claims, self.claims[judged])

    def without(self, ids: Collection[str]) -> "Shortlist":
        """The list as if these past checks were not there."""
        kept = np.array([place for place, each in enumerate(self.ids) if each not in ids], dtype=np.intp)
        return replace(
            self,
            ids=tuple(self.ids[place] for place in kept),
            parts=self.parts.of(kept),
            similarities=self.similarities[kept],
            foreign=self.foreign[kept],
            features=again(self.features[kept]) if len(kept) else self.features[:0],
            claims=self.claims[kept],
        )


@dataclass(frozen=True, slots=True)
class Candidate:
    """A past check with its ``probability`` to be right, its fused ``similarity``, its ``place`` in the shortlist."""

    review_id: str
    probability: float
    similarity: float
    place: int
