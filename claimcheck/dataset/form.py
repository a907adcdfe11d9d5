"""What a form of a dataset is: how it is written, read back and examined; and what a finished file came to."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from claimcheck.dataset.schema import Loss
from claimcheck.scheme import Scheme, read_scheme

__all__ = ["Batches", "Context", "Finding", "Form", "Frame", "Written", "context_of", "digest_of"]

Frame = pl.DataFrame
"""A dataset in memory."""

Batches = Iterable[pl.DataFrame]
"""A dataset as frames of one schema, one after the other."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a form may need beside the rows; all but ``scheme`` may be missing.

    ``article`` gives an article's text by its id, ``task`` a claim's labeling task by the claim's id; ``facts`` are for
    a dataset card (``card.py`` says which).
    """

    scheme: Scheme
    title: str = "Verdicts"
    publisher: str | None = None
    publisher_url: str | None = None
    licence: str | None = None
    article: Callable[[str], str | None] = lambda _: None
    task: Callable[[str], Mapping[str, Any] | None] = lambda _: None
    facts: Mapping[str, Any] | None = None


def context_of(context: Context | None) -> Context:
    """The context, or one with the shipped scheme and nothing else."""
    return context or Context(read_scheme())


def digest_of(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong in a dataset file: its line (its row, where a form has no lines), field and reason."""

    place: str | None
    field: str | None
    what: str

    def __str__(self) -> str:
        where = ", ".join(each for each in (self.place, self.field) if each)
        return f"{where}: {self.what}" if where else self.what


@dataclass(frozen=True, slots=True)
class Form:
    """A form by its name: a file whose name ends with one of ``endings``, or a folder.

    ``write`` puts the batches into an open file (into an empty folder, where ``folder``) and says what it could not
    carry; ``read`` gives the frame back; ``examine`` says what is wrong with a file, without a network.
    """

    name: str
    title: str
    endings: tuple[str, ...]
    write: Callable[[Batches, Any, Context], tuple[Loss, ...]]
    read: Callable[[Path], pl.DataFrame]
    examine: Callable[[Path], Iterator[Finding]]
    folder: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """A dataset that was written; ``digests`` are the SHA-256 of each file's bytes by its name, below ``path``.

    ``rows`` are those that were given. ``digest`` is the file's own; of
    a folder that of the list of its files' names and digests.
    """

    path: Path
    rows: int
    size: int
    digest: str
    losses: tuple[Loss, ...]
    digests: Mapping[str, str]

    @property
    def carried(self) -> int:
        """How many rows the form had a place for."""
        return self.rows - sum(loss.count for loss in self.losses if loss.refused)
