"""Annotated newswire put together: a text and a gold file for each article, in the form that ``bench_split`` reads.

The annotations name rows of public parallel data; the articles' text stands nowhere else.
"""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claimcheck.errors import BenchFileInvalid, BenchFileMissing
from claimcheck.jsonl import BrokenLine, parse_lines

__all__ = ["PARALLEL", "write_newswire"]

PARALLEL = Path("parallel/de-en.tsv.gz")
_TAG = "wmt_newstest<=2018"


def write_newswire(annotations: Path, data: Path, folder: Path, *, half: str) -> list[Path]:
    """Write the articles of one half and their gold below ``folder``; the gold files, in the order of the annotations.

    ``annotations`` is the folder with ``gold.jsonl`` and ``judged.jsonl``, ``data`` the one with ``parallel/``. Half
    ``judged`` is no articles but passages, of which only single clauses are judged.

    Raises:
        BenchFileMissing, BenchFileInvalid: annotations or data are not there, or cannot be read, or the data are not
            those that were annotated.
    """
    rows = _rows(data / PARALLEL)
    written = []
    for name, article in _articles(annotations / ("judged.jsonl" if half == "judged" else "gold.jsonl"), half):
        column = 0 if article["language"] == "de" else 1
        try:
            paragraphs = [" ".join(rows[row][column] for row in each) for each in article.pop("paragraphs")]
        except IndexError as error:
            raise BenchFileInvalid(str(data / PARALLEL), None, f"has not every row of {name}") from error
        (folder / f"{name}.txt").write_bytes(("\n\n".join(paragraphs) + "\n").encode())
        claims = [{**claim, "text": ""} for claim in article["claims"]]
        gold = {**article, "claims": claims, "source": f"{name}.txt", "outlet": None, "covered_sentences": None}
        (folder / f"{name}.json").write_text(json.dumps(gold), encoding="utf-8")
        written.append(folder / f"{name}.json")
    return written


def _articles(path: Path, half: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The articles of a half: each one's name and the rest of its line."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError as error:
        raise BenchFileMissing(str(path)) from error
    for number, article in parse_lines(lines):
        if isinstance(article, BrokenLine):
            raise BenchFileInvalid(str(path), number, article.why)
        missing = {"half", "name", "paragraphs", "language", "claims"} - article.keys()
        if missing:
            raise BenchFileInvalid(str(path), number, f"lacks {min(missing)!r}")
        if article.pop("half") == half:
            yield str(article.pop("name")), article


def _rows(path: Path) -> list[tuple[str, str]]:
    try:
        with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
            cells = (line.rstrip("\n").split("\t") for line in lines)
            return [(german, english) for tag, german, english in cells if tag == _TAG]
    except FileNotFoundError as error:
        raise BenchFileMissing(str(path)) from error
    except (OSError, EOFError, ValueError) as error:
        raise BenchFileInvalid(str(path), None, f"cannot be read ({error})") from error
