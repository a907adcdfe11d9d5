"""Lookups, and articles to claims."""

from typing import Annotated, Literal

from fastapi import APIRouter, Body, Query, Request, Response
from fastapi.responses import HTMLResponse

from claimcheck.serve.api.asked import (
    ArticleIdPath,
    CheckBody,
    DayText,
    Flag,
    LabelName,
    LanguageCode,
    Limit,
    LookupBody,
    ManyAsked,
    Offset,
    Said,
    Share,
    ShortText,
    SplitBody,
)
from claimcheck.serve.api.calling import answer, pool_of
from claimcheck.serve.api.told_claims import ArticleAnswer, ArticlePage, CheckAnswer, SplitAnswer
from claimcheck.serve.api.told_reviews import LookupAnswer

__all__ = ["router"]

router = APIRouter()


@router.get("/lookup", tags=["lookup"], summary="Past checks of one claim", response_model=LookupAnswer)
async def look_one_up(
    request: Request,
    q: Annotated[Said, Query(description="The claim in words.", examples=["The bridge in Carrow is closed."])],
    k: Annotated[ManyAsked | None, Query(description="How many; default: the workspace's.")] = None,
    min_score: Annotated[
        Share | None, Query(description="Only with this probability to be right; default: fitted.")
    ] = None,
    explain: Annotated[Flag, Query(description="Say what made each match.")] = False,
    said_on: Annotated[DayText | None, Query(description="When it was claimed.")] = None,
    language: Annotated[LanguageCode | None, Query(description="Only past checks in this language.")] = None,
    publisher: Annotated[ShortText | None, Query(description="Only this publisher's.")] = None,
    rating: Annotated[LabelName | None, Query(description="Only with this label.")] = None,
    since: Annotated[DayText | None, Query(description="Only published on this day or later.")] = None,
    until: Annotated[DayText | None, Query(description="Only published on this day or earlier.")] = None,
) -> Response:
    """What `claimcheck lookup` finds, best first; one match with a null `review` where nothing fits."""
    asked = {"queries": [q], "k": k, "min_score": min_score, "explain": explain, "said_on": said_on}
    asked |= {"language": language, "publisher": publisher, "rating": rating, "since": since, "until": until}
    return await answer(request, "lookup", asked)


@router.post("/lookup", tags=["lookup"], summary="Past checks of many claims", response_model=LookupAnswer)
async def look_up(request: Request, body: LookupBody) -> Response:
    """What `claimcheck lookup` finds for each query, in the order of the queries."""
    return await answer(request, "lookup", body.model_dump(), heavy=len(body.queries) > 10)


@router.post("/split", tags=["articles"], summary="An article's claims", response_model=SplitAnswer)
async def split(request: Request, body: Annotated[SplitBody, Body()]) -> Response:
    """What `claimcheck split` finds, best first, kept in the workspace unless `dry_run`."""
    # several may split at once: each writes for a moment at its end, and waits for the others by itself
    return await answer(request, "split", body.model_dump(), heavy=True)


@router.post("/check", tags=["articles"], summary="An article's claims with past checks", response_model=CheckAnswer)
async def check(request: Request, body: Annotated[CheckBody, Body()]) -> Response:
    """What `claimcheck check` finds: split and lookup at once, kept in the workspace."""
    return await answer(request, "check", body.model_dump(), heavy=True)


@router.get("/articles", tags=["articles"], summary="The articles of the workspace", response_model=ArticlePage)
async def list_articles(request: Request, limit: Limit = 100, offset: Offset = 0) -> Response:
    """What `claimcheck articles` prints, in the order they came."""
    return await answer(request, "articles", {"limit": limit, "offset": offset})


@router.get("/articles/{article}", tags=["articles"], summary="One article", response_model=ArticleAnswer)
async def article(request: Request, article: ArticleIdPath) -> Response:
    """An article of the workspace with its text, which claims' spans count in code points."""
    return await answer(request, "article", {"article": article})


@router.get(
    "/articles/{article}/report", tags=["articles"], summary="One article as a page", response_class=HTMLResponse
)
async def report(
    request: Request,
    article: ArticleIdPath,
    language: Annotated[Literal["auto", "de", "en"], Query(description="The page's own words.")] = "auto",
    everything: Annotated[Flag, Query(alias="all", description="Also claims that are not offered.")] = False,
    names: Annotated[Flag, Query(description="Annotators' names instead of pseudonyms.")] = False,
    text: Annotated[Flag, Query(description="The article's full text.")] = True,
    redact: Annotated[Flag, Query(description="Without addresses and telephone numbers in justifications.")] = False,
) -> HTMLResponse:
    """What `claimcheck report` writes; it needs no network and no other file."""
    wishes = {"language": language, "everything": everything, "names": names, "text": text, "redact": redact}
    made = await pool_of(request).run("report", {"article": article, **wishes}, heavy=True)
    return HTMLResponse(made, headers={"Content-Security-Policy": "sandbox allow-scripts allow-popups"})
