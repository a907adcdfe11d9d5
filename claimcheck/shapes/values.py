"""Dates and spans as JSON holds them."""

from datetime import date, datetime
from typing import Any

from claimcheck.records import Span

__all__ = ["Json", "date_of", "iso", "span_pair"]

Json = dict[str, Any]


def iso(value: date | datetime | None) -> str | None:
    """A date or moment in ISO 8601; None stays None."""
    return value.isoformat() if value is not None else None


def date_of(value: str | None) -> date | None:
    """The date an ISO string gives; None where there is none."""
    return date.fromisoformat(value) if value else None


def span_pair(value: Span | None) -> list[int] | None:
    """A span as ``[start, end]``; None stays None."""
    return [value.start, value.end] if value else None
