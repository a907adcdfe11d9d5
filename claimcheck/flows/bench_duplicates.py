"""How well near-duplicates are told from claims that are merely alike, on pairs that were labelled by reading them.

The pairs are a TSV file with the columns ``collection``, ``first``, ``second`` and ``same``: the folder of a test
collection, the ids of two of its documents, and 1 where one check would answer both.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from claimcheck.errors import PairsInvalid
from claimcheck.flows.bench_retrieval import read_documents
from claimcheck.flows.near_duplicates import says_the_same
from claimcheck.match import Encodes
from claimcheck.records import ClaimReview

__all__ = ["DuplicateFigures", "bench_duplicates"]

_COLUMNS = {"collection", "first", "second", "same"}
_DOCS = "docs.jsonl.gz"
Documents = Mapping[tuple[str, str], ClaimReview]


@dataclass(frozen=True, slots=True)
class DuplicateFigures:
    """``precision``: joined pairs that are the same; ``recall``: same pairs that are joined; 0 where there are none."""

    pairs: int
    precision: float
    recall: float


def bench_duplicates(pairs: Path, collections: Path, encoder: Encodes, *, half: int = 1) -> DuplicateFigures:
    """The figures over the pairs of even (0) or odd (1) number; the threshold was chosen on those of even number.

    Raises:
        PairsInvalid: the pairs cannot be read, or name a document that its collection lacks.
        BenchFileMissing, BenchFileInvalid: a collection is not there or cannot be read.
    """
    rows = _read(pairs)[half::2]
    documents: dict[tuple[str, str], ClaimReview] = {}
    for collection in sorted({row["collection"] for row in rows}):
        for each in read_documents(collections / collection / _DOCS):
            documents[collection, each.id] = each
    joined = [_joined(pairs, row, documents, encoder) for row in rows]
    same = [row["same"] == "1" for row in rows]
    right = sum(said and true for said, true in zip(joined, same, strict=True))
    return DuplicateFigures(len(rows), right / max(1, sum(joined)), right / max(1, sum(same)))


def _read(path: Path) -> Sequence[Mapping[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t"))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise PairsInvalid(str(path), f"cannot be read ({error})") from error
    if not rows or not set(rows[0]) >= _COLUMNS:
        raise PairsInvalid(str(path), f"has not the columns {', '.join(sorted(_COLUMNS))}")
    return rows


def _joined(path: Path, row: Mapping[str, str], documents: Documents, encoder: Encodes) -> bool:
    sides = []
    for side in ("first", "second"):
        found = documents.get((row["collection"], row[side]))
        if found is None:
            raise PairsInvalid(str(path), f"names {row[side]!r}, which {row['collection']} lacks")
        sides.append(found)
    one, other = (each.claim_reviewed for each in sides)
    here, there = ("en" if each.language == "und" else each.language for each in sides)  # as those collections are
    first, second = np.asarray(encoder.encode([one, other], kind="document"))
    return says_the_same(one, other, (here, there), similarity=float(first @ second))
