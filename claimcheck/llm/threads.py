"""Threads for work that mostly waits for others, which nobody has to wait for when a run is broken off."""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Generic, TypeVar

__all__ = ["Threads"]

_Given = TypeVar("_Given")
_Made = TypeVar("_Made")


class Threads(Generic[_Given, _Made]):
    """A few threads that do one kind of work; they do not keep the process from ending, as a pool's would."""

    def __init__(self, count: int, work: Callable[[_Given], _Made]) -> None:
        self._work = work
        self._waiting: queue.SimpleQueue[tuple[Future[_Made], _Given] | None] = queue.SimpleQueue()
        self._threads = [threading.Thread(target=self._run, daemon=True, name=f"llm-{n}") for n in range(count)]
        self._ended = False
        for each in self._threads:
            each.start()

    def submit(self, given: _Given) -> "Future[_Made]":
        """The work on something, under way or waiting for a thread."""
        future: Future[_Made] = Future()
        self._waiting.put((future, given))
        return future

    def end(self, *, wait: bool) -> None:
        """Begin nothing more; ``wait`` for what is under way."""
        self._ended = True
        for _ in self._threads:
            self._waiting.put(None)
        for each in self._threads if wait else ():
            each.join()

    def _run(self) -> None:
        while (item := self._waiting.get()) is not None:
            future, given = item
            if self._ended:
                future.cancel()
                continue
            try:
                future.set_result(self._work(given))
            except BaseException as error:  # whoever asks for the result gets it
                future.set_exception(error)
