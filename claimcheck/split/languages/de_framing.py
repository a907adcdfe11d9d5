"""German: the words of frames that say who speaks by more than a verb of saying."""

from claimcheck.split.languages.base import words
from claimcheck.split.languages.framing import Framing

__all__ = ["FRAMING"]

FRAMING = Framing(
    saying_nouns=words(
        """argument argumente vorwurf vorwürfe kritik behauptung behauptungen ansicht meinung auffassung these aussage
        befürchtung befürchtungen hinweis einschätzung sorge verdacht darstellung annahme"""
    ),
    judging=words("klar fest sicher unverständlich undenkbar ausgeschlossen inakzeptabel"),
    holding=words("ist sind war waren bleibt bleiben steht stand gilt gelten"),
    heard=words("hören erfahren vernehmen lesen entnehmen"),
    voicing=words("berichte"),
    being=words("ist war sind waren"),
    about=words("über zu zum zur"),
    figures=words(
        """zahlen daten statistik statistiken berechnung berechnungen schätzung schätzungen analyse analysen auswertung
        auswertungen prognose prognosen erhebung erhebungen umfragen studien meldungen medienberichte recherchen"""
    ),
    labels=words(
        """vorwurf kritik argument begründung fazit antwort einwand forderung vorschlag botschaft reaktion urteil appell
        warnung bilanz befürchtung erklärung einschätzung hinweis versprechen ansage resümee meinung these aussage
        behauptung schlussfolgerung prognose sorge credo kommentar gegenargument empfehlung mahnung klage"""
    ),
    reactions=words(
        """kritik widerspruch lob zustimmung unterstützung rückendeckung protest zuspruch warnung warnungen bedenken
        einwand einwände gegenwind vorwürfe applaus skepsis zweifel beschwerden klagen"""
    ),
    coming=words("kommt kam kommen kamen gibt gab"),
    sent=words("antwort antworten auskunft brief briefs schreiben schreibens mail mails anfrage"),
    following=words(
        """auch ebenfalls nun jetzt weitere weiterer weiteres weiteren nächste nächster nächstes nächsten zweite zweiter
        zweites zweiten dritte dritter drittes dritten vierte vierter fünfte letzte letzter letztes benannt genannt
        heißt heißen folgt folgen übernimmt wieder erneut sogar"""
    ),
    claiming=(
        *("behaupt", "versicher", "beteuer", "gesteh", "gestand", "bekannt"),
        *("räumt", "eingeräumt", "zugegeben", "gibt", "gab"),
    ),
)
