"""Interviews: whose word the answers are, and what of a label or an address is no part of a claim."""

import pytest

from claimcheck.article import parse_article
from claimcheck.records import Assertion, Claim
from claimcheck.split import split_article

ENGLISH = """Harbour chief Ann Lee on the closed pier

In an interview, Ann Lee, who runs Harwick harbour, talks about 2019.

Ms Lee, the pier was closed in 2019. Why?

We counted 300 cracks in May 2019, and the council paid for none of the repairs.

Did the council know?

The council got a report in June 2018. Jan Holt, its treasurer, kept it until May 2019.

How much will the new pier cost?

About 3 million crowns in 2025. Ann Lee has run the harbour since 2011."""

GERMAN = """Hafenchefin Anna Lehr über die Brücke

Frau Professor Lehr, warum wurde die Brücke 2019 geschlossen?

Wir zählten 300 Risse. Die Stadt bekam den Bericht im Juni 2018.

Das müssen Sie den Leuten in der Stadt und im Hafen einmal erklären …

Der Bericht lag seit Mai 2018 im Rathaus.

Wer zahlt das?

Das Land zahlt 3 Millionen Euro."""


def claims_of(text: str, language: str) -> dict[str, Claim]:
    article = parse_article(text.encode(), origin="interview.txt", language=language)
    return {claim.text: claim for claim in split_article(article)}


def holding(claims: dict[str, Claim], words: str) -> Claim:
    return next(claim for claim in claims.values() if words in " ".join(claim.evidence))


@pytest.mark.parametrize("words", ["300 cracks", "June 2018", "until May 2019", "3 million crowns"])
def test_what_stands_between_two_questions_is_the_answer_of_the_one_asked(words: str) -> None:
    claim = holding(claims_of(ENGLISH, "en"), words)

    assert (claim.speaker, claim.assertion) == ("Ann Lee", Assertion.QUOTED)


def test_what_the_outlet_tells_of_the_one_asked_is_no_answer() -> None:
    assert holding(claims_of(ENGLISH, "en"), "since 2011").speaker is None


def test_what_the_asker_states_is_the_outlets_word_without_the_address() -> None:
    claim = claims_of(ENGLISH, "en")["The pier was closed in 2019."]

    assert (claim.speaker, claim.evidence) == (None, ("the pier was closed in 2019.",))


@pytest.mark.parametrize("words", ["300 Risse", "Juni 2018", "im Rathaus", "3 Millionen"])
def test_the_one_who_is_addressed_with_a_title_answers(words: str) -> None:
    assert holding(claims_of(GERMAN, "de"), words).speaker == "Anna Lehr"


def test_what_has_another_go_on_is_no_answer() -> None:
    assert holding(claims_of(GERMAN, "de"), "müssen Sie").speaker is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Q&A with Ann Lee, mayor of Harwick\n\nQ: How many people came in 2020?\n\nA: We counted 300 newcomers.\n\n"
            "Q: What about the pier?\n\nA: The pier was closed in 2019.",
            "en",
        ),
        (
            "Interview mit Hafenchefin Ann Lee\n\nBote: Frau Lee, wie viele kamen 2020?\n\nLee: Wir zählten 300 Gäste."
            "\n\nBote: Und die Brücke?\n\nLee: Die Brücke wurde 2019 geschlossen.",
            "de",
        ),
    ],
)
def test_a_label_names_who_answers_and_is_no_part_of_the_answer(text: str, language: str) -> None:
    claim = holding(claims_of(text, language), "2019")

    assert claim.speaker == "Ann Lee"
    assert not claim.evidence[0].startswith(("A:", "Lee:"))
    assert ":" not in claim.text


def test_questions_to_the_reader_make_no_interview() -> None:
    text = ENGLISH.replace("In an interview, ", "").replace("talks about", "remembers").replace("Ms Lee, the", "The")

    assert holding(claims_of(text, "en"), "June 2018").speaker is None


def test_two_people_named_before_the_questions_leave_it_open_who_answers() -> None:
    text = ENGLISH.replace("talks about 2019", "and her deputy, Jan Holt, talk about 2019")

    assert holding(claims_of(text, "en"), "June 2018").speaker is None


@pytest.mark.parametrize("interview", [GERMAN, GERMAN.replace("Wir zählten", "Lehr: Wir zählten")])
def test_an_interview_is_over_where_the_outlet_tells_what_others_say(interview: str) -> None:
    after = "\n\nDie Stadt zahlt 400 Euro im Monat, sagte Bürgermeister Otto Brandt am Montag. Der Rat hat 30 Sitze."
    claims = claims_of(interview + after, "de")

    assert holding(claims, "400 Euro").speaker == "Otto Brandt"
    assert holding(claims, "30 Sitze").speaker != "Anna Lehr"


def test_questions_in_bold_as_markdown_has_them_are_questions() -> None:
    text = "# Die Brücke\n\nHafenchefin Anna Lehr im Interview.\n\n**Warum ist sie zu?**\n\nSie hat 300 Risse.\n\n"
    text += "**Was kostet das?**\n\nWir zahlen 3 Millionen Euro."
    article = parse_article(text.encode(), origin="interview.md", language="de")
    claims = {claim.text: claim.speaker for claim in split_article(article)}

    assert {speaker for words, speaker in claims.items() if "3" in words} == {"Anna Lehr"}
    assert not any(words.startswith("#") for words in claims)
