"""Records that several tests need and whose other fields do not matter to them."""

from datetime import UTC, datetime
from typing import Any

from claimcheck.records import (
    Assertion,
    Claim,
    ClaimKind,
    Label,
    PastAnswer,
    Role,
    Span,
    Verdict,
    article_id,
    claim_id,
)

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def made_claim(text: str, article: str, *, assertion: Assertion = Assertion.ASSERTED, **more: Any) -> Claim:
    """The claim that ``text`` makes where it first stands in an article of that text, English unless ``more`` says."""
    start = article.index(text)
    span = Span(start, start + len(text))
    fields: dict[str, Any] = {"kind": ClaimKind.EVENT, "language": "en", "checkable": True, "score": 0.5} | more
    return Claim(
        id=claim_id(article_id(article), [span], assertion),
        article_id=article_id(article),
        spans=(span,),
        evidence=(text,),
        text=text,
        assertion=assertion,
        role=Role.BODY,
        **fields,
    )


def made_answer(
    number: int, claim: Claim, review_id: str, answer: str, *, annotator: str = "1", **more: Any
) -> Verdict:
    """Verdict ``number``, in which an annotator calls a past check of the claim the same, related or unrelated."""
    return Verdict(
        claim_id=claim.id,
        label=Label.TRUE,
        annotator=annotator,
        decided_at=NOW,
        server="http://127.0.0.1:1",
        project_id=1,
        task_id=number,
        annotation_id=number,
        updated_at=NOW,
        past_answers=(PastAnswer(review_id, answer),),
        **more,
    )
