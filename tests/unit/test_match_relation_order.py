"""What small words, labels and order make of two claims: headlines that say no, verbs in two parts, comparisons."""

import pytest

from claimcheck.match import relate
from claimcheck.match.relation.claim import claim_of
from claimcheck.match.relation.polarity import find_hedges
from claimcheck.match.relation.quantity import Quantity, fit
from claimcheck.match.relation.times import find_moments
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
    assert [each.value for each in claim_of("Only one of the divers is alive.", "en").quantities] == [1.0]
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
