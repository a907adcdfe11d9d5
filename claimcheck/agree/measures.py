"""What a table of answers comes to: coefficients over all, by label, pair and annotator, and what is confused."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from claimcheck.agree.answers import LABELS, SCALE, Answers, Counts
from claimcheck.agree.coefficients import (
    cohen_kappa,
    fleiss_kappa,
    krippendorff_alpha,
    percent_agreement,
    specific_agreement,
)
from claimcheck.agree.intervals import Figure, figure
from claimcheck.records import Label

__all__ = [
    "LabelFigures",
    "Measures",
    "PairFigures",
    "PersonFigures",
    "by_label",
    "by_pair",
    "by_person",
    "confusion",
    "measure",
]


@dataclass(frozen=True, slots=True)
class Measures:
    """The coefficients over some claims; ``off_scale`` counts the answers that the ordinal one leaves out."""

    alpha: Figure
    ordinal: Figure
    fleiss: Figure
    percent: Figure
    off_scale: int


@dataclass(frozen=True, slots=True)
class LabelFigures:
    """One label against all others; ``given`` counts it among all answers, ``again`` is its specific agreement."""

    label: Label
    given: int
    alpha: Figure
    again: Figure


@dataclass(frozen=True, slots=True)
class PairFigures:
    """Two annotators on the claims that both judged."""

    people: tuple[str, str]
    kappa: Figure
    percent: Figure


@dataclass(frozen=True, slots=True)
class PersonFigures:
    """One annotator: answers, those on claims that others judged too, how far others agree, alpha without them."""

    person: str
    answers: int
    shared: int
    agreement: float | None  # the mean share, over the shared answers, of the others who gave the same label
    without: float | None


def _nothing_seen(found: Figure, answers: Answers, counts: Counts) -> Figure:
    """The figure, with a reason of its own where only the scale's answers lack overlap."""
    if not len(counts) and len(answers.counts()):
        return Figure(None, None, None, 0, 0, "no claim got two answers on the scale")
    return found


def measure(answers: Answers, *, scale: Sequence[Label] = SCALE, seed: int = 0) -> Measures:
    """The coefficients over all the answers' claims; the ordinal one over answers on the ``scale``, in its order."""
    counts, ordered = answers.counts(), answers.counts(scale)
    on_scale = np.isin(answers.label, [LABELS.index(label) for label in scale])
    return Measures(
        alpha=figure(counts, krippendorff_alpha, seed=seed),
        ordinal=_nothing_seen(figure(ordered, partial(krippendorff_alpha, ordinal=True), seed=seed), answers, ordered),
        fleiss=figure(counts, fleiss_kappa, seed=seed),
        percent=figure(counts, percent_agreement, seed=seed),
        off_scale=int((~on_scale).sum()),
    )


def by_label(answers: Answers, *, seed: int = 0) -> list[LabelFigures]:
    """Each label that was given on a claim two or more judged, in ``Label`` order: it against the rest."""
    counts = answers.counts()
    given = np.bincount(answers.label, minlength=len(LABELS))
    found = []
    for place, label in enumerate(LABELS):
        if not counts[:, place].any():
            continue
        two = np.stack([counts[:, place], counts.sum(axis=1) - counts[:, place]], axis=1)
        found.append(
            LabelFigures(
                label=label,
                given=int(given[place]),
                alpha=figure(two, krippendorff_alpha, seed=seed),
                again=figure(two, lambda table, weights: specific_agreement(table, weights)[:, 0], seed=seed),
            )
        )
    return found


def by_pair(answers: Answers, *, seed: int = 0) -> list[PairFigures]:
    """Each two annotators who judged a claim in common, those with most such claims first."""
    table = answers.table()
    width = len(LABELS)
    found = []
    for one in range(len(table)):
        for other in range(one + 1, len(table)):
            both = (table[one] >= 0) & (table[other] >= 0)
            if not both.any():
                continue
            pairs = np.bincount(table[one, both] * width + table[other, both], minlength=width * width)
            square = pairs.astype(np.float64).reshape(width, width)
            used = np.flatnonzero(square.sum(axis=0) + square.sum(axis=1))
            cells = square[np.ix_(used, used)]
            twice = 2 * int(both.sum())
            kappa, percent = (
                figure(cells, coefficient, seed=seed, multiplicity=cells.ravel(), answers=twice)
                for coefficient in (cohen_kappa, _same)
            )
            found.append(PairFigures((answers.people[one], answers.people[other]), kappa, percent))
    return sorted(found, key=lambda pair: (-pair.percent.claims, pair.people))


def _same(cells: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """The share of claims with the same label of both; shapes as ``cohen_kappa``'s."""
    tables = weights.reshape(-1, *cells.shape)
    share: NDArray[np.float64] = np.trace(tables, axis1=1, axis2=2) / weights.sum(axis=1)
    return share


def by_person(answers: Answers) -> list[PersonFigures]:
    """Each annotator, in order; ``without`` only where two others judged a claim in common."""
    counts = np.zeros((len(answers.claims), len(LABELS)))
    np.add.at(counts, (answers.claim, answers.label), 1)
    judged = counts.sum(axis=1)
    others = judged[answers.claim] - 1
    with np.errstate(invalid="ignore", divide="ignore"):
        agree = (counts[answers.claim, answers.label] - 1) / others
    found = []
    for number, person in enumerate(answers.people):
        mine = answers.person == number
        shared = mine & (others > 0)
        rest = counts.copy()
        rest[answers.claim[mine], answers.label[mine]] -= 1
        left = figure(rest[rest.sum(axis=1) >= 2], krippendorff_alpha, draws=0)
        found.append(
            PersonFigures(
                person=person,
                answers=int(mine.sum()),
                shared=int(shared.sum()),
                agreement=float(agree[shared].mean()) if shared.any() else None,
                without=left.value,
            )
        )
    return found


def confusion(answers: Answers) -> NDArray[np.intp]:
    """How many pairs of answers to one claim are these two labels: by ``Label`` order, the same both ways round.

    On the diagonal pairs that agree; each pair counts once, off the diagonal in both cells.
    """
    counts = answers.counts()
    pairs = counts.T @ counts
    diagonal = (counts * (counts - 1) / 2).sum(axis=0)
    pairs[np.diag_indices(len(LABELS))] = diagonal
    return np.rint(pairs).astype(np.intp)
