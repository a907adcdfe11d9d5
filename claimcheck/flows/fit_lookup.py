"""Fitting what ``lookup`` orders and trusts by, on the training splits of public collections: ``match/fitted.json``.

Nothing that is reported on is fitted on (see ``fit_lists``). The probabilities are learnt on candidates ordered by
weights that had not seen their query, each query once with its past check and once with it taken away; not on
CheckThat! 2025, where the same claim stands in many wordings and one of them is judged. What a smaller collection adds
to them is learnt after that, on those of ``fit_cuts``: what holds in large ones stays as it is.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claimcheck.flows.fit_cuts import NEWS_FILE, PAIR_FILES, Cut, collect_cuts
from claimcheck.flows.fit_lists import OWN_CUT, Listed, collect_lists, digests_of, half_of
from claimcheck.flows.fit_smaller import BySize, figures_by_size, fit_smaller
from claimcheck.match import Encodes
from claimcheck.match.features import ABROAD, ELSEWHERE, FEATURES, LEXICAL
from claimcheck.match.fitting import Example, fit_choice, fit_logistic, fit_steps, threshold_for
from claimcheck.match.ranker import LEADS, Calibration, Line, Ranker, lead
from claimcheck.progress import Progress, unseen

__all__ = ["FitReport", "fit_lookup", "write_fitted"]


_RIDGE, _CALIBRATION_RIDGE = 3.0, 3.0
_PRECISION = 0.9
_LIKELIER = 0.54  # what is shown first is likelier right than wrong; on the dev splits one in ten is found falsely then
_MANY = 1.0  # how much a query of the collection in many languages counts where English does not decide
_POSTS = (
    "clef2020_t2_en",
    "clef2022_t2a_en",
)  # the threshold is theirs: half of the debate sentences say nothing alone
_DEBATES = 2.5
_SHY = 3.0  # translations are less close than the lists fitted on: with less, German posts find English checks first
_SHARES = (1.0, 0.15, 0.02)  # of the candidates: a small workspace has few that come close
_TOLD = ("similarity", "held of claim", "held at best", "covered", "cosine", "names held", "names covered",
         "numbers held", "numbers covered", "rarest", "shared", "length")  # fmt: skip


@dataclass(frozen=True, slots=True)
class FitReport:
    """What was fitted, on how many queries of each collection, and how it does on queries it had not seen.

    ``recall`` is the share of queries with a past check that find one, ``false_found`` of those without, in whole
    collections; ``by_size`` has the same of smaller ones.
    """

    ranker: Ranker
    queries: Mapping[str, int]
    recall: float
    false_found: float
    by_size: Sequence[BySize] = ()


def fit_lookup(data: Path, encoder: Encodes, *, progress: Progress = unseen) -> FitReport:
    """Fit the weights on the public data below ``data``, with the cosines of ``encoder``; the same each time.

    Raises:
        BenchFileMissing: a file is not there.
    """
    retrieval = data / "retrieval"
    digests = digests_of(retrieval, *PAIR_FILES, NEWS_FILE)
    home, lexical = collect_lists(retrieval, encoder, progress=progress)
    cuts = collect_cuts(data, encoder, progress=progress)
    progress("fitting", 0, None)
    return _fit(home, lexical, cuts, encoder.fingerprint, digests)


def _fit(
    home: Sequence[Listed], lexical: Sequence[Listed], cuts: Sequence[Cut], encoder: str, digests: Mapping[str, str]
) -> FitReport:
    english = [_heavier(each) for each in home if each.name != OWN_CUT]
    lists = {"home": english, "others": _many(home), "lexical": _many(lexical)}
    names = {"home": FEATURES, "others": ELSEWHERE, "lexical": LEXICAL}
    whole = {kind: _line(lists[kind], names[kind]) for kind in lists}
    abroad = _line(_moved(english, whole["home"]), ABROAD)
    whole["abroad"] = replace(abroad, start=round(abroad.start - _SHY, 6))
    halves = {kind: _halves(lists[kind], names[kind]) for kind in lists}
    lists["abroad"] = [_moved([each], halves["home"][half_of(each.key)])[0] for each in english]
    halves["abroad"] = _halves(lists["abroad"], ABROAD)
    calibrations = {}
    for kind, halved in halves.items():
        judged = [replace(each, times=1.0) for each in lists[kind] if each.name != OWN_CUT]
        calibrations[kind], present, absent = _calibrate(judged, halved, kind)
        if kind == "home":
            there, gone = _of_posts(present), _of_posts(absent)
    least = max(threshold_for(there, gone, precision=_PRECISION), _LIKELIER)
    shy = [replace(each, start=each.start - _SHY) for each in halves["abroad"]]
    calibrations, trials = fit_smaller(cuts, calibrations, {**halves, "abroad": shy})
    ranker = Ranker(
        home=whole["home"],
        others=whole["others"],
        lexical=whole["lexical"],
        abroad=whole["abroad"],
        calibrations=calibrations,
        min_score=least,
        encoder=encoder,
        fitted_on=digests,
    )
    counted = Counter(each.name for each in home)
    found, false = float((there >= least).mean()), float((gone >= least).mean())
    return FitReport(ranker, counted, found, false, figures_by_size(trials, least))


def _heavier(listed: Listed) -> Listed:
    """A list, which counts for more where it is of a debate: words tell least there, and such queries are few."""
    return replace(listed, times=1.0 if listed.name in _POSTS else _DEBATES)


def _many(lists: Sequence[Listed]) -> list[Listed]:
    """The lists, of which those of the collection in many languages count for more."""
    return [replace(each, times=_MANY / each.weight if each.name == OWN_CUT else 1.0) for each in lists]


def write_fitted(ranker: Ranker, path: Path) -> None:
    """Write the weights where ``lookup`` reads them."""
    path.write_text(json.dumps(ranker.to_json(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _line(lists: Sequence[Listed], names: Sequence[str]) -> Line:
    examples = [Example(each.rows, each.right, each.weight, each.given, each.abroad) for each in lists]
    return fit_choice(examples, names, ridge=_RIDGE)


def _moved(lists: Sequence[Listed], home: Line) -> list[Listed]:
    """The lists as if some of their candidates, or in every fourth all, were in another language than the query.

    There is no public collection whose checks stand in several languages. What is kept of those is what ``ABROAD``
    names; the others keep their scores at home.
    """
    made = []
    for each in lists:
        draw = np.random.default_rng(int.from_bytes(hashlib.sha256(each.key.encode()).digest()[:4], "big"))
        away = draw.random(len(each.rows)) < (1.0 if draw.random() < 0.25 else 0.5)
        made.append(replace(each, given=home.of(FEATURES, each.rows), abroad=away))
    return made


def _halves(lists: Sequence[Listed], names: Sequence[str]) -> tuple[Line, Line]:
    """For each half of the queries the line that was fitted on the other."""
    first, second = (_line([each for each in lists if half_of(each.key) != half], names) for half in (0, 1))
    return first, second


def _calibrate(
    lists: Sequence[Listed], lines: tuple[Line, Line], kind: str
) -> tuple[Calibration, list[tuple[str, float]], list[tuple[str, float]]]:
    """The calibration, and the first candidates' probabilities, where the check is there and where it is gone.

    Each with its collection's name; as calibrated on the other half of the queries.
    """
    told, right, here, gone, weights, part, name = [], [], [], [], [], [], []
    for each in lists:
        for share in _SHARES:
            thin = each.thinned(share)
            for listed, there in ((thin, True), (thin.without_right(), False)):
                if not len(listed.rows) or (there and not thin.right.any()):
                    continue
                row, hit, away = _first(listed, lines[half_of(each.key)])
                if away != (kind == "abroad"):
                    continue
                told.append(row)
                right.append(hit)
                here.append(there and share == 1.0)
                gone.append(not there and share == 1.0)
                weights.append(each.weight)
                part.append(half_of(each.key))
                name.append(each.name)
    names = [*(name for name in _TOLD if kind != "abroad" or name in ABROAD), *LEADS]
    if kind == "lexical":
        names.remove("cosine")
    rows = np.array(told)[:, [(*FEATURES, *LEADS).index(name) for name in names]]
    hits, counts, half = np.array(right), np.array(weights), np.array(part)
    likely = np.empty(len(rows))
    for held in (half == 0, half == 1):
        likely[held] = _fitted(rows[~held], hits[~held], counts[~held], names)[1](rows[held])
    named = [(each, float(said)) for each, said in zip(name, likely, strict=True)]
    present = [each for each, chosen in zip(named, here, strict=True) if chosen]
    absent = [each for each, chosen in zip(named, gone, strict=True) if chosen]
    return _fitted(rows, hits, counts, names)[0], present, absent


def _of_posts(answers: Sequence[tuple[str, float]]) -> NDArray[np.float64]:
    return np.array([likely for name, likely in answers if name in _POSTS])


def _fitted(
    rows: NDArray[np.float64], hits: NDArray[np.bool_], weights: NDArray[np.float64], names: Sequence[str]
) -> tuple[Calibration, Callable[[NDArray[np.float64]], NDArray[np.float64]]]:
    """A calibration, and what it says of many rows at once."""
    line = fit_logistic(rows, hits, names, ridge=_CALIBRATION_RIDGE, weights=weights)
    steps = fit_steps(1 / (1 + np.exp(-line.of(names, rows))), hits)

    def said(others: NDArray[np.float64]) -> NDArray[np.float64]:
        plain = 1 / (1 + np.exp(-line.of(names, others)))
        return np.interp(plain, [each[0] for each in steps], [each[1] for each in steps])

    return Calibration(line, steps), said


def _first(listed: Listed, line: Line) -> tuple[NDArray[np.float64], bool, bool]:
    """The features and leads of the candidate a line puts first, whether it is right, and whether it is abroad."""
    scores = listed.scores(line)
    order = np.argsort(-scores, kind="stable")
    away = listed.abroad is not None and bool(listed.abroad[order[0]])
    return (
        np.concatenate((listed.rows[order[0]], lead(scores[order], listed.claims[order]))),
        bool(listed.right[order[0]]),
        away,
    )
