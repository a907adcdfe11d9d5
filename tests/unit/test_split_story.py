"""Claims read against the whole story: whom it is about, words that only link, and the day it tells of."""

from datetime import date

import pytest
from split_texts import read, texts

from claimcheck.records import Article, Block, Role, Span, article_id
from claimcheck.split import split_article

FRIDAY = date(2017, 8, 4)
QUADE = "Nora Quade won the vote in Dornbury. Nora Quade has led the council since 2019. Quade raised the budget by 4 percent."  # fmt: skip  # noqa: E501


def open_words(text: str, language: str) -> set[str]:
    return {word.casefold() for claim in read(text, language) for word in claim.context.unresolved}


def test_she_is_the_woman_the_story_is_about_though_a_man_was_named_last() -> None:
    text = f"{QUADE} Mayor Alan Birch praised Quade. She opened two schools in 2020."
    assert "Nora Quade opened two schools in 2020." in texts(text, "en")


def test_she_stays_open_behind_a_woman_without_a_name() -> None:
    text = f"{QUADE} A woman from Bexcombe left the hall. The mother of two met Quade. She sold 20 houses in 2020."
    assert "Nora Quade sold 20 houses in 2020." not in texts(text, "en")


def test_the_one_quoted_does_not_mean_herself_by_she() -> None:
    text = f'{QUADE} "She lost 300 voters," Quade told reporters.'
    assert "She lost 300 voters." in texts(text, "en")


def test_the_one_the_story_is_about_is_meant_in_words_of_others() -> None:
    text = f'{QUADE} "She took 50,000 euros from the fund," prosecutor Tim Hale told the court.'
    assert "Nora Quade took 50,000 euros from the fund." in texts(text, "en")


def test_nobody_meets_herself() -> None:
    assert not any("Quade met" in line for line in texts(f"{QUADE} Later she met Quade in Bexcombe in 2015.", "en"))


def test_a_clause_with_who_tells_of_the_one_named_before_it() -> None:
    text = "The court cleared Bo Tarrant and praised Ann Lisle, who left before she moved to Bexcombe in 2012."
    assert "Ann Lisle moved to Bexcombe in 2012." in texts(text, "en")


def test_er_finds_the_subject_that_its_sentence_names_twice() -> None:
    text = "Bürgermeister Jonas Weidler eröffnete 2019 die Halle und sein Büro. Er verkaufte 2020 das alte Rathaus."
    assert "Jonas Weidler verkaufte 2020 das alte Rathaus." in texts(text, "de")


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("de", "Zudem hat der Rat 20 Millionen Euro gezahlt.", "Der Rat hat 20 Millionen Euro gezahlt."),
        ("de", "Dennoch stieg die Zahl der Fälle um 3 Prozent.", "Die Zahl der Fälle stieg um 3 Prozent."),
        (
            "de",
            "Die Briefe führen aber voraussichtlich nicht zum Ende des Verfahrens.",
            "Die Briefe führen voraussichtlich nicht zum Ende des Verfahrens.",
        ),
        ("en", "But the council rejected the plan in May.", "The council rejected the plan in May."),
        ("en", "The council would also close the pool.", "The council would close the pool."),
        ("en", "Instead, Ann Lisle signed the plan.", "Ann Lisle signed the plan."),
        (
            "en",
            "In 2019 not only boats but also houses burnt down.",
            "In 2019 not only boats but also houses burnt down.",
        ),
        (
            "de",
            "Allerdings wird diese Möglichkeit von den Gesetzen anerkannt.",
            "Diese Möglichkeit wird von den Gesetzen anerkannt.",
        ),
    ],
)
def test_a_claim_loses_words_that_only_link_and_no_others(language: str, text: str, wanted: str) -> None:
    assert wanted in texts(text, language)


def test_a_word_that_is_left_out_is_not_said_to_be_open() -> None:
    assert "instead" not in open_words("Instead, Ann Lisle signed the plan.", "en")


def test_a_thing_takes_the_name_it_was_first_called_by() -> None:
    text = "Die Strecke Auried-Bergen ist 12 Kilometer lang. Die Strecke wurde 1904 gebaut."
    assert "Die Strecke Auried-Bergen wurde 1904 gebaut." in texts(text, "de")


def test_a_thing_that_was_spoken_of_before_takes_no_name_from_later() -> None:
    text = "Die Strecke wurde 1904 gebaut. Die Strecke Auried-Bergen ist 12 Kilometer lang."
    assert "Die Strecke wurde 1904 gebaut." in texts(text, "de")


def test_a_story_has_no_day_that_lies_ahead_or_years_back() -> None:
    ahead = read("The rule takes effect August 28. The group counted 100 crimes.", "en", FRIDAY)
    back = read("Bo Tarrant took the job on 13 July 2014. The court sentenced Tarrant to two years.", "en", FRIDAY)
    assert [claim.date for claim in (ahead[-1], back[-1])] == [None, None]


def test_the_day_of_a_story_is_not_when_something_usually_happens() -> None:
    text = "The bridge collapsed on Tuesday. Two cars fell into the river. Warnings are usually issued by the ministry."
    days = [claim.date.value if claim.date else None for claim in read(text, "en", FRIDAY)]
    assert days == ["2017-08-01", "2017-08-01", None]


FELL = {"en": "The bridge fell on Tuesday.", "de": "Die Brücke stürzte am Dienstag ein."}


@pytest.mark.parametrize(
    ("language", "between", "behind"),
    [
        ("en", "Last year the state repaired it.", "Engineers closed two lanes."),
        ("en", "In 2011 the state repaired it.", "Engineers closed two lanes."),
        ("de", "Im vergangenen Jahr prüfte sie das Land.", "Ein Gutachter fand Risse."),
        ("de", "Im Jahr 2011 prüfte sie das Land.", "Ein Gutachter fand Risse."),
        ("en", "Two years ago the state repaired it.", "Engineers closed two lanes."),
        ("de", "Vor zwei Jahren prüfte sie das Land.", "Ein Gutachter fand Risse."),
        ("de", "Damals hatte sie das Land geprüft.", "Ein Gutachter fand Risse."),
    ],
)
def test_a_look_back_ends_the_scene_of_the_day(language: str, between: str, behind: str) -> None:
    straight = read(f"{FELL[language]} {behind}", language, FRIDAY)[-1]
    assert (straight.date and straight.date.value) == "2017-08-01"
    assert read(f"{FELL[language]} {between} {behind}", language, FRIDAY)[-1].date is None


def test_the_scene_goes_on_where_its_day_is_named_again() -> None:
    text = "The bridge fell on Tuesday. Last year it was painted. On Tuesday two cars sank. Divers found a van."
    found = read(text, "en", FRIDAY)[-1]
    assert (found.date and found.date.value) == "2017-08-01"


def test_today_in_a_quotation_is_no_day_of_the_story() -> None:
    text = 'The bridge collapsed on Tuesday. "Today I cried," Bo Tarrant said. Two cars fell into the river.'
    (fell,) = [claim for claim in read(text, "en", FRIDAY) if claim.text.startswith("Two cars")]
    assert (fell.date and fell.date.value) == "2017-08-01"


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("en", "Clubs in Dornbury gave 400 meals to those in need.", "those"),
        ("en", "Both Ann Lisle and Bo Tarrant left the party.", "both"),
        ("en", "Ann Lisle left the wheel of the car, then ran 20 metres.", "then"),
        ("de", "Für 300 Flüchtlinge ist der Staat zuständig, den sie zuerst erreichen.", "sie"),
        ("de", "Nach seinem Wahlsieg 2002 drängte Erkan Solmaz die Armee zurück.", "seinem"),
    ],
)
def test_a_word_whose_sense_the_claim_itself_gives_is_not_open(language: str, text: str, word: str) -> None:
    assert word not in open_words(text, language)


def news_days(headline: str, lead: str, body: str) -> dict[Role, str | None]:
    """The day of the claim of each block of a report of three."""
    text = f"{headline}\n\n{lead}\n\n{body}"
    blocks, at = [], 0
    for part, role in ((headline, Role.HEADLINE), (lead, Role.LEAD), (body, Role.BODY)):
        blocks.append(Block(Span(at, at + len(part)), role))
        at += len(part) + 2
    found = split_article(Article(article_id(text), text, tuple(blocks), "en", published=FRIDAY))
    return {claim.role: claim.date.value if claim.date else None for claim in found}


def test_a_headline_and_a_lead_take_the_day_on_which_their_news_is_said_to_be() -> None:
    days = news_days(
        "Footbridge collapses in Dornbury", "A footbridge in Dornbury collapsed.", "The footbridge fell on Tuesday."
    )
    assert days == {Role.HEADLINE: "2017-08-01", Role.LEAD: "2017-08-01", Role.BODY: "2017-08-01"}


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        ("Harbour sold for 3 million pounds", "The harbour was sold to Bo Tarrant."),  # another thing
        ("Footbridge was repaired twice years ago", "A footbridge in Dornbury was repaired in 2010."),  # another time
        ("Footbridge will be closed in Dornbury", "A footbridge in Dornbury will be closed."),  # still to come
    ],
)
def test_other_news_takes_no_day_from_the_sentences_behind_it(headline: str, lead: str) -> None:
    days = news_days(headline, lead, "A footbridge in Bexcombe fell on Tuesday.")
    assert (days.get(Role.HEADLINE), days[Role.LEAD]) in {(None, None), (None, "2010")}


def test_a_clause_with_a_weekday_of_its_own_has_not_the_day_in_front_of_its_sentence() -> None:
    claims = {
        claim.text: claim.date and claim.date.value
        for claim in read("The fire, which started Sunday night, was 20% contained by Monday morning.", "en")
    }

    assert claims == {
        "The fire was 20% contained by Monday morning.": None,
        "The fire started Sunday night, 9 April 2023.": "2023-04-09",
    }
