"""The forms a verdict dataset takes: each writes bytes that depend on the rows alone, and reads them back exactly.

A file appears whole or not at all: it is written beside its place, synced and moved there.
"""

import hashlib
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from claimcheck.dataset.csv_cells import format_csv, parse_csv
from claimcheck.dataset.frame import frame_from_records, records_of, verdict_schema
from claimcheck.dataset.schema import Loss
from claimcheck.errors import DatasetFormatUnknown, DatasetNotWritable, DatasetUnreadable, FileNotWritable
from claimcheck.files import write_whole
from claimcheck.jsonl import BrokenLine, parse_lines

__all__ = ["FORMATS", "Format", "Written", "format_of", "read_dataset", "write_dataset"]


@dataclass(frozen=True, slots=True)
class Format:
    """A pair that formats and parses a frame; ``format`` also says what the form could not carry."""

    name: str
    format: Callable[[pl.DataFrame], tuple[bytes, tuple[Loss, ...]]]
    parse: Callable[[bytes], pl.DataFrame]


@dataclass(frozen=True, slots=True)
class Written:
    """A dataset file that was written; ``digest`` is the SHA-256 of its bytes."""

    path: Path
    rows: int
    size: int
    digest: str
    losses: tuple[Loss, ...]


def _format_parquet(frame: pl.DataFrame) -> tuple[bytes, tuple[Loss, ...]]:
    out = io.BytesIO()
    frame.write_parquet(out, compression="zstd", statistics=True)
    return out.getvalue(), ()


def _parse_parquet(data: bytes) -> pl.DataFrame:
    frame = pl.read_parquet(io.BytesIO(data))
    if frame.schema != verdict_schema():
        missing = [name for name in verdict_schema() if name not in frame.columns]
        raise ValueError(f"it lacks {', '.join(missing)}" if missing else "its columns have other types")
    return frame


def _format_jsonl(frame: pl.DataFrame) -> tuple[bytes, tuple[Loss, ...]]:
    lines = (json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n" for record in records_of(frame))
    return "".join(lines).encode(), ()


def _parse_jsonl(data: bytes) -> pl.DataFrame:
    records, names = [], verdict_schema().names()
    for number, found in parse_lines(data.decode("utf-8-sig").split("\n")):
        if isinstance(found, BrokenLine):
            raise ValueError(str(found))
        missing = [name for name in names if name not in found]
        if missing:
            raise ValueError(f"line {number} lacks {', '.join(missing)}")
        records.append(found)
    return frame_from_records(records)


FORMATS = {
    each.name: each
    for each in (
        Format("parquet", _format_parquet, _parse_parquet),
        Format("jsonl", _format_jsonl, _parse_jsonl),
        Format("csv", format_csv, parse_csv),
    )
}
"""The formats by name."""


def format_of(path: Path, name: str | None = None) -> Format:
    """The format of that name, else the one the path's ending says.

    >>> format_of(Path("verdicts.CSV")).name
    'csv'

    Raises:
        DatasetFormatUnknown: there is no such format.
    """
    wanted = name or path.suffix.lstrip(".").lower()
    if wanted not in FORMATS:
        raise DatasetFormatUnknown(wanted, tuple(FORMATS))
    return FORMATS[wanted]


def write_dataset(frame: pl.DataFrame, path: Path, *, form: str | None = None) -> Written:
    """Write a verdict frame as ``form``, else as the path's ending says; the same frame gives the same bytes.

    Raises:
        DatasetFormatUnknown: there is no such format.
        DatasetNotWritable: the place cannot be written.
    """
    chosen = format_of(path, form)
    data, losses = chosen.format(frame)
    try:
        write_whole(path, data)
    except FileNotWritable as error:
        raise DatasetNotWritable(str(path), error.why) from error
    return Written(path, len(frame), len(data), hashlib.sha256(data).hexdigest(), losses)


def read_dataset(path: Path, *, form: str | None = None) -> pl.DataFrame:
    """The verdict frame that ``write_dataset`` wrote: equal in values, types, order and None against empty.

    Raises:
        DatasetFormatUnknown: there is no such format.
        DatasetUnreadable: there is no such file, or it is no verdict dataset.
    """
    chosen = format_of(path, form)
    try:
        return chosen.parse(path.read_bytes())
    except OSError as error:
        raise DatasetUnreadable(str(path), error.strerror or str(error)) from error
    except KeyError as error:
        raise DatasetUnreadable(str(path), f"it lacks {error}") from error
    except (ValueError, TypeError, pl.exceptions.PolarsError) as error:
        raise DatasetUnreadable(str(path), str(error).splitlines()[0] if str(error) else "it cannot be read") from error
