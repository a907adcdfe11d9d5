"""The sentences of an article of which no claim was made, and why: corrections, bylines, furniture and the like."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimcheck.records import CARRIERS, Article, Role, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.records import Claim

__all__ = ["Aside", "aside_line", "find_asides"]

_CALLED = {
    Role.RELATED: "link to something else",
    Role.TEASER: "teaser of something else",
    Role.CONSENT: "consent notice",
    Role.CORRECTION: "correction of the article",
    Role.FURNITURE: "page furniture",
    Role.EMBED: "embedded from elsewhere",
}


@dataclass(frozen=True, slots=True)
class Aside:
    """A sentence of which no claim was made, ``reason`` why: what it is, where that carries no claims."""

    span: Span
    text: str
    role: Role
    reason: str


def find_asides(article: Article, claims: "Sequence[Claim]") -> list[Aside]:
    """The sentences in which none of the ``claims``, offered or not, stands, in the order of the text.

    >>> from claimcheck.records import Block, article_id
    >>> text = "By Ann. Updated today."
    >>> article = Article(article_id(text), text, (Block(Span(0, len(text)), Role.BYLINE),), "en")
    >>> [(each.text, each.reason) for each in find_asides(article, [])]
    [('By Ann.', 'byline'), ('Updated today.', 'byline')]
    """
    from claimcheck.split import find_sentences

    taken = sorted((span.start, span.end) for claim in claims for span in claim.spans)
    found, at, reach = [], 0, 0
    for block in sorted(article.blocks, key=lambda each: each.span.start):
        called = _CALLED.get(block.role, block.role.value)
        why = "nothing in it was taken for a claim" if block.role in CARRIERS else called
        for span in find_sentences(article.text, block.span.start, block.span.end, article.language):
            while at < len(taken) and taken[at][0] < span.end:
                reach = max(reach, taken[at][1])
                at += 1
            text = article.text[span.start : span.end]
            if reach <= span.start and any(map(str.isalnum, text)):
                found.append(Aside(span, text, block.role, why))
    return found


def aside_line(article: Article, aside: Aside) -> dict[str, Any]:
    """An aside as ``split --all`` prints it: as a claim that is not offered, without an id, a kind or a score."""
    return {
        "id": None,
        "article_id": article.id,
        "text": aside.text,
        "spans": [[aside.span.start, aside.span.end]],
        "evidence": [aside.text],
        "role": aside.role.value,
        "language": article.language,
        "kind": None,
        "checkable": False,
        "score": None,
        "reasons": [aside.reason],
    }
