"""Quoted passages: from the opening mark to the closing one, across sentences."""

import re

from claimcheck.records import Span

__all__ = [
    "CLOSING_MARKS",
    "DOUBLE_MARKS",
    "OPENING_MARKS",
    "QUOTE_MARKS",
    "SPOKEN_MARKS",
    "find_quotes",
    "runs_over",
]

OPENING_MARKS = frozenset('"„“»«')  # of German, English and French; some close elsewhere
CLOSING_MARKS = frozenset('"“”«»')
DOUBLE_MARKS = OPENING_MARKS | CLOSING_MARKS
QUOTE_MARKS = DOUBLE_MARKS | frozenset("‘’")
SPOKEN_MARKS = frozenset("\"“'‘")  # in front of what is said in English

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
_FAR = 700  # characters of a paragraph that a quotation of the one before it runs on into
_APOSTROPHES = "‚‹›"  # inner quotations: the outer one holds them
_BEFORE_OPENING = "([{-–—:/"
_CLAUSE_ENDS = ".,!?…"
_SENTENCE_END = re.compile(r"[.!?…][\"”“»«’)]?\s+(?=[^\W\d_a-z]|\d)")


def find_quotes(text: str, start: int, end: int, within: str = "") -> list[Span]:
    """The quotations in ``text[start:end]`` with their marks, in order, none inside another.

    ``within``: the mark of the quotation that the stretch begins in, where the one before it left that open.

    A quotation that is never closed runs to the end of the stretch. A closing mark without an opening one, where
    the stretch was cut inside a quotation, closes one that began with the stretch. A straight mark opens or closes by
    what stands beside it; one that closes nothing ends a quotation that began with its sentence.

    >>> text = "Er sagte: „Wir gehen. Bald.“ Dann ging er."
    >>> [text[span.start : span.end] for span in find_quotes(text, 0, len(text))]
    ['„Wir gehen. Bald.“']
    """
    found: list[Span] = []
    opened, closers, inner = (start, _OPENS[within], 0) if within else (-1, "", 0)
    skip = start
    for at in range(start, end):
        mark = text[at]
        if at < skip:
            continue
        if opened >= 0:
            if mark not in closers:
                continue
            if mark == '"' and text[opened] == '"' and _only_opens(text, at, start, end):
                if _ends_clause(text, at, start, ".!?…"):  # the one before was never closed
                    found.append(Span(opened, at))
                    opened, inner = at, 0
                    continue
                if _is_inner(text, at, end):
                    inner += 1
                    continue
            if inner:
                inner -= 1
                continue
            found.append(Span(opened, at + 1))
            opened = -1
        elif mark == "”" and not found and at > start and (at + 1 == end or not text[at + 1].isalnum()):
            found.append(Span(start, at + 1))
        elif mark == '"' and _only_closes(text, at, start, end):
            if (begin := _began(text, at, max(start, found[-1].end if found else start), end)) is not None:
                found.append(Span(begin, at + 1))
        elif mark in _SINGLE and (closed := _single(text, at, start, end)):
            found.append(Span(at, closed))
            skip = closed
        elif mark in _OPENS and mark not in _APOSTROPHES and not (mark in "“”" and _closes(text, at, start, end)):
            opened, closers, inner = at, _OPENS[mark], 0
    if 0 <= opened < end - 1:
        found.append(Span(opened, end))
    return found


def runs_over(text: str, stretch: tuple[int, int], behind: tuple[int, int], within: str = "") -> str:
    """The mark of a quotation that a stretch leaves open and the one ``behind`` it closes; "" where none is.

    >>> text = "Sie sagte: „Es tropft. Es war nass.“"
    >>> runs_over(text, (0, 22), (22, len(text))), runs_over(text, (0, 22), (22, 35))
    ('„', '')
    """
    start, end = stretch
    quotes = find_quotes(text, start, end, within)
    if not quotes or quotes[-1].end < end or text[end - 1] in CLOSING_MARKS:
        return ""
    mark = within if within and quotes[-1].start == start else text[quotes[-1].start]
    if mark not in OPENING_MARKS:
        return ""
    begin, stop = behind
    first = next((at for at in range(begin, min(stop, begin + _FAR)) if text[at] in DOUBLE_MARKS), None)
    if first is None or text[first] not in _OPENS[mark] or not _only_closes(text, first, begin, stop):
        return ""
    return mark if _began(text, first, begin, stop) is not None else ""


def _beside(text: str, at: int, start: int, end: int) -> tuple[str, str]:
    """The characters before and behind a mark; a space where the stretch ends."""
    return (text[at - 1] if at > start else " "), (text[at + 1] if at + 1 < end else " ")


def _only_opens(text: str, at: int, start: int, end: int) -> bool:
    """Whether a straight mark can only be an opening one: nothing before it, a word behind it."""
    before, after = _beside(text, at, start, end)
    return (before.isspace() or before in _BEFORE_OPENING) and after.isalnum()


def _only_closes(text: str, at: int, start: int, end: int) -> bool:
    """Whether a straight mark can only be a closing one: a word or mark before it, none behind it."""
    before, after = _beside(text, at, start, end)
    return at > start and not before.isspace() and before not in _BEFORE_OPENING and not after.isalnum()


def _ends_clause(text: str, at: int, start: int, marks: str) -> bool:
    """Whether what stands before a place, spaces left out, is one of ``marks``."""
    before = text[max(start, at - 4) : at].rstrip()
    return bool(before) and before[-1] in marks


def _is_inner(text: str, at: int, end: int) -> bool:
    """Whether an opening mark inside a quotation has its own closing one: two more close, none opens before."""
    close = text.find('"', at + 1, end)
    outer = text.find('"', close + 1, end) if close > 0 else -1
    return outer > 0 and _only_closes(text, close, at, end) and _only_closes(text, outer, at, end)


def _began(text: str, at: int, start: int, end: int) -> int | None:
    """Where a quotation began that only has its closing mark: with its sentence; None where the mark is none."""
    before, after = _beside(text, at, start, end)
    if before not in _CLAUSE_ENDS and after != ",":
        return None  # "6" in" and the like
    return max((match.end() for match in _SENTENCE_END.finditer(text, start, at - 1)), default=start)


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
