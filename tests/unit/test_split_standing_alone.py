"""How a claim reads without its article: things and people in full, clauses as sentences, words that stay open."""

import pytest
from split_texts import read, split, texts

from claimcheck.records import Article, Block, Role, Span, article_id
from claimcheck.split import split_article


def open_words(text: str, language: str) -> set[str]:
    return {word for claim in read(text, language) for word in claim.context.unresolved}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        (
            "en",
            "A chess club in Leeds lost 5,000 pounds in May. The club sold two boats.",
            "The chess club sold two boats.",
        ),
        (
            "en",
            "The reasons for London's collapse are old. The collapse wiped out 900 jobs.",
            "London's collapse wiped out 900 jobs.",
        ),
        (
            "en",
            "Three Danish bankers came to court in Leeds. The bankers paid 20 million pounds.",
            "The three Danish bankers paid 20 million pounds.",
        ),
        (
            "de",
            "Die Bundesregierung stritt 2021. Der Bundesregierung fehlten 2 Milliarden. Die Regierung sparte 2022.",
            "Die Bundesregierung sparte 2022.",
        ),
        (
            "de",
            "Eine 44-jährige Frau aus Kiel kam am Montag vor Gericht. Der Frau drohten 2022 fünf Jahre Haft.",
            "Der 44-jährigen Frau aus Kiel drohten 2022 fünf Jahre Haft.",
        ),
        (
            "de",
            "In Kiel wohnen 240.000 Menschen. In Kiel fahren Busse. Die Stadt kaufte 2022 neun Busse.",
            "Die Stadt Kiel kaufte 2022 neun Busse.",
        ),
    ],
)
def test_a_bare_noun_takes_the_words_that_tell_which_one_it_is(language: str, text: str, wanted: str) -> None:
    assert wanted in texts(text, language)


@pytest.mark.parametrize(
    ("language", "text", "kept"),
    [
        (
            "en",
            "A rowing club and a chess club met in Leeds. The club sold two boats in 2022.",
            "The club sold two boats in 2022.",
        ),
        (
            "en",
            "In Leeds and in Hull the buses stood still. The city lost 5 million pounds.",
            "The city lost 5 million pounds.",
        ),
        (
            "de",
            "Die Bundesregierung und die Landesregierung stritten 2022. Die Bundesregierung und die Landesregierung "
            "schwiegen. Die Regierung sparte 2023 zwei Milliarden.",
            "Die Regierung sparte 2023 zwei Milliarden.",
        ),
    ],
)
def test_a_noun_that_can_mean_two_things_stays_as_it_is(language: str, text: str, kept: str) -> None:
    assert kept in texts(text, language)


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        (
            "en",
            "A study by Wexcombe University appeared in May. It looked at 96 outbreaks in 11 countries.",
            "The study looked at 96 outbreaks in 11 countries.",
        ),
        ("de", "Der lange Kanal wurde 1931 eröffnet. Er verbindet Kiel mit dem Meer.", "Der Kanal verbindet Kiel mit"),
    ],
)
def test_a_pronoun_for_a_thing_means_the_subject_of_the_sentence_before(language: str, text: str, wanted: str) -> None:
    assert any(each.startswith(wanted) for each in texts(text, language))


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Jane Doe and Max Lee came to Leeds. They sold 5 boats.", "Jane Doe and Max Lee sold 5 boats."),
        ("de", "Max Meier und Anna Huber kamen. Sie kauften 5 Boote.", "Max Meier und Anna Huber kauften 5 Boote."),
    ],
)
def test_people_named_side_by_side_are_whom_they_can_mean(language: str, text: str, wanted: str) -> None:
    assert wanted in texts(text, language)


@pytest.mark.parametrize(
    ("language", "text", "never"),
    [
        ("en", "Mayor Jane Doe met Clinton. Clinton said no. She raised taxes in 2022.", "Jane Doe raised taxes"),
        ("en", "Mr Smith left. Police Chief John Wagner came. Deng was hit on his head in May.", "Wagner’s head"),
        ("en", "Shots fell in Leeds on Monday. When officers came, John Smith ran and killed himself.", "killed John"),
        ("en", "The fire killed workers in 2021. They demanded 15 pounds an hour in Leeds.", "The workers demanded"),
        ("en", "Mayor Jane Doe came to Leeds. The Doe family sold 5 boats in 2022.", "Jane Doe family"),
        ("de", "Richter Max Meier kam. Der Richter der Sache sprach 2022 fünf Urteile.", "Max Meier der Sache"),
    ],
)
def test_nobody_is_put_for_a_stranger(language: str, text: str, never: str) -> None:
    assert not any(never in each for each in texts(text, language))


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        (
            "en",
            "Northbank, a unit of the Royal Savings Bank, lost 20 million pounds in 2022.",
            "Northbank is a unit of the Royal Savings Bank.",
        ),
        (
            "en",
            "A secret ring catering to wealthy doctors, lawyers and officers was broken up in Leeds, police said.",
            "A secret ring catered to wealthy doctors, lawyers and officers.",
        ),
        (
            "de",
            "Die Firma Gleisgrün, die Matten für Trassen herstellt, verlor 2022 zwei Millionen Euro.",
            "Die Firma Gleisgrün stellt Matten für Trassen her.",
        ),
        (
            "de",
            "Das Unternehmen, an dem die Stadt Kiel beteiligt ist, verlor 2022 zwei Millionen Euro.",
            "An dem Unternehmen ist die Stadt Kiel beteiligt.",
        ),
        (
            "de",
            "Der Preis stieg, nachdem die Nordbank ihre Beteiligung auf 15,1 Prozent erhöht hat.",
            "Die Nordbank hat ihre Beteiligung auf 15,1 Prozent erhöht.",
        ),
        (
            "de",
            "Meier sagte, dass das Verfahren, an dem Kiel beteiligt ist, 2 Millionen Euro kostet.",
            "Das Verfahren kostet 2 Millionen Euro.",
        ),
        (
            "de",
            "Die Polizei teilte mit, dass der Mann am Freitag, dem 7. April, in Kiel gefunden wurde.",
            "Der Mann wurde am Freitag, dem 7. April 2023, in Kiel gefunden.",
        ),
        (
            "de",
            "Einem Bericht zufolge weist das Register erhebliche Mängel auf.",
            "Das Register weist erhebliche Mängel auf.",
        ),
    ],
)
def test_a_clause_that_is_no_sentence_reads_as_one(language: str, text: str, wanted: str) -> None:
    assert wanted in texts(text, language)


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "In addition, Leeds bought 100 buses in 2022.", "Leeds bought 100 buses in 2022."),
        ("en", "Leeds, however, bought 100 buses in 2022.", "Leeds bought 100 buses in 2022."),
        ("de", "Kiel kaufte zudem 2022 genau 100 Busse.", "Kiel kaufte 2022 genau 100 Busse."),
    ],
)
def test_a_word_that_only_ties_a_sentence_to_the_one_before_is_left_out(language: str, text: str, wanted: str) -> None:
    (claim,) = read(text, language)
    assert claim.text == wanted
    assert [each.replacement for each in claim.substitutions] == [""]
    assert claim.evidence == (text,)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Zahl der Unfälle ist 2022 um 5 Prozent gestiegen."),
        ("de", "Alle erinnerten 2022 daran, dass 5 Prozent der Busse fehlen."),
        ("de", "Gesine Huber läuft die Zeit davon."),
        ("en", "The owners of 20 boats moved them to Leeds in 2022."),
        ("en", "The hunter from Leeds saw 5 dogs that followed him."),
    ],
)
def test_what_a_claim_says_itself_is_not_open(language: str, text: str) -> None:
    assert open_words(text, language) == set()


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("de", "Dafür stiegen die Preise 2022 um 5 Prozent.", "Dafür"),
        ("de", "Die Preise sind davon um 5 Prozent gestiegen.", "davon"),
        ("en", "They moved 20 boats to Leeds in 2022.", "They"),
        ("en", "The owners sold 20 boats in 2022.", "The owners"),
    ],
)
def test_what_the_article_alone_can_tell_is_said_to_be_open(language: str, text: str, said: str) -> None:
    assert any(word.startswith(said) for word in open_words(text, language))


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        (
            "de",
            "Dienstag Morgen fuhren in Kiel 100 Busse.",
            "Dienstag Morgen (11. April 2023) fuhren in Kiel 100 Busse.",
        ),
        (
            "en",
            "In the last year fewer than half of the tenants in Leeds moved.",
            "In the last year (2022) fewer than half of the tenants in Leeds moved.",
        ),
        (
            "en",
            "Leeds on Monday sold 100 buses.",
            "Leeds on Monday, 10 April 2023, sold 100 buses.",
        ),
    ],
)
def test_a_day_is_put_where_the_grammar_of_the_sentence_holds(language: str, text: str, wanted: str) -> None:
    assert wanted in texts(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Jedes Jahr Anfang August trifft sich der Rat in Kiel mit 5 Ministern."),
        ("en", "Every year in August the council meets 5 ministers in Leeds."),
    ],
)
def test_what_comes_round_every_year_gets_no_year(language: str, text: str) -> None:
    (claim,) = read(text, language)
    assert claim.text == text
    assert claim.date is None


def test_what_was_over_by_then_does_not_get_the_day_of_the_story() -> None:
    text = (
        "On Monday the mayor of Hull withdrew the bid. The bid for 2012 had generated excitement in Hull. Hull lost 5."
    )
    (claim,) = [each for each in read(text, "en") if "generated" in each.text]
    assert claim.date is None or claim.date.precision != "day"
    assert "(on " not in claim.text


def test_a_headline_counts_when_a_company_is_looked_for() -> None:
    text = "Hyvand Cars raises prices\n\nHyvand Cars sold 9 cars. Hyvand Cars lost 5. The firm raised prices in May."
    blocks = (Block(Span(0, 25), Role.HEADLINE), Block(Span(27, len(text)), Role.BODY))
    claims = split_article(Article(article_id(text), text, blocks, "en"))
    assert "Hyvand Cars raised prices in May." in {claim.text for claim in claims}


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("The airline said it will cut 300 flights a day.", "The airline will cut 300 flights a day."),
        ("The airline said it would be hard to find 300 pilots.", "It would be hard to find 300 pilots."),
    ],
)
def test_what_a_body_says_it_will_do_names_the_body(said: str, text: str) -> None:
    assert text in split(said, "en")
