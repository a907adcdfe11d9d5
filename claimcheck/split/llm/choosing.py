"""A model chooses, resolves and splits; what it says is taken only where it stands in the article and changes nothing.

Where a proposal is refused, the rules' claims of its sentence stand as they were; what the model left out is kept too,
further down.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.errors.models import LlmAnswerCutOff, LlmError, LlmQuestionTooLong
from claimcheck.llm import Answer, Question
from claimcheck.records import Article, Claim, Span
from claimcheck.split.llm.grounding import ground
from claimcheck.split.llm.guards import Guard
from claimcheck.split.llm.making import left_out, make_claim, with_ids
from claimcheck.split.llm.numbered import Numbered, Part, cut_in_two, find_parts, number_sentences
from claimcheck.split.llm.orders import gives_orders
from claimcheck.split.llm.prompt import CHOOSING_VERSION, choosing_question
from claimcheck.split.llm.readers import Readers
from claimcheck.split.llm.rows import ProposedClaim, read_claim
from claimcheck.split.llm.sources import draw, overlap, touched
from claimcheck.split.llm.tally import Asks, Refined, Tally

__all__ = ["ChoosingMode"]

_REPLACED = 0.5  # share of a rule claim's characters that a taken claim must cover to stand for it
_DOUBLE = 0.8  # share in common of two claims that are one, told in two answers
_SILENT = 0.25  # share of the offered sentences that an answer must touch to count as a choice
_FEW = 4  # offered sentences below which an empty answer may be right
_MOST = 300  # claims of one answer that are looked at
_HALVINGS = 2  # how often a part whose answer broke off is cut in two


@dataclass(slots=True)
class _Work:
    """What is known while an article is worked on."""

    article: Article
    found: Sequence[Claim]
    sentences: list[Numbered]
    beside: dict[int, list[Claim]]  # the rules' claims of each sentence
    guard: Guard
    suspects: frozenset[int]  # sentences that give orders
    tally: Tally
    taken: list[Claim]
    failed: set[int]  # sentences with no answer
    refused: set[int]  # sentences a refused proposal was about


class ChoosingMode:
    """The model chooses claims, resolves and splits them; ``readers`` find numbers, negations and opposites."""

    name = "split"
    version = CHOOSING_VERSION

    def __init__(self, readers: Readers) -> None:
        self._readers = readers

    def questions(self, article: Article, found: Sequence[Claim]) -> list[Question]:
        """One question a part of the article."""
        return [choosing_question(article, part) for part in find_parts(number_sentences(article))] if found else []

    def refine(self, article: Article, found: Sequence[Claim], asks: Asks, method: str) -> Refined:
        """The claims after the model was asked, best first; where it has no usable answer, those of the rules."""
        sentences = number_sentences(article)
        guard = Guard.of(article, self._readers)
        orders = (each.number for each in sentences if gives_orders(article.text[each.span.start : each.span.end]))
        beside: dict[int, list[Claim]] = defaultdict(list)
        for claim in found:
            for each in touched(sentences, claim.spans):
                beside[each.number].append(claim)
        work = _Work(article, found, sentences, beside, guard, frozenset(orders), Tally(), [], set(), set())
        work.tally.suspicious = len(work.suspects)
        for part in find_parts(sentences) if found else []:
            self._ask_part(work, part, asks, method)
        return Refined(tuple(_joined(work)), work.tally)

    def _ask_part(self, work: _Work, part: Part, asks: Asks, method: str, halved: int = 0) -> None:
        question = choosing_question(work.article, part)
        try:
            answer = asks.ask(question)
        except (LlmAnswerCutOff, LlmQuestionTooLong) as error:
            halves = cut_in_two(part) if halved < _HALVINGS else None
            if halves is None:
                _give_up(work, part, error)
                asks.note(str(error))
            for half in halves or ():
                self._ask_part(work, half, asks, method, halved + 1)
            return
        except LlmError as error:
            if error.final:
                raise
            _give_up(work, part, error)
            return
        fault = _take_answer(work, part, answer, method)
        asks.note(fault, question, kept=answer.kept)


def _give_up(work: _Work, part: Part, error: LlmError) -> None:
    work.tally.failures.append(str(error))
    work.failed |= {each.number for each in part.own}


def _take_answer(work: _Work, part: Part, answer: Answer, method: str) -> str | None:
    """Take what holds of an answer; where it is nonsense, or silence where much is said, set it aside and say why."""
    why = None
    tally, taken, refused = Tally(), list[Claim](), set[int]()
    for row in answer.rows[:_MOST]:
        tally.proposed += 1
        proposal = read_claim(row)
        if proposal is None:
            tally.rejected["form"] += 1
            continue
        claim = _examined(work, part, proposal, method)
        if isinstance(claim, str):
            tally.rejected[claim] += 1
            refused |= set(proposal.sentences)
        elif _is_double(claim, [*work.taken[-_MOST:], *taken]):  # only neighbouring parts overlap
            tally.doubles += 1
        else:
            taken.append(claim)
    offered = {
        each.number
        for claim in work.found
        if claim.checkable
        for each in touched(part.own, claim.spans)
        if each.number not in work.suspects
    }
    chosen = {each.number for claim in taken for each in touched(part.own, claim.spans)}
    if tally.nonsense or (len(offered) >= _FEW and len(offered & chosen) < _SILENT * len(offered)):
        why = "nonsense" if tally.nonsense else f"silent on all but {len(offered & chosen)} of {len(offered)} sentences"
        tally.failures.append(f"the answer was set aside: {why}")
        work.failed |= {each.number for each in part.own}
    else:
        tally.taken = len(taken)
        work.taken += taken
        work.refused |= refused
    work.tally += tally
    return why


def _examined(work: _Work, part: Part, proposal: ProposedClaim, method: str) -> Claim | str:
    """The claim that a proposal makes, or what is wrong with it."""
    shown = {each.number: each for each in part.sentences}
    cited = [shown[number] for number in proposal.sentences if number in shown]
    if not cited:
        return "sentence"
    spans: list[Span] = []
    for quote in proposal.quotes:
        places = ground(work.article.text, quote, cited, part.sentences)
        if places is None:
            return "evidence"
        spans += places
    merged = _merged(spans)
    here = touched(work.sentences, merged)
    if any(each.number in work.suspects for each in here):
        return "orders"
    beside = list({claim.id: claim for each in here for claim in work.beside[each.number]}.values())
    fault = work.guard.fault(proposal.text, draw(work.article, work.sentences, merged, beside))
    if fault is None and proposal.speaker and not work.guard.knows_speaker(proposal.speaker):
        fault = "speaker"
    return fault or make_claim(work.article, proposal, tuple(merged), here, beside, method)


def _merged(spans: Sequence[Span]) -> list[Span]:
    """Spans in text order, those that touch or overlap as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _is_double(claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether one of the others says the same of the same place."""
    for other in others:
        shared = sum(overlap(a, b) for a in claim.spans for b in other.spans)
        both = _size(claim.spans) + _size(other.spans) - shared
        if shared >= _DOUBLE * both and (claim.text.casefold() == other.text.casefold() or claim.spans != other.spans):
            return True
    return False


def _joined(work: _Work) -> list[Claim]:
    """The claims taken, and of the rules' those that none of them stands for: as they were where the model gave no
    answer or a refused one, further down where it chose others."""
    chosen: dict[int, list[Claim]] = defaultdict(list)
    for claim in work.taken:
        for each in touched(work.sentences, claim.spans):
            chosen[each.number].append(claim)
    kept: list[Claim] = []
    for claim in work.found:
        here = {each.number for each in touched(work.sentences, claim.spans)}
        others = {id(each): each for number in here for each in chosen.get(number, ())}.values()
        covered = sum(overlap(mine, span) for mine in claim.spans for each in others for span in each.spans)
        if covered >= _REPLACED * _size(claim.spans):
            continue
        if here & work.refused:
            work.tally.restored += 1
            kept.append(claim)
        elif here & work.failed or work.suspects or not here:
            kept.append(claim)
        else:
            kept.append(left_out(claim, among=bool(others)))
    return with_ids(work.article, [*kept, *work.taken])


def _size(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans)
