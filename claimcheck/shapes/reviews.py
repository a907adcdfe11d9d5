"""Past checks, matches and what a task showed of them."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from claimcheck.records import (
    ClaimReview,
    Difference,
    DifferenceKind,
    Explanation,
    Label,
    Match,
    Relation,
    ShownCheck,
)
from claimcheck.shapes.values import Json, date_of, iso

__all__ = [
    "indexed_number",
    "match_from_json",
    "match_to_json",
    "review_from_json",
    "review_to_json",
    "shown_from_json",
    "shown_to_json",
]


def review_to_json(review: ClaimReview) -> Json:
    """A past check with every field, as ``reviews list`` prints it and the store keeps it."""
    return {
        "id": review.id,
        "claim_reviewed": review.claim_reviewed,
        "rating": review.rating.value if review.rating else None,
        "alternate_name": review.alternate_name,
        "rating_value": review.rating_value,
        "best_rating": review.best_rating,
        "worst_rating": review.worst_rating,
        "publisher": review.publisher,
        "publisher_url": review.publisher_url,
        "url": review.url,
        "date_published": iso(review.date_published),
        "claim_date": iso(review.claim_date),
        "claimant": review.claimant,
        "title": review.title,
        "summary": review.summary,
        "language": review.language,
        "licence": review.licence,
        "source": review.source,
        "ours": review.ours,
        "sample": review.sample,
        "rating_table": review.rating_table,
    }


def review_from_json(data: Mapping[str, Any]) -> ClaimReview:
    """The past check that ``review_to_json`` wrote."""
    return ClaimReview(
        **{
            **data,
            "rating": Label(data["rating"]) if data["rating"] else None,
            "date_published": date_of(data["date_published"]),
            "claim_date": date_of(data["claim_date"]),
        }
    )


def indexed_number(review: ClaimReview) -> int:
    """A review's share of the digest; the sum of all knows neither order nor history, and one can be taken out."""
    parts = (review.id, review.claim_reviewed, review.title, review.summary, review.language)
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return int.from_bytes(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest(), "big")


def match_to_json(match: Match) -> Json:
    """The ``lookup`` or ``match`` line of a match; an abstention has ``"review": null``."""
    review = match.review
    head: Json = {"claim_id": match.claim_id} if match.claim_id else {"query": match.query}
    return {
        **head,
        "rank": match.rank,
        "score": None if match.score is None else round(match.score, 4),
        "similarity": round(match.similarity, 4),
        "relation": match.relation.value if match.relation else None,
        "differences": [{"kind": each.kind.value, "new": each.new, "past": each.past} for each in match.differences],
        "review": None
        if review is None
        else {
            "id": review.id,
            "claim_reviewed": review.claim_reviewed,
            "rating": review.rating.value if review.rating else None,
            "alternate_name": review.alternate_name,
            "publisher": review.publisher,
            "url": review.url,
            "date_published": iso(review.date_published),
            "language": review.language,
            "ours": review.ours,
            "sample": review.sample,
        },
        "being_checked": list(match.being_checked),
        "also": list(match.also),
        "days_older": match.days_older,
        **({"explain": _explanation_to_json(match.explain)} if match.explain else {}),
    }


def _explanation_to_json(explanation: Explanation) -> Json:
    return {
        "words": list(explanation.words),
        "fields": list(explanation.fields),
        "ranks": dict(explanation.ranks),
        "scores": dict(explanation.scores),
    }


def match_from_json(data: Mapping[str, Any], review: ClaimReview | None, *, query: str) -> Match:
    """The match a stored line describes; its review is given, since the line holds only part of it."""
    return Match(
        query=query,
        claim_id=data.get("claim_id"),
        rank=data["rank"],
        similarity=data["similarity"],
        score=data["score"],
        review=review,
        relation=Relation(data["relation"]) if data["relation"] else None,
        differences=tuple(
            Difference(DifferenceKind(each["kind"]), each["new"], each["past"]) for each in data["differences"]
        ),
        being_checked=tuple(data["being_checked"]),
        also=tuple(data.get("also", ())),
        days_older=data.get("days_older"),
    )


def shown_to_json(shown: ShownCheck) -> Json:
    """What a task showed of one past check."""
    return {
        "review_id": shown.review_id,
        "rank": shown.rank,
        "similarity": round(shown.similarity, 4),
        "score": shown.score,
        "relation": shown.relation.value if shown.relation else None,
    }


def shown_from_json(data: Mapping[str, Any]) -> ShownCheck:
    """The shown check that ``shown_to_json`` wrote."""
    return ShownCheck(**{**data, "relation": Relation(data["relation"]) if data["relation"] else None})
