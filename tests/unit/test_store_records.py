"""What goes into the store comes out as it was: random records, with every character and every float."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.errors import NotFound
from claimcheck.records import (
    Article,
    Assertion,
    Block,
    Claim,
    ClaimContext,
    ClaimDate,
    ClaimKind,
    ClaimReview,
    Consensus,
    Difference,
    DifferenceKind,
    Evidence,
    Label,
    Match,
    PastAnswer,
    Relation,
    Role,
    ShownCheck,
    Span,
    Substitution,
    Task,
    Verdict,
    article_id,
    claim_id,
)
from claimcheck.store import Store

every_text = st.text(st.characters(exclude_categories=()), max_size=12)  # lone surrogates and NUL included
maybe_text = st.none() | every_text
texts = st.lists(every_text, max_size=3).map(tuple)
days = st.none() | st.dates()
moments = st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=2))])) | st.datetimes()
shares = st.floats(0, 1)
numbers = st.floats(allow_nan=False, allow_infinity=False)
spans = st.tuples(st.integers(0, 10**6), st.integers(1, 10**4)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
hexes = st.text("0123456789abcdef", min_size=16, max_size=16)

claims = st.builds(
    Claim,
    id=hexes,
    article_id=st.just("a"),
    spans=st.lists(spans, min_size=1, max_size=3).map(tuple),
    evidence=texts,
    text=every_text,
    language=every_text,
    checkable=st.booleans(),
    score=shares,
    reasons=texts,
    speaker=maybe_text,
    speaker_span=st.none() | spans,
    via=maybe_text,
    cue=maybe_text,
    subject=maybe_text,
    date=st.none() | st.builds(ClaimDate, value=every_text, precision=every_text),
    context=st.builds(ClaimContext, title=maybe_text, date=days, previous=maybe_text, unresolved=texts),
    needs_context=st.booleans(),
    substitutions=st.lists(st.builds(Substitution, spans, every_text, every_text), max_size=2).map(tuple),
    method=every_text,
)
reviews = st.builds(
    ClaimReview,
    id=hexes,
    claim_reviewed=every_text,
    publisher=every_text,
    rating=st.none() | st.sampled_from(Label),
    alternate_name=maybe_text,
    url=maybe_text,
    date_published=days,
    claim_date=days,
    title=maybe_text,
    summary=maybe_text,
    language=every_text,
    source=maybe_text,
    ours=st.booleans(),
    sample=st.booleans(),
)
shown_checks = st.lists(
    st.builds(ShownCheck, hexes, st.integers(1, 9), numbers, st.none() | shares, st.none() | st.sampled_from(Relation)),
    max_size=3,
).map(tuple)
verdicts = st.builds(
    Verdict,
    claim_id=st.just("c"),
    label=st.none() | st.sampled_from(Label),
    annotator=every_text,
    decided_at=moments,
    server=st.just("http://127.0.0.1:8080"),
    project_id=st.integers(1, 99),
    task_id=st.integers(1, 10**9),
    annotation_id=st.integers(1, 10**9),
    updated_at=moments,
    justification=maybe_text,
    evidence=st.lists(st.builds(Evidence, every_text, maybe_text, days, maybe_text), max_size=2).map(tuple),
    confidence=st.none() | st.integers(1, 5),
    seconds=st.none() | numbers,
    as_of=days,
    past_answers=st.lists(st.builds(PastAnswer, hexes, every_text), max_size=2).map(tuple),
    problem=maybe_text,
    better_wording=maybe_text,
    shown=shown_checks,
    sample=st.booleans(),
)
articles = st.builds(
    Article,
    id=st.just(""),
    text=every_text,
    blocks=st.lists(st.builds(Block, spans, st.sampled_from(Role), maybe_text, days), max_size=3).map(tuple),
    language=every_text,
    title=maybe_text,
    published=days,
    outlet=maybe_text,
    byline=maybe_text,
    url=maybe_text,
    origin=maybe_text,
    media_type=every_text,
    sources=st.lists(st.tuples(every_text, every_text), max_size=3, unique_by=lambda pair: pair[0]).map(tuple),
    notes=texts,
    sample=st.booleans(),
).map(lambda article: replace(article, id=article_id(article.text)))

many = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def the_article(text: str = "One. Two.") -> Article:
    return Article(id="a", text=text, blocks=(), language="en")


def the_claim(identifier: str = "c") -> Claim:
    return Claim(
        id=identifier,
        article_id="a",
        spans=(Span(0, 4),),
        evidence=("One.",),
        text="One.",
        assertion=Assertion.ASSERTED,
        kind=ClaimKind.EVENT,
        role=Role.BODY,
        language="en",
        checkable=True,
        score=0.5,
    )


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Store]:
    """A new store at each call, since hypothesis runs many examples in one test; it need not survive a power cut."""
    empty = tmp_path_factory.mktemp("empty")
    Store.open(empty, create=True, write=True).close()

    def open_copy() -> Store:
        folder = tmp_path_factory.mktemp("desk")
        shutil.copy(empty / "workspace.db", folder)
        store = Store.open(folder, create=False, write=True)
        store._database.connection.execute("PRAGMA synchronous = OFF")
        return store

    return open_copy


@many
@given(article=articles)
def test_an_article_comes_back_with_every_character_and_block(fresh: Callable[[], Store], article: Article) -> None:
    with fresh() as store:
        assert store.add_article(article)
        assert store.article(article.id) == article
        assert store.articles() == [article]
        (short,) = store.article_summaries()
        for name in ("id", "title", "published", "outlet", "language", "url", "origin", "sample"):
            assert getattr(short, name) == getattr(article, name)


@many
@given(batch=st.lists(claims, max_size=5, unique_by=lambda claim: claim.id))
def test_claims_come_back_as_they_were(fresh: Callable[[], Store], batch: list[Claim]) -> None:
    with fresh() as store:
        store.record_split(the_article(), batch)
        assert {stored.claim.id: stored.claim for stored in store.claims()} == {claim.id: claim for claim in batch}


@many
@given(batch=st.lists(reviews, max_size=5, unique_by=lambda review: review.id))
def test_reviews_come_back_as_they_were(fresh: Callable[[], Store], batch: list[ClaimReview]) -> None:
    with fresh() as store:
        store.put_reviews(batch)
        assert store.reviews() == list(store.iter_reviews()) == batch
        assert [store.review(review.id) for review in batch] == batch
        counted = {
            (row.publisher, row.language, row.rating, row.ours, row.sample): row.count for row in store.review_stats()
        }
        assert sum(counted.values()) == len(batch)
        assert all((each.publisher, each.language, each.rating, each.ours, each.sample) in counted for each in batch)
        assert all(each in store.reviews(publisher=each.publisher, language=each.language) for each in batch)


@many
@given(batch=st.lists(verdicts, max_size=4, unique_by=lambda verdict: verdict.annotation_id), note=every_text)
def test_verdicts_and_their_annotations_come_back_as_they_were(
    fresh: Callable[[], Store], batch: list[Verdict], note: str
) -> None:
    with fresh() as store:
        store.record_split(the_article(), [the_claim()])
        raw = {verdict.annotation_id: {"note": note, "lead_time": 1.25} for verdict in batch}
        store.put_verdicts(batch, raw)
        assert sorted(store.verdicts(), key=lambda each: each.annotation_id) == sorted(
            batch, key=lambda each: each.annotation_id
        )
        for verdict in batch:
            (version,) = store.verdict_history(verdict.server, verdict.annotation_id)
            assert (version.verdict, version.raw) == (verdict, raw[verdict.annotation_id])


@many
@given(similarity=numbers, score=st.none() | shares, query=every_text, review=reviews, new=every_text, past=every_text)
def test_matches_come_back_as_they_were(
    fresh: Callable[[], Store],
    similarity: float,
    score: float | None,
    query: str,
    review: ClaimReview,
    new: str,
    past: str,
) -> None:
    found = [
        Match(
            query,
            1,
            similarity,
            review,
            "c",
            score,
            Relation.DIFFERS_DATE,
            (Difference(DifferenceKind.DATE, new, past),),
        ),
        Match(query, 2, similarity, None, "c", being_checked=("d",)),
    ]
    with fresh() as store:
        store.record_split(the_article(), [the_claim()])
        store.put_reviews([review])
        store.put_matches("c", found)
        assert store.matches("c") == found


@many
@given(shown=shown_checks, moment=moments)
def test_tasks_come_back_with_what_they_showed(
    fresh: Callable[[], Store], shown: tuple[ShownCheck, ...], moment: datetime
) -> None:
    task = Task("http://127.0.0.1:8080", 3, "c", 17, "digest", moment, shown)
    with fresh() as store:
        store.record_split(the_article(), [the_claim()])
        store.put_tasks([task])
        assert store.tasks() == [task]


@many
@given(weights=st.lists(shares, min_size=2, max_size=2), day=days)
def test_consensuses_come_back_as_they_were(fresh: Callable[[], Store], weights: list[float], day: date | None) -> None:
    soft = ((Label.TRUE, weights[0]), (Label.MISLEADING, weights[1]))
    settled = [
        Consensus("c", Label.TRUE, (), soft, "majority", 3, day),
        Consensus("d", None, (Label.TRUE, Label.MISLEADING), soft, "majority", 2, day),
    ]
    with fresh() as store:
        store.record_split(the_article(), [the_claim("c"), the_claim("d")])
        store.put_consensus(settled)
        assert store.consensuses(samples=False) == settled


def test_a_claim_that_scores_not_a_number_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True, write=True) as store:
        with pytest.raises(ValueError, match="score outside 0 to 1"):
            store.record_split(the_article(), [the_claim("c"), replace(the_claim("d"), score=float("nan"))])
        assert (store.claims(), store.articles()) == ([], [])


def test_two_half_surrogates_are_not_joined_into_one_character(tmp_path: Path) -> None:
    halves = chr(0xD83D) + chr(0xDE00)
    article = replace(the_article(halves), title=halves)
    with Store.open(tmp_path, create=True, write=True) as store:
        store.add_article(article)
        found = store.article("a")
    assert (len(found.text), len(found.title or "")) == (2, 2)
    assert found == article


def test_an_article_read_again_keeps_what_is_not_told_again_and_its_sample_mark(tmp_path: Path) -> None:
    first = replace(
        the_article(), title="Old", published=date(2023, 4, 11), sources=(("published", "option"),), sample=True
    )
    again = replace(the_article(), title="New", outlet="Bote", sources=(("title", "metadata"),), notes=("guessed",))
    with Store.open(tmp_path, create=True, write=True) as store:
        assert store.add_article(first)
        assert not store.add_article(again)
        found = store.article("a")
    assert (found.title, found.published, found.outlet, found.notes) == ("New", date(2023, 4, 11), "Bote", ("guessed",))
    assert dict(found.sources) == {"published": "option", "title": "metadata"}
    assert found.sample


def test_one_article_id_for_two_texts_is_refused(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True, write=True) as store:
        store.add_article(the_article("One."))
        with pytest.raises(ValueError, match="two texts"):
            store.add_article(the_article("Two."))


def test_the_ids_of_the_store_are_those_of_the_records(tmp_path: Path) -> None:
    text = "Die Brücke wurde 1998 gebaut."
    article = Article(id=article_id(text), text=text, blocks=(), language="de")
    identifier = claim_id(article.id, [Span(0, len(text))], Assertion.ASSERTED)
    claim = replace(the_claim(identifier), article_id=article.id, spans=(Span(0, len(text)),), evidence=(text,))
    with Store.open(tmp_path, create=True, write=True) as store:
        store.record_split(article, [claim])
        assert store.claim(identifier[:5]).claim == claim
        with pytest.raises(NotFound):
            store.put_matches(identifier[:5], [])  # a prefix is for people, not for records
