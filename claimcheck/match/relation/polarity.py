"""Yes or no: negations and how far they reach, corrections, opposites, and what leaves a claim open."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from claimcheck.match.relation.cues import pattern, patterns, words_in
from claimcheck.match.relation.words import Word, lows_of, words_of

__all__ = [
    "Correction",
    "Cue",
    "find_corrections",
    "find_hedges",
    "find_negations",
    "find_opposites",
    "find_plans",
    "one_scale",
    "scales",
    "tense",
]

_NEGATIONS = re.compile(
    rf"(?P<two>{pattern('twice negated')})|(?P<wide>{pattern('denied as a whole')})|(?P<no>{pattern('negated')})",
    re.IGNORECASE,
)
_NO_NEGATION, _HEDGES, _FUTURE = (
    re.compile(pattern(name), re.IGNORECASE) for name in ("no negation", "open", "future")
)
_NEGATED, _OPEN = (re.compile(pattern(name), re.IGNORECASE) for name in ("may negate", "may leave open"))  # fast: no
_TOLD = re.compile(pattern("told future"), re.IGNORECASE)
_PLANS = {language: re.compile(pattern(f"planned {language}"), re.IGNORECASE) for language in ("de", "en")}
_PAST = {language: re.compile(pattern(f"past {language}")) for language in ("de", "en")}
_CORRECTIONS = [re.compile(each, re.IGNORECASE) for each in patterns()["corrected"]]
_CLAUSE = re.compile(r"[,;:–—.!?]\s|\s[-–—]\s|$")
_PLACES = {"north", "south", "east", "west", "left", "right", "upper", "lower", "inside", "outside", "front"}
_TIMES = {"before", "after"}


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that turns a statement, where it stands; ``sense`` says which way, ``reach`` what it bears on."""

    start: int
    end: int
    sense: str
    axis: int = 0
    side: int = 0
    reach: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Correction:
    """ "not the church but the club": where the denied and the asserted words stand."""

    start: int
    end: int
    no: tuple[int, int]
    yes: tuple[int, int]


def find_negations(text: str) -> list[Cue]:
    """The negations in a text and the clause they bear on; "not only" and "not least" are none, "not un-" cancels
    itself out unless the word has an opposite of its own here.

    >>> text = "It is not true that nobody came, not only here"
    >>> [text[each.start : each.end] for each in find_negations(text)]
    ['not true that', 'nobody']
    """
    matches = list(_NEGATIONS.finditer(text)) if _NEGATED.search(text) else []
    if not matches:
        return []
    spared = [found.span() for found in _NO_NEGATION.finditer(text)]
    spared += [(cue.start, cue.end) for cue in find_hedges(text)]
    found = []
    for match in matches:
        if match["two"] and not find_opposites(words_of(match["two"])):
            continue
        if any(start <= match.start() < end for start, end in spared):
            continue
        start, end = match.span()
        if match["wide"]:
            reach = (end, len(text))
        else:
            stop = _CLAUSE.search(text, end)
            last = stop.start() if stop else len(text)
            opened = (each.end() for each in _CLAUSE.finditer(text, 0, start) if each[0])
            reach = (max(opened, default=0), last)
        if match["wide"] and end >= len(text) - 2:
            reach = (0, start)
        if match["two"]:
            end = start + len(match["two"].split()[0])
        found.append(Cue(start, end, "not", reach=reach))
    return found


def find_corrections(text: str) -> list[Correction]:
    """What a text says instead of what: "not X but Y", "Y rather than X", "nicht X, sondern Y"."""
    for form in _CORRECTIONS:
        match = form.search(text)
        if match and len(match["no"].split()) <= 9:
            return [Correction(*match.span(), match.span("no"), match.span("yes"))]
    return []


def find_hedges(text: str) -> list[Cue]:
    """Words that leave open whether something is so: "no evidence", "could not rule out", "prüft, ob"."""
    if not _OPEN.search(text):
        return []
    return [Cue(*found.span(), "open") for found in _HEDGES.finditer(text)]


def find_plans(text: str, language: str) -> list[Cue]:
    """Words that make something a plan, a demand or a condition; not the "would" of somebody's words."""
    plans = _PLANS.get(language)
    return [
        Cue(*found.span(), "plan")
        for found in (plans.finditer(text) if plans else ())
        if found[0].lower() != "would" or not _TOLD.search(text, 0, found.start())
    ]


def tense(text: str, language: str) -> int:
    """-1 where something has happened, 1 where it is to come, 0 in doubt."""
    past, future = _PAST.get(language), _FUTURE.search(text)
    happened = bool(past and past.search(text))
    return -1 if happened and not future else 1 if future and not happened else 0


_ENDING = 5  # letters that may follow a word that stands for what begins with it
_Entry = tuple[tuple[str, ...], int, int, str]


def scales() -> Iterator[tuple[int, str, list[list[str]]]]:
    """The scales of opposites: their number, "place", "time" or what else they are of, and the words at both ends."""
    lines = Path(__file__).with_name("opposites.txt").read_text(encoding="utf-8").splitlines()
    for axis, line in enumerate(line for line in lines if not line.startswith("#")):
        sides = [side.partition(": ") for side in line.split(" | ")]
        name = sides[0][0]
        sense = "place" if name.split()[0] in _PLACES else "time" if name in _TIMES else name
        yield axis, sense, [spellings.split() for _, _, spellings in sides]


@cache
def _axes() -> tuple[dict[str, list[_Entry]], dict[str, list[_Entry]]]:
    exact: dict[str, list[_Entry]] = {}
    stems: dict[str, list[_Entry]] = {}
    for axis, sense, ends in scales():
        for side, spellings in zip((1, -1), ends, strict=True):
            for spelling in spellings:
                parts = (spelling.lower(),) if spelling.isalnum() else lows_of(spelling.replace("·", " "))
                entry = (parts, axis, side, sense)
                exact.setdefault(parts[0], []).append(entry)
                if len(parts) == 1 and len(parts[0]) >= 5:
                    stems.setdefault(parts[0][:5], []).append(entry)
    return exact, stems


@cache
def _ends() -> dict[int, tuple[set[tuple[str, ...]], set[tuple[str, ...]]]]:
    """The words at both ends of each scale that is none of places or times."""
    ends: dict[int, tuple[set[tuple[str, ...]], set[tuple[str, ...]]]] = {}
    for group in _axes()[0].values():
        for parts, axis, side, sense in group:
            if sense not in ("place", "time"):
                ends.setdefault(axis, (set(), set()))[side < 0].add(parts)
    return ends


@lru_cache(maxsize=65536)
def one_scale(one: int, other: int) -> bool:
    """Whether two scales are one, as they share words at both ends and none crosswise: allow, ban and permit, block."""
    if one == other:
        return True
    ours, theirs = _ends().get(one), _ends().get(other)
    if not ours or not theirs:
        return False
    same = not ours[0].isdisjoint(theirs[0]) and not ours[1].isdisjoint(theirs[1])
    return same and ours[0].isdisjoint(theirs[1]) and ours[1].isdisjoint(theirs[0])


def find_opposites(words: Sequence[Word]) -> list[Cue]:
    """The words that have an opposite here: ``axis`` says on which scale, ``side`` (1 or -1) at which end.

    Where a verb's particle stands further on, ``reach`` goes from the verb to it.
    """
    exact, stems = _axes()
    found: list[Cue] = []
    spent: set[int] = set()
    for at, word in enumerate(words):
        if at in spent:
            continue
        hits: set[tuple[int, int, str, int, int]] = set()
        for parts, axis, side, sense in exact.get(word.low, ()):
            last = at + len(parts) - 1
            if len(parts) == 1 or _phrase(words, at, parts):
                together = words[last].low == parts[-1]
                if together:
                    spent.update(range(at + 1, last + 1))
                apart = 0 if together or len(parts) == 1 else _particle(words, at, parts[1])
                hits.add((axis, side, sense, words[last].end if together else word.end, apart))
        if at not in spent:
            known = {axis for axis, *_ in hits}
            for parts, axis, side, sense in stems.get(word.low[:5], ()):
                if axis in known or word.low == parts[0]:
                    continue
                if word.low.startswith(parts[0]) and len(word.low) - len(parts[0]) <= _ENDING:
                    hits.add((axis, side, sense, word.end, 0))
        found += [
            Cue(word.start, end, sense, axis, side, (word.start, apart) if apart else (0, 0))
            for axis, side, sense, end, apart in sorted(hits)
        ]
    return found


_PARTICLES = words_in("particle")
"""What may stand apart from its verb."""


def _phrase(words: Sequence[Word], at: int, parts: tuple[str, ...]) -> bool:
    """Whether a phrase stands here; a German verb's particle may stand further on."""
    if all(at + step < len(words) and words[at + step].low == part for step, part in enumerate(parts)):
        return True
    return len(parts) == 2 and parts[1] in _PARTICLES and _particle(words, at, parts[1]) > 0


def _particle(words: Sequence[Word], at: int, particle: str) -> int:
    """Where a verb's particle ends; 0 where it does not come."""
    return next((word.end for word in words[at + 1 : at + 16] if word.low == particle), 0)
