"""Words beside a weekday that say which one is meant, or that none is."""

from dataclasses import dataclass

__all__ = ["WeekdayWords"]

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class WeekdayWords:
    """Words around weekdays, all casefolded; every field may be empty."""

    today: frozenset[str] = _NONE  # "am heutigen Montag"
    tomorrow: frozenset[str] = _NONE  # "am morgigen Samstag"
    sooner: frozenset[str] = _NONE  # "bereits am Donnerstag": before the day told of
    named: frozenset[str] = _NONE  # before a weekday that is a name with it: "Black Friday"
    papers: frozenset[str] = _NONE  # of a paper's name beside a weekday: "Sunday Times", "Welt am Sonntag"
    habits: frozenset[str] = _NONE  # "usually": what is told comes round
    always: frozenset[str] = _NONE  # "immer am Samstag"
    every: frozenset[str] = _NONE  # "every", "jeden": beside a weekday that comes round
    between: frozenset[str] = _NONE  # "between Friday evening and Saturday", in the present: every week
    nights: frozenset[str] = _NONE  # before the first of two days: "in the night from Monday to Tuesday"
    weeks: frozenset[str] = _NONE  # nouns for what comes every week: "the work week starts on Sunday"
    bounds: frozenset[str] = _NONE  # present forms that tell where such a one begins or ends
    coming: frozenset[str] = _NONE  # present plurals that with a weekday tell of what is to come: "the games start"
    begins: frozenset[str] = _NONE  # English words behind "Friday is" that make it one day: "the", "a"
