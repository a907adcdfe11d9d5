"""Whether the verbs of two claims answer each other, as far as their form tells which words are verbs."""

import numpy as np

from claimcheck.match.relation.align import Alignment
from claimcheck.match.relation.claim import Claim
from claimcheck.match.relation.cues import words_in
from claimcheck.match.relation.slot import HELD

__all__ = ["compare_verbs", "is_verb"]

_IRREGULAR = words_in("verb en")


def is_verb(claim: Claim, number: int) -> bool:
    """Whether a word has the form of a verb."""
    word = claim.words[number]
    if claim.language == "de":
        if word.capital or len(word.low) < 3:
            return False
        following = claim.words[number + 1] if number + 1 < len(claim.words) else None
        glued = following and following.capital and following.start == word.end + 1
        return word.low.endswith(("t", "te", "ten", "en", "ern", "eln")) and not (
            glued and word.low.endswith(("en", "ten", "te")) and number > 2
        )
    if word.capital and not word.first:
        return False
    return word.low in _IRREGULAR or (word.low.endswith(("ed", "ing")) and len(word.low) > 4)


def compare_verbs(new: Claim, past: Claim, alignment: Alignment) -> dict[str, float]:
    """Whether the verbs of the two answer each other."""
    if not alignment.likeness.size:
        return {"verbs left": 0.0, "verb cosine": 0.0, "verbs held": 0.0}
    verbs = [[at for at, number in enumerate(claim.content) if is_verb(claim, number)] for claim in (new, past)]
    held = alignment.held(0), alignment.held(1)
    loose = [[at for at in verbs[side] if held[side][at] < HELD] for side in (0, 1)]
    best = float(alignment.cosines[np.ix_(*loose)].max()) if loose[0] and loose[1] else 0.0
    share = [1 - len(loose[side]) / len(verbs[side]) if verbs[side] else 0.5 for side in (0, 1)]
    return {"verbs left": float(bool(loose[0]) and bool(loose[1])), "verb cosine": best, "verbs held": min(share)}
