"""RSS and Atom feeds: the reviews that their entries' own text marks up; an entry that marks up none says so."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from claimcheck.errors import ReviewFileUnreadable
from claimcheck.records import ClaimReview
from claimcheck.reviews.dates import parse_date
from claimcheck.reviews.given import Given, Rejected
from claimcheck.reviews.markup import mentions_review
from claimcheck.reviews.objects import reviews_in

__all__ = ["NO_ENTRY", "read_feed"]

NO_ENTRY = "no ClaimReview markup in this feed entry: give the page it links to"
_TEXTS = frozenset({"encoded", "content", "description", "summary"})
_DATES = frozenset({"pubdate", "published", "updated", "date"})


def read_feed(data: bytes, given: Given, *, path: str) -> Iterator[ClaimReview | Rejected]:
    """The reviews of an RSS or Atom feed; nothing where it has no entry.

    No entity is expanded and nothing is fetched.

    Raises:
        ReviewFileUnreadable: it is no readable XML.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        why = str(error).splitlines()[0][:120] if str(error) else "nothing there"
        raise ReviewFileUnreadable(path, f"is no readable XML ({why})", "fetch it again") from None
    for entry in root.iter() if root is not None else ():
        if _name(entry) in {"item", "entry"}:
            yield from _reviews_of(entry, given)


def _name(element: Any) -> str:
    """A tag without its namespace; empty for a comment, whose tag is no text."""
    return str(element.tag).rsplit("}", 1)[-1].casefold() if isinstance(element.tag, str) else ""


def _reviews_of(entry: Any, given: Given) -> Iterator[ClaimReview | Rejected]:
    texts, link, day = [], None, None
    for child in entry:
        name = _name(child)
        if name == "link" and child.get("rel", "alternate") == "alternate":
            link = link or child.get("href") or (child.text or "").strip() or None
        elif name in _DATES:
            day = day or child.text
        elif name in _TEXTS:
            texts.append("".join(child.itertext()) if not len(child) else _inner(child))
    found = False
    for text in texts:
        if mentions_review(text):
            document = {"content": text, "link": link} if link else {"content": text}
            for outcome in reviews_in(document, given):
                found = True
                if isinstance(outcome, Rejected):
                    yield replace(outcome, line=entry.sourceline)
                else:  # what its entry says of it stands in; the id rests on the address, or on what the check says
                    dated = outcome.date_published is not None or not outcome.url
                    yield outcome if dated else replace(outcome, date_published=parse_date(day))
    if not found:
        yield Rejected(entry.sourceline, NO_ENTRY, link or "")


def _inner(element: Any) -> str:
    from lxml import etree

    return etree.tostring(element, encoding="unicode")
