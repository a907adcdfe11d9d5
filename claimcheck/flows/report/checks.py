"""A past check in words, beside the claim it was found for: what differs stands out on both sides."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from claimcheck.flows.report.facts import LIKELY
from claimcheck.labelstudio.markup import is_web
from claimcheck.labelstudio.wording import difference_word, relation_word, tongue_word
from claimcheck.records import ClaimReview, Difference, DifferenceKind, Match, Relation

if TYPE_CHECKING:
    from claimcheck.flows.report.view import Speller

__all__ = ["check_view", "emphasise", "web_link"]

_BRIEF = 2  # differences told where there is little room


def check_view(match: Match, review: ClaimReview, text: str, spoken: str, speller: "Speller") -> dict[str, Any]:
    """Everything that a page says of a past check beside a claim that reads ``text`` in the language ``spoken``."""
    words, language = speller.words, speller.words.language
    rows = _slots(match.differences)
    telling = [each for each in rows if each.kind is not DifferenceKind.SCOPE]
    if match.relation in {Relation.BROADER, Relation.NARROWER}:
        telling = list(match.differences)
    nothing = words("says_nothing")
    return {
        "new": emphasise(text, [each.new for each in telling]),
        "past": emphasise(review.claim_reviewed, [each.past for each in telling]),
        "language": review.language,
        "tongue": tongue_word(review.language, language) if review.language not in {spoken, "und"} else None,
        "relation": relation_word(match.relation, language) if match.relation else None,
        "relation_code": match.relation.value if match.relation else "related",
        "differences": [
            (difference_word(each.kind, language), each.new or nothing, each.past or nothing) for each in rows
        ],
        "briefly": [
            (difference_word(each.kind, language), each.new, each.past)
            for each in match.differences
            if each.kind is not DifferenceKind.SCOPE and each.new and each.past
        ][:_BRIEF],
        "rating": speller.rating(review),
        "badge": speller.badge(review.rating) if review.rating else None,
        "own_word": speller.own_word(review),
        "faint": match.relation is Relation.RELATED or (match.score is not None and match.score < LIKELY),
        "publisher": review.publisher,
        "day": words.day(review.date_published) if review.date_published else None,
        "iso": review.date_published.isoformat() if review.date_published else "",
        "older": words("older", span=words.span(match.days_older)) if match.days_older else None,
        "claimant": review.claimant,
        "link": web_link(review.url),
        "likely": words("likely", percent=words.percent(match.score))
        if match.score is not None
        else words("likely_unknown", score=words.decimal(match.similarity)),
        "also": words.count("also_at", len(match.also)) if match.also else None,
        "ours": review.ours,
        "sample": review.sample,
    }


def _slots(differences: Sequence[Difference]) -> list[Difference]:
    """The differences, those of scope, of which there can be many, as one at the end."""
    scopes = [each for each in differences if each.kind is DifferenceKind.SCOPE]
    rows = [each for each in differences if each.kind is not DifferenceKind.SCOPE]
    if scopes:
        new, past = (
            ", ".join(filter(None, side)) for side in zip(*((each.new, each.past) for each in scopes), strict=True)
        )
        rows.append(Difference(DifferenceKind.SCOPE, new, past))
    return rows


def web_link(url: str | None) -> Mapping[str, str] | None:
    """Where a link leads and which host it names; None where the address is none of the web.

    >>> web_link("https://www.example.org/a?b")
    {'url': 'https://www.example.org/a?b', 'host': 'example.org'}
    >>> web_link("javascript:alert(1)") is None
    True
    """
    if not url or not is_web(url):
        return None
    return {"url": url, "host": (urlsplit(url).hostname or "").removeprefix("www.")}


def emphasise(text: str, words: Sequence[str]) -> list[tuple[bool, str]]:
    """The text in pieces, those that one of ``words`` is marked; joined, the pieces are the text.

    >>> emphasise("40 of 400 people", ["40"])
    [(True, '40'), (False, ' of 400 people')]
    """
    wanted = sorted({each for each in words if each.strip()}, key=len, reverse=True)
    if not wanted:
        return [(False, text)]
    pattern = "|".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in wanted)
    found, at = [], 0
    for match in re.finditer(pattern, text):
        found += [(False, text[at : match.start()]), (True, match[0])]
        at = match.end()
    return [piece for piece in [*found, (False, text[at:])] if piece[1]]
