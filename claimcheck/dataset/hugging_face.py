"""The Hugging Face layout: a folder with a Parquet file a split and a dataset card, as ``load_dataset`` reads it.

Rows without a split are ``train``, as the library calls what is not split; their ``split`` column stays null.
"""

import contextlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from claimcheck.dataset.batches import count_rows, write_parquet
from claimcheck.dataset.card import format_card
from claimcheck.dataset.form import Batches, Context, Finding, Form
from claimcheck.dataset.frame import verdict_schema
from claimcheck.dataset.rows import examine_parquet
from claimcheck.dataset.schema import Loss

__all__ = ["HUGGING_FACE"]

_CARD, _DATA, _SPOOL = "README.md", "data", ".spool.parquet"
_WHOLE = "train"


def _write(batches: Batches, folder: Path, context: Context) -> tuple[Loss, ...]:
    spool = folder / _SPOOL
    try:
        rows = write_parquet(batches, spool)
        lazy = pl.scan_parquet(spool)
        splits = lazy.select(pl.col("split").unique(maintain_order=True)).collect()["split"].to_list()
        languages = lazy.select(pl.col("language").drop_nulls().unique().sort()).collect()["language"].to_list()
        (folder / _DATA).mkdir()
        files: dict[str, str] = {}
        for split in splits or [None]:
            name = _name(split, files)
            files[name] = f"{_DATA}/{name}-00000-of-00001.parquet"
            part = lazy.filter(pl.col("split").eq_missing(pl.lit(split, dtype=pl.String())))
            part.sink_parquet(folder / files[name], compression="zstd", maintain_order=True)
    finally:
        spool.unlink(missing_ok=True)
    (folder / _CARD).write_text(format_card(rows, languages, files, context), encoding="utf-8")
    moved = rows if len(splits) > 1 else 0
    return (Loss("rows stand by split, no longer by article", None, moved),) if moved else ()


def _name(split: str | None, taken: dict[str, str]) -> str:
    """The split as the library allows it to be called, each its own."""
    name = base = re.sub(r"\W+", "_", split or "", flags=re.ASCII).strip("_") or _WHOLE
    number = 2
    while name in taken:
        name, number = f"{base}_{number}", number + 1
    return name


def _files(folder: Path) -> list[Path]:
    """The data files, in the order the card names them, else by name."""
    card = folder / _CARD
    text = card.read_text(encoding="utf-8") if card.is_file() else ""
    named = re.search(r"^configs: (\[.*\])$", text, re.MULTILINE)
    if named:
        return [folder / each["path"] for config in json.loads(named[1]) for each in config["data_files"]]
    return sorted((folder / _DATA).glob("*.parquet"))


def _read(folder: Path) -> pl.DataFrame:
    files = _files(folder)
    if not files:
        raise ValueError(f"it has no Parquet file in {_DATA}/")
    frame = pl.concat([pl.read_parquet(each) for each in files])
    if frame.schema != verdict_schema():
        raise ValueError("its columns are not those of a verdict dataset")
    return frame


def _examine(folder: Path) -> Iterator[Finding]:
    card = folder / _CARD
    if not card.is_file():
        yield Finding(_CARD, None, "is missing: a dataset card says what the data is")
    elif not card.read_text(encoding="utf-8", errors="replace").startswith("---\n"):
        yield Finding(f"{_CARD}, line 1", None, "has no YAML header")
    try:
        files = _files(folder)
    except (ValueError, KeyError, TypeError) as error:
        yield Finding(_CARD, "configs", f"cannot be read ({error})")
        return
    if not files:
        yield Finding(_DATA, None, "holds no Parquet file")
    for file in files:
        name = file.relative_to(folder).as_posix()
        if not file.is_file():
            yield Finding(name, None, f"is named in {_CARD} but is not there")
            continue
        yield from (Finding(f"{name}, {each.place or 'file'}", each.field, each.what) for each in examine_parquet(file))
        with contextlib.suppress(pl.exceptions.PolarsError):  # said above: it cannot be read
            if not count_rows(file):
                yield Finding(name, None, "has no row")


HUGGING_FACE = Form("hf", "Hugging Face", (), _write, _read, _examine, folder=True)
"""``hf``: a folder."""
