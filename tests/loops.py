"""Coroutines in tests: a browser that another test has open keeps a loop of its own running in this thread."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

__all__ = ["in_a_thread"]


def in_a_thread(work: Callable[..., Any], *given: Any) -> Any:
    """What some work that starts an event loop gives, done in a thread that has none."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(work, *given).result()
