"""Weeks, seasons and open ends told from the day of publication, read on any other day."""

from datetime import date

import pytest
from split_texts import read

WEDNESDAY = date(2015, 9, 16)


@pytest.mark.parametrize(
    ("language", "text", "wording"),
    [
        ("en", "Ann Lisle met the board earlier this week.", "earlier this week (14 to 20 September 2015)"),
        ("en", "Last week's report hurt the Dornbury council.", "Last week's (7 to 13 September 2015) report"),
        ("en", "Last year's ruling cost the council 3 million pounds.", "Last year's (2014) ruling"),
        ("en", "Ann Lisle won the Dornbury race last spring.", "last spring (2015)"),
        ("en", "Ann Lisle won the Dornbury race last fall.", "last fall (2014)"),
        ("en", "Trials begin next spring.", "next spring (2016)"),
        ("en", "He was arrested in Dornbury on Wednesday last week.", "on Wednesday last week, 9 September 2015"),
        ("en", "A flood warning remains in effect until Saturday.", "until Saturday, 19 September 2015"),
        ("en", "The ground was soaked by rain since Monday.", "since Monday, 14 September 2015"),
        ("de", "Der Rat beschloss vergangene Woche den Umbau.", "vergangene Woche (7. bis 13. September 2015)"),
        ("de", "In der kommenden Woche beginnt der Prozess.", "kommenden Woche (21. bis 27. September 2015)"),
        ("de", "Im vergangenen Sommer brannte die Halle ab.", "Im vergangenen Sommer (2015)"),
        ("de", "Das Bad öffnet im nächsten Frühjahr.", "im nächsten Frühjahr (2016)"),
        ("de", "Die Bahn fährt seit Montag wieder.", "seit Montag (14. September 2015)"),
        ("de", "Ab Montag gilt ein Tempolimit.", "Ab Montag (21. September 2015)"),
        ("de", "Am Mittwoch vergangener Woche brannte es.", "Am Mittwoch vergangener Woche, dem 9. September 2015,"),
    ],
)
def test_a_time_told_from_publication_is_worded_for_any_day(language: str, text: str, wording: str) -> None:
    assert any(wording in claim.text for claim in read(text, language, WEDNESDAY))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "This fall in prices hit 30 farms."),
        ("en", "The club meets every Friday in Dornbury."),
        ("en", "The bill must be passed by Friday."),
        ("de", "Die Straße ist bis Freitag gesperrt."),
        ("de", "Der Verein trifft sich jeden Freitag."),
    ],
)
def test_a_time_that_is_not_said_for_sure_gets_no_day(language: str, text: str) -> None:
    assert [(claim.text, claim.date) for claim in read(text, language, WEDNESDAY)] == [(text, None)]


def test_a_week_across_two_months_names_both() -> None:
    [claim] = read("Ann Lisle met the board last week.", "en", date(2015, 9, 9))
    assert "last week (31 August 2015 to 6 September 2015)" in claim.text


def test_a_week_is_the_date_of_its_claim_and_an_open_end_is_none() -> None:
    [week] = read("Der Rat beschloss vergangene Woche den Umbau.", "de", WEDNESDAY)
    [since] = read("Die Bahn fährt seit Montag wieder.", "de", WEDNESDAY)
    assert (week.date and week.date.value) == "2015-09-07/2015-09-13"
    assert since.date is None


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Das Fest dauerte vom 12. bis 14. März.", "de", "2023-03-12/2023-03-14"),
        ("Zwischen dem 3. und 5. Mai 2020 kamen 300 Gäste.", "de", "2020-05-03/2020-05-05"),
        ("Von April bis Ende Juni 2014 kamen 300 Gäste.", "de", "2014-04/2014-06"),
        ("Die Strecke bleibt vom 12. bis 14. Mai zu.", "de", "2023-05-12/2023-05-14"),
        ("Bids were received between 3 and 5 March.", "en", "2023-03-03/2023-03-05"),
        ("The fair on March 3-5 drew 300 guests.", "en", "2023-03-03/2023-03-05"),
        ("From November 2013 to June 2014 the firm lost 3 million crowns.", "en", "2013-11/2014-06"),
    ],
)
def test_a_span_of_time_has_both_its_ends(text: str, language: str, value: str) -> None:
    [claim] = read(text, language)

    assert claim.date
    assert (claim.date.value, claim.date.precision) == (value, "interval")
    assert "2023" in claim.text or "20" in text


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The results are from the time between mid March 2017 and July 31st, 2017.", "2017-07-31"),
        ("Leeds beat York 3-5 in March.", "2023-03"),
    ],
)
def test_what_has_a_day_or_is_a_score_is_no_span_of_months(text: str, day: str) -> None:
    assert [claim.date and claim.date.value for claim in read(text, "en")] == [day]


def test_spans_of_time_never_overlap() -> None:
    [claim] = read("The fair ran from 3 to 5 May 6 to 8, 2020.", "en")

    assert claim.date
    assert claim.date.value == "2022-05-03/2022-05-05"
