"""How the people and things of a story are introduced: "the woman" is the 44-year-old woman from Bexcombe.

A noun that the article introduces once, with words that describe it, takes them along wherever it stands bare; a noun
that is introduced twice stays as it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from claimcheck.split.languages import Rules
from claimcheck.split.words.tellers import is_agent, persons
from claimcheck.split.words.tokens import Token

__all__ = ["Introduction", "Introductions"]

_WORDS = 3  # describing words before a noun, and behind "from"
_LINKING = frozenset({"ist", "war", "bleibt", "blieb"})
_WEAK = ("er", "es", "em", "en", "e")


@dataclass(frozen=True, slots=True)
class Introduction:
    """A noun's first mention: the words around it, where it stands, and what German needs to decline it."""

    before: tuple[str, ...]
    behind: str
    place: int
    masculine: bool = False
    many: bool = False


@dataclass(slots=True)
class Introductions:
    """The first mentions of an article, by noun; None where a noun is introduced in two ways."""

    rules: Rules
    _first: dict[str, Introduction | None] = field(default_factory=dict)
    _definite: dict[str, int] = field(default_factory=dict)  # where a noun first stands as known

    def read(self, tokens: Sequence[Token]) -> None:
        """The nouns of the next sentence."""
        for at, token in enumerate(tokens):
            if token.tag != "noun" or token.capital is not self.rules.comma_bound:
                continue
            if (at + 1 < len(tokens) and tokens[at + 1].tag in {"noun", "name"}) or not self._someone(token):
                continue
            found = self._introduced(tokens, at)
            word = token.word
            if found is None:
                self._definite.setdefault(word, token.start)
                continue
            known = self._first.get(word)
            if word not in self._first:
                self._first[word] = found
            elif known is None or set(known.before) != set(found.before) or not found.before:
                self._first[word] = None

    def _someone(self, noun: Token) -> bool:
        """Whether a noun is for people."""
        rules = self.rules
        if noun.word in persons(rules) | rules.group_nouns:
            return True
        word = noun.word if rules.comma_bound else noun.word.removesuffix("s")
        return is_agent(word, rules)

    def _introduced(self, tokens: Sequence[Token], at: int) -> Introduction | None:
        """The mention as an introduction: behind "a", a number, or nothing; None behind "the" or "his"."""
        rules = self.rules
        first = at
        while (
            first
            and at - first < _WORDS
            and tokens[first - 1].tag in {"adj", "num", "name"}
            and tokens[first - 1].is_word
        ):
            first -= 1
        if any(token.word in rules.naming.vague_words for token in tokens[first:at]):
            return None
        if rules.comma_bound and any(token.tag == "name" for token in tokens[first:at]):
            return None
        describing = [token for token in tokens[first:at] if token.word not in rules.demonstratives]
        article = tokens[first - 1] if first else None
        indefinite = article is not None and article.word in rules.naming.indefinite
        if article is not None and (article.tag == "art" or article.word in rules.determiners) and not indefinite:
            return None
        if not indefinite and not any(token.tag == "num" or token.word in rules.count_words for token in describing):
            return None
        if any(token.word.endswith(("’s", "'s")) for token in describing) or (
            first and tokens[first - 1].tag in {"noun", "name", "ing"}
        ):
            return None
        if rules.comma_bound and any(token.tag == "adj" and not token.word.endswith(_WEAK) for token in describing):
            return None
        if rules.comma_bound and first > 2 and tokens[first - 3].tag == "name" and tokens[first - 2].word in _LINKING:
            return None  # "Ina Holm ist eine deutsche Ärztin": who has a name already
        many = not indefinite and not any(token.word in {"one", "ein"} for token in describing)
        masculine = bool(
            rules.comma_bound and indefinite and article and article.word in {"ein", "einem", "einen", "eines"}
        )
        return Introduction(
            tuple(token.word if token is tokens[0] and token.tag != "name" else token.text for token in describing),
            self._behind(tokens, at),
            tokens[at].start,
            masculine,
            many,
        )

    def _behind(self, tokens: Sequence[Token], at: int) -> str:
        """``from Bexcombe``, ``aus Bexcombe``: where someone comes from."""
        if (
            at + 2 >= len(tokens)
            or tokens[at + 1].word not in self.rules.naming.coming_from
            or not tokens[at + 2].capital
        ):
            return ""
        end = at + 2
        while end < len(tokens) and end - at < 2 + _WORDS and tokens[end].capital and tokens[end].is_word:
            end += 1
        if tokens[end - 1].tag not in {"name", "noun"} or (self.rules.comma_bound and tokens[at + 2].tag != "name"):
            return ""
        return " ".join(token.text for token in tokens[at + 1 : end])

    def of(self, noun: str, start: int) -> Introduction | None:
        """How a noun was introduced before ``start``; None where it was not, or not described, or in two ways."""
        found = self._first.get(noun)
        if found is None or found.place >= start or not (found.before or found.behind):
            return None
        if self._definite.get(noun, start) < found.place:
            return None
        return found

    def phrase(self, noun: Token, article: str, found: Introduction) -> str:
        """The noun with the words that describe it, as they stand behind ``article``."""
        words = (
            [self._declined(word, article, found) for word in found.before]
            if self.rules.comma_bound
            else [*found.before]
        )
        return " ".join([*words, noun.text, *([found.behind] if found.behind else [])])

    def _declined(self, word: str, article: str, found: Introduction) -> str:
        if not word.endswith(_WEAK) or word[:1].isupper() or word in self.rules.count_words:
            return word
        stem = next(word.removesuffix(ending) for ending in _WEAK if word.endswith(ending))
        plain = article in {"die", "das"} or (article == "der" and found.masculine)
        return stem + ("e" if plain and not found.many else "en")
