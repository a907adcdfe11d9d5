"""The forms that carry every column: Parquet, JSON lines and CSV. They are written batch by batch and lose no value."""

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import polars as pl

from claimcheck.dataset.batches import iter_batches, write_parquet
from claimcheck.dataset.csv_cells import parse_csv, parse_row, write_csv
from claimcheck.dataset.form import Batches, Context, Finding, Form
from claimcheck.dataset.frame import frame_from_records, records_of, verdict_schema
from claimcheck.dataset.row_problems import Examiner
from claimcheck.dataset.schema import Loss
from claimcheck.jsonl import BrokenLine, parse_lines

__all__ = ["CSV", "JSONL", "PARQUET", "examine_parquet"]


def _write_parquet(batches: Batches, out: IO[bytes], _: Context) -> tuple[Loss, ...]:
    write_parquet(batches, out)
    return ()


def _read_parquet(path: Path) -> pl.DataFrame:
    frame = pl.read_parquet(path)
    if frame.schema != verdict_schema():
        raise ValueError(_other_schema(frame.schema))
    return frame


def _other_schema(found: pl.Schema) -> str:
    missing = [name for name in verdict_schema() if name not in found]
    strange = [name for name, dtype in found.items() if verdict_schema().get(name) != dtype]
    return f"it lacks {', '.join(missing)}" if missing else f"other types in {', '.join(strange) or 'its order'}"


def examine_parquet(path: Path) -> Iterator[Finding]:
    """What is wrong with a Parquet file of verdicts."""
    try:
        found = pl.read_parquet_schema(path)
        if dict(found) != dict(verdict_schema()):
            yield Finding(None, None, _other_schema(pl.Schema(found)))
            return
        examiner, number = Examiner(), 0
        for batch in iter_batches(path):
            for record in records_of(batch):
                number += 1
                yield from examiner.look(record, f"row {number}")
    except (OSError, pl.exceptions.PolarsError) as error:
        yield Finding(None, None, f"cannot be read as Parquet ({str(error).splitlines()[0]})")


def _write_jsonl(batches: Batches, out: IO[bytes], _: Context) -> tuple[Loss, ...]:
    for batch in batches:
        lines = (json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n" for record in records_of(batch))
        out.write("".join(lines).encode())
    return ()


def _read_jsonl(path: Path) -> pl.DataFrame:
    records, names = [], verdict_schema().names()
    with path.open(encoding="utf-8-sig", newline="\n") as lines:
        for number, found in parse_lines(lines):
            if isinstance(found, BrokenLine):
                raise ValueError(str(found))
            missing = [name for name in names if name not in found]
            if missing:
                raise ValueError(f"line {number} lacks {', '.join(missing)}")
            records.append(found)
    return frame_from_records(records)


def _examine_jsonl(path: Path) -> Iterator[Finding]:
    examiner, names = Examiner(), verdict_schema().names()
    try:
        with path.open(encoding="utf-8-sig", newline="\n") as lines:
            for number, found in parse_lines(lines):
                place = f"line {number}"
                if isinstance(found, BrokenLine):
                    yield Finding(place, None, found.why)
                    continue
                missing = [name for name in names if name not in found]
                if missing:
                    yield Finding(place, None, f"lacks {', '.join(missing)}")
                    continue
                try:
                    frame_from_records([found])
                    yield from examiner.look(found, place)
                except _WRONG as error:
                    yield Finding(place, None, _first_line(error))
    except UnicodeDecodeError as error:
        yield Finding(None, None, f"not UTF-8 ({error.reason} at byte {error.start})")


def _write_csv(batches: Batches, out: IO[bytes], _: Context) -> tuple[Loss, ...]:
    return write_csv(batches, out)


def _read_csv(path: Path) -> pl.DataFrame:
    return parse_csv(path.read_bytes())


def _examine_csv(path: Path) -> Iterator[Finding]:
    examiner, names = Examiner(), verdict_schema().names()
    csv.field_size_limit(sys.maxsize)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            head = next(reader, [])
            missing = [name for name in names if name not in head]
            if missing:
                yield Finding("line 1", None, f"lacks {', '.join(missing)}")
                return
            begins = reader.line_num + 1
            for cells in reader:
                place, begins = f"line {begins}", reader.line_num + 1
                if len(cells) != len(head):
                    yield Finding(place, None, f"has {len(cells)} cells, wanted {len(head)}")
                    continue
                try:
                    record = parse_row({name: cell or None for name, cell in zip(head, cells, strict=True)})
                    frame_from_records([record])
                    yield from examiner.look(record, place)
                except _WRONG as error:
                    yield Finding(place, None, _first_line(error))
    except (UnicodeDecodeError, csv.Error) as error:
        yield Finding(None, None, f"cannot be read as CSV ({error})")


_WRONG = (KeyError, TypeError, ValueError, pl.exceptions.PolarsError)


def _first_line(error: Exception) -> str:
    return f"lacks {error}" if isinstance(error, KeyError) else str(error).splitlines()[0]


PARQUET = Form("parquet", "Parquet", ("parquet",), _write_parquet, _read_parquet, examine_parquet)
"""``parquet``: every column with its type."""

JSONL = Form("jsonl", "JSON lines", ("jsonl", "ndjson"), _write_jsonl, _read_jsonl, _examine_jsonl)
"""``jsonl``: every column, one object a line."""

CSV = Form("csv", "CSV", ("csv",), _write_csv, _read_csv, _examine_csv)
"""``csv``: every column, safe to open in a spreadsheet."""
