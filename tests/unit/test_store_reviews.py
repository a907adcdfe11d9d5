"""Past checks: imports are all or nothing, what changed is kept, the digest follows what is indexed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.errors import NotFound
from claimcheck.records import Article, Assertion, Claim, ClaimKind, ClaimReview, Label, Match, Role, Span
from claimcheck.store import ReviewReport, Store

MONDAY = datetime(2024, 5, 6, 8, tzinfo=UTC)
TUESDAY = datetime(2024, 5, 7, 8, tzinfo=UTC)


def review(identifier: str, claim: str = "The bridge is long.", **facts: object) -> ClaimReview:
    return ClaimReview(id=identifier, claim_reviewed=claim, publisher="desk", language="en", **facts)  # type: ignore[arg-type]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path, create=True, write=True) as opened:
        yield opened


def test_a_changed_review_keeps_its_former_state_and_an_unchanged_one_is_untouched(store: Store) -> None:
    a, b = review("a", rating=Label.TRUE), review("b")
    assert store.put_reviews([a, b], at=MONDAY) == ReviewReport(new=2, changed=0, unchanged=0)
    corrected = replace(a, rating=Label.FALSE)
    assert store.put_reviews([corrected, b, review("c")], at=TUESDAY) == ReviewReport(new=1, changed=1, unchanged=1)
    assert (store.review_times("a"), store.review_times("b")) == ((MONDAY, TUESDAY), (MONDAY, MONDAY))
    history = store.review_history("a")
    assert [each.review for each in history] == [a, corrected]
    assert [(each.since, each.until) for each in history] == [(MONDAY, TUESDAY), (TUESDAY, None)]
    assert len(store.review_history("b")) == 1
    assert store.reviews(rating=Label.TRUE) == []


def test_the_same_feed_from_another_file_changes_nothing(store: Store) -> None:
    store.put_reviews([review("a", source="may.json")])
    assert store.put_reviews([review("a", source="june.json")]).unchanged == 1
    assert store.review("a").source == "may.json"


def test_an_import_that_fails_midway_leaves_nothing(store: Store) -> None:
    store.put_reviews([review("a")])
    digest = store.reviews_digest()

    def failing() -> Iterator[ClaimReview]:
        for number in range(2500):
            yield review(f"n{number}")
        yield review("a", "Changed.")
        raise OSError("the feed broke off")

    with pytest.raises(OSError, match="broke off"):
        store.put_reviews(failing())
    assert list(store.iter_reviews()) == [review("a")]
    assert store.reviews_digest() == digest
    assert store.put_reviews([review("b")]).new == 1


def test_of_equal_ids_in_one_import_the_last_counts(store: Store) -> None:
    store.put_reviews([review("old", "Before.")])
    batch = [review("a", "First."), review("a", "Second."), review("old", "After."), review("old", "Last.")]
    assert store.put_reviews(batch) == ReviewReport(new=1, changed=3, unchanged=0, repeated=2)
    assert [each.claim_reviewed for each in store.reviews()] == ["Last.", "Second."]
    with Store.open(store.folder / "other", create=True, write=True) as other:
        other.put_reviews([review("a", "Second."), review("old", "Last.")])
        assert other.reviews_digest() == store.reviews_digest()
    assert store.find_faults() == []


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(
        st.tuples(
            st.sampled_from("abcd"), st.sampled_from(["put", "remove"]), st.sampled_from(["x", "y"]), st.booleans()
        ),
        max_size=12,
    )
)
def test_the_digest_is_equal_exactly_when_the_indexed_content_is(
    tmp_path: Path, steps: list[tuple[str, str, str, bool]]
) -> None:
    seen: dict[str, frozenset[tuple[str, str]]] = {}
    with Store.open(tmp_path, create=True, write=True) as store:
        store._database.connection.execute("PRAGMA synchronous = OFF")
        store.remove_reviews(list("abcd"))
        for identifier, what, claim, ours in steps:
            if what == "put":
                store.put_reviews([review(identifier, claim, ours=ours)])
            else:
                store.remove_reviews([identifier])
            content = frozenset((each.id, each.claim_reviewed) for each in store.reviews())
            digest = store.reviews_digest()
            assert seen.setdefault(digest, content) == content
            assert sum(1 for each in seen.values() if each == content) == 1
        assert store.find_faults() == []


@pytest.mark.parametrize(
    ("facts", "moves"),
    [
        ({"title": "t"}, True),
        ({"summary": "s"}, True),
        ({"language": "de"}, True),
        ({"claim_reviewed": "Other."}, True),
        ({"rating": Label.TRUE}, False),
        ({"url": "https://example.org/"}, False),
    ],
)
def test_the_digest_moves_with_indexed_fields_only(store: Store, facts: dict[str, object], moves: bool) -> None:
    store.put_reviews([review("a")])
    before = store.reviews_digest()
    store.put_reviews([replace(review("a"), **facts)])  # type: ignore[arg-type]
    assert (store.reviews_digest() != before) is moves


def test_removed_reviews_leave_their_history_and_take_their_matches(store: Store) -> None:
    span = Span(0, 1)
    claim = Claim("c", "x", (span,), ("O",), "O", Assertion.ASSERTED, ClaimKind.EVENT, Role.BODY, "en", True, 0.5)
    store.record_split(Article(id="x", text="One.", blocks=(), language="en"), [claim])
    a, b, c = review("a"), review("b"), review("c")
    store.put_reviews([a, b, c], at=MONDAY)
    store.put_matches("c", [Match("O", 1, 0.9, a), Match("O", 2, 0.8, b), Match("O", 3, 0.7, c)])
    assert store.remove_reviews(["b", "nope"]) == 1
    assert store.count_reviews() == 2
    assert [(match.rank, match.review) for match in store.matches("c")] == [(1, a), (2, c)]
    (version,) = store.review_history("b")
    assert (version.review, version.since, version.removed) == (b, MONDAY, True)
    with pytest.raises(NotFound, match="reviews list"):
        store.review("b")
    store.put_reviews([b])
    assert [each.removed for each in store.review_history("b")] == [True, False]


def test_matches_show_a_review_as_it_reads_now_and_are_replaced_as_one(store: Store) -> None:
    span = Span(0, 1)
    claim = Claim("c", "x", (span,), ("O",), "O", Assertion.ASSERTED, ClaimKind.EVENT, Role.BODY, "en", True, 0.5)
    store.record_split(Article(id="x", text="One.", blocks=(), language="en"), [claim])
    store.put_reviews([review("a")])
    store.put_matches("c", [Match("O", 1, 0.9, review("a"))])
    store.put_reviews([review("a", "Corrected.")])
    assert store.matches("c")[0].review == review("a", "Corrected.")
    with pytest.raises(NotFound, match="past check"):
        store.put_matches("c", [Match("O", 1, 0.9, review("nope"))])
    with pytest.raises(ValueError, match="rank twice"):
        store.put_matches("c", [Match("O", 1, 0.9, None), Match("O", 1, 0.8, None)])
    assert len(store.matches("c")) == 1
    store.put_matches("c", [Match("O", 1, 0.1, None)])
    assert store.matches("c") == [Match("O", 1, 0.1, None, claim_id="c")]


def test_reviews_are_chosen_by_everything_given(store: Store) -> None:
    a = review("a", "Die STRASSE ist lang.", title="Straße", ours=True)
    b = review("b", "Roads.", summary="Long road", rating=Label.FALSE, sample=True)
    c = replace(review("c", "Roads."), publisher="other", language="fr", claimant="Le Maire")
    store.put_reviews([b, a, c])
    assert store.reviews() == [b, a, c]
    assert store.reviews(limit=1) == [b]
    assert store.reviews(ids=["c", "a"]) == [a, c]
    assert store.reviews(ids=[]) == []
    assert store.reviews(publisher="other") == store.reviews(language="fr") == store.reviews(text="MAIRE") == [c]
    assert store.reviews(ours=True) == store.reviews(text="straße") == [a]
    assert store.reviews(sample=False) == [a, c]
    assert store.reviews(rating=Label.FALSE, text="ROAD") == [b]
    assert store.reviews(rating=Label.FALSE, ours=True) == []


def test_reviews_are_counted_by_kind(store: Store) -> None:
    store.put_reviews([review("a", rating=Label.TRUE), review("b", rating=Label.TRUE), review("c", ours=True)])
    counted = [(row.publisher, row.language, row.rating, row.ours, row.count) for row in store.review_stats()]
    assert counted == [("desk", "en", None, True, 1), ("desk", "en", Label.TRUE, False, 2)]


def test_a_stream_of_reviews_shows_one_state_whatever_is_written_meanwhile(store: Store) -> None:
    store.put_reviews(review(f"n{number}") for number in range(3000))
    stream = store.iter_reviews()
    next(stream)
    store.put_reviews([review("late")])
    store.remove_reviews(["n2999"])
    assert len(list(stream)) == 2999
    assert store.count_reviews() == 3000


def test_an_import_may_read_the_store_it_goes_into(store: Store) -> None:
    store.put_reviews([review("a")])
    store.put_reviews(replace(each, id=each.id + "2") for each in store.iter_reviews())
    assert [each.id for each in store.reviews()] == ["a", "a2"]


def test_cached_vectors_are_found_by_encoder_and_text(store: Store) -> None:
    store.put_vectors("e1", {"t1": b"\x00\x01", "t2": b"\x02"})
    store.put_vectors("e2", {"t1": b"\x03"})
    store.put_vectors("e1", {"t2": b"\x04"})
    assert store.vectors("e1", ["t1", "t2", "t3"]) == {"t1": b"\x00\x01", "t2": b"\x04"}
    assert store.vectors("e3", ["t1"]) == store.vectors("e1", []) == {}
    assert store.drop_vectors(keep=["e1"]) == 1
    assert store.vectors("e2", ["t1"]) == {}
