"""What a worker process does: opens the workspace, makes ready, then one job after the other until it is left alone."""

import gc
import os
import signal
import socket
import traceback
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from claimcheck.errors import ClaimcheckError, ServerFailed
from claimcheck.serve.wire import Wire

__all__ = ["Answer", "Orders", "where", "work"]

Answer = bytes
"""JSON, ready to be sent."""


@dataclass(frozen=True, slots=True)
class Orders:
    """Which workspace to work for, and with which encoder, if not its own."""

    folder: Path
    encoder: str | None = None


def work(end: socket.socket, orders: Orders) -> None:
    """Answer jobs that come over the wire; its end is the end.

    A job is a name in ``jobs.JOBS`` and its arguments. Answers are ``("done", bytes)`` and ``("failed", error)``;
    before them come ``("preparing", words)`` where the index has to be made or changed, and ``("note", words)`` for the
    server's own output. First comes ``("ready", None)``, or ``("trouble", error)`` where the workspace cannot be used.
    """
    for number in (signal.SIGINT, signal.SIGTERM):  # these are for the process that listens: requests are finished
        signal.signal(number, signal.SIG_IGN)
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # a core for each worker
    wire = Wire(end)
    with suppress(EOFError, OSError):  # nobody is there any more
        _answer(wire, orders)


def _answer(wire: Wire, orders: Orders) -> None:
    from claimcheck.serve.desk import Desk
    from claimcheck.serve.jobs import JOBS

    with Desk(orders.folder, orders.encoder, say=lambda line: wire.send(("preparing", line))) as desk:
        try:
            desk.prepare()
        except ClaimcheckError as error:
            wire.send(("trouble", error))
            return
        gc.collect()
        gc.freeze()  # what is loaded stays: not looked through again and again
        gc.set_threshold(50_000, 20, 20)
        wire.send(("ready", None))
        while True:
            name, arguments = wire.recv()
            answer: tuple[str, Answer | ClaimcheckError]
            try:
                answer = ("done", JOBS[name](desk, **arguments))
            except ClaimcheckError as error:
                answer = ("failed", error)
            except Exception as error:
                wire.send(("note", f"claimcheck: {name} failed: {where(error)}"))
                answer = ("failed", ServerFailed())
            wire.send(answer)


def where(error: Exception) -> str:
    """The kind of a failure and the lines it came through, without its words, which may be an article's."""
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    return f"{type(error).__name__} at " + " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames))
