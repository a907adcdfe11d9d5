"""CSV that a spreadsheet opens without running it, and that reads back exactly.

A text cell that a spreadsheet could take for a formula begins with an apostrophe more; so does one that begins with
an apostrophe itself, so that taking one off always gives the text back. An empty text is a lone apostrophe, a value
that is not there an empty cell. Lists and structures are JSON inside their cell. UTF-8 with a byte order mark, CRLF.
"""

import io
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import IO, Any

import polars as pl

from claimcheck.dataset.frame import frame_from_records, records_of, verdict_schema
from claimcheck.dataset.schema import Loss

__all__ = ["escape_cell", "format_csv", "parse_csv", "parse_row", "unescape_cell", "write_csv"]

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_SPREADSHEET_LIMIT = 32_767  # characters that the usual spreadsheets keep of a cell
_LISTS = "lists written as JSON inside one cell"
_ESCAPED = "texts with an apostrophe put before them, so that none runs as a formula"
_LONG = f"cells longer than the {_SPREADSHEET_LIMIT:,} characters a spreadsheet keeps"


def escape_cell(text: str) -> str:
    """The text as a cell no spreadsheet runs.

    >>> escape_cell("=1+1"), escape_cell("1+1"), escape_cell("'tis"), escape_cell("")
    ("'=1+1", '1+1', "''tis", "'")
    """
    return f"'{text}" if not text or text.startswith(("'", *_FORMULA_STARTS)) else text


def unescape_cell(cell: str) -> str:
    """The text that ``escape_cell`` made a cell of."""
    return cell.removeprefix("'")


def _cell(value: Any, dtype: pl.DataType) -> str | None:
    if value is None:
        return None
    if isinstance(dtype, pl.List):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if isinstance(dtype, pl.Boolean):
        return "true" if value else "false"
    return escape_cell(value) if isinstance(dtype, pl.String) else str(value)


def _value(cell: str | None, dtype: pl.DataType) -> Any:
    if cell is None:
        return None
    if isinstance(dtype, pl.List):
        return json.loads(cell)
    if isinstance(dtype, pl.Boolean):
        return {"true": True, "false": False}[cell]
    if isinstance(dtype, pl.Int64):
        return int(cell)
    return unescape_cell(cell) if isinstance(dtype, pl.String) else cell


def _count_losses(found: Counter[tuple[str, str]], cells: pl.DataFrame, frame: pl.DataFrame) -> None:
    for name, dtype in frame.schema.items():
        if isinstance(dtype, pl.List):
            found[_LISTS, name] += len(frame)
        elif isinstance(dtype, pl.String):
            found[_ESCAPED, name] += int(cells[name].str.starts_with("'").sum())
    for name in cells.columns:
        found[_LONG, name] += int((cells[name].str.len_chars() > _SPREADSHEET_LIMIT).sum())


def write_csv(batches: Iterable[pl.DataFrame], out: IO[bytes]) -> tuple[Loss, ...]:
    """Write verdict frames as one CSV; what the form could not carry as it is."""
    schema = verdict_schema()
    found: Counter[tuple[str, str]] = Counter()
    empty = pl.DataFrame(schema=dict.fromkeys(schema, pl.String()))
    empty.write_csv(out, include_bom=True, line_terminator="\r\n")
    for frame in batches:
        cells = pl.DataFrame(
            [{name: _cell(value, schema[name]) for name, value in row.items()} for row in records_of(frame)],
            schema=empty.schema,
            orient="row",
        )
        cells.write_csv(out, include_header=False, line_terminator="\r\n")
        _count_losses(found, cells, frame)
    order = {name: place for place, name in enumerate(schema)}
    losses = [Loss(what, name, count) for (what, name), count in found.items() if count]
    return tuple(sorted(losses, key=lambda loss: (loss.what == _LONG, order[loss.column or ""])))


def format_csv(frame: pl.DataFrame) -> tuple[bytes, tuple[Loss, ...]]:
    """A verdict frame as CSV, with what the form could not carry as it is."""
    out = io.BytesIO()
    losses = write_csv([frame], out)
    return out.getvalue(), losses


def parse_row(cells: Mapping[str, str | None]) -> dict[str, Any]:
    """The values of a line's cells.

    Raises:
        KeyError, ValueError, TypeError: a cell is missing or holds no such value.
    """
    return {name: _value(cells[name], dtype) for name, dtype in verdict_schema().items()}


def parse_csv(data: bytes) -> pl.DataFrame:
    """The verdict frame that ``format_csv`` wrote, exactly.

    Raises:
        ValueError, KeyError, TypeError, pl.exceptions.PolarsError: it is no such CSV.
    """
    cells = pl.read_csv(data, infer_schema=False)
    schema = verdict_schema()
    missing = [name for name in schema if name not in cells.columns]
    if missing:
        raise ValueError(f"it lacks {', '.join(missing)}")
    return frame_from_records(parse_row(row) for row in cells.iter_rows(named=True))
