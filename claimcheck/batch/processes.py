"""Pieces of work shared by several processes of this machine."""

import multiprocessing
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from functools import partial
from typing import TypeVar

from claimcheck.batch.executor import kept_ahead

__all__ = ["Processes"]

Piece = TypeVar("Piece")
Result = TypeVar("Result")

_AHEAD = 3  # pieces a process may be ahead of the one that is wanted, so that memory stays flat


class Processes:
    """``jobs`` processes; a process that dies costs time only: what it had not finished is done in this one."""

    near = True

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs

    def map(self, work: Callable[[Piece], Result], pieces: Iterable[Piece]) -> Iterator[Result]:
        """The result of each piece, in order."""
        # a fresh interpreter each: a fork would copy the threads and locks of whoever calls
        context = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(self._jobs, mp_context=context, initializer=_leave_interrupts)
        try:
            with closing(kept_ahead(pieces, partial(_submitted, pool, work), lambda: self._jobs * _AHEAD)) as begun:
                for piece, future in begun:
                    try:
                        result = future.result() if future else work(piece)
                    except BrokenProcessPool:
                        result = work(piece)
                    yield result
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, work: Callable[[Piece], Result], piece: Piece) -> "Future[Result] | None":
    """The work on a piece, under way; None where the pool has broken and it has to be done here."""
    try:
        return pool.submit(work, piece)
    except BrokenProcessPool:
        return None


def _leave_interrupts() -> None:
    """Ctrl-C is for the process that waits; it ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
