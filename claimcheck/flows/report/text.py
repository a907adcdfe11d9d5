"""An article's text cut where claims begin and end, so that a page can mark them in place and lose no character."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.article.lines import HIDDEN, seen_text
from claimcheck.records import CARRIERS, Article, Role, Span

__all__ = ["Fold", "Paragraph", "Piece", "cut_text", "fold_furniture"]

_ASIDE = frozenset(
    {Role.FURNITURE, Role.CONSENT, Role.TEASER, Role.RELATED, Role.NEWSLETTER, Role.COMMENT, Role.EMBED, Role.CREDIT}
)
_SMALL = 160  # characters that beside an article are not worth folding away


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that lies in the same claims throughout: their numbers, the innermost first.

    ``begins`` are claims of which this is the first piece; ``ends`` those of which a span ends behind it, and whether
    it is their last.
    """

    text: str
    claims: tuple[int, ...]
    begins: tuple[int, ...] = ()
    ends: tuple[tuple[int, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of an article, or what stands between two (then ``role`` is None)."""

    role: Role | None
    pieces: tuple[Piece, ...]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to see in it."""
        return not any(piece.text.strip() or piece.claims for piece in self.pieces)

    @property
    def wordy(self) -> bool:
        """Whether there is more in it than signs, such as those of a Markdown heading."""
        return any(piece.claims or any(map(str.isalnum, piece.text)) for piece in self.pieces)

    @property
    def marked(self) -> bool:
        """Whether a claim stands in it."""
        return any(piece.claims for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Fold:
    """Paragraphs that are shown, or folded away (``count`` of them to be seen) where they are not the article."""

    paragraphs: tuple[Paragraph, ...]
    count: int = 0


def cut_text(article: Article, claims: Mapping[int, Sequence[Span]]) -> list[Paragraph]:
    """The whole text, in order: joined, the pieces' texts are ``article.text``, without what marks words in Markdown.

    ``claims`` are spans by number; they may overlap, lie in one another and run over blocks.

    >>> text = "A bridge fell."
    >>> [paragraph] = cut_text(Article("a", text, (), "en"), {1: [Span(0, 13)], 2: [Span(2, 8)]})
    >>> [(piece.text, piece.claims) for piece in paragraph.pieces]
    [('A ', (1,)), ('bridge', (2, 1)), (' fell', (1,)), ('.', ())]
    """
    size, shown = len(article.text), seen_text(article)
    spans = [(min(span.start, size), min(span.end, size), number) for number, given in claims.items() for span in given]
    spans = sorted(span for span in spans if span[0] < span[1])
    first, last = dict[int, int](), dict[int, int]()
    for start, end, number in spans:
        first[number] = min(first.get(number, start), start)
        last[number] = max(last.get(number, end), end)
    cuts = sorted({place for start, end, _ in spans for place in (start, end)})
    paragraphs = []
    waiting, open_ = list(reversed(spans)), list[tuple[int, int, int]]()
    for role, start, end in _stretches(article):
        pieces = []
        for left, right in _steps(start, end, cuts):
            while waiting and waiting[-1][0] <= left:
                open_.append(waiting.pop())
            open_ = [span for span in open_ if span[1] > left]
            within = sorted(open_, key=lambda span: (span[1] - span[0], span[2]))
            numbers = tuple(dict.fromkeys(span[2] for span in within))
            ends = {span[2]: span[1] == last[span[2]] for span in within if span[1] == right}
            begins = tuple(sorted(number for number in numbers if first[number] == left))
            text = shown[left:right] if shown is article.text else shown[left:right].replace(HIDDEN, "")
            pieces.append(Piece(text, numbers, begins, tuple(sorted(ends.items()))))
        paragraphs.append(Paragraph(role, tuple(pieces)))
    return paragraphs


def _stretches(article: Article) -> Iterator[tuple[Role | None, int, int]]:
    at = 0
    for block in article.blocks:
        if block.span.start > at:
            yield None, at, block.span.start
        yield block.role, max(at, block.span.start), block.span.end
        at = max(at, block.span.end)
    if at < len(article.text):
        yield None, at, len(article.text)


def _steps(start: int, end: int, cuts: list[int]) -> Iterator[tuple[int, int]]:
    at = start
    for place in cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]:
        yield at, place
        at = place
    if at < end:
        yield at, end


def fold_furniture(paragraphs: Sequence[Paragraph]) -> list[Fold]:
    """Paragraphs in order, with runs of what is not the article folded where they are long and hold no claim."""
    folds: list[Fold] = []
    run: list[Paragraph] = []

    def close(*, aside: bool) -> None:
        if not run:
            return
        seen = [each for each in run if not each.empty]
        long = sum(len(piece.text) for each in seen for piece in each.pieces) > _SMALL
        folds.append(Fold(tuple(run), len(seen) if aside and long else 0))
        run.clear()

    was_aside = False
    for each in paragraphs:
        if not each.empty:
            aside = each.role in _ASIDE - CARRIERS and not each.marked
            if aside is not was_aside:
                close(aside=was_aside)
            was_aside = aside
        run.append(each)
    close(aside=was_aside)
    return folds
