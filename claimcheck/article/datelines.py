"""Datelines: the place, the day and the agency in front of a report, which are no part of what it says."""

import re
from datetime import date

from claimcheck.article.days import MONTH_NAMES, parse_day
from claimcheck.article.lines.marks import HIDDEN, read_over

__all__ = ["behind_dateline", "dateline_day"]

_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*"
_PLACE = rf"{_NAME}(?:[ \u00a0/](?:am |an der |im |in |de |la )?{_NAME}){{0,3}}"
_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’ -]{2,30}"
_MONTH = rf"(?i:{MONTH_NAMES})"
_DAY = rf"(?:\d{{1,2}}(?:\.|st|nd|rd|th)? ?{_MONTH}\b\.?|\d{{1,2}}\. ?\d{{1,2}}\.|{_MONTH}\.? \d{{1,2}}\b)"
_YEAR = r"(?:,? ?\d{4})"
_AGENCY = (
    r"\((?i:dpa|dapd|ddp|reuters|rtr|ap|afp|epd|kna|ots|apa|sda|sid|dts|upi|pa|efe|ansa|tass|xinhua|bloomberg|belta"
    r"|interfax|cnn|idw|pressetext|pr ?newswire|business ?wire|globe ?newswire)(?:[/ -]\w[\w/. -]{0,16})?\)"
)
_DATELINE = re.compile(
    rf"(?:{_PLACE}(?:[,/] ?{_PLACE}){{0,2}},? ?(?:{_DAY}{_YEAR}?,? ?)?{_AGENCY}(?:,? ?{_DAY}{_YEAR}?)?"
    r"(?: ?[-–—:.]{1,2}|(?=\s+\W?[A-ZÀ-ÖØ-Þ]))"
    rf"|{_AGENCY} ?[-–—:.]{{1,2}}"
    rf"|{_PLACE},? (?:den |the )?{_DAY}{_YEAR} ?(?:[-–—:.]|$)"
    rf"|{_CAPITALS}, {_DAY} ?[-–—:]{{1,2}}(?=\s))\s*"
)
_PLACED = re.compile(
    rf"(?:{_NAME}(?:[ /]{_NAME}){{0,2}} ?[–—·] |{_NAME}(?:/{_NAME})? --? |[A-ZÀ-ÖØ-Þ/ ]{{3,30}} --? "
    rf"|{_CAPITALS}, {_NAME}(?: {_NAME})? (?:[–—]|--?) )"
    r"(?=\W?[A-ZÀ-ÖØ-Þ\d])"
)
_NOT_PERSONS = r"(?!(?:Er|Sie|Es|Wir|Ich|He|She|It|They|We|I)\b)"  # "HOLM. He was born in Leeds"
_HEADED = re.compile(  # a place alone, set off by its letters
    r"(?:(?:BAD|SANKT|ST\.|NEW|SAN) )?[A-ZÄÖÜ]{4,}(?:[/-][A-ZÄÖÜ]{4,})*\.\s+(?=\W?[A-ZÀ-ÖØ-Þ]\w*[a-zß-ÿ])"
    + _NOT_PERSONS
)
_BOLD = re.compile(
    rf"{HIDDEN}{{2}}{_PLACE}\.{HIDDEN}{{2}}\s+(?=\W?[A-ZÀ-ÖØ-Þ]){_NOT_PERSONS}"
)  # of Markdown: "**Harwick.** The"
_DASH = re.compile(r"\s(?:[–—]|--?)\s")
_REACH = 120  # characters in which a dateline is over


def behind_dateline(text: str, start: int, end: int, *, opening: bool = True) -> int:
    """Where a paragraph ``[start, end)`` begins to say something; ``start`` where no dateline stands in front.

    ``opening``: it is the first of its text, where a place may stand alone: "HARWICK. The mill is shut."

    >>> text = "BERLIN, 3. Mai (dpa/lno) - Die Zahl stieg."
    >>> text[behind_dateline(text, 0, len(text)):]
    'Die Zahl stieg.'
    """
    reach = min(end, start + _REACH)
    if opening and (bold := _BOLD.match(text, start, reach)):
        return bold.end()
    head, places = read_over(text, start, reach)
    found = _DATELINE.match(head) or (_HEADED.match(head) if opening else None) or _PLACED.match(head)
    if found is None or (found.re is _PLACED and _DASH.search(head, found.end())):  # "Ada Lee – Mayor of Hull – said"
        return start
    return places[found.end()] if found.end() < len(head) else end


def dateline_day(text: str) -> date | None:
    """The day that the dateline of a paragraph names in full; None where it names none."""
    found = _DATELINE.match(text[:_REACH])
    return parse_day(found.group()) if found else None
