"""Strings, addresses, dates and languages as feeds carry them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.reviews.dates import parse_date
from claimcheck.reviews.detect import detect_language, parse_language
from claimcheck.reviews.text import clean_text, clean_url, host_of, text_of


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("Singh&#039;s ideas", "Singh's ideas"),
        ("one<br />\r\n<BR>two", "one two"),
        ('<p><span style="x">El año</span></p>\n', "El año"),
        ("a\u00a0b \u2003c\r", "a b c"),
        ("Incorrect \r", "Incorrect"),
        ("5 < 7 and 9 > 8", "5 < 7 and 9 > 8"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("{{7*7}} ${x}", "{{7*7}} ${x}"),
        ("نیمه\u200cدرست", "نیمه\u200cدرست"),
        ("a\x00b\ud800c", "abc"),
    ],
)
def test_text_loses_markup_and_stray_space_but_no_word(raw: str, clean: str) -> None:
    assert clean_text(raw) == clean


def test_an_entity_is_read_once_so_that_a_written_one_stays_written() -> None:
    assert clean_text("a &amp;lt;b&amp;gt; tag") == "a &lt;b&gt; tag"
    assert clean_text("AT&amp;amp;T") == "AT&T"  # which editors write for the sign itself


@given(st.text())
def test_clean_text_is_one_line_without_unstorable_characters(text: str) -> None:
    cleaned = clean_text(text)
    assert cleaned == " ".join(cleaned.split())
    cleaned.encode("utf-8")


def test_lists_give_their_first_string_with_content() -> None:
    assert text_of([None, "", " ", {"name": "x"}, "y"]) == "x"
    assert text_of([[]]) is None
    assert text_of(True) is None
    assert text_of(5) == "5"


@pytest.mark.parametrize(
    ("raw", "base", "wanted"),
    [
        ("https://desk.example/a", None, "https://desk.example/a"),
        ("HTTP://Desk.Example/A", None, "http://desk.example/A"),
        ("desk.example/a", None, "https://desk.example/a"),
        ("//desk.example/a", None, "https://desk.example/a"),
        ("/a?b=1", "https://desk.example/x/y", "https://desk.example/a?b=1"),
        ("/a", None, None),
        ("javascript:alert(1)", "https://desk.example", None),
        ("JaVaScRiPt:alert(1)//https://desk.example", None, None),
        ("java\nscript:alert(1)", "https://desk.example", None),
        ("data:text/html,x", None, None),
        ("file:///etc/passwd", None, None),
        ("https://user:secret@desk.example/", None, None),
        ("https://[broken", None, None),
        ("https://localhost/a", None, None),
        ("1", None, None),
        ("a-file-name", None, None),
        ("", None, None),
        ("https://desk.example/?a=1&amp;b=2", None, "https://desk.example/?a=1&b=2"),
        ("https://desk.example/?utm_source=x&id=7&fbclid=y", None, "https://desk.example/?id=7"),
        ("https://desk.example/" + "a" * 5_000, None, None),
        (["", {"url": "https://desk.example/b"}], None, "https://desk.example/b"),
        (" https://desk.example/publicações ", None, "https://desk.example/publicações"),
    ],
)
def test_only_whole_web_addresses_survive(raw: object, base: str | None, wanted: str | None) -> None:
    assert clean_url(raw, base=base) == wanted


@given(st.text(max_size=80))
def test_a_kept_address_is_http_and_stays_as_it_is(text: str) -> None:
    found = clean_url(text, base="https://desk.example/")
    assert found is None or (found.startswith(("http://", "https://")) and clean_url(found) == found)


def test_a_host_has_no_www() -> None:
    assert host_of("https://www.desk.example:8080/a") == "desk.example"
    assert host_of(None) is None


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("2022-05-30", date(2022, 5, 30)),
        ("2021-08-24 14:41", date(2021, 8, 24)),
        ("2020-08-31 17:22:16", date(2020, 8, 31)),
        ("2019-01-23T14:22:00+0100", date(2019, 1, 23)),
        ("2022-12-09T09:29:19.82+01:00", date(2022, 12, 9)),
        ("2017-03-01 20:30:17 UTC", date(2017, 3, 1)),
        ("2019-06-20T12:12:40Z", date(2019, 6, 20)),
        ("Mon, 09 Nov 2020 18:42:22 UTC +00:00", date(2020, 11, 9)),
        ("Sat, 07 Nov 2020", date(2020, 11, 7)),
        ("2021-7-16", date(2021, 7, 16)),
        ("April 19, 2019", date(2019, 4, 19)),
        ("19. März 2022", date(2022, 3, 19)),
        ("3.12.2022", date(2022, 12, 3)),
        ("1587340800", date(2020, 4, 20)),
        (1587340800, date(2020, 4, 20)),
        (1587340800000, date(2020, 4, 20)),
        ("20210716", date(2021, 7, 16)),
        ("25/12/2020", date(2020, 12, 25)),
        ("12/25/2020", date(2020, 12, 25)),
        (datetime(2020, 1, 2, 3), date(2020, 1, 2)),
        ("03/04/2020", None),
        ("2020-13-01", None),
        ("0001-01-01", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        (True, None),
        (float("nan"), None),
        (["2020-01-01"], None),
        ("31 Foobar 2020", None),
    ],
)
def test_every_date_form_of_the_feeds_is_read_and_no_other(raw: object, wanted: date | None) -> None:
    assert parse_date(raw) == wanted


@given(st.one_of(st.text(), st.integers(), st.floats()))
def test_no_value_breaks_the_date_reader(value: object) -> None:
    assert parse_date(value) is None or isinstance(parse_date(value), date)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Das Alte Rathaus in Leipzig ist versunken", "de"),
        ("Motociclistas se arrodillaron y oraron por la salud de Donald Trump", "es"),
        ("The moon landing was faked", "en"),
        ("圖卡：美國要求各國制裁俄羅斯", "zh"),
        ("Berlin", "und"),
        ("12345 67890 12345", "und"),
        ("", "und"),
    ],
)
def test_a_language_is_named_only_where_the_text_shows_it(text: str, wanted: str) -> None:
    assert detect_language(text) == wanted


@pytest.mark.parametrize(
    ("tag", "wanted"),
    [("pt-BR", "pt"), ("zh-hant", "zh"), ("DE", "de"), ("English", "en"), ("und", None), ("", None), (3, None)],
)
def test_a_language_tag_gives_its_language(tag: object, wanted: str | None) -> None:
    assert parse_language(tag) == wanted


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("24 août 2021", "2021-08-24"),
        ("le 1er mars 2020 à 10 h", "2020-03-01"),
        ("24 de agosto de 2021", "2021-08-24"),
        ("1º de maio de 2020", "2020-05-01"),
        ("3 maggio 2019", "2019-05-03"),
        ("12 lipca 2021", "2021-07-12"),
        ("1 mei 2020", "2020-05-01"),
        ("5 января 2020 г.", "2020-01-05"),
        ("5 січня 2020 року", "2020-01-05"),
        ("14 Ağustos 2021", "2021-08-14"),
        ("24th of August 2021", "2021-08-24"),
        ("2021年8月24日", "2021-08-24"),
        ("2021. 8. 24.", "2021-08-24"),
        ("24-08-2021", "2021-08-24"),
        ("05-06-2021", None),  # two days
        ("32.13.2021", None),
        ("31 lipca", None),
        ("9999999999", None),  # seconds of the year 2286
    ],
)
def test_a_day_in_the_words_of_ten_languages_is_read(written: str, day: str | None) -> None:
    found = parse_date(written)
    assert (found.isoformat() if found else None) == day


def test_quotes_that_were_made_entities_twice_are_read_and_markup_is_not() -> None:
    assert clean_text("Sunak&amp;#8217;s &amp;quot;plan&amp;quot; &amp;ndash; again") == 'Sunak’s "plan" – again'
    assert clean_text("&amp;lt;script&amp;gt;") == "&lt;script&gt;"
