"""Damaged and hostile files of past checks: our own errors or refusals in one line, and never time beyond measure."""

import gzip
import io
import json
import random
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.errors import ClaimcheckError
from claimcheck.records import ClaimReview
from claimcheck.reviews import MAX_CLAIM, find_claim_reviews, read_reviews
from claimcheck.reviews.loose_json import load_json
from tests.unit.hostile import mutate
from tests.unit.test_reviews_shapes import CHECK, MICRODATA, RDFA, script

FEED = f"<rss><channel><item><link>https://d.example/1</link><description><![CDATA[{script(json.dumps(CHECK))}]]>"
TABLE = (
    "claim,verdict,publisher,url,date\n" + 'The moon is made of cheese,False,A desk,desk.example/1,"May 3, 2021"\n' * 5
)
OWN = json.dumps({"claim_reviewed": "The moon is cheese", "publisher": "A desk", "language": "en", "rating": "FALSE"})


def packed(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a.jsonl", data)
        file.writestr("b.html", MICRODATA)
    return out.getvalue()


def parquet() -> bytes:
    import polars

    out = io.BytesIO()
    polars.DataFrame({"claim": ["The moon is cheese"], "verdict": ["False"], "source": ["A desk"]}).write_parquet(out)
    return out.getvalue()


SEEDS: list[bytes] = [
    json.dumps({"dataFeedElement": [{"item": [CHECK]}, {"item": [CHECK]}]}).encode(),
    (json.dumps(CHECK) + "\n" + OWN + "\n" + json.dumps(CHECK)).encode(),
    script(json.dumps([CHECK])).encode(),
    MICRODATA.encode(),
    RDFA.encode(),
    (FEED + "</description></item></channel></rss>").encode(),
    TABLE.encode(),
    OWN.encode("utf-16"),
    gzip.compress(json.dumps([CHECK]).encode(), mtime=0),
    packed(json.dumps(CHECK).encode()),
    parquet(),
]
PIECES = [
    b"\0", b"\xff", b"\xc3", b"\xef\xbb\xbf", b"\xff\xfe", b"\r", b"\n\n", b"<", b">", b"&#0;", b"&quot;", b"<!--",
    b"-->", b"<![CDATA[", b"]]>", b"</script>", b'<script type="application/ld+json">', b"{", b"}", b"[", b"]", b'"',
    b"\\", b",",
    b'"claimReviewed":', b'"@id":"#a",', b'{"@id":"#a"}', b"null", b"1e999", b"-0", b"NaN", b'"@type":"ClaimReview",',
    b"\x1f\x8b", b"PK\x03\x04", b"PK\x05\x06", b"PAR1", b"itemscope ", b'itemref="a a" id="a" ', b"\xed\xa0\x80", b"//",
    b"/*", b"0" * 400, b"\xe2\x80\xa8", b'"url":{"url":{"url":[]}},', b'"reviewRating":[[[]]],', b'"claimReview":[{}],',
    b'"reviews":[1],', b'"additionalProperty":{"name":"claimcheck:fields","value":"{}"},',
]  # fmt: skip


def holds(data: bytes) -> None:
    """Only our errors, each of one line; what comes out of it is a check or says why it is none."""
    try:
        for each in read_reviews("-", stdin=io.BytesIO(data), say=one_line):
            if isinstance(each, ClaimReview):
                assert 0 < len(each.claim_reviewed) <= MAX_CLAIM
                assert each.publisher
                assert (each.url or "https://").startswith(("http://", "https://"))
                each.claim_reviewed.encode()
                (each.alternate_name or "").encode()
            else:
                one_line(each.reason)
                assert len(each.raw) <= 1_000
    except ClaimcheckError as error:
        one_line(str(error))


def one_line(text: str) -> None:
    assert text
    assert len(text.splitlines()) == 1
    assert len(text) < 2_000


@pytest.mark.parametrize("seed", range(6))
def test_damaged_files_are_read_or_refused_in_one_line(seed: int) -> None:
    chance = random.Random(seed)
    for number in range(120):
        holds(mutate(SEEDS[number % len(SEEDS)], chance, PIECES))


@pytest.mark.slow
@pytest.mark.needs_shared_data
def test_damaged_real_files_are_read_or_refused_in_one_line(shared: Path) -> None:
    chance = random.Random(11)
    for path in sorted((shared / "data/claimreview").iterdir()):
        data = path.read_bytes()[:60_000]
        for _ in range(8):
            holds(mutate(data, chance, PIECES))


NAMES = (
    "@type @id @graph claimReviewed url author publisher name reviewRating alternateName itemReviewed datePublished "
    "inLanguage claimReview reviews text content link mainEntityOfPage additionalProperty value"
)
KEYS = st.sampled_from(NAMES.split()) | st.text(max_size=4)
VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(KEYS, VALUES, max_size=8))
def test_no_object_breaks_the_reader(fields: dict[str, Any]) -> None:
    holds(json.dumps([{**CHECK, **fields}, fields]).encode())
    list(find_claim_reviews(fields))


def hostile(size: int) -> Iterator[tuple[str, str]]:
    """Texts that take long where a reader looks at the same part again and again."""
    half = size // 2
    yield "open comments", "<html>" + "<!-- " * (size // 5)
    yield "open scripts", "<html>" + '<script type="application/ld+json">' * (size // 34)
    yield "endless tag", "<html><div itemscope itemtype='ClaimReview' " + "a " * half
    yield "deep items", "<html>" + "<div itemscope itemtype='x/ClaimReview' itemprop='author'>" * (size // 58)
    yield "deep properties", "<div itemscope itemtype='x/ClaimReview'>" + "<b itemprop=name>x" * (size // 18)
    yield (
        "references",
        "<div itemscope itemtype='x/ClaimReview' itemref='a b'><p id=a itemscope itemref='b'>"
        + ("<p id=b itemscope itemref='a'>" * (size // 31)),
    )
    yield "open braces", script('{"claimReviewed": ' * (size // 18))
    yield "open strings", script('{"claimReviewed": "' + '\\"' * half)
    yield "commas", script('"claimReviewed",' + ", " * half + "x")
    yield "slashes", script("claimReview /* " * (size // 15))
    yield "entities", script("claimReview &quot; " * (size // 19))
    yield "many objects", script('{"@type": "ClaimReview"} ' * (size // 25))
    yield (
        "references by id",
        json.dumps({"@graph": [{**CHECK, "author": {"@id": f"#{n}"}, "@id": f"#{n}"} for n in range(size // 300)]}),
    )
    yield "strings in strings", json.dumps({"a": ["<script claimReview " * (size // 40)] * 2})
    yield "wide row", "claim," + "c," * half + "\nx,y\n"
    yield "quotes", "claim,publisher\n" + '"' * size
    yield "attributes", "<html " + "x" * half + "><link rel=canonical " + "y " * (half // 2) + ">"
    yield "urls", json.dumps({**CHECK, "url": "http://" + "[" * size})
    yield "words", json.dumps({**CHECK, "reviewRating": {"alternateName": "false: " * (size // 7)}})
    yield "tags in a claim", json.dumps({**CHECK, "claimReviewed": "<br " * (size // 4)})
    yield "date", json.dumps({**CHECK, "datePublished": "1. " * (size // 3)})


@pytest.mark.parametrize("text", ['{"a": ' * 200_000, "[" * 400_000, '"' + "\\" * 400_001, "//" * 200_000])
def test_loose_json_gives_up_in_time(text: str) -> None:
    begun = time.process_time()
    with pytest.raises((ValueError, RecursionError)):
        load_json(text, loose=True)
    assert time.process_time() - begun < 2
