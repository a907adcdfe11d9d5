"""Rows → one polars frame of a fixed schema, and a frame ↔ plain values for the text formats.

The schema is read off the fields of ``VerdictRow``, so that an empty frame has a full one's columns and types.
"""

import dataclasses
import typing
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from types import NoneType
from typing import Any

import polars as pl

from claimcheck.dataset.schema import Loss, VerdictRow

__all__ = [
    "empty_record",
    "encodable",
    "find_unencodable",
    "frame_from_records",
    "join_frames",
    "records_of",
    "verdict_frame",
    "verdict_schema",
]

_SIMPLE: dict[Any, pl.DataType] = {
    str: pl.String(),
    int: pl.Int64(),
    float: pl.Float64(),
    bool: pl.Boolean(),
    date: pl.Date(),
    datetime: pl.Datetime("us", "UTC"),
}


_SURROGATE = "\\ud"


def _dtype(hint: Any) -> pl.DataType:
    """The polars type of a field: ``X | None`` is X, ``tuple[X, ...]`` a list of X, a dataclass a struct."""
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    if dataclasses.is_dataclass(hint):
        return pl.Struct(_fields(typing.cast(type, hint)))
    arguments = [each for each in typing.get_args(hint) if each not in (NoneType, Ellipsis)]
    if typing.get_origin(hint) is tuple:
        return pl.List(_dtype(arguments[0]))
    return _dtype(arguments[0])


def _fields(record: type) -> dict[str, pl.DataType]:
    return {name: _dtype(hint) for name, hint in typing.get_type_hints(record).items()}


def verdict_schema() -> pl.Schema:
    """The columns of a verdict dataset, in order, with their types; datetimes are UTC."""
    return pl.Schema(_fields(VerdictRow))


def empty_record() -> dict[str, Any]:
    """A row of which nothing is known, as plain values: None everywhere, an empty list where a column holds lists."""
    return {
        name: [] if isinstance(dtype, pl.List) else False if isinstance(dtype, pl.Boolean) else None
        for name, dtype in _SCHEMA.items()
    }


def encodable(text: str) -> str:
    """The text with each lone surrogate, which is no character, as U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _plain(value: Any) -> Any:
    """A field as polars takes it: tuples as lists, dataclasses as dicts, moments in UTC."""
    if isinstance(value, str):
        return value if value.isascii() else encodable(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if dataclasses.is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, datetime):
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
    return value


def verdict_frame(rows: Iterable[VerdictRow]) -> pl.DataFrame:
    """A frame of the rows in their order, typed by ``verdict_schema`` also when there are none.

    A moment without a zone is taken as UTC. A lone surrogate becomes U+FFFD: ``find_unencodable`` counts them.
    """
    return pl.DataFrame([_plain(row) for row in rows], schema=verdict_schema(), orient="row")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))


def find_unencodable(rows: Iterable[VerdictRow]) -> tuple[Loss, ...]:
    """How many texts of each column hold a lone surrogate, which no dataset format can carry."""
    found: Counter[str] = Counter()
    for row in rows:
        if _SURROGATE not in repr(row):  # nearly always: repr writes a lone surrogate as an escape
            continue
        for field in dataclasses.fields(row):
            found[field.name] += sum(encodable(text) != text for text in _texts(getattr(row, field.name)))
    return tuple(
        Loss("texts with a broken character, written as U+FFFD", name, count) for name, count in found.items() if count
    )


def _as_json(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _as_json(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_as_json(each) for each in value]
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else value


def records_of(frame: pl.DataFrame) -> Iterator[dict[str, Any]]:
    """Each row with values that JSON knows; dates and moments in ISO 8601."""
    for row in frame.iter_rows(named=True):
        yield {name: _as_json(value) for name, value in row.items()}


def _from_json(value: Any, dtype: pl.DataType) -> Any:
    if value is None:
        return None
    if isinstance(dtype, pl.Struct):
        return {
            field.name: _from_json(value[field.name], typing.cast(pl.DataType, field.dtype)) for field in dtype.fields
        }
    if isinstance(dtype, pl.List):
        return [_from_json(each, typing.cast(pl.DataType, dtype.inner)) for each in value]
    if isinstance(dtype, pl.Datetime):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(dtype, pl.Date) else value


def join_frames(frames: Iterable[pl.DataFrame]) -> pl.DataFrame:
    """The rows of verdict frames one after the other; an empty frame of the schema where there are none."""
    return pl.concat([pl.DataFrame(schema=verdict_schema()), *frames])


_SCHEMA = verdict_schema()


def frame_from_records(records: Iterable[Mapping[str, Any]]) -> pl.DataFrame:
    """The frame that ``records_of`` took apart.

    Raises:
        KeyError: a column is missing.
        ValueError, TypeError: a value is not what its column holds.
    """
    schema = _SCHEMA
    rows = [{name: _from_json(record[name], dtype) for name, dtype in schema.items()} for record in records]
    return pl.DataFrame(rows, schema=schema, orient="row", strict=True)
