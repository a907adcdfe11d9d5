"""What a split takes and gives: a claim as it sees it, each claim's side, and the report that recounts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

__all__ = ["LeakageReport", "NearestPair", "Split", "SplitItem"]


@dataclass(frozen=True, slots=True)
class SplitItem:
    """What a split needs to know of a claim; ``checks`` are ids of past checks that bind it, ``leads`` of others."""

    claim_id: str
    article_id: str
    label: str | None  # None: a tie
    language: str
    checks: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    day: date | None = None  # when it was published


@dataclass(frozen=True, slots=True)
class NearestPair:
    """The two claims closest in meaning that stand on different sides; ``similarity`` is their cosine."""

    claims: tuple[str, str]
    texts: tuple[str, str]
    sides: tuple[str, str]
    similarity: float


@dataclass(frozen=True, slots=True)
class LeakageReport:
    """What a split came to, recounted from the sides themselves.

    ``joined`` counts the bonds that made the groups, by what they are. ``shared_articles``, ``shared_checks`` and
    ``near_duplicates`` count what stands on two sides: 0 unless something is wrong; ``shared_leads`` past checks that
    bind nothing. ``left_out`` counts claims on no side, by reason. ``cuts`` are the first days of the later sides, of a
    temporal split only.
    """

    asked: Mapping[str, float]
    sizes: Mapping[str, int]
    labels: Mapping[str, Mapping[str, int]]
    languages: Mapping[str, Mapping[str, int]]
    groups: int
    largest: int
    joined: Mapping[str, int]
    shared_articles: int
    shared_checks: int
    near_duplicates: int
    shared_leads: int
    left_out: Mapping[str, int] = field(default_factory=dict)
    seed: int | None = None
    cuts: tuple[date, ...] = ()
    straddling: int = 0  # groups with claims on both sides of a cut
    threshold: float | None = None  # the cosine from which claims are near-duplicates
    by_words_alone: int = 0  # claims in languages the encoder does not know: near-duplicates only by equal words
    nearest: NearestPair | None = None


@dataclass(frozen=True, slots=True)
class Split:
    """Each claim's side by its id, None where it is left out; and the report."""

    sides: Mapping[str, str | None]
    report: LeakageReport = field(compare=False)
