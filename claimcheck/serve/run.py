"""The server's life: its socket first, then uvicorn until it is told to stop, and the requests at hand to their end."""

import asyncio
import errno
import secrets
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, nullcontext
from dataclasses import replace
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from claimcheck.addresses import is_loopback
from claimcheck.errors import CannotListen, ExtraMissing, PortTaken
from claimcheck.progress import Say, plural, silent
from claimcheck.serve.connections import hurried
from claimcheck.serve.options import ServeOptions
from claimcheck.serve.pool import end_workers
from claimcheck.serve.pulling import HOOK_PATH, Puller, PullOrders
from claimcheck.workspace import Workspace

if TYPE_CHECKING:
    from claimcheck.flows.sync import Round

__all__ = ["demand_libraries", "listen", "serve"]

_BACKLOG = 256
_IDLE = 30  # seconds that a connection without a whole request is kept
_FAREWELL = 30  # seconds that requests at hand have left when the server is told to stop


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens.

    Raises:
        PortTaken: another program listens there.
        CannotListen: the address is not this machine's, or not ours to take.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        made = socket.socket(family, kind, protocol)
    except OSError as error:
        raise CannotListen(host, port, error.strerror or str(error)) from error
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
        made.listen(_BACKLOG)
    except OSError as error:
        made.close()
        if error.errno == errno.EADDRINUSE:
            raise PortTaken(port, "--port", "--port 0") from None
        raise CannotListen(host, port, error.strerror or str(error)) from error
    made.setblocking(False)
    return made


def serve(
    options: ServeOptions,
    *,
    say: Say = silent,
    pull_every: float | None = None,
    studio: str = "default",
    webhook_url: str | None = None,
    tell: "Callable[[Round], None]" = lambda _: None,
) -> None:
    """Answer requests until SIGINT or SIGTERM; a second one does not wait for those at hand.

    With ``pull_every`` verdicts are brought back meanwhile, each round of which ``tell`` hears; ``webhook_url`` is
    where Label Studio reaches this server, if not where a program of this machine does.

    Raises:
        ExtraMissing: FastAPI or uvicorn is not installed.
        TokenMissing, PortTaken, CannotListen: this cannot be listened on, or not without a token.
        ClaimcheckError: the workspace cannot be opened.
    """
    demand_libraries()
    options.demand_token()
    bound = listen(options.host, options.port)
    try:
        with Workspace.open(options.folder, say=say) as desk:
            reviews = desk.store.count_reviews()
        options = replace(options, port=int(bound.getsockname()[1]))
        for line in _exposed(options, reviews):
            say(line)
        with ExitStack() as stack:
            hint = None
            if pull_every is not None:
                secret = secrets.token_urlsafe(24)
                url = webhook_url or options.url + HOOK_PATH
                orders = PullOrders(options.folder, studio, pull_every, url, secret)
                hint = stack.enter_context(Puller(orders, tell, say)).hint
                options = replace(options, webhook_secret=secret)
            _answer(options, bound, say, hint)
    finally:
        bound.close()
    say("stopped")


def demand_libraries() -> None:
    """Raises ExtraMissing: FastAPI or uvicorn is not installed."""
    for name in ("fastapi", "uvicorn"):
        if find_spec(name) is None:
            raise ExtraMissing("what claimcheck serve needs", "serve")


def _exposed(options: ServeOptions, reviews: int) -> Iterator[str]:
    """Where it listens, and to whom what is open."""
    what = f"{options.folder} ({plural(reviews, 'past check')})"
    workers = plural(options.workers, "worker")
    yield f"serving {what} on http://{options.authority}:{options.port}/ with {workers}"
    if not is_loopback(options.host):
        yield (
            "open to other machines: whoever has the token can read articles, claims, past checks and verdicts with "
            "their annotators, and change claims and past checks; it travels unencrypted unless a proxy adds TLS"
        )


def _answer(options: ServeOptions, bound: socket.socket, say: Say, hint: Callable[[], None] | None) -> None:
    import uvicorn

    from claimcheck.serve.api import create_app

    class Server(uvicorn.Server):
        """uvicorn with our own way to stop: it returns instead of raising the signal again."""

        def capture_signals(self) -> Any:
            return nullcontext()

    config = uvicorn.Config(
        create_app(options, say=say, hint=hint),
        access_log=False,  # queries are nobody's business
        log_config=None,
        log_level="error",
        server_header=False,
        timeout_keep_alive=_IDLE,
        timeout_graceful_shutdown=_FAREWELL,
        ws="none",
    )
    config.load()
    config.http_protocol_class = hurried(config.http_protocol_class, _IDLE)
    server = Server(config)

    def stop() -> None:
        server.force_exit = server.should_exit
        server.should_exit = True

    async def run() -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, stop)
        await server.serve(sockets=[bound])

    try:
        with asyncio.Runner(loop_factory=config.get_loop_factory()) as runner:
            runner.run(run())
    finally:
        end_workers()  # told to stop twice, uvicorn does not wait for them; they wait for each other then
