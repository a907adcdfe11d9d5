"""What readers found wrong with the claims of articles nobody had tuned on, and what reads right since."""

import pytest
import unseen_english
import unseen_german
from split_texts import read, speakers_of, texts

LANGUAGES = {"de": unseen_german, "en": unseen_english}


def rows(table: str) -> dict[str, tuple[str, str, str]]:
    """The rows of a table in both languages by name, each led by its language."""
    return {
        f"{language} {name}": (language, *row)
        for language, module in LANGUAGES.items()
        for name, row in getattr(module, table).items()
    }


TOLD, NEVER, SPEAKERS = rows("TOLD"), rows("NEVER"), rows("SPEAKERS")


@pytest.mark.parametrize(("language", "text", "claim"), TOLD.values(), ids=TOLD.keys())
def test_it_reads_so(language: str, text: str, claim: str) -> None:
    assert claim in texts(text, language)


@pytest.mark.parametrize(("language", "text", "never"), NEVER.values(), ids=NEVER.keys())
def test_it_never_reads_so(language: str, text: str, never: str) -> None:
    found = texts(text, language)
    assert found
    assert not [each for each in found if never in each]


@pytest.mark.parametrize(("language", "text", "speaker"), SPEAKERS.values(), ids=SPEAKERS.keys())
def test_whose_word_it_is(language: str, text: str, speaker: str) -> None:
    assert speaker in {each.speaker for each in read(text, language)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I believe that 12 of the mills closed in 2012."),
        ("de", "Ich glaube, dass die Firma 2012 rund 300 Arbeiter verlor."),
    ],
)
def test_what_nobody_named_believes_is_not_offered(language: str, text: str) -> None:
    assert not any(each.checkable for each in read(text, language))


def test_a_quotation_is_not_said_by_whom_its_label_is_about() -> None:
    found = read('Über Samuel Lindner: "Er schrieb 1922 in Kiel drei Romane und verkaufte 3000 Stück."', "de")

    assert {each.speaker for each in found} == {None}


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "The plant was shut in 2012, but 300 people still work there, according to Nordline.", "shut"),
        ("en", "The message was disclosed after the senators threatened to block 3 bills.", "disclosed"),
        ("en", "Jan Holm said the firm would build 12 plants, although it has only 3 engineers.", "engineers"),
        ("de", "Im Netz wurde ein offener Brief veröffentlicht, dessen Verfasser 12 Schulen fordern.", "Brief"),
    ],
)
def test_what_the_paper_tells_has_no_speaker(language: str, text: str, words: str) -> None:
    assert {each.speaker for each in read(text, language) if words in each.text} == {None}


@pytest.mark.parametrize(
    ("language", "text", "words", "speaker"),
    [
        (
            "de",
            "„Es tropft“, sagt Ina Lehr.\n\n„Wir bauten 2019 die Halle.\n\nSie ist undicht“, sagt Jan Holm.",
            "bauten",
            "Jan Holm",
        ),
        (
            "en",
            '"It leaks," says Ann Lee.\n\n"We built it in 2019.\n\n"It is wet," says Jan Holm.',
            "built",
            "Jan Holm",
        ),
        (
            "de",
            "Wie das Pressebüro Elbe meldet, hat Ina Lehr gesagt, dass es tropft. „Der Bau kostete 3 Millionen Euro.“",
            "kostete",
            "Ina Lehr",
        ),
        (
            "de",
            'Ich baute 2019 die Halle. Der Bau kostete 3 Millionen Euro. Das war mir zu viel", sagte Jan Holm.',
            "kostete",
            "Jan Holm",
        ),
    ],
)
def test_a_sentence_is_the_word_of_whom_another_one_names(language: str, text: str, words: str, speaker: str) -> None:
    found = speakers_of(text, language)
    assert {each for evidence, each in found.items() if words in evidence} == {speaker}


def test_another_spokeswoman_does_not_speak_for_the_first() -> None:
    text = (
        "Drei Erben klagen in Kiel. Das teilte eine Gerichtssprecherin mit. Zwei Männer überfielen einen Laden in Ulm. "
        "Das teilte eine Polizeisprecherin mit."
    )

    assert {each.speaker for each in read(text, "de")} == {"Gerichtssprecherin", "Polizeisprecherin", None}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It remains to be seen whether the 30 mills in Leeds will open in May."),
        ("de", "Ob die 30 Mühlen in Kiel im Mai öffnen, bleibt abzuwarten."),
    ],
)
def test_what_only_time_will_tell_is_no_claim(language: str, text: str) -> None:
    assert not [each.text for each in read(text, language) if each.checkable]


def test_an_appeal_is_no_claim() -> None:
    assert not [each.text for each in read("Let's look at the 30 bees in Harwick.", "en") if each.checkable]


def test_the_day_after_is_not_the_day_of_the_story() -> None:
    text = "On Monday two men burned down a mill in Leeds. They were found the following night in York."

    days = {each.text: each.date.value if each.date else None for each in read(text, "en")}
    [later] = [told for told in days if "following night" in told]
    assert days[later] != "2023-04-10"


def test_a_date_beside_the_claim_is_not_its_own() -> None:
    text = "Among the few to defend Ann Lee was Jo Ray, who was convicted of robbing a mill in Leeds in 2007."

    days = {each.text: each.date.value if each.date else None for each in read(text, "en")}
    assert days[text] is None
    assert days["Jo Ray was convicted of robbing a mill in Leeds in 2007."] == "2007"


def test_two_months_of_last_year_are_a_date_of_that_year() -> None:
    text = "The ban could result in garden centres losing 3 million pounds in March and April last year."

    [claim] = read(text, "en")
    assert claim.date is not None
    assert (claim.date.value, claim.date.precision) == ("2022", "year")


def test_whoever_cheered_is_no_part_of_the_name() -> None:
    text = "Am Montag wurde Jan Holm von Fans in Kiel gefeiert. Fans kamen aus Ulm. Er sagte, er habe 2019 gewonnen."

    assert {each.speaker for each in read(text, "de")} == {None, "Jan Holm"}


def test_what_a_performance_shows_has_no_source() -> None:
    text = "Die Stadt Kiel lebt vom Tourismus. Das zeigt der Auftritt von 30 Bands in Kiel."

    assert {each.speaker for each in read(text, "de")} == {None}


def test_the_ambassador_is_who_was_named_so() -> None:
    text = (
        "Trade has grown 70 percent, according to Norland's ambassador to Exland, Levan Dorn. Since 2015 there has "
        "been a surge in trade, the ambassador said."
    )

    assert {each.speaker for each in read(text, "en")} == {"Levan Dorn"}


def test_tonight_is_the_night_to_the_next_day() -> None:
    text = "Ein Zug mit 300 Reisenden ist auf dem Weg nach Kiel. Die Ankunft wurde für die Nacht auf Mittwoch erwartet."

    days = {each.text: each.date.value if each.date else None for each in read(text, "de")}
    assert days["Die Ankunft wurde für die Nacht auf Mittwoch (12. April 2023) erwartet."] == "2023-04-12"


def test_who_knows_inside_a_clause_asks_nothing() -> None:
    [claim] = read("A man who knows the area was hired by the mill in Leeds for 300 dollars.", "en")

    assert claim.checkable


def test_words_that_only_name_a_source_are_read() -> None:
    assert not [each for each in read("By her own account", "en") if each.checkable]


def test_who_said_so_is_not_known() -> None:
    found = read("Die Halle in Kiel kostet drei Millionen Euro. Das sagte er am Montag.", "de")

    assert [each.text for each in found if each.checkable] == ["Die Halle in Kiel kostet drei Millionen Euro."]


def test_of_two_years_compared_none_is_the_date() -> None:
    [claim] = read("Compared to men, women in Leeds earned less in 2015 than in 2010.", "en")

    assert claim.date is None


@pytest.mark.parametrize(("text", "torso"), unseen_german.TORSOS.values(), ids=unseen_german.TORSOS.keys())
def test_what_has_no_main_clause_is_not_offered(text: str, torso: str) -> None:
    found = {each.text: each.checkable for each in read(text, "de")}

    assert found
    assert [each for each, offered in found.items() if offered and each.startswith(torso.rstrip("."))] == []


def test_a_count_without_a_verb_is_offered() -> None:
    found = read("Bilanz in Harwick. Ein Toter, drei Verletzte.", "de")

    assert "Ein Toter, drei Verletzte." in {each.text for each in found if each.checkable}


def test_a_title_with_an_article_begins_no_sentence() -> None:
    assert texts("Das neue Stück Die Räuber läuft seit 2010 in Harwick.", "de") == [
        "Das neue Stück Die Räuber läuft seit 2010 in Harwick."
    ]


def test_whose_doubt_it_was_is_no_belief() -> None:
    [claim] = read("My doubt cost Nordline 30 million dollars in 2012.", "en")
    assert claim.checkable
