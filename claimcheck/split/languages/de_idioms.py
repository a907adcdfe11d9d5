"""German ways of saying something in more than one word: "machte deutlich", "gab zu bedenken", "ist überzeugt"."""

from collections.abc import Mapping

from claimcheck.split.languages.base import phrases, words

__all__ = ["IDIOMS", "OF_ONESELF", "OWN_WORD", "REACTING", "SOURCE_PLACES"]

_MOODS = """überzeugt besorgt erfreut zuversichtlich optimistisch skeptisch enttäuscht empört verärgert entsetzt
    zufrieden erleichtert überrascht alarmiert erschüttert irritiert verwundert beeindruckt beunruhigt unzufrieden
    pessimistisch bestürzt"""
_HELD = "ansicht meinung auffassung überzeugung einschätzung befürchtung hoffnung sorge vermutung verdacht erwartung"
_BY_ENDS = f"""
    deutlich klar geltend aufmerksam publik = macht machte machten machen gemacht
    | klar = stellt stellte stellten stellen gestellt
    | bedenken verstehen protokoll auskunft erkennen kenntnis = gibt gab gaben geben gegeben
    | wissen verlauten durchblicken erkennen mitteilen ausrichten verkünden erklären
      = lässt läßt ließ liess ließen lassen gelassen
    | ausdruck = bringt brachte brachten bringen gebracht
    | aussicht raum = stellt stellte stellten stellen gestellt
    | erinnerung gedächtnis = ruft rief riefen rufen gerufen
    | darauf = verweist verwies verwiesen verweisen besteht bestand bestanden bestehen beharrt beharrte beharrten
      beharren pocht pochte pochten
    | daran = erinnert erinnerte erinnerten erinnern
    | davon = spricht sprach sprachen sprechen gesprochen
    | darüber = informiert informierte informierten informieren unterrichtet unterrichtete unterrichteten klagt klagte
      klagten
    | daraus = schließt schloss schlossen
    | feld = führt führte führten geführt
    | grund ursache = nennt nannte nannten genannt
    | {_MOODS} = zeigt zeigte zeigten zeigen gezeigt gibt gab gaben äußert äußerte äußerten geäußert
    | einig = ist sind war waren
    | zitiert = wird wurde werden wurden
    | an = sieht sah sehen sahen
    | überzeugt ansicht meinung auffassung überzeugung = ist sind war waren
    | {_HELD} eindruck = hat haben hatte hatten
    | {_HELD} standpunkt these position = vertritt vertreten vertrat vertraten teilt teilte teilten äußert äußerte
      äußerten geäußert hegt hegte hegten
    | sicher = ist sind war waren zeigt zeigte zeigten gibt gab gaben
    | gefahr risiko problem = sieht sah sehen sahen
    | vorwurf = erhebt erhob erhoben
    | schluss ergebnis erkenntnis überzeugung = kommt kam kamen kommen gekommen gelangt gelangte gelangten"""


def _idioms() -> Mapping[str, frozenset[str]]:
    """Verb forms, each with the words that end a clause in which it says something."""
    found: dict[str, set[str]] = {}
    for each in _BY_ENDS.split("|"):
        ends, _, forms = each.partition("=")
        for form in forms.split():
            found.setdefault(form.casefold(), set()).update(ends.casefold().split())
    return {form: frozenset(ends) for form, ends in found.items()}


IDIOMS = _idioms()
OF_ONESELF = words(
    """freut freute freuten ärgert ärgerte ärgerten beschwert beschwerte beschwerten beklagt beklagte beklagten
    rechtfertigt rechtfertigte rechtfertigten verteidigt verteidigte verteidigten erinnert erinnerte erinnerten
    wundert wunderte wunderten äußert äußerte äußerten empört empörte empörten entrüstet entrüstete entrüsteten
    ereifert ereiferte ereiferten brüstet brüstete brüsteten sorgt sorgte sorgten entschuldigt entschuldigte
    entschuldigten"""
)
SOURCE_PLACES = words("aus von vom seitens vonseiten bei beim in im")
OWN_WORD = phrases(
    """nach eigenen angaben | eigenen angaben zufolge | laut eigenen angaben | nach eigener darstellung |
    nach eigener aussage | laut eigener aussage | eigener aussage zufolge | nach eigenen worten |
    nach eigenem bekunden | eigenem bekunden nach | eigenem bekunden zufolge | nach eigener auskunft |
    nach eigener einschätzung | nach eigenen aussagen | seinen angaben zufolge | ihren angaben zufolge |
    nach seinen angaben | nach ihren angaben | laut seinen angaben | laut ihren angaben | nach seiner aussage |
    nach ihrer aussage | eigenen worten nach | eigenen worten zufolge | eigenen angaben nach"""
    + "".join(
        f"| {his} eigenen {word} nach | {his} eigenen {word} zufolge | nach {his} eigenen {word}"
        for his in ("seinen", "ihren")
        for word in ("worten", "angaben", "aussagen")
    )
)
REACTING = words(
    """begrüßt begrüßte begrüßten lobt lobte lobten kritisiert kritisierte kritisierten verteidigt verteidigte
    verteidigten würdigt würdigte würdigten reagiert reagierte reagierten präsentiert präsentierte präsentierten
    vorgestellt stellte stellten zeigt zeigte zeigten gibt gab gaben äußert äußerte äußerten informiert informierte
    informierten warnt warnte warnten fordert forderte forderten weist wies wiesen lehnt lehnte lehnten widerspricht
    widersprach widersprachen beantwortet beantwortete spricht sprach sprachen geht ging gingen verweist verwies
    verwiesen rechnet rechnete rechneten plädiert plädierte hält hielt hielten sieht sah sahen beklagt beklagte beruft
    berief beriefen setzt setzte setzten erläutert erläuterte berichtet berichtete erinnert erinnerte mahnt mahnte
    befürwortet befürwortete unterstützt unterstützte bezeichnet bezeichnete nennt nannte nannten wirbt warb warben
    blickt blickte legt legte legten befragt befragte befragten untersucht untersuchte untersuchten veröffentlicht
    veröffentlichte veröffentlichten analysiert analysierte analysierten erhob wertet wertete werteten"""
)
