"""Where ClaimReview objects hide in JSON: bare, in lists, graphs and feeds, in other objects, in other APIs' words."""

from collections.abc import Iterator, Mapping
from typing import Any

from claimcheck.reviews.schema_org import is_claim_review

__all__ = ["find_claim_reviews", "plain_row"]

_REFERRED = ("author", "publisher", "itemReviewed", "reviewRating")


def find_claim_reviews(document: Any) -> Iterator[Mapping[str, Any]]:
    """Every ClaimReview object in a JSON value, in document order, whatever it is wrapped in.

    References by ``@id`` to another node of the document are followed one step. The answers of Google's Fact Check
    Tools API and of Science Feedback become objects of the same form.

    >>> feed = {"dataFeedElement": [{"item": [{"@type": "ClaimReview", "claimReviewed": "A"}]}, {"item": None}]}
    >>> [found["claimReviewed"] for found in find_claim_reviews(feed)]
    ['A']
    """
    nodes: dict[str, Mapping[str, Any]] | None = None
    waiting = [document]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(reversed(value))
        elif isinstance(value, Mapping):
            answers = value.get("claimReview")
            if isinstance(answers, list) and ("text" in value or any(_is_answer(each) for each in answers)):
                yield from _from_google(value, answers)
            elif isinstance(value.get("reviews"), list) and "claimReviewed" in value:
                yield from _from_appearance(value)
            elif is_claim_review(value):
                if any(_is_reference(value.get(field)) for field in _REFERRED):
                    nodes = _nodes(document) if nodes is None else nodes
                    value = _resolved(value, nodes)
                yield value
            else:
                waiting.extend(reversed(list(value.values())))


def _is_reference(value: Any) -> bool:
    return isinstance(value, Mapping) and "@id" in value and not value.keys() - {"@id", "@type"}


def _nodes(document: Any) -> dict[str, Mapping[str, Any]]:
    """Nodes that say more than their ``@id``, by it."""
    found: dict[str, Mapping[str, Any]] = {}
    waiting = [document]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, Mapping):
            if isinstance(value.get("@id"), str) and not _is_reference(value):
                found.setdefault(value["@id"], value)
            waiting.extend(value.values())
    return found


def _resolved(obj: Mapping[str, Any], nodes: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    referred = {
        field: nodes.get(str(obj[field]["@id"]), obj[field]) for field in _REFERRED if _is_reference(obj.get(field))
    }
    return {**obj, **referred}


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


def plain_row(obj: Mapping[str, Any]) -> dict[str, Any]:
    """A flat record; a SPARQL result's ``{"type", "value"}`` cells become their values.

    >>> plain_row({"content": {"text": {"type": "literal", "value": "A"}}})
    {'text': 'A'}
    """
    inner = obj.get("content")
    cells = inner if isinstance(inner, Mapping) and inner and all(map(_is_cell, inner.values())) else obj
    return {key: value["value"] if _is_cell(value) else value for key, value in cells.items()}


def _is_cell(value: Any) -> bool:
    return isinstance(value, Mapping) and "type" in value and "value" in value
