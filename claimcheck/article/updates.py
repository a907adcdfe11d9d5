"""Live updates: which parts of a text are stacked entries under their own times, and the day of each."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from claimcheck.article.days import parse_moment
from claimcheck.article.stamps import Stamp, read_stamp
from claimcheck.records import CARRIERS, Block, Role

__all__ = ["Entry", "date_updates", "find_updates", "sounds_live"]

_LIVE = re.compile(r"\blive\b|\b(?:live|news)?-?(?:ticker|blog)\b|\bas it happened\b", re.IGNORECASE)
_STATES = re.compile(
    r"\W*(?:stand|(?:zuletzt )?aktualisiert|veröffentlicht|erstellt|(?:last |first )?(?:updated|published|posted))\b",
    re.IGNORECASE,
)  # what a page says of itself, not an entry of it
_SHARE = 0.5  # of the sentences, in a text that does not call itself live
_REACH = 4  # blocks before the first update in which its stamp stands


@dataclass(frozen=True, slots=True)
class Entry:
    """A line or a piece of a page: ``own`` where it is text of the article, ``moment`` as its ``time`` element says."""

    text: str
    prose: bool
    own: bool
    shape: str = ""  # how it is marked up: stamps of one stack look alike
    moment: str | None = None


def sounds_live(title: str) -> bool:
    """Whether a title calls its text live."""
    return bool(_LIVE.search(title))


def _stamp(entry: Entry) -> Stamp | None:
    if _STATES.match(entry.text[:60]):
        return None
    stamp = read_stamp(entry.text)
    if stamp is None and entry.moment and "T" in entry.moment and len(entry.text) <= 60:
        return Stamp(None, None, True)  # "two hours ago", its time for machines only
    return stamp if stamp and (stamp.minute is not None or entry.moment) else None


def find_updates(entries: Sequence[Entry], *, live: bool) -> range:
    """The stretch of entries that are live updates, from the first stamp on; empty where there are none.

    Three stamps of one shape with sentences below each make a stack, if most sentences stand there; two where the text
    calls itself ``live``.
    """
    stamps: dict[int, str] = {}
    for at, entry in enumerate(entries):
        found = _stamp(entry)
        if found is not None:
            stamps[at] = f"{entry.shape} {found.alone}"
    for shape, count in Counter(stamps.values()).most_common(3):
        places = [at for at, each in stamps.items() if each == shape]
        if count < (2 if live else 3):
            break
        told = [
            at
            for at, below in zip(places, [*places[1:], len(entries)], strict=True)
            if any(each.own and each.prose for each in entries[at:below])
        ]
        if len(told) < (2 if live else 3):
            continue
        last = max(at for at, each in enumerate(entries) if each.own and each.prose)
        every = [at for at, each in enumerate(entries) if each.own and each.prose]
        if live or sum(at >= told[0] for at in every) >= _SHARE * len(every):
            headed = all(at and entries[at - 1].own and not entries[at - 1].prose for at in told)
            return range(told[0] - headed, last + 1)  # some sites put an entry's title above its time
    return range(0)


def date_updates(
    text: str, blocks: Sequence[Block], moments: Mapping[int, str], base: date | None, newest: date | None
) -> list[Block]:
    """The same blocks, each live update with the day of the stamp above it.

    ``moments`` holds what ``time`` elements say, by the start of their block. ``base`` is the day the article was
    published, ``newest`` the day it was last changed. Where stamps give times only, a day ends where the clock jumps
    back (forward, with the newest update first).
    """
    live = [at for at, block in enumerate(blocks) if block.role is Role.LIVE_UPDATE]
    if not live:
        return list(blocks)
    stamps: dict[int, Stamp] = {}
    for at in range(max(0, live[0] - _REACH), live[-1] + 1):
        span, role = blocks[at].span, blocks[at].role
        if at > live[0] or role in (Role.BYLINE, Role.SUBHEADING, Role.FURNITURE, Role.LIVE_UPDATE):
            part = text[span.start : min(span.end, span.start + 200)]
            stamp = None if _STATES.match(part) else read_stamp(part, newest or base)
            moment = parse_moment(moments.get(span.start))
            if moment and not (stamp and stamp.full):
                stamp = Stamp(moment, stamp.minute if stamp else None, True, True)
            if stamp and (stamp.minute is not None or stamp.day):
                stamps[at] = stamp
    days = _fill(list(stamps.values()), base, newest)
    dated = dict(zip(stamps, days, strict=True))
    day: date | None = None
    found = []
    for at, block in enumerate(blocks):
        day = dated.get(at, day)
        inside = live[0] <= at <= live[-1] and block.role in CARRIERS
        titles = at + 1 in dated and blocks[at + 1].role is Role.BYLINE and _is_title(text, block)
        found.append(replace(block, date=dated[at + 1] if titles else day) if inside else block)
    return found


def _is_title(text: str, block: Block) -> bool:
    part = text[block.span.start : block.span.end]
    return block.role is Role.LIVE_UPDATE and len(part) <= 160 and part[-1] not in '.!…"”“»'


def _fill(stamps: Sequence[Stamp], base: date | None, newest: date | None) -> list[date | None]:
    """The day of each stamp, the missing ones from their neighbours and the clock."""
    back = _newest_first(stamps)
    step = timedelta(days=-1 if back else 1)
    day = (newest or base) if back else base
    minute: int | None = None
    found: list[date | None] = []
    for stamp in stamps:
        if stamp.day is not None:
            day = stamp.day
        elif day and minute is not None and stamp.minute is not None:
            turned = stamp.minute > minute if back else stamp.minute < minute
            day = day + step if turned else day
        minute = stamp.minute if stamp.minute is not None else (None if stamp.day else minute)
        found.append(day)
    return found


def _newest_first(stamps: Sequence[Stamp]) -> bool:
    """Whether the clock runs backwards down the page, by days where they are named, else by most of the times."""
    days = [each.day for each in stamps if each.day]
    if days and days[0] != days[-1]:
        return days[0] > days[-1]
    steps = [
        later.minute - earlier.minute
        for earlier, later in pairwise(stamps)
        if earlier.minute is not None and later.minute is not None
    ]
    return sum(step < 0 for step in steps) > sum(step > 0 for step in steps)
