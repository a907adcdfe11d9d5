"""Articles, claims and verdicts in answers: the shapes that the commands print as JSON lines."""

from typing import Any

from claimcheck.serve.api.told import Page, Told
from claimcheck.serve.api.told_reviews import Match

__all__ = [
    "About",
    "ArticleAnswer",
    "ArticleClaims",
    "ArticleLine",
    "ArticlePage",
    "Aside",
    "Changes",
    "CheckAnswer",
    "CheckedClaim",
    "Claim",
    "ClaimInFull",
    "ClaimPage",
    "ConsensusPage",
    "SplitAnswer",
    "StoredClaim",
    "VerdictPage",
]


class Claim(Told):
    """A claim as `split` prints it; `evidence[i]` is the article's text at `spans[i]`, in code points."""

    id: str
    article_id: str
    text: str
    spans: list[list[int]]
    evidence: list[str]
    context: dict[str, Any]
    role: str
    language: str
    assertion: str
    speaker: str | None
    speaker_span: list[int] | None
    via: str | None
    cue: str | None
    subject: str | None
    kind: str
    checkable: bool
    score: float
    reasons: list[str]
    date: dict[str, str] | None
    needs_context: bool
    substitutions: list[dict[str, Any]]
    method: str


class CheckedClaim(Claim):
    """A claim with its past checks."""

    matches: list[Match]


class StoredClaim(Claim):
    """A claim of the workspace."""

    status: str
    version: int
    author: str | None
    successor: str | None
    sample: bool


class ClaimInFull(StoredClaim):
    """A claim with its versions, what became of it and why, its past checks and verdicts."""

    versions: list[dict[str, Any]]
    events: list[dict[str, Any]]
    matches: list[Match]
    verdicts: list[dict[str, Any]]


class About(Told):
    """What is known of an article."""

    id: str
    title: str | None
    published: str | None
    outlet: str | None
    url: str | None
    language: str | None
    notes: list[str]


class Changes(Told):
    """What a split changed in the workspace."""

    new: int
    unchanged: int
    reworded: int
    superseded: int
    removed: int


class ArticleClaims(Told):
    """An article with how many claims it has, and how many of them are offered."""

    article: About
    offered: int
    total: int


class Aside(Told):
    """A sentence of which no claim was made, and why."""

    id: None
    article_id: str
    text: str
    spans: list[list[int]]
    evidence: list[str]
    role: str
    language: str
    kind: None
    checkable: bool
    score: None
    reasons: list[str]


class SplitAnswer(ArticleClaims):
    """An article's claims, best first; with `all` also the sentences without a claim."""

    changes: Changes | None
    claims: list[Claim]
    asides: list[Aside]


class CheckAnswer(ArticleClaims):
    """An article's offered claims with their past checks, best first."""

    claims: list[CheckedClaim]


class ArticleAnswer(About):
    """An article of the workspace with its text."""

    byline: str | None
    sample: bool
    text: str
    blocks: list[dict[str, Any]]


class ArticleLine(Told):
    """An article of the workspace, and how many of its claims are offered."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    language: str | None
    origin: str | None
    url: str | None
    claims: int
    sample: bool


class ArticlePage(Page):
    """The articles in the order they came."""

    items: list[ArticleLine]


class ClaimPage(Page):
    """Claims of the workspace, best first within an article."""

    items: list[StoredClaim]


class VerdictPage(Page):
    """Verdicts as they are now."""

    items: list[dict[str, Any]]


class ConsensusPage(Page):
    """What the verdicts last settled to."""

    items: list[dict[str, Any]]
