"""What a stretch of a page is by its words alone, wherever it stands."""

import re

from claimcheck.article import vocabulary as say
from claimcheck.records import Role

__all__ = ["is_biography", "is_foreign", "notice_role", "signs_off", "thanks_help"]

_BIOGRAPHY = re.compile(
    r"^(?:(?-i:[^\W\d_a-z])[\w.'’-]+\s){2,4}(?:is (?:an?|the) |ist |covers |writes |schreibt |arbeitet )[^.]{0,80}?"
    r"\b(?:reporter|editor|journalist|redakteur|korrespondent|correspondent|columnist|writer|autor|author)(?:in|s)?\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"^\W{0,3}(?:zum autor|zur autorin|zu den autor(?:en|innen)|über (?:den|die) autor(?:in|en|innen)?|"
    r"about the authors?|der autor|die autorin|the author)\b\s*(?::|–|-|ist\b|is\b)|"
    r"^(?:(?-i:[^\W\d_a-z])[\w.'’-]+\s){2,4}covers [^.]{2,80} for (?:the )?(?-i:[^\W\d_a-z])|"
    r"^(?:(?-i:[^\W\d_a-z])[\w.'’-]+\s){1,3}(?-i:[^\W\d_a-z])[\w.'’-]+, (?:jahrgang|geboren) \d{4}\b",
    re.IGNORECASE,
)
_HELP = re.compile(r"\bcontributed (?:reporting|to this (?:report|story|article))\b|^mitarbeit\b", re.IGNORECASE)
_BEAT = re.compile(
    r"^(?:(?-i:[^\W\d_a-z])[\w.'’-]+\s){2,4}(?:covers|writes about|reports (?:on|from)|"
    r"berichtet (?:für|seit|aus)|schreibt (?:für|über|seit))\b[^.]{0,120}\.?$",
    re.IGNORECASE,
)
_APPEAL = re.compile(
    r"\b(?:reach|contact) (?:the |our |this )?(?:reporter|author|editor|newsroom|us)\b|\bdonat(?:e|ion)|"
    r"\bbecome a member\b|\bwe want to hear\b|\bget in touch\b|\bsubmit your\b|"
    r"\bproduced with support\b|\bsupport(?:ed)? (?:our|by a grant)\b|"
    r"\bunterstützen sie\b|\bspenden sie\b|\bschreiben sie uns\b|"
    r"\bist ein (?:angebot|projekt|produkt) (?:der|des|von)\b|\bis (?:published|owned|operated) by\b|"
    r"\bcontributed (?:reporting|to this (?:report|story|article))\b|^(?:transparenzhinweis|disclosure|mitarbeit)\b|"
    r"\bthis is a (?:developing|breaking) (?:news )?story\b|"
    r"\b(?:hält keine|besitzt keine) aktien\b|\b(?:owns|holds) no shares\b|\bfirst appeared (?:in|on)\b|"
    r"\b(?:dieser|der) (?:text|artikel|beitrag) (?:erschien|ist) zuerst\b|\boriginally published\b|"
    r"\b(?:fehler gefunden|spotted (?:a mistake|an error)|free to read because)\b|"
    r"\bhas debunked [^.]{0,120}\bhere\.$|"
    r"\bfolge[nt]?(?: sie)? uns\b|\bsiga-nos\b|\bsuivez-nous\b|\bapoie\b|©",
    re.IGNORECASE,
)

_REFERENCE = re.compile(
    r"^[^\n]{3,90}[.”\"] .{0,300}(?:\bAccessed \d{1,2} [A-Z][a-z]{2,8}\.? \d{4}\.$|"
    r"[“\"][^”\"\n]{8,200}[.”\"]{1,2} .{2,80}\. "
    r"(?:\d{1,2} [A-Z][a-z]{2,3}\.? \d{4}, updated )?\d{1,2} [A-Z][a-z]{2,3}\.? \d{4}\.$)"
)  # an entry of a list of sources: Doe, Ann. “A Title.” Journal. 13 Aug 2021.


def is_foreign(text: str) -> bool:
    """Whether sentences are not the article's by what they say."""
    return bool(
        say.is_consent(text)
        or (say.is_newsletter(text) and (say.addresses(text) or len(text) < 140))
        or say.is_correction(text)
        or (len(text) < 200 and (say.is_teaser_cue(text) or say.is_related_cue(text)) and say.addresses(text))
    )


def notice_role(text: str) -> Role | None:
    """The role a piece of a page gives itself by its words; None where it does not."""
    prose = say.is_prose(text)
    if say.is_correction(text):
        return Role.CORRECTION
    if len(text) < 400 and _REFERENCE.match(text):
        return Role.CREDIT
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
    if say.points_away(text):
        return Role.RELATED
    if say.is_teaser_cue(text) and (text.endswith(":") or say.addresses(text)) and len(text) < 200:
        return Role.TEASER
    if say.is_related_cue(text) and (not prose or (len(text) < 120 and say.addresses(text))):
        return Role.RELATED
    return None


def is_biography(text: str) -> bool:
    """Whether a text begins by saying who its author is."""
    return bool(_BIOGRAPHY.match(text[:400]) or _ABOUT.match(text[:400]))


def thanks_help(text: str) -> bool:
    """Whether a text only says who helped to report."""
    return len(text) < 160 and bool(_HELP.search(text))


def signs_off(text: str) -> bool:
    """Whether sentences at an article's end are about its author or speak to its reader."""
    return len(text) < 600 and bool(is_biography(text) or _BEAT.match(text) or _APPEAL.search(text))
