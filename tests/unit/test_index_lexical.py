"""The lexical index against BM25 worked out by hand."""

import math

import pytest

from claimcheck.index import Effort, Passage, plain_words
from tests.unit.built_index import chunk, indexed, of_texts


def test_words_score_as_the_bm25_formula_says():
    index = of_texts(Passage("a", "gold mine"), Passage("b", "gold"), Passage("c", "tin cup saucer")).lexical

    (hits,) = index.words.search(["gold"], k=5, languages=["und"])

    # Robertson's BM25 with k1 = 1.2, b = 0.75; the idf cancels out, since one term is all the query has
    def share(length: int) -> float:
        return (1 + 1.2) / (1 + 1.2 * (1 - 0.75 + 0.75 * length / 2))

    assert [hit.review_id for hit in hits] == ["b", "a"]
    assert [hit.score for hit in hits] == pytest.approx([share(1), share(2)], abs=1e-5)


def test_a_document_of_average_length_with_every_term_once_scores_one():
    index = of_texts(*(Passage(name, f"{name}x {name}y {name}z") for name in "abcd")).lexical

    assert index.words.search(["ax ay az"], k=1)[0][0].score == pytest.approx(1.0, abs=1e-5)


def test_terms_nobody_has_lower_the_share_by_their_weight():
    index = of_texts(*(Passage(name, f"{name}x {name}y") for name in "abcd")).lexical

    (hit,) = index.words.search(["ax unheard"], k=1, languages=["und"])[0]

    known, unknown = math.log(1 + (4 - 1 + 0.5) / 1.5), math.log(1 + 4.5 / 0.5)
    assert hit.score == pytest.approx(known / (known + unknown), abs=1e-5)


def test_equal_documents_stand_in_id_order_also_at_the_cut():
    index = of_texts(*(Passage(f"r{number:02}", "the same words") for number in range(30))).lexical

    for field in (index.grams, index.words):
        assert [hit.review_id for hit in field.search(["same"], k=4)[0]] == ["r00", "r01", "r02", "r03"]


def test_words_are_stemmed_by_the_language_of_the_text():
    index = of_texts(Passage("a", "Die Häuser brannten", "de"), Passage("b", "Two houses burned", "en")).lexical

    assert [hit.review_id for hit in index.words.search(["Haus"], 5, ["de"])[0]] == ["a"]
    assert [hit.review_id for hit in index.words.search(["house burning"], 5, ["en"])[0]] == ["b"]
    assert [hit.review_id for hit in index.words.search(["house burning"], 5, [None])[0]] == ["b"]


def test_grams_forgive_case_accents_compounds_and_typing_errors():
    index = of_texts(Passage("a", "Kernkraftwerke"), Passage("b", "Windräder"), Passage("c", "Solarstrom")).lexical

    for query, expected in [("KERNKRAFT", "a"), ("windrader", "b"), ("Solrstrom", "c")]:
        assert index.grams.search([query], k=1)[0][0].review_id == expected


@pytest.mark.parametrize("query", ["", "   ", "!?", "🕌"])
def test_a_query_without_a_word_finds_nothing(query):
    index = of_texts(Passage("a", "gold")).lexical

    assert index.grams.search([query], k=5) == [[]]
    assert index.words.search([query], k=5) == [[]]


def test_an_empty_index_finds_nothing():
    index = of_texts().lexical

    assert index.grams.search(["gold"], k=5) == [[]]


def test_marks_of_indian_scripts_hold_words_together():
    assert plain_words("हिन्दी, में!").split() == [plain_words("हिन्दी"), plain_words("में")]


def test_an_index_in_a_folder_finds_what_one_in_memory_does(tmp_path):
    passages = [Passage(f"r{number:03}", f"claim number {number} on gold", "en") for number in range(200)]
    one = indexed([chunk(passages)]).lexical
    other = indexed([chunk(passages[100:]), chunk(passages[:100])], tmp_path).lexical

    queries = ["claims about number 17", "gold"]
    assert other.grams.search(queries, 9) == one.grams.search(queries, 9)
    assert other.words.search(queries, 9) == one.words.search(queries, 9)


def test_common_terms_beyond_the_budget_choose_no_candidates_but_count_in_the_score():
    passages = [Passage(f"r{number:03}", "gold and silver") for number in range(300)]
    passages += [Passage("x", "gold and platinum"), Passage("y", "platinum")]
    whole, cut = (indexed([chunk(passages)], effort=Effort(postings=most)).lexical for most in (10_000, 10))

    (all_hits,), (hits,) = (each.words.search(["gold platinum"], 5, ["und"]) for each in (whole, cut))

    assert [hit.review_id for hit in hits] == ["y", "x"]
    assert hits[:2] == all_hits[:2]
    assert len(all_hits) == 5


def test_a_search_among_many_is_the_search_among_all_without_the_others():
    passages = [Passage(f"r{number:04}", f"gold bar {number} of {number % 7} found") for number in range(3_000)]
    index = indexed([chunk(passages[:1_700]), chunk(passages[1_700:])]).lexical
    among = {each.id for place, each in enumerate(passages) if place % 2}

    for field in (index.grams, index.words):
        (every,) = field.search(["gold bar 1234 of 3"], 400)
        (chosen,) = field.search(["gold bar 1234 of 3"], 20, among=among)
        (few,) = field.search(["gold bar 1234 of 3"], 5, among=["r1235", "r0003", "r2000"])

        assert chosen == [hit for hit in every if hit.review_id in among][:20]
        assert {"r1235", "r0003"} <= {hit.review_id for hit in few} <= {"r1235", "r0003", "r2000"}


def test_a_search_among_many_that_stand_far_behind_the_others_still_finds_them():
    better = [Passage(f"a{number:04}", "gold silver") for number in range(1_500)]
    worse = [Passage(f"z{number:04}", f"gold and a long tale of number {number}") for number in range(1_500)]
    index = indexed([chunk([*better, *worse])]).lexical

    (found,) = index.words.search(["gold silver"], 5, ["und"], among=[each.id for each in worse])

    assert len(found) == 5
    assert all(hit.review_id.startswith("z") for hit in found)
