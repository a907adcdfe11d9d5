"""Who does what to whom: names that change places between two claims, and names that merely stand elsewhere."""

import re
from itertools import combinations

import numpy as np

from claimcheck.match.relation.align import Alignment
from claimcheck.match.relation.claim import Claim
from claimcheck.match.relation.cues import words_in
from claimcheck.match.relation.gazetteer import is_proper
from claimcheck.match.relation.polarity import Cue
from claimcheck.match.relation.slot import HELD

__all__ = ["between", "swapped_names", "turned_comparison", "whole"]

_BECOME, _BY = words_in("become"), words_in("by whom")
_WITHIN = words_in("within")
_ARTICLES = words_in("definite article") | words_in("indefinite article")
_ROLES = words_in("before a role")
_OWNERS = words_in("before an owner")
_BE = words_in("be")
_THAN = words_in("than")
_EQUAL = 0.95  # the likeness from which two names are one


def swapped_names(new: Claim, past: Claim, alignment: Alignment) -> tuple[Cue, Cue] | None:
    """Two names of each side that change places in the same voice: from the first to the second; None for none.

    A name that has the same preposition before it on both sides, or the same article in the same case, does the same
    on both, wherever it stands; and who says what something is may turn it round.
    """
    if turned := _reversed(new, past) or _compared_otherwise(new, past):
        return turned
    pairs = _shared_names(new, past, alignment)
    if len(pairs) < 2 or (_states(new) and _states(past) and not any(_owns(new, past, *each) for each in pairs)):
        return None
    crossed = [(one, other) for one, other in combinations(pairs, 2) if one[1] > other[1]]
    crossed.sort(key=lambda each: each[0][0] - each[1][0])  # the whole of two names before parts of them
    if _passive(new) != _passive(past):  # who does it comes last in the passive
        two = _begin(new, pairs[-1][0]) > pairs[0][0]  # not both part of one name: "Mayor Ann Lee"
        kept = two and not crossed and _deed_between(new, past, alignment, pairs[0], pairs[-1])
        return _from_to(new, past, pairs[0], pairs[-1]) if kept else None
    for one, other in crossed:
        far = min(other[0] - one[0], one[1] - other[1]) >= _apart(new, one[0], other[0])
        listed = _listed(new, one[0], other[0]) and _listed(past, one[1], other[1])
        if far and not listed and (_deed_between(new, past, alignment, one, other) or (_states(new) and _states(past))):
            return _from_to(new, past, one, other)
    return None


def _shared_names(new: Claim, past: Claim, alignment: Alignment) -> list[tuple[int, int]]:
    """Names that both sides have, whose place in the sentence tells what they do: word numbers of new and past."""
    likeness, pairs = alignment.likeness, []
    for at, number in enumerate(new.content if likeness.size else ()):
        other = past.content[to := int(likeness[at].argmax())]
        if likeness[at, to] < _EQUAL or not (_named(new, number) and _named(past, other)):
            continue
        same_role = _lead(new, number) == _lead(past, other) and _lead(new, number) in _ROLES
        if not (same_role or _adverbial(new, number) or _adverbial(past, other)):
            pairs.append((number, other))
    return pairs


def _deed_between(new: Claim, past: Claim, alignment: Alignment, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether a word that is no name stands between two names on both sides: what the one does to the other.

    In German it may come last: hat die Ukraine verklagt, wurde von Russland besiegt.
    """
    spans = [sorted((one[side], other[side])) for side in (0, 1)]
    between = [
        [
            at
            for at, number in enumerate(claim.content)
            if not _named(claim, number) and (low < number < high or (_closes(claim, number) and number > high))
        ]
        for claim, (low, high) in ((new, spans[0]), (past, spans[1]))
    ]
    return any(alignment.likeness[at, to] >= HELD for at in between[0] for to in between[1])


def _closes(claim: Claim, number: int) -> bool:
    """Whether a word can be the verb that ends a German claim."""
    return claim.language == "de" and number == claim.content[-1] and not claim.words[number].capital


def _from_to(new: Claim, past: Claim, one: tuple[int, int], other: tuple[int, int]) -> tuple[Cue, Cue]:
    """What to show: on each side the two names with what stands between them."""
    cues = []
    for claim, numbers in ((new, (one[0], other[0])), (past, (one[1], other[1]))):
        first, last = claim.words[_begin(claim, min(numbers))], claim.words[max(numbers)]
        cues.append(Cue(first.start, last.end, "order", reach=(first.start, last.end)))
    return cues[0], cues[1]


def between(new: Claim, past: Claim, ours: tuple[int, int], theirs: tuple[int, int]) -> tuple[Cue, Cue]:
    """What to show of two names on each side: they and what stands between them."""
    return _from_to(new, past, (ours[0], theirs[0]), (ours[1], theirs[1]))


def whole(new: Claim, past: Claim) -> tuple[Cue, Cue]:
    """What to show of two comparisons: all of them."""
    ends = [(claim.content[0], claim.content[-1]) for claim in (new, past)]
    return between(new, past, ends[0], ends[1])


def _adverbial(claim: Claim, number: int) -> bool:
    """Whether a name merely says where: in der Elbe, near Pirna; not who: bei der FDP."""
    if claim.keys.get(number, "").startswith("roles"):
        return False
    before = [claim.words[at].low for at in range(max(0, number - 2), number)]
    return bool(before) and (before[-1] in _WITHIN or (before[0] in _WITHIN and before[-1] in _ARTICLES))


def _lead(claim: Claim, number: int) -> str:
    """The small word before a name."""
    begin = _begin(claim, number)
    return claim.words[begin - 1].low if begin else ""


def _begin(claim: Claim, number: int) -> int:
    """Where the name begins that a word is part of."""
    while number and claim.words[number - 1].capital and not claim.words[number - 1].light:
        number -= 1
    return number


def _owns(new: Claim, past: Claim, number: int, other: int) -> bool:
    """Whether a name is whose something is, on either side: the capital of Belarus."""
    return _lead(new, number) in _OWNERS or _lead(past, other) in _OWNERS


def _states(claim: Claim) -> bool:
    """Whether a claim says what something is: Minsk is the capital."""
    return any(word.low in _BE for word in claim.words) and not _than(claim) and not _passive(claim)


def turned_comparison(new: Claim, past: Claim, alignment: Alignment) -> bool | None:
    """Whether what stands before "than" stands behind it on the other side; None where nothing is compared on both.

    More pensioners than students, fewer students than pensioners.
    """
    ours, theirs = (_around_than(claim) for claim in (new, past))
    if not ours or not theirs or not alignment.likeness.size:
        return None
    likeness = alignment.likeness
    one, other = likeness[np.ix_(ours[0], theirs[1])], likeness[np.ix_(ours[1], theirs[0])]
    crossed = min(one.max(), other.max())
    straight = likeness[ours[1][int(other.max(axis=1).argmax())], theirs[1][int(one.max(axis=0).argmax())]]
    return bool(crossed >= HELD > straight) if max(crossed, straight) >= HELD else None


def _around_than(claim: Claim) -> tuple[list[int], list[int]] | None:
    """The places in the content of the words before "than", and of the next ones behind it."""
    at = next((word.start for word in claim.words if word.low in _THAN and _is_than(claim, word.start)), None)
    before = [n for n, number in enumerate(claim.content) if at is not None and claim.words[number].start < at]
    behind = [n for n, number in enumerate(claim.content) if at is not None and claim.words[number].start > at]
    return (before, behind[:_BEHIND]) if before and behind else None


_BEHIND = 2  # words behind "than" that are compared
_COMPARED = re.compile(
    r"\b(?:more|less|fewer|worse|mehr|weniger|seltener|rather|\w{2,}er|\w{3,}ere[nrs]?)\b", re.IGNORECASE
)


def _is_than(claim: Claim, at: int) -> bool:
    """Not "als" that says when or what as: something is compared before it."""
    return bool(_COMPARED.search(claim.text, 0, at))


def _listed(claim: Claim, one: int, other: int) -> bool:
    """Whether two names are one list, whose order says nothing: Leeds and York."""
    return abs(one - other) == 2 and claim.words[min(one, other) + 1].low in ("and", "und")


def _reversed(new: Claim, past: Claim) -> tuple[Cue, Cue] | None:
    """A lives longer than B, B lives longer than A; dog bites man, man bites dog: the same words round one another.

    Only within a language whose order says who does what, and not in the passive.
    """
    if new.language != past.language or _passive(new) or _passive(past) or len(new.content) != len(past.content):
        return None
    ours, theirs = ([claim.words[number].low for number in claim.content] for claim in (new, past))
    compared = [_than(claim) for claim in (new, past)]
    if all(compared):
        turned = ours != theirs and sorted(ours) == sorted(theirs) and compared[0] != compared[1]
    else:
        turned = new.language == "en" and len(ours) == 3 and ours[::-1] == theirs and ours[0] != ours[2]
    if not turned:
        return None
    ends = [(claim.content[0], claim.content[-1]) for claim in (new, past)]
    return _from_to(new, past, (ends[0][0], ends[1][0]), (ends[0][1], ends[1][1]))


def _compared_otherwise(new: Claim, past: Claim) -> tuple[Cue, Cue] | None:
    """Two opposites on either side of "than" that stand the other way round: exported more than it imported."""
    ours, theirs = _opposites_around_than(new), _opposites_around_than(past)
    for axis in ours.keys() & theirs.keys():
        if ours[axis][0].side != theirs[axis][0].side:
            first, second = (
                Cue(ends[0].start, ends[1].end, "order", reach=(ends[0].start, ends[1].end))
                for ends in (ours[axis], theirs[axis])
            )
            return first, second
    return None


def _opposites_around_than(claim: Claim) -> dict[int, tuple[Cue, Cue]]:
    """By scale its two ends, the one before "than" and the one behind it."""
    at = next((word.start for word in claim.words if word.low in _THAN), None)
    if at is None:
        return {}
    before = {cue.axis: cue for cue in claim.opposites if cue.start < at}
    behind = {cue.axis: cue for cue in claim.opposites if cue.start > at}
    return {
        axis: (cue, behind[axis]) for axis, cue in before.items() if axis in behind and behind[axis].side != cue.side
    }


def _than(claim: Claim) -> str:
    """The first word after "than" or "als"; empty where nothing is compared."""
    at = next((word.start for word in claim.words if word.low in _THAN), None)
    after = (claim.words[number] for number in claim.content if at is not None and claim.words[number].start > at)
    return next((word.low for word in after), "")


def _passive(claim: Claim) -> bool:
    """Whether a text says by whom something was done."""
    lows = {word.low for word in claim.words}
    return bool(lows & _BY and lows & _BECOME)


def _apart(claim: Claim, one: int, other: int) -> int:
    """How many words two names must be apart: offices beside each other belong together."""
    offices = [claim.keys.get(number, "").partition(":") for number in (one, other)]
    return 3 if any(kind == "roles" and not is_proper("roles", key) for kind, _, key in offices) else 2


def _named(claim: Claim, number: int) -> bool:
    """Whether a word is, or is part of, somebody's or something's name."""
    word = claim.words[number]
    key = claim.keys.get(number, "")
    if key.startswith(("places", "roles")):
        return True
    if not word.capital:
        return False
    if claim.language != "de":
        return not word.first
    if key:
        return False
    near = [claim.words[at] for at in (number - 1, number + 1) if 0 <= at < len(claim.words)]
    return any(each.capital and not each.light for each in near)
