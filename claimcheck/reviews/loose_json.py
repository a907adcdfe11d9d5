"""JSON as publishers' pages hold it: what a template engine or an editor did to it is undone, where one reading exists.

Read as it stands first. Only where that fails are comments, trailing commas, wrappers, entities, doubled encoding and
stray backslashes looked at, each in one pass over the text.
"""

import html
import json
import re
from typing import Any

__all__ = ["load_json", "load_value"]

_OPENING = re.compile(r"(?:(?://|/\*)\s*+)?(?:<!--[^\n{\[]*+|<!\[CDATA\[(?:\s*+\*/)?)")
_CLOSING = re.compile(r"(?:(?://|/\*)?\s*\]\]>(?:\s*\*/)?|(?://\s*)?-->)\Z")
_BIG = 400  # digits; a longer whole number stays text, since Python refuses to read one of thousands
# A string or a comment that never ends goes on to the end of the text, so that no part of it is looked at twice.
_TOKENS = re.compile(
    r'(?P<string>"(?:[^"\\]|\\.)*+(?:"|\\?\Z))|//[^\n]*|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)|,(?=\s*+[}\]])', re.DOTALL
)
_ESCAPE = re.compile(r'\\(?:(["\\/bfnrt]|u[0-9a-fA-F]{4})|(.)|\Z)', re.DOTALL)
_TAIL = 40  # characters in which a wrapper's end is looked for
_NEXT = re.compile(r"[\s,;]*")
_DEEPEST = 2  # how often a document may be a string that holds a document


def _whole(digits: str) -> int | str:
    return int(digits) if len(digits) < _BIG else digits


_DECODER = json.JSONDecoder(strict=False, parse_int=_whole, parse_constant=lambda _: None)


def load_json(text: str, *, loose: bool = False) -> Any:
    """The value of a JSON text; raw control characters in strings are allowed, NaN and infinity are None.

    With ``loose``, what is nearly JSON is read as it was meant, and several values in a row are a list.

    >>> load_json('{"a": [1, 2,], "b": NaN} // a note', loose=True)
    {'a': [1, 2], 'b': None}

    Raises:
        ValueError: it cannot be read; the message has the place.
        RecursionError: it is nested too deeply.
    """
    if not loose:
        return _DECODER.decode(text)
    text = _unwrapped(text)
    try:
        return _inner(_DECODER.decode(text))
    except ValueError as error:
        fault = error
    for mended in _mended(text):
        try:
            return _inner(_all_values(mended))
        except ValueError:
            continue
    raise fault


def load_value(text: str, at: int) -> tuple[Any, int]:
    """The JSON value that begins at a place in a text, and where it ends.

    Raises:
        json.JSONDecodeError: there is no whole one.
    """
    return _DECODER.raw_decode(text, at)


def _unwrapped(text: str) -> str:
    text = text.lstrip("\ufeff")
    for _ in range(2):
        text = text.strip().rstrip("; \t\r\n")
        opening = _OPENING.match(text)
        text = text[opening.end() :] if opening else text
        text = text[:-_TAIL] + _CLOSING.sub("", text[-_TAIL:])
    return text.strip("; \t\r\n")


def _mended(text: str) -> list[str]:
    """Further readings of a text, the least changed first."""
    tidy = _TOKENS.sub(_tidied, text)
    readings = [text, tidy, _ESCAPE.sub(_escaped, tidy)]
    if "&quot;" in text or "&#34;" in text or "&#034;" in text:
        plain = html.unescape(text)
        readings += [plain, _TOKENS.sub(_tidied, plain)]
    if "<br" in text[:2_000] or "<p>" in text[:2_000]:  # an editor took the block for prose
        bare = re.sub(r"</?(?:br|p)\s*/?>", " ", text)
        readings += [bare, _TOKENS.sub(_tidied, html.unescape(bare))]
    return readings


def _tidied(found: re.Match[str]) -> str:
    return found["string"] or " "


def _escaped(found: re.Match[str]) -> str:
    """A backslash before what JSON does not escape: ``\\'`` is the apostrophe, any other is the backslash itself."""
    if found[1]:
        return found[0]
    return "'" if found[2] == "'" else f"\\\\{found[2] or ''}"


def _all_values(text: str) -> Any:
    """The value, or the list of values that follow one another with nothing but commas and semicolons between."""
    values, at = [], found.end() if (found := _NEXT.match(text)) else 0
    while at < len(text):
        value, at = _DECODER.raw_decode(text, at)
        values.append(value)
        at = found.end() if (found := _NEXT.match(text, at)) else at
    if not values:
        raise ValueError("nothing there")
    return values[0] if len(values) == 1 else values


def _inner(value: Any) -> Any:
    """What a string that is itself a JSON object or list holds."""
    for _ in range(_DEEPEST):
        if not (isinstance(value, str) and value.lstrip()[:1] in {"{", "["}):
            break
        value = _DECODER.decode(value.strip())
    return value
