"""ClaimReview as a form of an export: the desk's own reviews, as a feed or as one file a claim.

Only what is settled, untied, no sample and rated is a review; its day is that of the newest answer it rests on.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import claimcheck.dataset as dataset
from claimcheck.flows.publish import claim_of, desk_review, publisher_of
from claimcheck.records import ClaimReview, Label
from claimcheck.reviews import FEED_END, FEED_START, format_claim_review, parse_claim_review
from claimcheck.scheme import Scheme

if TYPE_CHECKING:
    from claimcheck.dataset import Batches, Context, Form, Frame

__all__ = ["claim_review_feed", "claim_review_pages"]

_RATING_WORDS = {
    "text": "texts whose line ends or signs of markup were made plain",
    "speaker": "the outlet, where nobody is named as the speaker",
    "justification": "texts whose line ends or signs of markup were made plain",
    "annotations": "not carried: a review is the desk's",
}


def _review(record: Mapping[str, Any], context: "Context") -> ClaimReview:
    """The desk's review that a row makes.

    Raises:
        NotCarried: it is a sample, tied, or its label is published by no word.
        PublisherMissing: nobody publishes.
    """
    publisher = publisher_of(context.publisher, context.publisher_url)
    if record["sample"]:
        raise dataset.NotCarried("samples, which are never published")
    if record["label"] is None:
        raise dataset.NotCarried("ties, which are no rating")
    label = Label.__members__.get(record["label"])
    choice = context.scheme.choice(label) if label else None
    if label is None or choice is None or not choice.claim_review:
        raise dataset.NotCarried(f"claims settled to {record['label']}, which is no rating")
    moments = [each["at"] for each in record["annotations"] if each["label"] is not None]
    return desk_review(
        record["text"],
        label,
        context.scheme,
        claim_id=record["claim_id"],
        publisher=publisher,
        day=datetime.fromisoformat(max(moments)).date() if moments else _day(record["as_of"]),
        claim_date=_day(record["published"]),
        claimant=record["speaker"] or record["outlet"],
        summary=record["justification"],
        language=record["language"],
        licence=context.licence,
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _row_of_review(found: Mapping[str, Any]) -> dict[str, Any]:
    review = parse_claim_review(found)
    return {
        "claim_id": claim_of(review.url) or "",
        "text": review.claim_reviewed,
        "label": review.rating.value if review.rating else None,
        "justification": review.summary,
        "published": review.claim_date.isoformat() if review.claim_date else None,
        "speaker": review.claimant,
        "language": review.language,
    }


def _review_problems(found: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if found.get("@type") != "ClaimReview":
        yield "@type", f"is {found.get('@type')!r}, wanted 'ClaimReview'"
    for name in ("claimReviewed", "url", "datePublished"):
        if not isinstance(found.get(name), str) or not found[name].strip():
            yield name, "is missing"
    if isinstance(found.get("url"), str) and not re.match(r"https?://[^\s/]+", found["url"]):
        yield "url", f"is {found['url']!r}, wanted an http or https address"
    author, rating = found.get("author"), found.get("reviewRating")
    if not isinstance(author, Mapping) or not author.get("name"):
        yield "author", "has no name: who publishes?"
    if not isinstance(rating, Mapping) or not rating.get("alternateName"):
        yield "reviewRating", "has no alternateName: the rating in a word"
        return
    try:
        value, best, worst = (float(rating[name]) for name in ("ratingValue", "bestRating", "worstRating"))
        if not min(best, worst) <= value <= max(best, worst):
            yield "reviewRating", f"has the value {value:g} outside {worst:g} to {best:g}"
    except KeyError:
        if "ratingValue" in rating:
            yield "reviewRating", "has a value but not both of bestRating and worstRating"
    except (TypeError, ValueError):
        yield "reviewRating", "has a value that is no number"


def claim_review_feed(scheme: Scheme) -> "Form":
    """``claimreview``: a DataFeed, one item a claim."""

    def item(record: Mapping[str, Any], context: "Context") -> dict[str, Any]:
        review = _review(record, replace(context, scheme=scheme))
        made = {"@type": "DataFeedItem", "item": [format_claim_review(review)]}
        return made | ({"dateCreated": review.date_published.isoformat()} if review.date_published else {})

    def problems(found: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        inner = found.get("item")
        for each in inner if isinstance(inner, list) else [inner]:
            if isinstance(each, Mapping):
                yield from _review_problems(each)
            else:
                yield "item", "holds no ClaimReview"

    return dataset.form_of_objects(
        "claimreview",
        "ClaimReview",
        (),
        dataset.Objects(
            to_object=item,
            from_object=lambda found: _row_of_review(found["item"][0]),
            problems=problems,
            words=_RATING_WORDS,
            key=lambda found: found["item"][0].get("url") if isinstance(found.get("item"), list) else None,
            head=FEED_START,
            tail=FEED_END,
            path=("dataFeedElement",),
        ),
    )


def claim_review_pages(scheme: Scheme) -> "Form":
    """A folder with one JSON-LD file a claim, each to be put into the page of its check."""
    lines = dataset.form_of_objects(
        "claimreview-single",
        "ClaimReview",
        (),
        dataset.Objects(
            to_object=lambda record, context: format_claim_review(_review(record, replace(context, scheme=scheme))),
            from_object=_row_of_review,
            problems=_review_problems,
            words=_RATING_WORDS,
            path=None,
        ),
    )

    def write(batches: "Batches", folder: Path, context: "Context") -> tuple[dataset.Loss, ...]:
        whole = folder / ".all.jsonl"
        with whole.open("wb") as out:
            losses = lines.write(batches, out, context)
        with whole.open(encoding="utf-8", newline="\n") as found:
            for number, line in enumerate(found, start=1):
                (folder / f"claim-{number:06d}.json").write_text(line, encoding="utf-8")
        whole.unlink()
        return losses

    def read(folder: Path) -> "Frame":
        return dataset.join_frames(lines.read(page) for page in sorted(folder.glob("claim-*.json")))

    def examine(folder: Path) -> "Iterator[dataset.Finding]":
        pages = sorted(folder.glob("claim-*.json"))
        if not pages:
            yield dataset.Finding(None, None, "holds no claim-*.json")
        for page in pages:
            for each in lines.examine(page):
                yield replace(each, place=", ".join(part for part in (page.name, each.place) if part))

    return dataset.Form("claimreview-single", "ClaimReview", (), write, read, examine, folder=True)
