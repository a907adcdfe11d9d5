"""Names in the wording of claims: which of two brothers, whose coat, which firm, which of three plans."""

import pytest
from split_texts import read, texts

from claimcheck.split.languages import rules_for
from claimcheck.split.names.names import Names
from claimcheck.split.reference.ellipses import counted_nouns
from claimcheck.split.reference.firms import Firms
from claimcheck.split.reference.topics import Topic
from claimcheck.split.words.tagging import tagged
from claimcheck.split.words.tokens import tokenize

DE, EN = rules_for("de"), rules_for("en")


def holds(text: str, language: str, *wanted: str) -> None:
    """Each wanted sentence is the wording of a claim of the text."""
    found = texts(text, language)
    assert set(wanted) <= set(found), found


# names


@pytest.mark.parametrize(
    ("text", "language", "surname"),
    [
        ("Only Colin owns two shops. Colin sold one.", "en", "colin"),
        ("Am I the owner? I am.", "en", "i"),
        ("Er schrieb „Mein Bruder und der Fluss“.", "de", "bruder"),
        ("In Kiel regnet es. Nur Meier kam.", "de", "meier"),
    ],
)
def test_a_word_that_opens_a_sentence_is_no_given_name(text: str, language: str, surname: str) -> None:
    assert surname not in Names(text, rules_for(language)).full


@pytest.mark.parametrize(
    ("text", "surname", "full"),
    [
        ("Walter B. Orme Lee came. Orme Lee spoke.", "lee", "Walter B. Orme Lee"),
        ("Anna De Lutz came. De Lutz spoke.", "lutz", "Anna De Lutz"),
        ("Donald J. Trask came. Donald Trask spoke.", "trask", "Donald Trask"),
        ("Senator Jane Holm came. President Jane Holm spoke.", "holm", "Jane Holm"),
    ],
)
def test_a_name_with_a_given_name_in_front_is_the_full_one(text: str, surname: str, full: str) -> None:
    assert Names(text, EN).full[surname] == full


def test_a_family_with_a_surname_of_two_words_stays_several_people() -> None:
    text = "Anna De Lutz and Colin De Lutz own 40 shops. Paul De Lutz left in 2014. Paul was paid $10 million."
    names = Names(text, EN)
    assert "lutz" not in names.full
    assert names.is_shared("lutz")
    holds(text, "en", "Paul De Lutz was paid $10 million.")


def test_an_initial_stands_for_a_surname_in_german_court_reports() -> None:
    text = "Der 34 Jahre alte Dennis R. steht vor Gericht. R. ist nicht vorbestraft. Gegen R. wird weiter ermittelt."
    holds(
        text,
        "de",
        "Dennis R. ist nicht vorbestraft.",
        "Gegen Dennis R. wird weiter ermittelt.",
    )


def test_a_sentence_behind_an_initial_adds_no_word_to_the_name() -> None:
    assert Names("Es kam Dennis R. Der Mann schwieg.", DE).full["r."] == "Dennis R."


# surnames in every place


def test_a_surname_is_said_in_full_before_a_noun_and_inside_a_phrase() -> None:
    holds(
        "Martha Quill ran for mayor. The Quill campaign spent $400,000 on ads. One Quill organizer was 16.",
        "en",
        "The Martha Quill campaign spent $400,000 on ads.",
        "One Martha Quill organizer was 16.",
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "The Quill family left Leeds in 1990.",
        "The Quill brothers own 40 shops.",
        "The Quill Center opened in 1990.",
    ],
)
def test_a_surname_for_many_or_in_a_longer_name_stays(sentence: str) -> None:
    holds(f"Martha Quill ran for mayor. {sentence}", "en", sentence)


def test_the_shares_of_a_firm_named_like_its_founder_are_not_the_founders() -> None:
    text = (
        "Quill Foods closed a plant. Martha Quill founded it in 1990. Quill Foods employs 400 people. "
        "Quill shares fell 11 percent."
    )
    holds(text, "en", "Quill shares fell 11 percent.")


def test_what_somebody_owns_is_said_with_their_full_name() -> None:
    text = "Robert Quill was shot. Police said that Quill's body was found. The body was taken to a hospital in Kent."
    holds(text, "en", "Robert Quill's body was taken to a hospital in Kent.")


# offices and words for what somebody is


def test_an_office_behind_that_finds_its_holder() -> None:
    text = "The hunter Robert Quill left. Relatives said that the hunter had arrived in Leeds."
    holds(text, "en", "Robert Quill had arrived in Leeds.")


def test_nobody_is_identified_as_himself() -> None:
    text = "Dead hunter, Robert Quill. The hunter, identified as 54-year-old Robert Quill, was shot."
    found = texts(text, "en")
    assert not any(claim.count("Robert Quill") > 1 for claim in found), found


@pytest.mark.parametrize(
    ("before", "sentence", "worded"),
    [
        ("The stakes are high for Martha Quill.", "The former vice president leads in 12 states.", True),
        ("The stakes are high for Martha Quill.", "The actress sold 40 cars.", True),
        ("The stakes are high for Martha Quill.", "The Republican presidential nominee leads in 12 states.", False),
        ("The stakes are high for Martha Quill.", "The former vice president of Exland leads in 12 states.", False),
        ("The stakes are high for Martha Quill.", "The judge set bail at $500.", False),
        ("Martha Quill met Robert Orme.", "The former vice president leads in 12 states.", False),
        ("A man met Martha Quill.", "The former vice president leads in 12 states.", False),
    ],
)
def test_a_word_for_what_someone_is_takes_the_only_name_before_it(before: str, sentence: str, worded: bool) -> None:
    found = texts(f"{before} {sentence}", "en")[-1]
    assert found.startswith("Martha Quill") is worded, found


@pytest.mark.parametrize(
    ("sentence", "worded"),
    [
        ("Der frühere Minister sammelte 400 Euro.", True),
        ("Der Schwede verkaufte 40 Autos.", True),
        ("Die Spanier verkauften 40 Autos.", False),
        ("Das Auto des Schweden brannte im Wald.", False),
        ("Der Richter verhängte 40 Euro Strafe.", False),
    ],
)
def test_german_words_for_what_someone_is_keep_to_one_man(sentence: str, worded: bool) -> None:
    found = texts(f"In Kiel sprach Martin Dutt vor 300 Gästen. {sentence}", "de")[-1]
    assert found.startswith("Martin Dutt") is worded, found


# lands, firms and districts


@pytest.mark.parametrize(
    ("noun", "worded"),
    [("The state has", "South Carolina has"), ("Voters in the state have", "Voters in South Carolina have")],
)
def test_the_state_is_the_one_that_the_story_is_about(noun: str, worded: str) -> None:
    text = f"South Carolina votes. Ads ran in South Carolina for 40 days. {noun} waited."
    holds(text, "en", f"{worded} waited.")


@pytest.mark.parametrize(
    "text",
    [
        "Ohio votes. Ohio and Texas ran ads. Texas spent $40. Voters in the state have waited.",
        "Ohio votes. Ads ran in Ohio. The state attorney has waited.",
        "Ohio votes. Ads ran in Ohio. The state of play has changed.",
        "The state has waited. Ohio votes. Ads ran in Ohio.",
    ],
)
def test_the_state_stays_where_there_are_two_or_more_is_said_of_it(text: str) -> None:
    assert any("he state" in claim for claim in texts(text, "en"))


def test_the_capital_is_a_city_only_behind_a_preposition() -> None:
    text = "London grew in 2014. Rents in London rose. Homes in the capital are dear. The capital was raised."
    holds(text, "en", "Homes in London are dear.", "The capital was raised.")


def test_a_group_is_the_one_that_is_known_by_a_name() -> None:
    text = (
        "One group of retired cooks, known as the Night Owls, gave out 400 meals. "
        "The group's founder lives in Leeds. The group bought 40 tables."
    )
    holds(text, "en", "The Night Owls' founder lives in Leeds.", "The Night Owls bought 40 tables.")


def topic(name: str, *places: int, person: bool = False) -> Topic:
    return Topic(name, frozenset(name.casefold().split()), places, False, True, person, False)


def test_a_firm_is_told_by_what_stands_beside_its_name() -> None:
    text = "The carmaker Verno grew. Verno sold 40 cars. Leeds rejoiced. Leeds sang. Last, the company paid."
    firms = Firms(text, [topic("Verno", 13, 25), topic("Leeds", 40, 55)], EN)
    assert firms.meant(text.index("company")) == "Verno"
    assert firms.meant(5) is None  # before it is named


def test_of_two_firms_named_near_neither_is_meant() -> None:
    text = "Verno shares fell. Shares of Tokida rose. Verno and Tokida spoke. Then the company paid."
    firms = Firms(text, [topic("Verno", 0, 42), topic("Tokida", 29, 52)], EN)
    assert firms.meant(text.index("company")) is None


def test_the_german_company_is_named_though_a_noun_follows() -> None:
    text = (
        "Die Firma Tokida Bau wankt. Zuletzt verlor Tokida Bau 40 Millionen Euro. "
        "Jetzt gab das Unternehmen Anlegern 30 Zahlen bekannt."
    )
    holds(text, "de", "Jetzt gab das Unternehmen Tokida Bau Anlegern 30 Zahlen bekannt.")


def test_a_german_district_takes_the_only_name_it_has() -> None:
    text = "Beim Kreis Heinsberg fehlen 40 Ärzte. Dem Kreis fehlt Personal. Vom Kreis kamen 400 Euro."
    holds(text, "de", "Dem Kreis Heinsberg fehlt Personal.", "Vom Kreis Heinsberg kamen 400 Euro.")


def test_a_german_district_beside_another_stays() -> None:
    text = "Beim Kreis Heinsberg fehlen 40 Ärzte. Ein Kreis meldete 30 Fälle. Dem Kreis Viersen fehlt Personal."
    holds(f"{text} Vom Kreis kamen 400 Euro.", "de", "Vom Kreis kamen 400 Euro.")


# pronouns


def test_a_german_pronoun_behind_a_quotation_is_who_spoke() -> None:
    text = (
        "„Es ist kein Fass ohne Boden“, sagte Martin Meier. Mit den Ländern hat er 40 Gespräche geführt. "
        "„Der Bericht ist falsch“, sagte Martin Meier. Er ist 40 Seiten lang."
    )
    holds(text, "de", "Mit den Ländern hat Martin Meier 40 Gespräche geführt.", "Er ist 40 Seiten lang.")


@pytest.mark.parametrize(
    ("text", "worded"),
    [
        ("Der erste Angeklagte sagte, er habe 40 Euro bezogen.", "Der erste Angeklagte hat 40 Euro bezogen."),
        ("Die Forscherin sagte, sie habe 30 Fälle gelesen.", "Die Forscherin hat 30 Fälle gelesen."),
        ("Der Polizist sagte, er habe 30 Euro gestohlen.", "Er hat 30 Euro gestohlen."),
    ],
)
def test_who_speaks_in_german_is_the_subject_of_what_they_say(text: str, worded: str) -> None:
    holds(text, "de", worded)


def test_a_pronoun_behind_a_verb_of_saying_may_be_who_says_it() -> None:
    holds("Peter Quill alleges stewards tried to spy on him.", "en", "Stewards tried to spy on Peter Quill.")


@pytest.mark.parametrize(
    ("told", "worded"),
    [
        ("told Fairfax Media he", "Peter Quill had sold 40 horses."),
        ("told the BBC he", "Peter Quill had sold 40 horses."),
        ("told Martin Orme he", "He had sold 40 horses."),
    ],
)
def test_what_is_told_to_a_paper_is_about_who_tells_it(told: str, worded: str) -> None:
    holds(f"Stewards met Robert Lane. Peter Quill {told} had sold 40 horses.", "en", worded)


def test_two_nouns_of_one_number_are_one_group() -> None:
    text = "Two loggers found a coat. The two men are in custody. They heard a shot at noon."
    holds(text, "en", "The two loggers heard a shot at noon.")


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("Edmund waited until he was three.", False),
        ("Scotney holds 40 coins for him.", True),
    ],
)
def test_a_pronoun_finds_the_name_that_opens_its_claim(text: str, open_: bool) -> None:
    assert [bool({"he", "him"} & set(claim.context.unresolved)) for claim in read(text, "en")] == [open_]


# counted things


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("They chose between three funding models.", ("funding model",)),
        ("Two men and three ships left.", ("man", "ship")),
        ("Six companies paid.", ("company",)),
        ("It took two hours.", ()),
        ("It cost 40 dollars.", ()),
    ],
)
def test_counted_nouns_are_named_in_the_singular(text: str, counted: tuple[str, ...]) -> None:
    assert counted_nouns(tagged(tokenize(text, 0, len(text)), "en"), EN) == counted


def test_one_of_several_is_said_with_its_noun() -> None:
    text = "Two men were arrested. One was released. The other is in custody in Leeds."
    holds(text, "en", "One man was released.", "The other man is in custody in Leeds.")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Two ships and three planes left at noon. One sank near Leeds.", "One sank near Leeds."),
        ("Two men were arrested. One has to wait two hours.", "One has to wait two hours."),
        ("It took two hours. One was lost near Leeds.", "One was lost near Leeds."),
    ],
)
def test_one_stays_where_two_sorts_are_counted_or_nobody_is_meant(text: str, kept: str) -> None:
    holds(text, "en", kept)


# ages


@pytest.mark.parametrize(
    ("sentence", "worded"),
    [
        ("Die 18-Jährige hat 200 Bewerbungen verschickt.", "Gesine hat 200 Bewerbungen verschickt."),
        ("Die 18-Jährigen haben 200 Bewerbungen verschickt.", "Die 18-Jährigen haben 200 Bewerbungen verschickt."),
        ("Die 19-Jährige hat 200 Bewerbungen verschickt.", "Die 19-Jährige hat 200 Bewerbungen verschickt."),
        ("Der 18-Jährige hat 200 Bewerbungen verschickt.", "Der 18-Jährige hat 200 Bewerbungen verschickt."),
    ],
)
def test_a_german_age_means_the_only_one_who_is_so_old(sentence: str, worded: str) -> None:
    holds(f"Die 18-jährige Gesine aus Tübingen sucht ein Zimmer. {sentence}", "de", worded)


@pytest.mark.parametrize(
    ("before", "worded"),
    [
        ("Martha Quell kommt aus Kiel.", "Martha Quell hat 40 Autos verkauft."),
        ("Martha Quell (60) kommt aus Kiel.", "Die 44-Jährige hat 40 Autos verkauft."),
        ("Martha Quell traf Robert Orme.", "Die 44-Jährige hat 40 Autos verkauft."),
        ("Richterin Martha Quell kommt aus Kiel.", "Die 44-Jährige hat 40 Autos verkauft."),
    ],
)
def test_an_age_means_the_only_one_named_before_it_unless_it_may_be_another(before: str, worded: str) -> None:
    holds(f"{before} Die 44-Jährige hat 40 Autos verkauft.", "de", worded)


def test_whom_a_former_office_meant_once_it_means_again() -> None:
    text = (
        "The stakes are high for Martha Quill. The former vice president leads in 12 states. "
        "Robert Orme met Jane Holm. The former vice president had led in 40 states."
    )
    holds(text, "en", "Martha Quill had led in 40 states.")


def test_a_surname_that_is_a_word_of_the_text_is_no_name_before_a_noun() -> None:
    text = "Tom Green was elected on Monday. The firm sells green tea. Green tea is banned in ten countries."

    assert "Green tea is banned in ten countries." in texts(text, "en")


def test_a_point_of_the_compass_makes_no_full_name() -> None:
    text = "Fighters shelled East Norland on Monday. Norland lost 300 boats."

    assert "Norland lost 300 boats." in texts(text, "en")


def test_an_epithet_keeps_its_name() -> None:
    assert any("Eric the Eel" in claim for claim in texts("Eric Moor lost 300 boats. Fans sang of Eric the Eel.", "en"))
