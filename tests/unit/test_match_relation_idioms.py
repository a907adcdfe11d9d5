"""Idioms read as plain words, opposites that only word vectors tell, and what a newcomer met in the samples."""

import numpy as np
import pytest

from claimcheck.flows.fit_opposition import fit_opposition
from claimcheck.match import relate
from claimcheck.match.relation.align import bundled_vectors
from claimcheck.match.relation.claim import claim_of
from claimcheck.match.relation.idioms import read_idioms
from claimcheck.match.relation.opposition import Opposition, shipped_opposition
from claimcheck.match.relation.signals import SIGNALS, view
from claimcheck.match.relation.turns import opposite_words
from claimcheck.match.relation.words import words_of
from claimcheck.records import Relation

POWER = "Coal supplies 40 percent of Britain's electricity."
RULER = "Alexander Lukaschenko regiert Belarus seit mehr als 25 Jahren."


def lows(text, language):
    return [word.low for word in read_idioms(text, words_of(text, language), language)]


def shown(new, past, language_new=None, language_past=None):
    return [(each.kind.value, each.new, each.past) for each in relate(new, past, language_new, language_past)[1]]


@pytest.mark.parametrize(
    ("text", "language", "plain"),
    [
        ("Der Minister hat gestern seinen Hut genommen", "de", "zurückgetreten"),
        ("Die Ministerin nahm nach nur einem Monat ihren Hut", "de", "zurückgetreten"),
        ("The council gave the plan for the stadium the green light", "en", "approved"),
        ("Green light from the Bundestag for the law", "en", "approved"),
        ("Mit dem Paket ziehen die Teilzeitkräfte den Kürzeren", "de", "verloren"),
    ],
)
def test_an_idiom_is_read_as_what_it_says_whatever_form_its_verb_has_and_wherever_it_stands(text, language, plain):
    assert plain in lows(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Er setzte den Hut auf", "de"),  # another verb
        ("She took the bus; the green light was broken and the hat gone", "de"),  # another language
        ("Die Frau nahm Platz. Ihren Hut legte sie ab", "de"),  # another sentence
        ("He was shown the house, and the door was open", "en"),  # other words between
    ],
)
def test_words_that_only_look_like_an_idiom_stay_what_they_are(text, language):
    assert lows(text, language) == [word.low for word in words_of(text, language)]


def test_a_difference_shows_the_idiom_verbatim():
    new = "Estlands Verkehrsminister hat seinen Hut genommen."

    assert shown(new, "Estonia's transport minister is clinging to office.", "de", "en") == [
        ("antonym", "seinen Hut genommen", "clinging to office")
    ]


def test_what_the_vectors_tell_of_opposites_holds_for_words_it_has_not_seen():
    """Learnt without a third of the scales, whose words then serve as a trial."""
    learnt = fit_opposition(lambda entry: isinstance(entry, int) and entry % 3 == 0)
    vectors = bundled_vectors()
    opposite = [("rises", "falls"), ("gesund", "schädlich"), ("buys", "sells"), ("genehmigt", "untersagt")]
    alike = [("rises", "climbs"), ("schädlich", "bedenklich"), ("sells", "sold"), ("untersagt", "verboten")]
    chances = [
        np.mean([float(learnt.chances(*(vectors([word])[:, :-1] for word in pair))[0, 0]) for pair in pairs])
        for pairs in (opposite, alike)
    ]

    assert chances[0] > chances[1] + 0.1


def test_opposites_are_the_same_read_from_either_side():
    rows = bundled_vectors()(["eases", "worsens", "bread"])[:, :-1]
    chances = shipped_opposition().chances(rows, rows)

    np.testing.assert_allclose(chances, chances.T, rtol=1e-5)
    assert chances[0, 1] > chances[0, 2]


def test_what_was_learnt_is_read_as_it_was_written(tmp_path):
    draw = np.random.default_rng(1)
    maps = [draw.normal(size=(6, 2)).astype(np.float32) for _ in range(2)]
    Opposition(*maps, -1.5, 0.5).write(tmp_path / "learnt.npy")
    rows = draw.normal(size=(3, 6)).astype(np.float32)

    read = Opposition.read(tmp_path / "learnt.npy").chances(rows, rows)

    np.testing.assert_allclose(read, Opposition(*maps, -1.5, 0.5).chances(rows, rows), atol=5e-3)


def test_words_that_both_sides_have_are_no_likely_opposites():
    row = view(claim_of("The ban helps bees.", "en"), claim_of("Bees: the ban helps!", "en"), bundled_vectors()).row

    assert dict(zip(SIGNALS, row, strict=True))["unlike"] == 0


@pytest.mark.parametrize(
    ("new", "past", "language"),
    [
        ("Der Konzern ist schuldenfrei.", "Der Konzern hat Schulden.", "de"),
        ("The company is debt-free.", "The company is in debt.", "en"),
        ("The company is debt-free.", "The company has debts.", "en"),
        ("Die Brücke blieb makellos.", "Die Brücke hat einen Makel.", "de"),
    ],
)
def test_free_of_something_is_the_opposite_of_having_it(new, past, language):
    claims = claim_of(new, language), claim_of(past, language)
    found = view(*claims, bundled_vectors())

    assert opposite_words(*claims, found.alignment)


def test_free_on_both_sides_is_no_opposite():
    claims = claim_of("Der Konzern ist schuldenfrei.", "de"), claim_of("Schuldenfrei ist der Konzern.", "de")

    assert opposite_words(*claims, view(*claims, bundled_vectors()).alignment) == []


def test_a_compound_with_what_something_is_free_of_is_no_opposite():
    new, past = (
        "Die Zahl der Arbeitslosen sank im März.",
        "Die Zahl der bei der Arbeitsagentur Gemeldeten sank im März.",
    )

    assert relate(new, past, "de", "de")[0] is not Relation.CONTRADICTS


def test_a_verb_that_begins_with_ge_is_no_form_of_the_one_without():
    assert relate("Das Rathaus gefällt den Bürgern.", "Das Rathaus fällt.", "de", "de")[0] is not Relation.SAME


def test_forms_of_one_german_verb_are_one_word():
    new = "Der Landtag in Erfurt wählte die Abgeordnete zur Präsidentin."

    assert relate(new, "Die Abgeordnete wurde vom Erfurter Landtag zur Präsidentin gewählt.", "de", "de") == (
        Relation.SAME,
        (),
    )


@pytest.mark.parametrize(
    ("new", "past"),
    [
        ("Das Verbot gilt ab Ende des Jahres.", "The ban applies from the middle of the year."),
        ("Das Verbot gilt ab Anfang der Woche.", "The ban applies from the end of the week."),
    ],
)
def test_the_end_and_the_middle_of_the_year_are_two_dates(new, past):
    assert relate(new, past, "de", "en")[0] is Relation.DIFFERS_DATE


def test_no_ifs_and_buts_deny_nothing():
    new = "Der Mindestlohn gilt ohne Wenn und Aber auch für Erntehelfer."

    assert relate(new, "Für Erntehelfer gilt der Mindestlohn.", "de", "de")[0] is not Relation.CONTRADICTS


def test_what_is_dated_is_not_the_same_as_what_is_said_of_today():
    relation, (difference,) = relate("Kohle lieferte 2012 rund 40 Prozent des britischen Stroms", POWER, "de", "en")

    assert (relation, difference.new, difference.past) == (Relation.BROADER, "2012", "")


@pytest.mark.parametrize("new", ["Seit wann regiert Lukaschenko Belarus", "Lukaschenko regiert Belarus"])
def test_a_fuller_name_is_no_other_person_nor_is_a_question_word(new):
    relation, differences = relate(new, RULER, "de", "de")

    assert relation is Relation.NARROWER
    assert [(each.new, each.past) for each in differences] == [("", "mehr als 25 Jahren")]


@pytest.mark.parametrize(("new", "language"), [("Lukaschenko regiert Belarus seit mehr als 25 Jahren", "de")])
def test_a_name_with_and_without_its_forename_is_the_same(new, language):
    assert relate(new, RULER, language, "de")[0] is Relation.SAME


@pytest.mark.parametrize(
    ("new", "past"),
    [
        ("Michelle Obama said she would run for office.", "Barack Obama said he would run for office."),
        ("Donald Trump wants tariffs.", "Eric Trump wants tariffs."),
    ],
)
def test_two_forenames_before_one_name_are_two_people(new, past):
    relation, (difference,) = relate(new, past, "en", "en")

    assert relation is Relation.DIFFERS_PERSON
    assert (difference.new, difference.past) == (new[: len(difference.new)], past[: len(difference.past)])
    assert " " in difference.new


@pytest.mark.parametrize("new", ["Lukaschenko regiert Belarus seit 1998", "Seit 1998 regiert Lukaschenko Belarus"])
def test_since_a_year_and_for_so_many_years_cannot_be_settled_without_the_day(new):
    assert relate(new, RULER, "de", "de") == (Relation.RELATED, ())


@pytest.mark.parametrize(
    ("new", "past", "wanted"),
    [
        ("Lukaschenko regiert Belarus nicht mehr", RULER, ("nicht", "regiert")),
        (
            "There are no nuclear weapons in Belarus",
            "Russia has stationed nuclear weapons in Belarus",
            ("no", "nuclear weapons"),
        ),
        (
            "There is a speed limit on German motorways",
            "Auf deutschen Autobahnen gibt es kein Tempolimit.",
            ("speed limit", "kein"),
        ),
        ("Antibiotics do not work against flu viruses", "Antibiotika helfen gegen Grippeviren.", ("not", "helfen")),
        ("Russia signed the memorandum", "Russland hat das Memorandum nie unterzeichnet.", ("signed", "nie")),
    ],
)
def test_beside_a_negation_stands_what_it_denies(new, past, wanted):
    assert shown(new, past) == [("negation", *wanted)]


def test_a_name_with_hyphens_is_one_detail():
    found = shown(
        "Britain has closed its last coal power station",
        "Britain has closed its last coal power station, Ratcliffe-on-Soar",
    )

    assert found == [("scope", "", "Ratcliffe-on-Soar")]
