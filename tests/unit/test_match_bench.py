"""The retrieval bench on a collection small enough to rank by hand, and its refusals."""

import gzip
import json

import pytest
from fakes import HashingEncoder

from claimcheck.errors import BenchFileInvalid, BenchFileMissing
from claimcheck.flows.bench_retrieval import bench_retrieval, read_qrels

DOCS = [
    {"id": "d1", "text": "The tower is 324 metres tall", "title": "How tall is the tower?"},
    {"id": "d2", "text": "Rents in the city doubled", "subtitle": "The mayor's figures"},
    {"id": 3, "text": "The river froze in March", "lang": "en"},
]
QUERIES = [
    {"id": "q1", "text": "the tower is 324 metres tall", "split": "dev"},
    {"id": "q2", "text": "the river froze in march", "split": "dev", "lang": "en"},
    {"id": "q3", "text": "rents in the city", "split": "test"},
    {"id": "q4", "text": "nobody judged this", "split": "dev"},
]
QRELS = [("q1", "d1"), ("q2", "d2"), ("q2", "3"), ("q3", "d2")]


@pytest.fixture
def files(tmp_path):
    paths = [tmp_path / name for name in ("docs.jsonl.gz", "queries.jsonl", "qrels.tsv")]
    paths[0].write_bytes(gzip.compress("".join(json.dumps(each) + "\n" for each in DOCS).encode()))
    paths[1].write_text("".join(json.dumps(each) + "\n" for each in QUERIES))
    paths[2].write_text("".join(f"{query}\t{document}\n" for query, document in QRELS))
    return paths


def test_the_figures_are_those_of_the_ranking_by_hand(files, tmp_path):
    figures = bench_retrieval(*files, split="dev", encoder=HashingEncoder(256), workspace_parent=tmp_path)

    # q1 finds d1 first; q2 finds 3 first, and d2 shares only "the" and "in" with it but more than d1 does
    assert (figures.n_docs, figures.n_queries) == (3, 2)
    assert figures.recall_at_1 == pytest.approx((1 + 1 / 2) / 2)
    assert figures.mrr == 1.0
    assert figures.recall_at_10 == 1.0
    assert figures.map_at_5 >= (1 + (1 + 2 / 3) / 2) / 2 - 1e-9
    assert {"store", "index", "search", "a_query"} == set(figures.seconds)
    assert list(figures.to_json()) == ["n_docs", "n_queries", "map@5", "recall@1", "recall@10", "mrr", "seconds"]
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == []


def test_without_a_split_every_judged_query_counts(files):
    assert bench_retrieval(*files, encoder=HashingEncoder()).n_queries == 3


def test_trec_judgements_of_zero_are_not_relevant(tmp_path):
    path = tmp_path / "qrels.txt"
    path.write_text("q1 0 d1 1\nq1 0 d2 0\n\nq2\td3\n")

    assert read_qrels(path) == {"q1": frozenset({"d1"}), "q2": frozenset({"d3"})}


@pytest.mark.parametrize(
    ("which", "content", "why"),
    [
        (0, "not json\n", r"docs.jsonl.gz, line 1: not JSON"),
        (0, '{"id": "d1"}\n', r"line 1: lacks 'text'"),
        (0, '{"id": "d1", "text": "x"}\n', "judges document '3', which the documents lack"),
        (1, "[]\n", r"queries.jsonl, line 1: a JSON list"),
        (1, '{"id": "other", "text": "x"}\n', "holds no judged query of split 'dev'"),
        (2, "q1 d1 more\n", r"qrels.tsv, line 1: is not query_id<TAB>doc_id"),
        (2, b"\xff\xfe\xff", "cannot be read"),
        (0, b"\x1f\x8bbroken", "cannot be read"),
    ],
)
def test_a_broken_file_is_refused_in_one_line_that_names_it(files, which, content, why):
    files[which].write_bytes(content if isinstance(content, bytes) else content.encode())

    with pytest.raises(BenchFileInvalid, match=why) as refused:
        bench_retrieval(*files, split="dev", encoder=HashingEncoder())

    assert "\n" not in str(refused.value)


def test_a_missing_file_is_refused_by_its_name(files):
    files[2].unlink()

    with pytest.raises(BenchFileMissing, match=r"qrels\.tsv"):
        bench_retrieval(*files, encoder=HashingEncoder())
