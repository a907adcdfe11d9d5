"""CSV that a spreadsheet opens without running it, and that reads back exactly.

A text cell that a spreadsheet could take for a formula begins with an apostrophe more; so does one that begins with
an apostrophe itself, so that taking one off always gives the text back. An empty text is a lone apostrophe, a value
that is not there an empty cell. Lists and structures are JSON inside their cell. UTF-8 with a byte order mark, CRLF.
"""

import io
import json
from typing import Any

import polars as pl

from claimcheck.dataset.frame import frame_from_records, records_of, verdict_schema
from claimcheck.dataset.schema import Loss

__all__ = ["escape_cell", "format_csv", "parse_csv", "unescape_cell"]

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_SPREADSHEET_LIMIT = 32_767  # characters that the usual spreadsheets keep of a cell


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


def _losses(cells: pl.DataFrame, frame: pl.DataFrame) -> tuple[Loss, ...]:
    found = []
    for name, dtype in frame.schema.items():
        if isinstance(dtype, pl.List):
            found.append(Loss("lists written as JSON inside one cell", name, len(frame)))
            continue
        if isinstance(dtype, pl.String):
            changed = sum(cell is not None and cell.startswith("'") for cell in cells[name])
            if changed:
                found.append(
                    Loss("texts with an apostrophe put before them, so that none runs as a formula", name, changed)
                )
    for name in cells.columns:
        long = sum(cell is not None and len(cell) > _SPREADSHEET_LIMIT for cell in cells[name])
        if long:
            found.append(
                Loss(f"cells longer than the {_SPREADSHEET_LIMIT:,} characters a spreadsheet keeps", name, long)
            )
    return tuple(found)


def format_csv(frame: pl.DataFrame) -> tuple[bytes, tuple[Loss, ...]]:
    """A verdict frame as CSV, with what the form could not carry as it is."""
    schema = frame.schema
    cells = pl.DataFrame(
        [{name: _cell(value, schema[name]) for name, value in row.items()} for row in records_of(frame)],
        schema=dict.fromkeys(frame.columns, pl.String()),
        orient="row",
    )
    out = io.BytesIO()
    cells.write_csv(out, include_bom=True, line_terminator="\r\n")
    return out.getvalue(), _losses(cells, frame)


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
    return frame_from_records(
        {name: _value(row[name], dtype) for name, dtype in schema.items()} for row in cells.iter_rows(named=True)
    )
