"""What a page's own scripts carry for drawing it: values assigned or pushed as JSON, read as text; nothing is run."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from claimcheck.reviews.loose_json import load_json, load_value

__all__ = ["carries_data", "script_documents"]

_PUSH = re.compile(r"__next_f\s*\.push\(\s*(?=\[)")  # a stream of rows, cut anywhere
_ROW = re.compile(r"(?:\A|\n)[0-9a-f]{1,6}:(?=[\[{\"])")
_GIVEN = re.compile(r"(?:=|\()\s*(?=[\[{])|JSON\.parse\(\s*(?=\")")
_MENTION = re.compile(r"claim_?reviewed", re.IGNORECASE)
_MOST = 200  # values looked for in one page


def carries_data(script: str) -> bool:
    """Whether a script may carry a ClaimReview, whole or in part."""
    return _MENTION.search(script) is not None or _PUSH.search(script) is not None


def script_documents(scripts: Iterable[str]) -> Iterator[Any]:
    """The JSON values of a page's scripts that mention a ClaimReview.

    >>> list(script_documents(['window.page = {"claimReviewed": "A"};', "run()"]))
    [{'claimReviewed': 'A'}]
    """
    stream: list[str] = []
    for script in scripts:
        pushed = [value for value, _ in _values(script, _PUSH)]
        stream += [each for value in pushed if isinstance(value, list) for each in value if isinstance(each, str)]
        if not pushed:
            yield from _telling(script, _GIVEN)
    yield from _telling("".join(stream), _ROW)


def _telling(text: str, before: re.Pattern[str]) -> Iterator[Any]:
    """The values that mention a ClaimReview; one that is text with JSON in it, as that JSON."""
    for value, written in _values(text, before):
        if _MENTION.search(written):
            if isinstance(value, str):
                try:
                    value = load_json(value)
                except (ValueError, RecursionError):
                    continue
            yield value


def _values(text: str, before: re.Pattern[str]) -> Iterator[tuple[Any, str]]:
    """Each JSON value behind a place that the pattern finds, with how it is written; none is read twice."""
    at = 0
    for _ in range(_MOST):
        found = before.search(text, at)
        if found is None:
            return
        try:
            value, at = load_value(text, found.end())
        except (ValueError, RecursionError):
            at = found.end()
        else:
            yield value, text[found.end() : at]
