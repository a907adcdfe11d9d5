"""Where ClaimReview objects hide in JSON: bare, in lists, graphs and feeds, in other objects, in other APIs' words."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from claimcheck.reviews.loose_json import load_json
from claimcheck.reviews.markup import mentions_review, scan_page
from claimcheck.reviews.schema_org import is_claim_review, types_of
from claimcheck.reviews.text import clean_url

__all__ = ["Nodes", "find_claim_reviews", "objects_in", "read_nodes"]

Nodes = Mapping[str, Mapping[str, Any]]

_REFERRED = ("author", "publisher", "itemReviewed", "reviewRating", "creator")
_PLACES = frozenset({"datafeeditem", "webpage", "listitem"})  # besides articles: whose address is the check's
_PAGES = ("content_html", "html", "body")  # where a record beside its address has a page, as in a JSON feed
_LARGEST_TEXT = 20_000_000
_DEEPEST = 3  # documents in strings of documents in strings


def find_claim_reviews(document: Any, *, nodes: Nodes | None = None) -> Iterator[Mapping[str, Any]]:
    """Every ClaimReview object in a JSON value, in document order, whatever it is wrapped in.

    References by ``@id`` to another node of the document, or to one of ``nodes``, are followed. A string that holds a
    document or a page is looked into. A check without an address has that of the page or feed entry it stands in. The
    answers of Google's Fact Check Tools API and of Science Feedback become objects of the same form.

    >>> feed = {"dataFeedElement": [{"item": [{"@type": "ClaimReview", "claimReviewed": "A"}]}, {"item": None}]}
    >>> [found["claimReviewed"] for found in find_claim_reviews(feed)]
    ['A']
    """
    waiting: list[tuple[Any, Any, int]] = [(document, None, 0)]
    while waiting:
        value, place, depth = waiting.pop()
        if isinstance(value, list):
            waiting.extend((each, place, depth) for each in reversed(value))
        elif isinstance(value, str):
            if depth < _DEEPEST and len(value) < _LARGEST_TEXT and mentions_review(value):
                documents, here = _documents_of(value)
                waiting.extend((each, here or place, depth + 1) for each in reversed(documents))
        elif isinstance(value, Mapping):
            answers = value.get("claimReview")
            if isinstance(answers, Mapping) and _is_answer(answers):
                answers = [answers]
            if isinstance(answers, list) and ("text" in value or any(_is_answer(each) for each in answers)):
                yield from _from_google(value, answers)
            elif isinstance(value.get("reviews"), list) and "claimReviewed" in value:
                yield from _from_appearance(value)
            elif is_claim_review(value):
                if _has_reference(value):
                    nodes = read_nodes([document]) if nodes is None else nodes
                    value = _resolved(value, nodes)
                yield _placed(value, place)
            else:
                here = _address_of(value) or place
                parts = _with_their_claim(value) if "review" in value and "claim" in types_of(value) else value
                waiting.extend((each, here, depth) for each in reversed(list(parts.values())))


def _with_their_claim(claim: Mapping[str, Any]) -> Mapping[str, Any]:
    """A Claim whose reviews stand in it, each of them given that claim where it names none."""
    reviews = claim["review"] if isinstance(claim["review"], list) else [claim["review"]]
    itself = {name: value for name, value in claim.items() if name != "review"}
    itself = {**itself, "text": claim.get("text") or claim.get("name")}
    given = [
        {**each, "itemReviewed": itself} if isinstance(each, Mapping) and not each.get("itemReviewed") else each
        for each in reviews
    ]
    return {**claim, "review": given}


def _placed(obj: Mapping[str, Any], place: Any) -> Mapping[str, Any]:
    """A check with the address it stands at, where it names none or only a part of one."""
    if not isinstance(place, str):
        return obj
    address = obj.get("url")
    if isinstance(address, str) and address.startswith(("/", "#", "?")):
        return {**obj, "url": clean_url(address, base=place) or address}
    return obj if address or obj.get("mainEntityOfPage") else {**obj, "url": place}


def _documents_of(text: str) -> tuple[list[Any], str | None]:
    """The documents that a string holds, JSON written into JSON or a piece of a page, and the page's address."""
    start = text.lstrip()[:1]
    if start in {"{", "[", '"'}:
        try:
            return [load_json(text, loose=True)], None
        except (ValueError, RecursionError):
            return [], None
    if "<" not in text:
        return [], None
    page = scan_page(text)
    return [document for _, document in page.documents], page.url


def _address_of(value: Mapping[str, Any]) -> Any:
    """The address of what may hold a check: an article, a page, an entry of a feed; WordPress calls it a link."""
    kinds = types_of(value)
    if any(kind.endswith(("article", "posting")) for kind in kinds) or kinds & _PLACES:
        return value.get("url")
    if "content" in value and isinstance(value.get("link"), str):
        return value["link"]
    if any(isinstance(value.get(name), str) for name in _PAGES) and isinstance(value.get("url"), str):
        return value["url"]
    return None


def _is_reference(value: Any) -> bool:
    return isinstance(value, Mapping) and "@id" in value and not value.keys() - {"@id", "@type"}


def _has_reference(obj: Mapping[str, Any]) -> bool:
    for name in _REFERRED:
        value = obj.get(name)
        for each in value if isinstance(value, list) else [value]:
            if _is_reference(each) or (isinstance(each, Mapping) and any(map(_is_reference, each.values()))):
                return True
    return False


def objects_in(documents: Iterable[Any]) -> Iterator[Mapping[str, Any]]:
    """Every object in these documents, in document order, an outer one before those in it."""
    waiting = [*documents][::-1]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(reversed(value))
        elif isinstance(value, Mapping):
            yield value
            waiting.extend(reversed(list(value.values())))


def read_nodes(documents: Iterable[Any]) -> Nodes:
    """Nodes of these documents that say more than their ``@id``, by it; of equal ones the first."""
    found: dict[str, Mapping[str, Any]] = {}
    for value in objects_in(documents):
        if isinstance(value.get("@id"), str) and not _is_reference(value):
            found.setdefault(value["@id"], value)
    return found


def _resolved(obj: Mapping[str, Any], nodes: Nodes, depth: int = 0) -> Mapping[str, Any]:
    def follow(value: Any) -> Any:
        if isinstance(value, list):
            return [follow(each) for each in value]
        if not isinstance(value, Mapping):
            return value
        found = nodes.get(str(value["@id"]), value) if _is_reference(value) else value
        return _resolved(found, nodes, depth + 1) if depth < 2 else found

    return {**obj, **{name: follow(obj[name]) for name in _REFERRED if obj.get(name)}}


def _is_answer(value: Any) -> bool:
    return isinstance(value, Mapping) and "textualRating" in value


def _from_google(claim: Mapping[str, Any], answers: list[Any]) -> Iterator[Mapping[str, Any]]:
    """One claim of ``claims:search``: each publisher's answer to it."""
    for answer in answers:
        if not isinstance(answer, Mapping):
            continue
        named = answer.get("publisher")
        house = named if isinstance(named, Mapping) else {}
        yield {
            "@type": "ClaimReview",
            "claimReviewed": claim.get("text"),
            "url": answer.get("url"),
            "name": answer.get("title"),
            "datePublished": answer.get("reviewDate"),
            "author": {"@type": "Organization", "name": house.get("name"), "url": house.get("site")},
            "reviewRating": {"@type": "Rating", "alternateName": answer.get("textualRating")},
            "itemReviewed": {
                "@type": "Claim",
                "author": {"name": claim.get("claimant")},
                "datePublished": claim.get("claimDate"),
            },
            "inLanguage": answer.get("languageCode"),
        }


def _from_appearance(record: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """One appearance of a claim in Science Feedback's API: each review of it."""
    for review in record["reviews"]:
        if isinstance(review, Mapping):
            yield {
                "@type": "ClaimReview",
                "claimReviewed": record["claimReviewed"],
                "url": review.get("reviewUrl"),
                "author": {"@type": "Organization", "name": review.get("author")},
                "itemReviewed": {"@type": "Claim", "datePublished": record.get("publishedDate")},
                "reviewRating": review.get("reviewRatings"),
            }
