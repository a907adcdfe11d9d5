"""Dates: a day only where the text says one, read against the day of publication."""

from datetime import date

import pytest
from split_texts import read as claims_of

from claimcheck.records import ClaimDate
from claimcheck.split.dates.horizon import Horizon
from claimcheck.split.dates.mentions import find_dates
from claimcheck.split.dates.own import settle_date
from claimcheck.split.languages import rules_for

TUESDAY = date(2023, 4, 11)


class AllAhead(Horizon):
    """A horizon before which every date lies ahead."""

    def is_ahead(self, at: int, *, soon: bool = False) -> bool:
        return True

    def may_be_ahead(self, at: int) -> bool:
        return True


def read(text: str, language: str, published: date | None = TUESDAY, *, ahead: bool = False) -> ClaimDate | None:
    rules = rules_for(language)
    horizon = AllAhead((), rules) if ahead else None
    return settle_date(find_dates(text, 0, len(text), published, rules, horizon=horizon))


@pytest.mark.parametrize(
    ("language", "text", "value", "precision"),
    [
        ("de", "Am Montag bat er um Hilfe", "2023-04-10", "day"),
        ("de", "am Dienstag", "2023-04-11", "day"),
        ("de", "am 5. April 2023", "2023-04-05", "day"),
        ("de", "am 05.04.2023", "2023-04-05", "day"),
        ("de", "am 3. Okt. 2022", "2022-10-03", "day"),
        ("de", "am 24. Dezember", "2022-12-24", "day"),
        ("de", "Am Sonntag, 2. April 2023, sagte er", "2023-04-02", "day"),
        ("de", "gestern Abend", "2023-04-10", "day"),
        ("de", "aus dem Jahr 1994", "1994", "year"),
        ("de", "Ende Juni", "2022-06", "month"),
        ("de", "im vergangenen Jahr", "2022", "year"),
        ("de", "voriges Jahr", "2022", "year"),
        ("de", "vor zwei Tagen", "2023-04-09", "day"),
        ("de", "am 3.4. in Kiel", "2023-04-03", "day"),
        ("de", "Am 3.4. starb er", "2023-04-03", "day"),
        ("de", "vor 5 Tagen", "2023-04-06", "day"),
        ("de", "Vor zwölf Tagen", "2023-03-30", "day"),
        ("de", "an Karfreitag", "2023-04-07", "day"),
        ("de", "Am Ostermontag", "2023-04-10", "day"),
        ("de", "am Heiligen Abend", "2022-12-24", "day"),
        ("de", "an Christi Himmelfahrt 2015", "2015-05-14", "day"),
        ("en", "on Monday", "2023-04-10", "day"),
        ("en", "last Monday", "2023-04-03", "day"),
        ("en", "on April 5, 2023", "2023-04-05", "day"),
        ("en", "on 4/5/2023", "2023-04-05", "day"),
        ("en", "yesterday", "2023-04-10", "day"),
        ("en", "the day before yesterday", "2023-04-09", "day"),
        ("en", "three days ago", "2023-04-08", "day"),
        ("en", "10 days ago", "2023-04-01", "day"),
        ("en", "On Good Friday", "2023-04-07", "day"),
        ("en", "on New Year’s Eve", "2022-12-31", "day"),
        ("en", "on Christmas Eve 2014", "2014-12-24", "day"),
        ("en", "last month", "2023-03", "month"),
        ("en", "between Nov. 8 and Nov. 28, 2022", "2022-11-08/2022-11-28", "interval"),
        ("en", "By 2028 it may be done", "2028", "year"),
    ],
)
def test_a_date_is_read_as_it_is_said(language: str, text: str, value: str, precision: str) -> None:
    if "Nov. 8" in text:
        assert read(text, language, date(2022, 11, 8)) == ClaimDate(value, precision)
    else:
        assert read(text, language) == ClaimDate(value, precision)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "kürzlich"),
        ("de", "zum Karfreitag der Kirche"),
        ("de", "am 3.4.7"),
        ("de", "vor mehr als zwei Tagen"),
        ("de", "etwa vor zwei Tagen"),
        ("en", "about two days ago"),
        ("en", "More than 10 days ago"),
        ("en", "I am 3.4. years old"),
        ("en", "on Independence Day Street"),
        ("de", "seit Montag"),
        ("de", "am 31.02.2023"),
        ("de", "mit der Bahn"),
        ("de", "die Maier"),
        ("en", "recently"),
        ("en", "every Friday"),
        ("en", "it may march on"),
        ("en", "in 45 days"),
        ("en", "since Monday"),
    ],
)
def test_what_is_no_date_gives_none(language: str, text: str) -> None:
    assert read(text, language) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They said on 5 April 2023 that the pier had been shut since it was struck on Monday", "2023-04-05"),
        ("Shares closed on Monday 17 percent below the record of 8 March 2023", "2023-04-10"),
    ],
)
def test_of_two_days_said_in_different_ways_the_first_counts(text: str, value: str) -> None:
    assert read(text, "en") == ClaimDate(value, "day")


def test_a_weekday_gives_nothing_where_the_day_of_publication_is_unknown() -> None:
    assert read("am Montag", "de", None) is None


def test_a_weekday_that_is_to_come_lies_after_publication() -> None:
    assert read("will meet on Wednesday", "en", ahead=True) == ClaimDate("2023-04-12", "day")


@pytest.mark.parametrize("published", [date.min, date.max])
def test_the_ends_of_the_calendar_do_no_harm(published: date) -> None:
    for text in ("on Monday", "yesterday", "last Monday", "next Friday", "on May 5", "last year", "last month"):
        read(text, "en", published)


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [("an Pfingstmontag", "de", "2023-05-29"), ("on Easter Sunday", "en", "2024-03-31")],
)
def test_a_holiday_that_is_to_come_is_the_next(text: str, language: str, value: str) -> None:
    assert read(text, language, ahead=True) == ClaimDate(value, "day")


@pytest.mark.parametrize("published", [date(1, 1, 1), date(9999, 12, 31)])
def test_easter_at_the_ends_of_the_calendar_does_no_harm(published: date) -> None:
    for ahead in (False, True):
        read("an Karfreitag", "de", published, ahead=ahead)
        read("an Silvester", "de", published, ahead=ahead)
    assert read("an Karfreitag 1200", "de") is None  # before the Gregorian calendar
    assert read("on Easter Sunday", "en", None) is None


def test_next_tuesday_behind_a_preposition_gets_no_second_one() -> None:
    text = "Tickets go on sale from next Tuesday morning."
    [claim] = claims_of(text, "en", date(2015, 9, 16))
    assert claim.text == "Tickets go on sale from Tuesday morning, 22 September 2015."


def test_a_part_of_the_day_stays_beside_its_day() -> None:
    text = "Die Sitzung wurde auf gestern Morgen verlegt."
    assert [claim.text for claim in claims_of(text, "de")] == [
        "Die Sitzung wurde auf gestern Morgen (10. April 2023) verlegt."
    ]
