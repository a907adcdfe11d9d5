"""``read_reviews``: any file of past checks → its reviews and what was rejected, in file order.

JSON lines and tables are read as a stream: a broken line is named and loses nothing else. A page is held whole, and so
is a JSON document of ordinary size; of a larger one, each element of its list by itself.
"""

import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any, BinaryIO

from claimcheck.errors import ClaimcheckError, ClusterError, NoReviewFound, ReviewArchiveEndless
from claimcheck.records import ClaimReview
from claimcheck.reviews.archive import zip_members
from claimcheck.reviews.collect import files_of, is_many
from claimcheck.reviews.document import read_document
from claimcheck.reviews.entries import read_feed
from claimcheck.reviews.find import read_nodes
from claimcheck.reviews.given import MAX_RAW, Given, Rejected
from claimcheck.reviews.loose_json import load_json
from claimcheck.reviews.objects import raw_of, reviews_of_record
from claimcheck.reviews.page import read_page
from claimcheck.reviews.ratings import Ratings
from claimcheck.reviews.source import Format, decode_whole, encoding_of, format_of, open_source, opened, read_whole
from claimcheck.reviews.table import read_csv, read_parquet

__all__ = ["read_reviews"]

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
    ratings: Ratings | None = None,
    sample: bool = False,
    say: Callable[[str], None] | None = None,
) -> Outcomes:
    """Each past check of a file (``-``: of ``stdin``), or where and why a record is none.

    ``source`` may be a folder, a pattern such as ``pages/*.html``, or a zip archive: then a file that cannot be read is
    one ``Rejected`` and loses no other. So is the rest of a file that breaks after some of it was read. Content decides
    the format, the suffix only in doubt; gzip is unpacked.
    ``publisher``, ``language`` and ``licence`` stand in where a record does not say. ``column_map`` (field → column or
    key) goes before guessing; ``ratings`` is the table that words are read by. ``say`` hears one line where something
    had to be assumed or left out. A page without ClaimReview markup is one ``Rejected``, not an error.

    Raises:
        ReviewFileMissing, ReviewFileUnreadable, ReviewFormatUnknown, ReviewFileEncoding: the file cannot be read.
        ReviewColumnsUnknown: no column of a table holds the claim.
        NoReviewFound: it can be read, and nothing in it is or tries to be a past check.
    """
    path = str(source)
    given = Given(publisher=publisher, language=language, licence=licence, sample=sample, ratings=ratings)
    reading = _Reading(given, column_map, _once(say) if say else _silent)
    found = False
    for outcome in _files(source, reading) if is_many(source) else _unbroken(_file(source, stdin, reading), path):
        found = True
        yield outcome
    for line in given.notes.lines():
        reading.say(f"{path}: {line}")
    if not found:
        raise NoReviewFound(path)


def _once(say: Callable[[str], None]) -> Callable[[str], None]:
    """What holds of many files alike, such as how their columns are read, is said of the first."""
    heard: set[str] = set()

    def once(line: str) -> None:
        what = line.partition(": ")[2]
        if what not in heard:
            heard.add(what)
            say(line)

    return once


def _silent(_: str) -> None:
    """Nobody listens."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What holds for all files of one source."""

    given: Given
    column_map: Mapping[str, str] | None
    say: Callable[[str], None]

    def of(self, name: str) -> "_Reading":
        """The same for one file, which the reviews will name as their source."""
        return replace(self, given=replace(self.given, source=name))


def _file(source: Path | str, stdin: BinaryIO | None, reading: _Reading) -> Outcomes:
    name = "-" if str(source) == "-" else Path(source).name
    with open_source(source, stdin) as (stream, suffix):
        yield from _outcomes(stream, suffix, reading.of(name), str(source))


def _files(source: Path | str, reading: _Reading) -> Outcomes:
    """The files of a folder or a pattern; each is named by its path."""
    for path in files_of(source, reading.say):
        yield from _named(str(path), _file(path, None, reading))


def _named(name: str, outcomes: Outcomes) -> Outcomes:
    """Outcomes of one file of several: what is rejected says which, and so does a file that cannot be read."""
    found = False
    try:
        for outcome in _unbroken(outcomes, name):
            found = True
            yield replace(outcome, file=outcome.file or name) if isinstance(outcome, Rejected) else outcome
    except ClaimcheckError as error:
        found = True
        yield Rejected(None, str(error).removeprefix(f"{name} "), file=name)
    if not found:
        yield Rejected(None, "holds no past check", file=name)


def _unbroken(outcomes: Outcomes, name: str) -> Outcomes:
    """Outcomes of a file; where it breaks after some of it was read, the last one says so.

    Raises:
        ClaimcheckError: it cannot be read at all.
    """
    read = 0
    try:
        for outcome in outcomes:
            read += 1
            yield outcome
    except ClaimcheckError as error:
        if not read or isinstance(error, ClusterError):  # whoever read it broke, not the file
            raise
        why = str(error).removeprefix(f"{name} ")
        yield Rejected(None, f"{why}; the {read} records before that were read, nothing after", file=name)


def _archive(stream: IO[bytes], reading: _Reading, path: str) -> Outcomes:
    """The members of an archive; one that is damaged loses no other, one that unfolds without end ends it."""
    for each in zip_members(stream, path=path):
        if isinstance(each, Rejected):
            yield each
            continue
        name, member = each
        endless: list[ReviewArchiveEndless] = []
        yield from _named(f"{path}/{name}", _marked(_member(member, name, reading, f"{path}/{name}"), endless))
        if endless:
            yield Rejected(None, "no further file of this archive is read", file=path)
            return


def _marked(outcomes: Outcomes, endless: list[ReviewArchiveEndless]) -> Outcomes:
    try:
        yield from outcomes
    except ReviewArchiveEndless as error:
        endless.append(error)
        raise


def _member(member: IO[bytes], name: str, reading: _Reading, path: str) -> Outcomes:
    with opened(member, path) as (stream, suffix):
        yield from _outcomes(stream, suffix, reading.of(f"{reading.given.source}/{name}"), path)


def _outcomes(stream: IO[bytes], suffix: str, reading: _Reading, path: str) -> Outcomes:
    given, column_map = reading.given, reading.column_map
    form = format_of(stream, suffix, path=path)
    if form is Format.ZIP:
        yield from _archive(stream, reading, path)
    elif form is Format.PARQUET:
        yield from read_parquet(stream, given, path=path, column_map=column_map)
    elif form is Format.FEED:
        yield from read_feed(read_whole(stream, _LARGEST_PAGE, path=path, remedy="give a part"), given, path=path)
    elif form is Format.HTML:
        data = read_whole(stream, _LARGEST_PAGE, path=path, remedy="give a single page")
        yield from read_page(decode_whole(data, path=path, page=True), given)
    elif form is Format.TABLE:
        encoding = encoding_of(stream, path=path)
        if encoding != "utf-8-sig":
            name = "Windows-1252" if encoding == "cp1252" else encoding
            reading.say(f"{path} is not UTF-8: read as {name}")
        text = io.TextIOWrapper(stream, encoding=encoding, newline="")
        try:
            yield from read_csv(text, given, path=path, column_map=column_map, say=reading.say)
        finally:
            text.detach()
    elif _is_lines(stream, suffix):
        yield from _read_lines(stream, given, column_map)
    else:
        yield from read_document(stream, given, path=path, column_map=column_map)


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
    if len(heads) > 1 and heads[1] in {b"{", b"["}:  # the next value begins, over several lines
        return False
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


def _read_lines(stream: IO[bytes], given: Given, column_map: Mapping[str, str] | None, *, first: int = 1) -> Outcomes:
    faults: dict[int, Rejected] = {}
    for number, line in enumerate(_text_lines(stream, faults, first), start=first):
        if number in faults:
            yield faults.pop(number)
            continue
        if not line.strip():
            continue
        try:
            record = load_json(line.rstrip("\r\n"))
        except (ValueError, RecursionError) as error:
            why = _POSITION.sub(r" at column \1", str(error)) or "nested too deeply"
            yield Rejected(number, f"not JSON ({why})", line[:MAX_RAW])
            continue
        found = False
        for outcome in _of_line(record, given, number, column_map):
            found = True
            yield outcome
        if not found:
            yield Rejected(number, "no claim text under a known name", raw_of(record))


def _of_line(record: Any, given: Given, number: int, column_map: Mapping[str, str] | None) -> Outcomes:
    """The reviews of a line; a list of objects, such as all that one page marks up, may stand on one."""
    if isinstance(record, list) and any(isinstance(each, dict) for each in record):
        nodes = read_nodes(record)
        for each in record:
            yield from reviews_of_record(each, given, line=number, column_map=column_map, nodes=nodes)
    elif isinstance(record, dict):
        yield from reviews_of_record(record, given, line=number, column_map=column_map)
    else:
        yield Rejected(number, f"a JSON {type(record).__name__}, not an object", raw_of(record))


def _text_lines(stream: IO[bytes], faults: dict[int, Rejected], first: int) -> Iterator[str]:
    """Lines as text; one that is too long or not UTF-8 becomes ``?`` and an entry in ``faults``."""
    number = first - 1
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
