"""Groups of lines that are no text of the article: what opens with a notice, and cards of other articles at its end.

A group is what stands between two empty lines.
"""

import re

from claimcheck.article import vocabulary as say
from claimcheck.article.lines.zones import TITLE_AT_MOST, Zones
from claimcheck.records import Role

__all__ = ["find_asides", "find_cards"]

_POINTERS = (Role.TEASER, Role.RELATED)
_FOREIGN = (*_POINTERS, Role.NEWSLETTER, Role.CONSENT, Role.COMMENT)
_BLURB = 250  # characters
_AD = re.compile(r"\W*(?:anzeige|werbung|advertisement|advertising|sponsored|ad)\W*", re.IGNORECASE)


def find_asides(zones: Zones) -> None:
    """Mark titles, and a blurb below each, in a group of lines that is no text of the article.

    One that opens with a notice or a pointer, before any sentence of the article, is foreign until a long paragraph
    says otherwise.
    """
    foreign = clean = False
    for at, line in enumerate(zones.lines):
        if line.gap:
            foreign, clean = False, True
        role = zones.roles[at]
        if role in _FOREIGN:
            foreign = clean
        elif clean and at and _is_ad(zones, at):
            zones.roles[at] = Role.FURNITURE
        elif not zones.open(at):
            continue
        elif not zones.prose[at]:
            if foreign and len(line.text) <= TITLE_AT_MOST:
                zones.roles[at] = Role.RELATED
        elif foreign and zones.roles[at - 1] in _POINTERS and not zones.prose[at - 1] and len(line.text) <= _BLURB:
            zones.roles[at] = Role.TEASER
        else:
            foreign = clean = False


def _is_ad(zones: Zones, at: int) -> bool:
    """Whether sentences that speak to the reader stand right below a label such as "Advertisement"."""
    above = zones.lines[at - 1].text
    close = zones.open(at) and not zones.lines[at].gap and say.addresses(zones.lines[at].text)
    return close and zones.roles[at - 1] is Role.FURNITURE and bool(_AD.fullmatch(above[:40]))


def _groups(zones: Zones) -> list[range]:
    starts = [at for at, line in enumerate(zones.lines) if at == 0 or line.gap]
    return [range(a, b) for a, b in zip(starts, [*starts[1:], len(zones.lines)], strict=True)]


def _is_card(zones: Zones, group: range) -> bool:
    """Whether a group has no sentences of the article, or a title with one blurb right below."""
    told = [at for at in group if zones.sentences(at)]
    if not told:
        return True
    blurb = told[0]
    titled = blurb > group.start and not zones.prose[blurb - 1] and len(zones.lines[blurb - 1].text) <= TITLE_AT_MOST
    return len(told) == 1 and titled and len(zones.lines[blurb].text) <= _BLURB


def find_cards(zones: Zones) -> None:
    """Mark cards at the end of a text, from the first notice or pointer among them on."""
    start = len(zones.lines)
    for group in reversed(_groups(zones)):
        if not _is_card(zones, group):
            break
        start = group.start
    cue = next((at for at in range(start, len(zones.lines)) if zones.roles[at] in _FOREIGN), len(zones.lines))
    for at in range(cue, len(zones.lines)):
        if zones.open(at):
            zones.roles[at] = Role.TEASER if zones.prose[at] else Role.RELATED
