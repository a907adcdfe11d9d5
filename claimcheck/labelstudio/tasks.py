"""Claim + Article + Matches → the task an annotator sees, as data.

Pure. Every foreign string is either plain text for a tag that renders text, or escaped here, with links to http(s)
only. What the server would take without a word (a region out of place, a field missing) is refused here.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from typing import Any

from claimcheck.errors import TaskInvalid
from claimcheck.labelstudio.answers import answer_fields
from claimcheck.labelstudio.config import required_fields
from claimcheck.labelstudio.excerpt import find_excerpt, one_line_end
from claimcheck.labelstudio.markup import clip, is_web, link, sendable, shorten
from claimcheck.labelstudio.wording import (
    LANGUAGES,
    assertion_word,
    day,
    difference_word,
    quoted,
    relation_word,
    say,
    tongue_word,
)
from claimcheck.records import Article, Claim, ClaimReview, Match, Relation, ShownCheck, Verdict
from claimcheck.scheme import Scheme

__all__ = ["MAX_PAST_CHECKS", "claim_prediction", "import_task", "shown_checks", "shown_in", "task_data", "task_digest"]

MAX_PAST_CHECKS = 5
"""Past checks a task shows: each takes three keys of the keyboard."""
_UNLIKELY = 0.005  # below, a score reads as 0.00
_ALIKE = 0.6  # from this similarity on a past check is worth a look, however unlikely it is the same


def task_data(
    claim: Claim,
    article: Article,
    matches: Sequence[Match],
    scheme: Scheme,
    *,
    languages: tuple[str, ...] = LANGUAGES,
    hidden: bool = False,
    answers: Sequence[Verdict] | None = None,
) -> dict[str, Any]:
    """What Label Studio stores of a claim and shows; its words are in the claim's language where the page speaks it.

    ``matches`` best first; abstentions are left out, as are leads far off: of next to no likelihood and little alike.
    At most ``MAX_PAST_CHECKS`` are shown. With ``hidden`` none is, and the page says so in the same words whether there
    are any or not. ``answers`` are what an adjudicator sees side by side, in this order.

    Raises:
        TaskInvalid: the claim's evidence is not the article's text at its spans, or the claim is empty.
    """
    _check_place(claim, article)
    language = claim.language if claim.language in languages else languages[0]
    found = [] if hidden else _offered(matches)
    data: dict[str, Any] = {
        "claim_id": claim.id,
        "article_id": article.id,
        "claim": clip(claim.text),
        "who": _who(claim, language),
        "as_of": _as_of(article.published, language),
        "as_of_date": article.published.isoformat() if article.published else None,
        "source_html": _source(article, language),
        "notes": [{"text": note} for note in _notes(claim, language)],
        "context": find_excerpt(article, claim.spans).text,
        "past_checks": [_past_check(match, match.review, claim, scheme, language) for match in found if match.review],
        "past_none": [] if found else [{"text": say("past_hidden" if hidden else "past_none", language)}],
        "language": claim.language,
    }
    if answers is not None:
        data["blind_answers"] = answer_fields(answers, scheme, language)
    missing = [field for field in required_fields(adjudication=answers is not None) if field not in data]
    if missing:
        raise TaskInvalid(claim.id, f"lacks {', '.join(missing)}")
    return {key: sendable(value) for key, value in data.items()}


def claim_prediction(claim: Claim, article: Article, *, state: str | None = None) -> dict[str, Any]:
    """The claim marked in its context; never a verdict, which would be submitted unseen.

    ``state`` is the digest of the task's data. It stands in the id of each region, which the page copies into an
    annotation as it was when the page was opened: so an answer says what was on the page it was given on.
    """
    excerpt = find_excerpt(article, claim.spans)
    for region, evidence in zip(excerpt.regions, claim.evidence, strict=True):
        if excerpt.text[region.start : region.end] != one_line_end(evidence):
            raise TaskInvalid(claim.id, "is marked at a place that does not hold its evidence")
    return {
        "model_version": "claimcheck",
        "result": [
            {
                "id": f"claim-{number}" + (f"-{state}" if state else ""),
                "from_name": "span",
                "to_name": "context",
                "type": "labels",
                "value": {
                    "start": region.start,
                    "end": region.end,
                    "text": sendable(excerpt.text[region.start : region.end]),
                    "labels": ["CLAIM"],
                },
            }
            for number, region in enumerate(excerpt.regions)
        ],
    }


def import_task(
    claim: Claim,
    article: Article,
    matches: Sequence[Match],
    scheme: Scheme,
    *,
    languages: tuple[str, ...] = LANGUAGES,
    hidden: bool = False,
    answers: Sequence[Verdict] | None = None,
) -> dict[str, Any]:
    """A task in the form Label Studio imports, through its API or as a file; options as ``task_data``."""
    data = task_data(claim, article, matches, scheme, languages=languages, hidden=hidden, answers=answers)
    return {"data": data, "predictions": [claim_prediction(claim, article, state=task_digest(data))]}


def task_digest(data: Mapping[str, Any]) -> str:
    """First 16 hex of SHA-256 of a task's data; equal data, in whatever key order, have equal digests."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def shown_checks(matches: Sequence[Match]) -> tuple[ShownCheck, ...]:
    """The past checks a task made of these matches shows, in the order of the page."""
    return shown_in(
        {"past_checks": [_shown_fields(match, match.review) for match in _offered(matches) if match.review]}
    )


def shown_in(data: Mapping[str, Any]) -> tuple[ShownCheck, ...]:
    """The past checks a task's data shows, in the order of the page."""
    return tuple(
        ShownCheck(
            review_id=str(each["review_id"]),
            rank=int(each["rank"]),
            similarity=float(each["similarity"]),
            score=None if each["score"] is None else float(each["score"]),
            relation=Relation(each["relation"]) if each["relation"] else None,
        )
        for each in data["past_checks"]
    )


def _offered(matches: Sequence[Match]) -> list[Match]:
    worth = (match for match in matches if match.review is not None and not _is_far_off(match))
    return sorted(worth, key=lambda match: match.rank)[:MAX_PAST_CHECKS]


def _is_far_off(match: Match) -> bool:
    return match.score is not None and match.score < _UNLIKELY and match.similarity < _ALIKE


def _check_place(claim: Claim, article: Article) -> None:
    if not claim.text.strip():
        raise TaskInvalid(claim.id, "has no text")
    if not claim.spans or len(claim.spans) != len(claim.evidence):
        raise TaskInvalid(claim.id, f"has {len(claim.spans)} spans and {len(claim.evidence)} pieces of evidence")
    for span, evidence in zip(claim.spans, claim.evidence, strict=True):
        if article.text[span.start : span.end] != evidence:
            raise TaskInvalid(claim.id, f"does not stand at [{span.start}, {span.end}) of article {article.id}")


def _who(claim: Claim, language: str) -> str:
    who = claim.told_by or say("unnamed" if claim.is_unnamed else "outlet", language)
    how = [assertion_word(claim.assertion, language)]
    if claim.via:
        how.append(f"{say('via', language)} {claim.via}")
    return clip(f"{who} ({', '.join(how)})")


def _as_of(published: date | None, language: str) -> str:
    if published is None:
        return say("no_day", language)
    return f"{day(published, language)} ({say('published', language)})"


def _notes(claim: Claim, language: str) -> list[str]:
    if not claim.needs_context:
        return []
    if claim.context.unresolved:
        return [clip(f"{say('alone', language)} {', '.join(claim.context.unresolved)}")]
    return [say("not_alone", language)]


def _source(article: Article, language: str) -> str:
    parts = [link(article.url, clip(article.title or say("untitled", language)))]
    if article.outlet:
        parts.append(escape(article.outlet))
    if article.published:
        parts.append(escape(day(article.published, language)))
    return " · ".join(parts)


def _shown_fields(match: Match, review: ClaimReview) -> dict[str, Any]:
    return {
        "review_id": review.id,
        "rank": match.rank,
        "similarity": round(match.similarity, 4),
        "score": match.score,
        "relation": match.relation.value if match.relation else None,
    }


def _past_check(match: Match, review: ClaimReview, claim: Claim, scheme: Scheme, language: str) -> dict[str, Any]:
    return {
        **_shown_fields(match, review),
        "claim": clip(review.claim_reviewed),
        "html": _check_html(match, review, claim, scheme, language),
    }


def _check_html(match: Match, review: ClaimReview, claim: Claim, scheme: Scheme, language: str) -> str:
    """Rating, publisher, day, language if not the claim's, what differs: our own tags around escaped text."""
    choice = scheme.choice(review.rating) if review.rating else None
    word = clip(review.alternate_name or "") or (choice.name(language) if choice else say("no_rating", language))
    facts = [f'<b class="cc-rating">{escape(word)}</b>']
    if choice and choice.name(language).casefold() != word.casefold():
        facts.append(f"({escape(choice.name(language))})")
    line = [" ".join(facts), escape(clip(review.publisher))]
    if review.date_published:
        line.append(escape(day(review.date_published, language)))
    if review.language not in {claim.language, "und"}:
        line.append(escape(tongue_word(review.language, language)))
    line += [escape(say(word, language)) for word, holds in (("ours", review.ours), ("sample", review.sample)) if holds]
    if review.url and is_web(review.url):
        line.append(link(review.url, say("open_check", language)))
    lines = [f"<div>{' · '.join(line)}</div>"]
    if review.summary:
        lines.append(f'<div class="cc-summary">{escape(shorten(review.summary))}</div>')
    if match.relation or match.differences:
        lines.append(f'<div class="cc-relation">{_relation_html(match, language)}</div>')
    return "".join(lines)


def _relation_html(match: Match, language: str) -> str:
    said = [f"<b>{escape(relation_word(match.relation, language))}</b>"] if match.relation else []
    for each in match.differences:
        sides = [(side, words) for side, words in (("here", each.new), ("there", each.past)) if words.strip()]
        told = ", ".join(f"{escape(say(side, language))} {quoted(escape(words), language)}" for side, words in sides)
        said.append(escape(difference_word(each.kind, language)) + (f": {told}" if told else ""))
    return " · ".join(said)
