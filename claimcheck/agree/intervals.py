"""A coefficient with what it rests on: over how many claims, and in which interval claims like these would put it.

Claims are drawn again with replacement, as many as there are; the interval holds the middle 95 % of what the draws
give. Claims with the same counts are drawn together, so that many claims cost no more than few.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["FEWEST_DRAWN", "Figure", "figure"]

FEWEST_DRAWN = 10
"""Claims below which no interval is given: draws from fewer are too alike, and the interval would be too short."""

_DRAWS = 1_000
_UNDEFINED = 0.05  # draws without a value, as a share, from which the rest says too little

Table = NDArray[np.float64]
Coefficient = Callable[[Table, Table], Table]


@dataclass(frozen=True, slots=True)
class Figure:
    """A coefficient; ``value`` is None where there is none to give, and ``why`` then says why.

    ``claims`` were judged by two or more, ``answers`` are those on them.
    """

    value: float | None
    low: float | None
    high: float | None
    claims: int
    answers: int
    why: str | None = None


def figure(
    counts: Table,
    coefficient: Coefficient,
    *,
    seed: int = 0,
    draws: int = _DRAWS,
    multiplicity: Table | None = None,
    answers: int | None = None,
) -> Figure:
    """The coefficient of the claims, with its interval.

    ``counts`` has a row a claim, or, with ``multiplicity``, a row each kind of claim; ``answers`` is then given too.
    """
    if multiplicity is None:
        answers = int(counts.sum())
        counts, repeated = np.unique(counts, axis=0, return_counts=True) if len(counts) else (counts, np.zeros(0))
        multiplicity = repeated.astype(np.float64)
    claims = int(multiplicity.sum())
    if not claims:
        return Figure(None, None, None, 0, 0, "no claim was judged by two annotators")
    value = float(coefficient(counts, multiplicity[None, :])[0])
    if np.isnan(value):
        why = "all answers are the same label: there is no disagreement to expect by chance"
        return Figure(None, None, None, claims, answers or 0, why)
    if claims < FEWEST_DRAWN or not draws:
        return Figure(value, None, None, claims, answers or 0)
    drawn = np.random.default_rng(seed).multinomial(claims, multiplicity / claims, size=draws).astype(np.float64)
    values = coefficient(counts, drawn)
    defined = values[~np.isnan(values)]
    if len(defined) < (1 - _UNDEFINED) * draws:
        return Figure(value, None, None, claims, answers or 0)
    low, high = np.percentile(defined, [2.5, 97.5]).tolist()
    return Figure(value, low, high, claims, answers or 0)
