"""The retrieval bench on a collection small enough to rank by hand, and its refusals."""

import gzip
import json
from xml.etree import ElementTree

import pytest
from fakes import HashingEncoder
from typer.testing import CliRunner

from claimcheck.cli.app import app
from claimcheck.errors import BenchFileInvalid, BenchFileMissing
from claimcheck.flows import bench_sizes
from claimcheck.flows.bench_retrieval import bench_retrieval, read_documents, read_qrels
from claimcheck.flows.lookup import INDEX_FOLDER, lookup, open_retriever
from claimcheck.match import Wishes
from claimcheck.store import Store

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
    assert list(figures.to_json())[:6] == ["n_docs", "n_queries", "map@5", "recall@1", "recall@10", "mrr"]
    assert set(list(figures.to_json())[6:]) == {"map@5 interval", "seconds"}
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == []


def test_baselines_are_each_search_alone_and_the_interval_holds_the_mean(files):
    figures = bench_retrieval(*files, encoder=HashingEncoder(256), baselines=True)

    assert set(figures.baselines) == {"words bm25", "grams bm25", "cosine"}
    assert figures.baselines["words bm25"].recall_at_10 == 1.0  # each query shares a word with its documents
    low, high = figures.interval
    assert low <= figures.map_at_5 <= high
    assert figures.to_json()["baselines"]["cosine"]["n_queries"] == 3


def test_abstention_is_tried_with_each_check_there_and_gone(files):
    told = bench_retrieval(*files, encoder=HashingEncoder(256), abstention=True).to_json()["abstention"]

    assert sum(each["count"] for each in told["reliability"]) == 6  # three queries, twice
    assert 0 <= told["false_found"] <= told["recall"] <= 1
    assert told["right"] <= told["recall"]
    assert set(told["intervals"]) == {"recall", "right", "false_found"}
    assert all(low <= told[name] <= high for name, (low, high) in told["intervals"].items())


def test_the_reliability_diagram_has_a_dot_for_each_bin_where_its_figures_say(files, tmp_path):
    drawn = tmp_path / "diagram.svg"
    options = [
        part for name, path in zip(("docs", "queries", "qrels"), files, strict=True) for part in (f"--{name}", path)
    ]

    done = CliRunner().invoke(app, ["bench", "retrieval", *map(str, options), "--reliability", str(drawn), "--json"])

    bins = json.loads(done.stdout)["abstention"]["reliability"]
    dots = ElementTree.parse(drawn).findall("{http://www.w3.org/2000/svg}circle")
    assert len(dots) == len(bins)
    for dot, each in zip(dots, bins, strict=True):
        assert float(dot.get("cx")) == pytest.approx(60 + 400 * each["said"], abs=0.2)
        assert float(dot.get("cy")) == pytest.approx(460 - 400 * each["true"], abs=0.2)


def test_the_bench_ranks_fifty_queries_as_lookup_does(tmp_path):
    docs = [
        {"id": f"d{n:03}", "text": f"claim {n} about gold in town {n % 17} and river {n % 23}", "lang": "en"}
        for n in range(200)
    ]
    asked = [{"id": f"q{n}", "text": f"gold in town {n % 17} near river {n % 19} claim {n}"} for n in range(50)]
    paths = [tmp_path / name for name in ("docs.jsonl", "queries.jsonl", "qrels.tsv")]
    paths[0].write_text("".join(json.dumps(each) + "\n" for each in docs))
    paths[1].write_text("".join(json.dumps(each) + "\n" for each in asked))
    paths[2].write_text("".join(f"q{n}\td{n:03}\n" for n in range(50)))

    rankings = bench_retrieval(*paths, encoder=HashingEncoder(256)).rankings
    with Store.open(tmp_path / "desk", create=True, write=True) as store:
        store.put_reviews(read_documents(paths[0]))
        with open_retriever(store, tmp_path / "desk" / INDEX_FOLDER, HashingEncoder(256)) as retriever:
            texts = [each["text"] for each in asked]
            found = lookup(store, texts, 5, retriever=retriever, wishes=Wishes(min_score=0.0))

    assert len(rankings) == 50
    assert [[match.review.id for match in matches] for matches in found] == [
        list(rankings[each["id"]][:5]) for each in asked
    ]


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


def test_parts_of_a_collection_are_asked_what_they_hold_and_what_they_do_not(tmp_path, monkeypatch):
    monkeypatch.setattr(bench_sizes, "_DRAWS", (2, 3))
    docs = [{"id": f"d{n}", "text": f"The {n}th mayor of Town{n} sold bridge {n * 7}", "lang": "en"} for n in range(40)]
    asked = [{"id": f"q{n}", "text": f"The {n}th mayor of Town{n} sold bridge {n * 7}"} for n in range(20)]
    paths = [tmp_path / name for name in ("docs.jsonl", "queries.jsonl", "qrels.tsv")]
    paths[0].write_text("".join(json.dumps(each) + "\n" for each in docs))
    paths[1].write_text("".join(json.dumps(each) + "\n" for each in asked))
    paths[2].write_text("".join(f"q{n}\td{n}\n" for n in range(20)))
    options = [
        part for name, path in zip(("docs", "queries", "qrels"), paths, strict=True) for part in (f"--{name}", path)
    ]

    done = CliRunner().invoke(app, ["bench", "retrieval", *map(str, options), "--sizes", "8,1000", "--json"])

    eight, all_of_them = json.loads(done.stdout)["sizes"]
    assert (eight["documents"], all_of_them["documents"]) == (8, 40)
    assert eight["there"] >= eight["parts"] * 4  # half of a part are the checks of queries, chance may add some
    assert eight["there"] + eight["gone"] == 20 * eight["parts"]
    assert eight["recall"] == eight["right"] == 1.0  # each in its own words
    assert (all_of_them["parts"], all_of_them["there"], all_of_them["gone"]) == (1, 20, 0)


@pytest.mark.parametrize("sizes", ["0", "ten", "20;30", "-5"])
def test_sizes_that_are_no_whole_numbers_are_refused(files, sizes):
    options = [
        part for name, path in zip(("docs", "queries", "qrels"), files, strict=True) for part in (f"--{name}", path)
    ]

    done = CliRunner().invoke(app, ["bench", "retrieval", *map(str, options), f"--sizes={sizes}"])

    assert done.exit_code == 2
    assert "is no whole number from 1" in " ".join(done.output.split())
