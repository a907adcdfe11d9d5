"""Claims of the workspace, and the verdicts on them."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from claimcheck.serve.api.asked import ID_PATTERN, ClaimIdPath, Drop, Edit, Flag, Limit, Offset, Restore, Samples
from claimcheck.serve.api.calling import answer
from claimcheck.serve.api.told_claims import ClaimInFull, ClaimPage, ConsensusPage, StoredClaim, VerdictPage

__all__ = ["router"]

router = APIRouter()
_ID = Query(pattern=ID_PATTERN, description="Only this one's, by id.")


@router.get("/claims", tags=["claims"], summary="The claims of the workspace", response_model=ClaimPage)
async def list_claims(
    request: Request,
    article: Annotated[str | None, _ID] = None,
    everything: Annotated[
        Flag, Query(alias="all", description="Also what is not offered, dropped or superseded.")
    ] = False,
    limit: Limit = 100,
    offset: Offset = 0,
) -> Response:
    """What `claimcheck claims list` prints, best first within an article."""
    asked = {"article": article, "everything": everything, "limit": limit, "offset": offset}
    return await answer(request, "claims", asked, heavy=True)


@router.get("/claims/{claim}", tags=["claims"], summary="One claim in full", response_model=ClaimInFull)
async def show_claim(request: Request, claim: ClaimIdPath) -> Response:
    """What `claimcheck claims show` prints: its versions, past checks, and every verdict it ever had."""
    return await answer(request, "claim", {"claim": claim})


@router.patch("/claims/{claim}", tags=["claims"], summary="Edit a claim", response_model=StoredClaim)
async def edit_claim(request: Request, claim: ClaimIdPath, body: Edit) -> Response:
    """A new version by a person, as `claimcheck claims edit` makes it; the machine's is kept."""
    changes = {name: getattr(body, name) for name in body.model_fields_set - {"author"}}
    if changes.get("text", ...) is None:
        del changes["text"]
    asked = {"claim": claim, "author": body.author, "changes": changes}
    return await answer(request, "edit_claim", asked, writes=True)


@router.post("/claims/{claim}/drop", tags=["claims"], summary="Drop a claim", response_model=StoredClaim)
async def drop_claim(request: Request, claim: ClaimIdPath, body: Drop) -> Response:
    """Take a claim out of what is pushed, as `claimcheck claims drop`."""
    return await answer(request, "drop_claim", {"claim": claim, **body.model_dump()}, writes=True)


@router.post("/claims/{claim}/restore", tags=["claims"], summary="Restore a claim", response_model=StoredClaim)
async def restore_claim(request: Request, claim: ClaimIdPath, body: Restore) -> Response:
    """Take a dropped claim back in, as `claimcheck claims restore`."""
    return await answer(request, "restore_claim", {"claim": claim, "author": body.author}, writes=True)


@router.get("/verdicts", tags=["verdicts"], summary="Annotators' verdicts", response_model=VerdictPage)
async def list_verdicts(
    request: Request,
    claim: Annotated[str | None, _ID] = None,
    samples: Samples = False,
    limit: Limit = 100,
    offset: Offset = 0,
) -> Response:
    """Every verdict as it is now, skips included, by claim."""
    asked = {"claim": claim, "samples": samples, "limit": limit, "offset": offset}
    return await answer(request, "verdicts", asked, heavy=True)


@router.get("/consensus", tags=["verdicts"], summary="What verdicts settled to", response_model=ConsensusPage)
async def list_consensus(
    request: Request, samples: Samples = False, limit: Limit = 100, offset: Offset = 0
) -> Response:
    """What `claimcheck settle` last settled, by claim; ties are ties."""
    asked = {"samples": samples, "limit": limit, "offset": offset}
    return await answer(request, "consensus", asked, heavy=True)
