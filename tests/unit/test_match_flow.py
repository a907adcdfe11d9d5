"""Looking up and matching through a real store: what is ours, what is being checked, what is kept."""

from datetime import UTC, datetime

import pytest
from fakes import HashingEncoder

from claimcheck.flows.lookup import INDEX_FOLDER, lookup, match_claims, open_retriever
from claimcheck.records import (
    Article,
    Assertion,
    Claim,
    ClaimKind,
    ClaimReview,
    Role,
    Span,
    Task,
    article_id,
    claim_id,
)
from claimcheck.store import Store

TEXT = "The old bridge was closed on Monday. Rents in the city doubled. Nobody knows why."
REVIEWS = [
    ClaimReview("r1", "The old bridge was closed on Friday", "desk", language="en"),
    ClaimReview("r2", "Rents in the city tripled", "desk", language="en", ours=True),
]


def claim(text: str, checkable: bool = True) -> Claim:
    start, article = TEXT.index(text), article_id(TEXT)
    span = Span(start, start + len(text))
    return Claim(
        id=claim_id(article, [span], Assertion.ASSERTED),
        article_id=article,
        spans=(span,),
        evidence=(text,),
        text=text,
        assertion=Assertion.ASSERTED,
        kind=ClaimKind.EVENT,
        role=Role.BODY,
        language="en",
        checkable=checkable,
        score=0.5,
    )


BRIDGE, RENTS = claim("The old bridge was closed on Monday"), claim("Rents in the city doubled")


@pytest.fixture
def desk(tmp_path):
    with Store.open(tmp_path, create=True, write=True) as store:
        store.add_article(Article(article_id(TEXT), TEXT, (), "en"))
        store.record_split(store.article(article_id(TEXT)), [BRIDGE, RENTS, claim("Nobody knows why", False)])
        store.put_reviews(REVIEWS)
        yield store


def retriever(store, **more):
    return open_retriever(store, store.folder / INDEX_FOLDER, HashingEncoder(), **more)


def send(store, stored):
    store.put_tasks([Task("http://127.0.0.1:1", 1, stored.id, 7, "d", datetime(2026, 1, 1, tzinfo=UTC))])


def test_lookup_finds_our_own_check_and_what_differs(desk):
    with retriever(desk) as search:
        (matches,) = lookup(desk, ["Rents in the city doubled"], 3, retriever=search)

    assert matches[0].review == REVIEWS[1]
    assert matches[0].review.ours
    assert matches[0].relation == "differs_number"
    assert matches[0].being_checked == ()


def test_a_claim_with_an_open_task_is_said_to_be_checked_until_it_is_dropped(desk):
    send(desk, BRIDGE)
    with retriever(desk) as search:
        (same,), (other,) = lookup(desk, ["the old bridge was closed ON Monday", "Gold is heavy"], 1, retriever=search)
        desk.drop_claim(BRIDGE.id, author="Ada", reason="known")
        ((after,),) = lookup(desk, ["The old bridge was closed on Monday"], 1, retriever=search)

    assert same.being_checked == (BRIDGE.id,)
    assert other.being_checked == ()
    assert after.being_checked == ()


def test_matching_keeps_the_matches_of_offered_claims_and_no_claim_doubles_itself(desk):
    send(desk, BRIDGE)
    steps = []
    with retriever(desk) as search:
        done = match_claims(desk, 2, retriever=search, progress=lambda *step: steps.append(step))

    assert [stored.claim.id for stored, _ in done] == [BRIDGE.id, RENTS.id]
    assert desk.matches(BRIDGE.id) == done[0][1]
    assert desk.matches(BRIDGE.id)[0].relation == "differs_date"
    assert done[0][1][0].being_checked == ()
    assert steps[-1] == ("looking for past checks", 2, 2)


def test_nothing_that_fits_is_kept_as_an_abstention(desk):
    desk.remove_reviews(["r1", "r2"])
    with retriever(desk) as search:
        match_claims(desk, 2, retriever=search)

    (match,) = desk.matches(RENTS.id)
    assert match.review is None


def test_a_changed_review_makes_the_index_new_and_encodes_only_what_changed(desk):
    said = []
    retriever(desk, say=said.append).close()
    retriever(desk, say=said.append).close()
    desk.put_reviews([ClaimReview("r3", "Gold is heavy", "desk", language="en")])
    encoder = HashingEncoder()
    with open_retriever(desk, desk.folder / INDEX_FOLDER, encoder, say=said.append) as search:
        assert search.search(["gold is heavy"], 1)[0][0].review_id == "r3"

    assert encoder.encoded == ["Gold is heavy", "gold is heavy"]
    assert len(said) == 2
    assert "past checks have changed" in said[1]


def test_a_reader_looks_up_in_a_workspace_whose_index_is_gone(desk):
    folder = desk.folder
    desk.close()
    with Store.open(folder, create=False, write=False) as store, retriever(store) as search:
        ((match, *_),) = lookup(store, ["Rents in the city tripled"], retriever=search)

    assert match.review.id == "r2"
    assert match.relation == "same"


def test_what_no_encoder_and_no_index_takes_is_harmless(desk):
    desk.put_reviews([ClaimReview("r4", "half \ud800 character \0", "desk")])
    with retriever(desk) as search:
        ((match, *_),) = lookup(desk, ["half \udfff character"], retriever=search)

    assert match.review.id == "r4"
