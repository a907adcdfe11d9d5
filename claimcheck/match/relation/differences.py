"""The words in which two claims differ, side by side, for the relation that was found."""

from collections.abc import Sequence

from claimcheck.match.relation.claim import Claim
from claimcheck.match.relation.polarity import Cue
from claimcheck.match.relation.signals import View
from claimcheck.match.relation.slot import HELD, Slot
from claimcheck.records import Difference, DifferenceKind, Relation

__all__ = ["differences"]

_KINDS = {
    Relation.DIFFERS_NUMBER: DifferenceKind.NUMBER,
    Relation.DIFFERS_DATE: DifferenceKind.DATE,
    Relation.DIFFERS_PLACE: DifferenceKind.PLACE,
    Relation.DIFFERS_PERSON: DifferenceKind.PERSON,
}
_MOST = 4  # differences listed
_LONGEST = 60  # characters of a verb with its particle


def differences(relation: Relation, seen: View, new: Claim, past: Claim) -> tuple[Difference, ...]:
    """What to show beside a relation; nothing for the same and the related."""
    if relation in (Relation.SAME, Relation.RELATED):
        return ()
    if relation in _KINDS:
        kind = _KINDS[relation]
        slot = seen.corrected if seen.corrected and seen.corrected.kind == kind else None
        slot = slot or next((each for each in seen.found.conflicts if each.kind == kind), None)
        words = (slot.new, slot.past) if slot else _loose(seen, new, past)
        return (Difference(kind, *words),)
    if relation is Relation.CONTRADICTS:
        return (_denial(seen, new, past),)
    wider = 1 if relation is Relation.BROADER else -1
    listed = [Difference(DifferenceKind.SCOPE, each.new, each.past) for each in _scopes(seen.found.scopes, wider)]
    if not listed:
        more = _run(seen, new, 0) if wider > 0 else _run(seen, past, 1)
        pair = (more, "") if wider > 0 else ("", more)
        listed = [Difference(DifferenceKind.SCOPE, *(pair if more else _loose(seen, new, past)))]
    return tuple(listed[:_MOST])


def _scopes(scopes: Sequence[Slot], wider: int) -> list[Slot]:
    found = [each for each in scopes if each.wider == wider]
    return sorted(found, key=lambda each: (not (each.new and each.past), -each.sure))


def _denial(seen: View, new: Claim, past: Claim) -> Difference:
    turn = seen.turn
    if turn is None:
        return Difference(DifferenceKind.ANTONYM, *_loose(seen, new, past))
    if turn.new and turn.past:
        return Difference(DifferenceKind.ANTONYM, _spelled_out(new, turn.new), _spelled_out(past, turn.past))
    if turn.new:
        return Difference(DifferenceKind.NEGATION, new.span(turn.new), _counterpart(seen, new, turn.new, past, 0))
    assert turn.past
    return Difference(DifferenceKind.NEGATION, _counterpart(seen, past, turn.past, new, 1), past.span(turn.past))


def _spelled_out(claim: Claim, cue: Cue) -> str:
    """A word with what stands between it and its particle, unless that is much: schlug das Angebot aus."""
    whole = claim.text[slice(*cue.reach)]
    return whole if 0 < len(whole) <= _LONGEST else claim.span(cue)


def _counterpart(seen: View, claim: Claim, cue: Cue, other: Claim, side: int) -> str:
    """The word of the plain side that the negation turns: the nearest after it, else before it, that both have."""
    likeness = seen.alignment.likeness if side == 0 else seen.alignment.likeness.T
    if not likeness.size:
        return ""
    after = [at for at, number in enumerate(claim.content) if claim.words[number].start >= cue.end]
    before = [at for at, number in enumerate(claim.content) if claim.words[number].start < cue.start][::-1]
    for at in (*after, *before):
        to = int(likeness[at].argmax())
        if likeness[at, to] >= HELD:
            return _word(other, other.content[to])
    return ""


def _word(claim: Claim, number: int) -> str:
    word = claim.words[number]
    return claim.text[word.start : word.end]


def _loose(seen: View, new: Claim, past: Claim) -> tuple[str, str]:
    """The word with most to say on each side that the other side lacks."""
    found = []
    for side, claim in ((0, new), (1, past)):
        held, weights = seen.alignment.held(side), seen.alignment.weights[side]
        loose = [at for at in range(len(claim.content)) if held[at] < HELD] or list(range(len(claim.content)))
        best = max(loose, key=lambda at: (1 - held[at]) * weights[at], default=None)
        found.append(_word(claim, claim.content[best]) if best is not None else "")
    return found[0], found[1]


def _run(seen: View, claim: Claim, side: int) -> str:
    """The longest run of words that the other side lacks."""
    held = seen.alignment.held(side)
    loose = {number for at, number in enumerate(claim.content) if held[at] < HELD}
    runs: list[list[int]] = []
    for number in sorted(loose):
        near = runs and all(between in loose or claim.words[between].light for between in range(runs[-1][-1], number))
        if near and number - runs[-1][-1] <= 3:
            runs[-1].append(number)
        else:
            runs.append([number])
    longest = max(runs, key=len, default=None)
    return claim.text[claim.words[longest[0]].start : claim.words[longest[-1]].end] if longest else ""
