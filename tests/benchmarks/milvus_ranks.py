"""Whether lookups through Milvus find what lookups in files find: ``python -m tests.benchmarks.milvus_ranks``.

The same past checks are indexed twice, in files and by milvus-lite's server on loopback, the same queries are asked of
both, and the ten best are compared. Past checks are real where public sets lie beside the repository, else made up;
what is missing to ``--reviews`` is made up. milvus-lite scores full text by segment and is a pure-Python stand-in: its
ranks are what is compared here, its times say nothing about a cluster.
"""

import argparse
import gzip
import json
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from claimcheck.embed import load_encoder
from claimcheck.flows.lookup import INDEX_FOLDER, open_retriever
from claimcheck.flows.milvus import kind_of, open_milvus
from claimcheck.index.milvus import MilvusPlace, make_rows
from claimcheck.match import Retriever, no_cache
from claimcheck.match.indexing import build_passages
from claimcheck.records import ClaimReview, Hit
from claimcheck.store import Store
from tests.benchmarks.corpus import made_up
from tests.milvus_server import LiteServer

__all__ = ["Agreement", "compared", "reviews_for"]

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "retrieval"
_SETS = ("clef2022_t2b_en", "clef2020_t2_en")
K = 10


class Agreement:
    """How the ten best of two indexes agree, over some queries."""

    def __init__(self, ours: list[list[Hit]], theirs: list[list[Hit]]) -> None:
        shares, same, apart = [], 0, 0.0
        for one, other in zip(ours, theirs, strict=True):
            ids, found = [hit.review_id for hit in one], {hit.review_id: hit.score for hit in other}
            if ids:
                shares.append(sum(each in found for each in ids) / len(ids))
            same += ids == [hit.review_id for hit in other]
            apart = max([apart, *(abs(hit.score - found[hit.review_id]) for hit in one if hit.review_id in found)])
        self.recall, self.same, self.apart = float(np.mean(shares)), same / len(ours), apart
        self.worst = min(shares)

    def __str__(self) -> str:
        return (
            f"recall@{K} {self.recall:.4f} of the list in files (worst query {self.worst:.1f}), "
            f"the very same list {self.same:.1%}, scores at most {self.apart:.4f} apart"
        )


def _real(name: str) -> Iterator[dict[str, Any]]:
    with gzip.open(SHARED / name / "docs.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def reviews_for(count: int, *, real: bool = True) -> Iterator[ClaimReview]:
    """So many past checks."""
    found = 0
    for name in _SETS if real and SHARED.is_dir() else ():
        for each in islice(_real(name), count - found):
            found += 1
            title, summary = each.get("title"), each.get("subtitle")
            yield ClaimReview(f"{name}-{each['id']}", each["text"], "desk", title=title, summary=summary, language="en")
    for number, each in enumerate(made_up(count - found)):
        told = {key: each.get(key) for key in ("claim_reviewed", "publisher", "url", "language", "title", "summary")}
        yield ClaimReview(id=f"made-{number}", **told)


def queries_for(count: int, *, real: bool = True) -> list[str]:
    """Queries: of the development splits where the past checks are real, else made-up claims with words taken out."""
    if real and SHARED.is_dir():
        found = []
        for name in _SETS:
            with gzip.open(SHARED / name / "queries.jsonl.gz", "rt", encoding="utf-8") as lines:
                found += [each["text"] for each in map(json.loads, lines) if each.get("split") == "dev"]
        return found[:: max(len(found) // count, 1)][:count]
    made = [each["claim_reviewed"].split() for each in made_up(count)]
    return [" ".join(word for at, word in enumerate(words) if at % 5 != 3) for words in made]


def compared(ours: Retriever, theirs: Retriever, queries: list[str]) -> Agreement:
    """The agreement of two retrievers over queries."""
    return Agreement(ours.search(queries, K), theirs.search(queries, K))


def main() -> None:
    """Print the agreement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reviews", type=int, default=20_000)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--made-up", action="store_true", help="no real texts, even where there are some")
    asked = parser.parse_args()
    real = not asked.made_up
    encoder = load_encoder()
    with tempfile.TemporaryDirectory(prefix="claimcheck-milvus-") as name, LiteServer(Path(name) / "server") as server:
        folder = Path(name) / "desk"
        with Store.open(folder, create=True, write=True) as store:
            store.put_reviews(reviews_for(asked.reviews, real=real))
            queries = queries_for(asked.queries, real=real)
            print(f"{store.count_reviews():,} past checks, {'real' if real and SHARED.is_dir() else 'made up'}")
            print(f"a row is {_row_bytes(store, encoder):,.0f} bytes as it is sent to the server")
            with open_retriever(store, folder / INDEX_FOLDER, encoder) as ours:
                place = MilvusPlace(server.uri, "ranks", timeout=600)
                theirs, took, ours_cpu = _timed(lambda: open_milvus(store, folder / "milvus", encoder, place))
                rate = asked.reviews / ours_cpu
                print(f"indexed in {took:.0f} s, of which ours {ours_cpu:.1f} s of CPU: {rate:,.0f} reviews a second")
                again, took, ours_cpu = _timed(lambda: open_milvus(store, folder / "milvus", encoder, place))
                again.close()
                print(f"opened again in {1000 * took:.0f} ms, ours {1000 * ours_cpu:.0f} ms of CPU")
                with theirs:
                    theirs.search(queries[:1], K)  # the server builds its graphs at the first search
                    few = queries[:20]
                    _, took, ours_cpu = _timed(lambda: theirs.search(few, K))
                    each = 1000 / len(few)
                    print(f"a query in {each * took:.0f} ms, ours {each * ours_cpu:.0f} ms of CPU")
                    rows, size = _carried(theirs, few)
                    print(f"the server sends {rows:.0f} candidates a query, {size / 1024:,.0f} KiB")
                    print(f"{len(queries)} queries: {compared(ours, theirs, queries)}")


def _row_bytes(store: Store, encoder: Any) -> float:
    """How many bytes the vectors, grams, words and card of a past check have, on average over some."""
    some = list(islice(store.iter_reviews(), 2_000))
    rows, _ = make_rows(build_passages(some, encoder, no_cache()), list(map(kind_of, some)))
    sizes = [
        row["claim"].nbytes
        + row["title"].nbytes
        + 8 * len(row["grams"])
        + len(row["stems"])
        + sum(map(len, row["card"]))
        for row in rows
    ]
    return float(np.mean(sizes))


def _carried(retriever: Retriever, queries: list[str]) -> tuple[float, float]:
    """How many rows the server sends for a query, and how many bytes their cards have."""
    connection = retriever._indexes._collection.connection  # type: ignore[attr-defined]
    search, rows = connection.search, list[dict[str, Any]]()

    def counted(*given: Any, **options: Any) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = search(*given, **options)
        rows.extend(found)
        return found

    connection.search = counted
    retriever.search(queries, K)
    connection.search = search
    return len(rows) / len(queries), sum(len(piece) for row in rows for piece in row["card"]) / len(queries)


def _timed(call: Callable[[], Any]) -> tuple[Any, float, float]:
    """What a call gives, the seconds it took, and the seconds of CPU of this process alone: the server is another."""
    begun, spent = time.perf_counter(), time.process_time()
    made = call()
    return made, time.perf_counter() - begun, time.process_time() - spent


if __name__ == "__main__":
    main()
