"""One thing in which two claims differ, and all of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claimcheck.match.relation.claim import Claim
from claimcheck.match.relation.gazetteer import Named, contains
from claimcheck.match.relation.polarity import Cue, one_scale

__all__ = ["HELD", "Found", "Slot", "left_over", "nested", "opposed", "turned_words", "wider_of"]

HELD = 0.5
"""The likeness from which a word counts as held by the other side."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing in which they differ: the verbatim words of both sides, one of them empty for a detail."""

    kind: str  # number, date, place, person, kind
    new: str
    past: str
    wider: int = 0  # 1: the past claim's is the wider, -1: the new one's; 0: they do not fit together
    sure: float = 1.0


@dataclass(slots=True)
class Found:
    """All that differs."""

    conflicts: list[Slot] = field(default_factory=list)
    scopes: list[Slot] = field(default_factory=list)
    agreed: int = 0  # figures that both give
    unsettled: bool = False  # since a year, for so many years: whether they agree depends on the day


def left_over(new: Sequence[Named], past: Sequence[Named]) -> tuple[list[Named], list[Named]]:
    """What each side names and the other does not."""
    keys, others = {each.key for each in new}, {each.key for each in past}
    return [each for each in new if each.key not in others], [each for each in past if each.key not in keys]


def wider_of(source: str, new: str, past: str) -> int:
    """1 where the past claim's is the wider, -1 where the new one's is, 0 where neither lies in the other."""
    return 1 if contains(source, past, new) else -1 if contains(source, new, past) else 0


def nested(kind: str, source: str, new: tuple[Claim, list[Named]], past: tuple[Claim, list[Named]]) -> list[Slot]:
    """Pairs of which one lies in the other, taken out of what is left on both sides."""
    (ours, left), (theirs, rest) = new, past
    made = []
    for mine in list(left):
        for other in list(rest):
            wide = wider_of(source, mine.key, other.key)
            if wide and mine in left and other in rest:
                made.append(Slot(kind, ours.span(mine), theirs.span(other), wide))
                left.remove(mine)
                rest.remove(other)
    return made


def turned_words(new: Claim, past: Claim, sense: str) -> tuple[Cue, Cue] | None:
    """Words from opposite ends of a scale of places or times, one in each text."""
    return next((pair for pair in opposed(new, past) if pair[0].sense == sense), None)


def opposed(new: Claim, past: Claim) -> Iterator[tuple[Cue, Cue]]:
    """Words from opposite ends of one scale, one in each text, where neither text has a word of the other's end too."""
    ours, theirs = ({(each.axis, each.side) for each in claim.opposites} for claim in (new, past))
    for mine in new.opposites:
        for other in past.opposites:
            if mine.side == other.side or not one_scale(mine.axis, other.axis):
                continue
            said = {(mine.axis, mine.side), (other.axis, mine.side)}
            heard = {(other.axis, other.side), (mine.axis, other.side)}
            if said.isdisjoint(theirs) and heard.isdisjoint(ours):
                yield mine, other
