"""Dates and times of day in German and English text, as precise as they are put."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimcheck.match.relation.away import AWAY_FIELDS, find_away
from claimcheck.match.relation.calendar import (
    CENTURIES,
    CENTURY,
    CLOCK_WORDS,
    COMPOUND,
    COUNTED,
    DATES,
    DAY_NEXT,
    DECADES,
    FEASTS,
    INTRODUCED,
    MONTHS,
    NTH_WEEKDAY,
    OF_THE_YEAR,
    ORDINALS,
    PARTS_OF_DAY,
    SEASON_MONTHS,
    SEASONS,
    THIRDS,
    WEEKDAYS,
)
from claimcheck.match.relation.number_words import number_words
from claimcheck.match.relation.words import Word, words_of

__all__ = ["Moment", "differing", "find_moments", "less_precise"]

_DIGIT, _CLOCK = re.compile(r"\d"), re.compile(r"\d:\d|uhr|half past|halb|o['’]clock|\d\s?[ap]\.?m|[ap]\.m")
_FEAST = re.compile(
    r"new year|neujahr|silvester|christ|weihnacht|heilig|nikolaus|nicholas|boxing|valentin|lab|may d|ween|tag der"
    r"|unity|independ|bastille|reformat|saints|dreik|epiph|martinst|easter|oster|friday|karfr|whit |pfingst|maundy"
    r"|gründ"
    r"|ascen|himmelf|corpus|fronl|ash w|ascherm|rosenm|shrove|thanksg|memorial|hanuk|chanuk|kippur|trauer|bettag|totens"
    r"|ernted|palm|world war|weltkrieg|cold war|kalten? krieg|frauentag|women's|veterans|april f"
)
_YEARS = re.compile(r"[\s-]jahre", re.IGNORECASE)
_DAY = re.compile(r"day|tag|mittwoch|sonnabend")
_FIELDS = (
    "year", "decade", "century", "month", "day", "weekday", "hour", "season", "nth", "clock", "third", "sharp",
    *AWAY_FIELDS,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as far as it is given; ``start`` and ``end`` of its words."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None  # the part of the day
    season: int | None = None
    nth: int | None = None  # the first Monday of a month is 1, the last -1
    clock: int | None = None  # minutes since midnight; half a day apart is the same, unless both parts of day are given
    third: int | None = None  # early, mid or late in a year, month or decade
    decade: int | None = None
    century: int | None = None
    sharp: int | None = None  # minutes since midnight, where the half of the day is told
    days: int | None = None  # how many days, weeks … ahead; ago, if negative
    weeks: int | None = None
    weekends: int | None = None
    months: int | None = None
    years: int | None = None
    decades: int | None = None
    quarter: int | None = None  # 1 to 4; halves of the year are 11 and 12
    turn: int | None = None  # the third day of something

    @property
    def fields(self) -> dict[str, int]:
        """What is given, by name."""
        return {name: value for name in _FIELDS if (value := getattr(self, name)) is not None}


def find_moments(text: str, words: Sequence[Word] | None = None) -> list[Moment]:
    """The dates in a text, in order. A number from 1000 to 2099 is a year where it counts nothing.

    >>> [each.fields for each in find_moments("Am 21. März 2022 und im April; since 1994, 2000 people")]
    [{'year': 2022, 'month': 3, 'day': 21}, {'month': 4}, {'year': 1994}]
    """
    lowered = text.lower()
    found: list[Moment] = []
    if _DIGIT.search(text):
        found = [moment for match in DATES.finditer(text) if (moment := _numeric(text, match))]
    if "century" in lowered or "jahrhundert" in lowered:
        found += [
            Moment(*match.span(), century=int(match["nth"] or CENTURIES[match["word"].lower()]))
            for match in CENTURY.finditer(text)
        ]
    if OF_THE_YEAR.search(lowered):
        found += [
            Moment(*match.span(), third=next(at for at, name in enumerate(("early", "mid", "late")) if match[name]))
            for match in OF_THE_YEAR.finditer(lowered)
        ]
    if _CLOCK.search(lowered):
        found += [moment for match in CLOCK_WORDS.finditer(text) if (moment := _clock(match))]
    for match in FEASTS.pattern.finditer(lowered) if _FEAST.search(lowered) else ():
        month, day = FEASTS.days[match["feast"]]
        shift = {"day after": 1, "tag nach": 1, "eve of": -1, "day before": -1, "tag vor": -1, "vorabend": -1}
        move = next((step for words_, step in shift.items() if words_ in (match["shift"] or "")), 0)
        where = {"month": month, "day": day + move} if month else {"season": day}
        found.append(Moment(match.start(), match.end(), **where))
    for match in NTH_WEEKDAY.finditer(lowered) if _DAY.search(lowered) else ():
        found.append(
            Moment(*match.span(), weekday=WEEKDAYS[match["day"].removesuffix("s")], nth=ORDINALS[match["nth"]])
        )
    found += [Moment(start, end, **{field: value}) for start, end, field, value in find_away(lowered)]
    taken = [(each.start, each.end) for each in found]
    for word in words if words is not None else words_of(text):
        if any(start <= word.start < end for start, end in taken):
            continue
        moment = _named(text, word)
        if moment:
            found.append(moment)
    return sorted((_part(text, each) for each in found), key=lambda each: each.start)


def _part(text: str, moment: Moment) -> Moment:
    """The moment with "early", "mid" or "late" before it, if it is a year, a decade or a month."""
    if moment.day is not None or (moment.year is None and moment.month is None and moment.decade is None):
        return moment
    before = THIRDS.search(text[max(0, moment.start - 24) : moment.start])
    if not before:
        return moment
    third = next(number for number, name in enumerate(("early", "mid", "late")) if before[name])
    return replace(moment, third=third, start=moment.start - len(before[0]))


def _named(text: str, word: Word) -> Moment | None:
    start, end, low = word.start, word.end, word.low
    if low in MONTHS or low.removesuffix("s") in MONTHS:
        if low == "may" and not (
            word.capital
            and not word.first
            and re.search(
                r"\b(?:in|of|since|by|until|last|next|this|from|through|and|early|late|mid)[\s-]$",
                text[:start],
                re.IGNORECASE,
            )
        ):
            return None
        if len(low) == 3 and low not in ("may", "mai"):
            return None  # Jan, Mar: names and words as often as months
        return Moment(start, end, month=MONTHS.get(low) or MONTHS[low.removesuffix("s")])
    if low in DECADES and (not low.endswith("er") or low.endswith("ern") or _YEARS.match(text, end)):
        return Moment(start, end, decade=DECADES[low])
    if compound := COMPOUND.fullmatch(low):
        hour = PARTS_OF_DAY.get((compound["hour"] or "").replace("morgen", "vormittag").replace("früh", "vormittag"))
        return Moment(start, end, weekday=WEEKDAYS[compound["day"]], hour=hour)
    for known, slot in ((WEEKDAYS, "weekday"), (PARTS_OF_DAY, "hour"), (SEASONS, "season")):
        name = low if low in known else low.removesuffix("s")
        if name in known:
            if name == "spring" and word.first is False and re.search(r"\b(?:to|will|hot|mattress)\s$", text[:start]):
                return None
            return Moment(start, end, **{slot: known[name]})
    return None


def _clock(match: re.Match[str]) -> Moment | None:
    if match["h1"]:
        hour, minute = int(match["h1"]), int(match["n1"])
    elif match["h2"]:
        hour, minute = _hour(match["h2"]), int(match["n2"] or 0)
    elif match["half"]:
        hour, minute = _hour(match["h3"]), 30
        if match["half"].lower().startswith("halb"):
            hour -= 1
    else:
        hour, minute = _hour(match["h4"]), 0
    if not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    minutes = hour * 60 + minute
    late = match["pm"] and re.search(r"p\.?m|afternoon|evening|night|nachmittag|abend", match["pm"], re.IGNORECASE)
    minutes = (minutes + (720 if late and hour < 12 else 0)) % 1440
    return Moment(*match.span(), clock=minutes, sharp=minutes if match["pm"] or hour > 12 or hour == 0 else None)


def _hour(word: str) -> int:
    return int(word) if word.isdigit() else int(number_words().get(word.lower().replace("eins", "ein"), -1))


def _numeric(text: str, match: re.Match[str]) -> Moment | None:
    start, end = match.span()
    if match["y6"]:
        doubtful = int(match["y6"]) < 1500 or COUNTED.match(text, end)
        if doubtful and not INTRODUCED.search(text[:start]):
            return None
        return Moment(start, end, year=int(match["y6"]))
    if match["decade"]:
        return Moment(start, end, decade=int(match["decade"]) // 10)
    for form in "12345":
        month = match[f"m{form}"]
        if month is None:
            continue
        number = int(month) if month.isdigit() else MONTHS[month.lower()]
        day = match[f"d{form}"] if form != "5" else None
        if not 1 <= number <= 12 or (day and not 1 <= int(day) <= 31):
            return None
        year = match[f"y{form}"]
        if form == "2" and not year and not DAY_NEXT.search(text[:start]):
            return None  # a magnitude of 6.8.
        return Moment(start, end, int(year) if year else None, number, int(day) if day else None)
    return None


def _values(moments: Sequence[Moment], name: str) -> set[int]:
    values = {value for each in moments if (value := getattr(each, name)) is not None}
    if name == "decade":
        values |= {each.year // 10 for each in moments if each.year is not None}
    return {value % 720 for value in values} if name == "clock" else values


def differing(new: Sequence[Moment], past: Sequence[Moment]) -> str | None:
    """The first field that both give and in which they differ; None where there is none.

    Every value on one side must stand on the other, field by field. A season and a month in it go together.
    """
    for name in _FIELDS:
        if name == "decade" and not any(each.decade for each in (*new, *past)):
            continue
        ours, theirs = _values(new, name), _values(past, name)
        if ours and theirs and not (ours <= theirs or theirs <= ours):
            return name
    for one, other in ((new, past), (past, new)):
        for season, month in ((each, value) for each in _values(one, "season") for value in _values(other, "month")):
            if season in SEASON_MONTHS and month not in SEASON_MONTHS[season] and not _values(one, "month"):
                return "month"
    away = [[name for name in AWAY_FIELDS[:6] if _values(side, name)] for side in (new, past)]
    if len(away[0]) == len(away[1]) == 1 and away[0] != away[1]:
        return away[0][0]  # next week, next month
    clocks, parts = (_values(new, "clock"), _values(past, "hour")), (_values(past, "clock"), _values(new, "hour"))
    for clock, hour in (clocks, parts):
        if clock and hour and hour <= {2, 5} and clock != {0}:
            return "clock"
    return None


def less_precise(new: Sequence[Moment], past: Sequence[Moment]) -> bool:
    """Whether ``new`` gives fewer years, months and days than ``past``, where they agree.

    Weekdays and times of day come and go in translation and tell nothing by their absence.
    """
    return _depth(new) < _depth(past)


def _depth(moments: Sequence[Moment]) -> int:
    given = sum(bool(_values(moments, name)) for name in ("year", "decade", "month", "day"))
    return given + (not _values(moments, "month") and bool(_values(moments, "season")))
