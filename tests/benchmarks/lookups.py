"""Warm lookups in a workspace of many past checks, in a process of their own: time, memory, recall, judged sets.

``python -m tests.benchmarks.lookups WORKSPACE COUNT`` prints a line of JSON for each row: what, its figure, its numbers
by name. ``SETS`` are the judged collections that were hidden among the rest, by the mark their ids begin with.
"""

import argparse
import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from claimcheck import Workspace
from claimcheck.flows.bench_retrieval import bench_retrieval, read_qrels, read_queries
from claimcheck.flows.lookup import lookup
from claimcheck.match import clean_query
from claimcheck.metrics.retrieval import average_precision, mean
from tests.benchmarks.corpus import made_up

__all__ = ["SETS", "SHARED", "dense_recall"]

Told = tuple[str, str, dict[str, float]]
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "retrieval"
SETS = {"a-": "clef2020_t2_en", "b-": "clef2022_t2a_en"}
_BLOCK = 8_192


def _queries(count: int) -> list[str]:
    """Made-up claims, the half of them from the store, with a word or two taken out of each."""
    made = [*made_up(100), *made_up(100, seed=2, first=count)]
    return [" ".join(word for at, word in enumerate(each["claim_reviewed"].split()) if at % 5 != 3) for each in made]


def _most_resident() -> float:
    """The most MiB this process ever held; ``getrusage`` would count what started it, too."""
    (line,) = (each for each in Path("/proc/self/status").read_text().splitlines() if each.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024


def _timed(workspace: Workspace, retriever: Any, queries: Sequence[str]) -> Iterator[Told]:
    lookup(workspace.store, queries[:10], retriever=retriever)
    spent = []
    for query in queries:
        begun = time.process_time()
        lookup(workspace.store, [query], retriever=retriever)
        spent.append(1000 * (time.process_time() - begun))
    p50, p99 = (float(each) for each in np.percentile(spent, [50, 99]))
    figure = f"p50 {p50:.0f} ms, p99 {p99:.0f} ms of CPU"
    yield f"warm lookup among {len(retriever):,}", figure, {"p50": p50, "p99": p99}
    resident = _most_resident()
    yield "resident after 210 lookups, at most", f"{resident:,.0f} MiB", {"resident": resident}


def _judged(retriever: Any, mark: str) -> Told:
    """MAP@5 of a collection's dev queries among all the rest (other collections do not count), and on its own."""
    folder = SHARED / SETS[mark]
    right = read_qrels(folder / "qrels.tsv.gz")
    asked = [each for each in read_queries(folder / "queries.jsonl.gz") if each.split == "dev" and each.id in right]
    others = tuple(each for each in SETS if each != mark)
    found = []
    for query in asked:
        (listed,) = retriever.shortlists([query.text], [query.language])
        ranked = [each.review_id for each in retriever.ranked(listed) if not each.review_id.startswith(others)]
        found.append(average_precision(ranked, frozenset(mark + each for each in right[query.id]), 5))
    docs, qrels = folder / "docs.jsonl.gz", folder / "qrels.tsv.gz"
    alone = bench_retrieval(docs, folder / "queries.jsonl.gz", qrels, split="dev").map_at_5
    figure = f"{mean(found):.3f}, {alone:.3f}"
    return f"MAP@5 of {SETS[mark]} dev among all, and alone", figure, {f"lost {SETS[mark]}": alone - mean(found)}


def dense_recall(retriever: Any, store: Any, queries: Sequence[str]) -> float:
    """How many of the ten documents nearest to each query, by vectors as they were encoded, the index finds."""
    asked = np.asarray(retriever.encoder.encode([clean_query(each) for each in queries], kind="query"))
    best: list[dict[str, float]] = [{} for _ in queries]
    ids: list[str] = []
    texts: list[str] = []

    def compare() -> None:
        cosines = asked @ np.asarray(retriever.encoder.encode(texts, kind="document")).T
        for row, kept in zip(cosines, best, strict=True):
            for place in np.argpartition(-row, min(12, len(row) - 1))[:13].tolist():
                kept[ids[place]] = max(kept.get(ids[place], -1.0), float(row[place]))
            for each in sorted(kept, key=kept.__getitem__, reverse=True)[10:]:
                del kept[each]
        ids.clear()
        texts.clear()

    for review in store.iter_reviews():
        for text in {review.claim_reviewed, review.title} - {None}:
            ids.append(review.id)
            texts.append(clean_query(text))
        if len(texts) >= _BLOCK:
            compare()
    compare()
    found = retriever._indexes.dense.search(asked, 10)
    hits = [len({hit.review_id for hit in row} & set(kept)) for row, kept in zip(found, best, strict=True)]
    return sum(hits) / (10 * len(queries))


def _told(desk: Path, count: int, *, exact: bool, judged: bool) -> Iterator[Told]:
    with Workspace.open(desk) as workspace, workspace.retriever() as retriever:
        queries = _queries(count)
        yield from _timed(workspace, retriever, queries)
        if exact:
            some = queries[::4]
            recall = dense_recall(retriever, workspace.store, some)
            figure = f"{recall:.4f} over {len(some)} queries"
            yield "recall@10 of the vectors against an exact scan", figure, {"recall": recall}
        for mark in SETS if judged else ():
            yield _judged(retriever, mark)


def main() -> None:
    """Print the figures, a line of JSON each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("workspace", type=Path)
    parser.add_argument("count", type=int, help="how many made-up checks the workspace was filled with")
    parser.add_argument("--exact", action="store_true", help="compare the vectors found with a full scan")
    parser.add_argument("--judged", action="store_true", help="the judged collections hidden among the rest")
    asked = parser.parse_args()
    for told in _told(asked.workspace, asked.count, exact=asked.exact, judged=asked.judged):
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
