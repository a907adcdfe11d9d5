"""A JSON document too large to hold: its list's elements one by one, each read whole, the rest of it never."""

import codecs
import json
from collections.abc import Iterator
from typing import IO, Any

from claimcheck.reviews.loose_json import load_value
from claimcheck.reviews.markup import mentions_review

__all__ = ["Elements"]

_LISTS = frozenset(
    {"dataFeedElement", "claims", "data", "items", "itemListElement", "results", "reviews", "claimReviews"}
)
_CHUNK = 1 << 20
_LARGEST = 64_000_000  # characters of one element
_SPACE = " \t\r\n"


class Elements:
    """The elements of a document that is a list, or of the lists under a feed's names; its other values whole
    where they may hold a check.

    Iterating raises ``json.JSONDecodeError`` where the document is broken, with the place in the file.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        stream.seek(0)
        self._stream, self._decode = stream, codecs.getincrementaldecoder("utf-8")().decode
        self._text, self._at, self._line = "", 0, 1
        self._ended = False

    def __iter__(self) -> Iterator[Any]:
        """Each element, in order."""
        if self._next() == "\ufeff":
            self._at += 1
        if self._next() == "[":
            yield from self._list()
            return
        self._take("{")
        while self._next() != "}":
            name = self._value()
            self._take(":")
            if name in _LISTS and self._next() == "[":
                yield from self._list()
            else:
                other = self._value()
                if isinstance(other, (list, dict)) and mentions_review(str(other)):
                    yield other
            if self._next() != ",":
                break
            self._at += 1
        self._take("}")

    def _list(self) -> Iterator[Any]:
        self._take("[")
        while self._next() != "]":
            yield self._value()
            if self._next() != ",":
                break
            self._at += 1
        self._take("]")

    def _value(self) -> Any:
        """The value that begins here, with as much more of the file as it takes."""
        self._next()
        size = _CHUNK
        while True:
            try:
                value, end = load_value(self._text, self._at)
            except json.JSONDecodeError as error:
                if self._ended or len(self._text) - self._at > _LARGEST:
                    raise self._placed(error.msg, error.pos) from None
            else:
                if end < len(self._text) or self._ended:  # at the end of what was read, a number may go on
                    self._at = end
                    return value
            self._fill(size)
            size *= 2

    def _next(self) -> str:
        """The next character that is no space; empty at the end."""
        while True:
            while self._at < len(self._text):
                if self._text[self._at] not in _SPACE:
                    return self._text[self._at]
                self._at += 1
            if self._ended:
                return ""
            self._fill(_CHUNK)

    def _take(self, wanted: str) -> None:
        if self._next() != wanted:
            raise self._placed(f"Expecting {wanted!r}", self._at)
        self._at += 1

    def _fill(self, size: int) -> None:
        self._line += self._text.count("\n", 0, self._at)
        data = self._stream.read(size)
        self._ended = not data
        self._text = self._text[self._at :] + self._decode(data, final=self._ended)
        self._at = 0

    def _placed(self, why: str, at: int) -> json.JSONDecodeError:
        error = json.JSONDecodeError(why, self._text, at)
        error.lineno += self._line - 1
        return error
