"""Article in, claims out: the rule splitter, and the protocol that every splitter keeps.

Article → sentences → statements (who says it) → units (clauses) → dates, open words, score → claims.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from claimcheck.records import (
    CARRIERS,
    Article,
    Assertion,
    Block,
    Claim,
    ClaimContext,
    Role,
    Span,
    Substitution,
    claim_id,
)
from claimcheck.split.checkability import OFFERED, Judgement, judge, lower
from claimcheck.split.clauses import Stretch, Unit
from claimcheck.split.context import open_words
from claimcheck.split.dates import Mention, find_dates, settle_date
from claimcheck.split.languages import Rules, rules_for
from claimcheck.split.names import Names
from claimcheck.split.repeats import find_repeats
from claimcheck.split.speakers import Speakers
from claimcheck.split.statements import Sentence, Statement, read_sentences, read_statements
from claimcheck.split.tokens import Token, plain
from claimcheck.split.units import find_units
from claimcheck.split.verbs import verb_positions
from claimcheck.split.wording import place, word_claim

__all__ = ["RuleSplitter", "Splitter", "split_article"]

_PROSE = frozenset({Role.LEAD, Role.BODY, Role.LIVE_UPDATE, Role.FACT_BOX})  # blocks that carry on from one another


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
        """All claims of an article, offered and not, best first; none where no block can hold claims."""
        return split_article(article)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A claim before it is compared with the others and given its id."""

    claim: Claim
    judgement: Judgement


def split_article(article: Article) -> list[Claim]:
    """All claims of an article, offered and not, best first: higher score, then nearer the top of the text.

    >>> from claimcheck.records import Role, article_id
    >>> text = "Die Brücke kostete laut Stadtrat 2 Millionen Euro."
    >>> block = Block(Span(0, len(text)), Role.BODY)
    >>> [(claim.text, claim.speaker) for claim in split_article(Article(article_id(text), text, (block,), "de"))]
    [('Die Brücke kostete laut Stadtrat 2 Millionen Euro.', 'Stadtrat')]
    """
    rules = rules_for(article.language)
    carried = "\n\n".join(
        article.text[each.span.start : each.span.end] for each in article.blocks if each.role in CARRIERS
    )
    speakers = Speakers(article.text, Names(carried, rules), rules)
    drafts: list[_Draft] = []
    before: str | None = None
    for block in article.blocks:
        if block.role not in CARRIERS:
            continue
        drafts += _block(article, block, before if block.role in _PROSE else None, speakers, rules)
        before = (speakers.previous or before) if block.role in _PROSE else before
    repeats = find_repeats([(draft.claim.role, " ".join(draft.claim.evidence)) for draft in drafts])
    seen: Counter[tuple[tuple[Span, ...], str]] = Counter()
    claims = []
    for at, draft in enumerate(drafts):
        judgement = draft.judgement
        if at in repeats:
            judgement = lower(judgement, f"repeats “{_short(drafts[repeats[at]].claim.text)}”")
        key = (draft.claim.spans, draft.claim.assertion.value)
        number = seen[key]
        seen[key] += 1
        claims.append(
            replace(
                draft.claim,
                id=claim_id(article.id, draft.claim.spans, draft.claim.assertion, number),
                checkable=judgement.score >= OFFERED,
                score=round(judgement.score, 4),
                reasons=judgement.reasons,
            )
        )
    return sorted(claims, key=lambda claim: (-claim.score, claim.spans, claim.id))


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39].rstrip() + "…"


def _block(article: Article, block: Block, before: str | None, speakers: Speakers, rules: Rules) -> Iterator[_Draft]:
    sentences = read_sentences(article.text, block.span.start, block.span.end, article.language, rules)
    for sentence, statements in read_statements(sentences, article.text, speakers, rules):
        for statement in statements:
            if not any(token.is_word for token in sentence.tokens[slice(*statement.stretch)]):
                continue
            units = [Unit((statement.stretch,))]
            if not statement.whole:
                units = find_units(sentence.tokens, sentence.quoted, statement.stretch, rules)
            for unit in units:
                if draft := _draft(article, block, sentence, before, statement, unit, speakers, rules):
                    yield draft
        before = plain(article.text[sentence.span.start : sentence.span.end])


def _draft(
    article: Article,
    block: Block,
    sentence: Sentence,
    before: str | None,
    statement: Statement,
    unit: Unit,
    speakers: Speakers,
    rules: Rules,
) -> _Draft | None:
    text = article.text
    spans = tuple(span for stretch in unit.stretches if (span := place(text, sentence.tokens, stretch)))
    tokens = [token for a, b in unit.stretches for token in sentence.tokens[a:b]]
    if not spans or not any(token.is_word for token in tokens):
        return None
    published = block.date or article.published
    verbs = verb_positions(tokens, rules)
    ahead = bool(verbs) and tokens[verbs[0]].word in rules.future_verbs
    mentions = [
        each for span in spans for each in find_dates(text, span.start, span.end, published, rules, ahead=ahead)
    ]
    date = settle_date(mentions)
    governed = statement.cue is not None and statement.assertion is not Assertion.ASSERTED
    complete = unit.complete and not (governed and rules.finite_verbs and not verbs)
    act = statement.act and statement.assertion is not Assertion.QUOTED and _holds(unit, statement.cue)
    named = speakers.names.named(tokens, rules)
    unresolved = open_words(tokens, rules, named=named)
    judgement = judge(
        tokens,
        assertion=statement.assertion,
        date=date,
        question=sentence.question,
        named=named,
        act=act,
        complete=complete,
        vague=bool(unresolved) and not named,
        governed=governed,
        rules=rules,
    )
    if statement.speaker and statement.speaker.span and statement.speaker.name is None:
        unresolved = (*unresolved, text[statement.speaker.span.start : statement.speaker.span.end])
    substitutions = tuple(
        _dated(text, mention) for mention in mentions if mention.worded and mention.date.precision == "day"
    )
    said = statement.speaker
    own = bool(said and said.name and article.outlet and said.name.casefold() == article.outlet.casefold())
    claim = Claim(
        id="",
        article_id=article.id,
        spans=spans,
        evidence=tuple(text[span.start : span.end] for span in spans),
        text=word_claim(text, sentence.tokens, replace(unit, complete=complete), substitutions),
        assertion=Assertion.PRESUPPOSED
        if unit.presupposed and statement.assertion is Assertion.ASSERTED
        else statement.assertion,
        kind=judgement.kind,
        role=block.role,
        language=article.language,
        checkable=judgement.checkable,
        score=judgement.score,
        reasons=judgement.reasons,
        speaker=said.name if said and not own else None,
        speaker_span=said.span if said else None,
        via=statement.via,
        cue=_cue(text, sentence.tokens, statement) if act or governed else None,
        subject=statement.subject if act else None,
        date=date,
        context=ClaimContext(article.title, published, before, unresolved),
        needs_context=bool(unresolved) or not complete,
        substitutions=substitutions,
        method=RuleSplitter.name,
    )
    return _Draft(claim, judgement)


def _holds(unit: Unit, cue: Stretch | None) -> bool:
    """Whether a clause holds the cue."""
    return cue is not None and any(a <= cue[0] < b for a, b in unit.stretches)


def _dated(text: str, mention: Mention) -> Substitution:
    """A day that only the article's own date tells, with that date put behind it."""
    original = text[mention.span.start : mention.span.end]
    return Substitution(mention.span, original, f"{original} ({mention.date.value})")


def _cue(text: str, tokens: list[Token], statement: Statement) -> str | None:
    if statement.cue is None:
        return None
    first, last = statement.cue
    return text[tokens[first].start : tokens[last - 1].end]
