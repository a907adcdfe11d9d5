"""What a desk does with its past checks: read words its own way, compare publishers, find duplicates, export."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.errors import RatingsInvalid
from claimcheck.flows.disagreements import find_disagreements
from claimcheck.flows.export_reviews import ReviewFormat, export_reviews
from claimcheck.flows.import_reviews import import_reviews
from claimcheck.flows.near_duplicates import find_clusters, says_the_same
from claimcheck.flows.ratings import desk_ratings, list_ratings, reread_ratings, set_rating
from claimcheck.records import ClaimReview, Label, review_id
from claimcheck.reviews import Given, Rejected, parse_claim_review, read_ratings, read_reviews
from claimcheck.reviews.feed import format_feed_item, restored
from claimcheck.store import Store
from tests.fakes import HashingEncoder

AT = datetime(2024, 5, 6, 8, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "desk", create=True, write=True) as opened:
        yield opened


def review(claim: str, publisher: str, rating: Label | None = None, **facts: Any) -> ClaimReview:
    url = f"https://desk.example/{publisher.replace(' ', '')}"
    found = review_id(claim, url=url, publisher=publisher, date_published=None)
    return ClaimReview(found, claim, publisher, rating=rating, url=url, **{"language": "en", **facts})


# ---- ratings


def test_a_desks_own_table_goes_before_the_shipped_one_and_versions_tell_them_apart(tmp_path: Path) -> None:
    shipped = desk_ratings(tmp_path)
    assert shipped.version == read_ratings().version
    set_rating(tmp_path, "Legend", Label.FALSE, publisher="Snopes")
    set_rating(tmp_path, "Geht so", Label.HALF_TRUE, language="de")
    set_rating(tmp_path, "False", None)
    own = desk_ratings(tmp_path)
    assert own.label_for("legend", publisher="Snopes", language="en").label is Label.FALSE
    assert own.label_for("Legend", publisher="Another", language="en").label is None
    assert own.label_for("geht so!", language="de").label is Label.HALF_TRUE
    assert own.label_for("False", language="en").label is None
    assert own.label_for("Falsch", language="de").label is Label.FALSE  # the shipped table still holds
    assert own.version.startswith(shipped.version + "+")
    before = own.version
    set_rating(tmp_path, "Geht so", Label.MISLEADING, language="de")
    assert desk_ratings(tmp_path).label_for("geht so", language="de").label is Label.MISLEADING
    assert desk_ratings(tmp_path).version != before
    assert (tmp_path / "ratings.tsv").read_text(encoding="utf-8").count("Geht so") == 1


def test_a_desks_table_that_cannot_be_read_is_one_line_and_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "ratings.tsv"
    for text in (b"\tde\tGeht so\tSOSO\t\n", b"\xff\xfe\x00", b"only words\n"):
        path.write_bytes(text)
        with pytest.raises(RatingsInvalid, match=r"ratings\.tsv, line 1"):
            set_rating(tmp_path, "x", Label.TRUE)
        assert path.read_bytes() == text


def test_words_are_listed_with_how_they_are_read_and_the_unknown_apart(store: Store) -> None:
    store.put_reviews(
        [
            review("A", "Desk", Label.FALSE, alternate_name="False", rating_table="x"),
            review("B", "Desk", Label.FALSE, alternate_name="False", rating_table="x"),
            review("C", "Desk", None, alternate_name="Odd word"),
            review("D", "Desk", None, alternate_name="4 of 5"),
            review("E", "Snopes", None, alternate_name="Legend"),
            review("F", "Desk", Label.HALF_TRUE, alternate_name="Own word"),  # given by a person
        ]
    )
    ratings = read_ratings()
    everything = [(each.word, each.count, each.reads, each.how.value) for each in list_ratings(store, ratings)]
    assert everything[0] == ("False", 2, Label.FALSE, "language")
    assert {each.word for each in list_ratings(store, ratings, unknown=True)} == {"Odd word", "4 of 5", "Legend"}


def test_reading_words_anew_changes_only_what_a_table_had_read(store: Store, tmp_path: Path) -> None:
    store.put_reviews(
        [
            review("A", "Desk", Label.FALSE, alternate_name="False", rating_table="old"),
            review("B", "Desk", None, alternate_name="Odd word", rating_table="old"),
            review("C", "Desk", Label.TRUE, alternate_name="False"),  # a person said so
        ],
        at=AT,
    )
    set_rating(tmp_path, "False", Label.MISLEADING, publisher="Desk")
    set_rating(tmp_path, "Odd word", Label.HALF_TRUE, publisher="Desk")
    ratings = desk_ratings(tmp_path)
    assert reread_ratings(store, ratings, dry_run=True) == 2
    assert [each.rating for each in store.reviews()] == [Label.FALSE, None, Label.TRUE]
    assert reread_ratings(store, ratings) == 2
    found = store.reviews()
    assert [each.rating for each in found] == [Label.MISLEADING, Label.HALF_TRUE, Label.TRUE]
    assert [each.rating_table for each in found] == [ratings.version, ratings.version, None]
    assert [each.alternate_name for each in found] == ["False", "Odd word", "False"]
    assert [each.review.rating for each in store.review_history(found[0].id)] == [Label.FALSE, Label.MISLEADING]
    assert reread_ratings(store, ratings) == 0


def test_an_import_keeps_the_word_and_the_version_of_the_table_that_read_it(store: Store, tmp_path: Path) -> None:
    feed = tmp_path / "a.jsonl"
    line = {"@type": "ClaimReview", "author": "Desk", "inLanguage": "en"}
    lines = [
        line | {"claimReviewed": "One claim", "reviewRating": {"alternateName": "False"}},
        line | {"claimReviewed": "Another claim"},
    ]
    feed.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    import_reviews(store, feed)
    with_word, without = store.reviews()
    assert (with_word.alternate_name, with_word.rating_table) == ("False", read_ratings().version)
    assert without.rating_table is None
    set_rating(tmp_path, "False", Label.FALSE)  # another table, the same reading: no change
    assert import_reviews(store, feed, ratings=desk_ratings(tmp_path)).unchanged == 2


# ---- disagreements


def test_a_disagreement_is_two_publishers_far_apart_on_the_same_words(store: Store) -> None:
    rows = [
        ("Gold is heavy.", "One", Label.TRUE),
        ("gold is HEAVY", "Two", Label.FALSE),
        ("Lead is light.", "One", Label.FALSE),
        ("Lead is light.", "Two", Label.MOSTLY_FALSE),  # a step apart
        ("Tin is cheap.", "One", Label.FALSE),
        ("Tin is cheap.", "Two", Label.MISLEADING),  # a step apart
        ("Zinc is blue.", "One", Label.FALSE),
        ("Zinc is blue.", "one", Label.TRUE),  # the same house
        ("Iron is rare.", "One", Label.TRUE),
        ("Iron is rare.", "Two", None),
        ("Iron is red.", "Two", Label.FALSE),
    ]
    store.put_reviews([review(*row, title=str(n)) for n, row in enumerate(rows)])
    (found,) = find_disagreements(store)
    assert ([each.publisher for each in found.reviews], found.clear) == (["One", "Two"], True)
    assert [(each.reviews[0].claim_reviewed, each.clear) for each in find_disagreements(store, all_steps=True)] == [
        ("Gold is heavy.", True),
        ("Lead is light.", False),
        ("Tin is cheap.", False),
    ]


def test_near_duplicates_disagree_once_they_were_found(store: Store) -> None:
    one, two = review("Gold is heavier than lead", "One", Label.TRUE), review("Lead weighs less", "Two", Label.FALSE)
    store.put_reviews([one, two])
    assert list(find_disagreements(store)) == []
    store.put_clusters([[one.id, two.id]])
    (found,) = find_disagreements(store)
    assert found.reviews == (one, two)


# ---- near-duplicates


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Gold is heavier than lead.", "Gold is heavier than lead!", True),
        ("The bridge cost 4 million euros", "The bridge cost 9 million euros", False),
        ("The bridge was closed in 2019", "The bridge was closed in 2021", False),
        ("The bridge is safe for lorries", "The bridge is not safe for lorries", False),
        ("Anna Berg sold the bridge", "Otto Lang sold the bridge", False),
        ("Die Brücke kostete 4 Millionen Euro", "Die Brücke kostete 9 Millionen Euro", False),
        ("Die Brücke ist sicher", "Die Brücke ist nicht sicher", False),
    ],
)
def test_a_number_a_day_a_name_or_a_negation_that_differs_is_never_a_duplicate(
    one: str, other: str, same: bool
) -> None:
    assert says_the_same(one, other, similarity=0.99) is same
    assert says_the_same(one, other, similarity=0.5) is False


def test_what_he_says_depends_on_who_he_is() -> None:
    claims = ("Says he never voted for a tax", "Says he never voted for any tax")
    assert says_the_same(*claims, similarity=0.95)
    assert says_the_same(*claims, similarity=0.95, claimants=("Anna Berg", "Anna Berg"))
    assert not says_the_same(*claims, similarity=0.95, claimants=("Anna Berg", "Otto Lang"))


def test_clusters_hold_the_same_words_in_any_language_and_near_words_in_known_ones(store: Store) -> None:
    encoder = HashingEncoder(languages=("en",))
    rows = [
        review("Gold is heavier than lead.", "One"),
        review("GOLD is heavier than lead", "Two"),
        review("Золото тяжелее свинца", "Three", language="ru"),
        review("Золото тяжелее свинца!", "Four", language="ru"),
        review("Something else altogether", "Five"),
    ]
    store.put_reviews(rows)
    report = find_clusters(store, encoder)
    assert (report.reviews, report.clusters, report.clustered) == (5, 2, 4)
    ids = [each.id for each in rows]
    assert list(store.iter_clusters()) == [ids[:2], ids[2:4]]
    store.remove_reviews([ids[0]])
    assert list(store.iter_clusters()) == [ids[2:4]]
    assert find_clusters(store, encoder).clusters == 1


# ---- export


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=25)
CLAIMS = TEXTS.filter(lambda text: any(map(str.isalnum, text)))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    claim=CLAIMS,
    publisher=CLAIMS,
    texts=st.lists(TEXTS | st.none(), min_size=7, max_size=7),
    rating=st.sampled_from(Label) | st.none(),
    day=st.dates(date(1950, 1, 1), date(2090, 1, 1)) | st.none(),
    flags=st.tuples(st.booleans(), st.booleans()),
    url=st.sampled_from([None, "https://desk.example/1", "https://desk.example/a?utm_source=kept&b=ü"]),
    home=st.sampled_from([None, "https://desk.example/", "https://desk.example/authors/somebody"]),
    language=st.sampled_from(["de", "und", "pt"]),
)
def test_any_check_comes_back_from_a_datafeed_as_it_was(
    claim: str,
    publisher: str,
    texts: list[str | None],
    rating: Label | None,
    day: date | None,
    flags: tuple[bool, bool],
    url: str | None,
    home: str | None,
    language: str,
) -> None:
    check = ClaimReview(
        id=review_id(claim, url=url, publisher=publisher, date_published=day),
        claim_reviewed=claim,
        publisher=publisher,
        rating=rating,
        alternate_name=texts[0],
        rating_value=texts[1],
        claimant=texts[2],
        title=texts[3],
        summary=texts[4],
        licence=texts[5],
        source=texts[6],
        url=url,
        publisher_url=home,
        date_published=day,
        language=language,
        ours=flags[0],
        sample=flags[1],
    )
    item = json.loads(json.dumps(format_feed_item(check, first_seen=AT, updated=AT)))
    (obj,) = item["item"]
    assert restored(parse_claim_review(obj), obj, Given()) == check
    assert obj["@type"] == "ClaimReview"


@pytest.mark.parametrize("form", ReviewFormat)
def test_what_is_exported_and_imported_again_is_the_same_workspace(
    store: Store, tmp_path: Path, form: ReviewFormat
) -> None:
    import_reviews(store, seeds(), at=AT, own_publisher="Our desk")
    odd = replace(
        review("  Two  spaces &amp; a <b>tag</b>\nand a line", "A | desk", Label.TRUE),
        summary="One\n\nTwo",
        source="x.csv",
        alternate_name="Odd <i>word</i>",
        language="und",
    )
    store.put_reviews([odd, replace(review("Ours", "Our desk", Label.FALSE), ours=True, source="us")], at=AT)
    out = tmp_path / "out.json"
    assert export_reviews(store, out, form=form, samples=True) == 88
    with Store.open(tmp_path / "copy", create=True, write=True) as copy:
        report = import_reviews(copy, out, own_publisher="Our desk", at=AT)
        assert (report.new, report.n_rejected) == (88, 0)
        assert copy.reviews() == store.reviews()
        assert copy.reviews_digest() == store.reviews_digest()
    report = import_reviews(store, out, own_publisher="Our desk", at=AT)
    assert (report.new, report.changed, report.unchanged) == (0, 0, 88)


def seeds() -> Path:
    from claimcheck import resources

    return resources.seeds() / "reviews.jsonl"


def test_a_datafeed_is_one_that_others_read_and_samples_stay_at_home(store: Store, tmp_path: Path) -> None:
    store.put_reviews(
        [review("Gold is heavy", "Desk", Label.TRUE), replace(review("A sample", "Desk"), sample=True)], at=AT
    )
    out = tmp_path / "feed.json"
    assert export_reviews(store, out, form=ReviewFormat.DATAFEED) == 1
    feed = json.loads(out.read_text(encoding="utf-8"))
    (element,) = feed["dataFeedElement"]
    assert (feed["@type"], element["@type"], element["dateCreated"]) == ("DataFeed", "DataFeedItem", AT.isoformat())
    (check,) = element["item"]
    assert (check["claimReviewed"], check["reviewRating"]["alternateName"]) == ("Gold is heavy", "True")
    with Store.open(tmp_path / "empty", create=True, write=True) as empty:
        assert export_reviews(empty, out, form=ReviewFormat.DATAFEED, force=True) == 0
    assert json.loads(out.read_text(encoding="utf-8"))["dataFeedElement"] == []


def test_a_foreign_feed_cannot_say_which_check_it_is_nor_that_it_is_ours(store: Store, tmp_path: Path) -> None:
    victim = review("Gold is heavy", "Desk", Label.TRUE)
    store.put_reviews([victim], at=AT)
    sent = {"name": "claimcheck:fields", "value": json.dumps({"id": victim.id, "ours": True, "rating": "FALSE"})}
    evil = {"@type": "ClaimReview", "claimReviewed": "Evil", "author": "Evil", "additionalProperty": [sent]}
    path = tmp_path / "evil.json"
    path.write_text(json.dumps(evil), encoding="utf-8")
    assert import_reviews(store, path, own_publisher="Our desk").new == 1
    assert store.review(victim.id) == victim
    assert [each.ours for each in store.reviews()] == [False, False]
    for value in ("{", "[]", '{"date_published": "soon"}', None):
        evil["additionalProperty"] = {"name": "claimcheck:fields", "value": value}
        path.write_text(json.dumps(evil), encoding="utf-8")
        (refused,) = read_reviews(path)
        assert isinstance(refused, Rejected)
