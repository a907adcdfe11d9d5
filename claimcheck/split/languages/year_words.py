"""Words that tell whether four digits are a year, a count or part of a name."""

from dataclasses import dataclass

__all__ = ["YearWords"]

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class YearWords:
    """All casefolded; a language without words reads years in brackets only."""

    openers: tuple[str, ...] = ()  # "in", "seit": in front of a year
    plain: frozenset[str] = _NONE  # those behind which only a year can stand: "im Jahr"
    since: frozenset[str] = _NONE  # "seit": from then on something holds, or is a record
    firsts: frozenset[str] = _NONE  # words of a record beside the superlatives of a language: "first"
    bare: bool = False  # a year may stand without any of them: "wurde 1888 eröffnet"
    events: frozenset[str] = _NONE  # nouns that a year belongs to, in compounds too: "Wahl 2017", "the 2010 election"
    named: frozenset[str] = _NONE  # nouns whose number is part of a name, in compounds too: "Agenda 2010"
    counted: frozenset[str] = _NONE  # what is counted or measured: "people", "km"
    counting: frozenset[str] = _NONE  # words in front of a count: "rund", "kostete"
    of_count: frozenset[str] = _NONE  # words behind a count: "davon"
    spans: frozenset[str] = _NONE  # words between the two years of a span: "bis"
