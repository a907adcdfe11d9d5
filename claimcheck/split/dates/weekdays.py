"""The day that a weekday means: "on Monday", "next Thursday", "am morgigen Samstag"; none for a name or a habit."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from claimcheck.records import Span
from claimcheck.split.dates.horizon import Horizon
from claimcheck.split.languages import Rules

__all__ = ["weekday_of"]

_NEAR = 3  # "last Monday" means a week earlier where that Monday was fewer days ago
_WEEKS_AGO = re.compile(r"[ \u00a0]vor[ \u00a0](einer|zwei|drei)[ \u00a0]Wochen?\b")  # behind "am Mittwoch"
_OF_WEEK = re.compile(
    r"[ \u00a0](?:of[ \u00a0])?(last|this|next|vergangener|letzter|voriger|dieser|kommender|nächster)"
    r"[ \u00a0](?i:week|woche)\b"
)
_WEEK_SHIFTS = {"las": -1, "ver": -1, "let": -1, "vor": -1, "thi": 0, "die": 0, "nex": 1, "kom": 1, "näc": 1}
_TONIGHT = re.compile(r"\bNacht (?:auf|zu|zum)(?: den)? $")
_PAIR = re.compile(r"[ \u00a0]+(?:to|auf|zu)[ \u00a0]+(\w+)")  # behind the first of two days
_WORDS_BEFORE = re.compile(r"(?:([\w’'-]+)[ \u00a0]+)?([\w’'-]+)[ \u00a0]+$")
_IS = re.compile(r"[ \u00a0](?:is|ist)[ \u00a0](\w+)")  # behind a weekday that is its sentence's subject
_STARTS = re.compile(r"(?:^|[.!?:–\n][\"“„ \u00a0]*)$")
_CAPITAL_BEHIND = re.compile(r"[ \u00a0]+([A-ZÄÖÜ]\w+)")
_SET_FOR = frozenset({("is", "on"), ("are", "on")})  # "the final is on Sunday"
_IT_IS = ("es", "ist")  # "Es ist Montagabend": a scene that somebody has seen
_COUNTS = ("", "einer", "zwei", "drei")
_LAST = 6
_LOOK = 24  # characters before a weekday that may tell which one it is


def weekday_of(
    match: re.Match[str],
    published: date,
    rules: Rules,
    horizon: Horizon,
    scene: date | None,
    told: Mapping[int, date],
) -> tuple[Span, date, bool] | None:
    """Where a weekday and the words for it stand, its day, and whether that only bounds a time: "since Monday".

    ``scene``: the day of the story so far; ``told``: the coming days that weekdays stood for so far. None for a weekday
    that is part of a name, comes round, or does not say which it is: "every Monday", "by Friday".
    """
    words, span = rules.about_weekdays, Span(match.start("said"), match.end("said"))
    before, called = _before(match), _called(match)
    one = called is not None and _is_one(called, rules)  # "Friday is World Tea Day"
    if _is_named(match, before, rules) or (called is not None and not one) or horizon.comes_round(span.start):
        return None
    number = rules.weekdays[match["name"].casefold()]
    beside = {word.strip().casefold() for word in (match["before"], match["after"]) if word}
    future = one or before in _SET_FOR or (before != _IT_IS and horizon.is_ahead(match.start(), soon=True))
    if beside & words.every or (beside & rules.open_ends - rules.years.since and not future):
        return None
    opens = bool(beside & rules.open_ends)
    if found := _OF_WEEK.match(match.string, span.end):
        monday = published - timedelta(published.weekday() - 7 * _WEEK_SHIFTS[found[1].casefold()[:3]])
        return Span(span.start, found.end()), monday + timedelta(number), opens
    back = (published.weekday() - number) % 7
    tonight = rules.comma_bound and _TONIGHT.search(match.string, max(0, match.start() - _LOOK), span.start)
    future = future or bool(tonight and back == _LAST)  # on a Tuesday: "in der Nacht auf Mittwoch"
    past = bool(beside & (rules.past_markers | rules.years.since))
    if beside & (rules.future_markers | words.tomorrow):
        return span, published + timedelta((7 - back) % 7 or 7), opens  # "next Thursday", said on a Thursday
    if beside & words.today:
        return span, published - timedelta(back if back < _LAST else -1), opens
    if scene and words.sooner & set(before):
        return span, scene - timedelta((scene.weekday() - number) % 7 or 7), opens  # "wie bereits am Donnerstag"
    if not past and not future and number in told and not horizon.is_past(match.start()):
        return span, told[number], opens
    if future and not past:
        return span, published + timedelta((7 - back) % 7), opens
    if (pair := _PAIR.match(match.string, span.end)) and before[1] in words.nights:
        last = rules.weekdays.get(pair[1].casefold())
        if last is not None:  # "in the night from Thursday to Friday"
            night = published - timedelta((published.weekday() - last) % 7)
            return span, night - timedelta((last - number) % 7), opens
    day = published - timedelta(back + 7 if beside & rules.past_markers and back < _NEAR else back)
    if rules.comma_bound and (ago := _WEEKS_AGO.match(match.string, span.end)):
        day, span = day - timedelta(7 * _COUNTS.index(ago[1].casefold())), Span(span.start, ago.end())
    return span, day, opens


def _is_named(match: re.Match[str], before: tuple[str, str], rules: Rules) -> bool:
    """Whether a weekday is part of a name or comes round: "Black Friday", "Sunday Times", "always on Monday"."""
    words, end = rules.about_weekdays, match.end("said")
    first, last = before
    behind = _CAPITAL_BEHIND.match(match.string, end, end + _LOOK)
    if last in words.named or (behind and behind[1].casefold() in words.papers):
        return True
    if last == "am" and first in words.papers:
        return True  # "Welt am Sonntag"
    return first in words.always and last in {"on", "am"}


def _called(match: re.Match[str]) -> str | None:
    """The word behind a weekday that its sentence is about: "Friday is World Tea Day"; None where it is about none."""
    told, begin = _IS.match(match.string, match.end("said")), match.start("said")
    return told[1] if told and _STARTS.search(match.string, max(0, begin - 4), begin) else None


def _is_one(word: str, rules: Rules) -> bool:
    """Whether a word behind "Friday is" makes it one Friday: "the last day", "World Tea Day", not "family day"."""
    if rules.comma_bound:
        return not word[:1].isupper()
    return word[:1].isupper() or word in rules.about_weekdays.begins or word.endswith("ed")


def _before(match: re.Match[str]) -> tuple[str, str]:
    """The two words in front of a weekday, casefolded."""
    found = _WORDS_BEFORE.search(match.string, max(0, match.start("said") - _LOOK), match.start("said"))
    return ((found[1] or "").casefold(), found[2].casefold()) if found else ("", "")
