"""Article in, claims out: the rule splitter, and the protocol that every splitter keeps.

Article → sentences → statements (who says it) → units (clauses) → dates, open words, score → claims.
"""

import traceback
import warnings
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from claimcheck.article.lines import seen_text
from claimcheck.records import CARRIERS, Article, Claim, Span, claim_id
from claimcheck.split.drafts import Draft, Drafter
from claimcheck.split.languages import Rules, rules_for, sentences_only
from claimcheck.split.names.names import Names
from claimcheck.split.names.people import People
from claimcheck.split.reading import PROSE
from claimcheck.split.speech.speakers import Speakers
from claimcheck.split.worth.bearing import told, with_bearing
from claimcheck.split.worth.checkability import lower
from claimcheck.split.worth.company import in_company
from claimcheck.split.worth.repeats import find_repeats

__all__ = ["WHOLE_SENTENCES", "RuleSplitter", "Splitter", "read_drafts", "split_article"]

WHOLE_SENTENCES = "sentences"
"""The ``method`` of claims of an article that the rules failed on."""


class Splitter(Protocol):
    """Finds the claims of an article."""

    name: str

    def split(self, article: Article) -> list[Claim]:
        """All claims, offered and not, best first: higher score, then nearer the top of the text."""
        ...


class RuleSplitter:
    """Claims by rules: word lists and patterns for German and English, whole sentences elsewhere."""

    name = "rules"

    def split(self, article: Article) -> list[Claim]:
        """All claims of an article, offered and not, best first; none where no block can hold claims.

        A fault in the rules costs an article its clauses and speakers, not its claims: they are whole sentences then,
        their ``method`` is ``WHOLE_SENTENCES``, the first of their ``reasons`` says what failed where, and a
        ``RuntimeWarning`` does too. ``split_article`` lets the fault through.
        """
        try:
            return split_article(article)
        except Exception as fault:
            *_, last = traceback.extract_tb(fault.__traceback__)
            told = f"the rules failed: {type(fault).__name__} at {Path(last.filename).name}:{last.lineno}"
            warnings.warn(f"{told}, article {article.id}", RuntimeWarning, stacklevel=1)
            found = split_article(article, sentences_only(article.language), WHOLE_SENTENCES)
            return [replace(claim, reasons=(told, *claim.reasons)) for claim in found]


def split_article(article: Article, rules: Rules | None = None, method: str = RuleSplitter.name) -> list[Claim]:
    """All claims of an article, offered and not, best first: higher score, then nearer the top of the text.

    ``rules`` are those of the article's language where none are given.

    >>> from claimcheck.records import Block, Role, article_id
    >>> text = "Die Brücke kostete laut Stadtrat 2 Millionen Euro."
    >>> block = Block(Span(0, len(text)), Role.BODY)
    >>> [(claim.text, claim.speaker) for claim in split_article(Article(article_id(text), text, (block,), "de"))]
    [('Die Brücke kostete 2 Millionen Euro.', 'Stadtrat')]
    """
    drafter, drafts = read_drafts(article, rules, method)
    repeats = find_repeats([(draft.claim.role, " ".join(draft.claim.evidence)) for draft in drafts])
    seen: Counter[tuple[tuple[Span, ...], str]] = Counter()
    claims: list[Claim] = []
    worded: set[tuple[tuple[Span, ...], str]] = set()
    judged = in_company(with_bearing([draft.judgement for draft in drafts], [told(draft.claim) for draft in drafts]))
    for at, (draft, judgement) in enumerate(zip(drafts, judged, strict=True)):
        if (draft.claim.spans, draft.claim.text) in worded:
            continue  # read twice in the same words
        worded.add((draft.claim.spans, draft.claim.text))
        if at in repeats:
            judgement = lower(judgement, f"repeats “{_short(drafts[repeats[at]].claim.text)}”")
        ranked = judgement if draft.complete else lower(judgement, "does not stand alone")  # offered all the same
        key = (draft.claim.spans, draft.claim.assertion.value)
        number = seen[key]
        seen[key] += 1
        claims.append(
            replace(
                drafter.dated(draft),
                evidence=tuple(article.text[span.start : span.end] for span in draft.claim.spans),
                id=claim_id(article.id, draft.claim.spans, draft.claim.assertion, number),
                checkable=judgement.checkable,
                score=round(ranked.score, 4),
                reasons=ranked.reasons,
            )
        )
    return sorted(claims, key=lambda claim: (-claim.score, claim.spans, claim.id))


def read_drafts(
    article: Article, rules: Rules | None = None, method: str = RuleSplitter.name
) -> tuple[Drafter, list[Draft]]:
    """The claims of an article before they are compared with one another, in text order, and who read them.

    Of Markdown is read what its reader sees: **bold** is a word like others, a link its words.
    """
    article = replace(article, text=seen_text(article))
    rules = rules or rules_for(article.language)
    carried = "\n\n".join(
        article.text[each.span.start : each.span.end] for each in article.blocks if each.role in CARRIERS
    )
    names = Names(carried, rules)
    speakers = Speakers(article.text, names, rules, People(carried, names, rules))
    drafter = Drafter(article, speakers, carried, rules, method)
    drafts: list[Draft] = []
    before: str | None = None
    for block in article.blocks:
        if block.role not in CARRIERS:
            speakers.dictating = None
            continue
        drafts += drafter.block(block, before if block.role in PROSE else None)
        before = (speakers.previous or before) if block.role in PROSE else before
    return drafter, drafts


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39].rstrip() + "…"
