"""Whether every number of a wording stands in the text it comes from: in digits, in words, as an ordinal, as a date."""

import re
from collections.abc import Iterable, Sequence

from claimcheck.split.dates.mentions import find_dates
from claimcheck.split.languages import Rules, rules_for
from claimcheck.split.llm.readers import Figure, Readers

__all__ = ["Numbers", "without_days"]

_DIGITS = re.compile(r"\d+(?:[.,:'’\u00a0\u202f]\d+)*")
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "twelfth": 12, "erst": 1, "zweit": 2, "dritt": 3, "viert": 4, "fünft": 5, "sechst": 6, "siebt": 7,
    "neunt": 9, "zehnt": 10, "zwölft": 12,
}  # fmt: skip
_ORDINAL = re.compile(
    rf"\b(?P<word>{'|'.join(_ORDINALS)})(?:e[nmrs]?)?\b|\b(?P<figure>\d+)(?:st|nd|rd|th|\.(?=\s+\w))",
    re.IGNORECASE,
)
_THING = re.compile(r"\s+[^\W\d_]{4,}")
_WORD = re.compile(r"[^\W\d_]+")
_CLOSE = 1e-6


class Numbers:
    """The numbers of texts that a wording may draw on."""

    def __init__(self, texts: Iterable[str], language: str, readers: Readers) -> None:
        self._language, self._readers = language, readers
        self._figures: list[_Counted] = []
        self._digits: set[str] = set()  # those that are no figures: "A7", "21st"
        self._ordinals: set[int] = set()
        self._months: set[int] = set()
        self._weekdays: set[str] = set()
        for text in texts:
            found = readers.figures(text, language)
            self._figures += [_Counted(each, text[each.end :]) for each in found]
            self._digits |= {bare for _, bare in _loose(text, found)}
            self._ordinals |= _ordinals_of(text)
            self._months |= self._months_of(text)
            self._weekdays |= self._weekdays_of(text)

    def stray(self, text: str) -> str | None:
        """The first number, ordinal, month or weekday of ``text`` that none of the texts gives, if any."""
        found = self._readers.figures(text, self._language)
        for each in found:
            if not self._gives(_Counted(each, text[each.end :])):
                return text[each.start : each.end]
        for said, bare in _loose(text, found):
            if bare not in self._digits and not self._counts(float(bare)):
                return said
        for ordinal in sorted(_ordinals_of(text) - self._ordinals):
            if str(ordinal) not in self._digits and not self._counts(float(ordinal)):
                return f"{ordinal}."
        months = sorted(self._months_of(text) - self._months)
        if months:
            return f"month {months[0]}"
        return next(iter(sorted(self._weekdays_of(text) - self._weekdays)), None)

    def lost(self, text: str) -> str | None:
        """The first number of the texts that ``text`` does not give; None where it gives all."""
        here = Numbers([text], self._language, self._readers)
        for each in self._figures:
            if not here._gives(each):
                return f"{each.written:g}"
        return next((each for each in sorted(self._digits - here._digits) if not here._counts(float(each))), None)

    def _gives(self, figure: "_Counted") -> bool:
        return any(_same(figure, each) for each in self._figures)

    def _counts(self, value: float) -> bool:
        return any(_near(value, each.written) for each in self._figures)

    def _months_of(self, text: str) -> set[int]:
        months = rules_for(self._language).months
        named = {word.casefold() for word in _WORD.findall(text) if word[0].isupper()}
        return {months[name] for name in named & set(months)}

    def _weekdays_of(self, text: str) -> set[str]:
        weekdays = rules_for(self._language).weekdays
        words = [word.casefold() for word in _WORD.findall(text) if word[0].isupper()]
        return {name for name in weekdays if any(word.startswith(name) for word in words)}


def _loose(text: str, figures: Iterable[Figure]) -> list[tuple[str, str]]:
    """The digits of a text that are part of no figure, as they stand and without signs."""
    taken = [(each.start, each.end) for each in figures]
    found = []
    for match in _DIGITS.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            found.append((match.group(), re.sub(r"\D", "", match.group()).lstrip("0") or "0"))
    return found


class _Counted:
    """A figure and whether it counts things that have a name: "63 ships" is never 63 kilometres."""

    def __init__(self, figure: Figure, behind: str) -> None:
        self.value, self.dimension = figure.value, figure.dimension
        self.written = figure.value if figure.bare is None else figure.bare
        self.counts = not figure.dimension and bool(_THING.match(behind))


def _same(one: _Counted, other: _Counted) -> bool:
    """Whether two figures are one number, with the same unit where both have one."""
    if one.dimension and other.dimension:
        return one.dimension == other.dimension and _near(one.value, other.value)
    if (one.dimension and other.counts) or (other.dimension and one.counts):
        return False
    return _near(one.written, other.written)


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= _CLOSE * max(abs(one), abs(other))


def _ordinals_of(text: str) -> set[int]:
    return {
        _ORDINALS[match["word"].lower()] if match["word"] else int(match["figure"])
        for match in _ORDINAL.finditer(text)
        if match["word"] or len(match["figure"]) < 5
    }


def without_days(text: str, days: Sequence[str], rules: Rules) -> str:
    """The text without the dates that are among ``days`` (ISO; a month or a year holds its days)."""
    found = find_dates(text, 0, len(text), None, rules)
    for each in reversed(found):
        told = each.date.value
        if not each.worded and any(day == told or (len(told) < len(day) and day.startswith(told)) for day in days):
            text = text[: each.span.start] + " " + text[each.span.end :]
    return text
