"""Who says it: every claim carries the speaker its content rests on, and nobody gets what they did not say."""

import pytest
from split_texts import split

from claimcheck.records import Assertion, ClaimKind


@pytest.mark.parametrize(
    ("language", "text", "said", "speaker"),
    [
        (
            "de",
            "Laut Polizei fuhr der Mann 80 Kilometer pro Stunde zu schnell.",
            "Der Mann fuhr 80 Kilometer pro Stunde zu schnell.",
            "Polizei",
        ),
        (
            "de",
            "Der Umsatz sank um zwei Prozent, so das Ministerium.",
            "Der Umsatz sank um zwei Prozent.",
            "Ministerium",
        ),
        (
            "de",
            "Die Mieten sind um 5 Prozent gestiegen, sagte Ministerin Anna Huber am Montag.",
            "Die Mieten sind um 5 Prozent gestiegen.",
            "Anna Huber",
        ),
        (
            "de",
            "Anna Huber sagte, dass die Mieten um 5 Prozent gestiegen seien.",
            "Die Mieten sind um 5 Prozent gestiegen.",
            "Anna Huber",
        ),
        (
            "de",
            "Konzernchef Max Meier erklärte: „Wir haben in Kiel 200 Stellen gestrichen.“",
            "Wir haben in Kiel 200 Stellen gestrichen.",
            "Max Meier",
        ),
        (
            "de",
            "„Die Brücke in Kiel ist seit 1994 gesperrt“, sagte Max Meier.",
            "Die Brücke in Kiel ist seit 1994 gesperrt.",
            "Max Meier",
        ),
        (
            "en",
            "According to the police, the man drove 80 miles per hour.",
            "The man drove 80 miles per hour.",
            "police",
        ),
        ("en", "The buses cost Leeds $5 million, Mayor Jane Doe said.", "The buses cost Leeds $5 million.", "Jane Doe"),
        ("en", "Mayor Jane Doe said that the buses were made in Leeds.", "The buses were made in Leeds.", "Jane Doe"),
        ("en", "Mayor Jane Doe said the buses were made in Leeds.", "The buses were made in Leeds.", "Jane Doe"),
        (
            "en",
            "“The buses were made in Leeds last year,” said Mayor Jane Doe.",
            "The buses were made in Leeds in 2022.",
            "Jane Doe",
        ),
    ],
)
def test_what_somebody_says_is_one_claim_with_that_speaker(language: str, text: str, said: str, speaker: str) -> None:
    claims = split(text, language)

    assert list(claims) == [said]
    assert claims[said].speaker == speaker
    assert claims[said].assertion in {Assertion.REPORTED, Assertion.QUOTED}
    assert claims[said].cue is not None
    assert claims[said].cue in text


def test_a_quotation_is_quoted_and_a_report_is_reported() -> None:
    quoted = split("„Die Brücke in Kiel ist seit 1994 gesperrt“, sagte Max Meier.", "de")
    reported = split("Die Brücke in Kiel sei seit 1994 gesperrt, sagte Max Meier.", "de")

    assert [claim.assertion for claim in quoted.values()] == [Assertion.QUOTED]
    assert [claim.assertion for claim in reported.values()] == [Assertion.REPORTED]


def test_every_sentence_of_a_quotation_has_its_speaker() -> None:
    claims = split("„In Kiel wurden 200 Stellen gestrichen. Drei Werke in Bremen bleiben“, sagte Max Meier.", "de")

    assert {claim.speaker for claim in claims.values()} == {"Max Meier"}
    assert len(claims) == 2


def test_reported_speech_runs_on_under_its_last_speaker() -> None:
    claims = split(
        "Tobias Hahn sagte, die Grenze sei zu. Ausnahmen gebe es für 300 Pendler. Die Länder handelten ähnlich.", "de"
    )

    assert claims["Ausnahmen gibt es für 300 Pendler."].speaker == "Tobias Hahn"
    assert claims["Die Länder handelten ähnlich."].speaker is None


def test_a_surname_is_given_its_full_name_where_the_article_knows_one() -> None:
    claims = split("Bürgermeisterin Anna Huber kam am Abend. Die Brücke in Kiel ist gesperrt, sagte Huber.", "de")

    assert claims["Die Brücke in Kiel ist gesperrt."].speaker == "Anna Huber"


def test_a_pronoun_stays_open_where_two_people_can_be_meant() -> None:
    claims = split("Minister Karl Lauter traf Minister Max Meier. Die Zahl sei auf 20 gesunken, sagte er.", "de")
    claim = claims["Die Zahl ist auf 20 gesunken."]

    assert claim.speaker is None
    assert "er" in claim.context.unresolved


def test_an_agency_that_reports_what_somebody_said_is_the_channel() -> None:
    claims = split(
        "Wie die Agentur Korrpress berichtete, sagte Minister Karl Lauter, die Zahl sei auf 20 gesunken.", "de"
    )
    claim = claims["Die Zahl ist auf 20 gesunken."]

    assert (claim.speaker, claim.via) == ("Karl Lauter", "Agentur Korrpress")


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("de", "Anna Huber warf dem Nachbarland vor, den Vertrag gebrochen zu haben.", "Anna Huber"),
        ("de", "Die Opposition lehnt den Plan ab.", "Opposition"),
        ("en", "Mayor Jane Doe announced that Leeds bought 100 buses.", "Jane Doe"),
    ],
)
def test_an_act_of_speaking_that_is_the_news_is_a_claim_of_its_own(language: str, text: str, actor: str) -> None:
    claim = split(text, language)[text]

    assert (claim.kind, claim.assertion, claim.speaker) == (ClaimKind.QUOTATION, Assertion.ASSERTED, None)
    assert claim.subject == actor


def test_what_an_accuser_says_is_a_second_claim_with_the_accuser_as_speaker() -> None:
    claims = split("Anna Huber warf dem Nachbarland vor, den Vertrag von 1994 gebrochen zu haben.", "de")

    assert {claim.speaker for claim in claims.values()} == {None, "Anna Huber"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Jane Doe denied that Leeds bought 100 buses."),
        ("en", "Jane Doe did not say that Leeds bought 100 buses."),
        ("de", "Anna Huber bestritt, dass Kiel 100 Busse gekauft habe."),
        ("de", "Anna Huber sagte nicht, dass Kiel 100 Busse gekauft habe."),
    ],
)
def test_nobody_is_made_the_speaker_of_what_they_deny_or_did_not_say(language: str, text: str) -> None:
    assert [(claim.text, claim.speaker) for claim in split(text, language).values()] == [(text, None)]
