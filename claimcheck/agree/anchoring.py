"""Did seeing past checks move verdicts? Those who saw them against those from whom they were hidden, claim by claim.

Only claims count that were judged in both arms: then what is compared is the same claim. Claims weigh the same, and are
what is drawn again for the intervals.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimcheck.agree.answers import SCALE
from claimcheck.agree.intervals import Figure, figure
from claimcheck.records import Label

__all__ = ["ENOUGH", "Anchoring", "ArmAnswer", "Shift", "find_anchoring"]

ENOUGH = 30
"""Claims judged in both arms that it takes: with fewer, a difference in shares is known to no better than 25 points up
or down (1.96 · √(2 · 0.25 / 30)), so that a figure would tell neither that checks move verdicts nor that they do not.
"""


@dataclass(frozen=True, slots=True)
class ArmAnswer:
    """One blind answer of an arm; ``check`` is the rating of the first past check that the claim's tasks showed."""

    claim_id: str
    shown: bool
    label: Label
    check: Label | None


@dataclass(frozen=True, slots=True)
class Shift:
    """One measure in both arms, the mean over the claims, and ``difference`` = shown - hidden with its interval."""

    name: str
    shown: float | None
    hidden: float | None
    difference: Figure


@dataclass(frozen=True, slots=True)
class Anchoring:
    """``labels`` are shares by arm over all answers; ``claims`` were judged in both arms, ``why`` says what is missing.

    ``shifts`` are empty where ``why`` is set.
    """

    labels: Mapping[str, Mapping[Label, float]]
    answers: Mapping[str, int]
    claims: int
    shifts: tuple[Shift, ...]
    why: str | None


def find_anchoring(answers: Sequence[ArmAnswer], *, scale: Sequence[Label] = SCALE, seed: int = 0) -> Anchoring:
    """Compare the arms; no figures below ``ENOUGH`` claims judged in both."""
    arms = {"shown": [each for each in answers if each.shown], "control": [each for each in answers if not each.shown]}
    both = {each.claim_id for each in arms["shown"]} & {each.claim_id for each in arms["control"]}
    labels = {}
    for arm, given in arms.items():
        counted = Counter(each.label for each in given)
        labels[arm] = {label: counted[label] / len(given) for label in Label if counted[label]}
    sizes = {arm: len(given) for arm, given in arms.items()}
    if not arms["control"]:
        return Anchoring(labels, sizes, 0, (), "no verdict was given with past checks hidden: assign with a control")
    if len(both) < ENOUGH:
        why = f"{len(both)} claims with past checks were judged both with them shown and hidden: it takes {ENOUGH}"
        return Anchoring(labels, sizes, len(both), (), why)
    place = {label: number for number, label in enumerate(scale)}

    def agrees(each: ArmAnswer) -> float | None:
        return None if each.check is None else float(each.label is each.check)

    def stands(each: ArmAnswer) -> float | None:
        return place.get(each.label)

    def away(each: ArmAnswer) -> float | None:
        if each.label not in place or each.check not in place:
            return None
        return abs(place[each.label] - place[each.check])

    measures: tuple[tuple[str, Callable[[ArmAnswer], float | None]], ...] = (
        ("share with the first past check's rating", agrees),
        ("steps from that rating", away),
        (f"place on the scale, from {scale[0]} = 0" if scale else "place on the scale", stands),
    )
    kept = [each for each in answers if each.claim_id in both]
    shifts = tuple(_shift(name, kept, value, seed) for name, value in measures)
    return Anchoring(labels, sizes, len(both), shifts, None)


def _shift(name: str, answers: Sequence[ArmAnswer], value: Callable[[ArmAnswer], float | None], seed: int) -> Shift:
    found: dict[str, tuple[list[float], list[float]]] = {}
    for each in answers:
        number = value(each)
        if number is not None:
            found.setdefault(each.claim_id, ([], []))[each.shown].append(number)
    rows = np.array([(np.mean(shown), np.mean(hidden)) for hidden, shown in found.values() if shown and hidden])
    if len(rows) < ENOUGH:
        why = f"{len(rows)} claims have what this takes in both arms: it takes {ENOUGH}"
        return Shift(name, None, None, Figure(None, None, None, len(rows), 0, why))
    given = sum(len(shown) + len(hidden) for hidden, shown in found.values() if shown and hidden)
    differences = (rows[:, 0] - rows[:, 1])[:, None]
    shift = figure(differences, _mean, seed=seed, multiplicity=np.ones(len(rows)), answers=given)
    shown, hidden = rows.mean(axis=0).tolist()
    return Shift(name, shown, hidden, shift)


def _mean(values: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    mean: NDArray[np.float64] = (weights @ values)[:, 0] / weights.sum(axis=1)
    return mean
