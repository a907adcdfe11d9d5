"""A fact-check page's markup → reviews; a broken block loses no other.

What the page says of itself stands in where its markup is silent: its address, language and publisher.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from claimcheck.records import ClaimReview
from claimcheck.reviews.find import find_claim_reviews, objects_in, read_nodes
from claimcheck.reviews.given import Given, Rejected
from claimcheck.reviews.markup import Page, scan_page
from claimcheck.reviews.objects import reviews_of_object
from claimcheck.reviews.schema_org import types_of
from claimcheck.reviews.text import text_of

__all__ = ["NO_MARKUP", "read_page"]

NO_MARKUP = "no ClaimReview markup on this page"
"""The reason for a page that is fine but marks up no fact check."""

_HOUSES = frozenset({"organization", "newsmediaorganization"})


def read_page(text: str, given: Given) -> Iterator[ClaimReview | Rejected]:
    """The reviews a page marks up, each once; one ``Rejected`` that says so where it marks up none."""
    page = scan_page(text)
    found = False
    for block in page.broken:
        found = True
        yield Rejected(block.line, f"an ld+json block that is not JSON ({block.why})", block.raw)
    seen: dict[tuple[str, str], None] = {}
    for outcome in _outcomes(page, given):
        found = True
        if isinstance(outcome, Rejected):
            yield outcome
        elif (key := _same_check(outcome)) not in seen:
            seen[key] = None
            yield outcome
    if not found:
        yield Rejected(None, NO_MARKUP)


def _same_check(review: ClaimReview) -> tuple[str, str]:
    """The same check marked up twice, as microdata and as ld+json, differs in its spelling at most."""
    return "".join(review.claim_reviewed.casefold().split()), (review.url or "").partition("#")[0]


def _outcomes(page: Page, given: Given) -> Iterator[ClaimReview | Rejected]:
    """Only marked-up reviews: other objects of a page are no flat records to guess at."""
    documents = [document for _, document in page.documents]
    given = replace(
        given,
        base=given.base or page.url,
        page_language=given.page_language or page.language,
        house=given.house or _house_of(documents) or page.site,
    )
    nodes = read_nodes(documents)
    for line, document in page.documents:
        for obj in find_claim_reviews(document, nodes=nodes):
            whole = page.url is None or any(obj.get(key) for key in ("url", "mainEntityOfPage"))
            yield from reviews_of_object(obj if whole else {**obj, "url": page.url}, given, line=line)


def _house_of(documents: list[Any]) -> str | None:
    """The organisation that the page's other objects name as publisher."""
    nodes, houses = {}, []
    for value in objects_in(documents):
        if isinstance(value.get("@id"), str) and value.get("name"):
            nodes[value["@id"]] = value
        if isinstance(publisher := value.get("publisher"), Mapping):
            houses.append(publisher)
    for house in houses:
        party = house if house.get("name") else nodes.get(house.get("@id"), house)
        if (not types_of(party) or types_of(party) & _HOUSES) and (name := text_of(party.get("name"))):
            return name
    return None
