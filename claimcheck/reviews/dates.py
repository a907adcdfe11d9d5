"""Dates as publishers write them → the calendar day they name, as written; what is ambiguous stays unknown."""

import re
from datetime import UTC, date, datetime
from typing import Any

__all__ = ["parse_date"]

_ISO = re.compile(r"^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?=$|[T\s])")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})$")
_EPOCH = re.compile(r"^(\d{9,10})(?:\d{3}|\.\d+)?$")
_DAY_FIRST = re.compile(r"(?:^|[\s,])(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]([^\W\d]{3,10})\.?,?[\s-](\d{4})(?:$|[\s,T])")
_MONTH_FIRST = re.compile(r"(?:^|[\s,])([^\W\d]{3,10})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?:$|[\s,])")
_DOTTED = re.compile(r"^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:$|[\s,])")
_SLASHED = re.compile(r"^(\d{1,2})/(\d{1,2})/(\d{4})(?:$|[\s,])")

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner",
            "february feb februar",
            "march mar märz mrz",
            "april apr",
            "may mai",
            "june jun juni",
            "july jul juli",
            "august aug",
            "september sep sept",
            "october oct oktober okt",
            "november nov",
            "december dec dezember dez",
        ),
        start=1,
    )
    for name in names.split()
}


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1900 <= year <= 2100 else None
    except ValueError:
        return None


def _named(day: str, name: str, year: str) -> date | None:
    month = _MONTHS.get(name.casefold())
    return _day(int(year), month, int(day)) if month else None


def parse_date(value: Any) -> date | None:
    """The day a value names: ISO forms, RFC 2822, English and German words, UNIX seconds or milliseconds.

    A time's zone is not applied: the day stays the one that was written. ``03/04/2020`` may be two days, so it is none.

    >>> [str(parse_date(each)) for each in ("2021-08-24 14:41", "Mon, 09 Nov 2020 18:42:22 UTC +00:00", "03/04/2020")]
    ['2021-08-24', '2020-11-09', 'None']
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = f"{value:.0f}"
    if not isinstance(value, str) or len(value) > 100:
        return None
    text = " ".join(value.split())
    for form in (_ISO, _COMPACT):
        if found := form.match(text):
            return _day(*map(int, found.groups()))
    if found := _EPOCH.match(text):
        return datetime.fromtimestamp(int(found[1]), UTC).date()
    if found := _DOTTED.match(text):
        return _day(int(found[3]), int(found[2]), int(found[1]))
    if found := _SLASHED.match(text):
        first, second = int(found[1]), int(found[2])
        if first > 12 or first == second:
            return _day(int(found[3]), second, first)
        return _day(int(found[3]), first, second) if second > 12 else None
    if found := _DAY_FIRST.search(text):
        return _named(found[1], found[2], found[3])
    if found := _MONTH_FIRST.search(text):
        return _named(found[2], found[1], found[3])
    return None
