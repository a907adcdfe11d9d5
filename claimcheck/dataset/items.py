"""One JSON document with a list of objects in it, written and read item by item, each with the line it begins on."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

__all__ = ["BrokenJson", "iter_items", "line_of"]

_BLANK = " \t\n\r"


class BrokenJson(ValueError):
    """Text that is no JSON document of the wanted shape; ``line`` counts from 1."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(f"line {line}: {why}")
        self.line, self.why = line, why


def line_of(text: str, place: int) -> int:
    """The line a place in the text is on, from 1."""
    return text.count("\n", 0, place) + 1


class _Reader:
    """A place in a text, moved over JSON values."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self._decoder = json.JSONDecoder()

    def broken(self, why: str) -> BrokenJson:
        return BrokenJson(line_of(self.text, min(self.at, len(self.text))), why)

    def blank(self) -> None:
        while self.at < len(self.text) and self.text[self.at] in _BLANK:
            self.at += 1

    def see(self, sign: str) -> bool:
        self.blank()
        if self.text.startswith(sign, self.at):
            self.at += 1
            return True
        return False

    def need(self, sign: str, what: str) -> None:
        if not self.see(sign):
            raise self.broken(f"wanted {what}")

    def value(self) -> Any:
        self.blank()
        try:
            found, self.at = self._decoder.raw_decode(self.text, self.at)
        except (ValueError, RecursionError) as error:
            if isinstance(error, json.JSONDecodeError):
                self.at = error.pos
                raise self.broken(f"not JSON ({error.msg})") from None
            raise self.broken("not JSON (nested without end)") from None
        return found


def iter_items(text: str, path: Sequence[str] = ()) -> Iterator[tuple[int, Any]]:
    """The items of the list that stands under these keys, each with the line it begins on.

    >>> list(iter_items('{"a": 1,\\n "b": [2,\\n 3]}', ["b"]))
    [(2, 2), (3, 3)]

    Raises:
        BrokenJson: the text is no JSON, or there is no such list in it.
    """
    reader = _Reader(text)
    yield from _under(reader, tuple(path))
    reader.blank()
    if reader.at < len(text):
        raise reader.broken("more after the end")


def _under(reader: _Reader, path: tuple[str, ...]) -> Iterator[tuple[int, Any]]:
    if not path:
        yield from _listed(reader)
        return
    reader.need("{", f"an object with {path[0]!r}")
    found = False
    if not reader.see("}"):
        while True:
            key = reader.value()
            reader.need(":", "a colon")
            if key == path[0] and not found:
                found = True
                yield from _under(reader, path[1:])
            else:
                reader.value()
            if not reader.see(","):
                break
        reader.need("}", "the end of an object")
    if not found:
        raise reader.broken(f"there is no {path[0]!r}")


def _listed(reader: _Reader) -> Iterator[tuple[int, Any]]:
    reader.need("[", "a list")
    if reader.see("]"):
        return
    line, seen = 1, 0
    while True:
        reader.blank()
        line += reader.text.count("\n", seen, reader.at)
        seen = reader.at
        yield line, reader.value()
        if not reader.see(","):
            break
    reader.need("]", "the end of a list")
