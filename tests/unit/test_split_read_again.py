"""What readers of news found wrong with claims: a clause asserted that was none, a source, a day, a half sentence."""

import pytest
from split_texts import read, texts

from claimcheck.split.languages import rules_for
from claimcheck.split.names.names import name_in
from claimcheck.split.words.tokens import tokenize

TOLD = {
    "they're": (
        "en",
        "The mills are run by surgeons and they're mostly based in large towns.",
        "They're mostly based in large towns.",
    ),
    "a pronoun and its verb in one": (
        "en",
        "Ann Lee founded the firm in 1980. She's now 70. She's also been to Leeds.",
        "Ann Lee has been to Leeds.",
    ),
    "is told, not described": (
        "en",
        "The test was still weak and banned coaches were still working there.",
        "Banned coaches were still working there.",
    ),
    "in the progressive": (
        "en",
        "Nordline and Moor are opening ten shops in Leeds and closing two mills in York.",
        "Nordline and Moor are closing two mills in York.",
    ),
    "shared in a relative clause": (
        "en",
        "The drug, which is made by the firm Nordline and sold under the name Brill, was allowed in May.",
        "The drug is sold under the name Brill.",
    ),
    "named between commas": (
        "en",
        "The town's mayor, Ann Lee, backed that plan, but also ordered the council to wait.",
        "The town's mayor also ordered the council to wait.",
    ),
    "both": (
        "en",
        "Both taught in Leeds, which has 3 schools, and many pupils left the town in May.",
        "Both taught in Leeds.",
    ),
    "a nurse who works there": (
        "en",
        "On Friday, Ann Lee, a nurse who works in Leeds, decided to sell her house and urged others to follow.",
        "Ann Lee urged others to follow (on 7 April 2023).",
    ),
    "behind its adverbial": (
        "de",
        "Hinter dem Rathaus hatte sich ein Stau gebildet und vor der Brücke stand ein Wagen der Feuerwehr bereit.",
        "Vor der Brücke stand ein Wagen der Feuerwehr bereit.",
    ),
    "an ordinal of three digits": (
        "de",
        "Die Stadt Kiel feiert im Mai ihr 175. Jubiläum.",
        "Die Stadt Kiel feiert im Mai 2023 ihr 175. Jubiläum.",
    ),
    "an appositive of the weekday": (
        "de",
        "Die Stadt sperrte am Montag, dem 3. April, die Brücke.",
        "Die Stadt sperrte am Montag, dem 3. April 2023, die Brücke.",
    ),
    "the accused in his own case": (
        "de",
        "Die Polizei warf dem 34-Jährigen vor, zwei Läden überfallen zu haben.",
        "Der 34-Jährige hat zwei Läden überfallen.",
    ),
    "followed by": (
        "de",
        "Die Zahl der Einwohner von Rostock stieg auf 300, gefolgt von Kiel mit 200.",
        "Die Zahl der Einwohner von Rostock stieg auf 300, gefolgt von Kiel mit 200.",
    ),
    "told by the source, with a clause inside": (
        "de",
        "Laut Bauamt soll die Halle, die 1975 gebaut wurde, bis Mai saniert werden.",
        "Die Halle wurde 1975 gebaut.",
    ),
    "a numbered article of a law": (
        "en",
        "The bill changes article 184 of the Penal Code, which dates from 1995.",
        "The Penal Code dates from 1995.",
    ),
    "a study is the source": (
        "de",
        "Trotz der Flaute bleibt die Reiselust der Bürger einer Studie zufolge im Jahr 2022 hoch.",
        "Trotz der Flaute bleibt die Reiselust der Bürger im Jahr 2022 hoch.",
    ),
    "the adverbial in front": (
        "de",
        "Dem Bericht zufolge wurden in der Halle 30 Menschen verletzt.",
        "In der Halle wurden 30 Menschen verletzt.",
    ),
    "the subject in front, an adverb behind": (
        "de",
        "Laut der Behörde liegen bereits 30 Anträge der Firmen vor.",
        "30 Anträge der Firmen liegen bereits vor.",
    ),
    "only with its noun": (
        "de",
        "Laut der Behörde würden nur sieben Firmen der Stadt zustimmen.",
        "Nur sieben Firmen der Stadt würden zustimmen.",
    ),
    "several and what they did": (
        "en",
        "Their main holding was a small fund, and the Clarks reported income of 3 million dollars.",
        "The Clarks reported income of 3 million dollars.",
    ),
    "what is done is the subject": (
        "en",
        "The navy keeps no books for such flights, and telling the cost of the show is hard.",
        "Telling the cost of the show is hard.",
    ),
    "set off before its verb": (
        "en",
        "Ann Lee has long been one of his closest allies and, like him, served in the army of Norland.",
        "Ann Lee, like him, served in the army of Norland.",
    ),
    "is one and another": (
        "en",
        "Ann Lee is a member of the council of Leeds and a former judge.",
        "Ann Lee is a former judge.",
    ),
    "a clause that is closed": (
        "de",
        "In Kiel mussten alle Pumpen erneuert werden und bei der Anlage in Ulm musste 2020 der Teich geleert werden.",
        "Bei der Anlage in Ulm musste 2020 der Teich geleert werden.",
    ),
    "two participles, one auxiliary": (
        "de",
        "Er sagte, dass Max Roth 1985 als Bäcker eingestellt und schon 1988 zum Leiter der Halle ernannt wurde.",
        "Max Roth wurde schon 1988 zum Leiter der Halle ernannt.",
    ),
    "which year": (
        "de",
        "Die Bäcker verdienten 2007 real weniger als im Vorjahr.",
        "Die Bäcker verdienten 2007 real weniger als im Jahr 2006.",
    ),
    "until a day to come": (
        "de",
        "Der Rat muss bis 4. Januar über die Brücke entscheiden.",
        "Der Rat muss bis 4. Januar 2024 über die Brücke entscheiden.",
    ),
}
NEVER = {
    "a condition": ("en", "If it rains and the river rises, the town of Leeds floods.", "The river rises"),
    "an aim": (
        "en",
        "Ann Lee would delay the plan to help schools study it and avoid a strike.",
        "Ann Lee would avoid",
    ),
    "the hardest part": (
        "en",
        "The hardest test came when the player answered rightly and his rival failed at once.",
        "The player answered rightly",
    ),
    "a list of schools": (
        "en",
        "Some from York are on it, as are those from the University of Leeds, the University of Hull and Kent.",
        "The University of Leeds is",
    ),
    "both of them": (
        "en",
        "Ann Lee, head of the Red Party and Bo Ray of the Blue Party, take part in a march in Leeds.",
        "Ann Lee take part",
    ),
    "what is blamed": (
        "en",
        "Police are blaming far-right men in the town for burning down an old mosque in Leeds in May.",
        "Police are blaming far-right men in the town.",
    ),
    "a cleft": (
        "en",
        "“It was a tip from a reader which led the police to make 12 arrests,” said Ann Lee.",
        "A reader led",
    ),
    "a list of verbs": (
        "en",
        "The second group had lost weight, achieved larger drops in sugar and was more likely to be cured.",
        "was achieved",
    ),
    "offices, no year": ("de", "Das sind die Daten von 1200 deutschen Büros.", "1200."),
    "a table that seems": (
        "de",
        "Im Saal schien der Tisch, der von Nordline gebaut wurde, viel zu klein zu sein.",
        "Im Saal schien der Tisch.",
    ),
    "which colours": (
        "de",
        "Ich kann die Jahre, in denen ich noch spielen kann, an einer Hand abzählen.",
        "Ich kann die Jahre an",
    ),
    "said, no relative clause": (
        "de",
        "Der Minister wies den Vorwurf von Max Roth zurück, die Stadt versuche, die Kosten zu verschleiern.",
        "Roth versuche",
    ),
}


@pytest.mark.parametrize(("language", "text", "wanted"), TOLD.values(), ids=TOLD.keys())
def test_it_reads_so(language: str, text: str, wanted: str) -> None:
    assert wanted in texts(text, language)


def test_a_relative_clause_behind_its_frame_reads_with_its_sentence() -> None:
    text = "Die Zahl stieg um 4 Prozent, wie aus der Statistik hervorgeht, die am Montag vorgestellt wurde."

    found = {each.text for each in read(text, "de")}
    assert any(each.endswith("hervorgeht, die am Montag, dem 10. April 2023, vorgestellt wurde.") for each in found)
    assert not any(each.startswith("Die am Montag") for each in found)


@pytest.mark.parametrize(
    "text",
    [
        "Laut Max Meier,, kam der Rat zu spät.",
        "sei seine wichtigste Waffe",
        "Lee said they",
        "dass der Rat",
        "Als Kind (er war dumm) habe er seinem Bruder Kleider angezogen, sagte",
    ],
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_a_sentence_that_is_broken_does_no_harm(language: str, text: str) -> None:
    for each in read(text, language):
        assert each.text


def test_a_name_that_begins_with_half_a_quotation_is_read() -> None:
    said = '" Erkens, Vorsitzender von "Boisheim'

    assert name_in(tokenize(said, 0, len(said)), said, rules_for("de")) == "Erkens"


@pytest.mark.parametrize(("language", "text", "never"), NEVER.values(), ids=NEVER.keys())
def test_it_never_reads_so(language: str, text: str, never: str) -> None:
    found = texts(text, language)
    assert found
    assert not [each for each in found if never in each]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "de",
            "Trotz der Flaute droht den Bäckern einer Prognose zufolge dieses Jahr ein Verlust von 3 Millionen Euro.",
            "Prognose",
        ),
        ("de", "Im Mai 2022 wurden in Kiel 12 Brücken gesperrt, teilte das Museum am Donnerstag mit.", "Museum"),
        ("de", "Das Bistum teilte am Donnerstag mit, 12 Brücken seien im Mai 2022 gesperrt worden.", "Bistum"),
        ("en", "12 bridges were closed in Leeds in May 2022, the statement read.", "statement"),
        ("en", "The day before, the Norland army had claimed that it shot down 12 planes.", "Norland army"),
        ("en", "Travellers without a card will find that the price has gone up from 4 to 6 crowns.", None),
        ("en", "The railways have praised the plan, despite the fact that 12 of the fares have not gone up.", None),
    ],
)
def test_whose_word_it_is(language: str, text: str, speaker: str | None) -> None:
    assert {each.speaker for each in read(text, language)} == {speaker}


def test_a_body_called_by_its_office_is_told_with_both_its_names() -> None:
    text = (
        "Das steht in einem Papier des Bundesamts für Migration und Flüchtlinge (BAMF). Italien habe 2017 Garantien "
        "für 300 Familien abgegeben, schreibt das Amt."
    )

    found = {each.speaker for each in read(text, "de") if "Italien" in each.text}
    assert found == {"Bundesamt für Migration und Flüchtlinge (BAMF)"}


def test_what_did_not_happen_happened_on_no_day() -> None:
    text = "On 3 April 2023 the mill burned down. Firemen saved two men. Ann Lee did not leave the house."

    days = {each.text: each.date.value if each.date else None for each in read(text, "en")}
    assert days["Firemen saved two men."] == "2023-04-03"
    assert days["Ann Lee did not leave the house."] is None
