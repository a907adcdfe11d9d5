"""German clauses behind "dass" as main clauses: the verb behind its first constituent, or its sentence as it stands."""

import pytest
from split_texts import read, split, texts


@pytest.mark.parametrize(
    ("clause", "wanted"),
    [
        # two verbs at the end, none of which looks finite
        ("durch den Abbau rund 90 Hektar verloren gehen", "Durch den Abbau gehen rund 90 Hektar verloren."),
        ("Kelvon die Übertragung signifikant reduziert", "Kelvon reduziert die Übertragung signifikant."),
        ("der Zoll gegen die Reederei ermittelt", "Der Zoll ermittelt gegen die Reederei."),
        ("der Kreis Dornau die Straße erneuert", "Der Kreis Dornau erneuert die Straße."),
        ("sie darüber nicht verhandeln wollen", "Sie wollen darüber nicht verhandeln."),
        # helping verbs
        ("die Schule saniert werden müsse", "Die Schule muss saniert werden."),
        ("die Mieter das Haus haben räumen müssen", "Die Mieter haben das Haus räumen müssen."),
        ("das Haus nicht hätte gebaut werden dürfen", "Das Haus hätte nicht gebaut werden dürfen."),
        ("die Fähre hätte sinken können", "Die Fähre hätte sinken können."),
        ("niemand verletzt worden sei", "Niemand ist verletzt worden."),
        # verbs with particles
        ("der Zug um 8 Uhr abfährt", "Der Zug fährt um 8 Uhr ab."),
        ("der Bund 2 Milliarden Euro bereitstellt", "Der Bund stellt 2 Milliarden Euro bereit."),
        ("die Fabrik den Betrieb einstellt", "Die Fabrik stellt den Betrieb ein."),
        ("die Firma das Verbot umgeht", "Die Firma umgeht das Verbot."),
        # what stands in front of the verb
        ("seit 2010 drei Schulen geschlossen worden seien", "Seit 2010 sind drei Schulen geschlossen worden."),
        ("keine der Schulen barrierefrei ist", "Keine der Schulen ist barrierefrei."),
        ("Max Dorn den Verein seit 2010 leitet", "Max Dorn leitet den Verein seit 2010."),
        ("wegen des Streiks alle Flüge ausfallen", "Wegen des Streiks fallen alle Flüge aus."),
        ("Radio 3 weit vor der Konkurrenz liegt", "Radio 3 liegt weit vor der Konkurrenz."),
        # lists and what follows the verb
        ("alles von Lärm, Staub und Gestank beherrscht wird", "Alles wird von Lärm, Staub und Gestank beherrscht."),
        ("das Verfahren teuer, aber nötig sei", "Das Verfahren ist teuer, aber nötig."),
        ("es plane, 300 Leute einzustellen", "Es plant, 300 Leute einzustellen."),
    ],
)
def test_a_clause_behind_dass_reads_as_a_main_clause(clause: str, wanted: str) -> None:
    assert wanted in texts(f"Der Bürgermeister sagte, dass {clause}.", "de")


@pytest.mark.parametrize(
    "sentence",
    [
        "Zeugen gaben an, dass Polizisten auf Demonstranten schossen und flüchteten.",
        "Die Bank teilte mit, dass Korrenien Siedlern erlauben wird, neue Häuser zu bauen.",
        "Sie sagte, dass Arbeiter vom Dach gefallen sind.",
        "Der Verband teilte mit, dass Alba, der Betreiber der Werft, das Dock verkauft hatte.",
    ],
)
def test_a_clause_whose_order_is_not_sure_keeps_the_words_of_its_sentence(sentence: str) -> None:
    assert sentence in texts(sentence, "de")


def test_words_of_a_whole_sentence_keep_the_mood_of_reported_speech() -> None:
    sentence = "Zeugen gaben an, dass Alba, der Betreiber der Werft, das Dock verkauft habe."
    assert sentence in texts(sentence, "de")


def test_a_claim_that_says_who_says_it_still_has_its_speaker() -> None:
    sentence = "Zeugen gaben an, dass Polizisten auf Demonstranten schossen und flüchteten."
    assert ("Zeugen", False) in {(claim.speaker, claim.needs_context) for claim in read(sentence, "de")}


def test_half_a_compound_takes_no_name() -> None:
    text = (
        "Die Bank Ostrava meldete Verluste. Die Bank Ostrava schloss 20 Filialen. "
        "Die Kammer sieht einen Zusammenhang mit dem Bank- und Industriesektor."
    )
    assert not any("Ostrava-" in each for each in texts(text, "de"))


@pytest.mark.parametrize("source", ["Dem Bericht zufolge", "Wie die Polizei mitteilt,", "Laut Polizei"])
def test_a_year_behind_the_verb_stands_in_front_of_it_alone(source: str) -> None:
    claims = split(f"{source} wurden 2020 insgesamt 300 Tiere getötet.", "de")

    assert set(claims) == {"2020 wurden insgesamt 300 Tiere getötet."}
