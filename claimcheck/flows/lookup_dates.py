"""How much older than the claim a past check is, where that is more than such a claim can be relied on to stay true."""

import calendar
import re
from datetime import date

from claimcheck.records import Claim, ClaimReview

__all__ = ["VALIDITY", "day_of_claim", "days_older"]

VALIDITY = 365
"""How many days a past check is taken to hold, where a desk has not said otherwise."""

_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def day_of_claim(claim: Claim) -> date | None:
    """The day a claim is about, else that of its article; the last one that a month, a year or an interval leaves open.

    So what happened before a past check was published never makes that check too old, however late it is told.
    """
    stated = claim.date.value if claim.date else claim.context.date.isoformat() if claim.context.date else ""
    found = _DAY.findall(stated)
    if not found:
        return None
    year, month, day = found[-1]
    try:
        last = int(month or 12)
        return date(int(year), last, int(day or calendar.monthrange(int(year), last)[1]))
    except ValueError:
        return None


def days_older(review: ClaimReview, day: date | None, validity: int = VALIDITY) -> int | None:
    """By how many days a past check is older than ``day``, if that is more than ``validity``; None where none is known.

    >>> from claimcheck.records import ClaimReview
    >>> check = ClaimReview("r1", "Rents doubled", "desk", date_published=date(2019, 1, 1))
    >>> days_older(check, date(2024, 1, 1)), days_older(check, date(2019, 3, 1))
    (1826, None)
    """
    if day is None or review.date_published is None:
        return None
    gap = (day - review.date_published).days
    return gap if gap > validity else None
