"""What small words, labels and order make of two claims: headlines that say no, verbs in two parts, comparisons."""

import pytest

from claimcheck.match import relate
from claimcheck.match.relation.claim import claim_of
from claimcheck.match.relation.polarity import find_hedges
from claimcheck.match.relation.quantity import Quantity, fit
from claimcheck.match.relation.times import find_moments
from claimcheck.match.relation.words import words_of
from claimcheck.records import Relation


def test_a_headline_that_begins_with_no_denies_once() -> None:
    assert [each.sense for each in claim_of("No, the bishop did not bless the ferry.", "en").negations] == ["not"]
    assert relate("No, the bishop did not bless the ferry.", "The bishop blessed the ferry.")[0] == "contradicts"


def test_a_label_before_a_claim_is_no_name() -> None:
    claim = claim_of("Fact check: a goat really climbed the tower.", "en")

    assert "check" not in {claim.words[number].low for number in claim.content}


def test_a_magnitude_at_the_end_of_a_sentence_is_no_day_of_august() -> None:
    assert find_moments("The tremor reached a magnitude of 6.8.") == []
    assert [each.fields for each in find_moments("Am 6.8. bebte die Erde.")] == [{"month": 8, "day": 6}]
    new, past = "The tremor had a magnitude of 6.8.", "The tremor had a magnitude of 7.9."
    assert relate(new, past, "en", "en")[0] == "differs_number"


@pytest.mark.parametrize(
    ("text", "century"),
    [
        ("Die Truhe stammt aus dem 17. Jahrhundert.", 17),
        ("The chest dates from the 17th century.", 17),
        ("from the sixteenth century", 16),
    ],
)
def test_a_century_is_a_date(text: str, century: int) -> None:
    assert [each.fields for each in find_moments(text)] == [{"century": century}]


def test_two_centuries_differ_in_the_date() -> None:
    new, past = "Die Truhe stammt aus dem 17. Jahrhundert.", "Die Truhe stammt aus dem 18. Jahrhundert."
    assert relate(new, past, "de", "de")[0] == "differs_date"


def test_a_german_verb_is_read_with_the_particle_at_the_end_of_its_clause() -> None:
    claim = claim_of("Der Pianist sagte alle Auftritte ab.", "de")

    assert [claim.words[number].low for number in claim.content][:2] == ["pianist", "absagte"]


def test_a_particle_after_a_helper_belongs_to_no_finite_verb() -> None:
    claim = claim_of("Der Pianist hat das Licht aus.", "de")

    assert "aushat" not in {word.low for word in claim.words}


def test_who_outlives_whom_turns_round_with_the_names() -> None:
    new, past = "Tortoises live longer than parrots.", "Parrots live longer than tortoises."
    assert relate(new, past, "en", "en")[0] != Relation.SAME


def test_dozens_are_not_hundreds_but_may_be_scores() -> None:
    dozens, hundreds, scores = (Quantity(0, 1, value, "", "", "vague") for value in (24.0, 200.0, 40.0))

    assert not fit(dozens, hundreds)
    assert fit(dozens, scores)


def test_one_of_some_is_a_number_and_an_article_is_none() -> None:
    for text in ("Only one diver is alive.", "One of the divers is alive."):
        assert [each.value for each in claim_of(text, "en").quantities] == [1.0]
    assert claim_of("A diver is alive.", "en").quantities == []


@pytest.mark.parametrize(
    "text",
    [
        "Experts doubt that the bridge is safe.",
        "Viele glauben, dass die Brücke einstürzt.",
        "Is the bridge going to collapse?",
        "A rumour says that the bridge will collapse.",
    ],
)
def test_doubt_hearsay_and_questions_leave_a_claim_open(text: str) -> None:
    assert find_hedges(text)


def test_a_report_of_two_different_stations_differs_in_whose_word_it_is() -> None:
    new, past = "CNN reported that the ferry sank.", "BBC reported that the ferry sank."
    assert relate(new, past, "en", "en")[0] != Relation.SAME


def test_a_german_who_testifies_is_not_merely_quoted() -> None:
    claim = claim_of("Der König sagte vor Gericht aus.", "de")

    assert "könig" in {claim.words[number].low for number in claim.content}


def test_in_a_headline_a_capital_tells_no_name() -> None:
    assert all(word.first for word in words_of("Mayor Quickly Closed Every Bridge Across River Meren", "en"))
    assert [word.first for word in words_of("The mayor of Meren closed it.", "en")][3:4] == [False]


@pytest.mark.parametrize("word", ["Most", "Only"])
def test_a_small_word_that_one_side_lacks_keeps_equal_words_from_being_the_same(word: str) -> None:
    assert relate(f"{word} bridges are safe.", "Bridges are safe.", "en", "en")[0] != Relation.SAME


@pytest.mark.parametrize(
    ("new", "past"),
    [
        ("Fires broke out in Leeds and in York.", "Fires broke out in York and in Leeds."),
        ("Floods hit Leeds and York on Monday.", "Floods hit York and Leeds on Monday."),
        ("Leeds and York were hit by floods.", "Floods hit York and Leeds."),
        ("Near Pirna the Elbe flooded mills.", "The Elbe flooded mills near Pirna."),
    ],
)
def test_places_in_another_order_reverse_nothing(new: str, past: str) -> None:
    assert relate(new, past, "en", "en")[0] != Relation.CONTRADICTS


@pytest.mark.parametrize(
    ("new", "past"),
    [
        ("Harwick ist die Hauptstadt von Norland.", "Die Hauptstadt von Norland ist Harwick."),
        ("Der Ukraine lieferte Polen Panzer.", "Polen lieferte der Ukraine Panzer."),
        ("Mit Frankreich verhandelt Deutschland über Strom.", "Deutschland verhandelt mit Frankreich über Strom."),
        (
            "In der UN-Generalversammlung stimmte Belarus gegen die Resolution.",
            "Belarus stimmte gegen die Resolution der UN-Generalversammlung.",
        ),
        (
            "Deutschland gibt mehr für Bildung aus als Frankreich.",
            "Mehr als Frankreich gibt Deutschland für Bildung aus.",
        ),
        ("Den Vertrag mit China kündigte Italien im Dezember.", "Italien kündigte im Dezember den Vertrag mit China."),
    ],
)
def test_a_name_that_says_itself_what_it_does_may_stand_anywhere(new: str, past: str) -> None:
    assert relate(new, past, "de", "de")[0] != "contradicts"


@pytest.mark.parametrize(
    ("new", "past", "language", "shown"),
    [
        (
            "Die Ukraine lieferte Polen Panzer.",
            "Polen lieferte der Ukraine Panzer.",
            "de",
            ("Ukraine lieferte Polen", "Polen lieferte der Ukraine"),
        ),
        (
            "Anna Keller is the sister of Jan Mauer.",
            "Jan Mauer is the sister of Anna Keller.",
            "en",
            ("Anna Keller is the sister of Jan Mauer", "Jan Mauer is the sister of Anna Keller"),
        ),
        ("Germany sued Poland.", "Poland sued Germany.", "en", ("Germany sued Poland", "Poland sued Germany")),
        ("Nokia outbid Samsung.", "Samsung outbid Nokia.", "en", ("Nokia outbid Samsung", "Samsung outbid Nokia")),
        (
            "Ungarn gibt mehr für Straßen aus als Irland.",
            "Irland gibt mehr für Straßen aus als Ungarn.",
            "de",
            ("Ungarn gibt mehr für Straßen aus als Irland", "Irland gibt mehr für Straßen aus als Ungarn"),
        ),
    ],
)
def test_names_that_change_places_deny_and_are_shown(
    new: str, past: str, language: str, shown: tuple[str, str]
) -> None:
    relation, (difference,) = relate(new, past, language, language)
    assert relation == "contradicts"
    assert (difference.kind, difference.new, difference.past) == ("antonym", *shown)


@pytest.mark.parametrize(
    ("new", "language", "relation"),
    [
        ("Germany imported more electricity than it exported in 2022.", "en", "contradicts"),
        ("Deutschland importierte 2022 mehr Strom, als es exportierte.", "de", "contradicts"),
        ("Germany exported more electricity than it imported in 2022.", "en", "same"),
        ("Deutschland exportierte 2022 mehr Strom, als es importierte.", "de", "same"),
    ],
)
def test_two_opposites_around_than_are_read_in_their_order(new: str, language: str, relation: str) -> None:
    assert relate(new, "Deutschland hat 2022 mehr Strom exportiert als importiert.", language, "de")[0] == relation


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Seit wann regiert Meier Norland", "de"),
        ("Ab wann regierte Meier Norland?", "de"),
        ("How long has Meier ruled", "en"),
    ],
)
def test_a_question_word_is_nobody(question: str, language: str) -> None:
    relation, found = relate(question, "Anton Meier regiert Norland seit mehr als 25 Jahren.", language, "de")
    assert relation in ("related", "narrower")
    assert all(each.kind != "person" for each in found)


@pytest.mark.parametrize(
    ("new", "past"),
    [
        (
            "Bürgermeister Falk Hinrichs hat den Vertrag mit dem Versorger Lumenia gekündigt.",
            "Der Vertrag mit dem Versorger Lumenia wurde von Bürgermeister Falk Hinrichs gekündigt.",
        ),
        (
            "Das Landgericht Osnabrück verurteilte den Tierarzt Holger Mensing wegen Betrugs zu Haft auf Bewährung.",
            "Wegen Betrugs bekam der Tierarzt Holger Mensing vom Landgericht Osnabrück Haft auf Bewährung.",
        ),
    ],
)
def test_one_name_of_several_words_does_not_change_places_with_itself(new: str, past: str) -> None:
    assert relate(new, past, "de", "de")[0] != "contradicts"


def test_what_is_yet_to_happen_has_not_happened() -> None:
    new, past = "The mayor of Leeds has paid the fine.", "The mayor of Leeds has yet to pay the fine."

    assert relate(new, past, "en", "en")[0] == "contradicts"
