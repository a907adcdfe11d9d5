"""Whether the server runs and is ready."""

from importlib.metadata import version

from fastapi import APIRouter, Request, Response

from claimcheck.errors import ServerNotReady
from claimcheck.serve.api.calling import answer, pool_of
from claimcheck.serve.api.told import Health, Ready

__all__ = ["router"]

router = APIRouter(tags=["status"])


@router.get("/health", summary="Whether the server runs")
async def health() -> Health:
    """Answers as soon as the server listens, without a token."""
    return Health(status="ok", version=version("claimcheck"))


@router.get("/ready", summary="Whether past checks can be looked up", response_model=Ready)
async def ready(request: Request) -> Response:
    """503 until the search index is open; then how many past checks there are."""
    pool = pool_of(request)
    if not pool.ready:
        raise ServerNotReady(pool.waiting_for)
    return await answer(request, "ready", {})
