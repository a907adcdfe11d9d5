"""A JSON document → its reviews: whole where it is small enough for references in it, else element by element."""

import json
from collections.abc import Iterator, Mapping
from typing import IO, Any

from claimcheck.errors import ReviewFileEncoding, ReviewFileUnreadable
from claimcheck.records import ClaimReview
from claimcheck.reviews.elements import Elements
from claimcheck.reviews.find import read_nodes
from claimcheck.reviews.given import Given, Rejected
from claimcheck.reviews.loose_json import load_json
from claimcheck.reviews.objects import raw_of, reviews_in
from claimcheck.reviews.schema_org import types_of
from claimcheck.reviews.source import decode_whole, read_whole

__all__ = ["HELD", "read_document"]

HELD = 32_000_000
"""Bytes up to which a document is held whole."""

_DEEP = ("is JSON nested too deeply", "give a list of ClaimReview objects")


def read_document(
    stream: IO[bytes], given: Given, *, path: str, column_map: Mapping[str, str] | None = None
) -> Iterator[ClaimReview | Rejected]:
    """The reviews of a JSON document, in its order.

    An element of its list that holds none is rejected, unless it says to be something else.

    Raises:
        ReviewFileUnreadable: it is no JSON, or nested too deeply.
        ReviewFileEncoding: it is not UTF-8.
    """
    large = _is_large(stream)
    try:
        document = Elements(stream) if large else _whole(stream, path)
        nodes = None if large else read_nodes([document])
        if large or isinstance(document, list):
            for number, element in enumerate(document, start=1):
                found = False
                for outcome in reviews_in(element, given, column_map=column_map, nodes=nodes):
                    found = True
                    yield outcome
                if not found and isinstance(element, Mapping) and types_of(element) <= {"datafeeditem"}:
                    yield Rejected(None, f"element {number}: no claim text under a known name", raw_of(element))
        else:
            yield from reviews_in(document, given, column_map=column_map, nodes=nodes)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        why = f"is not JSON ({error.msg} at {where})"
        raise ReviewFileUnreadable(path, why, "correct it or fetch it again") from None
    except UnicodeDecodeError as error:
        raise ReviewFileEncoding(path, error.start) from None
    except RecursionError:
        raise ReviewFileUnreadable(path, *_DEEP) from None


def _is_large(stream: IO[bytes]) -> bool:
    """Whether there is more than is held whole; a packed stream does not know its end."""
    stream.seek(0)
    left = HELD
    while left >= 0 and (chunk := stream.read(min(left + 1, 1 << 20))):
        left -= len(chunk)
    return left < 0


def _whole(stream: IO[bytes], path: str) -> Any:
    text = decode_whole(read_whole(stream, HELD, path=path, remedy="give JSON lines"), path=path)
    try:
        found = load_json(text)
    except ValueError:
        return load_json(text, loose=True)
    return load_json(found, loose=True) if isinstance(found, str) else found
