"""What stands before every request, as plain ASGI: whose it may be, how large, how long, how it fails.

A page on the web can make a browser send requests to this machine. So a request must call the server by a name of its
own (else a foreign name was pointed here), and one that a page sent must be sent by the server's own page; there are no
CORS headers. Where there is a token it is compared in constant time, and only ``health`` and the page go without.
"""

import asyncio
import hmac
import ipaddress
import json
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

from claimcheck.addresses import is_loopback
from claimcheck.errors import (
    BodyTooLarge,
    BodyTooSlow,
    ClaimcheckError,
    HostRefused,
    OriginRefused,
    ServerFailed,
    TokenRefused,
)
from claimcheck.progress import Say
from claimcheck.serve.options import ServeOptions
from claimcheck.serve.problems import MEDIA_TYPE, RETRY_AFTER, problem_of
from claimcheck.serve.pulling import HOOK_PATH

__all__ = ["Guard", "answer_headers", "problem_answer"]

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

_LINGER = 5.0  # seconds that the rest of a body which is too large is taken off the line
_BROKEN_OFF = {408, 413}  # answers that do not wait for the rest of the body: the connection ends with them
_OPEN = {"/", "/v1/health", "/favicon.ico"}
_LOCAL = {"localhost", "127.0.0.1", "::1"}
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def answer_headers(error: ClaimcheckError) -> dict[str, str]:
    """The headers that go with a failure."""
    status = problem_of(error)["status"]
    if status == 401:
        return {"WWW-Authenticate": 'Bearer realm="claimcheck"'}
    return {"Retry-After": RETRY_AFTER} if status == 503 else {}


def problem_answer(error: ClaimcheckError) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body that tell a failure."""
    problem = problem_of(error)
    body = json.dumps(problem, ensure_ascii=False).encode("utf-8", "replace")
    told = {"Content-Type": MEDIA_TYPE, "Content-Length": str(len(body))}
    return problem["status"], {**answer_headers(error), **told}, body


class Guard:
    """The checks around an ASGI app; ``say`` hears where our own mistakes happen."""

    def __init__(self, app: App, options: ServeOptions, say: Say) -> None:
        self._app, self._say = app, say
        self._token = options.token.encode() if options.token else None
        self._limit, self._seconds = options.max_body, options.timeout
        self._webhook = options.webhook_secret is not None
        self._names = _names(options)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        begun: int | None = None  # the status of the answer, once there is one
        body = _Body(receive, self._limit, self._seconds)

        async def answering(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = message["status"]
                kept = message.setdefault("headers", [])
                known = {name.lower() for name, _ in kept}
                more = {**_HEADERS, "Connection": "close"} if begun in _BROKEN_OFF else _HEADERS
                kept += [
                    (name.lower().encode(), value.encode())
                    for name, value in more.items()
                    if name.lower().encode() not in known
                ]
            elif begun == 413 and not message.get("more_body"):
                await send({**message, "more_body": True})
                await body.take_rest()
                message = {"type": "http.response.body", "body": b""}
            await send(message)

        try:
            self._demand_leave(scope)
            await self._app(scope, body.receive, answering)
        except ClaimcheckError as error:
            await _refuse(error, answering)
        except Exception as error:
            self._say(f"claimcheck: {scope['method']} {scope.get('path')} failed: {type(error).__name__}")
            if begun is None:
                await _refuse(ServerFailed(), answering)

    def _demand_leave(self, scope: Scope) -> None:
        headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
        host = headers.get(b"host", "")
        if self._names is not None and _name(host) not in self._names:
            raise HostRefused
        origin, site = headers.get(b"origin"), headers.get(b"sec-fetch-site", "none")
        if origin is not None and urlsplit(origin).netloc.lower() != host.lower():
            raise OriginRefused
        visits = scope["method"] == "GET" and headers.get(b"sec-fetch-mode") == "navigate" and scope["path"] == "/"
        if site not in ("none", "same-origin") and not visits:
            raise OriginRefused
        hook = self._webhook and scope["path"] == HOOK_PATH  # it bears a secret of its own
        if self._token and scope["path"] not in _OPEN and not hook:
            kind, _, given = headers.get(b"authorization", "").partition(" ")
            right = hmac.compare_digest(given.strip().encode("utf-8", "replace"), self._token)
            if kind.lower() != "bearer" or not right:
                raise TokenRefused
        length = headers.get(b"content-length", "0")
        if length.isdecimal() and (len(length) > 15 or int(length) > self._limit):
            raise BodyTooLarge(self._limit)


class _Body:
    """A request's body: at most ``limit`` bytes, however it is sent, within ``seconds`` from now."""

    def __init__(self, receive: Receive, limit: int, seconds: float) -> None:
        self._receive, self._limit, self._seconds = receive, limit, seconds
        self._until = asyncio.get_running_loop().time() + seconds
        self._taken, self._whole = 0, False

    async def receive(self) -> Message:
        """As the app asks for it.

        Raises:
            BodyTooLarge, BodyTooSlow: it has more bytes, or takes longer.
        """
        if self._whole:
            return await self._receive()  # what comes now is that the client went away
        try:
            async with asyncio.timeout_at(self._until):
                message = await self._receive()
        except TimeoutError:
            raise BodyTooSlow(self._seconds) from None
        if message["type"] == "http.request":
            self._taken += len(message.get("body", b""))
            self._whole = not message.get("more_body", False)
            if self._taken > self._limit:
                raise BodyTooLarge(self._limit)
        return message

    async def take_rest(self) -> None:
        """Take off the line what still comes, for a while: who is sending when the line is closed loses the answer."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_LINGER):
                while not self._whole:
                    self._whole = not (await self._receive()).get("more_body")


async def _refuse(error: ClaimcheckError, send: Send) -> None:
    status, headers, body = problem_answer(error)
    pairs = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": pairs})
    await send({"type": "http.response.body", "body": body})


def _names(options: ServeOptions) -> set[str] | None:
    """The names a request may call the server by; None: any."""
    if not options.hosts and not is_loopback(options.host):
        return None
    return _LOCAL | {_name(options.authority)} | {each.lower() for each in options.hosts}


def _name(host: str) -> str:
    """The name in a Host header, without its port and brackets.

    >>> [_name(each) for each in ("localhost:8642", "[::1]:8642", "127.0.0.1", "evil.example.")]
    ['localhost', '::1', '127.0.0.1', 'evil.example.']
    """
    name = host.lower().strip()
    if name.startswith("["):
        name = name[1:].partition("]")[0]
        try:
            return str(ipaddress.ip_address(name))
        except ValueError:
            return name
    return name.rpartition(":")[0] if ":" in name else name
