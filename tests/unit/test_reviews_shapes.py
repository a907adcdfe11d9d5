"""Shapes that real feeds have: how a check is wrapped, spelled or damaged makes no difference to what is read."""

import io
import json
from typing import Any

import pytest

from claimcheck.records import ClaimReview, Label
from claimcheck.reviews import Rejected, read_reviews

CHECK: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "claimReviewed": "The moon is made of green cheese",
    "url": "https://desk.example/1",
    "author": {"@type": "Organization", "name": "A desk"},
    "reviewRating": {"@type": "Rating", "alternateName": "False"},
    "datePublished": "2020-02-03",
    "inLanguage": "en",
}
BARE = {name: value for name, value in CHECK.items() if name != "url"}


def read(data: Any, said: list[str] | None = None) -> list[ClaimReview | Rejected]:
    text = data if isinstance(data, str) else json.dumps(data)
    return list(read_reviews("-", stdin=io.BytesIO(text.encode()), say=said.append if said is not None else None))


def only(data: Any) -> ClaimReview:
    (review,) = read(data)
    assert isinstance(review, ClaimReview), review
    return review


def script(block: str) -> str:
    return f'<html><head><script type="application/ld+json">{block}</script></head></html>'


@pytest.mark.parametrize(
    "document",
    [
        json.dumps(json.dumps(CHECK)),
        {"id": 7, "schema": json.dumps(CHECK)},
        {"id": 7, "schema": json.dumps(json.dumps([CHECK]))},
        {"html": f"<p>text</p>{script(json.dumps(CHECK))}"},
        {"@graph": [{"@type": "WebPage"}, {**CHECK, "@type": ["Review", "http://schema.org/ClaimReview"]}]},
        {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "position": 1, "item": CHECK}]},
        {"@type": "NewsArticle", "url": "https://desk.example/1", "review": BARE},
        {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "url": CHECK["url"], "item": [BARE]}]},
        {"@type": "MediaReview", "url": "https://desk.example/other", "associatedClaimReview": CHECK},
        {f"schema:{name}" if name[0] != "@" else name: value for name, value in CHECK.items()}
        | {"@type": "schema:ClaimReview"},
        {name.lower(): value for name, value in CHECK.items()},
        {**CHECK, "@type": "Review", "itemReviewed": {"@type": "Claim", "name": "not looked at"}},
        {**CHECK, "datePublished": {"@type": "Date", "@value": "2020-02-03"}},
        f"<html><script data-to='a > b' type=application/ld+json>{json.dumps(CHECK)}</script></html>",
        {**CHECK, "reviewRating": "False"},
        {**CHECK, "reviewRating": {"@type": "Rating", "ratingValue": "False"}},
        {**CHECK, "reviewRating": {"@type": "Rating", "name": "False"}},
        {**CHECK, "url": {"@id": "https://desk.example/1"}},
        {**BARE, "mainEntityOfPage": {"@type": "WebPage", "@id": "https://desk.example/1"}},
        {**CHECK, "claimReviewed": "The moon is made of green&nbsp;cheese<br />"},
        {**CHECK, "inLanguage": {"@type": "Language", "name": "English", "alternateName": "en"}},
        {
            **{name: value for name, value in CHECK.items() if name != "claimReviewed"},
            "itemReviewed": {"@type": "Claim", "text": CHECK["claimReviewed"]},
        },
        f"{json.dumps(CHECK)[:-1]},}}",
        script("/* exported */ " + json.dumps(CHECK) + " // end"),
    ],
)
def test_a_check_is_the_same_however_it_is_wrapped_or_spelled(document: Any) -> None:
    review = only(document)
    assert (review.claim_reviewed, review.publisher, review.url) == (CHECK["claimReviewed"], "A desk", CHECK["url"])
    assert (review.alternate_name, review.rating, review.language) == ("False", Label.FALSE, "en")


def test_expanded_json_ld_is_read() -> None:
    vocabulary = "http://schema.org/"
    expanded = {
        "@type": [f"{vocabulary}ClaimReview"],
        f"{vocabulary}claimReviewed": [{"@value": "The moon is made of green cheese"}],
        f"{vocabulary}url": [{"@id": "https://www.desk.example/1"}],
        f"{vocabulary}reviewRating": [{f"{vocabulary}alternateName": [{"@value": "False"}]}],
    }
    review = only([expanded])
    assert (review.publisher, review.url, review.rating) == ("desk.example", "https://www.desk.example/1", Label.FALSE)


def test_references_are_followed_in_lists_in_objects_and_into_other_blocks_of_the_page() -> None:
    graph = [
        {"@id": "#desk", "@type": "Organization", "name": "A desk", "url": "https://desk.example"},
        {"@id": "#who", "@type": "Person", "name": "Somebody"},
        {"@id": "#claim", "@type": "Claim", "author": {"@id": "#who"}, "datePublished": "2020-01-02"},
        {"@id": "#rating", "@type": "Rating", "alternateName": "False"},
    ]
    check = {
        **CHECK,
        "author": [{"@id": "#desk"}],
        "itemReviewed": [{"@id": "#claim"}],
        "reviewRating": {"@id": "#rating"},
    }
    in_graph = only({"@graph": [check, *graph]})
    in_page = only(script(json.dumps(graph)) + script(json.dumps(check)))
    in_list = next(each for each in read([*graph, check]) if isinstance(each, ClaimReview))
    on_a_line = read(json.dumps([*graph, check]) + "\n" + json.dumps([*graph, check]))
    assert [type(each) for each in on_a_line].count(ClaimReview) == 2
    for review in (in_graph, in_page, in_list, next(each for each in on_a_line if isinstance(each, ClaimReview))):
        assert (review.publisher, review.publisher_url) == ("A desk", "https://desk.example")
        assert (review.claimant, str(review.claim_date), review.rating) == ("Somebody", "2020-01-02", Label.FALSE)


def test_nodes_of_a_list_that_say_to_be_something_else_are_no_refused_checks() -> None:
    found = read(
        [{"@type": "Organization", "name": "A desk"}, {"@type": "WebPage", "url": "https://desk.example"}, CHECK]
    )
    assert [type(each) for each in found] == [ClaimReview]
    found = read([{"@type": "DataFeedItem", "item": []}, {"id": 7}, CHECK])
    assert [type(each) for each in found] == [Rejected, Rejected, ClaimReview]


def test_references_that_go_in_a_circle_end() -> None:
    loop = {"@id": "#a", "author": {"@id": "#a"}, "name": "A desk"}
    assert only({"@graph": [{**CHECK, "author": {"@id": "#a"}}, loop]}).publisher == "A desk"


def test_each_of_several_claims_in_one_check_is_a_review() -> None:
    found = read({**CHECK, "claimReviewed": ["The first claim", "", "The second claim", "The first claim"]})
    assert [each.claim_reviewed for each in found if isinstance(each, ClaimReview)] == [
        "The first claim",
        "The second claim",
    ]


MICRODATA = """<html lang="en"><head><base href="https://desk.example/"></head><body>
<article itemscope itemtype="http://schema.org/ClaimReview" itemref="day elsewhere">
 <meta itemprop="claimReviewed" content="The moon is made of green cheese">
 <a itemprop="url" href="/1">link</a>
 <div itemprop="author" itemscope itemtype="http://schema.org/Organization">
  <a itemprop="name" href="/x">A desk</a></div>
 <div itemprop="reviewRating" itemscope itemtype="http://schema.org/Rating">
  <img itemprop="alternateName" alt="False" src="false.png"></div>
 <div itemprop="itemReviewed" itemscope itemtype="http://schema.org/Claim">
  <p itemprop="author" itemscope itemtype="http://schema.org/Person"><b itemprop="name">Some<br>body</b></p></div>
</article>
<time id="day" itemprop="datePublished" datetime="2020-02-03T10:00">yesterday</time>
<p id="elsewhere">Nothing of note</p></body></html>"""

RDFA = """<html lang="en"><body vocab="http://schema.org/"><div typeof="ClaimReview">
<span property="claimReviewed">The moon is made of green cheese</span><a property="url" href="https://desk.example/1">x</a>
<div property="author" typeof="Organization"><span property="name">A desk</span></div>
<div property="reviewRating" typeof="schema:Rating"><span property="schema:alternateName">False</span></div>
<span property="datePublished" content="2020-02-03">3 Feb</span></div></body></html>"""


@pytest.mark.parametrize("page", [MICRODATA, RDFA], ids=["microdata", "rdfa"])
def test_a_check_in_a_pages_own_elements_is_read(page: str) -> None:
    review = only(page)
    assert (review.claim_reviewed, review.publisher, review.url) == (CHECK["claimReviewed"], "A desk", CHECK["url"])
    assert (review.rating, str(review.date_published), review.language) == (Label.FALSE, "2020-02-03", "en")


def test_microdata_keeps_nested_items_apart() -> None:
    assert only(MICRODATA).claimant == "Some body"


def test_microdata_and_a_block_of_the_same_check_are_one() -> None:
    block = json.dumps({**CHECK, "claimReviewed": "The moon  is made of GREEN cheese"})
    assert len(read(MICRODATA.replace("</head>", f'<script type="application/ld+json">{block}</script></head>'))) == 1


def test_items_that_refer_to_themselves_end() -> None:
    page = MICRODATA.replace('itemref="day elsewhere"', 'id="me" itemref="me day me"')
    assert only(page).claim_reviewed == CHECK["claimReviewed"]


def test_the_data_of_a_page_that_its_script_draws_is_read_where_no_block_has_a_check() -> None:
    page = f'<html><script id="__DATA__" type="application/json">{{"props": {json.dumps(CHECK)}}}</script></html>'
    assert only(page).url == CHECK["url"]


def test_a_block_in_a_comment_is_no_block() -> None:
    (found,) = read(f"<html><!-- {script(json.dumps(CHECK))} --><body>text</body></html>")
    assert isinstance(found, Rejected)


def test_a_page_gives_its_own_address_to_a_check_that_has_none() -> None:
    page = script(json.dumps(BARE)).replace("<head>", '<head><link rel="canonical" href="https://desk.example/1">')
    assert only(page).url == "https://desk.example/1"
    part = {**CHECK, "url": "#claim-2"}
    page = script(json.dumps(part)).replace("<head>", '<head><link rel="canonical" href="https://desk.example/1">')
    assert only(page).url == "https://desk.example/1#claim-2"


def test_posts_of_a_content_system_give_the_checks_in_their_text_and_name_those_without() -> None:
    posts = [
        {"id": 1, "link": "https://desk.example/1", "content": {"rendered": script(json.dumps(BARE))}},
        {"id": 2, "link": "https://desk.example/2", "content": {"rendered": "<p>Nothing marked up</p>"}},
    ]
    review, refused = read(posts)
    assert isinstance(review, ClaimReview)
    assert review.url == "https://desk.example/1"
    assert isinstance(refused, Rejected)
    assert refused.reason == "element 2: no claim text under a known name"


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_a_feed_gives_the_checks_in_its_entries_and_names_those_without(form: str) -> None:
    text = f"<![CDATA[<p>x</p>{script(json.dumps(BARE))}]]>"
    if form == "rss":
        feed = (
            '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>\n'
            f"<item><link>https://desk.example/1</link><content:encoded>{text}</content:encoded></item>\n"
            "<item><link>https://desk.example/2</link></item></channel></rss>"
        )
    else:
        feed = (
            '<feed xmlns="http://www.w3.org/2005/Atom">\n<entry><link rel="alternate" href="https://desk.example/1"/>'
            f'<content type="html">{text}</content></entry>\n<entry><link href="https://desk.example/2"/></entry></feed>'
        )
    review, refused = read(f'<?xml version="1.0" encoding="utf-8"?>\n{feed}')
    assert isinstance(review, ClaimReview)
    assert review.url == "https://desk.example/1"
    assert isinstance(refused, Rejected)
    assert (refused.raw, refused.reason.split(":")[0]) == (
        "https://desk.example/2",
        "no ClaimReview markup in this feed entry",
    )


def test_a_feeds_entities_are_never_expanded() -> None:
    bomb = '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    feed = f"<?xml version='1.0'?>{bomb}<rss><channel><item><link>&b;&f;</link></item></channel></rss>"
    (refused,) = read(feed)
    assert isinstance(refused, Rejected)
    assert "aaa" not in refused.raw


def test_a_review_of_a_picture_is_refused_as_one() -> None:
    (refused,) = read({"@type": "MediaReview", "url": "https://desk.example/1"})
    assert isinstance(refused, Rejected)
    assert refused.reason.startswith("a MediaReview")


def test_what_had_to_be_left_out_is_said_once_with_an_example() -> None:
    bad = {
        **CHECK,
        "datePublished": "32.13.2021",
        "url": "relative/only",
        "reviewRating": {"alternateName": "x" * 10_000_000},
    }
    said: list[str] = []
    first, second = read([bad, {**bad, "claimReviewed": "Another claim of the kind"}], said)
    assert isinstance(first, ClaimReview)
    assert isinstance(second, ClaimReview)
    assert (first.date_published, first.url, len(first.alternate_name or "")) == (None, None, 1_000)
    assert said == [
        f"-: 2 rating words are longer than 1000 characters and were cut, such as {'x' * 40!r}",
        "-: 2 dates name no day of the calendar, or might name two, and were left out, such as '32.13.2021'",
        "-: 2 addresses are no whole http or https ones and were left out, such as 'relative/only'",
    ]


def test_a_formula_and_markup_in_a_claim_stay_text() -> None:
    formula, markup = '=HYPERLINK("http://evil.example","x")', "<script>alert(1)</script> was said"
    assert only({**CHECK, "claimReviewed": formula}).claim_reviewed == formula
    assert only({**CHECK, "claimReviewed": markup}).claim_reviewed == markup


def test_a_page_that_lies_about_its_encoding_is_read_by_its_bytes() -> None:
    text = script(json.dumps({**CHECK, "claimReviewed": "Größe und Gewicht täuschen"}, ensure_ascii=False))
    lying = text.replace("<head>", '<head><meta charset="utf-8">').encode("cp1252")
    (review,) = read_reviews("-", stdin=io.BytesIO(lying))
    assert isinstance(review, ClaimReview)
    assert review.claim_reviewed == "Größe und Gewicht täuschen"
    cut = text.encode() + "…".encode()[:2]  # UTF-8 whose last character is cut
    (review,) = read_reviews("-", stdin=io.BytesIO(cut))
    assert isinstance(review, ClaimReview)
    assert review.claim_reviewed == "Größe und Gewicht täuschen"


def test_a_number_of_thousands_of_digits_and_nan_are_no_trouble() -> None:
    assert only({**CHECK, "position": int("9" * 4_000)}).claim_reviewed == CHECK["claimReviewed"]
    rating = '{"alternateName": "False", "ratingValue": NaN}'
    text = json.dumps({**CHECK, "reviewRating": "@"}).replace('"@"', rating)
    assert (only(text).rating_value, only(text).rating) == (None, Label.FALSE)


QUOTE = '"'
FLAT = "claimReviewed,author.name,reviewRating.alternateName,itemReviewed.author.name,datePublished,url\n"
ANSWER = "[{'publisher': {'name': 'A desk', 'site': 'desk.example'}, 'url': 'https://desk.example/1', "
ANSWER += "'title': \"Isn't\", 'reviewDate': '2020-02-03T00:00:00Z', 'textualRating': 'False', 'languageCode': 'en'}]"


@pytest.mark.parametrize(
    "text",
    [
        FLAT + "The moon is made of green cheese,A desk,False,Somebody,2020-02-03,https://desk.example/1\n",
        FLAT.replace(".", "__") + "The moon is made of green cheese,A desk,False,Somebody,2020-02-03,desk.example/1\n",
        "text,claimant,claimReview\nThe moon is made of green cheese,Somebody,"
        + f'"{ANSWER.replace(QUOTE, QUOTE * 2)}"\n',
        json.dumps({"text": "The moon is made of green cheese", "claimant": "Somebody", "claimReview": ANSWER}),
        json.dumps(
            {
                "claimReviewed": "The moon is made of green cheese",
                "author.name": "A desk",
                "reviewRating.alternateName": "False",
                "itemReviewed.author.name": "Somebody",
                "datePublished": "2020-02-03",
                "url": "https://desk.example/1",
            }
        ),
        json.dumps(
            {
                "claim_reviewed": "The moon is made of green cheese",
                "review_author_name": "A desk",
                "review_rating_alternate_name": "False",
                "item_reviewed_author_name": "Somebody",
                "review_date_published": "2020-02-03",
                "review_url": "https://desk.example/1",
            }
        ),
        "sep=;\nclaim;publisher;verdict;speaker;date;url;\n"
        "The moon is made of green cheese;A desk;False;Somebody;2020-02-03;https://desk.example/1;\n",
        json.dumps([CHECK | {"itemReviewed": {"author": "Somebody"}}]) + "\n" + json.dumps([1]),
    ],
    ids=[
        "dots",
        "underscores",
        "python in a cell",
        "python in json",
        "flat json",
        "flat snake",
        "sep",
        "list on a line",
    ],
)
def test_rows_that_were_objects_lose_nothing(text: str) -> None:
    review = read(text)[0]
    assert isinstance(review, ClaimReview), review
    assert (review.claim_reviewed, review.publisher, review.url) == (CHECK["claimReviewed"], "A desk", CHECK["url"])
    assert (review.rating, review.claimant, str(review.date_published)) == (Label.FALSE, "Somebody", "2020-02-03")


@pytest.mark.parametrize("encoding", ["cp1251", "shift_jis", "cp1256"])
def test_a_table_or_a_page_in_another_script_without_a_word_on_its_encoding_is_read(encoding: str) -> None:
    claims = {
        "cp1251": "Луна состоит из зелёного сыра сообщили учёные в понедельник",
        "shift_jis": "月は緑のチーズでできていると科学者は月曜日に発表した。地球は平らではありません",
        "cp1256": "القمر مصنوع من الجبن الأخضر كما قال العلماء يوم الاثنين",
    }
    claim = claims[encoding]
    said: list[str] = []
    table = f"claim,publisher\n{claim},A desk\n" * 3
    (first, *_) = read_reviews("-", stdin=io.BytesIO(table.encode(encoding)), say=said.append)
    page = script(json.dumps({**CHECK, "claimReviewed": claim}, ensure_ascii=False))
    (second,) = read_reviews("-", stdin=io.BytesIO(page.encode(encoding)))
    for review in (first, second):
        assert isinstance(review, ClaimReview)
        assert review.claim_reviewed == claim
    assert "is not UTF-8: read as" in said[0]


@pytest.mark.parametrize("charset", ["punycode", "idna", "unicode_escape", "base64", "nonsense", "utf-16"])
def test_a_charset_that_is_none_of_a_pages_does_no_harm(charset: str) -> None:
    text = script(json.dumps({**CHECK, "publisher": "Größe"}, ensure_ascii=False))
    text = text.replace("<head>", f'<head><meta charset="{charset}">')
    outcomes = list(read_reviews("-", stdin=io.BytesIO(text.encode("cp1252") * 50)))
    assert outcomes
