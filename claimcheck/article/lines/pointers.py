"""Lines of a text that are not the article's own, or point away from it: comments, embeds, lists, teasers."""

from claimcheck.article import vocabulary as say
from claimcheck.article.lines.cut import Kind
from claimcheck.article.lines.zones import TITLE_AT_MOST, Zones
from claimcheck.article.notices import is_biography, signs_off, thanks_help
from claimcheck.records import Role

__all__ = ["find_bullets", "find_comments", "find_embeds", "find_sign_off", "find_teasers"]

_TAIL, _BLURB = 6, 600  # last lines among which an author may be introduced; characters of that
_NAME = 5  # words of a site's name, which a saved page has after its title


def find_comments(zones: Zones) -> None:
    """Mark everything from the heading of the readers' comments on."""
    seen = 0
    for at, line in enumerate(zones.lines):
        seen += zones.sentences(at)
        if seen >= 2 and say.is_comment_heading(line.text):
            for below in range(at, len(zones.lines)):
                if zones.roles[below] in (None, Role.BYLINE, Role.QUOTE_BOX):
                    zones.roles[below] = Role.COMMENT
            return


def find_embeds(zones: Zones) -> None:
    """A title without a full stop right above a set-in thing or a notice belongs to it."""
    for at in range(1, len(zones.lines)):
        above, close = zones.lines[at - 1], not zones.lines[at].gap
        title = zones.open(at - 1) and not zones.prose[at - 1] and len(above.text) <= 120 and above.kind is Kind.TEXT
        if title and close and zones.roles[at] in (Role.EMBED, Role.CONSENT):
            zones.roles[at - 1] = Role.EMBED


def find_bullets(zones: Zones) -> None:
    """Mark lists: part of the article, a box, or pointers."""
    at, first, last = 0, zones.first(), zones.last()
    while at < len(zones.lines):
        end = at
        while end < len(zones.lines) and zones.open(end) and zones.lines[end].kind is Kind.BULLET:
            end += 1
        if end == at:
            at += 1
            continue
        before = zones.lines[at - 1] if at else None
        if at < first or (at == first and at and not zones.prose[at - 1]):
            single = end - at == 1 and not zones.prose[at] and len(say.words(zones.lines[at].text)) <= _NAME
            role = Role.FURNITURE if single else Role.LEAD if at else Role.BODY
        elif before and say.is_fact_heading(before.text):
            role = Role.FACT_BOX
        else:
            told = before and before.text.endswith(":") and zones.roles[at - 1] not in (Role.TEASER, Role.RELATED)
            whole = at <= last and any(say.ends_sentence(zones.lines[each].text) for each in range(at, end))
            pointed = at > 0 and zones.roles[at - 1] in (Role.TEASER, Role.RELATED) and not zones.lines[at].gap
            role = Role.BODY if (told or whole) and not pointed else Role.RELATED
        zones.roles[at:end] = [role] * (end - at)
        at = end


def find_teasers(zones: Zones) -> None:
    """After a line that sends the reader elsewhere come titles and blurbs, until the article goes on."""
    last = max((at for at in range(len(zones.lines)) if _body(zones, at)), default=-1)
    pointing = False
    for at in range(len(zones.lines)):
        if zones.roles[at] is Role.TEASER:
            pointing = True
        elif _body(zones, at):
            pointing = False
        elif zones.open(at) and at > last >= 0 and zones.prose[at] and (pointing or not zones.prose[at - 1]):
            zones.roles[at], pointing = Role.TEASER, False  # what follows a blurb are single pointers
        elif pointing and zones.open(at) and not _heads(zones, at):
            zones.roles[at] = Role.TEASER


def find_sign_off(zones: Zones) -> None:
    """Mark the last sentences as long as they are about the author or speak to the reader."""
    told = [at for at in range(len(zones.lines)) if zones.sentences(at)]
    for at in told[1:][-_TAIL:]:
        text = zones.lines[at].text
        if len(text) < _BLURB and (is_biography(text) or thanks_help(text)):
            zones.roles[at] = Role.BYLINE
    last = zones.last()
    while last > zones.first() and signs_off(zones.lines[last].text):
        zones.roles[last] = Role.BYLINE if is_biography(zones.lines[last].text) else Role.FURNITURE
        last = zones.last()


def _body(zones: Zones, at: int) -> bool:
    return zones.sentences(at) and not say.is_teaser_prose(zones.lines[at].text)


def _heads(zones: Zones, at: int) -> bool:
    """Whether a line without a full stop stands over sentences of the article."""
    line = zones.lines[at]
    if zones.prose[at] or not line.gap or len(line.text) > TITLE_AT_MOST:
        return False
    below = next((each for each in range(at + 1, len(zones.lines)) if zones.open(each)), None)
    return below == at + 1 and _body(zones, below)
