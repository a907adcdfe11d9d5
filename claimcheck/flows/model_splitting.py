"""The splitter with a language model's help, wired: the desk's model, its key, its budget, what it answered before.

It says where the texts would go and what that would cost before anything is sent, and afterwards what it did cost.
"""

import threading
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors.models import LlmNotSet
from claimcheck.flows.reading import Outcome, SplitArticle
from claimcheck.llm import CACHE_FOLDER, AnswerCache, Asker, Coming, Limits, Meter, Terms, Threads, Usage, read_key
from claimcheck.match.relation.claim import claim_of
from claimcheck.match.relation.numbers import find_quantities
from claimcheck.match.relation.polarity import find_negations
from claimcheck.match.relation.words import LIGHT
from claimcheck.progress import Say, silent
from claimcheck.records import Article, Claim
from claimcheck.settings import LlmSettings
from claimcheck.split import RuleSplitter, Splitter
from claimcheck.split.llm import ChoosingMode, Mode, Readers, RewordingMode, Tally

if TYPE_CHECKING:
    from claimcheck.llm import Chat

__all__ = [
    "MODES",
    "ModelSplitter",
    "Plan",
    "article_readers",
    "format_cost",
    "open_model_splitter",
    "terms_of",
]

MODES: dict[str, Callable[[Readers], Mode]] = {"rewrite": RewordingMode, "split": ChoosingMode}
_NO_TURN = frozenset({"place", "time"})  # "ago" for "before" turns nothing round
_AHEAD = 2  # articles that may be under way for each question at a time


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run would ask: articles, questions not answered before, and about how much that is; None: no price."""

    articles: int
    questions: int
    kept: int
    usage: Usage
    cost: float | None


class ModelSplitter:
    """Claims of the rules, refined by a model; ``agree`` is asked before the first text is sent, and may raise."""

    def __init__(
        self,
        mode: Mode,
        asker: Asker,
        *,
        rules: Splitter | None = None,
        agree: Callable[[Plan, Terms], None] | None = None,
        say: Say = silent,
    ) -> None:
        self.rules, self.mode, self.asker, self._agree, self._say = rules or RuleSplitter(), mode, asker, agree, say
        self.terms = asker.meter.terms
        self.name = f"llm:{mode.version}:{self.terms.model}"
        self.tally = Tally()
        self._told: Counter[str] = Counter()
        self._lock = threading.Lock()

    def split(self, article: Article) -> list[Claim]:
        """All claims of one article, best first, without asking anybody whether that may cost something."""
        refined = self.mode.refine(article, self.rules.split(article), self.asker, self.name)
        self._note(article, refined.tally)
        return list(refined.claims)

    @contextmanager
    def agreed(self, articles: Sequence[Article]) -> Iterator["ModelSplitter"]:
        """Itself, for ``split`` of these articles, once somebody agreed; says at the end what it did cost.

        Raises:
            LlmError: nobody agreed.
        """
        self._agree_on([SplitArticle(each, tuple(self.rules.split(each))) for each in articles])
        try:
            yield self
        finally:
            self.close()
            self._sum_up()

    def close(self) -> None:
        """End the line to the model; a further question opens it again."""
        self.asker.chat.close()

    def _agree_on(self, found: Sequence[SplitArticle]) -> None:
        plan = self.plan(found)
        if plan.questions and self._agree:
            self._agree(plan, self.terms)

    def plan(self, found: Sequence[SplitArticle]) -> Plan:
        """What refining these articles would ask; nothing is sent."""
        asked, kept, usage = 0, 0, Usage(estimated=True)
        for each in found:
            for question in self.mode.questions(each.article, each.claims):
                if self.asker.knows(question):
                    kept += 1
                else:
                    asked += 1
                    usage += Usage(question.tokens, min(question.expected, self.terms.max_output))
        return Plan(len(found), asked, kept, usage, self.terms.cost(usage))

    def refine_all(self, found: Sequence[Outcome]) -> Iterator[Outcome]:
        """Each article with its refined claims, in order, several at a time; what cannot be refined as it was.

        Somebody is asked to agree right away, not with the first article.

        Raises:
            LlmError: nobody agreed, or no question would be answered: the key, the model or the address is wrong.
        """
        self._agree_on([each for each in found if isinstance(each, SplitArticle)])
        return self._in_order(found)

    def _in_order(self, found: Sequence[Outcome]) -> Iterator[Outcome]:
        self.asker.begin()
        threads = Threads(self.terms.parallel, self._refined)
        waiting = deque(found)
        ahead: deque[tuple[Outcome, Coming[SplitArticle] | None]] = deque()
        wait = True
        try:
            while waiting or ahead:
                while waiting and len(ahead) < self.terms.parallel * _AHEAD:
                    each = waiting.popleft()
                    ahead.append((each, threads.submit(each) if isinstance(each, SplitArticle) else None))
                each, coming = ahead.popleft()
                yield coming.result() if coming else each
        except (KeyboardInterrupt, GeneratorExit):
            wait = False
            raise
        finally:
            self.asker.stop()
            threads.end(wait=wait)  # an answer under way is paid for: it is kept
            self.asker.chat.close()
            self._sum_up()

    def _refined(self, found: SplitArticle) -> SplitArticle:
        refined = self.mode.refine(found.article, found.claims, self.asker, self.name)
        self._note(found.article, refined.tally)
        return replace(found, claims=refined.claims)

    def _note(self, article: Article, tally: Tally) -> None:
        where = article.origin or article.id
        with self._lock:
            self.tally += tally
            news = [why for why in dict.fromkeys(tally.failures) if why not in self._told]
            self._told.update(tally.failures)
        for why in news:  # once for each reason: an hour of them would bury everything else
            self._say(f"{where}: by the rules where the model was of no use: {why}")
        if tally.suspicious:
            self._say(
                f"{where}: {tally.suspicious} sentence{'s' * (tally.suspicious > 1)} that seem to give a model orders: "
                "their claims are the rules'"
            )

    def _sum_up(self) -> None:
        """Say what it cost and what came of it; nothing where nothing was asked."""
        meter, tally = self.asker.meter, self.tally
        if not (meter.calls or meter.kept or tally.failures):
            return
        used = meter.used
        about = "about " if used.estimated else ""
        cost = self.terms.cost(used)
        price = f", {about}{format_cost(cost, self.terms)}" if cost is not None else ""
        kept = f", {meter.kept} known from before" if meter.kept else ""
        self._say(
            f"{self.terms.model}: {meter.calls} answer{'s' * (meter.calls != 1)}{kept}; {about}{used.prompt:,} tokens "
            f"sent, {used.completion:,} answered{price}"
        )
        refused = ", ".join(f"{count} {what}" for what, count in sorted(tally.rejected.items()))
        what = "wordings" if self.mode.name == "rewrite" else "claims"
        line = f"{tally.taken} of {tally.proposed} {what} taken"
        line += f", {tally.doubles} said twice" if tally.doubles else ""
        line += f"; refused: {refused}" if refused else ""
        line += f"; {tally.restored} of the rules' stand instead" if tally.restored else ""
        failed = len(tally.failures)
        line += f"; {failed} question{'s' * (failed != 1)} without a usable answer" if failed else ""
        self._say(line)


def format_cost(cost: float, terms: Terms) -> str:
    """A sum of money, with as many decimals as a small one needs."""
    return f"{cost:.2f} {terms.currency}" if cost >= 0.1 else f"{cost:.4f} {terms.currency}"


def terms_of(settings: LlmSettings, *, url: str | None = None, model: str | None = None) -> Terms:
    """The desk's model, with what a command says instead.

    Raises:
        LlmNotSet: nothing says where it is, or which.
    """
    at, which = url or settings.url, model or settings.model
    if not at:
        raise LlmNotSet("the address of its server", "--llm-url")
    which = " ".join((which or "").split())
    if not which:
        raise LlmNotSet("its name", "--llm-model")
    elsewhere = (url or settings.url) != settings.url or (model or settings.model) != settings.model
    return Terms(
        url=at,
        model=which,
        timeout=settings.timeout,
        max_output=settings.max_output,
        temperature=settings.temperature,
        seed=settings.seed,
        price_in=None if elsewhere else settings.price_in,  # the price is that model's
        price_out=None if elsewhere else settings.price_out,
        currency=settings.currency,
        parallel=settings.parallel,
    )


def open_model_splitter(
    mode: str,
    settings: LlmSettings,
    *,
    folder: Path | None,
    url: str | None = None,
    model: str | None = None,
    limits: Limits | None = None,
    agree: Callable[[Plan, Terms], None] | None = None,
    say: Say = silent,
    chat: "Chat | None" = None,
) -> ModelSplitter:
    """The splitter for a workspace ``folder``, in which answers are kept; None keeps them for this run alone.

    ``limits`` go before the settings'. ``chat`` instead of a connection is for whoever has one.

    Raises:
        LlmNotSet, LlmKeyUnusable, LlmPriceUnknown, ExtraMissing: the model cannot be asked.
    """
    terms = terms_of(settings, url=url, model=model)
    given = limits or Limits()
    meter = Meter(
        terms,
        Limits(
            settings.max_cost if given.cost is None else given.cost,
            settings.max_tokens if given.tokens is None else given.tokens,
        ),
    )
    if chat is None:
        from claimcheck.llm.connection import OpenAiChat

        key_file = Path(settings.key_file).expanduser() if settings.key_file else None
        here = key_file if key_file is None or key_file.is_absolute() or folder is None else folder / key_file
        chat = OpenAiChat(terms, read_key(here))
    cache = AnswerCache(folder / CACHE_FOLDER if folder else None)
    return ModelSplitter(MODES[mode](article_readers()), Asker(chat, meter, cache), agree=agree, say=say)


def article_readers() -> Readers:
    """What finds numbers, negations and opposites when a wording is held against an article."""
    return Readers(
        figures=find_quantities,
        negations=find_negations,
        opposites=lambda text, language: frozenset(
            (cue.axis, cue.side) for cue in claim_of(text, language).opposites if cue.sense not in _NO_TURN
        ),
        light=LIGHT,
    )
