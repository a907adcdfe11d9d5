"""German clauses that go on behind what stands in them, and what only a whole noun phrase says."""

import pytest
from split_texts import texts


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Der Rat beschloss am Montag, die Brücke, die 1975 gebaut wurde, abzureißen.",
            [
                "Der Rat beschloss am Montag, dem 10. April 2023, die Brücke abzureißen.",
                "Die Brücke wurde 1975 gebaut.",
            ],
        ),
        (
            "Das Amt verbot dem Verein Nordufer, das Lager, in dem 300 Tonnen Holz liegen, weiter zu nutzen.",
            ["Das Amt verbot dem Verein Nordufer, das Lager weiter zu nutzen.", "In dem Lager liegen 300 Tonnen Holz."],
        ),
    ],
)
def test_an_infinitive_behind_a_relative_clause_stays_with_the_verb_that_governs_it(
    text: str, claims: list[str]
) -> None:
    assert set(texts(text, "de")) == set(claims)


@pytest.mark.parametrize(
    "text",
    [
        "Die einzige Brücke, die 2013 offen blieb, steht in Dornau.",
        "Die meisten Läden, die im März 2020 schlossen, liegen in Elbing.",
        "Die Nordbank ist die dritte Bank, die der Staat seit 2008 rettet.",
    ],
)
def test_a_relative_clause_behind_a_rank_is_never_cut_off(text: str) -> None:
    assert texts(text, "de") == [text]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        (
            "Am ersten Abend drängten sich fast 40 Sänger - ein Dutzend Frauen und der Rest Männer - in einen Keller "
            "und lauschten dem Chor.",
            "in einen Keller und lauschten dem Chor.",
        ),
        (
            "Die Zeugen zeigten, welchen Schaden der Täter - der Gärtner Karl Roth - der Schule 2019 zugefügt hatte.",
            "der Schule 2019 zugefügt hatte.",
        ),
        (
            "Die Stadt Dornau will eine Halle - rund 300 Plätze - und einen Garten zur Verfügung stellen.",
            "und einen Garten zur Verfügung stellen.",
        ),
    ],
)
def test_a_clause_goes_on_behind_two_dashes_where_its_end_has_no_subject(text: str, end: str) -> None:
    claims = texts(text, "de")
    assert any(claim.endswith(end) for claim in claims)
    assert all(claim.startswith(text[:9]) for claim in claims)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Der Händler ist am Montag in Dornau überfallen und ausgeraubt worden.",
            [
                "Der Händler ist am Montag, dem 10. April 2023, in Dornau überfallen worden.",
                "Der Händler ist ausgeraubt worden.",
            ],
        ),
        (
            "Das Haus soll bis Mai saniert und für 300 Kinder geöffnet werden.",
            ["Das Haus soll bis Mai 2023 saniert werden.", "Das Haus soll für 300 Kinder geöffnet werden."],
        ),
        (
            "Die Stadt Dornau will zwei Busse kaufen und 30 Bäume pflanzen lassen.",
            ["Die Stadt Dornau will zwei Busse kaufen.", "Die Stadt Dornau will 30 Bäume pflanzen lassen."],
        ),
    ],
)
def test_two_participles_share_the_auxiliary_that_closes_their_clause_and_infinitives_do_not(
    text: str, claims: list[str]
) -> None:
    assert set(texts(text, "de")) == set(claims)


@pytest.mark.parametrize(
    ("clause", "claim"),
    [
        ("ein Radler aus Elbing von einem Ast getroffen wurde", "Ein Radler aus Elbing wurde von einem Ast getroffen."),
        (
            "ein Bus mit Schülern aus Rom von einem Zug gerammt wurde",
            "Ein Bus mit Schülern aus Rom wurde von einem Zug gerammt.",
        ),
        ("ein Kind vom Balkon gestürzt war", "Ein Kind war vom Balkon gestürzt."),
        ("das Werk von Max Roth gegründet wurde", "Das Werk wurde von Max Roth gegründet."),
        ("ein Teil von Elbing gesperrt wurde", "Ein Teil von Elbing wurde gesperrt."),
        ("der Verkauf von Waffen verboten wurde", "Der Verkauf von Waffen wurde verboten."),
        ("die Zahl von 300 Toten stimmt", "Die Zahl von 300 Toten stimmt."),
        ("der Bus aus Rom kam", "Der Bus kam aus Rom."),
    ],
)
def test_the_verb_moves_behind_all_that_belongs_to_the_subject_and_no_further(clause: str, claim: str) -> None:
    assert texts(f"Die Polizei teilte mit, dass {clause}.", "de") == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "Die Leiterin des XIV. Bezirks trat 2012 zurück.",
        "Den Preis nahm sie 2015 von König Carl XVI. Gustaf entgegen.",
        "Das Bad ist 2023 an allen Feiertagen incl. Ostern geöffnet.",
    ],
)
def test_a_roman_ordinal_or_an_abbreviation_does_not_end_a_sentence(text: str) -> None:
    assert len(texts(text, "de")) == 1


def test_a_sentence_ends_behind_the_number_of_a_law_or_a_ruler() -> None:
    assert len(texts("Der Rat strich 2012 Hartz IV. Arbeitslose bekamen 300 Euro mehr.", "de")) == 2


def test_a_verb_keeps_a_particle_that_never_stands_apart() -> None:
    claims = texts("Das Amt teilte mit, dass Polizisten 2019 drei Häuser durchsuchten.", "de")
    assert claims == ["Polizisten durchsuchten 2019 drei Häuser."]
    assert "Das Dorf umgibt ein dichter Wald." in texts("Das Dorf, das ein dichter Wald umgibt, zählt 300 Bürger.", "de")


def test_at_the_same_time_is_left_out_in_front_of_a_clause_and_nowhere_else() -> None:
    assert texts("Gleichzeitig hat die Stadt Dornau 300 Bäume gepflanzt.", "de") == [
        "Die Stadt Dornau hat 300 Bäume gepflanzt."
    ]
    inside = "Die Stadt Dornau baut drei Schulen gleichzeitig um."
    assert texts(inside, "de") == [inside]
