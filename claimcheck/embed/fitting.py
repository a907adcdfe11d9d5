"""The training loop: token vectors that bring translations together and copy the teacher's geometry.

Torch is imported only inside, and in ``objective``, which says what is made small.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from claimcheck.progress import Progress

if TYPE_CHECKING:
    import torch

__all__ = ["LATER", "Bags", "Plan", "beginning", "fit", "rarity", "settled"]

_BETAS = (0.9, 0.99)
_COMMON, _MIDDLE = 100, 5_000  # ranks: below the first all pieces count alike; at the second the weight is one


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train; the defaults are for the first language and English, which the others then join (``LATER``)."""

    steps: int = 1500
    batch: int = 1024
    rate: float = 0.02
    scale: float = 20.0
    contrast: float = 1.5  # weight of D·E
    yielding: float = 1.0  # share of its pull that English feels
    imitation: float = 2.0  # weight of D·T and E·T
    geometry: float = 100.0  # weight of the squared differences
    begin: float = 1.0  # length of the vector a word begins with, as the teacher reads it; 0: words begin at random
    dropout: float = 0.05  # share of tokens left out at random
    rarity: float = 0.05  # power of a piece's rank by frequency that its vector is weighted with in the end
    topical: float = 0.0  # share of batches drawn from one source each: harder to tell apart
    half: bool = True  # products in bfloat16: as good, and much faster where the processor has it
    threads: int = 2
    seed: int = 0
    device: str = "cpu"


LATER = Plan(steps=2400, batch=2048, contrast=2.0, topical=0.3)
"""How the other languages join: what is the first language's and English's own stays as it is."""


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
    topics: npt.NDArray[np.int64] | None = None,
    start: npt.NDArray[np.float32] | None = None,
    still: npt.NDArray[np.bool_] | None = None,
    progress: Progress | None = None,
) -> tuple[npt.NDArray[np.float32], float]:
    """Token vectors ``(vocabulary, dimension)``, row 0 zero, and the mean loss of the last hundred steps.

    ``same`` numbers the distinct English sentences and picks the teacher's row, where it is below ``len(teacher)``.
    ``weights`` say how often a pair is drawn, ``topics`` number the sources topical batches are drawn from, ``start``
    are the vectors to begin with, of which those that ``still`` names stay. One seed, data set and thread count give
    the same bits on one machine and torch build.
    """
    import torch

    from claimcheck.embed.objective import gradients

    threads = torch.get_num_threads()
    torch.set_num_threads(plan.threads)
    try:
        random = np.random.default_rng(plan.seed)
        begin = beginning(foreign, english, vocabulary, dimension, plan.seed) if start is None else start.copy()
        table = _Table(begin, plan, still)
        known = None if teacher is None else torch.from_numpy(teacher).to(plan.device)
        draw, losses = _draws(weights, topics, plan, random), []
        for step in range(plan.steps):
            rows = draw()
            left, right = table.embed((foreign.take(rows), english.take(rows)), random)
            loss, by_left, by_right = gradients(left.detach(), right.detach(), same[rows], known, plan)
            torch.autograd.backward([left, right], [by_left, by_right])
            table.step(plan.rate * _share(step, plan.steps))
            losses.append(loss)
            if progress:
                progress("training", step + 1, plan.steps)
        return table.rows.cpu().numpy(), float(np.mean(losses[-100:])) if losses else math.nan
    finally:
        torch.set_num_threads(threads)


class _Table:
    """The token vectors under Adam, of which a step touches only the rows its batch holds."""

    def __init__(self, rows: npt.NDArray[np.float32], plan: Plan, still: npt.NDArray[np.bool_] | None) -> None:
        import torch

        self._still = torch.from_numpy(np.zeros(len(rows), bool) if still is None else still).to(plan.device)
        self.rows = torch.from_numpy(rows).to(plan.device)
        self._first, self._second = torch.zeros_like(self.rows), torch.zeros_like(self.rows)
        self._plan, self._steps = plan, 0
        self._touched = self._leaf = torch.zeros(0)

    def embed(self, sides: Sequence[Bags], random: np.random.Generator) -> "tuple[torch.Tensor, ...]":
        """Unit vectors of both sides, with tokens dropped at random."""
        import torch
        from torch.nn import functional

        ids = np.concatenate([side.ids for side in sides])
        unique, places = np.unique(ids, return_inverse=True)
        keep = random.random(len(ids), dtype=np.float32) >= self._plan.dropout
        starts = np.concatenate(
            [side.offsets[:-1] + shift for side, shift in zip(sides, (0, len(sides[0].ids)), strict=True)]
        )
        device = self.rows.device
        self._touched = torch.from_numpy(unique.astype(np.int64)).to(device)
        self._leaf = self.rows[self._touched].requires_grad_()
        summed = functional.embedding_bag(
            torch.from_numpy(places.astype(np.int64)).to(device),
            self._leaf,
            torch.from_numpy(starts).to(device),
            mode="sum",
            per_sample_weights=torch.from_numpy(keep.astype(np.float32)).to(device),
        )
        return torch.split(functional.normalize(summed), [len(side.offsets) - 1 for side in sides])

    def step(self, rate: float) -> None:
        """Adam on the rows of the last batch; the others keep their vectors and moments."""
        touched, gradient = self._touched, self._leaf.grad
        if gradient is None:  # nothing was embedded since the last step
            return
        self._steps += 1
        first = self._first[touched].lerp_(gradient, 1 - _BETAS[0])
        second = self._second[touched].lerp_(gradient.square(), 1 - _BETAS[1])
        self._first[touched], self._second[touched] = first, second
        scale = (second / (1 - _BETAS[1] ** self._steps)).sqrt_().add_(1e-8)
        moved = self._leaf.detach() - rate / (1 - _BETAS[0] ** self._steps) * first / scale
        moved[touched == 0] = 0
        stays = self._still[touched]
        moved[stays] = self._leaf.detach()[stays]
        self.rows[touched] = moved


def beginning(foreign: Bags, english: Bags, vocabulary: int, dimension: int, seed: int) -> npt.NDArray[np.float32]:
    """Small random rows; zero for the unknown token and for pieces training never meets, which then add no noise."""
    counts = np.bincount(foreign.ids, minlength=vocabulary) + np.bincount(english.ids, minlength=vocabulary)
    random = np.random.default_rng([seed, 1])
    rows = random.standard_normal((vocabulary, dimension), dtype=np.float32) * np.float32(0.02)
    rows[counts == 0] = 0
    rows[0] = 0
    return rows


def settled(
    first: npt.NDArray[np.integer], english: npt.NDArray[np.integer], theirs: npt.NDArray[np.integer]
) -> npt.NDArray[np.bool_]:
    """Which pieces the first stage has learnt for good: those it met, unless they are more others' own.

    Counts by piece: in the first stage, and in the English and the other languages of the pairs to come.

    >>> settled(np.array([0, 5, 5, 9]), np.array([4, 5, 1, 0]), np.array([0, 10, 10, 8])).tolist()
    [False, True, False, True]
    """
    return np.asarray((first > 0) & (theirs <= first + english))


def rarity(ids: npt.NDArray[np.int32], vocabulary: int, power: float) -> npt.NDArray[np.float32]:
    """A weight for each piece that grows with its rank by frequency: common pieces count for less, as in SIF.

    >>> rarity(np.array([1, 1, 2], np.int32), 3, 0.5).round(3).astype(str).tolist()
    ['0.143', '0.141', '0.142']
    """
    ranks = np.empty(vocabulary, np.int64)
    ranks[np.argsort(-np.bincount(ids, minlength=vocabulary), kind="stable")] = np.arange(vocabulary)
    return (((ranks + _COMMON) / _MIDDLE) ** power).astype(np.float32)


def _draws(
    weights: npt.NDArray[np.float64],
    topics: npt.NDArray[np.int64] | None,
    plan: Plan,
    random: np.random.Generator,
) -> Callable[[], npt.NDArray[np.int64]]:
    """Batches from shuffled rounds over the pairs; a pair of weight 1.5 comes once or twice in a round, by chance."""
    batch = min(plan.batch, len(weights))
    queue: list[npt.NDArray[np.int64]] = [np.zeros(0, np.int64)]

    def draw() -> npt.NDArray[np.int64]:
        while len(queue[0]) < batch:
            times = np.floor(weights + random.random(len(weights))).astype(np.int64)
            fresh = random.permutation(np.repeat(np.arange(len(weights)), times))
            if topics is not None and plan.topical:
                fresh = _by_topic(fresh, topics, batch, plan.topical, random)
            queue[0] = np.concatenate((queue[0], fresh))
        rows, queue[0] = queue[0][:batch], queue[0][batch:]
        return rows

    return draw


def _by_topic(
    rows: npt.NDArray[np.int64],
    topics: npt.NDArray[np.int64],
    batch: int,
    share: float,
    random: np.random.Generator,
) -> npt.NDArray[np.int64]:
    """A round whose first ``share`` is sorted by topic, cut into batches, the batches shuffled; a rest stays last."""
    sorted_part = rows[: int(len(rows) * share)]
    sorted_part = sorted_part[np.argsort(topics[sorted_part], kind="stable")]
    ordered = np.concatenate((sorted_part, rows[len(sorted_part) :]))
    whole = len(rows) // batch * batch
    batches = ordered[:whole].reshape(-1, batch)
    return np.concatenate((batches[random.permutation(len(batches))].ravel(), ordered[whole:]))


def _share(step: int, steps: int) -> float:
    """The learning rate's share: up over the first twentieth, then straight down to zero."""
    warm = max(1, steps // 20)
    return (step + 1) / warm if step < warm else max(0.0, (steps - step) / max(1, steps - warm))
