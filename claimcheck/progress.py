"""How a flow tells what it is doing: a callback with what, how many are done and of how many (None: unknown)."""

from collections.abc import Callable

__all__ = ["Progress", "Say", "silent", "unseen"]

Progress = Callable[[str, int, int | None], None]
Say = Callable[[str], None]


def unseen(what: str, done: int, total: int | None) -> None:
    """Progress nobody watches."""


def silent(line: str) -> None:
    """A line nobody reads."""
