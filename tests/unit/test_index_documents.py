"""Ids and languages by row: what comes back is what went in, whatever the characters and however many."""

import numpy as np
import pytest

from claimcheck.index import Passage, segment
from claimcheck.index import documents as documents_module
from tests.unit.built_index import batched_places, chunk, indexed


@pytest.fixture
def languages():
    names = sorted([f"id {number:04}" for number in range(3_000)] + ["é", "日本", "z\ud800"])
    return {name: ("de", "en", "und")[place % 3] for place, name in enumerate(names)}


@pytest.fixture
def documents(languages, tmp_path):
    names = list(languages)
    parts = [[names[place] for place in places] for places in batched_places(len(names), 700)]
    chunks = [
        chunk([Passage(each, "x") for each in part], languages=[languages[each] for each in part]) for part in parts
    ]
    return indexed(chunks, tmp_path).documents


def test_ids_and_languages_come_back_through_all_segments(documents, languages):
    assert [documents.ids[row] for row in range(len(documents))] == list(languages)
    assert [documents.languages[place] for place in documents.spoken] == list(languages.values())


@pytest.mark.parametrize("count", [3, 2_000])
def test_rows_are_those_of_the_ids_that_are_here_whether_few_or_many(documents, languages, count):
    asked = [*list(languages)[5 : 5 + count], "nobody", "zz"]

    assert documents.rows_of(asked).tolist() == list(range(5, 5 + count))
    assert documents.find(["nobody", "é"]).tolist() == [-1, list(languages).index("é")]


def test_equal_scores_stand_in_id_order_also_where_rows_do_not():
    documents = indexed([chunk([Passage(each, "x")]) for each in ("c", "a", "d", "b")]).documents

    rows, scores = documents.best(np.arange(4), np.array([0.5, 0.5, 0.9, 0.5]), 3)

    assert [documents.ids[row] for row in rows] == ["d", "a", "b"]
    assert scores.tolist() == [0.9, 0.5, 0.5]


def test_no_documents_are_no_rows():
    documents = indexed([]).documents

    assert (len(documents), documents.rows_of(["a"]).tolist()) == (0, [])


def test_ids_whose_numbers_are_equal_are_told_apart(monkeypatch):
    monkeypatch.setattr(segment, "id_keys", lambda ids: np.array([len(each) for each in ids], np.uint64))
    monkeypatch.setattr(documents_module, "id_keys", lambda ids: np.array([len(each) for each in ids], np.uint64))
    documents = indexed([chunk([Passage(each, "x") for each in ("aa", "bb", "c", "dd")])]).documents

    assert documents.find(["dd", "bb", "c", "ee", "aa"]).tolist() == [3, 1, 2, -1, 0]
