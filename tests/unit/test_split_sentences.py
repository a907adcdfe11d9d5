"""Where sentences end: the traps of German and English news."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.split import find_sentences


def cut(text: str, language: str) -> list[str]:
    return [text[span.start : span.end] for span in find_sentences(text, 0, len(text), language)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Am 24. Februar begann der Krieg.", "Er dauert an."],
        ["Das war am 3. Okt. 2022 in Kiel.", "Danach war Ruhe."],
        ["Staatssekretär a. D. Karl Meier, d. h. der Chef, schwieg.", "Er ging."],
        ["Es kamen 2.000 und 1.000.", "Mehr nicht."],
        ["Sein 21. Titel war der letzte.", "Sie lebt seit 1994.", "Dr. J. K. Huber lachte."],
        ["„Wir gehen.", "Wir bleiben nicht.“", "So ging es weiter."],
        ["„Ist das so?“, fragte er.", "Ja!"],
        ["Er kam … und ging.", "Dann war es still…", "Niemand sprach."],
        ["Huber u. a. kamen z. B. aus Köln.", "Sie blieben."],
        ["Er hat geschwiegen.", "(dpa)"],
    ],
)
def test_german_sentences_end_where_a_reader_ends_them(sentences: list[str]) -> None:
    assert cut(" ".join(sentences), "de") == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["Mr. J. R. Smith left the U.S. Senate at 5 p.m. on Monday.", "He was tired."],
        ["He lives in Washington, D.C.", "According to police, he is well."],
        ["“Are you concerned?” King asked.", "“No,” he said."],
        ["The vote is on Nov. 8 at 2344 Bragg St., Apt. 1C.", "The rest follows."],
        ["It cost $1.5 million.", "“They know.", "They always knew.”", "Then it rained."],
    ],
)
def test_english_sentences_end_where_a_reader_ends_them(sentences: list[str]) -> None:
    assert cut(" ".join(sentences), "en") == sentences


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("zh", "我们走。你好！是吗？", 3),
        ("ru", "Он пришёл. Она ушла!", 2),
        ("ar", "مرحبا. كيف حالك؟ جيد.", 3),
        ("hi", "वह आया। वह गया।", 2),
    ],
)
def test_other_scripts_end_at_their_own_marks(language: str, text: str, count: int) -> None:
    assert len(cut(text, language)) == count


def test_a_line_break_inside_a_sentence_does_not_end_it_and_an_empty_line_does() -> None:
    assert cut("Der Rat\r\nhat entschieden.\r\n\r\nOhne Punkt", "de") == ["Der Rat\r\nhat entschieden.", "Ohne Punkt"]


def test_a_sign_of_money_behind_an_abbreviation_and_at_the_end_belongs_to_its_sentence() -> None:
    sentences = ["Der Etat sank auf 280 Mio. $, die Schulden auf 3 Mrd. €.", "Nordline zahlte 2 Mio. £ im Mai."]

    assert cut(" ".join(sentences), "de") == sentences


@given(st.lists(st.integers(0, 85), max_size=12))
def test_soft_hyphens_move_no_sentence_end(places: list[int]) -> None:
    text = "Am 24. Februar kam er um 5 Uhr. Dr. Meier a. D. schwieg. „Ist das so?“, fragte Holm. Ja!"
    soft = text
    for place in sorted(places, reverse=True):
        soft = soft[:place] + "\u00ad" + soft[place:]

    assert [each.replace("\u00ad", "") for each in cut(soft, "de")] == cut(text, "de")


def test_sentences_are_found_from_where_the_text_begins_over_soft_hyphens() -> None:
    text = "Kein Satz. Er ka\u00adm.\u00ad\u00ad Sie ging. Ende."

    found = find_sentences(text, text.index("Er"), text.index(" Ende"), "de")

    assert [text[span.start : span.end].replace("\u00ad", "") for span in found] == ["Er kam.", "Sie ging."]
