"""One row a claim: the field names here are the column names of every export, and stand nowhere else.

A row traces back to characters of the article: ``evidence[i]`` is the article's text at ``spans[i]`` (code points,
half-open). ``label`` is None in a tie, and ``tie`` then names the labels. What is unknown is None.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

__all__ = ["MANIFEST", "NOT_CARRIED", "AnnotationRow", "EvidenceLink", "LabelShare", "Loss", "PastCheck", "VerdictRow"]


@dataclass(frozen=True, slots=True)
class LabelShare:
    """A label and the share of the annotators who gave it."""

    label: str
    share: float


@dataclass(frozen=True, slots=True)
class EvidenceLink:
    """What an annotator's verdict rests on."""

    annotator: str
    url: str
    quote: str | None
    accessed: date | None
    stance: str | None


@dataclass(frozen=True, slots=True)
class PastCheck:
    """A past check that a task of the claim showed, and how many annotators called it the same, related, unrelated.

    What the check said is None where it has since been removed; ``licence`` is that of what it said.
    """

    review_id: str
    claim_reviewed: str | None
    rating: str | None
    publisher: str | None
    url: str | None
    relation: str | None
    same: int
    related: int
    unrelated: int
    licence: str | None = None


@dataclass(frozen=True, slots=True)
class AnnotationRow:
    """One annotator's answer: ``label`` None is a skip; ``shown`` are ids of the past checks they saw, in order.

    ``adjudicated`` where the others' answers were in sight; ``arm`` is ``shown`` or ``control`` where some annotators
    of the claim saw past checks and some did not.
    """

    annotator: str
    label: str | None
    confidence: int | None
    seconds: float | None
    shown: tuple[str, ...]
    at: datetime
    justification: str | None
    problem: str | None
    better_wording: str | None
    adjudicated: bool = False
    arm: str | None = None


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """A claim with what its verdicts settle to; ``n_annotators`` counts labels, not skips.

    ``evidence_digests[i]`` is the SHA-256 of ``evidence[i]`` and ``article_digest`` that of the article's text, both in
    UTF-8: they stay when the texts are left out. ``scores`` is what ``method`` weighed the labels at.
    """

    claim_id: str
    article_id: str
    text: str
    evidence: tuple[str, ...]
    spans: tuple[tuple[int, ...], ...]
    evidence_digests: tuple[str, ...] = field(default=(), kw_only=True)
    article_digest: str | None = field(default=None, kw_only=True)
    language: str
    speaker: str | None
    assertion: str
    kind: str
    claim_date: str | None
    claim_date_precision: str | None
    article_title: str | None
    article_url: str | None
    outlet: str | None
    published: date | None
    label: str | None
    soft_label: tuple[LabelShare, ...]
    scores: tuple[LabelShare, ...] = field(default=(), kw_only=True)
    method: str
    n_annotators: int
    tie: tuple[str, ...]
    justification: str | None
    evidence_links: tuple[EvidenceLink, ...]
    as_of: date | None
    past_checks: tuple[PastCheck, ...]
    annotations: tuple[AnnotationRow, ...]
    split: str | None
    sample: bool


MANIFEST = "manifest.json"
"""The manifest's name in an export's folder; beside a file it is the file's name and this."""

NOT_CARRIED = "not carried"
"""What a loss says of a column that a form has no place for."""


@dataclass(frozen=True, slots=True)
class Loss:
    """Something an export could not carry as it is, or carries in another form; ``count`` values of ``column``.

    ``refused`` where it counts whole rows that a form has no place for.
    """

    what: str
    column: str | None
    count: int
    refused: bool = False

    def __str__(self) -> str:
        where = f" in {self.column}" if self.column else ""
        return f"{self.what}: {self.count}{where}"
