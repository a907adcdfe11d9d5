"""A claim by the company it keeps: between sentences that judge and muse, one that looks plain is seldom a fact.

Each judgement moves by a share of how far the claims right before and behind it lie from the usual one; a few of them
move it less than many.
"""

from collections.abc import Sequence
from typing import TypeVar

from claimcheck.split.worth.checkability import Judgement, moved, weights

__all__ = ["apart", "in_company", "neighbours"]

_T = TypeVar("_T")
_REACH = 4  # claims to either side
_LEAST = 4  # by how many claims the sum is divided at least
_FAR = 4.0  # log odds beyond which a neighbour counts no more


def in_company(judgements: Sequence[Judgement]) -> list[Judgement]:
    """The judgements on the claims of an article, in text order, with the term that their neighbours add."""
    model = weights()
    totals = [each.total for each in judgements]
    return [
        moved(judgement, "the claims around it", model.company * apart(neighbours(totals, at), model.usual))
        for at, judgement in enumerate(judgements)
    ]


def neighbours(claims: Sequence[_T], at: int) -> tuple[_T, ...]:
    """What stands right before and behind one of the claims of an article."""
    return (*claims[max(0, at - _REACH) : at], *claims[at + 1 : at + 1 + _REACH])


def apart(near: Sequence[float], usual: float) -> float:
    """How far neighbours lie from the usual claim, in log odds; 0 for none."""
    return sum(max(-_FAR, min(_FAR, each - usual)) for each in near) / max(_LEAST, len(near))
