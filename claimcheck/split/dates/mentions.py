"""When a claim's content holds: dates as the text says them, against the day it was published.

A day is given only where the text names one ("5. April 2023", "on Monday", "gestern"); "recently" gives nothing.
"""

import re
from bisect import bisect_left, insort
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from claimcheck.records import ClaimDate, Span
from claimcheck.split.dates.calendars import day_of, holiday_of, span_date, year_of_month
from claimcheck.split.dates.horizon import Horizon
from claimcheck.split.dates.patterns import date_patterns
from claimcheck.split.dates.ranges import find_ranges
from claimcheck.split.dates.stories import from_own_year, in_order, in_year, is_open, nearer
from claimcheck.split.dates.weekdays import weekday_of
from claimcheck.split.dates.years import find_years
from claimcheck.split.languages import Rules

__all__ = ["Mention", "find_dates"]

_OF_YEAR = re.compile(
    r"(?P<two>\s(?:and|or|und|oder)\s[A-Z]\w+)?\s(?:(letzten|vergangenen|vorigen|dies\w\w|kommenden|nächsten)\sJahres"
    r"|(?:of\s)?(?P<en>last|this|next)\syear)\b"
)
_YEARS = {"let": -1, "ver": -1, "vor": -1, "die": 0, "kom": 1, "näc": 1, "las": -1, "thi": 0, "nex": 1}  # by beginnings
_GENERIC = re.compile(r"(?:\bof|\bcan still\b[^,.;]*)[ \u00a0]$")  # before "today": nowadays
_ABOUT = re.compile(  # before "two days ago": no day that is told
    r"\b(?:about|around|some|over|than|nearly|almost|roughly|least|or|to|bis|oder|etwa|rund|ungefähr|circa)[ \u00a0]$",
    re.IGNORECASE,
)
_OPEN = "open"  # the precision of a day from or up to which something holds: no day of its own
_NARROWS = re.compile(r" (?:for|of|that|when|in which|with)\b")
_SATURDAY = 5
_SOON = 4  # months from publication in which "beginnt im Januar" is to come
_SURNAME = re.compile(r"(?<!\.)[ \u00a0][A-ZÄÖÜ]\w")  # behind a given name
_ON = re.compile(r"\b(?:on|am)[ \u00a0]$", re.IGNORECASE)
_ANY = re.compile(  # before a day: one like it
    r"\b(?:another|(?:a|an|no|the)[ \u00a0](?:second|third|new|next|fresh)|k?ein(?:e[mnrs]?)?)"
    r"(?:[ \u00a0](?-i:[a-zäöü]\w*e[nrs]?))?[ \u00a0]$",
    re.IGNORECASE,
)
_ATTACKS = re.compile(r"(?:th)?,?[ \u00a0](?:terror\w*[ \u00a0])?(?:attack|hijack|terror)")
_ATTACKED = re.compile(r"(?:attacks (?:of|on)|[Aa]nschl[aä]ge?n?s? (?:vom|am)|[Aa]ttentaten? (?:vom|am))[ \u00a0]$")
_PUT_OFF = re.compile(
    r"\b(?P<verb>(?:delay|postpone?|defer|adjourn|push|put)(?:s|ed|es|red|ing)?|(?:verschieb|verschob|vertag)\w*)\b"
    r"[^.;:]*[ \u00a0]$",
    re.IGNORECASE,
)
_PAST = ("ed", "put", "schob", "schoben", "tagte", "tagten")  # endings of such verbs
_CLAUSE = 60  # characters before a month in which it may be told that something is put off until then
_LOOK = 24  # characters before a date that may say that it comes round every year
_BESIDE = 6  # characters between a weekday and the date it belongs to


@dataclass(frozen=True, slots=True)
class Mention:
    """A date as it stands in the text; ``worded`` where it needs the day of publication to be read.

    ``kind`` is how it is said: day, month, year, weekday, weekend, span, range, anchored, relday, relmonth, relyear.
    """

    span: Span
    date: ClaimDate
    worded: bool
    kind: str = "day"
    year_told: bool = False  # "May last year": no other year can be meant


def find_dates(
    text: str,
    start: int,
    end: int,
    published: date | None,
    rules: Rules,
    *,
    horizon: Horizon | None = None,
    anchor: date | None = None,
    year: str | None = None,
    weekdays: Mapping[int, date] | None = None,
    scene: date | None = None,
) -> list[Mention]:
    """Every date in ``text[start:end]``, none inside another, in order.

    ``horizon``: which of them are still to come; None: none is. ``anchor``: the day that was spoken of before, for "the
    next day"; ``year``: the year that was, or year and month, for days and months without one;
    ``weekdays``: the coming days that weekdays stood for before; ``scene``: the day of the story so far.
    """
    horizon = horizon or Horizon((), rules)
    taken: list[Mention] = []  # in order, none inside another
    for each in find_ranges(text, start, end, published, rules, horizon):
        if _is_free(taken, each[0]):
            insort(taken, Mention(*each, kind="range"), key=_begin)
    for kind, pattern in date_patterns(rules):
        for match in pattern.finditer(text, start, end):
            if not _is_free(taken, Span(*match.span())):
                continue
            if kind != "weekday":
                mention = _dated(kind, match, published, rules, horizon, anchor, scene)
            elif _begins_beside(taken, match.end("said")) or _names_today(taken, match.start("said")):
                continue  # "Sunday, 15 March": the number says which; "today, Monday"
            else:
                mention = _weekday(match, published, rules, horizon, scene, weekdays or {})
            if mention:
                insort(taken, mention, key=_begin)
    for span in find_years(text, start, end, rules):
        if _is_free(taken, span):
            insort(taken, Mention(span, ClaimDate(text[span.start : span.end], "year"), False, "year"), key=_begin)
    return list(in_year(text, list(from_own_year(text, list(in_order(text, taken)))), published, year))


def _begin(mention: Mention) -> int:
    return mention.span.start


def _is_free(taken: list[Mention], span: Span) -> bool:
    """Whether no date that was taken stands in a span or around it."""
    at = bisect_left(taken, span.end, key=_begin)  # how many begin before it ends
    return not at or taken[at - 1].span.end <= span.start


def _begins_beside(taken: list[Mention], end: int) -> bool:
    """Whether a date that was taken begins right behind ``end``."""
    at = bisect_left(taken, end, key=_begin)
    return at < len(taken) and taken[at].span.start - end <= _BESIDE


def _names_today(taken: list[Mention], start: int) -> bool:
    """Whether "today" stands right before a weekday that only names it."""
    at = bisect_left(taken, start, key=_begin)
    return at > 0 and taken[at - 1].kind == "relday" and start - taken[at - 1].span.end <= _BESIDE


def _goes_onward(match: re.Match[str], published: date | None, rules: Rules) -> bool:
    """Whether a month may be still to come: "ab Dezember", or one later in the year than the article, not "seit"."""
    opener = match.group().split()[0].casefold()
    month = rules.months.get((match.groupdict().get("month") or "").casefold(), 0)
    later = published is not None and (month > published.month or 0 < month + 12 - published.month <= _SOON)
    until = opener == "bis"  # "bis Ende Oktober", said in September
    return opener in rules.days.onward or (later and (until or opener not in rules.open_ends))


def _dated(
    kind: str,
    match: re.Match[str],
    published: date | None,
    rules: Rules,
    horizon: Horizon,
    anchor: date | None,
    scene: date | None,
) -> Mention | None:
    """What a pattern found, ahead or behind as its clause tells; None where it means no date."""
    onward = kind == "month" and _goes_onward(match, published, rules)
    coming = horizon.is_ahead(match.start(), soon=onward or kind == "weekend")
    same_day = kind == "anchored" and not rules.anchored_days[match["said"].casefold()]
    mention = _mention(kind, match, published, rules, coming, anchor or scene if same_day else anchor)
    if mention is None or published is None or coming or not is_open(mention):
        return mention
    put_off = kind == "month" and _PUT_OFF.search(match.string, max(0, match.start() - _CLAUSE), match.start())
    if put_off or horizon.may_be_ahead(match.start()):
        later = _mention(kind, match, published, rules, True, anchor)
        if put_off and not put_off["verb"].casefold().endswith(_PAST):
            return later  # "delays the sale until January"
        return nearer(mention, later, published) if later else mention
    return _mention(kind, match, published, rules, False, anchor, over=True) if _is_behind(match, horizon) else mention


def _mention(
    kind: str,
    match: re.Match[str],
    published: date | None,
    rules: Rules,
    ahead: bool,
    anchor: date | None,
    *,
    over: bool = False,
) -> Mention | None:
    groups = {key: value for key, value in match.groupdict().items() if value}
    closed = match.group().endswith(".") and len(groups.get("month", "")) > 4  # the end of a sentence, no abbreviation
    span = Span(match.start(), match.end() - closed)
    if groups.get("month") == "Jan" and _SURNAME.match(match.string, match.end()):
        return None  # "the family of Jan Holm"
    if kind in {"iso", "day", "month"}:
        month = int(groups["m"]) if "m" in groups else rules.months[groups["month"].casefold()]
        year = int(groups["y"]) if "y" in groups else None
        told = _OF_YEAR.match(match.string, span.end) if year is None and published else None
        if told and published:  # "im November letzten Jahres"
            year, span = published.year + _YEARS[(told[2] or told["en"])[:3]], Span(span.start, told.end())
            if told["two"]:  # "in March and April last year"
                return Mention(span, ClaimDate(f"{year:04}", "year"), True, kind, year_told=True)
        before = match.string[max(0, match.start() - _LOOK) : match.start()]
        if not 1 <= month <= 12 or (year is None and (published is None or _is_yearly(before, rules))):
            return None
        if kind == "month":
            year = year or year_of_month(month, published, ahead)
            return Mention(span, ClaimDate(f"{year:04}-{month:02}", "month"), "y" not in groups, kind, bool(told))
        if year is None and _is_event(match, month, int(groups["d"])):
            return None
        day = day_of(year, month, int(groups["d"]), published, ahead, over=over)
        return (
            Mention(span, ClaimDate(day.isoformat(), "day"), "y" not in groups, year_told=bool(told)) if day else None
        )
    if kind == "year":
        return Mention(span, ClaimDate(groups["y"], "year"), False, kind)
    if kind == "holiday":
        year = int(groups["y"]) if "y" in groups else None
        feast = holiday_of(year, *rules.holidays[groups["said"].casefold()], published, ahead)
        begin = match.start("said")
        return Mention(Span(begin, match.end()), ClaimDate(feast.isoformat(), "day"), year is None) if feast else None
    if published is None:
        return None
    try:
        return _worded(kind, match, published, rules, ahead, anchor)
    except OverflowError:  # the first or last day of the calendar
        return None


def _is_behind(match: re.Match[str], horizon: Horizon) -> bool:
    """Whether something is told to have happened on a day: "underwent surgery on May 26"."""
    on = _ON.search(match.string, 0, match.start()) or match.group()[:3] == "am "
    return bool(on) and horizon.is_past(match.start())


def _is_event(match: re.Match[str], month: int, day: int) -> bool:
    """Whether a day without a year names what happened on it once, or any such day: "a second September 11th"."""
    before = match.string[max(0, match.start() - _LOOK) : match.start()]
    attacks = _ATTACKS.match(match.string, match.end()) or _ATTACKED.search(before)
    return bool(_ANY.search(before) or ((month, day) == (9, 11) and attacks))


def _is_yearly(before: str, rules: Rules) -> bool:
    """Whether a day or month comes round every year: "jedes Jahr Anfang August"."""
    return any(phrase in before.casefold() for phrase in rules.days.yearly)


def _worded(
    kind: str, match: re.Match[str], published: date, rules: Rules, ahead: bool, anchor: date | None
) -> Mention | None:
    said = match["said"].casefold()
    span = Span(match.start("said"), match.end("said"))
    if kind == "relday" and _GENERIC.search(match.string[max(0, span.start - _LOOK) : span.start]):
        return None  # "teenagers of today", "bridges that we still use today"
    if kind == "ago" and _ABOUT.search(match.string[max(0, span.start - _LOOK) : span.start]):
        return None
    if kind in {"relday", "ago"}:
        shift = rules.relative_days[said] if kind == "relday" else -_count(match["many"], rules)
        return Mention(span, ClaimDate((published + timedelta(shift)).isoformat(), "day"), True, "relday")
    if kind == "anchored":
        day = (anchor or published) + timedelta(rules.anchored_days[said])
        known = anchor or not rules.anchored_days[said]
        return Mention(span, ClaimDate(day.isoformat(), "day"), True, kind) if known else None
    if kind == "weekend":
        back = (published.weekday() - _SATURDAY) % 7 or 7
        first = published + timedelta(7 - back if ahead or rules.weekends[said] > 0 else -back)
        both = f"{first.isoformat()}/{(first + timedelta(1)).isoformat()}"
        return Mention(span, ClaimDate(both, "interval"), True, kind)
    before = match.string[max(0, match.start() - 6) : match.start()].casefold().split()[-1:]
    narrowed = said.startswith("last") and _NARROWS.match(match.string, match.end("said"))
    if before == ["the"] and (narrowed or said.startswith(tuple(rules.future_markers))):
        return None  # "the next year", "the last year for which": of what is told there
    if kind == "relmonth":
        months = published.year * 12 + published.month - 1 + rules.relative_months[said]
        return Mention(span, ClaimDate(f"{months // 12:04}-{months % 12 + 1:02}", "month"), True, kind)
    if kind == "span":
        if said.endswith("fall") and match.string[match.end() : match.end() + 4] in {" in ", " of "}:
            return None  # "this fall in prices"
        return Mention(span, span_date(*rules.relative_spans[said], published), True, kind)
    if kind == "relyear":
        return Mention(span, ClaimDate(f"{published.year + rules.relative_years[said]:04}", "year"), True, kind)
    return None


def _weekday(
    match: re.Match[str],
    published: date | None,
    rules: Rules,
    horizon: Horizon,
    scene: date | None,
    told: Mapping[int, date],
) -> Mention | None:
    """A weekday that means one day."""
    if published is None:
        return None
    try:
        found = weekday_of(match, published, rules, horizon, scene, told)
    except OverflowError:  # the first or last day of the calendar
        return None
    if found is None:
        return None
    span, day, opens = found
    return Mention(span, ClaimDate(day.isoformat(), _OPEN if opens else "day"), True, "weekday")


def _count(many: str, rules: Rules) -> int:
    return int(many) if many.isdigit() else rules.counts[many.casefold()]
