"""The sentences a claim stands in, with the claim's own words marked."""

from dataclasses import dataclass

from claimcheck.records import Article, Span
from claimcheck.split.words.sentences import find_sentences

__all__ = ["Passage", "find_passages"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of whole sentences; ``marks`` are the claim's spans in it, in code points of ``text``."""

    text: str
    marks: tuple[Span, ...]


def find_passages(article: Article, spans: tuple[Span, ...]) -> list[Passage]:
    """The sentences that hold ``spans``, in text order; neighbouring ones are one passage.

    A span that runs over a block's end is marked in each block it touches; one outside every block has no passage.

    >>> from claimcheck.records import Block, Role, article_id
    >>> text = "It rained. The bridge, built in 1900, fell. Nobody was hurt."
    >>> article = Article(article_id(text), text, (Block(Span(0, len(text)), Role.BODY),), "en")
    >>> [passage] = find_passages(article, (Span(23, 36),))
    >>> passage.text, [passage.text[mark.start : mark.end] for mark in passage.marks]
    ('The bridge, built in 1900, fell.', ['built in 1900'])
    """
    passages = []
    for block in article.blocks:
        here = [cut for span in spans if (cut := _common(span, block.span))]
        if not here:
            continue
        run: Span | None = None
        for sentence in find_sentences(article.text, block.span.start, block.span.end, article.language):
            if not any(_common(span, sentence) for span in here):
                if run:
                    passages.append(_passage(article.text, run, here))
                run = None
            else:
                run = Span(run.start if run else sentence.start, sentence.end)
        if run:
            passages.append(_passage(article.text, run, here))
    return passages


def _passage(text: str, stretch: Span, spans: list[Span]) -> Passage:
    cuts = sorted(cut for span in spans if (cut := _common(span, stretch)))
    return Passage(
        text[stretch.start : stretch.end],
        tuple(Span(cut.start - stretch.start, cut.end - stretch.start) for cut in cuts),
    )


def _common(one: Span, other: Span) -> Span | None:
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Span(start, end) if start < end else None
