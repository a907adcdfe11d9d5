"""Pages, feeds and tables as publishers' systems write them: each check comes out whole, or is named."""

import io
import json
from typing import Any

import pytest

from claimcheck.records import ClaimReview, Label
from claimcheck.reviews import Rejected, read_reviews

URL = "https://desk.example/check/1"
CHECK: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "claimReviewed": "The bridge was closed in May.",
    "url": URL,
    "datePublished": "2024-05-03",
    "author": {"@type": "Organization", "name": "Desk Example"},
    "reviewRating": {"@type": "Rating", "alternateName": "False"},
    "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "A Mayor"}},
    "inLanguage": "en",
}
ROW = {
    "claim": "The bridge was closed in May.",
    "verdict": "False",
    "url": URL,
    "date": "2024-05-03",
    "publisher": "Desk Example",
    "claimant": "A Mayor",
    "language": "en",
}
WHOLE = ("The bridge was closed in May.", "A Mayor", "False", Label.FALSE, "2024-05-03", URL, "Desk Example", "en")


def read(data: Any, said: list[str] | None = None) -> list[ClaimReview | Rejected]:
    text = data if isinstance(data, str) else json.dumps(data)
    return list(read_reviews("-", stdin=io.BytesIO(text.encode()), say=said.append if said is not None else None))


def facts(outcome: ClaimReview | Rejected) -> tuple[Any, ...]:
    assert isinstance(outcome, ClaimReview), outcome
    return (
        outcome.claim_reviewed,
        outcome.claimant,
        outcome.alternate_name,
        outcome.rating,
        str(outcome.date_published),
        outcome.url,
        outcome.publisher,
        outcome.language,
    )


def without(*names: str) -> dict[str, Any]:
    return {name: value for name, value in CHECK.items() if name not in names}


def page(script: str) -> str:
    return (
        f'<!doctype html><html lang="en"><head><link rel="canonical" href="{URL}"></head><body>{script}</body></html>'
    )


def script(check: dict[str, Any]) -> str:
    return f"<script type='application/ld+json'>{json.dumps(check)}</script>"


IN_FRENCH = {"@language": "fr", "@value": "Faux"}
FLIGHT = '7:["$","script",null,{"dangerouslySetInnerHTML":{"__html":' + json.dumps(json.dumps(CHECK)) + "}}]\n"
CUT = len(FLIGHT) // 2


@pytest.mark.parametrize(
    "document",
    [
        {"@type": "Claim", "text": CHECK["claimReviewed"], "author": {"name": "A Mayor"}}
        | {"review": without("claimReviewed", "itemReviewed")},
        {**CHECK, "reviewRating": [{"@type": "Rating", "ratingValue": 1}, CHECK["reviewRating"]]},
        {**CHECK, "reviewRating": {"alternateName": [IN_FRENCH, {"@language": "en", "@value": "False"}]}},
        {**without("inLanguage"), "claimReviewed": {"@language": "en", "@value": CHECK["claimReviewed"]}},
        {"@context": {"s": "http://schema.org/"}, "@type": "s:ClaimReview"}
        | {f"s:{name}": value for name, value in CHECK.items() if name[0] != "@"},
        {"items": [{"url": URL, "content_html": script(without("url"))}]},
        {"records": [{"id": "r1", "fields": ROW}], "offset": "x"},
        {"data": [{"id": 1, "attributes": ROW}], "meta": {"page": 1}},
        {"fact_checks": {"1": ROW}},
        page("<script>window.page = " + json.dumps({"post": CHECK}) + ";</script>"),
        page(
            f"<script>self.__next_f.push([1,{json.dumps(FLIGHT[:CUT])}])</script>"
            f"<script>self.__next_f.push([1,{json.dumps(FLIGHT[CUT:])}])</script>"
        ),
        json.dumps(CHECK) + "\n\n",
    ],
)  # fmt: skip
def test_a_check_comes_out_whole_however_it_is_wrapped(document: Any) -> None:
    assert [facts(each) for each in read(document)] == [WHOLE]


def test_two_documents_in_one_file_are_two_checks_though_the_second_goes_over_many_lines() -> None:
    second = json.dumps({**CHECK, "claimReviewed": "The tunnel floods in winter."}, indent=1)
    found = [facts(each)[0] for each in read(json.dumps(CHECK) + "\n" + second)]
    assert found == ["The bridge was closed in May.", "The tunnel floods in winter."]


def test_a_feed_entry_dates_the_check_in_it() -> None:
    feed = (
        '<?xml version="1.0"?><rss version="2.0"><channel><item><title>t</title>'
        f"<link>{URL}</link><pubDate>Fri, 03 May 2024 10:00:00 +0000</pubDate>"
        f"<description><![CDATA[{script(without('url', 'datePublished'))}]]></description></item></channel></rss>"
    )
    assert [facts(each) for each in read(feed)] == [WHOLE]


@pytest.mark.parametrize(
    "header",
    [
        "Behauptung;Urteil;Link;Datum;Redaktion;Wer;Sprache",
        "Claim,Our rating,Link to article,Date of publication,Organisation,Who said it?,Language",
        "statement\tverdict\tfactcheck_analysis_link\tfactcheck_date\tpublisher\tstatement_originator\tlang",
    ],
)
def test_headers_as_desks_write_them_are_known(header: str) -> None:
    mark = next(each for each in ";\t," if each in header)
    row = mark.join([CHECK["claimReviewed"], "False", URL, "2024-05-03", "Desk Example", "A Mayor", "en"])
    assert [facts(each) for each in read(f"{header}\n{row}\n")] == [WHOLE]


def test_columns_that_no_field_takes_are_named() -> None:
    said: list[str] = []
    read("claim,rating,url,Our remarks\nA claim of one kind,False,https://desk.example/1,x\n", said)
    assert said[-1] == "-: columns not read: 'Our remarks'; --map FIELD=COLUMN reads one"


def test_how_the_keys_of_a_record_were_read_is_said() -> None:
    said: list[str] = []
    read({"fact_checks": [ROW]}, said)
    assert said[0].startswith("-: read as claim_reviewed=claim alternate_name=verdict publisher=publisher url=url")


@pytest.mark.parametrize("claim", ["{{ claim }}", "{% claim %}", "${claim}", "<?php the_claim() ?>", "%%claim%%"])
def test_a_placeholder_that_was_never_filled_in_is_no_claim(claim: str) -> None:
    (refused,) = read({**CHECK, "claimReviewed": claim})
    assert isinstance(refused, Rejected)
    assert refused.reason == "the claim is a template's placeholder that was never filled in"


@pytest.mark.parametrize(
    ("word", "language", "label"),
    [
        ("❌ False", "en", Label.FALSE),
        ("FALSO ❌", "pt", Label.FALSE),
        ("✔️ True", "en", Label.TRUE),
        ("#FAKE", "pt", Label.FALSE),
        ("É #FAKE", "pt", Label.FALSE),
        ("Verdict: False", "en", Label.FALSE),
        ("Rating: Mostly False. The bridge stood open.", "en", Label.MOSTLY_FALSE),
        ("Urteil: Irreführend", "de", Label.MISLEADING),
        ("आधा सच", "hi", Label.HALF_TRUE),
        ("❌", "en", None),
        ("Verdict: see below", "en", None),
        ("Likely false", "en", None),
        ("Half True / Misleading", "en", None),
    ],
)
def test_signs_and_headings_around_a_rating_word_change_nothing(word: str, language: str, label: Label | None) -> None:
    (review,) = read({**CHECK, "inLanguage": language, "reviewRating": {"alternateName": word}})
    assert isinstance(review, ClaimReview)
    assert (review.alternate_name, review.rating) == (word, label)


def test_a_damaged_parquet_file_says_nothing_beside_its_error(tmp_path: Any, capfd: pytest.CaptureFixture[str]) -> None:
    import os

    import polars

    from claimcheck.reviews import table

    path = tmp_path / "a.parquet"
    polars.DataFrame({"claim": ["A claim of one kind"], "publisher": ["A desk"]}).write_parquet(path)
    with table._quiet():
        os.write(2, b"thread panicked\n")
    assert len(list(read_reviews(path))) == 1
    os.write(2, b"heard again\n")
    assert capfd.readouterr().err == "heard again\n"


def test_what_holds_of_many_files_is_said_of_the_first(tmp_path: Any) -> None:
    for name in "abc":
        (tmp_path / f"{name}.csv").write_text(f"claim,url\nA claim of kind {name},https://desk.example/{name}\n")
    said: list[str] = []
    assert len(list(read_reviews(tmp_path, say=said.append))) == 3
    assert said == [f"{tmp_path / 'a.csv'}: read as claim_reviewed=claim url=url"]
