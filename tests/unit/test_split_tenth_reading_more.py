"""What the third look at the eighteen newswire articles found, and reads right since."""

import pytest
from split_texts import read, texts

TOLD = {
    "a month of last year": (
        "en",
        "Ann Lee was fined 300 dollars in May last year.",
        "Ann Lee was fined 300 dollars in May 2022.",
    ),
    "a day of last year": (
        "en",
        "On June 14 last year Ann Lee lost the seat of Leeds to Jo Ray.",
        "On June 14, 2022 Ann Lee lost the seat of Leeds to Jo Ray.",
    ),
    "what it could result in": (
        "en",
        "The ban could result in garden centres losing 3 million pounds in March and April last year.",
        "The ban could result in garden centres losing 3 million pounds in March and April 2022.",
    ),
    "what it led to": (
        "en",
        "The dispute has led to junior doctors taking part in six strikes in 2016.",
        "Junior doctors took part in six strikes in 2016.",
    ),
    "what it led to, whole": (
        "en",
        "The dispute has led to junior doctors taking part in six strikes in 2016.",
        "The dispute has led to junior doctors taking part in six strikes in 2016.",
    ),
    "whom she saw": (
        "en",
        "Ann Lee saw the children who had come to Leeds in 2019.",
        "Ann Lee saw the children who had come to Leeds in 2019.",
    ),
    "without gardens, not their owner": (
        "en",
        "It is a town of flats with no gardens, the fashion for which came in 1990.",
        "It is a town of flats with no gardens, the fashion for which came in 1990.",
    ),
}


@pytest.mark.parametrize(("language", "text", "claim"), TOLD.values(), ids=TOLD.keys())
def test_it_reads(language: str, text: str, claim: str) -> None:
    assert claim in texts(text, language)


def test_two_months_of_last_year_are_a_date_of_that_year() -> None:
    text = "The ban could result in garden centres losing 3 million pounds in March and April last year."

    [claim] = read(text, "en")
    assert claim.date is not None
    assert (claim.date.value, claim.date.precision) == ("2022", "year")


def test_whoever_cheered_is_no_part_of_the_name() -> None:
    text = "Am Montag wurde Jan Holm von Fans in Kiel gefeiert. Fans kamen aus Ulm. Er sagte, er habe 2019 gewonnen."

    assert {each.speaker for each in read(text, "de")} == {None, "Jan Holm"}


def test_what_a_performance_shows_has_no_source() -> None:
    text = "Die Stadt Kiel lebt vom Tourismus. Das zeigt der Auftritt von 30 Bands in Kiel."

    assert {each.speaker for each in read(text, "de")} == {None}
