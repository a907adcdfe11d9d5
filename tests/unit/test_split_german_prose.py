"""German news prose: who says it, what a claim leaves open and how it reads, each in sentences of no article."""

import pytest
from split_texts import article, read, split, texts

from claimcheck.records import Assertion, Claim
from claimcheck.split import split_article


def claim(text: str, start: str) -> Claim:
    """The claim of a text whose wording begins with these words."""
    found = [each for each in read(text, "de") if each.text.startswith(start)]
    assert found, [each.text for each in read(text, "de")]
    return found[0]


@pytest.mark.parametrize(
    ("text", "start", "speaker"),
    [
        (
            "Ministerin Petra von der Aue (XDP) war in Wittmar. Der Hauptmann habe 30 Flüge geleitet, sagte sie.",
            "Der Hauptmann",
            "Petra von der Aue",
        ),
        (
            "Anspruch auf 300 Euro haben alle Mieter. Das hat das Landgericht Dornau am Mittwoch entschieden.",
            "Anspruch auf 300 Euro",
            "Landgericht Dornau",
        ),
        (
            "Wer spät isst, schläft 2 Stunden weniger – das legt eine Studie der Universität Elbing nahe.",
            "Wer spät",
            "Universität Elbing",
        ),
        (
            "Zweifel am Bau zeigte Bürgermeisterin Ina Holm nicht: Die Brücke koste 3 Millionen Euro.",
            "Die Brücke kostet",
            "Ina Holm",
        ),
        (
            "Unter dem Eis von Korrax müsse es ein Meer geben, schlossen die Astronomen damals.",
            "Unter dem Eis",
            "Astronomen",
        ),
        (
            "Die Stadt Dornau prüft 30 Verträge, sagte Lena Brand. Die Preise würden alle zwei bis drei Jahre erhöht.",
            "Die Preise",
            "Lena Brand",
        ),
        (
            "Die Nordair baut um. Bis 2026 sollen 300 Stellen wegfallen, teilte die Fluggesellschaft mit.",
            "Bis 2026",
            "Nordair",
        ),
        (
            "Die Pilotenvereinigung Höhenflug verhandelt. Verlangt würden 5 Prozent mehr, teilte die Gewerkschaft mit.",
            "Verlangt",
            "Höhenflug",
        ),
        (
            "Das Amtsgericht Dornau gab der Klage statt. 30 Mieter können den Richtern zufolge 500 Euro verlangen.",
            "30 Mieter",
            "Amtsgericht Dornau",
        ),
        (
            "Der Verwaltungsgerichtshof Dornau tagte. 30 Mieter können den Richtern zufolge 500 Euro verlangen.",
            "30 Mieter",
            "Verwaltungsgerichtshof Dornau",
        ),
        (
            "Ein Bericht der Zeitung „Dornauer Bote“ nennt Fälle. Laut dem Zeitungsbericht ist die Brücke zu teuer.",
            "Die Brücke",
            "Dornauer Bote",
        ),
        ("Laut Anwohnern brannte die Halle in Dornau 3 Stunden.", "Die Halle", "Anwohner"),
        (
            "Der Fahrer, der nach Angaben seines Anwalts wieder in Dornau lebt, zahlte 300 Euro.",
            "Der Fahrer lebt",
            "Anwalt",
        ),
        (
            "Die Brücke in Dornau sei alt, sagte Ina Holm. Und weiter: Die Sanierung kostet 3 Millionen Euro.",
            "Die Sanierung",
            "Ina Holm",
        ),
        (
            "Raucher, die 2020 aufhörten, könnten länger leben, schreiben die Forscher im „Journal of Elbe Medicine“.",
            "Raucher",
            "Forscher",
        ),
        (
            "Der Kreis Dornau zahlt nicht. „Die Klage ist am Montag eingegangen“, sagte ein Sprecher des Kreises.",
            "Die Klage",
            "Sprecher des Kreises Dornau",
        ),
        ("Seit 2015 wird der Anhänger nach Angaben von Vitronik in Dornau getestet.", "Seit 2015", "Vitronik"),
        ("Einem neuen Gesetz zufolge kostet die Brücke in Dornau 3 Euro.", "Die Brücke", "Gesetz"),
        (
            "Die Tageszeitung E15 nennt 300 Fälle. Wie die Zeitung meldet, haben 30 Börsen in Dornau geboten.",
            "30 Börsen",
            "Zeitung E15",
        ),
        ("„Elbe in Not“ sieht keine Gefahr für die 300 Bäume in Dornau.", "„Elbe in Not“ sieht", "Elbe in Not"),
        ("Ina Holm bezeichnete die 30 Soldaten als erfahren.", "Ina Holm bezeichnete", "Ina Holm"),
    ],
)
def test_the_speaker_is_the_one_whom_the_sentence_points_at(text: str, start: str, speaker: str) -> None:
    assert claim(text, start).speaker == speaker


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Nach Angaben der Polizei stritten 3 Männer. Einer schrie den Fischer in Dornau an.", "Einer"),
        ("Ina Holm bestätigte am Freitag einen Bericht der Zeitung „Dornauer Bote“.", "Ina Holm bestätigte"),
        ("Man spricht die ganze Zeit von den 300 Patienten in Dornau.", "Man spricht"),
        (
            "Ina Holm kam. In Dornau musste ein Mieter 30 Briefe lesen, klagen und hoffen, dass er Geld bekam.",
            "In Dornau",
        ),
        ("Trotz der Drohungen führten 3 Familien den Plan aus: die Leiche wurde in Dornau begraben.", "Die Leiche"),
        ("55 Prozent der Wähler sehen Ina Holm als beste Kandidatin.", "55 Prozent"),
        ("In Dornau sprach Max Holm mit 3 Leuten und erzählte von der Flotte.", "In Dornau sprach"),
        (
            "„Das Feld ist 300 Hektar groß“, so der Jurist Luigi Santo, der zu dem Team der Universität Elbing gehört.",
            "Der Jurist Luigi Santo gehört",
        ),
    ],
)
def test_what_nobody_is_said_to_say_is_the_outlet_s_own_word(text: str, start: str) -> None:
    assert claim(text, start).speaker is None


def test_a_confirmation_is_an_act_whose_content_has_no_speaker() -> None:
    found = claim("Der Kreis Dornau bestätigte den Eingang der Klage.", "Der Kreis")

    assert (found.assertion, found.speaker, found.subject) == (Assertion.ASSERTED, None, "Kreis Dornau")


def test_a_reporter_let_speak_by_a_colon_tells_the_whole_story_and_others_one_paragraph() -> None:
    story = (
        "Er berichtete telefonisch:\n\nAm Hafen sperrten 40 Fischer die Zufahrt.\n\nDie 30 Beamten setzten Wasser ein."
    )
    reporter = _by_paragraph(f"Reporter Jens Olbrich war in Dornau dabei. {story}")
    fisherman = _by_paragraph(f"Fischer Jens Olbrich war in Dornau dabei. {story}")

    assert reporter["Am Hafen sperrten 40 Fischer die Zufahrt."] == "Jens Olbrich"
    assert reporter["Die 30 Beamten setzten Wasser ein."] == "Jens Olbrich"
    assert fisherman["Am Hafen sperrten 40 Fischer die Zufahrt."] == "Jens Olbrich"
    assert fisherman["Die 30 Beamten setzten Wasser ein."] is None


def _by_paragraph(text: str) -> dict[str, str | None]:
    """The speakers of a text whose paragraphs are blocks, by evidence."""
    from dataclasses import replace

    from claimcheck.records import Block, Role, Span

    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(Span(at, at + len(paragraph)), Role.BODY))
        at += len(paragraph) + 2
    made = replace(article(text, "de"), blocks=tuple(blocks))
    return {" ".join(each.evidence): each.speaker for each in split_article(made)}


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        (
            "Der Rat hat es in einem am Mittwoch gefassten Beschluss verfügt.",
            "Ein Beschluss wurde am Mittwoch, dem 5. April 2023, gefasst.",
        ),
        ("Der Ort hat damit den Kanalvertrag von 1987 gebrochen.", "Der Kanalvertrag stammt aus dem Jahr 1987."),
        (
            "Ina Holm dankte für die Stationierung tausender Soldaten auf der Insel Korrax.",
            "Tausende Soldaten wurden auf der Insel Korrax stationiert.",
        ),
        (
            "Nach der Entlassung von General Max Holm war das Amt in Dornau lange leer.",
            "General Max Holm wurde entlassen.",
        ),
        ("Die 2015 in Elbing gebauten Schiffe liegen im Hafen.", "Die Schiffe wurden 2015 in Elbing gebaut."),
        (
            "Einer aus der Gruppe, ein 17 Jahre alter Fischer, folgte ihnen.",
            "Einer aus der Gruppe ist ein 17 Jahre alter Fischer.",
        ),
    ],
)
def test_what_a_noun_phrase_takes_for_granted_reads_as_a_sentence(text: str, wording: str) -> None:
    assert wording in texts(text, "de")


def test_a_noun_phrase_whose_nominative_is_not_plain_stays_as_it_is() -> None:
    assert not any(
        "wurde 2016 gewählt" in each for each in texts("Er traf den 2016 in Elbing gewählten Präsidenten.", "de")
    )


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        (
            "Die großen Städte müssen ihre Pläne verbessern und bis 2030 umsetzen.",
            "Die großen Städte müssen ihre Pläne verbessern und bis 2030 umsetzen.",
        ),
        (
            "Insbesondere die Werke müssen 30 Preise erhöhen und 20 Stellen streichen.",
            "Die Werke müssen 20 Stellen streichen.",
        ),
        (
            "Der General bleibt im Amt, aber die Chefs des Heeres, der Luftflotte und der Marine wurden abgesetzt.",
            "Die Chefs des Heeres, der Luftflotte und der Marine wurden abgesetzt.",
        ),
        (
            "Ina Holm sagte, dass die 30 Grenzen nicht geschlossen werden.",
            "Die 30 Grenzen werden nicht geschlossen.",
        ),
        (
            "Ina Holm sagte, dass die Gefahr, krank zu werden, für 30 Kinder größer ist, wenn es kalt ist.",
            "Die Gefahr, krank zu werden, ist für 30 Kinder größer, wenn es kalt ist.",
        ),
        (
            "Bei Rauchern lag das Risiko, Zähne zu verlieren, um das 2,5- bis 3,6-Fache höher.",
            "Bei Rauchern lag das Risiko, Zähne zu verlieren, um das 2,5- bis 3,6-Fache höher.",
        ),
        (
            "Auf der Karte steht die alte Strecke, auf der 30 Züge fahren.",
            "Auf der alten Strecke fahren 30 Züge.",
        ),
        (
            "Deshalb werden die Ärzte 30 Impfstoffe einkaufen und warten müssen, bis die Kassen die Rechnung bezahlen.",
            "Die Ärzte werden warten müssen, bis die Kassen die Rechnung bezahlen.",
        ),
        (
            "Nach dem Plan sollten 300 Busse gekauft werden und die Fahrer diese dann im Depot erhalten.",
            "Nach dem Plan sollten 300 Busse gekauft werden und die Fahrer diese dann im Depot erhalten.",
        ),
        (
            "Es sind 30 Firmen, die eigene Listen ausgeben, die nur teils öffentlich sind.",
            "Es sind 30 Firmen, die eigene Listen ausgeben, die nur teils öffentlich sind.",
        ),
        (
            "Ina Holm sagte, dass 30 Behörden dabei helfen, die Täter zu finden.",
            "30 Behörden helfen dabei, die Täter zu finden.",
        ),
        ("Laut Rat will sich Frey Schoko um 30 Verträge bemühen.", "Frey Schoko will sich um 30 Verträge bemühen."),
        ("Zudem fehlen den Dornauern 300 Helfer.", "Den Dornauern fehlen 300 Helfer."),
        ("Auch die Sprecher der Polizei erlitten 3 Verletzungen.", "Die Sprecher der Polizei erlitten 3 Verletzungen."),
        (
            "Die gute Nachricht: Bei 30 Prozent der Raucher sinkt das Risiko.",
            "Bei 30 Prozent der Raucher sinkt das Risiko.",
        ),
        ("Die Klage gegen Dornau scheiterte 2023 zwar.", "Die Klage gegen Dornau scheiterte 2023."),
        (
            "Ina Holm sprach. 2.000 Kunden in Dornau hätten sich beschwert, sagte Holm.",
            "2.000 Kunden in Dornau haben sich beschwert.",
        ),
        (
            "Gleichzeitig bekräftigte Ina Holm, so die Agentur Elbpress, vor dem Rat den Bau von 30 Häusern.",
            "Ina Holm bekräftigte vor dem Rat den Bau von 30 Häusern.",
        ),
        (
            "Der Gouverneur teilte mit, dass 30 Beamte im Kontakt mit den Behörden stehen und Hilfe unterwegs sei.",
            "30 Beamte stehen im Kontakt mit den Behörden.",
        ),
        (
            "Viele wählen in Dornau eine Partei, die Tugend, Gesetz und Ordnung predigt.",
            "Viele wählen in Dornau eine Partei, die Tugend, Gesetz und Ordnung predigt.",
        ),
        (
            "In einer Schätzung sprach der Dornauer Leiter von etwa 1200 Besuchern, die sich im Garten trafen.",
            "1200 Besucher trafen sich im Garten.",
        ),
        (
            "Tichau verlor 2005 den Titel, nachdem bei ihm Doping festgestellt wurde.",
            "Bei ihm wurde Doping festgestellt.",
        ),
        (
            "Liu Hang (20 km Gehen, Korrax): Die Läuferin wurde 2021 gesperrt.",
            "Liu Hang (20 km Gehen, Korrax): Die Läuferin wurde 2021 gesperrt.",
        ),
        (
            "Es gibt Verträge mit Korrenien und Norwegen, das 2015 der Europäischen Union beitrat.",
            "Norwegen trat 2015 der Europäischen Union bei.",
        ),
        (
            "Keine Anlagen hätten laut Ina Holm 2016 genehmigt werden können.",
            "Keine Anlagen hätten 2016 genehmigt werden können.",
        ),
        ("Laut Bahnsprecher Jo Posch mussten rund 200 Meter Leitung weg.", "Rund 200 Meter Leitung mussten weg."),
        (
            "Jo ist groß, während der achtjährige Miguel Größe 8 hat. Die Größe stimmt.",
            "Der achtjährige Miguel hat Größe 8.",
        ),
        (
            "Es war ein Student aus dem zweiten Jahr namens James, der sich 2019 als Mitglied vorstellte.",
            "James stellte sich 2019 als Mitglied vor.",
        ),
        (
            "In der Staffel sind Bovend SV III, Laubach II, Torpedo IV und V, MTV Gron und Mielen II.",
            "In der Staffel sind Bovend SV III, Laubach II, Torpedo IV und V, MTV Gron und Mielen II.",
        ),
        (
            "Es ist der zweite Anstieg in 2 Jahren und kommt, nachdem Ina Holm gewählt wurde.",
            "Es ist der zweite Anstieg in 2 Jahren und kommt, nachdem Ina Holm gewählt wurde.",
        ),
        (
            "Das Verteidigungsministerium schwieg. Das Ministerium kaufte 300 Busse.",
            "Das Verteidigungsministerium kaufte 300 Busse.",
        ),
        (
            "Ina Holm sagte, dass der Preis für die Versicherung gegen Feuer in Dornau in die Höhe schnellte.",
            "Der Preis für die Versicherung gegen Feuer schnellte in Dornau in die Höhe.",
        ),
        (
            "Ina Holm sagte, dass nach der langen Dauer der alte Name in Dornau bekannt sei.",
            "Nach der langen Dauer ist der alte Name in Dornau bekannt.",
        ),
        (
            "2014 haben die Mitglieder die Räume im Hof erneuert und damit auf den Stand der Technik gebracht.",
            "2014 haben die Mitglieder die Räume im Hof erneuert und damit auf den Stand der Technik gebracht.",
        ),
        ("Ina Holm hat 30 Autos gekauft und 20 Busse verkauft.", "Ina Holm hat 20 Busse verkauft."),
        ("Ina Holm hat 2015 in Elbing gelebt und in Dornau gearbeitet.", "Ina Holm hat in Dornau gearbeitet."),
        (
            "In Dornau gibt es mehrstöckige Kaufhäuser, die fast nur Fälschungen verkaufen.",
            "Mehrstöckige Kaufhäuser verkaufen fast nur Fälschungen.",
        ),
        (
            "„Die Anlage ist 300 Euro wert“, so Ricardo Ulat, der auch als Berater für Dornau tätig ist.",
            "Ricardo Ulat ist auch als Berater für Dornau tätig.",
        ),
        (
            "Die Brücke sei alt, sagte Lauri Dorn, dessen Sohn Zen 2019 in Dornau starb.",
            "Lauri Dorns Sohn Zen starb 2019 in Dornau.",
        ),
        (
            "Ina Holm sagte, dass eine Serie eindeutiger Fotos in Dornau aufgetaucht ist.",
            "Eine Serie eindeutiger Fotos ist in Dornau aufgetaucht.",
        ),
        (
            "Ina Holm sagte, dass die Mehrheit (33 Prozent) die Lösung in Neuwahlen sieht.",
            "Die Mehrheit (33 Prozent) sieht die Lösung in Neuwahlen.",
        ),
        (
            "In Dornau nahmen 900 Menschen, einschließlich Lehrer, Schüler und Mitglieder des Rats an der Feier teil.",
            "In Dornau nahmen 900 Menschen, einschließlich Lehrer, Schüler und Mitglieder des Rats an der Feier teil.",
        ),
        (
            "Eine Halle, die 30 Leute besuchten und dem Rat missfiel, steht in Dornau.",
            "Die Halle missfiel dem Rat.",
        ),
        (
            "Ina Holm sagte, dass er von der Macht Gebrauch machen und ein Mandat im Februar 2029 anstreben wird.",
            "Er wird von der Macht Gebrauch machen und ein Mandat im Februar 2029 anstreben.",
        ),
        (
            "Das ist Teil der vereinbarten Bedingungen, die von der Kammer empfohlen worden waren.",
            "Die vereinbarten Bedingungen waren von der Kammer empfohlen worden.",
        ),
        (
            "Ina Holm sagte, dass die Beziehungen zu Russland besser werden.",
            "Die Beziehungen zu Russland werden besser.",
        ),
        (
            "Das Papier kann unter http://ca.dornau.org/fr heruntergeladen werden, sagte Ina Holm.",
            "Das Papier kann unter http://ca.dornau.org/fr heruntergeladen werden.",
        ),
        (
            "Lukas Berg warf dem Westen vor, das Dornauer Memorandum aus dem Jahr 1994 zu brechen.",
            "Das Dornauer Memorandum stammt aus dem Jahr 1994.",
        ),
        (
            "Jo Lauson litt an Rheusa, einem unheilbaren Krebs, der das Brustfell angreift.",
            "Jo Lauson litt an Rheusa, einem unheilbaren Krebs, der das Brustfell angreift.",
        ),
        (
            "Laut Ina Holm brachte der Eintritt virtueller Anbieter 3 Prozent mehr.",
            "Der Eintritt virtueller Anbieter brachte 3 Prozent mehr.",
        ),
        (
            "Ina Holm sagte, dass der Entwurf dieses Beschlusses in Dornau bekannt wurde.",
            "Der Entwurf dieses Beschlusses wurde in Dornau bekannt.",
        ),
        ("Die elf in Dornau gebauten Schiffe liegen im Hafen.", "Die elf Schiffe wurden in Dornau gebaut."),
        (
            "Das Werk in Dornau wurde im November letzten Jahres eröffnet.",
            "Das Werk in Dornau wurde im November 2022 eröffnet.",
        ),
        (
            "Ina Holm sagte, dass das Verfahren eines Tages die alte Pumpe von 1987 ersetzen könnte.",
            "Das Verfahren könnte eines Tages die alte Pumpe von 1987 ersetzen.",
        ),
        (
            "Ina Holm sagte, dass die Familie vor 3 Wochen vom Tod in Kiel, Deutschland erfuhr.",
            "Die Familie erfuhr vor 3 Wochen vom Tod in Kiel, Deutschland.",
        ),
        (
            "Der Gewinn stieg laut Zwischenbilanz von 89,5 Millionen Euro auf 110,5 Millionen Euro.",
            "Der Gewinn stieg von 89,5 Millionen Euro auf 110,5 Millionen Euro.",
        ),
        (
            "Es war schwer, sagte James Vitran, Justiziar, der sagte, es gab keine Möglichkeit, 30 Briefe zu lesen.",
            "Es gab keine Möglichkeit, 30 Briefe zu lesen.",
        ),
        (
            "Bill Klinten kam. Hillary Klintens Vorsprung wuchs. Am Ende gewann Klinten mit 300 Stimmen.",
            "Am Ende gewann Klinten mit 300 Stimmen.",
        ),
        (
            "Die Leute leben in einem Weißen Haus, das sich aus 30 Räumen zusammensetzt.",
            "Das Weiße Haus setzt sich aus 30 Räumen zusammen.",
        ),
        (
            "Der Rat zeigte die Sammlung, in der 30 Bilder waren, im Jahr 2010.",
            "In der Sammlung waren 30 Bilder.",
        ),
        (
            "Im Juni sagte Ina Holm, die Frage, wer die 3 Millionen zahlen solle, sei nicht beantwortet worden.",
            "Die Frage, wer die 3 Millionen zahlen soll, ist nicht beantwortet worden.",
        ),
    ],
)
def test_a_clause_keeps_all_its_words_and_reads_as_a_main_clause(text: str, wording: str) -> None:
    assert wording in texts(text, "de")


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Es war am Freitagabend, gegen 23.45 Uhr, als in Dornau 3 Männer kamen.", "23.45 Uhr."),
        ("Das Verwaltungsgericht Dornau gab den 30 Mietern recht (Az.: 1 BvR 11/14).", "Az."),
        ("Borussia Dornau gewann 3:1. Die 300 Gäste reisten nach Dornau.", "nach Borussia Dornau"),
        (
            "Ina Holm ist eine junge Ärztin. Nach einem Unfall darf die Ärztin 3 Kranke sehen.",
            "die junge Ärztin 3",
        ),
        ("Der Plan von Dornau kam. Laut Vitali Murko enthält er 3 Fehler.", "Vitali Murko enthält"),
        (
            "In Dornau war eine Köchin aus der Region Pilsau verunglückt, die zwei Jahre für das Amt gearbeitet hatte.",
            "Die Region Pilsau hatte",
        ),
        (
            "Max Holm sprach. Dass nun auch Korrenien an seinen Grenzen 30 Wachen hat, sei falsch, sagte Holm.",
            "Holms Grenzen",
        ),
        (
            "Jo Götz saß draußen. Er sei fit, sagte Vorstand Max Sommer. Beim Wechsel war der Trainer gegen ihn.",
            "gegen Max Sommer",
        ),
        ("Die zwei Dutzend einflussreichsten Länder trafen sich in Dornau.", "wurden zwei Dutzend"),
        ("Der Rat beschloss ein Papier von Minister Max Dorn (XSU), das 300 Millionen Euro vorsieht.", "XSU sieht"),
        ("Es ist in Dornau ein Gesetzesbruch, die mit sechs Monaten Haft bestraft wird.", "Die Gesetzesbruch"),
        ("Sie waren in 2 Räumen, bis Jo Garst, der alte Sieger von 2019, den Flur hinunter ging.", "ging Flur"),
        (
            "„Als das Kind 3 Briefe auf dem Tisch fand, rief es Ina Holm und war am Weinen“, sagte Jo Berg.",
            "auf dem Tisch war",
        ),
        ("Ina Holm nahm den Knopf einer Zugtoilette, der von Tausenden benutzt wurde.", "Der Zugtoilette"),
        ("Nur: Das wollen die 3 Eigentümer, die Wohnungsgesellschaften nicht.", "ist die Wohnungs"),
        (
            "Groß ist in Dornau die Enttäuschung über die weiter ausbleibenden Erfolge der 2010 eingeleiteten Reform.",
            "Die Reform wurde",
        ),
        (
            "Jo Fern, einer der 30 Urlauber, die Videos ins Netz stellten, sagte: „Es flog sehr tief vorbei.“",
            "Die Videos",
        ),
        ("Bei den 30 Gästen waren die älteren Kinder, die in der Schule waren.", "Die ältere Kinder"),
    ],
)
def test_no_claim_reads_wrongly(text: str, never: str) -> None:
    assert not [each for each in texts(text, "de") if never in each]


def test_a_pronoun_behind_a_thing_is_that_thing_and_no_person_from_before() -> None:
    text = (
        "Major Volker Baum war dabei. Zweifel zeigte Ministerin Petra Holm nicht: Der Einsatz sei gefährlich. "
        "Aber er sei auch für 30 Dörfer von Bedeutung, sagte sie."
    )

    assert "Der Einsatz ist auch für 30 Dörfer von Bedeutung." in texts(text, "de")


@pytest.mark.parametrize(
    "text",
    [
        "Häftlinge in Dornau haben Anspruch auf Geld, wenn sie in zu kleinen Zellen untergebracht sind.",
        "Es wurde auch eine Hotline eingerichtet.",
        "Es kann in Dornau über zehn Jahre dauern, bis das Risiko sinkt.",
        "Im Register von Dornau sind 10 Millionen Menschen erfasst, darunter 5 Millionen Frauen.",
        "Eine Entscheidung darüber, auf welche Firmen die 30 Rechnungen lauten, fiel in Dornau.",
        "In Dornau wurde ein verbindlicher Vertrag so schnell behandelt, als existiere er nicht.",
    ],
)
def test_words_that_find_what_they_mean_in_the_claim_leave_nothing_open(text: str) -> None:
    found = split(text, "de")

    assert not any(each.needs_context for each in found.values()), {k: v.context.unresolved for k, v in found.items()}


def test_what_somebody_denies_is_no_claim_of_theirs() -> None:
    found = split("Dass 3 Plätze für die Stewards verkauft gewesen seien, bestreitet Max Jahn.", "de")

    assert [(each.speaker, each.subject) for each in found.values()] == [(None, "Max Jahn")]


def test_a_condition_until_a_later_month_is_still_to_come() -> None:
    found = claim("Sollte der Stau bis Ende Oktober anhalten, wird in Talvarien das Öl knapp.", "Sollte")

    assert found.date is not None
    assert found.date.value == "2023-10"


def test_a_weekday_some_weeks_ago_is_counted_from_that_weekday() -> None:
    found = claim("Der Major kam am Mittwoch vor einer Woche in Dornau ums Leben.", "Der Major")

    assert found.date is not None
    assert found.date.value == "2023-03-29"  # published on Tuesday 11 April, so Wednesday the 5th and a week before


def test_where_something_goes_and_an_adverb_in_front_are_nobody_who_speaks() -> None:
    towards = (
        "30 Busse fuhren Richtung Talvarien. Wie die Ministerin betonte, will Dornau seine Grenzen nicht schließen."
    )
    at_once = "Holger Maisen sprach in Dornau. Gleichzeitig berichtete Maisen von 30 Aktionen."

    assert claim(towards, "Dornau will").speaker == "Ministerin"
    assert claim(at_once, "Gleichzeitig").speaker == "Holger Maisen"


def test_a_survey_is_its_institute_s_also_where_it_was_named_in_the_plural() -> None:
    text = "Umfragen des Instituts Prisma zeigen Verluste. Der Umfrage zufolge käme die XDP auf 23 Prozent."

    assert claim(text, "Die XDP").speaker == "Institut Prisma"


def test_a_short_name_keeps_the_letter_that_ends_it() -> None:
    assert claim("Zugleich sagte Kern, die Stadt habe 20 Busse gekauft.", "Die Stadt").speaker == "Kern"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Der Fußballverein Dornau hat 3.000 Mitglieder. Der Verein gab 2024 rund 2 Millionen Euro aus.",
            "Der Fußballverein gab 2024 rund 2 Millionen Euro aus.",
        ),
        ("Die Straßenbahn kostet 30 Millionen Euro. Die Bahn fährt ab 2029.", "Die Straßenbahn fährt ab 2029."),
    ],
)
def test_a_compound_is_written_as_the_text_writes_it(text: str, told: str) -> None:
    assert told in texts(text, "de")
