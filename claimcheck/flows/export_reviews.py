"""Past checks out of the workspace: our own lines, or a ClaimReview DataFeed; both come back without loss."""

import json
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Unpack

from claimcheck.files import writing_whole
from claimcheck.progress import Progress, unseen
from claimcheck.records import ClaimReview
from claimcheck.reviews import FEED_END, FEED_START, format_feed_item
from claimcheck.shapes import review_to_json

if TYPE_CHECKING:
    from claimcheck.store import Kinds, Store

__all__ = ["ReviewFormat", "export_reviews"]

_EVERY = 500


class ReviewFormat(StrEnum):
    """How past checks are written: our lines with every field, or a DataFeed of ClaimReview that others read too."""

    JSONL = "jsonl"
    DATAFEED = "datafeed"


def export_reviews(
    store: "Store",
    out: Path | None,
    *,
    form: ReviewFormat = ReviewFormat.JSONL,
    samples: bool = False,
    text: str | None = None,
    force: bool = False,
    progress: Progress = unseen,
    **kinds: "Unpack[Kinds]",
) -> int:
    """Write the past checks that fit, in the order they came; how many there were. None writes to standard output.

    A file is written whole or not at all, over one that is there only with ``force``. Samples are left out unless asked
    for.

    Raises:
        OutputTaken: a file is there, and ``force`` was not said.
        FileNotWritable: the file cannot be written.
    """
    if not samples and kinds.get("sample") is None:
        kinds["sample"] = False
    reviews = store.iter_reviews(text=text, **kinds)
    if out is None:
        return _write(sys.stdout.buffer, store, reviews, form, progress)
    with writing_whole(out, force=force) as file:
        return _write(file, store, reviews, form, progress)


def _write(
    out: IO[bytes], store: "Store", reviews: Iterator[ClaimReview], form: ReviewFormat, progress: Progress
) -> int:
    count = 0
    feed = form is ReviewFormat.DATAFEED
    if feed:
        out.write(FEED_START.encode())
    for count, review in enumerate(reviews, start=1):
        if feed and count > 1:
            out.write(b",\n")
        out.write(json.dumps(_item(store, review) if feed else review_to_json(review)).encode())
        if not feed:
            out.write(b"\n")
        if count % _EVERY == 0:
            progress("past checks", count, None)
    if feed:
        out.write(FEED_END.encode())
    out.flush()
    progress("past checks", count, count)
    return count


def _item(store: "Store", review: ClaimReview) -> dict[str, Any]:
    first_seen, updated = store.review_times(review.id)
    return format_feed_item(review, first_seen=first_seen, updated=updated)
