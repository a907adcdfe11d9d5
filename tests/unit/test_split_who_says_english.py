"""Whose word an English sentence is: the frames of news prose, each with sentences that no article holds."""

import pytest
from split_texts import split

from claimcheck.records import Article, Assertion, Block, Claim, Role, Span, article_id
from claimcheck.split import split_article
from claimcheck.split.languages import rules_for
from claimcheck.split.speech.statements import read_sentences
from claimcheck.split.speech.voices import find_voices


def who(text: str, words: str) -> set[str | None]:
    """The speakers of the claims of a text whose evidence holds some words."""
    found = [claim for claim in split(text, "en").values() if words in " ".join(claim.evidence)]
    assert found
    return {claim.speaker for claim in found}


def paragraphs(*texts: str) -> list[Claim]:
    """The claims of an article whose paragraphs these are."""
    text = "\n\n".join(texts)
    blocks, at = [], 0
    for each in texts:
        blocks.append(Block(Span(at, at + len(each)), Role.BODY))
        at += len(each) + 2
    return list(split_article(Article(article_id(text), text, tuple(blocks), "en")))


def speaker_of(claims: list[Claim], words: str) -> str | None:
    return next(claim.speaker for claim in claims if words in " ".join(claim.evidence))


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        ("Ina Hale suggested late treatment and failure to refer patients might explain it.", "might", "Ina Hale"),
        ("The inquiry found the bridge had not been inspected since 2009.", "bridge", "inquiry"),
        ("Ministers claim the scheme has helped 4,000 families.", "scheme", "Ministers"),
        ("Officials estimate the storm destroyed 400 homes.", "storm", "Officials"),
        ("Owen Pratt also pointed out the pier had lost 3 million crowns.", "pier", "Owen Pratt"),
        ("The agency judged that 400 homes were lost in 2019.", "400", "agency"),
        ("Pratt went on to say that the club owed 3,000 crowns in May.", "owed", "Pratt"),
        ("Pratt responded by saying the club owed 3,000 crowns in May.", "owed", "Pratt"),
        ("Judge Owen Pratt was convinced the club owed 3,000 crowns in May.", "owed", "Owen Pratt"),
        ("Owen Pratt is convinced there were 300 boats in May.", "300 boats", "Owen Pratt"),
        ("Owen Pratt is certain failure to pay the crew cost 300 boats in May.", "300 boats", "Owen Pratt"),
        ("Opponents made the argument last week that the pier costs 3 million crowns.", "3 million", "Opponents"),
        ("Pratt made clear that the club owed 3,000 crowns in May.", "owed", "Pratt"),
        ("In Pratt's view, the club owed 3,000 crowns in May.", "owed", "Pratt"),
        ("Some tenants' advocates voiced concern on Monday that 40 flats had no heating.", "40 flats", "advocates"),
        ("Despite Hale's claim that 40 ferries had no lifeboats, the port stayed open.", "lifeboats", "Hale"),
        ("The ministry put the number of destroyed homes at 400.", "400", "ministry"),
        ("Ina Hale noted a rise of 12 per cent in visits to the pier.", "12 per cent", "Ina Hale"),
    ],
)
def test_a_verb_or_a_noun_of_saying_needs_no_that(text: str, said: str, speaker: str) -> None:
    assert any(speaker in (name or "") for name in who(text, said))


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        ("The researchers analysed 300 ferries, finding 40 of them leaked in May.", "40", "researchers"),
        ("The plan rests on studies showing that 40 ferries had no lifeboats.", "40", "studies"),
        ("Hale sent her crews an email announcing that 40 ferries had no lifeboats.", "40", "Hale"),
        ("The note points to a report by the Norwick Trust showing that 40 piers were shut.", "40", "Norwick Trust"),
        ("Two ferries sank in 2019, with Hale saying that both had no lifeboats.", "lifeboats", "Hale"),
        ("Lamb left the harbour on Monday, saying he had 40 crowns left.", "40", "Lamb"),
        ("The list includes neighbours who said they were paid 40 crowns.", "40 crowns", "neighbours"),
    ],
)
def test_a_participle_or_a_clause_with_who_names_the_one_beside_it(text: str, said: str, speaker: str) -> None:
    assert any(speaker in (name or "") for name in who(text, said))


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        ("Hale says 40 ferries unsafe", "40", "Hale"),
        ("Port Lost Two Ferries, Panel Says", "Ferries", "Panel"),
        ("Police: 40 ferries have no lifeboats", "40", "Police"),
        ("40 ferries have no lifeboats - report", "40", "report"),
    ],
)
def test_a_headline_says_who_speaks_without_a_full_stop(text: str, said: str, speaker: str) -> None:
    assert speaker in who(text, said)


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        ("One of Norwick's most prominent builders has warned that 300 jobs will go.", "300", "builders"),
        ("Hale Corp. said it expects 300 jobs to go by March.", "300", "Hale"),
        ("Police in Ely, Mich. said the man drove at 90 mph on Monday.", "90", "Police"),
        ("The president of the Norwick Trust, Owen Pratt, told Tidewire 300 jobs went.", "300", "Owen Pratt"),
        ("The man's claims that the pier leaked 40 times were false, Ina Hale said.", "40", "Ina Hale"),
        ("It was unclear why it shut, though Ina Hale said she believes 300 jobs went.", "300", "Ina Hale"),
        ("The yard closed in May, where police believe he hid 300 crowns.", "300", "police"),
        ("The pier cost 3 million crowns, said trustee Owen Pratt.", "3 million", "Owen Pratt"),
        ("The pier, says Owen Pratt, has lost 3 million crowns.", "3 million", "Owen Pratt"),
    ],
)
def test_the_subject_of_a_verb_of_saying_is_read_whole(text: str, said: str, speaker: str) -> None:
    assert any(speaker in (name or "") for name in who(text, said))


def test_only_in_front_of_a_name_is_no_part_of_it() -> None:
    text = "Ina Hale sold the yard. Only Ina replied to say that 300 jobs went."

    assert who(text, "300") == {"Ina Hale"}


def test_an_acronym_stands_for_the_name_it_is_short_for() -> None:
    text = "The Norwick Rescue Council (NRC) met. NRC says 300 boats were lost."

    assert who(text, "300") == {"Norwick Rescue Council (NRC)"}


def test_sir_and_a_given_name_mean_the_knight() -> None:
    text = 'Sir Owen Pratt savages the port of Ely Row. "The port lost 300 boats in May," he said.'

    assert who(text, "300") == {"Owen Pratt"}


def test_what_a_study_is_of_did_not_issue_it() -> None:
    text = "A study of sailors in Norwick began in May. The pills help 300 people, according to a new study."

    assert who(text, "300") == {"new study"}


def test_a_panel_that_speaks_in_a_report_is_the_reports_issuer() -> None:
    text = "A harbour panel said in a report that ferries were unsafe. The report said 300 boats sank in May."

    assert who(text, "300") == {"harbour panel"}


def test_a_friend_of_somebody_is_not_that_one() -> None:
    text = "Owen Pratt left the port. A friend of Owen Pratt said 300 boats sank in May."

    assert who(text, "300") == {"friend of Owen Pratt"}


def test_some_who_believe_something_are_nobody_in_particular() -> None:
    assert who("Some believe the pier got its name in 1802.", "1802") == {None}


def test_an_agent_in_a_participle_between_commas_does_not_speak() -> None:
    text = "The report, seen by Owen Pratt, claimed 300 boats."

    assert "Owen Pratt" not in who(text, "300")


def test_it_was_said_is_the_word_of_whoever_spoke_before() -> None:
    text = "The Norwick harbour court ruled the sale was void. Pratt, it was said, sold 300 boats in May."

    assert who(text, "300") == {"Norwick harbour court"}


def test_she_believes_behind_said_is_the_same_speaker() -> None:
    text = "Mayor Jo Reed met Ina Hale. Hale said she believes 300 boats leak."

    assert who(text, "300 boats") == {"Ina Hale"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The Norwick Echo reported the existence of 300 leaks.", "300"),
        ("Tidewire reported sales of 40 million crowns for 2019.", "40 million"),
        ("Officers found a boat with 40 bags wrapped in foil.", "40"),
        ("The storm showed that 40 ferries had no lifeboats.", "40"),
        ("It is believed that 40 ferries had no lifeboats.", "40"),
        ("Costs are rising, with letters, emails and reports by 40 firms filed in May.", "40"),
    ],
)
def test_what_is_only_done_or_shown_is_the_outlets_word(text: str, said: str) -> None:
    assert who(text, said) == {None}


def test_another_who_speaks_in_the_same_sentence_has_a_word_of_their_own() -> None:
    text = "Ina Hale said the pier leaked in May, but Owen Pratt said 300 boats sank in 2019."

    assert who(text, "leaked") == {"Ina Hale"}
    assert who(text, "300 boats") == {"Owen Pratt"}


def test_what_an_although_concedes_in_front_is_not_the_speakers_word() -> None:
    text = "Although the port sold 40 boats, the report says 300 of them leaked in 2019."

    assert who(text, "40 boats") == {None}
    assert who(text, "300") == {"report"}


def test_a_second_thing_somebody_says_behind_but_is_theirs_without_the_verb() -> None:
    claims = split("A Norwick court ruled the sale was void, but said the port owed 300 crowns.", "en")

    assert {claim.speaker for text, claim in claims.items() if "300 crowns" in text} == {"Norwick court"}


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        ("The brothers fight over the yard, which Owen Pratt alleges Jo has sold.", "sold", "Owen Pratt"),
        (
            "The port lost its licence last year after harbour testimony viewed by many officials as being too rosy.",
            "rosy",
            "officials",
        ),
        ("Jo Reed was described as a “quiet man” by neighbours on Ely Row.", "quiet man", "neighbours"),
    ],
)
def test_a_clause_that_names_whose_view_it_is_is_that_ones_word(text: str, said: str, speaker: str) -> None:
    assert any(speaker in (name or "") for name in who(text, said))


@pytest.mark.parametrize("opening", ["Ina Hale said", "According to Ina Hale,"])
def test_a_denial_in_a_relative_clause_is_not_put_in_the_speakers_mouth(opening: str) -> None:
    claims = split(f"{opening} the pier lost 3 million crowns, which the trust denies.", "en").values()

    assert {claim.speaker for claim in claims if claim.evidence[-1].startswith("which")} == {None}
    assert {claim.speaker for claim in claims if claim.evidence[-1].endswith("crowns")} == {"Ina Hale"}


def test_what_another_says_behind_while_is_the_others_word() -> None:
    text = "Ina Hale said the pier leaked in 12 places while Owen Pratt said 300 boats were safe."

    assert who(text, "12 places") == {"Ina Hale"}
    assert who(text, "300 boats") == {"Owen Pratt"}


def test_a_clause_between_commas_tells_of_a_thing_and_not_of_the_speaker() -> None:
    claims = split("Ina Hale said the fair, which takes place in May, had sold 300 boats.", "en").values()

    assert {claim.speaker for claim in claims if "takes place" in claim.evidence[-1]} == {None}
    assert {claim.speaker for claim in claims if "300 boats" in claim.evidence[-1]} == {"Ina Hale"}


def test_what_is_put_beside_a_name_is_the_outlets_gloss() -> None:
    claims = split("Officials said the tank held methanol, a deadly agent, and 40 litres of oil.", "en").values()

    assert {claim.speaker for claim in claims if "deadly" in claim.evidence[-1] and len(claim.evidence) > 1} <= {None}


def test_what_somebody_only_asks_for_is_no_claim_of_its_own() -> None:
    claims = split("Solicitor Owen Pratt asked that Reed not be placed on the list of 2019.", "en")

    assert [claim.kind.value for claim in claims.values()] == ["quotation"]


def test_a_quotation_goes_on_where_the_marks_are_lost() -> None:
    claims = paragraphs(
        '"The yard is short of money," Owen Pratt said. We lost 300 boats in May. The port lost 40 ferries in June.',
        "The port pays 3 million crowns a year.",
        "With 40 ferries we are the largest yard in Norwick.",
        "Ina Hale opened the yard in 1987.",
    )

    assert speaker_of(claims, "40 ferries in June") == "Owen Pratt"
    assert speaker_of(claims, "3 million") == "Owen Pratt"
    assert speaker_of(claims, "largest yard") == "Owen Pratt"
    assert speaker_of(claims, "1987") is None


def test_who_speaks_of_themselves_is_quoted_and_the_rest_reported() -> None:
    claims = paragraphs('"The yard is short of money," Owen Pratt said. We lost 300 boats. Norwick lost 40 in June.')

    put = {claim.evidence[0]: claim.assertion for claim in claims}
    assert put["We lost 300 boats."] is Assertion.QUOTED
    assert put["Norwick lost 40 in June."] is Assertion.REPORTED


def test_a_text_that_opens_its_marks_again_has_lost_none() -> None:
    claims = paragraphs(
        '"The yard is short of money," Owen Pratt said. "It lost 300 boats in May."',
        '"The yard is old," Ina Hale said. The yard opened in 1987.',
    )

    assert speaker_of(claims, "1987") is None


def test_a_reporter_who_writes_in_the_first_person_is_nobody_quoted() -> None:
    claims = paragraphs(
        "I reached Norwick in May with 40 crowns. My guide met me at noon.",
        '"The yard is old," Ina Hale said. I saw 300 boats in it.',
    )

    assert speaker_of(claims, "300 boats") is None


def test_a_sentence_that_names_the_one_quoted_is_the_outlets() -> None:
    claims = paragraphs(
        '"The yard is short of money," Owen Pratt said. Pratt sold 300 boats in May.',
        '"The yard is old," Ina Hale said. We sold 40 ferries in June.',
    )

    assert speaker_of(claims, "300 boats") is None
    assert speaker_of(claims, "40 ferries") == "Ina Hale"


def test_evidence_shows_nothing_where_somebody_is_speaking() -> None:
    claims = paragraphs(
        'Dr Ina Hale said: "The pill is safe." We tested 300 people in May. The evidence shows that the pill helps 40.'
    )

    assert speaker_of(claims, "helps 40") == "Ina Hale"


@pytest.mark.parametrize(("closing", "speaker"), [("", "Owen Pratt"), ("”", None)])
def test_a_paragraph_with_one_mark_only_shows_that_marks_are_lost(closing: str, speaker: str | None) -> None:
    claims = paragraphs(
        "“The yard is short of money,” Owen Pratt said. The port lost 300 boats in May.",
        f"“The pier leaks in 12 places.{closing}",
        "The yard shut in June 2019.",
    )

    assert speaker_of(claims, "300 boats") == speaker
    assert speaker_of(claims, "2019") is None


@pytest.mark.parametrize(
    ("first", "opening", "speaker"),
    [
        ("We lost 300 boats in May.", "“", "Owen Pratt"),
        ("The port lost 300 boats in May.", "", "Owen Pratt"),
        ("The port lost 300 boats in May.", "“", None),
    ],
)
def test_a_quotation_begins_before_its_first_mark(first: str, opening: str, speaker: str | None) -> None:
    claims = paragraphs(f"{first} {opening}It was dark and the yard was shut,” Owen Pratt said.")

    assert speaker_of(claims, "300 boats") == speaker


def test_voices_are_sought_in_english_alone() -> None:
    text = "„Die Halle ist zu“, sagte Meier. Wir verloren 300 Boote."

    assert find_voices([read_sentences(text, 0, len(text), "de", rules_for("de"))], text, rules_for("de")) == {}


def test_a_survey_is_the_word_of_those_who_conducted_it() -> None:
    text = (
        "A survey of sailors found that 300 boats were unsafe. Less than 40 per cent said their boat was sound. "
        "The survey, which was conducted in May by Tidewire Boats Ltd, was the first."
    )

    assert all("Tidewire Boats" in (name or "") for name in who(text, "300"))
    assert all("per cent" not in (name or "") for name in who(text, "40 per cent"))


def test_the_who_is_a_body_and_no_relative_pronoun() -> None:
    assert who("The WHO says 300 sailors were ill in May.", "300") == {"WHO"}


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        ("Last week the ministry said 300 boats were lost in May.", "300", "ministry"),
        ("At a hearing in Ely, Ohio, prosecutor Ina Hale asserted that 300 boats were lost.", "300", "Ina Hale"),
        ("Ina Hale responded that 300 boats were lost in May.", "300", "Ina Hale"),
        ("Ina Hale recalled how the port lost 300 boats in May.", "300", "Ina Hale"),
        ("The bubbles, Ina Hale found, amplify the 300 waves.", "300", "Ina Hale"),
        ("The sea rose by 300 cm, according to the Committee to Protect Reefs.", "300", "Committee to Protect Reefs"),
        ("Ely Bank analyst Ina Hale estimated that 300 boats were lost in May.", "300", "Ina Hale"),
    ],
)
def test_the_one_who_speaks_is_told_from_days_places_and_bodies_beside(text: str, said: str, speaker: str) -> None:
    assert who(text, said) == {speaker}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The congress kept the ban of 300 days, imposed in May after a port report found evidence of theft.", "300"),
        ("When the port sold 300 boats in May, some critics called it a farce.", "300"),
        ("The port shut on Monday, a day after Tidewire said 300 boats were lost.", "shut"),
        ("Tidewire has never confirmed that 300 boats were lost.", "shut|never"),
        ('Jo Reed, 6, "riddled with 300 bullets," survives Norwick shooting', "300"),
        ("Officers found 300 bags of salt wrapped in foil.", "300"),
        ("The firm recalled 300 boats in May after a leak.", "300"),
    ],
)
def test_no_one_speaks_where_a_verb_only_has_an_object(text: str, said: str) -> None:
    for words in said.split("|"):
        found = [claim for claim in split(text, "en").values() if words in " ".join(claim.evidence)]
        assert {claim.speaker for claim in found} <= {None}


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        ("The port lost 300 boats in May, the trust's director, Dr. Ann Lee, said Tuesday.", "300 boats", "Ann Lee"),
        ("“The port lost 300 boats in May,” Ann Lee, the director, said Tuesday.", "300 boats", "Ann Lee"),
        ("“The port lost 300 boats in May,” the minister is quoted as saying.", "300 boats", "minister"),
        ("Police are reporting that 300 boats were lost in May.", "300 boats", "Police"),
    ],
)
def test_a_day_behind_said_and_a_verb_in_the_progressive_are_no_speakers(text: str, said: str, speaker: str) -> None:
    claims = list(split(text, "en").values())

    assert speaker_of(claims, said) == speaker
    assert not any("Tuesday" in claim.text or "director" in claim.text for claim in claims)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("According to police reports, Lee, 43, lost 300 boats.", "Lee, 43, lost 300 boats."),
        ("According to the mayor, Ann Lee, the pier, built in 1990, is unsafe.", "the pier, built in 1990, is unsafe."),
    ],
)
def test_a_subject_behind_a_source_is_no_part_of_it(text: str, evidence: str) -> None:
    assert any(evidence in " ".join(claim.evidence) for claim in split(text, "en").values())


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        ("An accord on 300 boats was not reached, Radio Sofia informs.", "300 boats", "Radio Sofia"),
        ("The harbour police issued a statement that 300 boats were lost.", "300 boats", "harbour police"),
        ("Owen Pratt presumed that the port lost 300 boats.", "300 boats", "Owen Pratt"),
        ("From Mayor Pratt's perspective the port lost 300 boats.", "300 boats", "Pratt"),
        ("Police reports state that 300 boats were lost.", "300 boats", "Police reports"),
        ("The 29-year-old defended herself by saying she had lost 300 boats.", "300 boats", "29-year-old"),
        (
            "“We have 300 boats”, the deputy mayor of Linden, Wu Chen, said this week during a visit.",
            "300 boats",
            "Wu Chen",
        ),
        ("The 22-year-old tells us there are 300 boats in the port.", "300 boats", "22-year-old"),
        ("Ann Berg said when she was aged 13, she owned 300 boats.", "300 boats", "Ann Berg"),
    ],
)
def test_further_ways_to_name_who_says_it(text: str, said: str, speaker: str) -> None:
    claims = list(split(text, "en").values())

    assert speaker_of(claims, said) == speaker
    assert not any("us there" in claim.text or "said when" in claim.text for claim in claims)


@pytest.mark.parametrize(
    "text",
    [
        "The senator's claim that crime doubled is false.",
        "Asked whether he would sell 300 boats, Pratt said no.",
    ],
)
def test_what_a_sentence_denies_is_nobodys_word(text: str) -> None:
    assert set(split(text, "en")) == {text}


def test_a_body_that_says_it_of_itself_behind_a_comma_is_named() -> None:
    claims = list(split("The bank will close 40 branches by March, it said on Tuesday.", "en").values())

    assert speaker_of(claims, "40 branches") == "bank"
