"""Where two claims differ in who acts or speaks: offices, relatives, bodies, names of people."""

import re
from collections.abc import Sequence

from claimcheck.match.relation.align import Alignment
from claimcheck.match.relation.claim import Claim
from claimcheck.match.relation.cues import words_in
from claimcheck.match.relation.gazetteer import Named, is_proper
from claimcheck.match.relation.names import far_named, loose_names
from claimcheck.match.relation.slot import Found, Slot, left_over, nested, wider_of
from claimcheck.match.relation.words import Word, skeleton

__all__ = ["compare_persons"]

_RELATIVES = words_in("relative")  # who make someone else of the person they belong to
_TITLES = words_in("title")
_STATE = ("government", "president", "foreign ministry")  # who acts where a capital does


def compare_persons(new: Claim, past: Claim, alignment: Alignment, found: Found) -> None:
    """Roles, bodies and names of people, likewise."""
    left, rest = left_over(new.roles, past.roles)
    left = [each for each in left if each.key not in past.tellers and not (each.key in _STATE and past.seats)]
    rest = [each for each in rest if each.key not in new.tellers and not (each.key in _STATE and new.seats)]
    found.scopes += nested("person", "roles", (new, left), (past, rest))
    kin = [
        each
        for claim, extra in ((new, left), (past, rest))
        for each in extra
        if each.key in _RELATIVES and _belongs(claim, each)
    ]
    if left and rest:
        facing = [(mine, other) for mine in left for other in rest if kin or not _same_office(new, mine, past, other)]
        if facing:
            mine, other = min(facing, key=lambda each: far_named(new, each[0], past, each[1]))
            named = is_proper("roles", mine.key) and is_proper("roles", other.key)
            found.conflicts.append(Slot("person", new.span(mine), past.span(other), 0, 1.0 if named else 0.9))
            return
        left, rest = [], []  # every office may be one on the other side
    if bodies := _other_bodies(new, past):
        found.conflicts.append(Slot("person", *bodies, 0, 0.9))
        return
    if namesakes := _namesakes(new, past):
        found.conflicts.append(Slot("person", *namesakes, 0, 0.9))
        return
    loose = loose_names(new, past, alignment, "person")
    if loose[0] and loose[1]:
        found.conflicts.append(Slot("person", loose[0][0], loose[1][0], 0, 0.8))
        return
    if kin:
        words = (_whom(new, left, past), _whom(past, rest, new))
        found.conflicts.append(Slot("person", *words, 0, 0.6))
        return
    ours = [*map(new.span, left), *loose[0]]
    theirs = [*map(past.span, rest), *loose[1]]
    if ours and theirs:
        found.conflicts.append(Slot("person", ours[0], theirs[0], 0, 0.5))
        return
    found.scopes += [Slot("person", words, "", 1, 0.3) for words in ours]
    found.scopes += [Slot("person", "", words, -1, 0.3) for words in theirs]


def _other_bodies(new: Claim, past: Claim) -> tuple[str, str] | None:
    """Each side's one body with a name of its own, speaking or spoken of, where they are not the same."""
    sides = [
        {
            each.key: each
            for each in [*claim.tellers.values(), *claim.roles]
            if is_proper("roles", each.key) and claim.text[each.start].isupper()
        }
        for claim in (new, past)
    ]
    if len(sides[0]) != 1 or len(sides[1]) != 1 or sides[0].keys() == sides[1].keys():
        return None
    mine, other = (next(iter(each.values())) for each in sides)
    if wider_of("roles", mine.key, other.key) or _same_office(new, mine, past, other):
        return None
    return new.span(mine), past.span(other)


def _namesakes(new: Claim, past: Claim) -> tuple[str, str] | None:
    """Two people of one name, each with a forename of their own: Michelle Obama, Barack Obama."""
    for mine in new.roles:
        other = next((each for each in past.roles if each.key == mine.key), None)
        if other is None or not is_proper("roles", mine.key):
            continue
        ours, theirs = _forename(new, mine), _forename(past, other)
        if ours and theirs and skeleton(ours.low) != skeleton(theirs.low):
            return new.text[ours.start : mine.end], past.text[theirs.start : other.end]
    return None


def _forename(claim: Claim, name: Named) -> Word | None:
    """The unknown word with a capital that stands before a name, or that the name begins with."""
    if name.last > name.first:
        return claim.words[name.first]
    at = name.first - 1
    word = claim.words[at] if at >= 0 else None
    if word is None or not word.capital or word.light or word.low in _TITLES or word.end + 1 != name.start:
        return None
    return None if at in claim.keys or at in claim.meanings or claim.slot[at] else word


def _same_office(new: Claim, mine: Named, past: Claim, other: Named) -> bool:
    """Whether two offices may be one: Stadtrat in both, Vorstandschef and Chef, or words that say the same."""
    ours, theirs = (
        [word.low for word in claim.words[each.first : each.last + 1]] for claim, each in ((new, mine), (past, other))
    )
    if len(ours) > 1 or len(theirs) > 1:
        return ours[: len(theirs)] == theirs[: len(ours)]
    if ours[0].endswith(theirs[0]) or theirs[0].endswith(ours[0]):
        return True
    return bool(new.meanings.get(mine.first, set()) & past.meanings.get(other.first, set()))


def _belongs(claim: Claim, each: Named) -> bool:
    """Whether a role is said to be somebody's: the mayor's brother, der Bruder des Bürgermeisters, Strauss Vater."""
    before, after = claim.text[max(0, each.start - 6) : each.start].lower(), claim.text[each.end : each.end + 5].lower()
    own = re.search(r"(?:['’]s?|\b(?:his|her|their|ihre?[mnrs]?|seine?[mnrs]?|vice|deputy))\s$", before)
    if claim.keys.get(each.last + 1, "").startswith("roles"):
        return True  # the deputy governor
    return bool(own or re.match(r"\s(?:of|to|des|der|von)\b", after)) or (
        each.first > 0 and claim.words[each.first - 1].capital and not claim.words[each.first - 1].first
    )


def _whom(claim: Claim, extra: Sequence[Named], other: Claim) -> str:
    """The role that only this side has, or the one whose relative or aide the other side speaks of."""
    if extra:
        return claim.span(extra[0])
    shared = {each.key for each in other.roles}
    return next((claim.span(each) for each in claim.roles if each.key in shared), "")
