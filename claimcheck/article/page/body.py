"""The element of a page that holds its article: the smallest with most of the page's sentences."""

from collections.abc import Sequence

from claimcheck.article import vocabulary as say
from claimcheck.article.page.signs import Signs
from claimcheck.article.page.tree import Piece, Place
from claimcheck.records import Role

__all__ = ["find_article_place", "holds"]

_CALLED_LOOSELY = (Role.TEASER, Role.RELATED)
_ENOUGH = 0.7  # share of the sentences that the article's element holds


def _mass(pieces: Sequence[Piece], signs: Signs, *, trusting: bool) -> list[Piece]:
    """The pieces that read as sentences and stand where an article could; ``trusting``: under any name."""
    return [
        piece
        for piece in pieces
        if piece.link_share <= 0.4
        and len(piece.text) >= 50
        and say.is_prose(piece.text)
        and (signs.of(piece.place).strong is None or (trusting and signs.of(piece.place).strong in _CALLED_LOOSELY))
    ]


def find_article_place(pieces: Sequence[Piece], signs: Signs) -> Place | None:
    """The smallest element with most of the page's sentences; None where there are none.

    Words such as "widget" mean little where a site builder puts them over everything: where they would rule out most of
    the sentences, they do not count.
    """
    strict, loose = _mass(pieces, signs, trusting=False), _mass(pieces, signs, trusting=True)
    kept = strict if 2 * sum(len(each.text) for each in strict) >= sum(len(each.text) for each in loose) else loose
    mass: dict[int, int] = {}
    children: dict[int, dict[int, Place]] = {}
    root: Place | None = None
    for piece in kept:
        below: Place | None = None
        at: Place | None = piece.place
        while at is not None:
            mass[id(at)] = mass.get(id(at), 0) + len(piece.text)
            if below is not None:
                children.setdefault(id(at), {})[id(below)] = below
            below, at, root = at, at.parent, at
    place = root
    while place is not None:
        held = children.get(id(place), {})
        best = max(held.values(), key=lambda each: mass[id(each)], default=None)
        if best is None or mass[id(best)] < _ENOUGH * mass[id(place)] or best.tag in ("p", "li", "span"):
            return place
        place = best
    return None


def holds(holder: Place | None, place: Place | None) -> bool:
    """Whether a place is another or stands in it; nothing stands in None."""
    while place is not None:
        if place is holder:
            return True
        place = place.parent
    return False
