"""ClaimReview objects ↔ records, and where they are found in JSON and pages."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import ReviewInvalid
from claimcheck.records import ClaimReview, Label, review_id
from claimcheck.reviews import (
    NO_MARKUP,
    Given,
    Rejected,
    find_claim_reviews,
    format_claim_review,
    make_review,
    parse_claim_review,
    read_ratings,
)
from claimcheck.reviews.page import read_page
from claimcheck.reviews.text import clean_text

CHECK: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "claimReviewed": "The moon is made of cheese",
    "url": "https://desk.example/moon",
    "datePublished": "2020-02-03",
    "author": {"@type": "Organization", "name": "A desk", "url": "https://desk.example"},
    "reviewRating": {
        "@type": "Rating",
        "ratingValue": 1,
        "bestRating": "5",
        "worstRating": "",
        "alternateName": "False",
    },
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Somebody"},
        "datePublished": "2020-02-01",
    },
    "inLanguage": "en-GB",
}


def test_a_plain_object_gives_every_field() -> None:
    assert parse_claim_review(CHECK, given=Given(source="feed.json")) == ClaimReview(
        id=review_id(
            "The moon is made of cheese", url="https://desk.example/moon", publisher="A desk", date_published=None
        ),
        claim_reviewed="The moon is made of cheese",
        publisher="A desk",
        rating=Label.FALSE,
        alternate_name="False",
        rating_value="1",
        best_rating="5",
        worst_rating=None,
        url="https://desk.example/moon",
        publisher_url="https://desk.example",
        date_published=date(2020, 2, 3),
        claim_date=date(2020, 2, 1),
        claimant="Somebody",
        language="en",
        source="feed.json",
        rating_table=read_ratings().version,
    )


@pytest.mark.parametrize(
    ("author", "publisher", "url", "wanted"),
    [
        ({"name": "A desk"}, None, "https://desk.example/1", "A desk"),
        ({"@type": "Person", "name": "A Writer"}, {"@type": "Organization", "name": "A desk"}, None, "A desk"),
        ([{"@type": "Person", "name": "A Writer"}, {"name": "A desk"}], None, None, "A desk"),
        ({"@type": "Person", "name": "A Writer"}, None, "https://www.desk.example/1", "desk.example"),
        ({"@type": "Person", "name": "A Writer"}, None, None, "A Writer"),
        ({"@type": "Person", "name": "A desk", "url": "https://desk.example/"}, None, None, "A desk"),
        (
            {"name": "A Writer", "url": "https://desk.example/about/authors/a-writer"},
            {"name": "A desk"},
            None,
            "A desk",
        ),
        ({"@type": "Organization", "url": "https://www.desk.example"}, None, "https://other.example/1", "desk.example"),
        ("A desk", None, None, "A desk"),
        (None, {"name": ["A desk", "and more"]}, None, "A desk"),
        (None, None, "desk.example/1", "desk.example"),
    ],
)
def test_the_publisher_is_the_house_rather_than_the_writer(author: Any, publisher: Any, url: Any, wanted: str) -> None:
    obj = {"claimReviewed": "A claim of some length", "author": author, "publisher": publisher, "url": url}
    assert parse_claim_review(obj).publisher == wanted


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"claimReviewed": ""}, "the claim text is empty"),
        ({"claimReviewed": []}, "the claim text is empty"),
        ({"claimReviewed": " … "}, "the claim text is empty"),
        ({"claimReviewed": None}, "no claim text"),
        ({"claimReviewed": "x" * 5_001}, "a claim text of 5001 characters"),
        ({"author": None, "url": "javascript:alert(1)"}, "no publisher"),
        ({"author": {"@type": "Organization", "name": ""}, "url": "/relative"}, "no publisher"),
    ],
)
def test_what_makes_no_check_is_refused_with_the_reason(change: dict[str, Any], why: str) -> None:
    with pytest.raises(ReviewInvalid, match=why):
        parse_claim_review({**CHECK, **change})


def test_a_claim_in_a_list_is_its_first_text() -> None:
    assert parse_claim_review({**CHECK, "claimReviewed": ["", "In a list"]}).claim_reviewed == "In a list"


def test_numbers_never_make_a_label_even_where_they_could() -> None:
    rating = {"ratingValue": 5, "bestRating": 5, "worstRating": 1}
    review = parse_claim_review({**CHECK, "reviewRating": rating})
    assert (review.rating, review.rating_value, review.best_rating, review.worst_rating) == (None, "5", "5", "1")


def test_what_a_record_says_goes_before_what_is_given() -> None:
    known = Given(publisher="Given", language="de", licence="CC0")
    full = parse_claim_review({**CHECK, "sdLicense": "CC-BY"}, given=known)
    assert (full.publisher, full.language, full.licence) == ("A desk", "en", "CC-BY")
    bare = parse_claim_review({"claimReviewed": "Cheese"}, given=known)
    assert (bare.publisher, bare.language, bare.licence) == ("Given", "de", "CC0")


def test_hostile_values_stay_text_or_go() -> None:
    evil = "\"'><script>alert(1)</script>{{7*7}}__import__('os')"
    review = parse_claim_review(
        {
            **CHECK,
            "claimReviewed": evil,
            "author": {"name": evil, "url": "javascript:alert(1)"},
            "reviewRating": {"alternateName": {"name": evil}, "identifier": "claimcheck:NOPE"},
            "itemReviewed": [[1], "x"],
            "datePublished": {"a": 1},
        }
    )
    assert review.claim_reviewed == review.publisher == review.alternate_name == evil
    assert (review.publisher_url, review.rating, review.date_published) == (None, None, None)


TRAPS = st.sampled_from(
    ["AT&amp;T", "&amp;amp;lt;b>", "1 &lt;b&gt; 2", "&lt;br&gt;&lt;p", "&copy", "<i<b>>", "</script>", '"\\']
)
WORDS = (st.text(max_size=40) | st.lists(TRAPS, max_size=3).map("".join)).map(clean_text).filter(bool)
DAYS = st.dates(date(1950, 1, 1), date(2090, 1, 1)) | st.none()
ADDRESSES = st.sampled_from([None, "https://desk.example/1", "http://desk.example/ü?a=1&b=2"])


@given(
    claim=WORDS.filter(lambda text: any(map(str.isalnum, text))),
    publisher=WORDS,
    rating=st.sampled_from(Label),
    word=WORDS,
    rest=st.tuples(WORDS | st.none(), WORDS | st.none(), WORDS | st.none(), WORDS | st.none()),
    published=DAYS,
    claimed=DAYS,
    urls=st.tuples(ADDRESSES, ADDRESSES),
)
def test_a_formatted_check_reads_back_the_same(
    claim: str,
    publisher: str,
    rating: Label,
    word: str,
    rest: tuple[str | None, ...],
    published: date | None,
    claimed: date | None,
    urls: tuple[str | None, str | None],
) -> None:
    review = ClaimReview(
        id=review_id(claim, url=urls[0], publisher=publisher, date_published=published),
        claim_reviewed=claim,
        publisher=publisher,
        rating=rating,
        alternate_name=word,
        url=urls[0],
        publisher_url=urls[1],
        date_published=published,
        claim_date=claimed,
        claimant=rest[0],
        title=rest[1],
        summary=rest[2],
        licence=rest[3],
        language="de",
    )
    again = parse_claim_review(json.loads(json.dumps(format_claim_review(review))))
    assert again == review


def test_a_label_without_a_word_is_published_with_one() -> None:
    review = make_review("It rained", publisher="A desk", rating=Label.HALF_TRUE, language="en")
    made = format_claim_review(replace(review, rating_value="3", best_rating="5", worst_rating="1"))
    assert made["@type"] == "ClaimReview"
    assert made["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "Half true",
        "ratingValue": "3",
        "bestRating": "5",
        "worstRating": "1",
        "identifier": "claimcheck:HALF_TRUE",
    }
    assert parse_claim_review(made).rating is Label.HALF_TRUE


CR = {"@type": "ClaimReview", "claimReviewed": "A"}


@pytest.mark.parametrize(
    "wrapped",
    [
        CR,
        [CR],
        {"@graph": [{"@type": "WebPage", "name": "x"}, CR]},
        {"@type": ["Review", "ClaimReview"], "claimReviewed": "A"},
        {"@type": "http://schema.org/ClaimReview", "claimReviewed": "A"},
        {"dataFeedElement": [{"item": [CR], "@type": "DataFeedItem"}]},
        {"dataFeedElement": [{"item": CR}, {"item": None}, None]},
        {"total_results": 1, "data": [{"claimReviewed": "A"}]},
        {"title": "x", "claim-review": CR},
        {"@type": "MediaReview", "associatedClaimReview": CR},
        {"@type": "NewsArticle", "review": [CR]},
        {"claims": [{"text": "A", "claimReview": [{"url": "https://desk.example", "textualRating": "False"}]}]},
        {"text": "A", "claimReview": [{"publisher": None}]},
    ],
)
def test_a_check_is_found_in_every_wrapping(wrapped: Any) -> None:
    assert [found["claimReviewed"] for found in find_claim_reviews(wrapped)] == ["A"]


@pytest.mark.parametrize(
    "other", [{}, [], None, "ClaimReview", 3, {"@type": "NewsArticle"}, {"claimReview": "no"}, [[[]]]]
)
def test_nothing_is_found_where_there_is_none(other: Any) -> None:
    assert list(find_claim_reviews(other)) == []


def test_checks_come_in_document_order_and_deep_nesting_is_no_trouble() -> None:
    document: Any = [{"claimReviewed": str(number)} for number in range(3)]
    for _ in range(50_000):
        document = [document]
    assert [found["claimReviewed"] for found in find_claim_reviews(document)] == ["0", "1", "2"]


def test_a_reference_to_another_node_is_followed() -> None:
    graph = {"@graph": [{**CR, "author": {"@id": "#us"}}, {"@id": "#us", "@type": "Organization", "name": "A desk"}]}
    assert [parse_claim_review(found).publisher for found in find_claim_reviews(graph)] == ["A desk"]


def test_an_api_answer_by_two_publishers_is_two_checks() -> None:
    claim = {
        "text": "The moon is cheese",
        "claimant": "Somebody",
        "claimDate": "2020-01-01T00:00:00Z",
        "claimReview": [
            {"publisher": {"name": "A desk", "site": "a.example"}, "textualRating": "False", "languageCode": "en"},
            {"publisher": {"site": "b.example"}, "textualRating": "Misleading", "reviewDate": "2020-02-01T00:00:00Z"},
        ],
    }
    first, second = (
        parse_claim_review(found) for found in find_claim_reviews({"claims": [claim], "nextPageToken": "x"})
    )
    assert (first.publisher, first.publisher_url, first.rating) == ("A desk", "https://a.example", Label.FALSE)
    assert (second.publisher, second.rating, second.date_published) == ("b.example", Label.MISLEADING, date(2020, 2, 1))
    assert first.claimant == second.claimant == "Somebody"


def page(*blocks: str, head: str = "") -> str:
    scripts = "".join(f'<script type="application/ld+json">{block}</script>\n' for block in blocks)
    return f"<!doctype html>\n<html lang='pt-br'><head>{head}\n{scripts}</head><body><p>text</p></body></html>"


def test_a_broken_block_is_named_and_the_others_are_read() -> None:
    text = page('{"@type": "ClaimReview", "claimReviewed": ', "{oops", json.dumps(CHECK))
    broken, review = read_page(text, Given())
    assert isinstance(broken, Rejected)
    assert broken.line == 3
    assert "not JSON" in broken.reason
    assert isinstance(review, ClaimReview)
    assert review.claim_reviewed == "The moon is made of cheese"


def test_a_page_without_markup_says_so() -> None:
    assert list(read_page(page('{"@type": "NewsArticle", "text": "claim"}'), Given())) == [Rejected(None, NO_MARKUP)]
    (only,) = read_page("<div itemscope itemtype='https://schema.org/ClaimReview'></div>", Given())
    assert isinstance(only, Rejected)
    assert (only.line, only.reason) == (1, "no claim text")


def test_a_page_completes_what_its_markup_leaves_out() -> None:
    article = {"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": "A desk"}}
    check = {
        **CR,
        "claimReviewed": "Uma alegação",
        "url": "/check/1",
        "author": {"@type": "Person", "name": "A Writer"},
    }
    head = '<link rel="canonical" href="https://desk.example/check/1?utm_source=x">'
    (review,) = read_page(page(json.dumps(article), json.dumps(check), head=head), Given())
    assert isinstance(review, ClaimReview)
    assert (review.url, review.publisher, review.language) == ("https://desk.example/check/1", "A desk", "pt")


def test_raw_control_characters_comments_and_escaped_quotes_are_read() -> None:
    raw = '{"@type": "ClaimReview", "claimReviewed": "One\ttwo\nthree", "author": "A desk"}'
    for block in (raw, f"<!-- {raw} -->", f"//<![CDATA[\n{raw}\n//]]>", raw.replace('"', "&quot;"), f"{raw};"):
        (review,) = read_page(page(block), Given())
        assert isinstance(review, ClaimReview), review
        assert review.claim_reviewed == "One two three"


def test_the_same_check_in_two_blocks_is_one() -> None:
    assert len(list(read_page(page(json.dumps(CHECK), json.dumps([CHECK])), Given()))) == 1


def test_a_block_that_the_file_cuts_off_is_named() -> None:
    cut = page(json.dumps(CHECK))[:-200]
    assert [type(each) for each in read_page(cut[: cut.index("alternateName")], Given())] == [Rejected]
