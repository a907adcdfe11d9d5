"""What makes one claim deny another: a negation on one side, opposites, a correction, names that change places."""

from dataclasses import dataclass

import numpy as np

from claimcheck.match.relation.align import Alignment
from claimcheck.match.relation.claim import Claim
from claimcheck.match.relation.cues import pattern
from claimcheck.match.relation.polarity import Cue
from claimcheck.match.relation.slot import HELD, Slot, opposed

__all__ = ["Turn", "active_negations", "corrected_slot", "opposite_words", "swapped_names", "turn_of"]

_BECOME = frozenset(["is", "are", "was", "were", "been", "being", "be", "wurde", "wurden", "wird", "werden", "worden"])
_WITHIN = frozenset(pattern("within").split("|"))
_DETERMINERS = frozenset(["the", "der", "die", "das", "dem", "den", "a", "an", "einem", "einer"])
_LESS = {"less", "weniger", "fewer"}


@dataclass(frozen=True, slots=True)
class Turn:
    """What makes one claim deny the other: a negation on one side, or two opposites."""

    kind: str  # negation, antonym
    new: Cue | None
    past: Cue | None


def active_negations(claim: Claim, other: Claim, alignment: Alignment, side: int, corrected: Slot | None) -> list[Cue]:
    """The negations that bear on something the other side speaks of too."""
    held, weights = alignment.held(side), alignment.weights[side]
    starts = [claim.words[number].start for number in claim.content]
    scales = {each.axis for each in other.opposites}
    opposed = {each.start for each in claim.opposites if each.axis in scales}
    held = np.maximum(held, [float(start in opposed) for start in starts])
    kept = []
    for cue in claim.negations:
        if corrected and any(each.start <= cue.start < each.end for each in claim.corrections):
            continue
        inside = [at for at, start in enumerate(starts) if cue.reach[0] <= start < cue.reach[1]]
        if not inside:
            kept.append(cue)
            continue
        total = weights[inside].sum()
        if (held[inside] * weights[inside]).sum() >= 0.35 * total:
            kept.append(cue)
    return kept


def opposite_words(new: Claim, past: Claim, alignment: Alignment) -> list[tuple[Cue, Cue, float]]:
    """Pairs of words from opposite ends of one scale, the surest first."""
    pairs = []
    likeness = alignment.likeness
    places = [{claim.words[number].start: at for at, number in enumerate(claim.content)} for claim in (new, past)]
    for mine, other in opposed(new, past):
        if mine.sense in ("place", "time"):
            continue
        at, to = places[0].get(mine.start), places[1].get(other.start)
        ours = float(likeness[at].max()) if at is not None and likeness.size else 0.5
        theirs = float(likeness[:, to].max()) if to is not None and likeness.size else 0.5
        if min(ours, theirs) <= 0.9:  # else each has its own word on the other side
            pairs.append((mine, other, 1 - 0.25 * (ours + theirs)))
    pairs += _prefixed(new, past)
    pairs += _lessened(new, past, alignment)
    return sorted(pairs, key=lambda each: -each[2])


def _prefixed(new: Claim, past: Claim) -> list[tuple[Cue, Cue, float]]:
    """safe and unsafe, wirksam and unwirksam: a word and the same with un- or in-; productive and less productive."""
    pairs = []
    for one, other, turned in ((new, past, False), (past, new, True)):
        lows = {word.low: word for word in other.words if len(word.low) >= 5 and not word.light}
        stems = {word.low[:6]: word for word in other.words if len(word.low) >= 6 and not word.light}
        for word in one.words:
            head = word.low[:2]
            if len(word.low) < 7 or not (head == "un" or (head in ("in", "ir", "im", "il") and one.language == "en")):
                continue
            partner = lows.get(word.low[2:]) or stems.get(word.low[2:8])
            if partner and not any(each.low == word.low for each in other.words):
                mine, their = Cue(word.start, word.end, "un"), Cue(partner.start, partner.end, "un")
                pairs.append((their, mine, 1.0) if turned else (mine, their, 1.0))
    return pairs


def _lessened(new: Claim, past: Claim, alignment: Alignment) -> list[tuple[Cue, Cue, float]]:
    """ "less productive" on one side, "produktiver" on the other."""
    pairs = []
    for side, (one, other) in enumerate(((new, past), (past, new))):
        if any(word.low in _LESS for word in other.words) or not any(word.low in _LESS for word in one.words):
            continue
        likeness = alignment.likeness if side == 0 else alignment.likeness.T
        for at, number in enumerate(one.content):
            if number and one.words[number - 1].low in _LESS and likeness.size and likeness[at].max() >= HELD:
                word, their = one.words[number], other.words[other.content[int(likeness[at].argmax())]]
                before = other.words[other.content[int(likeness[at].argmax())] - 1].low
                if their.low.endswith(("er", "ere", "eren", "erer")) or before in ("more", "mehr", "most"):
                    mine, cue = Cue(word.start, word.end, "less"), Cue(their.start, their.end, "less")
                    pairs.append((mine, cue, 0.8) if side == 0 else (cue, mine, 0.8))
    return pairs


def turn_of(negations: list[list[Cue]], antonyms: list[tuple[Cue, Cue, float]], *, negated: bool) -> Turn | None:
    """The turn to show: the negation that one side has more, else the surest opposites."""
    if negated:
        ours, theirs = negations
        return Turn("negation", ours[-1], None) if len(ours) > len(theirs) else Turn("negation", None, theirs[-1])
    if antonyms:
        return Turn("antonym", antonyms[0][0], antonyms[0][1])
    return None


def corrected_slot(new: Claim, past: Claim) -> Slot | None:
    """Where one side says "not X but Y" and the other says X: what kind X is, and the words."""
    for claim, other, turned in ((new, past, False), (past, new, True)):
        for each in claim.corrections:
            denied, said = _words_in(claim, each.no), _words_in(claim, each.yes)
            if not denied or not said:
                continue
            there = {word.stem for word in other.words if not word.light}
            keys = set(other.keys.values())
            hit = [n for n in denied if claim.words[n].stem in there or claim.keys.get(n, "-") in keys]
            if not hit or other.corrections:
                continue
            kind = _kind_of(claim, each.no, denied)
            words = claim.text[slice(*_trim(claim, said))], _other_words(other, claim, hit)
            return Slot(kind, words[1], words[0]) if turned else Slot(kind, words[0], words[1])
    return None


def _words_in(claim: Claim, span: tuple[int, int]) -> list[int]:
    return [n for n, word in enumerate(claim.words) if span[0] <= word.start < span[1] and not word.light]


def _trim(claim: Claim, numbers: list[int]) -> tuple[int, int]:
    last = numbers[min(len(numbers), 3) - 1]
    return claim.words[numbers[0]].start, claim.words[last].end


def _other_words(other: Claim, claim: Claim, hit: list[int]) -> str:
    stems, keys = {claim.words[n].stem for n in hit}, {claim.keys.get(n, "-") for n in hit}
    found = [n for n, word in enumerate(other.words) if word.stem in stems or other.keys.get(n) in keys]
    return (
        other.text[other.words[found[0]].start : other.words[found[-1]].end]
        if found and found[-1] - found[0] < 4
        else (other.text[other.words[found[0]].start : other.words[found[0]].end] if found else "")
    )


def _kind_of(claim: Claim, span: tuple[int, int], denied: list[int]) -> str:
    if any(span[0] <= each.start < span[1] for each in claim.quantities):
        return "number"
    if any(span[0] <= each.start < span[1] for each in claim.moments):
        return "date"
    if any(claim.keys.get(n, "").startswith("places") for n in denied):
        return "place"
    return "person"


def swapped_names(new: Claim, past: Claim, alignment: Alignment) -> float:
    """Whether the same names come in the other order, in the same voice."""
    likeness = alignment.likeness
    if not likeness.size:
        return 0.0
    pairs = []
    for i, number in enumerate(new.content):
        if not _named(new, number):
            continue
        j = int(likeness[i].argmax())
        where = _adverbial(new, number) and _adverbial(past, past.content[j])
        if likeness[i, j] >= 0.95 and _named(past, past.content[j]) and not where:
            pairs.append((number, past.content[j]))
    if _reversed(new, past):
        return 1.0
    if len(pairs) < 2:
        return 0.0
    crossed = [
        min(pairs[b][0] - pairs[a][0], pairs[a][1] - pairs[b][1]) >= _apart(new, pairs[a][0], pairs[b][0])
        for a in range(len(pairs))
        for b in range(a + 1, len(pairs))
        if pairs[a][1] > pairs[b][1]
    ]
    if _passive(new) != _passive(past):
        return 0.0 if crossed else 1.0  # who does it comes last in the passive
    return float(any(crossed))


def _adverbial(claim: Claim, number: int) -> bool:
    """Whether a name merely says where: in der Elbe, near Pirna; or is one of a list."""
    before = [claim.words[at].low for at in range(max(0, number - 2), number)]
    return bool(before) and (before[-1] in _WITHIN or (before[0] in _WITHIN and before[-1] in _DETERMINERS))


def _reversed(new: Claim, past: Claim) -> bool:
    """A lives longer than B, B lives longer than A; dog bites man, man bites dog: the same words round one another.

    Only within a language whose order says who does what, and not in the passive.
    """
    if new.language != past.language or _passive(new) or _passive(past) or len(new.content) != len(past.content):
        return False
    ours, theirs = ([claim.words[number].low for number in claim.content] for claim in (new, past))
    compared = [_than(claim) for claim in (new, past)]
    if all(compared):
        return ours != theirs and sorted(ours) == sorted(theirs) and compared[0] != compared[1]
    return new.language == "en" and len(ours) == 3 and ours[::-1] == theirs and ours[0] != ours[2]


def _than(claim: Claim) -> frozenset[str]:
    """The words after "than" or "als"; none where nothing is compared."""
    at = next((word.start for word in claim.words if word.low in ("than", "als")), None)
    if at is None:
        return frozenset()
    return frozenset(claim.words[number].low for number in claim.content if claim.words[number].start > at)


def _passive(claim: Claim) -> bool:
    """Whether a text says by whom something was done."""
    lows = {word.low for word in claim.words}
    return bool(lows & {"by", "von", "vom", "durch"} and lows & _BECOME)


def _apart(claim: Claim, one: int, other: int) -> int:
    """How many words two names must be apart: offices beside each other belong together."""
    return 3 if any(claim.keys.get(number, "").startswith("roles") for number in (one, other)) else 2


def _named(claim: Claim, number: int) -> bool:
    """Whether a word is, or is part of, somebody's or something's name."""
    word = claim.words[number]
    key = claim.keys.get(number, "")
    if key.startswith(("places", "roles")):
        return True
    if not word.capital or key:
        return False
    if claim.language != "de":
        return not word.first
    near = [claim.words[at] for at in (number - 1, number + 1) if 0 <= at < len(claim.words)]
    return any(each.capital and not each.light for each in near)
