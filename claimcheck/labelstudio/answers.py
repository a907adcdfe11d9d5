"""Blind answers side by side: what an adjudicator sees of each, without a name.

Pure. Everything here was written by somebody else: it is plain text for a tag that renders text, or escaped.
"""

import hashlib
import json
import string
from collections.abc import Sequence
from html import escape
from typing import Any

from claimcheck.labelstudio.markup import clip, link, shorten
from claimcheck.labelstudio.wording import day, quoted, say
from claimcheck.records import Evidence, Verdict
from claimcheck.scheme import Scheme

__all__ = ["answer_fields", "answers_digest", "in_blind_order", "pseudonym"]


def pseudonym(place: int) -> str:
    """What the answer at a place is called: A to Z, then A2 and so on.

    >>> pseudonym(0), pseudonym(25), pseudonym(26)
    ('A', 'Z', 'A2')
    """
    letters = string.ascii_uppercase
    again = place // len(letters)
    return letters[place % len(letters)] + (str(again + 1) if again else "")


def in_blind_order(answers: Sequence[Verdict], *, seed: str) -> list[Verdict]:
    """The answers to a claim in an order that says nothing of who gave them: by a hash of seed, claim and annotator."""
    return sorted(answers, key=lambda each: _hash(seed, each.claim_id, each.annotator, str(each.annotation_id)))


def answers_digest(answers: Sequence[Verdict]) -> str:
    """First 16 hex of SHA-256 of what the answers say and who says it, in whatever order."""
    said = sorted(
        [
            each.annotator,
            each.label.value if each.label else "",
            each.justification or "",
            each.problem or "",
            each.better_wording or "",
            str(each.confidence or ""),
            each.as_of.isoformat() if each.as_of else "",
            [[piece.url, piece.quote or "", piece.stance or ""] for piece in each.evidence],
        ]
        for each in answers
    )
    return _hash(json.dumps(said, ensure_ascii=True))


def answer_fields(answers: Sequence[Verdict], scheme: Scheme, language: str) -> list[dict[str, Any]]:
    """A card for each answer, in the order given; the annotators' names are not among its fields."""
    days = len({answer.as_of for answer in answers}) > 1
    return [
        {
            "head": f"{say('answer', language)} {pseudonym(place)}",
            "label": _label(answer, scheme, language),
            "text": clip(answer.justification or say("no_justification", language)),
            "html": _facts(answer, scheme, language, days=days),
        }
        for place, answer in enumerate(answers)
    ]


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x00".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _label(answer: Verdict, scheme: Scheme, language: str) -> str:
    if answer.label is None:
        return say("skipped", language)
    choice = scheme.choice(answer.label)
    return choice.name(language) if choice else answer.label.value


def _facts(answer: Verdict, scheme: Scheme, language: str, *, days: bool) -> str:
    """Evidence, confidence, the day where days differ, what is wrong with the claim: our tags around escaped text."""
    lines = [_evidence(piece, language) for piece in answer.evidence]
    if answer.confidence is not None:
        stars = "★" * answer.confidence + "☆" * (5 - answer.confidence)
        lines.append(f"{escape(say('sure', language))}: {stars} {answer.confidence}/5")
    if answer.as_of and days:
        lines.append(f"{escape(say('judged_as_of', language))}: {escape(day(answer.as_of, language))}")
    if answer.problem:
        named = next((each.name(language) for each in scheme.problems if each.code == answer.problem), answer.problem)
        lines.append(f'<span class="cc-fault">{escape(say("fault", language))}: {escape(named)}</span>')
    if answer.better_wording:
        better = quoted(escape(clip(answer.better_wording)), language)
        lines.append(f"{escape(say('wording_hint', language))}: {better}")
    return "".join(f"<div>{line}</div>" for line in lines) or "<div></div>"


def _evidence(piece: Evidence, language: str) -> str:
    where = link(piece.url, shorten(piece.url, 90)) if piece.url else ""
    stance = f"<b>{escape(say(piece.stance, language))}</b>" if piece.stance in {"supports", "refutes"} else ""
    quote = quoted(escape(shorten(piece.quote, 600)), language) if piece.quote else ""
    return " ".join(part for part in (stance, where, quote) if part)
