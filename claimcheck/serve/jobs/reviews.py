"""Past checks: listed, shown, added, removed, imported."""

import io
from dataclasses import asdict
from itertools import islice
from typing import Any

from claimcheck.errors import NotFound
from claimcheck.flows.lines import review_states
from claimcheck.records import Label
from claimcheck.serve.desk import Desk
from claimcheck.serve.jobs.values import Json, parse_day, parse_days
from claimcheck.shapes import review_to_json

__all__ = ["add_review", "import_reviews", "remove_review", "review", "review_history", "review_stats", "reviews"]


def reviews(
    desk: Desk, limit: int, since: str | None = None, until: str | None = None, rating: str | None = None, **kinds: Any
) -> Json:
    """What ``reviews list`` prints, in parts."""
    first, last = parse_days(since, until)
    store = desk.reading.store
    label = Label(rating) if rating else None
    found = store.iter_reviews(since=first, until=last, rating=label, **kinds)
    items = [review_to_json(review) for review in islice(found, limit + 1)]
    more = len(items) > limit
    return {"items": items[:limit], "next": items[limit - 1]["id"] if more else None}


def review_stats(desk: Desk) -> Json:
    """What ``reviews stats`` prints."""
    return {"items": [asdict(each) for each in desk.reading.store.review_stats()]}


def review(desk: Desk, review: str) -> Json:
    """What ``reviews show`` prints; one that was removed is gone but for its history.

    Raises:
        NotFound: it is not there, or no more.
    """
    now = review_states(desk.reading.store, review)[-1]
    if now["removed"]:
        raise NotFound("past check", review, f"it was removed, and /v1/review-history/{review} has what it said")
    return now


def review_history(desk: Desk, review: str) -> Json:
    """What ``reviews show --history`` prints."""
    return {"items": review_states(desk.reading.store, review)}


def add_review(desk: Desk, claim: str, rating: str, published: str | None = None, **told: Any) -> Json:
    """One past check added by hand."""
    from claimcheck.flows.reviews import add_review

    with desk.writing() as writing:
        review, new = add_review(
            writing.store, claim, rating=Label(rating), date_published=parse_day(published), **told
        )
    return {"added": new, "review": review_to_json(review)}


def remove_review(desk: Desk, review: str) -> Json:
    """One past check removed; its history stays."""
    from claimcheck.flows.reviews import choose_reviews, remove_reviews

    with desk.writing() as writing:
        return {"removed": remove_reviews(writing.store, choose_reviews(writing.store, [review]))}


def import_reviews(desk: Desk, body: bytes, dry_run: bool = False, **told: Any) -> Json:
    """Past checks from a file that came as the request's body."""
    notes: list[str] = []
    with desk.writing(notes.append) as writing:
        report = writing.import_reviews("-", stdin=io.BytesIO(body), dry_run=dry_run, **told)
    return {
        "new": report.new,
        "changed": report.changed,
        "unchanged": report.unchanged,
        "rejected": report.n_rejected,
        "problems": [{"line": each.line or None, "reason": each.reason} for each in report.rejected[:100]],
        "approximate": report.approximate,
        "unmapped": [{"word": word, "count": count} for word, count in report.unmapped],
        "notes": notes,
    }
