"""What stands in a list of matches: clusters as one entry, leads behind a likely one, and an index behind a race."""

from datetime import UTC, datetime

import numpy as np
import pytest
from fakes import HashingEncoder

from claimcheck.flows.lookup import INDEX_FOLDER, lookup, open_retriever
from claimcheck.match import RERANKED, Wishes
from claimcheck.records import ClaimReview, Label
from claimcheck.store import Store

QUERY = "The old bridge over the Aller was closed in March"
ALL = Wishes(min_score=0.0)


def check(name: str, claim: str, **more: object) -> ClaimReview:
    return ClaimReview(name, claim, f"desk {name}", language="en", **more)


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path, create=True, write=True) as made:
        yield made


def opened(store, **more):
    return open_retriever(store, store.folder / INDEX_FOLDER, HashingEncoder(256), **more)


def shown(matches):
    return [match.review.id if match.review else None for match in matches]


def test_a_cluster_of_near_duplicates_with_one_rating_is_one_entry_that_names_the_others(store):
    store.put_reviews(
        [
            check("a", QUERY, rating=Label.FALSE),
            check("b", "In March the bridge over the Aller, an old one, was shut", rating=Label.FALSE),
            check("c", "The bridge over the Aller was shut in March", rating=Label.TRUE),
        ]
    )
    with opened(store) as retriever:
        (apart,) = lookup(store, [QUERY], retriever=retriever, wishes=ALL)
        store.put_clusters([["a", "b", "c"]])
        (joined,) = lookup(store, [QUERY], retriever=retriever, wishes=ALL)

    assert sorted(shown(apart)) == ["a", "b", "c"]
    assert {match.review.id: match.also for match in joined} == {"a": ("b",), "c": ()}  # another rating stays apart


def test_leads_stand_behind_a_likely_one_only_where_no_threshold_was_asked_for(store):
    store.put_reviews([check("a", QUERY), check("b", "The old bridge over the Aller was painted in May")])
    with opened(store) as retriever:
        (usual,) = lookup(store, [QUERY], retriever=retriever)
        least = (usual[0].score + usual[1].score) / 2
        (strict,) = lookup(store, [QUERY], retriever=retriever, wishes=Wishes(min_score=least))

    assert shown(usual) == ["a", "b"]
    assert usual[1].score < retriever.ranker.min_score <= usual[0].score
    assert shown(strict) == ["a"]


def test_a_reranker_sees_fifty_candidates_and_no_more(store):
    store.put_reviews([check(f"r{number:03}", f"The old bridge number {number} was closed") for number in range(120)])
    seen = []

    def rerank(pairs):
        seen.append(len(pairs))
        return [0.0] * len(pairs)

    with opened(store) as retriever:
        lookup(
            store, ["The old bridge was closed"], 60, retriever=retriever, wishes=Wishes(min_score=0.0, rerank=rerank)
        )

    assert seen == [RERANKED] == [50]


def test_past_checks_that_change_while_the_index_is_made_are_in_what_is_opened(store, monkeypatch):
    store.put_reviews([check("a", QUERY)])
    digests = []

    def digest():
        if len(digests) == 1:  # between the index being made and its being believed
            store.put_reviews([check("b", "Rents in Oldenau doubled")], at=datetime.now(UTC))
        digests.append(Store.reviews_digest(store))
        return digests[-1]

    monkeypatch.setattr(store, "reviews_digest", digest)

    with opened(store) as retriever:
        assert len(retriever) == 2
    assert len(set(digests)) == 2


def test_a_list_without_some_past_checks_is_the_list_as_if_they_were_not_there(store):
    reviews = [check(f"r{number}", f"The old bridge number {number} was closed") for number in range(9)]
    store.put_reviews(reviews)
    with opened(store) as retriever:
        (whole,) = retriever.shortlists(["The old bridge number 4 was closed"], ["en"])
        left = whole.without({"r4", "r7"})
        ranked = [each.review_id for each in retriever.ranked(left)]

    assert left.ids == tuple(each for each in whole.ids if each not in {"r4", "r7"})
    assert len(left.features) == len(left.similarities) == len(left.ids) == 7
    kept = [place for place, each in enumerate(whole.ids) if each in left.ids]
    np.testing.assert_array_equal(left.similarities, whole.similarities[kept])
    assert sorted(ranked) == sorted(left.ids)
    assert whole.without(whole.ids).ids == ()
