"""The JSON in a model's answer, bare, in a fence, or between words."""

import json
from typing import Any

__all__ = ["find_object", "read_rows"]


def read_rows(text: str, listed: str) -> tuple[Any, ...] | None:
    """The list called ``listed`` in the object that a text holds, or the list that it is; None where there is none.

    >>> read_rows('Here you are:\\n```json\\n{"claims": [1, 2]}\\n```', "claims")
    (1, 2)
    """
    found = find_object(text, listed)
    if isinstance(found, dict):
        found = found.get(listed)
    return tuple(found) if isinstance(found, list) else None


def find_object(text: str, listed: str) -> Any:
    """The object with the key ``listed``, or else the list, that a text is or holds; None where it holds neither."""
    whole = _parsed(text.strip())
    if isinstance(whole, list) or (isinstance(whole, dict) and listed in whole):
        return whole
    decoder = json.JSONDecoder()
    at, tries = text.find("{"), 0
    while at >= 0 and tries < 20:  # a brace in the words around it
        try:
            found, _ = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, dict) and listed in found:
            return found
        at, tries = text.find("{", at + 1), tries + 1
    return None


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
