"""One JSON value → the reviews in it, or what was wrong with it; the part every format shares."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from claimcheck.errors import ReviewColumnsUnknown
from claimcheck.records import ClaimReview
from claimcheck.reviews.columns import draft_row, format_map, guess_columns
from claimcheck.reviews.draft import build_review
from claimcheck.reviews.feed import restored
from claimcheck.reviews.find import Nodes, find_claim_reviews
from claimcheck.reviews.flat import is_own_row, objects_of_row, was_object
from claimcheck.reviews.given import MAX_RAW, Given, Refusal, Rejected
from claimcheck.reviews.lines import review_of_line
from claimcheck.reviews.rows import plain_row, rows_in
from claimcheck.reviews.schema_org import draft_claim_review, spelled, types_of
from claimcheck.reviews.text import strings_in

__all__ = ["raw_of", "reviews_in", "reviews_of_object", "reviews_of_record"]

_RAW_PARTS = 40


def reviews_in(
    document: Any, given: Given, *, column_map: Mapping[str, str] | None = None, nodes: Nodes | None = None
) -> Iterator[ClaimReview | Rejected]:
    """Every review in a whole JSON document; nothing where it holds none. ``nodes`` are those it may refer to."""
    bindings = document.get("results") if isinstance(document, Mapping) else None
    if isinstance(bindings, Mapping) and isinstance(bindings.get("bindings"), list):
        document = bindings["bindings"]  # the SPARQL results form
    waiting = [document]
    while waiting:
        record = waiting.pop()
        if isinstance(record, list):
            waiting.extend(reversed(record))
        else:
            yield from reviews_of_record(record, given, column_map=column_map, nodes=nodes)


def reviews_of_record(
    record: Any,
    given: Given,
    *,
    line: int | None = None,
    column_map: Mapping[str, str] | None = None,
    nodes: Nodes | None = None,
) -> Iterator[ClaimReview | Rejected]:
    """The reviews of one record: our own line, an object with ClaimReview in it, or a flat row; nothing if neither."""
    if not isinstance(record, Mapping):
        yield Rejected(line, f"not an object but {str(record)[:20]!r}", raw_of(record))
        return
    names = tuple(record)
    if not column_map and is_own_row(names):
        yield _made(record, line, lambda: review_of_line(record, given))
        return
    found = False
    if not column_map:
        parted = was_object(names) and not isinstance(record.get("claimReview"), (list, Mapping))
        for obj in objects_of_row(record) if parted else find_claim_reviews(record, nodes=nodes):
            found = True
            yield from reviews_of_object(obj, given, line=line)
    if not found:
        row = plain_row(record)
        try:
            columns = guess_columns(row, given=column_map)
        except ReviewColumnsUnknown:
            if rows := rows_in(record):
                for inner in rows:
                    yield from reviews_of_record(inner, given, line=line, column_map=column_map, nodes=nodes)
                return
            if "mediareview" in types_of(record):
                yield Rejected(line, "a MediaReview, which judges a picture or a video and no claim", raw_of(record))
            return
        given.notes.guess(format_map(columns))
        yield _made(row, line, lambda: build_review(draft_row(row, columns), given))


def reviews_of_object(
    obj: Mapping[str, Any], given: Given, *, line: int | None = None
) -> Iterator[ClaimReview | Rejected]:
    """The review of a ClaimReview object; where it names several claims, one for each."""
    named = spelled(obj)
    claims = named.get("claimReviewed")
    if isinstance(claims, list):
        texts: dict[str, Any] = {}
        for each in claims:
            for text in strings_in(each):
                if text.strip():
                    texts.setdefault(text, each)
        if len(texts) > 1:
            for text, said in texts.items():  # a text that names its language goes with it
                whole = said if isinstance(said, Mapping) else text
                draft = draft_claim_review({**named, "claimReviewed": whole}, base=given.base)
                yield _made(obj, line, lambda draft=draft: build_review(draft, given))
            return
    yield _made(obj, line, lambda: restored(build_review(draft_claim_review(obj, base=given.base), given), obj, given))


def _made(record: Mapping[str, Any], line: int | None, make: Callable[..., ClaimReview]) -> ClaimReview | Rejected:
    try:
        return make()
    except Refusal as refusal:
        return Rejected(line, str(refusal), raw_of(record))


def raw_of(record: Any) -> str:
    """The beginning of a record as one line of JSON; of a long one, each value's beginning."""
    return json.dumps(_shortened(record, 3), ensure_ascii=True, default=str)[: MAX_RAW + 1]


def _shortened(value: Any, depth: int) -> Any:
    if isinstance(value, str):
        return value if len(value) <= MAX_RAW else value[:MAX_RAW]
    if isinstance(value, Mapping):
        parts = list(value.items())[:_RAW_PARTS]
        return {str(key)[:MAX_RAW]: _shortened(each, depth - 1) if depth else "…" for key, each in parts}
    if isinstance(value, (list, tuple)):
        return [_shortened(each, depth - 1) if depth else "…" for each in value[:_RAW_PARTS]]
    return value
