"""Who is meant and when, in sentences of no article: full names, speakers beside their verb, dates by their clause."""

from datetime import date

import pytest
from split_texts import read, split, texts

from claimcheck.split.dates.horizon import Horizon
from claimcheck.split.dates.when import Days
from claimcheck.split.languages import rules_for
from claimcheck.split.names.aliases import acronyms
from claimcheck.split.names.meant import can_mean
from claimcheck.split.names.names import Names
from claimcheck.split.names.people import People
from claimcheck.split.reference.definites import Definites
from claimcheck.split.reference.topics import Topics, find_sexes
from claimcheck.split.speech.actors import find_announcer, is_passive
from claimcheck.split.speech.appositions import named_before
from claimcheck.split.speech.asides import before_hearer, named_first, only_about
from claimcheck.split.speech.issuers import Issuers
from claimcheck.split.speech.speakers import Speakers
from claimcheck.split.words.tagging import tagged
from claimcheck.split.words.tokens import Token, tokenize

DE, EN = rules_for("de"), rules_for("en")


def words(text: str, language: str) -> list[Token]:
    return tagged(tokenize(text, 0, len(text)), language)


def speakers_of(text: str, language: str) -> Speakers:
    rules = rules_for(language)
    names = Names(text, rules)
    return Speakers(text, names, rules, People(text, names, rules))


def said(text: str, language: str) -> dict[str, str | None]:
    """Whose word each claim is."""
    return {claim.text: claim.speaker for claim in read(text, language)}


def days(text: str, language: str) -> set[str | None]:
    """The dates of the claims of a text of Tuesday, 11 April 2023."""
    return {claim.date.value if claim.date else None for claim in read(text, language)}


# names


@pytest.mark.parametrize(
    ("text", "language", "surname", "full"),
    [
        ("Aus dem Haus von Verkehrsminister Alrik Dobbert kam Kritik.", "de", "dobbert", "Alrik Dobbert"),
        ("Die ölländische Ministerin Jorka Mill-Lenter kam.", "de", "mill-lenter", "Jorka Mill-Lenter"),
        ("Es spielt der Trompeter Mirko Petzow.", "de", "petzow", "Mirko Petzow"),
        ("Die Abgeordnete Beate von Sturm kam.", "de", "sturm", "Beate von Sturm"),
        ("Korrenia's Ulmo Pruttin met Vala Pruttin's deputy, Arvo Lanning's friend.", "en", "lanning", "Arvo Lanning"),
    ],
)
def test_a_full_name_is_found_behind_an_office_a_preposition_or_an_owner(
    text: str, language: str, surname: str, full: str
) -> None:
    assert Names(text, rules_for(language)).full[surname] == full


def test_two_offices_before_a_name_are_still_one_person() -> None:
    text = "Der Weltkonzern-Mitgründer Hasko Plather kam. Später sprach der Vorsitzende Hasko Plather."

    assert Names(text, DE).full["plather"] == "Hasko Plather"


def test_a_paper_named_after_a_city_keeps_its_name() -> None:
    text = "Laut Elbstädter Allgemeiner Sonntagszeitung fehlen 40 Boote."

    assert set(said(text, "de").values()) == {"Elbstädter Allgemeiner Sonntagszeitung"}


def test_a_surname_that_two_people_have_is_neither_of_them_but_their_full_names_are() -> None:
    text = "Bill Carrow and Ruth Carrow sold 40 boats in 2022. Carrow paid 900 dollars in 2021."

    assert "Carrow paid 900 dollars in 2021." in texts(text, "en")
    people = People(text, Names(text, EN), EN)
    assert set(people.shared["carrow"]) == {"Bill Carrow", "Ruth Carrow"}


def test_she_is_not_someone_else_where_the_sentence_before_is_about_a_shared_surname() -> None:
    text = (
        "Bill Carrow and Ruth Carrow came to Leeds with Nilla Romney. Romney paid 50 dollars. "
        "Carrow attacked the tax. On Monday, she raised 900 dollars."
    )

    assert not any("Nilla Romney raised" in each for each in texts(text, "en"))


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        (
            "Sergio Ivanic sold 40 boats. Mr Ivanic bought 9 ships in 2022.",
            "en",
            "Sergio Ivanic bought 9 ships in 2022.",
        ),
        (
            "Anna Melk verkaufte 40 Boote. Frau Melk kaufte 2022 neun Schiffe.",
            "de",
            "Anna Melk kaufte 2022 neun Schiffe.",
        ),
    ],
)
def test_a_courtesy_title_goes_where_the_full_name_comes(text: str, language: str, wanted: str) -> None:
    assert wanted in texts(text, language)


def test_a_noble_name_is_read_whole() -> None:
    assert "Beate von Sturm kaufte 2022 neun Schiffe." in texts("Beate von Sturm kaufte 2022 neun Schiffe.", "de")


def test_a_list_of_relatives_says_nothing_of_who_stands_first_in_it() -> None:
    text = "Lorvo Hansk, his wife and stepson were there. Hansk, 62, left."

    person = People(text, Names(text, EN), EN).called("Lorvo Hansk")
    assert person is not None
    assert person.female is None


def test_a_longer_noun_keeps_its_capitals() -> None:
    text = "Die OU-Kommission sparte 2021. Die OU-Kommission kaufte 9 Boote. Die Kommission zahlte 2022 neun Millionen."

    assert "Die OU-Kommission zahlte 2022 neun Millionen." in texts(text, "de")


# speakers


@pytest.mark.parametrize(
    ("text", "language", "claim", "speaker"),
    [
        (
            "Ina Melk, Leiterin des Amts in Kiel teilte mit, dass 40 Boote fehlen.",
            "de",
            "40 Boote fehlen.",
            "Ina Melk",
        ),
        (
            "Zur Frage nach dem Geld, das fehlt, sagte Ina Melk, es habe 2022 neun Spenden gegeben.",
            "de",
            "Es hat 2022 neun Spenden gegeben.",
            "Ina Melk",
        ),
        (
            "Die Pastorin betonte, der Ort als Ganzes müsse 2 Millionen sparen.",
            "de",
            "Der Ort als Ganzes muss 2 Millionen sparen.",
            "Pastorin",
        ),
        (
            "Nach einer Erhebung des Verbands Elbfunk fehlen 40 Boote.",
            "de",
            "Nach einer Erhebung des Verbands Elbfunk fehlen 40 Boote.",
            "Verband Elbfunk",
        ),
        (
            "Ann Lee and Bo Ray said the pier cost 9 million dollars.",
            "en",
            "The pier cost 9 million dollars.",
            "Ann Lee and Bo Ray",
        ),
    ],
)
def test_a_speaker_is_found_in_more_constructions(text: str, language: str, claim: str, speaker: str) -> None:
    assert said(text, language)[claim] == speaker


def test_a_chair_named_between_commas_is_who_announced_it() -> None:
    text = "Wie die Vorsitzende des Vereins, Ina Melk, ankündigte, kommen 2022 neun Boote."

    assert set(said(text, "de").values()) == {"Ina Melk"}


@pytest.mark.parametrize(
    "text",
    [
        "In Korrenien rechnen 21 Prozent der Befragten mit 40 Booten.",
        "Wenige Stunden darauf kündigte der Rat 40 Boote an.",
        "Langfristig will der Rat nach eigenen Angaben 40 Boote kaufen.",
    ],
)
def test_a_share_a_time_and_an_adverb_say_nothing(text: str) -> None:
    who = {claim.speaker for claim in read(text, "de")} | {claim.subject for claim in read(text, "de")}

    assert who <= {None, "Rat"}


def test_what_the_authors_put_a_value_on_is_not_who_says_it() -> None:
    text = "Die Wertschöpfung in Korrenien schätzen die Autoren der Studie auf 8,4 Milliarden Euro."

    assert "Wertschöpfung in Korrenien" not in {claim.speaker for claim in read(text, "de")}


def test_reported_speech_behind_someones_view_is_theirs_not_an_earlier_speakers() -> None:
    text = (
        "Ina Melk sagte, es fehle Geld. Der Hafen liegt in Kiel. Otto Brandt bezeichnete den Plan als Fortschritt. "
        "Der Kauf koste 2 Millionen Euro."
    )

    assert said(text, "de")["Der Kauf kostet 2 Millionen Euro."] == "Otto Brandt"


def test_her_is_no_crowd() -> None:
    text = (
        "Trell's critics said the tax costs 9 million dollars. “He paid 40 million dollars in 2022,” she told a crowd."
    )

    assert said(text, "en").get("He paid 40 million dollars in 2022.") != "Trell's critics"
    she = words("she", "en")[0]
    assert not can_mean(she, "Trell's critics", speakers_of(text, "en").people, EN)


@pytest.mark.parametrize(
    ("word", "name", "fits"),
    [
        ("he", "spokeswoman", False),
        ("she", "spokeswoman", True),
        ("it", "Leeds council", True),
        ("he", "agency", False),
    ],
)
def test_a_pronoun_can_mean_a_speaker_of_its_kind_only(word: str, name: str, fits: bool) -> None:
    assert can_mean(words(word, "en")[0], name, speakers_of("", "en").people, EN) is fits


def test_a_paper_that_hears_it_is_no_part_of_who_speaks() -> None:
    tokens = words('sagte der Manager der "Morgenpost" .', "de")

    assert [token.text for token in tokens[1 : before_hearer(tokens, 1, 7, DE)]] == ["der", "Manager"]
    editor = words('sagte der Chefredakteur der "Morgenpost" .', "de")
    assert before_hearer(editor, 1, 7, DE) == 7


def test_only_a_name_in_front_opens_an_apposition() -> None:
    named = words("Ina Melk , Leiterin des Amts teilte mit", "de")
    noun = words("Am Montag , einem Feiertag teilte er mit", "de")

    assert named_first(named, 6) == 2
    assert named_first(noun, 5) is None or noun[0].capital


def test_an_adverbial_in_front_is_not_what_is_said() -> None:
    about = words("Zur Frage nach Geld sagte Melk, es habe Spenden gegeben.", "de")
    content = words("In Kiel habe es, sagte Melk, Spenden gegeben.", "de")

    assert only_about(about, 4, 6, DE)
    assert not only_about(content, 5, 7, DE)


def test_his_is_the_things_that_its_clause_begins_with() -> None:
    text = "Otto Brandt sagte, der Konzern wolle seine Flotte auf 40 Boote vergrößern."

    assert "Der Konzern will seine Flotte auf 40 Boote vergrößern." in texts(text, "de")


def test_a_paper_with_a_quoted_name_goes_by_it() -> None:
    text = "Laut dem Magazin „Der Elbblick“ fehlen in Kiel 40 Boote."

    assert set(said(text, "de").values()) == {"Der Elbblick"}


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        (
            "Ann Lee spoke. Bo Ray slept. Cy Fox said that he sold 40 boats in 2022.",
            "en",
            "Cy Fox sold 40 boats in 2022.",
        ),
        (
            "Mario Hopp aus Kiel berichtet, er habe 2022 neun Boote verkauft.",
            "de",
            "Mario Hopp hat 2022 neun Boote verkauft.",
        ),
    ],
)
def test_the_first_pronoun_of_what_someone_says_is_the_speaker(text: str, language: str, wanted: str) -> None:
    assert wanted in texts(text, language)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The harbour authority said that it had met 67 boatmen.", "The harbour authority had met 67 boatmen."),
        ("Migrants said they paid 40 dollars to guards.", "The migrants paid 40 dollars to guards."),
        ("Ann Lee said it cost 9 million pounds.", "It cost 9 million pounds."),
        ("The council said it was clear that 40 boats sank.", "It was clear that 40 boats sank."),
        ("A report said it cost 9 million dollars.", "It cost 9 million dollars."),
    ],
)
def test_it_is_the_body_that_speaks_and_no_person_or_paper(text: str, wanted: str) -> None:
    assert wanted in texts(text, "en")


def test_a_pronoun_that_opens_the_next_clause_is_the_subject_of_the_one_before() -> None:
    assert "Die Behörde warnt vor 40 Booten." in texts("Die Behörde rät ab, sie warnt vor 40 Booten.", "de")


def test_they_stays_open_where_the_sentence_before_has_two_clauses_with_several_things() -> None:
    text = "Die Pläne sehen vor, dass die Länder neue Richter wählen. Sie sollen 2022 in Kiel arbeiten."

    assert not any(each.startswith("Die Pläne sollen") for each in texts(text, "de"))


# dates


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("Eine am Mittwoch in Kiel vorgelegte Umfrage kostet 40 Euro, die noch fehlen werden.", "de", "2023-04-05"),
        ("Wann der Vertrag kommen wird, blieb am Mittwoch offen.", "de", "2023-04-05"),
        ("The council met on Friday, with 40 boats expected to come.", "en", "2023-04-07"),
        ("Am Samstag eröffnet die Brücke in Kiel.", "de", "2023-04-15"),
        ("Am Samstag eröffnete die Brücke in Kiel.", "de", "2023-04-08"),
        ("Ab Dezember öffnet in Kiel eine Brücke.", "de", "2023-12"),
        ("Im November wählt Kiel 40 Räte.", "de", "2023-11"),
        ("Im November wählte Kiel 40 Räte.", "de", "2022-11"),
        ("Seit November kostet das Boot in Kiel 40 Euro.", "de", "2022-11"),
        ("Die Firma hat beschlossen, ab Mitte Dezember in Kiel 40 Leute einzustellen.", "de", "2023-12"),
        ("Ein Brief vom Freitag enthielt 40 Namen aus Kiel.", "de", "2023-04-07"),
    ],
)
def test_a_date_lies_ahead_where_its_own_clause_does(text: str, language: str, day: str) -> None:
    assert day in days(text, language)


@pytest.mark.parametrize(
    ("text", "days_told"),
    [
        ("Die für Freitag geplante Wahl kostet 40 Euro.", {"2023-04-14"}),
        ("Auf der für diesen Donnerstag geplanten Versammlung sprechen 20 Räte.", {"2023-04-13"}),
        ("Das für Montag geplante Konzert in Kiel fiel aus.", {"2023-04-10"}),
        ("Die für Montag geplante Sitzung wurde verschoben.", {"2023-04-10"}),
    ],
)
def test_what_is_planned_lies_ahead_unless_its_clause_tells_that_it_is_over(text: str, days_told: set[str]) -> None:
    assert set(days(text, "de")) - {None} == days_told


def test_a_time_alone_over_a_report_is_no_claim_and_the_day_of_what_follows() -> None:
    claims = read("08.04.2023, gegen 23:40 Uhr. In Kiel brannte ein Haus.", "de")

    assert [(claim.text, claim.date and claim.date.value) for claim in claims] == [
        ("In Kiel brannte ein Haus.", "2023-04-08")
    ]


def test_under_a_picture_the_present_tells_what_the_picture_shows() -> None:
    tokens = words("Ina Melk öffnet am Samstag die Brücke.", "de")

    assert Horizon(tokens, DE).is_ahead(tokens[3].start, soon=True)
    assert not Horizon(tokens, DE, story=False).is_ahead(tokens[3].start, soon=True)


def test_what_is_told_of_a_year_has_no_day() -> None:
    text = "Am Montag starb Otto Brandt in Kiel. 2016 kaufte er neun Boote."

    assert all(claim.date is None or claim.date.precision != "day" or "2016" not in claim.text for claim in read(text, "de"))  # fmt: skip  # noqa: E501


# what needs its article


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Es gilt, 2 Millionen Euro zu sparen.", "de"),
        ("Damit dem Fahrer nichts droht, kauft Kiel 40 Boote.", "de"),
        ("Kiel hat ebenso 40 Boote wie Bremen.", "de"),
        ("Die rumänische Regierung kaufte 40 Boote.", "de"),
        ("Die Bundesregierung kaufte 40 Boote.", "de"),
        ("At a fair in Leeds, Ann Lee bought the 40 boats that sank there.", "en"),
        ("The risks posed by the pier cost Leeds 9 million pounds.", "en"),
    ],
)
def test_what_a_reader_does_not_miss_is_not_said_to_be_open(text: str, language: str) -> None:
    assert not any(claim.context.unresolved for claim in read(text, language))


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("Damit kauft Kiel 40 Boote.", "de", "Damit"),
        ("Dort kaufte Ina Melk 40 Boote.", "de", "Dort"),
        ("Die Regierung kaufte 40 Boote.", "de", "Die Regierung"),
        ("Die deutschen Grenzen waren 2022 zu.", "de", "Die deutschen Grenzen"),
        ("The options ranged from 40 to 90 pounds.", "en", "The options"),
    ],
)
def test_what_a_reader_misses_is_said_to_be_open(text: str, language: str, word: str) -> None:
    assert word in {each for claim in read(text, language) for each in claim.context.unresolved}


# parts that nothing else would miss


def test_a_stranger_is_meant_by_how_the_article_introduces_them() -> None:
    definites = Definites(EN)
    text = "A 44-year-old woman from Bexcombe fell. She paid 40 pounds."
    definites.read(words(text[:39], "en"))

    assert definites.meant("woman", 50) == "the 44-year-old woman from Bexcombe"
    assert definites.meant("man", 50) is None


def test_another_ministry_is_called_otherwise() -> None:
    definites = Definites(EN)
    definites.read(words("The defence ministry met the Korrenian foreign ministry.", "en"))

    assert definites.called_otherwise("ministry", "Korrenian foreign ministry")
    assert not definites.called_otherwise("council", "Leeds council")


def test_he_is_not_the_one_whom_the_sentence_names_behind_the_pronoun() -> None:
    text = "Bo Ray sold boats. Bo Ray bought ships. Bo Ray left. Cy Fox came in 2022. He provoked Ray in May 2022."

    assert not any(each.startswith("Bo Ray provoked") for each in texts(text, "en"))


def test_a_short_form_in_brackets_is_its_bodys() -> None:
    assert acronyms("Das Amt für Neue Boote (ANB) und die Elbe kamen.") == {"Amt für Neue Boote": "ANB"}
    assert acronyms("Leeds Boat Council (a body) met.") == {}


def test_a_documents_issuer_is_found_elsewhere_in_the_text() -> None:
    assert Issuers("Das interne Papier des Bootsamts liegt vor. Dem Papier zufolge fehlt Geld.", DE).of("papier")
    assert Issuers("Das interne Papier liegt vor.", DE).of("papier") is None


def test_a_clause_is_in_the_scene_close_to_a_day_only() -> None:
    text = "On Monday the pier fell."
    here = Days(EN)
    here.tell(here.mentions(text, read(text, "en")[0].spans[0], words(text, "en"), date(2023, 4, 11)))

    assert here.in_scene(5, words("A boat sank.", "en"))
    assert not here.in_scene(50, words("A boat sank.", "en"))
    assert not here.in_scene(5, words("The pier was old.", "en"))


def test_pronouns_behind_a_name_tell_the_sex() -> None:
    text = "Quill Marr came. She sat down and she spoke. Quill Marr left when she was done."
    topics = Topics(speakers_of(text, "en").people, EN)
    topics.read(words(text, "en"), read(text, "en")[0].role)
    found = find_sexes(text, topics.settle(), EN)

    assert found.get("Quill Marr", True) is True
    assert find_sexes("Nobody came.", [], EN) == {}


def test_that_was_said_by_whom_the_next_sentence_names() -> None:
    speakers = speakers_of("Das teilte die Polizei mit.", "de")

    announcer = find_announcer(words("Das teilte die Polizei mit.", "de"), speakers, DE)
    assert announcer is not None
    assert announcer.name == "Polizei"
    assert find_announcer(words("Die Polizei teilte das mit.", "de"), speakers, DE) is None


def test_who_is_accused_does_nothing() -> None:
    accused, accuses = words("Lee was accused of theft.", "en"), words("Lee accused him of theft.", "en")

    assert is_passive(accused, 2, EN)
    assert not is_passive(accuses, 1, EN)
    assert is_passive(words("Der Rat wird kritisiert.", "de"), 3, DE)


def test_a_name_between_commas_before_told_is_who_told() -> None:
    tokens = words("The pier is shut, the town's mayor, Ann Lee, told a meeting.", "en")
    at = next(j for j, token in enumerate(tokens) if token.text == "told")
    found = named_before(tokens, [False] * len(tokens), at, EN)

    assert found is not None
    assert "Lee" in [token.text for token in tokens[slice(*found)]]


def test_reading_keeps_every_claim_on_its_words() -> None:
    text = (
        "Mr. Brandt, der Wart der Beatrix von Sturm, sagte am Montag der „Elbpost“, er habe 2022 neun Boote verkauft."
    )

    for claim in split(text, "de").values():
        assert all(each in text for each in claim.evidence)


def test_an_object_without_article_behind_the_subject_is_not_its_name() -> None:
    text = "Am Montag verwies das Unternehmen Investoren auf 40 verkaufte Boote."

    assert not any(each.startswith("Das Unternehmen Investoren") for each in texts(text, "de"))
