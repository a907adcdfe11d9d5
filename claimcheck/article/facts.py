"""What is known of an article, and from where: what the caller says, what its text prints, what its metadata claims."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from claimcheck.article.datelines import dateline_day
from claimcheck.article.days import parse_day
from claimcheck.article.language import detect_language, language_code
from claimcheck.article.metadata import Metadata
from claimcheck.errors import LanguageInvalid
from claimcheck.records import CARRIERS, Block, Role

__all__ = ["date_notes", "find_facts", "find_language"]

_BY = re.compile(r"^(?:von|by|par|por|door|di|autor(?:in)?:?|authors?:?|text:)\s+", re.IGNORECASE)
_A_DAY = timedelta(days=1)  # two clocks may disagree by one


def _first(text: str, blocks: Sequence[Block], role: Role) -> str | None:
    found = next((block.span for block in blocks if block.role is role), None)
    return " ".join(text[found.start : found.end].split())[:500] if found else None


def _near_top(text: str, blocks: Sequence[Block]) -> list[str]:
    """The lines around an article's beginning that name an author or a time."""
    top = next((at for at, block in enumerate(blocks) if block.role in (Role.LEAD, Role.BODY)), 0)
    near = blocks[max(0, top - 8) : top + 4]
    return [" ".join(text[each.span.start : each.span.end].split()) for each in near if each.role is Role.BYLINE]


def _of_dateline(text: str, blocks: Sequence[Block]) -> list[date]:
    """The day in front of the report's first paragraph, none where none stands there."""
    first = next((each.span for each in blocks if each.role in (Role.LEAD, Role.BODY)), None)
    day = dateline_day(text[first.start : first.end]) if first else None
    return [day] if day else []


def find_facts(
    text: str, blocks: Sequence[Block], about: Metadata, told: dict[str, Any]
) -> tuple[dict[str, Any], dict[str, str]]:
    """Metadata of the article and where each piece came from: the caller first, then the better of text and page.

    A title is taken from the text, everything else from the metadata where it has it.
    """
    lines = _near_top(text, blocks)
    days = [day for day in map(parse_day, lines) if day] or _of_dateline(text, blocks)
    from_text = {
        "title": _first(text, blocks, Role.HEADLINE),
        "published": min(days, default=None),
        "byline": next((_BY.sub("", line)[:200] for line in lines if not any(map(str.isdigit, line))), None),
    }
    facts, sources = dict(told), dict.fromkeys(told, "option")
    for key in ("title", "published", "outlet", "byline", "url"):
        ranked = [("text", from_text.get(key)), ("metadata", getattr(about, key))]
        for source, value in ranked if key == "title" else reversed(ranked):
            if key not in facts and value:
                facts[key], sources[key] = value, source
    return facts, sources


def date_notes(text: str, blocks: Sequence[Block], about: Metadata, published: date | None) -> list[str]:
    """Says where the day of publication is not what the text prints near its top, or not what its metadata says."""
    printed = {day for day in map(parse_day, _near_top(text, blocks)) if day}
    known = [day for day in (about.published, about.modified, published) if day]
    notes = []
    if published and about.published and published != about.published:
        notes.append(f"published {published} as told; the metadata says {about.published}")
    if known and printed and not any(abs(day - other) <= _A_DAY for day in printed for other in known):
        days = ", ".join(day.isoformat() for day in sorted(printed))
        notes.append(f"published {published}; the text itself prints {days}")
    return notes


def find_language(
    text: str, blocks: Sequence[Block], page: str | None, told: str | None
) -> tuple[str, str | None, str | None]:
    """The language, where it is from, and a doubt: a page that says one and reads as another."""
    if told is not None:
        return told, "option", None
    carried = [text[each.span.start : each.span.end][:2_000] for each in blocks[:2_000] if each.role in CARRIERS]
    found = detect_language("\n".join(carried)[:6_000])
    try:
        said = language_code(page) if page else None
    except LanguageInvalid:
        said = None
    if found is None:
        return (said, "metadata", None) if said else ("und", None, None)
    if said is not None and said != found:
        return found, "text", f"the page says its language is {said}, its text reads as {found}"
    return (found, "metadata", None) if said else (found, "text", None)
