"""What a smaller collection adds to the log-odds of a calibration, learnt on small collections cut from large ones.

Of each size as many queries count that have a past check there as that have none: so a probability is one for a desk
half of whose questions have been checked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from claimcheck.flows.fit_cuts import Cut
from claimcheck.flows.fit_lists import half_of
from claimcheck.match.features import ABROAD, FEATURES
from claimcheck.match.fitting import fit_added
from claimcheck.match.ranker import LEADS, Calibration, Line, Ranker, lead, smallness

__all__ = ["BySize", "figures_by_size", "fit_smaller"]

_RIDGE = 3.0
_COUNTS = {"there": 1.0, "gone": 1.0, "foreign": 0.3, "alike": 0.2}  # how much a query of each sort counts
_SAME = 0.1  # a claim asked word for word: so much of those with a past check all of them count together
_COLLECTIONS = {"clef2022_t2b_en": 0.7}  # and one of each collection: sentences of debates say least alone
_MOST = 750.0  # of each size no more counts, on either side
_RARE = 4.0  # times a query counts at most where few of its size have a past check
_BOUNDS = (10, 40, 90, 200, 600, 2_000)


@dataclass(frozen=True, slots=True)
class BySize:
    """Figures of collections of at least ``least`` past checks, up to the next: see ``FitReport``.

    ``foreign_found`` is the share of queries of other collections and of sentences of news that find one.
    """

    least: int
    there: int
    recall: float
    gone: int
    false_found: float
    foreign_found: float


@dataclass(frozen=True, slots=True)
class _First:
    """The first candidate of a query: what a calibration is told of it, and whether it is right."""

    cut: Cut
    kind: str
    told: NDArray[np.float64]
    right: bool


Trial = tuple[Cut, float]
"""A query and the probability of its first candidate, as learnt without it."""


def fit_smaller(
    cuts: Sequence[Cut], calibrations: Mapping[str, Calibration], halves: Mapping[str, Sequence[Line]]
) -> tuple[dict[str, Calibration], list[Trial]]:
    """The calibrations with what a smaller collection adds, and each query's probability as the other half has it.

    ``halves`` are the lines that order candidates, for each half of the queries fitted on the other.
    """
    rankers = [
        Ranker(
            home=halves["home"][half],
            others=halves["others"][half],
            lexical=halves["lexical"][half],
            abroad=halves["abroad"][half],
            calibrations={},
            min_score=0.0,
        )
        for half in (0, 1)
    ]
    firsts = [_first(each, rankers[half_of(each.key)]) for each in cuts]
    fitted, trials = {}, []
    for kind, calibration in calibrations.items():
        own = [each for each in firsts if each.kind == kind]
        fitted[kind] = _added(own, calibration, kind)
        for half in (0, 1):
            apart = _added([each for each in own if half_of(each.cut.key) != half], calibration, kind)
            trials += [
                (each.cut, apart.probability(_NAMES, each.told, documents=each.cut.documents))
                for each in own
                if half_of(each.cut.key) == half
            ]
    return fitted, trials


def figures_by_size(trials: Sequence[Trial], least: float) -> list[BySize]:
    """The figures at a threshold, of each span of sizes."""
    found = []
    bounds = (0, *_BOUNDS)
    for place, bound in enumerate(bounds):
        span = [each for each in trials if _span(each[0].documents) == place]
        hits = {
            sort: [likely >= least for cut, likely in span if cut.sort == sort] for sort in ("there", "gone", "foreign")
        }
        shares = {sort: sum(each) / len(each) if each else 0.0 for sort, each in hits.items()}
        counts = {sort: len(each) for sort, each in hits.items()}
        found.append(BySize(bound, counts["there"], shares["there"], counts["gone"], shares["gone"], shares["foreign"]))
    return found


_NAMES = (*FEATURES, *LEADS)


def _span(documents: int) -> int:
    return sum(documents >= bound for bound in _BOUNDS)


def _first(cut: Cut, ranker: Ranker) -> _First:
    scores = ranker.scores(cut.rows, cut.foreign, cut.reading)
    order = np.argsort(-scores, kind="stable")
    first = order[0]
    kind = "abroad" if cut.reading != "lexical" and cut.foreign[first] else cut.reading
    return _First(
        cut, kind, np.concatenate((cut.rows[first], lead(scores[order], cut.claims[order]))), bool(cut.right[first])
    )


def _added(firsts: Sequence[_First], calibration: Calibration, kind: str) -> Calibration:
    names = [name for name in calibration.line.weights if kind != "abroad" or name in (*ABROAD, *LEADS)]
    told = np.array([each.told for each in firsts])
    line = fit_added(
        told[:, [_NAMES.index(name) for name in names]],
        np.array([each.right for each in firsts]),
        names,
        given=calibration.line.of(_NAMES, told),
        times=np.array([smallness(each.cut.documents) for each in firsts]),
        ridge=_RIDGE,
        weights=_weights([each.cut for each in firsts]),
    )
    return replace(calibration, smaller=line)


def _weights(cuts: Sequence[Cut]) -> NDArray[np.float64]:
    weights = np.array([_COUNTS.get(each.sort, 1.0) * _COLLECTIONS.get(each.name, 1.0) for each in cuts])
    spans = np.array([_span(each.documents) for each in cuts])
    sorts = np.array([each.sort for each in cuts])
    for span in set(spans.tolist()):
        there = (spans == span) & (sorts == "there")
        same = (spans == span) & (sorts == "same")
        absent = (spans == span) & ~there & ~same
        if not there.any() or not absent.any():
            weights[spans == span] = 0.0
            continue
        each_side = min((weights[there].sum() + weights[absent].sum()) / 2, _MOST)
        weights[there] *= min(each_side / weights[there].sum(), _RARE)
        each_side = float(weights[there].sum())
        weights[absent] *= each_side / weights[absent].sum()
        if same.any():
            weights[same] *= min(1.0, _SAME * each_side / weights[same].sum())
    return weights
