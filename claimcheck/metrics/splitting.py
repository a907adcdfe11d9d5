"""How good a splitter is: its offered claims against gold that people annotated.

The formula is that of the project's gold (precision over required and optional claims, coverage of the required ones,
speakers and days over the matched ones), kept equal to its reference program by a test. Counts of pages add up; ratios
come last.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields

from claimcheck.records import Claim

__all__ = [
    "GoldClaim",
    "SplitCounts",
    "SplitFigures",
    "harmonic",
    "match_claims",
    "score_page",
    "split_figures",
    "words",
]

_WORD = re.compile(r"\w+")
_MATCH = 0.5  # token IoU from which a claim is the gold claim
_FURNITURE = 15  # characters a claim must have to count as a part of a piece of furniture
_FUNCTION_WORDS = """
    a als am an and are as at auf aus be been bei by chef chefin company das dass dem den der des die dr ein
    eine einem einen einer eines er es firma for frau from government had haben habe has hat have he her herr
    his im in is ist it its konzern minister ministerin ministerium ministry mit mr mrs ms nach nicht not oder
    of official officials on or president prof präsident präsidentin regierung seien sei sich sie sind she
    spokesman spokesperson spokeswoman sprecher sprecherin that the their they this to und vom von war waren was
    were werden will wird with would wurde wurden zu zum zur für auch
"""
_STOP = frozenset(_FUNCTION_WORDS.split())


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim that people found; ``places`` are its positions among the words of the article's body."""

    level: str  # required, optional or reject
    text: str
    places: frozenset[int]
    speaker: str | None = None
    day: str | None = None  # ISO, where the gold date is that precise


@dataclass(frozen=True, slots=True)
class SplitCounts:
    """What is counted on one page; counts of several pages add up."""

    required: int = 0
    found: int = 0
    offered: int = 0
    good: int = 0
    rejects: int = 0
    rejects_kept: int = 0
    leaked: int = 0
    outside: int = 0
    needs_context: int = 0
    matched: int = 0
    text: float = 0.0
    bare: float = 0.0
    gold_speakers: int = 0
    said_speakers: int = 0
    right_speakers: int = 0
    gold_days: int = 0
    said_days: int = 0
    right_days: int = 0

    def __add__(self, other: "SplitCounts") -> "SplitCounts":
        return SplitCounts(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))


@dataclass(frozen=True, slots=True)
class SplitFigures:
    """The figures of one page, or of several together; shares and F1 lie in [0, 1]."""

    name: str
    precision: float
    coverage: float
    f1: float
    speaker_f1: float
    day_f1: float
    rejected_kept: float
    leaked: int
    needs_context: float
    text: float
    bare_evidence: float
    offered: int


def words(text: str) -> list[str]:
    """The casefolded words of a text, soft hyphens removed."""
    return [word.casefold() for word in _WORD.findall(text.replace("\u00ad", ""))]


def harmonic(one: float, other: float) -> float:
    """The harmonic mean; 0 where both are 0.

    >>> harmonic(0.5, 1.0)
    0.6666666666666666
    """
    return 2 * one * other / (one + other) if one + other else 0.0


def score_page(
    body: Sequence[str],
    furniture: Sequence[str],
    gold: Sequence[GoldClaim],
    offered: Sequence[Claim],
    tail: Sequence[str],
) -> SplitCounts:
    """The counts of one page.

    ``body``: the words of its claim-carrying blocks. ``furniture``: each other block, its words joined by spaces.
    ``tail``: words behind the place where annotators stopped; a claim from there does not count. A claim stands where
    its evidence is first found.
    """
    index = _Places(body)
    behind = _Places(tail)
    placed: list[tuple[Claim, frozenset[int]]] = []
    leaked = outside = past = 0
    for claim in offered:
        evidence = [words(each) for each in claim.evidence]
        at = frozenset().union(*(index.find(each) for each in evidence))
        joined = " ".join(word for each in evidence for word in each)
        if at:
            placed.append((claim, at))
        elif any(each in joined or (len(joined) > _FURNITURE and joined in each) for each in furniture):
            leaked += 1
        elif any(behind.find(each) for each in evidence):
            past += 1
        else:
            outside += 1
    pairs = _matched(gold, placed)
    levels = [claim.level for claim in gold]
    counts = SplitCounts(
        required=levels.count("required"),
        found=sum(levels[g] == "required" for g in pairs),
        offered=len(offered) - past,
        good=sum(levels[g] != "reject" for g in pairs),
        rejects=levels.count("reject"),
        rejects_kept=sum(levels[g] == "reject" for g in pairs),
        leaked=leaked,
        outside=outside,
        needs_context=sum(claim.needs_context for claim in offered),
    )
    return sum((_compared(gold[g], placed[p][0]) for g, p in pairs.items() if levels[g] != "reject"), counts)


def match_claims(
    body: Sequence[str], gold: Sequence[GoldClaim], claims: Sequence[Claim]
) -> list[tuple[str | None, float | None]]:
    """For each claim the level of the gold claim it matches, None for none, and its overlap with the nearest.

    The overlap is None where a claim does not stand in ``body``.
    """
    index = _Places(body)
    at = [frozenset().union(*(index.find(words(each)) for each in claim.evidence)) for claim in claims]
    pairs = _matched(gold, list(zip(claims, at, strict=True)))
    level = {p: gold[g].level for g, p in pairs.items()}
    near = [_nearest(one, gold) if one else None for one in at]
    return [(level.get(p), near[p]) for p in range(len(claims))]


def _nearest(at: frozenset[int], gold: Sequence[GoldClaim]) -> float:
    """The highest overlap with a gold claim."""
    return max((len(each.places & at) / len(each.places | at) for each in gold), default=0.0)


class _Places:
    """Where a sequence of words first stands in a longer one."""

    def __init__(self, text: Sequence[str]) -> None:
        self._text = list(text)
        self._starts: dict[str, list[int]] = {}
        for at, word in enumerate(self._text):
            self._starts.setdefault(word, []).append(at)

    def find(self, sequence: list[str]) -> frozenset[int]:
        """The positions of its first place; empty where it has none."""
        size = len(sequence)
        for at in self._starts.get(sequence[0], ()) if sequence else ():
            if self._text[at : at + size] == sequence:
                return frozenset(range(at, at + size))
        return frozenset()


def _matched(gold: Sequence[GoldClaim], placed: Sequence[tuple[Claim, frozenset[int]]]) -> dict[int, int]:
    """Gold to offered claims, one to one: the highest overlap first, then the nearer wording, then the later claim."""
    candidates = []
    for g, wanted in enumerate(gold):
        for p, (claim, at) in enumerate(placed):
            overlap = len(wanted.places & at) / len(wanted.places | at) if wanted.places & at else 0.0
            if overlap >= _MATCH:
                candidates.append((overlap, _alike(wanted.text, claim.text), g, p))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, g, p in sorted(candidates, reverse=True):
        if g not in pairs and p not in taken:
            pairs[g] = p
            taken.add(p)
    return pairs


def _compared(wanted: GoldClaim, got: Claim) -> SplitCounts:
    """The counts of one matched pair."""
    day = got.date.value[:10] if got.date and got.date.precision == "day" else None
    return SplitCounts(
        matched=1,
        text=_alike(wanted.text, got.text),
        bare=_alike(wanted.text, " ".join(got.evidence) if got.evidence else got.text),
        gold_speakers=bool(wanted.speaker),
        said_speakers=bool(got.speaker),
        right_speakers=bool(wanted.speaker and got.speaker and _same_speaker(wanted.speaker, got.speaker)),
        gold_days=wanted.day is not None,
        said_days=day is not None,
        right_days=wanted.day is not None and day == wanted.day[:10],
    )


def _content(text: str) -> set[str]:
    """The words that carry content: no function words, no titles, longer than a letter."""
    return {word for word in words(text) if len(word) > 1 and word not in _STOP}


def _alike(one: str, other: str) -> float:
    """F1 of two texts' content words; 0 where neither has any."""
    a, b = _content(one), _content(other)
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def _same_speaker(wanted: str, got: str) -> bool:
    """Whether a speaker's last telling word (a surname, a body's name) is named, or half of a long name, briefly."""
    telling = [word for word in words(re.split(r"[,(]", wanted)[0]) if len(word) > 1 and word not in _STOP]
    if not telling:
        return bool(set(words(wanted)) & set(words(got)))
    said = _content(got)
    half = len(said.intersection(telling)) >= max(1, len(telling) // 2)
    return telling[-1] in said or (half and len(said) <= 2 * len(telling) + 2)


def split_figures(name: str, counts: SplitCounts) -> SplitFigures:
    """The figures of counts; a ratio over nothing is 0."""

    def ratio(part: float, whole: float) -> float:
        return part / max(1, whole)

    precision, coverage = ratio(counts.good, counts.offered), ratio(counts.found, counts.required)
    right, days = counts.right_speakers, counts.right_days
    return SplitFigures(
        name,
        precision,
        coverage,
        harmonic(precision, coverage),
        harmonic(ratio(right, counts.said_speakers), ratio(right, counts.gold_speakers)),
        harmonic(ratio(days, counts.said_days), ratio(days, counts.gold_days)),
        ratio(counts.rejects_kept, counts.rejects),
        counts.leaked,
        ratio(counts.needs_context, counts.offered),
        ratio(counts.text, counts.matched),
        ratio(counts.bare, counts.matched),
        counts.offered,
    )
