"""German texts, each made up after a fault in a claim of an article that nobody had tuned on, and how they read since.

Readers who had the article beside the claims named the faults.
"""

TOLD = {  # a text and a claim it holds
    "what is planned for a day": (
        "Kiel plant, das Bad zum 30. September zu schließen.",
        "Kiel plant, das Bad zum 30. September 2023 zu schließen.",
    ),
    "until a day far ahead": (
        "Jan Holm versprach, die Brücke bis zum 1. Dezember zu sanieren.",
        "Jan Holm versprach, die Brücke bis zum 1. Dezember 2023 zu sanieren.",
    ),
    "what someone is to have done": (
        "Jan Holm wurde beschuldigt, am 20. September eine Bank überfallen zu haben.",
        "Jan Holm wurde beschuldigt, am 20. September 2022 eine Bank überfallen zu haben.",
    ),
    "the June of last year": (
        "Jan Holm sprach im Mai 2010 in Kiel. Im Juni letzten Jahres verlor Nordline 300 Arbeiter.",
        "Im Juni 2022 verlor Nordline 300 Arbeiter.",
    ),
    "no day in an idiom": (
        "Die 300 Arbeiter verlieren nicht von heute auf morgen ihre Stellen.",
        "Die 300 Arbeiter verlieren nicht von heute auf morgen ihre Stellen.",
    ),
    "a given name in s": (
        "Marcos Lima sagte am Montag, dass 300 Leute nach Kiel kamen. Lima ist Bäcker.",
        "Marcos Lima ist Bäcker.",
    ),
    "him with a preposition": (
        "Jan Holm bat um Geld für ihn und sagte, dass er 300 Euro brauche.",
        "Jan Holm braucht 300 Euro.",
    ),
    "behind its adverbial": (
        "Hinter dem Rathaus hatte sich ein Stau gebildet und vor der Brücke stand ein Wagen der Feuerwehr bereit.",
        "Vor der Brücke stand ein Wagen der Feuerwehr bereit.",
    ),
    "an ordinal of three digits": (
        "Die Stadt Kiel feiert im Mai ihr 175. Jubiläum.",
        "Die Stadt Kiel feiert im Mai 2023 ihr 175. Jubiläum.",
    ),
    "an appositive of the weekday": (
        "Die Stadt sperrte am Montag, dem 3. April, die Brücke.",
        "Die Stadt sperrte am Montag, dem 3. April 2023, die Brücke.",
    ),
    "the accused in his own case": (
        "Die Polizei warf dem 34-Jährigen vor, zwei Läden überfallen zu haben.",
        "Der 34-Jährige hat zwei Läden überfallen.",
    ),
    "followed by": (
        "Die Zahl der Einwohner von Rostock stieg auf 300, gefolgt von Kiel mit 200.",
        "Die Zahl der Einwohner von Rostock stieg auf 300, gefolgt von Kiel mit 200.",
    ),
    "told by the source, with a clause inside": (
        "Laut Bauamt soll die Halle, die 1975 gebaut wurde, bis Mai saniert werden.",
        "Die Halle wurde 1975 gebaut.",
    ),
    "a study is the source": (
        "Trotz der Flaute bleibt die Reiselust der Bürger einer Studie zufolge im Jahr 2022 hoch.",
        "Trotz der Flaute bleibt die Reiselust der Bürger im Jahr 2022 hoch.",
    ),
    "the adverbial in front": (
        "Dem Bericht zufolge wurden in der Halle 30 Menschen verletzt.",
        "In der Halle wurden 30 Menschen verletzt.",
    ),
    "the subject in front, an adverb behind": (
        "Laut der Behörde liegen bereits 30 Anträge der Firmen vor.",
        "30 Anträge der Firmen liegen bereits vor.",
    ),
    "only with its noun": (
        "Laut der Behörde würden nur sieben Firmen der Stadt zustimmen.",
        "Nur sieben Firmen der Stadt würden zustimmen.",
    ),
    "a clause that is closed": (
        "In Kiel mussten alle Pumpen erneuert werden und bei der Anlage in Ulm musste 2020 der Teich geleert werden.",
        "Bei der Anlage in Ulm musste 2020 der Teich geleert werden.",
    ),
    "two participles, one auxiliary": (
        "Er sagte, dass Max Roth 1985 als Bäcker eingestellt und schon 1988 zum Leiter der Halle ernannt wurde.",
        "Max Roth wurde schon 1988 zum Leiter der Halle ernannt.",
    ),
    "which year": (
        "Die Bäcker verdienten 2007 real weniger als im Vorjahr.",
        "Die Bäcker verdienten 2007 real weniger als im Jahr 2006.",
    ),
    "until a day to come": (
        "Der Rat muss bis 4. Januar über die Brücke entscheiden.",
        "Der Rat muss bis 4. Januar 2024 über die Brücke entscheiden.",
    ),
    "a name in quotation marks": (
        "Nachdem das Lokal „Linde“ dem Verein in Ulm nicht mehr genügt hat, zog er 1988 um.",
        "Das Lokal „Linde“ hat dem Verein in Ulm nicht mehr genügt.",
    ),
    "the year of its sentence": (
        "Der Name stammt aus dem Jahr 1907, als am 21. März der Verein in Kiel gegründet worden ist.",
        "Der Name stammt aus dem Jahr 1907, als am 21. März 1907 der Verein in Kiel gegründet worden ist.",
    ),
    "not until 1964": (
        "Erst 1964 haben sich 19 Männer gefunden, die am 30. April in Kiel den Verein gegründet haben.",
        "19 Männer haben am 30. April 1964 in Kiel den Verein gegründet.",
    ),
    "by then": (
        "Die Schützen, die mittlerweile in sieben Mannschaften organisiert waren, gewannen 1980 in Ulm.",
        "Die Schützen waren mittlerweile in sieben Mannschaften organisiert.",
    ),
    "tomorrow": (
        "Der FC Ulm spielt morgen ab 11 Uhr in Kiel gegen den SV Lenz.",
        "Der FC Ulm spielt am 12. April 2023 ab 11 Uhr in Kiel gegen den SV Lenz.",
    ),
    "only from tomorrow on": (
        "Ab morgen gilt in Kiel auf 30 Straßen Tempo 30.",
        "Ab morgen (12. April 2023) gilt in Kiel auf 30 Straßen Tempo 30.",
    ),
    "Sta. is short": (
        "Nach der Messe in Sta. Katharina zogen 300 Leute durch die Stadt Ulm.",
        "Nach der Messe in Sta. Katharina zogen 300 Leute durch die Stadt Ulm.",
    ),
    "three of her houses": (
        "Max Lenz verkaufte drei ihrer Häuser, die in Kiel stehen, für 3 Millionen Euro.",
        "Drei ihrer Häuser stehen in Kiel.",
    ),
    "in his own words": (
        "Am Montag hat Max Lenz laut eigener Aussage in Kiel 20 Kilo Blei gekauft.",
        "Am Montag, dem 10. April 2023, hat Max Lenz laut eigener Aussage in Kiel 20 Kilo Blei gekauft.",
    ),
    "Mr. in a translation": (
        "Jan Holm traf Max Meier. Mr. Holm beendete 2019 den Anruf.",
        "Jan Holm beendete 2019 den Anruf.",
    ),
    "another may be meant": (
        "Jan Holm traf Max Meier. Jan Holm beschimpfte ihn, weil er die Mauer in Kiel öffentlich angeprangert hatte.",
        "Er hatte die Mauer in Kiel öffentlich angeprangert.",
    ),
    "told by the office of a person": (
        "Nach Petra Lohe, Leiterin der Klinik in Kiel, sprechen 8 Prozent der Patienten nicht an.",
        "8 Prozent der Patienten sprechen nicht an.",
    ),
    "told by a person with a body": (
        "Laut Jan Holm vom Institut Nordline sind 40 Prozent der Seen verschmutzt.",
        "40 Prozent der Seen sind verschmutzt.",
    ),
    "behind a label": (
        "Über Jan Holm: Der Maler zog 1922 nach Kiel.",
        "Jan Holm zog 1922 nach Kiel.",
    ),
    "what is supposed": (
        "Forscher vermuten, dass der Nebel vor 3000 Jahren entstanden ist.",
        "Forscher vermuten, dass der Nebel vor 3000 Jahren entstanden ist.",
    ),
    "what is hoped": (
        "Jan Holm äußerte in Kiel seine Hoffnung, dass der Rat das Gesetz annehmen wird.",
        "Jan Holm äußerte in Kiel seine Hoffnung, dass der Rat das Gesetz annehmen wird.",
    ),
    "held by nobody named": (
        "Da der Boden nass ist, geht man davon aus, dass der Bau bis 2026 andauern wird.",
        "Da der Boden nass ist, geht man davon aus, dass der Bau bis 2026 andauern wird.",
    ),
    "but told by another": (
        "Das Werk wurde 2012 geschlossen, aber laut Nordline arbeiten dort noch 300 Leute.",
        "Laut Nordline arbeiten dort noch 300 Leute.",
    ),
    "the view in front of its verb": (
        "Dem Bericht nach arbeiten in Kiel 300 Leute.",
        "In Kiel arbeiten 300 Leute.",
    ),
    "fährt am Samstag ein Floß": (
        "Am Samstag fährt ein Floß mit 300 Leuten durch Harwick.",
        "Am Samstag, dem 15. April 2023, fährt ein Floß mit 300 Leuten durch Harwick.",
    ),
    "am morgigen Samstag": (
        "Am morgigen Samstag kommen 300 Leute nach Harwick.",
        "Am morgigen Samstag (15. April 2023) kommen 300 Leute nach Harwick.",
    ),
    "nächsten Dienstag, an einem Dienstag gesagt": (
        "Nächsten Dienstag stimmt der Rat von Harwick über die Mühle ab.",
        "Nächsten Dienstag (18. April 2023) stimmt der Rat von Harwick über die Mühle ab.",
    ),
    "ein Tag für alle": (
        "Donnerstag ist Familientag im Zoo von Harwick.",
        "Donnerstag ist Familientag im Zoo von Harwick.",
    ),
    "wann die Woche beginnt": (
        "Die Arbeitswoche beginnt in Exland am Sonntag.",
        "Die Arbeitswoche beginnt in Exland am Sonntag.",
    ),
    "ein zweiter 11. September": (
        "Anna Lehr fürchtet in Harwick einen zweiten 11. September.",
        "Anna Lehr fürchtet in Harwick einen zweiten 11. September.",
    ),
    "ein am 3. Januar vorgelegter Plan": (
        "Ein am 3. Januar vorgelegter Plan sieht 300 Wohnungen vor.",
        "Ein am 3. Januar 2023 vorgelegter Plan sieht 300 Wohnungen vor.",
    ),
    "ein Monat dieses Jahres": (
        "Im Mai 2009 kaufte Nordline die erste Mühle. Im Februar kam die zweite, bis Ende dieses Jahres "
        "sollen es fünf sein.",
        "Im Februar 2023 kam die zweite.",
    ),
    "zwischen zwei Tagen": (
        "Zwischen Freitag und Samstag stahlen Diebe 300 Euro in Harwick.",
        "Zwischen Freitag (7. April 2023) und Samstag (8. April 2023) stahlen Diebe 300 Euro in Harwick.",
    ),
    "what he assures": (
        "Der Trainer Jan Holm versichert, viel aus dem Spiel in Harwick gelernt zu haben.",
        "Der Trainer Jan Holm hat viel aus dem Spiel in Harwick gelernt.",
    ),
    "what they signalled they would do": (
        "Die Fraktion hatte signalisiert, Anna Lehr nicht im Amt bestätigen zu wollen.",
        "Die Fraktion will Anna Lehr nicht im Amt bestätigen.",
    ),
    "whom it draws": (
        "Wen es im Sommer an den Fluss in Harwick zieht, der wird dort ein Floß sehen.",
        "Wen es im Sommer an den Fluss in Harwick zieht, der wird dort ein Floß sehen.",
    ),
    "so they said, in between": (
        "Die Gewalt hat viele Firmen davon abgehalten, so sagten Analysten, sich stärker in Exland zu engagieren.",
        "Die Gewalt hat viele Firmen davon abgehalten, sich stärker in Exland zu engagieren.",
    ),
    "because they, especially these, have": (
        "Firmen klagen, weil andere, besonders die in Exland, geringere Kosten haben und eher Risiken eingehen.",
        "Firmen klagen, weil andere, besonders die in Exland, geringere Kosten haben und eher Risiken eingehen.",
    ),
    "a dash in a name": (
        "Die Maschinen kommen aus Harwick, wo der Hersteller Norda - LEH siedelt.",
        "Die Maschinen kommen aus Harwick, wo der Hersteller Norda - LEH siedelt.",
    ),
    "an apposition without its closing comma": (
        "Den Preis in Harwick nahm Jan Holm, der Inhaber von Nordline entgegen.",
        "Den Preis in Harwick nahm Jan Holm, der Inhaber von Nordline entgegen.",
    ),
    "there she stands": (
        "Ein Stück unterhalb von Harwick, einen Kilometer nördlich der Straße, da steht die Eiche seit 1890.",
        "Ein Stück unterhalb von Harwick, einen Kilometer nördlich der Straße, da steht die Eiche seit 1890.",
    ),
    "a reason alone": (
        "Die Halle blieb offen. Zumal in den 30 Proben keine Keime gefunden wurden.",
        "In den 30 Proben wurden keine Keime gefunden.",
    ),
    "what is called a fact": (
        "Lehr verwies auf die Tatsache, dass die Stadt Harwick 2010 drei Millionen Euro Schulden hatte.",
        "Die Stadt Harwick hatte 2010 drei Millionen Euro Schulden.",
    ),
    "changes to the law": (
        "Anna Lehr hat versprochen, dass die Änderungen am Baugesetz in Kürze dem Rat vorgelegt werden.",
        "Die Änderungen am Baugesetz werden in Kürze dem Rat vorgelegt.",
    ),
    "suddenly a group": (
        "Holm erzählte, dass plötzlich eine Gruppe von Leuten zwischen 15 und 18 Jahren neben ihm herlief.",
        "Plötzlich lief eine Gruppe von Leuten zwischen 15 und 18 Jahren neben ihm her.",
    ),
    "a car whose number": (
        "Laut Polizei darf ein Wagen, dessen Nummer abgemeldet wurde, in Harwick nicht mehr fahren.",
        "Ein Wagen, dessen Nummer abgemeldet wurde, darf in Harwick nicht mehr fahren.",
    ),
    "the cores of two stars": (
        "Mit 800 Kilometern pro Sekunde rasen die Kerne zweier Sterne aufeinander zu und werden 2080 kollidieren.",
        "Die Kerne zweier Sterne werden 2080 kollidieren.",
    ),
    "the last of three verbs": (
        "Ein Paket gewährt bis zu 15.000 Euro pro Kind, verlängert den Urlaub und verteilt steuerliche Vorteile.",
        "Ein Paket verteilt steuerliche Vorteile.",
    ),
    "the second of three verbs": (
        "Die Stadt Harwick kauft drei Häuser am Hafen, saniert zwei Schulen und baut ein neues Bad.",
        "Die Stadt Harwick saniert zwei Schulen.",
    ),
    "to build and to run": (
        "Nordline wurde damit beauftragt, die Anlage in Harwick zu bauen und zu verwalten.",
        "Nordline wurde damit beauftragt, die Anlage in Harwick zu bauen und zu verwalten.",
    ),
    "far away": (
        "Das 30 Kilometer von Harwick entfernte Kraftwerk gehört Nordline.",
        "Das Kraftwerk ist 30 Kilometer von Harwick entfernt.",
    ),
    "drivers of long standing": (
        "Die Fahrer der Linie, die über jahrelange Erfahrung verfügen, beziehen einen Lohn von 2500 Euro.",
        "Die Fahrer der Linie, die über jahrelange Erfahrung verfügen, beziehen einen Lohn von 2500 Euro.",
    ),
    "it was he who": (
        "Es war Jan Holm, der 2010 die Bank in Harwick gründete.",
        "Jan Holm gründete 2010 die Bank in Harwick.",
    ),
    "both verbs are theirs": (
        "Erneut war es die Führung, die ein Treffen ablehnte, und eine Sitzung in Harwick nahelegte.",
        "Erneut war es die Führung, die ein Treffen ablehnte, und eine Sitzung in Harwick nahelegte.",
    ),
    "on the one hand": (
        "Einerseits ist die Miete in Harwick gestiegen, andererseits sind die Löhne gesunken.",
        "Die Löhne sind gesunken.",
    ),
    "to where they have friends": (
        "Die Reise führt immer auch nach Harwick, wo die Sänger ihre Freunde besuchen.",
        "In Harwick besuchen die Sänger ihre Freunde.",
    ),
    "with the argument": (
        "Mit dem Argument, unter Holm hätten die Nachrichten an Zuschauern verloren, lehnte Lehr die Wahl ab.",
        "Unter Holm haben die Nachrichten an Zuschauern verloren.",
    ),
    "instead of firms": (
        "Exland prüft drei Angebote, und anstelle von Firmen geben zwei Banken den Ton an.",
        "Anstelle von Firmen geben zwei Banken den Ton an.",
    ),
    "a subheading that ran in": (
        "Anteil der Jäger äußerst gering Das Ministerium plant 2024 eine Verschärfung des Jagdgesetzes.",
        "Das Ministerium plant 2024 eine Verschärfung des Jagdgesetzes.",
    ),
    "her own time": (
        "Anna Lehr (47) lebt in Harwick.\n\nAm liebsten verbringt die Sängerin ihre Zeit in Kiel, heißt es im Magazin.",
        "Am liebsten verbringt Anna Lehr ihre Zeit in Kiel.",
    ),
    "of the works": (
        "Jan Holm ist Leiter des Diakonischen Werkes Harwick, das 300 Betten hat.",
        "Das Diakonische Werk Harwick hat 300 Betten.",
    ),
    "what somebody proposes that others should do": (
        "Eduard Holm schlug vor, die neuen Räte sollten 30 Gesetze ändern.",
        "Eduard Holm schlug vor, die neuen Räte sollten 30 Gesetze ändern.",
    ),
    "counts behind a colon": (
        "Es schlossen die Kinos in den großen Städten: 10 in Linz, 9 in Kiel und 5 in Bonn.",
        "Es schlossen die Kinos in den großen Städten: 10 in Linz, 9 in Kiel und 5 in Bonn.",
    ),
    "a picture that shows": (
        "Dieses Bild des Malers Jan Holm zeigt, dass 2010 in Linz 300 Kinos schlossen.",
        "Dieses Bild des Malers Jan Holm zeigt, dass 2010 in Linz 300 Kinos schlossen.",
    ),
    "without the label of a reason": (
        "Die Begründung der Richterin Anna Lehr: Die Stadt habe den Bescheid zu spät verschickt.",
        "Die Stadt hat den Bescheid zu spät verschickt.",
    ),
    "criticism and then not theirs": (
        "Kritik kommt von der FDP: Sie lehnt den Neubau der Halle in Linz ab.",
        "Kritik kommt von der FDP.",
    ),
    "a nickname in front of two verbs": (
        '"Opa Karl" alias Jan Holm führte ein Puppenspiel auf und las drei Geschichten vor.',
        '"Opa Karl" alias Jan Holm las drei Geschichten vor.',
    ),
    "a list behind a further verb": (
        "Das Tier lief auf zwei Beinen, hatte einen Schädel mit 30 Zähnen, kurze Arme mit Krallen und einen Schwanz.",
        "Das Tier hatte einen Schädel mit 30 Zähnen, kurze Arme mit Krallen und einen Schwanz.",
    ),
    "unless": (
        "Nordline zahlt seit 2019 keine Abgaben, es sei denn, sie ist mit Holm Bau verbunden.",
        "Nordline zahlt seit 2019 keine Abgaben, es sei denn, sie ist mit Holm Bau verbunden.",
    ),
    "a list in front of the verb": (
        "Das Fest verlief ruhig: Mit dem Chor Linz, dem Verein Bonn, der Schule Kiel und dem Amt hatten die Gäste 400 "
        "Leute geladen.",
        "Mit dem Chor Linz, dem Verein Bonn, der Schule Kiel und dem Amt hatten die Gäste 400 Leute geladen.",
    ),
    "behind a bracket of dashes": (
        "Seit 2019 war der Rat aufgelöst, doch bereits 1991 – und auch damals zu Recht – waren 30 Räte entlassen.",
        "Bereits 1991 – und auch damals zu Recht – waren 30 Räte entlassen.",
    ),
    "to death": (
        "Ankläger sagten, dass mindestens fünf Menschen zum Tode verurteilt wurden.",
        "Mindestens fünf Menschen wurden zum Tode verurteilt.",
    ),
    "an adjective before the name of a land": (
        "Das Tier lebte im heutigen New Harwick, das damals in einer trockenen Zone lag.",
        "Das heutige New Harwick lag damals in einer trockenen Zone.",
    ),
    "an aim behind an apposition": (
        "Die Stadt sprach mit Jan Holm, einem Fachmann des Amtes in Linz, um 300 Bäume zu retten.",
        "Die Stadt sprach mit Jan Holm, um 300 Bäume zu retten.",
    ),
    "days that were planned in a place": (
        "Die Kritik wuchs, woraufhin einige in Linz geplante Drehtage nach Graz verlegt wurden.",
        "Einige in Linz geplante Drehtage wurden nach Graz verlegt.",
    ),
    "one of the firms that": (
        "Nordline ist eine der größten Firmen, die 2019 in Kiel Schiffe gebaut haben.",
        "Nordline ist eine der größten Firmen, die 2019 in Kiel Schiffe gebaut haben.",
    ),
    "it is Monday": (
        "Es ist Montag, 18 Uhr, als Jan Holm das Rathaus in Linz betritt.",
        "Es ist Montag (10. April 2023), 18 Uhr.",
    ),
    "a perfect over commas": (
        "Das Amt hat am Mittwoch, wie angekündigt, 30 Warnungen vor dem Hochwasser herausgegeben.",
        "Das Amt hat am Mittwoch, dem 5. April 2023, wie angekündigt, 30 Warnungen vor dem Hochwasser herausgegeben.",
    ),
    "a quotation that goes on with its verb": (
        'Im Jahr 2019, sagte Jan Holm, "war die Halle in Linz drei Monate geschlossen".',
        "Die Halle war in Linz drei Monate geschlossen.",
    ),
    "what is only supposed": (
        "Forscher gehen davon aus, dass 300 Kinder in Linz an der Krankheit leiden.",
        "Forscher gehen davon aus, dass 300 Kinder in Linz an der Krankheit leiden.",
    ),
    "several in the dative": (
        "Die Stadt half den Arbeitern, die 2019 in Linz streikten.",
        "Die Arbeiter streikten 2019 in Linz.",
    ),
    "its object behind and": (
        "Die Zeitung berichtet, dass der Rat die Halle schließt und den Chor nach Linz schickt.",
        "Der Rat schickt den Chor nach Linz.",
    ),
    "two objects and a further verb": (
        "Andere Städte werben gute Lehrer und Ärzte ab und bieten 300 Euro mehr.",
        "Andere Städte werben gute Lehrer und Ärzte ab.",
    ),
    "an infinitive as the subject": (
        "Nicht zu rauchen ist gut für Lunge und Herz und führt zu gesunden Zähnen.",
        "Nicht zu rauchen führt zu gesunden Zähnen.",
    ),
    "whom an answer went to": (
        "Laut einer Antwort der Regierung an die Abgeordnete Ina Lehr stoßen die Werke sechs Tonnen Staub aus.",
        "Die Werke stoßen sechs Tonnen Staub aus.",
    ),
    "a kind that ends a sentence": (
        "Zehn Knochen gehören zu einer neuen Art. Im Mai 2019 wurden fünf weitere Knochen gefunden.",
        "Zehn Knochen gehören zu einer neuen Art.",
    ),
    "a region among several": (
        "In der Verwaltungsregion Linz fiel Regen. Weitere 40 Millimeter wurden laut Amt in den Regionen erwartet.",
        "Weitere 40 Millimeter wurden in den Regionen erwartet.",
    ),
    "a prisoner who told of himself": (
        "Jan Holm sprach in Linz. Nordline nannte den Fall eines Häftlings, der sagte, dass er 2019 in Haft war.",
        "Nordline nannte den Fall eines Häftlings, der sagte, dass er 2019 in Haft war.",
    ),
}
NEVER = {  # a text and what no claim of it says
    "offices, no year": (
        "Das sind die Daten von 1200 deutschen Büros.",
        "1200.",
    ),
    "a table that seems": (
        "Im Saal schien der Tisch, der von Nordline gebaut wurde, viel zu klein zu sein.",
        "Im Saal schien der Tisch.",
    ),
    "which colours": (
        "Ich kann die Jahre, in denen ich noch spielen kann, an einer Hand abzählen.",
        "Ich kann die Jahre an",
    ),
    "said, no relative clause": (
        "Der Minister wies den Vorwurf von Max Roth zurück, die Stadt versuche, die Kosten zu verschleiern.",
        "Roth versuche",
    ),
    "the land's people": (
        "Korreniens Raser fürchten neue Geräte. Deutschlands Raser zahlen 300 Euro. Der Raser steht seit 2015 in Kiel.",
        "Deutschlands Raser steht",
    ),
    "what she needed": (
        "Lenz führte den Verein durch eine Zeit, in der es darum ging, in Kiel 300 Leute zu finden.",
        "ging es darum.",
    ),
    "no name": (
        "Die Lenz-Werke warben mit CO2-freien Motoren in Kiel. Die neuen Motoren kosten 300 Euro.",
        "neuen CO2-freien",
    ),
    "not only they": (
        "Es sind nicht nur die Menschen in Kiel, die diese 30 Spiele sehen wollen.",
        "Die Menschen in Kiel wollen",
    ),
    "what nobody is to say": (
        "Am Montag forderte Jan Holm den Wirt Max Meier auf, öffentlich zu sagen, dass er die 30 Mauern nicht bezahle.",
        "Holm bezahlt",
    ),
    "said, but not what": (
        "Jan Holm beendete am Montag den Anruf, nachdem er Herrn Meier gesagt hatte, „das ist der schlechteste Anruf“.",
        "Holm hatte Herrn Meier gesagt",
    ),
    "after a person, not by them": (
        "Nach Jan Holm, dem Chef des Amtes, verlässt Anna Lehr die Partei.",
        "Anna Lehr verlässt die Partei.",
    ),
    "by the rules": (
        "Gemäß den Regeln der Liga erhält der Verein 3 Punkte.",
        "Der Verein erhält 3 Punkte.",
    ),
    "die Tochter ist nicht das Unternehmen": (
        "Die Holding Hochtal baut in Exland eine Brücke. Das Tochterunternehmen Leiten verlegt Kabel für 154 Millionen "
        "Euro. Das Unternehmen baut einen Turm mit 27 Stockwerken.",
        "Das Tochterunternehmen baut",
    ),
    "gefälscht werden keine Ermittler": (
        "Die Ermittler fanden 300 Pässe. Sie wurden in Harwick gefälscht.",
        "Ermittler wurden",
    ),
    "the accused's own deed": (
        "Lehr warf der Stadt Harwick vor, 30 Bäume gefällt zu haben.",
        "Lehr hat",
    ),
    "the hopes of others": (
        "Holm gab Pläne mit Exland bekannt, das 30 Leute in der Hoffnung verlassen, Harwick erreichen zu können.",
        "Holm kann Harwick",
    ),
    "armed men, criminals": (
        "Die Jäger schreiben, dass eine Verschärfung des Gesetzes für private Schützen Räuber nicht aufhalten wird.",
        "Räuber wird",
    ),
    "whom the paper chose": (
        "Bekannt wurde das Gerät 2010, als es die Zeitschrift Norda zum Produkt des Jahres wählte.",
        "Es wählte",
    ),
    "what we had to cut": (
        "„Der Umsatz fiel um 40 Prozent, wir mussten die Halle räumen und zu Krediten greifen“, erklärt Jan Holm.",
        "Halle mussten",
    ),
    "tired herdsmen": (
        "Die vom Aufstieg erschöpften Hirten sollen 1890 in Harwick gerastet haben.",
        "wurden vom Aufstieg",
    ),
    "a stone in the sun": (
        "Der von der Sonne aufgewärmte Stein ist ein beliebter Platz in Harwick.",
        "wurde von der Sonne",
    ),
    "there are also": (
        "Es gibt allerdings auch Abgeordnete, die den Rücktritt von Jan Holm fordern.",
        "Es gibt auch Abgeordnete.",
    ),
    "how many children": (
        "Seit 2010 wächst die Sorge über die große Anzahl der Kinder in Harwick, welche die Schule nicht beenden.",
        "Kinder in Harwick.",
    ),
    "a raft through the town": (
        "Es fährt ein Floß durch Harwick, das eine besondere Botschaft hat.",
        "Harwick hat",
    ),
    "the south-east of a land": (
        "Rostin ist ein reicher, moderner Staat im Südosten Exlands, der auch für seine 30 Verbote bekannt ist.",
        "Südosten Exlands ist",
    ),
    "what the speech brought him": (
        "Im September begann das Hoch von Holm, das ihm die Rede von Anna Lehr beschert hat.",
        "Hoch von Holm hat ihm",
    ),
    "when she was young": (
        "Jan Holm zog nach Harwick, als er 30 Jahre alt war.",
        "Er war 30",
    ),
    "another's fate": (
        "Ein ähnliches Schicksal hatte auch Anna Lehr, die 1990 in Harwick geboren wurde.",
        "Auch Anna Lehr wurde",
    ),
    "such as": (
        "Der Dienst hilft Fachleuten, wie Gutachtern, Werkstätten und Händlern, die sich in Harwick anmelden müssen.",
        "Händler müssen",
    ),
    "she and what she uses": (
        "Beim Fest verwendet sie Lebensmittel, die von einer Werkstatt in Linz gekocht werden.",
        "Sie Lebensmittel",
    ),
    "a preposition in a quoted name": (
        'Das Geld ging an die Stiftung "Menschen in Not", die der Gemeinde in Linz konkrete Hilfe leistet.',
        "Not leistet",
    ),
    "how often": (
        "Die Häufigkeit, mit der das Leiden in Linz auftritt, liegt bei 4 Prozent.",
        "Mit der Häufigkeit",
    ),
    "a list in a relative clause": (
        "Das Programm, das 2019 Gelder der Vereinten Nationen (UNO), der Stadt und aus Spenden erhalten hatte, läuft.",
        "UNO hatte",
    ),
    "a friend in a comparison": (
        "Es ist, sagte Jan Holm, wie einen Freund zu verlieren, mit dem man 30 Jahre in Linz verbracht hat.",
        "Mit dem Freund",
    ),
    "a clause around dashes": (
        "Mehrmals traf ich Anna Lehr 2019 in Linz, damit ich - wie man sagt - ihre Kraft empfangen kann.",
        "sagt.",
    ),
    "what would come to it": (
        "Bildung ist ein Grundrecht, dem eine Schlüsselrolle zukäme, sagte Jan Holm.",
        "zukämt",
    ),
    "a service and its warnings": (
        "Am Mittwoch wurden vom Linzer Rettungsdienst Warnhinweise ausgerufen. Das Amt gab 2019 Warnhinweise heraus.",
        "2019 Rettungsdienst",
    ),
    "one pupil": (
        "Je früher ein Roma Schüler beginnt, umso eher lernt er; und durch Steuern leisten sie 300 Euro im Jahr.",
        "leisten die Schüler",
    ),
    "whom it belongs to": (
        "Jan Holm, dem 29-jährigen Trainer, gehört seit 2019 das Hotel in Linz.",
        "Jan Holm gehört",
    ),
    "counts of each party": (
        "Im Rat sitzen 40 Leute, 20 von der Union, zwei von der FDP, acht von den Grünen und zehn von der SPD.",
        "zwei von der FDP.",
    ),
    "some of many behind their verb": (
        "Zum Wettbewerb meldeten sich Firmen an, für die der Erfolg in Linz nicht das einzige Ziel ist.",
        "Firmen an.",
    ),
    "only who spoke": (
        '"Im Mai", sagte Jan Holm, "hat sich der Rat in Linz zweimal geirrt, und im Juni kam es zum Streit."',
        "Sagte Jan Holm",
    ),
}
SPEAKERS = {  # a text and whose word a claim of it is
    "what somebody also stresses": (
        "Die Halle in Kiel kostet drei Millionen Euro. Das sagte die Polizei und hob die Kosten hervor.",
        "Polizei",
    ),
    "a notice was read": (
        "Wer bis Mai nicht zahlt, werde aus der Liste gestrichen, lautete eine Mitteilung des Amtes weiter.",
        "Amt",
    ),
    "told in a notice": (
        "Die Brücke sei seit Mai gesperrt, wurde in einer Pressemitteilung bekannt gegeben.",
        "Pressemitteilung",
    ),
    "who asks is not who tells": (
        "Die Stadt Kiel hat 3 Millionen Euro gefordert. Das teilte ein Gerichtssprecher am Montag mit.",
        "Gerichtssprecher",
    ),
    "by his own word": (
        "Tim Wiese lebt in Ulm. 30 Kilo Speck will er laut eigener Aussage im Jahr 2019 zugelegt haben.",
        "Tim Wiese",
    ),
    "the edition of a paper": (
        "Nach Angaben der Online-Ausgabe der Zeitung „Kieler Post“ hatte der Wirt Jan Holm am Montag 30 Euro gezahlt.",
        "Kieler Post",
    ),
    "by a ministry": (
        "Gemäß dem Ministerium für Bildung hat das Programm 4000 Schüler erreicht.",
        "Ministerium für Bildung",
    ),
    "by its authority": (
        "Gemäß seiner nationalen Statistikbehörde liegt die Geburtenrate bei 1,2 Kindern.",
        "nationale Statistikbehörde",
    ),
    "a fronted object": (
        "Den Vorschlag hat die Vorsitzende des Rats, Irina Behle, gelobt und versprochen, dass 12 Schulen bleiben.",
        "Irina Behle",
    ),
    "a teller with a name": (
        "Wang sagte, sie will ein Kind. Chen Lin, ein 42-Jähriger, sagte es härter. 12 Kinder sind teuer, sagte er.",
        "Chen Lin",
    ),
    "he and his wife": (
        "Jan Holm, 27, und seine Frau, Anna Lehr, 26, sagten, die Wohnung koste 3000 Euro.",
        "Jan Holm und Anna Lehr",
    ),
    "a name in front of a headline": (
        "Anna Lehr: Die Brücke in Linz muss 2025 abgerissen werden\n\nDie Brücke in Linz ist 300 Jahre alt.",
        "Anna Lehr",
    ),
    "loud, then by whom": (
        "Er rief laut: Die Halle in Linz wird laut Ina Lehr 2025 geschlossen.",
        "Ina Lehr",
    ),
    "criticism that comes from a party": (
        "Kritik kommt von der FDP: Die Brücke in Linz sei zu teuer.",
        "FDP",
    ),
    "the charge of the opposition": (
        "Der Vorwurf der Opposition: Die Stadt habe zu spät gehandelt.",
        "Opposition",
    ),
    "the reason a judge gives": (
        "Die Begründung der Richterin Anna Lehr: Die Stadt habe den Bescheid zu spät verschickt.",
        "Anna Lehr",
    ),
    "whose conclusion": (
        "Jan Holm kam am Montag nach Linz. Holms Fazit: Die Halle sei 300 Jahre alt.",
        "Jan Holm",
    ),
    "in their own words behind it": (
        "Jan Holm ist seinen eigenen Worten nach 2010 nach Linz gezogen.",
        "Jan Holm",
    ),
    "by a report in the genitive": (
        "Gemäß eines Berichts der Organisation Nordline sind in Linz 300 Menschen in Haft.",
        "Organisation Nordline",
    ),
    "by the figures of a bank": (
        "In Linz arbeiteten gemäß Zahlen der Landesbank Nordline Ende 2015 rund 3000 Bauern.",
        "Landesbank Nordline",
    ),
    "a short form in small letters": (
        "In Linz sind 20 Prozent der Kinder zahnlos, teilte das DIfE mit.",
        "DIfE",
    ),
    "the judges are many": (
        "Anna Lehr war dabei. Die Richter erklären, dass der Vertrag 2010 unterschrieben wurde.",
        "Richter",
    ),
    "a quotation that runs on": (
        "„Die Halle ist undicht“, sagt Anna Lehr.\n\n„Wir haben 2019 damit angefangen."
        "\n\nDie Stadt hat 300.000 Euro bezahlt“, sagt Jan Holm.",
        "Jan Holm",
    ),
    "passed on, then quoted": (
        "Wie das Pressebüro Nordline meldet, hat Anna Lehr darauf aufmerksam gemacht, dass 300 Kinder arm sind.",
        "Anna Lehr",
    ),
    "between dashes": (
        "Die Halle ist – so die Stadt Linz – seit 2019 undicht.",
        "Stadt Linz",
    ),
    "familiar with the matter": (
        "Die Firma streiche 300 Stellen, schrieb der „Bote“ unter Berufung auf mit der Sache vertraute Personen.",
        "mit der Sache vertraute Personen",
    ),
    "who speaks for her": (
        "Ina Lehr ging 2010. Eine Sprecherin von Ina Lehr sagte, der Plan koste 3 Millionen Euro.",
        "Sprecherin von Ina Lehr",
    ),
    "reported before it is told by whom": (
        "Die Firma Nordline sei seit 2010 pleite. Das ergab eine Umfrage des Instituts Elbe.",
        "Institut Elbe",
    ),
}
TORSOS = {  # a text and a sentence of it that has no main clause
    "an infinitive": (
        "Die Krankheit betrifft 300 Kinder in Linz. Einmal im Leben eine Halluzination erlebt zu haben.",
        "Einmal im Leben eine Halluzination erlebt zu haben.",
    ),
    "a season": ("Herbst 2009. Die Firma Nordline stand vor dem Aus.", "Herbst 2009."),
    "without a hook": ("Das Gerät kostet 99 Euro. Ohne Vertrag und ohne Haken.", "Ohne Vertrag und ohne Haken."),
    "even if": (
        "Nordline hofft auf den Auftrag. Auch wenn die Strecke in Harwick erst 2026 öffnen soll.",
        "Auch wenn die Strecke in Harwick erst 2026 öffnen soll.",
    ),
    "but to the workers too": (
        "Der Erfolg ist 30 Ärzten geschuldet. Aber auch den vielen Arbeitern, die 2010 ins Land kamen.",
        "Aber auch den vielen Arbeitern, die 2010 ins Land kamen.",
    ),
    "the start of a campaign": (
        "Der Auftakt zu einer Kampagne, um auf den Müll in Harwick aufmerksam zu machen.",
        "Der Auftakt zu einer Kampagne, um auf den Müll in Harwick aufmerksam zu machen.",
    ),
    "a noun with all that is told of it": (
        "Nordline baut 30 Häuser in Linz. Ein Plan, der nicht nur teuer ist, sondern auch die Natur in Linz zerstört.",
        "Ein Plan, der nicht nur teuer ist, sondern auch die Natur in Linz zerstört.",
    ),
}
