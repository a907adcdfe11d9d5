"""An HTML page as text and blocks: our own walk over every visible text node, so that nothing is lost.

Inline elements join without a gap, blocks stand apart by an empty line, white space collapses as HTML says. Soft
hyphens and no-break spaces stay. What the page does not show (scripts, templates, hidden elements) is left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from claimcheck.article.page.parser import parse_tree

__all__ = ["Page", "Piece", "Place", "read_page"]

_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins", "del",
    "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
    "wbr", "ruby", "rb", "rt", "rp", "output", "meter", "slot",
))  # fmt: skip
_SKIP = frozenset((
    "script", "style", "template", "noscript", "head", "title", "svg", "math", "object", "embed", "iframe", "canvas",
    "audio", "video", "datalist",
))  # fmt: skip
_HIDDEN_STYLE = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_UNSEEN = frozenset(
    ("sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screenreader", "a11y-hidden")
)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_BREAKS = re.compile(r"\n(?:[ \n]*\n)+")
_SEEN = re.compile(r"[^\s\u00ad\u200b-\u200f\u2060\ufeff]")
_PATH_DEPTH = 120


@dataclass(slots=True)
class Place:
    """An element on the way to a text: what roles are read from."""

    parent: "Place | None"
    tag: str
    path: str
    depth: int
    words: str  # class, id, role and the like, lower case, blanks around
    count: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Piece:
    """One block of text as found, without a role yet; ``linked`` counts its characters inside links."""

    text: str
    place: Place
    linked: int
    strong: bool  # all of it is bold or a link's heading
    start: int = 0
    moment: str | None = None  # what a ``time`` element in it, or metadata before it, says for machines

    @property
    def link_share(self) -> float:
        """Share of the text inside links, in [0, 1]."""
        return self.linked / len(self.text)


@dataclass(frozen=True, slots=True)
class Page:
    """The stored text with the pieces it was joined from, and the tree for its metadata."""

    text: str
    pieces: tuple[Piece, ...]
    root: Any
    note: str | None = None


def _words(element: Any, tag: str) -> str:
    get = element.get
    found = [
        get(name) for name in ("class", "id", "role", "itemprop", "data-component", "data-testid", "rel", "aria-label")
    ]
    return f" {tag} {' '.join(value for value in found if value)[:600].lower()} "


def _hidden(element: Any, tag: str) -> bool:
    get = element.get
    hidden = get("hidden")
    if hidden is not None and hidden.lower() != "until-found":
        return True
    style = get("style")
    if style and _HIDDEN_STYLE.search(style[:2000]):
        return True
    if tag == "dialog" and get("open") is None:
        return True
    names = get("class")
    if names and not _UNSEEN.isdisjoint(names.lower().split()):
        return True
    return bool(get("aria-hidden") == "true" and tag == "i")


class _Walk:
    """Gathers text into pieces; a piece ends wherever a block begins or ends."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._parts: list[str] = []
        self._linked = 0
        self._loose = self._bold = 0  # characters that are not bold, and that are
        self._links = self._bolds = self._pre = 0
        self._moment: str | None = None

    def moment(self, said: str | None) -> None:
        """Keep the first moment told since the last piece."""
        if said and self._moment is None:
            self._moment = said[:60]

    def text(self, text: str | None) -> None:
        if not text:
            return
        if not self._pre:
            text = _SPACE.sub(" ", text)
        self._parts.append(text)
        size = len(text.strip())
        if self._links:
            self._linked += size
        if self._bolds:
            self._bold += size
        else:
            self._loose += size

    def text_break(self, block: Place) -> None:
        """A line break: behind words in bold alone it ends a piece, such as the question of an interview."""
        if self._bold and not (self._loose or self._bolds):
            self.flush(block)
        else:
            self._parts.append("\n")

    def flush(self, place: Place) -> None:
        if not self._parts:
            return
        joined = "".join(self._parts)
        linked, loose = self._linked, self._loose
        self._parts, self._linked, self._loose, self._bold = [], 0, 0, 0
        if not self._pre:
            joined = re.sub(r" *\n *", "\n", re.sub(r"  +", " ", joined))
        for part in _BREAKS.split(joined):
            text = part.strip(" \t\n\r\f")
            if _SEEN.search(text):
                share = round(linked * len(part) / len(joined))
                piece = Piece(text, place, min(share, len(text)), loose == 0, moment=self._moment)
                self.pieces.append(piece)
                self._moment = None

    def enter(self, tag: str, block: Place) -> None:
        if tag not in _INLINE:
            self.flush(block)
        self._links += tag == "a"
        self._bolds += tag in ("b", "strong")
        self._pre += tag in ("pre", "textarea")

    def leave(self, tag: str, block: Place) -> None:
        if tag not in _INLINE:
            self.flush(block)
        self._links -= tag == "a"
        self._bolds -= tag in ("b", "strong")
        self._pre -= tag in ("pre", "textarea")


def _step(element: Any, tag: str, parent: Place | None) -> Place:
    if parent is None:
        return Place(None, tag, f"/{tag}", 0, _words(element, tag))
    path = f"{parent.path}/{tag}[{parent.count[tag]}]" if parent.depth < _PATH_DEPTH else parent.path
    return Place(parent, tag, path, parent.depth + 1, _words(element, tag))


def _pieces(root: Any) -> list[Piece]:
    """Every visible text below ``root`` in document order, without recursion: pages nest as deep as they like."""
    walk = _Walk()
    top = _step(root, root.tag, None)
    stack: list[tuple[Any, str, Place, Place, Iterator[Any]]] = [(root, root.tag, top, top, iter(root))]
    walk.text(root.text)
    while stack:
        element, tag, place, block, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            walk.leave(tag, block)
            if stack:
                walk.text(element.tail)
            continue
        name = child.tag if isinstance(child.tag, str) else ""
        if name:
            place.count[name] = place.count.get(name, 0) + 1
        if name == "meta" and (child.get("itemprop") or "").lower() == "datepublished":
            walk.moment(child.get("content"))
        if not name or name in _SKIP or _hidden(child, name):
            if name and name not in _INLINE:
                walk.flush(block)
            walk.text(child.tail)
            continue
        if name == "br":
            walk.text_break(block)
            walk.text(child.tail)
            continue
        if name == "time":
            walk.moment(child.get("datetime"))
        below = _step(child, name, place)
        walk.enter(name, block)
        stack.append((child, name, below, block if name in _INLINE else below, iter(child)))
        walk.text(child.text)
    walk.flush(top)
    return walk.pieces


def read_page(html: str) -> Page | None:
    """The page's stored text and pieces; None where the HTML holds no element at all.

    Every piece's text is ``page.text[piece.start : piece.start + len(piece.text)]``.
    """
    parsed = parse_tree(html)
    if parsed is None:
        return None
    root, deep = parsed
    pieces = _pieces(root)
    at = 0
    for piece in pieces:
        piece.start = at
        at += len(piece.text) + 2
    note = "the page nests too deep to be read whole: text may be missing" if deep else None
    return Page("\n\n".join(piece.text for piece in pieces), tuple(pieces), root, note)
