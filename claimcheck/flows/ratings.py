"""How a desk reads publishers' rating words: what is known and unknown here, its own table, and reading all again."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.files import write_whole
from claimcheck.records import ClaimReview, Label
from claimcheck.reviews import COLUMNS, REFUSED, How, Ratings, host_of, read_ratings

if TYPE_CHECKING:
    from claimcheck.store import Store

__all__ = ["RATINGS_FILE", "WordReading", "desk_ratings", "list_ratings", "reread_ratings", "set_rating"]

RATINGS_FILE = "ratings.tsv"
"""A desk's own table in its workspace: the columns of the shipped one, looked at before it."""


@dataclass(frozen=True, slots=True)
class WordReading:
    """A rating word of the workspace: how often it stands there, its stored label, and how the tables read it now."""

    word: str
    publisher: str
    language: str
    count: int
    rating: Label | None
    reads: Label | None
    how: How
    derived: bool
    approximate: bool


def desk_ratings(folder: Path) -> Ratings:
    """The shipped table, with the desk's own before it where the folder has one.

    Raises:
        RatingsInvalid: a line of the desk's table cannot be read.
    """
    path = folder / RATINGS_FILE
    return read_ratings(path, base=read_ratings()) if path.exists() else read_ratings()


def list_ratings(store: "Store", ratings: Ratings, *, unknown: bool = False) -> Iterator[WordReading]:
    """Every rating word of the workspace, most frequent first; with ``unknown`` those that no table has a label for."""
    for row in store.rating_words():
        found = ratings.label_for(row.word, publisher=row.publisher, language=row.language)
        if not unknown or (found.how in {How.UNKNOWN, How.REFUSED} and row.rating is None):
            yield WordReading(
                row.word,
                row.publisher,
                row.language,
                row.count,
                row.rating,
                found.label,
                found.how,
                found.derived,
                found.approximate,
            )


def set_rating(
    folder: Path, word: str, label: Label | None, *, publisher: str | None = None, language: str | None = None
) -> Path:
    """Write into the desk's own table what a word means; None that it means no label. What stood for it is replaced.

    Without a ``language`` it holds for English and, as English words are, for every language that has no own row.
    """
    path = folder / RATINGS_FILE
    desk_ratings(folder)  # a table that cannot be read is not written over
    rows: list[list[str]] = []
    if path.exists():
        lines = path.read_text(encoding="utf-8-sig").splitlines()
        rows = [row for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if any(row)]
    tongue = language or ("" if publisher else "en")
    new = [" ".join(part.split()) for part in (publisher or "", tongue, word)]
    rows = [row for row in rows if row[:3] not in (new, COLUMNS[:3])]
    out = io.StringIO()
    for row in (COLUMNS, *rows, [*new, label.value if label else REFUSED, "this desk"]):
        out.write("\t".join(row) + "\n")
    write_whole(path, out.getvalue().encode("utf-8"), force=True)
    return path


def reread_ratings(store: "Store", ratings: Ratings, *, dry_run: bool = False, at: datetime | None = None) -> int:
    """Read every stored rating word by the tables as they are now; how many labels change, or on a dry run would.

    A label that a person or a file gave as such stays. What changes keeps its former state.
    """

    def changed() -> Iterator[ClaimReview]:
        for review in store.iter_reviews():
            if not review.alternate_name or (review.rating and review.rating_table is None):
                continue
            houses = (review.publisher, host_of(review.url) or "")
            label = ratings.label_for(review.alternate_name, publisher=houses, language=review.language).label
            if label is not review.rating:
                yield replace(review, rating=label, rating_table=ratings.version)

    if dry_run:
        return sum(1 for _ in changed())
    return store.put_reviews(changed(), at=at or datetime.now(UTC)).changed
