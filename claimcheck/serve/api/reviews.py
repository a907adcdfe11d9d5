"""Past checks: listed, shown, added, removed, imported."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from claimcheck.serve.api.asked import (
    ID_PATTERN,
    AddedReview,
    DayText,
    Flag,
    LabelName,
    LanguageCode,
    Limit,
    ReviewIdPath,
    ShortText,
)
from claimcheck.serve.api.calling import answer
from claimcheck.serve.api.told_reviews import (
    AddedAnswer,
    ImportAnswer,
    RemovedAnswer,
    ReviewCounts,
    ReviewHistory,
    ReviewPage,
    ReviewState,
)

__all__ = ["counts", "histories", "router"]

router = APIRouter(prefix="/reviews", tags=["reviews"])
counts = APIRouter(prefix="/review-stats", tags=["reviews"])
histories = APIRouter(prefix="/review-history", tags=["reviews"])  # it outlives the review

_LINE = '{"claim_reviewed": "The bridge in Carrow is closed.", "rating": "False", "publisher": "Example Desk"}\n'
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "description": "A file: JSON lines, ClaimReview JSON, an HTML page, RSS, CSV, TSV, Parquet, or these gzipped.",
        "content": {
            "application/octet-stream": {
                "schema": {"type": "string", "format": "binary"},
                "examples": {"lines": {"summary": "JSON lines", "value": _LINE}},
            }
        },
    }
}


@router.get("", summary="Past checks", response_model=ReviewPage)
async def list_reviews(
    request: Request,
    publisher: Annotated[ShortText | None, Query(description="Only this publisher's.")] = None,
    language: Annotated[LanguageCode | None, Query(description="Only in this language.")] = None,
    rating: Annotated[LabelName | None, Query(description="Only with this label.")] = None,
    text: Annotated[
        ShortText | None, Query(description="Only those whose claim, title, summary or claimant has this.")
    ] = None,
    since: Annotated[DayText | None, Query(description="Only published on this day or later.")] = None,
    until: Annotated[DayText | None, Query(description="Only published on this day or earlier.")] = None,
    unrated: Annotated[Flag, Query(description="Only those without a label.")] = False,
    after: Annotated[
        str | None,
        Query(pattern=ID_PATTERN, description="Those after this id: `next` of the part before."),
    ] = None,
    limit: Limit = 100,
) -> Response:
    """What `claimcheck reviews list` prints, in the order they came."""
    kinds = {"publisher": publisher, "language": language, "rating": rating, "text": text, "since": since}
    more = {"until": until, "after": after, "limit": limit, "rated": False if unrated else None}
    return await answer(request, "reviews", {**kinds, **more}, heavy=True)


@router.post("", status_code=200, summary="Add a past check", response_model=AddedAnswer)
async def add_review(request: Request, body: AddedReview) -> Response:
    """One past check by hand, as `claimcheck reviews add`; one that is known is brought up to date."""
    return await answer(request, "add_review", body.model_dump(), writes=True)


@router.post("/import", summary="Import past checks", response_model=ImportAnswer, openapi_extra=_BODY)
async def import_reviews(
    request: Request,
    publisher: Annotated[ShortText | None, Query(description="Whose, where the file does not say.")] = None,
    language: Annotated[LanguageCode | None, Query(description="Their language, where the file does not say.")] = None,
    licence: Annotated[ShortText | None, Query(description="Their licence, where the file does not say.")] = None,
    dry_run: Annotated[Flag, Query(description="Say what would change, write nothing.")] = False,
) -> Response:
    """What `claimcheck reviews import` does with the body; what cannot be read is named and the rest imported."""
    given = {"publisher": publisher, "language": language, "licence": licence, "dry_run": dry_run}
    body = await request.body()
    return await answer(request, "import_reviews", {**given, "body": body}, heavy=True, writes=True)


@counts.get("", summary="How many past checks there are", response_model=ReviewCounts)
async def count_reviews(request: Request) -> Response:
    """What `claimcheck reviews stats` prints: how many by publisher, language and rating, ours and samples apart."""
    return await answer(request, "review_stats", {}, heavy=True)


@router.get("/{review}", summary="One past check", response_model=ReviewState)
async def show_review(request: Request, review: ReviewIdPath) -> Response:
    """What `claimcheck reviews show` prints."""
    return await answer(request, "review", {"review": review})


@router.delete("/{review}", summary="Remove a past check", response_model=RemovedAnswer)
async def remove_review(request: Request, review: ReviewIdPath) -> Response:
    """As `claimcheck reviews remove`; its history is kept."""
    return await answer(request, "remove_review", {"review": review}, writes=True)


@histories.get("/{review}", summary="Every state of a past check", response_model=ReviewHistory)
async def show_history(request: Request, review: ReviewIdPath) -> Response:
    """What `claimcheck reviews show --history` prints, oldest first; also of a removed one, by its whole id."""
    return await answer(request, "review_history", {"review": review})
