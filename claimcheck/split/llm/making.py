"""A claim made of a model's proposal and of what the rules know of the same place."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.records import Article, Assertion, Claim, ClaimContext, ClaimDate, ClaimKind, Span, claim_id
from claimcheck.split.dates.mentions import find_dates
from claimcheck.split.dates.own import settle_date
from claimcheck.split.languages import rules_for
from claimcheck.split.llm.folding import fold
from claimcheck.split.llm.numbered import Numbered
from claimcheck.split.llm.rows import ProposedClaim
from claimcheck.split.llm.sources import overlap
from claimcheck.split.words.tokens import tokenize
from claimcheck.split.worth.checkability import NEVER, offered_from

__all__ = ["left_out", "make_claim", "with_ids"]

_CHOSEN = 0.4  # how far a claim that the model chose moves towards 1
_LEFT = 0.3  # how far one that it did not choose falls
_QUOTES = frozenset('"“”„«»‹›')
_NEAR = 200  # characters before and behind evidence in which its speaker is looked for


def make_claim(
    article: Article,
    proposal: ProposedClaim,
    spans: tuple[Span, ...],
    here: Sequence[Numbered],
    beside: Sequence[Claim],
    method: str,
) -> Claim:
    """The claim; its day, kind, role and score come from the rules' claim that shares most of its place.

    What the rules know to be somebody's word stays so: a model that leaves out who says it does not make it the
    outlet's own. ``id`` is left empty.
    """
    base = _nearest(spans, beside)
    spans = base.spans if base and _same_words(article.text, spans, base.spans) else spans
    named = None if _is_pronoun(article.language, proposal.speaker) else proposal.speaker
    speaker, assertion = _attributed(article.text, replace(proposal, speaker=named), spans, base)
    kept = base if base and speaker == base.speaker else None
    opened = tuple(word for word in proposal.open_words if word.casefold() in proposal.text.casefold())
    opened += tuple(word for word in _dangling(article.language, proposal.text) if word not in opened)
    before = base.context.previous if base else None
    score, reasons = _chosen(base)
    return Claim(
        id="",
        article_id=article.id,
        spans=spans,
        evidence=tuple(article.text[span.start : span.end] for span in spans),
        text=_finished(proposal.text),
        assertion=assertion,
        kind=base.kind if base else ClaimKind.EVENT,
        role=here[0].role,
        language=article.language,
        checkable=score >= offered_from(),
        score=score,
        reasons=reasons,
        speaker=speaker,
        speaker_span=kept.speaker_span if kept else _find_speaker(article.text, speaker, spans),
        via=kept.via if kept else None,
        cue=kept.cue if kept else None,
        subject=base.subject if base and not speaker else None,
        date=_day_in(proposal.text, article) or (base.date if base else None),
        context=ClaimContext(article.title, base.context.date if base else article.published, before, opened),
        needs_context=bool(opened),
        method=method,
    )


def left_out(claim: Claim, *, among: bool) -> Claim:
    """A rule claim that the model did not choose: kept, further down; ``among``: it chose another of the sentence."""
    if claim.score <= NEVER:
        return claim
    why = "the model put the sentence otherwise" if among else "the model did not choose it"
    score = round(max(0.0, claim.score - _LEFT), 4)
    return replace(
        claim,
        score=score,
        checkable=claim.checkable and score >= offered_from(),
        reasons=(f"{why} {-_LEFT:+.2f}", *claim.reasons),
    )


def with_ids(article: Article, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, those without an id with one that no other has, best first."""
    taken = {claim.id for claim in claims if claim.id}
    seen: Counter[tuple[tuple[Span, ...], str]] = Counter()
    found = []
    for claim in claims:
        while not claim.id:
            key = (claim.spans, claim.assertion.value)
            identity = claim_id(article.id, claim.spans, claim.assertion, seen[key])
            seen[key] += 1
            if identity not in taken:
                taken.add(identity)
                claim = replace(claim, id=identity)
        found.append(claim)
    return sorted(found, key=lambda claim: (-claim.score, claim.spans, claim.id))


def _nearest(spans: Sequence[Span], beside: Sequence[Claim]) -> Claim | None:
    """The rules' claim that shares most of its place with these spans, over both; of equal ones the better."""
    size = sum(span.end - span.start for span in spans)

    def share(claim: Claim) -> tuple[float, float, str]:
        common = sum(overlap(a, b) for a in spans for b in claim.spans)
        both = size + sum(span.end - span.start for span in claim.spans) - common
        return common / both, claim.score, claim.id

    best = max(beside, key=share, default=None)
    return best if best and share(best)[0] > 0 else None


def _same_words(text: str, one: Sequence[Span], other: Sequence[Span]) -> bool:
    def letters(spans: Sequence[Span]) -> str:
        return "".join(c for span in spans for c in fold(text, span.start, span.end).text if c.isalnum())

    return letters(one) == letters(other)


def _attributed(
    text: str, proposal: ProposedClaim, spans: Sequence[Span], base: Claim | None
) -> tuple[str | None, Assertion]:
    """Who says it and how, as far as the text bears it out."""
    speaker, assertion = proposal.speaker, proposal.assertion
    spoken = {Assertion.REPORTED, Assertion.QUOTED}
    if base and base.speaker and base.assertion in spoken and speaker is None:
        return base.speaker, base.assertion
    if base and base.assertion in spoken and assertion not in spoken and not speaker:
        return None, base.assertion
    if assertion is Assertion.QUOTED and not _in_quotes(text, spans):
        assertion = Assertion.REPORTED
    if speaker and assertion is Assertion.ASSERTED:
        assertion = Assertion.REPORTED
    return speaker, assertion


def _is_pronoun(language: str, speaker: str | None) -> bool:
    """Whether a speaker is only pointed at: that is nobody's name."""
    return (speaker or "").casefold() in rules_for(language).pronouns


def _in_quotes(text: str, spans: Sequence[Span]) -> bool:
    """Whether a quotation mark stands in the text before a span's end and another at or behind it."""
    span = spans[0]
    before = text[max(0, span.start - 2 * _NEAR) : span.end]
    return any(c in _QUOTES for c in before) and any(c in _QUOTES for c in text[span.start : span.end + 2 * _NEAR])


def _find_speaker(text: str, speaker: str | None, spans: Sequence[Span]) -> Span | None:
    """Where the name of a speaker stands nearest the evidence."""
    if not speaker:
        return None
    start, end = max(0, spans[0].start - _NEAR), min(len(text), spans[-1].end + _NEAR)
    folded, name = fold(text, start, end), fold(speaker).text
    places = []
    at = folded.text.find(name)
    while at >= 0 and name:
        places.append(folded.span(at, at + len(name)))
        at = folded.text.find(name, at + 1)
    return min(places, key=lambda span: (abs(span.start - spans[0].start), span), default=None)


def _chosen(base: Claim | None) -> tuple[float, tuple[str, ...]]:
    """The score of a claim that the model chose, and why; what the rules know to be no statement stays below."""
    before = base.score if base else offered_from()
    if base and before <= NEVER:
        return before, base.reasons
    score = round(max(before + (1 - before) * _CHOSEN, offered_from()), 4)
    return score, (f"the model chose it {score - before:+.2f}", *(base.reasons if base else ()))


def _dangling(language: str, text: str) -> list[str]:
    """Pronouns that open a claim: they point at what is not there."""
    rules = rules_for(language)
    tokens = tokenize(text, 0, len(text))
    return [
        token.text for token in tokens[:1] if token.word in (rules.pronouns | rules.demonstratives) - rules.definite
    ]


def _day_in(text: str, article: Article) -> ClaimDate | None:
    """The day that a wording itself gives, once its numbers were held against the article."""
    found = find_dates(text, 0, len(text), article.published, rules_for(article.language))
    return settle_date([each for each in found if each.kind == "day" and not each.worded])


def _finished(text: str) -> str:
    """A wording with a capital first and a mark last."""
    line = text[:1].upper() + text[1:]
    return line if line[-1:] in set('.!?…。！？؟।"”“»') else line + "."
