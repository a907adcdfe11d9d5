"""Dates in words that hold on any day: "am Montag" → "am Montag, dem 10. April 2023", "last year" → "in 2022"."""

import re
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from claimcheck.records import Claim, Span, Substitution
from claimcheck.split.dates.mentions import Mention
from claimcheck.split.languages import Rules

__all__ = ["add_day", "day_words", "word_date"]

_LAST = re.compile(r"\w[\w-]*")
_AFTER = re.compile(r"[ \u00a0]+([\w]+)")
_BEFORE = re.compile(r"([\w]+)[ \u00a0]+$")
_ATTACHED = re.compile(r"['’\-‑–/]\w")
_GOES_ON = re.compile(r"[ \u00a0]+\w")
_LOOK = 24
_OWNING = frozenset({"relyear", "relmonth", "span"})
_ON_THE = frozenset({"am", "vom", "zum", "beim"})  # before a German weekday whose date is put beside it
_PARTS_OF = frozenset({"earlier", "late", "later", "early"})  # before an English year or month that then stays


class _Worded(NamedTuple):
    """How a date reads on any day, and whether the word before it, or the one behind, is part of what is replaced."""

    words: str
    takes_before: bool = False
    takes_after: bool = False


def add_day(claim: Claim, rules: Rules) -> Claim:
    """The claim with its day put behind its last word, where nothing in its wording gives one."""
    if claim.date is None or claim.date.precision != "day" or not rules.months or claim.date.value[:4] in claim.text:
        return claim
    words = list(_LAST.finditer(claim.evidence[-1]))
    if not words:
        return claim
    last = words[-1].group()
    found = re.fullmatch(rf"(.*\b{re.escape(last)})([.!]?)", claim.text, re.DOTALL)
    start = claim.spans[-1].start + words[-1].start()
    span = Span(start, start + len(last))
    if found is None or any(span.start < each.span.end and each.span.start < span.end for each in claim.substitutions):
        return claim
    behind = f" ({rules.on_day} {day_words(date.fromisoformat(claim.date.value), rules)})"
    substitution = Substitution(span, last, last + behind)
    return replace(claim, text=found[1] + behind + found[2], substitutions=(*claim.substitutions, substitution))


def word_date(text: str, mention: Mention, rules: Rules) -> Substitution | None:
    """The mention with what it takes to read it on any day; None where it says so already or cannot be worded.

    A day that stands where no date can stand ("Tuesday's debate") gets it in brackets.
    """
    if not mention.worded:
        return None
    start, end = mention.span.start, mention.span.end
    before = _BEFORE.search(text[max(0, start - _LOOK) : start])
    after = _AFTER.match(text, end)
    bound = bool(_ATTACHED.match(text, end))
    if mention.kind in _OWNING and text[end : end + 2] in {"'s", "’s"}:
        whose = text[start : end + 2]  # "last year's ruling"
        return Substitution(Span(start, end + 2), whose, f"{whose} ({_value_words(mention, rules)})")
    if after and after.group(1).casefold() in rules.day_parts and _ATTACHED.match(text, after.end()):
        return None  # "Thursday evening's blast"
    worded = (_german if rules.code == "de" else _english)(
        text[start:end],
        mention,
        before.group(1).casefold() if before else "",
        after.group(1).casefold() if after and not bound else "",
        bound,
        rules,
    )
    if worded is None:
        return None
    replacement = worded.words
    if worded.takes_before and before:
        start -= len(before.group())
        led = _BEFORE.search(text[max(0, start - _LOOK) : start])
        if led and led.group(1).casefold() in rules.prepositions:
            replacement = replacement.removeprefix("on ")  # "from next Tuesday"
    if worded.takes_after and after:
        end = after.end()
    original = text[start:end]
    if original[:1].isupper():
        replacement = replacement[:1].upper() + replacement[1:]
    if replacement.endswith(",") and not _GOES_ON.match(text, end):
        replacement = replacement[:-1]  # the comma behind a day only stands where the sentence goes on
    return Substitution(Span(start, end), original, replacement)


def _value_words(mention: Mention, rules: Rules) -> str:
    """A year, month or span of days in full."""
    value = mention.date.value
    if "/" in value:
        return _days_words(value, rules, "bis" if rules.comma_bound else "to")
    return value if mention.date.precision == "year" else f"{_month(int(value[5:7]), rules)} {value[:4]}"


def _days_words(value: str, rules: Rules, link: str) -> str:
    """Two days in full, the first without what it shares with the last: "8 to 14 August 2016"."""
    first, last = (date.fromisoformat(each) for each in value.split("/"))
    whole = day_words(first, rules)
    shared = f" {_month(last.month, rules)} {last.year}" if first.month == last.month else ""
    return f"{whole.removesuffix(shared)} {link} {day_words(last, rules)}"


def _month(number: int, rules: Rules) -> str:
    """The name of a month: the longest, of January the first, beside the Austrian "Jänner"."""
    names = [name for name, each in rules.months.items() if each == number]
    return max(names, key=len).capitalize() if number != 1 else names[0].capitalize()


def _german(said: str, mention: Mention, before: str, after: str, bound: bool, rules: Rules) -> _Worded | None:
    kind, value = mention.kind, mention.date.value
    if kind in {"day", "month", "range"}:
        plain = said.rsplit(" ", 2)[0] if said.endswith("Jahres") else said.rstrip()  # "im November letzten Jahres"
        return None if bound else _Worded(f"{plain} {value.rsplit('/', 1)[-1][:4]}")
    if kind == "relyear":
        return _Worded(f"im Jahr {value}" if said.casefold().startswith("im ") else f"{said} ({value})")
    if kind == "relmonth":
        named = _value_words(mention, rules)
        return _Worded(f"im {named}" if said.casefold().startswith(("im ", "in ")) else f"{said} ({named})")
    if kind == "span":
        return _Worded(f"{said} ({_value_words(mention, rules)})")
    if kind == "weekend":
        return _Worded(f"{said} ({_days_words(value, rules, 'und')})")
    if bound:
        return None
    day, part = day_words(date.fromisoformat(value), rules), after if after in rules.day_parts else ""
    linked = kind in {"weekday", "anchored"} or before in rules.prepositions
    if linked and part:
        return _Worded(f"{said} {part.capitalize()} ({day})", takes_after=True)  # "auf gestern Morgen"
    if kind == "weekday" and before in _ON_THE:
        return _Worded(f"{said}, dem {day},")
    if linked:
        return _Worded(f"{said} ({day})")
    if " " in said:
        last = said.casefold().split()[-1]
        return _Worded(f"am {_part_of_day(last)} des {day}" if last in rules.day_parts else f"am {day}")
    return _Worded(f"am {_part_of_day(part)} des {day}", takes_after=True) if part else _Worded(f"am {day}")


def _part_of_day(part: str) -> str:
    """A German part of a day as it reads in front of the day's genitive."""
    return {"früh": "frühen Morgen", "nacht": "späten Abend"}.get(part, part.capitalize())


def day_words(day: date, rules: Rules) -> str:
    """A day in full: "10. April 2023", "10 April 2023"."""
    month = _month(day.month, rules)
    return f"{day.day} {month} {day.year}" if rules.month_first else f"{day.day}. {month} {day.year}"


def _english(said: str, mention: Mention, before: str, after: str, bound: bool, rules: Rules) -> _Worded | None:
    kind, value = mention.kind, mention.date.value
    linked = before in rules.prepositions
    if bound:
        return None
    if kind == "range":
        comma = "," if said[-1:].isdigit() else ""
        return _Worded(f"{said}{comma} {value.rsplit('/', 1)[-1][:4]}")
    if kind == "month" and said.casefold().split()[0] in rules.past_markers | rules.future_markers | {"this"}:
        return _Worded(f"{said} ({value[:4]})")  # "Last August"
    if kind in {"day", "month"}:
        last = said.endswith("year")  # "November of last year", "June 14 last year"
        plain = said.rsplit(" ", 2)[0].removesuffix(" of") if last else said.rstrip(". ")
        return _Worded(f"{plain}{',' if kind == 'day' and plain[-1:].isdigit() else ''} {value[:4]}")
    if kind in {"relyear", "relmonth"}:
        shown = _value_words(mention, rules)
        opens = said[:1].isupper() and after and not before  # "Last year marked a turn", "Last year sales fell"
        if opens or before in _PARTS_OF or before in rules.definite:
            return _Worded(f"{said} ({shown})")
        return _Worded(shown if linked else f"in {shown}")
    if kind == "span":
        return _Worded(f"{said} ({_value_words(mention, rules)})")
    if kind == "weekend":
        return _Worded(f"{said} ({_days_words(value, rules, 'to')})")
    day, part = day_words(date.fromisoformat(value), rules), after if after in rules.day_parts else ""
    if kind == "weekday":
        if before in rules.definite | rules.pronouns | {"a", "this", "every"}:
            return _Worded(f"{said} ({day})")
        tail = f"{said} {part}".rstrip()
        if before in rules.past_markers | rules.future_markers:
            return _Worded(f"on {tail}, {day},", takes_before=True, takes_after=bool(part))
        return _Worded(f"{tail}, {day},", takes_after=bool(part) or after in rules.past_markers)
    if kind == "anchored":
        return _Worded(f"{said} ({day})")
    simple = said.casefold()
    for name in rules.day_parts:
        if name in simple or part == name:
            return _Worded(f"{'' if linked else 'on '}the {name} of {day}", takes_after=bool(part))
    if simple == "tonight":
        return _Worded(f"on the evening of {day}")
    return _Worded(day if linked else f"on {day}")
