"""Constructions of news sentences: what each is cut into, named by its evidence."""

import pytest
from split_texts import evidence, split

from claimcheck.records import Assertion


@pytest.mark.parametrize(
    ("language", "text", "facts"),
    [
        (
            "en",
            "The blaze again reached three houses, killing two people and injuring 14 others.",
            {
                ("The blaze again reached three houses",),
                ("The blaze", "killing two people"),
                ("The blaze", "injuring 14 others"),
            },
        ),
        (
            "en",
            "Police said two officers were hurt when a man drove a van into a crowd, injuring 12 people on Friday.",
            {
                ("two officers were hurt when a man drove a van into a crowd",),
                ("a man", "injuring 12 people on Friday"),
            },
        ),
        (
            "en",
            "The firm sold 12,000 cars in Germany and 8,000 vans in France last year.",
            {("The firm sold 12,000 cars in Germany",), ("The firm sold", "8,000 vans in France last year")},
        ),
        (
            "de",
            "Der Konzern steigerte den Umsatz um fünf Prozent auf 3 Milliarden Euro und den Gewinn um acht Prozent auf "
            "200 Millionen Euro.",
            {
                ("Der Konzern steigerte den Umsatz um fünf Prozent auf 3 Milliarden Euro",),
                ("Der Konzern steigerte", "den Gewinn um acht Prozent auf 200 Millionen Euro"),
            },
        ),
        (
            "en",
            "The four prize cows - two Jerseys and two Holsteins from a farm in Dorset - vanished on Tuesday.",
            {
                ("The four prize cows", "vanished on Tuesday"),
                ("four prize cows", "two Jerseys and two Holsteins from a farm in Dorset"),
            },
        ),
        (
            "de",
            "Die Bahn - sie gehört dem Bund - machte 2 Milliarden Euro Verlust.",
            {("Die Bahn", "machte 2 Milliarden Euro Verlust"), ("sie gehört dem Bund",)},
        ),
        (
            "de",
            "Die Regierung beschloss am Mittwoch, die Steuer zum 1. Januar zu senken und den Freibetrag zu erhöhen.",
            {
                ("Die Regierung beschloss am Mittwoch, die Steuer zum 1. Januar zu senken",),
                ("Die Regierung beschloss am Mittwoch", "den Freibetrag zu erhöhen"),
            },
        ),
        (
            "en",
            "The agency plans to hire 200 inspectors and to open three offices next year.",
            {("The agency plans to hire 200 inspectors",), ("The agency plans", "to open three offices next year")},
        ),
        (
            "de",
            "Der Zug entgleiste gegen 8 Uhr, weil Schnee auf den Gleisen lag, und stürzte in einen Fluss.",
            {
                ("Der Zug entgleiste gegen 8 Uhr, weil Schnee auf den Gleisen lag",),
                ("Der Zug", "stürzte in einen Fluss"),
            },
        ),
        (
            "en",
            "The company, which employs 4,000 people in Ohio, said it will close two plants by 2027.",
            {("The company", "employs 4,000 people in Ohio"), ("it will close two plants by 2027",)},
        ),
        (
            "en",
            "The company, once the region's largest employer, filed for bankruptcy in May 2009.",
            {
                ("The company", "filed for bankruptcy in May 2009"),
                ("The company", "once the region's largest employer"),
            },
        ),
        (
            "en",
            "Letters sent to the mayor in 2012 warned of cracks in the bridge.",
            {("Letters", "sent to the mayor in 2012"), ("Letters", "warned of cracks in the bridge")},
        ),
        (
            "en",
            "The teacher is allergic to nuts and banned them from her room.",
            {("The teacher is allergic to nuts",), ("The teacher", "banned them from her room")},
        ),
        (
            "de",
            "Der 2015 in Paris geschlossene Vertrag trat im November 2016 in Kraft.",
            {
                ("Der 2015 in Paris geschlossene Vertrag trat im November 2016 in Kraft",),
                ("Der 2015 in Paris geschlossene Vertrag",),
            },
        ),
    ],
)
def test_each_construction_is_cut_into_its_facts(language: str, text: str, facts: set[tuple[str, ...]]) -> None:
    assert evidence(text, language) == facts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Forscher haben in Kiel untersucht, welchen Effekt Lärm auf Robben hat."),
        ("de", "Die Fähigkeit war angeboren oder entwickelte sich mit der Reife."),
        ("de", "Ein 45 Jahre alter Mann aus Kiel wurde am Montag verletzt."),
        ("en", "Police saw two men leaving the bank with a large bag on Tuesday."),
        ("en", "Tax rules could no longer hide debts or make failing firms appear sound."),
        ("en", "The trainer let a team of Norwegian and Swedish skaters take the lead in the final round."),
        ("en", "Ann Lee was 17 when he was found dead."),
        ("en", "Unemployment fell to 4.1 percent in June, the lowest level since 2001."),
        ("en", "The mayor declined to say precisely where the dogs were found."),
        ("en", "Not only did the council pay 3 million crowns, but it also sold the hall."),
        ("de", "Je mehr Gäste nach Kiel kommen, desto mehr zahlt die Stadt."),
    ],
)
def test_what_is_one_statement_stays_whole(language: str, text: str) -> None:
    assert evidence(text, language) == {(text.rstrip("."),)}


def test_what_one_frame_leaves_over_is_still_said() -> None:
    text = (
        "Der Trainer habe erst nach dem Spiel zugesagt, sagte Sportchef Jan Sand bei Radio 4: "
        "„Wer fragt, bekommt Antwort.“"
    )
    claims = split(text, "de")

    assert claims["Der Trainer hat erst nach dem Spiel zugesagt."].assertion is Assertion.REPORTED


def test_a_relative_clause_belongs_to_the_noun_before_the_measure() -> None:
    text = (
        "Die Polizei ermittelt gegen zwei Männer im Alter von 19 und 21 Jahren, die eine Tankstelle überfallen haben."
    )

    assert ("zwei Männer im Alter von 19 und 21 Jahren", "die eine Tankstelle überfallen haben") in evidence(text, "de")


def test_a_main_clause_behind_its_reason_is_worded_as_one() -> None:
    claims = split("Nachdem die Polizei den Platz geräumt hatte, zogen 200 Menschen durch die Altstadt.", "de")

    assert "200 Menschen zogen durch die Altstadt." in claims


def test_what_is_corrected_leaves_no_conjunction_to_what_it_is_corrected_to() -> None:
    claims = split("Der Rat wollte 2019 nicht das Bad schließen, sondern die Halle sanieren.", "de")

    assert {"Der Rat wollte die Halle sanieren.", "Der Rat wollte 2019 nicht das Bad schließen."} <= set(claims)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Wegen der am Montag beschlossenen Sperrung fahren 20 Busse um.", "beschlossen"),
        ("Auf der für Donnerstag geplanten Versammlung sprechen 20 Räte.", "geplant"),
        ("Trotz der im Mai 2019 beschlossenen Reformen fehlen 20 Räte.", "beschlossen"),
    ],
)
def test_a_noun_with_its_participle_is_a_sentence_of_its_own_in_other_cases_too(text: str, fact: str) -> None:
    claims = split(text, "de")

    assert not any(claim.startswith("Der ") for claim in claims)
    [told] = [claim for words, claim in claims.items() if words.endswith(f" {fact}.")]
    assert told.text.startswith("Die ")
    assert not told.needs_context


def test_what_happens_to_nobody_is_no_participle_of_the_noun_before() -> None:
    claims = split("Officials confirmed the inmate, who was jailed for theft in 2019, died of natural causes.", "en")

    assert "The inmate died of natural causes." in claims
    assert not any("was died" in text for text in claims)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Anyone with information is asked to call police at 555-0100."),
        ("de", "Hinweise nimmt die Polizei in Kiel unter der Nummer 555-0100 entgegen."),
    ],
)
def test_an_appeal_for_witnesses_is_no_claim(language: str, text: str) -> None:
    [claim] = split(text, language).values()
    assert not claim.checkable


def test_a_spell_of_time_in_front_is_no_subject_of_a_second_verb() -> None:
    claims = split("Dieses Jahr sind die Boote schwerer und kosten 300 Euro mehr.", "de")

    assert "Die Boote kosten 300 Euro mehr." in claims


def test_what_names_between_commas_are_is_not_said_by_the_subject_behind_them() -> None:
    text = "Heute entbrannte bei den größten Verlagen, Nordline und Moor Media, ein Streit um 300 Stellen."
    claims = split(text, "de")

    assert list(claims) == [text]
