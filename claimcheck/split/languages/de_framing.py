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
    being=words("ist war sind waren"),
    about=words("über zu zum zur"),
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
