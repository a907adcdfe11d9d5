"""What two claims' words are matched by: slots no list knows, kinds within kinds, verbs taken apart, names by sound."""

import numpy as np
import pytest

from claimcheck.match import relate
from claimcheck.match.relation.align import align, bundled_vectors
from claimcheck.match.relation.away import find_away
from claimcheck.match.relation.claim import claim_of
from claimcheck.match.relation.numbers import find_quantities
from claimcheck.match.relation.polarity import find_opposites
from claimcheck.match.relation.quantity import fit
from claimcheck.match.relation.signals import view
from claimcheck.match.relation.times import differing, find_moments
from claimcheck.match.relation.turns import corrected_slot
from claimcheck.match.relation.words import lows_of, skeleton, words_of


def seen(new, past, language_new="en", language_past="en"):
    return view(claim_of(new, language_new), claim_of(past, language_past), bundled_vectors()).found


def slots(found):
    return [(each.kind, each.new, each.past) for each in found]


def test_the_one_word_that_differs_after_a_preposition_of_place_is_a_place():
    found = seen("The letter was hidden behind the harmonium.", "The letter was hidden behind the aquarium.")

    assert slots(found.conflicts) == [("place", "harmonium", "aquarium")]


def test_the_one_word_that_differs_and_names_who_does_something_is_a_person():
    found = seen("Der Puppenspieler gewann den Preis.", "Der Drachenbauer gewann den Preis.", "de", "de")

    assert slots(found.conflicts) == [("person", "Puppenspieler", "Drachenbauer")]


def test_two_words_that_differ_in_different_places_are_no_one_slot():
    found = seen("The letter was hidden behind the harmonium.", "The jewel was hidden behind the aquarium.")

    assert slots(found.conflicts) == []


def test_of_two_kinds_the_wider_one_is_told_whichever_side_it_is_on():
    one = seen("Dachshunds carry the virus.", "Dogs carry the virus.").scopes
    other = seen("Hunde übertragen das Virus.", "Dachshunds carry the virus.", "de", "en").scopes

    assert [(each.kind, each.new, each.past, each.wider) for each in one] == [("kind", "Dachshunds", "Dogs", 1)]
    assert [(each.kind, each.new, each.past, each.wider) for each in other] == [("kind", "Hunde", "Dachshunds", -1)]


def test_kinds_that_both_sides_name_are_no_difference():
    assert seen("Dogs and cats carry the virus.", "Cats and dogs carry the virus.").scopes == []


def test_spots_of_one_house_are_different_places():
    assert slots(seen("The fire broke out in the kitchen.", "The fire broke out in the attic.").conflicts) == [
        ("place", "kitchen", "attic")
    ]


@pytest.mark.parametrize("text", ["Der Verein sagt das Fest ab", "Der Rat sagte gestern nach langer Debatte alles ab"])
def test_a_german_verb_is_known_by_its_particle_further_on(text):
    assert "called off" in {
        each.sense for each in find_opposites(words_of(text)) if text[each.start :].startswith("sagt")
    }


def test_without_its_particle_the_verb_says_nothing():
    assert find_opposites(words_of("Der Verein sagt dem Gast etwas")) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("Tschaikowski", "Tchaikovsky"), ("Чернобыль", "Tschernobyl"), ("Müller", "Muller"), ("Kadyrow", "Кадыров")],
)
def test_spellings_of_one_name_sound_alike(one, other):
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("one", "other"), [("Niger", "Nigeria"), ("Iran", "Irak"), ("Merkel", "Merz")])
def test_other_names_sound_different(one, other):
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    ("new", "past", "wanted"),
    [
        ("Not the mayor but the bishop paid.", "The mayor paid.", ("person", "bishop", "mayor")),
        ("Der Bischof zahlte.", "Es zahlte nicht der Bischof, sondern der Landrat.", ("person", "Bischof", "Landrat")),
        ("It happened not in Rome but in Paris.", "It happened in Rome.", ("place", "Paris", "Rome")),
    ],
)
def test_a_correction_gives_what_was_said_and_what_is_so(new, past, wanted):
    language = "de" if "Bischof" in new else "en"

    slot = corrected_slot(claim_of(new, language), claim_of(past, language))

    assert slot is not None
    assert (slot.kind, slot.new.split()[0], slot.past.split()[-1]) == wanted


def test_a_correction_of_something_else_is_none():
    claims = claim_of("Not the mayor but the bishop paid.", "en"), claim_of("The baker paid.", "en")

    assert corrected_slot(*claims) is None


class ThreeWords:
    """Two words at right angles, and a third as near to each as to be neither, but near to their sum."""

    rows = {"blarf": (1.0, 0.0, 0.0), "quonk": (0.0, 1.0, 0.0), "zedding": (0.45, 0.45, 0.595**0.5)}  # noqa: RUF012

    def __call__(self, words):
        return np.array([(*self.rows[word], 1.0) for word in words], np.float32)


def test_two_words_together_may_be_one_of_the_other_side():
    zedding = claim_of("zedding", "en")

    alone = align(claim_of("blarf", "en"), zedding, ThreeWords())
    together = align(claim_of("blarf quonk", "en"), zedding, ThreeWords())
    turned = align(zedding, claim_of("blarf quonk", "en"), ThreeWords())

    assert alone.held(0).max() < 0.5
    assert together.held(0).min() >= 0.5
    assert turned.held(1).min() >= 0.5


def test_the_war_is_a_word_in_english_and_no_word_in_german():
    assert [claim_of("the war", "en").words[at].low for at in claim_of("the war", "en").content] == ["war"]
    assert not [each for each in words_of("er war hier", "de") if each.low == "war" and not each.light]


@pytest.mark.parametrize(
    ("new", "new_in", "past", "past_in", "fits"),
    [
        ("two in five", "en", "40 Prozent", "de", True),
        ("neun von zehn", "de", "nine out of ten", "en", True),
        ("drei von vier", "de", "half", "en", False),
        ("50 degrees Fahrenheit", "en", "10 °C", "de", True),
        ("50 degrees Fahrenheit", "en", "50 degrees Celsius", "en", False),
        ("half a million", "en", "500.000", "de", True),
        ("eine halbe Million", "de", "half a billion", "en", False),
        ("zweihundertdreißig", "de", "230", "en", True),
        ("one hundred and fifty", "en", "150", "de", True),
        ("half a year", "en", "six months", "en", True),
        ("neun Zehnteln", "de", "90 percent", "en", True),
    ],
)
def test_figures_in_words_and_units_are_the_same_figure_or_not(new, new_in, past, past_in, fits):
    (mine,), (other,) = find_quantities(new, new_in), find_quantities(past, past_in)

    assert fit(mine, other) is fits


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("yesterday", [("days", -1)]),
        ("im vergangenen jahr", [("years", -1)]),
        ("three weeks ago", [("weeks", -3)]),
        ("vor einem monat", [("months", -1)]),
        ("im zweiten quartal", [("quarter", 2)]),
        ("in the first half of 2023", [("quarter", 11)]),
        ("on the ninth day of the trial", [("turn", 9)]),
        ("am morgen", []),
    ],
)
def test_dates_told_by_how_far_they_are(text, wanted):
    assert [(field, value) for _, _, field, value in find_away(text)] == wanted


@pytest.mark.parametrize(
    ("new", "past", "field"),
    [
        ("in the late seventies", "Ende der Achtzigerjahre", "decade"),
        ("in den siebziger Jahren", "in the 1970s", None),
        ("am Karfreitag", "on Easter Monday", "season"),
        ("um sechs Uhr früh", "gegen 18 Uhr", "sharp"),
        ("um 18 Uhr", "at 6 p.m.", None),
        ("last week", "nächste Woche", "weeks"),
        ("nächste Woche", "next month", "weeks"),
        ("Der Reaktor ging 1986 ans Netz", "in 1968", "year"),
    ],
)
def test_dates_in_words_differ_or_do_not(new, past, field):
    assert differing(find_moments(new), find_moments(past)) == field


def test_claims_about_the_same_closure_in_other_words_are_the_same():
    new = "Germany closed its last three nuclear plants in April 2023."
    past = "Germany shut down its last three nuclear plants in April 2023."

    assert relate(new, past, "en", "en")[0] == "same"
    assert relate(new, "Germany kept its last three nuclear plants running in April 2023.", "en", "en")[0] != "same"


def test_a_word_far_from_every_other_is_held_by_none():
    new, past = claim_of("The harmonium burned.", "en"), claim_of("Der Zug entgleiste.", "de")

    assert np.all(align(new, past, bundled_vectors()).held(0) < 0.5)


@pytest.mark.parametrize(
    "text", ["The mayor's US-Visit", "isn’t, didn't, O'Neill's", "l´État d'Or", "İstanbul's 3rd_way"]
)
def test_a_list_reads_its_words_as_a_claim_does(text):
    assert lows_of(text) == tuple(word.low for word in words_of(text))
