"""A file, standard input or bytes to an ``Article``: decoded, cut into blocks with roles, its metadata with sources."""

import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import BinaryIO

from claimcheck import records
from claimcheck.article import vocabulary as say
from claimcheck.article.charset import decode_html, looks_like_html
from claimcheck.article.decode import Decoded, decode, find_encoding
from claimcheck.article.facts import date_notes, find_facts, find_language
from claimcheck.article.language import language_code
from claimcheck.article.lines import Kind, Line, find_lines, find_markdown_lines
from claimcheck.article.metadata import Metadata, front_matter, parse_day, read_metadata
from claimcheck.article.zones import find_roles
from claimcheck.errors import (
    ArticleEmpty,
    ArticleIsFolder,
    ArticleMissing,
    ArticleTooLarge,
    ArticleUnreadable,
    HtmlWithoutArticle,
)
from claimcheck.records import CARRIERS, Article, Block, Role, Span

__all__ = ["FILE_LIMIT", "LINE_LIMIT", "TEXT_LIMIT", "parse_article", "read_article"]

FILE_LIMIT = 20_000_000
"""Bytes of a file; pages carry their pictures, so this is more than any text needs."""

TEXT_LIMIT = 6_000_000
"""Code points of an article's text."""

LINE_LIMIT = 20_000
"""Blocks of an article."""

_MEDIA = {".txt": "text/plain", ".text": "text/plain", ".md": "text/markdown", ".markdown": "text/markdown",
          ".html": "text/html", ".htm": "text/html", ".xhtml": "text/html"}  # fmt: skip
_FILLED = re.compile(r"\S[^\r\n]*")  # a line with something on it
_HTML = frozenset(("text/html", "application/xhtml+xml"))


def read_article(
    source: str,
    *,
    stdin: BinaryIO | None = None,
    published: date | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    language: str | None = None,
    encoding: str | None = None,
    sample: bool = False,
) -> Article:
    """The article in a text, Markdown or HTML file, or in standard input for ``-``.

    What a file is follows from its name, and from its beginning where that is HTML. Options stand above what the file
    says itself. See ``parse_article`` for what is promised of the result and for the errors of its content.

    Raises:
        ArticleMissing, ArticleIsFolder, ArticleUnreadable: nothing can be read at the path.
        ArticleTooLarge: there is more than ``FILE_LIMIT``.
    """
    if source == "-":
        data = (stdin or sys.stdin.buffer).read(FILE_LIMIT + 1)
        media_type = None
    else:
        data = _read_file(Path(source))
        media_type = _MEDIA.get(Path(source).suffix.lower())
    if len(data) > FILE_LIMIT:
        raise ArticleTooLarge("standard input" if source == "-" else source, size=None, limit=FILE_LIMIT)
    return parse_article(
        data,
        origin=source,
        media_type=media_type,
        published=published,
        outlet=outlet,
        title=title,
        url=url,
        language=language,
        encoding=encoding,
        sample=sample,
    )


def _read_file(path: Path) -> bytes:
    """A file's bytes, at most one more than the limit."""
    try:
        if path.is_dir():
            raise ArticleIsFolder(str(path))
        with path.open("rb") as file:
            size = path.stat().st_size
            if size > FILE_LIMIT:
                raise ArticleTooLarge(str(path), size=size, limit=FILE_LIMIT)
            return file.read(FILE_LIMIT + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ArticleMissing(str(path)) from error
    except ValueError as error:
        if isinstance(error, ArticleTooLarge):
            raise
        raise ArticleMissing(repr(str(path))) from error  # a name no file can have
    except OSError as error:
        if isinstance(error, ArticleIsFolder):
            raise
        raise ArticleUnreadable(str(path), error.strerror or type(error).__name__) from error


def parse_article(
    data: bytes,
    *,
    origin: str,
    media_type: str | None = None,
    published: date | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    language: str | None = None,
    encoding: str | None = None,
    sample: bool = False,
) -> Article:
    """The article in a file's bytes.

    ``Article.text`` is the decoded file for text and Markdown and our stored text for HTML. Blocks are in text order,
    do not overlap, and have no white space at their ends; every word of the text is in one, but for the marks of
    Markdown. ``sources`` names where each piece of metadata came from.

    >>> article = parse_article(b"Rain in Kiel\\n\\nIt rained for two days.", origin="rain.txt")
    >>> [(block.role.value, article.text[block.span.start : block.span.end]) for block in article.blocks]
    [('headline', 'Rain in Kiel'), ('lead', 'It rained for two days.')]

    Raises:
        ArticleEmpty: there is no text.
        ArticleBinary, Undecodable, EncodingUnknown: the bytes are not text, or not in the encoding named.
        ArticleTooLarge: a text of more than ``TEXT_LIMIT`` or ``LINE_LIMIT``.
        HtmlWithoutArticle: a page without an article's sentences.
        LanguageInvalid: ``language`` is no language code.
    """
    if encoding is not None:
        find_encoding(encoding)
    if language is not None:
        language = language_code(language)
    name = "standard input" if origin == "-" else origin
    if not data.strip():
        raise ArticleEmpty(name)
    decoded, media_type = _decoded(data, media_type, encoding, name)
    if len(decoded.text) > FILE_LIMIT or (media_type not in _HTML and len(decoded.text) > TEXT_LIMIT):
        raise ArticleTooLarge(name, size=len(decoded.text), limit=TEXT_LIMIT, unit="characters")
    notes = [decoded.note] if decoded.note else []
    if media_type in _HTML:
        text, blocks, about, note = _from_html(decoded.text, name)
        notes += [note] if note else []
    else:
        text, blocks, about = _from_text(decoded.text, media_type, name)
    told = {"published": published, "outlet": outlet, "title": title, "url": url}
    facts, sources = find_facts(text, blocks, about, {key: value for key, value in told.items() if value is not None})
    if media_type == "text/markdown" and sources.get("title") == "text":
        facts["title"] = re.sub(r"[*`\\]", "", facts["title"])
    notes += date_notes(text, blocks, about, facts.get("published"))
    spoken, source, doubt = find_language(text, blocks, about.language, language)
    notes += [doubt] if doubt else []
    return Article(
        id=records.article_id(text),
        text=text,
        blocks=tuple(blocks),
        language=spoken,
        origin=origin,
        media_type="text/html" if media_type in _HTML else media_type,
        sources=tuple(sorted({**sources, **({"language": source} if source else {})}.items())),
        notes=tuple(notes),
        sample=sample,
        **facts,
    )


def _decoded(data: bytes, media_type: str | None, encoding: str | None, name: str) -> tuple[Decoded, str]:
    """The text and what it is; HTML is known by its beginning whatever a file is called."""
    if media_type in _HTML:
        return decode_html(data, encoding, origin=name), "text/html"
    decoded = decode(data, encoding, origin=name)
    if looks_like_html(decoded.text):
        return decode_html(data, encoding, origin=name), "text/html"
    return decoded, media_type or "text/plain"


def _limited(count: int, name: str) -> None:
    if count > LINE_LIMIT:
        raise ArticleTooLarge(name, size=count, limit=LINE_LIMIT, unit="lines")


def _credited(text: str, span: Span, role: Role, path: str | None) -> list[Block]:
    """A block, its credit cut off where a caption ends with one or a paragraph does after its last full stop."""
    block = Block(span, role, path)
    if role not in (Role.CAPTION, Role.BODY, Role.LEAD) or span.end - span.start > 2_000:
        return [block]
    part = text[span.start : span.end]
    cut = say.credit_at(part)
    if cut is None or (role is not Role.CAPTION and part[:cut].rstrip()[-1] not in '.!?…”“"»'):
        return [block]
    middle = span.start + len(part[:cut].rstrip())
    return [
        Block(Span(span.start, middle), role, path),
        Block(Span(span.start + cut, span.end), Role.CREDIT, path),
    ]


def _from_text(text: str, media_type: str, name: str) -> tuple[str, list[Block], Metadata]:
    if not text.strip():
        raise ArticleEmpty(name)
    _limited(len(_FILLED.findall(text)), name)
    lines = find_markdown_lines(text) if media_type == "text/markdown" else find_lines(text)
    roles = find_roles(lines)
    blocks: list[Block] = []
    for line, role in zip(lines, roles, strict=True):
        blocks += _credited(text, Span(line.start, line.end), role, None)
    front = lines[0].text if lines and lines[0].kind is Kind.FRONT else ""
    return text, blocks, _told_in_front(front, lines)


def _told_in_front(front: str, lines: Sequence[Line]) -> Metadata:
    """What a Markdown file says about itself: its front matter, and its first heading as its title."""
    said = front_matter(front)
    heading = next((line.text for line in lines if line.kind is Kind.TITLE), None)
    return Metadata(
        title=said.get("title") or heading,
        published=parse_day(said.get("date") or said.get("published") or ""),
        outlet=said.get("outlet") or said.get("publisher"),
        byline=said.get("author") or said.get("byline"),
        url=said.get("url") or said.get("canonical"),
        language=said.get("lang") or said.get("language"),
    )


def _from_html(html: str, name: str) -> tuple[str, list[Block], Metadata, str | None]:
    from claimcheck.article.page import read_page
    from claimcheck.article.roles import find_page_roles

    page = read_page(html)
    if page is None or not page.pieces:
        raise HtmlWithoutArticle(name)
    _limited(len(page.pieces), name)
    if len(page.text) > TEXT_LIMIT:
        raise ArticleTooLarge(name, size=len(page.text), limit=TEXT_LIMIT, unit="characters")
    about = read_metadata(page.root)
    blocks: list[Block] = []
    for piece, role in zip(page.pieces, find_page_roles(page.pieces, about), strict=True):
        start = piece.start + len(piece.text) - len(piece.text.lstrip())
        end = start + len(piece.text.strip())
        blocks += _credited(page.text, Span(start, end), role, piece.place.path)
    if not any(block.role in CARRIERS and block.role not in (Role.HEADLINE, Role.CAPTION) for block in blocks):
        raise HtmlWithoutArticle(name)
    return page.text, blocks, about, page.note
