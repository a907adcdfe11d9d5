"""Plain text and Markdown cut into lines that can hold a role, each an exact stretch of the file.

A line of plain text is one line, or a paragraph where the file is wrapped at a fixed width. In Markdown it is what the
grammar calls a block, without its marks.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

__all__ = ["Kind", "Line", "find_lines", "find_markdown_lines", "front_end", "raw_lines"]

_LINE_END = re.compile(r"\r\n?|\n")
_BULLET = re.compile(r"[•·▪■►▸‣◦*+–—-][ \t\u00a0]+(?=\S)")
_FRONT = re.compile(r"---[ \t]*(?:\r\n?|\n)(?:[^\r\n]*(?:\r\n?|\n)){0,80}?(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)")
_LINK_ONLY = re.compile(r"[\s\W]*\[[^\[\]\n]{1,300}\]\([^()\s]{1,500}(?:\s[^()\n]{0,200})?\)[\s\W]*")
_IMAGE_ONLY = re.compile(r"\s*!\[[^\[\]\n]{0,500}\]\([^()\n]{1,700}\)\s*")
_QUOTE_MARK = re.compile(r"(?:[ \t]{0,3}>[ \t]?)+")
_HEADING_MARK = re.compile(r"[ \t]{0,3}#{1,6}[ \t]+")
_HEADING_END = re.compile(r"[ \t]+#+[ \t]*$")
_ITEM_MARK = re.compile(r"[ \t]*(?:[*+-]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_WRAP_AT_MOST = 120


class Kind(StrEnum):
    """What the notation itself says a line is."""

    TEXT = "text"
    TITLE = "title"  # a first-level heading
    HEADING = "heading"
    BULLET = "bullet"
    QUOTE = "quote"
    HEADER = "header"  # the first row of a table
    ROW = "row"
    LINK = "link"
    FRONT = "front"
    OTHER = "other"  # code, raw HTML, an image


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of the text without white space around it; ``gap`` says whether an empty line stands before it."""

    start: int
    end: int
    text: str
    kind: Kind
    gap: bool


def raw_lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every line, without its end mark."""
    at = 0
    for found in _LINE_END.finditer(text):
        yield at, found.start()
        at = found.end()
    yield at, len(text)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space around it; empty where there is nothing else."""
    part = text[start:end]
    left = len(part) - len(part.lstrip())
    return start + left, start + left + len(part.strip())


def _wrapped(text: str, rows: Sequence[tuple[int, int]]) -> bool:
    """Whether a file is wrapped at a fixed width: its lines break where the next word would not have fit."""
    pairs = [(a, b) for a, b in pairwise(rows) if a[1] > a[0] and b[1] > b[0]]
    width = max((end - start for start, end in rows), default=0)
    if len(pairs) < 3 or not 40 <= width <= _WRAP_AT_MOST:
        return False
    return sum(_full(text, a, b, width) for a, b in pairs) >= 0.75 * len(pairs)


def _full(text: str, row: tuple[int, int], after: tuple[int, int], width: int) -> bool:
    word = text[after[0] : after[1]].split(maxsplit=1)
    return bool(word) and row[1] - row[0] + 1 + len(word[0]) > width - 4


def find_lines(text: str) -> list[Line]:
    """The lines of a plain text that hold more than white space, in order.

    >>> [(each.start, each.end, each.gap) for each in find_lines("One\\r\\n\\r\\n  two \\r\\n")]
    [(0, 3, True), (9, 12, True)]
    """
    rows = [_trimmed(text, start, end) for start, end in raw_lines(text)]
    join = _wrapped(text, rows)
    width = max((end - start for start, end in rows), default=0)
    found: list[Line] = []
    gap, previous = True, (0, 0)
    for start, end in rows:
        if start == end:
            gap = True
            continue
        bullet = _BULLET.match(text, start, end) is not None
        if join and not gap and not bullet and found and _full(text, previous, (start, end), width):
            last = found.pop()
            found.append(Line(last.start, end, text[last.start : end], last.kind, last.gap))
        else:
            found.append(Line(start, end, text[start:end], Kind.BULLET if bullet else Kind.TEXT, gap))
        gap, previous = False, (start, end)
    return found


def _kind_of(token: str, tag: str, inside: Sequence[str]) -> Kind:
    if token == "heading_open":
        return Kind.TITLE if tag == "h1" else Kind.HEADING
    if token in ("fence", "code_block", "html_block"):
        return Kind.OTHER
    if token == "table_open":
        return Kind.ROW
    if "blockquote_open" in inside:
        return Kind.QUOTE
    return Kind.BULLET if "list_item_open" in inside else Kind.TEXT


def _unmarked(text: str, start: int, end: int, kind: Kind) -> tuple[int, int]:
    """The stretch without the marks of its kind at its beginning, and of a heading at its end."""
    start, end = _trimmed(text, start, end)
    marks = {Kind.QUOTE: (_QUOTE_MARK, _ITEM_MARK), Kind.BULLET: (_ITEM_MARK,)}
    for mark in marks.get(kind, (_HEADING_MARK,) if kind in (Kind.TITLE, Kind.HEADING) else ()):
        found = mark.match(text, start, end)
        start = found.end() if found else start
    if kind in (Kind.TITLE, Kind.HEADING):
        closing = _HEADING_END.search(text[max(start, end - 80) : end])
        end -= len(closing.group()) if closing else 0
    return _trimmed(text, start, end)


def front_end(text: str) -> int:
    """Where the front matter of a Markdown text ends; 0 where it has none."""
    front = _FRONT.match(text)
    return front.end() if front else 0


def find_markdown_lines(text: str) -> list[Line]:
    """The blocks of a Markdown text, in order, without their marks; front matter is one line of its own."""
    from markdown_it import MarkdownIt

    found: list[Line] = []
    offset = front_end(text)
    if offset:
        start, end = _trimmed(text, 0, offset)
        found.append(Line(start, end, text[start:end], Kind.FRONT, True))
    rows = [(start + offset, end + offset) for start, end in raw_lines(text[offset:])]
    parser = MarkdownIt("commonmark").enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    inside: list[str] = []
    done = 0  # rows already in a line
    for token in parser.parse(text[offset:]):
        if token.nesting < 0 and inside:
            inside.pop()
        leaf = token.type in ("paragraph_open", "heading_open", "fence", "code_block", "html_block", "table_open")
        if leaf and token.map and token.map[0] >= done:
            first, last = token.map[0], min(token.map[1], len(rows))
            kind = _kind_of(token.type, token.tag, inside)
            if token.type == "heading_open" and token.markup in ("=", "-"):
                last -= 1  # the row under a heading
            single = [(row, row + 1) for row in range(first, last)]
            gap = first == 0 or rows[first - 1][0] == rows[first - 1][1]
            for top, bottom in single if kind in (Kind.QUOTE, Kind.ROW) else [(first, last)]:
                start, end = _unmarked(text, rows[top][0], rows[bottom - 1][1], kind)
                if start < end:
                    sharper = Kind.HEADER if (kind, top) == (Kind.ROW, first) else _sharper(text[start:end], kind)
                    found.append(Line(start, end, text[start:end], sharper, gap))
            done = token.map[1]
        if token.nesting > 0:
            inside.append(token.type)
    return found


def _sharper(text: str, kind: Kind) -> Kind:
    """A paragraph or item that is nothing but a link or an image is that."""
    if kind in (Kind.TEXT, Kind.BULLET) and len(text) < 1_500:
        if _IMAGE_ONLY.fullmatch(text):
            return Kind.OTHER
        if _LINK_ONLY.fullmatch(text):
            return Kind.LINK
    return kind
