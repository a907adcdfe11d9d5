"""Stamps of live updates: the time, and often the day, that stands over an entry or opens it."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from claimcheck.article.days import MONTH_NAMES, MONTHS, calendar_day, parse_day

__all__ = ["Stamp", "is_time", "read_stamp"]

_REACH = 120  # characters in which a stamp ends
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("montag mo monday mon", "dienstag di tuesday tue tues", "mittwoch mi wednesday wed",
         "donnerstag do thursday thu thur thurs", "freitag fr friday fri", "samstag sonnabend sa saturday sat",
         "sonntag so sunday sun")
    )
    for name in names.split()
}  # fmt: skip
_NEAR = {"heute": 0, "today": 0, "gestern": 1, "yesterday": 1, "vorgestern": 2}
_ZONE = r"(?:\s?\(?(?:bst|gmt|utc|ces?t|mes?z|e[sd]?t|p[sd]t|c[sd]t)\)?)?"
_TIME = (
    r"(?P<{0}>(?:[01]?\d|2[0-4])(?:"
    r":[0-5]\d(?::[0-5]\d)?(?:\s?(?:uhr|h|a\.?m\.?|p\.?m\.?)(?![^\W\d_]))?"
    r"|\.[0-5]\d(?:\s?(?:uhr|h|am|pm)\b|(?=\s(?:bst|gmt|utc|ces?t|mes?z)\b))"
    r"|h[0-5]\d\b"
    r"|\s?(?:uhr\b|a\.?m\.?(?!\w)|p\.?m\.?(?!\w)))" + _ZONE + ")"
)
_DATE = (
    r"(?:(?:{weekday})\.?(?![^\W\d_])|(?:{near})\b|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}/\d{{1,2}}/\d{{4}}"
    r"|\d{{1,2}}\.\s?\d{{1,2}}\.(?:\s?\d{{2,4}})?(?!\d)"
    r"|\d{{1,2}}(?:\.|st|nd|rd|th)?\s+(?:{month})\b\.?(?:,?\s+\d{{4}}\b)?"
    r"|(?:{month})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?![:.]\d)(?:,?\s+\d{{4}}\b)?)"
).format(weekday="|".join(sorted(_WEEKDAYS, key=len, reverse=True)), near="|".join(_NEAR), month=MONTH_NAMES)
_GAP = r"[\s,|·•/–—-]{0,4}(?:(?:um|at|on|the|den|der|vom)\s+)?"
_DATES = rf"{_DATE}(?:{_GAP}{_DATE})?"
_STAMP = re.compile(
    rf"[\W_]{{0,6}}(?:update[:\s]{{1,3}})?(?:{_TIME.format('first')}(?:{_GAP}(?P<after>{_DATES}))?"
    rf"|(?P<before>{_DATES})(?:{_GAP}{_TIME.format('last')})?)(?![\w%€$£])",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?")
_SHORT_DAY = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.")
_NAMED_DAY = re.compile(rf"\b(\d{{1,2}})(?:\.|st|nd|rd|th)?\s+({MONTH_NAMES})\b|\b({MONTH_NAMES})\.?\s+(\d{{1,2}})")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time, a day, or both; ``alone`` where nothing else stands in the text."""

    day: date | None
    minute: int | None  # of the day
    alone: bool
    full: bool = False  # the day is named with its year


def read_stamp(text: str, base: date | None = None) -> Stamp | None:
    """The stamp that a text begins with; None where it begins with none.

    A day without its year, a weekday and "yesterday" are read against ``base``, the article's own day.

    >>> read_stamp("+++ 14:05 Uhr: Der Rat tagt +++")
    Stamp(day=None, minute=845, alone=False, full=False)
    >>> read_stamp("Friday 3 October 2025, 4.20pm")
    Stamp(day=datetime.date(2025, 10, 3), minute=980, alone=True, full=True)
    """
    found = _STAMP.match(text[:_REACH])
    if found is None:
        return None
    time, said = found["first"] or found["last"], found["after"] or found["before"]
    rest = text[found.end() : found.end() + 40].strip()
    alone = not re.search(r"\w", rest)
    opened = found["first"] is not None or rest[:1] in tuple(":–—|-+")
    if not alone and not (time and opened):
        return None
    full = parse_day(said) if said else None
    day = full or (_near_day(said, base) if said and base else None)
    return Stamp(day, _minute(time) if time else None, alone, full is not None)


def is_time(text: str) -> bool:
    """Whether a text is nothing but a time of day, with or without its day."""
    stamp = read_stamp(text) if len(text) <= _REACH else None
    return stamp is not None and stamp.alone and stamp.minute is not None


def _minute(time: str) -> int | None:
    found = _CLOCK.match(time)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    half = time.lower().replace(".", "")
    if "pm" in half and hour < 12:
        hour += 12
    elif "am" in half and hour == 12:
        hour = 0
    return (hour * 60 + minute) % (24 * 60)


def _near_day(said: str, base: date) -> date | None:
    """The day that words without a year mean, as near to ``base`` as can be."""
    low = said.casefold()
    if short := _SHORT_DAY.search(low):
        return _nearest(int(short[2]), int(short[1]), base)
    if named := _NAMED_DAY.search(low):
        return _nearest(MONTHS[named[2] or named[3]], int(named[1] or named[4]), base)
    for word in re.findall(r"[^\W\d_]+", low):
        if word in _NEAR:
            return base - timedelta(days=_NEAR[word])
        if word in _WEEKDAYS:
            return base - timedelta(days=(base.weekday() - _WEEKDAYS[word]) % 7)
    return None


def _nearest(month: int, day: int, base: date) -> date | None:
    days = [calendar_day(base.year + step, month, day) for step in (-1, 0, 1)]
    return min((each for each in days if each), key=lambda each: abs((each - base).days), default=None)
