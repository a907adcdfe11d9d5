"""German things called by a name behind their noun: "der Kreis" is the Kreis Dornau, "die Strecke" Auried-Bergen.

A noun stays as it is where two go by it, or where something was called by the noun alone before it had a name. Of what
an area has one of (a district, a university) a story may give the name later.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimcheck.records import Span, Substitution
from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import words
from claimcheck.split.words.tellers import persons
from claimcheck.split.words.tokens import Token

__all__ = ["CONTRACTED", "Apposed"]

CONTRACTED = words("im am vom zum zur beim ins")  # prepositions with an article in them
_PREFIX = 3  # letters that a German noun has at least
_ONE_OF = words("ein eine einem einen einer jede jeder jedem anderen andere kein keine")


@dataclass(slots=True)
class Apposed:
    """The names that stand behind nouns in an article."""

    rules: Rules
    _names: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))  # "kreis" → "Dornau"
    _bare_at: dict[str, int] = field(default_factory=dict)  # where a noun first stands by itself
    _several: set[str] = field(default_factory=set)  # nouns of which there are others: "ein Kreis"

    def read(self, tokens: Sequence[Token]) -> None:
        """The nouns of the next sentence."""
        for at in range(1, len(tokens)):
            noun, before = tokens[at], tokens[at - 1].word
            if noun.tag != "noun" or not noun.capital or len(noun.word) <= _PREFIX:
                continue
            if before in _ONE_OF:
                self._several.add(noun.word)
            if at + 1 == len(tokens) or not (before in self.rules.definite or before in CONTRACTED):
                continue
            name = tokens[at + 1]
            if name.tag != "name" or not name.capital:
                self._bare_at.setdefault(noun.word, noun.start)
                if name.capital:
                    self._several.add(noun.word)  # "beim Kreis Mettdorf" may be another, by a name that looks like none
            elif not self._is_someone(noun.word):
                follower = tokens[at + 2] if at + 2 < len(tokens) else None
                longer = follower is not None and follower.capital and follower.is_word
                self._names[noun.word].setdefault("" if longer else name.text, noun.start)

    def _is_someone(self, noun: str) -> bool:
        """Whether a noun is for people, or for a day, which a name does not belong to."""
        rules = self.rules
        people = persons(rules) | rules.titles
        someone = noun in people or noun.endswith((*rules.agent_endings, *rules.role_endings, "wart"))
        return someone or noun in rules.months.keys() | rules.weekdays.keys()

    def substitution(self, text: str, article: Token, noun: Token) -> Substitution | None:
        """The noun with the only name that it has in the article; None where it stays as it is."""
        names = self._names.get(noun.word, {})
        if len(names) != 1 or "" in names or article.word == "des":
            return None
        name, place = next(iter(names.items()))
        single = noun.word in self.rules.naming.single and noun.word not in self._several
        if noun.word == "land":
            single = name.casefold() in self.rules.naming.states
        elif noun.word in self.rules.naming.vague_nouns and not single:
            return None
        if not single and not place < self._bare_at.get(noun.word, noun.start) <= noun.start:
            return None
        original = text[noun.start : noun.end]
        return Substitution(Span(noun.start, noun.end), original, f"{original} {name}")
