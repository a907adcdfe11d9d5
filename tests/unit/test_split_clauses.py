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
        (
            "en",
            "Jane Doe broke a window, took the silver and was caught in Leeds.",
            {"Jane Doe broke a window.", "Jane Doe took the silver.", "Jane Doe was caught in Leeds."},
        ),
        (
            "en",
            "Born in Leeds in 1968, Jane Doe founded the company.",
            {"Jane Doe was born in Leeds in 1968.", "Jane Doe founded the company."},
        ),
        (
            "en",
            "The prison holds 213 inmates, although it was built for 150, and employs 90 officers.",
            {"The prison holds 213 inmates.", "It was built for 150.", "The prison employs 90 officers."},
        ),
        (
            "de",
            "Als der Regen kam, brach der Damm in Kiel, und das Wasser zerstörte drei Häuser.",
            {"Als der Regen kam, brach der Damm in Kiel.", "Das Wasser zerstörte drei Häuser."},
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
        ("en", "Leeds won the cup when it opened in 1877 and sold the ground."),
        ("en", "Leeds did not play when the ground was closed."),
        ("de", "Nach dem Unfall in Kiel wurde ein Hund gefunden und der Polizei übergeben."),
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


def test_participles_behind_one_auxiliary_each_take_it_and_their_subject() -> None:
    text = "Seit Mai haben die Beamten 45 Schleuser gefasst, 30 Autos beschlagnahmt und 12 Menschen befreit."

    found = {claim.evidence for claim in split(text, "de").values()}

    assert ("haben die Beamten", "30 Autos beschlagnahmt") in found
    assert ("Seit Mai haben die Beamten 45 Schleuser gefasst",) in found


def test_a_new_noun_phrase_behind_a_passive_is_a_subject_of_its_own() -> None:
    claims = split("Bei dem Unfall in Kiel wurde ein Mann getötet und zwei Frauen schwer verletzt.", "de").values()

    assert ("wurde", "zwei Frauen schwer verletzt.") in {claim.evidence for claim in claims}


def test_a_hyphen_between_spaces_is_a_dash_unless_it_stands_between_figures() -> None:
    assert len(split("The fraud - which had run for years - cost Leeds 12 million pounds.", "en")) == 2
    assert len(split("Leeds won 3 - 1 against York in May.", "en")) == 1
