"""Dates as publishers write them → the calendar day they name, as written; what is ambiguous stays unknown."""

import re
import unicodedata
from datetime import UTC, date, datetime
from typing import Any

__all__ = ["parse_date"]

_ISO = re.compile(r"^(\d{4})[-/.]\s?(\d{1,2})[-/.]\s?(\d{1,2})(?=$|[T\s,.])")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?=$|T\d)")
_EPOCH = re.compile(r"^(\d{9,10})(?:\d{3}|\.\d+)?$")
_EASTERN = re.compile(r"^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_DAY_FIRST = re.compile(
    r"(?:^|[\s,(])(\d{1,2})(?:st|nd|rd|th|er|o|a|°|\.)?[\s-](?:de\s|di\s|of\s|d['’]\s?)?([^\W\d]{3,14})\.?,?[\s-]"
    r"(?:de[l]?\s)?(\d{4})(?:$|[^\w])"
)
_MONTH_FIRST = re.compile(r"(?:^|[\s,])([^\W\d]{3,14})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?:$|[\s,])")
_DOTTED = re.compile(r"^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:$|[\s,])")
_SLASHED = re.compile(r"^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:$|[\s,])")

# English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Ukrainian and Turkish; the forms that
# stand beside a day, and abbreviations that mean one month in all of these.
_NAMES = (
    "january jan januar jänner janvier enero gennaio janeiro januari stycznia января январь січня ocak",
    "february feb februar février fevrier febrero febbraio fevereiro februari lutego февраля февраль лютого şubat",
    "march mar märz mrz mars marzo março marco maart marca марта март березня mart",
    "april apr avril abril aprile kwietnia апреля апрель квітня nisan",
    "may mai mayo maggio maio mei maj maja мая май травня mayıs",
    "june jun juni juin junio giugno junho czerwca июня июнь червня haziran",
    "july jul juli juillet julio luglio julho lipca июля июль липня temmuz",
    "august aug août aout agosto augustus sierpnia августа август серпня ağustos",
    "september sep sept septembre septiembre settembre setembro września сентября сентябрь вересня eylül",
    "october oct oktober okt octobre octubre ottobre outubro października октября октябрь жовтня ekim",
    "november nov novembre noviembre novembro listopada ноября ноябрь листопада kasım",
    "december dec dezember dez décembre decembre diciembre dicembre dezembro grudnia декабря декабрь грудня aralık",
)
_MONTHS = {name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()}


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1900 <= year <= 2100 else None
    except ValueError:
        return None


def _named(day: str, name: str, year: str) -> date | None:
    month = _MONTHS.get(name.casefold())
    return _day(int(year), month, int(day)) if month else None


def parse_date(value: Any) -> date | None:
    """The day a value names: ISO forms, RFC 2822, months in words in eleven languages, UNIX seconds or milliseconds.

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
    text = " ".join(unicodedata.normalize("NFKC", value).split()) if not value.isascii() else " ".join(value.split())
    for form in (_ISO, _COMPACT, _EASTERN):
        if found := form.match(text):
            return _day(*map(int, found.groups()))
    if found := _EPOCH.match(text):
        day = datetime.fromtimestamp(int(found[1]), UTC)
        return _day(day.year, day.month, day.day)
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
