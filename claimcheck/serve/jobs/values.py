"""Days and spans of days as requests give them."""

from datetime import date
from typing import Any

from claimcheck.errors import RequestImpossible

__all__ = ["Json", "parse_day", "parse_days"]

Json = dict[str, Any]


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
