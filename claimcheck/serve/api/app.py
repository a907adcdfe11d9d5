"""The ASGI application: routes, answers to failures, the page, and what stands before all of them."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.routing import compile_path

from claimcheck.errors import ClaimcheckError, PathUnknown, RequestInvalid, ServerFailed
from claimcheck.labelstudio import Inbox
from claimcheck.progress import Say, silent
from claimcheck.serve.api import articles, claims, exports, reviews, status
from claimcheck.serve.api.description import described
from claimcheck.serve.guard import Guard, answer_headers
from claimcheck.serve.options import ServeOptions
from claimcheck.serve.page import page, policy
from claimcheck.serve.pool import Pool
from claimcheck.serve.problems import MEDIA_TYPE, problem_of
from claimcheck.serve.pulling import HOOK_PATH
from claimcheck.serve.worker import Orders

__all__ = ["create_app"]


def create_app(options: ServeOptions, *, say: Say = silent, hint: Callable[[], None] | None = None) -> Guard:
    """The API of one workspace; its workers run from the lifespan's beginning to its end.

    ``hint`` is called when Label Studio tells of a change, where ``options`` have a ``webhook_secret``.
    """
    pool = Pool(
        Orders(options.folder, options.encoder),
        options.workers,
        seconds=options.timeout,
        most_waiting=options.max_waiting,
        say=say,
    )

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        pool.start()
        told = asyncio.create_task(_tell_ready(pool, say))
        yield
        told.cancel()
        await pool.close()

    app = FastAPI(
        title="claimcheck",
        version=version("claimcheck"),
        lifespan=lifespan,
        docs_url=None,  # both pages come from a network of their own
        redoc_url=None,
        telemetry={"tracing": False, "metrics": False, "logs": False},  # what is asked is nobody else's business
    )
    app.state.pool, app.state.options = pool, options
    routers = (
        status.router,
        articles.router,
        claims.router,
        reviews.router,
        reviews.counts,
        reviews.histories,
        exports.router,
    )
    for router in routers:
        app.include_router(router, prefix="/v1")
    if options.webhook_secret is not None and hint is not None:
        _receive(app, Inbox(options.webhook_secret, hint))

    @app.get("/", include_in_schema=False)
    async def search_page() -> Response:
        return Response(page(), media_type="text/html", headers={"Content-Security-Policy": policy()})

    @app.get("/favicon.ico", include_in_schema=False)
    async def icon() -> Response:
        return Response(status_code=204)

    app.add_exception_handler(ClaimcheckError, _told)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(Exception, _failed)
    app.openapi = described(app, options)  # type: ignore[method-assign]
    return Guard(app, options, say)


async def _tell_ready(pool: Pool, say: Say) -> None:
    while not pool.ready:
        await asyncio.sleep(0.05)
    say("ready")


def _receive(app: FastAPI, inbox: Inbox) -> None:
    @app.post(HOOK_PATH, include_in_schema=False)
    async def receive_webhook(request: Request) -> Response:
        status_code = inbox.take(dict(request.headers.items()), await request.body())
        return Response(status_code=status_code)


def _problem(error: ClaimcheckError, *, status: int | None = None, headers: dict[str, str] | None = None) -> Response:
    problem = problem_of(error)
    problem["status"] = status or problem["status"]
    return Response(
        json.dumps(problem, ensure_ascii=False).encode("utf-8", "replace"),
        status_code=problem["status"],
        media_type=MEDIA_TYPE,
        headers={**answer_headers(error), **(headers or {})},
    )


async def _told(_: Request, error: Any) -> Response:
    return _problem(error)


async def _failed(_: Request, __: Any) -> Response:
    return _problem(ServerFailed())


async def _invalid(_: Request, error: Any) -> Response:
    """What is wrong first, and where; never what was given, which may be an article."""
    first = error.errors()[0]
    if isinstance(error.body, bytes):  # FastAPI reads only what is said to be JSON
        return _problem(RequestInvalid("body", "it is not said to be JSON (send Content-Type: application/json)"))
    if first["type"] == "json_invalid":
        return _problem(RequestInvalid("body", f"it is no JSON from character {first['loc'][-1] + 1} on"))
    where = ".".join(str(each) for each in first["loc"]) or "request"
    more = f" ({len(error.errors()) - 1} more)" if len(error.errors()) > 1 else ""
    return _problem(RequestInvalid(where, first["msg"][:1].lower() + first["msg"][1:] + more))


async def _refused(request: Request, error: Any) -> Response:
    if isinstance(error.__cause__, ClaimcheckError):  # FastAPI wraps what goes wrong while it reads the body
        return _problem(error.__cause__)
    if error.status_code == 400 and error.__cause__:
        return _problem(RequestInvalid("body", "it cannot be read as JSON in UTF-8"))
    if error.status_code == 404:
        return _problem(PathUnknown(request.url.path[:200]))
    headers = error.headers
    if error.status_code == 405:  # Starlette names the methods of one route, where a path may have several
        paths = request.app.openapi()["paths"]
        path = request.url.path
        fitting = [path] if path in paths else [each for each in paths if compile_path(each)[0].match(path)]
        methods = {method.upper() for each in fitting for method in paths[each]} or {"GET"}
        headers = {"Allow": ", ".join(sorted(methods))}
    return _problem(RequestInvalid("request", str(error.detail)), status=error.status_code, headers=headers)
