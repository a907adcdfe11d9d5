"""Which words of two claims may be opposites, where neither has its own word on the other side."""

import numpy as np

from claimcheck.match.relation.align import Alignment
from claimcheck.match.relation.claim import Claim
from claimcheck.match.relation.opposition import Opposition

__all__ = ["likeliest_opposites"]

_WHOLE = 0.89  # the likeness from which a word has its own on the other side
_NEAR = 0.15  # the cosine from which two words speak of one thing
_NAMES = ("places", "roles")


def likeliest_opposites(new: Claim, past: Claim, alignment: Alignment, opposition: Opposition) -> tuple[float, float]:
    """How likely the likeliest opposites are such; and how likely, on average, each word's nearest are."""
    if not alignment.likeness.size:
        return 0.0, 0.0
    equal = alignment.likeness >= _WHOLE
    ours, theirs = (
        np.array([not claim.keys.get(number, "").startswith(_NAMES) for number in claim.content])
        & ~equal.any(axis=axis)
        for claim, axis in ((new, 1), (past, 0))
    )
    facing = ours[:, None] & theirs & (alignment.cosines > _NEAR)
    if not facing.any():
        return 0.0, 0.0
    chances = np.where(facing, opposition.chances(*alignment.rows), 0.0)
    nearest = np.where(facing, alignment.cosines, -1.0)
    some = np.nonzero(facing.any(axis=1))[0]
    mean = chances[some, nearest[some].argmax(axis=1)].mean()
    return float(chances.max()), float(mean)
