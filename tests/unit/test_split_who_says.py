"""Whose word a sentence is: constructions of news prose, each with a sentence that no article holds."""

import time

import pytest
from split_texts import split

from claimcheck.split.words.quotes import find_quotes


def speakers(text: str, language: str) -> dict[str, str | None]:
    """The speakers of a text's claims by their evidence."""
    return {" ".join(claim.evidence): claim.speaker for claim in split(text, language).values()}


def quoted(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_quotes(text, 0, len(text))]


def test_a_quotation_holds_the_one_inside_it() -> None:
    text = '"I dislike the word "collapse" but it fits," she said. "Yes."'

    assert quoted(text) == ['"I dislike the word "collapse" but it fits,"', '"Yes."']


def test_a_closing_mark_alone_ends_a_quotation_that_began_with_its_sentence() -> None:
    assert quoted('The pier is shut. It sank twice," he told us. "Never again."') == [
        'It sank twice,"',
        '"Never again."',
    ]


def test_a_mark_behind_a_number_or_word_in_the_middle_of_a_clause_is_none() -> None:
    assert quoted('A children" cafe opened. "No," she said.') == ['"No,"']


def test_an_opening_mark_behind_a_full_stop_ends_a_quotation_that_was_never_closed() -> None:
    assert quoted('"We shut it, he said. "Nobody came," she said.')[1] == '"Nobody came,"'


@pytest.mark.parametrize(
    ("text", "language", "said", "speaker"),
    [
        (
            'Mayor Ann Lee was angry. "The council forgot the budget of 2019," griped Lee.',
            "en",
            "The council forgot the budget of 2019",
            "Ann Lee",
        ),
        (
            '"We lost 300 places in this school," the parents sang as they marched.',
            "en",
            "We lost 300 places in this school",
            "parents",
        ),
        (
            "„Die Halle kostet uns jedes Jahr 2 Millionen Euro“, ätzte Trainer Jo Girhard.",
            "de",
            "Die Halle kostet uns jedes Jahr 2 Millionen Euro",
            "Jo Girhard",
        ),
    ],
)
def test_any_verb_behind_a_quotation_names_its_speaker(text: str, language: str, said: str, speaker: str) -> None:
    assert speakers(text, language)[said] == speaker


@pytest.mark.parametrize(
    ("text", "language", "said", "speaker"),
    [
        ("A Norwick court ruled the ban was void.", "en", "the ban was void.", "Norwick court"),
        ("On Monday, Park suggested his offer was 300 crowns.", "en", "his offer was 300 crowns.", "Park"),
        ("Gulf media report that 20 ships are stuck.", "en", "20 ships are stuck.", "Gulf media"),
        ("Lee cut the grant, saying it cost 3 million crowns.", "en", "it cost 3 million crowns.", "Lee"),
        (
            "The board at Norwick Hall released a note saying, “The east wing burned down in 2019.”",
            "en",
            "The east wing burned down in 2019.",
            "board at Norwick Hall",
        ),
        (
            "The fleet shrank by 20 ships, a parliamentary panel said in a report issued on Monday.",
            "en",
            "The fleet shrank by 20 ships",
            "parliamentary panel",
        ),
        (
            "Einen Beitrag von 300 Euro zahlen gemäß Max Meier auch die Hersteller.",
            "de",
            "Einen Beitrag von 300 Euro zahlen gemäß Max Meier auch die Hersteller.",
            "Max Meier",
        ),
        (
            "Nur 12 Ärzte im Land sind zugelassen, teilte das Zentrum für Tiermedizin mit.",
            "de",
            "Nur 12 Ärzte im Land sind zugelassen",
            "Zentrum für Tiermedizin",
        ),
        (
            "Der Turm zählt nach Angaben des Landesamtes für Denkmalpflege zu den sechs ältesten.",
            "de",
            "Der Turm zählt nach Angaben des Landesamtes für Denkmalpflege zu den sechs ältesten.",
            "Landesamt für Denkmalpflege",
        ),
        (
            "Das in Kiel gegründete Unternehmen Nordwig sagte am Montag, dass es 300 Boote verkauft hat.",
            "de",
            "es 300 Boote verkauft hat.",
            "Nordwig",
        ),
        (
            "Bereits 2009 gab der Stürmer Max Meier zu, 2001 verbotene Mittel genommen zu haben.",
            "de",
            "der Stürmer Max Meier 2001 verbotene Mittel genommen zu haben.",
            "Max Meier",
        ),
        (
            "In der Türkei machten sich derweil Augenzeugenberichten zufolge 2000 Menschen auf den Weg.",
            "de",
            "In der Türkei machten sich derweil Augenzeugenberichten zufolge 2000 Menschen auf den Weg.",
            "Augenzeugen",
        ),
    ],
)
def test_a_source_is_found_where_it_stands(text: str, language: str, said: str, speaker: str) -> None:
    found = speakers(text, language)[said]

    assert found is not None
    assert speaker in found


def test_what_is_reported_in_the_passive_names_no_speaker() -> None:
    found = speakers("The tower burned down in 2019, no injuries were reported, and 300 people fled.", "en")

    assert set(found.values()) == {None}


def test_a_law_is_no_source_behind_gemaess() -> None:
    assert set(speakers("Gemäß EU-Recht darf die Maut seit 2019 nicht steigen.", "de").values()) == {None}


def test_she_is_the_spokeswoman_who_spoke_before() -> None:
    found = speakers('"The man called at noon on Monday," a harbour spokeswoman said. He fled, she said.', "en")

    assert set(found.values()) == {"harbour spokeswoman"}


def test_he_is_the_one_with_only_a_surname_who_spoke_before() -> None:
    text = (
        "Pötzig praised the director, Peer Medauer. He said that Pötzig had 300 pupils. Pötzig said it had 20 rooms. "
    )

    assert speakers(text + "He said it had 12 teachers.", "en")["it had 12 teachers."] == "Pötzig"


def test_they_are_the_two_who_spoke_before() -> None:
    text = "McCall and Capper said the review cost 3 million crowns. They said it took 12 months."

    assert speakers(text, "en")["it took 12 months."] is not None


def test_the_subject_of_a_verb_of_telling_is_the_pronoun_behind_it() -> None:
    text = "Klaus Sommer kam am Montag. Die Kosten für die Strecke bezifferte er auf 2 Millionen Euro."

    found = speakers(text, "de")["Die Kosten für die Strecke bezifferte er auf 2 Millionen Euro."]
    assert found == "Klaus Sommer"


def test_reported_speech_shows_in_the_main_verb_behind_a_clause_in_front() -> None:
    text = (
        "Klaus Sommer sagte, die Halle sei zu. Weil 2 Millionen Euro fehlten, seien auch die Pläne von 2019 hinfällig."
    )

    assert speakers(text, "de")["seien auch die Pläne von 2019 hinfällig."] == "Klaus Sommer"


def test_the_bank_is_the_bank_with_a_name_and_no_currency() -> None:
    text = "The Bank of Exland kept its rates. Sterling fell by 2 per cent. Growth will halve in 2020, the Bank said."

    assert speakers(text, "en")["Growth will halve in 2020"] == "Bank of Exland"


def test_the_person_speaks_and_not_the_firm_they_lead() -> None:
    text = "Park Sports said it lost 3 million. The chief executive of Park Sports Peter Cowgall said it shut 20 shops."

    assert speakers(text, "en")["it shut 20 shops."] == "Peter Cowgall"


def test_a_chain_of_genitives_is_read_in_time_that_does_not_double_with_each_link() -> None:
    start = time.process_time()
    split(f"Kiel hat 100 Busse. Das teilte das {' der '.join(['Amt'] * 26)} mit.", "de")
    assert time.process_time() - start < 20
