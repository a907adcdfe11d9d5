"""The day a claim is about where its own words do not say it: from the clause before, the sentence before, the act.

Only where one day can be meant: in a story told in the past, and for acts of speaking by someone who speaks on one day.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from claimcheck.records import ClaimDate, Span
from claimcheck.split.dates import Mention, find_dates, settle_date
from claimcheck.split.languages import Rules
from claimcheck.split.tokens import Token

__all__ = ["Days", "looks_ahead"]

_FRONT = 4  # tokens within which a date stands at the front of its sentence


def looks_ahead(tokens: Sequence[Token], rules: Rules) -> bool:
    """Whether a clause speaks of what is still to come: "will", "is due on", "soll bis zum".

    Hearsay about the past does not: "soll am Montag gegangen sein".
    """
    said = [token.word for token in tokens if token.is_word]
    if said and said[-1] in rules.perfect_ends:
        return False
    for at, word in enumerate(said):
        if word not in rules.ahead_words:
            continue
        causal = word == "due" and said[at + 1 : at + 2] == ["to"] and said[at + 2 : at + 3] != ["be"]
        was = at > 0 and said[at - 1] in rules.past_forms
        if not causal and not was:
            return True
    return False


@dataclass(slots=True)
class Days:
    """The days an article has spoken of so far."""

    rules: Rules
    anchor: date | None = None  # the one day of the sentence before
    front: tuple[int, date] | None = None  # where this sentence puts a day in front of all its clauses
    _spoken: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def mentions(self, text: str, span: Span, published: date | None, *, ahead: bool) -> list[Mention]:
        """The dates in a span."""
        return find_dates(text, span.start, span.end, published, self.rules, ahead=ahead, anchor=self.anchor)

    def open_sentence(self, text: str, span: Span, tokens: Sequence[Token], published: date | None) -> None:
        """A new sentence begins: a single day at its front holds for all its clauses."""
        self.front = None
        found = self.mentions(text, span, published, ahead=looks_ahead(tokens, self.rules))
        days = [each for each in found if each.date.precision == "day"]
        if len(found) == 1 and days and len(tokens) > _FRONT and days[0].span.start < tokens[_FRONT].start:
            self.front = (days[0].span.end, date.fromisoformat(days[0].date.value))

    def close_sentence(self, text: str, span: Span, tokens: Sequence[Token], published: date | None) -> None:
        """A sentence is over: its one day is what "the next day" counts from."""
        found = self.mentions(text, span, published, ahead=looks_ahead(tokens, self.rules))
        settled = settle_date([each for each in found if each.date.precision == "day"])
        if settled and settled.precision == "day":
            self.anchor = date.fromisoformat(settled.value)
        elif not self._goes_on(tokens) or found:
            self.anchor = None

    def inherited(self, tokens: Sequence[Token], start: int, *, leads: bool) -> ClaimDate | None:
        """The day of a clause without a date of its own; ``leads``: it is what its sentence begins with."""
        if not self._past(tokens):
            return None
        if self.front and start >= self.front[0]:
            return ClaimDate(self.front[1].isoformat(), "day")
        if leads and self.anchor and self._goes_on(tokens):
            return ClaimDate(self.anchor.isoformat(), "day")
        return None

    def _past(self, tokens: Sequence[Token]) -> bool:
        said = {token.word for token in tokens}
        past = said & self.rules.past_forms or any(word.endswith("ed") for word in said if self.rules.month_first)
        return bool(past) and not said & (self.rules.earlier_words | self.rules.ahead_words)

    def _goes_on(self, tokens: Sequence[Token]) -> bool:
        """Whether a sentence carries on the story of the one before: a pronoun is what it is about."""
        words = [token for token in tokens if token.is_word][:2]
        return any(token.word in self.rules.subject_pronouns for token in words[:1]) and self._past(tokens)

    def spoke(self, who: str | None, found: Sequence[Mention]) -> None:
        """Someone speaks on the day that the words around what is said give."""
        days = {each.date.value for each in found if each.date.precision == "day"}
        if who and len(days) == 1:
            self._spoken[who] |= days

    def of_act(self, who: str | None, tokens: Sequence[Token]) -> ClaimDate | None:
        """The day of an act of speaking without a date: the only day on which its actor speaks in the article."""
        days = self._spoken.get(who or "", set())
        if len(days) != 1 or {token.word for token in tokens} & self.rules.earlier_words:
            return None
        return ClaimDate(next(iter(days)), "day")
