"""Captions of a text's pictures: known by the credit that ends or follows them."""

import re

from claimcheck.article import vocabulary as say
from claimcheck.article.lines.zones import Zones
from claimcheck.records import Role

__all__ = ["find_captions"]

_PICTURE_CREDIT = re.compile(
    r"\s*[(\[]?(?:foto|bild|photo|image|picture|grafik|symbol|archiv|video|ap photo|©|fot)", re.IGNORECASE
)


def find_captions(zones: Zones) -> None:
    """Mark captions: a line with a credit at its end, or the few lines right above a credit."""
    last = zones.last()
    for at, line in enumerate(zones.lines):
        if zones.open(at) and len(line.text) <= 400:
            cut = say.credit_at(line.text)
            if cut is not None and _PICTURE_CREDIT.match(line.text, cut):
                zones.roles[at] = Role.CAPTION
        if zones.roles[at] is not Role.CREDIT:
            continue
        top = at
        while top > 0 and at - top < 3 and zones.open(top - 1) and not zones.lines[top].gap:
            top -= 1
        group = [zones.lines[each].text for each in range(top, at)]
        if not group or not zones.lines[top].gap or max(map(len, group)) > 350:
            continue
        told = any(map(say.is_caption_like, group))
        if told or (last > at and sum(map(len, group)) <= 300 and top > 0):
            zones.roles[top:at] = [Role.CAPTION] * (at - top)
    for at, line in enumerate(zones.lines[:-1]):
        if (
            zones.open(at)
            and len(line.text) <= 350
            and zones.roles[at + 1] is Role.CREDIT
            and say.is_caption_like(line.text)
        ):
            zones.roles[at] = Role.CAPTION
