"""What a caller can ask of a look-up: filters, a threshold, reasons, another order; and copies as one."""

from datetime import date

import pytest
from fakes import HashingEncoder

from claimcheck.flows.lookup import INDEX_FOLDER, Filters, lookup, open_retriever
from claimcheck.match import Wishes
from claimcheck.records import ClaimReview, Label
from claimcheck.shapes import match_from_json, match_to_json
from claimcheck.store import Store
from claimcheck.workspace import Workspace


def check(name: str, claim: str, publisher: str, **more: object) -> ClaimReview:
    return ClaimReview(name, claim, publisher, language=more.pop("language", "en"), **more)


REVIEWS = [
    check("a", "The old bridge was closed in March", "north", rating=Label.TRUE, date_published=date(2024, 3, 1)),
    check("b", "the OLD bridge was closed, in March!", "south", rating=Label.TRUE, date_published=date(2024, 3, 2)),
    check("c", "The old bridge was closed in March.", "west", rating=Label.FALSE, date_published=date(2025, 1, 1)),
    check("d", "The old bridge was closed in May", "north", rating=Label.FALSE),
    check("e", "Rents in the city doubled", "north", title="Have rents doubled since 2010?"),
    check("f", "Die alte Brücke wurde im März gesperrt", "south", language="de"),
]
QUERY = "The old bridge was closed in March"
ALL = Wishes(min_score=0.0)


@pytest.fixture
def desk(tmp_path):
    with Store.open(tmp_path, create=True, write=True) as store:
        store.put_reviews(REVIEWS)
        with open_retriever(store, tmp_path / INDEX_FOLDER, HashingEncoder(256)) as retriever:

            def ask(query=QUERY, k=10, **more):
                (matches,) = lookup(store, [query], k, retriever=retriever, **more)
                return matches

            yield ask


def shown(matches):
    return [match.review.id if match.review else None for match in matches]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(publisher="west"), {"c"}),
        (Filters(language="de"), {"f"}),
        (Filters(rating=Label.FALSE), {"c", "d"}),
        (Filters(since=date(2024, 3, 2)), {"b", "c"}),
        (Filters(until=date(2024, 3, 1)), {"a"}),
        (Filters(publisher="north", rating=Label.FALSE), {"d"}),
    ],
)
def test_a_filter_is_applied_before_the_list_is_cut(desk, filters, expected):
    whole = desk(wishes=ALL, filters=filters)
    one = desk(k=1, wishes=ALL, filters=filters)

    assert set(shown(whole)) == expected
    assert shown(one)[0] in expected


def test_a_filter_that_nothing_fits_is_an_abstention(desk):
    assert shown(desk(wishes=ALL, filters=Filters(publisher="nobody"))) == [None]


def test_the_threshold_cuts_what_is_less_likely_and_then_abstains(desk):
    likely = desk(wishes=ALL)
    scores = [match.score for match in likely]

    assert scores == sorted(scores, reverse=True)
    assert len(desk(wishes=Wishes(min_score=scores[0]))) == sum(score >= scores[0] for score in scores)
    (none,) = desk("Xylophones hum quietly", wishes=Wishes(min_score=1.0))
    assert none.review is None


def test_copies_of_one_wording_and_rating_are_shown_as_one_that_names_the_others(desk):
    matches = desk(wishes=ALL)

    assert sorted(match.also for match in matches if match.also) == [("b",)]
    assert {"a", "c", "d"} <= set(shown(matches))
    assert "b" not in shown(matches)
    line = match_to_json(matches[shown(matches).index("a")])
    assert line["also"] == ["b"]
    assert match_from_json(line, REVIEWS[0], query=QUERY).also == ("b",)


def test_without_explain_there_is_none_and_with_it_the_shared_words_are_those_of_both(desk):
    assert "explain" not in match_to_json(desk()[0])

    first = desk("Have the rents doubled in the north?", wishes=Wishes(min_score=0.0, explain=True))[0]

    why = match_to_json(first)["explain"]
    assert first.review.id == "e"
    assert {"rent", "doubl"} <= set(why["words"])
    assert "north" not in why["words"]
    assert why["fields"] == ["claim", "title"]
    assert why["ranks"]["grams"] == 1
    assert 0 < why["scores"]["held of claim"] <= 1


def test_a_reranker_changes_the_order_and_sees_cleaned_pairs(desk):
    pairs = []

    def shortest_first(given):
        pairs.extend(given)
        return [-len(text) for _, text in given]

    plain = desk(wishes=ALL)
    again = desk(QUERY + " https://example.org/x", wishes=Wishes(min_score=0.0, rerank=shortest_first))

    assert {query for query, _ in pairs} == {QUERY}
    assert shown(again)[0] == "d"
    assert shown(plain)[0] != "d"
    assert [match.rank for match in again] == list(range(1, len(again) + 1))


def test_a_query_of_a_megabyte_or_one_emoji_is_answered(desk):
    assert desk("bridge " * 150_000)[0].query.startswith("bridge")
    assert shown(desk("🦠")) == [None]


def test_an_index_made_anew_encodes_no_past_check_again(tmp_path):
    encoder = HashingEncoder(256)
    with Store.open(tmp_path, create=True, write=True) as store:
        store.put_reviews(REVIEWS)
        open_retriever(store, tmp_path / "one", encoder).close()
        asked = list(encoder.encoded)
        open_retriever(store, tmp_path / "other", encoder).close()

    assert encoder.encoded == asked != []


def test_a_workspace_searches_with_the_effort_that_its_settings_say(tmp_path):
    with Workspace.open(tmp_path, create=True, write=True) as desk:
        (desk.folder / "claimcheck.toml").write_text("[index]\ncandidates = 3\npostings = 7\n", encoding="utf-8")
        folder = desk.folder

    with Workspace.open(folder) as desk, desk.retriever() as retriever:
        indexes = retriever._indexes
        assert (indexes.dense.candidates, indexes.lexical.budget) == (3, 7)
