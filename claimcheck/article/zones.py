"""Roles of the lines of a text page: what each says by itself, then what its neighbours make of it.

The order of the rules is the order of certainty: a notice or a credit is known by its words, a headline by standing
before the first sentences, a subheading by standing between them, a pointer by standing after them.
"""

import re
from collections.abc import Sequence

from claimcheck.article import vocabulary as say
from claimcheck.article.lines import Kind, Line
from claimcheck.records import Role

__all__ = ["find_roles"]

_TIMED = re.compile(r"(?:\+\+\+\s*)?\d{1,2}[.:]\d{2}(?:\s?(?:uhr|h|am|pm|a\.m\.|p\.m\.))?\b", re.IGNORECASE)
_QUOTED = re.compile(r"[\"„“»«'‚‘].{20,300}[\"“”»«'’]")
_PICTURE_CREDIT = re.compile(
    r"\s*[(\[]?(?:foto|bild|photo|image|picture|grafik|symbol|archiv|video|ap photo|©|fot)", re.IGNORECASE
)
_TITLE_AT_MOST = 160


def _own_role(line: Line) -> Role | None:
    """What a line is by its words alone."""
    text, prose = line.text, say.is_prose(line.text)
    if line.kind in (Kind.FRONT, Kind.OTHER) or say.is_furniture(text):
        return Role.FURNITURE
    if say.is_correction(text):
        return Role.CORRECTION
    if say.is_consent(text) or say.is_consent_label(text):
        return Role.CONSENT
    if say.is_embed(text):
        return Role.EMBED
    if say.is_credit(text) and not prose:
        return Role.CREDIT
    if say.is_newsletter(text) and len(text) < (300 if say.addresses(text) else 100):
        return Role.NEWSLETTER
    if not prose and say.is_byline(text):
        return Role.BYLINE
    if say.is_teaser_cue(text) and (text.endswith(":") or say.addresses(text) or not prose):
        return Role.TEASER
    if say.is_related_cue(text) and (not prose or (len(text) < 120 and say.addresses(text))):
        return Role.RELATED
    if line.kind is Kind.LINK:
        return Role.RELATED
    return {Kind.QUOTE: Role.QUOTE_BOX, Kind.ROW: Role.FACT_BOX}.get(line.kind)


class _Zones:
    """The lines of one text and the roles found so far; None is still open."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.roles: list[Role | None] = [_own_role(line) for line in lines]
        self.prose = [line.kind in (Kind.TEXT, Kind.BULLET) and say.is_prose(line.text) for line in lines]

    def open(self, at: int) -> bool:
        return self.roles[at] is None

    def sentences(self, at: int) -> bool:
        """Whether a line is open and reads as running sentences."""
        return self.roles[at] is None and self.prose[at]

    def first(self) -> int:
        """The first line of running sentences; the number of lines where there is none."""
        return next((at for at in range(len(self.lines)) if self.sentences(at)), len(self.lines))

    def last(self) -> int:
        """The last line of running sentences; -1 where there is none."""
        return next((at for at in reversed(range(len(self.lines))) if self.sentences(at)), -1)

    def comments(self) -> None:
        seen = 0
        for at, line in enumerate(self.lines):
            seen += self.sentences(at)
            if seen >= 2 and say.is_comment_heading(line.text):
                for below in range(at, len(self.lines)):
                    if self.roles[below] in (None, Role.BYLINE, Role.QUOTE_BOX):
                        self.roles[below] = Role.COMMENT
                return

    def embeds(self) -> None:
        """A title without a full stop right above a set-in thing or a notice belongs to it."""
        for at in range(1, len(self.lines)):
            above, close = self.lines[at - 1], not self.lines[at].gap
            title = self.open(at - 1) and not self.prose[at - 1] and len(above.text) <= 120 and above.kind is Kind.TEXT
            if title and close and self.roles[at] in (Role.EMBED, Role.CONSENT):
                self.roles[at - 1] = Role.EMBED

    def captions(self) -> None:
        last = self.last()
        for at, line in enumerate(self.lines):
            if self.open(at) and len(line.text) <= 400:
                cut = say.credit_at(line.text)
                if cut is not None and _PICTURE_CREDIT.match(line.text, cut):
                    self.roles[at] = Role.CAPTION
            if self.roles[at] is not Role.CREDIT:
                continue
            top = at
            while top > 0 and at - top < 3 and self.open(top - 1) and not self.lines[top].gap:
                top -= 1
            group = [self.lines[each].text for each in range(top, at)]
            if not group or not self.lines[top].gap or max(map(len, group)) > 350:
                continue
            told = any(map(say.is_caption_like, group))
            if told or (last > at and sum(map(len, group)) <= 300 and top > 0):
                self.roles[top:at] = [Role.CAPTION] * (at - top)
        for at, line in enumerate(self.lines[:-1]):
            if (
                self.open(at)
                and len(line.text) <= 350
                and self.roles[at + 1] is Role.CREDIT
                and say.is_caption_like(line.text)
            ):
                self.roles[at] = Role.CAPTION

    def live(self) -> None:
        """Three entries that begin with a time of day make a live text, from the first of them on."""
        timed = [at for at, line in enumerate(self.lines) if self.open(at) and _TIMED.match(line.text)]
        if len(timed) < 3:
            return
        for at in range(timed[0], self.last() + 1):
            if self.open(at):
                self.roles[at] = Role.LIVE_UPDATE

    def bullets(self) -> None:
        at, first, last = 0, self.first(), self.last()
        while at < len(self.lines):
            end = at
            while end < len(self.lines) and self.open(end) and self.lines[end].kind is Kind.BULLET:
                end += 1
            if end == at:
                at += 1
                continue
            before = self.lines[at - 1] if at else None
            if at < first or (at == first and at and not self.prose[at - 1]):
                role = Role.LEAD if at else Role.BODY
            elif before and say.is_fact_heading(before.text):
                role = Role.FACT_BOX
            else:
                told = before and before.text.endswith(":") and self.roles[at - 1] not in (Role.TEASER, Role.RELATED)
                whole = at <= last and any(say.ends_sentence(self.lines[each].text) for each in range(at, end))
                role = Role.BODY if told or whole else Role.RELATED
            self.roles[at:end] = [role] * (end - at)
            at = end

    def teasers(self) -> None:
        """After a line that sends the reader elsewhere come titles and blurbs, until the article goes on."""
        last = max((at for at in range(len(self.lines)) if self._body(at)), default=-1)
        pointing = False
        for at in range(len(self.lines)):
            if self.roles[at] is Role.TEASER:
                pointing = True
            elif self._body(at):
                pointing = False
            elif self.open(at) and at > last >= 0 and self.prose[at] and (pointing or not self.prose[at - 1]):
                self.roles[at], pointing = Role.TEASER, False  # what follows a blurb are single pointers
            elif pointing and self.open(at) and not self._heads(at):
                self.roles[at] = Role.TEASER

    def _body(self, at: int) -> bool:
        return self.sentences(at) and not say.is_teaser_prose(self.lines[at].text)

    def _heads(self, at: int) -> bool:
        """Whether a line without a full stop stands over sentences of the article."""
        line = self.lines[at]
        if self.prose[at] or not line.gap or len(line.text) > _TITLE_AT_MOST:
            return False
        below = next((each for each in range(at + 1, len(self.lines)) if self.open(each)), None)
        return below == at + 1 and self._body(below)

    def top(self) -> None:
        """Titles before the first sentences, then the lead."""
        first = self.first()
        above = [at for at in range(first) if self.open(at)]
        titles = [at for at in above if len(say.words(self.lines[at].text)) >= 4] or above
        if len(titles) > 3:
            titles = self._best(titles, first)
        for at in above:
            self.roles[at] = Role.HEADLINE if at in titles else Role.FURNITURE
        marked = [at for at in range(len(self.lines)) if self.lines[at].kind is Kind.TITLE and self.open(at)]
        if marked and not titles:
            self.roles[marked[0]] = Role.HEADLINE
        if titles and first < len(self.lines) and len(self.lines[first].text) <= 700:
            self.roles[first] = Role.LEAD

    def _best(self, titles: Sequence[int], first: int) -> list[int]:
        """Among many titles, the one whose words the article uses most, with its neighbours that share two of them."""
        body = {word for line in self.lines[first : first + 6] for word in say.words(line.text) if len(word) > 3}

        def shared(at: int) -> int:
            return len(body & set(say.words(self.lines[at].text)))

        best = max(titles, key=lambda at: (self.lines[at].kind is Kind.TITLE, shared(at), at))
        telling = {word for word in say.words(self.lines[best].text) if len(word) > 3}
        return [at for at in titles if at == best or len(telling & set(say.words(self.lines[at].text))) >= 2]

    def quotes(self) -> None:
        """A quotation that stands alone with its speaker's name below, or stands in the running text as well."""
        text = "\n".join(line.text for line in self.lines) if len(self.lines) < 2_000 else ""
        for at, line in enumerate(self.lines):
            if not self.open(at) or not line.gap or not _QUOTED.fullmatch(line.text[:400]):
                continue
            below = self.lines[at + 1] if at + 1 < len(self.lines) else None
            named = below is not None and not below.gap and not self.prose[at + 1] and len(below.text) <= 100
            if named and self.open(at + 1):
                self.roles[at : at + 2] = [Role.QUOTE_BOX] * 2
            elif text.count(line.text[1:-1]) > 1:
                self.roles[at] = Role.QUOTE_BOX

    def _announces(self, at: int) -> bool:
        """Whether a list of the article follows."""
        below = at + 1
        return (
            below < len(self.lines)
            and self.lines[below].kind is Kind.BULLET
            and self.roles[below] in (Role.BODY, Role.FACT_BOX)
        )

    def rest(self) -> None:
        told = [at for at in range(len(self.lines)) if self.roles[at] in (Role.BODY, Role.FACT_BOX, Role.LIVE_UPDATE)]
        last = max(self.last(), max(told, default=-1))
        titles = {line.text for at, line in enumerate(self.lines) if self.roles[at] is Role.HEADLINE}
        fact = False
        for at, line in enumerate(self.lines):
            if not self.open(at):
                fact = False
                continue
            if line.text in titles:
                self.roles[at] = Role.HEADLINE
            elif self.prose[at]:
                self.roles[at] = Role.FACT_BOX if fact and not line.gap else Role.BODY
            elif line.text.endswith(":") and self._announces(at):
                self.roles[at] = Role.BODY
            elif at > last:
                self.roles[at] = Role.RELATED
            else:
                self.roles[at] = Role.SUBHEADING if len(line.text) <= _TITLE_AT_MOST else Role.BODY
            fact = say.is_fact_heading(line.text) or (fact and self.roles[at] is Role.FACT_BOX)


def find_roles(lines: Sequence[Line]) -> list[Role]:
    """One role for each line, in order. Lines without any running sentence are a headline and a body."""
    zones = _Zones(lines)
    if not any(zones.sentences(at) for at in range(len(lines))):
        opened = [at for at in range(len(lines)) if zones.open(at)]
        for at in opened:
            zones.roles[at] = Role.HEADLINE if at == opened[0] else Role.BODY
        return [role or Role.FURNITURE for role in zones.roles]
    for rule in (
        zones.comments,
        zones.embeds,
        zones.captions,
        zones.live,
        zones.bullets,
        zones.teasers,
        zones.top,
        zones.quotes,
        zones.rest,
    ):
        rule()
    return [role or Role.BODY for role in zones.roles]
