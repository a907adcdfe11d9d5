"""The subjunctive of reported speech as the indicative has it: regular verbs, changed vowels, prefixes."""

import pytest
from split_texts import texts

from claimcheck.split.languages import rules_for
from claimcheck.split.words.moods import indicative
from claimcheck.split.words.tokens import Token

DE, EN = rules_for("de"), rules_for("en")


@pytest.mark.parametrize(
    ("subjunctive", "expected"),
    [
        *(("spare", "spart"), ("fördere", "fördert"), ("öffne", "öffnet"), ("wirke", "wirkt"), ("passe", "passt")),
        *(("empfehle", "empfiehlt"), ("fresse", "frisst"), ("übernehme", "übernimmt"), ("entspreche", "entspricht")),
        *(("erwerbe", "erwirbt"), ("unterwerfe", "unterwirft"), ("entwickele", "entwickelt"), ("sei", "ist")),
    ],
)
def test_a_verb_gets_the_form_that_the_third_person_has(subjunctive: str, expected: str) -> None:
    assert indicative(Token(subjunctive, subjunctive, 0, len(subjunctive), "fin"), DE) == expected


@pytest.mark.parametrize("word", ["möge", "Spare", "ginge", "käme", "bliebe", "spart", "sparte"])
def test_what_is_no_form_of_reported_speech_stays(word: str) -> None:
    assert indicative(Token(word, word.casefold(), 0, len(word), "fin"), DE) is None


def test_english_has_no_such_form() -> None:
    assert indicative(Token("spare", "spare", 0, 5, "fin"), EN) is None


def test_a_claim_in_reported_speech_reads_as_a_fact() -> None:
    said = "Die Halle spare 3 Millionen Euro im Jahr und fördere 30 Vereine, sagte Ute Harms."

    assert texts(said, "de") == ["Die Halle fördert 30 Vereine.", "Die Halle spart 3 Millionen Euro im Jahr."]
