"""A fact-check page's markup → reviews: each ld+json block by itself, so that a broken one loses no other.

What the page says of itself stands in where its markup is silent: its address, language and publisher.
"""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import Any

from claimcheck.records import ClaimReview
from claimcheck.reviews.find import find_claim_reviews
from claimcheck.reviews.given import Given, Rejected
from claimcheck.reviews.objects import reviews_in
from claimcheck.reviews.schema_org import types_of
from claimcheck.reviews.text import clean_url, text_of

__all__ = ["NO_MARKUP", "Page", "read_page", "scan_page"]

NO_MARKUP = "no ClaimReview markup on this page"
"""The reason for a page that is fine but marks up no fact check."""

_WRAPPER = re.compile(r"^\s*(?://)?\s*(?:<!--|<!\[CDATA\[)|(?://)?\s*(?:-->|\]\]>)\s*$")
_HOUSES = frozenset({"organization", "newsmediaorganization"})
_LARGEST_BLOCK = 20_000_000


@dataclass(slots=True)
class Page:
    """What a page's head says, and its ld+json blocks as text with the line each starts on."""

    url: str | None = None
    language: str | None = None
    site: str | None = None
    blocks: list[tuple[int, str]] = field(default_factory=list)
    microdata: bool = False


class _Scanner(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self._block: list[str] | None = None
        self._line = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "claimreview" in given.get("itemtype", "").casefold():
            self.page.microdata = True
        if tag == "script" and "ld+json" in given.get("type", "").casefold():
            self._block, self._line = [], self.getpos()[0]
        elif tag == "html":
            self.page.language = self.page.language or given.get("lang")
        elif tag == "base" or (tag == "link" and given.get("rel", "").casefold() == "canonical"):
            self.page.url = clean_url(given.get("href"), base=self.page.url) or self.page.url
        elif tag == "meta":
            name, content = given.get("property") or given.get("name"), given.get("content")
            if name == "og:url":
                self.page.url = self.page.url or clean_url(content)
            elif name == "og:site_name":
                self.page.site = text_of(content)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self._block = None if tag == "script" else self._block

    def handle_data(self, data: str) -> None:
        if self._block is not None:
            self._block.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._block is not None:
            self.page.blocks.append((self._line, "".join(self._block)))
            self._block = None


def scan_page(text: str) -> Page:
    """What a page's markup says, read without running or rendering anything."""
    scanner = _Scanner()
    scanner.feed(text)
    scanner.close()
    scanner.handle_endtag("script")  # a block that the file's end cut off
    return scanner.page


def read_page(text: str, given: Given) -> Iterator[ClaimReview | Rejected]:
    """The reviews a page marks up, each once; one ``Rejected`` that says so where it marks up none."""
    page = scan_page(text)
    documents: list[tuple[int, Any]] = []
    found = False
    for line, block in page.blocks:
        try:
            documents.append((line, _parse_block(block)))
        except (ValueError, RecursionError) as error:
            if "claimreview" in block.casefold():  # a broken block about something else is nobody's loss
                found = True
                yield Rejected(line, f"an ld+json block that is not JSON ({error})", block.strip())
    given = replace(
        given,
        base=given.base or page.url,
        page_language=given.page_language or page.language,
        house=given.house or _house_of([document for _, document in documents]) or page.site,
    )
    seen: set[str] = set()
    for line, document in documents:
        for outcome in _claim_reviews(document, given):
            found = True
            if isinstance(outcome, Rejected):
                yield replace(outcome, line=line)
            elif outcome.id not in seen:
                seen.add(outcome.id)
                yield outcome
    if not found:
        also = ": it has microdata, which is not read yet" if page.microdata else ""
        yield Rejected(None, NO_MARKUP + also)


def _claim_reviews(document: Any, given: Given) -> Iterator[ClaimReview | Rejected]:
    """Only marked-up reviews: other objects of a page are no flat records to guess at."""
    for obj in find_claim_reviews(document):
        yield from reviews_in(obj, given)


def _parse_block(block: str) -> Any:
    if len(block) > _LARGEST_BLOCK:
        raise ValueError(f"{len(block)} characters long")
    text = _WRAPPER.sub("", _WRAPPER.sub("", block)).strip().rstrip(";")
    try:
        return json.loads(text, strict=False)  # raw control characters are common
    except ValueError:
        if "&quot;" in text:
            return json.loads(html.unescape(text), strict=False)
        raise


def _house_of(documents: list[Any]) -> str | None:
    """The organisation that the page's other objects name as publisher."""
    waiting, nodes, houses = list(reversed(documents)), {}, []
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(reversed(value))
        elif isinstance(value, Mapping):
            if isinstance(value.get("@id"), str) and value.get("name"):
                nodes[value["@id"]] = value
            if isinstance(publisher := value.get("publisher"), Mapping):
                houses.append(publisher)
            waiting.extend(reversed(list(value.values())))
    for house in houses:
        party = house if house.get("name") else nodes.get(house.get("@id"), house)
        if (not types_of(party) or types_of(party) & _HOUSES) and (name := text_of(party.get("name"))):
            return name
    return None
