"""Days and spans of days as requests give them, and lists as answers hold them: in parts."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeVar

from claimcheck.errors import RequestImpossible

__all__ = ["Json", "parse_day", "parse_days", "part", "part_of"]

Json = dict[str, Any]
_Row = TypeVar("_Row")


def parse_day(text: str | None) -> date | None:
    """A day given as YYYY-MM-DD; None stays None.

    Raises:
        RequestImpossible: there is no such day.
    """
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise RequestImpossible(f"{text} is not a day of the calendar", "write YYYY-MM-DD") from None


def parse_days(since: str | None, until: str | None) -> tuple[date | None, date | None]:
    """Two days, either of which may be None.

    Raises:
        RequestImpossible: the first is after the last.
    """
    first, last = parse_day(since), parse_day(until)
    if first and last and first > last:
        raise RequestImpossible(f"since {first} is after until {last}", "no day lies between, change one of them")
    return first, last


def part_of(rows: Sequence[_Row], line: Callable[[_Row], Json], limit: int, offset: int) -> Json:
    """At most ``limit`` rows from ``offset`` on, each as its ``line``; ``next`` is where the rest begins, or None.

    >>> [part_of("abc", lambda each: {"id": each}, 2, offset)["next"] for offset in (0, 1, 2)]
    [2, None, None]
    """
    return part([line(each) for each in rows[offset : offset + limit]], len(rows), offset)


def part(items: list[Json], total: int, offset: int) -> Json:
    """A part, from ``offset`` on, of a list of ``total``, as an answer holds it."""
    end = offset + len(items)
    return {"items": items, "total": total, "next": end if end < total else None}
