"""The frame of a claim: who is meant, on which day, and the words that say so without what came before."""

import pytest
from split_texts import read, texts

from claimcheck.records import Assertion


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("de", "Bürgermeisterin Anna Huber kam. Sie kaufte 100 Busse.", "Anna Huber kaufte 100 Busse."),
        ("de", "Minister Max Meier kam nach Kiel. Meier kaufte 100 Busse.", "Max Meier kaufte 100 Busse."),
        ("de", "Minister Max Meier kam. Seine Partei verlor 5 Sitze.", "Max Meiers Partei verlor 5 Sitze."),
        ("en", "Mayor Jane Doe came. She bought 100 buses.", "Jane Doe bought 100 buses."),
        ("en", "Mayor Jane Doe came. Her party lost 5 seats.", "Jane Doe’s party lost 5 seats."),
        ("en", "Mayor Jane Doe came to Leeds. The mayor bought 100 buses.", "Jane Doe bought 100 buses."),
    ],
)
def test_who_is_meant_is_named_where_one_person_fits(language: str, text: str, wanted: str) -> None:
    assert wanted in texts(text, language)


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("en", "Mayor Jane Doe met Ann Lee, 45, in Leeds. She bought 100 buses.", "She"),
        ("en", "A man met John Smith in Leeds. He bought 100 buses.", "He"),
        ("de", "Minister Karl Lauter traf Minister Max Meier. Er kaufte 100 Busse.", "Er"),
        ("de", "Minister Max Meier kam nach Kiel. Sie kaufte 100 Busse.", "Sie"),
    ],
)
def test_a_pronoun_that_two_can_be_meant_by_or_none_stays_open(language: str, text: str, word: str) -> None:
    claim = read(text, language)[-1]

    assert word in claim.text
    assert word in claim.context.unresolved
    assert claim.needs_context


def test_a_name_inside_a_longer_name_is_left_alone() -> None:
    assert "Leeds opened the Doe Center in 2019." in texts(
        "Mayor Jane Doe came. Leeds opened the Doe Center in 2019.", "en"
    )


def test_an_office_that_two_people_hold_is_not_named() -> None:
    text = "Minister Max Meier traf Minister Karl Lauter. Der Minister kaufte 100 Busse in Kiel."

    assert "Der Minister kaufte 100 Busse in Kiel." in texts(text, "de")


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("de", "Kiel kaufte gestern Abend 100 Busse.", "Kiel kaufte am Abend des 10. April 2023 100 Busse."),
        ("de", "Kiel kaufte im vergangenen Jahr 100 Busse.", "Kiel kaufte im Jahr 2022 100 Busse."),
        ("de", "Kiel kaufte im Februar 100 Busse.", "Kiel kaufte im Februar 2023 100 Busse."),
        ("de", "Kiel hat derzeit 100 Busse.", "Kiel hat derzeit (Stand 11. April 2023) 100 Busse."),
        ("de", "Meier regiert Kiel seit einem Vierteljahrhundert.", "Meier regiert Kiel seit 25 Jahren."),
        ("en", "Leeds bought 100 buses on Monday.", "Leeds bought 100 buses on Monday, 10 April 2023."),
        ("en", "Leeds bought 100 buses yesterday.", "Leeds bought 100 buses on 10 April 2023."),
        ("en", "Leeds bought 100 buses last year.", "Leeds bought 100 buses in 2022."),
        ("en", "Leeds bought 100 buses last month.", "Leeds bought 100 buses in March 2023."),
        ("en", "Leeds has scrapped Tuesday's bus timetable.", "Leeds has scrapped Tuesday's bus timetable."),
    ],
)
def test_a_date_is_worded_so_that_it_holds_on_any_day(language: str, text: str, wanted: str) -> None:
    assert texts(text, language) == [wanted]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("de", "Das Lager solle bis zum 1. Juli fertig sein.", "2023-07-01"),
        ("de", "Das Lager lief bis zum 1. Juli.", "2022-07-01"),
        ("de", "Am kommenden Montag tagt der Rat in Kiel.", "2023-04-17"),
        ("en", "A hearing is due to be held on September 9.", "2023-09-09"),
        ("en", "A hearing was held on September 9.", "2022-09-09"),
        ("en", "The council will meet on Wednesday.", "2023-04-12"),
    ],
)
def test_what_is_to_come_is_dated_forward(language: str, text: str, day: str) -> None:
    (claim,) = read(text, language)

    assert claim.date is not None
    assert claim.date.value == day


def test_a_story_goes_on_on_its_day_and_a_new_subject_ends_it() -> None:
    text = "Mayor Jane Doe went to Leeds on Saturday. She opened a bridge there. Buses cost 5 pounds in 1999."
    days = [claim.date.value if claim.date else None for claim in read(text, "en")]

    assert days == ["2023-04-08", "2023-04-08", "1999"]


def test_an_act_of_speaking_has_the_only_day_on_which_its_actor_speaks() -> None:
    text = "Minister Max Meier bat am Montag um Hilfe. Der Minister Max Meier kritisierte die Stadt Kiel scharf."
    acts = [claim for claim in read(text, "de") if claim.subject == "Max Meier"]

    assert {claim.date.value for claim in acts if claim.date} == {"2023-04-10"}


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Leeds bought 100 buses, according to the supplier, Ferro Works.", "Ferro Works"),
        ("en", "According to a report by the council, Leeds bought 100 buses.", "council"),
        ("en", "“Leeds bought 100 buses,” Mr Jo Beck, 68, told the court.", "Jo Beck"),
        ("en", "A study by Ann Lee found that Leeds has 100 buses.", "Ann Lee"),
        ("de", "Kiel habe 100 Busse gekauft, so die 45-jährige Bürgermeisterin Anna Huber.", "Anna Huber"),
        ("de", "Nach Auskunft der Polizei kaufte Kiel 100 Busse.", "Polizei"),
        ("de", "Der Polizei zufolge kaufte Kiel 100 Busse.", "Polizei"),
    ],
)
def test_a_source_is_named_by_its_name(language: str, text: str, speaker: str) -> None:
    assert speaker in {claim.speaker for claim in read(text, language)}


def test_another_spelling_of_a_surname_is_the_same_person() -> None:
    text = "Berater Mychajlo Podoljak kam. Kiel hat 100 Busse, sagte Podolyak."

    assert "Mychajlo Podoljak" in {claim.speaker for claim in read(text, "de")}


def test_hearsay_is_the_word_of_the_source_before_it() -> None:
    text = "Police said Leeds bought 100 buses. The buses allegedly cost 5 million pounds."

    assert [claim.speaker for claim in read(text, "en")][-1] == read(text, "en")[0].speaker


def test_a_source_cited_by_a_paper_is_the_speaker_and_the_paper_the_channel() -> None:
    text = "Die Kieler Zeitung berichtet unter Berufung auf Diplomaten, das Schreiben sei am 30. August eingegangen."
    claim = next(claim for claim in read(text, "de") if claim.assertion is Assertion.REPORTED)

    assert (claim.speaker, claim.via) == ("Diplomaten", "Kieler Zeitung")


def test_the_actor_stands_behind_an_adverbial_in_front() -> None:
    text = "Gut zwei Wochen zuvor hatte der russische Präsident Wladimir Putin eine Übung angekündigt."

    assert [claim.subject for claim in read(text, "de")] == ["Wladimir Putin"]


def test_a_source_is_left_out_of_what_it_says() -> None:
    assert texts("Die Brücke kostete laut Stadtrat 2 Millionen Euro.", "de") == ["Die Brücke kostete 2 Millionen Euro."]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Meier warf dem Westen vor, den Vertrag von 1994 zu brechen.", "Der Westen bricht den Vertrag von 1994."),
        ("Meier warf den Banken vor, die Kunden zu betrügen.", "Die Banken betrügen die Kunden."),
        ("Belarus lobte die Resolution, die den Angriff verurteilte.", "Die Resolution verurteilte den Angriff."),
    ],
)
def test_an_accusation_and_a_relative_clause_are_worded_as_sentences(text: str, wanted: str) -> None:
    assert wanted in texts(text, "de")


def test_a_short_report_about_one_day_tells_what_happened_on_it() -> None:
    text = "Am Montag stürzte in Kiel ein Kran um. Drei Arbeiter wurden verletzt. Die Feuerwehr sperrte die Straße."

    assert {claim.date.value if claim.date else None for claim in read(text, "de")} == {"2023-04-10"}


def test_the_day_on_which_something_was_said_is_not_the_day_it_is_about() -> None:
    (claim,) = read("The fire burned 200 acres, fire officials said Monday.", "en")

    assert claim.date is None


def test_a_day_that_the_words_do_not_give_is_put_behind_them() -> None:
    claims = read("Mayor Jane Doe went to Leeds on Saturday. She opened a bridge.", "en")

    assert claims[-1].text == "Jane Doe opened a bridge (on 8 April 2023)."


def test_a_hidden_name_of_a_body_is_given_where_the_article_knows_one() -> None:
    text = "The Ministry of Education bought 100 buses. In addition, the ministry ordered 20 trains."

    assert any("The Ministry of Education ordered 20 trains" in each for each in texts(text, "en"))
