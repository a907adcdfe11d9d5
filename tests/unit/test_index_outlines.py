"""Outlines: what a query shares with documents, against counting by hand."""

import math

import numpy as np
import pytest

from claimcheck.index import NAMES, NUMBERS, Outlines, Passage, hashed, outline

PASSAGES = [
    Passage("a", "", "en", ("Paris has 1,200 towers", "How many towers?", "")),
    Passage("b", "", "en", ("Paris burns", "", "")),
    Passage("c", "towers fall", "en"),
]


def weight(holders, count=3):
    return math.log(1 + (count - holders + 0.5) / (holders + 0.5))


def test_totals_are_the_weights_of_distinct_terms_by_how_many_documents_hold_them():
    outlines = Outlines.build(PASSAGES)

    # "1" "200" "has" stand in one document, "paris" and "tower" in two
    assert outlines.totals[0, 0] == pytest.approx(3 * weight(1) + 2 * weight(2), rel=1e-5)
    assert outlines.totals[0, NAMES] == pytest.approx(weight(2) + weight(1), rel=1e-5)  # Paris, How
    assert outlines.totals[0, NUMBERS] == 1
    assert outlines.totals[1, 1] == 0
    assert outlines.lengths(np.array([2]))[0].tolist() == [2, 0, 0, 0, 0]


def test_the_terms_of_chosen_rows_come_with_their_owners_in_the_order_asked():
    outlines = Outlines.build(PASSAGES)

    terms, owners = outlines.of(np.array([1, 0]))

    assert terms[owners == 0].tolist() == hashed(outline("Paris burns", "en").stems).tolist()
    assert terms[owners == 5 + NUMBERS].tolist() == hashed(["1200"]).tolist()
    assert len(outlines) == 3


def test_what_is_saved_is_what_is_loaded_and_claims_of_the_same_words_are_equal(tmp_path):
    made = Outlines.build([*PASSAGES, Passage("d", "burns: PARIS", "en")])
    made.save(tmp_path)

    found = Outlines.load(tmp_path)

    np.testing.assert_array_equal(found.totals, made.totals)
    assert found.claim(1) == made.claim(3) != made.claim(0)


def test_no_documents_have_no_outlines(tmp_path):
    Outlines.build([]).save(tmp_path)

    assert len(Outlines.load(tmp_path)) == 0
