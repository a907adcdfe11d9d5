"""What a page says of itself and marks up: its head, its ld+json blocks, its microdata and RDFa; nothing is run."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from claimcheck.reviews.loose_json import load_json
from claimcheck.reviews.scripts import carries_data, script_documents
from claimcheck.reviews.text import clean_url, text_of

__all__ = ["Broken", "Page", "mentions_review", "scan_page"]

_LARGEST_BLOCK = 20_000_000
_MENTION = re.compile(r"claim-?_?review", re.IGNORECASE)
_QUOTED = r"(?:[^<>\"']|\"[^\"<]*+\"|'[^'<]*+')*+"  # attributes, where a quoted one may have a ">"
# Whatever does not end goes on to the end of the page, so that no part of it is looked at twice.
_PARTS = re.compile(
    r"<!--(?:[^-]|-(?!->))*+(?:-->|\Z)"
    rf"|<script\b(?P<kind>{_QUOTED}|[^<>]*+)>(?P<block>(?:[^<]|<(?!/script))*+)(?:</script|\Z)"
    rf"|<(?P<tag>html|base|link|meta)\b(?P<said>{_QUOTED}|[^<>]*+)>",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"(?<![\w:-])([\w:-]++)\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_SCOPED = re.compile(r"\bitemtype\s*=|\btypeof\s*=", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Broken:
    """An ld+json block about a ClaimReview that cannot be read: its line, why, and how it begins."""

    line: int
    why: str
    raw: str


@dataclass(slots=True)
class Page:
    """What a page's head says, and what it marks up: each document with the line it starts on, in page order."""

    url: str | None = None
    language: str | None = None
    site: str | None = None
    documents: list[tuple[int, Any]] = field(default_factory=list)
    broken: list[Broken] = field(default_factory=list)


def mentions_review(text: str) -> bool:
    """Whether a text could hold a ClaimReview at all."""
    return _MENTION.search(text) is not None


def scan_page(text: str) -> Page:
    """What a page or a fragment of one says, each block by itself: a broken one loses no other.

    A block that says nothing of a ClaimReview may be broken; it is then left out. The data that a page's own script
    would have drawn is looked at only where no block has a ClaimReview.
    """
    page, told = Page(), list[tuple[str, dict[str, str]]]()
    data, scripts = list[tuple[int, str]](), list[tuple[int, str]]()
    marked = False
    for line, found in _parts(text):
        if found["tag"]:
            told.append((found["tag"].lower(), _attributes(found["said"])))
            continue
        kind, block = _attributes(found["kind"]).get("type", "").casefold(), found["block"]
        if "ld+json" in kind:
            _read_block(line, block, page)
            marked = marked or mentions_review(block)
        elif "json" in kind and mentions_review(block):
            data.append((line, block))
        elif ("script" in kind or kind in {"", "module"}) and carries_data(block):
            scripts.append((line, block))
    _read_head(told, page)
    if _SCOPED.search(text) and mentions_review(text):
        from claimcheck.reviews.items import marked_items

        page.documents.extend(marked_items(text))
        marked = marked or any(mentions_review(str(item.get("@type"))) for _, item in page.documents if item)
    if not marked:
        for line, block in data:
            _read_block(line, block, page)
        if scripts and not data:
            line = next((line for line, block in scripts if mentions_review(block)), scripts[0][0])
            page.documents.extend((line, each) for each in script_documents(block for _, block in scripts))
    return page


def _parts(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    line, at = 1, 0
    for found in _PARTS.finditer(text):
        if found["tag"] or found["kind"] is not None:
            line += text.count("\n", at, found.start())
            at = found.start()
            yield line, found


def _attributes(text: str) -> dict[str, str]:
    return {
        found[1].lower(): html.unescape(found[2] or found[3] or found[4] or "")
        for found in _ATTRIBUTE.finditer(text[:4_000])
    }


def _read_head(told: list[tuple[str, dict[str, str]]], page: Page) -> None:
    base = next((clean_url(said.get("href")) for tag, said in told if tag == "base"), None)
    for tag, said in told:
        name, content = said.get("property") or said.get("name"), said.get("content")
        if tag == "html":
            page.language = page.language or said.get("lang") or said.get("xml:lang")
        elif tag == "link" and said.get("rel", "").casefold() == "canonical":
            page.url = clean_url(said.get("href"), base=page.url or base) or page.url
        elif name == "og:url":
            page.url = page.url or clean_url(content, base=base)
        elif name == "og:site_name":
            page.site = page.site or text_of(content)
        elif name == "og:locale":
            page.language = page.language or content
    page.url = page.url or base


def _read_block(line: int, block: str, page: Page) -> None:
    try:
        if len(block) > _LARGEST_BLOCK:
            raise ValueError(f"{len(block)} characters long")
        page.documents.append((line, load_json(block, loose=True)))
    except (ValueError, RecursionError) as error:
        if mentions_review(block):
            page.broken.append(Broken(line, str(error) or "nested too deeply", block.strip()))
