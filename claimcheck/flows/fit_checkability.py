"""The weights of the check-worthiness score, fitted on annotated pages that may be tuned on.

    python -m claimcheck.flows.fit_checkability GOLD.json…

Every clause that the splitter finds is an example: good where it is a required or optional claim of the gold, bad
where it is a claim to reject, somewhat less bad where it matches nothing. A clause that only overlaps a claim of the
gold does not count, nor does what is never offered; nor, where only single clauses were judged, does any other, and
those weigh less. Logistic regression with a ridge penalty, by Newton's method, over the features of a clause and the
coordinates of its words in the bundled encoder; the threshold is the highest that costs half a point of the best F1 on
pages left out of the fit. A page named twice counts twice: the weights that ship know the seed page so, and their
threshold is a hundredth higher, where the saved pages that may be tuned on keep less than a fifth of what must not be
offered.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claimcheck.embed import bundled_encoder
from claimcheck.flows.bench_split import read_annotated
from claimcheck.flows.split_gold import SplitGold, read_split_gold
from claimcheck.metrics.splitting import harmonic, match_claims
from claimcheck.split.splitter import read_drafts
from claimcheck.split.worth.bearing import directions, told
from claimcheck.split.worth.checkability import NO_STATEMENT, Judgement, Weights
from claimcheck.split.worth.company import apart, neighbours
from claimcheck.split.worth.signs import FEATURES

__all__ = ["Example", "best_threshold", "fit_checkability", "fit_weights", "main", "read_examples"]

_ORDER = {name: at for at, name in enumerate(FEATURES)}
Vector = NDArray[np.float64]
_BESIDE = 0.2  # overlap with a gold claim from which a clause is that claim cut another way: it tells nothing
_UNMATCHED = 0.7  # what a clause that is no claim of the gold counts, beside a claim to reject
_RIDGE = 6.0
_FREE = 1.75  # how much longer the encoder's unit rows are made: the penalty on their weights is that much lower
_STEPS = 30
_JUDGED = 0.25  # what a clause counts that was judged by itself
_COMPANY = 0.2  # which share of its neighbours' distance from the usual a score moves by
_FOLDS = 6
_COSTS = 0.005  # F1 that may be given for offering fewer claims that a desk must not be offered


@dataclass(frozen=True, slots=True)
class Example:
    """One clause: its features, the level of the gold claim it matches, and what it counts."""

    row: Vector  # features, then coordinates
    level: str | None
    weight: float
    page: str
    near: tuple[Vector, ...] = ()  # the features of the claims around it
    whole: bool = True  # its page is annotated whole, so that what is not found counts

    @property
    def good(self) -> bool:
        """Whether a desk may be offered it."""
        return self.level in {"required", "optional"}

    @property
    def required(self) -> bool:
        """Whether a desk wants it."""
        return self.level == "required"


def read_examples(gold_files: Sequence[Path]) -> tuple[list[Example], int]:
    """The clauses of annotated pages, in the order of the files and the text, and how many claims are required."""
    found: list[Example] = []
    required = 0
    for path in gold_files:
        gold = read_split_gold(path)
        required += 0 if gold.judged else sum(claim.level == "required" for claim in gold.claims)
        found += _examples(gold)
    return found, required


def _examples(gold: SplitGold) -> list[Example]:
    _, drafts = read_drafts(read_annotated(gold))
    matched = match_claims(gold.body, gold.claims, [draft.claim for draft in drafts])
    places = _FREE * directions([told(draft.claim) for draft in drafts]).astype(np.float64)
    rows = [np.append(_row(draft.judgement), place) for draft, place in zip(drafts, places, strict=True)]
    found = []
    for at, (draft, (level, near)) in enumerate(zip(drafts, matched, strict=True)):
        if level is None and (gold.judged or near is None or near > _BESIDE):
            continue
        if any(name in NO_STATEMENT for name, _ in draft.judgement.features):
            continue
        weight = _JUDGED if gold.judged else _UNMATCHED if level is None else 1.0
        found.append(Example(rows[at], level, weight, gold.name, neighbours(rows, at), whole=not gold.judged))
    return found


def _row(judgement: Judgement) -> Vector:
    """The features of a judgement in the order of ``FEATURES``."""
    row = np.zeros(len(FEATURES))
    for name, value in judgement.features:
        row[_ORDER[name]] = value
    return row


def fit_weights(examples: Sequence[Example]) -> tuple[float, Vector]:
    """The intercept and a weight for each part of a row, in log odds; 0 where the examples speak against the known sign
    of a feature."""
    signs = np.zeros(len(examples[0].row))
    signs[: len(FEATURES)] = list(FEATURES.values())
    kept = np.ones(len(signs), dtype=bool)
    while True:
        intercept, beta = _fitted(examples, kept)
        against = kept & (beta * signs < 0)
        if not against.any():
            return intercept, beta
        kept &= ~against


def _fitted(examples: Sequence[Example], kept: NDArray[np.bool_]) -> tuple[float, Vector]:
    """The weights of the parts kept; the others are 0."""
    rows = np.array([each.row for each in examples]) * kept
    wanted = np.array([float(each.good) for each in examples])
    counts = np.array([each.weight for each in examples])
    design = np.hstack([np.ones((len(rows), 1)), rows])
    ridge = np.diag([1e-6] + [_RIDGE] * rows.shape[1])
    beta: Vector = np.zeros(design.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-design @ beta))
        slope = design.T @ (counts * (wanted - chance)) - ridge @ beta
        curve = (design.T * (counts * chance * (1 - chance))) @ design + ridge
        beta = beta + np.linalg.solve(curve, slope)
    return float(beta[0]), beta[1:] * kept


def best_threshold(scores: Vector, examples: Sequence[Example], required: int) -> float:
    """The highest score from which offering costs at most ``_COSTS`` of the best F1 of precision and coverage."""
    reached: list[tuple[float, float]] = []
    for cut in np.arange(0.2, 0.86, 0.01):
        offered = [each for each, score in zip(examples, scores, strict=True) if score >= cut]
        precision = sum(each.good for each in offered) / max(1, len(offered))
        coverage = sum(each.required for each in offered) / max(1, required)
        reached.append((harmonic(precision, coverage), float(cut)))
    best = max(reached)[0]
    return round(max(cut for value, cut in reached if value >= best - _COSTS), 2)


def fit_checkability(gold_files: Sequence[Path]) -> Weights:
    """The weights and the threshold for annotated pages; the threshold from scores of pages left out in turn."""
    examples, required = read_examples(gold_files)
    scores = np.zeros(len(examples))
    pages = sorted({each.page for each in examples})
    for fold in range(_FOLDS):
        left_out = set(pages[fold::_FOLDS])
        intercept, beta = fit_weights([each for each in examples if each.page not in left_out])
        usual = _usual(intercept, beta, examples)
        for at, each in enumerate(examples):
            if each.page in left_out:
                scores[at] = 1 / (1 + np.exp(-_log_odds(intercept, beta, usual, each)))
    intercept, beta = fit_weights(examples)
    of = {name: round(float(weight), 3) + 0.0 for name, weight in zip(FEATURES, beta, strict=False)}
    direction = tuple(round(_FREE * float(weight), 3) + 0.0 for weight in beta[len(FEATURES) :])
    whole = [at for at, each in enumerate(examples) if each.whole]
    threshold = best_threshold(scores[whole], [examples[at] for at in whole], required)
    usual = round(_usual(intercept, beta, examples), 3)
    return Weights(round(intercept, 3), of, threshold, _COMPANY, usual, direction, bundled_encoder().fingerprint)


def _usual(intercept: float, beta: Vector, examples: Sequence[Example]) -> float:
    """The mean log odds of the examples, before they are seen beside one another."""
    rows = np.array([each.row for each in examples])
    return float(np.average(intercept + rows @ beta, weights=[each.weight for each in examples]))


def _log_odds(intercept: float, beta: Vector, usual: float, example: Example) -> float:
    """The log odds of an example beside its neighbours, as ``in_company`` moves them."""
    own, *near = (intercept + float(row @ beta) for row in (example.row, *example.near))
    return own + _COMPANY * apart(near, usual)


def main(paths: Sequence[str]) -> None:
    """Fit on the gold files given and write the weights beside the splitter."""
    fitted = fit_checkability([Path(each) for each in paths])
    target = Path(__file__).parent.parent / "split" / "worth" / "checkability.json"
    told = {
        "intercept": fitted.intercept,
        "threshold": fitted.threshold,
        "company": fitted.company,
        "usual": fitted.usual,
        "weights": fitted.of,
        "encoder": fitted.encoder,
        "direction": fitted.direction,
    }
    target.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
