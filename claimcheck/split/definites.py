"""Definite noun phrases in full: "the network" is the brothel network, "das Unternehmen" is a company with a name.

A bare noun takes the words that stand before it elsewhere in the article, where they are always the same; a noun for a
body or a place takes the name of the one that can be meant. Two that fit, or none: it stays as it is.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimcheck.records import Span, Substitution
from claimcheck.split.languages import Rules
from claimcheck.split.tokens import Token
from claimcheck.split.topics import Topic

__all__ = ["Definites"]

_NEAR = 600  # characters within which a body or place must have been named
_PREFIX = 3  # letters that a German noun has before its head


@dataclass(slots=True)
class Definites:
    """The noun phrases of one article."""

    rules: Rules
    topics: Sequence[Topic] = ()
    _modified: dict[str, dict[str, list[int]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    _alone: set[str] = field(default_factory=set)  # nouns introduced without anything before them: "a vote"
    _compounds: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def read(self, tokens: Sequence[Token]) -> None:
        """The noun phrases of the next sentence."""
        if self.rules.ordinal_dots:
            for token in tokens:
                if token.tag == "noun" and token.capital and len(token.word) > _PREFIX + 3:
                    self._compounds[token.word].append(token.start)
            return
        for at, token in enumerate(tokens):
            if token.tag != "noun" or token.capital or (at + 1 < len(tokens) and tokens[at + 1].tag in {"noun", "name"}):
                continue
            first = at
            while first and at - first < 2 and self._modifies(tokens, first - 1):
                first -= 1
            before = tokens[first - 1].word if first else ""
            if first < at:
                words = " ".join(each.text for each in tokens[first:at])
                if self._plain(tokens[first:at]):
                    self._modified[token.word][words].append(token.start)
            elif before in {"a", "an"}:
                self._alone.add(token.word)

    def _modifies(self, tokens: Sequence[Token], at: int) -> bool:
        token = tokens[at]
        return token.is_word and token.tag in {"noun", "name", "ing"} and not token.word.endswith(("’s", "'s", "’", "'"))

    def _plain(self, words: Sequence[Token]) -> bool:
        first = words[0]
        return first.tag != "ing" or len(words) == 1

    def substitution(self, text: str, tokens: Sequence[Token], at: int) -> Substitution | None:
        """What is put for the bare noun phrase that begins at ``at`` with a definite article; None where it stays."""
        if tokens[at].word not in self.rules.definite or at + 1 >= len(tokens):
            return None
        noun = tokens[at + 1]
        if noun.tag != "noun" or noun.capital is not self.rules.ordinal_dots or not self._bare(tokens, at + 1):
            return None
        return self._by_name(text, tokens, at) or self._in_full(text, noun)

    def _bare(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether nothing behind a noun says more of it."""
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if after is None:
            return True
        if after.text[:1] in "„“\"'(" or after.word in self.rules.relatives - self.rules.definite | self.rules.of_words:
            return False
        if after.text == "," and at + 2 < len(tokens):
            after_comma = tokens[at + 2]
            return after_comma.word not in self.rules.relatives and after_comma.tag not in {"name", "art"}
        if self.rules.ordinal_dots:
            return after.word not in self.rules.genitives and not after.capital and not after.text[:1].isdigit()
        return after.tag not in {"noun", "name", "ing"} and not after.capital

    def _by_name(self, text: str, tokens: Sequence[Token], at: int) -> Substitution | None:
        article, noun = tokens[at], tokens[at + 1]
        word = noun.word.removesuffix("'s").removesuffix("’s")
        genitive = noun.word[len(word) :]
        place = word in self.rules.place_nouns
        if not place and word not in self.rules.company_nouns:
            return None
        topic = self._topic(noun.start, place=place)
        if topic is None:
            return None
        if self.rules.ordinal_dots:
            original = text[noun.start : noun.end]
            return Substitution(Span(noun.start, noun.end), original, f"{original} {topic.name}")
        if place:
            original = text[noun.start : noun.end]
            if genitive:
                return None
            return Substitution(Span(noun.start, noun.end), original, f"{original} of {topic.name}")
        original = text[article.start : noun.end]
        return Substitution(Span(article.start, noun.end), original, topic.name + genitive)

    def _topic(self, start: int, *, place: bool) -> Topic | None:
        """The one body or place that can be meant at an offset: the only one just named, or the story's own."""
        fits = [
            each
            for each in self.topics
            if not each.person and each.place is place and each.places[0] < start and self._kind(each)
        ]
        near = [each for each in fits if start - (each.last_before(start) or -_NEAR) < _NEAR]
        if len(near) == 1 and (near[0].headline or near[0].opening or len(near[0].places) > 1):
            return near[0]
        own = [each for each in fits if each.headline and len(each.places) > 2]
        if len(own) == 1 and (not near or own[0] in near) and all(
            len(each.places) * 2 <= len(own[0].places) for each in near if each is not own[0]
        ):
            return own[0]
        return None

    def _kind(self, topic: Topic) -> bool:
        """Whether a name can be a body's or a city's: no country, no adjective, no event."""
        last = topic.name.split()[-1].casefold()
        return last not in self.rules.countries and not last.endswith(("ian", "ish", "ese", "can"))

    def _in_full(self, text: str, noun: Token) -> Substitution | None:
        word = noun.word
        if word in self.rules.vague_nouns:
            return None
        replacement = self._german(noun) if self.rules.ordinal_dots else self._english(word)
        if replacement is None:
            return None
        original = text[noun.start : noun.end]
        return Substitution(Span(noun.start, noun.end), original, replacement)

    def _english(self, word: str) -> str | None:
        kinds = self._modified.get(word)
        if not kinds or len(kinds) != 1 or word in self._alone:
            return None
        words, places = next(iter(kinds.items()))
        return f"{words} {word}"

    def _german(self, noun: Token) -> str | None:
        word = noun.word
        if len(word) < 4:
            return None
        prefixes: dict[str, list[int]] = {}
        for each, places in self._compounds.items():
            for tail in {word, word.removesuffix("n"), word.removesuffix("en"), word.removesuffix("s"), word.removesuffix("es")}:
                if len(tail) > 3 and each.endswith((tail, tail + "n", tail + "en", tail + "s", tail + "es")):
                    cut = each.rfind(tail)
                    if cut >= _PREFIX:
                        prefixes[each[:cut]] = prefixes.get(each[:cut], []) + places
                    break
        if len(prefixes) != 1:
            return None
        prefix, places = next(iter(prefixes.items()))
        before = [place for place in places if place < noun.start]
        if not before or noun.start - max(before) > _NEAR or word.endswith(prefix):
            return None
        return prefix.capitalize() + word if not prefix.endswith("-") else prefix.capitalize() + word.capitalize()
