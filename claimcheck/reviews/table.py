"""Tables of past checks: CSV and TSV row by row, Parquet batch by batch; columns are given or guessed by name."""

import csv
from collections.abc import Iterator, Mapping
from typing import IO, Any

from claimcheck.errors import ReviewFileUnreadable
from claimcheck.records import ClaimReview
from claimcheck.reviews.columns import draft_row, guess_columns, score_header
from claimcheck.reviews.draft import build_review
from claimcheck.reviews.given import Given, Refusal, Rejected
from claimcheck.reviews.lines import is_own_line, review_of_line
from claimcheck.reviews.objects import raw_of, reviews_of_record

__all__ = ["delimiter_of", "read_csv", "read_parquet"]

_DELIMITERS = ",\t;|"
_LARGEST_CELL = 10_000_000
_BATCH = 5_000


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
    lines: Iterator[str], given: Given, *, path: str, column_map: Mapping[str, str] | None = None
) -> Iterator[ClaimReview | Rejected]:
    """The reviews of a delimited file with a header; a row is named by the line it starts on.

    Raises:
        ReviewColumnsUnknown: no column holds the claim.
    """
    first = next(lines, "")
    delimiter = delimiter_of(first.strip("\ufeff\r\n"))
    rows = csv.reader(_chained(first.lstrip("\ufeff"), lines), delimiter=delimiter or ",")
    before = csv.field_size_limit(_LARGEST_CELL)
    try:
        header = [name.strip() for name in next(rows, [])]
        own = "claim_reviewed" in header and not column_map
        columns = {} if own else guess_columns(header, given=column_map, path=path)
        while True:
            line = rows.line_num + 1
            try:
                cells = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                yield Rejected(line, f"not a readable row ({error})")
                continue
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) > len(header):
                yield Rejected(line, f"{len(cells)} cells under {len(header)} columns", raw_of(cells))
                continue
            row = dict(zip(header, cells, strict=False))
            try:
                yield review_of_line(row, given) if own else build_review(draft_row(row, columns), given)
            except Refusal as refusal:
                yield Rejected(line, str(refusal), raw_of({name: cell for name, cell in row.items() if cell}))
    finally:
        csv.field_size_limit(before)


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
        frame = polars.scan_parquet(source)
        header = frame.collect_schema().names()
    except (polars.exceptions.PolarsError, OSError) as error:
        raise _damaged(path, error) from None
    nested = "claimReviewed" in header or "claimReview" in header
    if not nested and not (is_own_line(dict.fromkeys(header)) and not column_map):
        guess_columns(header, given=column_map, path=path)
    start = 0
    while True:
        try:
            batch = frame.slice(start, _BATCH).collect()
        except (polars.exceptions.PolarsError, OSError) as error:
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


def _damaged(path: str, error: Exception) -> ReviewFileUnreadable:
    why = str(error).splitlines()[0][:120] if str(error) else type(error).__name__
    return ReviewFileUnreadable(path, f"is no readable Parquet file ({why})", "write it again")
