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
    claiming=(
        *("behaupt", "versicher", "beteuer", "gesteh", "gestand", "bekannt"),
        *("räumt", "eingeräumt", "zugegeben", "gibt", "gab"),
    ),
)
