"""The words by which parts of a page give themselves away: credits, bylines, consent notices, teasers and the like.

The patterns are in ``vocabulary.toml``, German and English first. Every test looks at a bounded stretch of text, so
that a line of megabytes costs no more than a line of a page.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

__all__ = [
    "addresses",
    "credit_at",
    "ends_sentence",
    "is_byline",
    "is_caption_like",
    "is_comment_heading",
    "is_consent",
    "is_consent_label",
    "is_correction",
    "is_credit",
    "is_embed",
    "is_fact_heading",
    "is_furniture",
    "is_newsletter",
    "is_prose",
    "is_related_cue",
    "is_teaser_cue",
    "is_teaser_prose",
    "points_away",
    "words",
]

_REACH = 1_000  # characters of a text that a test looks at

_UNSEEN = r"\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"  # marks of direction and the like
_PICTURES = re.compile(rf"[\s\ufe0f\u2190-\u2bff\U0001f000-\U0001faff{_UNSEEN}]+\Z")  # emoji after the last word
_END = re.compile(r"[.!?…。！？؟।:;][\"'”“’»«)\]›‹]*$|[.!?…]\s?\([^()]{1,30}\)$")
_STOP = re.compile(rf"[.!?…。！？؟।][\"'”“’»«)\]›‹]*(?:[\s{_UNSEEN}]|$)")
_WORD = re.compile(r"\w+")
_DAY = (
    r"(?:\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{2,4}"
    r"|\d{1,2}\.?\s+[^\W\d_]{3,10}\.?,?\s+\d{4}|[^\W\d_]{3,10}\.?\s+\d{1,2},?\s+\d{4})"
)
_CAPITAL = r"[^\W\d_a-zäöüß]"
_NAME = (
    rf"{_CAPITAL}[\w.'’-]*"
    rf"(?:[\s,&/|]+(?:(?:und|and|et|y|e|von|van|de|der|di|da|del|la|le|in)\s+){{0,2}}{_CAPITAL}[\w.'’-]*){{0,9}}"
)
_BYLINE_NAME = re.compile(
    rf"^\s*(?:[Vv]on|VON|[Bb]y|BY|[Pp]ar|[Pp]or|Door|Di|Autor(?:in|en)?:?|Authors?:?|Written by|Text:|Ein \w+ von|"
    rf"Reported by|Posted by|Redaktion:?|Interview:)\s+{_NAME}\s*[|,.·–-]?\s*"
    rf"(?:(?:am|vom|on)\s+)?(?:{_DAY})?[^.!?]{{0,40}}$"
)
_HOUSES = (
    r"picture[ -]alliance|imago(?: images)?|getty images|shutterstock|adobe ?stock|dpa|afp|reuters|apa|epa|keystone"
)
_ADDRESS = re.compile(
    r"\b(?:Sie|Ihre?[nrms]?|[Ww]ir|[Uu]nser\w*|du|deine?\w*|[Yy]ou|[Yy]our|[Ww]e|[Oo]ur|vous|nous|votre)\b"
)


@cache
def _lists() -> dict[str, list[str]]:
    return tomllib.loads(Path(__file__).with_name("vocabulary.toml").read_text(encoding="utf-8"))


def _words_of_credit() -> str:
    return "|".join(_lists()["credit_words"])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """All patterns of a list as one."""
    joined = "|".join(f"(?:{each})" for each in _lists()[name])
    joined = joined.replace("{day}", _DAY).replace("{credit}", _words_of_credit())
    return re.compile(joined, re.IGNORECASE)


def _says(name: str, text: str) -> bool:
    """Whether a pattern of a list is in a text; a no-break space is a space to it, a soft hyphen nothing."""
    return bool(_pattern(name).search(text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u00ad", "")))


@cache
def _consent_terms() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(each, re.IGNORECASE) for each in _lists()["consent_terms"])


@cache
def _credit_tail() -> re.Pattern[str]:
    """A credit at a text's end: introduced by its word, in brackets with the house after a stroke, or house first."""
    return re.compile(
        rf"(?:(?<=[.!?…)\"”“])|(?<=\s))\s*[(\[]?"
        rf"(?:(?:{_words_of_credit()})(?:\s?[:：©]|\s(?:by|von)\b)|©|\((?:ap )?photo\b)[^!?]{{2,90}}$"
        r"|(?<=[.!?…”])\s*\([^()]{3,50}(?:/|\bfor the\b)[^()]{2,40}\)$"
        rf"|(?<=[.!?…)\"”“])\s+(?:{_HOUSES})\s?[/|]\s?[^.!?]{{2,60}}$",
        re.IGNORECASE,
    )


def words(text: str) -> list[str]:
    """Casefolded words of a text's beginning.

    >>> words("Häme aus Kiew")
    ['häme', 'aus', 'kiew']
    """
    return [each.casefold() for each in _WORD.findall(text[:_REACH].replace("\u00ad", ""))]


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence, or announces another, rather than as a title."""
    return bool(_END.search(_PICTURES.sub("", text[-60:])))


def is_prose(text: str) -> bool:
    """Whether a text reads as running sentences: it holds one that ends, or is too long for a title."""
    if len(text) > 240:
        return True
    if _says("byline_date", text):
        return False
    if not _STOP.search(text) or len(words(text)) < 5:
        return False
    cut = None if ends_sentence(text) else credit_at(text)
    return ends_sentence(text if cut is None else text[:cut])


def is_credit(text: str) -> bool:
    """Whether a line only says whose picture or report it is."""
    return len(text) <= 140 and _says("credit", text)


def credit_at(text: str) -> int | None:
    """Where a credit begins at the end of a caption; None where there is none before its own words."""
    offset = max(0, len(text) - 140)
    found = _credit_tail().search(text[offset:].replace("\u00a0", " "))
    if found is None:
        return None
    start = offset + found.start()
    return start + len(text[start:]) - len(text[start:].lstrip()) if _WORD.search(text[:start]) else None


def is_byline(text: str) -> bool:
    """Whether a line only names an author or a time."""
    return len(text) <= 160 and bool(_BYLINE_NAME.search(text) or _says("byline_date", text))


def addresses(text: str) -> bool:
    """Whether a text speaks to its reader or of its own house."""
    return bool(_ADDRESS.search(text[:_REACH]))


def is_consent(text: str) -> bool:
    """Whether a text asks its reader for consent: it addresses them, in at least three of the field's terms."""
    if len(text) >= 3_000 or not addresses(text):
        return False
    return sum(bool(each.search(text[:_REACH])) for each in _consent_terms()) >= 3


def is_consent_label(text: str) -> bool:
    """Whether a short line is a button or heading of a consent notice."""
    return len(text) <= 100 and _says("consent_label", text)


def is_newsletter(text: str) -> bool:
    """Whether a text asks its reader to subscribe."""
    return len(text) <= 500 and _says("newsletter", text)


def is_related_cue(text: str) -> bool:
    """Whether a line points to another article."""
    return len(text) <= 200 and _says("related", text)


def is_teaser_cue(text: str) -> bool:
    """Whether a line sends its reader to another part of the site."""
    return len(text) <= 300 and _says("teaser", text)


def is_teaser_prose(text: str) -> bool:
    """Whether sentences advertise a live blog or the like."""
    return len(text) <= 400 and _says("teaser_prose", text)


def points_away(text: str) -> bool:
    """Whether a line opens by pointing to something else, as "Read more:" does."""
    return len(text) <= 250 and _says("pointer", text)


def is_embed(text: str) -> bool:
    """Whether a text belongs to a video, a post or another thing set into the page."""
    return _says("embed", text[-120:]) if len(text) > 200 else _says("embed", text)


def is_correction(text: str) -> bool:
    """Whether a text says what was corrected."""
    return _says("correction", text[:120])


def is_comment_heading(text: str) -> bool:
    """Whether readers' comments begin here."""
    return len(text) <= 90 and _says("comments", text)


def is_fact_heading(text: str) -> bool:
    """Whether a box of facts begins here."""
    return len(text) <= 60 and _says("facts", text)


def is_caption_like(text: str) -> bool:
    """Whether a text speaks of a picture."""
    return len(text) <= 500 and _says("caption", text)


def is_furniture(text: str) -> bool:
    """Whether a line is a control, a label of the site, or has no word at all."""
    if not _WORD.search(text[:_REACH]) or (len(text) <= 160 and _says("furniture", text)):
        return True
    single = text.split() if len(text) <= 100 else []
    return len(single) > 1 and all(_says("furniture", each) for each in single)  # "Impressum Kontakt"
