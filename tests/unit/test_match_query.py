"""What goes and what stays when a query is cleaned, and what language it is read in."""

import pytest

from claimcheck.match import clean_query, guess_language
from claimcheck.match.query import Signed, read_query


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("", ""),
        ("https://example.org/a?b=c", ""),
        ("Look: pic.twitter.com/3S32De8ekP", "Look:"),
        ("RT @DesSender: Der Zug war leer", "Des Sender: Der Zug war leer"),
        ("Rents fell &amp; wages rose", "Rents fell & wages rose"),
        ("He won. — Ada Example (@AdaExample) January 6, 2020", "He won. Ada Example"),
        ("Er hat gewonnen – Ada Muster (@adam) 6. Januar 2020", "Er hat gewonnen Ada Muster"),
        ("Did he win?— Ada Example (@AdaExample) January 6, 2020", "Did he win? Ada Example"),
        ('He won. — Ada (US) Example (@AdaExample) January 6, 2020"', "He won. Ada (US) Example"),
        ("He won. — Ada Example (@AdaExample) January 06, 20", "He won. Ada Example"),
        ("#SturmÜberBerlin", "Sturm Über Berlin"),
        ("mail@example.org", "mail@example.org"),
        ("two\n\nlines\tand  tabs", "two lines and tabs"),
        ("A 20–30 per cent rise — so far", "A 20–30 per cent rise — so far"),
    ],
)
def test_links_handles_and_signatures_go_and_names_stay(given, wanted):
    assert clean_query(given) == wanted


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("He won. — Ada Example (@AdaExample) January 6, 2020", Signed("January", "2020")),
        ("Er hat gewonnen – Ada Muster (@adam) 6. März 2020", Signed("März", "2020")),
        ("Il a gagné — Ada (@ada) 6 février 2020 https://example.org/x", Signed("février", "2020")),
        ("He won. — Ada Example (@AdaExample) January 06, 20", None),
        ("He won. — Ada Example (@AdaExample)", None),
        ("Er sagte es &mdash; Ada (@ada) 6. März 2020", Signed("März", "2020")),
        ("He won on January 6, 2020", None),
        ("", None),
    ],
)
def test_a_post_says_when_it_was_signed_where_a_day_stands_behind_its_author(given, wanted):
    assert read_query(given)[1] == wanted


def test_a_post_that_repeats_itself_is_read_once():
    said = "The ministry has sold all its buses to a company abroad"

    assert clean_query(f"{said} {said}") == said
    assert clean_query("no no") == "no no"


def test_a_very_long_query_is_cleaned_in_a_moment():
    assert len(clean_query("word@ #tag — " * 200_000)) > 1_000_000
    assert read_query("word — Ada (@ada) " * 200_000)[1] is None
    for tail in (
        "a — " + " " * 9_000 + "x",
        "a—" + " " * 9_000 + "x",
        "a — A (@a) " + " " * 9_000 + "x",
        "a " + "—" * 9_000,
    ):
        assert clean_query(tail * 20)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Zahl der Toten ist nach dem Beben gestiegen", "de"),
        ("The number of dead has risen after the quake", "en"),
        ("Le nombre de morts est plus élevé après le séisme", "fr"),
        ("El número de muertos ha subido después del terremoto", "es"),
        ("Число погибших выросло после землетрясения", "ru"),
        ("زلزال قوي", "ar"),
        ("भूकंप के बाद", "hi"),
        ("Nord Stream", None),
        ("2022", None),
        ("", None),
    ],
)
def test_the_language_is_guessed_or_left_open(text, language):
    assert guess_language(text) == language
