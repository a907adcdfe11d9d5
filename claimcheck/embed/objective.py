"""What training makes small, and its gradient in closed form. Torch only here and in ``fitting``.

For a batch of pairs, with D, E the unit vectors of the two sides and T the teacher's of the English one:
cross-entropy of each row's partner among the batch for D·E, D·T and E·T in both directions, plus the mean squared
difference of D·D, D·E and E·E from T·T. Repeats of a sentence in a batch are not each other's negatives. How far
English gives way to the other languages, or only they come to it, is ``yielding``.

In closed form because it costs a quarter of what automatic differentiation does: one exponential serves both
directions, and products run in bfloat16, which newer processors multiply ten times as fast.
"""

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import torch

if TYPE_CHECKING:
    from claimcheck.embed.fitting import Plan

__all__ = ["gradients", "repeats"]

Pairs = tuple[torch.Tensor, torch.Tensor]


def repeats(numbers: npt.NDArray[np.int64]) -> Pairs | None:
    """The places (row, column) of different rows with one number; None where there are none.

    >>> [list(map(int, each)) for each in repeats(np.array([7, 8, 7])) or ()]
    [[0, 2], [2, 0]]
    """
    order = np.argsort(numbers, kind="stable")
    ordered = numbers[order]
    starts = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1]))
    rows, columns = [], []
    for group in np.split(order, starts[1:]):
        if len(group) > 1:
            left, right = np.meshgrid(group, group, indexing="ij")
            rows.append(left[left != right])
            columns.append(right[left != right])
    if not rows:
        return None
    return torch.from_numpy(np.concatenate(rows)), torch.from_numpy(np.concatenate(columns))


@torch.no_grad()
def gradients(
    foreign: torch.Tensor,
    english: torch.Tensor,
    numbers: npt.NDArray[np.int64],
    teacher: torch.Tensor | None,
    plan: "Plan",
) -> tuple[float, torch.Tensor, torch.Tensor]:
    """The loss of a batch of unit rows, and its gradients by the two sides.

    ``numbers`` tell the English sentences apart and pick the teacher's row, where they are below ``len(teacher)``;
    what the teacher says counts by the share of the batch it was asked about.
    """
    kind = torch.bfloat16 if plan.half else torch.float32
    left, right = foreign.to(kind), english.to(kind)
    loss, by_scores = _contrast((left @ right.T).float(), repeats(numbers), plan.scale)
    loss, by_scores = loss * plan.contrast, by_scores.mul_(plan.contrast).to(kind)
    by_left, by_right = (by_scores @ right).float(), (by_scores.T @ left).float().mul_(plan.yielding)
    taught = np.flatnonzero(numbers < len(teacher)) if teacher is not None else np.zeros(0, np.int64)
    if teacher is None or len(taught) < 2:
        return loss, by_left, by_right
    share = len(taught) / len(numbers)
    rows = torch.from_numpy(taught).to(foreign.device)
    target = teacher[torch.from_numpy(numbers[taught]).to(foreign.device)].to(kind)
    more, for_left, for_right = _taught(left[rows], right[rows], target, repeats(numbers[taught]), plan)
    by_left.index_add_(0, rows, for_left, alpha=share)
    by_right.index_add_(0, rows, for_right, alpha=share)
    return loss + share * more, by_left, by_right


def _taught(
    left: torch.Tensor, right: torch.Tensor, target: torch.Tensor, masked: Pairs | None, plan: "Plan"
) -> tuple[float, torch.Tensor, torch.Tensor]:
    """Loss and gradients of what the teacher asks: be found by its vector, and be as alike as its vectors are."""
    loss = 0.0
    by_left, by_right = torch.zeros_like(left, dtype=torch.float32), torch.zeros_like(right, dtype=torch.float32)
    if plan.imitation:
        for side, by_side in ((left, by_left), (right, by_right)):
            one, by_scores = _contrast((side @ target.T).float(), masked, plan.scale)
            loss += plan.imitation * one
            by_side.add_((by_scores.to(left.dtype) @ target).float(), alpha=plan.imitation)
    if plan.geometry:
        wanted, weight = (target @ target.T).float(), plan.geometry / 3
        one, by_scores = _difference((left @ right.T).float(), wanted, weight)
        by_left.add_((by_scores.to(left.dtype) @ right).float())
        by_right.add_((by_scores.T.to(left.dtype) @ left).float())
        loss += one
        for side, by_side in ((left, by_left), (right, by_right)):
            one, by_scores = _difference((side @ side.T).float(), wanted, weight)
            by_side.add_((by_scores.to(left.dtype) @ side).float(), alpha=2)  # symmetric: both factors are the side
            loss += one
    return loss, by_left, by_right


def _contrast(scores: torch.Tensor, masked: Pairs | None, scale: float) -> tuple[float, torch.Tensor]:
    """Symmetric cross-entropy of the diagonal, mean over rows, and its gradient; ``scores`` is used up."""
    partner = scores.diagonal().clone()
    powers = scores.sub_(1).mul_(scale).exp_()  # cosines reach one at most, so nothing overflows
    if masked is not None:
        powers[masked] = 0
    rows, columns = powers.sum(1), powers.sum(0)
    loss = (scale * (1 - partner) + (rows.log() + columns.log()) / 2).mean()
    by_scores = powers.mul_((0.5 / rows)[:, None] + (0.5 / columns)[None]).mul_(scale / len(powers))
    by_scores.diagonal().sub_(scale / len(powers))
    return float(loss), by_scores


def _difference(scores: torch.Tensor, wanted: torch.Tensor, weight: float) -> tuple[float, torch.Tensor]:
    """Weighted mean squared difference, and its gradient; ``scores`` is used up."""
    apart = scores.sub_(wanted).view(-1)
    loss = weight * float(apart @ apart) / len(apart)
    return loss, apart.mul_(2 * weight / len(apart)).view_as(wanted)
