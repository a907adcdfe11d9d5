"""Candidates in their order, with the probability that each is right: a linear score, calibrated for the collection.

Four sets of weights, by what can be known of a candidate: ``home`` (English, which most of what there is to fit on is
in), ``others`` (the other languages the encoder knows), ``lexical`` (it does not know the query's), ``abroad`` (another
language than the query's), whose scores can be compared with those at home and in others. ``fitted.json`` holds them
all, with the digests of what they were fitted on.

The fewer past checks there are, the more any of them seems to fit: words look rare that are not, and nothing else comes
close. So a calibration has a second line, for how much smaller than ``LARGE`` a collection is.
"""

import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from claimcheck.match.features import FEATURES, Features

__all__ = [
    "FITTED",
    "LARGE",
    "LEADS",
    "Calibration",
    "Line",
    "Ranker",
    "Reading",
    "lead",
    "moved",
    "ranker_from_json",
    "reading_of",
    "shipped_ranker",
    "smallness",
]

Reading = Literal["home", "others", "lexical"]
"""How a query is read: in English, in another language the encoder knows, or by its words alone."""

FITTED = Path(__file__).with_name("fitted.json")
"""The weights that ship."""

LEADS = ("ahead of second", "ahead of fifth", "ahead of tenth")
"""What a calibration looks at besides the first candidate's features; not its score, which means nothing alone."""

LARGE = 10_000
"""How many past checks make a collection a large one, where more of them change nothing."""


_SAME_WORDS = {"cosine": 0.8, "covered": 0.9}
"""From which values a candidate says nearly what the query says, in its words."""


def smallness(documents: int) -> float:
    """How much smaller than ``LARGE`` a collection is: by how many natural logarithms; 0 for a large one.

    >>> smallness(100_000), round(smallness(99), 2)
    (0.0, 4.61)
    """
    return max(math.log((LARGE + 1) / (documents + 1)), 0.0)


def reading_of(language: str | None, *, knows: bool) -> Reading:
    """How a query of a language is read; one of unknown language as English."""
    if not knows:
        return "lexical"
    return "home" if language in (None, "", "und", "en") else "others"


@dataclass(frozen=True, slots=True)
class Line:
    """A weighted sum of features by name."""

    weights: Mapping[str, float]
    start: float = 0.0

    def of(self, names: Sequence[str], rows: Features) -> NDArray[np.float64]:
        """The sum for each row, whose columns are ``names``; names without a weight count nothing."""
        return np.asarray(rows @ np.array([self.weights.get(name, 0.0) for name in names]) + self.start, dtype=float)


@dataclass(frozen=True, slots=True)
class Calibration:
    """From a linear score to a probability: a straight line on the log-odds, then a step curve where it was fitted.

    ``smaller`` is added as many times as a collection's ``smallness`` says, unless that would make a match likelier or
    the candidate holds nearly all of the query's words and means nearly the same: that is no accident of a small one.
    ``steps`` are (score, probability) corners of an isotonic fit, interpolated between.
    """

    line: Line
    steps: tuple[tuple[float, float], ...] = ()
    smaller: Line = Line({})

    def probability(self, names: Sequence[str], row: NDArray[np.float64], *, documents: int = LARGE) -> float:
        """In (0, 1), of a collection of so many documents."""
        logit = float(self.line.of(names, row[None, :])[0])
        if (small := smallness(documents)) > 0 and not _same_words(names, row):
            logit += min(small * float(self.smaller.of(names, row[None, :])[0]), 0.0)
        plain = 1 / (1 + math.exp(-max(min(logit, 30.0), -30.0)))
        if not self.steps:
            return plain
        return float(np.interp(plain, [each[0] for each in self.steps], [each[1] for each in self.steps]))


def _same_words(names: Sequence[str], row: NDArray[np.float64]) -> bool:
    """Whether a candidate says nearly what the query says, in its words."""
    told = dict(zip(names, row.tolist(), strict=True))
    return all(told.get(name, 0.0) >= least for name, least in _SAME_WORDS.items())


def lead(scores: NDArray[np.float64], claims: NDArray[np.uint64]) -> list[float]:
    """How far the first score is ahead of the second, fifth and tenth: as far as 8, also where there is none.

    ``scores`` stand best first; of those whose ``claims`` are equal the first counts: a wire copy is not ahead of
    itself.

    >>> lead(np.array([3.0, 2.5, 2.0]), np.array([7, 7, 8], np.uint64))
    [1.0, 8.0, 8.0]
    """
    distinct = scores[np.sort(np.unique(claims, return_index=True)[1])]
    first = float(distinct[0])
    return [min(first - float(distinct[at]), 8.0) if len(distinct) > at else 8.0 for at in (1, 4, 9)]


@dataclass(frozen=True, slots=True)
class Ranker:
    """The fitted weights; ``min_score`` is the probability from which a past check is shown."""

    home: Line
    others: Line
    lexical: Line
    abroad: Line
    calibrations: Mapping[str, Calibration]  # by the names of the lines
    min_score: float
    encoder: str = ""  # the fingerprint of the encoder it was fitted with
    fitted_on: Mapping[str, str] | None = None

    def scores(self, rows: Features, foreign: NDArray[np.bool_], reading: Reading) -> NDArray[np.float64]:
        """The score of each candidate: higher is better, comparable within one query."""
        line: Line = getattr(self, reading)
        at_home = line.of(FEATURES, rows)
        if reading == "lexical" or not foreign.any():
            return at_home
        return np.where(foreign, np.maximum(at_home, self.abroad.of(FEATURES, rows)), at_home)

    def probabilities(
        self,
        rows: Features,
        scores: NDArray[np.float64],
        claims: NDArray[np.uint64],
        *,
        kind: str,
        documents: int = LARGE,
    ) -> NDArray[np.float64]:
        """The probability of each candidate, best first: the first is calibrated, the rest fall off as their scores do.

        ``claims`` tell candidates apart that say the same; ``kind`` is that of the first; ``documents`` are all that
        were looked among, not the candidates alone.
        """
        if not len(scores):
            return np.zeros(0)
        told = np.concatenate((rows[0], lead(scores, claims)))
        first = self.calibrations[kind].probability((*FEATURES, *LEADS), told, documents=documents)
        return np.asarray(first * np.exp(np.minimum(scores - scores[0], 0.0)), dtype=float)

    def with_calibration(self, scale: float, start: float) -> "Ranker":
        """The same with every probability's log-odds moved along a line, as a desk's own answers teach."""
        moved = {
            kind: replace(each, steps=_moved(each.steps, scale, start)) for kind, each in self.calibrations.items()
        }
        return replace(self, calibrations=moved)

    @property
    def fit(self) -> str:
        """What tells one fit's probabilities from another's."""
        told = json.dumps([asdict(each) for _, each in sorted(self.calibrations.items())], sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    def to_json(self) -> dict[str, Any]:
        """As ``fitted.json`` holds it."""
        return asdict(self)


def _moved(steps: Sequence[tuple[float, float]], scale: float, start: float) -> tuple[tuple[float, float], ...]:
    grid = steps or tuple((each / 50, each / 50) for each in range(51))
    return tuple((score, moved(probability, scale, start)) for score, probability in grid)


def moved(probability: float, scale: float, start: float) -> float:
    """A probability whose log-odds are moved along a line."""
    inside = min(max(probability, 1e-4), 1 - 1e-4)
    return 1 / (1 + math.exp(-(scale * math.log(inside / (1 - inside)) + start)))


def ranker_from_json(data: Mapping[str, Any]) -> Ranker:
    """The ranker that ``to_json`` wrote."""

    def line(each: Mapping[str, Any]) -> Line:
        return Line(dict(each["weights"]), float(each["start"]))

    return Ranker(
        home=line(data["home"]),
        others=line(data["others"]),
        lexical=line(data["lexical"]),
        abroad=line(data["abroad"]),
        calibrations={
            kind: Calibration(
                line(each["line"]), tuple((float(a), float(b)) for a, b in each["steps"]), line(each["smaller"])
            )
            for kind, each in data["calibrations"].items()
        },
        min_score=float(data["min_score"]),
        encoder=str(data["encoder"]),
        fitted_on=dict(data["fitted_on"] or {}),
    )


@cache
def shipped_ranker() -> Ranker:
    """The weights that ship with claimcheck."""
    return ranker_from_json(json.loads(FITTED.read_bytes()))
