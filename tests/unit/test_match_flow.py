"""Looking up and matching through a real store: what is ours, what is being checked, what is kept."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from fakes import HashingEncoder
from made_records import made_claim

from claimcheck.flows.lookup import INDEX_FOLDER, lookup, match_claims, open_retriever
from claimcheck.flows.lookup_dates import day_of_claim
from claimcheck.match import Wishes
from claimcheck.records import (
    Article,
    Claim,
    ClaimDate,
    ClaimReview,
    Task,
    article_id,
)
from claimcheck.store import Store
from claimcheck.workspace import Workspace

TEXT = "The old bridge was closed on Monday. Rents in the city doubled. Nobody knows why."
REVIEWS = [
    ClaimReview("r1", "The old bridge was closed on Friday", "desk", language="en"),
    ClaimReview("r2", "Rents in the city tripled", "desk", language="en", ours=True),
]


def claim(text: str, checkable: bool = True) -> Claim:
    return made_claim(text, TEXT, checkable=checkable)


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


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("On Monday the old bridge was closed", True),
        ("The old bridge was not closed on Monday", False),
        ("The old bridge was closed on Friday", False),
    ],
)
def test_only_the_same_claim_is_being_checked_not_its_denial_nor_another_day(desk, query, told):
    send(desk, BRIDGE)
    with retriever(desk) as search:
        ((match, *_),) = lookup(desk, [query], 1, retriever=search)

    assert match.being_checked == ((BRIDGE.id,) if told else ())


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


def test_matching_again_looks_up_only_what_may_have_changed(desk):
    def looked_up(**more):
        steps, said = [], []
        with retriever(desk) as search:
            done = match_claims(
                desk,
                2,
                retriever=search,
                folder=desk.folder,
                progress=lambda what, done, of: steps.append(of),
                say=said.append,
                **more,
            )
        return steps[-1], said, done

    first = looked_up()
    again = looked_up()
    desk.edit_claim(RENTS.id, text="Rents in the city tripled", author="Ada")
    edited = looked_up()
    desk.put_reviews([ClaimReview("r3", "Rents in the city doubled", "desk", language="en")])
    new_check = looked_up()

    assert (first[0], first[1]) == (2, [])
    assert again[0] == 0
    assert "2 of 2 claims keep what was found" in again[1][0]
    assert [matches for _, matches in again[2]] == [matches for _, matches in first[2]]
    assert edited[0] == 1
    assert new_check[0] == 2
    assert looked_up(wishes=Wishes(explain=True))[0] == 2


def test_the_desks_own_check_comes_first_among_those_that_fit(desk):
    desk.put_reviews([ClaimReview("r0", "Rents in the city tripled", "other", language="en")])
    with retriever(desk) as search:
        (matches,) = lookup(desk, ["Rents in the city tripled"], 3, retriever=search)

    assert [match.review.id for match in matches[:2]] == ["r2", "r0"]
    assert [match.rank for match in matches[:2]] == [1, 2]


def test_a_claim_of_its_day_is_what_a_past_check_is_older_than(desk):
    old = replace(REVIEWS[0], date_published=date(2020, 1, 1))
    desk.put_reviews([old])
    with retriever(desk) as search:
        day = replace(BRIDGE, date=ClaimDate("2023-05", "month"))
        assert day_of_claim(day) == date(2023, 5, 31)
        ((match, *_),) = lookup(desk, [BRIDGE.text], 1, retriever=search, day=day_of_claim(day))
        ((before, *_),) = lookup(desk, [BRIDGE.text], 1, retriever=search, day=date(1990, 1, 1))

    assert match.days_older == 31 + 30 + 31 + 28 + 31 + 365 * 2 + 366 - 1
    assert before.days_older is None


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
    assert "1 past check has changed" in said[1]


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
        ((match, *_),) = lookup(desk, ["half \udfff character"], retriever=search, wishes=Wishes(min_score=0.0))

    assert match.review.id == "r4"


def test_a_workspace_keeps_its_search_open_from_look_up_to_look_up_and_sees_new_past_checks(tmp_path, monkeypatch):
    opened = []
    plain = Workspace.retriever
    monkeypatch.setattr(Workspace, "retriever", lambda desk, *more: opened.append(1) or plain(desk, *more))
    with Workspace.open(tmp_path, create=True, write=True) as desk:
        desk.store.put_reviews(REVIEWS)
        desk.lookup(["Rents in the city tripled"])
        desk.lookup(["The old bridge was closed on Friday"])
        assert len(opened) == 1

        desk.store.put_reviews([ClaimReview("r3", "Gold is a heavy metal", "desk", language="en")])
        ((match, *_),) = desk.lookup(["Gold is a heavy metal"])

    assert match.review.id == "r3"
    assert len(opened) == 2
