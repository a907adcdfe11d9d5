"""Where sentences are cut into claims, and where they must not be."""

import pytest
from split_texts import split


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        (
            "de",
            "Der Rat kaufte 100 Busse, und die Stadt verkaufte drei Häuser in Kiel.",
            {"Der Rat kaufte 100 Busse.", "Die Stadt verkaufte drei Häuser in Kiel."},
        ),
        (
            "de",
            "Die Arbeiten in Kiel ruhen, weil die Firmen nicht bezahlt werden.",
            {"Die Arbeiten in Kiel ruhen.", "Die Firmen werden nicht bezahlt."},
        ),
        (
            "en",
            "Leeds bought 100 buses, but the council sold three houses.",
            {"Leeds bought 100 buses.", "The council sold three houses."},
        ),
        (
            "en",
            "Leeds bought 100 buses and has sold three houses.",
            {"Leeds bought 100 buses.", "Leeds has sold three houses."},
        ),
        (
            "en",
            "Jane Doe founded the company, which employs 300 people in Leeds.",
            {"Jane Doe founded the company.", "The company employs 300 people in Leeds."},
        ),
    ],
)
def test_a_sentence_that_says_two_things_gives_two_claims(language: str, text: str, claims: set[str]) -> None:
    assert set(split(text, language)) == claims


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Wenn der Vertrag ausläuft, verliert Kiel 100 Busse."),
        ("de", "Die Ministerinnen und Minister kauften Busse und Bahnen."),
        ("de", "Nur wer bezahlt hat, darf die Schleuse in Kiel benutzen."),
        ("en", "If the contract ends, Leeds loses 100 buses."),
        ("en", "Unless it rains, they play in Leeds."),
        ("en", "Residents who are on a lease can cast a ballot."),
        ("en", "Officials and doctors from Leeds and York met in May."),
        ("en", "Nobody who lives in Leeds was asked."),
    ],
)
def test_a_condition_or_a_list_stays_whole(language: str, text: str) -> None:
    assert set(split(text, language)) == {text}


def test_a_language_without_rules_stays_at_whole_sentences() -> None:
    text = "Мэр купил 100 автобусов, и город продал три дома. Он сказал, что это так."

    assert set(split(text, "ru")) == {"Мэр купил 100 автобусов, и город продал три дома.", "Он сказал, что это так."}


def test_a_shared_subject_is_part_of_the_evidence() -> None:
    claim = split("Leeds bought 100 buses and has sold three houses.", "en")["Leeds has sold three houses."]

    assert claim.evidence == ("Leeds", "has sold three houses.")
