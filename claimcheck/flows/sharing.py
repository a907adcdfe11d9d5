"""Who judges which claim: shared out evenly, by a seed, so that nothing given before ever moves. Pure.

The arm of a control is drawn for each claim and annotator, not for a claim as a whole: then one claim is judged by some
who saw its past checks and some who did not, and what is compared is the same claim. It is drawn among all claims,
also those without past checks, so that a page that shows none does not give away that there are some.
"""

import hashlib
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from claimcheck.errors import AnnotatorInvalid, OverlapImpossible, SharingInvalid
from claimcheck.store import Assignment

__all__ = ["check_annotators", "hand_on", "share_out"]


def check_annotators(given: Sequence[str]) -> tuple[str, ...]:
    """E-mail addresses as Label Studio keeps them: in small letters.

    >>> check_annotators(["Ada@Example.org", " ben@example.org"])
    ('ada@example.org', 'ben@example.org')

    Raises:
        AnnotatorInvalid: one is no address, or there twice.
    """
    found: list[str] = []
    for each in given:
        email = each.strip().lower()
        name, at, host = email.partition("@")
        if not (name and at and host) or "@" in host or any(c.isspace() or not c.isprintable() for c in email):
            raise AnnotatorInvalid(each, "is no e-mail address")
        if email in found:
            raise AnnotatorInvalid(each, "is named twice")
        found.append(email)
    return tuple(found)


def share_out(
    claim_ids: Collection[str],
    annotators: Sequence[str],
    *,
    overlap: int,
    seed: int,
    at: datetime,
    control: float | None = None,
    before: Sequence[Assignment] = (),
    judged: Mapping[str, Collection[str]] | None = None,
) -> list[Assignment]:
    """New assignments, so that each claim has ``overlap`` annotators; by annotator, in their own order.

    What is newly given to two annotators differs by at most one, and so does what they have in all where they started
    alike. ``before`` is all there was, handed on or not: it counts, and stays. ``judged`` says who has judged a claim
    already without being assigned to it: they count, and are not given it again. ``control`` is the share of new
    assignments that hide past checks: even over the annotators of a claim, over claims, and over each one's tasks.

    Raises:
        OverlapImpossible: fewer annotators than each claim is to have.
        SharingInvalid: ``control`` is not within 0 and 1.
    """
    if overlap > len(annotators):
        raise OverlapImpossible(overlap, len(annotators))
    if control is not None and not 0 <= control <= 1:
        raise SharingInvalid(control)
    known = judged or {}
    holders: dict[str, set[str]] = {}  # also who handed a claim on: it does not come back to them
    standing: Counter[str] = Counter()
    for each in before:
        holders.setdefault(each.claim_id, set()).add(each.annotator)
        standing[each.claim_id] += each.moved_to is None
    total = Counter(each.annotator for each in before if each.moved_to is None)
    fresh: Counter[str] = Counter()
    given: dict[str, list[str]] = {name: [] for name in annotators}
    arms = _Arms(control, before)
    drawn: dict[tuple[str, str], str | None] = {}
    for claim_id in sorted(set(claim_ids), key=lambda each: _hash(seed, each)):
        others = set(known.get(claim_id, ())) - holders.get(claim_id, set())
        open_to = [name for name in annotators if name not in holders.get(claim_id, set()) | others]
        wanted = overlap - standing[claim_id] - len(others)
        ranked = sorted(open_to, key=lambda name: (fresh[name], total[name], _hash(seed, claim_id, name)))
        chosen = ranked[: max(wanted, 0)]
        for name in chosen:
            given[name].append(claim_id)
            fresh[name] += 1
            total[name] += 1
        drawn |= {(claim_id, name): arm for name, arm in arms.draw(chosen, claim_id, seed).items()}
    return [
        Assignment(claim_id, name, place, drawn[claim_id, name], at)
        for name in annotators
        for place, claim_id in enumerate(_own_order(given[name], name, seed), start=_next_place(before, name))
    ]


def hand_on(
    leaving: Sequence[Assignment],
    to: Sequence[str],
    *,
    seed: int,
    at: datetime,
    before: Sequence[Assignment],
    judged: Mapping[str, Collection[str]] | None = None,
) -> tuple[list[tuple[Assignment, Assignment]], list[Assignment]]:
    """Each of these assignments with the one that takes its place, evenly over ``to``; and those that none can take.

    Nobody is given a claim they have, had or judged. A task keeps its arm, whoever has it.
    """
    known = judged or {}
    holders: dict[str, set[str]] = {}
    for each in before:
        holders.setdefault(each.claim_id, set()).add(each.annotator)
    total = Counter(each.annotator for each in before if each.moved_to is None)
    fresh: Counter[str] = Counter()
    taken: dict[str, list[Assignment]] = {name: [] for name in to}
    stuck: list[Assignment] = []
    for each in sorted(leaving, key=lambda one: _hash(seed, one.claim_id)):
        closed = holders.get(each.claim_id, set()) | set(known.get(each.claim_id, ()))
        ranked = sorted(
            (name for name in to if name not in closed),
            key=lambda name: (fresh[name], total[name], _hash(seed, each.claim_id, name)),
        )
        if not ranked:
            stuck.append(each)
            continue
        fresh[ranked[0]] += 1
        total[ranked[0]] += 1
        taken[ranked[0]].append(each)
    moves = []
    for name in to:
        of = {each.claim_id: each for each in taken[name]}
        for place, claim_id in enumerate(_own_order(list(of), name, seed), start=_next_place(before, name)):
            moves.append((of[claim_id], Assignment(claim_id, name, place, of[claim_id].arm, at)))
    return moves, stuck


class _Arms:
    """Draws arms so that the share holds after every claim, and as far as that allows for every annotator."""

    def __init__(self, control: float | None, before: Sequence[Assignment]) -> None:
        self._share = control
        armed = [each for each in before if each.arm is not None and each.moved_to is None]
        self._all = Counter(each.annotator for each in armed)
        self._hidden = Counter(each.annotator for each in armed if each.arm == "control")

    def draw(self, names: Sequence[str], claim_id: str, seed: int) -> dict[str, str | None]:
        if self._share is None:
            return dict.fromkeys(names)
        share = self._share
        self._all.update(names)
        due = share * self._all.total() - self._hidden.total()
        least, most = int(share * len(names)), -int(-share * len(names) // 1)
        count = min(max(round(due), least), most)
        first = sorted(
            names, key=lambda name: (self._hidden[name] - share * self._all[name], _hash(seed, name, claim_id))
        )
        hidden = set(first[:count])
        self._hidden.update(hidden)
        return {name: "control" if name in hidden else "shown" for name in names}


def _own_order(claim_ids: Sequence[str], name: str, seed: int) -> list[str]:
    return sorted(claim_ids, key=lambda each: _hash(seed, name, "order", each))


def _next_place(before: Sequence[Assignment], name: str) -> int:
    return max((each.place for each in before if each.annotator == name), default=-1) + 1


def _hash(seed: int, *parts: str) -> str:
    return hashlib.sha256("\x00".join((str(seed), *parts)).encode()).hexdigest()
