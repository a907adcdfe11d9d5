"""Our own review lines (``shapes.review_to_json``) → ``ClaimReview``, exactly; also with columns as text, as in CSV."""

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

from claimcheck.records import ClaimReview, Label, review_id
from claimcheck.reviews.dates import parse_date
from claimcheck.reviews.detect import detect_language
from claimcheck.reviews.draft import check_claim
from claimcheck.reviews.given import Given, Refusal
from claimcheck.reviews.ratings import read_ratings
from claimcheck.reviews.text import clean_url, host_of

__all__ = ["OWN_NAMES", "is_own_line", "review_of_line"]

OWN_NAMES = frozenset(field.name for field in fields(ClaimReview))
"""The names of our own lines."""

_TEXTS = tuple(
    field.name
    for field in fields(ClaimReview)
    if field.name not in {"id", "rating", "date_published", "claim_date", "ours", "sample"}
)
_ID = re.compile(r"^[0-9a-f]{16}$")
_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")
_WHOLE_URL = re.compile(r"^https?://[^\s]+$")
_YES, _NO = {"true", "1", "yes"}, {"false", "0", "no", ""}


def is_own_line(obj: Mapping[str, Any]) -> bool:
    """Whether an object or a row is in our own shape."""
    return "claim_reviewed" in obj and "@type" not in obj


def review_of_line(obj: Mapping[str, Any], given: Given) -> ClaimReview:
    """The review of one line, as it was written; unknown keys are ignored and missing ones defaulted.

    A missing id is computed. ``rating`` may be a publisher's word instead of a ``Label``; it is then read by the rating
    table. An address that is not http or https is left out.
    """
    texts = {name: _text(obj, name) for name in _TEXTS}
    claim = check_claim(texts["claim_reviewed"])
    url, publisher_url = clean_url(texts["url"]), clean_url(texts["publisher_url"])
    publisher = texts["publisher"] or given.publisher or host_of(publisher_url) or host_of(url)
    if not publisher:
        raise Refusal("no publisher, and no web address to name one")
    published = _date(obj, "date_published")
    language = texts["language"] or given.language or detect_language(claim)
    named = _text(obj, "rating")
    ratings, table = given.ratings or read_ratings(), texts["rating_table"]
    word = texts["alternate_name"] or (named if named not in Label.__members__ else None)
    if named and named in Label.__members__:
        rating: Label | None = Label(named)
    elif "rating" in obj and named is None:
        rating = None
    else:
        rating = ratings.label_for(word, publisher=(publisher, host_of(url) or ""), language=language).label
        table = ratings.version if word else None
    known = _text(obj, "id")
    review = ClaimReview(
        id=known if known and _ID.match(known) else "",
        claim_reviewed=claim,
        publisher=publisher,
        rating=rating,
        alternate_name=word,
        rating_value=texts["rating_value"],
        best_rating=texts["best_rating"],
        worst_rating=texts["worst_rating"],
        url=_kept(texts["url"], url),
        publisher_url=_kept(texts["publisher_url"], publisher_url),
        date_published=published,
        claim_date=_date(obj, "claim_date"),
        claimant=texts["claimant"],
        title=texts["title"],
        summary=texts["summary"],
        language=language,
        licence=texts["licence"] or given.licence,
        source=texts["source"] or given.source,
        ours=_flag(obj, "ours"),
        sample=given.sample or _flag(obj, "sample"),
        rating_table=table,
    )
    if review.id:
        return review
    return replace(review, id=review_id(claim, url=review.url, publisher=publisher, date_published=published))


def _text(obj: Mapping[str, Any], name: str) -> str | None:
    value = obj.get(name)
    if value is None:
        return None
    if isinstance(value, (list, dict, bool)):
        raise Refusal(f"{name} is not text")
    return _UNSTORABLE.sub("", str(value)) or None


def _kept(written: str | None, address: str | None) -> str | None:
    """The address as written, where it is usable as it stands."""
    return written if address and written and _WHOLE_URL.match(written) else address


def _date(obj: Mapping[str, Any], name: str) -> date | None:
    value = obj.get(name)
    if value is None or value == "":
        return None
    found = parse_date(value)
    if found is None:
        raise Refusal(f"{name} is no date: {str(value)[:40]!r}")
    return found


def _flag(obj: Mapping[str, Any], name: str) -> bool:
    value = obj.get(name)
    if value is None or isinstance(value, bool):
        return bool(value)
    text = str(value).strip().casefold()
    if text not in _YES | _NO:
        raise Refusal(f"{name} is neither true nor false: {text[:40]!r}")
    return text in _YES
