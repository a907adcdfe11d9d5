"""Words that tell on which day something happened or is to happen, or that it was on no one day."""

from dataclasses import dataclass

__all__ = ["DayWords"]

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class DayWords:
    """All casefolded; every field may be empty."""

    # what is still to come
    until: frozenset[str] = _NONE  # "bis", "by": in front of the day on which something must be done
    aimed: frozenset[str] = _NONE  # "zum", "for": in front of the day something is set for
    likening: frozenset[str] = _NONE  # "wie", "as": "resumed as planned" is over
    musts: frozenset[str] = _NONE  # present forms that no ending tells: "soll"
    onward: frozenset[str] = _NONE  # "ab": a month in which something begins
    perfect_ends: frozenset[str] = _NONE  # last words of a clause about what is over: "soll gegangen sein"
    participles: tuple[str, ...] = ()  # endings of those of the past before a noun: "vorgelegte"

    # what was on no one day
    habits: frozenset[str] = _NONE  # "täglich"
    yearly: tuple[str, ...] = ()  # "every year": a date beside it is no day of its own
    presents: frozenset[str] = _NONE  # helping verbs of what is, or has been by now: "is", "have"
    copulas: frozenset[str] = _NONE  # past forms of "be", which alone tell of a state
    lasting: frozenset[str] = _NONE  # past forms of verbs that tell of more than a day: "worked", "owned"
    rated: frozenset[str] = _NONE  # participles that with "was" tell what something is: "was valued at"
    there: frozenset[tuple[str, str]] = frozenset()  # "es gab": what was there
    units: tuple[str, ...] = ()  # how units longer than a day begin: "wochen"
    whole: frozenset[str] = _NONE  # those that behind a count alone say how long: "300 Jahre"
    during: frozenset[str] = _NONE  # prepositions with which the others do: "for 300 years"
    sentenced: frozenset[str] = _NONE  # "jailed" for two years: told of one day
    old: frozenset[str] = _NONE  # "alt" behind a count of years: how old, not how long

    # what was on another day than the story's
    elsewhen: frozenset[str] = _NONE  # "recently", "damals"
    not_news: frozenset[str] = _NONE  # with these a headline or lead tells of no day of the news
    back: frozenset[str] = _NONE  # at the front, of another time: "ago", "damals"
    ago: frozenset[str] = _NONE  # behind "vor" at the front: "vor zwei Wochen"
    pluperfects: frozenset[str] = _NONE  # "had", "hatte": with a participle, what was over by then
    spells: tuple[str, ...] = ()  # how days and their parts begin: "night"
    following: frozenset[str] = _NONE  # in front of one of them: "the following night"
    later: frozenset[str] = _NONE  # behind one of them: "days later"
    measured: frozenset[str] = _NONE  # in front of a date that something is only measured against: "compared"
    led_to: frozenset[str] = _NONE  # behind "which", which then means all before it: "…, which led to"
