"""Amounts put in several words: all but three of 64, three years and six months, so much a month."""

import re
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.match.relation.number_words import number_of
from claimcheck.match.relation.quantity import Quantity
from claimcheck.match.relation.units import UNITS

__all__ = ["all_but", "joined", "rated"]

_ALL_BUT = re.compile(
    r"\s(?:(?:but|except|bis auf)\s(?P<out>\d+|[^\W\d_]+)(?:\s(?:of|von|der))?(?:\s(?:the|its|their|den|der|alle))?"
    r"|(?P<whole>\d+)\s[^\W\d_]+\s(?:bis auf|but|except)\s(?P<out2>\d+|[^\W\d_]+)\b)\s?(?P<all>\d+)?",
    re.IGNORECASE,
)
"""All but three of the 64, alle 64 Drohnen bis auf drei."""


def all_but(text: str, start: int, end: int) -> Quantity | None:
    """What is left of a whole when some are taken out, as a share."""
    found = _ALL_BUT.match(text, end)
    whole = found and (found["all"] or found["whole"])
    if not found or not whole:
        return None
    out = number_of(found["out"] or found["out2"])
    return Quantity(start, found.end(), 1 - out / float(whole), "share", "of") if 0 < out < float(whole) else None


_JOINT = re.compile(r"\s?(?:,|und|and)?\s?")


def joined(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """Times told in two units as one: three years and six months."""
    made: list[Quantity] = []
    for each in found:
        last = made[-1] if made else None
        if last and _goes_on(last, each) and _JOINT.fullmatch(text, last.end, each.start):
            whole = last.value + each.value
            finer = UNITS.get(each.unit)
            bare = whole / finer.factor if finer else None
            made[-1] = replace(last, end=each.end, value=whole, unit=each.unit, bare=bare)
        else:
            made.append(each)
    return made


def _goes_on(time: Quantity, rest: Quantity) -> bool:
    """Whether a time may go on in another, smaller unit."""
    times = time.dimension == rest.dimension == "time" and rest.bound is None
    return times and rest.unit != time.unit and rest.value < time.value


_PERIODS = {
    "night": "day", "annum": "year", "stündlich": "hour", "täglich": "day", "wöchentlich": "week", "monatlich": "month",
    "jährlich": "year", "hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year",
    "annually": "year", "annual": "year",
}  # fmt: skip
_RATE = re.compile(
    r"(?:\s[^\W\d_]+){0,2}?\s(?:(?:an?|per|each|every|pro|je|jede[nrs]?|im|in der|am)\s"
    r"(?P<of>hour|day|week|month|year|night|annum|stunde|tag|woche|monat|jahr)\b(?!\s(?:ago|\d))"
    r"|(?P<ly>(?:stünd|täg|wöchent|monat|jähr)lich|hourly|daily|weekly|monthly|yearly|annual(?:ly)?)\b)",
    re.IGNORECASE,
)
_FLOWS = ("EUR", "USD", "GBP", "CHF", "JPY", "RUB", "PLN", "", "mass", "volume", "energy")


def rated(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """The quantities with what they are counted by: 1,450 dollars a month."""
    made = []
    for each in found:
        rate = _RATE.match(text, each.end) if each.dimension in _FLOWS else None
        if rate:
            name = (rate["of"] or rate["ly"]).lower()
            each = replace(each, per=UNITS[_PERIODS.get(name, name)].factor)
        made.append(each)
    return made
