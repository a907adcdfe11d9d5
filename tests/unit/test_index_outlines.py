"""Outlines: what a query shares with documents, against counting by hand."""

import math

import numpy as np
import pytest

from claimcheck.index import NAMES, NUMBERS, Passage, hashed, outline
from tests.unit.built_index import chunk, indexed, of_texts

PASSAGES = [
    Passage("a", "Paris has 1,200 towers. How many towers?", "en", ("Paris has 1,200 towers", "How many towers?", "")),
    Passage("b", "Paris burns", "en", ("Paris burns", "", "")),
    Passage("c", "towers fall", "en"),
]


def weight(holders, count=3):
    return math.log(1 + (count - holders + 0.5) / (holders + 0.5))


def test_totals_are_the_weights_of_distinct_terms_by_how_many_documents_hold_them():
    outlines = of_texts(*PASSAGES).outlines
    totals = outlines.totals(np.arange(3))

    # "1" "200" "has" stand in one document, "paris" and "tower" in two
    assert totals[0, 0] == pytest.approx(3 * weight(1) + 2 * weight(2), rel=1e-5)
    assert totals[0, NAMES] == pytest.approx(weight(2) + weight(1), rel=1e-5)  # Paris, How
    assert totals[0, NUMBERS] == 1
    assert totals[1, 1] == 0
    assert outlines.lengths(np.array([2]))[0].tolist() == [2, 0, 0, 0, 0]


def test_the_terms_of_chosen_rows_come_with_their_owners_in_the_order_asked():
    outlines = of_texts(*PASSAGES).outlines

    terms, owners = outlines.of(np.array([1, 0]))

    assert terms[owners == 0].tolist() == hashed(outline("Paris burns", "en").stems).tolist()
    assert terms[owners == 5 + NUMBERS].tolist() == hashed(["1200"]).tolist()
    assert len(outlines) == 3


def test_claims_of_the_same_words_are_equal_whatever_segment_they_stand_in(tmp_path):
    outlines = indexed([chunk(PASSAGES), chunk([Passage("d", "burns: PARIS", "en")])], tmp_path).outlines

    claims = outlines.claims(np.array([1, 3, 0])).tolist()

    assert claims[0] == claims[1] != claims[2]
