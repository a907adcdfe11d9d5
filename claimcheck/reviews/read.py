"""``read_reviews``: any file of past checks → its reviews and what was rejected, in file order.

JSON lines and tables are read as a stream: a broken line is named and loses nothing else. A JSON document or a page is
held whole.
"""

import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, BinaryIO

from claimcheck.errors import NoReviewFound, ReviewFileUnreadable
from claimcheck.jsonl import BrokenLine, parse_lines
from claimcheck.records import ClaimReview
from claimcheck.reviews.given import MAX_RAW, Given, Rejected
from claimcheck.reviews.objects import raw_of, reviews_in, reviews_of_record
from claimcheck.reviews.page import read_page
from claimcheck.reviews.source import Format, decode_whole, encoding_of, format_of, open_source, read_whole
from claimcheck.reviews.table import read_csv, read_parquet

__all__ = ["read_reviews"]

_LARGEST_DOCUMENT = 512_000_000
_LARGEST_PAGE = 64_000_000
_LARGEST_LINE = 10_000_000
_POSITION = re.compile(r": line 1 column (\d+) \(char \d+\)")

Outcomes = Iterator[ClaimReview | Rejected]


def read_reviews(
    source: Path | str,
    *,
    stdin: BinaryIO | None = None,
    publisher: str | None = None,
    language: str | None = None,
    licence: str | None = None,
    column_map: Mapping[str, str] | None = None,
    sample: bool = False,
    say: Callable[[str], None] | None = None,
) -> Outcomes:
    """Each past check of a file (``-``: of ``stdin``), or where and why a record is none.

    Content decides the format, the suffix only in doubt; gzip is unpacked. ``publisher``, ``language`` and ``licence``
    stand in where a record does not say. ``column_map`` (field → column or key) goes before guessing. ``say`` hears one
    line where something had to be assumed. A page without ClaimReview markup is one ``Rejected``, not an error.

    Raises:
        ReviewFileMissing, ReviewFileUnreadable, ReviewFormatUnknown, ReviewFileEncoding: the file cannot be read.
        ReviewColumnsUnknown: no column of a table holds the claim.
        NoReviewFound: it can be read, and nothing in it is or tries to be a past check.
    """
    path = str(source)
    name = "-" if path == "-" else Path(path).name
    given = Given(publisher=publisher, language=language, licence=licence, source=name, sample=sample)
    found = False
    with open_source(source, stdin) as (stream, suffix):
        for outcome in _outcomes(stream, suffix, given, path, column_map, say or _silent):
            found = True
            yield outcome
    if not found:
        raise NoReviewFound(path)


def _silent(_: str) -> None:
    """Nobody listens."""


def _outcomes(
    stream: IO[bytes],
    suffix: str,
    given: Given,
    path: str,
    column_map: Mapping[str, str] | None,
    say: Callable[[str], None],
) -> Outcomes:
    form = format_of(stream, suffix, path=path)
    if form is Format.PARQUET:
        yield from read_parquet(stream, given, path=path, column_map=column_map)
    elif form is Format.HTML:
        data = read_whole(stream, _LARGEST_PAGE, path=path, remedy="give a single page")
        yield from read_page(decode_whole(data, path=path, page=True), given)
    elif form is Format.TABLE:
        encoding = encoding_of(stream, path=path)
        if encoding == "cp1252":
            say(f"{path} is not UTF-8: read as Windows-1252")
        text = io.TextIOWrapper(stream, encoding=encoding, newline="")
        try:
            yield from read_csv(text, given, path=path, column_map=column_map)
        finally:
            text.detach()
    elif _is_lines(stream, suffix):
        yield from _read_lines(stream, given, column_map)
    else:
        yield from _read_document(stream, given, path, column_map)


def _is_lines(stream: IO[bytes], suffix: str) -> bool:
    """Whether JSON comes one object a line: two of the first lines are objects, or one is and the name says lines."""
    stream.seek(0)
    heads: list[bytes] = []
    while len(heads) < 3 and (line := stream.readline(_LARGEST_LINE)):
        if line.strip(b"\xef\xbb\xbf \t\r\n"):
            heads.append(line.strip(b"\xef\xbb\xbf \t\r\n"))
    stream.seek(0)
    if not heads or heads[0].startswith(b"["):
        return len(heads) > 1 and _is_json(heads[0])
    objects = sum(head.startswith(b"{") and _is_json(head) for head in heads)
    if suffix in {".jsonl", ".ndjson"}:
        return objects > 0 or heads[0] != b"{"
    return objects > 1 or (objects == 1 and len(heads) > 1)


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _read_lines(stream: IO[bytes], given: Given, column_map: Mapping[str, str] | None) -> Outcomes:
    faults: dict[int, Rejected] = {}
    for number, record in parse_lines(_text_lines(stream, faults)):
        if number in faults:
            yield faults.pop(number)
        elif isinstance(record, BrokenLine):
            yield Rejected(number, _POSITION.sub(r" at column \1", record.why))
        else:
            found = False
            for outcome in reviews_of_record(record, given, line=number, column_map=column_map):
                found = True
                yield outcome
            if not found:
                yield Rejected(number, "no claim text under a known name", raw_of(record))


def _text_lines(stream: IO[bytes], faults: dict[int, Rejected]) -> Iterator[str]:
    """Lines as text; one that is too long or not UTF-8 becomes ``?`` and an entry in ``faults``."""
    number = 0
    while line := stream.readline(_LARGEST_LINE):
        number += 1
        start = line[:MAX_RAW].decode("utf-8", "replace")
        if len(line) >= _LARGEST_LINE and not line.endswith(b"\n"):
            while (rest := stream.readline(_LARGEST_LINE)) and not rest.endswith(b"\n"):
                pass
            faults[number] = Rejected(number, f"a line of more than {_LARGEST_LINE // 1_000_000} MB", start)
            yield "?"
            continue
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            faults[number] = Rejected(number, f"not UTF-8 (byte {error.start + 1} of the line)", start)
            yield "?"


def _read_document(stream: IO[bytes], given: Given, path: str, column_map: Mapping[str, str] | None) -> Outcomes:
    data = read_whole(stream, _LARGEST_DOCUMENT, path=path, remedy="give it as JSON lines, which are read as a stream")
    try:
        document = json.loads(decode_whole(data, path=path), strict=False)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise ReviewFileUnreadable(
            path, f"is not JSON ({error.msg} at {where})", "correct it or fetch it again"
        ) from None
    except RecursionError:
        raise ReviewFileUnreadable(path, "is JSON nested too deeply", "give a list of ClaimReview objects") from None
    yield from reviews_in(document, given, column_map=column_map)
