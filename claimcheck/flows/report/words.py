"""The words of a report in the languages it speaks, from ``words.toml``; days, spans and shares in words."""

import tomllib
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from claimcheck.labelstudio.wording import day
from claimcheck.records import ClaimDate

__all__ = ["LANGUAGES", "Words", "words_in"]

LANGUAGES = ("en", "de")
"""Languages a report speaks."""

_FILE = "words.toml"
_MONTH_DAYS, _YEAR_DAYS = 30.44, 365.25


class Words:
    """One language's words; ``language`` is its code."""

    def __init__(self, language: str, table: dict[str, Any]) -> None:
        self.language, self._table = language, table

    def __call__(self, key: str, **names: object) -> str:
        """The wording of a key, its {names} filled in."""
        found: str = self._table[key]
        return found.format(**names) if names else found

    def raw(self, key: str) -> str:
        """The wording of a key with its {names} as they stand."""
        return str(self._table[key])

    def count(self, key: str, n: int, **names: object) -> str:
        """The wording of a key for a number: the one for 1, or the one for all others."""
        one, other = self._table[key]
        return str(one if n == 1 else other).format(n=self.number(n), **names)

    def noun(self, key: str, n: int) -> str:
        """The word that follows a number, without it."""
        one, other = self._table[key]
        return str(one if n == 1 else other)

    def number(self, n: int) -> str:
        """A whole number with its thousands set apart.

        >>> words_in("de").number(12345), words_in("en").number(12345)
        ('12.345', '12,345')
        """
        return f"{n:,}".replace(",", ".") if self.language == "de" else f"{n:,}"

    def decimal(self, value: float, places: int = 2) -> str:
        """A fraction with so many places."""
        found = f"{value:.{places}f}"
        return found.replace(".", ",") if self.language == "de" else found

    def percent(self, share: float) -> str:
        """A share of one in whole per cent; what is not quite all or nothing does not look so.

        >>> words_in("de").percent(0.9935), words_in("en").percent(0.9999), words_in("en").percent(1)
        ('99\\xa0%', '99%', '100%')
        """
        whole = round(100 * share)
        if 0 < share < 1:
            whole = min(99, max(1, whole))
        return f"{whole}\xa0%" if self.language == "de" else f"{whole}%"

    def day(self, value: date) -> str:
        """A day."""
        return day(value, self.language)

    def when(self, value: ClaimDate) -> str:
        """When a claim holds, as precise as it is known.

        >>> words_in("de").when(ClaimDate("1994-12", "month")), words_in("en").when(ClaimDate("1994/2004", "interval"))
        ('Dezember 1994', '1994 – 2004')
        """
        said = " – ".join(self._part(part) for part in value.value.split("/"))
        key = f"when_{value.precision}"
        return self(key, day=said) if key in self._table else said

    def _part(self, part: str) -> str:
        pieces = part.split("-")
        try:
            if len(pieces) == 3:
                return self.day(date.fromisoformat(part))
            if len(pieces) == 2:
                return self.day(date(int(pieces[0]), int(pieces[1]), 1)).split(" ", 1)[1]
        except ValueError:
            pass
        return part

    def span(self, days: int) -> str:
        """So many days in years, or in months below two years."""
        if days >= 2 * _YEAR_DAYS:
            return self.count("years", int(days / _YEAR_DAYS))
        return self.count("months", max(1, round(days / _MONTH_DAYS)))

    def listed(self, items: Sequence[str]) -> str:
        """Words one after another."""
        return ", ".join(items)


@cache
def words_in(language: str) -> Words:
    """The words of a language; English where a report does not speak it."""
    tables = tomllib.loads((Path(__file__).parent / _FILE).read_text(encoding="utf-8"))
    known = language if language in LANGUAGES else LANGUAGES[0]
    return Words(known, tables[known])
