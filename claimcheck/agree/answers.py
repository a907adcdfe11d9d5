"""Who gave which label on which claim, as arrays: what every measure of agreement is counted from."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimcheck.agree.counting import person_of
from claimcheck.records import Label, Verdict

__all__ = ["LABELS", "SCALE", "Answers", "Counts", "answers_of"]

LABELS = tuple(Label)
SCALE = (Label.TRUE, Label.MOSTLY_TRUE, Label.HALF_TRUE, Label.MOSTLY_FALSE, Label.FALSE)
"""The labels that have an order; the shipped scheme's scale."""

Numbers = NDArray[np.intp]
Counts = NDArray[np.float64]
"""A row a claim, a column a label: how many gave it."""


@dataclass(frozen=True, slots=True)
class Answers:
    """One row an answer: numbers of its claim, its annotator and its label (in ``Label`` order).

    ``claims`` and ``people`` are what the numbers stand for. A person has at most one answer on a claim.
    """

    claims: tuple[str, ...]
    people: tuple[str, ...]
    claim: Numbers
    person: Numbers
    label: Numbers

    def __len__(self) -> int:
        return len(self.label)

    def grouped(self, group: Mapping[str, str]) -> dict[str, "Answers"]:
        """The answers on the claims of each group, by its name; those on claims ``group`` does not know are out."""
        names = sorted(set(group.values()))
        number = {name: place for place, name in enumerate(names)}
        of = np.array([number.get(group.get(claim, ""), -1) for claim in self.claims], dtype=np.intp)[self.claim]
        found = {}
        for place, name in enumerate(names):
            kept = of == place
            found[name] = Answers(self.claims, self.people, self.claim[kept], self.person[kept], self.label[kept])
        return found

    def counts(self, labels: Collection[Label] = LABELS) -> Counts:
        """How many gave each of the labels, a row a claim that two or more gave one of them, in claim order.

        A column's place is that of its label in ``labels``.
        """
        column = np.full(len(LABELS), -1, dtype=np.intp)
        for place, label in enumerate(labels):
            column[LABELS.index(label)] = place
        columns = column[self.label]
        cells = self.claim[columns >= 0] * len(labels) + columns[columns >= 0]
        table = np.bincount(cells, minlength=len(self.claims) * len(labels)).reshape(len(self.claims), len(labels))
        counts: Counts = table[table.sum(axis=1) >= 2].astype(np.float64)
        return counts

    def table(self) -> Numbers:
        """The labels' numbers, a row a person, a column a claim; -1 where they gave none."""
        table = np.full((len(self.people), len(self.claims)), -1, dtype=np.intp)
        table[self.person, self.claim] = self.label
        return table


def answers_of(verdicts: Iterable[Verdict], *, samples: bool = False) -> Answers:
    """The answers among verdicts: those with a label, given blind; claims and people in sorted order.

    Samples alone with ``samples``, else none of them: they never stand beside real answers.

    There must be one a person and claim, as ``counted_verdicts`` gives them.

    Raises:
        ValueError: a person has two on a claim.
    """
    kept = [each for each in verdicts if each.label is not None and not each.adjudicated and each.sample is samples]
    claims = sorted({each.claim_id for each in kept})
    people = sorted({person_of(each) for each in kept})
    claim_number = {claim: number for number, claim in enumerate(claims)}
    person_number = {person: number for number, person in enumerate(people)}
    label_number = {label: number for number, label in enumerate(LABELS)}
    rows = [
        (claim_number[each.claim_id], person_number[person_of(each)], label_number[each.label])
        for each in kept
        if each.label is not None
    ]
    if len({row[:2] for row in rows}) != len(rows):
        raise ValueError("a person has two answers on a claim: count only the newest")
    table = np.array(rows, dtype=np.intp).reshape(-1, 3)
    return Answers(tuple(claims), tuple(people), table[:, 0], table[:, 1], table[:, 2])
