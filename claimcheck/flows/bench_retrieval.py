"""How good the lookup is on a test collection, through the very store, index and search that ``lookup`` uses.

Documents are JSON lines ``{"id", "text", "title"?, "subtitle"?, "lang"?}``, queries ``{"id", "text", "split"?,
"lang"?}``, relevance judgements tab-separated ``query_id, doc_id`` (or the four columns of TREC, where 0 is not
relevant); any file may be gzipped.
"""

import gzip
import io
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from claimcheck.errors import BenchFileInvalid, BenchFileMissing
from claimcheck.flows.bench_abstention import AbstentionFigures, abstention_figures, try_both
from claimcheck.flows.bench_sizes import SizeFigures, bench_sizes
from claimcheck.flows.lookup import INDEX_FOLDER, open_retriever
from claimcheck.jsonl import BrokenLine, parse_lines
from claimcheck.match import Encodes
from claimcheck.metrics.calibration import bootstrap_interval
from claimcheck.metrics.retrieval import average_precision, mean, recall, reciprocal_rank
from claimcheck.progress import Progress, Say, silent, unseen
from claimcheck.records import ClaimReview

__all__ = ["Qrels", "Query", "RetrievalFigures", "bench_retrieval", "read_documents", "read_qrels", "read_queries"]

Qrels = Mapping[str, frozenset[str]]
"""Relevant document ids by query id."""

_DEPTH = 100  # the reciprocal rank looks no further
_BATCH = 64
_BASELINES = {"words bm25": "words", "grams bm25": "grams", "cosine": "dense"}


@dataclass(frozen=True, slots=True)
class Query:
    """A query of a collection."""

    id: str
    text: str
    split: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class RetrievalFigures:
    """Means over the judged queries of the split; ``mrr`` looks at the first 100; ``seconds`` by what was done."""

    n_docs: int
    n_queries: int
    map_at_5: float
    recall_at_1: float
    recall_at_10: float
    mrr: float
    seconds: Mapping[str, float]
    interval: tuple[float, float] = (0.0, 0.0)  # of map@5, 95 of 100, by bootstrap over the queries
    baselines: Mapping[str, "RetrievalFigures"] = field(default_factory=dict)
    abstention: AbstentionFigures | None = None
    by_size: Sequence[SizeFigures] = ()
    rankings: Mapping[str, Sequence[str]] = field(default_factory=dict, repr=False)  # by query, document ids

    def to_json(self) -> dict[str, Any]:
        """The shape that ``bench retrieval --json`` prints."""
        return {
            "n_docs": self.n_docs,
            "n_queries": self.n_queries,
            "map@5": round(self.map_at_5, 4),
            "recall@1": round(self.recall_at_1, 4),
            "recall@10": round(self.recall_at_10, 4),
            "mrr": round(self.mrr, 4),
            "map@5 interval": [round(each, 4) for each in self.interval],
            "seconds": {what: round(seconds, 3) for what, seconds in self.seconds.items()},
            **({"abstention": self.abstention.to_json()} if self.abstention else {}),
            **({"sizes": [each.to_json() for each in self.by_size]} if self.by_size else {}),
            **(
                {"baselines": {name: each.to_json() for name, each in self.baselines.items()}} if self.baselines else {}
            ),
        }


def bench_retrieval(
    docs: Path,
    queries: Path,
    qrels: Path,
    *,
    split: str | None = None,
    encoder: Encodes | None = None,
    workspace_parent: Path | None = None,
    choose: Callable[[Query], bool] | None = None,
    baselines: bool = False,
    abstention: bool = False,
    sizes: Sequence[int] = (),
    say: Say = silent,
    progress: Progress = unseen,
) -> RetrievalFigures:
    """The figures of a collection's judged queries, of one ``split`` or all, or of those that ``choose`` takes.

    Builds a workspace in a temporary folder, below ``workspace_parent`` if given, and removes it. ``encoder`` is the
    bundled one by default. Nothing is cut for not fitting, unless ``abstention`` asks how well that goes. ``baselines``
    adds the figures of BM25 over words, over grams, and of the cosine alone; ``sizes`` those of parts so large.

    Raises:
        BenchFileMissing: a file is not there.
        BenchFileInvalid: a line cannot be read, no query is left, or a judgement names a document that is not there.
    """
    from claimcheck.store import Store

    if encoder is None:
        from claimcheck.embed import load_encoder

        encoder = load_encoder()
    judged = read_qrels(qrels)
    asked = [
        query
        for query in read_queries(queries)
        if query.id in judged and (split is None or query.split == split) and (choose is None or choose(query))
    ]
    if not asked:
        of = f" of split {split!r}" if split else ""
        raise BenchFileInvalid(str(queries), None, f"holds no judged query{of}")
    seconds: dict[str, float] = {}
    with tempfile.TemporaryDirectory(prefix="claimcheck-bench-", dir=workspace_parent) as name:
        folder = Path(name)
        with Store.open(folder, create=True, write=True) as store:
            start = time.perf_counter()
            known: set[str] = set()
            store.put_reviews(_as_reviews(docs, known))
            seconds["store"] = time.perf_counter() - start
            _demand_known(qrels, asked, judged, known)
            start = time.perf_counter()
            with open_retriever(store, folder / INDEX_FOLDER, encoder, say=say, progress=progress) as retriever:
                seconds["index"] = time.perf_counter() - start
                start = time.perf_counter()
                ranked: dict[str, list[list[str]]] = {"ours": []}
                trials = []
                for place in range(0, len(asked), _BATCH):
                    progress("searching", place, len(asked))
                    batch = asked[place : place + _BATCH]
                    lists = retriever.shortlists([each.text for each in batch], [each.language for each in batch])
                    for query, listed in zip(batch, lists, strict=True):
                        ranked["ours"].append([each.review_id for each in retriever.ranked(listed)[:_DEPTH]])
                        if abstention:
                            trials.append(try_both(retriever, listed, judged[query.id]))
                seconds["search"] = time.perf_counter() - start
                seconds["a_query"] = seconds["search"] / len(asked)
                if baselines:
                    found = retriever.parts([each.text for each in asked], [each.language for each in asked])
                    ranked |= {
                        name: [_by_one(ids, getattr(parts, each)) for ids, parts, _ in found]
                        for name, each in _BASELINES.items()
                    }
        relevant = [judged[query.id] for query in asked]
        names = [query.id for query in asked]
        figures = {
            by: replace(_figures(len(known), each, relevant, seconds), rankings=dict(zip(names, each, strict=True)))
            for by, each in ranked.items()
        }
        return replace(
            figures.pop("ours"),
            baselines=figures,
            abstention=abstention_figures(trials, retriever.ranker.min_score) if trials else None,
            by_size=bench_sizes(
                list(read_documents(docs)) if sizes else (),
                asked,
                judged,
                sizes,
                encoder=encoder,
                workspace_parent=workspace_parent,
                progress=progress,
            ),
        )


def _figures(
    n_docs: int, rankings: Sequence[Sequence[str]], relevant: Sequence[frozenset[str]], seconds: Mapping[str, float]
) -> RetrievalFigures:
    pairs = list(zip(rankings, relevant, strict=True))
    precisions = [average_precision(ranking, gold, 5) for ranking, gold in pairs]
    return RetrievalFigures(
        n_docs=n_docs,
        n_queries=len(pairs),
        map_at_5=mean(precisions),
        recall_at_1=mean(recall(ranking, gold, 1) for ranking, gold in pairs),
        recall_at_10=mean(recall(ranking, gold, 10) for ranking, gold in pairs),
        mrr=mean(reciprocal_rank(ranking, gold) for ranking, gold in pairs),
        seconds=seconds,
        interval=bootstrap_interval(precisions),
    )


def _by_one(ids: Sequence[str], scores: Sequence[float]) -> list[str]:
    """What one search alone found, in its order."""
    found = [(-score, each) for each, score in zip(ids, scores, strict=True) if score > 0]
    return [each for _, each in sorted(found)[:_DEPTH]]


def _as_reviews(docs: Path, known: set[str]) -> Iterator[ClaimReview]:
    for review in read_documents(docs):
        known.add(review.id)
        yield review


def _demand_known(path: Path, asked: list[Query], judged: Qrels, known: set[str]) -> None:
    for query in asked:
        unknown = judged[query.id] - known
        if unknown:
            raise BenchFileInvalid(str(path), None, f"judges document {min(unknown)!r}, which the documents lack")


def _lines(path: Path) -> Iterator[str]:
    try:
        with path.open("rb") as file:
            zipped = file.read(2) == b"\x1f\x8b"
            file.seek(0)
            plain = gzip.GzipFile(fileobj=file) if zipped else file
            with io.TextIOWrapper(plain, encoding="utf-8-sig") as text:
                yield from text
    except FileNotFoundError as error:
        raise BenchFileMissing(str(path)) from error
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise BenchFileInvalid(str(path), None, f"cannot be read ({error})") from error


def _rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, row in parse_lines(_lines(path)):
        if isinstance(row, BrokenLine):
            raise BenchFileInvalid(str(path), number, row.why)
        for key in ("id", "text"):
            if not isinstance(row.get(key), str | int):
                raise BenchFileInvalid(str(path), number, f"lacks {key!r}")
        yield number, row


def read_documents(path: Path) -> Iterator[ClaimReview]:
    """A collection's documents as past checks: title and subtitle become title and summary."""
    for _, row in _rows(path):
        yield ClaimReview(
            id=str(row["id"]),
            claim_reviewed=str(row["text"]),
            publisher="bench",
            title=row.get("title") or None,
            summary=row.get("subtitle") or None,
            language=row.get("lang") or "und",
            sample=True,
        )


def read_queries(path: Path) -> list[Query]:
    """A collection's queries, in their order."""
    return [Query(str(row["id"]), str(row["text"]), row.get("split"), row.get("lang")) for _, row in _rows(path)]


def read_qrels(path: Path) -> Qrels:
    """The relevant documents of each judged query; a query with none is not there."""
    relevant: dict[str, set[str]] = {}
    for number, line in enumerate(_lines(path), start=1):
        cells = line.split("\t") if "\t" in line else line.split()
        cells = [cell.strip() for cell in cells]
        if len(cells) == 4:
            cells = [] if cells[3] == "0" else [cells[0], cells[2]]
        elif len(cells) != 2 and any(cells):
            raise BenchFileInvalid(str(path), number, "is not query_id<TAB>doc_id")
        if len(cells) == 2:
            relevant.setdefault(cells[0], set()).add(cells[1])
    return {query: frozenset(documents) for query, documents in relevant.items()}
