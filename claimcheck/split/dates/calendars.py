"""The day, month or week that words for one mean in the year of an article."""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

from claimcheck.records import ClaimDate

__all__ = ["day_of", "holiday_of", "span_date", "year_of_month"]

_GREGORIAN = (1583, 9998)  # the years whose Easter is told
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


def day_of(
    year: int | None, month: int, day: int, published: date | None, ahead: bool, *, over: bool = False
) -> date | None:
    """The day of a month: in its year, else the one nearest to publication, or to come, or over; None for none such."""
    if year is None:
        assert published is not None
        near = [each for each in _same_days(month, day, published, ahead) if not ahead or each >= published]
        near = [each for each in near if each <= published] if over else near
        return min(near, key=lambda each: abs((each - published).days), default=None)
    return date(year, month, day) if year and 1 <= day <= calendar.monthrange(year, month)[1] else None


def holiday_of(year: int | None, month: int, day: int, published: date | None, ahead: bool) -> date | None:
    """A holiday by its month and day, or, with month 0, by its days from Easter.

    Without a year it is the last before publication, or the next where it lies ahead.
    """
    years = [year] if year else [published.year + each for each in (-1, 0, 1)] if published else []
    found = [_feast(each, month, day) for each in years if _GREGORIAN[0] <= each <= _GREGORIAN[1]]
    if year or published is None:
        return next(iter(found), None)
    if ahead:
        return min((each for each in found if each >= published), default=None)
    return max((each for each in found if each <= published), default=None)


def _feast(year: int, month: int, day: int) -> date:
    return date(year, month, day) if month else _easter(year) + timedelta(day)


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher.

    >>> [_easter(year).isoformat() for year in (1961, 2023, 2024)]
    ['1961-04-02', '2023-04-09', '2024-03-31']
    """
    century, rest = divmod(year, 100)
    golden = year % 19
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _same_days(month: int, day: int, published: date, ahead: bool) -> Iterator[date]:
    for year in (published.year - 1, published.year, published.year + 1):
        if 1 <= year <= 9999 and 1 <= day <= calendar.monthrange(year, month)[1]:
            found = date(year, month, day)
            if ahead or (found - published).days <= _FAR_AHEAD:
                yield found
