"""Fitting the order and its probabilities: conditional logit, logistic regression, isotonic steps, in plain numpy.

Everything is fitted on standardised columns and given back for the columns as they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from claimcheck.match.features import FEATURES, Features
from claimcheck.match.ranker import Line

__all__ = ["Example", "fit_added", "fit_choice", "fit_logistic", "fit_move", "fit_steps", "threshold_for"]

_ROUNDS = 60
_TINY = 1e-9
_HOLD = 2.0


@dataclass(frozen=True, slots=True)
class Example:
    """One query: the features of its candidates, which of them are right, and how much it counts."""

    rows: Features
    right: NDArray[np.bool_]
    weight: float = 1.0
    given: NDArray[np.float64] | None = None  # scores that are fixed: only the other candidates' are to be found
    open: NDArray[np.bool_] | None = None  # which candidates those are


def fit_choice(examples: Sequence[Example], names: Sequence[str], *, ridge: float) -> Line:
    """The line that makes the right candidates of each query likeliest to be chosen (McFadden's conditional logit).

    Where examples give some candidates' scores, the line is for the others, and its start sets them against those.

    Each of several right candidates is chosen among the wrong ones alone, its share of the query's weight: else one
    that is easily found would excuse the others. Queries without a right one teach nothing here. Newton's method on the
    convex part, halving steps that climb.
    """
    used = [part for each in examples for part in _one_right(each)]
    columns = [FEATURES.index(name) for name in names]
    table = np.concatenate([each.rows[:, columns] for each in used])
    free = np.concatenate([np.ones(len(each.rows), bool) if each.open is None else each.open for each in used])
    fixed = np.concatenate([np.zeros(len(each.rows)) if each.given is None else each.given for each in used])
    fixed = np.where(free, 0.0, fixed)
    middle, spread = table[free].mean(axis=0), table[free].std(axis=0) + _TINY
    table = np.column_stack(((table - middle) / spread, np.ones(len(table)))) * free[:, None]
    starts = np.cumsum([0, *(len(each.rows) for each in used)])[:-1]
    query = np.repeat(np.arange(len(used)), [len(each.rows) for each in used])
    right = np.concatenate([each.right for each in used]).astype(float)
    weights = np.array([each.weight for each in used])

    def shares(beta: Features) -> tuple[float, Features, Features]:
        scores = table @ beta + fixed
        raised = np.exp(scores - np.maximum.reduceat(scores, starts)[query])
        whole, hit = np.add.reduceat(raised, starts), np.add.reduceat(raised * right, starts)
        loss = float((weights * (np.log(whole) - np.log(np.maximum(hit, 1e-300)))).sum() + ridge * (beta @ beta) / 2)
        return loss, raised / whole[query], raised * right / np.maximum(hit, 1e-300)[query]

    beta: Features = np.zeros(len(columns) + 1)
    loss, chosen, given = shares(beta)
    for _ in range(_ROUNDS):
        heavy = weights[query]
        slope = (heavy * (chosen - given)) @ table + ridge * beta
        means = np.add.reduceat(chosen[:, None] * table, starts)
        bend = (table * (heavy * chosen)[:, None]).T @ table - (means * weights[:, None]).T @ means
        step = np.linalg.solve(bend + (ridge + _TINY) * np.eye(len(beta)), slope)
        length = 1.0
        while length > 1e-6:
            tried = shares(beta - length * step)
            if tried[0] <= loss:
                break
            length /= 2
        if loss - tried[0] < 1e-7 * abs(loss):
            break
        beta = beta - length * step
        loss, chosen, given = tried
    plain = beta[:-1] / spread
    start = 0.0 if free.all() else round(float(beta[-1] - plain @ middle), 6)
    return Line({name: round(float(each), 6) for name, each in zip(names, plain, strict=True)}, start)


def _one_right(example: Example) -> list[Example]:
    """The query once for each right candidate, without the other right ones."""
    places = np.flatnonzero(example.right)
    if len(places) == 1:
        return [example]
    made = []
    for place in places:
        kept = ~example.right
        kept[place] = True
        made.append(
            replace(
                example,
                rows=example.rows[kept],
                right=example.right[kept],
                weight=example.weight / len(places),
                given=None if example.given is None else example.given[kept],
                open=None if example.open is None else example.open[kept],
            )
        )
    return made


def fit_logistic(
    rows: Features, right: NDArray[np.bool_], names: Sequence[str], *, ridge: float, weights: Features | None = None
) -> Line:
    """Logistic regression of ``right`` on the columns of ``rows``, by iterated weighted least squares."""
    middle, spread = rows.mean(axis=0), rows.std(axis=0) + _TINY
    table = np.column_stack(((rows - middle) / spread, np.ones(len(rows))))
    counts = np.ones(len(rows)) if weights is None else weights
    penalty = np.diag([ridge] * rows.shape[1] + [_TINY])
    beta: Features = np.zeros(table.shape[1])
    for _ in range(_ROUNDS):
        likely = 1 / (1 + np.exp(-np.clip(table @ beta, -30, 30)))
        slope = table.T @ (counts * (likely - right)) + penalty @ beta
        bend = (table * (counts * np.maximum(likely * (1 - likely), 1e-6))[:, None]).T @ table + penalty
        step = np.linalg.solve(bend, slope)
        beta = beta - step
        if float(np.abs(step).max()) < 1e-8:
            break
    plain = beta[:-1] / spread
    start = float(beta[-1] - plain @ middle)
    return Line({name: round(float(each), 6) for name, each in zip(names, plain, strict=True)}, round(start, 6))


def fit_added(
    rows: Features,
    right: NDArray[np.bool_],
    names: Sequence[str],
    *,
    given: NDArray[np.float64],
    times: NDArray[np.float64],
    ridge: float,
    weights: Features,
) -> Line:
    """The line that, added ``times`` over to the log-odds that are ``given``, brings them closest to what was right."""
    spread = rows.std(axis=0) + _TINY
    table = np.column_stack((rows / spread, np.ones(len(rows)))) * times[:, None]
    beta = _added(table, right, given=given, ridge=ridge, weights=weights)
    return Line(
        {name: round(float(each), 6) for name, each in zip(names, beta[:-1] / spread, strict=True)},
        round(float(beta[-1]), 6),
    )


def fit_steps(
    scores: NDArray[np.float64], right: NDArray[np.bool_], *, bins: int = 12
) -> tuple[tuple[float, float], ...]:
    """The corners of a curve that never falls, from equally full bins of scores to the share that is right in each.

    Pool-adjacent-violators (Ayer et al., 1955) over the bins, one right and one wrong answer added to each.
    """
    order = np.argsort(scores, kind="stable")
    pooled: list[list[float]] = []  # sum of scores, right, count
    for part in np.array_split(order, min(bins, max(1, len(order) // 20))):
        pooled.append([float(scores[part].sum()), float(right[part].sum()) + 1.0, len(part) + 2.0, float(len(part))])
        while len(pooled) > 1 and pooled[-2][1] / pooled[-2][2] >= pooled[-1][1] / pooled[-1][2]:
            last = pooled.pop()
            pooled[-1] = [one + other for one, other in zip(pooled[-1], last, strict=True)]
    corners = [(round(total / count, 5), round(hits / padded, 5)) for total, hits, padded, count in pooled]
    return ((0.0, 0.0), *corners, (1.0, max(0.99, corners[-1][1])))


def threshold_for(there: NDArray[np.float64], gone: NDArray[np.float64], *, precision: float) -> float:
    """The lowest score from which ``precision`` of what is found is found where there is something to find.

    ``there`` are the best scores of queries whose past check is in the index, ``gone`` of as many where it is not.
    """
    for least in np.unique(np.concatenate((there, gone))):
        kept, false = float((there >= least).mean()), float((gone >= least).mean())
        if kept and kept / (kept + false) >= precision:
            return round(float(least), 4)
    return 1.0


def fit_move(likely: NDArray[np.float64], right: NDArray[np.float64]) -> tuple[float, float]:
    """Scale and start of a line over the log-odds that brings probabilities closer to what was right (Platt, 1999).

    ``right`` are shares in [0, 1]. A ridge holds the line near where it was, so that few answers move it little.
    """
    inside = np.clip(likely, 1e-4, 1 - 1e-4)
    given = np.log(inside / (1 - inside))
    table = np.column_stack((given, np.ones(len(given))))
    scale, start = _added(table, right, given=given, ridge=_HOLD, weights=np.ones(len(given))).tolist()
    return round(max(1 + scale, 0.05), 6), round(start, 6)


def _added(
    table: Features,
    right: NDArray[np.bool_] | NDArray[np.float64],
    *,
    given: NDArray[np.float64],
    ridge: float,
    weights: Features,
) -> Features:
    """How much of each column of a table, added to the log-odds that are given, brings them closest to what was right.

    Newton's method from nothing added, halving steps that climb: a full one from certainty goes too far.
    """

    def loss(beta: Features) -> float:
        scores = table @ beta + given
        return float((weights * (np.logaddexp(0, scores) - right * scores)).sum() + ridge * (beta @ beta) / 2)

    beta: Features = np.zeros(table.shape[1])
    for _ in range(_ROUNDS):
        likely = 1 / (1 + np.exp(-np.clip(table @ beta + given, -30, 30)))
        slope = table.T @ (weights * (likely - right)) + ridge * beta
        bend = (table * (weights * np.maximum(likely * (1 - likely), 1e-6))[:, None]).T @ table
        step = np.linalg.solve(bend + ridge * np.eye(len(beta)), slope)
        while loss(beta - step) > loss(beta) and float(np.abs(step).max()) > 1e-9:
            step = step / 2
        beta = beta - step
        if float(np.abs(step).max()) < 1e-9:
            break
    return beta
