"""Dates told by how far they are: yesterday, nächste Woche, two years ago; a quarter of a year, the third day."""

import re

from claimcheck.match.relation.number_words import number_words

__all__ = ["AWAY_FIELDS", "find_away"]

AWAY_FIELDS = ("days", "weeks", "weekends", "months", "years", "decades", "quarter", "turn")
"""What is counted: days, weeks … ahead (ago, if negative); which quarter of a year (11 and 12 are its halves); which
day of something that takes several."""

_FAR = r"last|past|previous|this|next|coming|(?:vergangen|letzt|vorig|dies|nächst|kommend|laufend)e[nrsm]?"
_COUNT = r"two|three|four|five|six|seven|eight|nine|ten|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|\d{1,3}"
_AWAY = re.compile(
    r"\b(?:(?P<day>vorgestern|gestern|yesterday|übermorgen|tomorrow|(?<!am )(?<!bis )morgen(?=\s[a-zäöü]))"
    rf"|(?P<far>{_FAR})\s(?P<unit>weekend|wochenende|week|month|year|woche|monat|jahr)(?:e?s)?\b"
    rf"|(?P<ago>one|an?|{_COUNT})\s(?P<unit1>day|week|month|year|decade)s?\s(?:ago|earlier)"
    rf"|vor\s(?P<vor>einem|einer|{_COUNT})\s(?P<unit2>tag|woche|monat|jahrzehnt|jahr)(?:e?n|e)?\b)"
)
_HINT = re.compile(
    r"gestern|yesterday|morgen|tomorrow|last|past|prev|this|next|coming|verg|letzt|vor|dies|näch|komm|lauf|ago|earlier"
    r"|quart|half|halb"
)
_ONE = {"a", "an", "one", "einem", "einer"}
_STEPS = {
    "last": -1, "past": -1, "prev": -1, "verg": -1, "letz": -1, "vori": -1, "next": 1, "comi": 1, "näch": 1, "komm": 1,
}  # fmt: skip
_UNITS = {
    "day": "days", "tag": "days", "week": "weeks", "woche": "weeks", "weekend": "weekends", "wochenende": "weekends",
    "month": "months", "monat": "months", "year": "years", "jahr": "years", "decade": "decades", "jahrzehnt": "decades",
}  # fmt: skip
_DAYS = {"vorgestern": -2, "gestern": -1, "yesterday": -1, "morgen": 1, "tomorrow": 1, "übermorgen": 2}
_QUARTERS = re.compile(
    r"\b(?P<nth>first|second|third|fourth|erste[nrs]?|zweite[nrs]?|dritte[nrs]?|vierte[nrs]?|[1-4]\.)\s"
    r"(?:(?P<half>halbjahr|half of the year|half of (?=\d{4}|(?:last|this|next) year))"
    r"|(?P<quarter>quartal|quarter(?! of)|quarter of (?=\d{4}|(?:last|this|next|the|that)\b)))"
)
_ENGLISH = "first second third fourth fifth sixth seventh eighth ninth tenth"
_GERMAN = "ersten zweiten dritten vierten fünften sechsten siebten achten neunten zehnten"
_NTHS = {word: at for words in (_ENGLISH, _GERMAN) for at, word in enumerate(words.split(), start=1)}
_TURN = re.compile(rf"\b(?P<nth>{'|'.join(_NTHS)})\s(?:\w*tag|day|woche|week)\b")
_TURN_HINT = re.compile(r"(?:th|st|nd|rd|ten) \w*(?:day|tag|week|woche)")


def find_away(lowered: str) -> list[tuple[int, int, str, int]]:
    """Start, end, field and value of each such date in a lower-case text.

    >>> find_away("last week and vor zwei jahren")
    [(0, 9, 'weeks', -1), (14, 29, 'years', -2)]
    """
    found = []
    if _HINT.search(lowered):
        found += [(*match.span(), *_steps(match)) for match in _AWAY.finditer(lowered)]
        for match in _QUARTERS.finditer(lowered):
            nth = match["nth"]
            number = int(nth[0]) if nth[0].isdigit() else _NTHS.get(nth) or _NTHS[f"{nth.rstrip('nrs')}n"]
            found.append((*match.span(), "quarter", number + 10 * bool(match["half"])))
    if _TURN_HINT.search(lowered):
        found += [(*match.span(), "turn", _NTHS[match["nth"]]) for match in _TURN.finditer(lowered)]
    return found


def _steps(match: re.Match[str]) -> tuple[str, int]:
    if match["day"]:
        return "days", _DAYS[match["day"]]
    if match["far"]:
        return _UNITS[match["unit"]], _STEPS.get(match["far"][:4], 0)
    many, unit = match["ago"] or match["vor"], match["unit1"] or match["unit2"]
    return _UNITS[unit], -(1 if many in _ONE else int(many) if many.isdigit() else int(number_words()[many]))
