"""German: words for dates that are told from the day of publication."""

from claimcheck.split.languages.base import couples, feasts, numbered, phrases, shifted, words
from claimcheck.split.languages.day_words import DayWords
from claimcheck.split.languages.weekday_words import WeekdayWords
from claimcheck.split.languages.year_words import YearWords

__all__ = [
    "ABOUT_WEEKDAYS",
    "ANCHORED_DAYS",
    "COUNTS",
    "DAYS",
    "EARLIER_WORDS",
    "HOLIDAYS",
    "MONTHS",
    "RELATIVE_DAYS",
    "RELATIVE_MONTHS",
    "RELATIVE_SPANS",
    "RELATIVE_YEARS",
    "SMALL_DAYS",
    "WEEKENDS",
    "YEARS",
]

ABOUT_WEEKDAYS = WeekdayWords(
    today=words("heutigen heutiger"),
    tomorrow=words("morgigen morgiger"),
    sooner=words("bereits schon"),
    named=words("schwarzer schwarzen schwarzem weißer weißen"),
    papers=words("bild welt blick nzz faz taz presse standard krone"),
    habits=words("üblicherweise normalerweise gewöhnlich regelmäßig jeweils meist meistens stets traditionell"),
    always=words("immer"),
    every=words("jeden jeder"),
    between=words("zwischen"),
    nights=words("von vom"),
    weeks=words("woche arbeitswoche schulwoche wochenende sabbat schabbat"),
    bounds=words("beginnt endet startet fängt"),
    coming=words(
        """kommen beginnen starten treffen spielen treten fahren gehen wählen stimmen entscheiden reisen zeigen feiern
        eröffnen öffnen tagen beraten präsentieren"""
    ),
)
ANCHORED_DAYS = shifted(
    """am nächsten tag 1 | am folgenden tag 1 | tags darauf 1 | am tag darauf 1 | am nächsten morgen 1 |
    ab dem kommenden morgen 1 | am kommenden morgen 1 | am folgetag 1 | einen tag später 1 | am selben tag 0 |
    am gleichen tag 0 | am selben abend 0 | am abend 0 | am nachmittag 0 | am vormittag 0 | am mittag 0 |
    am späten abend 0"""
)
MONTHS = numbered(
    """januar jänner jan | februar feb | märz mär | april apr | mai | juni | juli | august aug |
    september sep sept | oktober okt | november nov | dezember dez"""
)
RELATIVE_DAYS = shifted(
    """gestern -1 | vorgestern -2 | heute morgen 0 | heute früh 0 | heute vormittag 0 | heute mittag 0 |
    heute nachmittag 0 | heute abend 0 | am heutigen tag 0 | morgen 1 | morgen früh 1 | morgen abend 1 |
    am gestrigen tag -1 | übermorgen 2 | vor einem tag -1"""
)
_NO_DAY = (  # before "morgen"
    *("heute", "heute auf", "gestern", "am", "jeden", "nächsten", "folgenden", "guten", "tag", "mittwoch", "abend"),
    "jenem",
)
SMALL_DAYS = {"morgen": "".join(f"(?<!{each} )" for each in _NO_DAY) + "(?-i:morgen)"}  # not "am Samstag morgen"
COUNTS = numbered("zwei | drei | vier | fünf | sechs | sieben | acht | neun | zehn | elf | zwölf", start=2)
_ELSEWHEN = words(
    """früher damals einst seinerzeit bisher bislang seitdem seither ehemals jahrelang monatelang wochenlang tagelang
    heutzutage üblicherweise"""
)
DAYS = DayWords(
    until=words("bis"),
    aimed=words("zum für"),
    likening=words("wie als"),
    musts=words("muss müssen soll sollen darf dürfen"),
    onward=words("ab"),
    perfect_ends=words("haben sein"),
    participles=("te", "ten", "ter", "tes", "tem", "ene", "enen", "ener", "enes", "enem"),
    habits=words("jährlich täglich monatlich wöchentlich stets üblicherweise normalerweise"),
    yearly=phrases("jedes jahr | alljährlich | jährlich"),
    copulas=words("war waren"),
    lasting=words(
        """arbeitete arbeiteten lebte lebten wohnte wohnten besaß besaßen gehörte gehörten kannte kannten galt galten
        blieb blieben enthielt enthielten bestand bestanden kostete kosteten hieß hießen wollte wollten glaubte
        glaubten hoffte hofften schien schienen lag lagen betrug betrugen"""
    ),
    rated=words(
        """bezeichnet geschätzt eingeschätzt bewertet bekannt genannt gedacht geplant bestimmt ausgelegt beteiligt
        verwickelt verdächtigt"""
    ),
    there=couples("es gab | es gibt | gab es | gibt es"),
    units=("jahr", "monat", "woche"),
    whole=words("jahre jahrzehnte jahrhunderte monate wochen"),
    sentenced=words("verurteilt haft gesperrt"),
    old=words("alt alte alten alter altes jung junge jungen"),
    elsewhen=_ELSEWHEN,
    not_news=_ELSEWHEN
    | words("jahren jahrzehnten jahrhunderten monaten wochen seit inzwischen mittlerweile künftig zuletzt"),
    back=words("damals früher einst seinerzeit"),
    ago=words("wochen monaten jahren jahrzehnten woche monat jahr"),
    pluperfects=words("hatte hatten"),
    spells=("tag", "nacht", "morgen", "woche", "monat", "abend"),
    following=words("folgenden folgende nächsten nächste darauffolgenden"),
    later=words("später darauf danach"),
    measured=words("gegenüber verglichen"),
)
HOLIDAYS = feasts(
    """rosenmontag 0 -48 | faschingsdienstag 0 -47 | aschermittwoch 0 -46 | palmsonntag 0 -7 | gründonnerstag 0 -3 |
    karfreitag 0 -2 | karsamstag 0 -1 | ostersonntag 0 0 | ostermontag 0 1 | christi himmelfahrt 0 39 |
    pfingstsonntag 0 49 | pfingstmontag 0 50 | fronleichnam 0 60 | neujahr 1 1 | neujahrstag 1 1 | neujahrsmorgen 1 1 |
    dreikönigstag 1 6 | valentinstag 2 14 | maifeiertag 5 1 | tag der deutschen einheit 10 3 | reformationstag 10 31 |
    allerheiligen 11 1 | nikolaustag 12 6 | heiligabend 12 24 | heiligen abend 12 24 | ersten weihnachtstag 12 25 |
    ersten weihnachtsfeiertag 12 25 | zweiten weihnachtstag 12 26 | zweiten weihnachtsfeiertag 12 26 | silvester 12 31 |
    silvesterabend 12 31"""
)
RELATIVE_MONTHS = shifted(
    """im vergangenen monat -1 | letzten monat -1 | im letzten monat -1 | im vormonat -1 | vergangenen monat -1 |
    in diesem monat 0 | im kommenden monat 1"""
)
_SHIFTS = {"letzt": -1, "vergangen": -1, "vorig": -1, "dies": 0, "kommend": 1, "nächst": 1}
RELATIVE_SPANS = {
    f"{stem}{ending} {noun}": (month, shift)
    for noun, month, endings in (
        ("woche", 0, ("e", "er", "en")),
        ("frühjahr", 5, ("es", "em", "en")),
        ("frühling", 5, ("er", "em", "en")),
        ("sommer", 8, ("er", "em", "en")),
        ("herbst", 11, ("er", "em", "en")),
    )
    for stem, shift in _SHIFTS.items()
    for ending in endings
}
RELATIVE_YEARS = shifted(
    """im vergangenen jahr -1 | letztes jahr -1 | im letzten jahr -1 | im vorjahr -1 | vergangenes jahr -1 |
    voriges jahr -1 | im vorigen jahr -1 |
    in diesem jahr 0 | dieses jahr 0 | im kommenden jahr 1 | nächstes jahr 1"""
)
WEEKENDS = shifted(
    """am wochenende 0 | am vergangenen wochenende 0 | vergangenes wochenende 0 | am kommenden wochenende 1 |
    kommendes wochenende 1"""
)
YEARS = YearWords(
    openers=phrases(
        """im jahr | im jahre | aus dem jahr | aus dem jahre | vom jahr | des jahres | das jahr | dem jahr | seit |
        in den jahren | teils von | teil von | ende | anfang | mitte | jahr | jahre | bis | ab | für | in | sommer |
        herbst | winter | frühjahr | frühling"""
    ),
    plain=frozenset(
        {
            *("im jahr", "im jahre", "aus dem jahr", "aus dem jahre", "vom jahr", "des jahres", "das jahr", "dem jahr"),
            *("in den jahren", "jahr", "jahre", "sommer", "herbst", "winter", "frühjahr", "frühling"),
        }
    ),
    since=words("seit"),
    firsts=words("erste ersten erstmals"),
    bare=True,
    events=words(
        """wahl wahlen wahlkampf wm em olympia olympiade spiele spielen meisterschaft meisterschaften krise saison
        referendum volkszählung zensus geschäftsjahr haushaltsjahr weihnachten ostern pfingsten silvester halbjahr
        quartal jahresende jahresbeginn jahresanfang katastrophe hochwasser erdbeben hochzeit turnier gipfel
        anschläge aufstand krieg krieges putsch"""
    ),
    named=words(
        """agenda vision horizont horizon ziel ziele plan strategie programm programms konzept leitbild zimmer raum saal
        halle postfach nummer nr artikel paragraf paragraph absatz kapitel seite linie din iso norm version modell typ
        serie baureihe flug flugs zug gruppe windows office peugeot boeing porsche volvo xbox projekt initiative charta
        pakt aktion konto az aktenzeichen hausnummer gleis wagen lok klasse kennzahl los tor code pin"""
    ),
    counted=words(
        """km m cm mm kg g t l ml ha qm kw mw kwh hz ps kcal uhr euro mark franken dollar pfund rubel prozent menschen
        personen leute jahre jahren tage tagen stunden wochen monate monaten minuten metern meter meters kilometer
        kilometern kilogramm kilo tonnen liter quadratmeter quadratmetern hektar watt kilowatt megawatt stück mal
        einwohner einwohnern mitarbeiter mitarbeitern stellen plätze plätzen stimmen punkte punkten seiten exemplare
        exemplaren soldaten schüler schülern kinder kindern flüchtlinge flüchtlingen fälle fällen häuser häusern
        wohnungen besucher besuchern zuschauer zuschauern gäste gästen teilnehmer teilnehmern beschäftigte beschäftigten
        betriebe betrieben firmen unternehmen haushalte haushalten autos fahrzeuge fahrzeugen bäume bäumen tiere tieren
        jahr"""
    ),
    counting=words(
        """rund etwa fast über mehr als knapp mindestens höchstens maximal circa ca gut nahezu weniger insgesamt je
        pro kostet kosten kostete kosteten betrug betrugen beträgt betragen zählt zählen waren sind wären nur weitere
        jeweils gegen um auf von mit zu zwischen unter nach vor gegenüber durch bei an aus zum ungefähr annähernd
        genau exakt lediglich stolze ganze volle zirka fehlen fehlten zusammen alle diese jene ihre seine meine unsere
        viele minus plus mal"""
    ),
    of_count=words("davon von der bis oder mehr weitere andere solche"),
    spans=words("bis und"),
)
EARLIER_WORDS = words(
    """zuvor bereits schon vorher früher damals einst seinerzeit sollte sollten könnte könnten dürfte dürften müsste
    müssten"""
)
