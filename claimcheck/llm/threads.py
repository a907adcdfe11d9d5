"""Threads for work that mostly waits for others, which nobody has to wait for when a run is broken off."""

import queue
import threading
from collections.abc import Callable
from typing import Generic, NoReturn, TypeVar

__all__ = ["Coming", "Threads"]

_Given = TypeVar("_Given")
_Made = TypeVar("_Made")
_LOOK = 1.0  # seconds after which a Ctrl-C is seen that came just before a wait began


class Coming(Generic[_Made]):
    """What a thread will have made.

    Not a ``Future``: where Ctrl-C meets the wait for one, it can come out as a ``RuntimeError`` of the lock within.
    """

    def __init__(self) -> None:
        self._made: queue.SimpleQueue[Callable[[], _Made]] = queue.SimpleQueue()

    def make(self, work: Callable[[_Given], _Made], given: _Given) -> None:
        """Do the work, once."""
        try:
            made = work(given)
        except BaseException as error:  # whoever asks for the result gets it
            self._made.put(_raising(error))
        else:
            self._made.put(lambda: made)

    def result(self) -> _Made:
        """What was made, waited for, once; or raises what the work raised."""
        while True:
            try:
                made = self._made.get(timeout=_LOOK)
            except queue.Empty:
                continue
            return made()


class Threads(Generic[_Given, _Made]):
    """A few threads that do one kind of work; they do not keep the process from ending, as a pool's would."""

    def __init__(self, count: int, work: Callable[[_Given], _Made]) -> None:
        self._work = work
        self._waiting: queue.SimpleQueue[tuple[Coming[_Made], _Given] | None] = queue.SimpleQueue()
        self._threads = [threading.Thread(target=self._run, daemon=True, name=f"llm-{n}") for n in range(count)]
        self._ended = False
        for each in self._threads:
            each.start()

    def submit(self, given: _Given) -> Coming[_Made]:
        """The work on something, under way or waiting for a thread."""
        coming: Coming[_Made] = Coming()
        self._waiting.put((coming, given))
        return coming

    def end(self, *, wait: bool) -> None:
        """Begin nothing more, so that what waits for a thread never comes; ``wait`` for what is under way."""
        self._ended = True
        for _ in self._threads:
            self._waiting.put(None)
        for each in self._threads if wait else ():
            each.join()

    def _run(self) -> None:
        while (item := self._waiting.get()) is not None:
            coming, given = item
            if not self._ended:
                coming.make(self._work, given)


def _raising(error: BaseException) -> Callable[[], NoReturn]:
    def again() -> NoReturn:
        raise error

    return again
