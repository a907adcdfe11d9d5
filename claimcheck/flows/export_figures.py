"""How far the annotators of a dataset agree, computed from its own rows: what stands in it is what was measured."""

from typing import TYPE_CHECKING

import numpy as np

from claimcheck.agree import LABELS, Answers, Figure, LabelFigures, Measures, by_label, measure
from claimcheck.scheme import Scheme

if TYPE_CHECKING:
    from claimcheck.dataset import Statistics

__all__ = ["agreement_of", "agreement_sentence", "answers_in", "blindness"]

_NUMBER = {label.value: place for place, label in enumerate(LABELS)}


def answers_in(counted: "Statistics") -> Answers:
    """A dataset's answers as the measures take them; of samples only where it has nothing else."""
    samples = counted.samples == counted.rows
    rows = [each[:3] for each in counted.answers if each[2] in _NUMBER and each[3] is samples]
    claims = sorted({claim for claim, _, _ in rows})
    people = sorted({person for _, person, _ in rows})
    claim_number = {claim: number for number, claim in enumerate(claims)}
    person_number = {person: number for number, person in enumerate(people)}
    table = np.array(
        [(claim_number[claim], person_number[person], _NUMBER[label]) for claim, person, label in rows], dtype=np.intp
    ).reshape(-1, 3)
    return Answers(tuple(claims), tuple(people), table[:, 0], table[:, 1], table[:, 2])


def agreement_of(counted: "Statistics", scheme: Scheme, *, seed: int = 0) -> tuple[Measures, list[LabelFigures]] | None:
    """The coefficients over a dataset and by label; None where no claim was judged by two."""
    answers = answers_in(counted)
    if not len(answers.counts()):
        return None
    return measure(answers, scale=scheme.scale, seed=seed), by_label(answers, seed=seed)


def agreement_sentence(counted: "Statistics", scheme: Scheme, *, in_sight: int = 0, seed: int = 0) -> str:
    """What a card says of agreement; where nobody shared a claim, that there is nothing to measure.

    ``in_sight`` claims were judged by annotators who could see each other's answers.
    """
    found = agreement_of(counted, scheme, seed=seed)
    people = len(counted.annotators)
    if found is None:
        who = "one annotator" if people == 1 else f"{people} annotators, who judged no claim in common"
        return f"There is no agreement to measure: {who}."
    alpha, percent = found[0].alpha, found[0].percent
    return (
        f"{alpha.claims:,} claims were judged by two or more annotators, {blindness(in_sight)}. Krippendorff's alpha, "
        f"nominal: {_told(alpha)}; share of pairs of answers that agree: {_told(percent)}."
    )


def blindness(in_sight: int) -> str:
    """How blind the answers are that agreement was measured on, as a phrase that follows what they are."""
    if not in_sight:
        return "blind"
    return f"{in_sight:,} of them in one project, where each can see the others' answers: not blind"


def _told(figure: Figure) -> str:
    if figure.value is None:
        return f"none ({figure.why})"
    between = "" if figure.low is None else f" ({figure.low:.2f} to {figure.high:.2f} in 95 of 100 resamples of claims)"
    return f"{figure.value:.2f}{between}"
