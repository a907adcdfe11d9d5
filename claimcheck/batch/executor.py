"""What does the pieces of a large job, and the simplest that does: this process, one after the other."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from typing import Any, Protocol, TypeVar

__all__ = ["Executor", "Here", "kept_ahead"]

Piece = TypeVar("Piece")
Result = TypeVar("Result")


class Executor(Protocol):
    """Does pieces of work that do not know of one another.

    ``near``: whether it sees the files this process sees; else a piece must bring what it needs. Work and pieces can be
    pickled, and work is a function of a module or a ``partial`` of one.
    """

    near: bool

    def map(self, work: Callable[[Piece], Result], pieces: Iterable[Piece]) -> Iterator[Result]:
        """The result of each piece, in the order of the pieces, which are asked for only a few ahead.

        Whatever does a piece may die of it: that costs time, no result. What ``work`` raises is raised here, at its
        place in the order.
        """
        ...


class Here:
    """This process: each piece when its result is asked for."""

    near = True

    def map(self, work: Callable[[Piece], Result], pieces: Iterable[Piece]) -> Iterator[Result]:
        """The result of each piece, in order."""
        return map(work, pieces)


def kept_ahead(
    pieces: Iterable[Piece], begin: Callable[[Piece], Any], window: Callable[[], int]
) -> Generator[tuple[Piece, Any], None, None]:
    """Each piece with what ``begin`` gave for it, in order, while at most a ``window`` of pieces are begun.

    What is begun and not handed out when this is closed is cancelled.
    """
    ahead: deque[tuple[Piece, Any]] = deque()
    try:
        for piece in pieces:
            ahead.append((piece, begin(piece)))
            if len(ahead) >= window():
                yield ahead.popleft()
        while ahead:
            yield ahead.popleft()
    finally:
        for _, future in ahead:
            if future is not None:
                with suppress(OSError):  # whoever had it is gone; what went wrong there is being told
                    future.cancel()
