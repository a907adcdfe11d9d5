"""How much a statement is worth checking: a score with its reasons, and what kind of statement it is.

A linear model over the features of ``features`` and the direction of its words (``bearing``); its weights lie in
``checkability.json`` and are fitted by ``claimcheck.flows.fit_checkability`` on the project's own annotations. The
reasons are the terms of the sum.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log
from pathlib import Path

from claimcheck.records import ClaimKind
from claimcheck.split.languages import Rules
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import act_at
from claimcheck.split.worth.features import Given, features

__all__ = [
    "NEVER",
    "NO_STATEMENT",
    "Judgement",
    "Weights",
    "judge",
    "lower",
    "moved",
    "offered_from",
    "speaks_act",
    "weights",
]

_REPEAT = 0.3
NEVER = 0.1  # the score of what is no statement at all: questions, page furniture, appeals to the reader
NO_STATEMENT = (
    *("a question", "page furniture", "asks the reader to do something", "addresses the reader"),
    *("only says who said the sentence before", "says what I believe"),
)
_TORSO = "no main clause"
_BELOW = 0.02


@dataclass(frozen=True, slots=True)
class Weights:
    """The model: a weight for each feature, in log odds, and the score from which a claim is offered.

    ``company``: which share of how far a claim's neighbours lie from ``usual``, in log odds, it moves by.
    ``direction``: the log odds that each coordinate of the encoder's adds; ``encoder``: its fingerprint.
    """

    intercept: float
    of: dict[str, float]
    threshold: float
    company: float = 0.0
    usual: float = 0.0
    direction: tuple[float, ...] = ()
    encoder: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A score in [0, 1], the reasons for it, strongest first, the kind, and the features behind them."""

    kind: ClaimKind
    score: float
    reasons: tuple[str, ...]
    features: tuple[tuple[str, float], ...] = ()

    @property
    def total(self) -> float:
        """The score in log odds."""
        return log(self.score / (1 - self.score)) if 0 < self.score < 1 else 0.0

    @property
    def checkable(self) -> bool:
        """Whether it is offered."""
        return self.score >= offered_from()


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights that ship beside this module."""
    read = json.loads(Path(__file__).with_name("checkability.json").read_text(encoding="utf-8"))
    return Weights(
        float(read["intercept"]),
        dict(read["weights"]),
        float(read["threshold"]),
        float(read.get("company", 0.0)),
        float(read.get("usual", 0.0)),
        tuple(read.get("direction", ())),
        str(read.get("encoder", "")),
    )


def offered_from() -> float:
    """The score from which a claim is offered."""
    return weights().threshold


def judge(tokens: list[Token], given: Given, rules: Rules, *, dated_by_year: bool) -> Judgement:
    """The judgement on a claim that consists of ``tokens``; ``dated_by_year``: its date is a year."""
    found = features(tokens, given, rules)
    model = weights()
    terms = [(name, model.of.get(name, 0.0) * value) for name, value in found.items()]
    total = model.intercept + sum(term for _, term in terms)
    score = 1 / (1 + exp(-total))
    ordered = sorted((each for each in terms if abs(each[1]) >= 0.005), key=lambda each: -abs(each[1]))
    reasons = [f"{name} {term:+.2f}" for name, term in ordered]
    barred = next((name for name in NO_STATEMENT if name in found), None)
    if barred and score > NEVER:
        reasons.insert(0, f"{barred}, which is no statement {log(NEVER / (1 - NEVER)) - total:+.2f}")
        score = NEVER
    if _TORSO in found and score >= offered_from():
        below = offered_from() - _BELOW  # it may stand among claims that are worth it, which it is not to move
        reasons.insert(0, f"{_TORSO} {log(below / (1 - below)) - total:+.2f}")
        score = below
    kind = _kind(set(found), act=given.act, dated_by_year=dated_by_year)
    return Judgement(kind, score, tuple(reasons), tuple(found.items()))


def moved(judgement: Judgement, why: str, term: float) -> Judgement:
    """The judgement with a further term, in log odds; what is no statement stays where it is."""
    torso = any(name == _TORSO for name, _ in judgement.features)
    if judgement.score <= NEVER or torso or not judgement.features or abs(term) < 0.005:
        return judgement
    reasons = sorted(
        (*judgement.reasons, f"{why} {term:+.2f}"), key=lambda reason: -abs(float(reason.rsplit(" ", 1)[1]))
    )
    score = 1 / (1 + exp(-judgement.total - term))
    return Judgement(judgement.kind, score, tuple(reasons), judgement.features)


def lower(judgement: Judgement, why: str) -> Judgement:
    """The judgement on a copy of another claim: lower by a fixed step, for the reason given."""
    score = max(0.0, judgement.score - _REPEAT)
    return Judgement(judgement.kind, score, (f"{why} {-_REPEAT:+.2f}", *judgement.reasons), judgement.features)


def _kind(found: set[str], *, act: bool, dated_by_year: bool) -> ClaimKind:
    """The kind of a statement, the most telling feature first."""
    order = [
        ("opinion words", ClaimKind.OPINION),
        ("demands", ClaimKind.NORMATIVE),
        ("looks ahead", ClaimKind.PREDICTION),
        ("a number", ClaimKind.QUANTITY),
        ("law", ClaimKind.LEGAL),
        ("cause", ClaimKind.CAUSAL),
    ]
    if "a question" in found:
        return ClaimKind.QUESTION
    if act:
        return ClaimKind.QUOTATION
    if dated_by_year:
        return ClaimKind.HISTORICAL
    return next((kind for name, kind in order if name in found), ClaimKind.EVENT)


def speaks_act(tokens: list[Token], rules: Rules) -> int | None:
    """The place of an act of speaking that is a statement's own verb; None where there is none."""
    return next((at for at in range(1, len(tokens)) if act_at(tokens, at, rules)), None)
