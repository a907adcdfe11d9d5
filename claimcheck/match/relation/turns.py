"""What makes one claim deny another: a negation on one side, opposites, a correction."""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimcheck.match.relation.align import Alignment
from claimcheck.match.relation.claim import Claim
from claimcheck.match.relation.polarity import Cue
from claimcheck.match.relation.slot import HELD, Slot, opposed

__all__ = ["Turn", "active_negations", "corrected_slot", "opposite_words", "turn_of"]

_FREE_OF = re.compile(r"(?P<what>[^\W\d_]{4,})(?:s?frei(?:e[nrsm]?)?|s?los(?:e[nrsm]?)?|less)")
_STEM = 5  # letters by which what something is free of is found
_LESS = {"less", "weniger", "fewer"}


@dataclass(frozen=True, slots=True)
class Turn:
    """What makes one claim deny the other: a negation on one side, two opposites, or names in the other order."""

    kind: str  # negation, antonym, order
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
    opposites = list(opposed(new, past))
    elsewhere = {each.start for pair in opposites for each in pair if each.sense in ("place", "time")}
    for mine, other in opposites:
        if mine.start in elsewhere or other.start in elsewhere:
            continue
        ours = _held(places[0], mine, likeness)
        theirs = _held(places[1], other, likeness.T)
        if min(ours, theirs) <= 0.9:  # else each has its own word on the other side
            pairs.append((mine, other, 1 - 0.25 * (ours + theirs)))
    pairs += _prefixed(new, past)
    pairs += _without(new, past)
    pairs += _lessened(new, past, alignment)
    return sorted(pairs, key=lambda each: -each[2])


def _held(places: dict[int, int], cue: Cue, likeness: NDArray[np.float32]) -> float:
    """How well the other side holds a cue's words, by the one that it holds least: "low" in "record low"."""
    inside = [at for start, at in places.items() if cue.start <= start < cue.end]
    return min((float(likeness[at].max()) for at in inside), default=0.5) if likeness.size else 0.5


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


def _without(new: Claim, past: Claim) -> list[tuple[Cue, Cue, float]]:
    """debt-free, schuldenfrei on one side, and debt, Schulden on the other."""
    pairs = []
    for one, other, turned in ((new, past, False), (past, new, True)):
        if any(_FREE_OF.fullmatch(each.low) or each.low in ("free", "frei") for each in other.words):
            continue
        for at, word in enumerate(one.words):
            found = _FREE_OF.fullmatch(word.low)
            glued = word.glued and at > 0 and word.low in ("free", "frei")
            what = found["what"] if found else one.words[at - 1].low if glued else ""
            partner = what and next((each for each in other.words if _is_form(each.low, what)), None)
            if not partner:
                continue
            mine = Cue(one.words[at - 1].start if glued else word.start, word.end, "without")
            cue = Cue(partner.start, partner.end, "without")
            pairs.append((cue, mine, 1.0) if turned else (mine, cue, 1.0))
    return pairs


def _is_form(low: str, what: str) -> bool:
    """Whether a word is a form of another and no compound with it: debts of debt, Arbeitsamt not of arbeit."""
    return low.startswith(what[:_STEM]) and len(low) <= len(what) + 2


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


def turn_of(
    negations: list[list[Cue]],
    antonyms: list[tuple[Cue, Cue, float]],
    swapped: tuple[Cue, Cue] | None,
    *,
    negated: bool,
) -> Turn | None:
    """The turn to show: names that changed places, else the negation that one side has more, else opposites."""
    if swapped:
        return Turn("order", *swapped)
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
