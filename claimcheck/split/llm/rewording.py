"""The cheaper way: the rules find and split, and a model only words those claims anew that need what stood before them.

A new wording is taken where it keeps every number, name and negation of the old one and adds the article's words only.
"""

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from claimcheck.errors.models import LlmAnswerCutOff, LlmError, LlmQuestionTooLong
from claimcheck.llm import Answer, Question
from claimcheck.records import Article, Claim, Substitution
from claimcheck.split.llm.guards import Guard
from claimcheck.split.llm.numbered import Numbered, number_sentences
from claimcheck.split.llm.orders import gives_orders
from claimcheck.split.llm.prompt import REWORDING_VERSION, rewording_question
from claimcheck.split.llm.readers import Readers
from claimcheck.split.llm.rows import read_rewrite
from claimcheck.split.llm.sources import draw, touched
from claimcheck.split.llm.tally import Asks, Refined, Tally
from claimcheck.split.words.tokens import tokenize

__all__ = ["RewordingMode"]

_BATCH = 20  # claims in a question
_BEFORE = 4  # sentences shown before a claim's own
_OPENING = 2  # sentences of the article that are always shown

_Batch = Sequence[tuple[int, Claim]]


@dataclass(slots=True)
class _Work:
    """What is known while an article is worked on, and what came of it."""

    article: Article
    found: Sequence[Claim]
    sentences: Sequence[Numbered]
    guard: Guard
    asks: Asks
    method: str
    tally: Tally
    worded: dict[str, Claim]


class RewordingMode:
    """The model words offered claims that need context; ``readers`` find numbers, negations and opposites."""

    name = "rewrite"
    version = REWORDING_VERSION

    def __init__(self, readers: Readers) -> None:
        self._readers = readers

    def questions(self, article: Article, found: Sequence[Claim]) -> list[Question]:
        """A question for some claims at a time; none where no offered claim needs context."""
        sentences = number_sentences(article)
        return [_question(article, sentences, batch) for batch in _batches(_open_claims(article, sentences, found))]

    def refine(self, article: Article, found: Sequence[Claim], asks: Asks, method: str) -> Refined:
        """The rules' claims, those that the model worded well with that wording; order, ids and places stay."""
        sentences = number_sentences(article)
        work = _Work(article, found, sentences, Guard.of(article, self._readers), asks, method, Tally(), {})
        for batch in _batches(_open_claims(article, sentences, found)):
            _ask_batch(work, batch)
        return Refined(tuple(work.worded.get(claim.id, claim) for claim in found), work.tally)


def _ask_batch(work: _Work, batch: _Batch) -> None:
    """Ask for wordings of some claims, of fewer at a time where the answer breaks off."""
    question = _question(work.article, work.sentences, batch)
    try:
        answer = work.asks.ask(question)
    except (LlmAnswerCutOff, LlmQuestionTooLong) as error:
        half = len(batch) // 2
        if half > 2:  # a model that breaks off at two or three claims will at one
            _ask_batch(work, batch[:half])
            _ask_batch(work, batch[half:])
        else:
            work.tally.failures.append(str(error))
            work.asks.note(str(error))
        return
    except LlmError as error:
        if error.final:
            raise
        work.tally.failures.append(str(error))
        return
    part = _take_answer(work, batch, answer)
    if part.proposed:
        work.asks.note("nonsense" if part.nonsense else None, question, kept=answer.kept)
    work.tally += part


def _take_answer(work: _Work, batch: _Batch, answer: Answer) -> Tally:
    """Take the wordings that hold, at most one a claim, and say what became of all."""
    tally, seen = Tally(), set[int]()
    for row in answer.rows:
        rewrite = read_rewrite(row)
        if rewrite is None or not 1 <= rewrite[0] <= len(batch) or rewrite[0] in seen:
            tally.proposed += 1
            tally.rejected["form"] += 1
            continue
        number, text = rewrite
        seen.add(number)
        claim = batch[number - 1][1]
        if text is None or text == claim.text:
            continue
        tally.proposed += 1
        here = touched(work.sentences, claim.spans)
        beside = [each for each in work.found if touched(here, each.spans)]
        source = draw(work.article, work.sentences, claim.spans, beside)
        fault = work.guard.reworded_fault(claim.text, text, source, claim.context.unresolved)
        if fault:
            tally.rejected[fault] += 1
            tally.restored += 1
        else:
            tally.taken += 1
            work.worded[claim.id] = _worded(work.article, claim, text, work.method)
    return tally


def _open_claims(
    article: Article, sentences: Sequence[Numbered], found: Sequence[Claim]
) -> Iterator[tuple[int, Claim]]:
    """Offered claims that need context, with the number of their sentence, in text order; none that gives orders."""
    for claim in sorted(found, key=lambda each: (each.spans, each.id)):
        if not (claim.checkable and claim.needs_context):
            continue
        here = touched(sentences, claim.spans)
        if here and not any(gives_orders(article.text[each.span.start : each.span.end]) for each in here):
            yield here[0].number, claim


def _batches(claims: Iterator[tuple[int, Claim]]) -> Iterator[_Batch]:
    while batch := list(islice(claims, _BATCH)):
        yield batch


def _question(article: Article, sentences: Sequence[Numbered], batch: _Batch) -> Question:
    shown = set(range(1, _OPENING + 1))
    for number, claim in batch:
        last = max((each.number for each in touched(sentences, claim.spans)), default=number)
        shown |= set(range(number - _BEFORE, last + 1))
    return rewording_question(article, [each for each in sentences if each.number in shown], batch)


def _worded(article: Article, claim: Claim, text: str, method: str) -> Claim:
    """The claim with the new wording; what it says of its own words is brought up to date."""
    line = text[:1].upper() + text[1:]
    words = {token.word for token in tokenize(line, 0, len(line))}
    still = tuple(each for each in claim.context.unresolved if {t.word for t in tokenize(each, 0, len(each))} <= words)
    return replace(
        claim,
        text=line if line[-1:] in '.!?…"”“»' else line + ".",
        context=replace(claim.context, unresolved=still),
        needs_context=bool(still),
        substitutions=tuple(sorted([*claim.substitutions, *_changes(article, claim, line)], key=lambda s: s.span)),
        method=method,
    )


def _changes(article: Article, claim: Claim, text: str) -> Iterator[Substitution]:
    """What the new wording puts for words that stand once in the evidence."""
    old, new = tokenize(claim.text, 0, len(claim.text)), tokenize(text, 0, len(text))
    matcher = difflib.SequenceMatcher(None, [t.word for t in old], [t.word for t in new], autojunk=False)
    done = {each.span for each in claim.substitutions}
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "replace":
            continue
        original = claim.text[old[a].start : old[b - 1].end]
        replacement = text[new[c].start : new[d - 1].end]
        for span in claim.spans:
            stretch = article.text[span.start : span.end]
            place = stretch.casefold().find(original.casefold())
            if place < 0 or len(stretch.casefold()) != len(stretch):
                continue
            at = type(span)(span.start + place, span.start + place + len(original))
            if at not in done:
                yield Substitution(at, article.text[at.start : at.end], replacement)
            break
