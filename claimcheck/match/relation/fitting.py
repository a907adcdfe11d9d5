"""Fitting the judge's lines: multinomial logistic regression with a ridge, by Newton's steps, in plain numpy."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from claimcheck.match.relation.align import WordVectors, bundled_vectors
from claimcheck.match.relation.claim import Claim
from claimcheck.match.relation.judge import Judge
from claimcheck.match.relation.opposition import Opposition
from claimcheck.match.relation.signals import view
from claimcheck.records import Relation

__all__ = ["Pair", "fit_judge", "signals_of"]

Pair = tuple[Relation, str, str, str, str]
"""A relation, the languages of the new and the past claim, and their texts."""

_ROUNDS = 30
_TURNED = {Relation.BROADER: Relation.NARROWER, Relation.NARROWER: Relation.BROADER}


def signals_of(
    pairs: Sequence[Pair],
    vectors: WordVectors | None = None,
    *,
    unknown: Callable[[int | str], bool] | None = None,
    opposition: Opposition | None = None,
) -> tuple[NDArray[np.float64], list[Relation]]:
    """The signals of each pair both ways round, and the relations: what is broader one way is narrower the other.

    ``unknown`` says which scales of opposites and which senses are to be read as if no list had them; ``opposition`` is
    what was learnt from the others.
    """
    words = vectors or bundled_vectors()
    rows, relations = [], []
    for relation, here, there, new, past in pairs:
        ours, theirs = Claim(new, here, unknown=unknown), Claim(past, there, unknown=unknown)
        rows += [view(ours, theirs, words, opposition).row, view(theirs, ours, words, opposition).row]
        relations += [relation, _TURNED.get(relation, relation)]
    return np.array(rows), relations


def fit_judge(rows: NDArray[np.float64], relations: Sequence[Relation], *, ridge: float = 10.0) -> Judge:
    """The lines under which the given relations are likeliest, small weights preferred; the same each time."""
    names = tuple(Relation)
    middle, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    table = np.column_stack(((rows - middle) / spread, np.ones(len(rows))))
    width, count = table.shape[1], len(names)
    wanted = np.array([[name == relation for name in names] for relation in relations], float)
    beta = np.zeros((count, width))
    hold = np.tile(np.append(np.full(width - 1, ridge), 1e-3), count)

    def loss(lines: NDArray[np.float64]) -> float:
        heights = table @ lines.T
        whole = np.log(np.exp(heights - heights.max(axis=1, keepdims=True)).sum(axis=1)) + heights.max(axis=1)
        return float((whole - (heights * wanted).sum(axis=1)).sum() + (hold * lines.ravel() ** 2).sum() / 2)

    now = loss(beta)
    for _ in range(_ROUNDS):
        heights = table @ beta.T
        raised = np.exp(heights - heights.max(axis=1, keepdims=True))
        chances = raised / raised.sum(axis=1, keepdims=True)
        slope = ((chances - wanted).T @ table).ravel() + hold * beta.ravel()
        bend = np.zeros((count, width, count, width))
        for one in range(count):
            for other in range(one, count):
                share = chances[:, one] * (float(one == other) - chances[:, other])
                bend[one, :, other] = bend[other, :, one] = (table * share[:, None]).T @ table
        step = np.linalg.solve(bend.reshape(count * width, -1) + np.diag(hold), slope).reshape(count, width)
        size = 1.0
        while size > 1e-4 and (then := loss(beta - size * step)) > now:
            size /= 2
        beta -= size * step
        if now - then < 1e-6 * now:
            break
        now = then
    weights = beta[:, :-1] / spread
    return Judge(names, weights, beta[:, -1] - weights @ middle)
