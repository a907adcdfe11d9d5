"""Headlines of a page: the headings that say what its title says."""

from collections.abc import Sequence

from claimcheck.article import vocabulary as say
from claimcheck.article.page.signs import HEADINGS, Signs, inside, nearest
from claimcheck.article.page.tree import Piece

__all__ = ["find_headlines", "find_visible_headline"]


def _alike(text: str, titles: Sequence[str]) -> bool:
    """Whether a heading says what one of the page's titles says."""
    own = set(say.words(text))
    return bool(own) and any(
        2 * len(own & other) >= 1.2 * min(len(own), len(other)) + 0.4 * max(len(own), len(other))
        for other in (set(say.words(title)) for title in titles)
        if other
    )


def find_headlines(pieces: Sequence[Piece], titles: Sequence[str]) -> list[int]:
    """The first-level headings like one of the titles, and up to two others; else the first heading there is."""
    headed = [at for at, piece in enumerate(pieces) if nearest(piece.place, frozenset(("h1",)))]
    alike = [at for at in headed if _alike(pieces[at].text, titles)]
    others = [
        at for at, piece in enumerate(pieces)
        if at not in headed[:50] and len(piece.text) < 300 and nearest(piece.place, HEADINGS)
        and piece.link_share < 0.5 and _alike(piece.text, titles)
    ]  # fmt: skip
    return sorted(set(alike + others[:2])) or headed[:1]


def find_visible_headline(pieces: Sequence[Piece], signs: Signs, headlines: Sequence[int], first: int) -> int | None:
    """The first heading above the text where the page's title is not in the article, as over a breadcrumb."""
    headed = [
        at
        for at in range(min(first, len(pieces)))
        if nearest(pieces[at].place, frozenset(("h1", "h2"))) and inside(pieces[at].place, "article")
        and signs.of(pieces[at].place).strong is None
    ]  # fmt: skip
    outside = all(not inside(pieces[at].place, "article") for at in headlines)
    telling = bool(headed) and len(say.words(pieces[headed[0]].text)) >= 4
    return headed[0] if telling and headlines and outside else None
