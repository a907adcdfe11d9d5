"""The API's description (OpenAPI): what FastAPI gathers from the routes, and what holds for all of them."""

from collections.abc import Callable
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from claimcheck.addresses import is_loopback
from claimcheck.serve.api.told import Problem
from claimcheck.serve.options import ServeOptions
from claimcheck.serve.problems import MEDIA_TYPE

__all__ = ["described"]

_TAGS = {
    "lookup": "Has this been checked before?",
    "articles": "Articles to checkable claims.",
    "claims": "The claims of the workspace, and what people change of them.",
    "reviews": "Past checks.",
    "verdicts": "What annotators said, and what that settles to.",
    "exports": "Verdict datasets.",
    "status": "Whether the server is well.",
}
_FAILURES = {
    "400": "The request does not have the form described here.",
    "403": "A page from elsewhere sent it.",
    "404": "There is no such record.",
    "409": "The id begins several, or there is nothing to export.",
    "408": "The body did not come in time.",
    "413": "The body is too large.",
    "421": "The Host header names another server.",
    "422": "The request has the right form and cannot be done; the problem says why.",
    "500": "A mistake of ours.",
    "503": "Busy, not ready, or a command writes to the workspace; ask again.",
    "504": "It took too long and was stopped.",
}
_SUMMARY = """\
The results of the `claimcheck` commands over HTTP, in the shapes they print as JSON lines.

Failures are problem details (RFC 9457): `detail` is one line for a person, `code` names the failure, `remedy` says what
to do. 400 is a request of the wrong form, 422 one that cannot be done. With 503 comes `Retry-After`.
"""


def described(app: FastAPI, options: ServeOptions) -> Callable[[], dict[str, Any]]:
    """What makes the description, once."""

    def describe() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _completed(app, options)
        return app.openapi_schema

    return describe


def _completed(app: FastAPI, options: ServeOptions) -> dict[str, Any]:
    here = options.authority if is_loopback(options.host) else "{host}"
    server: dict[str, Any] = {"url": f"http://{here}:{options.port}", "description": "This server"}
    if here == "{host}":
        server["variables"] = {"host": {"default": "127.0.0.1"}}
    found = get_openapi(
        title=app.title,
        version=app.version,
        description=_SUMMARY,
        routes=app.routes,
        servers=[{"url": "/", "description": "This server"}, server],
        tags=[{"name": name, "description": words} for name, words in _TAGS.items()],
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
    )
    parts = found.setdefault("components", {})
    schemas = parts.setdefault("schemas", {})
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    schemas["Problem"] = Problem.model_json_schema()
    parts["responses"] = {f"Problem{status}": _failure(status, words) for status, words in _failures(options).items()}
    if options.token:
        parts["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    for path, operations in found["paths"].items():
        for operation in operations.values():
            _add_failures(operation, path, options)
    return found


def _failures(options: ServeOptions) -> dict[str, str]:
    return {**_FAILURES, **({"401": "The token is missing or wrong."} if options.token else {})}


def _failure(status: str, words: str) -> dict[str, Any]:
    headers = {
        "401": {"WWW-Authenticate": {"schema": {"type": "string"}}},
        "503": {"Retry-After": {"description": "Seconds.", "schema": {"type": "integer"}}},
    }
    answer: dict[str, Any] = {
        "description": words,
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    return {**answer, "headers": headers[status]} if status in headers else answer


def _add_failures(operation: dict[str, Any], path: str, options: ServeOptions) -> None:
    answers = operation["responses"]
    answers.pop("422", None)
    open_to_all = path == "/v1/health"
    named = "{" in path or "article" in str(operation.get("parameters")) or "claim" in str(operation.get("parameters"))
    for status in sorted(_failures(options)):
        if status == "404" and not named:
            continue
        if status == "401" and open_to_all:
            continue
        answers[status] = {"$ref": f"#/components/responses/Problem{status}"}
    if options.token and not open_to_all:
        operation["security"] = [{"token": []}]
