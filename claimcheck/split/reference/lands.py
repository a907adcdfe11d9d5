"""The country that "the country" is, the state, the capital: the one an article names far more often than any other."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimcheck.split.languages.kind_words import LandWords
from claimcheck.split.words.tokens import Token, without_possessive

__all__ = ["Lands"]

_APART = 3  # times as often as any other a story's country is named
_COUNTRY = "country"  # the sort of which one word is enough, and other words tell
_PARTED = frozenset({"west", "new", "south", "north", "western"})  # "West Virginia" is not Virginia
_WORDS = 3  # of the longest name


@dataclass(slots=True)
class Lands:
    """The countries, states and capitals of an article, and how often it speaks of each."""

    words: LandWords
    _times: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))  # by sort
    _first: dict[tuple[str, str], int] = field(default_factory=dict)  # where each is first called by its name

    def note(self, tokens: Sequence[Token], at: int) -> None:
        """The word at ``at``, where a name ends with it or it tells of a country."""
        token = tokens[at]
        if not token.capital:
            return
        self._note_country(tokens, at)
        words = [without_possessive(each.word) for each in tokens[max(0, at + 1 - _WORDS) : at + 1]]
        ends = [(at - back, " ".join(words[-1 - back :])) for back in range(len(words) - 1, -1, -1)]
        for sort, names in self.words.names.items():
            for first, named in ends if sort != _COUNTRY else ():
                longer = first and tokens[first - 1].capital and tokens[first - 1].is_word and first == at
                if named in names and not (longer and tokens[first - 1].word in _PARTED):
                    self._found(sort, names[named], tokens[first].start)
                    break

    def _note_country(self, tokens: Sequence[Token], at: int) -> None:
        word = without_possessive(tokens[at].word).strip(".")
        if word == "us" and tokens[at].text != "US":
            return
        if word == "states" and at and tokens[at - 1].word == "united":
            word = "us"
        if land := self.words.names.get(_COUNTRY, {}).get(word):
            self._found(_COUNTRY, land, tokens[at].start)
        elif land := self.words.telling.get(word):
            self._times[_COUNTRY][land] += 1

    def _found(self, sort: str, land: str, place: int) -> None:
        self._times[sort][land] += 1
        self._first.setdefault((sort, land), place)

    def _sort(self, token: Token) -> str | None:
        """What sort of land a noun is for: "country", "nation’s", "state"; None for other words."""
        return None if token.capital else self.words.nouns.get(without_possessive(token.word))

    def noun(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the word at ``at``, behind "the", is the noun for a land; "the capital" may be money."""
        sort = self._sort(tokens[at])
        if sort != "capital":
            return sort is not None
        whose = without_possessive(tokens[at].word) != tokens[at].word
        return whose or (at > 1 and tokens[at - 2].tag == "prep" and tokens[at - 2].word not in {"with", "for", "by"})

    def meant(self, noun: Token, start: int) -> str | None:
        """The land of the story that a noun means at an offset, named before; None for none, or a second beside it."""
        sort = self._sort(noun) or ""
        often = self._times[sort].most_common(2)
        if not often or self._first.get((sort, often[0][0]), start) >= start:
            return None
        land, times = often[0]
        apart = len(often) == 1 or times >= _APART * often[1][1]
        return land if times > 1 and apart else None
