"""The score of a claim: what raises it, what lowers it, and how its weights are fitted."""

from pathlib import Path

import numpy as np
import pytest
from split_texts import article, split

from claimcheck.flows.fit_checkability import Example, best_threshold, fit_weights, read_examples
from claimcheck.records import ClaimKind, Role
from claimcheck.split import split_article
from claimcheck.split.worth.checkability import weights
from claimcheck.split.worth.signs import FEATURES

GOLD = Path(__file__).parent.parent / "quality" / "gold" / "morgenbote-kanalstreit.json"


def score(text: str, language: str) -> float:
    return max(claim.score for claim in split_article(article(text, language)))


@pytest.mark.parametrize(
    ("language", "fact", "other"),
    [
        ("de", "Kiel kaufte im Mai 100 Busse.", "Kiel kauft Busse."),
        ("de", "Der Rat bezahlte die Brücke.", "Die Brücke ist wunderbar."),
        ("en", "Leeds bought 100 buses in May.", "Leeds buys buses."),
        ("en", "The council paid for the bridge.", "We love the bridge."),
    ],
)
def test_a_fact_scores_above_a_judgement_and_above_the_same_without_figures(
    language: str, fact: str, other: str
) -> None:
    assert score(fact, language) > score(other, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Hat Kiel im Mai 2022 wirklich 100 neue Busse gekauft?"),
        ("en", "Did Leeds buy 100 new buses in May 2022?"),
        ("en", "Sign up for 100 stories from Leeds by May 2022."),
    ],
)
def test_a_question_and_an_appeal_are_never_offered_however_many_figures_they_hold(language: str, text: str) -> None:
    (claim,) = split(text, language).values()

    assert not claim.checkable
    assert any("which is no statement" in reason for reason in claim.reasons)


def test_a_headline_that_only_asks_is_a_question_without_its_mark() -> None:
    asks, tells = "How new rules hurt 300 small clubs in Leeds", "New rules hurt 300 small clubs in Leeds"
    kinds = {text: split(text, "en", role=Role.HEADLINE)[f"{text}."].kind for text in (asks, tells)}

    assert kinds[asks] is ClaimKind.QUESTION
    assert kinds[tells] is not ClaimKind.QUESTION


def test_a_law_phrased_with_must_is_offered_as_a_fact() -> None:
    law = split("Wer ohne Plakette fährt, muss laut Gesetz ein Bußgeld von 250 Euro zahlen.", "de")
    (claim,) = law.values()

    assert claim.checkable
    assert claim.kind is not ClaimKind.NORMATIVE


@pytest.mark.parametrize(
    ("text", "judges"),
    [
        ("Der Hafen ist stark abhängig von Lieferungen aus Kiel.", False),
        ("Der Hafen ist stark und von Kiel aus zu sehen.", True),
    ],
)
def test_a_word_that_only_grades_the_next_judges_nothing(text: str, judges: bool) -> None:
    (claim,) = split_article(article(text, "de"))

    assert any("words that may judge" in reason for reason in claim.reasons) is judges


def test_every_weight_belongs_to_a_feature() -> None:
    assert set(weights().of) == set(FEATURES)
    assert 0 < weights().threshold < 1


def test_examples_know_the_level_of_the_claim_they_match() -> None:
    examples, required = read_examples([GOLD])

    assert required == 27
    assert sum(each.required for each in examples) <= required
    assert {each.page for each in examples} == {"morgenbote-kanalstreit"}


def example(level: str | None, feature: str) -> Example:
    row = np.zeros(len(FEATURES))
    row[list(FEATURES).index(feature)] = 1.0
    return Example(row, level, 1.0, "page")


def test_a_feature_of_good_claims_weighs_more_than_nothing_and_one_of_bad_claims_less() -> None:
    intercept, found = fit_weights([example("required", "a figure")] * 9 + [example("reject", "opinion words")] * 9)
    weight = dict(zip(FEATURES, found, strict=True))

    assert weight["a figure"] > 0 > weight["opinion words"]
    assert intercept == pytest.approx(0.0, abs=0.1)


def test_a_feature_never_weighs_against_what_is_known_of_it() -> None:
    _, found = fit_weights([example("required", "opinion words")] * 9 + [example("reject", "a figure")] * 9)
    weight = dict(zip(FEATURES, found, strict=True))

    assert weight["a figure"] == weight["opinion words"] == 0


def test_the_threshold_is_the_highest_that_keeps_what_is_wanted() -> None:
    examples = [Example(np.zeros(len(FEATURES)), level, 1.0, "page") for level in ("required", "required", "reject")]

    assert best_threshold(np.array([0.9, 0.7, 0.4]), examples, required=2) == pytest.approx(0.7, abs=0.011)
