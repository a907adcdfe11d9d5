"""Who beats whom: "Mainz beat Freiburg 3-1" and "Freiburg lost to Mainz" say the same, round one another."""

import re

from claimcheck.match.relation.align import Alignment
from claimcheck.match.relation.claim import Claim
from claimcheck.match.relation.cues import pattern, words_in

__all__ = ["Contest", "contest_of", "outcome_words"]

_WINS, _LOSES = (re.compile(pattern(name), re.IGNORECASE) for name in ("wins", "loses"))
_EQUAL = 0.95  # the likeness from which two names are one
_BY, _BECOME = words_in("by whom"), words_in("become")
_OTHER = {"gegen", "against", "to", "over", "by", "von", "an", "past", "bei", "dem"}  # before who is played against
_SCENE = {"im", "in", "aus", "beim", "am", "des", "of", "at", "on", "from"}  # before what it is played in
_THE = words_in("definite article")

Contest = tuple[bool, tuple[int, int], tuple[int, int]]
"""Whether the same side wins on both sides, and the word numbers of the two names in the new and the past claim."""


def contest_of(new: Claim, past: Claim, alignment: Alignment) -> Contest | None:
    """What two claims about who beat whom make of it; None where either speaks of something else.

    Only where one has a word of winning and the other one of losing, or one has the names the other way round.
    """
    outcomes = [_outcome(claim) for claim in (new, past)]
    if outcomes[0] is None or outcomes[1] is None or not alignment.likeness.size:
        return None
    pairs = []
    for at, number in enumerate(new.content):
        other = past.content[to := int(alignment.likeness[at].argmax())]
        if alignment.likeness[at, to] >= _EQUAL and _player(new, number) and _player(past, other):
            pairs.append((number, other))
    pairs = [pair for pair in pairs if not any(_adjoins(pair, each) for each in pairs)]
    if len(pairs) != 2 or pairs[0][1] == pairs[1][1]:
        return None
    ours, theirs = (tuple(sorted(side)) for side in zip(*pairs, strict=True))
    winners = [
        _winner(claim, names, wins=bool(wins))
        for claim, names, wins in ((new, ours, outcomes[0]), (past, theirs, outcomes[1]))
    ]
    same = (winners[0], winners[1]) in pairs
    return same, (ours[0], ours[1]), (theirs[0], theirs[1])


def _adjoins(pair: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether a word of a name follows another of the same name: only the first counts."""
    return pair[0] == other[0] + 1 and pair[1] == other[1] + 1


def _outcome(claim: Claim) -> bool | None:
    """Whether a claim has a word of winning, or one of losing."""
    if _LOSES.search(claim.text):
        return False
    return True if _WINS.search(claim.text) else None


def outcome_words(claim: Claim) -> list[int]:
    """Where in the content the words of winning and losing stand."""
    spans = [found.span() for form in (_WINS, _LOSES) for found in form.finditer(claim.text)]
    return [
        at
        for at, number in enumerate(claim.content)
        if any(start <= claim.words[number].start < end for start, end in spans)
        and (not claim.words[number].capital or claim.words[number].first)
    ]


def _lead(claim: Claim, number: int) -> str:
    """The preposition before a word, with or without an article; else the article; else nothing."""
    before = [claim.words[at].low for at in range(max(0, number - 2), number)]
    if before and before[-1] in _THE and before[0] in _OTHER | _SCENE:
        return before[0]
    return before[-1] if before and before[-1] in _OTHER | _SCENE else ""


def _player(claim: Claim, number: int) -> bool:
    word = claim.words[number]
    source = claim.keys.get(number, "").partition(":")[0]
    lead = _lead(claim, number)
    return word.capital and source != "kinds" and lead not in _SCENE and not (lead == "von" and source == "places")


def _winner(claim: Claim, names: tuple[int, ...], *, wins: bool) -> int:
    """The word number of who wins: who is named first, unless as the one played against, or in the passive."""
    subject, against = reversed(names) if _lead(claim, names[0]) in _OTHER else names
    lows = {word.low for word in claim.words}
    passive = lows & _BECOME and lows & _BY
    return subject if wins and not passive else against
