"""One claim taken apart: its words, numbers, dates, places, roles, negations and opposites, found once."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from claimcheck.match.relation.cues import pattern, patterns, words_in
from claimcheck.match.relation.gazetteer import Named, find_named, keys_of
from claimcheck.match.relation.idioms import read_idioms
from claimcheck.match.relation.numbers import find_quantities
from claimcheck.match.relation.polarity import (
    Cue,
    find_corrections,
    find_hedges,
    find_negations,
    find_opposites,
    find_plans,
    tense,
)
from claimcheck.match.relation.quantity import Quantity
from claimcheck.match.relation.seats import countries_meant
from claimcheck.match.relation.separable import join_verbs
from claimcheck.match.relation.times import Moment, find_moments
from claimcheck.match.relation.words import words_of

__all__ = ["Claim", "Part", "claim_of"]

_LABEL = re.compile(pattern("label"), re.IGNORECASE)  # Fact check:, No,
_ASIDES = [re.compile(each, re.IGNORECASE) for each in patterns()["aside"]]  # who says so
_PALE = words_in("says little")

Part = Cue | Quantity | Moment | Named


class Claim:
    """The parts of one text. What stands inside a date is no number, inside a number no negation and no opposite.

    ``unknown`` says of which scales of opposites (numbers) and senses (keys) nothing is known: a fit learns what to
    make of words that no list has.
    """

    def __init__(self, text: str, language: str, *, unknown: Callable[[int | str], bool] | None = None) -> None:
        self.text, self.language = text, language
        self.words = read_idioms(text, words_of(text, language), language)
        self.moments = find_moments(text, self.words)
        self.quantities = [each for each in find_quantities(text, language) if not _inside(each, self.moments)]
        taken: list[Part] = [*self.quantities, *self.moments]
        self.places = find_named("places", text, self.words)
        self.roles = find_named("roles", text, self.words)
        wide = [each for each in self.roles if each.last > each.first]
        self.places = [each for each in self.places if not _inside(each, [*wide, *self.moments])]
        self.roles = [each for each in self.roles if not _inside(each, self.places)]
        self.kinds = find_named("kinds", text, self.words)
        self.senses = find_named("senses", text, self.words)
        plain = self.words
        if language == "de":
            self.words, joined = join_verbs(text, plain)
        else:
            joined = {}
        self.corrections = find_corrections(text)
        self.negations = [each for each in find_negations(text) if not _inside(each, self.quantities)]
        self.hedges = find_hedges(text)
        self.plans = find_plans(text, language)
        self.tense = tense(text, language)
        self.opposites = [each for each in find_opposites(plain) if not _inside(each, [*taken, *self.negations])]
        if unknown is not None:
            self.opposites = [each for each in self.opposites if not unknown(each.axis)]
            self.senses = [each for each in self.senses if not unknown(each.key)]
        self.keys: dict[int, str] = {}  # word number -> key of the list entry it belongs to
        for source, found in (("kinds", self.kinds), ("roles", self.roles), ("places", self.places)):
            for each in found:
                for number in range(each.first, each.last + 1):
                    self.keys[number] = f"{source}:{each.key}"
        self.meanings: dict[int, set[str]] = {}  # word number -> what says the same: senses, ends of scales
        for each in self.senses:
            for number in range(each.first, each.last + 1):
                self.meanings.setdefault(number, set()).add(each.key)
        for number in self.meanings:  # a word may say several things
            more = keys_of("senses", (self.words[number].low,))
            self.meanings[number].update(each for each in more if unknown is None or not unknown(each))
        for number, parts in joined.items():
            for key in keys_of("senses", parts):
                if unknown is not None and unknown(key):
                    continue
                self.meanings.setdefault(number, set()).add(key)
        at = {word.start: number for number, word in enumerate(self.words)}
        for cue in self.opposites:
            self.meanings.setdefault(at[cue.start], set()).add(f"{cue.axis}:{cue.side}")
        asides = [found.span() for form in _ASIDES for found in form.finditer(text)]
        if label := _LABEL.match(text):
            asides.append(label.span())
            self.negations = [each for each in self.negations if each.start >= label.end()]

        told = [each for each in self.roles if any(start <= each.start < end for start, end in asides)]
        self.roles = [each for each in self.roles if each not in told]
        self.tellers = {each.key: each for each in told}  # who is said to have said so
        self.seats = countries_meant(self.words, self.places)
        apart = [any(start <= word.start < end for start, end in asides) for word in self.words]
        self.speakers = [
            number for number, word in enumerate(self.words) if apart[number] and word.capital and not word.light
        ]
        filled = [*taken, *self.negations, *self.hedges]
        self.slot = [apart[number] or _covers(filled, word.start) for number, word in enumerate(self.words)]
        self.content = tuple(
            number
            for number, word in enumerate(self.words)
            if (not word.light or (number in self.keys and text[word.start : word.end].isupper()))
            and not self.slot[number]
        )
        if not self.content:
            self.content = tuple(number for number, word in enumerate(self.words) if not self.slot[number])
        told_apart = {word.low for number, word in enumerate(self.words) if apart[number]}
        self.aside = told_apart - {self.words[number].low for number in self.content}
        self.pale = [
            self.words[number].low in _PALE and (language == "en" or not self.words[number].digit)
            for number in self.content
        ]

    def span(self, part: Part) -> str:
        """What stands there, verbatim."""
        words = self.text[part.start : part.end]
        return words.rstrip(" .,") if isinstance(part, Moment) else words


@lru_cache(maxsize=2048)
def claim_of(text: str, language: str) -> Claim:
    """A text taken apart; a query meets many past claims, and a past claim many queries."""
    return Claim(text, language)


def _inside(one: Part, others: Sequence[Part]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in others)


def _covers(parts: Sequence[Part], at: int) -> bool:
    return any(part.start <= at < part.end for part in parts)
