"""The day a claim is about where its own words do not say it: from the clause before, the sentence before, the act.

Only where one day can be meant: in a story told in the past, and for acts of speaking by someone who speaks on one day.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from claimcheck.records import ClaimDate, Role, Span
from claimcheck.split.dates.horizon import Horizon
from claimcheck.split.dates.mentions import Mention, find_dates
from claimcheck.split.dates.one_day import happened, has_happened, is_state, is_year, lasted, looks_back, was_over
from claimcheck.split.dates.stories import is_open, moved, told_year
from claimcheck.split.dates.years import find_years
from claimcheck.split.languages import Rules
from claimcheck.split.words.tense import tells_past
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import says

__all__ = ["Days"]

_SHORT = 30  # sentences a report about one day has at most
_BEGINNING = 5  # sentences within which it says which
_FRESH = 30  # days a report comes after the day it is about
_SCENE = 10  # sentences within which a day that is told holds for what happens
_ASIDE = 6  # that many where the article tells of other times too
_RUN = 3  # sentences of its paragraph for which a day in front of one holds
_OPENS = 6  # tokens within which a sentence says that it tells of another time
_OPENING = 3  # sentences within which the news has its day
_NEWS = 3  # days within which something is news
_RUNNING = re.compile(r"\b(?:[Dd]ieses Jahres|diesem Jahr|[Hh]euer|this year)\b")
_FRESH_NEWS = 8  # days within which what is told elsewhere in the article may be the day that is meant
_STEM = 5  # letters by which two words are taken for one
_TELLING = frozenset({"noun", "name", "adj", "fin", "pp", "inf"})
_FRONT = 4  # tokens within which a date stands at the front of its sentence


def _year_before(text: str, span: Span, sentence: Span, rules: Rules) -> str | None:
    """The only year of a sentence, where it stands at its front or right before a span: "1907, als am 21. März"."""
    years = list(find_years(text, sentence.start, sentence.end, rules))
    told = {text[each.start : each.end] for each in years}
    if len(told) != 1 or years[0].end > span.start:
        return None
    front = len(text[sentence.start : years[0].start].split()) < _FRONT - 1
    near = len(text[years[-1].end : span.start].split()) < _FRONT - 1
    return told.pop() if front or near else None


def _stems(tokens: Sequence[Token]) -> set[str]:
    """How the words begin that tell what a sentence is about."""
    return {each.word[:_STEM] for each in tokens if each.tag in _TELLING and len(each.word) > _STEM - 2}


def _last(sentences: Sequence[int], number: int) -> int:
    """The last of some sentences, in order, that does not stand behind ``number``; -1 where all do."""
    at = bisect_right(sentences, number)
    return sentences[at - 1] if at else -1


@dataclass(slots=True)
class Days:
    """The days an article has spoken of so far; sentences are known by how many stand before them."""

    rules: Rules
    anchor: date | None = None  # the one day of the sentence before
    year: str | None = None  # that the sentence before told of, where it is over
    carried: date | None = None  # that day, where this sentence carries on the story
    front: tuple[int, date] | None = None  # where this sentence puts a day in front of all its clauses
    number: int = 0  # of sentences read
    _told: dict[int, set[str]] = field(default_factory=dict)  # the days that the claims of each sentence give
    _told_in: list[int] = field(default_factory=list)  # those sentences
    _days: set[str] = field(default_factory=set)  # all these days
    _about: dict[int, set[str]] = field(default_factory=dict)  # the stems of each of the first sentences
    _elsewhen: list[int] = field(default_factory=list)  # sentences that tell of another time
    _aside: list[int] = field(default_factory=list)  # those that only look back, in passing
    _dated: list[int] = field(default_factory=list)  # those with dates
    _only_days: bool = True  # all these dates are days
    _fronts: dict[int, date] = field(default_factory=dict)  # the days that sentences put in front of what happened
    _starts: list[int] = field(default_factory=list)  # the first sentences of the paragraphs
    _weekdays: dict[int, date] = field(default_factory=dict)  # the coming days that weekdays stood for
    _scene: date | None = None  # the day of the story before this sentence
    _end: int = 0  # where the last sentence ended
    _spoken: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def mentions(
        self,
        text: str,
        span: Span,
        tokens: Sequence[Token],
        published: date | None,
        *,
        story: bool = True,
        sentence: Span | None = None,
    ) -> list[Mention]:
        """The dates in a span with these tokens; a day without a year is one of the year that ``sentence`` tells."""
        whole = sentence or span
        found = find_dates(
            text,
            span.start,
            span.end,
            published,
            self.rules,
            horizon=Horizon(tokens, self.rules, story=story),
            anchor=self.anchor,
            year=None if _RUNNING.search(text, whole.start, whole.end) else self.year,
            weekdays=self._weekdays,
            scene=self._scene,
        )
        if self._scene is None and self._days and str(published) not in self._days:
            found = [each for each in found if each.kind != "anchored" or each.date.value != str(published)]
        told = _year_before(text, span, sentence, self.rules) if sentence and any(map(is_open, found)) else None
        if told is None or published is None or int(told) >= published.year:
            return found
        return [moved(each, told, published) if is_open(each) else each for each in found]

    def open_sentence(self, text: str, span: Span, tokens: Sequence[Token], published: date | None) -> None:
        """A new sentence begins: a single day at its front holds for all its clauses."""
        self.front = None
        self.carried = self.anchor if self._goes_on(tokens) else None
        if not self._starts or "\n" in text[self._end : span.start]:
            self._starts.append(self.number)
        self._end = span.end
        self._scene = self.anchor or self._last_told(published)
        found = self.mentions(text, span, tokens, published)
        if looks_back(tokens, self.rules) and not any(each.date.precision == "day" for each in found):
            self._aside.append(self.number)
        if self._tells_elsewhen(tokens, found):
            self._elsewhen.append(self.number)
        days = [each for each in found if each.date.precision == "day"]
        own = tokens[0].tag in {"pp", "ing"} if tokens else False  # "Captured on May 1, they …": of that alone
        own = own or (bool(days) and self._is_inserted(tokens, days[0].span.start))
        if len(found) == 1 and days and not own and len(tokens) > _FRONT and days[0].span.start < tokens[_FRONT].start:
            self.front = (days[0].span.end, date.fromisoformat(days[0].date.value))
            self.anchor = self.front[1]
            if tells_past(list(tokens), self.rules) and not any(says(each, self.rules) for each in tokens):
                self._fronts[self.number] = self.front[1]

    def _is_inserted(self, tokens: Sequence[Token], start: int) -> bool:
        """Whether a date stands behind a comma: "Der Rat, am Montag einberufen, …", not "Sonntag, 15. März"."""
        before = [token for token in tokens[:_FRONT] if token.start < start]
        return any(two.text == "," and one.word not in self.rules.weekdays for one, two in pairwise(before))

    def close_sentence(self, text: str, span: Span, tokens: Sequence[Token], published: date | None) -> None:
        """A sentence is over: its one day is what "the next day" counts from."""
        found = self.mentions(text, span, tokens, published)
        self.year = told_year(found, published)
        if self.number <= _OPENING:
            self._about[self.number] = _stems(tokens)
        if found:
            self._dated.append(self.number)
            self._only_days &= all(each.date.precision == "day" for each in found)
        self.number += 1
        days = {each.date.value for each in found if each.date.precision == "day"}
        ahead = [date.fromisoformat(each.date.value) for each in found if each.kind == "weekday"]
        self._weekdays |= {each.weekday(): each for each in ahead if published and each > published}
        if len(days) == 1:
            self.anchor = date.fromisoformat(min(days))
        elif not self._goes_on(tokens) or found:
            self.anchor = None

    def _last_told(self, published: date | None) -> date | None:
        """The day last told of close before, where it is over: in the same paragraph, or some day of the news."""
        told = _last(self._told_in, self.number)
        if published is None or told < 0 or self.number - told > _SCENE or told < _last(self._elsewhen, self.number):
            return None
        day = date.fromisoformat(max(self._told[told]))
        if (published - day).days > _FRESH_NEWS and told < self._starts[-1]:
            return None
        return day if day <= published else None

    def inherited(self, tokens: Sequence[Token], start: int, *, granted: bool) -> ClaimDate | None:
        """The day of a clause that begins at ``start`` and has no date of its own.

        ``granted``: it is told in passing, as in "On Monday, a man who had robbed a bank was caught".
        """
        rules = self.rules
        if not happened(tokens, rules) or lasted(tokens, rules) or (granted and was_over(tokens, rules)):
            return None
        if self.front and start >= self.front[0]:
            return ClaimDate(self.front[1].isoformat(), "day")
        return ClaimDate(self.carried.isoformat(), "day") if self.carried and not is_state(tokens, rules) else None

    def _goes_on(self, tokens: Sequence[Token]) -> bool:
        """Whether a sentence carries on the story of the one before: a pronoun is what it is about."""
        words = [token for token in tokens if token.is_word][:2]
        first = words[0].word if words else ""
        told = first in self.rules.pointing and len(words) > 1 and words[1].word in self.rules.speech_verbs
        return told or (first in self.rules.subject_pronouns and happened(tokens, self.rules))

    def _tells_elsewhen(self, tokens: Sequence[Token], found: Sequence[Mention]) -> bool:
        """Whether a sentence leaves the day of the story: "Last spring …", "Vor zwei Jahren …"."""
        if not tokens or any(each.date.precision == "day" for each in found):
            return False
        front = tokens[min(_OPENS, len(tokens)) - 1].start
        return any(each.span.start <= front for each in found)

    def tell(self, mentions: Sequence[Mention]) -> None:
        """A claim gives these dates: not the day on which it was said, but the one it is about."""
        days = {each.date.value for each in mentions if each.date.precision == "day"}
        if not days:
            return
        if self.number not in self._told:
            self._told_in.append(self.number)
        self._told.setdefault(self.number, set()).update(days)
        self._days |= days

    def of_story(self, number: int, tokens: Sequence[Token], published: date | None) -> ClaimDate | None:
        """The day on which something happened: in front of a sentence close before, or that of a short report.

        The report names one day, at its beginning; a day long before it or after it is not the one it is about.
        """
        rules = self.rules
        over = was_over(tokens, rules) or has_happened(tokens, rules) or lasted(tokens, rules)
        if over or not happened(tokens, rules):
            return None
        if day := self._day_before(number):
            return ClaimDate(day.isoformat(), "day")
        short = self.number <= _SHORT and len(self._days) == 1 and self._told_in[0] <= _BEGINNING
        value = next(iter(self._days)) if short else None
        if value is None or (published and not 0 <= (published - date.fromisoformat(value)).days <= _FRESH):
            return None
        return ClaimDate(value, "day")

    def _day_before(self, number: int) -> date | None:
        """The day in front of a sentence close before, in the same paragraph and with no other date behind it."""
        told = _last(self._dated, number)
        if told < _last(self._starts, number) or not 0 < number - told <= _RUN:
            return None
        return self._fronts.get(told)

    def of_news(self, tokens: Sequence[Token], published: date | None, role: Role) -> ClaimDate | None:
        """The day of the news itself, for a headline or a lead without one: the only one told right behind them.

        A sentence that tells it must speak of the same thing.
        """
        if published is None or role not in {Role.HEADLINE, Role.LEAD}:
            return None
        rules, mine = self.rules, _stems(tokens)
        told = self._told_in[: bisect_right(self._told_in, _OPENING)]
        days = {value for each in told for value in self._told[each]}
        if len(days) != 1 or not any(mine & self._about.get(each, set()) for each in told):
            return None
        said = {token.word for token in tokens}
        words = rules.earlier_words | rules.ahead_words | rules.days.not_news | rules.days.rated | rules.negators
        other = bool(said & words) or was_over(tokens, rules) or lasted(tokens, rules)
        fresh = 0 <= (published - date.fromisoformat(min(days))).days <= _NEWS
        if other or not fresh or any(map(is_year, said)):
            return None
        state = said & rules.worth.copulas and not any(token.tag in {"pp", "ing"} for token in tokens)
        past = tells_past(list(tokens), rules)
        return ClaimDate(min(days), "day") if past or (role is Role.HEADLINE and not state) else None

    def in_scene(self, number: int, tokens: Sequence[Token]) -> bool:
        """Whether a clause of sentence ``number`` tells what happened close to where the day is named."""
        told = _last(self._told_in, number)
        if told < 0 or number - told > (_SCENE if self._only_days else _ASIDE) or is_state(tokens, self.rules):
            return False
        aside = _last(self._aside, number) >= max(told + 1, _last(self._starts, number))
        return not aside and _last(self._elsewhen, number) <= told

    def spoke(self, who: str | None, found: Sequence[Mention]) -> None:
        """Someone speaks on the day that the words around what is said give."""
        days = {each.date.value for each in found if each.date.precision == "day"}
        if who and len(days) == 1:
            self._spoken[who] |= days

    def of_act(self, who: str | None, evidence: Sequence[str]) -> ClaimDate | None:
        """The day of an act of speaking without a date: the only day on which its actor speaks in the article."""
        days = self._spoken.get(who or "", set())
        if len(days) != 1 or set(" ".join(evidence).casefold().split()) & self.rules.earlier_words:
            return None
        return ClaimDate(next(iter(days)), "day")
