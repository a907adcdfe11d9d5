"""Folders, patterns, archives, packed files: all of them or a line that says why not; nothing unfolds without end."""

import gzip
import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from claimcheck.errors import ReviewFileMissing, ReviewFileUnreadable
from claimcheck.records import ClaimReview
from claimcheck.reviews import Rejected, archive, read_reviews


def line(number: int) -> bytes:
    check = {"@type": "ClaimReview", "claimReviewed": f"Claim number {number} of many", "author": "A desk"}
    return json.dumps({**check, "inLanguage": "en"}).encode()


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return out.getvalue()


def outcome(path: Path | str) -> tuple[list[str], list[tuple[str, str]]]:
    """The claims' numbers in the order they came, and each refusal's file and reason."""
    claims, refused = [], []
    for each in read_reviews(path):
        if isinstance(each, ClaimReview):
            claims.append(each.claim_reviewed.split()[2])
        else:
            refused.append((each.file or "", each.reason))
    return claims, refused


def test_an_archive_is_read_member_by_member_and_each_refusal_names_its_file(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    page = b"<html><body>no markup</body></html>"
    members = {
        "b/feed.jsonl": line(1) + b"\n" + line(2) + b"\n{oops",
        "a.jsonl.gz": gzip.compress(line(3)),
        "page.html": page,
        "notes.docx": b"\x00\x01\x02",
        "empty.json": b"",
        "__MACOSX/._a.jsonl": b"\x00",
        "b/.DS_Store": b"\x00",
        "table.csv": b"claim,publisher\nClaim number 4,A desk\n",
    }
    path.write_bytes(zipped(members))
    claims, refused = outcome(path)
    assert claims == ["1", "2", "3", "4"]
    assert [(Path(name).name, reason.split(" (")[0]) for name, reason in refused] == [
        ("feed.jsonl", "not JSON"),
        ("page.html", "no ClaimReview markup on this page"),
        ("notes.docx", "is binary: give JSON, JSON lines, CSV, TSV, Parquet or an HTML page"),
        ("empty.json", "is empty: give a file with past checks"),
    ]
    assert {Path(name).parent.name for name, _ in refused} == {"all.zip", "b"}


def test_members_that_climb_out_link_nest_or_are_encrypted_are_named_and_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "odd.zip"
    link = zipfile.ZipInfo("link.jsonl")
    link.external_attr = 0o120777 << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name in ("../up.jsonl", "/root.jsonl", "a/../../up.jsonl", "C:\\up.jsonl"):
            file.writestr(name, line(1))
        file.writestr(link, "/etc/passwd")
        file.writestr("inner.zip", zipped({"a.jsonl": line(2)}))
        file.writestr("good.jsonl", line(3))
        file.writestr("secret.jsonl", line(4))
    data = bytearray(out.getvalue())
    for mark, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):  # say of the last member that it is encrypted
        data[data.rfind(mark) + at] |= 1
    path.write_bytes(bytes(data))
    claims, refused = outcome(path)
    assert claims == ["3"]
    assert [reason.split(":")[0] for _, reason in refused] == [
        *["its path climbs out of the archive"] * 4,
        "a link, not a file",
        "an archive within an archive",
        "encrypted",
    ]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["odd.zip"]


@pytest.mark.parametrize("kind", ["zip", "gz"])
def test_what_unpacks_two_hundredfold_and_more_is_one_error_long_before_its_end(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "_FREE", 100_000)
    bomb = b'{"a": "' + b"0" * 20_000_000 + b'"}'
    path = tmp_path / f"bomb.jsonl.{kind}"
    path.write_bytes(zipped({"bomb.jsonl": bomb}) if kind == "zip" else gzip.compress(bomb))
    wanted = r"unpacks to more than \d+ (?:MB|bytes), which no feed does: unpack it"
    if kind == "gz":
        with pytest.raises(ReviewFileUnreadable, match=wanted):
            list(read_reviews(path))
    else:
        claims, refused = outcome(path)
        assert claims == []
        assert re.search(wanted, refused[0][1])
        assert refused[1:] == [(str(path), "no further file of this archive is read")]


def test_members_that_are_harmless_one_by_one_are_measured_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MAX_TOTAL", 500_000)
    path = tmp_path / "many.zip"
    path.write_bytes(zipped({f"{number}.jsonl": line(number) + b" " * 100_000 for number in range(9)}))
    claims, refused = outcome(path)
    assert claims == ["0", "1", "2", "3"]  # 100 kB each, and half a megabyte is allowed
    assert "unpacks to more than" in refused[0][1]
    assert refused[-1][1] == "no further file of this archive is read"


def test_an_archive_of_too_many_files_is_refused_before_its_list_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "_MOST_MEMBERS", 3)
    path = tmp_path / "many.zip"
    path.write_bytes(zipped({f"{number}.jsonl": line(number) for number in range(4)}))
    with pytest.raises(ReviewFileUnreadable, match="lists 4 files, more than 3"):
        list(read_reviews(path))


def test_a_damaged_member_of_an_archive_loses_no_other(tmp_path: Path) -> None:
    lines = [line(number) for number in range(1, 2_000)]
    whole = zipped({"a.jsonl": line(0), "b.jsonl": b"\n".join(lines), "c.jsonl": line(9_999)})
    place = whole.find(b"b.jsonl")
    for start, hurt in ((place + 1_000, 20), (place - 30, 4)):  # in what is packed, and in the member's own header
        damaged = bytearray(whole)
        damaged[start : start + hurt] = b"\xff" * hurt
        (tmp_path / "a.zip").write_bytes(damaged)
        claims, refused = outcome(tmp_path / "a.zip")
        assert (claims[0], claims[-1]) == ("0", "9999")
        assert [name.rsplit("/", 1)[-1] for name, _ in refused if "is damaged or cut-off zip" in _] == ["b.jsonl"]


def set_in_headers(data: bytes, name: bytes, at: int, value: int) -> bytes:
    """An archive with another value in a field of a member's header, there and in the list of members."""
    changed = bytearray(data)
    for place in (data.find(name) - 30 + at, data.rfind(name) - 46 + 2 + at):
        changed[place : place + 2] = value.to_bytes(2, "little")
    return bytes(changed)


@pytest.mark.parametrize(
    ("at", "value", "why"), [(8, 9, "compression method is not supported"), (6, 0x20, "patched data")]
)
def test_a_member_packed_in_a_way_that_python_does_not_know_loses_no_other(
    tmp_path: Path, at: int, value: int, why: str
) -> None:
    whole = zipped({"a.jsonl": line(0), "b.jsonl": line(1), "c.jsonl": line(2)})
    (tmp_path / "a.zip").write_bytes(set_in_headers(whole, b"b.jsonl", at, value))
    with zipfile.ZipFile(tmp_path / "a.zip") as file, pytest.raises(NotImplementedError):
        file.read("b.jsonl")
    claims, refused = outcome(tmp_path / "a.zip")
    assert claims == ["0", "2"]
    [(name, reason)] = refused
    assert name.endswith("b.jsonl")
    assert why in reason


def test_an_archive_of_a_version_that_python_does_not_know_is_one_error(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(set_in_headers(zipped({"a.jsonl": line(0)}), b"a.jsonl", 4, 99))
    with pytest.raises(ReviewFileUnreadable, match=r"zip file version 9\.9"):
        list(read_reviews(tmp_path / "a.zip"))


def test_a_cut_archive_is_one_error(tmp_path: Path) -> None:
    whole = zipped({"a.jsonl": b"\n".join(map(line, range(500)))})
    for data in (whole[:-30], whole[: len(whole) // 2], b"PK\x03\x04" + b"\x00" * 50):
        (tmp_path / "a.zip").write_bytes(data)
        with pytest.raises(ReviewFileUnreadable, match=r"a\.zip.* is (?:a damaged archive|damaged or cut-off zip)"):
            list(read_reviews(tmp_path / "a.zip"))


def test_a_folder_and_a_pattern_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".hidden").mkdir()
    files = {"b.jsonl": 1, "a.jsonl": 2, "sub/c.json": 3, ".hidden/d.jsonl": 4, "notes.pdf": 5, "sub/.e.jsonl": 6}
    for name, number in files.items():
        (tmp_path / name).write_bytes(line(number))
    (tmp_path / "broken.json").write_bytes(b"{")
    said: list[str] = []
    found = list(read_reviews(tmp_path, say=said.append))
    assert [each.claim_reviewed.split()[2] for each in found if isinstance(each, ClaimReview)] == ["2", "1", "3"]
    (refused,) = [each for each in found if isinstance(each, Rejected)]
    assert (Path(refused.file or "").name, refused.reason[:11]) == ("broken.json", "is not JSON")
    assert said == [f"{tmp_path}: notes.pdf, of another kind, was left out"]
    assert outcome(f"{tmp_path}/*.jsonl")[0] == ["2", "1"]
    assert outcome(f"{tmp_path}/**/*.json*")[0] == ["2", "1", "3"]
    sources = {each.source for each in found if isinstance(each, ClaimReview)}
    assert sources == {"a.jsonl", "b.jsonl", "c.json"}


def test_a_folder_without_files_and_a_pattern_that_fits_none_are_one_line_each(tmp_path: Path) -> None:
    with pytest.raises(ReviewFileUnreadable, match="holds no file that is read"):
        list(read_reviews(tmp_path))
    with pytest.raises(ReviewFileMissing, match="there is no file"):
        list(read_reviews(f"{tmp_path}/*.jsonl"))


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path: Path) -> None:
    path = tmp_path / "a[1].jsonl"
    path.write_bytes(line(1))
    assert outcome(path)[0] == ["1"]


def test_a_large_document_is_read_element_by_element_in_flat_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tracemalloc

    from claimcheck.reviews import document

    monkeypatch.setattr(document, "HELD", 2_000_000)

    filler = "x" * 3_000
    path = tmp_path / "feed.json"
    with path.open("wb") as out:
        out.write(b'{"@type": "DataFeed", "name": "x", "dataFeedElement": [')
        for number in range(4_000):
            check = json.loads(line(number)) | {"reviewBody": filler}
            out.write(
                (b"," if number else b"") + json.dumps({"@type": "DataFeedItem", "item": [check]}).encode() + b"\n"
            )
        out.write(b'], "dateModified": "2020-01-01"}')
    assert path.stat().st_size > 12_000_000
    tracemalloc.start()
    claims = [each.claim_reviewed.split()[2] for each in read_reviews(path) if isinstance(each, ClaimReview)]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert claims == [str(number) for number in range(4_000)]
    assert peak < 9_000_000


def test_a_large_document_that_breaks_off_gives_what_came_before_and_names_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from claimcheck.reviews import document

    monkeypatch.setattr(document, "HELD", 1_000)
    path = tmp_path / "feed.json"
    path.write_bytes(b"[\n" + b",\n".join(map(line, range(50))) + b",\n{oops}]")
    claims, refused = outcome(path)
    assert claims == [str(number) for number in range(50)]
    assert re.search(r"is not JSON .* line 52, column 2", refused[0][1])
    assert "the 50 records before that were read, nothing after" in refused[0][1]
    path.write_bytes(b"[\n" + b",\n".join(map(line, range(50))) + b"\n]")
    assert len(list(read_reviews(path))) == 50


def test_a_csv_line_of_more_than_ten_megabytes_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(
        b"claim,publisher\nClaim number 1,A desk\n" + b"x" * 11_000_000 + b",A desk\nClaim number 3,A desk\n"
    )
    claims, refused = outcome(path)
    assert (claims, [reason for _, reason in refused]) == (["1", "3"], ["a line of more than 10 MB"])
