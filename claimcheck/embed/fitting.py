"""The training loop: token vectors that bring translations together and copy the teacher's geometry. Torch only here.

For a batch of pairs, with D, E the unit vectors of the two sides and T the teacher's of the English one:
cross-entropy of each row's partner among the batch for D·E, D·T and E·T in both directions, plus the mean squared
difference of D·D, D·E and E·E from T·T. Repeats of a sentence in a batch are not each other's negatives.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    import torch

__all__ = ["Bags", "Plan", "fit"]

Progress = Callable[[str, int, int | None], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train; the defaults are what the bundled encoder was trained with."""

    steps: int = 1500
    batch: int = 1024
    rate: float = 0.02
    scale: float = 20.0
    contrast: float = 1.0  # weight of D·E
    imitation: float = 1.0  # weight of D·T and E·T
    geometry: float = 100.0  # weight of the squared differences
    dropout: float = 0.1  # share of tokens left out at random
    damping: float = 1e-3  # rows start shorter the more frequent their token: a / (a + p), as in SIF
    threads: int = 2
    seed: int = 0
    device: str = "cpu"


@dataclass(frozen=True, slots=True)
class Bags:
    """Token ids of many texts, end to end; text ``i`` is ``ids[offsets[i]:offsets[i + 1]]``."""

    ids: npt.NDArray[np.int32]
    offsets: npt.NDArray[np.int64]

    def take(self, rows: npt.NDArray[np.int64]) -> "Bags":
        """The texts of these rows, in this order."""
        lengths = self.offsets[rows + 1] - self.offsets[rows]
        offsets = np.concatenate(([0], np.cumsum(lengths)))
        places = np.arange(offsets[-1]) + np.repeat(self.offsets[rows] - offsets[:-1], lengths)
        return Bags(self.ids[places], offsets)


def fit(
    foreign: Bags,
    english: Bags,
    same: npt.NDArray[np.int64],
    weights: npt.NDArray[np.float64],
    teacher: npt.NDArray[np.float16] | None,
    *,
    vocabulary: int,
    dimension: int,
    plan: Plan,
    progress: Progress | None = None,
) -> tuple[npt.NDArray[np.float32], float]:
    """Token vectors ``(vocabulary, dimension)``, row 0 zero, and the mean loss of the last hundred steps.

    ``same`` numbers the distinct English sentences and picks the teacher's row, where it is below ``len(teacher)``.
    ``weights`` say how often a pair is drawn. One seed, data set and thread count give the same bits on one machine
    and torch build.
    """
    import torch
    from torch.nn import functional

    threads = torch.get_num_threads()
    torch.set_num_threads(plan.threads)
    try:
        random = np.random.default_rng(plan.seed)
        table = torch.nn.Parameter(_start(foreign, english, vocabulary, dimension, plan, random).to(plan.device))
        optimiser = torch.optim.Adam([table], lr=plan.rate, betas=(0.9, 0.99), fused=True)
        known = None if teacher is None else torch.from_numpy(teacher).to(plan.device)
        draws, losses = _draws(weights, plan, random), []

        def embed(bags: Bags) -> "torch.Tensor":
            keep = (random.random(len(bags.ids), dtype=np.float32) >= plan.dropout).astype(np.float32)
            ids, offsets, keep_ = (
                torch.from_numpy(each).to(plan.device) for each in (bags.ids.astype(np.int64), bags.offsets[:-1], keep)
            )
            summed = functional.embedding_bag(ids, table, offsets, mode="sum", per_sample_weights=keep_)
            return functional.normalize(summed)

        for step in range(plan.steps):
            rows = draws(step)
            optimiser.param_groups[0]["lr"] = plan.rate * _share(step, plan.steps)
            loss = _loss(embed(foreign.take(rows)), embed(english.take(rows)), same[rows], known, plan)
            optimiser.zero_grad()
            loss.backward()
            if table.grad is not None:
                table.grad[0] = 0
            optimiser.step()
            losses.append(loss.detach())
            if progress:
                progress("training", step + 1, plan.steps)
        final = table.detach().cpu().numpy()
        return final, float(torch.stack(losses[-100:]).mean())
    finally:
        torch.set_num_threads(threads)


def _loss(
    foreign: "torch.Tensor", english: "torch.Tensor", same: npt.NDArray[np.int64], teacher: Any, plan: Plan
) -> "torch.Tensor":
    import torch
    from torch.nn import functional

    numbers = torch.from_numpy(same).to(foreign.device)
    repeats = (numbers[:, None] == numbers[None, :]).fill_diagonal_(False)

    def contrast(scores: "torch.Tensor", masked: "torch.Tensor") -> "torch.Tensor":
        logits = (plan.scale * scores).masked_fill(masked, -1e9)
        partner = torch.arange(len(logits), device=logits.device)
        return (functional.cross_entropy(logits, partner) + functional.cross_entropy(logits.T, partner)) / 2

    across = foreign @ english.T
    loss = plan.contrast * contrast(across, repeats)
    if teacher is None:
        return loss
    taught = torch.nonzero(numbers < len(teacher)).flatten()
    if len(taught) < 2:
        return loss
    share = len(taught) / len(numbers)
    some = slice(None) if len(taught) == len(numbers) else taught
    left, right, target = foreign[some], english[some], teacher[numbers[taught]].float()
    masked = repeats[some][:, some]
    if plan.imitation:
        loss = loss + share * plan.imitation * (contrast(left @ target.T, masked) + contrast(right @ target.T, masked))
    if plan.geometry:
        wanted = target @ target.T
        off = functional.mse_loss(across[some][:, some], wanted)
        off = off + functional.mse_loss(left @ left.T, wanted) + functional.mse_loss(right @ right.T, wanted)
        loss = loss + share * plan.geometry * off / 3
    return loss


def _start(
    foreign: Bags, english: Bags, vocabulary: int, dimension: int, plan: Plan, random: np.random.Generator
) -> "torch.Tensor":
    import torch

    counts = np.bincount(foreign.ids, minlength=vocabulary) + np.bincount(english.ids, minlength=vocabulary)
    frequency = counts / max(1, counts.sum())
    rows = random.standard_normal((vocabulary, dimension), dtype=np.float32) * 0.1
    rows *= (plan.damping / (plan.damping + frequency)).astype(np.float32)[:, None]
    rows[0] = 0
    return torch.from_numpy(rows)


def _draws(
    weights: npt.NDArray[np.float64], plan: Plan, random: np.random.Generator
) -> Callable[[int], npt.NDArray[np.int64]]:
    """Batches from shuffled rounds over the pairs, each pair as often in a round as its weight says, by chance for parts."""
    batch = min(plan.batch, len(weights))
    queue: list[npt.NDArray[np.int64]] = [np.zeros(0, np.int64)]

    def draw(_: int) -> npt.NDArray[np.int64]:
        while len(queue[0]) < batch:
            times = np.floor(weights + random.random(len(weights))).astype(np.int64)
            fresh = random.permutation(np.repeat(np.arange(len(weights)), times))
            queue[0] = np.concatenate((queue[0], fresh))
        rows, queue[0] = queue[0][:batch], queue[0][batch:]
        return rows

    return draw


def _share(step: int, steps: int) -> float:
    """The learning rate's share: up over the first twentieth, then straight down to zero."""
    warm = max(1, steps // 20)
    return (step + 1) / warm if step < warm else max(0.0, (steps - step) / max(1, steps - warm))
