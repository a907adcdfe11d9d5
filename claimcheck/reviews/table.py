"""Tables of past checks: CSV and TSV row by row, Parquet batch by batch; columns are given or guessed by name."""

import csv
import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from claimcheck.errors import ReviewFileUnreadable
from claimcheck.records import ClaimReview
from claimcheck.reviews.columns import draft_row, format_map, guess_columns, score_header
from claimcheck.reviews.draft import build_review
from claimcheck.reviews.flat import is_own_row, was_object
from claimcheck.reviews.given import Given, Refusal, Rejected
from claimcheck.reviews.lines import review_of_line
from claimcheck.reviews.objects import raw_of, reviews_of_record

__all__ = ["delimiter_of", "read_csv", "read_parquet"]

_DELIMITERS = ",\t;|"
_LARGEST_CELL = 10_000_000
_BATCH = 5_000
_SEPARATOR_SAID = re.compile(r"^\ufeff?sep=.\s*$", re.IGNORECASE)


def delimiter_of(header: str) -> str | None:
    """The delimiter that makes the most known columns of a header line, then the most columns; None if it makes none.

    >>> delimiter_of("claim;verdict;date, as printed"), delimiter_of("some prose")
    (';', None)
    """

    def worth(delimiter: str) -> tuple[int, int]:
        try:
            names = next(csv.reader([header], delimiter=delimiter), [])
        except csv.Error:
            names = []
        return score_header(names), len(names)

    best = max(_DELIMITERS, key=worth)
    known, columns = worth(best)
    return best if columns > 1 or known else None


def read_csv(
    text: IO[str],
    given: Given,
    *,
    path: str,
    column_map: Mapping[str, str] | None = None,
    say: Callable[[str], None] | None = None,
) -> Iterator[ClaimReview | Rejected]:
    """The reviews of a delimited file with a header; a row is named by the line it starts on.

    Raises:
        ReviewColumnsUnknown: no column holds the claim.
    """
    long: list[int] = []
    lines = _bounded(text, long)
    first = next(lines, "")
    if _SEPARATOR_SAID.match(first):  # a line that spreadsheets write before the header
        first = next(lines, "")
    delimiter = delimiter_of(first.strip("\ufeff\r\n"))
    rows = csv.reader(_chained(first.lstrip("\ufeff"), lines), delimiter=delimiter or ",")
    before = csv.field_size_limit(_LARGEST_CELL)
    try:
        header = tuple(name.strip() for name in next(rows, []))
        own = is_own_row(header) and not column_map
        nested = was_object(header) and not column_map
        columns = {} if own or nested else guess_columns(header, given=column_map, path=path)
        if say and columns:
            say(f"{path}: read as {format_map(columns)}")
            if left := [name for name in header if name and name not in columns.values()]:
                said = ", ".join(repr(name[:40]) for name in left[:8]) + (", …" if len(left) > 8 else "")
                say(f"{path}: columns not read: {said}; --map FIELD=COLUMN reads one")
        while True:
            line = rows.line_num + 1
            try:
                cells = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                yield Rejected(line, f"not a readable row ({error})")
                continue
            if long and line <= long[-1] <= rows.line_num:
                yield Rejected(line, f"a line of more than {_LARGEST_CELL // 1_000_000} MB", raw_of(cells))
                continue
            if not any(cell.strip() for cell in cells):
                continue
            if any(cells[len(header) :]):
                yield Rejected(line, f"{len(cells)} cells under {len(header)} columns", raw_of(cells))
                continue
            row = dict(zip(header, cells, strict=False))
            if nested:
                yield from _of_row(row, given, line, None)
                continue
            try:
                yield review_of_line(row, given) if own else build_review(draft_row(row, columns), given)
            except Refusal as refusal:
                yield Rejected(line, str(refusal), raw_of({name: cell for name, cell in row.items() if cell}))
    finally:
        csv.field_size_limit(before)


def _bounded(text: IO[str], long: list[int]) -> Iterator[str]:
    """The lines of a text; of one that is too long, its beginning, and its number is put into ``long``."""
    number = 0
    while line := text.readline(_LARGEST_CELL):
        number += 1
        if len(line) >= _LARGEST_CELL and not line.endswith(("\n", "\r")):
            long.append(number)
            while (rest := text.readline(_LARGEST_CELL)) and not rest.endswith(("\n", "\r")):
                pass
            line = line[:1_000].replace('"', "") + "\n"
        yield line


def _chained(first: str, lines: Iterator[str]) -> Iterator[str]:
    yield first
    yield from lines


def read_parquet(
    source: IO[bytes], given: Given, *, path: str, column_map: Mapping[str, str] | None = None
) -> Iterator[ClaimReview | Rejected]:
    """The reviews of a Parquet file; a row is named by its number, from 1.

    Raises:
        ReviewColumnsUnknown: no column holds the claim.
        ReviewFileUnreadable: the file is damaged.
    """
    import polars

    try:
        with _quiet():
            frame = polars.scan_parquet(source)
            header = tuple(frame.collect_schema().names())
    except (polars.exceptions.PolarsError, polars.exceptions.PanicException, OSError) as error:
        raise _damaged(path, error) from None
    nested = "claimReviewed" in header or was_object(header)
    if not nested and not (is_own_row(header) and not column_map):
        guess_columns(header, given=column_map, path=path)
    start = 0
    while True:
        try:
            with _quiet():
                batch = frame.slice(start, _BATCH).collect()
        except (polars.exceptions.PolarsError, polars.exceptions.PanicException, OSError) as error:
            raise _damaged(path, error) from None
        for number, row in enumerate(batch.iter_rows(named=True), start=start + 1):
            yield from _of_row(row, given, number, column_map)
        if batch.height < _BATCH:
            return
        start += _BATCH


def _of_row(
    row: dict[str, Any], given: Given, number: int, column_map: Mapping[str, str] | None
) -> Iterator[ClaimReview | Rejected]:
    found = False
    for outcome in reviews_of_record(row, given, line=number, column_map=column_map):
        found = True
        yield outcome
    if not found:
        yield Rejected(number, "no claim text", raw_of(row))


@contextmanager
def _quiet() -> Iterator[None]:
    """Without what the library under polars writes to standard error where a file is damaged; the error says it."""
    try:
        kept = os.dup(2)
    except OSError:  # no standard error at all
        yield
        return
    try:
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _damaged(path: str, error: BaseException) -> ReviewFileUnreadable:
    why = str(error).splitlines()[0][:120] if str(error) else type(error).__name__
    return ReviewFileUnreadable(path, f"is no readable Parquet file ({why})", "write it again")
