"""Calendar days as texts and machines write them."""

import re
from datetime import date, datetime
from typing import Any

__all__ = ["MONTHS", "MONTH_NAMES", "calendar_day", "parse_day", "parse_moment"]

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar jänner jan january janvier enero gennaio januari styczeń stycznia janeiro января січня ocak",
            "februar feb february février febrero febbraio februari luty lutego fevereiro февраля лютого şubat",
            "märz mär mrz maerz mar march mars marzo maart marca março марта березня mart",
            "april apr avril abril aprile kwietnia апреля квітня nisan",
            "mai may mayo maggio mei maja maio мая травня mayıs",
            "juni jun june juin junio giugno czerwca junho июня червня haziran",
            "juli jul july juillet julio luglio lipca julho июля липня temmuz",
            "august aug août agosto augustus sierpnia августа серпня ağustos",
            "september sep sept septembre septiembre settembre września setembro сентября вересня eylül",
            "oktober okt october oct octobre octubre ottobre października outubro октября жовтня ekim",
            "november nov novembre noviembre listopada novembro ноября листопада kasım",
            "dezember dez december dec décembre diciembre dicembre grudnia dezembro декабря грудня aralık",
        ),
        start=1,
    )
    for name in names.split()
}
MONTH_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
"""The names of months for a pattern, the longest first."""
_DAY_FIRST = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})(?!\d)")
_DAY_MONTH = re.compile(r"\b(\d{1,2})(?:\.|st|nd|rd|th|er|º)?\s+(?:de\s+)?([^\W\d_]{3,12})\.?,?\s+(?:de\s+)?(\d{4})\b")
_MONTH_DAY = re.compile(r"\b([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")


def calendar_day(year: int, month: int, day: int) -> date | None:
    """The day of these numbers; None where the calendar, or our time, has none."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if 1900 <= year <= 2100 else None


def parse_day(text: str) -> date | None:
    """The first calendar day a short text names in full; None where it names none.

    >>> parse_day("Stand: 11. April 2023, 14:30 Uhr"), parse_day("Nov. 8, 2023"), parse_day("gestern")
    (datetime.date(2023, 4, 11), datetime.date(2023, 11, 8), None)
    """
    text = text[:300]
    found: list[tuple[int, date | None]] = []
    for match in _ISO.finditer(text):
        found.append((match.start(), calendar_day(int(match[1]), int(match[2]), int(match[3]))))
    for match in _DAY_FIRST.finditer(text):
        found.append((match.start(), calendar_day(int(match[3]), int(match[2]), int(match[1]))))
    for match in _DAY_MONTH.finditer(text):
        found.append((match.start(), calendar_day(int(match[3]), MONTHS.get(match[2].casefold(), 0), int(match[1]))))
    for match in _MONTH_DAY.finditer(text):
        found.append((match.start(), calendar_day(int(match[3]), MONTHS.get(match[1].casefold(), 0), int(match[2]))))
    days = [(at, day) for at, day in found if day]
    return min(days)[1] if days else None


def parse_moment(value: Any) -> date | None:
    """The day of a machine-readable time, in its own zone."""
    if not isinstance(value, str) or not value.strip():
        return None
    try:
        return datetime.fromisoformat(value.strip()).date()
    except ValueError:
        return parse_day(value)
