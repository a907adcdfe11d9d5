"""How well the check-worthiness score carries over to texts that others labelled, without fitting on them.

A text is as worth checking as the best of its clauses, each by its own words: a comment is no article whose sentences
tell of one another. Label 1 means worth checking.
"""

import csv
import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimcheck.errors import LabelledTextsInvalid
from claimcheck.metrics.binary import area_under_curve, f1_at, macro_f1_at
from claimcheck.records import Article, Block, Role, Span, article_id
from claimcheck.split.splitter import read_drafts
from claimcheck.split.worth.checkability import offered_from

__all__ = ["Checkworthy", "bench_checkworthy", "score_text"]


@dataclass(frozen=True, slots=True)
class Checkworthy:
    """The figures of one file: how many texts, and how well the score tells those worth checking."""

    name: str
    texts: int
    worthy: int
    auc: float
    f1: float
    macro_f1: float


def score_text(text: str, language: str) -> float:
    """The best score of a text's clauses; 0 where it says nothing."""
    if not text.strip():
        return 0.0
    article = Article(article_id(text), text, (Block(Span(0, len(text)), Role.BODY),), language)
    return max((draft.judgement.score for draft in read_drafts(article)[1]), default=0.0)


def bench_checkworthy(path: Path, *, language: str, text: str, label: str) -> Checkworthy:
    """The figures on a CSV file, or one packed by gzip, with one labelled text a row, at the threshold that ships.

    Raises:
        LabelledTextsInvalid: the file cannot be read, or lacks one of the columns.
    """
    try:
        rows = list(_rows(path))
    except (OSError, EOFError, UnicodeDecodeError, csv.Error) as error:
        raise LabelledTextsInvalid(str(path), "cannot be read") from error
    if missing := sorted({text, label} - set(rows[0] if rows else ())):
        raise LabelledTextsInvalid(str(path), f"has no column {' and '.join(missing)}")
    wanted = [row[label] == "1" for row in rows]
    scores = [score_text(row[text], language) for row in rows]
    threshold = offered_from()
    return Checkworthy(
        path.name,
        len(rows),
        sum(wanted),
        round(area_under_curve(scores, wanted), 3),
        round(f1_at(scores, wanted, threshold), 3),
        round(macro_f1_at(scores, wanted, threshold), 3),
    )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines)
