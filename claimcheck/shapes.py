"""Records ↔ the JSON shapes others build on (stable; additions allowed).

One pair of functions per record; ``*_from_json`` reads exactly what ``*_to_json`` wrote.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from claimcheck.records import (
    Assertion,
    Claim,
    ClaimContext,
    ClaimDate,
    ClaimKind,
    ClaimReview,
    Consensus,
    Difference,
    DifferenceKind,
    Evidence,
    Label,
    Match,
    PastAnswer,
    Relation,
    Role,
    ShownCheck,
    Span,
    Substitution,
    Verdict,
)

__all__ = [
    "claim_from_json",
    "claim_to_json",
    "consensus_from_json",
    "consensus_to_json",
    "match_from_json",
    "match_to_json",
    "review_from_json",
    "review_to_json",
    "shown_from_json",
    "shown_to_json",
    "verdict_from_json",
    "verdict_to_json",
]

Json = dict[str, Any]


def _iso(value: date | datetime | None) -> str | None:
    return value.isoformat() if value is not None else None


def _date(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _span(value: Span | None) -> list[int] | None:
    return [value.start, value.end] if value else None


def claim_to_json(claim: Claim) -> Json:
    """The ``split`` line of a claim."""
    return {
        "id": claim.id,
        "article_id": claim.article_id,
        "text": claim.text,
        "spans": [[span.start, span.end] for span in claim.spans],
        "evidence": list(claim.evidence),
        "context": {
            "title": claim.context.title,
            "date": _iso(claim.context.date),
            "previous": claim.context.previous,
            "unresolved": list(claim.context.unresolved),
        },
        "role": claim.role.value,
        "language": claim.language,
        "assertion": claim.assertion.value,
        "speaker": claim.speaker,
        "speaker_span": _span(claim.speaker_span),
        "via": claim.via,
        "cue": claim.cue,
        "subject": claim.subject,
        "kind": claim.kind.value,
        "checkable": claim.checkable,
        "score": round(claim.score, 4),
        "reasons": list(claim.reasons),
        "date": {"value": claim.date.value, "precision": claim.date.precision} if claim.date else None,
        "needs_context": claim.needs_context,
        "substitutions": [
            {"span": _span(each.span), "original": each.original, "replacement": each.replacement}
            for each in claim.substitutions
        ],
        "method": claim.method,
    }


def claim_from_json(data: Mapping[str, Any]) -> Claim:
    """The claim a ``split`` line describes."""
    context, when = data["context"], data["date"]
    return Claim(
        id=data["id"],
        article_id=data["article_id"],
        spans=tuple(Span(*span) for span in data["spans"]),
        evidence=tuple(data["evidence"]),
        text=data["text"],
        assertion=Assertion(data["assertion"]),
        kind=ClaimKind(data["kind"]),
        role=Role(data["role"]),
        language=data["language"],
        checkable=data["checkable"],
        score=data["score"],
        reasons=tuple(data["reasons"]),
        speaker=data["speaker"],
        speaker_span=Span(*data["speaker_span"]) if data["speaker_span"] else None,
        via=data["via"],
        cue=data["cue"],
        subject=data["subject"],
        date=ClaimDate(when["value"], when["precision"]) if when else None,
        context=ClaimContext(
            context["title"], _date(context["date"]), context["previous"], tuple(context["unresolved"])
        ),
        needs_context=data["needs_context"],
        substitutions=tuple(
            Substitution(Span(*each["span"]), each["original"], each["replacement"]) for each in data["substitutions"]
        ),
        method=data["method"],
    )


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
        "date_published": _iso(review.date_published),
        "claim_date": _iso(review.claim_date),
        "claimant": review.claimant,
        "title": review.title,
        "summary": review.summary,
        "language": review.language,
        "licence": review.licence,
        "source": review.source,
        "ours": review.ours,
        "sample": review.sample,
    }


def review_from_json(data: Mapping[str, Any]) -> ClaimReview:
    """The past check that ``review_to_json`` wrote."""
    return ClaimReview(
        **{
            **data,
            "rating": Label(data["rating"]) if data["rating"] else None,
            "date_published": _date(data["date_published"]),
            "claim_date": _date(data["claim_date"]),
        }
    )


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
            "date_published": _iso(review.date_published),
            "language": review.language,
            "ours": review.ours,
            "sample": review.sample,
        },
        "being_checked": list(match.being_checked),
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


def verdict_to_json(verdict: Verdict) -> Json:
    """A verdict with everything the annotator gave."""
    return {
        "claim_id": verdict.claim_id,
        "label": verdict.label.value if verdict.label else None,
        "annotator": verdict.annotator,
        "decided_at": _iso(verdict.decided_at),
        "server": verdict.server,
        "project_id": verdict.project_id,
        "task_id": verdict.task_id,
        "annotation_id": verdict.annotation_id,
        "updated_at": _iso(verdict.updated_at),
        "justification": verdict.justification,
        "evidence": [
            {"url": each.url, "quote": each.quote, "accessed": _iso(each.accessed), "stance": each.stance}
            for each in verdict.evidence
        ],
        "confidence": verdict.confidence,
        "seconds": verdict.seconds,
        "as_of": _iso(verdict.as_of),
        "past_answers": [{"review_id": each.review_id, "answer": each.answer} for each in verdict.past_answers],
        "problem": verdict.problem,
        "better_wording": verdict.better_wording,
        "shown": [shown_to_json(each) for each in verdict.shown],
        "sample": verdict.sample,
    }


def verdict_from_json(data: Mapping[str, Any]) -> Verdict:
    """The verdict that ``verdict_to_json`` wrote."""
    return Verdict(
        **{
            **data,
            "label": Label(data["label"]) if data["label"] else None,
            "decided_at": datetime.fromisoformat(data["decided_at"]),
            "updated_at": datetime.fromisoformat(data["updated_at"]),
            "evidence": tuple(
                Evidence(each["url"], each["quote"], _date(each["accessed"]), each["stance"])
                for each in data["evidence"]
            ),
            "as_of": _date(data["as_of"]),
            "past_answers": tuple(PastAnswer(each["review_id"], each["answer"]) for each in data["past_answers"]),
            "shown": tuple(shown_from_json(each) for each in data["shown"]),
        }
    )


def consensus_to_json(consensus: Consensus) -> Json:
    """What a claim's verdicts settle to."""
    return {
        "claim_id": consensus.claim_id,
        "label": consensus.label.value if consensus.label else None,
        "tie": [label.value for label in consensus.tie],
        "soft_label": {label.value: share for label, share in consensus.soft_label},
        "method": consensus.method,
        "n_annotators": consensus.n_annotators,
        "as_of": _iso(consensus.as_of),
        "sample": consensus.sample,
    }


def consensus_from_json(data: Mapping[str, Any]) -> Consensus:
    """The consensus that ``consensus_to_json`` wrote."""
    return Consensus(
        **{
            **data,
            "label": Label(data["label"]) if data["label"] else None,
            "tie": tuple(Label(label) for label in data["tie"]),
            "soft_label": tuple((Label(label), share) for label, share in data["soft_label"].items()),
            "as_of": _date(data["as_of"]),
        }
    )
