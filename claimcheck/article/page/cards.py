"""Cards of a page: pointers to other articles that look like text, a linked title with a blurb below."""

from collections.abc import Sequence

from claimcheck.article import vocabulary as say
from claimcheck.article.page.signs import nearest
from claimcheck.article.page.tree import Piece

__all__ = ["find_cards"]

_MENUS = frozenset(("nav", "menu"))


def find_cards(pieces: Sequence[Piece], prose: Sequence[bool]) -> set[int]:
    """Pieces of sentences that stand below a linked title in a small element of their own."""
    proses: dict[int, int] = {}
    for at, piece in enumerate(pieces):
        if prose[at] and piece.link_share < 0.5:
            for place in (piece.place.parent, piece.place.parent and piece.place.parent.parent):
                if place is not None:
                    proses[id(place)] = proses.get(id(place), 0) + 1
    titled: set[int] = set()  # places in which a linked title has been seen
    found: set[int] = set()
    for at, piece in enumerate(pieces):
        near = [piece.place.parent, piece.place.parent and piece.place.parent.parent, piece.place]
        if piece.link_share > 0.8 and len(say.words(piece.text)) >= 4 and not nearest(piece.place, _MENUS):
            titled.update(id(place) for place in near if place is not None)
        elif prose[at] and any(
            place is not None and id(place) in titled and proses.get(id(place), 0) <= 1 for place in near[:2]
        ):
            found.add(at)
    return found
