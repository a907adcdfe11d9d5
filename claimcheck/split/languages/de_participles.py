"""German participles by what they tell of their noun, and nouns that stand for what was done to someone."""

from claimcheck.split.languages.base import pairs, words

__all__ = ["ADJECTIVES", "EVENTS", "MOODS", "OF_BEING", "STATES"]

OF_BEING = tuple(  # endings of participles that have "sein"
    words(
        """gekommen gestorben verstorben gestürzt verschwunden entstanden gescheitert gesunken gestiegen erschienen
        geflohen geflüchtet gereist gelandet getreten geschieden gefallen gewachsen geworden erfolgt geschehen
        passiert ergangen entlaufen getroffen geblieben gegangen ausgebrochen entgleist"""
    )
)
STATES = words(  # those that tell how something is
    """spezialisiert beteiligt betroffen interessiert geeignet gelegen verheiratet beheimatet ausgestattet verbunden
    geplant vorgesehen erwartet angesiedelt stationiert untergebracht registriert befristet bewohnt gerichtet
    angeschlossen ausgerüstet bewaffnet bekleidet beladen besetzt entfernt"""
)
MOODS = words(  # those that tell how somebody is
    "erschöpft geschwächt ermüdet enttäuscht begeistert überrascht entsetzt empört verärgert besorgt überzeugt verliebt"
)
EVENTS = pairs(  # nouns, and what was done to whom they tell of
    """entlassung entlassen| festnahme festgenommen| verhaftung verhaftet| ernennung ernannt| wahl gewählt|
    ermordung ermordet| tötung getötet| entführung entführt| freilassung freigelassen| verurteilung verurteilt|
    abberufung abberufen| auslieferung ausgeliefert| abschiebung abgeschoben| hinrichtung hingerichtet"""
)
# words that only have the form of a participle
ADJECTIVES = words("bekannt beliebt bestimmt genannt sogenannt entsprechend verwandt gesamt berühmt")
