"""Roles of a page's pieces: where they stand in its tree, what its authors called the place, how they read.

The article is the smallest element that holds most of the page's sentences outside comments, navigation and the like.
Inside it a piece is body until something says otherwise; outside it, furniture or a pointer until something does.
"""

import re
from collections.abc import Sequence

from claimcheck.article import vocabulary as say
from claimcheck.article.metadata import Metadata
from claimcheck.article.page import Piece, Place
from claimcheck.article.signs import HEADINGS, Signs, inside, nearest
from claimcheck.records import Role

__all__ = ["find_page_roles"]

_BIOGRAPHY = re.compile(
    r"^(?:(?-i:[^\W\d_a-z])[\w.'’-]+\s){2,4}(?:is an? |ist |covers |writes |schreibt |arbeitet )[^.]{0,80}?"
    r"\b(?:reporter|editor|journalist|redakteur|korrespondent|correspondent|columnist|writer|autor|author)(?:in|s)?\b",
    re.IGNORECASE,
)
_APPEAL = re.compile(
    r"\b(?:reach|contact) (?:the |our |this )?(?:reporter|author|editor|newsroom|us)\b|\bdonat(?:e|ion)|"
    r"\bbecome a member\b|\bwe want to hear\b|\bget in touch\b|\bsubmit your\b|"
    r"\bproduced with support\b|\bsupport(?:ed)? (?:our|by a grant)\b|"
    r"\bunterstützen sie\b|\bspenden sie\b|\bschreiben sie uns\b|"
    r"\bfolge[nt]?(?: sie)? uns\b|\bsiga-nos\b|\bsuivez-nous\b|\bapoie\b|©",
    re.IGNORECASE,
)
_CALLED_LOOSELY = (Role.TEASER, Role.RELATED)
_ENOUGH = 0.7  # share of the sentences that the article's element holds
_SHORT = 160


def _alike(text: str, titles: Sequence[str]) -> bool:
    """Whether a heading says what one of the page's titles says."""
    own = set(say.words(text))
    return bool(own) and any(
        2 * len(own & other) >= 1.2 * min(len(own), len(other)) + 0.4 * max(len(own), len(other))
        for other in (set(say.words(title)) for title in titles)
        if other
    )


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


def _article_place(pieces: Sequence[Piece], signs: Signs) -> Place | None:
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


class _Reader:
    """The pieces of one page and what is known about where the article stands among them."""

    def __init__(self, pieces: Sequence[Piece], about: Metadata) -> None:
        self.pieces = pieces
        self.signs = Signs()
        self.prose = [say.is_prose(piece.text) for piece in pieces]
        self.headlines = self._headlines([title for title in (about.title, about.page_title) if title])
        for at in self.headlines[:1]:
            self.signs.exempt(pieces[at].place.parent or pieces[at].place)
        self.article = _article_place(pieces, self.signs)
        if self.article is not None:
            self.signs.exempt(self.article)
        self.inside = [self._holds(piece.place) for piece in pieces]
        self.cards = self._cards()
        body = [at for at in range(len(pieces)) if self.inside[at] and self._sentences(at)]
        while len(body) > 1 and self._signs_off(body[-1]):
            body.pop()
        self.first = body[0] if body else len(pieces)
        self.last = body[-1] if body else -1
        self.parents = {id(pieces[at].place.parent) for at in body}
        self._add_visible_headline()
        above = [at for at in self.headlines if at <= self.first]
        self.top = min(above) if above else self.first

    def _headlines(self, titles: Sequence[str]) -> list[int]:
        headed = [at for at, piece in enumerate(self.pieces) if nearest(piece.place, frozenset(("h1",)))]
        alike = [at for at in headed if _alike(self.pieces[at].text, titles)]
        others = [
            at for at, piece in enumerate(self.pieces)
            if at not in headed[:50] and len(piece.text) < 300 and nearest(piece.place, HEADINGS)
            and piece.link_share < 0.5 and _alike(piece.text, titles)
        ]  # fmt: skip
        return sorted(set(alike + others[:2])) or headed[:1]

    def _signs_off(self, at: int) -> bool:
        """Whether sentences at an article's end are about its author or speak to its reader."""
        text = self.pieces[at].text[:600]
        return len(text) < 600 and bool(_BIOGRAPHY.match(text) or _APPEAL.search(text))

    def _add_visible_headline(self) -> None:
        """Where the first heading above the text is not the page's title, as over a breadcrumb, it is one too."""
        headed = [
            at
            for at in range(min(self.first, len(self.pieces)))
            if nearest(self.pieces[at].place, frozenset(("h1", "h2"))) and inside(self.pieces[at].place, "article")
            and self.signs.of(self.pieces[at].place).strong is None
        ]  # fmt: skip
        outside = all(not inside(self.pieces[at].place, "article") for at in self.headlines)
        if headed and self.headlines and outside and len(say.words(self.pieces[headed[0]].text)) >= 4:
            self.headlines.append(headed[0])

    def _cards(self) -> set[int]:
        """Pieces of sentences that stand below a linked title in a small element of their own."""
        proses: dict[int, int] = {}
        for at, piece in enumerate(self.pieces):
            if self.prose[at] and piece.link_share < 0.5:
                for place in (piece.place.parent, piece.place.parent and piece.place.parent.parent):
                    if place is not None:
                        proses[id(place)] = proses.get(id(place), 0) + 1
        titled: set[int] = set()  # places in which a linked title has been seen
        found: set[int] = set()
        for at, piece in enumerate(self.pieces):
            near = [piece.place.parent, piece.place.parent and piece.place.parent.parent, piece.place]
            if piece.link_share > 0.8 and len(say.words(piece.text)) >= 4:
                titled.update(id(place) for place in near if place is not None)
            elif self.prose[at] and any(
                place is not None and id(place) in titled and proses.get(id(place), 0) <= 1 for place in near[:2]
            ):
                found.add(at)
        return found

    def _holds(self, place: Place | None) -> bool:
        while place is not None:
            if place is self.article:
                return True
            place = place.parent
        return False

    def _sentences(self, at: int) -> bool:
        """Whether a piece reads as running sentences of the article."""
        piece = self.pieces[at]
        strong, soft = self.signs.of(piece.place)
        return (
            strong is None
            and at not in self.cards
            and soft in (None, Role.LEAD, Role.FACT_BOX, Role.QUOTE_BOX)
            and piece.link_share < 0.5
            and piece.place.tag not in HEADINGS
            and self.prose[at]
            and not _spoken_away(piece.text)
        )

    def role(self, at: int) -> Role:
        """The role of one piece, the lead still as body."""
        piece, text = self.pieces[at], self.pieces[at].text
        strong, soft = self.signs.of(piece.place)
        if at in self.headlines and strong in (None, Role.FURNITURE):
            return Role.HEADLINE
        near = self.inside[at] or self.top - 12 <= at <= self.last + 1
        figure = nearest(piece.place, frozenset(("figcaption", "figure")))
        if strong is not None and not (figure and near and strong is Role.TEASER):
            return strong
        if say.is_furniture(text) and not figure:
            return Role.FURNITURE
        if figure or soft in (Role.CAPTION, Role.CREDIT):
            if say.is_credit(text) or (soft is Role.CREDIT and len(text) < 160):
                return Role.CREDIT
            return Role.CAPTION if near and piece.link_share < 0.6 else Role.TEASER
        if at in self.cards:
            return Role.TEASER
        told = _told(text)
        if told is not None:
            return told
        if soft is Role.BYLINE and len(text) < 300:
            return Role.BYLINE
        if say.is_consent(text):
            return Role.CONSENT
        if not self.top <= at <= self.last:
            return Role.BYLINE if _BIOGRAPHY.match(text[:400]) else self._around(at)
        if piece.link_share >= 0.6 and len(text) > 20:
            return Role.RELATED
        if soft in (Role.EMBED, Role.FACT_BOX, Role.QUOTE_BOX, Role.CORRECTION):
            return soft
        if say.is_caption_like(text) and self._credited(at):
            return Role.CAPTION
        if self._sentences(at):
            if not self.inside[at] and at > self.first:
                return Role.TEASER
            return Role.BODY
        return self._between(at, soft)

    def _credited(self, at: int) -> bool:
        """Whether a credit follows in the same element."""
        below = self.pieces[at + 1] if at + 1 < len(self.pieces) else None
        return (
            below is not None
            and below.place.parent is self.pieces[at].place.parent
            and (say.is_credit(below.text) or self.signs.of(below.place).soft is Role.CREDIT)
        )

    def _between(self, at: int, soft: Role | None) -> Role:
        """A piece without running sentences among those of the article."""
        piece, text = self.pieces[at], self.pieces[at].text
        if nearest(piece.place, HEADINGS):
            return Role.LEAD if at < self.first and len(say.words(text)) >= 12 else Role.SUBHEADING
        if say.credit_at(text) is not None and len(text) <= _SHORT:
            return Role.CAPTION
        if at < self.first:
            return (
                Role.BYLINE
                if say.is_byline(text)
                else Role.LEAD
                if soft is Role.LEAD and len(text) > 40
                else Role.FURNITURE
            )
        if id(piece.place.parent) in self.parents or piece.place is self.article:
            if piece.strong and len(text) <= _SHORT and not say.ends_sentence(text):
                return Role.SUBHEADING
            return Role.BODY if len(say.words(text)) >= 2 else Role.FURNITURE
        if piece.place.tag in ("li", "td", "th", "dd", "dt", "p") and self.inside[at] and len(say.words(text)) >= 3:
            return Role.BODY
        return Role.FURNITURE

    def _around(self, at: int) -> Role:
        """A piece before the headline or after the last sentences."""
        piece = self.pieces[at]
        if say.is_byline(piece.text):
            return Role.BYLINE
        if piece.link_share >= 0.5 or nearest(piece.place, HEADINGS):
            return Role.TEASER if len(say.words(piece.text)) >= 4 else Role.FURNITURE
        return Role.TEASER if at > self.last and self.prose[at] else Role.FURNITURE


def _spoken_away(text: str) -> bool:
    """Whether sentences are not the article's by what they say."""
    return bool(
        say.is_consent(text)
        or (say.is_newsletter(text) and (say.addresses(text) or len(text) < 140))
        or say.is_correction(text)
        or (len(text) < 200 and (say.is_teaser_cue(text) or say.is_related_cue(text)) and say.addresses(text))
    )


def _told(text: str) -> Role | None:
    """The role a piece gives itself by its words; None where it does not."""
    prose = say.is_prose(text)
    if say.is_correction(text):
        return Role.CORRECTION
    if say.is_consent_label(text):
        return Role.CONSENT
    if say.is_newsletter(text) and (not prose or say.addresses(text) or len(text) < 140):
        return Role.NEWSLETTER
    if say.is_embed(text) and len(text) < 300:
        return Role.EMBED
    if not prose and say.is_credit(text):
        return Role.CREDIT
    if not prose and say.is_byline(text):
        return Role.BYLINE
    if say.is_teaser_cue(text) and (text.endswith(":") or say.addresses(text)) and len(text) < 200:
        return Role.TEASER
    if say.is_related_cue(text) and (not prose or (len(text) < 120 and say.addresses(text))):
        return Role.RELATED
    return None


def find_page_roles(pieces: Sequence[Piece], about: Metadata) -> list[Role]:
    """One role for each piece of a page, in order."""
    reader = _Reader(pieces, about)
    roles = [reader.role(at) for at in range(len(pieces))]
    lead = next((at for at, role in enumerate(roles) if role in (Role.BODY, Role.LEAD) and at >= reader.top), None)
    if lead is not None and roles[lead] is Role.BODY and reader.headlines and len(pieces[lead].text) <= 700:
        roles[lead] = Role.LEAD
    return roles
