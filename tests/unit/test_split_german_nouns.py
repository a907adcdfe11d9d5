"""What German claims say of a noun: which one a relative clause means, and that no claim is a noun phrase."""

import pytest
from split_texts import texts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In einem Schreiben an die Anleger, das 2019 auftauchte, fehlten 3 Seiten.", "Das Schreiben an die Anleger"),
        ("Das Dach der Halle, das 1950 gebaut wurde, ist undicht.", "Das Dach der Halle wurde 1950 gebaut."),
        (
            "Ina Holm schrieb eine Nachricht an die 300 Wähler, die 2019 aufgezeichnet wurde.",
            "Die Nachricht an die 300 Wähler wurde 2019 aufgezeichnet.",
        ),
        (
            "Der Rat verlangte 3 Sanktionen gegen Russland, die im Mai in Kraft treten sollen.",
            "3 Sanktionen gegen Russland sollen im Mai 2023 in Kraft treten.",
        ),
        (
            "Es sind die Archive von Bad Homburg, die 17 Millionen Fälle nennen.",
            "Die Archive von Bad Homburg nennen 17 Millionen Fälle.",
        ),
        ("Er war der ruhige Mann in der Bäckerei, der den Teig rollte.", "Der ruhige Mann in der Bäckerei rollte den"),
        ("Der Bruder von Ina Holm, der in Dornau lebt, gewann 2 Rennen.", "Der Bruder von Ina Holm lebt in Dornau."),
        ("Sie kam mit einem Mann aus der Gruppe, der 2015 verhaftet wurde.", "Der Mann aus der Gruppe wurde 2015"),
    ],
)
def test_a_relative_clause_tells_of_the_noun_whose_gender_and_number_its_pronoun_has(text: str, told: str) -> None:
    assert [each for each in texts(text, "de") if each.startswith(told)]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Die Umfrage der Hochschule, die 2015 erschien, nennt 40 Fälle.", "erschien 2015"),
        ("Das Bild von Otto Renn aus Dornau, das 2015 gestohlen wurde, ist zurück.", "wurde 2015"),
        ("Im Keller des Rathauses, das 1803 entstand, liegen 300 Bände.", "entstand 1803"),
    ],
)
def test_where_a_relative_pronoun_can_mean_two_nouns_it_is_told_of_neither_alone(text: str, never: str) -> None:
    assert text in texts(text, "de")
    assert not [each for each in texts(text, "de") if never in each]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Unter den 30 Gästen waren Läufer, die ebenso müde waren wie die 40 Radler.", "Die ebenso"),
        ("Die Halle, die vier Jahre lang voller war als das Bad, bekommt 300 Plätze.", "Die vier Jahre"),
        ("Der Rat gab 7 Millionen Euro an das Amt - das in Dornau sitzt - als Ina Holm zurücktrat.", "Das in Dornau"),
        ("Ina Holm ist Chefin von Rohra, einem Verein für Hilfen in Dornau, und hat 3 Söhne.", "Chefin von"),
        ("Auch Koch Max Dorn, seit der Messe 2004 als Leiter dabei, kam um 8 Uhr.", "Koch Max Dorn, seit"),
        ("Der Anwalt bat bei dem mit dem Fall betrauten Richter um 3 Wochen Zeit.", "Dem mit"),
        ("Ina Holm sah 3 Preise bei den zum Verkauf stehenden Häusern.", "Den zum"),
    ],
)
def test_no_german_claim_is_a_noun_phrase_or_begins_with_a_bare_relative_pronoun(text: str, never: str) -> None:
    found = texts(text, "de")

    assert found
    assert not [each for each in found if each.startswith(never)]


def test_a_relative_clause_with_several_verbs_at_their_ends_is_not_told_apart() -> None:
    text = "Sein Boot, in dem er mit 15 Helfern wohnte, Briefe schrieb und Karten malte, brauchte 2 Motoren."

    assert texts(text, "de") == [text]


def test_nothing_is_offered_twice_for_what_follows_a_dash() -> None:
    text = "Boote gibt es keine - auch nicht als Fähre für 20 Euro."

    assert texts(text, "de") == [text]


def test_an_age_with_a_capital_is_a_noun_of_its_own() -> None:
    locked = "Während der 27-Jährige die Tür des Kiosks aufbrach, kam eine Streife vorbei."
    pushed = "Am Bahnhof stieß der 19-Jährige seinen Bruder zu Boden und schlug einen Gast."

    assert "Der 27-Jährige brach die Tür des Kiosks auf." in texts(locked, "de")
    assert "Der 19-Jährige schlug einen Gast." in texts(pushed, "de")


def test_two_people_who_were_dismissed_are_both_told_of() -> None:
    text = "Nach der Entlassung von Minister Jan Pohl und Sprecher Max Dorn trat der Rat in Dornau zusammen."

    assert "Minister Jan Pohl und Sprecher Max Dorn wurden entlassen." in texts(text, "de")


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Die Läufer der Rennen, die am Montag in Dornau begannen, forderten, dass der Rat 15 Euro zahlt.", "Die am"),
        (
            "Die 3 Ämter, auch wenn sie 2010 gegründet wurden, bleiben klein.",
            "Die 3 Ämter, auch wenn sie 2010 gegründet",
        ),
        (
            "Im Jahre 1991 führte Max Dorn, Arzt an der Klinik von Dornau, 30 Tests durch, die 3 Wochen dauerten.",
            "Der Klinik",
        ),
        ("Später tauschte er 30 Autos gegen ein Haus direkt im alten Zentrum der Stadt, das leer stand.", "Das alte"),
        ("Dies zwang ihn, das Regime in Verlegenheit zu bringen, das 30 Leute verhaftete.", "Das Regime in"),
        ("Er war Darsteller von zwei Stücken, die nur kurz ausgestrahlt wurden.", "Darsteller von zwei Stücken wurden"),
    ],
)
def test_no_german_claim_ends_before_its_verb_or_tells_of_a_noun_nearby(text: str, never: str) -> None:
    found = texts(text, "de")

    assert found
    assert not [each for each in found if each.startswith(never) and each != text]
