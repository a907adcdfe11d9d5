"""Many rows through little memory: a dataset as batches, into Parquet and out of it again."""

import queue
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

import polars as pl
from polars.io.plugins import register_io_source

from claimcheck.dataset.frame import verdict_schema

__all__ = ["BATCH", "count_rows", "iter_batches", "write_parquet"]

BATCH = 32_768
"""Rows of a batch, and of a row group in Parquet."""

_AHEAD = 2  # batches that wait for the writer


class _Stopped(Exception):
    """The batches ended in an error, which the caller gets."""


def write_parquet(batches: Iterable[pl.DataFrame], out: IO[bytes] | Path, schema: pl.Schema | None = None) -> int:
    """Write the batches one after the other as one Parquet file; how many rows there were.

    All are of one schema, that of a verdict dataset where none is given.

    The bytes depend on the rows alone, not on how they were batched. The batches are taken in this thread, since what
    they come from may belong to it, and written in another; only a few are held at a time.
    """
    schema = schema or verdict_schema()
    waiting: queue.Queue[pl.DataFrame | BaseException | None] = queue.Queue(_AHEAD)
    failed: list[BaseException] = []
    done = threading.Event()

    def source(*_: object) -> Iterator[pl.DataFrame]:
        yield pl.DataFrame(schema=schema)
        while (batch := waiting.get()) is not None:
            if isinstance(batch, BaseException):
                raise _Stopped
            yield batch

    def write() -> None:
        try:
            frames = register_io_source(source, schema=schema)
            frames.sink_parquet(out, compression="zstd", row_group_size=BATCH, maintain_order=True)
        except BaseException as error:
            failed.append(error)
        finally:
            done.set()

    def give(batch: pl.DataFrame | BaseException | None) -> None:
        while not done.is_set():
            try:
                waiting.put(batch, timeout=0.2)
                return
            except queue.Full:
                continue

    writer = threading.Thread(target=write, name="parquet", daemon=True)
    writer.start()
    rows = 0
    try:
        for batch in _evened(batches):
            rows += len(batch)
            give(batch)
            if done.is_set():
                break
    except BaseException as error:
        give(error)
        writer.join()
        raise
    give(None)
    writer.join()
    if failed:
        raise failed[0]
    return rows


def _evened(batches: Iterable[pl.DataFrame]) -> Iterator[pl.DataFrame]:
    """The same rows in batches of ``BATCH``, so that row groups do not depend on how they came."""
    held: list[pl.DataFrame] = []
    count = 0
    for batch in batches:
        while count + len(batch) >= BATCH:
            room = BATCH - count
            yield pl.concat([*held, batch[:room]], rechunk=True)
            batch, held, count = batch[room:], [], 0
        if len(batch):
            held.append(batch)
            count += len(batch)
    if held:
        yield pl.concat(held, rechunk=True)


def count_rows(path: Path) -> int:
    """How many rows a Parquet file has, by its footer."""
    return int(pl.scan_parquet(path).select(pl.len()).collect().item())


def iter_batches(path: Path, columns: list[str] | None = None) -> Iterator[pl.DataFrame]:
    """The rows of a Parquet file in batches, in order."""
    frames = pl.scan_parquet(path)
    if columns is not None:
        frames = frames.select(columns)
    for start in range(0, count_rows(path), BATCH):
        yield frames.slice(start, BATCH).collect()
