"""Roles of the lines of a text page: what each says by itself, then what its neighbours make of it.

The order of the rules is the order of certainty: a notice or a credit is known by its words, a headline by standing
before the first sentences, a subheading by standing between them, a pointer by standing after them.
"""

from collections.abc import Sequence

from claimcheck.article.lines.asides import find_asides, find_cards
from claimcheck.article.lines.captions import find_captions
from claimcheck.article.lines.cut import Line
from claimcheck.article.lines.pointers import (
    find_bullets,
    find_comments,
    find_embeds,
    find_sign_off,
    find_teasers,
)
from claimcheck.article.lines.titles import find_quote_boxes, find_rest, find_top
from claimcheck.article.lines.zones import TITLE_AT_MOST, Zones
from claimcheck.article.stamps import is_time
from claimcheck.article.updates import Entry, find_updates, sounds_live
from claimcheck.records import Role

__all__ = ["find_line_roles"]


def _find_live(zones: Zones) -> None:
    """Mark live updates: what is still open from the first of their stamps on."""
    entries = [
        Entry(line.text, zones.prose[at], zones.open(at))
        if zones.roles[at] in (None, Role.BYLINE)
        else Entry("", False, False)
        for at, line in enumerate(zones.lines)
    ]
    first = zones.first()
    titles = [line.text for line in zones.lines[: max(first, 1)] if len(line.text) <= TITLE_AT_MOST]
    for at in find_updates(entries, live=any(map(sounds_live, titles))):
        if zones.open(at):
            zones.roles[at] = Role.BYLINE if is_time(zones.lines[at].text) else Role.LIVE_UPDATE


def find_line_roles(lines: Sequence[Line]) -> list[Role]:
    """One role for each line, in order. Lines without any running sentence are a headline and a body."""
    zones = Zones(lines)
    if not any(zones.sentences(at) for at in range(len(lines))):
        opened = [at for at in range(len(lines)) if zones.open(at)]
        for at in opened:
            zones.roles[at] = Role.HEADLINE if at == opened[0] else Role.BODY
        return [role or Role.FURNITURE for role in zones.roles]
    for rule in (
        find_comments,
        find_embeds,
        find_sign_off,
        find_captions,
        _find_live,
        find_bullets,
        find_teasers,
        find_asides,
        find_cards,
        find_top,
        find_quote_boxes,
        find_rest,
    ):
        rule(zones)
    return [role or Role.BODY for role in zones.roles]
