"""The nouns of the pipeline: frozen, hashable, standard library only.

``Article ─► Claim ─► Match ─► Task ─► Verdict ─► Consensus``. Offsets are code points into ``Article.text``,
half-open. What is unknown is ``None`` or an empty tuple.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

__all__ = [
    "CARRIERS",
    "Article",
    "Assertion",
    "Block",
    "Claim",
    "ClaimContext",
    "ClaimDate",
    "ClaimKind",
    "ClaimReview",
    "ClaimStatus",
    "Consensus",
    "Difference",
    "DifferenceKind",
    "Evidence",
    "Hit",
    "Label",
    "Match",
    "PastAnswer",
    "Relation",
    "Role",
    "ShownCheck",
    "Span",
    "Substitution",
    "Task",
    "Verdict",
    "article_id",
    "claim_id",
    "review_id",
]

_Day = date  # in a class with a field named date, that name is the field


class Role(StrEnum):
    """What a block of a page is; only ``CARRIERS`` can hold claims."""

    HEADLINE = "headline"
    LEAD = "lead"
    BODY = "body"
    SUBHEADING = "subheading"
    CAPTION = "caption"
    QUOTE_BOX = "quote_box"
    FACT_BOX = "fact_box"
    LIVE_UPDATE = "live_update"
    EMBED = "embed"
    TEASER = "teaser"
    RELATED = "related"
    NEWSLETTER = "newsletter"
    CONSENT = "consent"
    COMMENT = "comment"
    BYLINE = "byline"
    CREDIT = "credit"
    CORRECTION = "correction"
    FURNITURE = "furniture"


CARRIERS = frozenset(
    {Role.HEADLINE, Role.LEAD, Role.BODY, Role.CAPTION, Role.FACT_BOX, Role.LIVE_UPDATE, Role.QUOTE_BOX}
)
"""Roles whose text carries claims."""


class Assertion(StrEnum):
    """How the article puts a claim forward."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    QUOTED = "quoted"
    PRESUPPOSED = "presupposed"


class ClaimKind(StrEnum):
    """What sort of statement a claim is."""

    EVENT = "event"
    QUANTITY = "quantity"
    HISTORICAL = "historical"
    LEGAL = "legal"
    CAUSAL = "causal"
    QUOTATION = "quotation"
    OPINION = "opinion"
    PREDICTION = "prediction"
    QUESTION = "question"
    NORMATIVE = "normative"


class ClaimStatus(StrEnum):
    """Where a claim stands in the workspace."""

    ACTIVE = "active"
    DROPPED = "dropped"
    SUPERSEDED = "superseded"


class Label(StrEnum):
    """What a verdict says; the first five are ordered, the rest are nominal (``annotations/scheme.toml``)."""

    TRUE = "TRUE"
    MOSTLY_TRUE = "MOSTLY_TRUE"
    HALF_TRUE = "HALF_TRUE"
    MOSTLY_FALSE = "MOSTLY_FALSE"
    FALSE = "FALSE"
    MISLEADING = "MISLEADING"
    UNVERIFIABLE = "UNVERIFIABLE"
    NOT_A_CLAIM = "NOT_A_CLAIM"


class Relation(StrEnum):
    """How a past check's claim stands to a new one; ``broader`` and ``narrower`` describe the past claim."""

    SAME = "same"
    CONTRADICTS = "contradicts"
    DIFFERS_NUMBER = "differs_number"
    DIFFERS_DATE = "differs_date"
    DIFFERS_PLACE = "differs_place"
    DIFFERS_PERSON = "differs_person"
    BROADER = "broader"
    NARROWER = "narrower"
    RELATED = "related"


class DifferenceKind(StrEnum):
    """The slot in which two claims differ."""

    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    PERSON = "person"
    NEGATION = "negation"
    ANTONYM = "antonym"
    SCOPE = "scope"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of ``Article.text``, in code points; ``0 <= start < end``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"span [{self.start}, {self.end}) is empty or negative: start must be below end")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article with one role; ``path`` is its DOM path where the article came from HTML."""

    span: Span
    role: Role
    path: str | None = None
    date: _Day | None = None  # a live update's own date


@dataclass(frozen=True, slots=True)
class Article:
    """A text and what is known about it; ``blocks`` are in text order and do not overlap.

    ``text`` is the decoded file for text and Markdown (BOM removed, line ends kept) and our stored text for HTML.
    ``sources`` says where each piece of metadata came from: ``option``, ``metadata`` or ``text``.
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
    language: str  # ISO 639-1, "und" where unknown
    title: str | None = None
    published: date | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    origin: str | None = None  # the file name or "-" it was read from
    media_type: str = "text/plain"
    sources: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()  # what a reader should be told: a guessed encoding, a date that contradicts another
    sample: bool = False


@dataclass(frozen=True, slots=True)
class ClaimDate:
    """When a claim's content holds: an ISO date, month, year or interval and how precise it is."""

    value: str
    precision: str  # day, month, year, interval, before, since-before, approx


@dataclass(frozen=True, slots=True)
class ClaimContext:
    """The frame a claim needs to be read alone."""

    title: str | None = None
    date: _Day | None = None
    previous: str | None = None
    unresolved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Substitution:
    """A wording replaced in ``Claim.text``: what stood at ``span`` and what stands there now."""

    span: Span
    original: str
    replacement: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable fact: where it stands (``spans``, verbatim) and how it reads alone (``text``).

    ``evidence[i] == article.text[spans[i].start : spans[i].end]``. ``score`` in [0, 1] ranks check-worthiness,
    ``checkable`` says whether it is offered; ``reasons`` say why.
    """

    id: str
    article_id: str
    spans: tuple[Span, ...]
    evidence: tuple[str, ...]
    text: str
    assertion: Assertion
    kind: ClaimKind
    role: Role
    language: str
    checkable: bool
    score: float
    reasons: tuple[str, ...] = ()
    speaker: str | None = None  # whose word the content rests on; None: the outlet's own
    speaker_span: Span | None = None
    via: str | None = None
    cue: str | None = None
    subject: str | None = None
    date: ClaimDate | None = None
    context: ClaimContext = ClaimContext()
    needs_context: bool = False
    substitutions: tuple[Substitution, ...] = ()
    method: str = "rules"


@dataclass(frozen=True, slots=True)
class ClaimReview:
    """A published fact check, in schema.org's words.

    ``rating`` is our label for ``alternate_name``, the publisher's own word; None where that word is not known.
    """

    id: str
    claim_reviewed: str
    publisher: str
    rating: Label | None = None
    alternate_name: str | None = None
    rating_value: str | None = None
    best_rating: str | None = None
    worst_rating: str | None = None
    url: str | None = None
    publisher_url: str | None = None
    date_published: date | None = None
    claim_date: date | None = None
    claimant: str | None = None
    title: str | None = None
    summary: str | None = None
    language: str = "und"
    licence: str | None = None
    source: str | None = None  # the file or feed it came from
    ours: bool = False
    sample: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """One search result: higher ``score`` is closer."""

    review_id: str
    score: float


@dataclass(frozen=True, slots=True)
class Difference:
    """One slot in which a new claim and a past one differ, with the verbatim words of both sides."""

    kind: DifferenceKind
    new: str
    past: str


@dataclass(frozen=True, slots=True)
class Match:
    """A past check found for a query or claim; ``review`` is None where nothing fits (an abstention).

    ``similarity`` is the fused retrieval score; ``score`` the calibrated probability that the match is right, None
    until calibration exists. ``rank`` counts from 1.
    """

    query: str
    rank: int
    similarity: float
    review: ClaimReview | None
    claim_id: str | None = None
    score: float | None = None
    relation: Relation | None = None
    differences: tuple[Difference, ...] = ()
    being_checked: tuple[str, ...] = ()  # ids of similar claims with an open task


@dataclass(frozen=True, slots=True)
class ShownCheck:
    """A past check as a task showed it."""

    review_id: str
    rank: int
    similarity: float
    score: float | None
    relation: Relation | None


@dataclass(frozen=True, slots=True)
class Task:
    """A claim sent to a Label Studio project; keyed by (``server``, ``project_id``, ``claim_id``)."""

    server: str
    project_id: int
    claim_id: str
    task_id: int
    digest: str  # of the data it was sent with
    pushed_at: datetime
    shown: tuple[ShownCheck, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a verdict rests on."""

    url: str
    quote: str | None = None
    accessed: date | None = None
    stance: str | None = None  # supports or refutes


@dataclass(frozen=True, slots=True)
class PastAnswer:
    """An annotator's answer to one past check: ``same``, ``related`` or ``unrelated``."""

    review_id: str
    answer: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """One annotator's label on one claim; ``label`` is None where they skipped."""

    claim_id: str
    label: Label | None
    annotator: str
    decided_at: datetime
    server: str
    project_id: int
    task_id: int
    annotation_id: int
    updated_at: datetime
    justification: str | None = None
    evidence: tuple[Evidence, ...] = ()
    confidence: int | None = None  # 1 to 5
    seconds: float | None = None
    as_of: date | None = None
    past_answers: tuple[PastAnswer, ...] = ()
    problem: str | None = None  # a code of the scheme's claim problems
    better_wording: str | None = None
    shown: tuple[ShownCheck, ...] = ()
    sample: bool = False

    @property
    def skipped(self) -> bool:
        """Whether the annotator skipped the task: an answer, but not a verdict."""
        return self.label is None


@dataclass(frozen=True, slots=True)
class Consensus:
    """What the verdicts on a claim settle to: a ``label``, or an explicit ``tie`` (then ``label`` is None).

    ``soft_label`` holds each given label's share, summing to 1, in ``Label`` order.
    """

    claim_id: str
    label: Label | None
    tie: tuple[Label, ...]
    soft_label: tuple[tuple[Label, float], ...]
    method: str
    n_annotators: int
    as_of: date | None
    sample: bool = False


def _digest(*parts: str) -> str:
    """First 16 hex of SHA-256 over the parts, each ended by a unit separator."""
    joined = "".join(f"{part}\x1f" for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def article_id(text: str) -> str:
    """First 16 hex of SHA-256 of the stored text, as UTF-8.

    >>> article_id("abc")
    'ba7816bf8f01cfea'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def claim_id(article: str, spans: Iterable[Span], assertion: Assertion, ordinal: int = 0) -> str:
    """Identity of a claim: where it stands and how it is put, never how it is worded.

    ``ordinal`` counts claims of one article with equal spans and assertion, from 0.
    """
    places = ",".join(f"{span.start}-{span.end}" for span in spans)
    return _digest("claim", article, places, assertion.value, str(ordinal))


def review_id(claim_reviewed: str, *, url: str | None, publisher: str, date_published: date | None) -> str:
    """Identity of a past check: URL and claim, else publisher, claim and date."""
    if url:
        return _digest("review", url, claim_reviewed)
    return _digest("review", publisher, claim_reviewed, date_published.isoformat() if date_published else "")
