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
    assert "Das Dorf umgibt ein dichter Wald." in texts(
        "Das Dorf, das ein dichter Wald umgibt, zählt 300 Bürger.", "de"
    )


def test_at_the_same_time_is_left_out_in_front_of_a_clause_and_nowhere_else() -> None:
    assert texts("Gleichzeitig hat die Stadt Dornau 300 Bäume gepflanzt.", "de") == [
        "Die Stadt Dornau hat 300 Bäume gepflanzt."
    ]
    inside = "Die Stadt Dornau baut drei Schulen gleichzeitig um."
    assert texts(inside, "de") == [inside]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Gefeiert wird am 3. Mai, am Gedenktag der Verfassung von 1791.", "Die Verfassung stammt aus dem Jahr 1791."),
        ("Der Vertrag von 1987 verbietet 300 Waffen.", "Der Vertrag stammt aus dem Jahr 1987."),
        (
            "Die Leiterin der Schule, eine Lehrerin aus Elbing, trat am Montag zurück.",
            "Die Leiterin der Schule ist eine Lehrerin aus Elbing.",
        ),
        ("In Dornau lebt ein Jugendlicher, der 2019 aus Rom kam.", "Der Jugendliche kam 2019 aus Rom."),
        (
            "Das Amt fand einen Verdächtigen, der 2019 drei Banken überfiel.",
            "Der Verdächtige überfiel 2019 drei Banken.",
        ),
        ("Sie sprach mit einem Nachbarn, der 2015 aus Elbing kam.", "Der Nachbar kam 2015 aus Elbing."),
        ("In Dornau lebt ein Berliner, der 2015 drei Häuser kaufte.", "Der Berliner kaufte 2015 drei Häuser."),
    ],
)
def test_a_subject_made_of_a_noun_in_another_case_stands_in_the_nominative(text: str, claim: str) -> None:
    assert claim in texts(text, "de")


@pytest.mark.parametrize(
    ("text", "tail"),
    [
        (
            "Max Hora, der das Gesetz unterschreiben kann, aber nicht muss, sprach 2012 mit drei Ministern.",
            "aber nicht muss",
        ),
        (
            "In Dornau gab es ein Bündnis der Beamten, die nicht nur davon wussten, sondern auch Beweise beseitigten.",
            "auch Beweise beseitigten",
        ),
    ],
)
def test_no_main_clause_ends_in_the_tail_of_a_relative_clause(text: str, tail: str) -> None:
    claims = texts(text, "de")
    assert [claim for claim in claims if tail in claim] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Die Firma Brandt liefert seit 2019 Wärme für ein Schwimmbad und einen Kindergarten mithilfe neuer Pumpen.",
        "Die Politiker in Dornau können und wollen die Kosten nicht erklären.",
        "Die Stadt Dornau kauft, saniert und vermietet drei Häuser.",
        "Am 3. Mai 2021 kaufte und sanierte die Stadt Dornau drei Häuser.",
        "Der Rat von Dornau kann, darf und will die 300 Akten nicht öffnen.",
    ],
)
def test_what_two_verbs_or_nouns_share_is_not_left_with_one_of_them(text: str) -> None:
    assert texts(text, "de") == [text]


def test_a_verb_beside_one_with_a_particle_of_its_own_is_a_fact_by_itself() -> None:
    claims = texts("Der Fahrer Max Hora flüchtete und ließ zwei Verletzte zurück.", "de")
    assert set(claims) == {"Der Fahrer Max Hora flüchtete.", "Der Fahrer Max Hora ließ zwei Verletzte zurück."}


def test_but_inside_a_relative_clause_neither_ends_it_nor_is_left_out() -> None:
    text = "Max Hora, der 2012 nach Elbing zog, dort aber nie wohnte, kandidiert für den Rat."
    assert set(texts(text, "de")) == {"Max Hora kandidiert für den Rat.", text}


def test_a_main_clause_behind_another_that_a_relative_clause_parts_is_a_claim() -> None:
    claims = texts("Der Rat von Dornau, der 2012 tagte, stimmte zu, die Stadt Dornau aber zahlte nicht.", "de")
    assert "Die Stadt Dornau aber zahlte nicht." in claims
    assert not any(claim.endswith("Stadt Dornau.") for claim in claims)


def test_a_verb_in_eln_keeps_its_e_in_the_indicative() -> None:
    assert texts("Der Verein bemängle 300 Fehler, sagte Max Hora.", "de") == ["Der Verein bemängelt 300 Fehler."]


def test_a_relative_clause_that_is_not_cut_stays_with_the_predicate_it_stands_behind() -> None:
    claims = texts("Lea Brand fuhr 2012 nach Elbing, kaufte drei Häuser und traf die einzige Frau, die blieb.", "de")
    assert "Lea Brand fuhr 2012 nach Elbing." in claims
    assert "Lea Brand traf die einzige Frau, die blieb." in claims


def test_a_noun_that_ends_in_n_by_itself_is_one_thing_behind_den() -> None:
    claims = texts("Lea Brand verkaufte 2012 den Wagen, den Max Hora 2010 gebaut hatte.", "de")
    assert set(claims) == {"Lea Brand verkaufte 2012 den Wagen.", "Den Wagen hatte Max Hora 2010 gebaut."}


def test_a_team_of_some_is_not_sent_by_them() -> None:
    text = "Das Amt teilte mit, dass ein Team von Ärzten in das Tal geschickt wurde."
    assert texts(text, "de") == ["Ein Team von Ärzten wurde in das Tal geschickt."]


def test_a_verb_with_a_pronoun_for_its_subject_gets_no_other_one() -> None:
    text = "Zwar dauert es noch, bis der Bau in Dornau beginnt, doch gibt es 2023 kein Hindernis."
    assert texts(text, "de") == [text]
    claims = texts("Max Hora fand 2012 das Buch und kaufte es.", "de")
    assert "Max Hora fand 2012 das Buch." in claims
    assert len(claims) == 2


def test_a_noun_phrase_with_a_participle_and_an_auxiliary_behind_it_is_no_relative_clause() -> None:
    text = "Die Linse entsteht vor der Geburt der Haie, die darin enthaltenen Stoffe werden später nicht erneuert."
    assert texts(text, "de") == [
        "Die Linse entsteht vor der Geburt der Haie.",
        "Die darin enthaltenen Stoffe werden später nicht erneuert.",
    ]


def test_two_verbs_at_their_ends_belong_to_one_relative_clause() -> None:
    text = "Er kennt die Leute, die früher Lehrer waren und jetzt Häuser verkaufen."
    assert not any(each.startswith("Die früher") for each in texts(text, "de"))
    assert "Die Firma betreut Kinder." in texts("Die Firma, die Kinder betreut, sitzt in Ulm.", "de")


def test_a_relative_clause_with_no_sure_noun_leaves_the_main_clause_whole() -> None:
    text = "Die Leitung der Firma Nordia, deren Sitz Ulm ist, hofft auf 30 neue Kunden."
    assert "Die Leitung der Firma Nordia hofft auf 30 neue Kunden." in texts(text, "de")


def test_a_purpose_behind_a_relative_clause_never_hangs_on_the_main_clause() -> None:
    text = "Es geht um die Zulassung der Anlage der Firma, die nötig ist, um 30 Werke zu bauen."
    assert texts(text, "de") == [text]


def test_members_of_a_party_are_several_and_the_party_is_one() -> None:
    text = "Drei Mitglieder der Partei, die 2015 in Kiel protestierten, wurden festgenommen."
    assert "Drei Mitglieder der Partei protestierten 2015 in Kiel." in texts(text, "de")
