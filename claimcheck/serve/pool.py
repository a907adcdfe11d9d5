"""Worker processes: as many requests at work as there are, some waiting, the rest turned away; one too slow is ended.

A worker is a process of its own, so that two requests use two cores, one that hangs or dies takes nobody along, and a
time limit is a limit. All of this runs in the event loop of the process that listens.
"""

import asyncio
import multiprocessing
import socket
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from claimcheck.errors import ClaimcheckError, ServerBusy, ServerFailed, ServerNotReady, ServerTooSlow
from claimcheck.progress import Say, silent
from claimcheck.serve.wire import Pieces, packed
from claimcheck.serve.worker import Answer, Orders, work

__all__ = ["Pool", "end_workers"]

Work = Callable[[socket.socket, Orders], None]
_CONTEXT = multiprocessing.get_context("spawn")
_NAME = "claimcheck-worker"
_AT_ONCE = 1 << 18  # bytes
_GRAVE = 0.5  # seconds after which a process that was ended is surely gone
_PAUSE = 1.0  # seconds before a worker that could not start is started again


@dataclass(eq=False, slots=True)
class _Job:
    """One request's work; ``heavy`` may take long, ``writes`` changes the workspace."""

    name: str
    arguments: Mapping[str, Any]
    heavy: bool
    writes: bool
    future: "asyncio.Future[Answer]"


class _Worker:
    """A process and the job it is at; ``busy_with`` is what it does before it can begin or go on."""

    def __init__(self, work: Work, orders: Orders, told: Callable[["_Worker", str, Any], None]) -> None:
        self.job: _Job | None = None
        self.ready = False
        self.busy_with: str | None = "it is starting"
        self._told, self._pieces, self._sending = told, Pieces(), set[asyncio.Task[None]]()
        self._wire, theirs = socket.socketpair()
        self._process = _CONTEXT.Process(target=work, args=(theirs, orders), name=_NAME, daemon=True)
        self._process.start()
        theirs.close()
        self._wire.setblocking(False)
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(self._wire.fileno(), self._read)

    def send(self, job: _Job) -> None:
        self.job = job
        message = packed((job.name, job.arguments))
        try:
            sent = self._wire.send(message)
        except BlockingIOError:
            sent = 0
        except OSError:
            self.gone()
            return
        if sent < len(message):  # a file of past checks: the rest as the worker takes it
            task = self._loop.create_task(self._send_rest(memoryview(message)[sent:]))
            self._sending.add(task)
            task.add_done_callback(self._sending.discard)

    async def _send_rest(self, rest: memoryview) -> None:
        with suppress(OSError):  # one that died is noticed by reading
            await self._loop.sock_sendall(self._wire, rest)

    def _read(self) -> None:
        try:
            piece = self._wire.recv(_AT_ONCE)
        except BlockingIOError:
            return
        except OSError:
            piece = b""
        if not piece:
            self.gone()
            return
        for kind, value in self._pieces.add(piece):
            self._told(self, kind, value)

    def gone(self) -> None:
        """End it and tell so."""
        self._hang_up()
        self._process.kill()  # what it had begun to write is undone when the workspace is next opened
        self._loop.call_later(_GRAVE, self._process.join, 0)  # so that no zombie is left
        self._told(self, "gone", None)

    async def finish(self) -> None:
        """End the process, by itself where it is idle."""
        self._hang_up()  # an idle one reads this as the end
        for _ in range(40):
            if not self._process.is_alive():
                return
            await asyncio.sleep(0.05)
        self._process.kill()

    def _hang_up(self) -> None:
        for each in self._sending:
            each.cancel()
        if self._wire.fileno() >= 0:
            self._loop.remove_reader(self._wire.fileno())
            self._wire.close()


class Pool:
    """``count`` workers. ``say`` hears what they say while they make ready; ``work`` is what each process runs."""

    def __init__(
        self,
        orders: Orders,
        count: int,
        *,
        seconds: float,
        most_waiting: int,
        say: Say = silent,
        work: Work = work,
    ) -> None:
        self._orders, self._count, self._say, self._work = orders, count, say, work
        self.seconds, self.most_waiting = seconds, most_waiting
        self._workers: list[_Worker] = []
        self._waiting: deque[_Job] = deque()
        self._closed = False
        self.trouble: ClaimcheckError | None = None

    def start(self) -> None:
        """Start the workers, in a running event loop."""
        self._workers = [_Worker(self._work, self._orders, self._told) for _ in range(self._count)]

    @property
    def ready(self) -> bool:
        """Whether any worker can begin or has begun to work."""
        return any(each.ready for each in self._workers)

    @property
    def waiting_for(self) -> str:
        """What keeps the workers from work."""
        if self.trouble:
            return str(self.trouble)
        return next((each.busy_with for each in self._workers if each.busy_with), "its workers are starting")

    async def run(
        self,
        name: str,
        arguments: Mapping[str, Any],
        *,
        heavy: bool = False,
        writes: bool = False,
    ) -> Answer:
        """Have a worker do a job; see ``jobs`` for what there is.

        Raises:
            ServerBusy: too many wait, or this one waited too long.
            ServerNotReady: the index is being made.
            ServerTooSlow: it took too long and was stopped.
            ServerFailed: the worker failed.
            ClaimcheckError: what the job itself raises.
        """
        if len(self._waiting) >= self.most_waiting:
            raise ServerBusy(len(self._waiting))
        loop = asyncio.get_running_loop()
        job = _Job(name, arguments, heavy, writes, loop.create_future())
        self._waiting.append(job)
        self._deal()
        limit = loop.call_later(self.seconds, self._too_late, job)
        try:
            return await job.future
        finally:
            limit.cancel()

    async def close(self) -> None:
        """End the workers; what waits is turned away."""
        self._closed = True
        for job in self._waiting:
            _refuse(job, ServerNotReady("it is stopping"))
        self._waiting.clear()
        await asyncio.gather(*(each.finish() for each in self._workers))

    def _deal(self) -> None:
        """Give jobs to idle workers in their order; one worker is kept for what is quick, one job writes at a time."""
        for worker in self._workers:
            if worker.ready and worker.job is None and (job := self._next()):
                worker.send(job)

    def _next(self) -> _Job | None:
        busy = [each.job for each in self._workers if each.job]
        heavy_full = sum(each.heavy for each in busy) >= max(1, self._count - 1)
        writing = any(each.writes for each in busy)
        for job in self._waiting:
            if not (job.heavy and heavy_full) and not (job.writes and writing):
                self._waiting.remove(job)
                return job
        return None

    def _told(self, worker: _Worker, kind: str, value: Any) -> None:
        if kind == "preparing":
            worker.busy_with = str(value)
            self._say(str(value))
            return
        if kind == "note":
            self._say(str(value))
            return
        if kind == "trouble":
            self.trouble = value
            return
        job, worker.job = worker.job, None
        worker.busy_with = None
        if kind == "gone":
            if job:
                _refuse(job, ServerFailed())
            if not self._closed:
                self._replace(worker)
        elif kind == "ready":
            worker.ready, self.trouble = True, None
        elif job and not job.future.done():
            if kind == "done":
                job.future.set_result(value)
            else:
                job.future.set_exception(value)
        self._deal()

    def _replace(self, worker: _Worker) -> None:
        self._workers.remove(worker)

        def start() -> None:
            if not self._closed:
                self._workers.append(_Worker(self._work, self._orders, self._told))

        asyncio.get_running_loop().call_later(0 if worker.ready else _PAUSE, start)

    def _too_late(self, job: _Job) -> None:
        worker = next((each for each in self._workers if each.job is job), None)
        if worker is None:
            if job in self._waiting:
                self._waiting.remove(job)
            busy = [each.busy_with for each in self._workers if each.busy_with]
            _refuse(job, ServerNotReady(busy[0]) if busy else ServerBusy(len(self._waiting)))
        elif worker.busy_with:  # it makes the index for all who come after; only this request is told to come again
            _refuse(job, ServerNotReady(worker.busy_with))
        else:
            _refuse(job, ServerTooSlow(self.seconds))
            worker.gone()


def _refuse(job: _Job, error: ClaimcheckError) -> None:
    if not job.future.done():
        job.future.set_exception(error)


def end_workers() -> None:
    """End every worker that is left, at once; they pay no heed to SIGTERM, and whoever started them would wait."""
    for each in multiprocessing.active_children():
        if each.name == _NAME:
            each.kill()
