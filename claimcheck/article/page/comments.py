"""Readers' comments of a page that no name gives away: known by the heading above them."""

from collections.abc import Sequence

from claimcheck.article import vocabulary as say
from claimcheck.article.page.body import holds
from claimcheck.article.page.signs import HEADINGS, nearest
from claimcheck.article.page.tree import Piece

__all__ = ["find_comments"]


def find_comments(pieces: Sequence[Piece], body: Sequence[int]) -> set[int]:
    """The pieces below a heading such as "3 comments": those of its element, or all that follow it in the article's.

    ``body``: the pieces of running sentences; a heading counts after the second of them.
    """
    if len(body) < 2:
        return set()
    found: set[int] = set()
    for at in range(body[1] + 1, len(pieces)):
        piece = pieces[at]
        if at in found or not say.is_comment_heading(piece.text):
            continue
        heading = nearest(piece.place, HEADINGS) is not None
        holder = piece.place.parent
        if holder is None or holds(holder, pieces[body[0]].place):
            if heading:
                return found | set(range(at, len(pieces)))
            continue
        below = at
        while below < len(pieces) and holds(holder, pieces[below].place):
            found.add(below)
            below += 1
    return found
