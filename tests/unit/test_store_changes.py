"""The log of changes to past checks: what came, changed and went after a stamp, and nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest

from claimcheck.records import ClaimReview
from claimcheck.store import Store


def check(name: str, claim: str = "tea is blue") -> ClaimReview:
    return ClaimReview(id=name, claim_reviewed=claim, publisher="desk")


@pytest.fixture
def store(tmp_path: Path):
    with Store.open(tmp_path, create=True, write=True) as opened:
        opened.put_reviews([check("a"), check("b"), check("c")])
        yield opened


def changes(store: Store, since: int):
    found = store.review_changes(since)
    assert found is not None
    return [each.id for each in found.reviews], sorted(found.gone), found.count


def test_a_fresh_workspace_has_a_stamp_from_which_everything_came(store):
    assert changes(store, 1) == (["a", "b", "c"], [], 3)
    assert changes(store, store.reviews_stamp()) == ([], [], 0)


def test_what_came_changed_and_went_is_told_once_however_often_it_happened(store):
    stamp = store.reviews_stamp()
    store.put_reviews([check("d"), check("a", "tea is green")])
    store.put_reviews([check("d", "tea is red"), check("b")])  # b as it was
    store.remove_reviews(["c"])
    store.put_reviews([check("e")])
    store.remove_reviews(["e"])

    assert changes(store, stamp) == (["a", "d"], ["c", "e"], 4)


def test_one_that_went_and_came_back_is_there(store):
    stamp = store.reviews_stamp()
    store.remove_reviews(["b"])
    store.put_reviews([check("b")])

    assert changes(store, stamp) == (["b"], [], 1)


def test_a_number_given_out_once_is_not_given_out_again(store):
    before = store.reviews_stamp()
    store.put_reviews([check("z")])
    store.remove_reviews(["z"])
    after = store.reviews_stamp()
    store.put_reviews([check("z")])

    assert before < after < store.reviews_stamp()
    assert changes(store, after) == (["z"], [], 1)


def test_an_import_that_fails_leaves_no_trace_in_the_log(store):
    stamp = store.reviews_stamp()

    def failing():
        yield check("x")
        raise RuntimeError("the feed broke off")

    with pytest.raises(RuntimeError):
        store.put_reviews(failing())

    assert (store.reviews_stamp(), changes(store, stamp)) == (stamp, ([], [], 0))


def test_a_stamp_that_never_was_leads_nowhere(store):
    assert store.review_changes(0) is None
    assert store.review_changes(store.reviews_stamp() + 1) is None


def test_the_stream_is_of_the_moment_it_was_asked_for(store):
    found = store.review_changes(1)
    assert found is not None
    store.put_reviews([replace(check("a"), claim_reviewed="tea is black")])
    store.remove_reviews(["b"])

    assert [(each.id, each.claim_reviewed) for each in found.reviews][:2] == [
        ("a", "tea is blue"),
        ("b", "tea is blue"),
    ]
    assert found.digest != store.reviews_digest()


def test_a_reader_follows_the_log_too(store):
    with Store.open(store.folder, create=False, write=False) as reader:
        assert changes(reader, 1) == (["a", "b", "c"], [], 3)
