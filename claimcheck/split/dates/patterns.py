"""The patterns of dates in a language, made from its words for months, weekdays and days told from today."""

import re
from functools import lru_cache

from claimcheck.split.languages import Rules

__all__ = ["date_patterns"]


@lru_cache(maxsize=32)
def date_patterns(rules: Rules) -> list[tuple[str, re.Pattern[str]]]:
    """The patterns of a language, the more telling first."""
    found = [("iso", r"\b(?P<y>[12]\d{3})-(?P<m>\d{2})-(?P<d>\d{2})\b")]
    numeric = r"\b(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>[12]\d{3})\b" if rules.month_first else r"\b(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>[12]\d{3})\b"  # fmt: skip  # noqa: E501
    found += [("day", numeric), ("day", r"\b(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>[12]\d{3})\b")]
    if rules.months:
        month = (
            "(?P<month>" + "|".join(_cased(name) for name in sorted(rules.months, key=len, reverse=True)) + r")\b\.?"
        )
        year = r"(?:,?\s+(?:of\s+)?\[?(?P<y>[12]\d{3})\b\]?)?"
        found.append(("day", rf"\b(?P<d>\d{{1,2}})(?:\.|st|nd|rd|th)?\s+(?:of\s+)?{month}{year}"))
        if rules.month_first:
            found.append(("day", rf"\b{month}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*%){year}"))
        found.append(("month", rf"\b{month}\s+\[?(?P<y>[12]\d{{3}})\b\]?"))
        if rules.month_openers:
            openers = "|".join(map(re.escape, rules.month_openers))
            found.append(("month", rf"\b(?i:{openers})[\s-]+{month}(?!\s+\[?[12]\d{{3}}\b)"))
    if rules.ordinal_dots:
        found.append(("day", r"\b(?i:am)\s+(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.(?!\s?\d)"))
    if rules.days_ago:
        many = "(?P<many>" + "|".join([r"\d{1,2}", *rules.counts]) + ")"
        found.append(("ago", rf"(?i:(?<![\w-])(?P<said>{rules.days_ago.format(many)})\b)"))
    if rules.holidays:
        said = "|".join(map(re.escape, sorted(rules.holidays, key=len, reverse=True)))
        on = "on" if rules.month_first else "(?:am|an|zu)"
        found.append(("holiday", rf"(?i:\b{on}\s+(?P<said>{said})\b)(?!\s+[A-ZÄÖÜ])(?:,?\s+(?P<y>[12]\d{{3}})\b)?"))
    for kind, table in (("relday", rules.relative_days), ("anchored", rules.anchored_days), ("relmonth", rules.relative_months), ("relyear", rules.relative_years), ("weekend", rules.weekends)):  # fmt: skip  # noqa: E501
        if table:
            keys = sorted(table, key=len, reverse=True)
            said = "|".join(rules.small_days.get(key, re.escape(key)) for key in keys)
            found.append((kind, rf"(?i:\b(?P<said>{said})\b)"))
    if rules.weekdays:
        names = "|".join(_cased(name) for name in sorted(rules.weekdays, key=len, reverse=True))
        parts = f"(?:{'|'.join(rules.day_parts)})?" if rules.day_parts and not rules.month_first else ""
        found.append(("weekday", rf"(?P<before>\b\w+\s+)?\b(?P<said>(?P<name>{names}){parts})\b(?P<after>\s+\w+)?"))
    if rules.relative_spans:
        said = "|".join(map(re.escape, rules.relative_spans))
        found.append(("span", rf"(?i:\b(?P<said>{said})\b)"))
    found.append(("year", r"\((?P<y>[12]\d{3})\)"))
    return [(kind, re.compile(pattern)) for kind, pattern in found]


def _cased(name: str) -> str:
    """A name as it is written: with a capital."""
    return re.escape(name.capitalize())
