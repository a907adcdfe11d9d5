"""CheckThat!'s retrieval form: claims as queries, past checks as documents, and which check is of which claim.

Three tables: ``queries.tsv`` and ``vclaims.tsv`` with a header, ``qrels.tsv`` in TREC's form without one. A past check
is relevant (1) where more annotators called it the same than did not, and not (0) where fewer did; where as many did as
did not, and where nobody answered, it is not judged and has no line.
"""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import polars as pl

from claimcheck.dataset.form import Batches, Context, Finding, Form
from claimcheck.dataset.frame import empty_record, frame_from_records, records_of
from claimcheck.dataset.schema import Loss
from claimcheck.dataset.tally import Tally

__all__ = ["CHECKTHAT"]

_QUERIES, _CHECKS, _QRELS = "queries.tsv", "vclaims.tsv", "qrels.tsv"
_HEADS = {_QUERIES: ("iclaim_id", "iclaim"), _CHECKS: ("vclaim_id", "vclaim", "title")}
_WORDS = {
    "past_checks": "past checks of which claim and relevance are carried, where annotators judged them",
}


def _relevance(check: Mapping[str, Any]) -> int | None:
    other = check["related"] + check["unrelated"]
    return None if check["same"] == other else int(check["same"] > other)


def _past_check(review_id: str, claim: str, relevance: int) -> dict[str, Any]:
    return {
        "review_id": review_id,
        "claim_reviewed": claim,
        **dict.fromkeys(("rating", "publisher", "url", "relation", "licence")),
        "same": relevance,
        "related": 0,
        "unrelated": 1 - relevance,
    }


def _table(path: Path) -> Any:
    return path.open("w", encoding="utf-8", newline="")


def _write(batches: Batches, folder: Path, _: Context) -> tuple[Loss, ...]:
    tally, checks = Tally(_WORDS), dict[str, str]()
    with _table(folder / _QUERIES) as queries, _table(folder / _QRELS) as qrels:
        lines, judged = _writer(queries, _HEADS[_QUERIES]), _writer(qrels)
        quoted = csv.writer(qrels, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
        for batch in batches:
            for record in records_of(batch):
                lines.writerow((record["claim_id"], record["text"]))
                again = []
                for check in record["past_checks"]:
                    review_id, relevance = check["review_id"], _relevance(check)
                    checks.setdefault(review_id, check["claim_reviewed"] or "")
                    if relevance is not None:
                        plain = "\r" not in record["claim_id"] + review_id
                        (judged if plain else quoted).writerow((record["claim_id"], 0, review_id, relevance))
                        again.append(_past_check(review_id, checks[review_id], relevance))
                known = {"claim_id": record["claim_id"], "text": record["text"], "past_checks": again}
                tally.compare(record, empty_record() | known)
    with _table(folder / _CHECKS) as documents:
        lines = _writer(documents, _HEADS[_CHECKS])
        lines.writerows((review_id, claim, "") for review_id, claim in checks.items())
    return tally.losses()


def _writer(file: Any, head: tuple[str, ...] | None = None) -> Any:
    if head is None:
        return csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    file.write("\t".join(head) + "\n")
    return csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_ALL)


def _rows(folder: Path, name: str) -> Iterator[tuple[int, list[str]]]:
    """Each row of a table with the line it ends on, its header left out."""
    with (folder / name).open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, delimiter="\t", strict=True)
        for place, row in enumerate(reader):
            if row and not (place == 0 and name in _HEADS):
                yield reader.line_num, row


def _read(folder: Path) -> pl.DataFrame:
    checks = {row[0]: row[1] for _, row in _rows(folder, _CHECKS)}
    found: list[dict[str, Any]] = []
    places: dict[str, list[dict[str, Any]]] = {}
    for _, (claim_id, text) in _rows(folder, _QUERIES):
        past: list[dict[str, Any]] = places.setdefault(claim_id, [])
        found.append(empty_record() | {"claim_id": claim_id, "text": text, "past_checks": past})
    for _, (claim_id, _, review_id, relevance) in _rows(folder, _QRELS):
        places[claim_id].append(_past_check(review_id, checks[review_id], int(relevance)))
    return frame_from_records(found)


def _examine(folder: Path) -> Iterator[Finding]:
    ids: dict[str, dict[str, int]] = {}
    for name, head in _HEADS.items():
        ids[name] = {}
        try:
            with (folder / name).open(encoding="utf-8-sig") as file:
                first = tuple(file.readline().rstrip("\r\n").split("\t"))
            if first != head:
                yield Finding(f"{name}, line 1", None, f"has the columns {', '.join(first)}, wanted {', '.join(head)}")
            for line, row in _rows(folder, name):
                place = f"{name}, line {line}"
                if len(row) != len(head):
                    yield Finding(place, None, f"has {len(row)} cells, wanted {len(head)}")
                elif ids[name].setdefault(row[0], line) != line:
                    yield Finding(place, head[0], f"{row[0]!r} is there twice, first on line {ids[name][row[0]]}")
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            yield Finding(name, None, f"cannot be read ({error})")
    try:
        for line, row in _rows(folder, _QRELS):
            place = f"{_QRELS}, line {line}"
            if len(row) != 4 or row[1] != "0" or row[3] not in ("0", "1"):
                yield Finding(place, None, f"is {row!r}, wanted QUERY, 0, DOCUMENT and 0 or 1")
                continue
            for cell, name in ((row[0], _QUERIES), (row[2], _CHECKS)):
                if cell not in ids[name]:
                    yield Finding(place, None, f"names {cell!r}, which {name} does not have")
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        yield Finding(_QRELS, None, f"cannot be read ({error})")


CHECKTHAT = Form("checkthat", "CheckThat!", (), _write, _read, _examine, folder=True)
"""``checkthat``: a folder of three tables."""
