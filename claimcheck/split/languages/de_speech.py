"""The verbs by which German tells what somebody said, with all the forms a third person has."""

from collections.abc import Mapping

from claimcheck.split.languages.base import phrases, words
from claimcheck.split.languages.de_idioms import IDIOMS

__all__ = [
    "DOCUMENTS",
    "FINDING",
    "MEDIA_WORDS",
    "PARTICLES",
    "REPORTS",
    "SAYING",
    "SOURCE_BEFORE",
    "SPEAKER_ENDS",
    "TELLING",
    "VIEWS",
    "VIEW_VERBS",
]

_SAY = """sag meint mein erklär beton bericht äußer ergänz schilder erzähl bestätig behaupt schätz versicher begründ
    argumentier erläuter konstatier resümier bilanzier meld vermut mutmaß entgegn bekräftig kommentier prognostizier
    befürcht fürcht bemerk antwort beteuer signalisier bedauer spekulier spott scherz twitter folger urteil glaub hoff
    verkünd präzisier zitier referier rechtfertig wiederhol unterstell konter frotzel prophezei
    offenbar enthüll notier attestier bescheinig erwähn resümier schwärm jubel wetter schimpf beschwichtig relativier
    mutmaß diagnostizier orakel protokollier dokumentier witzel poltert raun stöhn sinnier bezeug beantwort informier"""
_STRONG = """schreibt schrieb schrieben schreiben geschrieben schreibe unterstreicht unterstrich unterstrichen erwidert
    erwiderte erwiderten verlautet verlautete verlauteten hieß heißt geheißen verspricht versprach versprachen
    versprochen widersprach weiß rät riet rieten beschreibt beschrieb beschrieben gesteht gestand gestanden verrät
    verriet verrieten verraten bekennt bekannte bekannten"""
_NO_VERBS = (
    "meine berichte antworte urteile weiß bekannt bekannten bekannte poltert wetter notiere beschrieben gestanden"
)
_APART = {  # particle → the stems it goes with, each with its past
    "mit": "teil:teilte",
    "an": "geb:gab geb:gibt merk:merkte deut:deutete führ:führte füg:fügte nehm:nahm nehm:nimmt",
    "ein": "räum:räumte wend:wandte werf:warf werf:wirft gesteh:gestand schätz:schätzte lenk:lenkte",
    "entgegen": "halt:hielt halt:hält setz:setzte",
    "dagegen": "halt:hielt halt:hält",
    "bei": "pflicht:pflichtete",
    "auf": "zeig:zeigte",
    "heraus": "find:fand find:findet stell:stellte streich:strich",
    "zusammen": "fass:fasste",
    "nach": "schieb:schob leg:legte",
    "offen": "leg:legte",
    "fest": "stell:stellte halt:hielt",
    "klar": "stell:stellte",
    "hinzu": "füg:fügte setz:setzte",
    "aus": "führ:führte sag:sagte geh:ging",
    "hervor": "geh:ging heb:hob",
    "hin": "weis:wies",
    "bekannt": "geb:gab geb:gibt mach:machte",
    "zu": "geb:gab geb:gibt sicher:sicherte stimm:stimmte",
    "dar": "leg:legte",
    "nahe": "leg:legte",
    "voraus": "sag:sagte seh:sah schick:schickte",
    "wieder": "geb:gab geb:gibt",
    "vor": "rechn:rechnete trag:trug",
}
_PARTICIPLES = """mitgeteilt angegeben angemerkt angedeutet angeführt eingeräumt festgestellt festgehalten klargestellt
    hinzugefügt hinzugesetzt ausgeführt ausgesagt hingewiesen bekanntgegeben bekanntgemacht zugegeben dargelegt
    nahegelegt vorausgesagt vorausgesehen wiedergegeben vorgerechnet vorgetragen herausgefunden vermeldet
    hervorgehoben klargemacht eingewandt eingewendet eingeworfen eingestanden entgegengehalten beigepflichtet
    aufgezeigt herausgestellt zusammengefasst nachgeschoben offengelegt zugesichert angefügt"""


def _forms(stem: str) -> list[str]:
    """The forms of a weak verb: "beton" → betont, betonte, betonten, betonen, betone."""
    e = "e" if stem.endswith(("d", "t", "dn", "gn", "ckn", "chn")) else ""
    past = f"{stem}{e}te"
    plural = f"{stem}n" if stem.endswith(("er", "el")) else f"{stem}en"
    found = [f"{stem}{e}t", past, f"{past}n", plural, f"{stem}e"]
    unprefixed = not stem.startswith(("be", "er", "ver", "ent", "unter", "wider", "wieder")) and not stem.endswith(
        "ier"
    )
    if unprefixed:
        found.append(f"ge{stem}{e}t")
    return [form.casefold() for form in found]


def _apart() -> dict[str, frozenset[str]]:
    """Finite forms of verbs that stand apart from their particles, each with those that make it a verb of saying."""
    found: dict[str, set[str]] = {}
    for particle, verbs in _APART.items():
        for verb in verbs.split():
            stem, form = verb.split(":")
            plural = form + ("n" if form.endswith("e") else "en")
            present = [f"{stem}t", f"{stem}et", f"{stem}en", f"{stem}e"]
            for each in (form, plural, *present):
                found.setdefault(each, set()).add(particle)
    return {form: frozenset(particles) for form, particles in found.items()}


_APART_FORMS = _apart()
PARTICLES: Mapping[str, frozenset[str]] = {
    form: _APART_FORMS.get(form, frozenset()) | IDIOMS.get(form, frozenset()) for form in {*_APART_FORMS, *IDIOMS}
}
_JOINED = {particle + form for form, particles in _APART_FORMS.items() for particle in particles}
SAYING = (
    frozenset(form for stem in _SAY.split() for form in _forms(stem))
    | words(_STRONG)
    | words(_PARTICIPLES)
    | frozenset(_JOINED)
) - words(_NO_VERBS)
FINDING = words(
    """zeigt zeigte zeigten zeigen ergab ergaben ergibt ergeben belegt belegte belegten belegen fand fanden findet
    herausgefunden ermittelt ermittelte ermittelten nachgewiesen gezeigt gefunden erkannt entdeckt beobachtet erwartet
    erwarten erwartete erwarteten beklagt beklagte beklagten kritisiert kritisierte kritisierten warnt warnte warnten
    denkt dachte weist wies rechnet rechnete rechnen rechneten entschied entschieden entscheidet geurteilt ergeben
    bekannt beschlossen beschloss klagt klagte klagten beschwert beschwerte beschwerten beklagten freut freute freuten
    ärgert ärgerte ärgerten verteidigt verteidigte verteidigten rechtfertigt rechtfertigte rechtfertigten wundert
    wunderte wunderten besagt besagte besagten argwöhnt argwöhnte ahnt ahnte"""
)
_KINDS = """zeitungs medien presse polizei agentur untersuchungs prüf geschäfts jahres abschluss zwischen quartals lage
    fernseh magazin langzeit vergleichs fall meta feld leser online markt machbarkeits rechts wahl"""
DOCUMENTS = frozenset(
    kind + noun
    for kind in _KINDS.split()
    for noun in ("bericht", "berichten", "berichte", "berichts", "studie", "studien", "umfrage", "gutachten", "analyse")
) | words(
    """zahlen daten statistik statistiken erhebung befragung prognose bericht studie mitteilung pressemitteilung
    erklärung stellungnahme anklage anklageschrift schreiben umfrage untersuchung analyse gutachten papier
    dokument dokumente angaben auswertung berichten unterlagen brief medienbericht medienberichten
    medienberichte pressebericht entwurf protokoll antwort studien auskunft meldung meldungen mitteilungen hochrechnung
    hochrechnungen berechnung berechnungen recherche recherchen erhebungen urteil beschluss bescheid vermerk schätzung
    schätzungen akte akten aussage aussagen darstellung umfragen untersuchungen analysen befragungen auswertungen
    studienergebnisse berichts berichtes gutachtens"""
)
REPORTS = words(
    "bericht berichts berichtes berichten medienbericht medienberichts medienberichten studie umfrage mitteilung"
)
TELLING = words(
    """meldete meldet meldeten teilte teilten teilt bezifferte beziffert schätzte schätzt bestätigte bestätigt
    berichtete berichtet erklärte betonte behauptete räumte rät riet versicherte begründete vermutet vermuten
    vermutete erwartet erwarten erwartete befürchtet befürchten prognostiziert prognostizierte schätzen mitgeteilt
    schildert schilderte schilderten beschreibt beschrieb beschrieben erzählt erzählte erzählten"""
)
SOURCE_BEFORE = phrases(
    """laut | aus sicht der | aus sicht des | aus sicht von | nach angaben | nach auskunft | gemäß angaben |
    gemäss angaben | gemäß auskunft"""
)
VIEWS = words(
    """ansicht meinung auffassung einschätzung überzeugung aussage aussagen darstellung angaben informationen
    auskunft erkenntnissen schätzung schätzungen prognosen prognose berechnungen ermittlungen recherchen worten
    schilderung schilderungen ansichten wissen"""
)
MEDIA_WORDS = words(
    """agentur dpa afp reuters zeitung nachrichten magazin sender zdf ard portal blatt spiegel presse radio
    fernseh"""
)
VIEW_VERBS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("spricht", "sprach", "sprachen", "sprechen"), words("von")),
    **dict.fromkeys(("rechnet", "rechnete", "rechneten", "rechnen"), words("mit damit")),
    **dict.fromkeys(("geht", "gehen", "ging", "gingen"), words("davon von+aus")),
    **dict.fromkeys(("hält", "halten", "hielt", "hielten"), words("für")),
    **dict.fromkeys(("bezeichnet", "bezeichnete", "bezeichneten", "bezeichnen", "wertet", "wertete"), words("als")),
    **dict.fromkeys(("führt", "führte", "führen", "führten"), words("auf+zurück")),
    **dict.fromkeys(("macht", "machte", "machen", "machten"), words("verantwortlich")),
    **dict.fromkeys(("gibt", "gab", "gaben", "geben"), words("mit+an")),
    **dict.fromkeys(("sieht", "sah", "sehen", "sahen"), words("als kein keine keinen")),
}
SPEAKER_ENDS = words(
    """am im in bei beim auf an vor nach zu zum zur über gegenüber mit dazu dabei weiter heute gestern montag dienstag
    mittwoch donnerstag freitag samstag sonntag unter aus seit während auch zudem danach schließlich später damals
    jetzt nun laut via ebenfalls außerdem etwa bereits noch einmal erneut aktuell wörtlich seitens vonseiten"""
)
