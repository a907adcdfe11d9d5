"""Titles of a text and what they stand over: headline and lead, quote boxes, subheadings, the body in between."""

import re
from collections.abc import Sequence

from claimcheck.article import vocabulary as say
from claimcheck.article.lines.cut import Kind
from claimcheck.article.lines.zones import TITLE_AT_MOST, Zones
from claimcheck.records import Role

__all__ = ["find_quote_boxes", "find_rest", "find_top"]

_POINTS, _POINT = 6, 8  # lines that sum an article up; words of each

_SIGNED = re.compile(r"[\"„“«»].{10,250}[\"“”»«]\s?[–—-]\s?[^\W\d_a-zäöüß][\w.’'-]*(?:,?\s[\w.’'-]+){0,6}")
_QUOTED = re.compile(r"[\"„“»«'‚‘].{20,300}[\"“”»«'’]")


def find_top(zones: Zones) -> None:
    """Titles before the first sentences, then the lead."""
    first = zones.first()
    above = [at for at in range(first) if zones.open(at)]
    titles = [at for at in above if len(say.words(zones.lines[at].text)) >= 4] or above
    if len(titles) > 3:
        titles = _best(zones, titles, first)
    for at in above:
        points = bool(titles) and _is_point(zones, at, titles[-1], first)
        zones.roles[at] = Role.HEADLINE if at in titles else Role.LEAD if points else Role.FURNITURE
    marked = [at for at in range(len(zones.lines)) if zones.lines[at].kind is Kind.TITLE and zones.open(at)]
    if marked and not titles:
        zones.roles[marked[0]] = Role.HEADLINE
    if titles and first < len(zones.lines) and len(zones.lines[first].text) <= 700:
        zones.roles[first] = Role.LEAD


def _is_point(zones: Zones, at: int, title: int, first: int) -> bool:
    """Whether a line between the title and the first sentences sums the article up, without a full stop."""
    between = [each for each in range(title + 1, first) if zones.open(each)]
    return (
        at in between
        and len(between) <= _POINTS
        and all(len(say.words(zones.lines[each].text)) >= _POINT for each in between)
    )


def _best(zones: Zones, titles: Sequence[int], first: int) -> list[int]:
    """Among many titles, the one whose words the article uses most, with its neighbours that share two of them."""
    body = {word for line in zones.lines[first : first + 6] for word in say.words(line.text) if len(word) > 3}

    def shared(at: int) -> int:
        return len(body & set(say.words(zones.lines[at].text)))

    best = max(titles, key=lambda at: (zones.lines[at].kind is Kind.TITLE, shared(at), at))
    telling = {word for word in say.words(zones.lines[best].text) if len(word) > 3}
    return [at for at in titles if at == best or len(telling & set(say.words(zones.lines[at].text))) >= 2]


def find_quote_boxes(zones: Zones) -> None:
    """A quotation that stands alone with its speaker's name behind or below, or in the running text as well."""
    text = "\n".join(line.text for line in zones.lines)[:200_000] if len(zones.lines) < 2_000 else ""
    for at, line in enumerate(zones.lines):
        if zones.open(at) and line.gap and not say.ends_sentence(line.text) and _SIGNED.fullmatch(line.text[:400]):
            zones.roles[at] = Role.QUOTE_BOX
        if not zones.open(at) or not line.gap or not _QUOTED.fullmatch(line.text[:400]):
            continue
        below = zones.lines[at + 1] if at + 1 < len(zones.lines) else None
        named = below is not None and not below.gap and not zones.prose[at + 1] and len(below.text) <= 100
        if named and zones.open(at + 1):
            zones.roles[at : at + 2] = [Role.QUOTE_BOX] * 2
        elif text.count(line.text[1:-1]) > 1:
            zones.roles[at] = Role.QUOTE_BOX


def _announces(zones: Zones, at: int) -> bool:
    """Whether a list of the article follows."""
    below = at + 1
    return (
        below < len(zones.lines)
        and zones.lines[below].kind is Kind.BULLET
        and zones.roles[below] in (Role.BODY, Role.FACT_BOX)
    )


def find_rest(zones: Zones) -> None:
    """Give every line that is still open a role: body, subheading, or a pointer after the last sentences."""
    told = [at for at in range(len(zones.lines)) if zones.roles[at] in (Role.BODY, Role.FACT_BOX, Role.LIVE_UPDATE)]
    last = max(zones.last(), max(told, default=-1))
    titles = {line.text for at, line in enumerate(zones.lines) if zones.roles[at] is Role.HEADLINE}
    fact = False
    for at, line in enumerate(zones.lines):
        if not zones.open(at):
            fact = False
            continue
        if line.text in titles:
            zones.roles[at] = Role.HEADLINE
        elif zones.prose[at]:
            zones.roles[at] = Role.FACT_BOX if fact and not line.gap else Role.BODY
        elif line.text.endswith(":") and _announces(zones, at):
            zones.roles[at] = Role.BODY
        elif at > last:
            zones.roles[at] = Role.RELATED
        else:
            zones.roles[at] = Role.SUBHEADING if len(line.text) <= TITLE_AT_MOST else Role.BODY
        fact = say.is_fact_heading(line.text) or (fact and zones.roles[at] is Role.FACT_BOX)
