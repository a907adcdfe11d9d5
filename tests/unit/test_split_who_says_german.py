"""Who says it in German news: verbs and frames of saying, whose word goes on, and what is nobody's."""

import pytest
from split_texts import speaker_of, speakers_of, split

SHUT = "die Halle seit März 2015 geschlossen ist"


@pytest.mark.parametrize(
    "said",
    [
        *("machte deutlich", "machte klar", "machte geltend", "machte darauf aufmerksam", "legte offen", "zeigte auf"),
        *("hob hervor", "stellte heraus", "stellte in den Raum", "stellte in Aussicht", "brachte zum Ausdruck"),
        *("gab zu bedenken", "gab zu verstehen", "gab zu Protokoll", "ließ wissen", "ließ durchblicken"),
        *("ließ verlauten", "rief in Erinnerung", "erinnerte daran", "verwies darauf", "beharrte darauf"),
        *("sprach davon", "informierte darüber", "unterrichtete den Rat darüber", "schloss daraus", "wandte ein"),
        *("warf ein", "hielt entgegen", "hielt dagegen", "pflichtete bei", "schickte voraus", "fasste zusammen"),
        *("vertrat die Ansicht", "äußerte die Befürchtung", "erhob den Vorwurf", "kam zu dem Schluss"),
        *("war der Meinung", "ist überzeugt", "ist sich sicher", "zeigte sich überzeugt", "gab sich zuversichtlich"),
        *("äußerte sich besorgt darüber", "beschwerte sich", "freute sich darüber", "rechtfertigte sich damit"),
        *(
            "hat deutlich gemacht",
            "hat zu bedenken gegeben",
            "hat darauf verwiesen",
            "verriet",
            "gestand",
            "prophezeite",
        ),
    ],
)
def test_a_verb_of_saying_in_several_words_names_who_says_it(said: str) -> None:
    assert speaker_of(f"Kämmerin Ute Harms {said}, dass {SHUT}.", "geschlossen") == "Ute Harms"


@pytest.mark.parametrize(
    "tail",
    [
        *(
            "gab Ute Harms zu bedenken",
            "ließ Ute Harms wissen",
            "stellte Ute Harms in den Raum",
            "hob Ute Harms hervor",
        ),
        *("zeigte Ute Harms auf", "wandte Ute Harms ein", "freute sich Ute Harms", "ist Ute Harms überzeugt"),
        *("ist sich Ute Harms sicher", "verteidigte sich Ute Harms", "rechnete Ute Harms vor", "konterte Ute Harms"),
    ],
)
def test_a_verb_of_saying_in_several_words_may_stand_behind_what_is_said(tail: str) -> None:
    assert speaker_of(f"Die Halle sei seit März 2015 geschlossen, {tail}.", "geschlossen") == "Ute Harms"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Wie Ute Harms dem Rat aufzeigte, ist die Halle seit 2015 zu.", "Ute Harms"),
        ("Wie Ute Harms zu bedenken gab, ist die Halle seit 2015 zu.", "Ute Harms"),
        ("Wie von Ute Harms zu erfahren war, ist die Halle seit 2015 zu.", "Ute Harms"),
        ("Wie es am Freitag aus dem Rathaus hieß, ist die Halle seit 2015 zu.", "Rathaus"),
        ("Aus dem Ministerium wurde bestätigt, dass die Halle seit 2015 zu ist.", "Ministerium"),
        ("Vonseiten der Stadt Wieden wurde betont, dass die Halle seit 2015 zu ist.", "Stadt Wieden"),
        ("Bei der Polizei war zu erfahren, dass die Halle seit 2015 zu ist.", "Polizei"),
        ("Aus Regierungskreisen verlautete, die Halle sei seit 2015 zu.", "Regierungskreise"),
        ("Die Halle sei seit 2015 zu, hieß es seitens der Stadt Wieden.", "Stadt Wieden"),
        ("Die Halle ist laut einer schriftlichen Auskunft des Kreisamts seit 2015 zu.", "Kreisamt"),
    ],
)
def test_what_is_passed_on_without_a_subject_is_the_word_of_its_source(text: str, speaker: str) -> None:
    assert speaker_of(text, "Halle") == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Die steigenden Gebühren begründete Ute Harms damit, dass die Rohre von 1974 sind.",
        "Den Beschluss verteidigte Ute Harms damit, dass die Rohre von 1974 sind.",
        "Mit Blick auf die Klagen und Beschwerden von Anwohnern sagte Ute Harms, die Rohre seien von 1974.",
    ],
)
def test_who_says_it_may_stand_behind_the_verb_and_the_object_in_front(text: str) -> None:
    assert speaker_of(text, "1974") == "Ute Harms"


@pytest.mark.parametrize(
    "lead",
    [
        "Zu Beginn gab Bürgermeisterin Ute Harms einen Rückblick auf den Umbau.",
        "Den Umbau stellte Bürgermeisterin Ute Harms vor.",
        "Skeptisch zeigte sich Bürgermeisterin Ute Harms.",
        "Das sehen die Pläne vor, die Bürgermeisterin Ute Harms bestätigte.",
    ],
)
def test_reported_speech_behind_a_sentence_about_somebody_is_that_persons_word(lead: str) -> None:
    assert speaker_of(f"{lead} Die Halle sei seit März 2015 geschlossen.", "geschlossen") == "Ute Harms"


def test_reported_speech_behind_a_body_that_takes_a_stand_is_its_word() -> None:
    text = (
        "Der Umbau koste 3 Millionen Euro, sagte Planer Jo Alwert. Die IG Bau begrüßte den Umbau. Damit werde die "
        "Halle bis 2030 gesichert."
    )

    assert speaker_of(text, "gesichert") == "IG Bau"


def test_a_body_that_only_acts_does_not_take_the_word_from_who_spoke() -> None:
    text = (
        "Der Umbau koste 3 Millionen Euro, sagte Planer Jo Alwert. Die CDU erreichte 2011 nur 18 Prozent. Sie läge "
        "damit hinter den Grünen."
    )

    assert "CDU" not in speakers_of(text).values()


@pytest.mark.parametrize(
    "text",
    [
        "Die Kosten stiegen 2015 um 3 Millionen Euro, so wie Kiel und Husum es kannten.",
        "Ihre Aufwartung machten 2015 die Sänger aus Wieden: „Die Halle steht seit 1974 leer und niemand hilft uns.“",
        "Der Erzähler nahm 2015 das Publikum mit, erklärte Zusammenhänge und überbrückte Jahre.",
        "Es gibt eine Erlaubnis für das Dach. Demnach soll bis 2016 ein Satteldach gebaut werden.",
        "Bei der Genehmigung des Haushalts wurde 2015 festgestellt, dass Geld fehlt.",
    ],
)
def test_what_cannot_speak_is_no_speaker(text: str) -> None:
    nobody = {None, "Sänger", "Sänger aus Wieden"}

    assert set(speakers_of(text).values()) <= nobody


@pytest.mark.parametrize(
    "text",
    [
        "Ute Harms ist nicht überzeugt, dass die Halle seit 2015 zu ist.",
        "Ute Harms ließ nicht erkennen, dass die Halle seit 2015 zu ist.",
        "Ute Harms bestritt, dass die Halle seit 2015 zu ist.",
        "Dass die Halle seit 2015 zu ist, dementierte Ute Harms.",
    ],
)
def test_nobody_stands_for_what_they_deny_or_doubt_in_german(text: str) -> None:
    assert not [claim for claim in split(text, "de").values() if claim.speaker and "zu ist" in claim.text]


def test_the_clause_before_the_colon_of_a_quotation_is_the_outlets() -> None:
    text = "Grund ist der Bau von 3 Anlagen auf dem Dach: „Wir gewinnen damit 400 Kilowatt“, erklärte Ute Harms im Rat."

    found = speakers_of(text)

    assert next(speaker for evidence, speaker in found.items() if "Anlagen" in evidence) is None
    assert next(speaker for evidence, speaker in found.items() if "Kilowatt" in evidence) == "Ute Harms"


def test_a_quotation_that_goes_on_into_the_next_sentence_has_the_speaker_named_there() -> None:
    text = (
        "In einer Mitteilung steht mehr. So sei die Familie bereits „im Juni 2015 informiert worden. Die Aussage, es "
        "sei erst im Juli gewesen, ist falsch“, so Ute Harms."
    )

    assert speaker_of(text, "informiert worden") == "Ute Harms"


@pytest.mark.parametrize("own", ["beobachten wir die Gruppe", "gilt die Gruppe als Sache unseres Amtes"])
def test_who_is_quoted_goes_on_where_a_quotation_lost_its_marks(own: str) -> None:
    text = (
        '"Wir sehen 12 Fälle in der Stadt Wieden", sagte Amtsleiter Jo Alwert der Zeitung. So wurden 2015 zwei Häuser '
        f"beschmiert. Deshalb {own} seit Mai 2016."
    )

    assert speaker_of(text, "beschmiert") == "Jo Alwert"
    assert speaker_of(text, "Mai 2016") == "Jo Alwert"


def test_a_fact_between_two_sentences_of_reported_speech_is_the_same_persons_word() -> None:
    text = (
        "Jo Alwert sagte, die Halle sei zu klein. Der Bau kostete 1974 rund 2 Millionen Mark. Ein Umbau sei nicht "
        "möglich. Die Stadt gab 2016 ein Gutachten in Auftrag."
    )

    assert speaker_of(text, "1974") == "Jo Alwert"
    assert speaker_of(text, "Gutachten") is None


def test_the_answers_of_an_interview_are_the_word_of_whoever_was_asked() -> None:
    text = (
        "Minister Jo Alwert im Interview\n\nHerr Alwert, wie sicher sind die Eier?\n\nIch esse sie. Die Kontrolle ist "
        "seit 2015 Aufgabe der Länder.\n\nWer haftet?\n\nMein Haus prüft das. Im Mai wurden 12 Betriebe gesperrt."
    )

    assert speaker_of(text, "Aufgabe der Länder") == "Jo Alwert"
    assert speaker_of(text, "gesperrt") == "Jo Alwert"


def test_the_answers_behind_a_name_and_a_colon_are_that_persons_word() -> None:
    text = (
        "Das Interview mit der Biologin Ute Harms.\n\nFrau Harms, was stand 2015 im Bericht?\n\nUte Harms: Er nennt "
        "547 Fälle. Die Schule wurde 1994 geschlossen."
    )

    assert speaker_of(text, "547") == "Ute Harms"
    assert speaker_of(text, "1994") == "Ute Harms"


def test_questions_and_answers_of_the_outlet_are_nobodys_word() -> None:
    text = (
        "Jo Alwert vom Klub hilft.\n\nIst die Aktion Pflicht?\n\nDie 12 Updates sind seit 2017 freiwillig.\n\nWie "
        "lange dauert es?\n\nDie Werkstatt braucht seit Mai drei Stunden."
    )

    assert speaker_of(text, "freiwillig") is None


@pytest.mark.parametrize(
    ("lead", "noun"),
    [
        ("Innenminister Jan de Boer legte 2016 ein Paket vor.", "der Bundesinnenminister"),
        ("Thomas Alwert legte 2016 ein Paket vor.", "der frühere Trainer"),
        ("Thomas Alwert legte 2016 ein Paket vor.", "der in Kiel geborene Planer"),
    ],
)
def test_a_person_is_meant_by_an_office_or_a_trade(lead: str, noun: str) -> None:
    text = f"{lead} Die Punkte seien seit März 2016 bekannt, sagte {noun}."

    assert speaker_of(text, "bekannt") == " ".join(lead.split(" legte")[0].split()[-3 if "de Boer" in lead else -2 :])


@pytest.mark.parametrize("body", ["Polizei", "Sparkasse", "Feuerwehr", "Verbraucherzentrale"])
def test_a_body_of_a_town_is_not_the_town(body: str) -> None:
    text = f"Die Halle wurde 2015 geschlossen, wie die {body} Aurach mitteilte. Acht Menschen zogen aus, so die {body}."

    assert set(speakers_of(text).values()) == {f"{body} Aurach"}


def test_a_word_of_its_own_is_the_subjects() -> None:
    text = "Die Fahrerin musste ihren Angaben zufolge am 3. Mai 2015 einem Laster ausweichen."

    assert speaker_of(text, "ausweichen") == "Fahrerin"


def test_a_group_whose_name_is_a_sentence_leaves_its_speaker_in_front() -> None:
    text = 'Jo Alwert, Sprecher der Gruppe "Wir sind Wieden", erklärte am Montag, die Halle sei seit 2015 zu.'

    assert speaker_of(text, "Halle") == "Jo Alwert"


@pytest.mark.parametrize("whose", ["deren", "dessen", "ihr"])
def test_whose_spokesman_it_is_is_no_part_of_a_name(whose: str) -> None:
    assert speaker_of(f"Der Bau sei 2015 fertig geworden, sagte {whose} Sprecher Jo Alwert.", "2015") == "Jo Alwert"


def test_who_turns_something_down_says_what_follows_the_colon() -> None:
    claims = speakers_of("Jo Alwert wies das zurück: Die Stadt habe 2015 nur 3 Millionen Euro gezahlt.")

    assert claims["Die Stadt habe 2015 nur 3 Millionen Euro gezahlt."] == "Jo Alwert"


def test_a_thing_in_reported_speech_does_not_say_what_follows_its_colon() -> None:
    text = "Ute Harms war wütend. Der Grund sei einfach: Die Stadt habe 2015 nur 3 Millionen Euro gezahlt."

    assert speaker_of(text, "3 Millionen") == "Ute Harms"


def test_what_somebody_says_of_themselves_may_stand_in_front() -> None:
    assert speaker_of("Nach eigenen Angaben hat der Verein 300 Mitglieder.", "300") == "Verein"


@pytest.mark.parametrize("told", ["Das sagte Ute Harms der Zeitung.", "Das teilte Ute Harms am Montag mit."])
def test_a_sentence_that_only_says_who_said_the_one_before_is_not_offered(told: str) -> None:
    claims = split(f"Die Halle kostete 2015 rund 3 Millionen Euro. {told}", "de")

    offered = {text: claim.speaker for text, claim in claims.items() if claim.checkable}
    assert offered == {"Die Halle kostete 2015 rund 3 Millionen Euro.": "Ute Harms"}


@pytest.mark.parametrize("verb", ["empört", "entrüstete", "ereiferte"])
def test_who_is_indignant_says_what_is_quoted(verb: str) -> None:
    claims = split(f"„Das ist ein Skandal“, {verb} sich Ute Harms im Gespräch mit dieser Zeitung.", "de")

    assert {text: claim.speaker for text, claim in claims.items()} == {"Das ist ein Skandal.": "Ute Harms"}


def test_what_had_been_reported_before_is_the_papers_word() -> None:
    claims = split("Zuvor hatte die Morgenpost berichtet, der Konzern plane den Abbau von 300 Stellen.", "de")

    assert claims["Der Konzern plant den Abbau von 300 Stellen."].speaker == "Morgenpost"


def test_a_share_of_people_is_nobody_who_says_something() -> None:
    text = "Rund ein Drittel der 300 Befragten gab an, 2020 weniger verdient zu haben."

    assert {claim.speaker for claim in split(text, "de").values()} == {None}
    assert set(split(text, "de")) == {text}


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        ("Die Mieten sind 2015 um 5 Prozent gestiegen, ergab eine Umfrage.", "Die Mieten sind um 5", "Umfrage"),
        (
            "Direktor Jo Alwert sagte, die mit Stöcken bewaffneten Männer hätten 30 Boote zerstört.",
            "30 Boote",
            "Jo Alwert",
        ),
        (
            "Zur gleichen Zeit stahl nach Angaben des Zolls der polnische Händler Jan Nowak 30 Boote.",
            "30 Boote",
            "Zoll",
        ),
    ],
)
def test_who_says_it_ends_before_what_is_said_begins(text: str, said: str, speaker: str) -> None:
    assert speaker_of(text.replace(" 2015", ""), said.replace(" 2015", "")) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Kaum ein Experte rechnet damit, dass Kiel 300 Betten schließt.",
        "Die Ärzte hoffen, dass Kiel 300 Betten öffnet.",
        "Jo Alwert behauptete fälschlich, dass Kiel 300 Betten schloss.",
    ],
)
def test_what_nobody_says_or_only_hopes_for_stays_in_its_sentence(text: str) -> None:
    assert set(split(text, "de")) == {text}


def test_what_people_look_for_does_not_say_anything() -> None:
    claims = split("Viele gehen die Listen durch, stellen die Kosten fest und kaufen 300 Karten.", "de")

    assert {claim.speaker for claim in claims.values()} == {None}
    assert "Viele kaufen 300 Karten." in claims


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("In einem Gutachten, das für den Rat erstellt wurde, heißt es: „Die Preise stiegen 2015.“", "Gutachten"),
        ("Auf der Website des Ministeriums heißt es, dass die Preise 2015 stiegen.", "Ministerium"),
        ("In dem Bericht, den die Stadt vorlegte, heißt es, dass die Preise 2015 stiegen.", "Bericht"),
    ],
)
def test_where_something_is_to_be_read_is_whose_word_it_is(told: str, speaker: str) -> None:
    found = speaker_of(f"Karl Meyer sagte, das Haus sei voll. {told}", "2015")

    assert found
    assert speaker.casefold() in found.casefold()


def test_a_surname_behind_an_article_may_be_a_thing() -> None:
    claims = split("Bürgermeisterin Daniela Ruf hat 30 Räte. Der Streit hat 2015 den Ruf des Rates beschädigt.", "de")

    assert "Der Streit hat 2015 den Ruf des Rates beschädigt." in claims


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Die Stadt baut 300 Häuser, so berichtet Meier", "Meier"),
        ("Der Bau koste 300 Euro, so berichtet die Polizei", "Polizei"),
    ],
)
def test_a_source_at_the_very_end_of_a_text_needs_no_full_stop(text: str, speaker: str) -> None:
    assert speaker_of(text, "300") == speaker


@pytest.mark.parametrize("text", ["Nach eigenen Angaben hat", "Eigenen Angaben zufolge lebt"])
def test_words_of_ones_own_that_break_off_are_no_error(text: str) -> None:
    assert all(each in text for each in speakers_of(text))


@pytest.mark.parametrize("mark", [".", ":"])
def test_what_somebody_denies_is_not_his_word_before_a_colon_either(mark: str) -> None:
    [said] = speakers_of(f"Der Zoo habe 300 Schulden, dementierte Meier{mark}")

    assert said.startswith("Der Zoo habe 300 Schulden, dementierte Meier")
