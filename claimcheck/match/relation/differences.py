"""The words in which two claims differ, side by side, for the relation that was found."""

from collections.abc import Sequence

import numpy as np

from claimcheck.match.relation.claim import Claim
from claimcheck.match.relation.cues import words_in
from claimcheck.match.relation.polarity import Cue
from claimcheck.match.relation.signals import View
from claimcheck.match.relation.slot import HELD, Slot
from claimcheck.match.relation.verbs import is_verb
from claimcheck.records import Difference, DifferenceKind, Relation

__all__ = ["differences"]

_KINDS = {
    Relation.DIFFERS_NUMBER: DifferenceKind.NUMBER,
    Relation.DIFFERS_DATE: DifferenceKind.DATE,
    Relation.DIFFERS_PLACE: DifferenceKind.PLACE,
    Relation.DIFFERS_PERSON: DifferenceKind.PERSON,
}
_ADVERBS = words_in("negating adverb")
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
    """What the plain side says of what the negation denies; empty where it has no words of its own for it."""
    likeness = seen.alignment.likeness if side == 0 else seen.alignment.likeness.T
    denied = _denied(claim, cue)
    if not denied or not likeness.size:
        return ""
    held = [at for at in denied if likeness[at].max() >= HELD]
    if denied[0] not in held:
        loose = [to for to in range(len(other.content)) if likeness[:, to].max() < HELD]
        verbs = [to for to in loose if is_verb(other, other.content[to])] or loose
        return _word(other, other.content[verbs[0]]) if len(verbs) == 1 else ""
    best = likeness[held].max(axis=1, keepdims=True)
    run = sorted({other.content[to] for to in np.nonzero(likeness[held] >= best)[1]})
    first = last = other.content[int(likeness[held[0]].argmax())]
    for number in run:
        last += number == last + 1
    return other.text[other.words[first].start : other.words[last].end]


def _denied(claim: Claim, cue: Cue) -> list[int]:
    """The places in the content of what a negation denies: "no" what follows, "nicht" its clause's verb."""
    starts = [claim.words[number].start for number in claim.content]
    clause = [at for at, start in enumerate(starts) if cue.reach[0] <= start < cue.reach[1]] or [*range(len(starts))]
    after = [at for at in clause if starts[at] >= cue.end]
    if claim.language == "de" and claim.text[cue.start : cue.end].lower() in _ADVERBS:
        verbs = [at for at in clause if is_verb(claim, claim.content[at])]
        if verbs:
            return [min(verbs, key=lambda at: abs(starts[at] - cue.start))]
        following = after[:1] if after and not claim.words[claim.content[after[0]]].capital else []
        return following or [at for at in clause if starts[at] < cue.start][-1:]
    run = after[:1]
    for at in after[1:]:
        if claim.content[at] != claim.content[run[-1]] + 1:
            break
        run.append(at)
    return run or [at for at in clause if starts[at] < cue.start][-1:]


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
