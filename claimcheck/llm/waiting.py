"""How long to leave a busy server alone: as it asks, else longer each time, and never for ever."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

__all__ = ["LONGEST_WAIT", "parse_retry_after", "wait_before"]

LONGEST_WAIT = 60.0
_FIRST = 1.0


def parse_retry_after(value: str | None, now: datetime) -> float | None:
    """The seconds a Retry-After header asks for, given as such or as a date; None where it says neither.

    >>> from datetime import UTC, datetime
    >>> now = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
    >>> parse_retry_after("3", now), parse_retry_after("Mon, 05 Jan 2026 12:00:30 GMT", now)
    (3.0, 30.0)
    """
    said = (value or "").strip()
    if not said:
        return None
    if said.isascii() and said.replace(".", "", 1).isdigit():
        return float(said)
    try:
        moment = parsedate_to_datetime(said)
    except (TypeError, ValueError, OverflowError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())


def wait_before(attempt: int, asked: float | None) -> float | None:
    """The seconds to wait before the ``attempt``-th try, from 2; None where the server asks for more than we wait.

    >>> [wait_before(attempt, None) for attempt in (2, 3, 4)], wait_before(2, 5.0), wait_before(2, 3600.0)
    ([1.0, 2.0, 4.0], 5.0, None)
    """
    if asked is not None:
        return asked if asked <= LONGEST_WAIT else None
    return min(_FIRST * 2.0 ** (attempt - 2), LONGEST_WAIT)
