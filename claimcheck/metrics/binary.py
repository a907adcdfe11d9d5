"""How well scores tell two classes apart: the area under the ROC curve, and F1 at a threshold."""

from collections.abc import Sequence

__all__ = ["area_under_curve", "f1_at", "macro_f1_at"]


def area_under_curve(scores: Sequence[float], wanted: Sequence[bool]) -> float:
    """The chance that a wanted one scores above one that is not, ties half; 0.5 where a class is empty.

    >>> area_under_curve([0.9, 0.4, 0.4, 0.1], [True, True, False, False])
    0.875
    """
    order = sorted(range(len(scores)), key=lambda at: scores[at])
    ranks = [0.0] * len(scores)
    at = 0
    while at < len(order):
        stop = at
        while stop + 1 < len(order) and scores[order[stop + 1]] == scores[order[at]]:
            stop += 1
        for each in order[at : stop + 1]:
            ranks[each] = (at + stop) / 2 + 1
        at = stop + 1
    good = sum(wanted)
    bad = len(wanted) - good
    if not good or not bad:
        return 0.5
    above = sum(rank for rank, each in zip(ranks, wanted, strict=True) if each)
    return (above - good * (good + 1) / 2) / (good * bad)


def f1_at(scores: Sequence[float], wanted: Sequence[bool], threshold: float, *, of: bool = True) -> float:
    """F1 of one class where a score of ``threshold`` or more says True; 0 where nothing is right.

    >>> f1_at([0.9, 0.4, 0.1], [True, True, False], 0.5)
    0.6666666666666666
    """
    said = [(score >= threshold) == of for score in scores]
    true = [each == of for each in wanted]
    right = sum(a and b for a, b in zip(said, true, strict=True))
    return 2 * right / (sum(said) + sum(true)) if right else 0.0


def macro_f1_at(scores: Sequence[float], wanted: Sequence[bool], threshold: float) -> float:
    """The mean of the two classes' F1."""
    return (f1_at(scores, wanted, threshold) + f1_at(scores, wanted, threshold, of=False)) / 2
