"""schema.org's ClaimReview object ↔ ``records.ClaimReview``, both ways pure; the one place that speaks camelCase.

What feeds get wrong is read as meant: types and values in lists, the wrong case, ``type`` for ``@type``, a writer where
the publisher belongs, the claim's date inside its author.
"""

import html
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from claimcheck.errors import ReviewInvalid
from claimcheck.records import ClaimReview, Label
from claimcheck.reviews.draft import Draft, build_review
from claimcheck.reviews.given import Given, Refusal
from claimcheck.reviews.text import clean_text, clean_url, text_of

__all__ = ["draft_claim_review", "format_claim_review", "is_claim_review", "parse_claim_review", "spelled", "types_of"]

_LABEL = "claimcheck:"  # how our own label travels, in the rating's identifier
_WORDS = {
    Label.TRUE: "True",
    Label.MOSTLY_TRUE: "Mostly true",
    Label.HALF_TRUE: "Half true",
    Label.MOSTLY_FALSE: "Mostly false",
    Label.FALSE: "False",
    Label.MISLEADING: "Misleading",
    Label.UNVERIFIABLE: "Unverifiable",
    Label.NOT_A_CLAIM: "Not a claim",
}
_NUMBER = re.compile(r"^[-+\d\s.,/%]*$")
_WRITER_PAGE = re.compile(r"/(?:authors?|autor(?:es)?|auteurs?|staff|people|profiles?)/[^/]", re.IGNORECASE)


_NAMES = (
    "alternateName author bestRating claimReviewed creator dateCreated dateModified datePublished description headline "
    "identifier inLanguage itemReviewed license mainEntityOfPage name publisher ratingExplanation ratingValue "
    "reviewBody reviewRating sdLicense subtitle text title url worstRating"
)
_KNOWN = {name.casefold(): name for name in _NAMES.split()}
_AS_THEY_ARE = frozenset(_KNOWN.values())
_VOCABULARY = re.compile(r"^(?:https?://(?:www\.)?schema\.org/|schema:)", re.IGNORECASE)
_PREFIX = re.compile(r"^[a-z][\w-]{0,20}:(?!/)", re.IGNORECASE)  # one that a document's own context may declare


def types_of(obj: Mapping[str, Any]) -> frozenset[str]:
    """An object's types in lower case, without the vocabulary's address.

    >>> sorted(types_of({"@type": ["Review", "https://schema.org/ClaimReview"]}))
    ['claimreview', 'review']
    """
    found = obj.get("@type", obj.get("type"))
    names = found if isinstance(found, list) else [found]
    return frozenset(re.split(r"[/:#]", name.strip())[-1].casefold() for name in names if isinstance(name, str))


def is_claim_review(obj: Mapping[str, Any]) -> bool:
    """Whether an object is a ClaimReview: by its type, by its ``claimReviewed``, or as a Review of a Claim."""
    types = types_of(obj)
    if "review" in types and "claim" in types_of(_first(obj.get("itemReviewed"))):
        return True
    return "claimreview" in types or any("laim" in key and _plain_name(key) == "claimReviewed" for key in obj)


def spelled(obj: Mapping[str, Any]) -> Mapping[str, Any]:
    """An object with the names of schema.org in the case and without the prefix that it may give them.

    >>> spelled({"schema:claimReviewed": "A", "alternatename": "False"})
    {'claimReviewed': 'A', 'alternateName': 'False'}
    """
    if all(key in _AS_THEY_ARE or (key.casefold() not in _KNOWN and ":" not in key) for key in obj):
        return obj
    found = {key: value for key, value in obj.items() if key in _AS_THEY_ARE}  # its own name goes first
    for key, value in obj.items():
        found.setdefault(_plain_name(key), value)
    return found


def _plain_name(key: str) -> str:
    """A property's name as schema.org spells it; one that is not schema.org's, as it is."""
    plain = _VOCABULARY.sub("", key)
    bare = _PREFIX.sub("", plain)
    return _KNOWN.get(bare.casefold(), plain)


def parse_claim_review(obj: Mapping[str, Any], *, given: Given = Given()) -> ClaimReview:  # noqa: B008 (frozen)
    """The past check a ClaimReview object describes; the publisher's word is kept, numbers are never read as a label.

    >>> review = parse_claim_review({
    ...     "@type": "ClaimReview", "claimReviewed": "The moon is made of cheese", "inLanguage": "en",
    ...     "author": {"name": "A desk"}, "reviewRating": {"alternateName": "Pants on fire!"},
    ... })
    >>> review.publisher, review.rating.value, review.alternate_name
    ('A desk', 'FALSE', 'Pants on fire!')

    Raises:
        ReviewInvalid: it names no claim, or neither a publisher nor a web address.
    """
    try:
        return build_review(draft_claim_review(obj, base=given.base), given)
    except Refusal as refusal:
        raise ReviewInvalid(str(refusal)) from None


def draft_claim_review(obj: Mapping[str, Any], *, base: str | None = None) -> Draft:
    """The raw values of a ClaimReview object; ``base`` completes the addresses that tell a writer from a house."""
    obj = spelled(obj)
    rating, item = _rating(obj.get("reviewRating")), _first(obj.get("itemReviewed"))
    language = _language(obj.get("inLanguage")) or _language_said(obj.get("claimReviewed"))
    claimant = _first(item.get("author")) or _first(item.get("creator"))
    houses, person, home = _publishers(obj, base)
    identifier = text_of(rating.get("identifier")) or ""
    return Draft(
        claim_reviewed=_claim(obj, item),
        houses=houses,
        person=person,
        publisher_url=home,
        rating=_own_label(identifier),
        alternate_name=_word(rating, language),
        rating_value=rating.get("ratingValue"),
        best_rating=rating.get("bestRating"),
        worst_rating=rating.get("worstRating"),
        url=_all(obj.get("url"), obj.get("mainEntityOfPage"), obj.get("@id")),
        date_published=obj.get("datePublished") or obj.get("dateCreated"),
        claim_date=item.get("datePublished") or claimant.get("datePublished") or item.get("dateCreated"),
        claimant=claimant.get("name"),
        title=obj.get("name") or obj.get("headline") or obj.get("title"),
        summary=obj.get("reviewBody") or obj.get("description") or obj.get("subtitle") or _sentence(rating),
        language=language,
        licence=obj.get("sdLicense") or obj.get("license"),
    )


def _first(value: Any) -> Mapping[str, Any]:
    """The first object of a value; a bare string is an object of that name, anything else an empty one."""
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, Mapping):
            return spelled(each)
        if isinstance(each, str) and each.strip():
            return {"name": each}
    return {}


def _all(*values: Any) -> list[Any]:
    """These values, lists among them taken apart."""
    return [each for value in values for each in (value if isinstance(value, list) else [value])]


def _claim(obj: Mapping[str, Any], item: Mapping[str, Any]) -> Any:
    """The claim; where the check does not say it, the text that its reviewed Claim has. A headline is never one."""
    said = obj.get("claimReviewed")
    if (said is None or said == "") and types_of(item) & {"claim", "claimreview"}:
        return item.get("claimReviewed") or item.get("text") or said
    return said


def _rating(value: Any) -> Mapping[str, Any]:
    """Of several ratings the first that says a word: beside it, feeds put a bare number."""
    found = [_first(each) for each in (value if isinstance(value, list) else [value])]
    worded = (each for each in found if text_of(each.get("alternateName")) or text_of(each.get("name")))
    return next(worded, next(filter(None, found), {}))


def _word(rating: Mapping[str, Any], language: Any = None) -> Any:
    """The rating's word: by its name where it has no alternate one, or in the number's place; a number is none.

    Where it is said in several languages, the check's own goes first.
    """
    for name in ("alternateName", "name"):
        if text_of(rating.get(name)):
            said = rating[name] if isinstance(rating[name], list) else [rating[name]]
            return next((each for each in said if language and _language_said(each) == language), said)
    value = text_of(rating.get("ratingValue"))
    return value if value and not _NUMBER.match(value) else None


def _language(value: Any) -> Any:
    """A tag; of a Language object its code, else its name."""
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, Mapping):
            return text_of(each.get("alternateName")) or text_of(each.get("name"))
        if each:
            return each
    return None


def _language_said(value: Any) -> str | None:
    """The language that a value itself names, as ``{"@value": …, "@language": …}`` does."""
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, Mapping) and isinstance(each.get("@language"), str):
            return str(each["@language"])
    return None


def _sentence(rating: Mapping[str, Any]) -> Any:
    found = rating.get("ratingExplanation")
    return found if isinstance(found, str) else None


def _own_label(identifier: str) -> Label | None:
    name = identifier.removeprefix(_LABEL)
    return Label(name) if name != identifier and name in Label.__members__ else None


def _publishers(obj: Mapping[str, Any], base: str | None) -> tuple[tuple[Any, ...], Any, Any]:
    """Names of houses, a writer's name, and the first house's address, from ``author`` then ``publisher``."""
    houses: list[Any] = []
    person = home = None
    for field in ("author", "publisher"):
        value = obj.get(field)
        for each in value if isinstance(value, list) else [value]:
            party = _first(each)
            if not party:
                continue
            if _is_writer(party, base):
                person = person or party.get("name")
                continue
            home = home or clean_url(party.get("url"), base=base) or clean_url(party.get("@id"), base=base)
            houses.append(party.get("name"))
    return tuple(houses), person, home


def _is_writer(party: Mapping[str, Any], base: str | None) -> bool:
    """Whether an author is a person of a house: by address where it has one, since feeds mistype both ways.

    A person at the root of a site is a house; an organisation at an author's page is not.
    """
    raw = text_of(party.get("url")) or ""
    path = urlsplit(clean_url(raw, base=base) or "").path or (raw if raw.startswith("/") else "")
    if _WRITER_PAGE.search(path):
        return True
    return "person" in types_of(party) and not (clean_url(raw, base=base) and path.strip("/") == "")


def format_claim_review(review: ClaimReview) -> dict[str, Any]:
    """A review as a ClaimReview object that ``parse_claim_review`` reads back the same.

    ``ours``, ``sample`` and ``source`` are the workspace's and stay out. A label without a word gets its English words;
    the label itself travels in the rating's ``identifier``.

    >>> made = format_claim_review(ClaimReview("1", "It rained", "A desk", rating=Label.TRUE, language="en"))
    >>> made["reviewRating"]
    {'@type': 'Rating', 'alternateName': 'True', 'identifier': 'claimcheck:TRUE'}
    """
    word = review.alternate_name or (_WORDS[review.rating] if review.rating else None)
    rating = _filled(
        {
            "@type": "Rating",
            "alternateName": _plain(word),
            "ratingValue": review.rating_value,
            "bestRating": review.best_rating,
            "worstRating": review.worst_rating,
            "identifier": f"{_LABEL}{review.rating.value}" if review.rating else None,
        }
    )
    house = _filled({"@type": "Organization", "name": _plain(review.publisher), "url": review.publisher_url})
    if _is_writer(house, None):  # an address that would make the house a writer
        del house["url"]
    claimant = {"@type": "Thing", "name": _plain(review.claimant)} if review.claimant else None
    item = _filled({"@type": "Claim", "author": claimant, "datePublished": _iso(review.claim_date)})
    return _filled(
        {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "claimReviewed": _plain(review.claim_reviewed),
            "url": review.url,
            "datePublished": _iso(review.date_published),
            "author": house,
            "reviewRating": rating if len(rating) > 1 else None,
            "itemReviewed": item if len(item) > 1 else None,
            "name": _plain(review.title),
            "reviewBody": _plain(review.summary),
            "inLanguage": review.language if review.language != "und" else None,
            "sdLicense": _plain(review.licence),
        }
    )


def _filled(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value is not None}


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None


def _plain(text: str | None) -> str | None:
    """Text as it is, escaped only where a reader would take it for markup or an entity."""
    plain = " ".join(text.split()) if text else ""
    for _ in range(3):  # what reads as an entity twice over is escaped twice over
        if not text or clean_text(text) == plain:
            break
        text = html.escape(text, quote=False)
    return text
