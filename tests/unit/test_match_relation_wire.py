"""What reporters and posters put otherwise: sums, rates, who beat whom, capitals for countries, idioms that deny."""

import pytest

from claimcheck.match import relate
from claimcheck.match.relation.align import align, bundled_vectors
from claimcheck.match.relation.claim import claim_of
from claimcheck.match.relation.contests import contest_of
from claimcheck.match.relation.numbers import find_quantities
from claimcheck.match.relation.polarity import find_negations, find_opposites, one_scale
from claimcheck.match.relation.quantity import fit
from claimcheck.match.relation.signals import view
from claimcheck.match.relation.times import differing, find_moments
from claimcheck.match.relation.words import words_of


def only_quantity(text, language="en"):
    (found,) = find_quantities(text, language)
    return found


def contest(new, past, language_new="en", language_past="en"):
    ours, theirs = claim_of(new, language_new), claim_of(past, language_past)
    return contest_of(ours, theirs, align(ours, theirs, bundled_vectors()))


def conflicts(new, past, language_new="en", language_past="en"):
    seen = view(claim_of(new, language_new), claim_of(past, language_past), bundled_vectors())
    return [(each.kind, each.new, each.past) for each in seen.found.conflicts]


@pytest.mark.parametrize(
    ("new", "past"),
    [
        (("It took a fortnight", "en"), ("Es dauerte zwei Wochen", "de")),
        (("eine Dreiviertelstunde Fahrt", "de"), ("a 45 minute ride", "en")),
        (("It was 95F at noon", "en"), ("Mittags waren es 35 Grad Celsius", "de")),
        (("All but four of the 80 boats", "en"), ("76 von 80 Booten", "de")),
        (("alle 80 Boote bis auf vier", "de"), ("76 out of 80 boats", "en")),
        (("two years and six months in prison", "en"), ("zweieinhalb Jahre Haft", "de")),
        (("Jedes dritte Jahr kommt er", "de"), ("alle drei Jahre", "de")),
        (("half as many storks", "en"), ("halb so viele Störche", "de")),
        (("Der Bestand hat sich halbiert", "de"), ("The stock fell by 50 percent", "en")),
        (("1,200 euros a month", "en"), ("14.400 Euro im Jahr", "de")),
        (("seventy grand", "en"), ("70.000", "de")),
    ],
)
def test_one_amount_in_other_words_fits(new, past):
    assert fit(only_quantity(*new), only_quantity(*past))


@pytest.mark.parametrize(
    ("new", "past"),
    [
        (("12 times the limit", "en"), ("one and a half times the limit", "en")),
        (("Every other lift", "en"), ("jeder zehnte Aufzug", "de")),
        (("900 dollars a month", "en"), ("900 dollars a year", "en")),
        (("95F", "en"), ("95C", "en")),
        (("more than half as many", "en"), ("nicht einmal mehr halb so viele", "de")),
    ],
)
def test_amounts_that_only_look_alike_do_not_fit(new, past):
    assert not fit(only_quantity(*new), only_quantity(*past))


def test_a_network_generation_is_no_weight():
    assert [each.dimension for each in find_quantities("5G masts", "en")] == [""]


def test_two_spells_in_one_unit_are_two_and_in_two_units_one():
    told = find_quantities("The brothers got five years and three years, the cousin two years and six months.", "en")

    assert [each.bare for each in told] == [5, 3, 30]


@pytest.mark.parametrize("text", ["All but ² of 64 drones", "Three out of ² drones"])
def test_a_raised_figure_counts_nothing(text):
    assert all(each.dimension == "" for each in find_quantities(text, "en"))


def test_what_only_has_an_and_in_a_word_is_not_added_up():
    added = conflicts("27 Autos brannten.", "14 Hunde, 13 Autos brannten.", "de", "de")

    assert [kind for kind, *_ in added] == ["number"]


def test_a_sum_and_its_two_parts_are_no_conflict():
    assert conflicts("The blaze killed 30 people.", "The blaze killed 18 women and 12 men.") == []
    assert conflicts("The blaze killed 31 people.", "The blaze killed 18 women and 12 men.") != []


@pytest.mark.parametrize(
    ("new", "past", "field"),
    [
        ("It opened in the closing days of May.", "Es öffnete Anfang Mai.", "third"),
        ("Sales rose in the second quarter of last year.", "Im vierten Quartal des vergangenen Jahres.", "quarter"),
        ("He fell on Christmas Day.", "Er stürzte am Karfreitag.", "month"),
    ],
)
def test_dates_put_loosely_are_told_apart(new, past, field):
    assert differing(find_moments(new), find_moments(past)) == field


def test_what_ends_in_a_month_does_not_end_the_month():
    (moment,) = find_moments("The ban will come to an end in May next to nothing")[:1]

    assert moment.fields == {"month": 5}


@pytest.mark.parametrize(
    ("new", "past", "same"),
    [
        ("Leeds beat York 2-0.", "York lost 2-0 to Leeds.", True),
        ("Leeds beat York 2-0.", "York beat Leeds 2-0.", False),
        ("York were beaten by Leeds.", "Leeds won 2-0 against York.", True),
        ("York were thrashed by Leeds.", "York lost 2-0 to Leeds.", True),
        ("York were thrashed by Leeds.", "Leeds lost 2-0 to York.", False),
    ],
)
def test_who_wins_is_read_from_either_side(new, past, same):
    found = contest(new, past)

    assert found is not None
    assert found[0] is same


def test_a_german_loser_and_an_english_winner_are_one_match():
    found = contest(
        "Hertha muss sich Schalke im Pokal geschlagen geben.", "Schalke beat Hertha in the cup.", "de", "en"
    )

    assert found is not None
    assert found[0]


def test_claims_of_other_things_are_no_contest():
    assert contest("Leeds hosted York.", "York visited Leeds.") is None


def test_a_comparison_put_the_other_way_round_does_not_contradict():
    new = "More nurses than doctors joined the march."

    assert relate(new, "Fewer doctors than nurses joined the march.", "en", "en")[0] != "contradicts"
    assert relate(new, "Fewer nurses than doctors joined the march.", "en", "en")[0] == "contradicts"


@pytest.mark.parametrize("past", ["Serbia has recalled its envoy.", "The Serbian government has recalled its envoy."])
def test_a_capital_that_acts_is_no_narrower_than_its_country_or_its_government(past):
    acting, other = claim_of("Belgrade has recalled its envoy.", "en"), claim_of(past, "en")

    for sides in ((acting, other), (other, acting)):
        found = view(*sides, bundled_vectors()).found
        assert (found.conflicts, found.scopes) == ([], [])


def test_a_capital_that_acts_is_its_country_and_one_that_is_visited_is_not():
    assert claim_of("Tokyo recalled its envoy.", "en").seats == {"tokyo": "japan"}
    assert claim_of("The envoy was recalled from Tokyo.", "en").seats == {}
    assert conflicts("Tokyo recalled its envoy.", "Japan recalled its envoy.") == []


def test_german_names_are_known_in_every_case():
    keys = [each.key for each in claim_of("Bei der Deutschen Bahn fallen Stellen weg.", "de").roles]

    assert keys == ["deutsche bahn"]


@pytest.mark.parametrize(
    ("new", "past"),
    [
        ("Deutsche Bank cuts 700 jobs.", "Deutsche Bahn cuts 700 jobs."),
        ("The World Trade Organization warned of a shortage.", "A shortage looms, the World Health Organization said."),
        (
            "The European Court of Justice sided with the nurse.",
            "The European Court of Human Rights sided with the nurse.",
        ),
    ],
)
def test_bodies_with_names_of_their_own_are_not_the_same(new, past):
    assert "person" in {kind for kind, *_ in conflicts(new, past)}
    assert relate(new, past, "en", "en")[0] != "same"


def test_audit_offices_of_two_levels_differ():
    new, past = "Der Bundesrechnungshof rügt den Bau.", "Der Landesrechnungshof rügt den Bau."

    assert relate(new, past, "de", "de")[0] == "differs_person"


def test_the_deputy_is_not_the_one_she_stands_in_for():
    new, past = "Die stellvertretende Bürgermeisterin wurde verletzt.", "Die Bürgermeisterin wurde verletzt."

    assert relate(new, past, "de", "de")[0] == "differs_person"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Falsch ist, dass der Zoo schließt.", "de"),
        ("Es stimmt eben nicht, dass der Zoo schließt.", "de"),
        ("Dass der Zoo schließt, ist schlicht falsch.", "de"),
        ("It is a flat-out falsehood that the zoo will close.", "en"),
        ("The zoo brushed aside reports that it will close.", "en"),
        ("The filter offers next to no protection.", "en"),
        ("Das Amt sah davon ab, den Zoo zu schließen.", "de"),
    ],
)
def test_denials_in_idioms_are_negations(text, language):
    assert claim_of(text, language).negations


@pytest.mark.parametrize("text", ["That's nothing!!", "At no point, not in ten years, did it close."])
def test_asides_and_doubled_denials_do_not_count_twice(text):
    assert len(find_negations(text)) == (1 if "no point" in text else 0)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("threw in the towel", "clings to office"),
        ("auf Eis", "wie geplant"),
        ("turned a deaf ear", "responded"),
        ("begräbt", "hält fest"),
    ],
)
def test_idioms_stand_at_the_ends_of_scales(one, other):
    ours, theirs = find_opposites(words_of(one)), find_opposites(words_of(other))

    assert any(mine.side != its.side and one_scale(mine.axis, its.axis) for mine in ours for its in theirs)


def test_most_and_all_denied_are_two_ways_to_put_the_most():
    new, past = "Kein Land hat mehr Schlösser als Wallonien.", "Wallonien ist das Land mit den meisten Schlössern."

    assert relate(new, past, "de", "de")[0] != "contradicts"


@pytest.mark.parametrize(
    ("word", "new", "lacking", "having"),
    [
        ("really", "Storks really returned.", "Storks returned.", "Storks really returned."),
        ("police", "Police found two hikers.", "Two hikers were found, police said.", "Two hikers were found."),
    ],
)
def test_a_filler_and_who_says_so_weigh_little_where_the_other_side_lacks_them(word, new, lacking, having):
    claim = claim_of(new, "en")
    place = [claim.words[number].low for number in claim.content].index(word)
    little, much = (
        align(claim, claim_of(past, "en"), bundled_vectors()).weights[0][place] for past in (lacking, having)
    )

    assert little < much / 2


def test_who_says_so_is_no_detail():
    said = claim_of("Two hikers were found dead on the ridge, police said.", "en")
    plain = claim_of("Police found two hikers dead on the ridge.", "en")

    assert [each for each in view(said, plain, bundled_vectors()).found.scopes if each.kind == "person"] == []
