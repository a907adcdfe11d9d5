"""``claimcheck bench``: every figure that can be measured from what is at hand, beside what is asked of it."""

import gzip
import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from claimcheck.embed import load_encoder
from claimcheck.errors import GoldInvalid, PairsInvalid, TimingFailed
from claimcheck.flows import bench_speed
from claimcheck.flows.bench_all import GROUPS, plan_benches
from claimcheck.flows.bench_duplicates import bench_duplicates
from claimcheck.flows.bench_relations import bench_relations
from claimcheck.flows.bench_split import gold_files
from claimcheck.flows.newswire_gold import write_newswire
from tests.unit.conftest import Claimcheck

DOCS = {
    "d1": "The tower in Harwick is 324 metres tall.",
    "d2": "Rents in the city doubled within a year.",
    "d3": "The river froze in March.",
}
SENTENCE = "Harwick bought 40 buses in May 2023."


def write_lines(path: Path, rows: Iterable[Mapping[str, object]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress("".join(json.dumps(each) + "\n" for each in rows).encode(), mtime=0))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder of data in which one collection is there, whose one query finds its document first."""
    folder = tmp_path / "data" / "retrieval" / "clef2022_t2b_en"
    write_lines(folder / "docs.jsonl.gz", [{"id": key, "text": text} for key, text in DOCS.items()])
    write_lines(folder / "queries.jsonl.gz", [{"id": "q", "text": DOCS["d1"], "split": "dev"}])
    (folder / "qrels.tsv.gz").write_bytes(gzip.compress(b"q\td1\n", mtime=0))
    return tmp_path / "data"


@pytest.fixture
def quality(tmp_path: Path) -> Path:
    """Gold of our own: one page to be tuned on, one to be reported, the same sentence in both."""
    gold = tmp_path / "quality" / "gold"
    gold.mkdir(parents=True)
    for name in ("one", "two"):
        (gold / f"{name}.txt").write_text(SENTENCE, encoding="utf-8")
        claim = {"id": "c", "level": "required", "spans": [[0, len(SENTENCE)]], "text": SENTENCE, "speaker": None}
        page = {
            "source": f"{name}.txt",
            "sha256": hashlib.sha256(SENTENCE.encode()).hexdigest(),
            "language": "en",
            "published": None,
            "outlet": None,
            "blocks": [{"start": 0, "end": len(SENTENCE), "role": "body"}],
            "claims": [{**claim, "date": None}],
        }
        (gold / f"{name}.json").write_text(json.dumps(page), encoding="utf-8")
    (gold / "halves.json").write_text('{"tune": ["one"], "report": ["two"]}')
    return gold.parent


def collection_digest(data: Path) -> str:
    """As the floors name the collection: the SHA-256 over those of its three files."""
    files = [
        data / "retrieval/clef2022_t2b_en" / each for each in ("docs.jsonl.gz", "queries.jsonl.gz", "qrels.tsv.gz")
    ]
    each = b"".join(hashlib.sha256(path.read_bytes()).digest() for path in files)
    return hashlib.sha256(each).hexdigest()[:16]


def ask(quality: Path, **floors: object) -> None:
    (quality / "floors.json").write_text(json.dumps(floors), encoding="utf-8")


def test_what_is_at_hand_is_measured_and_what_is_not_is_named(
    claimcheck: Claimcheck, data: Path, quality: Path
) -> None:
    done = claimcheck("bench", "--data", data, "--quality", quality, "--only", "splitter,lookup")

    found = {(each["data"], each["what"]): each["figure"] for each in done.records if each["figure"] is not None}
    assert done.code == 0
    assert found["clef2022 2b dev", "map@5"] == found["clef2022 2b dev", "recall@1"] == 1.0
    assert found["own", "f1"] == found["own", "coverage"] == 1.0
    assert {name for name, _ in found} == {"clef2022 2b dev", "own"}
    missing = {each["data"]: each["why"] for each in done.records if each["figure"] is None}
    assert missing["clef2020 dev"].endswith("retrieval/clef2020_t2_en/docs.jsonl.gz is not there")
    assert missing["seed"].startswith("not measured: ")
    assert not any(each["broken"] or each["fell"] for each in done.records)


def test_nothing_at_hand_is_no_failure(claimcheck: Claimcheck) -> None:
    done = claimcheck("bench", "--only", ",".join(each for each in GROUPS if each != "speed"))

    assert done.code == 0
    assert {each["group"] for each in done.records} == set(GROUPS) - {"speed"}
    assert all(each["figure"] is None and "is not there" in each["why"] for each in done.records)


def test_a_figure_worse_than_what_is_asked_is_marked_and_fails(
    claimcheck: Claimcheck, data: Path, quality: Path
) -> None:
    floor = {"digest": collection_digest(data), "map@5": 1.01, "mrr": 1.0, "abstention": {"false_found": -0.1}}
    ask(quality, retrieval={"clef2022 2b dev": floor})
    options = ("bench", "--data", data, "--quality", quality, "--only", "lookup")

    done = claimcheck(*options)
    fell = {each["what"]: (each["asked"], each["at_most"]) for each in done.records if each["fell"]}
    assert done.code == 1
    assert fell == {"map@5": (1.01, False), "abstention false_found": (-0.1, True)}
    assert "2 of the figures fell short" in done.said

    table = claimcheck(*options, "--format", "table")
    assert table.code == 1
    assert "≥ 1.01 FELL SHORT" in " ".join(table.out.split())


def test_floors_of_other_data_ask_nothing(claimcheck: Claimcheck, data: Path, quality: Path) -> None:
    ask(quality, retrieval={"clef2022 2b dev": {"digest": "another", "map@5": 1.01}})

    done = claimcheck("bench", "--data", data, "--quality", quality, "--only", "lookup")

    table = claimcheck("bench", "--data", data, "--quality", quality, "--only", "lookup", "--format", "table")
    assert "(other data)" in table.out
    told = [each for each in done.records if each["what"] == "map@5"]
    assert done.code == 0
    assert [(each["figure"], each["asked"], each["why"]) for each in told] == [
        (1.0, None, "other data than those the floor was reached on")
    ]


def test_a_figure_that_is_asked_for_and_was_not_measured_is_named(
    claimcheck: Claimcheck, data: Path, quality: Path
) -> None:
    (data / "similarity").mkdir()
    ask(quality, encoder={"figures": {"stsb dev en": 0.79}})

    done = claimcheck("bench", "--data", data, "--quality", quality, "--only", "encoder")

    assert done.code == 0
    assert [(each["what"], each["figure"], each["asked"]) for each in done.records] == [("stsb dev en", None, 0.79)]
    assert "not measured" in done.records[0]["why"]


def test_data_that_cannot_be_measured_fail_after_the_others_were(
    claimcheck: Claimcheck, data: Path, quality: Path
) -> None:
    (data / "retrieval/clef2022_t2b_en/qrels.tsv.gz").write_bytes(b"q\td1\td2\n")
    (quality / "relations.tsv").write_text("same\ten\ten\tThe river froze.\tThe river froze.\n", encoding="utf-8")

    done = claimcheck("bench", "--data", data, "--quality", quality, "--only", "lookup,relations")

    assert done.code == 1
    assert "1 could not be measured" in done.said
    assert [each["data"] for each in done.records if each["broken"]] == ["clef2022 2b dev"]
    assert [each["figure"] for each in done.records if each["what"] == "macro_f1"] == [1.0]


def test_without_what_is_reported_no_test_split_and_no_half_kept_back_is_touched(
    claimcheck: Claimcheck, data: Path, quality: Path
) -> None:
    (quality / "gold" / "two.json").write_text("this would be an error if it were read", encoding="utf-8")

    done = claimcheck("bench", "--data", data, "--quality", quality, "--no-reported", "--only", "splitter,roles")
    names = {name for each in plan_benches(data, quality, reported=False) for name in each.sets}

    assert done.code == 0
    assert {(each["data"], each["what"]): each["figure"] for each in done.records}["own", "f1"] == 1.0
    assert names.isdisjoint({"clef2020 test", "pages report", "own report", "newswire check", "relations.tsv"})
    assert names >= {"clef2020 dev", "pages tune", "newswire tune"}


def test_each_row_names_a_command_that_prints_its_figure(claimcheck: Claimcheck, data: Path, quality: Path) -> None:
    done = claimcheck("bench", "--data", data, "--quality", quality, "--only", "splitter,lookup,roles")
    for name, what in (("own", "f1"), ("clef2022 2b dev", "mrr"), ("own tune", "roles")):
        row = next(each for each in done.records if (each["data"], each["what"]) == (name, what))
        alone = claimcheck(*row["command"].split()[1:])
        assert alone.code == 0
        assert any(row["figure"] in (each.get(what), each.get("figure")) for each in alone.records)


def test_a_group_nobody_knows_is_wrong_usage(claimcheck: Claimcheck) -> None:
    done = claimcheck("bench", "--only", "splitter,speeed")

    assert done.code == 2
    assert "'speeed' is none of splitter" in " ".join(done.said.split())


def test_every_group_has_a_measurement(data: Path, quality: Path) -> None:
    assert tuple(dict.fromkeys(each.group for each in plan_benches(data, quality))) == GROUPS


def test_a_denial_read_as_the_same_counts_against_both(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.tsv"
    line = f"en\ten\t{SENTENCE}\t{SENTENCE}\n"
    pairs.write_text(f"same\t{line}contradicts\t{line}", encoding="utf-8")

    figures = bench_relations(pairs)

    assert figures.macro_f1 == pytest.approx((2 / 3 + 0) / 2)  # same: one right, one too many; contradicts: none
    assert (figures.pairs, figures.contradicts_as_same) == (2, 1.0)
    assert "contradicts" in figures.table()


@pytest.mark.parametrize("text", ["", "# a comment\n", "sane\ten\ten\tA.\tA.\n", "same\ten\tA.\n"])
def test_what_holds_no_pairs_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(PairsInvalid, match=r"pairs\.tsv"):
        bench_relations(path)


def test_near_duplicates_are_counted_over_the_half_that_is_asked(tmp_path: Path) -> None:
    docs = {"a": SENTENCE, "b": SENTENCE, "c": DOCS["d3"]}
    write_lines(tmp_path / "few" / "docs.jsonl.gz", [{"id": key, "text": text} for key, text in docs.items()])
    rows = [("a", "c", 0), ("a", "b", 1), ("a", "b", 0), ("b", "c", 1)]
    lines = ["collection\tfirst\tsecond\tsame", *(f"few\t{one}\t{other}\t{same}" for one, other, same in rows)]
    pairs = tmp_path / "pairs.tsv"
    pairs.write_text("\n".join(lines) + "\n", encoding="utf-8")

    odd = bench_duplicates(pairs, tmp_path, load_encoder())
    even = bench_duplicates(pairs, tmp_path, load_encoder(), half=0)

    assert (odd.pairs, odd.precision, odd.recall) == (2, 1.0, 0.5)
    assert (even.pairs, even.precision, even.recall) == (2, 0.0, 0.0)


def test_pairs_of_unknown_documents_and_without_columns_are_refused(tmp_path: Path) -> None:
    write_lines(tmp_path / "few" / "docs.jsonl.gz", [{"id": "a", "text": SENTENCE}])
    pairs = tmp_path / "pairs.tsv"
    pairs.write_text("collection\tfirst\tsecond\tsame\nfew\ta\tz\t1\nfew\ta\tz\t1\n", encoding="utf-8")
    with pytest.raises(PairsInvalid, match="names 'z', which few lacks"):
        bench_duplicates(pairs, tmp_path, load_encoder())

    pairs.write_text("one\ttwo\n1\t2\n", encoding="utf-8")
    with pytest.raises(PairsInvalid, match="columns collection, first, same, second"):
        bench_duplicates(pairs, tmp_path, load_encoder())


def test_a_folder_of_gold_is_its_files_but_not_what_says_the_halves(quality: Path, tmp_path: Path) -> None:
    gold = quality / "gold"

    assert [each.name for each in gold_files(gold)] == ["one.json", "two.json"]
    assert [each.name for each in gold_files(gold, "report")] == ["two.json"]
    assert gold_files(gold / "one.json") == [gold / "one.json"]
    with pytest.raises(GoldInvalid, match="none of half 'third'"):
        gold_files(gold, "third")
    (tmp_path / "empty").mkdir()
    with pytest.raises(GoldInvalid, match="holds none"):
        gold_files(tmp_path / "empty")


def test_newswire_is_put_together_from_the_rows_that_its_annotation_names(tmp_path: Path) -> None:
    (tmp_path / "parallel").mkdir()
    tag = "wmt_newstest<=2018"
    rows = f"{tag}\teins\tone\nother\tnein\tno\n{tag}\tzwei\ttwo\n{tag}\tdrei\tthree\n"
    (tmp_path / "parallel" / "de-en.tsv.gz").write_bytes(gzip.compress(rows.encode()))
    article = {"half": "tune", "name": "a", "language": "en", "paragraphs": [[2, 0], [1]], "claims": [{"id": "c"}]}
    (tmp_path / "gold.jsonl").write_text(json.dumps(article) + "\n" + json.dumps(article | {"half": "check"}) + "\n")

    written = write_newswire(tmp_path, tmp_path, tmp_path, half="tune")

    assert written == [tmp_path / "a.json"]
    assert (tmp_path / "a.txt").read_bytes() == b"three one\n\ntwo\n"
    assert json.loads(written[0].read_bytes())["claims"] == [{"id": "c", "text": ""}]


def test_a_command_that_does_not_run_is_no_timing(tmp_path: Path) -> None:
    with pytest.raises(TimingFailed, match=r"timing 'reviews import .*missing\.jsonl' failed"):
        bench_speed.cold_lookup_ratio(tmp_path / "missing.jsonl", tmp_path, times=1)
