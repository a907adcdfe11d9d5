"""How far probabilities can be trusted: reliability by bins, expected calibration error, intervals by bootstrap."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

__all__ = ["Bin", "bootstrap_interval", "calibration_error", "reliability"]


@dataclass(frozen=True, slots=True)
class Bin:
    """The probabilities in one tenth of [0, 1]: how many, their mean, and the share that came true."""

    count: int
    said: float
    true: float


def reliability(likely: Sequence[float], true: Sequence[bool], *, bins: int = 10) -> list[Bin]:
    """The bins that hold anything, lowest first; the reliability diagram of Murphy and Winkler (1977).

    >>> reliability([0.1, 0.95, 0.95], [False, True, False])
    [Bin(count=1, said=0.1, true=0.0), Bin(count=2, said=0.95, true=0.5)]
    """
    held: dict[int, list[tuple[float, bool]]] = {}
    for each, hit in zip(likely, true, strict=True):
        held.setdefault(min(int(each * bins), bins - 1), []).append((each, hit))
    return [
        Bin(len(pairs), fmean(each for each, _ in pairs), fmean(hit for _, hit in pairs))
        for _, pairs in sorted(held.items())
    ]


def calibration_error(likely: Sequence[float], true: Sequence[bool], *, bins: int = 10) -> float:
    """The mean distance of what was said from what came true, each bin by its count (ECE, Naeini et al., AAAI 2015).

    >>> calibration_error([0.25, 0.25], [True, False])
    0.25
    """
    found = reliability(likely, true, bins=bins)
    total = sum(each.count for each in found)
    return sum(each.count * abs(each.said - each.true) for each in found) / total if total else 0.0


def bootstrap_interval(
    values: Sequence[float], *, seed: int = 0, rounds: int = 1000, share: float = 0.95
) -> tuple[float, float]:
    """Between which means the middle ``share`` of resamples lie (percentile bootstrap, Efron, 1979); (0, 0) of nothing.

    The same for the same values and seed.
    """
    if not values:
        return 0.0, 0.0
    draw = random.Random(seed)
    means = sorted(fmean(draw.choices(values, k=len(values))) for _ in range(rounds))
    out = round((1 - share) / 2 * rounds)
    return means[out], means[rounds - 1 - out]
