"""Definite noun phrases in full: "the network" is the brothel network, "das Unternehmen" is a company with a name.

A bare noun takes the words that stand before it elsewhere in the article, where they are always the same; a noun for a
body or a place takes the name of the one that can be meant. Two that fit, or none: it stays as it is.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimcheck.records import Span, Substitution
from claimcheck.split.compounds import Compounds
from claimcheck.split.introductions import Introductions
from claimcheck.split.kinds import Kinds
from claimcheck.split.languages import Rules
from claimcheck.split.people import bare
from claimcheck.split.tokens import Token, without_possessive
from claimcheck.split.topics import Topic

__all__ = ["Definites"]

_GRADED = frozenset({"level", "term", "class", "profile", "quality", "scale", "speed", "end", "grade", "range", "tech"})
_WITH_ARTICLE = frozenset({"im", "am", "vom", "zum", "zur", "beim", "ins"})
_PREFIX = 3  # letters that a German noun has at least


@dataclass(slots=True)
class Definites:
    """The noun phrases of one article."""

    rules: Rules
    topics: Sequence[Topic] = ()
    _modified: dict[str, dict[str, list[int]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    _alone: set[str] = field(default_factory=set)  # nouns introduced without anything before them: "a vote"
    _owners: dict[str, dict[str, list[int]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    _apposed: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))  # "Kreis" → "Dornau"
    names: set[str] = field(default_factory=set)  # words that are names, casefolded
    introductions: Introductions = field(init=False)
    kinds: Kinds = field(init=False)
    _bare_at: dict[str, int] = field(default_factory=dict)  # where a noun first stands by itself
    compounds: Compounds = field(default_factory=Compounds)

    def __post_init__(self) -> None:
        self.introductions = Introductions(self.rules)
        self.kinds = Kinds(self.rules)

    def read(self, tokens: Sequence[Token]) -> None:
        """The noun phrases of the next sentence."""
        self.introductions.read(tokens)
        self.kinds.read(tokens)
        self.names.update(token.word for token in tokens if token.tag == "name")
        if self.rules.ordinal_dots:
            self._read_apposed(tokens)
            self.compounds.read(tokens)
            return
        for at, token in enumerate(tokens):
            word = bare(token.word)[0]
            if (
                token.tag != "noun"
                or token.capital
                or (at + 1 < len(tokens) and tokens[at + 1].tag in {"noun", "name"})
            ):
                continue
            owner = tokens[at - 1] if at else token
            if owner.capital and owner.tag == "name" and owner.text.endswith(("'s", "’s")):
                self._owners[word][owner.text].append(token.start)
            first = at
            while first and at - first < 2 and self._modifies(tokens, first - 1):
                first -= 1
            before = tokens[first - 1].word if first else ""
            if first < at:
                words = " ".join(each.text for each in tokens[first:at])
                graded = tokens[first].word in _GRADED and first > 0 and tokens[first - 1].tag in {"adj", "num"}
                if not graded and self._plain(tokens[first:at], token):
                    self._modified[word][words].append(token.start)
                else:
                    self._bare_at.setdefault(word, token.start)
            else:
                self._bare_at.setdefault(word, token.start)
                if before in {"a", "an"}:
                    self._alone.add(word)

    def called_otherwise(self, noun: str, name: str) -> bool:
        """Whether the article speaks of another thing by this noun: "the defence ministry" beside a named one."""
        known = name.casefold()
        return any(word.casefold() not in known for words in self._modified.get(noun, ()) for word in words.split())

    def _modifies(self, tokens: Sequence[Token], at: int) -> bool:
        token = tokens[at]
        return (
            token.is_word and token.tag in {"noun", "name", "ing"} and not token.word.endswith(("’s", "'s", "’", "'"))
        )

    def _plain(self, words: Sequence[Token], noun: Token) -> bool:
        first = words[0]
        return first.tag != "ing" or (
            len(words) == 1 and not noun.word.endswith("s") and noun.word not in self.rules.person_nouns
        )

    def substitution(self, text: str, tokens: Sequence[Token], at: int) -> Substitution | None:
        """What is put for the bare noun phrase that begins at ``at`` with a definite article; None where it stays."""
        if tokens[at].word not in self.rules.definite or at + 1 >= len(tokens):
            return None
        if named := self.kinds.substitution(text, tokens, at):
            return named
        noun = tokens[at + 1]
        known = noun.word in self.rules.naming.company_nouns | self.rules.naming.place_nouns
        if (
            (noun.tag != "noun" and not known)
            or noun.capital is not self.rules.ordinal_dots
            or not self._bare(tokens, at + 1)
        ):
            return None
        return (
            self._by_name(text, tokens, at)
            or self._with_name(text, tokens[at], noun)
            or self._in_full(text, noun)
            or self._owned(text, tokens[at : at + 3], noun)
            or self._introduced(text, tokens[at], noun)
        )

    def _read_apposed(self, tokens: Sequence[Token]) -> None:
        """``der Kreis Dornau``, ``die Strecke Auried-Bergen``: a thing called by a name behind its noun."""
        rules = self.rules
        for at in range(1, len(tokens) - 1):
            noun, name = tokens[at], tokens[at + 1]
            led = tokens[at - 1].word in rules.definite or tokens[at - 1].word in _WITH_ARTICLE
            if not led or noun.tag != "noun" or not noun.capital or len(noun.word) <= _PREFIX:
                continue
            if name.tag != "name" or not name.capital:
                self._bare_at.setdefault(noun.word, noun.start)
                continue
            people = rules.man_nouns | rules.woman_nouns | rules.person_nouns | rules.titles
            someone = noun.word in people or noun.word.endswith((*rules.agent_endings, *rules.role_endings, "wart"))
            if not someone and noun.word not in rules.months.keys() | rules.weekdays.keys():
                follower = tokens[at + 2] if at + 2 < len(tokens) else None
                longer = follower is not None and follower.capital and follower.is_word
                self._apposed[noun.word].setdefault("" if longer else name.text, noun.start)

    def _with_name(self, text: str, article: Token, noun: Token) -> Substitution | None:
        """``der Kreis`` is the one that was called by its name before anything was called so alone."""
        names = self._apposed.get(noun.word, {})
        if len(names) != 1 or "" in names or article.word == "des" or noun.word in self.rules.naming.vague_nouns:
            return None
        name, place = next(iter(names.items()))
        if not place < self._bare_at.get(noun.word, noun.start) <= noun.start:
            return None
        original = text[noun.start : noun.end]
        return Substitution(Span(noun.start, noun.end), original, f"{original} {name}")

    def _owned(self, text: str, phrase: Sequence[Token], noun: Token) -> Substitution | None:
        """``the collapse`` is Enron’s, where the article knows no other."""
        owners = self._owners.get(noun.word)
        if not owners or len(owners) != 1 or noun.word in self._alone or noun.word in self.rules.naming.vague_nouns:
            return None
        if len(phrase) > 2 and phrase[2].word in {"for", "of", "to", "by"}:
            return None  # "the lawyer for the owner"
        article = phrase[0]
        owner, places = next(iter(owners.items()))
        if places[0] > noun.start and len(places) < 2:
            return None
        return Substitution(
            Span(article.start, noun.end), text[article.start : noun.end], f"{owner} {text[noun.start : noun.end]}"
        )

    def _introduced(self, text: str, article: Token, noun: Token) -> Substitution | None:
        found = self.introductions.of(noun.word, noun.start)
        if found is None:
            return None
        return Substitution(
            Span(noun.start, noun.end),
            text[noun.start : noun.end],
            self.introductions.phrase(noun, article.word, found),
        )

    def meant(self, noun: str, start: int) -> str | None:
        """What a pronoun for someone without a name stands for: "the 44-year-old woman from Bexcombe"."""
        found = self.introductions.of(noun, start)
        telling = found and (found.behind or any(word[:1].isdigit() for word in found.before))
        if found is None or not telling or self.rules.ordinal_dots:
            return None
        return "the " + " ".join([*found.before, noun, *([found.behind] if found.behind else [])])

    def _bare(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether nothing behind a noun says more of it."""
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if after is None:
            return True
        if after.text[:1] in "„“\"'(" or after.word in self.rules.relatives - self.rules.definite | self.rules.of_words:
            return False
        if after.text == "," and at + 2 < len(tokens):
            after_comma = tokens[at + 2]
            led = after_comma.tag == "prep" and at + 3 < len(tokens) and tokens[at + 3].word in self.rules.relatives
            return after_comma.word not in self.rules.relatives and after_comma.tag not in {"name", "art"} and not led
        if self.rules.ordinal_dots:
            told = after.word in self.rules.genitives | {"nach", "für", "zwischen", "über", "gegen"}
            return not told and not after.capital and not after.text[:1].isdigit()
        return after.tag not in {"noun", "name", "ing"} and not after.capital

    def _by_name(self, text: str, tokens: Sequence[Token], at: int) -> Substitution | None:
        article, noun = tokens[at], tokens[at + 1]
        word = without_possessive(noun.word)
        genitive = noun.word[len(word) :]
        place = word in self.rules.naming.place_nouns
        if not place and word not in self.rules.naming.company_nouns:
            return None
        if word == "unternehmen" and article.word not in {"das", "dem", "des"}:
            return None  # "der Unternehmen": more than one
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
        """The one body or place that can be meant at an offset: the story's own, far ahead of all others like it."""
        fits = [each for each in self.topics if not each.person and (each.located if place else not each.located)]
        fits = [each for each in fits if self._kind(each)]
        fits.sort(key=lambda each: -len(each.places))
        if not fits or fits[0].places[0] >= start or len(fits[0].places) < 2 + (not place):
            return None
        first, others = fits[0], fits[1:]
        told = first.opening if place else first.headline and first.acts
        apart = all(len(each.places) * (3 if place else 2) <= len(first.places) for each in others)
        return first if told and apart and (first.place or not place) else None

    def _kind(self, topic: Topic) -> bool:
        """Whether a name can be a body's or a city's: no country, no adjective, no event."""
        last = topic.name.split()[-1].casefold()
        other = (
            last in self.rules.naming.countries | self.rules.body_nouns
            or topic.name.split()[0].casefold() in self.rules.naming.countries
        )
        if any(part in topic.name.casefold() for part in self.rules.media_words if len(part) > 3):
            return False
        return not other and (self.rules.ordinal_dots or not last.endswith(("an", "ish", "ese")))

    def _in_full(self, text: str, noun: Token) -> Substitution | None:
        word, whose = bare(noun.word)
        if word in self.rules.naming.vague_nouns:
            return None
        replacement = self.compounds.of(noun) if self.rules.ordinal_dots else self._english(word)
        if replacement is None:
            return None
        original = text[noun.start : noun.end]
        return Substitution(
            Span(noun.start, noun.end), original, replacement + ("" if self.rules.ordinal_dots else whose)
        )

    def _english(self, word: str) -> str | None:
        kinds = self._modified.get(word)
        firm = word in self.rules.naming.company_nouns and all(each.islower() for each in kinds or ())
        if not kinds or len(kinds) != 1 or word in self._alone or firm:
            return None
        words, places = next(iter(kinds.items()))
        named = not words.islower()
        if named and words.split()[0].endswith(("an", "ish", "ese", "ic")):
            return None  # "the European public"
        if (named or len(places) < 2) and (
            places[0] > self._bare_at.get(word, places[0] + 1) or (" " in words and words.islower())
        ):
            return None  # what was called by the noun alone before need not be the one called so behind
        return f"{words} {word}"
