"""How far everybody is with what was assigned to them, as of the last pull."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.errors import NothingAssigned
from claimcheck.records import Verdict

if TYPE_CHECKING:
    from claimcheck.store import Assignment, Store

__all__ = ["BLIND_BY_ARRANGEMENT", "Workload", "is_strict", "workloads"]

BLIND_BY_ARRANGEMENT = (
    "blind by arrangement: each annotator has a project of their own, but Label Studio's Community edition lets any "
    "user open any project; strictly blind is one Label Studio each (claimcheck assign --studios)"
)
"""What a report of agreement must not leave out where annotators share a Label Studio."""


@dataclass(frozen=True, slots=True)
class Workload:
    """One annotator's work: ``assigned`` is ``done`` and ``skipped`` and ``open`` together.

    ``median_seconds`` is over what they answered, None where no time is known. ``by_others`` counts answers in their
    projects that somebody else gave, under an account of another address.
    """

    annotator: str
    assigned: int
    done: int
    skipped: int
    open: int
    median_seconds: float | None
    control: int
    by_others: int


def workloads(store: "Store") -> list[Workload]:
    """A row for everybody who has claims assigned, by address.

    Raises:
        NothingAssigned: nobody has.
    """
    with store.snapshot():
        assignments, verdicts, roles = store.assignments(), store.verdicts(), store.roles()
    if not assignments:
        raise NothingAssigned(None)
    owner = {(role.server, role.project_id): role.annotator for role in roles if role.purpose == "assignment"}
    given: dict[tuple[str, str], list[Verdict]] = {}
    others: dict[str, int] = {}
    for each in verdicts:
        if each.adjudicated:
            continue
        given.setdefault((each.annotator.lower(), each.claim_id), []).append(each)
        whose = owner.get((each.server, each.project_id))
        if whose and whose != each.annotator.lower():
            others[whose] = others.get(whose, 0) + 1
    by_name: dict[str, list[Assignment]] = {}
    for one in assignments:
        by_name.setdefault(one.annotator, []).append(one)
    return [_row(name, mine, given, others.get(name, 0)) for name, mine in sorted(by_name.items())]


def is_strict(store: "Store") -> bool:
    """Whether no two annotators share a Label Studio."""
    where: dict[str, set[str]] = {}
    for role in store.roles():
        if role.purpose == "assignment" and role.annotator:
            where.setdefault(role.server, set()).add(role.annotator)
    return bool(where) and all(len(names) == 1 for names in where.values())


def _row(
    name: str, mine: "Sequence[Assignment]", given: dict[tuple[str, str], list[Verdict]], by_others: int
) -> Workload:
    done = skipped = 0
    seconds: list[float] = []
    for each in mine:
        answers = given.get((name, each.claim_id), [])
        verdicts = [answer for answer in answers if not answer.skipped]
        done += bool(verdicts)
        skipped += bool(answers) and not verdicts
        seconds += [answer.seconds for answer in verdicts if answer.seconds is not None]
    return Workload(
        annotator=name,
        assigned=len(mine),
        done=done,
        skipped=skipped,
        open=len(mine) - done - skipped,
        median_seconds=statistics.median(seconds) if seconds else None,
        control=sum(each.arm == "control" for each in mine),
        by_others=by_others,
    )
