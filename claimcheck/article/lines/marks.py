"""What Markdown writes inside a line to mark its words, **bold** or [a link](address): hidden, and no letter moves."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimcheck.article.lines.cut import front_end, raw_lines
from claimcheck.records import Article

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["HIDDEN", "hide_marks", "read_over", "seen_text"]

HIDDEN = "\u00ad"  # a soft hyphen: no reader sees one, and the splitter reads over it

_MARK = re.compile(r"[*_`\[~<&\\]")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\]:?")
_BREAK = re.compile(r"<br[ /]*>", re.IGNORECASE)
_LONGEST_LINK = 2_000


class _AstrayError(Exception):
    """What the grammar read does not stand where it should: the line keeps its marks."""


def seen_text(article: Article) -> str:
    """The text of an article, as long as it is, with the marks of Markdown hidden: what stands where stays so."""
    return hide_marks(article.text) if article.media_type == "text/markdown" else article.text


def read_over(text: str, start: int, end: int) -> tuple[str, list[int]]:
    """The text between two places without what is hidden, and where each of its letters stands, then where it ends.

    >>> read_over("The n\u00adew bridge", 4, 8)
    ('new', [4, 6, 7, 8])
    """
    places = [at for at in range(start, end) if text[at] != HIDDEN]
    return "".join(text[at] for at in places), [*places, end]


def hide_marks(text: str) -> str:
    """A Markdown text of the same length with a soft hyphen for every character that only marks others.

    What is struck out, images and numbers of footnotes are hidden whole; of a link its words stay. A star between two
    letters stays ("Schüler*innen"), and so does everything in code blocks and front matter.

    >>> hide_marks("The **new** [bridge](https://a.example).").replace(HIDDEN, "")
    'The new bridge.'
    """
    offset = front_end(text)
    if not _MARK.search(text, offset):
        return text
    from markdown_it import MarkdownIt

    rows = [(start + offset, end + offset) for start, end in raw_lines(text[offset:])]
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.core.ruler.enableOnly(["normalize", "block", "inline"])
    shown = list(text)
    done = 0
    for token in parser.parse(text[offset:]):
        if token.type != "inline" or not token.map or not token.children:
            continue
        done = max(done, rows[token.map[0]][0])
        end = rows[min(token.map[1], len(rows)) - 1][1]
        places: list[int] = []
        for line in token.content.split("\n"):
            at = text.find(line, done, end)
            if at < 0:
                break
            places += [*range(at, at + len(line)), at + len(line)]
            done = at + len(line)
        else:
            for a, b, seen in _marks(token.content, token.children):
                for place in places[a:b]:
                    shown[place] = seen
    return "".join(shown)


def _marks(line: str, parts: Sequence["Token"]) -> list[tuple[int, int, str]]:
    """Stretches of a block's words that are to be hidden, and what is seen there instead."""
    try:
        found = list(_read(line, parts))
    except _AstrayError:
        return []
    return found + [(each.start(), each.end(), HIDDEN) for each in _FOOTNOTE.finditer(line)]


def _read(line: str, parts: Sequence["Token"]) -> Iterator[tuple[int, int, str]]:
    at = 0
    struck: int | None = None
    addressed: list[bool] = []  # whether each open link has an address behind its words
    for part in parts:
        before = at
        match part.type:
            case "softbreak" | "hardbreak":
                at = _behind("\n", line, line.find("\n", at))
                continue
            case "text":
                at = _behind(part.content, line, at)
                continue
            case "text_special":
                at = _behind(part.markup, line, at)
                if part.markup[0] == "\\" or part.markup == "&amp;":
                    kept = before + (part.markup[0] == "\\")
                    yield before, kept, HIDDEN
                    yield kept + 1, at, HIDDEN
                continue
            case "code_inline":
                inside = line.find(part.content, _behind(part.markup, line, at))
                yield before, inside, HIDDEN
                before = inside + len(part.content)
                at = _behind(part.markup, line, line.find(part.markup, before))
            case "html_inline":
                at = _behind(part.content, line, at)
                yield before, at, " " if _BREAK.fullmatch(part.content) else HIDDEN
                continue
            case "image":
                at = _link_end(line, _matching(line, _behind("![", line, at) - 1))
            case "link_open":
                addressed.append(part.markup != "autolink")
                at = _behind("[" if addressed[-1] else "<", line, at)
            case "link_close":
                at = _link_end(line, at) if addressed.pop() else _behind(">", line, at)
            case _:
                at = _behind(part.markup, line, at)
                if part.type == "s_open":
                    struck = before
                elif part.type == "s_close" and struck is not None:
                    before = struck
                if part.markup == "*" and line[before - 1 : before].isalpha() and line[at : at + 1].isalpha():
                    continue
        yield before, at, HIDDEN


def _behind(mark: str, line: str, at: int) -> int:
    """The place behind a mark that stands at ``at``."""
    if at < 0 or not line.startswith(mark, at):
        raise _AstrayError
    return at + len(mark)


def _matching(line: str, at: int) -> int:
    """The place of the bracket that closes the one at ``at``."""
    pair = {"[": "]", "(": ")"}
    opens, closes, depth = line[at], pair[line[at]], 0
    for place in range(at, min(len(line), at + _LONGEST_LINK)):
        if line[place] == "\\" or line[place - 1 : place] == "\\":
            continue
        depth += (line[place] == opens) - (line[place] == closes)
        if depth == 0:
            return place
    raise _AstrayError


def _link_end(line: str, at: int) -> int:
    """Where a link or an image ends whose words end with the bracket at ``at``."""
    behind = _behind("]", line, at)
    return _matching(line, behind) + 1 if line[behind : behind + 1] in {"(", "["} else behind
