"""How a flow tells what it is doing: a callback with what, how many are done and of how many (None: unknown).

Lines are for people, who have one claim and not "1 claims": ``plural``.
"""

from collections.abc import Callable

__all__ = ["Progress", "Say", "plural", "silent", "unseen"]

Progress = Callable[[str, int, int | None], None]
Say = Callable[[str], None]


def unseen(what: str, done: int, total: int | None) -> None:
    """Progress nobody watches."""


def silent(line: str) -> None:
    """A line nobody reads."""


def plural(count: int, one: str, many: str | None = None) -> str:
    """A number with its noun; ``many`` is the noun's plural where that is more than an s at its end.

    >>> plural(1, "new verdict"), plural(1_200, "new verdict"), plural(0, "reply", "replies")
    ('1 new verdict', '1,200 new verdicts', '0 replies')
    """
    return f"{count:,} {one if count == 1 else many or one + 's'}"
