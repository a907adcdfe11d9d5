"""What goes into a dataset file comes out equal, or its loss is said."""

import csv
import io
import json
import os
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from claimcheck.dataset import (
    VerdictRow,
    find_unencodable,
    read_dataset,
    verdict_frame,
    verdict_schema,
    write_dataset,
)
from claimcheck.dataset.csv_cells import escape_cell, format_csv, parse_csv, unescape_cell
from claimcheck.errors import DatasetFormatUnknown, DatasetNotWritable, DatasetUnreadable
from tests.unit.verdict_rows import ROW, TEXT, TRICKY, row

# Columns as the design lists them; here by hand, so that a renamed field is noticed.
DESIGNED = [
    *("claim_id", "article_id", "text", "evidence", "language", "speaker", "assertion", "kind", "claim_date"),
    *("published", "label", "soft_label", "method", "n_annotators", "tie", "justification", "evidence_links", "as_of"),
    *("past_checks", "annotations", "split", "sample"),
]


EXACT = ("csv", "jsonl", "parquet")


def test_every_designed_column_is_there_in_order_and_no_other_name_is_spelt_twice():
    names = list(verdict_schema())
    assert [name for name in names if name in DESIGNED] == DESIGNED
    assert set(names) - set(DESIGNED) == {
        *("spans", "evidence_digests", "article_digest", "claim_date_precision", "article_title", "article_url"),
        *("outlet", "scores"),
    }


def test_an_empty_frame_has_the_columns_and_types_of_a_full_one():
    assert verdict_frame([]).schema == verdict_frame([row()]).schema == verdict_schema()


def there_and_back(name, frame):
    """A frame through a file of a form, and what was said to be lost."""
    with TemporaryDirectory() as folder:
        written = write_dataset(frame, Path(folder) / "v", form=name)
        return read_dataset(written.path, form=name), written.losses


@settings(max_examples=30, deadline=None)
@given(st.lists(ROW, max_size=4))
@pytest.mark.parametrize("name", EXACT)
def test_a_full_form_reads_back_exactly_what_it_wrote(name, rows):
    frame = verdict_frame(rows)
    again, _ = there_and_back(name, frame)
    assert_frame_equal(again, frame, check_exact=True)
    assert again.rows() == frame.rows()  # None stays apart from empty, also inside lists


@pytest.mark.parametrize("name", EXACT)
@pytest.mark.parametrize("text", TRICKY)
def test_each_awkward_text_survives_in_every_column_that_may_hold_it(name, text):
    changes = {field.name: text for field in fields(VerdictRow) if str(field.type).startswith("str")}
    frame = verdict_frame([row(), row(**changes), row(evidence=(text, "", text))])
    assert there_and_back(name, frame)[0].rows() == frame.rows()


@given(TEXT)
def test_a_csv_cell_never_starts_a_formula_and_gives_its_text_back(text):
    cell = escape_cell(text)
    assert cell
    assert cell[0] not in "=+-@\t\r\n＝＋－＠"
    assert unescape_cell(cell) == text


def test_the_csv_reads_with_the_standard_library_as_utf8_with_a_mark_and_crlf():
    data, _ = format_csv(verdict_frame([row(text="=SUM(A1)\nzwei", speaker=None, outlet="")]))
    assert data.startswith(b"\xef\xbb\xbfclaim_id,")
    (found,) = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert found["text"] == "'=SUM(A1)\nzwei"
    assert (found["speaker"], found["outlet"]) == ("", "'")
    assert json.loads(found["spans"]) == [[4, 8]]


def test_the_csv_says_which_columns_became_json_and_how_many_texts_were_escaped():
    frame = verdict_frame([row(text="=1", speaker="-x"), row(text="plain", outlet=None)])
    losses = {(loss.column, loss.what.split(" ")[0]): loss.count for loss in format_csv(frame)[1]}
    assert losses[("text", "texts")] == 1
    assert losses[("speaker", "texts")] == 1
    assert losses[("outlet", "texts")] == 1
    assert {column for column, what in losses if what == "lists"} == {
        "evidence",
        "spans",
        "evidence_digests",
        "soft_label",
        "scores",
        "tie",
        "evidence_links",
        "past_checks",
        "annotations",
    }


def test_the_csv_says_how_many_cells_a_spreadsheet_would_cut():
    frame = verdict_frame([row(text="x" * 32_767), row(text="x" * 32_768)])
    assert [str(loss) for loss in format_csv(frame)[1] if "32,767" in loss.what] == [
        "cells longer than the 32,767 characters a spreadsheet keeps: 1 in text"
    ]
    assert parse_csv(format_csv(frame)[0])["text"].str.len_chars().to_list() == [32_767, 32_768]


def test_a_cell_of_a_million_characters_comes_back():
    frame = verdict_frame([row(justification="ä,\n" * 400_000)])
    assert parse_csv(format_csv(frame)[0]).rows() == frame.rows()


def test_parquet_and_jsonl_lose_nothing():
    frame = verdict_frame([row()])
    assert there_and_back("parquet", frame)[1] == there_and_back("jsonl", frame)[1] == ()


def test_a_lone_surrogate_is_replaced_and_counted():
    rows = [row(text="a\ud800b", evidence=("\udfff", "ok")), row()]
    assert [str(loss) for loss in find_unencodable(rows)] == [
        "texts with a broken character, written as U+FFFD: 1 in text",
        "texts with a broken character, written as U+FFFD: 1 in evidence",
    ]
    assert verdict_frame(rows)["text"].to_list() == ["a\ufffdb", "Der Satz."]
    assert find_unencodable([row(text="🇩🇪")]) == ()


def test_jsonl_is_one_plain_object_a_line_with_iso_dates(tmp_path):
    (line,) = write_dataset(verdict_frame([row()]), tmp_path / "v.jsonl").path.read_text().splitlines()
    found = json.loads(line)
    assert found["published"] == "2026-01-02"
    assert found["annotations"][0]["at"] == "2026-01-03T09:00:00Z"
    assert found["speaker"] is None
    assert found["spans"] == [[4, 8]]


@pytest.mark.parametrize("name", EXACT)
def test_the_same_rows_give_the_same_bytes_and_the_digest_is_theirs(tmp_path, name):
    frame = verdict_frame([row(), row(claim_id="c2")])
    first = write_dataset(frame, tmp_path / f"one.{name}")
    second = write_dataset(verdict_frame([row(), row(claim_id="c2")]), tmp_path / f"two.{name}")
    assert first.path.read_bytes() == second.path.read_bytes()
    checked = subprocess.run(["sha256sum", first.path], capture_output=True, text=True, check=True).stdout.split()[0]
    assert first.digest == second.digest == checked
    assert (first.rows, first.size) == (2, first.path.stat().st_size)
    assert_frame_equal(read_dataset(first.path), frame)


def test_writing_replaces_the_file_at_once_and_leaves_nothing_beside_it(tmp_path):
    place = tmp_path / "v.jsonl"
    place.write_text("old")
    link = tmp_path / "link.jsonl"
    link.symlink_to(place)
    write_dataset(verdict_frame([row()]), link)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["link.jsonl", "v.jsonl"]
    assert link.is_symlink()
    assert read_dataset(place).height == 1


def test_a_failed_write_keeps_the_old_file(tmp_path, monkeypatch):
    place = tmp_path / "v.jsonl"
    place.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DatasetNotWritable, match="No space left on device"):
        write_dataset(verdict_frame([row()]), place)
    assert place.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["v.jsonl"]


@pytest.mark.parametrize(
    ("path", "why"),
    [("missing/v.csv", "No such file"), (".", "it is a folder"), ("/dev/null", "it is no regular file")],
)
def test_a_place_that_cannot_be_written_is_one_line(tmp_path, path, why):
    with pytest.raises(DatasetNotWritable, match=why) as caught:
        write_dataset(verdict_frame([row()]), tmp_path / path, form="csv")
    assert "\n" not in str(caught.value)


def test_an_unknown_format_names_the_known_ones(tmp_path):
    with pytest.raises(DatasetFormatUnknown, match="'xlsx' is no dataset format: use one of parquet, jsonl, csv, hf, "):
        write_dataset(verdict_frame([]), tmp_path / "v.xlsx")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("v.parquet", b"PAR1 no"),
        ("v.parquet", b""),
        ("v.jsonl", b'{"claim_id": "c1"}\n'),
        ("v.jsonl", b"nonsense\n"),
        ("v.jsonl", b"\xff\xfe\n"),
        ("v.csv", b""),
        ("v.csv", b"a,b\r\n1,2\r\n"),
        ("v.csv", b"\xff\xfe\x00"),
    ],
)
def test_a_file_that_is_no_dataset_is_one_line(tmp_path, name, data):
    place = tmp_path / name
    place.write_bytes(data)
    with pytest.raises(DatasetUnreadable) as caught:
        read_dataset(place)
    assert str(place) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_parquet_file_of_other_columns_is_refused(tmp_path):
    place = tmp_path / "v.parquet"
    pl.DataFrame({"a": [1]}).write_parquet(place)
    with pytest.raises(DatasetUnreadable, match="it lacks claim_id, article_id"):
        read_dataset(place)


def test_rows_and_pseudonyms_are_imported_without_polars():
    modules = "claimcheck.dataset, claimcheck.flows.settle, claimcheck.flows.publish, claimcheck.flows.export"
    code = f"import sys, {modules}; sys.exit('polars' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=False).returncode == 0
