"""Bytes to an ``Article``: decoded, cut into blocks with roles, its metadata with sources."""

import re
from collections.abc import Sequence
from datetime import date

from claimcheck import records
from claimcheck.article import vocabulary as say
from claimcheck.article.charset import decode_declared, decode_html, looks_like_html
from claimcheck.article.days import parse_day
from claimcheck.article.decode import Decoded, decode, find_encoding
from claimcheck.article.facts import date_notes, find_facts, find_language
from claimcheck.article.language import language_code
from claimcheck.article.lines import Kind, Line, find_line_roles, find_lines, find_markdown_lines
from claimcheck.article.metadata import Metadata, front_matter, read_metadata
from claimcheck.article.updates import date_updates
from claimcheck.errors import (
    ArticleEmpty,
    ArticleTooLarge,
    HtmlWithoutArticle,
)
from claimcheck.records import CARRIERS, Article, Block, Role, Span

__all__ = ["FILE_LIMIT", "LINE_LIMIT", "TEXT_LIMIT", "parse_article"]

FILE_LIMIT = 20_000_000
"""Bytes of a file; pages carry their pictures, so this is more than any text needs."""

TEXT_LIMIT = 6_000_000
"""Code points of an article's text."""

LINE_LIMIT = 20_000
"""Blocks of an article."""

_FILLED = re.compile(r"\S[^\r\n]*")  # a line with something on it
_HTML = frozenset(("text/html", "application/xhtml+xml"))


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
    charset: str | None = None,
    address: str | None = None,
    sample: bool = False,
) -> Article:
    """The article in a file's bytes.

    ``encoding`` is what a person says and must fit; ``charset`` what a server said, passed over where the bytes say
    otherwise. ``address`` is where the bytes were fetched from: the URL, unless ``url`` says another.

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
    decoded, media_type = _decoded(data, media_type, encoding or charset, name, told=encoding is not None)
    if len(decoded.text) > FILE_LIMIT or (media_type not in _HTML and len(decoded.text) > TEXT_LIMIT):
        raise ArticleTooLarge(name, size=len(decoded.text), limit=TEXT_LIMIT, unit="characters")
    notes = [decoded.note] if decoded.note else []
    if media_type in _HTML:
        text, blocks, about, moments, note = _from_html(decoded.text, name)
        notes += [note] if note else []
    else:
        text, blocks, about = _from_text(decoded.text, media_type, name)
        moments = {}
    told = {"published": published, "outlet": outlet, "title": title, "url": url}
    facts, sources = find_facts(text, blocks, about, {key: value for key, value in told.items() if value is not None})
    if address is not None and url is None:
        facts["url"], sources["url"] = address, "fetched"
    if media_type == "text/markdown" and sources.get("title") == "text":
        facts["title"] = re.sub(r"[*`\\]", "", facts["title"])
    blocks = date_updates(text, blocks, moments, facts.get("published"), None if published else about.modified)
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


def _decoded(
    data: bytes, media_type: str | None, encoding: str | None, name: str, *, told: bool
) -> tuple[Decoded, str]:
    """The text and what it is; HTML is known by its beginning whatever a file is called."""

    def as_html() -> Decoded:
        if encoding is None or told:
            return decode_html(data, encoding, origin=name)
        return decode_declared(data, encoding, origin=name)

    if media_type in _HTML:
        return as_html(), "text/html"
    decoded = decode(data, encoding if told else None, origin=name)
    if looks_like_html(decoded.text):
        return as_html(), "text/html"
    if encoding is not None and not told and decoded.encoding != "utf-8":
        decoded = decode_declared(data, encoding, origin=name)
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
    roles = find_line_roles(lines)
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


def _from_html(html: str, name: str) -> tuple[str, list[Block], Metadata, dict[int, str], str | None]:
    """A page's text, blocks and metadata, its machine-readable moments by their block's start, and a doubt."""
    from claimcheck.article.page import find_page_roles, read_page

    page = read_page(html)
    if page is None or not page.pieces:
        raise HtmlWithoutArticle(name)
    _limited(len(page.pieces), name)
    if len(page.text) > TEXT_LIMIT:
        raise ArticleTooLarge(name, size=len(page.text), limit=TEXT_LIMIT, unit="characters")
    about = read_metadata(page.root)
    blocks: list[Block] = []
    moments: dict[int, str] = {}
    for piece, role in zip(page.pieces, find_page_roles(page.pieces, about), strict=True):
        start = piece.start + len(piece.text) - len(piece.text.lstrip())
        end = start + len(piece.text.strip())
        blocks += _credited(page.text, Span(start, end), role, piece.place.path)
        if piece.moment:
            moments[start] = piece.moment
    if not any(block.role in CARRIERS and block.role not in (Role.HEADLINE, Role.CAPTION) for block in blocks):
        raise HtmlWithoutArticle(name)
    return page.text, blocks, about, moments, page.note
