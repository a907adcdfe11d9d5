"""What readers of news found wrong with claims: a clause asserted that was none, a source, a day, a half sentence."""

import pytest
from split_texts import read

from claimcheck.split.languages import rules_for
from claimcheck.split.names.names import name_in
from claimcheck.split.words.tokens import tokenize


def test_a_relative_clause_behind_its_frame_reads_with_its_sentence() -> None:
    text = "Die Zahl stieg um 4 Prozent, wie aus der Statistik hervorgeht, die am Montag vorgestellt wurde."

    found = {each.text for each in read(text, "de")}
    assert any(each.endswith("hervorgeht, die am Montag, dem 10. April 2023, vorgestellt wurde.") for each in found)
    assert not any(each.startswith("Die am Montag") for each in found)


@pytest.mark.parametrize(
    "text",
    [
        "Laut Max Meier,, kam der Rat zu spät.",
        "sei seine wichtigste Waffe",
        "Lee said they",
        "dass der Rat",
        "Als Kind (er war dumm) habe er seinem Bruder Kleider angezogen, sagte",
    ],
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_a_sentence_that_is_broken_does_no_harm(language: str, text: str) -> None:
    for each in read(text, language):
        assert each.text


def test_a_name_that_begins_with_half_a_quotation_is_read() -> None:
    said = '" Erkens, Vorsitzender von "Boisheim'

    assert name_in(tokenize(said, 0, len(said)), said, rules_for("de")) == "Erkens"


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "de",
            "Trotz der Flaute droht den Bäckern einer Prognose zufolge dieses Jahr ein Verlust von 3 Millionen Euro.",
            "Prognose",
        ),
        ("de", "Im Mai 2022 wurden in Kiel 12 Brücken gesperrt, teilte das Museum am Donnerstag mit.", "Museum"),
        ("de", "Das Bistum teilte am Donnerstag mit, 12 Brücken seien im Mai 2022 gesperrt worden.", "Bistum"),
        ("en", "12 bridges were closed in Leeds in May 2022, the statement read.", "statement"),
        ("en", "The day before, the Norland army had claimed that it shot down 12 planes.", "Norland army"),
        ("en", "Travellers without a card will find that the price has gone up from 4 to 6 crowns.", None),
        ("en", "The railways have praised the plan, despite the fact that 12 of the fares have not gone up.", None),
    ],
)
def test_whose_word_it_is(language: str, text: str, speaker: str | None) -> None:
    assert {each.speaker for each in read(text, language)} == {speaker}


def test_a_body_called_by_its_office_is_told_with_both_its_names() -> None:
    text = (
        "Das steht in einem Papier des Bundesamts für Migration und Flüchtlinge (BAMF). Italien habe 2017 Garantien "
        "für 300 Familien abgegeben, schreibt das Amt."
    )

    found = {each.speaker for each in read(text, "de") if "Italien" in each.text}
    assert found == {"Bundesamt für Migration und Flüchtlinge (BAMF)"}


def test_what_did_not_happen_happened_on_no_day() -> None:
    text = "On 3 April 2023 the mill burned down. Firemen saved two men. Ann Lee did not leave the house."

    days = {each.text: each.date.value if each.date else None for each in read(text, "en")}
    assert days["Firemen saved two men."] == "2023-04-03"
    assert days["Ann Lee did not leave the house."] is None
