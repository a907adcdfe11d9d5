"""Where in the article a model's quotation stands: word for word, or but for its marks, or nearly; else nowhere."""

import re
from collections.abc import Sequence

from claimcheck.records import Span
from claimcheck.split.llm.alike import find_alike
from claimcheck.split.llm.folding import Folded, fold
from claimcheck.split.llm.numbered import Numbered
from claimcheck.split.words.tokens import trimmed

__all__ = ["ground"]

_NEARLY = 92.0  # hundredths in which a quotation must be like the text
_LEAST = 20  # characters of a quotation that may be nearly the same
_SURE = 16  # characters of one that may stand in another sentence than was said
_TOGETHER = 3  # sentences that one quotation may run over
_FIGURES = re.compile(r"\d+")
_GAP = re.compile(r"\s*(?:\[?\.\.\.\]?)\s*")
_ENDS = ",;:–—"


def ground(text: str, quote: str, cited: Sequence[Numbered], shown: Sequence[Numbered]) -> tuple[Span, ...] | None:
    """The spans of ``text`` that a quotation copies, looked for in the ``cited`` sentences, then in all ``shown``.

    Several where it leaves something out ("…"). None where it stands nowhere, in part of a word only, or, among all,
    in several places.

    >>> from claimcheck.records import Role
    >>> text = "Die „Brücke“ fiel."
    >>> sentence = Numbered(1, Span(0, 18), Span(0, 18), Role.BODY)
    >>> ground(text, 'die "brücke" fiel', [sentence], [sentence])
    (Span(start=0, end=18),)
    """
    needle = fold(quote).text.strip(" ,;:-")
    if not any(letter.isalnum() for letter in needle):
        return None
    for stretch in _stretches(cited):
        folded = fold(text, stretch.start, stretch.end)
        if found := _exact(needle, folded) or _apart(needle, folded) or _nearly(needle, folded):
            return _tidied(text, found, stretch)
    if len(needle) < _SURE:
        return None
    places = {
        found
        for each in shown
        if (found := _exact(needle, fold(text, each.span.start, each.span.end))) and each not in cited
    }
    return _tidied(text, places.pop(), Span(0, len(text))) if len(places) == 1 else None


def _stretches(cited: Sequence[Numbered]) -> list[Span]:
    """The cited sentences, each, and those that follow one another in a block, together."""
    ordered = sorted({each.number: each for each in cited}.values(), key=lambda each: each.number)
    found = [each.span for each in ordered]
    run: list[Numbered] = []
    for each in ordered:
        follows = run and each.number == run[-1].number + 1 and each.block == run[-1].block and len(run) < _TOGETHER
        run = [*run, each] if follows else [each]
        if len(run) > 1:
            found.append(Span(run[0].span.start, each.span.end))
    return found


def _exact(needle: str, folded: Folded) -> tuple[Span, ...] | None:
    at = folded.text.find(needle)
    while at >= 0:
        if _whole_words(folded.text, at, at + len(needle)):
            return (folded.span(at, at + len(needle)),)
        at = folded.text.find(needle, at + 1)
    return None


def _apart(needle: str, folded: Folded) -> tuple[Span, ...] | None:
    """The pieces of a quotation with gaps, in their order; each of two words at least."""
    pieces = [piece.strip(" ,;:-") for piece in _GAP.split(needle) if piece.strip(" ,;:-")]
    if len(pieces) < 2 or any(" " not in piece for piece in pieces):
        return None
    found, at = [], 0
    for piece in pieces:
        at = folded.text.find(piece, at)
        if at < 0 or not _whole_words(folded.text, at, at + len(piece)):
            return None
        found.append(folded.span(at, at + len(piece)))
        at += len(piece)
    return tuple(found)


def _nearly(needle: str, folded: Folded) -> tuple[Span, ...] | None:
    """What is nearly the same, widened to whole words, with the same figures."""
    if len(needle) < _LEAST:
        return None
    place = find_alike(needle, folded.text, least=_NEARLY)
    if place is None or place[0] >= place[1]:
        return None
    start, end = place
    while start > 0 and folded.text[start].isalnum() and folded.text[start - 1].isalnum():
        start -= 1
    while end < len(folded.text) and folded.text[end].isalnum() and folded.text[end - 1].isalnum():
        end += 1
    if _FIGURES.findall(folded.text[start:end]) != _FIGURES.findall(needle):
        return None
    return (folded.span(start, end),)


def _whole_words(text: str, start: int, end: int) -> bool:
    before = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    behind = end == len(text) or not (text[end].isalnum() and text[end - 1].isalnum())
    return before and behind


def _tidied(text: str, spans: Sequence[Span], within: Span) -> tuple[Span, ...] | None:
    """Spans as the rules cut them: no comma at an end, the mark that ends the sentence with it, in text order."""
    found = []
    for each in sorted(spans):
        span = trimmed(text, each.start, each.end, _ENDS)
        if span is None:
            return None
        ends = span.end < within.end and text[span.end] in ".!?…" and text[span.end - 1].isalnum()
        last = ends and (span.end + 1 >= len(text) or not text[span.end + 1].isalnum())
        found.append(Span(span.start, span.end + 1) if last else span)
    return tuple(found)
