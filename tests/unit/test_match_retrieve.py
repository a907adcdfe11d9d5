"""The retriever and its matches, on a hashing encoder."""

import numpy as np
import pytest
from fakes import HashingEncoder

from claimcheck.match import Parts, Retriever, VectorCache, encode_documents, find_matches, fuse
from claimcheck.records import ClaimReview, Relation


def review(name: str, claim: str, **more: object) -> ClaimReview:
    return ClaimReview(id=name, claim_reviewed=claim, publisher="desk", **more)


REVIEWS = [
    review("a", "The tower is 324 metres tall", language="en"),
    review("b", "Der Turm ist 324 Meter hoch", language="de"),
    review("c", "Rents in the city doubled", title="Have rents doubled since 2010?", language="en"),
    review("d", "The river froze", summary="Ice covered the harbour in winter", language="en"),
    review("e", "The tower is 324 metres tall", language="en"),
]


class Memory:
    """A vector cache in a dict."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, str], bytes] = {}

    def cache(self) -> VectorCache:
        return VectorCache(
            lambda encoder, digests: {
                each: self.rows[encoder, each] for each in digests if (encoder, each) in self.rows
            },
            lambda encoder, vectors: self.rows.update({(encoder, each): row for each, row in vectors.items()}),
        )


@pytest.fixture
def open_desk(tmp_path):
    memory = Memory()

    def open_desk(reviews=REVIEWS, encoder=None, digest="d1", say=lambda line: None):
        return Retriever.open(
            tmp_path / "index", lambda: reviews, digest, encoder or HashingEncoder(), cache=memory.cache(), say=say
        )

    return open_desk


def found(retriever, query, k=5, language=None):
    return [hit.review_id for hit in retriever.search([query], k, [language])[0]]


def test_the_closest_is_first_and_equals_stand_in_id_order(open_desk):
    with open_desk() as retriever:
        assert found(retriever, "the tower is 324 metres tall")[:2] == ["a", "e"]
        assert len(found(retriever, "the tower is 324 metres tall", k=1)) == 1
        assert len(retriever) == 5


def test_title_and_summary_are_searched_too(open_desk):
    with open_desk() as retriever:
        assert found(retriever, "since 2010")[0] == "c"
        assert found(retriever, "ice in the harbour")[0] == "d"


@pytest.mark.parametrize("query", ["", "https://example.org", "???"])
def test_a_query_without_words_finds_nothing(open_desk, query):
    with open_desk() as retriever:
        assert retriever.search([query]) == [[]]


def test_no_past_checks_and_no_queries_give_nothing(open_desk):
    with open_desk() as retriever:
        assert retriever.search([]) == []
    with open_desk(reviews=[], digest="none") as retriever:
        assert retriever.search(["tower"]) == [[]]


def test_one_at_a_time_or_all_together_is_the_same(open_desk):
    queries = ["tower", "324 metres", "rents doubled", "Turm", "ice"]
    with open_desk() as retriever:
        assert retriever.search(queries) == [retriever.search([query])[0] for query in queries]


def test_only_new_texts_are_encoded_when_the_index_is_rebuilt(open_desk):
    open_desk().close()
    again = HashingEncoder()
    more = [*REVIEWS, review("f", "Gold is heavy", language="en")]

    open_desk(reviews=more, encoder=again, digest="d2").close()

    assert again.encoded == ["Gold is heavy"]


def test_equal_texts_are_encoded_once_and_a_cached_row_of_another_width_is_not_used():
    encoder, memory = HashingEncoder(dimension=8), Memory()

    rows = encode_documents(["gold", "tin", "gold"], encoder, memory.cache())
    memory.rows = dict.fromkeys(memory.rows, b"\x00" * 12)
    again = encode_documents(["gold", "tin", "gold"], encoder, memory.cache())

    assert encoder.encoded == ["gold", "tin"] * 2
    np.testing.assert_array_equal(rows, again)
    np.testing.assert_array_equal(rows[0], rows[2])


def test_a_language_the_encoder_has_not_learnt_is_searched_by_its_letters_alone(open_desk):
    encoder = HashingEncoder(languages=("en",))
    with open_desk(encoder=encoder) as retriever:
        ((ids, parts, language),) = retriever.parts(["Der Turm ist hoch"])
        assert language == "de"
        assert "b" in ids
        assert not parts.dense.any()
        assert found(retriever, "Der Turm ist hoch")[0] == "b"


def parts(*each):
    return Parts(*(np.array(column) for column in zip(*each, strict=True)))


def test_another_language_is_not_punished_for_sharing_no_words_nor_put_above_its_equals():
    three = parts((0.6, 0.6, 0.6), (0.6, 0.02, 0.0), (0.6, 0.02, 0.0))

    home, abroad, near = fuse(three, knows=True, foreign=np.array([False, True, False]))

    assert home > abroad > 2 * near


def test_a_far_closer_text_in_another_language_comes_first():
    home, abroad = fuse(parts((0.4, 0.3, 0.3), (0.8, 0.02, 0.0)), knows=True, foreign=np.array([False, True]))

    assert abroad > home


def by_id(ids):
    return {each.id: each for each in REVIEWS if each.id in ids}


def test_matches_carry_the_review_its_rank_and_how_it_differs(open_desk):
    with open_desk() as retriever:
        (matches,) = find_matches(
            retriever, by_id, ["The tower is 512 metres tall"], k=2, languages=["en"], claim_ids=["c1"]
        )

    assert [match.rank for match in matches] == [1, 2]
    assert {match.claim_id for match in matches} == {"c1"}
    assert matches[0].review == REVIEWS[0]
    assert matches[0].relation is Relation.DIFFERS_NUMBER
    assert 0 < matches[1].score <= matches[0].score < 1


def test_nothing_that_fits_is_one_match_without_a_review(open_desk):
    with open_desk() as retriever:
        (low,), (empty,) = find_matches(retriever, by_id, ["Xylophones hum quietly", ""], k=3)

    assert (low.review, low.rank, low.relation) == (None, 1, None)
    assert low.similarity < 0.3
    assert (empty.review, empty.similarity) == (None, 0.0)


def test_a_review_that_is_gone_is_left_out_and_ranks_close_up(open_desk):
    with open_desk() as retriever:
        (matches,) = find_matches(
            retriever, lambda ids: {each: by_id(ids)[each] for each in ids if each != "a"}, [REVIEWS[0].claim_reviewed]
        )

    assert (matches[0].review.id, matches[0].rank) == ("e", 1)
