"""How a flow tells what it is doing: a callback with what, how many are done and of how many (None: unknown).

Lines are for people, who have one claim and not "1 claims": ``plural`` and ``as_many``.
"""

import re
from collections.abc import Callable

__all__ = ["Progress", "Say", "as_many", "plural", "silent", "unseen"]

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


def as_many(count: int, phrase: str) -> str:
    """A number with a phrase that is worded for many, such as a reason that things are counted by.

    >>> as_many(2, "offered claims without a verdict"), as_many(1, "offered claims without a verdict")
    ('2 offered claims without a verdict', '1 offered claim without a verdict')
    >>> as_many(1, "ties, which are no rating"), as_many(1, "claims that were dropped"), as_many(1, "tied")
    ('1 tie, which is no rating', '1 claim that was dropped', '1 tied')
    """
    if count == 1:
        phrase = re.sub(r"^((?:offered |sample |past )?\w+?)s\b", r"\1", phrase)
        phrase = phrase.replace("which are", "which is", 1).replace("that were", "that was", 1)
    return f"{count:,} {phrase}"
