"""The stretch of an article around a claim, short enough to read, with the claim's place inside it."""

from dataclasses import dataclass

from claimcheck.records import CARRIERS, Article, Span

__all__ = ["Excerpt", "find_excerpt", "one_line_end"]

_GAP = "\n\n[…]\n\n"
_ROOM = 700  # code points kept on each side of a claim inside one long block


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Text of an article and where the claim stands in it, in code points of ``text``."""

    text: str
    regions: tuple[Span, ...]


def find_excerpt(article: Article, spans: tuple[Span, ...]) -> Excerpt:
    """The blocks a claim stands in, each with the carrier block before it; far parts are joined by an ellipsis.

    Line ends are single line feeds (the page shows a carriage return as a line of its own); but for that,
    ``excerpt.text[region]`` equals the article's text at the span, for every span, in order.
    """
    pieces = _merge([_stretch(article, span) for span in spans], article.text)
    text, regions, offsets = "", [], []
    for number, piece in enumerate(pieces):
        text += _GAP if number else ("… " if _cut_before(article, piece) else "")
        offsets.append((piece, len(text) - piece.start))
        text += article.text[piece.start : piece.end]
    if _cut_after(article, pieces[-1]):
        text += " …"
    for span in spans:
        shift = next(shift for piece, shift in offsets if piece.start <= span.start and span.end <= piece.end)
        regions.append(Span(span.start + shift, span.end + shift))
    return Excerpt(one_line_end(text), tuple(_shifted(text, at) for at in regions))


def one_line_end(text: str) -> str:
    """Text with every kind of line end as one line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _shifted(text: str, at: Span) -> Span:
    """Where a region comes to stand when line ends become single line feeds; one that cuts a pair has all of it."""
    start = at.start - (text[at.start - 1 : at.start + 1] == "\r\n")
    return Span(start - text.count("\r\n", 0, start), at.end - text.count("\r\n", 0, at.end))


def _stretch(article: Article, span: Span) -> Span:
    """The blocks that hold a span and the one before, cut to the room on either side."""
    touched = [
        n for n, block in enumerate(article.blocks) if block.span.start < span.end and span.start < block.span.end
    ]
    start, end = span.start, span.end
    if touched:
        first = touched[0]
        if first > 0 and article.blocks[first - 1].role in CARRIERS:
            first -= 1
        start = min(start, article.blocks[first].span.start)
        end = max(end, article.blocks[touched[-1]].span.end)
    else:
        start, end = 0, len(article.text)
    return Span(
        _at_word(article.text, max(start, span.start - _ROOM), start, span.start, -1),
        _at_word(article.text, min(end, span.end + _ROOM), end, span.end, +1),
    )


def _at_word(text: str, cut: int, edge: int, claim: int, step: int) -> int:
    """Where to cut: at ``edge`` when within reach, else at the first white space from ``cut`` towards the claim."""
    if cut == edge:
        return edge
    place = cut
    while place != claim and not text[place - (step > 0)].isspace():
        place -= step
    # a word longer than the room is cut through
    return cut if place == claim else place


def _merge(pieces: list[Span], text: str) -> list[Span]:
    merged: list[Span] = []
    for piece in sorted(pieces):
        if merged and (piece.start <= merged[-1].end or not text[merged[-1].end : piece.start].strip()):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, piece.end))
        else:
            merged.append(piece)
    return merged


def _cut_before(article: Article, piece: Span) -> bool:
    return not any(block.span.start == piece.start for block in article.blocks) and piece.start > 0


def _cut_after(article: Article, piece: Span) -> bool:
    return not any(block.span.end == piece.end for block in article.blocks) and piece.end < len(article.text)
