"""Nouns for a story's bodies, places and country take their names, and clauses that cannot be cut safely stay whole."""

import pytest
from split_texts import read, texts

from claimcheck.article.notices import notice_role, signs_off
from claimcheck.records import Role


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The parcel service Aerdal Post lost 40 vans in Leeds. Aerdal Post owns 900. The company sold 12 of them.",
            "Aerdal Post sold 12 of them.",
        ),
        (
            "Ferrow, a market town in Kent, has 9,000 people. Its mill burned in 1999. The town paid 2 million pounds.",
            "Ferrow paid 2 million pounds.",
        ),
        (
            "Two men broke into the Bexcombe Park hotel in May. The hotel’s owner lost 3,000 pounds.",
            "The Bexcombe Park hotel’s owner lost 3,000 pounds.",
        ),
        (
            "A quake hit Nepal in April. Nepal lost 9,000 people. The country borrowed 200 million dollars in May.",
            "Nepal borrowed 200 million dollars in May.",
        ),
        (  # what is told by its adjective is the same country
            "Poland sold 40 jets. A Polish firm built 30. Poland owns 9 jets. The country borrowed 200 million.",
            "Poland borrowed 200 million.",
        ),
    ],
)
def test_a_noun_takes_the_name_of_the_one_thing_of_its_kind(text: str, wanted: str):
    assert wanted in texts(text, "en")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "The carrier Aerdal Air met the brewer Ferrow in Leeds. Aerdal Air sold jets. The company paid 2 pounds.",
            "The company paid 2 pounds.",
        ),
        (
            "The carrier Aerdal Air met a Danish bank in Leeds. Aerdal Air sold jets. The bank paid 2 million pounds.",
            "The bank paid 2 million pounds.",
        ),
        (
            "Nepal and India met in May. Nepal paid 9 million. India paid 8 million. The country borrowed 200 million.",
            "The country borrowed 200 million.",
        ),
    ],
)
def test_a_noun_stays_where_two_names_or_a_nameless_thing_can_be_meant(text: str, kept: str):
    assert kept in texts(text, "en")


@pytest.mark.parametrize(
    ("named", "speaker"),
    [("The carrier", "Aerdal Air"), ("A carrier", "carrier"), ("One carrier", "carrier"), ("Her company", "company")],
)
def test_a_noun_speaks_by_a_name_only_with_the_definite_article(named: str, speaker: str):
    story = "The carrier Aerdal Air sold 40 jets in Leeds. Aerdal Air owns 900 jets."
    told = read(f"{story} {named} said 12 jets were lost in May.", "en")[-1]

    assert told.speaker == speaker


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "He worked in Leeds, where the carmaker Verno has built a plant.",
            "In Leeds, the carmaker Verno has built a plant.",
        ),
        ("The loot, stolen by two clerks in 1999, lay in a barn.", "The loot was stolen by two clerks in 1999."),
        ("Ann Lee was a baker for 20 years. Nor was she a pipe fitter.", "Nor was Ann Lee a pipe fitter."),
        (
            "Last year marked the 25th anniversary of the mill in Leeds.",
            "Last year (2022) marked the 25th anniversary of the mill in Leeds.",
        ),
        (
            "The judge, Nicola Rizzoli, fined the club 900 pounds in 2021.",
            "The judge, Nicola Rizzoli, fined the club 900 pounds in 2021.",
        ),
    ],
)
def test_a_clause_is_worded_without_losing_place_denial_or_name(text: str, wanted: str):
    assert wanted in texts(text, "en")


@pytest.mark.parametrize(
    ("text", "never"),
    [
        (
            "The fund is part of the fight against graft in mills and the council, which was led by Ann Lee.",
            "The council was led",
        ),
        ("The group based in Leeds, Kent, which began with ink, now sells 900 tyres.", "Kent began"),
        ("He joined an American firm in 1999, which is highly unusual in Leeds.", "firm is highly"),
        ("Two clerks left the firm in a week, which is very rare.", "week is very rare"),
        ("Talks took on speed as delegates elected in May met in Leeds.", "as delegates."),
        (
            "John Ray lives in Leeds. John Ray met the council. Potzl, from Kent, will show his 40 boats in May.",
            "Ray’s 40 boats",
        ),
        ("A clerk of one of the gun shops, who left in 1999, saw two men.", "The gun shops left"),
        ("Talks took on new speed in May as delegates focused on pay.", "as delegates."),
        ("Lee spoke at a campaign gathering in Leeds on 3 May.", "at a campaign."),
        ("The 20-year-old who once played beside Bo Ray has broken his leg twice since 2010.", "Bo Ray’s leg"),
    ],
)
def test_a_clause_that_may_tell_of_another_is_not_cut_off(text: str, never: str):
    assert not [claim.text for claim in read(text, "en") if never in claim.text]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A small statue on the old stump indicates that 40 graves lie here.", None),
        ("Tsingtao beer is brewed according to the German purity law in 2 mills.", None),
        ("According to tradition, 40 pilgrims slept in the mill in 1702.", None),
        ("The report shows that 40 people died in Leeds.", "report"),
        ("Ann Lee wrote two books about Leeds in 1999.", None),
    ],
)
def test_only_who_can_say_something_is_a_source(text: str, speaker: str | None):
    assert {claim.speaker for claim in read(text, "en") if claim.checkable} == {speaker}


def test_who_says_something_of_themselves_is_named_in_it():
    said = texts("Arno Mahlert leads the board. Mahlert has announced that he will leave Leeds in 2030.", "en")
    assert any(each.startswith("Arno Mahlert will leave Leeds") for each in said)


def test_whom_an_officer_speaks_of_is_not_the_officer():
    said = texts("Bo Ray was in court on Monday. Inspector Ann Lee said he had stolen 40 cars.", "en")
    assert not any(each.startswith("Ann Lee had stolen") for each in said)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("March 2, 2022 This article was amended to correct typos.", Role.CORRECTION),
        ("Clarification, Sept. 8: We updated the story to say what the study found.", Role.CORRECTION),
        ("Dieser Artikel wurde am 3. Mai 2024 korrigiert.", Role.CORRECTION),
        ("Doe, Ann. “Reduced Risk of Rust After Painting.” Bridge Review. 13 Aug 2021.", Role.CREDIT),
        ("The mayor praised the “Old Mill Plan.” It was signed by the council on 13 Aug 2021.", None),
    ],
)
def test_corrections_and_lists_of_sources_are_told_by_their_form(text: str, role: Role | None):
    assert notice_role(text) is role


def test_a_line_that_points_to_more_of_the_same_signs_off():
    assert signs_off("Elbe Fact Check has debunked more than 500 claims about the flood, available here.")
    assert not signs_off("Nobody has debunked the claims about the flood.")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Einige lasen laut die 40 Namen vor, während andere beteten.", None),
        ("Dem Sprecher des Amtes, Karel Hanze, zufolge sind 40 Boote gesunken.", "Karel Hanze"),
        ("Stärkere Kontrollen kosten unserer Meinung nach 40 Millionen Euro.", None),
    ],
)
def test_german_sources_are_told_from_adverbs_and_from_us(text: str, speaker: str | None):
    assert {claim.speaker for claim in read(text, "de")} == {speaker}
