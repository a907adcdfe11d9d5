"""The annotated newswire put together: a text and a gold file for each article, as ``bench split`` reads them."""

import gzip
import json
from pathlib import Path
from typing import Any

__all__ = ["GOLD", "PARALLEL", "write_newswire"]

GOLD = Path(__file__).parent / "newswire" / "gold.jsonl"
JUDGED = Path(__file__).parent / "newswire" / "judged.jsonl"
PARALLEL = Path("data/parallel/de-en.tsv.gz")
_TAG = "wmt_newstest<=2018"


def write_newswire(shared: Path, folder: Path, *, half: str) -> list[Path]:
    """Write the articles of one half and their gold below ``folder``; the gold files, in the order of their names.

    Half ``judged`` is no articles but passages, of which only single clauses are judged.
    """
    rows = _rows(shared / PARALLEL)
    written = []
    for line in (JUDGED if half == "judged" else GOLD).read_text(encoding="utf-8").splitlines():
        article: dict[str, Any] = json.loads(line)
        if article.pop("half") != half:
            continue
        name, paragraphs = article.pop("name"), article.pop("paragraphs")
        column = 0 if article["language"] == "de" else 1
        text = "\n\n".join(" ".join(rows[row][column] for row in paragraph) for paragraph in paragraphs) + "\n"
        (folder / f"{name}.txt").write_bytes(text.encode())
        claims = [{**claim, "text": ""} for claim in article["claims"]]
        gold = {**article, "claims": claims, "source": f"{name}.txt", "outlet": None, "covered_sentences": None}
        (folder / f"{name}.json").write_text(json.dumps(gold), encoding="utf-8")
        written.append(folder / f"{name}.json")
    return written


def _rows(path: Path) -> list[tuple[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        cells = (line.rstrip("\n").split("\t") for line in lines)
        return [(german, english) for tag, german, english in cells if tag == _TAG]
