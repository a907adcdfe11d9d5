"""The list of places: nothing in it twice, nothing in a place that is not there, look-alikes kept apart."""

from pathlib import Path

import pytest

from claimcheck.match.relation import gazetteer
from claimcheck.match.relation.gazetteer import contains, find_named, table
from claimcheck.match.relation.words import words_of

LINES = [
    line
    for line in Path(gazetteer.__file__).with_name("places.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def found(text: str) -> list[str]:
    return [each.key for each in find_named("places", text, words_of(text))]


def test_no_place_has_two_entries_and_no_spelling_two_places():
    keys = [line.partition(" = ")[0].partition(" (")[0] for line in LINES]
    assert sorted(keys) == sorted(set(keys))
    owner: dict[str, str] = {}
    for key, line in zip(keys, LINES, strict=True):
        for spelling in line.partition(" = ")[2].split():
            assert owner.setdefault(spelling.rstrip("*").lower(), key) == key, spelling


def test_every_wider_place_is_in_the_list_and_none_lies_in_itself():
    keys = {line.partition(" = ")[0].partition(" (")[0] for line in LINES}
    inside = table("places").inside
    assert set(inside.values()) <= keys
    for key in inside:
        above = [key]
        while above[-1] in inside:
            above.append(inside[above[-1]])
            assert len(above) == len(set(above)), above


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        ("germany", "pirna"),
        ("bavaria", "erlangen"),
        ("schleswig-holstein", "husum"),
        ("england", "salford"),
        ("united states", "brooklyn"),
        ("africa", "goma"),
        ("ukraine", "mariupol"),
        ("canada", "halifax"),
    ],
)
def test_towns_lie_in_their_lands(wide: str, narrow: str):
    assert contains("places", wide, narrow)
    assert not contains("places", narrow, wide)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Frankfurt (Oder)", "Frankfurt am Main"),
        ("Paris, Texas", "Paris"),
        ("Niger", "Nigeria"),
        ("Dominica", "Dominikanische Republik"),
        ("Demokratische Republik Kongo", "Republik Kongo"),
        ("Guinea", "Äquatorialguinea"),
        ("Guinea-Bissau", "Papua-Neuguinea"),
        ("Kansas City", "Kansas"),
        ("Washington State", "Washington"),
        ("Indianapolis", "Indiana"),
    ],
)
def test_names_that_look_alike_are_different_places(one: str, other: str):
    assert len(found(one)) == len(found(other)) == 1
    assert found(one) != found(other)


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Kiew", "Kyiv"),
        ("Breslau", "Wrocław"),
        ("Mailand", "Milan"),
        ("die Schotten", "the Scots"),
        ("ein Kenianer", "a Kenyan"),
        ("die rheinland-pfälzische Polizei", "Rhineland-Palatinate"),
        ("zwei Australier", "Australian"),
        ("Münchner", "Munich"),
        ("südkoreanisch", "South Korean"),
    ],
)
def test_german_and_english_names_and_peoples_are_one_place(german: str, english: str):
    assert found(german)
    assert set(found(german)) == set(found(english))


@pytest.mark.parametrize(
    "text",
    [
        "Reading in the bath is nice",
        "The mobile phone rang",
        "Die Niederlage war bitter, die Niederlassung schloss",
        "Wanderer in den Bergen",
        "Sie stehen in seltsamen Posen",
        "Sie trug ein Korsett",
    ],
)
def test_common_words_are_no_places(text: str):
    assert found(text) == []
