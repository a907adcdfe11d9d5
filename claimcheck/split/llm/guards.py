"""Whether a model's wording says what the article says: its numbers, names, negations and words, each held by itself.

What a guard cannot read (a language without lists) it lets pass only where digits, names and words still hold.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimcheck.records import CARRIERS, Article, Span
from claimcheck.split.languages import Rules, rules_for
from claimcheck.split.languages.word_lists import words
from claimcheck.split.llm.figures import Numbers, without_days
from claimcheck.split.llm.folding import fold
from claimcheck.split.llm.known import Known, word_parts
from claimcheck.split.llm.readers import Readers
from claimcheck.split.names.names import Names
from claimcheck.split.words.tagging import tagged
from claimcheck.split.words.tokens import Token, tokenize

__all__ = ["Guard", "Source"]

_STRANGE = 0.25  # share of its words that say something which a wording may have from elsewhere
_OWN = 0.4  # share that must stand in the sentences it is drawn from
_LONGEST = 600  # characters of a wording
_BY_YEAR = re.compile(r"[^\W\d_]{4,} (?:von|of|aus dem jahr) [12]\d{3}\b|\bthe [12]\d{3} [^\W\d_]{4,}")
_EVERYDAY = words(
    "jahr jahres jahre jahren monat monats tag tages tage tagen woche wochen stunde stunden mittag abend morgen nacht "
    "anfang ende mitte zeit fall rahmen grund teil mal uhr heute gestern"
)
_WITH_ARTICLE = frozenset({"am", "im", "ans", "ins", "beim", "vom", "zum", "zur"})


@dataclass(frozen=True, slots=True)
class Source:
    """What a wording is drawn from: its evidence, the sentences around it, and the days it may name."""

    evidence: str
    sentences: str  # those the evidence stands in
    around: tuple[str, ...] = ()  # what stands before them, the title
    days: tuple[str, ...] = ()  # ISO dates
    places: tuple[Span, ...] = ()  # where the evidence stands in ``sentences``
    resolved: tuple[str, ...] = ()  # what the rules put for words of the evidence
    near: str = ""  # the sentences before and behind, in which somebody is named who may be meant


class Guard:
    """Holds the wordings of one article against it."""

    def __init__(self, carried: str, language: str, readers: Readers) -> None:
        self.language, self.readers = language.split("-")[0], readers
        self.rules: Rules = rules_for(language)
        self.known = Known(carried)
        self._folded = fold(carried).text
        self._people = _lesser_people(carried, self.rules)
        self._reads = self.language in readers.languages

    @classmethod
    def of(cls, article: Article, readers: Readers) -> "Guard":
        """The guard of an article: its title and its blocks that can hold claims."""
        blocks = (each.span for each in article.blocks if each.role in CARRIERS)
        carried = "\n\n".join(article.text[span.start : span.end] for span in blocks)
        return cls("\n\n".join([carried, article.title or ""]), article.language, readers)

    def fault(self, text: str, source: Source) -> str | None:
        """What is wrong with a wording, in a word or two; None where nothing is."""
        if not text.strip() or len(text) > _LONGEST or "\n" in text.strip():
            return "form"
        return (
            self._strange_number(text, source)
            or self._strange_name(text)
            or self._swapped_name(text, source)
            or self._turned(text, source)
            or self._strange_words(text, source)
        )

    def reworded_fault(self, old: str, new: str, source: Source, open_words: Iterable[str]) -> str | None:
        """What is wrong with a new wording of a claim, which must keep all that the old one says but its open words."""
        if fault := self.fault(new, source):
            return fault
        if Numbers([old], self.language, self.readers).lost(new) is not None:
            return "number"
        if self._denials(old) != self._denials(new):
            return "negation"
        opened = {part.word for each in open_words for part in self._parts(each)}
        now = Known(new)
        lost = [
            part
            for part in self._parts(old)
            if not self._is_light(part) and part.word not in opened and not now.has(part.word, loosely=True)
        ]
        if any(part.capital and not self._opens(part, old) for part in lost):
            return "name"
        kept = sum(not self._is_light(part) for part in self._parts(old)) or 1
        if len(lost) > 0.2 * kept:
            return "words"
        strange = self.known.strangers(self._without_figures(new), light=self.readers.light)
        return "words" if next(strange, None) else None

    def knows_speaker(self, speaker: str) -> bool:
        """Whether every word of a speaker's name stands in the article, and no two people are made one."""
        parts = self._parts(speaker)
        if not parts or len(parts) > 12 or next(self.known.mistaken_people(speaker), None):
            return False
        return all(part.word in self.readers.light or self.known.has(part.word) for part in parts)

    def _strange_number(self, text: str, source: Source) -> str | None:
        texts = [source.sentences, *source.around, *self._named_by_year(text)]
        bare = without_days(text, source.days, self.rules)
        return "number" if Numbers(texts, self.language, self.readers).stray(bare) else None

    def _named_by_year(self, text: str) -> list[str]:
        """Things that go by a year, such as a treaty of 1987, where the article calls them so anywhere."""
        folded = fold(text).text
        return [found.group() for found in _BY_YEAR.finditer(folded) if found.group() in self._folded]

    def _strange_name(self, text: str) -> str | None:
        if next(self.known.mistaken_people(text), None):
            return "name"
        nouns = self._common_nouns(text)
        for part in self._parts(text):
            if not part.capital or self._is_light(part) or any(letter.isdigit() for letter in part.text):
                continue
            if part.word in self.rules.months or any(start <= part.start < end for start, end in nouns):
                continue  # which month is a number's business
            if not self.known.has(part.word, loosely=self.rules.comma_bound or self._opens(part, text)):
                return "name"
        return None

    def _common_nouns(self, text: str) -> list[tuple[int, int]]:
        """Where nouns stand that are no names, in a language that gives both a capital: behind an article or the like.

        The tagger alone takes many a village for a noun.
        """
        if not self.rules.comma_bound:
            return []
        tokens = tagged(tokenize(text, 0, len(text)), self.rules.code)
        found = []
        for before, token in pairwise(tokens):
            led = before.tag in {"art", "adj", "num"} or before.word in _WITH_ARTICLE
            if token.tag == "noun" and led and (token.word in _EVERYDAY or self.known.has_part_of(token.word)):
                found.append((token.start, token.end))
        return found

    def _names(self, text: str) -> set[str]:
        """The words of a text that are, or are part of, names."""
        light = self.readers.light | self.rules.titles | self.known.small | set(self.rules.months)
        if self.rules.comma_bound:
            tokens = tagged(tokenize(text, 0, len(text)), self.rules.code)
            named = word_parts(each for each in tokens if each.tag == "name" and each.capital)
            return {part.word for part in named if part.word not in light - self.known.small}
        light = light | set(self.rules.weekdays)
        parts = [part for part in self._parts(text) if part.capital and part.word not in light]
        return {part.word for part in parts if not self._opens(part, text) or part.word in self.known.capital}

    def _swapped_name(self, text: str, source: Source) -> str | None:
        """A name from elsewhere where the evidence has another one, or the rules put another one, that is gone."""
        near, around = Known(source.sentences), Known(" ".join([source.near, *source.around]))
        brought = [each for each in self._names(text) if not near.has(each)]
        if not brought:
            return None
        if not all(around.has(each) for each in brought if each in self._people):
            return "name"
        here = Known(text)
        if not all(here.has(each) for each in self._names(source.evidence)):
            return "name"
        meant = [names for each in source.resolved if (names := self._names(each))]
        return None if all(any(here.has(each) for each in names) for names in meant) else "name"

    @staticmethod
    def _opens(part: Token, text: str) -> bool:
        return not any(letter.isalnum() for letter in text[: part.start])

    def _turned(self, text: str, source: Source) -> str | None:
        """A denial made a statement or a statement a denial; an opposite put for its word."""
        if not self._reads:
            return None
        mine_denied, denied = self._denials(text), self._denials(source.evidence)
        if bool(mine_denied) != bool(denied) or mine_denied > denied:
            return "negation"
        if not denied and self._reached(text, source):
            return "negation"
        mine = self.readers.opposites(text, self.language)
        theirs = self.readers.opposites(" ".join([source.sentences, *source.around]), self.language)
        if any((axis, -side) in theirs and (axis, side) not in theirs for axis, side in mine):
            return "opposite"
        return None

    def _denials(self, text: str) -> int:
        return len(self.readers.negations(text)) if self._reads else 0

    def _reached(self, text: str, source: Source) -> bool:
        """Whether a negation outside the evidence bears on it: before it ("It is not true that …"), or behind it with
        words of the wording still to come ("hat die Brücke nicht gesperrt")."""
        whole, here, near = source.sentences, Known(text), Known(source.evidence)
        for each in self.readers.negations(whole):
            first, last = each.reach
            for place in source.places:
                if each.end <= place.start and first <= place.start and place.end - 1 <= last:
                    return True
                if each.start >= place.end and first <= place.start:
                    rest = (part for part in self._parts(whole[each.end : last]) if not self._is_light(part))
                    if any(here.has(part.word) and not near.has(part.word) for part in rest):
                        return True
        return False

    def _strange_words(self, text: str, source: Source) -> str | None:
        bare = self._without_figures(text)
        said = [part for part in self._parts(bare) if not self._is_light(part) and part.word[0].isalpha()]
        strange = sum(1 for _ in self.known.strangers(bare, light=self.readers.light))
        if strange > max(1, _STRANGE * len(said)):
            return "words"
        near = Known(source.sentences)
        own = sum(near.has(part.word, loosely=True) for part in said)
        return "evidence" if own < max(1, int(_OWN * len(said))) else None

    def _without_figures(self, text: str) -> str:
        """The text without its numbers, which are held by themselves, units and all."""
        for each in reversed(self.readers.figures(text, self.language)):
            text = text[: each.start] + " " + text[each.end :]
        return text

    def _is_light(self, part: Token) -> bool:
        return part.word in self.readers.light

    @staticmethod
    def _parts(text: str) -> Sequence[Token]:
        return list(word_parts(tokenize(text, 0, len(text))))


def _lesser_people(text: str, rules: Rules) -> frozenset[str]:
    """The words of full names in a text but those of the one that is named most, whom it is about throughout."""
    full = Names(text, rules).full
    counts = Counter(token.word for token in tokenize(text, 0, len(text)) if token.word in full)
    first = {surname for surname, count in counts.most_common(1) if count > 1}
    return frozenset(word.casefold() for surname, name in full.items() if surname not in first for word in name.split())
