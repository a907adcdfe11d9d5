"""The one thing on each side that the other lacks, where all else is held: a place by its preposition, or a person."""

from claimcheck.match.relation.align import Alignment
from claimcheck.match.relation.claim import Claim
from claimcheck.match.relation.cues import pattern, words_in
from claimcheck.match.relation.slot import HELD, Found, Slot
from claimcheck.match.relation.verbs import is_verb

__all__ = ["compare_facing", "compare_speakers"]

_WHERE = words_in("where")
_PERSON = tuple(pattern("end of a person").split("|"))
_BEFORE_PERSON = words_in("before a person")
_LONGEST = 3  # words
_SURE = 0.6


def compare_facing(new: Claim, past: Claim, alignment: Alignment, found: Found) -> None:
    """A place or person that the lists do not know; only where nothing else of the kind was found."""
    if any(each.kind in ("place", "person") for each in found.conflicts):
        return
    runs = [_runs(claim, alignment, side) for side, claim in ((0, new), (1, past))]
    if any(len(each) != 1 or len(each[0]) > _LONGEST for each in runs):
        return
    sides = tuple(zip((new, past), (runs[0][0], runs[1][0]), strict=True))
    words = [claim.text[claim.words[run[0]].start : claim.words[run[-1]].end] for claim, run in sides]
    if all(_introduced(claim, run) for claim, run in sides):
        found.conflicts.append(Slot("place", words[0], words[1], 0, _SURE))
    elif any(_is_person(claim, run) for claim, run in sides) and not any(
        run[-1] in claim.meanings for claim, run in sides
    ):
        found.conflicts.append(Slot("person", words[0], words[1], 0, _SURE))


def compare_speakers(new: Claim, past: Claim, found: Found) -> None:
    """Who is named as having said so, where both sides name somebody: in English, where capitals tell names."""
    if any(each.kind == "person" for each in found.conflicts) or new.language != "en" or past.language != "en":
        return
    sides = [_named_speakers(claim) for claim in (new, past)]
    lows = [{claim.words[number].low for number in some} for claim, some in zip((new, past), sides, strict=True)]
    if not lows[0] or not lows[1] or lows[0] <= lows[1] or lows[1] <= lows[0]:
        return
    words = [
        claim.text[claim.words[some[0]].start : claim.words[some[-1]].end]
        for claim, some in zip((new, past), sides, strict=True)
    ]
    found.conflicts.append(Slot("person", words[0], words[1], 0, _SURE))


def _named_speakers(claim: Claim) -> list[int]:
    """Names of two words and more, and what is written in capitals; not "Police said"."""
    some = claim.speakers
    return [
        number
        for number in some
        if number - 1 in some
        or number + 1 in some
        or claim.text[claim.words[number].start : claim.words[number].end].isupper()
    ]


def _runs(claim: Claim, alignment: Alignment, side: int) -> list[list[int]]:
    """Neighbouring words that the other side lacks; verbs aside, and in German all that is no noun."""
    held = alignment.held(side)
    runs: list[list[int]] = []
    for at, number in enumerate(claim.content):
        word = claim.words[number]
        if held[at] >= HELD or is_verb(claim, number) or (claim.language == "de" and not word.capital):
            continue
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _introduced(claim: Claim, run: list[int]) -> bool:
    """Whether a preposition of place leads up to it: in the hospital canteen, auf dem alten Friedhof."""
    for number in range(run[0] - 1, max(-1, run[0] - 4), -1):
        word = claim.words[number]
        if word.low in _WHERE:
            return True
        if number < run[0] - 1 and not word.light:
            return False
        if is_verb(claim, number):
            return False
    return False


def _is_person(claim: Claim, run: list[int]) -> bool:
    word = claim.words[run[-1]]
    if claim.keys.get(run[-1], "").startswith("roles"):
        return True
    if len(word.low) <= 5 or not word.low.endswith(_PERSON):
        return False
    if claim.language == "de":
        return word.capital
    before = claim.words[run[0] - 1].low if run[0] else ""
    return run[-1] not in claim.meanings and before in _BEFORE_PERSON  # else higher, matter, offer, over
