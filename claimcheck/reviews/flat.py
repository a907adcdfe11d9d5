"""Rows that were objects once: names with dots, and cells that hold a list or an object as text, made whole again."""

import ast
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from claimcheck.reviews.columns import guess_columns
from claimcheck.reviews.find import find_claim_reviews
from claimcheck.reviews.lines import OWN_NAMES, is_own_line
from claimcheck.reviews.loose_json import load_json
from claimcheck.reviews.schema_org import is_claim_review

__all__ = ["is_own_row", "objects_of_row", "was_object"]

_LONGEST = 100_000  # characters of a cell that is read as a list or an object
_MOST_PARTS = 6
_MARKS = (".", "__", "/")


@lru_cache(maxsize=256)  # the records of a file have the same few sets of names
def is_own_row(names: tuple[str, ...]) -> bool:
    """Whether names are those of our own lines, and none other seems to hold what our own name would."""
    if not is_own_line(dict.fromkeys(names)):
        return False
    return all(column in OWN_NAMES for column in guess_columns(names).values())


@lru_cache(maxsize=256)
def was_object(names: tuple[str, ...]) -> bool:
    """Whether names look like those of a ClaimReview or an API answer whose parts were laid side by side."""
    found = [name for name in names if ":" not in name]  # such as the vocabulary's address
    if "claimReview" in found:
        return True
    return is_claim_review(dict.fromkeys(found)) and any(mark in name for name in found for mark in _MARKS)


def objects_of_row(row: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The ClaimReview objects that a row was made of, none where it was made of none.

    >>> objects_of_row({"claimReviewed": "A", "author.name": "A desk", "reviewRating.alternateName": "False"})
    [{'claimReviewed': 'A', 'author': {'name': 'A desk'}, 'reviewRating': {'alternateName': 'False'}}]
    """
    whole: dict[str, Any] = {}
    for name, value in row.items():
        if value is None:
            continue
        parts = name
        for mark in _MARKS[1:]:
            parts = parts.replace(mark, ".")
        _put(whole, parts.strip(".").split(".")[:_MOST_PARTS], _value(value))
    return list(find_claim_reviews(whole))


def _put(whole: dict[str, Any], parts: list[str], value: Any) -> None:
    for part in parts[:-1]:
        inner = whole.setdefault(part, {})
        if not isinstance(inner, dict):
            return
        whole = inner
    whole.setdefault(parts[-1], value)


def _value(cell: Any) -> Any:
    """A cell's list or object, as JSON or as Python writes it; any other cell as it is."""
    if not isinstance(cell, str) or cell.lstrip()[:1] not in {"[", "{"} or len(cell) > _LONGEST:
        return cell
    try:
        return load_json(cell, loose=True)
    except (ValueError, RecursionError):
        pass
    try:
        return ast.literal_eval(cell.strip())
    except (ValueError, SyntaxError, RecursionError, MemoryError, TypeError):
        return cell
