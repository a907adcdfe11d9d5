"""Asking: what is known is not asked again, a busy server is waited for, a form it refuses becomes a plainer one."""

import threading
from collections.abc import Callable
from typing import Protocol

from claimcheck.errors.models import (
    LlmAnswerCutOff,
    LlmAnswerUnusable,
    LlmError,
    LlmFormatRefused,
    LlmGivenUp,
    LlmRefused,
)
from claimcheck.llm.cache import AnswerCache
from claimcheck.llm.meter import Meter
from claimcheck.llm.question import Answer, Form, Question, Reply, Usage, estimate_tokens
from claimcheck.llm.reading import read_rows
from claimcheck.llm.waiting import wait_before

__all__ = ["Asker", "Chat"]


class Chat(Protocol):
    """A server with a model; ``form`` is the firmest form of answer it is known to give."""

    form: Form

    def ask(self, question: Question, *, cap: int) -> Reply:
        """One answer of at most ``cap`` tokens, in the present form, asked for once.

        Raises:
            LlmError: there is none.
        """
        ...

    def close(self) -> None:
        """End what is under way."""
        ...


class Asker:
    """Asks a model, for several threads; what its server turns out not to take is remembered for the run."""

    def __init__(
        self, chat: Chat, meter: Meter, cache: AnswerCache, *, sleep: Callable[[float], object] | None = None
    ) -> None:
        self.chat, self.meter, self.cache = chat, meter, cache
        self._stopped = threading.Event()
        self._sleep = sleep or self._stopped.wait

    def begin(self) -> None:
        """Ask again after a stop."""
        self._stopped.clear()

    def stop(self) -> None:
        """Ask no more: what waits for a busy server is given up; an answer under way is paid for, and comes."""
        self._stopped.set()

    def knows(self, question: Question) -> bool:
        """Whether the answer is kept."""
        return self.cache.read(question.digest(*self.meter.terms.manner)) is not None

    def ask(self, question: Question) -> Answer:
        """The rows of an answer; only one that came whole and can be read is kept.

        Raises:
            LlmError: there is none, or none was asked for, since that could cost too much or has failed too often.
        """
        terms = self.meter.terms
        digest = question.digest(*terms.manner)
        if (kept := self.cache.read(digest)) is not None:
            self.meter.count_kept()
            return Answer(kept, kept=True)
        try:
            rows = self._rows(question)
        except LlmError as error:
            if error.counts:
                self.note(str(error))
            raise
        self.cache.write(digest, rows, model=terms.model, version=question.version)
        return Answer(rows)

    def note(self, failure: str | None, question: Question | None = None, *, kept: bool = False) -> None:
        """An answer was worth nothing, for this reason; None: it was worth something. Failures in a row end a run.

        The answer to a ``question`` that came to nothing is not kept: another time it may be a better one. One that
        was ``kept`` says nothing of how the server does now.
        """
        if not kept:
            self.meter.note(failure)
        if failure is not None and question is not None:
            self.cache.forget(question.digest(*self.meter.terms.manner))

    def _rows(self, question: Question) -> tuple[object, ...]:
        while True:
            form = self.chat.form
            try:
                reply = self._patiently(question)
            except LlmFormatRefused:
                if not self._step_down(form):
                    raise
                continue
            if reply.refusal or reply.finish == "content_filter":
                raise LlmRefused(self.meter.terms.host, reply.refusal or "content filter")
            if reply.finish == "length":
                raise LlmAnswerCutOff(self.meter.terms.host, self.meter.terms.max_output)
            rows = read_rows(reply.text, question.listed)
            if rows is not None:
                return rows
            if not self._step_down(form):
                said = "nothing" if not reply.text.strip() else "no JSON of the form asked for"
                raise LlmAnswerUnusable(self.meter.terms.host, said)

    def _step_down(self, form: Form) -> bool:
        """Ask less firmly from now on; False where that is not possible. Another thread may have done so already."""
        if form is Form.TEXT:
            return False
        if self.chat.form is form:
            self.chat.form = Form(form + 1)
        return True

    def _patiently(self, question: Question) -> Reply:
        attempt = 1
        while True:
            try:
                return self._once(question)
            except LlmError as error:
                attempt += 1
                wait = wait_before(attempt, error.retry_after)
                if attempt > error.tries or wait is None or self._stopped.is_set():
                    raise
            self._sleep(wait)

    def _once(self, question: Question) -> Reply:
        if self._stopped.is_set():
            raise LlmGivenUp(0, "stopped")
        share = self.meter.set_aside(question.tokens, question.expected)
        used: Usage | None = None
        try:
            reply = self.chat.ask(question, cap=share.completion)
            used = reply.usage or Usage(share.prompt, estimate_tokens(reply.text), estimated=True)
            return reply
        except LlmError as error:
            if error.charged:
                used = Usage(share.prompt, share.completion, estimated=True)
            raise
        finally:
            self.meter.settle(share, used)
