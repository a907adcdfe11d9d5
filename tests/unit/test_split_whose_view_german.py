"""Whose view it is in German news, where no verb of saying tells it, and what is nobody's."""

import pytest
from split_texts import speaker_of, speakers_of


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Ute Harms ist Ärztin. Nach ihren Worten sind 140 Hallen zu.", "140", "Ute Harms"),
        ("Ute Harms ist Ärztin. Ihrer Ansicht nach sind 140 Hallen zu.", "140", "Ute Harms"),
        ("Jan Peters ist Arzt. Ihm zufolge sind 140 Hallen zu.", "140", "Jan Peters"),
        ("Jan Peters ist Arzt. Nach Peters Worten sind 140 Hallen zu.", "140", "Jan Peters"),
        ("Jan Peters ist Arzt. Der Mediziner verwies auf den Bund. Dieser zahle 2 Millionen.", "2 Mill", "Jan Peters"),
        ("„Betroffen sind 140 Hallen von uns“, wird Jan Peters im Bericht zitiert.", "140", "Jan Peters"),
        ("Das Gericht sah es als erwiesen an, dass der Mann 140 Hallen verkaufte.", "140", "Gericht"),
        ("Das Argument der Anwohner, dass 140 Hallen zu sind, überzeugt niemanden.", "140", "Anwohner"),
        ("Die Stadt hat, so der Verband, 2016 genau 400 Stellen gestrichen.", "400", "Verband"),
        ("Für Ute Harms steht fest, dass die Halle seit 2015 zu ist.", "Halle", "Ute Harms"),
        ("In den Augen von Ute Harms ist die Halle seit 2015 baufällig.", "Halle", "Ute Harms"),
        ("Der Reporter zitiert Ute Harms mit den Worten: „Die Halle ist seit 2015 zu.“", "Halle", "Ute Harms"),
        ("Ute Harms ist Ärztin. Ihr Fazit: „Die Halle ist seit dem Jahr 2015 zu.“", "2015", "Ute Harms"),
        ("Die Halle ist, so heißt es im Rathaus, seit 2015 zu.", "2015", "Rathaus"),
        ("Die Halle, sagt Ute Harms, ist seit 2015 zu.", "2015", "Ute Harms"),
        ("Wie die Agentur aus Regierungskreisen erfuhr, ist die Halle seit 2015 zu.", "2015", "Regierungskreise"),
        ("Medienberichten zufolge ist die Halle seit 2015 zu.", "2015", "Medienberichte"),
        ("Die Stadt Wieden legte einen Bericht vor. Darin heißt es, die Halle sei zu.", "Halle", "Stadt Wieden"),
        ("Kritik kam von Ute Harms. Die Halle sei seit 2015 zu.", "2015", "Ute Harms"),
        ("Widerspruch kommt von der CDU. Die Halle sei seit 2015 zu.", "2015", "CDU"),
        ("Die Kosten gab Ute Harms mit 3 Millionen Euro an.", "3 Millionen", "Ute Harms"),
        ("Ute Harms führte die Mängel auf einen Schaden von 2014 zurück.", "2014", "Ute Harms"),
        ("Ute Harms behauptet, 35 Gutachten zu kennen.", "35", "Ute Harms"),
        ("„Man muss 2 Hallen bauen und sie auch heizen“, sagt die heute 84-Jährige.", "2 Hallen", "84-Jährige"),
        ("„Nicht Wieden entscheidet über diese 3 Hallen“, sagte von Boer am Montag.", "3 Hallen", "von Boer"),
    ],
)
def test_a_view_or_a_word_without_a_verb_of_saying_has_its_speaker(text: str, words: str, speaker: str) -> None:
    assert speaker_of(text, words) == speaker


def test_what_is_good_for_somebody_is_not_their_view() -> None:
    text = "Bürgermeisterin Ute Harms kam. Für Harms ist der Streit bequem: In Wieden wird 2016 gewählt."

    assert speaker_of(text, "2016") is None


def test_reported_speech_some_sentences_behind_who_presented_it_is_that_persons_word() -> None:
    text = (
        "Der Umbau koste 3 Millionen Euro, sagte Leiterin Ina Merten. Planerin Ute Harms stellte das Programm vor. "
        "Kern sind die Straßen. Sie würden bis 2026 erneuert."
    )

    assert speaker_of(text, "2026") == "Ute Harms"


def test_who_answers_a_promise_of_others_in_reported_speech_is_who_spoke_of_them() -> None:
    text = "Der Umbau sei nötig, sagte Ina Merten. Sie sprach mit 9 Ländern. Diese hätten 35 Quartiere zugesagt."

    assert speaker_of(text, "35 Quartiere") == "Ina Merten"


@pytest.mark.parametrize(("between", "speaker"), [(5, "Ina Merten"), (6, None)])
def test_reported_speech_carries_on_over_few_sentences_of_the_outlet(between: int, speaker: str | None) -> None:
    plain = " ".join(f"Im Jahr {2010 + at} kamen {20 + at} Busse." for at in range(between))
    text = f"Der Umbau sei nötig, sagte Ina Merten. {plain} Die Länder hätten 35 Quartiere zugesagt."

    assert speaker_of(text, "35 Quartiere") == speaker


def test_what_stands_beside_the_one_who_says_it_is_no_word_of_theirs() -> None:
    text = "Die Halle sei seit 2015 zu, so Ute Harms, Ärztin und Mitglied im Rat von Wieden seit 2009."

    assert speaker_of(text, "2015") == "Ute Harms"
    assert all(speaker is None for evidence, speaker in speakers_of(text).items() if "2009" in evidence)


def test_a_clause_that_tells_when_somebody_spoke_is_not_what_they_said() -> None:
    text = "Als Jan Peters 2015 den Preis bekam, erzählte er gern, wie er 1945 half."

    assert all("bekam" not in evidence for evidence, speaker in speakers_of(text).items() if speaker)


def test_what_stands_before_a_quotation_is_the_word_of_whoever_says_it_there() -> None:
    text = (
        "Die Wiedener Schulverwaltung hat festgestellt, dass 15 Prozent kommen: „Für die Eltern ist es erst "
        "einmal neu, und 3 Kitas sind voll“, sagt Ute Harms."
    )

    assert speaker_of(text, "15 Prozent") == "Wiedener Schulverwaltung"
    assert speaker_of(text, "3 Kitas") == "Ute Harms"


def test_a_surname_that_is_an_adjective_too_is_who_speaks() -> None:
    assert speaker_of("Kalt sagte: „Die Halle ist seit 2015 zu.“", "2015") == "Kalt"


def test_an_adverb_before_a_subject_behind_its_verb_is_no_part_of_the_name() -> None:
    text = "Den Bau bezifferte zuletzt die Stadt Wieden mit 3 Millionen Euro."

    assert speaker_of(text, "3 Millionen") == "Stadt Wieden"


def test_a_surname_is_over_before_the_subject_that_follows_it() -> None:
    text = "Der Aufbau von 12 Netzen ist nach Ansicht von Harms der Königsweg."

    assert speaker_of(text, "12 Netzen") == "Harms"


def test_whoever_advises_says_what_they_advise() -> None:
    assert speaker_of("Man sollte 2 Ärzte fragen, rät Ute Harms.", "2 Ärzte") == "Ute Harms"
