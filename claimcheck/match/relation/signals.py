"""How two claims stand to each other as numbers: what the relation is judged by."""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimcheck.match.relation.align import Alignment, WordVectors, align
from claimcheck.match.relation.claim import Claim
from claimcheck.match.relation.contests import contest_of, outcome_words
from claimcheck.match.relation.cues import pattern, words_in
from claimcheck.match.relation.extras import extra_words
from claimcheck.match.relation.facing import compare_facing, compare_speakers
from claimcheck.match.relation.figures import compare_dates, compare_numbers
from claimcheck.match.relation.names import compare_kinds, compare_places
from claimcheck.match.relation.opposition import Opposition, shipped_opposition
from claimcheck.match.relation.order import between, swapped_names, turned_comparison, whole
from claimcheck.match.relation.persons import compare_persons
from claimcheck.match.relation.polarity import Cue
from claimcheck.match.relation.slot import HELD, Found, Slot
from claimcheck.match.relation.turns import (
    Turn,
    active_negations,
    corrected_slot,
    opposite_words,
    turn_of,
)
from claimcheck.match.relation.unlike import likeliest_opposites
from claimcheck.match.relation.verbs import compare_verbs

__all__ = ["SIGNALS", "View", "view"]

_DENYING = words_in("scale whose end denies")
_TELLING = words_in("telling")
_NONE_SURPASSES, _TOPS = (re.compile(pattern(name), re.IGNORECASE) for name in ("none surpasses", "tops all"))
_SOME = words_in("some")
_NOBODY = words_in("nobody")
_APART = re.compile(r",|\bbut\b|\b(?:und|aber|doch) [a-zäöü]")  # another clause
_NO = re.compile(r"\W*(?:nein|no),", re.IGNORECASE)
_REACH, _REACH_OF_NOBODY = 6, 12  # words between a negation and what it turns

SIGNALS = (
    "cosine", "residue", "least cover", "most cover", "new cover", "past cover", "new left", "past left", "least left",
    "both left", "alike", "abroad", "longer new", "longer past",
    "negated", "negations", "antonym", "antonym sure", "turned", "turned close", "turned and more",
    "hedged", "both hedged", "planned", "both planned", "later", "verbs left", "verb cosine", "verbs held",
    "number", "date", "place", "person", "conflicts", "several", "turned and differs", "corrected", "agreed",
    "detail new", "detail past", "wider past", "wider new", "vague past", "vague new", "swapped", "swapped close",
    "number close", "date close", "place close", "person close",
    "extra new", "extra past", "more new", "more past", "verbs left close",
    "planned close", "later close", "hedged close", "unlike", "unlike close", "unlike nearest", "unlike untold",
)  # fmt: skip
"""Their names, in order. What is said of ``new`` and ``past`` changes places when the claims do."""


@dataclass(frozen=True, slots=True)
class View:
    """Two claims side by side: what was found, and the signals."""

    alignment: Alignment
    found: Found
    turn: Turn | None
    row: NDArray[np.float64]
    corrected: Slot | None = None
    told_apart: bool = False  # one side has a small word that matters (for, against, before), the other has not


def view(new: Claim, past: Claim, vectors: WordVectors, opposition: Opposition | None = None) -> View:
    """Everything that the judgement rests on; ``opposition`` is what ships unless given."""
    alignment = align(new, past, vectors)
    found = _found(new, past, alignment)
    corrected = corrected_slot(new, past)
    negations = [
        active_negations(claim, other, alignment, side, corrected)
        for side, claim, other in ((0, new, past), (1, past, new))
    ]
    antonyms = opposite_words(new, past, alignment)
    contest = contest_of(new, past, alignment)
    compared = turned_comparison(new, past, alignment)
    if contest and contest[0]:
        _answered(alignment, outcome_words(new), outcome_words(past))
        antonyms = []
    elif antonyms and compared:
        mine, other, _ = antonyms[0]
        _answered(alignment, _places(new, mine), _places(past, other))
        antonyms, compared = [], None
    held = alignment.held(0), alignment.held(1)
    negated = len(negations[0]) % 2 != len(negations[1]) % 2
    antonym = bool(antonyms)
    turned = negated != antonym or (antonym and not _near(new, past, negations, antonyms[0]))
    if negated and turned and not antonym:
        turned = not _denied_by_word(new, past, negations, held)
    if negated and _tops(new, past, negations):
        turned = False
    if negated and antonym and not turned:
        _answer(new, past, antonyms[0], alignment)
        held = alignment.held(0), alignment.held(1)
    covers, left = [], []
    for side in (0, 1):
        weights = alignment.weights[side]
        covers.append(float((held[side] * weights).sum() / max(weights.sum(), 1e-6)))
        left.append(float(weights[held[side] < HELD].sum()))
    hedged = bool(new.hedges) != bool(past.hedges)
    planned = bool(new.plans) != bool(past.plans)
    later = new.tense * past.tense == -1
    kinds = {each.kind: each.sure for each in reversed(found.conflicts)}
    if corrected:
        kinds[corrected.kind] = 1.0
    least = min(covers)
    both = [each for each in found.scopes if each.new and each.past]
    single = [each for each in found.scopes if not (each.new and each.past)]
    detail, wider = (
        [sum(each.sure for each in some if each.wider == side) for side in (1, -1)] for some in (single, both)
    )
    vague = [sum(each.kind == "number" and each.wider == side for each in both) for side in (1, -1)]
    swapped = None if contest and contest[0] else swapped_names(new, past, alignment)
    if not swapped and contest and not contest[0]:
        swapped = between(new, past, contest[1], contest[2])
    elif not swapped and compared and not antonym and not negated:
        swapped = whole(new, past)
    size = [max(len(claim.content), 1) for claim in (new, past)]
    alike = new.language == past.language
    values = {
        "cosine": alignment.cosine, "residue": alignment.residue, "least cover": least, "most cover": max(covers),
        "new cover": covers[0], "past cover": covers[1], "new left": min(left[0], 6), "past left": min(left[1], 6),
        "least left": min(*left, 6), "both left": min(left[0] * left[1], 12),
        "alike": float(alike), "abroad": 0.0 if alike else least,
        "longer new": max(np.log(size[0] / size[1]), 0), "longer past": max(np.log(size[1] / size[0]), 0),
        "negated": float(negated and turned), "negations": float(min(len(negations[0]) + len(negations[1]), 3)),
        "antonym": float(antonym and turned),
        "antonym sure": turned * max((each[2] for each in antonyms), default=0.0),
        "turned": float(turned), "turned close": turned * least, "turned and more": turned * min(*left, 4),
        "hedged": float(hedged), "both hedged": float(bool(new.hedges) and bool(past.hedges)),
        "planned": float(planned), "both planned": float(bool(new.plans) and bool(past.plans)),
        "later": float(later), **compare_verbs(new, past, alignment),
        "number": kinds.get("number", 0), "date": kinds.get("date", 0), "place": kinds.get("place", 0),
        "person": kinds.get("person", 0), "conflicts": float(len(kinds)), "several": float(len(kinds) > 1),
        "turned and differs": float(turned and bool(kinds)), "corrected": float(corrected is not None),
        "agreed": float(min(found.agreed, 2)),
        "detail new": detail[0], "detail past": detail[1], "wider past": wider[0], "wider new": wider[1],
        "vague past": float(vague[0]), "vague new": float(vague[1]),
        "swapped": float(bool(swapped)), "swapped close": least if swapped else 0.0,
        "number close": kinds.get("number", 0) * least, "date close": kinds.get("date", 0) * least,
        "place close": kinds.get("place", 0) * least, "person close": kinds.get("person", 0) * least,
    }  # fmt: skip
    extra = [extra_words(claim, alignment, side, left[1 - side]) for side, claim in ((0, new), (1, past))]
    values |= {
        "extra new": extra[0][0], "extra past": extra[1][0], "more new": extra[0][1], "more past": extra[1][1],
        "verbs left close": values["verbs left"] * least, "planned close": planned * least,
        "later close": later * least, "hedged close": hedged * least,
    }  # fmt: skip
    unlike, nearest = likeliest_opposites(new, past, alignment, opposition or shipped_opposition())
    values |= {
        "unlike": unlike, "unlike close": unlike * least, "unlike nearest": nearest,
        "unlike untold": unlike * (not turned),
    }  # fmt: skip
    turn = turn_of(negations, antonyms, None if turned else swapped, negated=negated)
    return View(
        alignment, found, turn, np.array([values[name] for name in SIGNALS], float), corrected, _apart(new, past)
    )


def _apart(new: Claim, past: Claim) -> bool:
    lows = [{word.low for word in claim.words} & _TELLING for claim in (new, past)]
    return lows[0] != lows[1] and (new.language == past.language or not (lows[0] and lows[1]))


def _denied_by_word(
    new: Claim, past: Claim, negations: list[list[Cue]], held: tuple[NDArray[np.float32], NDArray[np.float32]]
) -> bool:
    """Whether the side without the negation says it by a word: not renewed, expired; not in the hall, missed."""
    side = 1 if len(negations[0]) > len(negations[1]) else 0
    plain = (new, past)[side]
    if _NO.match((past, new)[side].text):  # No, she did not …: the very denial
        return False
    loose = {plain.words[number].start for at, number in enumerate(plain.content) if held[side][at] < HELD}
    return any(
        cue.side < 0
        and cue.sense in _DENYING
        and cue.start in loose
        and plain.text[cue.start : cue.end].lower() not in _SOME
        for cue in plain.opposites
    )


def _answer(new: Claim, past: Claim, opposites: tuple[Cue, Cue, float], alignment: Alignment) -> None:
    """Not unsafe, safe: two opposites of which one is turned back say the same."""
    at = [at for at, number in enumerate(new.content) if new.words[number].start == opposites[0].start]
    to = [to for to, number in enumerate(past.content) if past.words[number].start == opposites[1].start]
    if at and to:
        alignment.likeness[at[0], to[0]] = 0.9


def _tops(new: Claim, past: Claim, negations: list[list[Cue]]) -> bool:
    """Whether one side says that nothing is more, and the other that it is the most: no team lost less often."""
    side = 1 if len(negations[1]) > len(negations[0]) else 0
    denying, plain = ((new, past), (past, new))[side]
    return bool(_NONE_SURPASSES.search(denying.text) and _TOPS.search(plain.text))


def _places(claim: Claim, cue: Cue) -> list[int]:
    """Where in the content the words of a cue stand."""
    return [at for at, number in enumerate(claim.content) if cue.start <= claim.words[number].start < cue.end]


def _answered(alignment: Alignment, ours: list[int], theirs: list[int]) -> None:
    """What two claims put the other way round says the same: the words answer each other."""
    if ours and theirs:
        alignment.likeness[np.ix_(ours, theirs)] = 0.9
    for side, places in ((0, ours), (1, theirs)):
        alignment.weights[side][places] *= 1.0 if ours and theirs else 0.1


def _near(new: Claim, past: Claim, negations: list[list[Cue]], opposites: tuple[Cue, Cue, float]) -> bool:
    """Whether a negation stands close enough to one of two opposites to turn it back; "nobody" turns its clause."""
    for claim, cues, word in ((new, negations[0], opposites[0]), (past, negations[1], opposites[1])):
        for cue in cues:
            between = claim.text[min(cue.end, word.end) : max(cue.start, word.start)]
            reach = _REACH_OF_NOBODY if claim.text[cue.start : cue.end].lower() in _NOBODY else _REACH
            if len(between.split()) <= reach and not _APART.search(between):
                return True
    return False


def _found(new: Claim, past: Claim, alignment: Alignment) -> Found:
    found = Found()
    compare_numbers(new, past, found)
    compare_dates(new, past, alignment, found)
    compare_places(new, past, alignment, found)
    compare_persons(new, past, alignment, found)
    compare_kinds(new, past, alignment, found)
    compare_facing(new, past, alignment, found)
    compare_speakers(new, past, found)
    return found
