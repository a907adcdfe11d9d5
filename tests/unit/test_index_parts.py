"""The pieces an index is made of, each against counting by hand or another way to work it out."""

import json
import math
import pickle
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.index.codes import codes_of, narrowed, query_levels, widened_products
from claimcheck.index.columns import open_columns, write_columns
from claimcheck.index.counts import TermCounts
from claimcheck.index.grams import as_line, gram_hashes, gram_lengths, query_grams
from claimcheck.index.hamming import hamming_distances
from claimcheck.index.postings import preference

WORDS = st.lists(
    st.text("abcdé日\u0301 ", min_size=0, max_size=12).map(lambda text: " ".join(text.split())), max_size=6
)


@given(plains=WORDS)
def test_every_gram_of_a_text_is_found_as_often_as_it_is_written(plains):
    hashes, line = gram_hashes(b"".join(map(as_line, plains)))

    for place, plain in enumerate(plains):
        text = f" {plain} " if plain else "  "
        written = Counter(text[at : at + size] for size in (3, 4) for at in range(len(text) - size + 1))
        grams, numbers = query_grams(plain)
        mine = Counter(hashes[line == place].tolist())
        assert {number: written[gram] for gram, number in zip(grams, numbers.tolist(), strict=True)} == mine
        assert gram_lengths(as_line(plain)).tolist() == [sum(mine.values())]


TERMS = st.lists(st.sets(st.integers(0, 9), max_size=5), max_size=8)


@given(first=TERMS, second=TERMS)
def test_counts_of_what_came_less_what_went_are_those_of_what_stayed(first, second):
    def counted(documents):
        flat = np.array([term for each in documents for term in sorted(each)], np.uint32)
        return TermCounts.of(flat, documents=len(documents), tokens=len(flat))

    left = counted([*first, *second]).minus(counted(second))

    anew = counted(first)
    assert (left.keys.tolist(), left.counts.tolist()) == (anew.keys.tolist(), anew.counts.tolist())
    assert (left.documents, left.tokens) == (anew.documents, anew.tokens)
    holders = [sum(term in each for each in first) for term in range(12)]
    assert left.holders(np.arange(12, dtype=np.uint32)).tolist() == holders


def test_a_terms_weight_is_bm25s():
    counts = TermCounts.of(np.array([1, 1, 1, 2], np.uint32), documents=5, tokens=9)

    weights = counts.weights(np.array([1, 2, 3], np.uint32))

    assert weights.tolist() == pytest.approx([math.log(1 + (5 - n + 0.5) / (n + 0.5)) for n in (3, 1, 0)])


def test_narrowed_vectors_keep_their_products_and_zeros_stay_zeros():
    rows = np.random.default_rng(3).standard_normal((50, 384)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    rows[7] = 0

    levels, scales = narrowed(rows)
    products = widened_products(query_levels(rows[0]), levels, scales)

    np.testing.assert_allclose(products, rows @ rows[0], atol=0.002)
    assert products[7] == 0


def test_signs_depend_on_the_vector_alone_and_near_vectors_share_most():
    random = np.random.default_rng(5)
    rows = random.standard_normal((300, 384)).astype(np.float32)
    near = rows + 0.3 * random.standard_normal(rows.shape).astype(np.float32)

    codes, others = codes_of(narrowed(rows)[0]), codes_of(narrowed(near)[0])
    apart = np.bitwise_count(codes ^ others).sum(axis=1)

    assert codes.shape == (300, 64)
    np.testing.assert_array_equal(codes[100:101], codes_of(narrowed(rows[100:101])[0]))
    # the angle between x and x + 0.3 y is about atan(0.3): that part of the signs differ
    assert apart.mean() / 512 == pytest.approx(math.atan(0.3) / math.pi, abs=0.01)


def test_distances_are_the_bits_that_differ_counted_one_by_one():
    codes = np.random.default_rng(7).integers(0, 256, (500, 64), dtype=np.uint8)
    expected = [sum(bin(int(a) ^ int(b)).count("1") for a, b in zip(each, codes[3], strict=True)) for each in codes]
    assert hamming_distances(codes, codes[3:4]).tolist() == expected
    assert hamming_distances(codes[:0], codes[3:4]).tolist() == []
    with pytest.raises(ValueError, match="bytes"):
        hamming_distances(codes, codes[3:4, :8])


def test_a_short_document_is_preferred_and_no_two_are_quite_alike():
    assert preference("a", 60) > preference("a", 150) > preference("a", 600) >= 0
    assert preference("a", 150) != preference("b", 150)


def test_columns_come_back_as_they_went_in_whatever_their_size(tmp_path):
    columns = {
        "none": np.zeros(0, np.uint32),
        "bytes": np.frombuffer(b"abc", np.uint8),
        "table": np.arange(12, dtype=np.int8).reshape(3, 4),
        "long": np.array([1 << 60], np.uint64),
    }
    write_columns(tmp_path / "file", columns)

    found = open_columns(tmp_path / "file")

    assert list(found) == list(columns)
    for name, each in columns.items():
        np.testing.assert_array_equal(found[name], each)
        assert found[name].dtype == each.dtype
    with pytest.raises(ValueError, match="read-only"):
        found["table"][0] = 1


def test_columns_of_objects_are_not_written():
    with pytest.raises(ValueError, match="type"):
        write_columns(Path("nowhere"), {"objects": np.array([object()])})


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (pickle.dumps([1, 2]), "holds no columns"),
        (b"\x93NUMPY\x01\x00v\x00{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", "holds no columns"),
        (b'claimcheck columns 1\n{"a": ["|O", [1], 0]}\n' + bytes(200), "of type"),
        (b'claimcheck columns 1\n{"a": ["<u8", [99], 0]}\n' + bytes(200), "ends before"),
        (b'claimcheck columns 1\n{"a": ["<u8", [-9], 0]}\n' + bytes(200), "ends before"),
        (b'claimcheck columns 1\n{"a": ["<u8", [1], -64]}\n' + bytes(200), "ends before"),
        (b"claimcheck columns 1\nnot json\n", "Expecting value"),
    ],
)
def test_a_file_that_is_not_ours_is_refused(tmp_path, data, why):
    (tmp_path / "file").write_bytes(data)

    with pytest.raises(ValueError, match=why) as caught:
        open_columns(tmp_path / "file")
    assert isinstance(caught.value, ValueError | json.JSONDecodeError)
