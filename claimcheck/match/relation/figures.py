"""Where two claims differ in a number or a date."""

import re
from collections.abc import Sequence
from itertools import pairwise

from claimcheck.match.relation.align import Alignment
from claimcheck.match.relation.claim import Claim, Part
from claimcheck.match.relation.quantity import Quantity, fit
from claimcheck.match.relation.slot import HELD, Found, Slot, turned_words
from claimcheck.match.relation.times import differing, less_precise

__all__ = ["compare_dates", "compare_numbers"]

_DAY = re.compile(r"\b(?:on the day|am (?:\w+tag|tag))\b", re.IGNORECASE)
_NEXT = 32  # characters after "before" in which its event is named
_SHIFT = re.compile(
    r"\b(?:eve of|day before|day after|days? (?:before|after)|vorabend|(?:am )?tag (?:vor|nach))\b", re.IGNORECASE
)


def _unpaired(
    new: Sequence[Quantity], past: Sequence[Quantity]
) -> tuple[list[Quantity], list[Quantity], list[tuple[Quantity, Quantity]]]:
    left, rest, pairs = [], list(past), []
    for each in new:
        partner = next((other for other in rest if fit(each, other)), None)
        if partner is None:
            left.append(each)
        else:
            rest.remove(partner)
            pairs.append((each, partner))
    return left, rest, pairs


def _comparable(one: Quantity, other: Quantity) -> bool:
    if one.dimension == other.dimension or not (one.dimension and other.dimension):
        return True
    same_digits = (one.bare if one.bare is not None else one.value) == (
        other.bare if other.bare is not None else other.value
    )
    money = {"EUR", "USD", "GBP", "CHF"}
    return (
        same_digits
        or {one.dimension, other.dimension} <= money
        or {one.dimension, other.dimension} <= {"share", "points", "times"}
    )


def _weighty(each: Quantity) -> bool:
    return each.dimension not in ("", "times") or abs(each.value) > 12 or each.bound == "vague"


def compare_numbers(new: Claim, past: Claim, found: Found) -> None:
    """Figures that do not fit together, that one side puts vaguely, or that only one side has."""
    left, rest, pairs = _unpaired(new.quantities, past.quantities)
    _add_up(left, past, rest)
    _add_up(rest, new, left)
    found.agreed = sum(_weighty(mine) for mine, _ in pairs)
    for mine, other in pairs:
        if (mine.bound == "vague") != (other.bound == "vague"):
            wider = 1 if other.bound == "vague" else -1
            found.scopes.append(Slot("number", new.span(mine), past.span(other), wider))
    for mine in list(left):
        rivals = [other for other in rest if _comparable(mine, other)]
        if rivals:
            other = min(rivals, key=lambda each: (each.dimension != mine.dimension, _far(new, mine, past, each)))
            found.conflicts.append(Slot("number", new.span(mine), past.span(other)))
            left.remove(mine)
            rest.remove(other)
    found.scopes += [Slot("number", new.span(each), "", 1, 1.0 if _weighty(each) else 0.4) for each in left]
    found.scopes += [Slot("number", "", past.span(each), -1, 1.0 if _weighty(each) else 0.4) for each in rest]


_AND = re.compile(r"\b(?:and|und|plus|sowie)\b", re.IGNORECASE)
_NEAR = 45  # characters between two that are added


def _add_up(left: list[Quantity], other: Claim, rest: list[Quantity]) -> None:
    """Takes out what the other side gives in two parts: 27 people, 14 children and 13 adults."""
    for mine in list(left):
        for first, second in pairwise(other.quantities):
            between = other.text[first.end : second.start]
            added = first.dimension == second.dimension == mine.dimension and first.value + second.value == mine.value
            if added and mine in left and len(between) <= _NEAR and _AND.search(between):
                left.remove(mine)
                rest[:] = [each for each in rest if each not in (first, second)]


def _far(new: Claim, mine: Part, past: Claim, other: Part) -> float:
    """How differently two parts stand in their texts: words after them in common, then place."""
    following = {word.stem for word in new.words if 0 <= word.start - mine.end < 25 and not word.light}
    others = {word.stem for word in past.words if 0 <= word.start - other.end < 25 and not word.light}
    return -len(following & others) + abs(mine.start / max(len(new.text), 1) - other.start / max(len(past.text), 1))


_SINCE = re.compile(r"\b(?:since|seit)\s(?:\w+\s)?$", re.IGNORECASE)
_FOR = re.compile(r"(?:\b(?:for|seit)\s(?:the past |the last |rund |etwa |fast |about )?|^)$", re.IGNORECASE)


def _since_and_for(one: Claim, other: Claim) -> Quantity | None:
    """For how many years other says what one says since a year: which is more depends on the day."""
    if any(each.year for each in other.moments):
        return None
    if not any(each.year and _SINCE.search(one.text[: each.start]) for each in one.moments):
        return None
    times = (each for each in other.quantities if each.dimension == "time" and each.unit == "year")
    return next((each for each in times if _FOR.search(other.text[: each.start])), None)


def compare_dates(new: Claim, past: Claim, alignment: Alignment, found: Found) -> None:
    """Dates that do not fit together, or that one side puts less precisely."""
    for since, lasting in ((new, past), (past, new)):
        if span := _since_and_for(since, lasting):
            told = lasting.span(span)
            found.scopes[:] = [each for each in found.scopes if told not in (each.new, each.past)]
            found.unsettled = True
            return
    if new.moments and past.moments:
        name = differing(new.moments, past.moments)
        if name:
            mine = _moment_words(new, name, past)
            other = _moment_words(past, name, new)
            found.conflicts.append(Slot("date", mine, other))
            return
        if bool(_SHIFT.search(new.text)) != bool(_SHIFT.search(past.text)):
            found.conflicts.append(Slot("date", new.span(new.moments[0]), past.span(past.moments[0]), 0, 0.8))
            return
    shifted = [bool(_SHIFT.search(claim.text)) for claim in (new, past)]
    plain = past if shifted[0] else new
    if shifted[0] != shifted[1] and (day := _DAY.search(plain.text)):
        words = [hit[0] if (hit := _SHIFT.search(claim.text)) else day[0] for claim in (new, past)]
        found.conflicts.append(Slot("date", words[0], words[1], 0, 0.7))
        return
    turned = turned_words(new, past, "time")
    if turned and _one_event(new, turned[0], past, turned[1], alignment):
        found.conflicts.append(Slot("date", new.span(turned[0]), past.span(turned[1]), 0, 0.7))
        return
    dates = (new.span(new.moments[0]) if new.moments else "", past.span(past.moments[0]) if past.moments else "")
    if less_precise(past.moments, new.moments):
        found.scopes.append(Slot("date", *dates, 1))
    elif less_precise(new.moments, past.moments):
        found.scopes.append(Slot("date", *dates, -1))


def _one_event(new: Claim, mine: Part, past: Claim, other: Part, alignment: Alignment) -> bool:
    """Whether "before" and "after" speak of one event: the words that follow are alike, or one date."""
    ends = (mine.end + _NEXT, other.end + _NEXT)
    rows = [at for at, number in enumerate(new.content) if mine.end <= new.words[number].start < ends[0]][:2]
    columns = [at for at, number in enumerate(past.content) if other.end <= past.words[number].start < ends[1]][:2]
    if rows and columns and alignment.likeness[rows][:, columns].max() >= HELD:
        return True
    ours = [each.fields for each in new.moments if mine.end <= each.start < ends[0]]
    return any(each.fields in ours for each in past.moments if other.end <= each.start < ends[1])


def _moment_words(claim: Claim, name: str, other: Claim) -> str:
    values = {getattr(each, name) for each in other.moments}
    fitting = [each for each in claim.moments if getattr(each, name) is not None and getattr(each, name) not in values]
    return claim.span(
        (fitting or [each for each in claim.moments if getattr(each, name) is not None] or claim.moments)[0]
    )
