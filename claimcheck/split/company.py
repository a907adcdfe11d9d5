"""A claim by the company it keeps: between sentences that judge and muse, one that looks plain is seldom a fact.

Each judgement moves by a share of how far the claims right before and behind it lie from the usual one; a few of them
move it less than many.
"""

from collections.abc import Sequence
from math import exp

from claimcheck.split.checkability import NEVER, Judgement, weights

__all__ = ["FAR", "LEAST", "REACH", "in_company"]

REACH = 4  # claims to either side
LEAST = 4  # by how many claims the sum is divided at least
FAR = 4.0  # log odds beyond which a neighbour counts no more


def in_company(judgements: Sequence[Judgement]) -> list[Judgement]:
    """The judgements on the claims of an article, in text order, with the term that their neighbours add."""
    model = weights()
    apart = [max(-FAR, min(FAR, each.total - model.usual)) for each in judgements]
    found = []
    for at, judgement in enumerate(judgements):
        near = [*apart[max(0, at - REACH) : at], *apart[at + 1 : at + 1 + REACH]]
        term = model.company * sum(near) / max(LEAST, len(near))
        found.append(_moved(judgement, term))
    return found


def _moved(judgement: Judgement, term: float) -> Judgement:
    """The judgement with a further term; what is no statement stays where it is."""
    if judgement.score <= NEVER or not judgement.features or abs(term) < 0.005:
        return judgement
    total = judgement.total + term
    told = f"the claims around it {term:+.2f}"
    reasons = sorted((*judgement.reasons, told), key=lambda reason: -abs(float(reason.rsplit(" ", 1)[1])))
    return Judgement(judgement.kind, 1 / (1 + exp(-total)), tuple(reasons), judgement.features)
