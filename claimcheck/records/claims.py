"""One checkable fact: where it stands, how it reads alone, who says it and when."""

from dataclasses import dataclass

from claimcheck.records.articles import Day, Span
from claimcheck.records.closed import Assertion, ClaimKind, Role

__all__ = ["Claim", "ClaimContext", "ClaimDate", "Substitution"]


@dataclass(frozen=True, slots=True)
class ClaimDate:
    """When a claim's content holds: an ISO date, month, year or interval and how precise it is."""

    value: str
    precision: str  # day, month, year, interval, before, since-before, approx


@dataclass(frozen=True, slots=True)
class ClaimContext:
    """The frame a claim needs to be read alone."""

    title: str | None = None
    date: Day | None = None
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

    @property
    def told_by(self) -> str | None:
        """Who is named with it: who acts, where the claim is that somebody spoke, else whose word it is."""
        acts = self.kind is ClaimKind.QUOTATION and self.subject
        return self.subject if acts else self.speaker

    @property
    def is_unnamed(self) -> bool:
        """Whether it is somebody's word and nobody is named: "soll", "reportedly"."""
        return self.told_by is None and self.assertion in {Assertion.REPORTED, Assertion.QUOTED}
