"""What an article keeps coming back to: its names of people, places, bodies and things, each with where it stands."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from claimcheck.records import Role
from claimcheck.split.languages import Rules
from claimcheck.split.names.people import People, bare
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["Topic", "Topics", "find_sexes"]

_LONGEST = 4  # words of a name
_BEHIND = 160  # characters behind a name in which a pronoun likely means it
_AGREED = 3  # times as many pronouns of one sex as of the other
_WORD = re.compile(r"[^\W\d_]+")
_MOST = 8  # topics of an article
_TITLE_CASE = 0.6  # share of capitals from which a line is written like a title and tells no names
_OPENING = 3  # sentences of the body in which a story says what it is about


@dataclass(frozen=True, slots=True)
class Topic:
    """A name with its words, casefolded, and the offsets at which it stands, in order."""

    name: str
    words: frozenset[str]
    places: tuple[int, ...]
    headline: bool
    opening: bool  # named in the lead or the first sentences
    person: bool
    place: bool  # most often behind "in"
    located: bool = False  # behind "in" at least once
    acts: bool = False  # in front of a verb at least once


@dataclass(slots=True)
class _Found:
    places: list[int] = field(default_factory=list)
    headline: bool = False
    opening: bool = False
    located: int = 0
    acts: int = 0


@dataclass(slots=True)
class Topics:
    """Collects the names of an article, sentence by sentence."""

    people: People
    rules: Rules
    _found: dict[str, _Found] = field(default_factory=dict)
    _small: set[str] = field(default_factory=set)  # words that also stand without a capital, or behind a determiner
    _titles: list[Sequence[Token]] = field(default_factory=list)
    _sentences: int = 0

    def read(self, tokens: list[Token], role: Role) -> None:
        """The names of the next sentence."""
        words = [token for token in tokens if token.is_word and token.text[:1].isalpha()]
        if not words:
            return
        if role is Role.HEADLINE:
            self._titles.append(tokens)
        if not self.rules.comma_bound and sum(token.capital for token in words) > _TITLE_CASE * len(words) > 2:
            return
        if role in {Role.BODY, Role.LEAD, Role.LIVE_UPDATE}:
            self._sentences += 1
        opening = role in {Role.HEADLINE, Role.LEAD} or self._sentences <= _OPENING
        for name, start, before, acts in self._names(tokens):
            found = self._found.setdefault(name, _Found())
            found.places.append(start)
            found.headline |= role is Role.HEADLINE
            found.opening |= opening
            found.located += before in self.rules.naming.locating
            found.acts += acts
        if not self.rules.comma_bound:
            self._small.update(token.word for token in words if not token.capital)

    def _names(self, tokens: list[Token]) -> Iterator[tuple[str, int, str, bool]]:
        """Runs of capitalised words that are names, with their offset, the word before, and whether a verb follows."""
        at = 0
        while at < len(tokens):
            end = at
            while end < len(tokens) and end - at < _LONGEST and self._in_name(tokens, end):
                end += 1
            if end == at:
                at += 1
                continue
            start = at
            while start < end and tokens[start].word.strip(".") in self.rules.titles:
                start += 1
            if start < end and not self._only_opens(tokens, start, end):
                person = self.people.at(tokens, end - 1)
                words = [bare(token.text)[0] for token in tokens[start:end]]
                led = start > 1 and tokens[start - 1].word in self.rules.definite  # "in the North Sea"
                before = tokens[start - 1 - led].word if start else ""
                acts = end < len(tokens) and is_finite(tokens[: end + 1], end, self.rules)
                yield person[0].name if person else " ".join(words), tokens[start].start, before, acts
            at = end

    def _in_name(self, tokens: Sequence[Token], at: int) -> bool:
        token, rules = tokens[at], self.rules
        if not token.capital or not token.is_word or len(token.text) < 2:
            return False
        if token.word in rules.months or token.word in rules.weekdays or token.word in rules.pronouns:
            return False
        short = token.text.isupper() and 2 <= len(token.text) <= 6
        if rules.comma_bound:
            return (
                short or token.tag == "name" or self.people.at(tokens[max(0, at - 3) : at + 1], min(at, 3)) is not None
            )
        return token.word not in rules.starters and token.word not in rules.first_second_person

    def _only_opens(self, tokens: Sequence[Token], start: int, end: int) -> bool:
        """Whether a single word has its capital only from the front of the sentence."""
        opens = all(not token.is_word for token in tokens[:start])
        return opens and end - start == 1 and tokens[start].tag not in {"name", ""} and not tokens[start].text.isupper()

    def settle(self) -> list[Topic]:
        """The topics once all is read, most often named first."""
        merged = self._merged()
        ranked = sorted(merged.items(), key=lambda each: (-len(each[1].places), each[1].places[0]))
        found = []
        for name, each in ranked[: 3 * _MOST]:
            parts = name.split()
            if len(parts) == 1 and name.casefold() in self._small:
                continue
            person = self.people.called(name) is not None
            headline = each.headline or self._in_title(parts)
            located = 2 * each.located > len(each.places) or (each.located > 1 and 3 * each.located > len(each.places))
            found.append(
                Topic(
                    name,
                    frozenset(part.casefold() for part in parts),
                    tuple(sorted(each.places)),
                    headline,
                    each.opening or headline,
                    person,
                    located and not person,
                    each.located > 0,
                    each.acts > 0,
                )
            )
        return found[:_MOST]

    def _in_title(self, parts: Sequence[str]) -> bool:
        last = parts[-1].casefold()
        return any(bare(token.word)[0] == last for tokens in self._titles for token in tokens)

    def _merged(self) -> dict[str, _Found]:
        """Names with the shorter forms of them that can mean nothing else: "Lee" is Ann Lee."""
        merged: dict[str, _Found] = {}
        counts = Counter({name: len(each.places) for name, each in self._found.items()})
        longer = _longer(counts)
        for name, each in self._found.items():
            full = self._full(name, counts, longer)
            into = merged.setdefault(full, _Found())
            into.places += each.places
            into.headline |= each.headline
            into.opening |= each.opening
            into.located += each.located
            into.acts += each.acts
        return merged

    def _full(self, name: str, counts: Counter[str], known: Mapping[tuple[str, ...], Sequence[str]]) -> str:
        if self.people.called(name):
            return name
        if self.rules.comma_bound and name.endswith("s") and name[:-1] in counts:
            name = name[:-1]
        longer = known.get(tuple(name.split()), ())
        longer = [each for each in longer if not self._stands_in(name, each)]
        return longer[0] if len(longer) == 1 and counts[longer[0]] > 1 else name

    def _stands_in(self, name: str, longer: str) -> bool:
        """Whether a name is only the place of a longer one: "Leeds" of "Leeds Airport"."""
        return longer.startswith(f"{name} ") and longer.split()[-1].casefold() in self.rules.body_nouns


def _longer(names: Iterable[str]) -> dict[tuple[str, ...], list[str]]:
    """The names that begin or end with the same words, by these words."""
    found: dict[tuple[str, ...], list[str]] = {}
    for name in names:
        words = tuple(name.split())
        shorter = {part for size in range(1, len(words)) for part in (words[:size], words[-size:])}
        for part in shorter:
            found.setdefault(part, []).append(name)
    return found


def find_sexes(text: str, topics: Sequence[Topic], rules: Rules) -> dict[str, bool]:
    """Whether the people of an article are "she", told from the pronouns behind their names, where these agree."""
    found = {}
    for topic in topics:
        if not topic.person:
            continue
        he = she = 0
        for place in topic.places:
            words = [word.casefold() for word in _WORD.findall(text[place : place + _BEHIND])]
            he += sum(word in rules.he and word not in rules.she for word in words)
            she += sum(word in rules.she and word not in rules.he and word not in rules.they for word in words)
        agreed = max(he, she) >= _AGREED * max(1, min(he, she)) and max(he, she) > 1
        if agreed and (he > she or not rules.comma_bound):  # "sie" may be many
            found[topic.name] = she > he
    return found
