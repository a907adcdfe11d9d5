"""Where two claims differ in a place or a kind of thing, and the names that only one of them has."""

import re
from collections.abc import Sequence

from claimcheck.match.relation.align import Alignment
from claimcheck.match.relation.claim import Claim
from claimcheck.match.relation.cues import pattern, words_in
from claimcheck.match.relation.gazetteer import Named, contains
from claimcheck.match.relation.seats import same_power
from claimcheck.match.relation.slot import HELD, Found, Slot, left_over, nested, turned_words
from claimcheck.match.relation.words import Word

__all__ = ["compare_kinds", "compare_places", "far_named", "loose_names"]

_NEAR, _STRONG = (words_in(name) for name in ("before a place", "before a place in German"))
_ON = words_in("what a place has to do with")
_WHERE = words_in("where a place is told")
_ARTICLES = words_in("definite article")
_SETTLEMENTS = words_in("settlement")
_STRONG_VERBS = words_in("verb de")
_VERBS = words_in("verb en") | {"is", "was", "has", "had", "will", "can", "does", "did", "plans"}
_NO_PLACE = words_in("no place")
_NOUN_ENDS = tuple(words_in("end of a German noun"))
_NO_NAME = ("s", "ing", "ed", "ly", "tion", "ment", "ness", "ity")  # ends of English words that are no name
_ACRONYM = re.compile(r"[A-ZÄÖÜ]{2,6}")
_PLACE_END = re.compile(rf"(?:{pattern('end of a place')})(?:s|er)?$")


def _is_adjective(claim: Claim, each: Named) -> bool:
    word = claim.words[each.first]
    return not word.capital or word.low.endswith(("ische", "ischen", "ischer", "isches", "ian", "ese", "ish"))


def compare_places(new: Claim, past: Claim, alignment: Alignment, found: Found) -> None:
    """Places that do not fit together, of which one lies in the other, or that only one side has."""
    left, rest = left_over(new.places, past.places)
    for mine in list(left):
        power = next((each for each in rest if same_power(mine.key, each.key, new.seats, past.seats)), None)
        if power:
            left.remove(mine)
            rest.remove(power)
    found.scopes += nested("place", "places", (new, left), (past, rest))
    loose = loose_names(new, past, alignment, "place")
    if left and rest:
        mine, other = min(
            ((mine, other) for mine in left for other in rest),
            key=lambda pair: (
                _is_adjective(new, pair[0]) != _is_adjective(past, pair[1]),
                _is_adjective(new, pair[0]),
                far_named(new, pair[0], past, pair[1]),
            ),
        )
        if _of_different_parts(new, mine, past, other, alignment):
            found.scopes += [Slot("place", new.span(each), "", 1, 0.6) for each in left]
            found.scopes += [Slot("place", "", past.span(each), -1, 0.6) for each in rest]
        else:
            found.conflicts.append(Slot("place", new.span(mine), past.span(other)))
        return
    ours = [*map(new.span, left), *loose[0]]
    theirs = [*map(past.span, rest), *loose[1]]
    if ours and theirs:
        found.conflicts.append(Slot("place", ours[0], theirs[0], 0, 0.8))
        return
    if ours or theirs:
        faced = loose_names(new, past, alignment, "")
        if len(ours) + len(theirs) == 1 and (faced[1] if ours else faced[0]):
            words = (ours or faced[0])[0], (theirs or faced[1])[0]
            found.conflicts.append(Slot("place", *words, 0, 0.6))
            return
    turned = turned_words(new, past, "place")
    if turned:
        found.conflicts.append(Slot("place", new.span(turned[0]), past.span(turned[1]), 0, 0.9))
    found.scopes += [Slot("place", words, "", 1, 0.6) for words in ours]
    found.scopes += [Slot("place", "", words, -1, 0.6) for words in theirs]


def _of_different_parts(new: Claim, mine: Named, past: Claim, other: Named, alignment: Alignment) -> bool:
    """Whether one place, and not the other, belongs to a noun that the other side lacks: (the attack) on Ukraine."""
    ours, theirs = _introduced(new, mine.first), _introduced(past, other.first)
    if bool(ours) == bool(theirs):
        return False
    claim, side, at = (new, 0, ours) if ours else (past, 1, theirs)
    if claim.words[at].low not in _ON:
        return False
    held = dict(zip(claim.content, alignment.held(side).tolist(), strict=True))
    noun = claim.language != "de" or claim.words[at - 1].capital
    return noun and held.get(at - 1, 1.0) < HELD


def _introduced(claim: Claim, number: int) -> int:
    """Where the preposition stands that a place follows, with or without an article; 0 where there is none."""
    before = number - 2 if number > 1 and claim.words[number - 1].low in _ARTICLES else number - 1
    return before if before > 0 and claim.words[before].low in _ON | _WHERE else 0


def loose_names(new: Claim, past: Claim, alignment: Alignment, kind: str) -> tuple[list[str], list[str]]:
    """Runs of unknown names on each side that the other does not have."""
    found: tuple[list[str], list[str]] = ([], [])
    for side, claim in enumerate((new, past)):
        held = alignment.held(side)
        loose = [number for number, share in zip(claim.content, held, strict=True) if share < HELD]
        run: list[int] = []
        for number in [*loose, -9]:
            if run and number >= 0 and claim.words[number].capital and _goes_on(claim, run[-1], number):
                run.append(number)
                continue
            if run and _meant(claim, run, loose, kind):
                found[side].append(claim.text[claim.words[run[0]].start : claim.words[run[-1]].end])
            run = [number] if number >= 0 and claim.words[number].capital and number not in claim.keys else []
    return found


def _goes_on(claim: Claim, number: int, later: int) -> bool:
    """Whether a word goes on with a name: it is next, or joined to it by hyphens, as in Ratcliffe-on-Soar."""
    return later == number + 1 or all(word.glued for word in claim.words[number + 1 : later + 1])


def _meant(claim: Claim, run: Sequence[int], loose: Sequence[int], kind: str) -> bool:
    """Whether a run of capitals is of a kind; what is of none must, in German, stand where a place would."""
    if (_sort(claim, run) or _forename(claim, run, loose)) != kind:
        return False
    return bool(kind) or claim.language != "de" or (_introduced(claim, run[0]) > 0 and not _is_noun(claim, run))


def _is_noun(claim: Claim, run: Sequence[int]) -> bool:
    low = claim.words[run[-1]].low
    return low.endswith(_NOUN_ENDS) or low in _NO_PLACE or run[-1] in claim.meanings or run[-1] in claim.keys


def _forename(claim: Claim, run: Sequence[int], loose: Sequence[int]) -> str:
    """A forename before a name that the other side has too."""
    after = run[-1] + 1
    known = after < len(claim.words) and claim.words[after].capital and after in claim.content and after not in loose
    return (
        "person"
        if known and claim.words[after].start == claim.words[run[-1]].end + 1 and after not in claim.keys
        else ""
    )


def _sort(claim: Claim, run: Sequence[int]) -> str:
    """Whether an unknown run of capitals is a place's name, a person's or body's, or none."""
    words: list[Word] = [claim.words[number] for number in run]
    before = claim.words[run[0] - 1] if run[0] else None
    german = claim.language == "de"
    place_end = bool(_PLACE_END.search(words[-1].low))
    if before and before.low in _SETTLEMENTS and len(run) <= 2:
        return "place"
    introduced = before and before.low in (_STRONG if german else _NEAR) and len(run) <= 2 and not words[0].first
    noun = german and (words[-1].low.endswith(_NOUN_ENDS) or words[-1].low in _NO_PLACE or run[-1] in claim.meanings)
    if introduced and (place_end or not noun):
        return "place"
    if not german and len(words) > 1 and all(word.first for word in words):
        return ""  # a headline
    role_before = bool(before) and claim.keys.get(run[0] - 1, "").startswith("roles")
    if role_before or len(run) >= 2:
        return "person"
    if len(run) == 1 and _ACRONYM.fullmatch(claim.text[words[0].start : words[0].end]):
        return "person"
    if german:
        return (
            "person"
            if words[0].first
            and not words[0].low.endswith(("ung", "heit", "keit", "ion"))
            and len(claim.words) > run[0] + 1
            and _verbish(claim.words[run[0] + 1])
            else ""
        )
    if words[0].first:
        after = claim.words[run[-1] + 1] if len(claim.words) > run[-1] + 1 else None
        known = run[0] in claim.meanings or words[0].low.endswith(_NO_NAME)
        return "person" if after and not known and _english_verb(after) else ""
    return "person"


def _english_verb(word: Word) -> bool:
    return not word.capital and (word.low in _VERBS or (word.low.endswith(("ed", "s")) and len(word.low) > 3))


def _verbish(word: Word) -> bool:
    return not word.capital and (word.low.endswith(("t", "te", "en")) or word.low in _STRONG_VERBS)


def far_named(new: Claim, mine: Named, past: Claim, other: Named) -> float:
    """How differently two names stand in their texts, from 0 to 1."""
    return abs(mine.first / max(len(new.words), 1) - other.first / max(len(past.words), 1))


def compare_kinds(new: Claim, past: Claim, alignment: Alignment, found: Found) -> None:
    """Kinds of things of which one is the wider."""
    left, rest = left_over(new.kinds, past.kinds)
    left = [each for each in left if not _is_held(new, each, alignment, 0)]
    rest = [each for each in rest if not _is_held(past, each, alignment, 1)]
    found.scopes += nested("kind", "kinds", (new, left), (past, rest))
    spots = [
        [each for each in some if contains("kinds", "spot", each.key) and not _is_held(claim, each, alignment, side)]
        for side, claim, some in ((0, new, left), (1, past, rest))
    ]
    if spots[0] and spots[1] and not any(each.kind == "place" for each in found.conflicts):
        found.conflicts.append(Slot("place", new.span(spots[0][0]), past.span(spots[1][0]), 0, 0.7))


def _is_held(claim: Claim, each: Named, alignment: Alignment, side: int) -> bool:
    held = alignment.held(side)
    return any(
        held[claim.content.index(number)] >= 0.99
        for number in range(each.first, each.last + 1)
        if number in claim.content
    )
