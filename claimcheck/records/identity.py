"""Ids: of texts, of places in them, of published checks; never of wording."""

import hashlib
from collections.abc import Iterable
from datetime import date

from claimcheck.records.articles import Span
from claimcheck.records.closed import Assertion

__all__ = ["article_id", "claim_id", "review_id"]


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
