"""Flat records in what an API or a query wraps around them: SPARQL cells, pages of records, records of fields."""

from collections.abc import Mapping
from typing import Any

from claimcheck.errors import ReviewColumnsUnknown
from claimcheck.reviews.columns import guess_columns

__all__ = ["plain_row", "rows_in"]

_DEEPEST = 3


def plain_row(obj: Mapping[str, Any]) -> dict[str, Any]:
    """A flat record; a SPARQL result's ``{"type", "value"}`` cells become their values.

    >>> plain_row({"content": {"text": {"type": "literal", "value": "A"}}})
    {'text': 'A'}
    """
    inner = obj.get("content")
    cells = inner if isinstance(inner, Mapping) and inner and all(map(_is_cell, inner.values())) else obj
    return {key: value["value"] if _is_cell(value) else value for key, value in cells.items()}


def _is_cell(value: Any) -> bool:
    return isinstance(value, Mapping) and "type" in value and "value" in value


def rows_in(obj: Mapping[str, Any], depth: int = _DEEPEST) -> list[Mapping[str, Any]]:
    """The records of an API's page that have a claim and its rating; none where none of them has both.

    A record beside these that lacks one of them is among them, so that it is named and not passed over.

    >>> rows_in({"records": [{"id": "1", "fields": {"Claim": "A", "Verdict": "False"}}], "offset": "x"})
    [{'Claim': 'A', 'Verdict': 'False'}]
    """
    found: list[Mapping[str, Any]] = []
    for inner in obj.values() if depth else ():
        if isinstance(inner, Mapping):
            found += [inner] if _is_check(inner) else rows_in(inner, depth - 1)
        elif isinstance(inner, list):
            parts = [each for each in inner if isinstance(each, Mapping)]
            rows = [[each] if _is_check(each) else rows_in(each, depth - 1) for each in parts]
            if any(rows):
                found += [row for each, its in zip(parts, rows, strict=True) for row in its or [each]]
    return found


def _is_check(row: Mapping[str, Any]) -> bool:
    """Whether a record has a claim and a rating; ``text`` may be anything's."""
    try:
        columns = guess_columns(row)
    except ReviewColumnsUnknown:
        return False
    return "alternate_name" in columns and columns["claim_reviewed"].casefold() != "text"
