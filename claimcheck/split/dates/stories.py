"""The year of what is told, for days and months without one: "In March 2012 she fell ill. In October …"."""

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from claimcheck.records import ClaimDate

if TYPE_CHECKING:
    from claimcheck.split.dates.mentions import Mention

__all__ = ["from_own_year", "in_order", "in_year", "is_open", "moved", "nearer", "told_year"]

_YEAR_BEFORE = ("vorjahr", "previous year", "year before", "year earlier")
_AFTER = re.compile(r"[^.;:]*\b(?:after|following|nach)\b[^.;:,]*")
_JOINED = re.compile(r"[ \u00a0]*(?:,|/|or|and|oder|und)[ \u00a0]*(?:im[ \u00a0]|in[ \u00a0])?")


def from_own_year(text: str, mentions: Sequence["Mention"]) -> Iterator["Mention"]:
    """The mentions in order, "the year before" counted from the year that stands in front: "2007 … als im Vorjahr"."""
    told: int | None = None
    for each in mentions:
        before = text[each.span.start : each.span.end].casefold().endswith(_YEAR_BEFORE)
        if told and before and each.worded and each.date.precision == "year":
            yield replace(each, date=ClaimDate(f"{told - 1:04}", "year"))
            continue
        told = int(each.date.value[:4]) if not each.worded and each.kind in {"day", "month", "year"} else told
        yield each


def told_year(mentions: Sequence["Mention"], published: date | None) -> str | None:
    """The year that dates last give in full, or year and month, where that is over when the article appears."""
    full = [each for each in mentions if not each.worded and each.kind in {"day", "month", "year"}]
    value = full[-1].date.value[:7] if full else None
    return value if value and published and int(value[:4]) < published.year else None


def in_year(text: str, mentions: Sequence["Mention"], published: date | None, year: str | None) -> Iterator["Mention"]:
    """The mentions in order, days and months that are over in the year told before them, or right behind them.

    ``year``: the one told before the first, with its month where that is known; an earlier month is then one of the
    year behind it. A day that the year does not have stays as it is.
    """
    for at, each in enumerate(mentions):
        if published is None or not is_open(each):
            year = told_year([each], published) or year
            yield each
            continue
        after = mentions[at + 1] if at + 1 < len(mentions) else None
        beside = after is not None and _JOINED.fullmatch(text, each.span.end, after.span.start) is not None
        told = told_year([after], published) if after and beside else year
        over = each.date.value <= published.isoformat()
        yield moved(each, told, published) if told and over else each


def in_order(text: str, mentions: Sequence["Mention"]) -> Iterator["Mention"]:
    """The mentions, a weekday behind "after" no later than the one before it: "on Friday after talks on Wednesday"."""
    before: Mention | None = None
    for each in mentions:
        if each.kind != "weekday" or each.date.precision != "day":
            yield each
            continue
        if before and before.date.value < each.date.value and _AFTER.fullmatch(text, before.span.end, each.span.start):
            day, first = date.fromisoformat(each.date.value), date.fromisoformat(before.date.value)
            day -= timedelta(7 * (1 + ((day - first).days - 1) // 7))
            each = replace(each, date=ClaimDate(day.isoformat(), "day"))
        before = each
        yield each


def is_open(mention: "Mention") -> bool:
    """Whether a day or month is told without its year."""
    return mention.worded and mention.kind in {"day", "month"} and not mention.year_told


def nearer(one: "Mention", later: "Mention", published: date) -> "Mention":
    """Of two readings of a day or month without a year the one that lies nearer to publication; ``one`` where equal."""
    return min(one, later, key=lambda each: abs((_first_day(each.date.value) - published).days))


def _first_day(value: str) -> date:
    year, month, *day = (int(part) for part in value.split("-"))
    return date(year, month, day[0] if day else 1)


def moved(mention: "Mention", told: str, published: date) -> "Mention":
    """A day or month in the year ``told``, or behind its month; as it is where it would lie ahead or be no day."""
    month, *day = (int(part) for part in mention.date.value.split("-")[1:])
    year = int(told[:4]) + (len(told) > 4 and month < int(told[5:7]))
    if year > published.year or (day and day[0] > calendar.monthrange(year, month)[1]):
        return mention
    return replace(mention, date=ClaimDate(f"{year:04}{mention.date.value[4:]}", mention.date.precision))
