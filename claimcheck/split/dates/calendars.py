"""The day, month or week that words for one mean in the year of an article."""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

from claimcheck.records import ClaimDate

__all__ = ["day_of", "span_date", "year_of_month"]

_FAR_AHEAD = 60  # a day without a year lies at most so many days after publication


def span_date(month: int, shift: int, published: date) -> ClaimDate:
    """The week, or the year of the season that ends with ``month``, so far from publication."""
    if not month:
        first = published - timedelta(published.weekday() - 7 * shift)
        return ClaimDate(f"{first.isoformat()}/{(first + timedelta(6)).isoformat()}", "interval")
    year = published.year
    if shift < 0:
        year -= published.month <= month
    elif shift:
        year += published.month > month - 3
    return ClaimDate(f"{year:04}", "year")


def year_of_month(month: int, published: date | None, ahead: bool) -> int:
    """The latest year in which the month had begun when the article appeared; ahead, the next in which it begins."""
    assert published is not None
    if ahead:
        return published.year if month >= published.month else published.year + 1
    return published.year if month <= published.month else published.year - 1


def day_of(year: int | None, month: int, day: int, published: date | None, ahead: bool) -> date | None:
    """The day of a month: in its year, else the one nearest to publication, or to come; None for none such."""
    if year is None:
        assert published is not None
        near = [each for each in _same_days(month, day, published, ahead) if not ahead or each >= published]
        return min(near, key=lambda each: abs((each - published).days), default=None)
    return date(year, month, day) if year and 1 <= day <= calendar.monthrange(year, month)[1] else None


def _same_days(month: int, day: int, published: date, ahead: bool) -> Iterator[date]:
    for year in (published.year - 1, published.year, published.year + 1):
        if 1 <= year <= 9999 and 1 <= day <= calendar.monthrange(year, month)[1]:
            found = date(year, month, day)
            if ahead or (found - published).days <= _FAR_AHEAD:
                yield found
