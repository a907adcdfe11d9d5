"""How a route has a worker do its job."""

from collections.abc import Mapping
from typing import Any

from fastapi import Request, Response

from claimcheck.serve.pool import Pool

__all__ = ["answer", "pool_of"]


def pool_of(request: Request) -> Pool:
    """The workers of the app that a request came to."""
    pool: Pool = request.app.state.pool
    return pool


async def answer(
    request: Request, job: str, arguments: Mapping[str, Any], *, heavy: bool = False, writes: bool = False
) -> Response:
    """A job's JSON, sent as the worker made it; jobs are those of ``claimcheck.serve.jobs``."""
    made = await pool_of(request).run(job, arguments, heavy=heavy, writes=writes)
    return Response(made, media_type="application/json")
