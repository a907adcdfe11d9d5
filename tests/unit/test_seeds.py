"""The shipped samples are what seeds/README.md says they are."""

import json
import re
from collections import Counter
from datetime import date
from typing import Any

import pytest

from claimcheck import resources
from claimcheck.article import read_article
from claimcheck.records import ClaimReview, Label, review_id
from claimcheck.scheme import read_scheme
from claimcheck.shapes import review_from_json, review_to_json
from claimcheck.split import RuleSplitter

ARTICLES = {"de": "article.de.md", "en": "article.en.md"}


@pytest.fixture(scope="module")
def lines() -> list[str]:
    return (resources.seeds() / "reviews.jsonl").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def reviews(lines: list[str]) -> list[ClaimReview]:
    return [review_from_json(json.loads(line)) for line in lines]


@pytest.fixture(scope="module")
def verdicts() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((resources.seeds() / "sample_verdicts.json").read_text(encoding="utf-8"))
    return found


def article(language: str) -> str:
    return (resources.seeds() / ARTICLES[language]).read_text(encoding="utf-8")


def test_there_are_at_least_seventy_two_past_checks_half_of_them_german(reviews):
    languages = Counter(review.language for review in reviews)
    assert sum(languages.values()) >= 72
    assert languages == {"de": len(reviews) // 2, "en": len(reviews) // 2}


def test_readme_states_the_counts(reviews):
    readme = (resources.seeds() / "README.md").read_text(encoding="utf-8")
    german = sum(review.language == "de" for review in reviews)
    assert f"{len(reviews)} starter past checks, {german} German and {len(reviews) - german} English" in readme


def test_each_line_is_exactly_what_the_shape_writes(lines, reviews):
    assert [json.loads(line) for line in lines] == [review_to_json(review) for review in reviews]


def test_each_id_follows_from_claim_publisher_and_date(reviews):
    for review in reviews:
        assert review.id == review_id(
            review.claim_reviewed, url=None, publisher=review.publisher, date_published=review.date_published
        )


def test_no_claim_title_or_id_occurs_twice(reviews):
    for values in (
        [review.id for review in reviews],
        [review.claim_reviewed.casefold() for review in reviews],
        [review.title for review in reviews],
    ):
        assert [value for value, count in Counter(values).items() if count > 1] == []


def test_nothing_is_attributed_to_a_real_organisation_or_person(reviews):
    for review in reviews:
        assert (review.publisher, review.publisher_url, review.url) == ("claimcheck samples", None, None)
        assert (review.claimant, review.ours, review.sample) == (None, False, True)
        assert review.licence == "Apache-2.0"


def test_every_label_occurs_and_none_makes_up_half(reviews):
    labels = Counter(review.rating for review in reviews)
    assert set(labels) == set(Label)
    assert max(labels.values()) < len(reviews) / 2


def test_the_rating_reads_and_counts_as_the_shipped_scheme_says(reviews):
    scheme = read_scheme()
    for review in reviews:
        assert review.rating is not None
        choice = scheme.choice(review.rating)
        assert choice is not None
        assert review.alternate_name == choice.name(review.language)
        given = (review.rating_value, review.best_rating, review.worst_rating)
        assert given == ((str(choice.rating_value), "5", "1") if choice.rating_value else (None, None, None))


def test_each_summary_explains_in_one_to_three_sentences_and_names_its_basis(reviews):
    for review in reviews:
        marker = {"de": " Beruht auf: ", "en": " Rests on: "}[review.language]
        assert review.summary is not None
        explanation, basis = review.summary.split(marker)
        assert len(basis) > 10
        assert basis.endswith(".")
        assert 1 <= len(re.findall(r"[.!?](?= [A-ZÄÖÜ]|$)", explanation)) <= 3, explanation


def test_dates_are_past_days_and_no_claim_has_stray_space(reviews):
    for review in reviews:
        assert review.date_published is not None
        assert date(2024, 1, 1) < review.date_published <= date(2026, 11, 1)
        for text in (review.claim_reviewed, review.title, review.summary):
            assert text == " ".join(str(text).split())


@pytest.mark.parametrize("language", ["de", "en"])
def test_an_article_is_of_wire_length_with_headline_lead_subheadings_caption_credit_and_furniture(language):
    text = article(language)
    assert 350 <= len(text.split()) <= 460
    assert re.findall(r"^# ", text, re.M) == ["# "]
    assert len(re.findall(r"^## ", text, re.M)) == 2
    assert re.search(r"^# .+\n\n.{80,}\n\n(Stand: |Published )", text, re.M)
    assert re.search(r"^.+ \((Archivbild|File photo)\)$", text, re.M)
    assert re.search(r"^(Foto|Photo): claimcheck samples$", text, re.M)
    assert re.search("cookies", text.split("\n# ")[0], re.I)
    assert re.search(r"^Newsletter: ", text, re.M)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", ["5. Dezember 1994", "am Montag", "68-Jährige", "Vierteljahrhundert", "1. Juli", "2. März 2022"]),
        ("en", ["30 September 2024", "1882", "40 percent", "15 April 2023", "December 2015"]),
    ],
)
def test_an_article_states_its_datable_facts(language, words):
    text = article(language)
    assert [word for word in words if word not in text] == []


def test_sample_verdicts_point_each_at_one_place_of_the_article(verdicts):
    text = (resources.seeds() / verdicts["article"]).read_text(encoding="utf-8")
    for claim in verdicts["claims"]:
        assert text.count(claim["evidence"]) == 1


def test_each_judged_piece_stands_in_a_claim_that_the_splitter_offers(verdicts):
    offered = RuleSplitter().split(read_article(str(resources.seeds() / ARTICLES["de"])))
    for judged in verdicts["claims"]:
        holding = [claim for claim in offered if any(judged["evidence"] in piece for piece in claim.evidence)]
        assert [claim.checkable for claim in holding[:1]] == [True], judged["evidence"]


@pytest.mark.parametrize("language", ["de", "en"])
def test_nothing_from_page_furniture_is_offered(language):
    claims = RuleSplitter().split(read_article(str(resources.seeds() / ARTICLES[language])))
    offered = [piece for claim in claims if claim.checkable for piece in claim.evidence]
    assert len(offered) >= 10
    furniture = "cookie|newsletter|claimcheck|lesen sie auch|read more|startseite|home \\||^teilen|^share"
    assert [piece for piece in offered if re.search(furniture, piece, re.I)] == []


def test_sample_verdicts_hold_an_agreement_a_tie_a_skip_and_a_single_verdict(verdicts):
    given = [tuple(each["label"] for each in claim["verdicts"]) for claim in verdicts["claims"]]
    assert ("TRUE", "TRUE") in given
    assert ("TRUE", "MOSTLY_TRUE") in given
    assert ("TRUE", None) in given
    assert ("TRUE",) in given


def test_sample_verdicts_are_of_the_two_sample_annotators_with_scheme_labels(verdicts):
    names = {each["name"] for each in verdicts["annotators"]}
    assert len(names) == 2
    assert all(each["email"].endswith("@example.org") for each in verdicts["annotators"])
    for claim in verdicts["claims"]:
        by = [each["annotator"] for each in claim["verdicts"]]
        assert len(set(by)) == len(by)
        assert set(by) <= names
        for each in claim["verdicts"]:
            if each["label"] is None:
                assert each["justification"] is each["confidence"] is each["as_of"] is None
                continue
            assert Label(each["label"])
            assert each["confidence"] in range(1, 6)
            assert date.fromisoformat(each["as_of"]) == date.fromisoformat(verdicts["published"])
            assert each["justification"]
