"""Spans of time by their two ends: "vom 12. bis 14. September", "between 3 and 5 May", "von April bis Juni"."""

import calendar
import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from claimcheck.records import ClaimDate, Span
from claimcheck.split.dates.calendars import year_of_month
from claimcheck.split.dates.horizon import Horizon
from claimcheck.split.languages import Rules

__all__ = ["find_ranges"]

_GAP = r"[ \u00a0]+"
_FROM = r"(?:vom|von|from|zwischen(?:[ \u00a0]dem)?|between|ab[ \u00a0]dem)"
_TO = rf"(?:[ \u00a0]*[-–][ \u00a0]*|{_GAP}(?:bis|to|and|und|until|till|through){_GAP}(?:(?:zum|dem|the){_GAP})?)"
_PART = rf"(?:(?:Anfang|Mitte|Ende|early|mid|late|the{_GAP}(?:start|beginning|middle|end){_GAP}of)[ \u00a0-]+)?"
_YEAR = rf"(?:,?{_GAP}(?P<y>[12]\d{{3}})\b)?"
_FIRST, _LAST = (rf"(?P<{name}>\d{{1,2}})(?:\.|st|nd|rd|th)?" for name in ("d1", "d"))
_SOON = 6  # months from publication in which what is told in the present tense is to come


@lru_cache(maxsize=32)
def _patterns(rules: Rules) -> tuple[re.Pattern[str], ...]:
    names = "|".join(each.capitalize() for each in sorted(rules.months, key=len, reverse=True))
    month, first = rf"(?P<month>{names})\b", rf"(?P<first>{names})\b(?:{_GAP}(?P<y1>[12]\d{{3}}))?"
    found = [
        rf"(?i:\b{_FROM}){_GAP}(?:the{_GAP})?{_FIRST}{_TO}{_LAST}{_GAP}(?:of{_GAP})?{month}{_YEAR}",
        rf"(?i:\b{_FROM}){_GAP}(?i:{_PART}){first}{_TO}(?i:{_PART}){month}(?!{_GAP}\d{{1,2}}\D){_YEAR}",
    ]
    if rules.subject_first:
        found.append(rf"\b{month}{_GAP}{_FIRST}{_TO}{_LAST}\b(?!\s*%){_YEAR}")
    return tuple(map(re.compile, found))


def find_ranges(
    text: str, start: int, end: int, published: date | None, rules: Rules, horizon: Horizon
) -> Iterator[tuple[Span, ClaimDate, bool]]:
    """The spans of time in ``text[start:end]`` with their two ends, and whether their year is only implied.

    Days make an interval of days, months one of months. A span that no calendar has is none.
    """
    for pattern in _patterns(rules) if rules.months else ():
        for match in pattern.finditer(text, start, end):
            groups = match.groupdict()
            last = rules.months[groups["month"].casefold()]
            if groups["y"] is None and published is None:
                continue
            year = int(groups["y"] or 0)
            if published and not year:
                soon = (last - published.month) % 12 <= _SOON
                year = year_of_month(last, published, soon and horizon.is_ahead(match.start(), soon=True))
            ends = _days(groups, year, last) if groups.get("d1") else _months(groups, year, last, rules)
            if ends:
                yield Span(match.start(), match.end()), ClaimDate("/".join(ends), "interval"), groups["y"] is None


def _days(groups: dict[str, str | None], year: int, month: int) -> tuple[str, str] | None:
    first, last = int(groups["d1"] or 0), int(groups["d"] or 0)
    if not 1 <= first < last <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04}-{month:02}-{first:02}", f"{year:04}-{month:02}-{last:02}"


def _months(groups: dict[str, str | None], year: int, month: int, rules: Rules) -> tuple[str, str] | None:
    first = rules.months[(groups["first"] or "").casefold()]
    begins = int(groups["y1"] or 0) or (year if first <= month else year - 1)
    if (begins, first) >= (year, month):
        return None
    return f"{begins:04}-{first:02}", f"{year:04}-{month:02}"
