"""The lines of a text with the roles found so far: what every rule about them reads and writes."""

import re
from collections.abc import Sequence

from claimcheck.article import vocabulary as say
from claimcheck.article.lines.cut import Kind, Line
from claimcheck.records import Role

__all__ = ["TITLE_AT_MOST", "Zones"]

TITLE_AT_MOST = 160
"""Characters of a title."""

_QUESTION = re.compile(r"[^.!?…:]+\?")
_QUESTION_AT_MOST = 90


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
    if say.is_newsletter(text) and len(text) < (300 if say.addresses(text) else 140):
        return Role.NEWSLETTER
    if not prose and say.is_byline(text):
        return Role.BYLINE
    if say.points_away(text):
        return Role.RELATED
    if say.is_teaser_cue(text) and (text.endswith(":") or say.addresses(text) or not prose):
        return Role.TEASER
    if say.is_related_cue(text) and (not prose or (len(text) < 120 and say.addresses(text))):
        return Role.RELATED
    if line.kind is Kind.LINK:
        return Role.RELATED
    return {Kind.QUOTE: Role.QUOTE_BOX, Kind.HEADER: Role.SUBHEADING, Kind.ROW: Role.FACT_BOX}.get(line.kind)


class Zones:
    """The lines of one text and the roles found so far; None is still open."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.roles: list[Role | None] = [_own_role(line) for line in lines]
        self.prose = [
            line.kind in (Kind.TEXT, Kind.BULLET) and say.is_prose(line.text) and not self._asks(at)
            for at, line in enumerate(lines)
        ]

    def _asks(self, at: int) -> bool:
        """Whether a line is a single question that stands alone, as a title or in an interview."""
        line, apart = self.lines[at], at + 1 == len(self.lines) or self.lines[at + 1].gap
        return line.gap and apart and bool(_QUESTION.fullmatch(line.text[:_QUESTION_AT_MOST]))

    def open(self, at: int) -> bool:
        """Whether a line has no role yet."""
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
