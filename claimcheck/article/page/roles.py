"""Roles of a page's pieces: where they stand in its tree, what its authors called the place, how they read.

The article is the smallest element that holds most of the page's sentences outside comments, navigation and the like.
Inside it a piece is body until something says otherwise; outside it, furniture or a pointer until something does.
"""

import re
from collections.abc import Sequence

from claimcheck.article import vocabulary as say
from claimcheck.article.metadata import Metadata
from claimcheck.article.notices import is_biography, is_foreign, notice_role, signs_off
from claimcheck.article.page.body import find_article_place, holds
from claimcheck.article.page.cards import find_cards
from claimcheck.article.page.comments import find_comments
from claimcheck.article.page.headlines import find_headlines, find_visible_headline
from claimcheck.article.page.signs import HEADINGS, Signs, nearest
from claimcheck.article.page.tree import Piece
from claimcheck.article.stamps import is_time
from claimcheck.article.updates import Entry, find_updates, sounds_live
from claimcheck.records import Role

__all__ = ["find_page_roles"]

_SHORT = 160
_INDEX = re.compile(r"\[\d+\]")


class _Reader:
    """The pieces of one page and what is known about where the article stands among them."""

    def __init__(self, pieces: Sequence[Piece], about: Metadata) -> None:
        self.pieces = pieces
        self.signs = Signs()
        self.prose = [say.is_prose(piece.text) for piece in pieces]
        self.headlines = find_headlines(pieces, [title for title in (about.title, about.page_title) if title])
        for at in self.headlines[:1]:
            self.signs.exempt(pieces[at].place.parent or pieces[at].place)
        self.article = find_article_place(pieces, self.signs)
        if self.article is not None:
            self.signs.exempt(self.article)
        self.inside = [holds(self.article, piece.place) for piece in pieces]
        self.cards = find_cards(pieces, self.prose)
        self.comments: set[int] = set()
        body = [at for at in range(len(pieces)) if self.inside[at] and self._sentences(at)]
        self.comments = find_comments(pieces, body)
        body = [at for at in body if at not in self.comments]
        while len(body) > 1 and signs_off(pieces[body[-1]].text):
            body.pop()
        self.first = body[0] if body else len(pieces)
        self.last = body[-1] if body else -1
        self.parents = {id(pieces[at].place.parent) for at in body}
        visible = find_visible_headline(pieces, self.signs, self.headlines, self.first)
        if visible is not None:
            self.headlines.append(visible)
        above = [at for at in self.headlines if at <= self.first]
        self.top = min(above) if above else self.first

    def _sentences(self, at: int) -> bool:
        """Whether a piece reads as running sentences of the article."""
        piece = self.pieces[at]
        strong, soft = self.signs.of(piece.place)
        return (
            strong is None
            and at not in self.cards
            and at not in self.comments
            and soft in (None, Role.LEAD, Role.FACT_BOX, Role.QUOTE_BOX)
            and piece.link_share < 0.5
            and piece.place.tag not in HEADINGS
            and self.prose[at]
            and not is_foreign(piece.text)
        )

    def role(self, at: int) -> Role:
        """The role of one piece, the lead still as body."""
        piece, text = self.pieces[at], self.pieces[at].text
        strong, soft = self.signs.of(piece.place)
        if at in self.comments:
            return strong if strong is Role.FURNITURE else Role.COMMENT
        if at in self.headlines and strong in (None, Role.FURNITURE):
            return Role.HEADLINE
        if strong is Role.TEASER and self._stands_first(at):
            return Role.LEAD
        if strong is Role.TEASER and soft is Role.BYLINE and self.top < at < self.first and say.is_byline(text):
            return Role.BYLINE
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
        told = notice_role(text)
        if told is not None:
            return told
        if soft is Role.BYLINE and len(text) < 300:
            return Role.BYLINE
        if say.is_consent(text):
            return Role.CONSENT
        if not self.top <= at <= self.last:
            return Role.BYLINE if is_biography(text) else self._around(at)
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

    def _stands_first(self, at: int) -> bool:
        """Whether sentences stand right beside the headline, above the text: some sites call them its teaser."""
        piece, beside = self.pieces[at], {id(self.pieces[each].place.parent) for each in self.headlines}
        above = self.top < at < self.first
        return above and self.prose[at] and piece.link_share < 0.3 and id(piece.place.parent) in beside

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


def _mark_updates(reader: _Reader, roles: list[Role], about: Metadata) -> None:
    """Give text that stands under stacked stamps the role of live updates."""
    own = (Role.BODY, Role.LEAD, Role.SUBHEADING)
    entries = [
        Entry(
            piece.text,
            reader.prose[at],
            roles[at] in own and not is_time(piece.text),
            _INDEX.sub("", piece.place.path),
            piece.moment if roles[at] is Role.BYLINE else None,
        )
        if reader.inside[at] and (roles[at] in (*own, Role.BYLINE) or is_time(piece.text))
        else Entry("", False, False)
        for at, piece in enumerate(reader.pieces)
    ]
    live = about.live or any(map(sounds_live, filter(None, (about.title, about.page_title))))
    for at in find_updates(entries, live=live):
        if reader.inside[at] and is_time(reader.pieces[at].text):
            roles[at] = Role.BYLINE
        elif roles[at] in own and reader.inside[at]:
            roles[at] = Role.LIVE_UPDATE


def find_page_roles(pieces: Sequence[Piece], about: Metadata) -> list[Role]:
    """One role for each piece of a page, in order."""
    reader = _Reader(pieces, about)
    roles = [reader.role(at) for at in range(len(pieces))]
    lead = next((at for at, role in enumerate(roles) if role in (Role.BODY, Role.LEAD) and at >= reader.top), None)
    if lead is not None and roles[lead] is Role.BODY and reader.headlines and len(pieces[lead].text) <= 700:
        roles[lead] = Role.LEAD
    _mark_updates(reader, roles, about)
    return roles
