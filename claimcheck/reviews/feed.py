"""Past checks as entries of a DataFeed: valid schema.org for anyone, and every field back for claimcheck.

What ClaimReview has no place for, or what reading would tidy, travels as one ``additionalProperty``.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from claimcheck.records import ClaimReview, review_id
from claimcheck.reviews.given import Given, Refusal
from claimcheck.reviews.lines import review_of_line
from claimcheck.reviews.schema_org import format_claim_review, parse_claim_review
from claimcheck.shapes import review_to_json

__all__ = ["FEED_END", "FEED_START", "format_feed_item", "restored"]

FEED_START = '{"@context": "https://schema.org", "@type": "DataFeed", "dataFeedElement": [\n'
FEED_END = "\n]}\n"

_NAME = "claimcheck:fields"
_TRUSTED = frozenset(field.name for field in fields(ClaimReview)) - {"id"}  # a feed may not say which check it is


def format_feed_item(review: ClaimReview, *, first_seen: datetime | None, updated: datetime | None) -> dict[str, Any]:
    """A DataFeedItem that holds the check; when it first came and last changed are the item's dates."""
    made = format_claim_review(review)
    read = review_to_json(parse_claim_review(made))
    extra = {
        name: value for name, value in review_to_json(review).items() if name in _TRUSTED and read.get(name) != value
    }
    if extra:
        value = json.dumps(extra, ensure_ascii=False)
        made["additionalProperty"] = {"@type": "PropertyValue", "name": _NAME, "value": value}
    item: dict[str, Any] = {"@type": "DataFeedItem", "item": [made]}
    if first_seen:
        item["dateCreated"] = first_seen.isoformat()
    if updated:
        item["dateModified"] = updated.isoformat()
    return item


def restored(review: ClaimReview, obj: Mapping[str, Any], given: Given) -> ClaimReview:
    """The check with the fields that an export of ours sent along; as it was read where there are none.

    Raises:
        Refusal: what was sent along makes no check.
    """
    sent = obj.get("additionalProperty")
    for each in sent if isinstance(sent, list) else [sent]:
        if isinstance(each, Mapping) and each.get("name") == _NAME:
            try:
                found = json.loads(each.get("value") or "")
            except (TypeError, ValueError, RecursionError):
                raise Refusal(f"its {_NAME} is not JSON") from None
            if not isinstance(found, dict):
                raise Refusal(f"its {_NAME} is no object")
            line = review_to_json(review) | {name: value for name, value in found.items() if name in _TRUSTED}
            whole = review_of_line(line | {"id": None}, given)
            new = review_id(
                whole.claim_reviewed, url=whole.url, publisher=whole.publisher, date_published=whole.date_published
            )
            return replace(whole, id=new)
    return review
