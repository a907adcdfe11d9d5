"""The sides of a split, into and out of the ``split`` column."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import polars as pl

from claimcheck.dataset.batches import iter_batches
from claimcheck.dataset.leakage import SplitItem
from claimcheck.dataset.splits import binds

__all__ = ["split_items_in", "with_sides"]

_ANSWERS = ("same", "related", "unrelated", "relation")
_NEEDED = ["claim_id", "article_id", "label", "language", "past_checks", "published", "text"]


def split_items_in(path: Path) -> tuple[list[SplitItem], list[str]]:
    """What a split needs to know of each claim of a Parquet file, and its text."""
    items, texts = [], []
    for batch in iter_batches(path, _NEEDED):
        for row in batch.iter_rows(named=True):
            by_force: dict[bool, list[str]] = {True: [], False: []}
            for each in row["past_checks"]:
                force = {name: each[name] for name in _ANSWERS}
                by_force[binds(**force)].append(each["review_id"])
            items.append(
                SplitItem(
                    claim_id=row["claim_id"],
                    article_id=row["article_id"],
                    label=row["label"],
                    language=row["language"],
                    checks=tuple(by_force[True]),
                    leads=tuple(by_force[False]),
                    day=row["published"],
                )
            )
            texts.append(row["text"])
    return items, texts


def with_sides(batches: Iterable[pl.DataFrame], sides: Mapping[str, str | None]) -> Iterator[pl.DataFrame]:
    """The batches with each claim's side; None where it is on none."""
    for batch in batches:
        column = [sides.get(claim_id) for claim_id in batch["claim_id"]]
        yield batch.with_columns(pl.Series("split", column, dtype=pl.String()))
