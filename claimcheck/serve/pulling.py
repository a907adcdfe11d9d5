"""Verdicts brought back while the server runs, in a process of its own: every so often, and when Label Studio calls."""

import contextlib
import multiprocessing
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.errors import ClaimcheckError
from claimcheck.serve.worker import where

if TYPE_CHECKING:
    from claimcheck.flows.pull import PullReport
    from claimcheck.flows.sync import Round

__all__ = ["HOOK_PATH", "PullOrders", "Puller", "pull_on"]

HOOK_PATH = "/v1/webhooks/label-studio"
"""Where the server takes Label Studio's webhooks."""
_CONTEXT = multiprocessing.get_context("spawn")
_FAREWELL = 20.0  # seconds for the round at hand and for taking the webhook back


@dataclass(frozen=True, slots=True)
class PullOrders:
    """Whose verdicts to bring back, from which studio, how often; where it may call, with which secret."""

    folder: Path
    studio: str
    every: float
    url: str
    secret: str


class Puller:
    """The process that pulls; a context manager. ``tell`` hears each round, ``say`` other lines, in a thread."""

    def __init__(self, orders: PullOrders, tell: "Callable[[Round], None]", say: Callable[[str], None]) -> None:
        self._orders, self._tell, self._say = orders, tell, say
        self._lock, self._stopping = threading.Lock(), threading.Event()
        self._begin()
        self._listener = threading.Thread(target=self._listen, name="claimcheck-pull-lines", daemon=True)
        self._listener.start()

    def _begin(self) -> None:
        self._connection, theirs = _CONTEXT.Pipe()
        arguments = (theirs, self._orders)
        self._process = _CONTEXT.Process(target=pull_on, args=arguments, name="claimcheck-pull", daemon=True)
        self._process.start()
        theirs.close()

    def hint(self) -> None:
        """Make the next round come at once."""
        with contextlib.suppress(OSError):
            self._connection.send("hint")

    def _listen(self) -> None:
        """Hand on what the process tells; one that was ended, as where memory is short, is started again."""
        while True:
            with contextlib.suppress(EOFError, OSError):
                while True:
                    told: Any = self._connection.recv()
                    (self._say if isinstance(told, str) else self._tell)(told)
            self._stopping.wait(self._orders.every)
            with self._lock:
                if self._stopping.is_set():
                    return
                self._say("the process that brings verdicts back was ended: starting it again")
                self._connection.close()
                self._begin()

    def __enter__(self) -> "Puller":
        return self

    def __exit__(self, *_: object) -> None:
        """Stop after the round at hand."""
        with self._lock:
            self._stopping.set()
        with contextlib.suppress(OSError):
            self._connection.send("stop")
        self._process.join(_FAREWELL)
        self._process.kill()
        self._listener.join(1)
        self._connection.close()


def pull_on(connection: Connection, orders: PullOrders) -> None:
    """Pull until told to stop, or until nobody is there to tell; what fails is told and tried again."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    from claimcheck.flows import sync as flow
    from claimcheck.workspace import Workspace

    stop, hint = threading.Event(), threading.Event()

    def listen() -> None:
        with contextlib.suppress(EOFError, OSError):
            while connection.recv() != "stop":
                hint.set()
        stop.set()

    def tell(told: "Round | str") -> None:
        with contextlib.suppress(OSError):
            connection.send(told)

    def pull_once(sweep: bool) -> "PullReport":
        with Workspace.open(orders.folder, write=True, say=tell) as desk:
            return desk.pull(studio=orders.studio, sweep=sweep)

    def pull_while_it_goes() -> None:
        with Workspace.open(orders.folder, say=tell) as desk:
            client = desk.studio(orders.studio)
            ids = [row.project_id for row in desk.store.projects() if row.server == client.server]
            ours = desk.store.workspace_id()
        with flow.announced(client, ids, orders.url, orders.secret, workspace=ours, say=tell):
            for done in flow.sync(pull_once, every=orders.every, stop=stop, hint=hint):
                tell(done)

    threading.Thread(target=listen, name="claimcheck-pull-orders", daemon=True).start()
    while not stop.is_set():
        try:
            pull_while_it_goes()
        except ClaimcheckError as error:
            tell(flow.Round(None, error, orders.every))
            stop.wait(orders.every)
        except Exception as error:
            tell(f"claimcheck: bringing verdicts back failed: {where(error)}")
            stop.wait(orders.every)
