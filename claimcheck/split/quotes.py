"""Quoted passages: from the opening mark to the closing one, across sentences."""

from claimcheck.records import Span

__all__ = ["find_quotes", "quoted_share"]

_OPENS = {
    "„": '“”"',
    "‚": "‘’",
    "»": "«",
    "«": "»",
    "“": '”"',
    "”": "”",
    '"': '"”“',
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
}
_SINGLE = "‘'"  # quotations in them end with a mark inside; without one they may be apostrophes
_LONGEST_SINGLE = 1500  # characters
_APOSTROPHES = "‚‹›"  # inner quotations: the outer one holds them


def find_quotes(text: str, start: int, end: int) -> list[Span]:
    """The quotations in ``text[start:end]`` with their marks, in order, none inside another.

    A quotation that is never closed runs to the end of the stretch. A closing mark without an opening one, where
    the stretch was cut inside a quotation, closes one that began with the stretch.

    >>> text = "Er sagte: „Wir gehen. Bald.“ Dann ging er."
    >>> [text[span.start : span.end] for span in find_quotes(text, 0, len(text))]
    ['„Wir gehen. Bald.“']
    """
    found: list[Span] = []
    opened, closers = -1, ""
    skip = start
    for at in range(start, end):
        mark = text[at]
        if at < skip:
            continue
        if opened >= 0:
            if mark in closers:
                found.append(Span(opened, at + 1))
                opened = -1
        elif mark == "”" and not found and at > start and (at + 1 == end or not text[at + 1].isalnum()):
            found.append(Span(start, at + 1))
        elif mark in _SINGLE and (closed := _single(text, at, start, end)):
            found.append(Span(at, closed))
            skip = closed
        elif mark in _OPENS and mark not in _APOSTROPHES and not (mark in "“”" and _closes(text, at, start, end)):
            opened, closers = at, _OPENS[mark]
    if 0 <= opened < end - 1:
        found.append(Span(opened, end))
    return found


def _single(text: str, at: int, start: int, end: int) -> int:
    """Where a quotation in single marks ends that begins at ``at``; 0 where the mark is an apostrophe."""
    before = text[at - 1] if at > start else " "
    if not (before.isspace() or before in "(:") or at + 1 >= end or not text[at + 1].isalnum():
        return 0
    closer = "’" if text[at] == "‘" else "'"
    for j in range(at + 2, min(end, at + _LONGEST_SINGLE)):
        follows = text[j + 1] if j + 1 < end else " "
        if text[j] == closer and not follows.isalnum() and text[j - 1] in ".,!?…":
            return j + 1
        if text[j] in '“”"\n':
            return 0
    return 0


def _closes(text: str, at: int, start: int, end: int) -> bool:
    """Whether a mark can only be a closing one: a letter before it, none after it."""
    before = at > start and not text[at - 1].isspace()
    after = at + 1 < end and text[at + 1].isalnum()
    return before and not after


def quoted_share(quotes: list[Span], start: int, end: int) -> float:
    """The part of a stretch that lies in quotations, in [0, 1]."""
    inside = sum(max(0, min(end, quote.end) - max(start, quote.start)) for quote in quotes)
    return inside / (end - start)
