"""German clauses cut apart: verbs put in the second place with their particle, what shares a verb, what stays whole."""

import pytest
from split_texts import texts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Der Bericht zeigt, dass die Zahl der Brände seit 2010 einen Rekord darstellte.",
            "Die Zahl der Brände stellte seit 2010 einen Rekord dar.",
        ),
        ("Die Firma Renk, die 2015 pleiteging, baute Boote.", "Die Firma Renk ging 2015 pleite."),
        ("Da sie das Dach 2019 wiederherstellte, zahlte Ina Holm 300 Euro.", "Sie stellte das Dach 2019 wieder her."),
        (
            "Da Dornau für ihn keine freie Stelle hatte, zog er 1961 nach Ulm.",
            "Dornau hatte für ihn keine freie Stelle.",
        ),
        (
            "Ina Holm schreibt, dass Hunderte Firmen nach dem Verbot noch 3 Millionen Euro erhalten.",
            "Hunderte Firmen erhalten nach dem Verbot noch 3 Millionen Euro.",
        ),
        (
            "Sie wurde 2010 empfohlen, als dieser 2009 Berater suchte: sie wurde Beraterin.",
            "Dieser suchte 2009 Berater.",
        ),
    ],
)
def test_a_verb_at_the_end_goes_to_the_second_place_and_leaves_its_particle(text: str, told: str) -> None:
    assert told in texts(text, "de")


@pytest.mark.parametrize(
    "text",
    [
        "Der Rat meldet, dass die 30 Firmen Geld vom Staat verlangen.",
        "Der Rat meldet, dass die Vereinigten Staaten China 3 Mal nicht helfen würden.",
        "Sie begann 2010 zu laufen, als sie fast kollabierte und gerettet werden musste.",
        "Drei Kläger verklagten Nordline auf 2 Millionen Euro Schadenersatz von Brenner und vier seiner Firmen.",
        "Er ging mit einer Bilanz von 167 Spielen und 576 Toren für Dornau in den Ruhestand.",
        "Der Verein schloss 3 Hallen, sollten die Kosten nicht sinken.",
        "Auch Koch Max Dorn kam kaum zur Ruhe, hatte er doch 300 Gäste zu versorgen.",
        "Manchmal sagte ihm ein Kunde, er sei 30 Euro zu teuer.",
        "Die Zahl der Busse stieg um 40, die Miete um 8 Prozent.",
        "Die Erlöse liegen bei 300 Euro, die Kosten bei 200.",
    ],
)
def test_where_a_clause_cannot_be_told_apart_every_claim_is_the_whole_sentence_or_begins_it(text: str) -> None:
    found = texts(text, "de")

    assert found
    assert all(text.startswith(each.rstrip(".")) for each in found)


def test_a_second_clause_behind_dass_is_told_apart_and_one_that_depends_on_it_is_not() -> None:
    added = "Er teilte mit, dass nicht alle Läden geöffnet hatten, dass er jedoch entschlossen sei, 40 Läden zu halten."
    nested = "Ina Holm meldet, dass der Rat 2019 sagte, dass die Bahn 30 Busse kauft."

    assert "Nicht alle Läden hatten geöffnet." in texts(added, "de")
    assert not [each for each in texts(nested, "de") if each.endswith(("sagte 2019.", "2019 sagte."))]


def test_what_follows_und_behind_dass_has_not_the_subject_of_the_clause_behind_dass() -> None:
    text = "Die Sprecherin bestätigte, dass die 3 Unterlagen echt seien und verklagte den Verlag."

    assert "Die 3 Unterlagen sind echt." in texts(text, "de")
    assert not [each for each in texts(text, "de") if each.startswith("Die 3 Unterlagen") and "verklagte" in each]


def test_und_within_a_title_or_behind_zwischen_joins_no_clauses() -> None:
    text = "Die Tour stand unter dem Motto „Radeln zwischen Jagst und Kinzig“ und hatte 30 Teilnehmer."

    assert "Die Tour hatte 30 Teilnehmer." in texts(text, "de")
    assert not [each for each in texts(text, "de") if each.startswith("Kinzig")]


def test_a_clause_without_a_verb_has_that_of_the_one_before() -> None:
    text = "Der Gewinn sank um 4 Prozent, der Umsatz um 18 Prozent und die Produktion um 3 Prozent."

    assert texts(text, "de") == [
        "Der Gewinn sank um 4 Prozent.",
        "Der Umsatz sank um 18 Prozent.",
        "Die Produktion sank um 3 Prozent.",
    ]


def test_what_describes_the_last_noun_of_a_clause_in_front_stays_in_it() -> None:
    text = (
        "Da sein Chef 3 Rechte an der Bühne besaß, einem Haus, in dem Sänger auftraten, kam Max Dorn über fünf Jahre."
    )

    assert texts(text, "de") == [
        "Sein Chef besaß 3 Rechte an der Bühne, einem Haus, in dem Sänger auftraten.",
        "Max Dorn kam über fünf Jahre.",
    ]


def test_a_plural_with_its_own_und_has_a_clause_of_its_own() -> None:
    text = "Es sind zwei Städte, die sich vom Land vergessen und schlecht behandelt fühlen und sich nun verbünden."

    assert "Zwei Städte verbünden sich nun." in texts(text, "de")


@pytest.mark.parametrize(
    "text",
    [
        "Experten aus 192 Ländern beraten über den Plan von Dornau, in",
        "Sie kennt den Namen und den in Dornau am häufigsten gegebenen",
        "Der Rat meldet, dass die Bahn zum",
    ],
)
def test_of_text_that_breaks_off_in_the_middle_of_a_phrase_no_word_is_moved(text: str) -> None:
    found = texts(text, "de")

    assert found
    assert all(each.rstrip(".").casefold() in text.casefold() for each in found)


def test_a_source_that_breaks_off_says_nothing() -> None:
    assert texts("Laut dem Gericht", "de") == []
