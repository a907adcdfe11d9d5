"""The JSON that ``articles``, ``claims``, ``reviews show`` and ``split`` print and the API answers, in one place."""

from typing import TYPE_CHECKING, Any

from claimcheck.shapes import claim_to_json, match_to_json, review_to_json, verdict_to_json

if TYPE_CHECKING:
    from claimcheck.records import Article, Claim
    from claimcheck.store import ArticleSummary, Store, StoredClaim

__all__ = ["article_line", "claim_in_full", "claim_line", "review_states", "split_line"]

Line = dict[str, Any]


def article_line(article: "ArticleSummary") -> Line:
    """An article as ``articles`` has it, with how many of its claims are offered."""
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
        "origin": article.origin,
        "url": article.url,
        "claims": article.claims,
        "sample": article.sample,
    }


def claim_line(stored: "StoredClaim") -> Line:
    """A claim of the workspace as ``claims list`` has it: as ``split`` had it, and what became of it."""
    return {
        **claim_to_json(stored.claim),
        "status": stored.status.value,
        "version": stored.version,
        "author": stored.author,
        "successor": stored.successor_id,
        "sample": stored.sample,
    }


def claim_in_full(store: "Store", wanted: str) -> Line:
    """A claim, its versions, its past checks and every verdict it ever had, of one moment.

    Raises:
        NotFound, AmbiguousId: no claim has this id, or several begin so.
    """
    with store.snapshot():
        stored = store.claim(wanted)
        claim_id = stored.claim.id
        history, matches, judged = store.history(claim_id), store.matches(claim_id), store.verdict_histories(claim_id)
        events = store.events(claim_id)
    return {
        **claim_line(stored),
        "versions": [
            {"version": each.version, "author": each.author, "at": each.at.isoformat(), "text": each.claim.text}
            for each in history
        ],
        "events": [
            {"what": each.what, "author": each.author, "at": each.at.isoformat(), "reason": each.reason}
            for each in events
        ],
        "matches": [match_to_json(match) for match in matches],
        "verdicts": [
            {
                "gone": gone,
                "versions": [
                    {"version": each.version, "at": each.at.isoformat(), **verdict_to_json(each.verdict)}
                    for each in kept
                ],
            }
            for gone, kept in judged
        ],
    }


def review_states(store: "Store", wanted: str) -> list[Line]:
    """Every state that a past check had, oldest first, as ``reviews show --history`` has them.

    Raises:
        NotFound, AmbiguousId: no past check has this id, or several begin so.
    """
    versions = store.review_history(wanted)
    first_seen = versions[0].since.isoformat()
    return [
        {
            **review_to_json(each.review),
            "first_seen": first_seen,
            "since": each.since.isoformat(),
            "until": each.until.isoformat() if each.until else None,
            "removed": each.removed,
        }
        for each in versions
    ]


def split_line(article: "Article", claim: "Claim", *, sentence: bool = False) -> Line:
    """A claim as ``split`` prints it; with ``sentence`` also those it stands in, its own words marked."""
    if not sentence:
        return claim_to_json(claim)
    from claimcheck.split import find_passages

    shown = [
        {"text": each.text, "marks": [[mark.start, mark.end] for mark in each.marks]}
        for each in find_passages(article, claim.spans)
    ]
    return {**claim_to_json(claim), "sentences": shown}
