"""Definite noun phrases in full: "the network" is the brothel network, "das Unternehmen" is a company with a name.

A bare noun takes the words that stand before it elsewhere in the article, where they are always the same; a noun for a
body or a place takes the name of the one that can be meant. Two that fit, or none: it stays as it is.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from claimcheck.records import Span, Substitution
from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import words
from claimcheck.split.names.people import bare
from claimcheck.split.reference.apposed import CONTRACTED, Apposed
from claimcheck.split.reference.firms import Firms
from claimcheck.split.reference.introductions import Introductions
from claimcheck.split.reference.kinds import Kinds
from claimcheck.split.reference.topics import Topic
from claimcheck.split.words.compounds import Compounds
from claimcheck.split.words.given_names import FEMALE, MALE
from claimcheck.split.words.tokens import Token, without_possessive

__all__ = ["Definites"]

_ASKING = words("order decision plan request call appeal proposal bid right effort attempt move pledge vow offer")
_SAID_BEHIND = 3  # tokens behind a noun in which its name may stand anyway
_GRADED = frozenset({"level", "term", "class", "profile", "quality", "scale", "speed", "end", "grade", "range", "tech"})
_TELLING = frozenset({"nach", "für", "zwischen", "über", "gegen"})  # behind a noun they say more of it


@dataclass(slots=True)
class Definites:
    """The noun phrases of one article."""

    rules: Rules
    topics: Sequence[Topic] = ()
    _modified: dict[str, dict[str, list[int]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    _alone: set[str] = field(default_factory=set)  # nouns introduced without anything before them: "a vote"
    _owners: dict[str, dict[str, list[int]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    names: set[str] = field(default_factory=set)  # words that are names, casefolded
    introductions: Introductions = field(init=False)
    kinds: Kinds = field(init=False)
    apposed: Apposed = field(init=False)
    _bare_at: dict[str, int] = field(default_factory=dict)  # where a noun first stands by itself
    compounds: Compounds = field(default_factory=Compounds)
    _firms_known: Firms | None = None

    def __post_init__(self) -> None:
        self.introductions = Introductions(self.rules)
        self.kinds = Kinds(self.rules)
        self.apposed = Apposed(self.rules)

    def read(self, tokens: Sequence[Token]) -> None:
        """The noun phrases of the next sentence."""
        self.introductions.read(tokens)
        self.kinds.read(tokens)
        self.names.update(token.word for token in tokens if token.tag == "name")
        if self.rules.comma_bound:
            self.apposed.read(tokens)
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
            named = owner.tag == "name" or (owner.tag == "noun" and at > 1)
            if owner.capital and named and owner.text.endswith(("'s", "’s")):
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

    @property
    def firms(self) -> frozenset[str]:
        """The first words, casefolded, of the story's names of several words that are no given names."""
        longer = (each.name.split()[0].casefold() for each in self.topics if " " in each.name)
        return frozenset(longer) - MALE - FEMALE

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
        if at + 1 < len(tokens) and tokens[at].word in CONTRACTED and self.rules.comma_bound:
            noun = tokens[at + 1]  # "beim Kreis"
            bare_noun = noun.tag == "noun" and noun.capital and self._bare(tokens, at + 1)
            return self.apposed.substitution(text, tokens[at], noun) if bare_noun else None
        if tokens[at].word not in self.rules.definite or at + 1 >= len(tokens):
            return None
        if named := self.kinds.substitution(text, tokens, at):
            return named
        noun = tokens[at + 1]
        known = noun.word in self.rules.naming.company_nouns | self.rules.naming.place_nouns
        if (
            (noun.tag != "noun" and not known)
            or noun.capital is not self.rules.comma_bound
            or not self._bare(tokens, at + 1)
        ):
            return None
        found = (
            self._by_name(text, tokens, at)
            or self.apposed.substitution(text, tokens[at], noun)
            or self._in_full(text, noun)
            or self._owned(text, tokens[at : at + 3], noun)
            or self._introduced(text, tokens[at], noun)
        )
        behind = {token.text for token in tokens[at + 2 : at + 2 + _SAID_BEHIND] if token.capital}
        if found and at + 2 < len(tokens) and tokens[at + 2].word == "from" and not found.replacement.islower():
            return None  # "Harwick waste and the waste from other towns"
        return None if found and behind & set(found.replacement.split()) else found  # "the pool in Harwick"

    def _owned(self, text: str, phrase: Sequence[Token], noun: Token) -> Substitution | None:
        """``the collapse`` is Enron’s, where the article knows no other."""
        owners = self._owners.get(noun.word)
        if not owners or len(owners) != 1 or noun.word in self._alone or noun.word in self.rules.naming.vague_nouns:
            return None
        if len(phrase) > 2 and phrase[2].word in {"for", "of", "to", "by", ","}:
            return None  # "the lawyer for the owner", "the food, drink and hardware wholesaler"
        article = phrase[0]
        owner, places = next(iter(owners.items()))
        if places[0] > noun.start and len(places) < 2:
            return None
        owner = self._whole(owner)
        return Substitution(
            Span(article.start, noun.end), text[article.start : noun.end], f"{owner} {text[noun.start : noun.end]}"
        )

    def _whole(self, owner: str) -> str:
        """An owner by the full name that the story has for them: "Ray’s" is Bo Ray’s."""
        surname, whose = bare(owner)
        people = {each.name for each in self.topics if each.person and each.name.split()[-1] == surname}
        return people.pop() + whose if len(people) == 1 else owner

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
        if found is None or not telling or self.rules.comma_bound:
            return None
        return "the " + " ".join([*found.before, noun, *([found.behind] if found.behind else [])])

    def _bare(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether nothing behind a noun says more of it."""
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if after is None:
            return True
        if after.text in {"-", "‑"} and after.start == tokens[at].end:
            return False  # "dem Bank- und Industriesektor"
        if after.text[:1] in "„“\"'(" or after.word in self.rules.relatives - self.rules.definite | self.rules.of_words:
            return False
        if after.text == "," and at + 2 < len(tokens):
            after_comma = tokens[at + 2]
            led = after_comma.tag == "prep" and at + 3 < len(tokens) and tokens[at + 3].word in self.rules.relatives
            return after_comma.word not in self.rules.relatives and after_comma.tag not in {"name", "art"} and not led
        if self.rules.comma_bound:
            firm = tokens[at].word in self.rules.naming.company_nouns
            told = after.word in self.rules.genitives | ({"für"} if firm else _TELLING)
            goes_on = after.capital and not (firm and after.tag == "noun" and tokens[at - 2].tag == "fin" and at > 1)
            return not told and not goes_on and not after.text[:1].isdigit()
        behind = [each.word for each in tokens[at + 1 : at + 1 + 2 * _SAID_BEHIND]]
        asks = tokens[at].word in _ASKING and (after.tag == "to" or ("not", "to") in pairwise(behind))
        return after.tag not in {"noun", "name", "ing"} and not after.capital and not asks

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
        name = topic.name if topic else None if place or word == "group" else self._firm(text, noun.start)
        if name is None:
            return None
        if self.rules.comma_bound:
            original = text[noun.start : noun.end]
            return Substitution(Span(noun.start, noun.end), original, f"{original} {name}")
        if place:
            original = text[noun.start : noun.end]
            if genitive:
                return None
            return Substitution(Span(noun.start, noun.end), original, f"{original} of {name}")
        original = text[article.start : noun.end]
        return Substitution(Span(article.start, noun.end), original, name + genitive)

    def _firm(self, text: str, start: int) -> str | None:
        """The firm that was named right before an offset."""
        if self._firms_known is None:
            self._firms_known = Firms(text, self.topics, self.rules)
        return self._firms_known.meant(start)

    def _topic(self, start: int, *, place: bool) -> Topic | None:
        """The one body or place that can be meant at an offset: the story's own, far ahead of all others like it."""
        fits = [each for each in self.topics if not each.person and (each.located if place else not each.located)]
        fits = [each for each in fits if self._kind(each)]
        fits.sort(key=lambda each: -len(each.places))
        if not fits or fits[0].places[0] >= start or len(fits[0].places) < 2 + (not place):
            return None
        first, others = fits[0], fits[1:]
        told = first.opening if place else first.headline and first.acts
        times = 3 if place and not first.headline else 2
        apart = all(len(each.places) * times <= len(first.places) for each in others)
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
        return not other and (self.rules.comma_bound or not last.endswith(("an", "ish", "ese")))

    def _in_full(self, text: str, noun: Token) -> Substitution | None:
        word, whose = bare(noun.word)
        if word in self.rules.naming.vague_nouns:
            return None
        replacement = self.compounds.of(noun) if self.rules.comma_bound else self._english(word)
        if replacement is None:
            return None
        original = text[noun.start : noun.end]
        return Substitution(
            Span(noun.start, noun.end), original, replacement + ("" if self.rules.comma_bound else whose)
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
