"""Facts beside the main point of a sentence: each is a claim, placed by what it says and whom it is about."""

import pytest
from split_texts import article, evidence

from claimcheck.records import Assertion
from claimcheck.split import split_article
from claimcheck.split.words.tagging import tagged
from claimcheck.split.words.tokens import tokenize


@pytest.mark.parametrize(
    ("language", "text", "facts"),
    [
        (
            "en",
            "The fire, which started near Leeds, has burned 1,200 acres and destroyed at least five homes.",
            {
                ("The fire", "has burned 1,200 acres"),
                ("The fire", "started near Leeds"),
                ("The fire", "has", "destroyed at least five homes"),
            },
        ),
        (
            "en",
            "Smith, 45, who pleaded guilty in March, was sentenced to 10 years in prison.",
            {("Smith, 45", "was sentenced to 10 years in prison"), ("Smith", "pleaded guilty in March")},
        ),
        (
            "en",
            "The prison, built in 1981 for 200 inmates, holds 260 men and is in poor condition.",
            {
                ("The prison", "built in 1981 for 200 inmates"),
                ("The prison", "holds 260 men"),
                ("The prison", "is in poor condition"),
            },
        ),
        (
            "en",
            "His company, which he founded in 1981, has 20,000 employees and makes most of its money from terminals.",
            {
                ("His company", "has 20,000 employees"),
                ("His company", "which he founded in 1981"),
                ("His company", "makes most of its money from terminals"),
            },
        ),
        (
            "de",
            "Der Konzern beschäftigt 120.000 Menschen, davon 60.000 in Kiel.",
            {("Der Konzern beschäftigt 120.000 Menschen",), ("davon 60.000 in Kiel",)},
        ),
        (
            "de",
            "Madagaskar, eines der ärmsten Länder der Welt, leidet unter der Dürre.",
            {
                ("Madagaskar", "leidet unter der Dürre"),
                ("Madagaskar", "eines der ärmsten Länder der Welt"),
            },
        ),
        (
            "de",
            "Der Fahrer, ein 45 Jahre alter Mann aus Kiel, kam von der Straße ab, prallte gegen einen Baum und wurde "
            "leicht verletzt.",
            {
                ("Der Fahrer", "ein 45 Jahre alter Mann aus Kiel"),
                ("Der Fahrer", "kam von der Straße ab"),
                ("Der Fahrer", "prallte gegen einen Baum"),
                ("Der Fahrer", "wurde leicht verletzt"),
            },
        ),
        (
            "de",
            "Die Werft will bis 2026 zehn Milliarden Euro einsparen und Stellen abbauen.",
            {("Die Werft will bis 2026 zehn Milliarden Euro einsparen",), ("Die Werft will", "Stellen abbauen")},
        ),
        (
            "de",
            "Bei einem Treffen mit dem Minister Anna Huber in Kiel bat Meier um weitere 100 Busse.",
            {("Bei einem Treffen mit dem Minister Anna Huber in Kiel",), ("bat Meier um weitere 100 Busse",)},
        ),
    ],
)
def test_each_fact_of_a_sentence_is_a_claim(language: str, text: str, facts: set[tuple[str, ...]]) -> None:
    assert evidence(text, language) == facts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They are the men who paid for the bridge in Leeds."),
        ("en", "Residents who have a lease in Leeds can vote in May."),
        ("en", "No driver who was on the bridge in 2021 was hurt."),
        ("de", "Kiel kaufte mehr Busse, als die Stadt bezahlen kann."),
        ("de", "Nur Schiffe, deren Reeder bezahlt haben, dürfen durch."),
    ],
)
def test_a_clause_that_says_something_else_without_its_modifier_keeps_it(language: str, text: str) -> None:
    assert (text.rstrip("."),) in evidence(text, language)


def test_what_a_noun_phrase_takes_for_granted_is_a_presupposed_claim() -> None:
    claims = {
        claim.evidence: claim for claim in split_article(article("Meier brach den Vertrag von 1987 mit Kiel.", "de"))
    }

    assert claims[("den Vertrag von 1987",)].assertion is Assertion.PRESUPPOSED
    assert ("Meier brach den Vertrag von 1987 mit Kiel.",) in claims


@pytest.mark.parametrize(
    ("language", "asked", "told"),
    [
        ("en", "Norland wants the arrest of Ann Lee.", "Norland regrets the arrest of Ann Lee."),
        ("en", "Norland called for the arrest of Ann Lee.", "Norland spoke of the arrest of Ann Lee."),
        ("de", "Norland fordert die Festnahme von Jan Pohl.", "Norland bedauert die Festnahme von Jan Pohl."),
    ],
)
def test_what_is_only_asked_for_is_not_taken_for_granted(language: str, asked: str, told: str) -> None:
    granted = [
        [each for each in split_article(article(text, language)) if each.assertion is Assertion.PRESUPPOSED]
        for text in (asked, told)
    ]
    assert not granted[0]
    assert granted[1]


def test_words_get_the_class_that_their_sentence_gives_them() -> None:
    text = "The reports claim that he reports claims."
    found = {(token.text, token.tag) for token in tagged(tokenize(text, 0, len(text)), "en")}

    assert ("claim", "fin") in found
    assert ("that", "sub") in found
    assert tagged(tokenize("Мэр ушёл", 0, 8), "ru") == tokenize("Мэр ушёл", 0, 8)


def test_a_word_as_long_as_a_page_takes_no_longer_than_a_sentence() -> None:
    text = "x" * 200_000

    assert [token.tag for token in tagged(tokenize(text, 0, len(text)), "en")] != [""]
