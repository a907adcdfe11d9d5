"""Calendar dates in German and English text: years, months, days, weekdays, as precise as they are put."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Moment", "agree", "find_moments", "less_precise"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january januar jänner jan", "february februar feb", "march märz mar", "april apr", "may mai",
            "june juni jun", "july juli jul", "august aug", "september sep sept", "october oktober oct okt",
            "november nov", "december dezember dec dez",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday montag", "tuesday dienstag", "wednesday mittwoch", "thursday donnerstag", "friday freitag",
            "saturday samstag sonnabend", "sunday sonntag",
        )
    )
    for name in names.split()
}  # fmt: skip
_PARTS_OF_DAY = {
    "dawn": 0, "morgengrauen": 0, "morning": 1, "vormittag": 1, "noon": 2, "mittag": 2, "afternoon": 3,
    "nachmittag": 3, "evening": 4, "abend": 4, "night": 4, "nacht": 4, "früh": 1, "midnight": 5, "mitternacht": 5,
}  # fmt: skip
_SEASONS = {
    "spring": 0, "frühjahr": 0, "frühling": 0, "summer": 1, "sommer": 1, "autumn": 2, "herbst": 2, "winter": 3,
    "easter": 4, "ostern": 4, "christmas": 5, "weihnachten": 5,
}  # fmt: skip
_MONTH = "|".join(sorted((each for each in _MONTHS if each != "may"), key=len, reverse=True))
_YEAR = r"(?:1[0-9]|20)\d\d"
_DATES = re.compile(
    rf"(?P<y1>{_YEAR})-(?P<m1>\d\d)-(?P<d1>\d\d)(?!\d)"
    rf"|(?<![\d.])(?P<d2>\d{{1,2}})\.\s?(?P<m2>\d{{1,2}})\.\s?(?P<y2>{_YEAR})?(?![\d%])"
    rf"|(?<![\d.,])(?P<d3>\d{{1,2}})(?:\.|st|nd|rd|th)?\s(?:of\s)?(?P<m3>{_MONTH}|May)\b\.?(?:,?\s(?P<y3>{_YEAR})\b)?"
    rf"|\b(?P<m4>{_MONTH}|May)\b\.?\s(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\.?\d)(?:,?\s(?P<y4>{_YEAR})\b)?"
    rf"|\b(?P<m5>{_MONTH}|May)\b\.?(?:,?\s(?P<y5>{_YEAR})\b)?"
    rf"|(?<![\w.,])(?P<y6>{_YEAR})(?![\w²³%]|[.,]\d|\s?(?:[€$£%]))"
    r"|\b(?P<name>[^\W\d_]+?)s?\b",
    re.IGNORECASE,
)
_COMPOUND = re.compile(
    r"(?P<day>(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend)s?"
    r"(?P<hour>morgen|vormittag|mittag|nachmittag|abend|nacht|früh)?\w*"
)
_COUNTED = re.compile(
    r"\s(?!(?:is|was|has|as|this|its|does)\b)(?:[a-z]+s|people|men|women|children|[A-ZÄÖÜ][a-zäöüß]+(?:en|n|er|e|s))\b"
)
_INTRODUCED = re.compile(
    r"(?:\b(?:in|since|by|until|of|from|year|before|after|and|to|seit|bis|im jahr|jahr|vor|nach|ab|von|und|jahre"
    r"|ende|anfang|mitte|early|late|mid)\s|[(–-])$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as far as it is given; ``start`` and ``end`` of its words."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    season: int | None = None

    @property
    def fields(self) -> dict[str, int]:
        """What is given, by name."""
        names = ("year", "month", "day", "weekday", "hour", "season")
        return {name: value for name in names if (value := getattr(self, name)) is not None}


def find_moments(text: str) -> list[Moment]:
    """The dates in a text, in order. A number from 1000 to 2099 is a year where it counts nothing.

    >>> [each.fields for each in find_moments("Am 21. März 2022 und im April; since 1994, 2000 people")]
    [{'year': 2022, 'month': 3, 'day': 21}, {'month': 4}, {'year': 1994}]
    """
    found = []
    for match in _DATES.finditer(text):
        moment = _read(text, match)
        if moment:
            found.append(moment)
    return found


def _read(text: str, match: re.Match[str]) -> Moment | None:
    start, end = match.span()
    if match["name"]:
        name = match["name"].lower()
        if compound := _COMPOUND.fullmatch(name):
            hour = _PARTS_OF_DAY.get((compound["hour"] or "").replace("morgen", "vormittag"))
            return Moment(start, end, weekday=_WEEKDAYS[compound["day"]], hour=hour)
        for table, slot in ((_WEEKDAYS, "weekday"), (_PARTS_OF_DAY, "hour"), (_SEASONS, "season")):
            if name in table:
                return Moment(start, end, **{slot: table[name]})
        return None
    if match["y6"]:
        doubtful = int(match["y6"]) < 1500 or _COUNTED.match(text, end)
        if doubtful and not _INTRODUCED.search(text[:start]):
            return None
        return Moment(start, end, year=int(match["y6"]))
    for form in "12345":
        month = match[f"m{form}"]
        if month is None:
            continue
        if form == "5" and month.lower() == "may" and not match["y5"] and text[:start].rstrip()[-2:].lower() != "in":
            return None  # the verb
        number = int(month) if month.isdigit() else _MONTHS[month.lower()]
        if form == "5" and len(month) == 3 and not match["y5"] and month.lower() not in ("may", "mai"):
            return None  # Jan, Mar: names and words as often as months
        day = match[f"d{form}"] if form != "5" else None
        if not 1 <= number <= 12 or (day and not 1 <= int(day) <= 31):
            return None
        year = match[f"y{form}"]
        return Moment(start, end, int(year) if year else None, number, int(day) if day else None)
    return None


def agree(new: Sequence[Moment], past: Sequence[Moment]) -> bool:
    """Whether no field that both give differs: every value on one side stands on the other, field by field."""
    for name in ("year", "month", "day", "weekday", "hour", "season"):
        ours = {each.fields[name] for each in new if name in each.fields}
        theirs = {each.fields[name] for each in past if name in each.fields}
        if ours and theirs and not (ours <= theirs or theirs <= ours):
            return False
    return True


def less_precise(new: Sequence[Moment], past: Sequence[Moment]) -> bool:
    """Whether ``new`` gives fewer years, months and days than ``past``, where they agree.

    Weekdays and times of day come and go in translation and tell nothing by their absence.
    """
    return _depth(new) < _depth(past)


def _depth(moments: Sequence[Moment]) -> int:
    return sum(name in each.fields for each in moments for name in ("year", "month", "day"))
