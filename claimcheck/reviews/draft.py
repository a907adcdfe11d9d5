"""Raw field values of one record → ``ClaimReview``: the checks and choices every format shares."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from claimcheck.records import ClaimReview, Label, review_id
from claimcheck.reviews.dates import parse_date
from claimcheck.reviews.detect import detect_language, parse_language
from claimcheck.reviews.given import Given, Notes, Refusal
from claimcheck.reviews.ratings import read_ratings
from claimcheck.reviews.text import clean_url, host_of, text_of

__all__ = ["MAX_CLAIM", "Draft", "build_review", "check_claim"]

MAX_CLAIM = 5_000
"""Characters above which a claim text is no claim."""

_PLACEHOLDER = re.compile(r"(?:\{\{.*\}\}|\{%.*%\}|\$\{.*\}|<\?.*\?>|<%.*%>|%%.*%%|\[\[.*\]\])", re.DOTALL)
_MAX_TITLE, _MAX_SUMMARY, _MAX_WORD, _MAX_NAME = 1_000, 20_000, 1_000, 300


@dataclass(slots=True)
class Draft:
    """Values as a record holds them, not yet cleaned; whatever is missing is None.

    ``houses`` are names of organisations that may be the publisher, best first; ``person`` is a writer's name, taken
    only where there is neither an organisation nor a host.
    """

    claim_reviewed: Any = None
    houses: tuple[Any, ...] = ()
    person: Any = None
    publisher_url: Any = None
    rating: Label | None = None
    alternate_name: Any = None
    rating_value: Any = None
    best_rating: Any = None
    worst_rating: Any = None
    url: Any = None
    date_published: Any = None
    claim_date: Any = None
    claimant: Any = None
    title: Any = None
    summary: Any = None
    language: Any = None
    licence: Any = None


def check_claim(text: str | None) -> str:
    """The claim text, where it is one; else a ``Refusal``."""
    if not text or not any(character.isalnum() for character in text):
        raise Refusal("no claim text" if text is None else "the claim text is empty")
    if len(text) < 200 and _PLACEHOLDER.fullmatch(text.strip()):
        raise Refusal("the claim is a template's placeholder that was never filled in")
    if len(text) > MAX_CLAIM:
        raise Refusal(f"a claim text of {len(text)} characters, more than {MAX_CLAIM}")
    return text


def build_review(draft: Draft, given: Given) -> ClaimReview:
    """The review a draft makes.

    Publisher: the first organisation named, else the one given, else the page's, else the host of the address, else the
    writer. Language: the record's, else the one given, else the page's, else detected. The rating word is kept; its
    label comes from the rating table.
    """
    claim = check_claim(text_of(draft.claim_reviewed) or ("" if draft.claim_reviewed is not None else None))
    url = clean_url(draft.url, base=given.base)
    publisher_url = clean_url(draft.publisher_url, base=given.base)
    publisher = _publisher(draft, given, url, publisher_url)
    title = _cut(text_of(draft.title), _MAX_TITLE)
    word = text_of(draft.alternate_name)
    if word and len(word) > _MAX_WORD:
        given.notes.add(f"rating words are longer than {_MAX_WORD} characters and were cut", word)
    word = _cut(word, _MAX_WORD)
    language = (
        parse_language(draft.language)
        or given.language
        or parse_language(given.page_language)
        or detect_language(" ".join(filter(None, (claim, title))))
    )
    published, claim_date = _day(draft.date_published, given.notes), _day(draft.claim_date, given.notes)
    ratings = given.ratings or read_ratings()
    if url is None and (written := text_of(draft.url)):
        given.notes.add("addresses are no whole http or https ones and were left out", written)
    return ClaimReview(
        id=review_id(claim, url=url, publisher=publisher, date_published=published),
        claim_reviewed=claim,
        publisher=publisher,
        rating=draft.rating
        or ratings.label_for(word, publisher=(publisher, host_of(url) or ""), language=language).label,
        alternate_name=word,
        rating_value=_cut(text_of(draft.rating_value), _MAX_NAME),
        best_rating=_cut(text_of(draft.best_rating), _MAX_NAME),
        worst_rating=_cut(text_of(draft.worst_rating), _MAX_NAME),
        url=url,
        publisher_url=publisher_url,
        date_published=published,
        claim_date=claim_date,
        claimant=_cut(text_of(draft.claimant, joined=True), _MAX_NAME),
        title=title,
        summary=_cut(text_of(draft.summary), _MAX_SUMMARY),
        language=language,
        licence=_cut(text_of(draft.licence), _MAX_NAME) or given.licence,
        source=given.source,
        sample=given.sample,
        rating_table=None if draft.rating or not word else ratings.version,
    )


def _day(value: Any, notes: Notes) -> date | None:
    """The day a value names; one that names none is noted."""
    for each in value if isinstance(value, list) else [value]:
        if (found := parse_date(text_of(each) if isinstance(each, Mapping) else each)) is not None:
            return found
    if written := text_of(value):
        notes.add("dates name no day of the calendar, or might name two, and were left out", written)
    return None


def _publisher(draft: Draft, given: Given, url: str | None, publisher_url: str | None) -> str:
    for name in (*draft.houses, given.publisher, given.house):
        if text := _cut(text_of(name), _MAX_NAME):
            return text
    found = host_of(publisher_url) or host_of(url) or _cut(text_of(draft.person), _MAX_NAME)
    if not found:
        raise Refusal("no publisher, and no web address to name one")
    return found


def _cut(text: str | None, limit: int) -> str | None:
    """A text no longer than a field may be, the cut marked."""
    return text if text is None or len(text) <= limit else f"{text[: limit - 1]}…"
