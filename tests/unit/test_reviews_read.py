"""Files of past checks in every format, whole and broken."""

import contextlib
import gzip
import io
import json
import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import (
    ClaimcheckError,
    NoReviewFound,
    ReviewColumnsUnknown,
    ReviewFileEncoding,
    ReviewFileMissing,
    ReviewFileUnreadable,
    ReviewFormatUnknown,
)
from claimcheck.records import ClaimReview, Label, review_id
from claimcheck.reviews import Given, Rejected, read_reviews
from claimcheck.reviews.lines import review_of_line
from claimcheck.shapes import review_to_json


def check(number: int = 1, **changes: Any) -> dict[str, Any]:
    return {
        "@type": "ClaimReview",
        "claimReviewed": f"Claim number {number} of a list of claims",
        "author": {"@type": "Organization", "name": "A desk"},
        "reviewRating": {"alternateName": "False"},
        "inLanguage": "en",
        **changes,
    }


def write(path: Path, data: str | bytes) -> Path:
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    return path


def split(outcomes: Iterable[ClaimReview | Rejected]) -> tuple[list[ClaimReview], list[Rejected]]:
    found = list(outcomes)
    return [each for each in found if isinstance(each, ClaimReview)], [
        each for each in found if isinstance(each, Rejected)
    ]


# ---- JSON lines


def test_broken_lines_are_named_by_number_and_the_rest_is_read(tmp_path: Path) -> None:
    lines = [
        json.dumps(check(1)),
        '{"@type": "ClaimReview", "claimReviewed": "cut',
        "",
        json.dumps(check(4, claimReviewed="")),
        "[1, 2]",
        json.dumps(check(6)),
        json.dumps({"something": "else"}),
        json.dumps(check(8, author=None)),
        json.dumps(check(9)),
    ]
    reviews, rejected = split(read_reviews(write(tmp_path / "feed.jsonl", "\n".join(lines))))
    assert [review.claim_reviewed[:14] for review in reviews] == ["Claim number 1", "Claim number 6", "Claim number 9"]
    assert [each.line for each in rejected] == [2, 4, 5, 7, 8]
    assert [each.reason.split(" (")[0] for each in rejected] == [
        "not JSON",
        "the claim text is empty",
        "a JSON list, not an object",
        "no claim text under a known name",
        "no publisher, and no web address to name one",
    ]
    assert all(len(each.raw) <= 1_000 for each in rejected)


def test_a_line_that_is_not_utf8_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    bad = json.dumps(check(2, claimReviewed="Größe"), ensure_ascii=False).encode("cp1252")
    data = b"\n".join([json.dumps(check(1)).encode(), bad, json.dumps(check(3)).encode()])
    reviews, rejected = split(read_reviews(write(tmp_path / "feed.jsonl", data)))
    assert len(reviews) == 2
    assert [(each.line, each.reason[:9]) for each in rejected] == [(2, "not UTF-8")]


def test_an_endless_line_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    data = json.dumps(check(1)) + "\n" + '{"a": "' + "x" * 11_000_000 + '"}\n' + json.dumps(check(3))
    reviews, rejected = split(read_reviews(write(tmp_path / "feed.jsonl", data)))
    assert len(reviews) == 2
    assert [(each.line, each.reason) for each in rejected] == [(2, "a line of more than 10 MB")]


@pytest.mark.parametrize("name", ["feed.jsonl", "feed.ndjson", "feed.json", "feed", "feed.csv"])
def test_json_lines_are_known_by_their_content(tmp_path: Path, name: str) -> None:
    data = "\ufeff" + "\r\n".join(json.dumps(check(number)) for number in range(3))
    assert len(split(read_reviews(write(tmp_path / name, data)))[0]) == 3


def test_a_first_broken_line_does_not_hide_that_the_file_is_lines(tmp_path: Path) -> None:
    data = "oops\n" + json.dumps(check(2))
    reviews, rejected = split(read_reviews(write(tmp_path / "feed.jsonl", data)))
    assert (len(reviews), [each.line for each in rejected]) == (1, [1])


@pytest.mark.parametrize("name", ["feed.json", "feed.jsonl"])
@pytest.mark.parametrize(
    "document",
    [
        json.dumps(check()),
        json.dumps(check(), indent=2),
        json.dumps([check(1)], indent=2),
        "[\n" + json.dumps(check()) + "\n]",
        json.dumps({"dataFeedElement": [{"item": [check()]}]}),
    ],
)
def test_a_document_is_read_whole_however_it_is_set(tmp_path: Path, name: str, document: str) -> None:
    assert len(split(read_reviews(write(tmp_path / name, document)))[0]) == 1


def test_a_list_of_one_object_a_line_is_a_document(tmp_path: Path) -> None:
    data = "[\n" + json.dumps(check(1)) + ",\n" + json.dumps(check(2)) + "\n]"
    assert len(split(read_reviews(write(tmp_path / "feed.json", data)))[0]) == 2


# ---- our own lines


OWN = ClaimReview(
    id="0123456789abcdef",
    claim_reviewed="  Kept as it was written &amp; not cleaned ",
    publisher="A desk",
    rating=Label.MOSTLY_FALSE,
    alternate_name="so nicht",
    rating_value="2",
    url="https://desk.example/1?utm_source=kept",
    date_published=date(2020, 1, 2),
    language="de",
    source="elsewhere.csv",
    ours=True,
    sample=True,
)


def test_our_own_lines_are_read_exactly(tmp_path: Path) -> None:
    path = write(tmp_path / "own.jsonl", json.dumps(review_to_json(OWN) | {"a_key_of_the_future": 1}))
    assert list(read_reviews(path)) == [OWN]


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)


@given(
    claim=TEXTS.filter(lambda text: any(map(str.isalnum, text))),
    texts=st.lists(TEXTS.filter(bool) | st.none(), min_size=8, max_size=8),
    rating=st.sampled_from(Label) | st.none(),
    day=st.dates(date(1950, 1, 1), date(2090, 1, 1)) | st.none(),
    flags=st.tuples(st.booleans(), st.booleans()),
)
def test_any_review_survives_its_own_line(
    claim: str, texts: list[str | None], rating: Label | None, day: date | None, flags: tuple[bool, bool]
) -> None:
    review = ClaimReview(
        id="0123456789abcdef",
        claim_reviewed=claim,
        publisher=texts[0] or "A desk",
        rating=rating,
        alternate_name=texts[1],
        rating_value=texts[2],
        claimant=texts[3],
        title=texts[4],
        summary=texts[5],
        licence=texts[6],
        source=texts[7] or "a file",
        date_published=day,
        language="de",
        ours=flags[0],
        sample=flags[1],
    )
    assert review_of_line(json.loads(json.dumps(review_to_json(review))), Given()) == review


def test_a_short_line_of_our_own_is_completed(tmp_path: Path) -> None:
    line = {"claim_reviewed": "Der Mond besteht aus Käse", "publisher": "A desk", "rating": "Größtenteils falsch"}
    (review,) = read_reviews(write(tmp_path / "own.jsonl", json.dumps(line)), sample=True)
    assert isinstance(review, ClaimReview)
    assert review.id == review_id(line["claim_reviewed"], url=None, publisher="A desk", date_published=None)
    assert (review.rating, review.alternate_name) == (Label.MOSTLY_FALSE, "Größtenteils falsch")
    assert (review.language, review.sample, review.source) == ("de", True, "own.jsonl")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"date_published": "soon"}, "date_published is no date: 'soon'"),
        ({"claim_reviewed": ["a"]}, "claim_reviewed is not text"),
        ({"ours": "perhaps"}, "ours is neither true nor false: 'perhaps'"),
        ({"claim_reviewed": None}, "no claim text"),
        ({"publisher": None}, "no publisher, and no web address to name one"),
    ],
)
def test_a_wrong_value_in_our_own_line_is_named(tmp_path: Path, change: dict[str, Any], why: str) -> None:
    line = {"claim_reviewed": "Cheese", "publisher": "A desk", "language": "en"} | change
    assert list(read_reviews(write(tmp_path / "own.jsonl", json.dumps(line)))) == [Rejected(1, why, json.dumps(line))]


def test_no_address_but_a_web_address_comes_in_with_our_own_lines(tmp_path: Path) -> None:
    line = {"claim_reviewed": "Cheese", "publisher": "A desk", "language": "en", "url": "javascript:alert(1)"}
    (review,) = read_reviews(write(tmp_path / "own.jsonl", json.dumps(line)))
    assert isinstance(review, ClaimReview)
    assert review.url is None


# ---- tables


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
@pytest.mark.parametrize("name", ["t.csv", "t.tsv", "t.txt"])
def test_a_table_is_read_whatever_parts_its_cells(tmp_path: Path, delimiter: str, name: str) -> None:
    rows = [
        ["", "Claim", "Verdict", "Link", "Review date", "Organization"],
        ["0", '"A claim, with\na second; line | and\ta tab"', "False", "desk.example/1", "2021-7-16", "A desk"],
        ["", "", "", "", "", ""],
        ["1", "", "True", "desk.example/2", "", "A desk"],
        ["2", "Another", "Half true", "desk.example/3", '"April 19, 2019"', "A desk"],
    ]
    data = "\r\n".join(delimiter.join(row) for row in rows)
    reviews, rejected = split(read_reviews(write(tmp_path / name, data), language="en"))
    assert [(each.claim_reviewed, each.rating, each.date_published) for each in reviews] == [
        ("A claim, with a second; line | and a tab", Label.FALSE, date(2021, 7, 16)),
        ("Another", Label.HALF_TRUE, date(2019, 4, 19)),
    ]
    assert [(each.line, each.reason) for each in rejected] == [(5, "the claim text is empty")]


def test_given_columns_go_before_guessed_ones(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", "claim,what,who\nno,The real claim,A desk\n")
    (review,) = read_reviews(path, column_map={"claim_reviewed": "what", "publisher": "who"}, language="en")
    assert isinstance(review, ClaimReview)
    assert (review.claim_reviewed, review.publisher) == ("The real claim", "A desk")


def test_columns_nobody_knows_are_listed(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", "foo,bar\n1,2\n")
    with pytest.raises(ReviewColumnsUnknown, match="columns 'foo', 'bar' but none is known to hold the claim"):
        list(read_reviews(path))
    with pytest.raises(ReviewColumnsUnknown, match="none is called 'baz'"):
        list(read_reviews(path, column_map={"claim_reviewed": "baz"}))
    with pytest.raises(ReviewColumnsUnknown, match="no field is called 'clame'"):
        list(read_reviews(path, column_map={"clame": "foo"}))


def test_a_windows_table_is_read_and_said_to_be_guessed(tmp_path: Path) -> None:
    data = "claim;verdict;publisher\nDer Mond ist größer als die Erde;Falsch;Prüfer\n".encode("cp1252")
    said: list[str] = []
    (review,) = read_reviews(write(tmp_path / "t.csv", data), say=said.append)
    assert isinstance(review, ClaimReview)
    assert (review.claim_reviewed, review.rating) == ("Der Mond ist größer als die Erde", Label.FALSE)
    assert len(said) == 2
    assert "Windows-1252" in said[0]
    assert "read as claim_reviewed=claim alternate_name=verdict publisher=publisher" in said[1]


def test_rows_that_are_broken_do_not_stop_the_table(tmp_path: Path) -> None:
    data = "claim,publisher,verdict\n" + "x" * 6_000 + ",A desk,False\nOne,A desk,False,extra\nTwo,A desk\n"
    reviews, rejected = split(read_reviews(write(tmp_path / "t.csv", data), language="en"))
    assert [review.claim_reviewed for review in reviews] == ["Two"]
    assert [(each.line, each.reason[:24]) for each in rejected] == [
        (2, "a claim text of 6000 cha"),
        (3, "4 cells under 3 columns"),
    ]


def test_a_quote_that_never_closes_is_one_rejected_row(tmp_path: Path) -> None:
    data = 'claim,publisher\nOne,A desk\n"Two,A desk\nThree,A desk\n' + "Four,A desk\n" * 1_000
    reviews, rejected = split(read_reviews(write(tmp_path / "t.csv", data), language="en"))
    assert [review.claim_reviewed for review in reviews] == ["One"]
    assert [each.line for each in rejected] == [3]


def test_our_own_columns_in_a_table_are_our_own_lines(tmp_path: Path) -> None:
    shape = {key: "" if value is None else str(value) for key, value in review_to_json(OWN).items()}
    path = write(tmp_path / "t.tsv", "\t".join(shape) + "\n" + "\t".join(shape.values()) + "\n")
    assert list(read_reviews(path)) == [OWN]


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("piped", [False, True])
def test_parquet_is_read_flat_and_nested(tmp_path: Path, packed: bool, piped: bool) -> None:
    import polars

    flat, nested, own = tmp_path / "flat.parquet", tmp_path / "nested.parquet", tmp_path / "own.parquet"
    polars.DataFrame({"claim": ["One", "", "Three"], "verdict": ["False"] * 3, "source": ["A desk"] * 3}).write_parquet(
        flat
    )
    polars.DataFrame([check(1), check(2)]).write_parquet(nested)
    polars.DataFrame([review_to_json(OWN)]).write_parquet(own)

    def read(path: Path) -> list[ClaimReview | Rejected]:
        if packed:
            path.write_bytes(gzip.compress(path.read_bytes()))
        return list(read_reviews("-", stdin=io.BytesIO(path.read_bytes())) if piped else read_reviews(path))

    reviews, rejected = split(read(flat))
    assert [(each.claim_reviewed, each.rating) for each in reviews] == [("One", Label.FALSE), ("Three", Label.FALSE)]
    assert [(each.line, each.reason) for each in rejected] == [(2, "the claim text is empty")]
    assert [each.publisher for each in split(read(nested))[0]] == ["A desk", "A desk"]
    assert read(own) == [OWN]


def test_a_damaged_parquet_file_is_one_error(tmp_path: Path) -> None:
    with pytest.raises(ReviewFileUnreadable, match="no readable Parquet file"):
        list(read_reviews(write(tmp_path / "t.parquet", b"PAR1" + b"\x00" * 100 + b"PAR1")))


# ---- the outside of a file


def test_gzip_and_standard_input_are_read_alike(tmp_path: Path) -> None:
    data = json.dumps(check()).encode()
    path = write(tmp_path / "feed.json.gz", gzip.compress(data))
    for outcomes in (
        read_reviews(path),
        read_reviews(str(path)),
        read_reviews("-", stdin=io.BytesIO(data)),
        read_reviews("-", stdin=io.BytesIO(gzip.compress(data))),
    ):
        assert len(split(outcomes)[0]) == 1


def test_utf16_is_read_by_its_mark(tmp_path: Path) -> None:
    assert len(split(read_reviews(write(tmp_path / "a.json", json.dumps(check()).encode("utf-16"))))[0]) == 1
    lines = "\n".join(json.dumps(check(number)) for number in range(2))
    assert len(split(read_reviews(write(tmp_path / "a.jsonl", lines.encode("utf-16"))))[0]) == 2
    table = "claim,publisher\nDer Mond ist aus Käse gemacht,Prüfer\n".encode("utf-16")
    assert len(split(read_reviews(write(tmp_path / "a.csv", table)))[0]) == 1


def test_a_page_in_another_encoding_is_read_by_what_it_says(tmp_path: Path) -> None:
    block = json.dumps(check(claimReviewed="Größe"), ensure_ascii=False)
    text = f'<html><head><meta charset="iso-8859-1"><script type="application/ld+json">{block}</script></head></html>'
    (review,) = read_reviews(write(tmp_path / "a.html", text.encode("latin-1")))
    assert isinstance(review, ClaimReview)
    assert review.claim_reviewed == "Größe"


@pytest.mark.parametrize(
    ("name", "data", "error", "says"),
    [
        ("a.json", b"", ReviewFileUnreadable, "is empty"),
        ("a.json.gz", gzip.compress(b"", mtime=0), ReviewFileUnreadable, "is empty"),
        ("a.json.gz", gzip.compress(b"[]" * 9_000, mtime=0)[:-20], ReviewFileUnreadable, "gzip"),
        ("a.json", b"\x89PNG\x00\x01", ReviewFileUnreadable, "is binary"),
        ("a.json", b'{"a": [1, 2', ReviewFileUnreadable, "is not JSON .*line 1, column 12"),
        ("a.json", b"[" * 200_000, ReviewFileUnreadable, "nested too deeply"),
        ("a.json", b'{"claimReviewed": "Gr\xf6\xdfe"}', ReviewFileEncoding, "not UTF-8 .byte 21."),
        ("a.json", b"{}", NoReviewFound, "holds no past check"),
        ("a.json", b"[]", NoReviewFound, "holds no past check"),
        ("a.csv", b"claim,publisher\n", NoReviewFound, "holds no past check"),
        ("a.xml", b"<?xml version='1.0'?><rss/>", NoReviewFound, "holds no past check"),
        ("a.xml", b"<?xml version='1.0'?><orders/>", ReviewFormatUnknown, "no known format"),
        ("a.txt", b"Only some prose, with a comma.\nAnd more.", ReviewFormatUnknown, "no known format"),
        ("a", b"claim", ReviewFormatUnknown, "no known format"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line(
    tmp_path: Path, name: str, data: bytes, error: type[Exception], says: str
) -> None:
    path = write(tmp_path / name, data)
    with pytest.raises(error, match=says) as caught:
        list(read_reviews(path))
    assert "\n" not in str(caught.value)
    assert name in str(caught.value)


def test_a_missing_file_a_folder_and_no_standard_input_are_one_line_each(tmp_path: Path) -> None:
    with pytest.raises(ReviewFileMissing, match=r"there is no file .*nowhere") as caught:
        list(read_reviews(tmp_path / "nowhere.json"))
    assert isinstance(caught.value, FileNotFoundError)
    with pytest.raises(ReviewFileUnreadable, match="holds no file that is read"):
        list(read_reviews(tmp_path))
    with pytest.raises(ReviewFileUnreadable, match="no standard input"):
        list(read_reviews("-"))


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader_in_another_way_than_its_own(data: bytes) -> None:
    for prefix in (
        b"",
        b'{"claimReviewed": "',
        b"claim,verdict,publisher\n",
        b"<html><script type=application/ld+json>",
    ):
        with contextlib.suppress(ClaimcheckError):
            list(read_reviews("-", stdin=io.BytesIO(prefix + data)))


def test_a_long_stream_is_read_in_flat_memory(tmp_path: Path) -> None:
    import tracemalloc

    path = tmp_path / "long.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for number in range(4_000):
            out.write(json.dumps(check(number, reviewBody="x" * 3_000)) + "\n")
    next(read_reviews(path))  # what is loaded once
    tracemalloc.start()
    count = sum(1 for _ in read_reviews(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 4_000
    assert peak < 2_000_000  # of a file of 13 MB


def test_reading_lines_needs_no_heavy_library(tmp_path: Path) -> None:
    path = write(tmp_path / "own.jsonl", json.dumps(review_to_json(OWN)))
    code = (
        "import sys; from claimcheck.reviews import read_reviews; "
        f"assert len(list(read_reviews({str(path)!r}))) == 1; "
        "print([name for name in ('polars', 'py3langid', 'numpy', 'lxml') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
