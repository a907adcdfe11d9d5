"""What the blind answers on each claim come to, by votes, by confidence or by annotators' error rates.

Each way gives the labels that lead, more than one in a tie, and names itself; where a way has nothing to go by on a
claim, that claim is settled by votes and says so.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from claimcheck.agree.counting import person_of
from claimcheck.records import Label, Verdict

__all__ = [
    "FEWEST_PEOPLE",
    "FEWEST_SHARED",
    "ByClaim",
    "Lead",
    "by_confidence",
    "by_error_rates",
    "by_votes",
    "too_thin",
]

FEWEST_PEOPLE, FEWEST_SHARED = 3, 10
"""Dawid–Skene needs this many annotators, each with as many answers on claims that others judged too.

With two annotators who disagree nothing in the data says whose error it is: the model can be told apart from its mirror
image from three on. Ten answers are the least from which a row of error rates says more than the prior.
"""

_SAME = 1e-6  # probabilities closer than this are equal: what is left of rounding must not break a tie

ByClaim = Mapping[str, Sequence[Verdict]]
"""Verdicts with a label, by claim: one an annotator."""


@dataclass(frozen=True, slots=True)
class Lead:
    """The labels that lead on a claim, in ``Label`` order; and what ``method`` weighed them at, summing to 1."""

    top: tuple[Label, ...]
    method: str
    scores: tuple[tuple[Label, float], ...] = ()


def _leaders(weights: Mapping[Label, Fraction | int]) -> tuple[Label, ...]:
    most = max(weights.values())
    return tuple(label for label in Label if weights.get(label) == most)


def by_votes(answers: ByClaim) -> dict[str, Lead]:
    """Who leads each claim, a vote a person; skips are no votes, labels that share the lead stand in scale order."""
    return {
        claim: Lead(_leaders(Counter(each.label for each in given if each.label is not None)), "majority")
        for claim, given in answers.items()
    }


def by_confidence(answers: ByClaim) -> dict[str, Lead]:
    """Votes weighed by how sure each annotator was, for that annotator.

    A verdict weighs its confidence over the mean of all that the same person gave, 1 where there is none: so nobody has
    more say for always being sure (people use such scales differently), and somebody's doubtful answer gives way to
    another's firm one. Weights are exact, so that ties are. A claim whose verdicts all lack a confidence is settled by
    votes.

    Confidence measured within the person: Koriat, When are two heads better than one and why?, Science 336 (2012),
    360–362, doi:10.1126/science.1216549. Votes weighed by it: Meyen, Sigg, von Luxburg, Franz, Group decisions based on
    confidence weighted majority voting, Cognitive Research 6 (2021), 18, doi:10.1186/s41235-021-00279-0.
    """
    given_by: dict[str, list[int]] = defaultdict(list)
    for verdict in (each for given in answers.values() for each in given):
        if verdict.confidence is not None and verdict.confidence > 0:
            given_by[person_of(verdict)].append(verdict.confidence)
    mean = {person: Fraction(sum(all_given), len(all_given)) for person, all_given in given_by.items()}
    found = by_votes(answers)
    for claim, given in answers.items():
        if not any(each.confidence for each in given):
            continue
        weights: dict[Label, Fraction] = defaultdict(Fraction)
        for each in given:
            if each.label is not None:
                weights[each.label] += Fraction(each.confidence) / mean[person_of(each)] if each.confidence else 1
        whole = sum(weights.values())
        scores = tuple((label, float(weights[label] / whole)) for label in Label if label in weights)
        found[claim] = Lead(_leaders(weights), "weighted", scores)
    return found


def _known_people(answers: ByClaim) -> set[str]:
    """Those with enough answers on claims that others judged too."""
    shared = Counter(person_of(each) for given in answers.values() if len(given) > 1 for each in given)
    return {person for person, count in shared.items() if count >= FEWEST_SHARED}


def too_thin(answers: ByClaim) -> str | None:
    """Why Dawid–Skene has too little to go by here, as a phrase; None where it has enough."""
    known = len(_known_people(answers))
    if known < FEWEST_PEOPLE:
        return (
            f"Dawid–Skene needs {FEWEST_PEOPLE} annotators with {FEWEST_SHARED} answers each on claims that others "
            f"judged too; here are {known}"
        )
    if len({each.label for given in answers.values() for each in given}) < 2:
        return "Dawid–Skene needs two labels or more; here all answers are the same"
    return None


def by_error_rates(answers: ByClaim, truths: Mapping[str, Label]) -> dict[str, Lead]:
    """Dawid–Skene: each annotator's error rates, and from them the probability of each label of a claim.

    Dawid, Skene, Maximum likelihood estimation of observer error-rates using the EM algorithm, Applied Statistics 28
    (1979), 20–28, doi:10.2307/2346806. ``truths`` are labels settled otherwise: error rates are learnt from them too.
    It decides claims with two answers or more of annotators whose rates can be known (``FEWEST_SHARED``); the rest is
    settled by votes, all of it where ``too_thin``. A label that nobody gave never leads. The order of labels and of
    answers decides nothing: both are turned round, and where that changes who leads, they tie.

    Raises:
        ExtraMissing: crowd-kit is not installed.
    """
    from claimcheck.agree.dawid_skene import label_probabilities

    found = by_votes(answers)
    if too_thin(answers):
        return found
    labels = [label for label in Label if any(each.label is label for given in answers.values() for each in given)]
    rows = [
        (claim, person_of(each), labels.index(each.label))
        for claim, given in answers.items()
        for each in given
        if each.label is not None
    ]
    fixed = {claim: labels.index(label) for claim, label in truths.items() if claim in answers and label in labels}
    last = len(labels) - 1
    there = label_probabilities(rows, fixed)
    back = label_probabilities(
        [(claim, person, last - label) for claim, person, label in reversed(rows)],
        {claim: last - label for claim, label in fixed.items()},
    )
    known = _known_people(answers)
    for claim, given in answers.items():
        if sum(person_of(each) in known for each in given) < 2:
            continue
        one = dict(zip(labels, there[claim], strict=True))
        other = dict(zip(labels, reversed(back[claim]), strict=True))
        said = {each.label for each in given}
        top = {label for label in said if label for each in (one, other) if _is_most(label, each, said)}
        scores = tuple((label, (one[label] + other[label]) / 2) for label in labels)
        found[claim] = Lead(tuple(label for label in Label if label in top), "dawid-skene", scores)
    return found


def _is_most(label: Label, chances: Mapping[Label, float], among: set[Label | None]) -> bool:
    return chances[label] >= max(chances[each] for each in among if each) - _SAME
