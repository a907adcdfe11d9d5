"""Where a clause begins and ends, and which noun a modifier belongs to: each rule by a sentence that it decides."""

import pytest
from split_texts import article, evidence, split

from claimcheck.records import Article, Block, Role, Span, article_id
from claimcheck.split import split_article


@pytest.mark.parametrize(
    ("language", "text", "facts"),
    [
        (
            "en",
            "The pool was shut because of a leak, and swimmers have moved to Leeds.",
            {("The pool was shut because of a leak",), ("swimmers have moved to Leeds",)},
        ),
        (
            "en",
            "There were two losers that night: the baker and the grocer have closed their shops.",
            {("There were two losers that night",), ("the baker and the grocer have closed their shops",)},
        ),
        (
            "en",
            "Showers are reaching the west of Skye and both Uists and it is raining in Oban.",
            {("Showers are reaching the west of Skye and both Uists",), ("it is raining in Oban",)},
        ),
        (
            "en",
            "He won a grant for another 5 cottages, even though he himself was counting on 10.",
            {("He won a grant for another 5 cottages",), ("he himself was counting on 10",)},
        ),
        (
            "en",
            "The votes were split in March, shortly after the report came out.",
            {("The votes were split in March",), ("the report came out",)},
        ),
        (
            "en",
            "The yard had to lift a 12 ton crane for steel beams, which was already in Hull.",
            {
                ("The yard had to lift a 12 ton crane for steel beams",),
                ("a 12 ton crane for steel beams", "was already in Hull"),
            },
        ),
        (
            "en",
            "Carter once used a red and white badge that resembled the Norda badge.",
            {("Carter once used a red and white badge",), ("a red and white badge", "resembled the Norda badge")},
        ),
        (
            "en",
            "Brenn lost a suit against traders from Leeds and York, who were selling its oldest lamps.",
            {
                ("Brenn lost a suit against traders from Leeds and York",),
                ("traders from Leeds and York", "were selling its oldest lamps"),
            },
        ),
        (
            "en",
            "Under the port contract, signed with Norda in May 2021, the island pays 3 million dollars a year.",
            {
                ("Under the port contract", "the island pays 3 million dollars a year"),
                ("the port contract", "signed with Norda in May 2021"),
            },
        ),
        (
            "en",
            "The widow sued the port for failing to warn crews and for keeping the pier open.",
            {
                ("The widow sued the port",),
                ("for failing to warn crews",),
                ("for keeping the pier open",),
            },
        ),
        ("en", "They believe Doctor Lee and the victim had a quarrel.", {("Doctor Lee and the victim had a quarrel",)}),
        (
            "de",
            "In der Halle serviert man eine Suppe, die in den alten, bauchigen Schüsseln gekocht wird.",
            {
                ("In der Halle serviert man eine Suppe",),
                ("eine Suppe", "die in den alten, bauchigen Schüsseln gekocht wird"),
            },
        ),
        (
            "de",
            "Er war der jüngere Bruder, der zwei Jahre versuchte, ihr das Segeln beizubringen.",
            {
                ("Er war der jüngere Bruder",),
                ("der jüngere Bruder", "der zwei Jahre versuchte, ihr das Segeln beizubringen"),
            },
        ),
        (
            "de",
            "Die Wirtin kochte, als die Gäste klein waren, und träumte davon, eine Bäckerei in Kiel zu eröffnen.",
            {
                ("Die Wirtin kochte, als die Gäste klein waren",),
                ("Die Wirtin", "träumte davon, eine Bäckerei in Kiel zu eröffnen"),
            },
        ),
        (
            "de",
            "Der Bus rutschte in den Graben, wo er sich drehte und dann auf der Seite liegen blieb.",
            {
                ("Der Bus rutschte in den Graben",),
                ("den Graben", "wo er sich drehte und dann auf der Seite liegen blieb"),
            },
        ),
        (
            "de",
            "In einer Herberge in Linz, die über drei Zimmer verfügt, sollen 130 Gäste gewohnt haben.",
            {
                ("In einer Herberge in Linz", "sollen 130 Gäste gewohnt haben"),
                ("einer Herberge in Linz", "die über drei Zimmer verfügt"),
            },
        ),
    ],
)
def test_each_clause_has_its_own_words_and_noun(language: str, text: str, facts: set[tuple[str, ...]]) -> None:
    assert evidence(text, language) == facts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Before he could be caught, the driver hid the van in a barn near York."),
        ("en", "The tool is useful for measuring pumps, pipes and knowing the faults of meters."),
        ("en", "The shop sold a tool for measuring the depth of wells in Kent."),
        ("en", "The treaty between the owner and the buyer remains in force."),
        ("en", "The group plans to spend 50 million pounds (about 70 million euros) a year on lamps."),
        ("en", "The race set a record in its length, its distance from the coast and its cost."),
        ("en", "After years in politics, the new mayor, Ann Lee, worked for a bank."),
        ("en", "At the left, from the hall's point of view, Jan Roth, 73, is tuning an organ."),
        ("en", "The council is to vote on the pier by May 1, 2031."),
        ("en", "The champion has not lost a race since the summer of 2013."),
        ("de", "Bevor er gefasst werden konnte, versteckte der Fahrer den Wagen in einer Scheune."),
        ("de", "Sie wurde nach dem Sturz von einem Heim in Kiel, Haus Sonne, in das Krankenhaus gebracht."),
        ("de", "Die Wahl wurde auf jener Reise südlich vom Ammersee getroffen, auf die der Bote geschickt wurde."),
        ("de", "Die beiden Firmen haben eine Tochter gegründet, um den Rivalen Norda zu kaufen."),
    ],
)
def test_a_clause_that_says_nothing_alone_stays_where_it_is(language: str, text: str) -> None:
    assert evidence(text, language) == {(text.rstrip("."),)}


def test_what_is_told_of_a_speaker_leaves_the_verb_of_saying_out() -> None:
    found = evidence("„Die Leute wurden vertrieben“, sagte Toprak, der auch Mitglied im Rat ist.", "de")

    assert ("Toprak", "der auch Mitglied im Rat ist") in found


def test_a_participle_does_not_swallow_the_verb_of_the_clause() -> None:
    text = "The fact remains that the people of the valley surrounding Lerik reach a great age."

    assert evidence(text, "en") == {(text.rstrip("."),)}


@pytest.mark.parametrize(
    ("language", "text", "fact"),
    [
        # a clause that shares its verb; a list that is none of the noun before
        (
            "en",
            "Ann Lee signed in May for 2 years, Jo Ray in June for 3 years.",
            ("signed", "Jo Ray in June for 3 years"),
        ),
        # what is taken for granted behind "since"; a reason that is longer than the clause
        ("en", "It was the third fire since the mill opened in Leeds.", ("the mill opened in Leeds",)),
        ("en", "A nurse was jailed for stealing 200 bottles of wine from a shop in York.", None),
        # an age between commas ends no phrase
        (
            "en",
            "The police named the driver as Jo Ray, 34, of Leeds.",
            ("The police named the driver as Jo Ray, 34, of Leeds",),
        ),
    ],
)
def test_modifiers_are_found_where_nothing_marks_them(language: str, text: str, fact: tuple[str, ...] | None) -> None:
    found = evidence(text, language)

    assert fact in found if fact else ("for stealing 200 bottles of wine from a shop in York",) in found


def test_a_list_describes_nothing_before_it() -> None:
    text = "She owned a house in Leeds, a flat for two million, a third for one million, and a car."

    assert not any(len(each) == 2 and each[0].endswith("Leeds") for each in evidence(text, "en"))


def test_an_article_does_not_name_its_own_outlet_as_the_speaker() -> None:
    text = "Bay Ledger reported on Monday that the pier in Leeds will close in May."
    blocks = (Block(Span(0, len(text)), Role.BODY),)
    by_another = Article(article_id(text), text, blocks, "en", outlet="Morgenbote")
    by_itself = Article(article_id(text), text, blocks, "en", outlet="Bay Ledger Online")

    assert any(claim.speaker == "Bay Ledger" for claim in split_article(by_another))
    assert not any(claim.speaker for claim in split_article(by_itself))


def test_between_musings_a_plain_sentence_is_worth_less_than_between_facts() -> None:
    plain = "The band kept its old name."
    facts = "Leeds bought 20 trams in May 2021. The council paid 3 million pounds in June. "
    musings = "We love this odd and lovely place. Perhaps we should all be so happy here. "

    def worth(around: str) -> float:
        claims = split_article(article(f"{around}{plain} {around.strip()}", "en"))
        return next(claim.score for claim in claims if claim.evidence == (plain,))

    assert worth(facts) > worth(musings)


def test_the_claims_around_one_are_among_its_reasons() -> None:
    claims = split("Leeds bought 20 trams in May. Perhaps we should all be happy here. We love it so much.", "en")

    assert any(reason.startswith("the claims around it") for each in claims.values() for reason in each.reasons)


@pytest.mark.parametrize(
    ("language", "fact", "other"),
    [
        ("en", "Police arrested the owner of the pier.", "Police watched the owner of the pier."),
        ("en", "The owner closed the pier.", "The owner of the pier smiles."),
        ("en", "The mill closed.", "The hope for the mill closed."),
        ("de", "Der Rat verkaufte den alten Hafen.", "Der Rat belächelte den alten Hafen."),
        ("de", "Der Wirt verkaufte den Hafen.", "Der Wirt am Hafen lächelt."),
    ],
)
def test_a_deed_is_worth_more_than_a_scene_or_a_thought(language: str, fact: str, other: str) -> None:
    def best(text: str) -> float:
        return max(claim.score for claim in split_article(article(text, language)))

    assert best(fact) > best(other)


def test_a_name_never_judges() -> None:
    def reasons(text: str) -> str:
        return " ".join(reason for claim in split_article(article(text, "en")) for reason in claim.reasons)

    assert "opinion words" in reasons("The flats in Leeds joined a beautiful trust.")
    assert "opinion words" not in reasons("The flats in Leeds joined the Housing Trust.")
