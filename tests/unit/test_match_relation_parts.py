"""What two claims are compared by: dates in words, vague figures, names in any alphabet, reach of a negation, order."""

import numpy as np
import pytest

from claimcheck.flows.fit_relations import confusion, macro_f1, read_pairs
from claimcheck.match import relate
from claimcheck.match.relation.claim import claim_of
from claimcheck.match.relation.fitting import fit_judge
from claimcheck.match.relation.gazetteer import contains
from claimcheck.match.relation.numbers import find_quantities
from claimcheck.match.relation.polarity import find_corrections, find_negations
from claimcheck.match.relation.quantity import fit
from claimcheck.match.relation.signals import SIGNALS
from claimcheck.match.relation.times import differing, find_moments
from claimcheck.match.relation.words import skeleton
from claimcheck.records import Relation


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("on New Year's Eve", [{"month": 12, "day": 31}]),
        ("am Heiligabend", [{"month": 12, "day": 24}]),
        ("the day after Christmas", [{"month": 12, "day": 26}]),
        ("at half past four in the afternoon", [{"clock": 16 * 60 + 30}]),
        ("um halb fünf", [{"clock": 4 * 60 + 30}]),
        ("on the last Sunday in May", [{"weekday": 6, "nth": -1}, {"month": 5}]),
        ("in the late 1990s", [{"third": 2}]),
    ],
)
def test_dates_in_words_are_days_and_times(text, fields):
    found = [each.fields for each in find_moments(text)]

    assert [{name: each[name] for name in wanted} for each, wanted in zip(found, fields, strict=True)] == fields


def test_a_month_and_its_season_go_together_and_a_year_with_its_decade():
    assert differing(find_moments("in summer"), find_moments("im August")) is None
    assert differing(find_moments("in summer"), find_moments("im Januar")) == "month"
    assert differing(find_moments("in the 1990s"), find_moments("1994")) is None
    assert differing(find_moments("in the 1990s"), find_moments("in 2004")) == "decade"


def test_vague_plurals_fit_exact_figures_above_them_only():
    (vague,), (many,), (few,) = (find_quantities(text, "en") for text in ("thousands", "20,000", "300"))

    assert fit(vague, many)
    assert not fit(vague, few)


@pytest.mark.parametrize(
    "names", [("Lukaschenko", "Lukashenka", "Лукашенко"), ("Selenskyj", "Zelensky", "Зеленський"), ("Kiew", "Kiev")]
)
def test_a_name_sounds_the_same_in_every_spelling(names):
    assert len({skeleton(name) for name in names}) == 1


def test_places_lie_in_places_however_far_up():
    assert contains("places", "europe", "passau")
    assert not contains("places", "passau", "europe")
    assert not contains("places", "niger", "nigeria")


def test_a_negation_reaches_over_its_clause_and_no_further():
    text = "The airline, which had not moved for weeks, raised wages"

    (cue,) = find_negations(text)

    assert text[slice(*cue.reach)].strip() == "which had not moved for weeks"


def test_a_correction_says_what_instead_of_what():
    text = "Den Antrag stellte nicht die Kirche, sondern der Heimatverein."

    (found,) = find_corrections(text)

    assert (text[slice(*found.no)], text[slice(*found.yes)]) == ("die Kirche", "der Heimatverein")
    assert find_corrections("Not only the church but also the club paid") == []


def test_names_that_change_places_mean_the_reverse_unless_the_voice_changes_too():
    assert relate("Russia beat Ukraine in the match.", "Ukraine beat Russia in the match.", "en", "en")[0] != "same"
    assert relate("Ukraine was beaten by Russia.", "Russia beat Ukraine.", "en", "en")[0] != "contradicts"
    named_closer = "Alexander Lukaschenko regiert Belarus seit mehr als 25 Jahren."
    assert relate("Belarus wird seit 25 Jahren von Lukaschenko regiert", named_closer, "de", "de")[0] != "contradicts"
    assert relate("Russland wurde von der Ukraine besiegt.", "Die Ukraine wurde von Russland besiegt.")[0] != "same"


def test_who_says_so_is_no_part_of_a_claim():
    claim = claim_of("According to police, the bridge was closed", "en")

    assert [claim.words[number].low for number in claim.content] == ["bridge", "closed"]


def test_a_place_of_a_noun_that_only_one_side_has_is_no_other_place():
    voted = "Belarus stimmte 2022 als einer von fünf Staaten gegen die Resolution."
    of_what = "Fünf Staaten stimmten 2022 gegen die Resolution zum Angriff auf die Ukraine."

    assert relate(voted, of_what, "de", "de")[0] != Relation.DIFFERS_PLACE
    attacks = "The attack on Georgia began in 2008.", "The attack on Ukraine began in 2008."
    assert relate(*attacks, "en", "en")[0] == Relation.DIFFERS_PLACE


def test_two_slots_that_differ_leave_claims_related():
    new, past = "Im Jahr 2018 brannte es in Köln.", "Im Jahr 2020 brannte es in Leipzig."

    assert relate(new, past, "de", "de") == (Relation.RELATED, ())


def test_lines_are_fitted_to_the_pairs_and_pairs_are_read_from_files(tmp_path):
    (tmp_path / "pairs.tsv").write_text("# relation\nrelation\thard\tx\tx\tx\tx\nsame\tyes\tde\ten\tA\tB\n", "utf-8")
    rows = np.zeros((40, len(SIGNALS)))
    rows[:20, SIGNALS.index("turned")] = 1
    told = [Relation.CONTRADICTS] * 20 + [Relation.SAME] * 20

    judge = fit_judge(rows, told)

    assert read_pairs(tmp_path / "pairs.tsv") == [(Relation.SAME, "de", "en", "A", "B")]
    for row, want in zip(rows[[0, 39]], (Relation.CONTRADICTS, Relation.SAME), strict=True):
        chances = judge.chances(row)
        assert max(chances, key=lambda each: chances[each]) is want
        assert sum(chances.values()) == pytest.approx(1)


def test_macro_f1_is_the_mean_of_f1_over_relations_that_occur():
    same, related = Relation.SAME, Relation.RELATED

    assert macro_f1(confusion([(same, same), (same, related), (related, related)])) == pytest.approx(2 / 3)
    assert macro_f1({}) == 0.0
