"""Pieces of work shared by the workers of a Dask cluster, at any address.

Only a few pieces are under way at a time, so neither the scheduler nor this process ever holds a whole archive. What is
sent is pickled, so whoever may reach the scheduler or a worker may run code there: see README for TLS.
"""

import logging
import math
import pickle
import re
import socket
import threading
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from functools import partial
from typing import Any, Self, TypeVar

from distributed import Client, get_worker
from distributed.client import FutureCancelledError
from distributed.comm import CommClosedError
from distributed.scheduler import KilledWorker

from claimcheck.batch.executor import kept_ahead
from claimcheck.batch.installation import installation
from claimcheck.errors.clusters import (
    SchedulerAddressInvalid,
    SchedulerLost,
    SchedulerUnreachable,
    WorkerDiffers,
    WorkersMissing,
    WorkerUnfit,
)

__all__ = ["Cluster"]

Piece = TypeVar("Piece")
Result = TypeVar("Result")

_AHEAD = 4  # pieces a worker may be ahead of the one that is wanted, so that memory stays flat
_COUNT_EVERY = 5.0  # seconds
_LOOK = 1.0  # seconds between looks at whether there still are workers
_ADDRESS = re.compile(r"(?:tcp|tls)://(?:\[[0-9a-fA-F:]+\]|[^\s/:@]+):\d{1,5}")
_ONE = threading.Lock()


class Cluster:
    """The workers of a scheduler, each found to have this machine's installation. A context manager."""

    near = False

    def __init__(self, address: str, client: Any, *, patience: float) -> None:
        self.address, self._client, self._patience = address, client, patience
        self._counted = -math.inf, 1  # when workers were counted, and how many there were

    @classmethod
    def connect(cls, address: str, *, timeout: float = 10, patience: float = 30) -> Self:
        """Reach a scheduler and compare what its workers have installed with what is here, before any work.

        ``patience`` is how many seconds the cluster may be without a worker.

        Raises:
            SchedulerAddressInvalid, SchedulerUnreachable: there is no scheduler.
            WorkersMissing: it has no worker.
            WorkerUnfit, WorkerDiffers: a worker has no claimcheck, or another than this one.
        """
        if not _ADDRESS.fullmatch(address):
            raise SchedulerAddressInvalid(address)
        for name in ("distributed.client", "distributed.core", "distributed.comm", "distributed.batched"):
            logging.getLogger(name).setLevel(logging.CRITICAL)  # what it has to say is said here, in one line
        try:
            _greet(address, timeout)
            with warnings.catch_warnings():
                warnings.filterwarnings("ignore", module="distributed")  # versions are compared below, each by name
                client = Client(address, timeout=timeout, set_as_default=False)
        except Exception as error:  # of sockets, of TLS, of a stranger's answer
            raise SchedulerUnreachable(address, _why(error)) from error
        found = cls(address, client, patience=patience)
        try:
            found._wait_for_workers(time.monotonic())
            found._compare(found._ask(_installed))
        except BaseException:
            found.close()
            raise
        return found

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Leave the cluster; it stays as it is, and what was still under way for us is dropped."""
        with suppress(OSError):  # a scheduler that is gone answers no farewell: a timeout is one of these
            self._client.close(timeout=2)

    @property
    def workers(self) -> int:
        """How many workers there are, each thread of a process counted."""
        try:
            return sum(self._client.nthreads().values())
        except Exception:  # the connection is gone; whoever waits for a result hears it
            return 0

    def demand(self, check: Callable[[], str], wanted: str, what: str) -> None:
        """Every worker must give this answer to ``check``; it says ``what`` the answer is a version of.

        Raises:
            WorkerUnfit: a worker cannot answer, and why.
            WorkerDiffers: it gives another answer.
        """
        for worker, found in self._ask(check).items():
            if found != wanted:
                raise WorkerDiffers(worker, what, str(found), wanted)

    def map(self, work: Callable[[Piece], Result], pieces: Iterable[Piece]) -> Iterator[Result]:
        """The result of each piece, in order; a piece that every worker dies of is done in this process.

        Raises:
            SchedulerLost: the scheduler went away; results that were handed out before are whole.
            WorkersMissing: no worker is left.
            WorkerDiffers: a worker that came later has another installation.
        """
        with closing(kept_ahead(pieces, partial(self._submit, work), self._window)) as begun:
            for piece, future in begun:
                yield self._result(work, piece, future)

    def _window(self) -> int:
        """How many pieces may be under way; workers come and go, so they are counted now and then."""
        if time.monotonic() - self._counted[0] > _COUNT_EVERY:
            self._counted = time.monotonic(), max(self.workers, 1)
        return _AHEAD * self._counted[1]

    def _submit(self, work: Callable[[Piece], Result], piece: Piece) -> Any:
        packed = pickle.dumps((work, piece), protocol=5)
        try:
            return self._client.submit(_do, packed, installation(), pure=False)
        except Exception as error:
            raise SchedulerLost(self.address) from error

    def _result(self, work: Callable[[Piece], Result], piece: Piece, future: Any) -> Result:
        since = time.monotonic()
        while True:
            try:
                packed: bytes = future.result(timeout=_LOOK)
            except TimeoutError:
                if future.cancelled():
                    raise SchedulerLost(self.address) from None
                if future.done():
                    if isinstance(future.exception(), TimeoutError):  # the work's own
                        raise
                    continue  # it ended just after we had looked
                if self._client.status != "running":
                    raise SchedulerLost(self.address) from None
                if self.workers:
                    since = time.monotonic()
                elif time.monotonic() - since > self._patience:
                    raise WorkersMissing(self.address, self._patience) from None
            except (CommClosedError, FutureCancelledError):
                raise SchedulerLost(self.address) from None
            except KilledWorker:
                return work(piece)
            else:
                result: Result = pickle.loads(packed)
                return result

    def _wait_for_workers(self, since: float) -> None:
        while not self.workers:
            if time.monotonic() - since > self._patience:
                raise WorkersMissing(self.address, self._patience)
            time.sleep(0.1)

    def _ask(self, check: Callable[[], Any]) -> Mapping[str, Any]:
        """What each worker answers.

        Raises:
            WorkerUnfit: one cannot answer.
            SchedulerLost: the scheduler went away meanwhile.
        """
        try:
            found = self._client.run(check, on_error="return")
        except Exception as error:
            raise SchedulerLost(self.address) from error
        for worker, answer in found.items():
            if isinstance(answer, BaseException) and "No module named 'claimcheck" in str(answer):
                raise WorkerUnfit(worker, "it lacks claimcheck, or has an older one", "install there what is here")
            if isinstance(answer, BaseException):
                raise WorkerUnfit(worker, _why(answer), "put that right there, start it again")
        answers: Mapping[str, Any] = found
        return answers

    @staticmethod
    def _compare(found: Mapping[str, Mapping[str, str]]) -> None:
        for worker, there in found.items():
            _demand_same(worker, there, installation())


def _greet(address: str, timeout: float) -> None:
    """A scheduler speaks first; a stranger would leave Dask waiting for long. TLS begins otherwise.

    Raises:
        OSError: nobody is there, or somebody who says nothing.
    """
    host, _, port = address.partition("://")[2].rpartition(":")
    with socket.create_connection((host.strip("[]"), int(port)), timeout) as there:
        if address.startswith("tcp:") and not there.recv(1):
            raise ConnectionError("what listens there is no Dask scheduler")


def _installed() -> dict[str, str]:
    return installation()


def _demand_same(worker: str, there: Mapping[str, str], here: Mapping[str, str]) -> None:
    for what, version in here.items():
        if there.get(what) != version:
            raise WorkerDiffers(worker, what, there.get(what, "none"), version)


def _do(packed: bytes, asked_by: Mapping[str, str]) -> bytes:
    """A piece of work on a worker, one at a time a process: it is Python's work, and not all of it is for threads."""
    with _ONE:
        if installation() != asked_by:
            _demand_same(str(get_worker().address), installation(), asked_by)
        work, piece = pickle.loads(packed)
        return pickle.dumps(work(piece), protocol=5)


def _why(error: BaseException) -> str:
    """What an error says, in one line."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".:")[:200]
