"""What kind of thing each name of an article is, by what the article says of it: "the carrier" is Aerdal Air.

An article tells it beside the name: "the carmaker Verno", "Ferrow, a market town", "the Bexcombe hotel", "the city of
Leeds". A noun then stands for the one name that is of its kind; two that fit, or another such thing without a name,
leave it as it is.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from claimcheck.records import Span, Substitution
from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import words
from claimcheck.split.reference.lands import Lands
from claimcheck.split.words.given_names import GIVEN
from claimcheck.split.words.tokens import Token, without_possessive

__all__ = ["Kinds"]

_OTHERS = words("another other rival second third new former same next previous similar first last only")
_BEHIND = words("is was became remains")
_ARTICLES = words("a an the one")
_DESCRIBING = 3  # words between an article and its noun
_JUST = 12  # tokens before a noun in which its name has just stood
_OPENING = 700  # characters in which a story may name its firm behind the noun for it
_FAR = 8  # tokens from "a" to the noun that tells the kind
_LONGEST = 6
_CALLED = 12  # tokens between the noun and "known as"


class _Named(NamedTuple):
    """A name where it stands: its words, its offset, and whether "the" stands in front of it."""

    words: str
    place: int
    led: bool


@dataclass(slots=True)
class _Kind:
    """What is known of one name: since where, and in which words."""

    place: int
    led: bool  # "the" stands in front of it
    told: set[str] = field(default_factory=set)  # the words beside the noun: "parcel" of "parcel service"


@dataclass(slots=True)
class Kinds:
    """The kinds of the names of an article, sentence by sentence."""

    rules: Rules
    _seen: Counter[str] = field(default_factory=Counter)  # how often names begin with a word
    _lands: Lands = field(init=False)
    _names: dict[str, dict[str, _Kind]] = field(default_factory=lambda: defaultdict(dict))  # noun → name
    _nameless: dict[str, int] = field(default_factory=dict)  # nouns of which one has no name, and where
    _bare: dict[str, int] = field(default_factory=dict)  # where "the city" first stands

    def __post_init__(self) -> None:
        self._lands = Lands(self.rules.kinds.lands)

    def read(self, tokens: Sequence[Token]) -> None:
        """The names of the next sentence; lines written like titles tell none."""
        spelled = [token for token in tokens if token.is_word and token.text[:1].isalpha()]
        if self.rules.comma_bound or 2 * sum(token.capital for token in spelled) > len(spelled) > 3:
            return
        told: set[int] = set()
        at = 0
        while at < len(tokens):
            end = self._name_end(tokens, at)
            if end > at:
                told.update(self._told_by(tokens, at, end))
                at = end
            else:
                at += 1
        for at, token in enumerate(tokens):
            self._lands.note(tokens, at)
            if token.word not in self.rules.kinds.all or token.capital or at in told or at == 0:
                continue
            before = tokens[at - 1]
            if before.word in self.rules.definite:
                self._bare.setdefault(token.word, token.start)
            first = at
            while first and tokens[first - 1].tag in {"adj", "noun", "name", "num"} and at - first < 4:
                first -= 1
            article = tokens[first - 1].word if first else ""
            if article in {"a", "an", "another", "one"} or before.word in {"another", "other", "second"}:
                self._nameless.setdefault(token.word, token.start)

    def _name_end(self, tokens: Sequence[Token], at: int) -> int:
        """Where the name that begins at ``at`` is over; ``at`` where none begins."""
        rules, end = self.rules, at
        while end < len(tokens) and end - at < _LONGEST:
            token = tokens[end]
            named = token.capital and token.is_word and token.word not in rules.months.keys() | rules.weekdays.keys()
            if named and not (end == at and token.word in rules.starters | rules.determiners | rules.pronouns):
                end += 1
                continue
            linked = end > at and token.word in {"of", "&", "for"} and end + 1 < len(tokens) and tokens[end + 1].capital
            if not linked:
                break
            end += 1
        if end == at or tokens[end - 1].word.endswith(("’s", "'s")):
            return at
        opens = all(not token.is_word for token in tokens[:at])
        return at if opens and end - at == 1 and tokens[at].tag not in {"name"} else end

    def _told_by(self, tokens: Sequence[Token], at: int, end: int) -> set[int]:
        """Notes what a name tells, and what stands beside it; the places of the nouns that tell its kind."""
        kinds, first, last = self.rules.kinds, tokens[at].word, tokens[end - 1].word
        led = at > 0 and tokens[at - 1].word in self.rules.definite
        name = _Named(" ".join(token.text for token in tokens[at:end]), tokens[at].start, led)
        self._seen[first] += 1
        if self._is_person(name.words):
            return set()
        if end - at > 1 and last in kinds.all:
            self._note(last, name)
        if end - at > 1 and last.rstrip(".") in kinds.forms:
            self._note("company", name)
        if end - at > 2 and tokens[at + 1].word == "of" and first in kinds.places | kinds.bodies:
            self._note(first, name)
        return self._told_before(tokens, at, name) | self._told_behind(tokens, end, name)

    def _told_before(self, tokens: Sequence[Token], at: int, name: _Named) -> set[int]:
        """The nouns that tell the kind of a name in front of it."""
        noted: set[int] = set()
        if at > 1 and tokens[at - 1].tag == "noun" and not tokens[at - 1].capital:  # "the parcel service Aerdal"
            noted |= self._noun(tokens, at - 1, name)
        if at > 2 and tokens[at - 1].word == "of" and tokens[at - 2].word in self.rules.kinds.places:
            noted |= self._noun(tokens, at - 2, name)  # "the city of Leeds"
        start = at - name.led
        before = [token.word for token in tokens[max(0, start - 2) : start]]
        if len(before) < 2 or not (before[1] in {"called", "named", "dubbed"} or before == ["known", "as"]):
            return noted
        nouns = (j for j in range(max(1, start - _CALLED), start) if tokens[j].word in self.rules.kinds.all)
        found = [j for j in nouns if tokens[j - 1].word in {"a", "an", "one"} or tokens[j - 1].tag in {"adj", "noun"}]
        return noted | self._noun(tokens, found[0], name) if len(found) == 1 else noted  # "a group known as the Owls"

    def _told_behind(self, tokens: Sequence[Token], end: int, name: _Named) -> set[int]:
        """The nouns that tell the kind of a name behind it."""
        noted: set[int] = set()
        if end >= len(tokens):
            return noted
        noun, after = tokens[end], tokens[end + 1] if end + 1 < len(tokens) else None
        compound = after is not None and after.tag in {"noun", "name"}
        if noun.tag == "noun" and not noun.capital and noun.word in self.rules.kinds.bodies and not compound:
            self._note(noun.word, name._replace(words=f"{name.words} {noun.text}"))  # "the Bexcombe hotel"
            noted.add(end)
        told = (noun.text == "," or noun.word in _BEHIND) and after is not None and after.word in _ARTICLES
        head = _head(tokens, end + 2) if told and not (after and after.word == "the" and noun.text == ",") else None
        if head is not None and head + 1 < len(tokens):
            noted |= self._noun(tokens, head, name)  # "Ferrow, a market town, is"
        return noted

    def _noun(self, tokens: Sequence[Token], at: int, name: _Named) -> set[int]:
        """Notes the noun at ``at`` for a name, with the words that describe it; its place where it tells a kind."""
        kinds, noun = self.rules.kinds, tokens[at].word
        if noun not in kinds.all | kinds.beside_firms:
            return set()
        noun = "company" if noun in kinds.beside_firms - kinds.firms else noun
        first = at
        while first and tokens[first - 1].tag in {"noun", "adj", "name"} and at - first < 4:
            first -= 1
        self._note(noun, name, [token.word for token in tokens[first:at]])
        return {at}

    def _note(self, noun: str, name: _Named, told: Sequence[str] = ()) -> None:
        self._names[noun].setdefault(name.words, _Kind(name.place, name.led)).told.update(told)

    def _is_person(self, name: str) -> bool:
        parts = name.casefold().split()
        return len(parts) > 1 and parts[0] in GIVEN and parts[-1] not in self.rules.kinds.all

    def substitution(self, text: str, tokens: Sequence[Token], at: int) -> Substitution | None:
        """The name in place of the noun phrase that begins with "the" at ``at``; None where it stays."""
        found = self.meant(tokens, at)
        if found is None:
            return None
        end, name = found
        span = Span(tokens[at].start, tokens[end - 1].end)
        owner = tokens[end - 1].word[-2:] if tokens[end - 1].word.endswith(("'s", "’s")) else ""
        owner = owner[:1] if name.endswith("s") else owner  # "the Owls' founder"
        name = name[:1].upper() + name[1:] if tokens[at].capital else name
        return Substitution(span, text[span.start : span.end], name + owner)

    def meant(self, tokens: Sequence[Token], at: int) -> tuple[int, str] | None:
        """Where the noun phrase that begins with "the" at ``at`` ends, and the name it stands for; None for none."""
        if at + 1 >= len(tokens) or tokens[at].word not in self.rules.definite:
            return None  # "a carrier", "her company"
        if self._lands.noun(tokens, at + 1):
            land = self._lands.meant(tokens[at + 1], tokens[at].start) if self._alone(tokens, at + 1) else None
            return (at + 2, land) if land else None
        kinds, noun = self.rules.kinds, self._noun_behind(tokens, at)
        if noun is None or tokens[noun].capital or not self._alone(tokens, noun):
            return None
        word = without_possessive(tokens[noun].word)
        if word in kinds.beside_firms - kinds.firms and noun == at + 1:
            return None  # "the service"; "the parcel service" tells more
        firm = word in kinds.firms | kinds.beside_firms
        found = self._only(word, tokens[at].start, firm=firm)
        if found is None:
            return None
        name, kind = found
        if any(token.text in name.split() for token in tokens[max(0, at - _JUST) : at]):
            return None
        for token in tokens[at + 1 : noun]:
            known = token.word in kind.told or (token.capital and token.tag in {"adj", "name"} and firm)
            if not known or token.word in _OTHERS:
                return None
        led = kind.led or name.split()[-1][:1].islower()
        return noun + 1, f"{tokens[at].word} {name}" if led else name

    def _noun_behind(self, tokens: Sequence[Token], at: int) -> int | None:
        """Where the noun for a kind stands, at most three words behind the article at ``at``; None for none."""
        nouns = self.rules.kinds.all | self.rules.kinds.beside_firms
        near = range(at + 1, min(len(tokens), at + 2 + _DESCRIBING))
        return next((j for j in near if without_possessive(tokens[j].word) in nouns), None)

    def _only(self, word: str, start: int, *, firm: bool) -> tuple[str, _Kind] | None:
        """The one name of the kind that a noun at an offset is for; None where there are others, or none."""
        kinds = self.rules.kinds
        kin = kinds.firms if firm else kinds.towns if word in kinds.towns else {word}
        found: dict[str, _Kind] = {}
        for each in kin:
            for name, kind in self._names.get(each, {}).items():
                found.setdefault(name, kind)
        found = _merged(found)
        if firm and len(found) > 1:
            found = self._called_so(word, found)
        if len(found) != 1 or any(self._nameless.get(each, start + 1) <= start for each in kin):
            return None
        name, kind = next(iter(found.items()))
        late = self._bare.get(word, start) < kind.place or kind.place >= start
        passing = firm and self._seen[name.split()[0].casefold()] < 2
        return None if (late or passing) and kind.place > _OPENING else (name, kind)

    def _called_so(self, word: str, found: dict[str, _Kind]) -> dict[str, _Kind]:
        """Of several firms the one that "the carmaker" means: all the others are called by what else they do."""
        kinds = self.rules.kinds
        plain = {name for noun in kinds.firms - kinds.any_firm for name in self._names.get(noun, {}) if noun != word}
        own = _merged(self._names.get(word, {})) if word not in kinds.any_firm else {}
        return own if len(own) == 1 and found.keys() - own.keys() <= plain else found

    def _alone(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether nothing behind a noun says more of it or makes it part of another: "the city council"."""
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if without_possessive(tokens[at].word) != tokens[at].word:
            return True
        if after is None or not after.is_word:
            opens = after is not None and after.text in {",", "(", "“", '"'} and at + 2 < len(tokens)
            behind = tokens[at + 2] if opens else None
            return behind is None or not (behind.tag == "rel" or behind.capital or behind.word in {"a", "an", "the"})
        if after.word in self.rules.relatives | self.rules.of_words | {"that", "which", "where"}:
            return False
        if after.tag == "prep" and at + 2 < len(tokens) and tokens[at + 2].word in self.rules.relatives:
            return False  # "the country for which he plays"
        return after.tag not in {"noun", "name", "ing", "pp", "adj"} and not after.capital


def _merged(found: dict[str, _Kind]) -> dict[str, _Kind]:
    """The names without the shorter forms of a longer one: "Bexcombe hotel" of "Bexcombe Park Hotel"."""
    spelled = {name: frozenset(name.casefold().split()) for name in found}
    kept: dict[str, _Kind] = {}
    for name, kind in sorted(found.items(), key=lambda each: (-len(spelled[each[0]]), each[1].place)):
        longer = next((one for one in kept if spelled[name] <= spelled[one]), None)
        if longer is None:
            kept[name] = kind
        else:
            kept[longer].place = min(kept[longer].place, kind.place)
    return kept


def _head(tokens: Sequence[Token], at: int) -> int | None:
    """Where the noun stands that a phrase is of: the last before what follows it; None for none."""
    end = at
    while end < len(tokens) and end - at < _FAR and (tokens[end].tag in {"adj", "noun", "num", "name", "pp"}):
        end += 1
    return end - 1 if end > at and tokens[end - 1].tag == "noun" else None
