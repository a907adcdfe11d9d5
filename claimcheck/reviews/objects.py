"""One JSON value → the reviews in it, or what was wrong with it; the part every format shares."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from claimcheck.errors import ReviewColumnsUnknown
from claimcheck.records import ClaimReview
from claimcheck.reviews.columns import draft_row, guess_columns
from claimcheck.reviews.draft import build_review
from claimcheck.reviews.find import find_claim_reviews, plain_row
from claimcheck.reviews.given import MAX_RAW, Given, Refusal, Rejected
from claimcheck.reviews.lines import is_own_line, review_of_line
from claimcheck.reviews.schema_org import draft_claim_review

__all__ = ["raw_of", "reviews_in", "reviews_of_record"]


def reviews_in(
    document: Any, given: Given, *, column_map: Mapping[str, str] | None = None
) -> Iterator[ClaimReview | Rejected]:
    """Every review in a whole JSON document; nothing where it holds none."""
    bindings = document.get("results") if isinstance(document, Mapping) else None
    if isinstance(bindings, Mapping) and isinstance(bindings.get("bindings"), list):
        document = bindings["bindings"]  # the SPARQL results form
    waiting = [document]
    while waiting:
        record = waiting.pop()
        if isinstance(record, list):
            waiting.extend(reversed(record))
        else:
            yield from reviews_of_record(record, given, column_map=column_map)


def reviews_of_record(
    record: Any, given: Given, *, line: int | None = None, column_map: Mapping[str, str] | None = None
) -> Iterator[ClaimReview | Rejected]:
    """The reviews of one record: our own line, an object with ClaimReview in it, or a flat row; nothing if neither."""
    if not isinstance(record, Mapping):
        yield Rejected(line, f"not an object but {str(record)[:20]!r}", raw_of(record))
        return
    if is_own_line(record) and not column_map:
        yield _made(record, line, lambda: review_of_line(record, given))
        return
    found = False
    if not column_map:
        for obj in find_claim_reviews(record):
            found = True
            yield _made(obj, line, lambda obj=obj: build_review(draft_claim_review(obj, base=given.base), given))
    if not found:
        row = plain_row(record)
        try:
            columns = guess_columns(row, given=column_map)
        except ReviewColumnsUnknown:
            return
        yield _made(row, line, lambda: build_review(draft_row(row, columns), given))


def _made(record: Mapping[str, Any], line: int | None, make: Any) -> ClaimReview | Rejected:
    try:
        return make()  # type: ignore[no-any-return]
    except Refusal as refusal:
        return Rejected(line, str(refusal), raw_of(record))


def raw_of(record: Any) -> str:
    """The beginning of a record as one line of JSON."""
    return json.dumps(record, ensure_ascii=True, default=str)[: MAX_RAW + 1]
