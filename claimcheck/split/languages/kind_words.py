"""Nouns for kinds of things with names: by "the carrier" an article means the one airline that it names."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from claimcheck.split.languages.word_lists import words

__all__ = ["FIRM_FORMS", "KindWords", "LandWords"]

_NONE: frozenset[str] = frozenset()

FIRM_FORMS = words("inc corp co ltd llc plc ag gmbh se airlines airways motors holdings industries technologies")
"""Last words of the names of firms, which are the same in articles of either language."""


@dataclass(frozen=True, slots=True, eq=False)
class LandWords:
    """Lands by their names, casefolded, each as it is written."""

    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # by sort: country, state, province, capital
    nouns: Mapping[str, str] = field(default_factory=dict)  # what each noun is for: "nation" → "country"
    telling: Mapping[str, str] = field(default_factory=dict)  # what tells of a country beside its name: "french"


@dataclass(frozen=True, slots=True, eq=False)
class KindWords:
    """All words casefolded; a language without them leaves such nouns as they are."""

    firms: frozenset[str] = _NONE  # "airline": any of them may stand for a firm that another of them told
    any_firm: frozenset[str] = _NONE  # those of them that say nothing of what it does: "company"
    beside_firms: frozenset[str] = _NONE  # nouns that tell a firm only beside its name: "the parcel service Aerdal"
    forms: frozenset[str] = _NONE  # last words of the names of firms: "inc", "holdings"
    firm_before: str = ""  # pattern of what tells a firm in front of its name, in any case: "shares of"
    firm_behind: str = ""  # pattern of what does behind it: "’s shares"
    places: frozenset[str] = _NONE  # "county"
    towns: frozenset[str] = _NONE  # those of them that are one kind: "city", "town"
    bodies: frozenset[str] = _NONE  # "ministry", "hotel", "bridge"
    lands: LandWords = field(default_factory=LandWords)
    all: frozenset[str] = field(init=False)  # firms, places and bodies

    def __post_init__(self) -> None:
        object.__setattr__(self, "all", self.firms | self.places | self.bodies)
