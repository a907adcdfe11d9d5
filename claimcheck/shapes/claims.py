"""A claim as ``split`` writes it."""

from collections.abc import Mapping
from typing import Any

from claimcheck.records import (
    Assertion,
    Claim,
    ClaimContext,
    ClaimDate,
    ClaimKind,
    Role,
    Span,
    Substitution,
)
from claimcheck.shapes.values import Json, date_of, iso, span_pair

__all__ = ["claim_from_json", "claim_to_json"]


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
            "date": iso(claim.context.date),
            "previous": claim.context.previous,
            "unresolved": list(claim.context.unresolved),
        },
        "role": claim.role.value,
        "language": claim.language,
        "assertion": claim.assertion.value,
        "speaker": claim.speaker,
        "speaker_span": span_pair(claim.speaker_span),
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
            {"span": span_pair(each.span), "original": each.original, "replacement": each.replacement}
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
            context["title"], date_of(context["date"]), context["previous"], tuple(context["unresolved"])
        ),
        needs_context=data["needs_context"],
        substitutions=tuple(
            Substitution(Span(*each["span"]), each["original"], each["replacement"]) for each in data["substitutions"]
        ),
        method=data["method"],
    )
