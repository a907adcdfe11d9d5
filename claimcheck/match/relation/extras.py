"""What one claim says on top of another: qualifiers before a shared word, or a phrase led by a preposition."""

from itertools import pairwise

from claimcheck.match.relation.align import Alignment
from claimcheck.match.relation.claim import Claim
from claimcheck.match.relation.cues import words_in
from claimcheck.match.relation.slot import HELD
from claimcheck.match.relation.verbs import is_verb

__all__ = ["extra_words"]

_LEADING = words_in("leads a phrase")
_NEAR = 0.3  # the weight of words left up to which a side has nothing of its own


def extra_words(claim: Claim, alignment: Alignment, side: int, other_left: float) -> tuple[float, float]:
    """How many of the words that only this side has merely narrow down what both speak of, and how many do not.

    Both are 0 where the other side has words of its own too: neither says more than the other then.
    """
    if other_left > _NEAR:
        return 0.0, 0.0
    held = alignment.held(side)
    share = dict(zip(claim.content, held.tolist(), strict=True))
    narrowing = other = 0
    for number, value in share.items():
        if value >= HELD:
            continue
        if _before_shared(claim, number, share) or _in_phrase(claim, number, share):
            narrowing += 1
        else:
            other += 1
    return float(min(narrowing, 3)), float(min(other, 3))


def _before_shared(claim: Claim, number: int, share: dict[int, float]) -> bool:
    """A qualifier: "processed" in "processed meat" where both speak of meat."""
    following = number + 1
    while share.get(following, 1.0) < HELD:
        following += 1
    if share.get(following, 0.0) < HELD:
        return False
    words = claim.words[number : following + 1]
    near = all(after.start - before.end == 1 for before, after in pairwise(words))
    return near and not (claim.language == "de" and is_verb(claim, number))


def _in_phrase(claim: Claim, number: int, share: dict[int, float]) -> bool:
    """Part of a phrase that a preposition leads, of which the other side has nothing: "for toddlers"."""
    for before in range(number - 1, max(-1, number - 5), -1):
        word = claim.words[before]
        if word.low in _LEADING:
            return True
        if before in share and share[before] >= HELD:
            return False
        if not (word.light or before in share) or is_verb(claim, before):
            return False
    return False
