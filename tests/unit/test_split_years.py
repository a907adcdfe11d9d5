"""Years: four digits that say when, told from counts, names and addresses."""

from datetime import date

import pytest
from split_texts import read

from claimcheck.records import ClaimDate
from claimcheck.split.dates.mentions import find_dates
from claimcheck.split.dates.own import settle_date
from claimcheck.split.languages import rules_for


def years(text: str, language: str) -> list[str]:
    rules = rules_for(language)
    found = find_dates(text, 0, len(text), date(2024, 6, 5), rules)
    return [each.date.value for each in found if each.kind == "year"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Die Brücke wurde 1888 eröffnet.", "1888"),
        ("1888 wurde die Brücke eröffnet.", "1888"),
        ("1993 gründete Wirtz die Firma.", "1993"),
        ("Die 1911 gegründete Sparkasse schloss.", "1911"),
        ("Der Maler, der 1962 nach Husum zog, malte Deiche.", "1962"),
        ("Er starb 1945 in Kiel.", "1945"),
        ("Es hieß, dass der Hafen 1971 verlegt wurde.", "1971"),
        ("Das Werk leitete 1998 Bernd Hofer.", "1998"),
        ("Bei der Landtagswahl 2017 verlor die Partei.", "2017"),
        ("Seit 2015 fährt die Bahn.", "2015"),
        ("Die Werft ist seit 2015 Eigentümerin.", "2015"),
        ("Ab 2027 soll der Tunnel offen sein.", "2027"),
        ("Bis 2030 soll das Netz wachsen.", "2030"),
        ("Für 2025 rechnet die Kammer mit Verlusten.", "2025"),
        ("Im Sommer 2019 brannte der Wald.", "2019"),
        ("Im Jahr 2000 Häuser zu bauen, war teuer.", "2000"),
        ("Sie wurde 2000 gewählt.", "2000"),
    ],
)
def test_a_german_year_needs_no_preposition(text: str, value: str) -> None:
    assert years(text, "de") == [value]


@pytest.mark.parametrize(
    "text",
    [
        "1.888 Menschen kamen.",
        "2000 Menschen kamen.",
        "Rund 1888 kamen zur Feier.",
        "Seit 2000 Jahren steht der Stein.",
        "Bis 2000 Menschen passen hinein.",
        "Sie wohnt in 8001 Zürich.",
        "1010 Wien ist der erste Bezirk.",
        "Die Agenda 2010 wurde beschlossen.",
        "Der Peugeot 2008 wurde verkauft.",
        "Das Windows 2000 wurde verkauft.",
        "Der Golf GTI 2000 war teuer.",
        "Im Zimmer 1888 brannte es.",
        "Es entstanden 2000 neue Stellen.",
        "Die 2000 entlassenen Mitarbeiter klagten.",
        "2000 der 3000 Soldaten fielen.",
        "2000 kamen zur Feier.",
        "Die Karte kostete 1888.",
        "Er lief 1500 m in vier Minuten.",
        "Gegen 2000 Uhr begann es.",
        "Das Grundstück 1888/2 wurde verkauft.",
        "1500 bis 2000 Menschen kamen.",
        "Die Vision 2030 ist gescheitert.",
        "Das System 2010 ist veraltet.",
    ],
)
def test_a_german_number_that_counts_or_names_is_no_year(text: str) -> None:
    assert years(text, "de") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The bridge opened in 1888.", "1888"),
        ("He has run the shop since 2015.", "2015"),
        ("It must be done by 2030.", "2030"),
        ("She lost the 2010 election.", "2010"),
        ("Her 2012 presidential campaign failed.", "2012"),
        ("Velmara's 2016 referendum failed.", "2016"),
        ("The forecast for 2025 fell.", "2025"),
    ],
)
def test_an_english_year_follows_a_preposition_or_belongs_to_an_event(text: str, value: str) -> None:
    assert years(text, "en") == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Power failed in 2000 homes.",
        "He lost by 2000 votes.",
        "A crowd of 2000 people came.",
        "The 2006 Chevrolet van was stolen.",
        "The 2000 jobs are gone.",
        "Lessons stopped in 1500 schools.",
        "They slept in Room 2010.",
        "Between 1500 and 2000 people came.",
    ],
)
def test_an_english_number_that_counts_or_names_is_no_year(text: str) -> None:
    assert years(text, "en") == []


@pytest.mark.parametrize(
    ("text", "language", "ends"),
    [
        ("Das Bad war von 1951 bis 1974 offen.", "de", ["1951", "1974"]),
        ("The baths were open from 1951 to 1974.", "en", ["1951", "1974"]),
        ("The baths were open between 1951 and 1974.", "en", ["1951", "1974"]),
    ],
)
def test_what_lasted_over_years_has_no_one_year(text: str, language: str, ends: list[str]) -> None:
    assert years(text, language) == ends
    found = find_dates(text, 0, len(text), None, rules_for(language))
    assert settle_date(found) is None


def test_a_claim_with_a_bare_year_has_that_year() -> None:
    [claim] = read("Die Hängebrücke über die Ilm wurde 1888 eröffnet.", "de")
    assert claim.date == ClaimDate("1888", "year")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It was the biggest rise over a winter since 2007."),
        ("en", "The club won for the first time since 2009."),
        ("de", "Der Umsatz stieg auf den höchsten Stand seit 2007."),
        ("de", "Der Verein gewann erstmals seit 2009."),
    ],
)
def test_since_when_a_record_stood_is_not_when_it_fell(language: str, text: str) -> None:
    assert years(text, language) == []
