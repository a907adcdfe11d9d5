"""What an import holds on to and names: rejects past a thousand, a dry run over batches, packed files within files."""

import gzip
import io
import json
import zipfile
from pathlib import Path

import polars as pl
import pytest

from claimcheck.errors import ReviewFileUnreadable
from claimcheck.flows.import_reviews import import_reviews
from claimcheck.reviews import Rejected, archive, read_reviews
from claimcheck.store import Store


def feed(path: Path, *rows: dict[str, str]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def row(number: int, claim: str = "Claim number") -> dict[str, str]:
    return {
        "claim_reviewed": f"{claim} {number} of many",
        "publisher": "A desk",
        "url": f"https://desk.example/{number}",
        "language": "en",
    }


def test_every_reject_is_counted_and_heard_though_only_a_thousand_are_held(tmp_path):
    path = tmp_path / "bad.jsonl"
    path.write_text(json.dumps(row(0)) + "\n" + "{oops\n" * 1_200, encoding="utf-8")
    heard: list[Rejected] = []
    with Store.open(tmp_path / "desk", create=True, write=True) as store:
        report = import_reviews(store, path, on_reject=heard.append)
    assert (report.new, report.n_rejected, len(report.rejected)) == (1, 1_200, 1_000)
    assert [each.line for each in heard] == list(range(2, 1_202))


def test_a_dry_run_over_many_batches_says_what_the_import_then_does(tmp_path):
    rows = [row(number) for number in range(700)]
    rows += [row(3), row(4, "Another claim number"), row(5)]  # again, in a later batch
    path = feed(tmp_path / "feed.jsonl", *rows)
    with Store.open(tmp_path / "desk", create=True, write=True) as store:
        feed(tmp_path / "first.jsonl", row(0), row(1))
        import_reviews(store, tmp_path / "first.jsonl")
        would = import_reviews(store, path, dry_run=True)
        assert store.count_reviews() == 2
        did = import_reviews(store, path)
    assert (would.new, would.changed, would.unchanged) == (did.new, did.changed, did.unchanged)
    assert would.new + would.changed + would.unchanged == 703
    assert would.unchanged == 4  # the two that were there, and two that come again as they are


def test_columns_that_no_field_took_are_named(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("claim,publisher,mood,weather\nTaxes fell in May,A desk,glad,rain\n", encoding="utf-8")
    said: list[str] = []
    assert len(list(read_reviews(path, say=said.append))) == 1
    assert [line for line in said if "mood" in line and "weather" in line]


def test_a_parquet_file_that_makes_its_reader_panic_is_one_line(tmp_path):
    path = tmp_path / "table.parquet"
    frame = pl.DataFrame({"claim": ["Taxes fell in May"] * 50, "publisher": ["A desk"] * 50})
    frame.write_parquet(path)
    whole = path.read_bytes()
    outcomes = set()
    for at in range(4, len(whole) - 8, 7):
        path.write_bytes(whole[:at] + b"\xff\xff\xff\xff" + whole[at + 4 :])
        try:
            outcomes.add(len(list(read_reviews(path))) > 0)
        except ReviewFileUnreadable as error:
            outcomes.add(str(error).count("\n") == 0)
    assert outcomes == {True}


def test_an_endless_archive_within_a_packed_file_is_called_endless_not_damaged(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "_FREE", 100_000)
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_STORED) as file:
        file.writestr("bomb.jsonl", b'{"a": "' + b"0" * 20_000_000 + b'"}')
    path = tmp_path / "bomb.zip.gz"
    path.write_bytes(gzip.compress(inner.getvalue()))
    try:
        told = " ".join(each.reason for each in read_reviews(path) if isinstance(each, Rejected))
    except ReviewFileUnreadable as error:
        told = str(error)
    assert "unpacks to more than" in told
    assert "damaged" not in told


def test_finding_the_end_of_a_packed_stream_stops_where_reading_it_would(monkeypatch):
    monkeypatch.setattr(archive, "_FREE", 100_000)
    packed = gzip.compress(b"0" * 5_000_000)
    whole = gzip.GzipFile(fileobj=io.BytesIO(packed))
    stream, measure = archive.measured(whole, len(packed) // 200, path="a.gz", kind="gzip")
    with pytest.raises(ReviewFileUnreadable, match="unpacks to more than"):
        stream.seek(0, io.SEEK_END)
    assert measure.most < 3_000_000
