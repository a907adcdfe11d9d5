"""Forms that others read: what comes back is equal, and what does not is counted, column by column."""

import hashlib
import json
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.dataset import (
    FORMATS,
    Context,
    EvidenceLink,
    LabelShare,
    PastCheck,
    examine_dataset,
    read_dataset,
    verdict_frame,
    verdict_schema,
    write_batches,
    write_dataset,
)
from claimcheck.dataset.items import BrokenJson, iter_items
from claimcheck.errors import DatasetNotWritable, FormHasNoPlace, OutputTaken
from claimcheck.flows.export_forms import forms_of
from claimcheck.records import Label
from claimcheck.scheme import read_scheme
from tests.unit.verdict_rows import ROW, row

SCHEME = read_scheme()
LABELS = st.one_of(st.none(), st.sampled_from([each.value for each in Label]), st.just("KÄSE"))
KINDS = st.sampled_from(["event", "quantity", "causal", "quotation", "opinion"])
CLAIMS = st.lists(
    st.builds(lambda made, label, kind: replace(made, label=label, kind=kind), ROW, LABELS, KINDS), max_size=4
).map(lambda rows: [replace(each, claim_id=f"{place}{each.claim_id}") for place, each in enumerate(rows)])
FOLDERS = sorted(name for name, form in FORMATS.items() if form.folder)
FOREIGN = sorted(set(FORMATS) - {"parquet", "jsonl", "csv"})
EVERY = forms_of(SCHEME)


def there_and_back(name, rows, **context):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "v"
        desk = {"publisher": "A desk", "publisher_url": "https://example.org/checks"} | context
        written = write_batches([verdict_frame(rows)], path, EVERY[name], context=Context(SCHEME, **desk))
        return read_dataset(path, form=name, forms=EVERY), written


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CLAIMS)
@pytest.mark.parametrize("name", sorted(set(EVERY) - {"parquet", "jsonl", "csv"}))
def test_whatever_comes_back_other_than_it_was_is_in_the_loss_report_with_its_count(name, rows):
    if name.startswith("claimreview"):  # where the id is a part of the address: there it is a hash, as ids are
        rows = [replace(each, claim_id=f"{place:016x}") for place, each in enumerate(rows)]
    try:
        again, written = there_and_back(name, rows)
    except FormHasNoPlace as nothing:
        refused = sum(nothing.reasons.values())
    else:
        refused = sum(loss.count for loss in written.losses if loss.refused)
        assert_told(rows, again, written)
        assert len(again) == len(rows) - refused
    assert refused <= len(rows)


def assert_told(rows, again, written):
    before = {each["claim_id"]: each for each in verdict_frame(rows).to_dicts()}
    after = {each["claim_id"]: each for each in again.to_dicts()}
    changed = Counter(
        column for claim, found in after.items() for column, value in found.items() if value != before[claim][column]
    )
    otherwise = "JSON"  # carried in another form, and read back from it
    reported = {loss.column: loss.count for loss in written.losses if loss.column and otherwise not in loss.what}
    assert reported == dict(changed)


# What each form carries of a plain, settled row, by hand from the forms' own descriptions.
CARRIED = {
    "fever": {"claim_id", "text", "label"},
    "averitec": {
        *("claim_id", "text", "label", "justification", "published", "speaker", "article_url", "outlet", "kind"),
    },
    "checkthat": {"claim_id", "text"},
    "web-annotation": {
        *("claim_id", "article_id", "text", "evidence", "spans", "language", "label", "justification"),
        *("article_url", "speaker"),
    },
    "hf": set(verdict_schema()),
    "croissant": set(verdict_schema()),
}


@pytest.mark.parametrize("name", sorted(CARRIED))
def test_a_form_carries_the_fields_it_is_meant_to(name):
    again, written = there_and_back(name, [row()])
    lost = {loss.column for loss in written.losses if "JSON" not in loss.what}
    assert lost & CARRIED[name] == set()
    (found,) = again.to_dicts()
    (whole,) = verdict_frame([row()]).to_dicts()
    assert {column: found[column] for column in CARRIED[name]} == {column: whole[column] for column in CARRIED[name]}


@pytest.mark.parametrize(
    ("label", "fever", "averitec"),
    [
        ("TRUE", "SUPPORTS", "Supported"),
        ("MOSTLY_TRUE", "SUPPORTS", "Supported"),
        ("HALF_TRUE", None, "Conflicting Evidence/Cherrypicking"),
        ("MOSTLY_FALSE", "REFUTES", "Refuted"),
        ("FALSE", "REFUTES", "Refuted"),
        ("MISLEADING", None, "Conflicting Evidence/Cherrypicking"),
        ("UNVERIFIABLE", "NOT ENOUGH INFO", "Not Enough Evidence"),
        ("NOT_A_CLAIM", None, None),
        (None, None, None),
    ],
)
def test_labels_are_said_in_the_other_schemes_words_or_the_row_is_left_out_with_its_reason(
    tmp_path, label, fever, averitec
):
    frame = verdict_frame([row(label=label)])
    for name, word in (("fever", fever), ("averitec", averitec)):
        if word is None:
            with pytest.raises(FormHasNoPlace, match=r"none of the claims \(1 claim .* has no word"):
                write_dataset(frame, tmp_path / name, form=name)
            assert not (tmp_path / name).exists()
        else:
            written = write_dataset(frame, tmp_path / name, form=name)
            assert f'"label": "{word}"' in written.path.read_text()
            assert list(examine_dataset(written.path, form=name)) == []


def test_a_line_of_fever_is_as_the_task_describes_it(tmp_path):
    links = (EvidenceLink("p1", "https://example.org/a", "ein Zitat", date(2026, 1, 2), "supports"),)
    write_dataset(verdict_frame([row(evidence_links=links)]), tmp_path / "v", form="fever")
    assert json.loads((tmp_path / "v").read_text()) == {
        "id": "c1",
        "verifiable": "VERIFIABLE",
        "label": "SUPPORTS",
        "claim": "Der Satz.",
        "evidence": [[[None, None, "https://example.org/a", None]]],
    }


def test_averitec_writes_days_as_it_does_and_a_quote_as_an_answer(tmp_path):
    links = (EvidenceLink("p1", "https://example.org/a", "ein Zitat", None, None),)
    write_dataset(verdict_frame([row(evidence_links=links)]), tmp_path / "v", form="averitec")
    (found,) = json.loads((tmp_path / "v").read_text())
    assert found["claim_date"] == "2-1-2026"
    assert found["claim_types"] == ["Event/Property Claim"]
    assert found["questions"][0]["answers"][0] == {
        "answer": "ein Zitat",
        "answer_type": "Extractive",
        "source_url": "https://example.org/a",
        "source_medium": "Web text",
        "cached_source_url": None,
    }


def check(review_id, same, related, unrelated):
    return PastCheck(review_id, f"claim of {review_id}", "FALSE", "A desk", None, None, same, related, unrelated)


def test_checkthat_judges_a_past_check_by_what_most_annotators_called_it(tmp_path):
    past = (check("r1", 2, 0, 0), check("r2", 0, 1, 1), check("r3", 1, 1, 0), check("r4", 0, 0, 0))
    write_dataset(verdict_frame([row(past_checks=past)]), tmp_path / "v", form="checkthat")
    assert (tmp_path / "v" / "qrels.tsv").read_text() == "c1\t0\tr1\t1\nc1\t0\tr2\t0\n"
    assert (tmp_path / "v" / "queries.tsv").read_text() == 'iclaim_id\ticlaim\n"c1"\t"Der Satz."\n'
    assert (tmp_path / "v" / "vclaims.tsv").read_text().splitlines()[1:] == [
        f'"{name}"\t"claim of {name}"\t""' for name in ("r1", "r2", "r3", "r4")
    ]


def test_a_web_annotation_quotes_the_article_with_what_stands_around_it(tmp_path):
    text = "Köln 🇩🇪: Der Dom ist 157 Meter hoch. Er steht am Rhein."
    start = text.index("Der Dom")
    quote = "Der Dom ist 157 Meter hoch."
    made = row(evidence=(quote,), spans=((start, start + len(quote)),), article_url="https://example.org/dom")
    context = Context(SCHEME, article=lambda _: text)
    write_dataset(verdict_frame([made]), tmp_path / "v", form="web-annotation", context=context)
    (found,) = json.loads((tmp_path / "v").read_text())["first"]["items"]
    (target,) = found["target"]
    assert target["source"] == "https://example.org/dom"
    assert target["selector"] == [
        {"type": "TextQuoteSelector", "exact": quote, "prefix": "Köln 🇩🇪: ", "suffix": " Er steht am Rhein."},
        {"type": "TextPositionSelector", "start": 9, "end": 36},
    ]


SPLIT = [row(split="train"), row(claim_id="c2", article_id="a2", split="test", label=None, tie=("TRUE", "FALSE"))]


@pytest.mark.slow
def test_the_datasets_library_loads_the_hugging_face_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setenv("HF_HOME", str(tmp_path / "home"))
    import datasets

    tricky = row(claim_id="c3", split="train", text='=1+1 "quoted"\n\t👩‍🚒 שלום', soft_label=(LabelShare("TRUE", 1.0),))
    write_dataset(verdict_frame([*SPLIT, tricky]), tmp_path / "v", form="hf")
    loaded = datasets.load_dataset(str(tmp_path / "v"), cache_dir=str(tmp_path / "cache"))
    assert {name: len(part) for name, part in loaded.items()} == {"train": 2, "test": 1}
    assert loaded["train"][1]["text"] == tricky.text
    assert loaded["train"][0]["annotations"][0]["confidence"] == 4
    assert loaded["test"][0]["label"] is None
    assert loaded["test"][0]["tie"] == ["TRUE", "FALSE"]
    assert loaded["train"].features["published"].dtype == "date32"


@pytest.mark.slow
def test_mlcroissant_accepts_the_description_and_reads_the_rows_by_it(tmp_path):
    import mlcroissant

    write_dataset(verdict_frame(SPLIT), tmp_path / "v", form="croissant")
    dataset = mlcroissant.Dataset(jsonld=tmp_path / "v" / "croissant.json")
    assert dataset.metadata.ctx.issues.errors == set()
    rows = list(dataset.records("verdicts"))
    assert [each["verdicts/claim_id"] for each in rows] == [b"c1", b"c2"]
    assert rows[0]["verdicts/n_annotators"] == 1


def test_a_dataset_card_says_what_was_judged_and_what_the_labels_mean(tmp_path):
    facts = {"claims_by_label": {"TRUE": 1, "tie | x": 1}, "annotators": 2, "names": False}
    context = Context(SCHEME, title="Dom <b>", licence="cc-by-4.0", facts=facts)
    write_dataset(verdict_frame(SPLIT), tmp_path / "v", form="hf", context=context)
    card = (tmp_path / "v" / "README.md").read_text()
    header = card.split("---\n")[1]
    assert 'license: "cc-by-4.0"' in header
    assert 'language: ["de"]' in header
    assert '"path": "data/train-00000-of-00001.parquet"' in header
    assert "Judge the content" in card
    assert "| tie \\| x | 1 |" in card
    assert "pseudonyms" in card


@pytest.mark.parametrize("name", FOREIGN)
def test_what_is_written_is_well_and_the_same_rows_give_the_same_bytes(tmp_path, name):
    frame = verdict_frame([row(evidence=("Satz",)), row(claim_id="c2")])
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    one = write_dataset(frame, tmp_path / "one" / "v", form=name)
    two = write_dataset(frame, tmp_path / "two" / "v", form=name)
    assert one.digests == two.digests
    assert one.rows == two.rows == 2
    assert one.digest == two.digest
    assert [str(each) for each in examine_dataset(one.path, form=name)] == []


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_nothing_is_overwritten_unless_asked_for(tmp_path, name):
    place = tmp_path / "v"
    write_dataset(verdict_frame([row()]), place, form=name)
    if FORMATS[name].folder:
        files = {each.relative_to(place).as_posix(): {} for each in place.rglob("*") if each.is_file()}
        (place / "manifest.json").write_text(json.dumps({"format": "claimcheck-export/1", "files": files}))
    before = {each: each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()}
    with pytest.raises(OutputTaken, match="--force"):
        write_dataset(verdict_frame([]), place, form=name, force=False)
    assert {each: each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()} == before
    write_dataset(verdict_frame([row(claim_id="c2")]), place, form=name, force=True)
    assert read_dataset(place, form=name)["claim_id"].to_list() == ["c2"]
    assert [each.name for each in tmp_path.iterdir()] == ["v"]


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_that_is_no_export_is_never_replaced(tmp_path, name):
    (tmp_path / "v").mkdir()
    (tmp_path / "v" / "thesis.txt").write_text("three years")
    for manifest in (None, {"format": 3}, {"format": "claimcheck-export/1", "files": {"README.md": {}}}):
        if manifest:
            (tmp_path / "v" / "manifest.json").write_text(json.dumps(manifest))
        with pytest.raises(DatasetNotWritable, match=r"no export of ours wrote \w+\.\w+ in it"):
            write_dataset(verdict_frame([row()]), tmp_path / "v", form=name, force=True)
        assert (tmp_path / "v" / "thesis.txt").read_text() == "three years"
    assert [each.name for each in tmp_path.iterdir()] == ["v"]


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("jsonl", '{"claim_id": 1}\n\nnonsense\n', ["line 1: lacks article_id", "line 3: not JSON"]),
        ("fever", '{"id": 1}\n', ["line 1, verifiable: is missing", "line 1, label: is missing"]),
        (
            "fever",
            '{"id": 1, "verifiable": "VERIFIABLE", "label": "NOT ENOUGH INFO", "claim": "", "evidence": [[[1, 2, 3]]]}',
            ["line 1, verifiable: is 'VERIFIABLE' beside the label NOT", "line 1, evidence[0]: is no set of"],
        ),
        ("fever", '{"id": 1}\n{"id": 1}\n{', ["line 3: not JSON"]),
        (
            "averitec",
            '[\n{"claim": "a",\n "label": "Perhaps", "questions": []},\n{}]',
            ["line 2, label: is 'Perhaps'", "line 4, claim: is missing"],
        ),
        ("averitec", "[\n{}\n", ["line 3: wanted the end of a list"]),
        ("averitec", '[{"claim_date": "2026-01-02"}]', ["line 1, claim_date: is '2026-01-02'"]),
        (
            "web-annotation",
            '{"first": {"items": [\n{"type": "Annotation", "id": "a", "body": []}]}}',
            ["line 2, target: is missing"],
        ),
        ("web-annotation", '{"first": {}}', ["line 1: there is no 'items'"]),
        ("csv", "claim_id,text\r\n", ["line 1: lacks article_id"]),
    ],
)
def test_what_is_wrong_is_named_by_its_line_and_field(tmp_path, name, text, found):
    (tmp_path / "v").write_text(text)
    said = [str(each) for each in examine_dataset(tmp_path / "v", form=name)]
    for wanted in found:
        assert any(each.startswith(wanted) for each in said), said


JUNK = (None, 1, True, "x", 1e400, [], {}, [None], [1], [[]], [{}])


def misshapen(value, depth=3):
    """The value with each of its parts in turn left out, or of another shape."""
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in list(parts):
        for other in (*JUNK, *(misshapen(part, depth - 1) if depth else ())):
            made = value.copy()
            made[key] = other
            yield made
        made = value.copy()
        del made[key]
        yield made


@pytest.mark.parametrize("name", sorted({name for name, form in EVERY.items() if not form.folder} - {"parquet", "csv"}))
def test_a_part_of_another_shape_may_be_found_and_never_stops_the_examination(tmp_path, name):
    links = (EvidenceLink("p1", "https://example.org", "so", None, None),)
    digests = (hashlib.sha256(b"Satz").hexdigest(),)
    rows = [verdict_frame([row(evidence_links=links, evidence_digests=digests)])]
    desk = Context(SCHEME, publisher="A desk", publisher_url="https://example.org/checks")
    path = write_batches(rows, tmp_path / "v", EVERY[name], context=desk).path
    text = path.read_text()
    (line,) = [each for each in text.splitlines() if each.startswith("{") and each.endswith("}")]
    found = 0
    for item in misshapen(json.loads(line)):
        path.write_text(text.replace(line, json.dumps(item)))
        found += bool(list(examine_dataset(path, form=name, forms=EVERY)))
    assert found > 20


def test_a_folder_whose_files_are_something_else_is_not_well(tmp_path):
    write_dataset(verdict_frame([row()]), tmp_path / "hf", form="hf")
    (data,) = (tmp_path / "hf" / "data").iterdir()
    data.write_text("something else")
    (found,) = examine_dataset(tmp_path / "hf", form="hf")
    assert str(found).startswith("data/train-00000-of-00001.parquet, file: cannot be read as Parquet")
    write_dataset(verdict_frame([row()]), tmp_path / "c", form="croissant")
    for text in ("[]", "null", '{"distribution": [1]}', '{"recordSet": [{"field": [2]}]}'):
        (tmp_path / "c" / "croissant.json").write_text(text)
        *_, last = examine_dataset(tmp_path / "c", form="croissant")
        assert str(last).startswith("croissant.json: it is no Croissant description")


def test_rows_are_examined_whatever_form_they_came_in(tmp_path):
    wrong = [
        row(),
        row(text="again"),
        row(claim_id="c2", spans=((4, 9),)),
        row(claim_id="c3", soft_label=(LabelShare("TRUE", 0.5),)),
        row(claim_id="c4", label="KÄSE"),
        row(claim_id="c5", split="train"),
        row(claim_id="c6", split="test"),
        row(claim_id="c7", evidence_digests=("00",)),
        row(claim_id="c8", n_annotators=3),
    ]
    wanted = [
        "claim_id: 'c1' is there twice",
        "evidence[0]: has 4 characters, its span 5",
        "soft_label: sums to 0.5, wanted 1",
        "label: 'KÄSE' is outside the scheme",
        "split: is 'test', but the same article is in 'train'",
        "evidence[0]: is not what its digest is of",
        "n_annotators: is 3, but 1 annotators gave a label",
    ]
    for name, place in (("parquet", "row"), ("jsonl", "line"), ("csv", "line")):
        write_dataset(verdict_frame(wrong), tmp_path / "v", form=name)
        said = [str(each) for each in examine_dataset(tmp_path / "v", form=name)]
        assert len(said) == len(wanted), said
        for each, words in zip(said, wanted, strict=True):
            assert each.startswith(f"{place} ")
            assert words in each


def test_a_changed_file_of_a_croissant_is_noticed(tmp_path):
    write_dataset(verdict_frame([row()]), tmp_path / "v", form="croissant")
    data = tmp_path / "v" / "verdicts.parquet"
    pl.read_parquet(data).with_columns(label=pl.lit("FALSE")).write_parquet(data)
    (found,) = examine_dataset(tmp_path / "v", form="croissant")
    assert str(found) == "croissant.json, sha256: is not that of verdicts.parquet: the data was changed after export"


def test_a_judgement_of_a_check_that_is_not_there_is_named(tmp_path):
    write_dataset(verdict_frame([row(past_checks=(check("r1", 1, 0, 0),))]), tmp_path / "v", form="checkthat")
    with (tmp_path / "v" / "qrels.tsv").open("a") as file:
        file.write("c1\t0\tr9\t1\nc1\t0\tr1\t7\n")
    said = [str(each) for each in examine_dataset(tmp_path / "v", form="checkthat")]
    assert said == [
        "qrels.tsv, line 2: names 'r9', which vclaims.tsv does not have",
        "qrels.tsv, line 3: is ['c1', '0', 'r1', '7'], wanted QUERY, 0, DOCUMENT and 0 or 1",
    ]


def test_hugging_face_splits_are_named_as_the_library_allows(tmp_path):
    rows = [row(split="tr/ain"), row(claim_id="c2", split="tr ain"), row(claim_id="c3", split=None)]
    write_dataset(verdict_frame(rows), tmp_path / "v", form="hf")
    names = sorted(each.name.split("-")[0] for each in (tmp_path / "v" / "data").iterdir())
    assert names == ["tr_ain", "tr_ain_2", "train"]
    assert read_dataset(tmp_path / "v", form="hf")["split"].to_list() == ["tr/ain", "tr ain", None]


@given(
    st.lists(st.recursive(st.none() | st.text(max_size=5) | st.integers(), lambda inner: st.lists(inner, max_size=3)))
)
def test_items_of_a_document_come_as_json_has_them(items):
    text = json.dumps({"x": {"items": [0]}, "y": {"items": items}}, indent=1)
    assert [item for _, item in iter_items(text, ("y", "items"))] == items


def test_an_item_is_named_by_the_line_it_begins_on():
    assert list(iter_items("[\n\n1,\n2, 3\n]")) == [(3, 1), (4, 2), (4, 3)]
    with pytest.raises(BrokenJson, match="line 2: more after the end"):
        list(iter_items("[]\n[]"))


def test_a_parquet_file_does_not_depend_on_how_its_rows_were_batched(tmp_path, monkeypatch):
    from claimcheck.dataset import batches as module

    monkeypatch.setattr(module, "BATCH", 4)
    frame = verdict_frame([row(claim_id=f"c{number}") for number in range(11)])
    for name, sizes in (("one", [11]), ("two", [1] * 11), ("three", [3, 8])):
        parts, start = [], 0
        for size in sizes:
            parts.append(frame[start : start + size])
            start += size
        assert module.write_parquet(parts, tmp_path / name) == 11
    assert len({(tmp_path / name).read_bytes() for name in ("one", "two", "three")}) == 1
    assert pl.read_parquet(tmp_path / "one").equals(frame)
    assert pl.concat(module.iter_batches(tmp_path / "one")).equals(frame)


def test_an_error_while_rows_are_made_is_the_callers_and_leaves_no_file(tmp_path):
    from claimcheck.dataset import format_of, write_batches

    def breaking():
        yield verdict_frame([row()])
        raise OSError(5, "the disk")

    for name in ("parquet", "jsonl", "hf"):
        with pytest.raises(OSError, match="disk"):
            write_batches(breaking(), tmp_path / "v", format_of(tmp_path, name))
        assert list(tmp_path.iterdir()) == []
