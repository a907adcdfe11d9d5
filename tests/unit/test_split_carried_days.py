"""The day of a claim that names none: carried over from the story where the claim tells what happened on it."""

from datetime import date

import pytest
from split_texts import read

SALE = "On Monday Nordline sold the mill in Harwick for 3 million dollars. "  # published on a Tuesday
VERKAUF = "Am Montag verkaufte Nordline die Mühle in Harwick für 3 Millionen Euro. "
MONDAY = date(2023, 4, 10).isoformat()


def last_day(text: str, language: str) -> str | None:
    """The date of the last claim of a text."""
    claim = max(read(text, language), key=lambda each: each.spans[0].start)
    return claim.date.value if claim.date else None


@pytest.mark.parametrize(
    "text",
    [
        "Jan Holm fired 300 workers.",
        "The owner closed 3 halls and left.",
    ],
)
def test_what_happened_next_happened_on_the_day_in_front(text: str) -> None:
    assert last_day(SALE + text, "en") == MONDAY


@pytest.mark.parametrize(
    "text",
    [
        "The mill remained in the family of Jan Holm for nearly 300 years.",
        "The mill was valued at 300,000 dollars.",
        "Jan Holm was known as the king of Harwick.",
        "Nordline owns 30 mills, having started with 3.",
        "Nordline recently hired 300 workers.",
        "Jan Holm ran 30 mills for two decades.",
    ],
)
def test_what_lasted_or_is_so_has_no_day_of_the_story(text: str) -> None:
    assert last_day(SALE + text, "en") is None


@pytest.mark.parametrize(
    "text",
    ["Jan Holm entließ 300 Arbeiter.", "Der 66 Jahre alte Besitzer entließ 300 Arbeiter."],
)
def test_what_happened_next_in_german_too(text: str) -> None:
    assert last_day(VERKAUF + text, "de") == MONDAY


@pytest.mark.parametrize(
    "text",
    [
        "Jan Holm hat 300 ältere Leute befragt.",
        "Die Mühle blieb fast 300 Jahre im Besitz der Familie Holm.",
        "Trotz langer Suche gab es in Harwick 3 Käufer.",
        "Damals entließ Jan Holm 300 Arbeiter.",
        "Der Preis lag bei 3 Millionen Euro.",
        "Vor zwei Wochen scheiterte Jan Holm im Rat von Harwick. Sieben Räte stimmten gegen ihn.",
    ],
)
def test_what_a_report_tells_of_other_times_has_no_day_of_the_story(text: str) -> None:
    assert last_day(VERKAUF + text, "de") is None


def test_the_next_paragraph_of_an_article_with_two_days_has_no_day() -> None:
    text = f"On Friday Jan Holm flew to Exland. {SALE}\n\nThe owner fired 300 workers."
    assert last_day(text, "en") is None


def test_the_morning_is_that_of_the_day_told_before() -> None:
    assert last_day("Am Freitag sperrten 300 Fahrer in Harwick die Brücke. Am Vormittag kamen 3 Räte.", "de") == (
        date(2023, 4, 7).isoformat()
    )


def test_already_on_thursday_is_before_the_day_of_the_story() -> None:
    text = "Am Dienstag, dem 4. April 2023, kamen 300 Fahrer nach Harwick. Bereits am Freitag sperrten 30 die Brücke."
    assert last_day(text, "de") == date(2023, 3, 31).isoformat()


def test_how_something_came_to_be_is_not_the_date_of_what_it_is() -> None:
    assert last_day("The unit, created in 2011, is coupled with the police of Harwick.", "en") is None
