"""Words that decide what a claim needs from its article to be read alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Naming"]

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Naming:
    """Words by which things are named, pointed at or passed over; all casefolded, every field may be empty."""

    announcing: frozenset[str] = _NONE  # words that may stand for a clause behind them: "daran, dass"
    verb_ends: frozenset[str] = _NONE  # those that may also be the end of a verb: "läuft davon"
    company_nouns: frozenset[str] = _NONE  # "company": stands for the body the story is about
    place_nouns: frozenset[str] = _NONE  # "city": stands for the place the story is about
    countries: frozenset[str] = _NONE  # names that are no city's
    vague_nouns: frozenset[str] = _NONE  # nouns that need no other words to be understood: "time", "man"
    vague_words: frozenset[str] = _NONE  # words before a noun that do not tell which one is meant: "another"
    locating: frozenset[str] = _NONE  # prepositions in front of a place: "in", "aus"
    made: frozenset[str] = _NONE  # participles that in the passive tell of things only: "were forged"
    pasts: Mapping[str, str] = field(default_factory=dict)  # "making" → "made", where no ending makes it
    links: tuple[str, ...] = ()  # words that only tie a sentence to the one before: "however", "zudem"
    front_links: tuple[str, ...] = ()  # those that may stand in front of the verb: "zudem hat der Rat"
    loose_links: frozenset[str] = _NONE  # words that link wherever they stand behind the verb: "aber", "also"
    joining: frozenset[str] = _NONE  # words in front of a whole sentence: "but", "doch"
    indefinite: frozenset[str] = _NONE  # articles that introduce: "a", "eine"
    coming_from: frozenset[str] = _NONE  # "from", "aus": behind a person
    shares: frozenset[str] = _NONE  # "percent": whom a poll counts says nothing by themselves
    spells: frozenset[str] = _NONE  # "hours", "days": no one who speaks
    epithets: frozenset[str] = _NONE  # what someone just named may be called by: "actor", "Dane", never "driver"
    former: frozenset[str] = _NONE  # "former" before an office that calls someone the same way
    courtesy: frozenset[str] = _NONE  # those that a full name does without: "Herr", "Mr"
    weather_verbs: frozenset[str] = _NONE  # verbs that "es" belongs to: "es gilt", "handelt es sich"
    purpose: frozenset[str] = _NONE  # "damit", which may open a clause
    likening: frozenset[str] = _NONE  # "ebenso", told by its "wie"
    likened: frozenset[str] = _NONE
    partly: frozenset[str] = _NONE  # "darunter": behind a comma, a part of what stands before it
    single: frozenset[str] = _NONE  # nouns of which an area has one: "Kreis", named later all the same
    states: frozenset[str] = _NONE  # names that may stand behind "Land": "Tirol"
    party_members: frozenset[str] = _NONE  # nouns by which one of several acts, whose "his" is not the subject's
    there: frozenset[str] = _NONE  # "dort", "there"
    placing: frozenset[str] = _NONE  # prepositions before the name of a place
    unique: frozenset[str] = _NONE  # nouns of which a country has one: "die Kanzlerin", "der Bund"
    unique_prefixes: tuple[str, ...] = ()
    peoples: tuple[str, ...] = ()  # how adjectives begin that say which country's, where its name begins otherwise
    many_of: tuple[str, ...] = ()  # how nouns end of which there are many all the same: "Bundesländer"
    surveys: tuple[str, ...] = ()  # how nouns for studies end: "Studie", "Wählerumfrage"
    journalists: tuple[str, ...] = ()  # how nouns end for those who work for a paper
