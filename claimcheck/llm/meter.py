"""What a run may use and has used, and when it is better to stop asking."""

import threading
from dataclasses import dataclass

from claimcheck.errors.models import LlmBudgetSpent, LlmGivenUp, LlmPriceUnknown
from claimcheck.llm.question import Usage
from claimcheck.llm.terms import Terms

__all__ = ["Limits", "Meter"]

_FAILURES = 3  # questions in a row that come to nothing, after which no more are asked


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that a run may cost, in the terms' currency, and use in tokens; None: no limit."""

    cost: float | None = None
    tokens: int | None = None


class Meter:
    """Counts tokens and failures of a run, for several threads.

    What a question may use at worst is set aside before it is asked, so that a limit holds whatever comes back.
    """

    def __init__(self, terms: Terms, limits: Limits | None = None) -> None:
        self.terms, self.limits = terms, limits or Limits()
        if self.limits.cost is not None and terms.cost(Usage()) is None:
            raise LlmPriceUnknown
        self.used = Usage()
        self.calls = self.kept = 0
        self._aside = Usage()
        self._failures = 0
        self._last = ""
        self._lock = threading.Lock()

    def set_aside(self, prompt: int, expected: int) -> Usage:
        """Tokens for a question: its own, and the most its answer may have; less than usual near a limit.

        Raises:
            LlmBudgetSpent: what is left does not hold the question and an answer as it is ``expected``.
            LlmGivenUp: too many questions in a row failed.
        """
        with self._lock:
            if self._failures >= _FAILURES:
                raise LlmGivenUp(self._failures, self._last)
            room = self._room(prompt)
            cap = self.terms.max_output if room is None else min(self.terms.max_output, room)
            if cap < min(expected, self.terms.max_output) or cap < 1:
                raise LlmBudgetSpent(self._said())
            share = Usage(prompt, cap)
            self._aside += share
            return share

    def settle(self, share: Usage, used: Usage | None) -> None:
        """Replace what was set aside by what was used; None: nothing, for there was no answer."""
        with self._lock:
            self._aside = Usage(self._aside.prompt - share.prompt, self._aside.completion - share.completion)
            if used is not None:
                self.used += used
                self.calls += 1

    def count_kept(self) -> None:
        """An answer was known from before."""
        with self._lock:
            self.kept += 1

    def note(self, failure: str | None) -> None:
        """A question came to nothing, for this reason; None: it came to something."""
        with self._lock:
            self._failures = 0 if failure is None else self._failures + 1
            self._last = failure or ""

    def _room(self, prompt: int) -> int | None:
        """How many tokens the answer to such a question may have; None: any."""
        taken = self.used + self._aside
        rooms = []
        if self.limits.tokens is not None:
            rooms.append(self.limits.tokens - taken.total - prompt)
        if self.limits.cost is not None:
            left = self.limits.cost - (self.terms.cost(taken + Usage(prompt)) or 0.0)
            each = self.terms.cost(Usage(0, 1)) or 0.0
            rooms.append(self.terms.max_output if not each and left >= 0 else int(left / each) if each else -1)
        return min(rooms) if rooms else None

    def _said(self) -> str:
        limits = self.limits
        said = [f"{limits.cost:g} {self.terms.currency}"] if limits.cost is not None else []
        return " and ".join(said + ([f"{limits.tokens:,} tokens"] if limits.tokens is not None else []))
