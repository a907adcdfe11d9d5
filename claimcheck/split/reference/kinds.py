"""What kind of thing each name of an article is, by what the article says of it: "the carrier" is Aerdal Air.

An article tells it beside the name: "the carmaker Verno", "Ferrow, a market town", "the Bexcombe hotel", "the city of
Leeds". A noun then stands for the one name that is of its kind; two that fit, or another such thing without a name,
leave it as it is.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimcheck.records import Span, Substitution
from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import words
from claimcheck.split.reference.lands import Lands
from claimcheck.split.words.given_names import GIVEN
from claimcheck.split.words.tokens import Token, without_possessive

__all__ = ["Kinds"]

_FIRMS = words(
    """company firm group corporation business manufacturer maker carmaker automaker producer retailer chain airline
    carrier bank lender insurer brokerage supplier operator brewer miner refiner publisher broadcaster giant
    conglomerate startup start-up utility contractor vendor drugmaker chipmaker planemaker supermarket enterprise"""
)
_PLACES = words(
    """city town village county province suburb municipality parish borough hamlet settlement island archipelago
    peninsula resort"""
)
_BODIES = words(
    """agency department ministry commission committee council parliament university college school hospital clinic
    museum station airport club league federation foundation institute party newspaper magazine network channel
    website church mosque temple hotel restaurant theatre theater mine factory stadium bridge river lake prison jail
    charity association union society festival orchestra choir ship vessel ferry yacht plane spacecraft telescope
    satellite rover probe app platform regiment brigade monastery cathedral library gallery nightclub pub zoo park
    tower mall dam canal pipeline reactor refinery mill brewery distillery vineyard estate"""
)
_ANY_FIRM = words("company firm group corporation business giant enterprise conglomerate")
_SERVICES = words("service giant group")  # tell a firm beside its name
_NOUNS = _FIRMS | _PLACES | _BODIES | _SERVICES
_SUFFIXES = words(
    """inc inc. corp corp. co co. ltd ltd. llc plc ag gmbh se airlines airways motors holdings industries technologies
    pharmaceuticals electronics"""
)
_OTHERS = words("another other rival second third new former same next previous similar first last only")
_BEHIND = words("is was became remains")
_OPENING = 700  # characters in which a story may name its firm behind the noun for it
_FAR = 8  # tokens from "a" to the noun that tells the kind
_LONGEST = 6
_CALLED = 12  # tokens between the noun and "known as"


@dataclass(slots=True)
class _Kind:
    """What is known of one name: since where, and in which words."""

    place: int
    told: set[str] = field(default_factory=set)  # the words beside the noun: "parcel" of "parcel service"
    led: bool = False  # "the" stands in front of it
    times: int = 1


@dataclass(slots=True)
class Kinds:
    """The kinds of the names of an article, sentence by sentence."""

    rules: Rules
    _led: bool = False
    _seen: Counter[str] = field(default_factory=Counter)  # how often names begin with a word
    _lands: Lands = field(default_factory=Lands)
    _names: dict[str, dict[str, _Kind]] = field(default_factory=lambda: defaultdict(dict))  # noun → name
    _nameless: dict[str, int] = field(default_factory=dict)  # nouns of which one has no name, and where
    _bare: dict[str, int] = field(default_factory=dict)  # where "the city" first stands

    def read(self, tokens: Sequence[Token]) -> None:
        """The names of the next sentence; lines written like titles tell none."""
        spelled = [token for token in tokens if token.is_word and token.text[:1].isalpha()]
        if self.rules.ordinal_dots or 2 * sum(token.capital for token in spelled) > len(spelled) > 3:
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
            if token.word not in _FIRMS | _PLACES | _BODIES or token.capital or at in told or at == 0:
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
        """Notes what stands beside a name; the places of the nouns that tell it."""
        name = " ".join(token.text for token in tokens[at:end])
        self._seen[tokens[at].word] += 1
        self._led = at > 0 and tokens[at - 1].word in self.rules.definite
        noted: set[int] = set()
        if _is_person(name):
            return noted
        last = tokens[end - 1].word
        if end - at > 1 and last in _FIRMS | _PLACES | _BODIES:
            self._note(last, name, tokens[at].start, ())
        if last in _SUFFIXES and end - at > 1:
            self._note("company", name, tokens[at].start, ())
        first = tokens[at].word
        if end - at > 2 and tokens[at + 1].word == "of" and first in _PLACES | _BODIES:
            self._note(first, name, tokens[at].start, ())
        if at > 1 and tokens[at - 1].tag == "noun" and not tokens[at - 1].capital:  # "the parcel service Aerdal"
            noted |= self._noun(tokens, at - 1, name, tokens[at].start)
        if at > 2 and tokens[at - 1].word == "of" and tokens[at - 2].word in _PLACES:  # "the city of Leeds"
            noted |= self._noun(tokens, at - 2, name, tokens[at].start)
        if end < len(tokens) and tokens[end].tag == "noun" and not tokens[end].capital:
            after = tokens[end + 1] if end + 1 < len(tokens) else None
            if tokens[end].word in _BODIES and not (after and after.tag in {"noun", "name"}):
                self._note(tokens[end].word, f"{name} {tokens[end].text}", tokens[at].start, ())
                noted.add(end)
        noted |= self._known_as(tokens, at, name)
        behind = end < len(tokens) and (tokens[end].text == "," or tokens[end].word in _BEHIND)
        if behind and end + 2 < len(tokens) and tokens[end + 1].word in {"a", "an", "the", "one"}:
            head = _head(tokens, end + 2)
            closed = head is not None and head + 1 < len(tokens)
            if head is not None and closed and (tokens[end + 1].word != "the" or tokens[end].text != ","):
                noted |= self._noun(tokens, head, name, tokens[at].start)
        return noted

    def _known_as(self, tokens: Sequence[Token], at: int, name: str) -> set[int]:
        """``a group of ten cooks, known as the Night Owls``: the noun that begins the phrase tells the kind."""
        start = at - (at > 0 and tokens[at - 1].word in self.rules.definite)
        before = [token.word for token in tokens[max(0, start - 2) : start]]
        if len(before) < 2 or not (before[1] in {"called", "named", "dubbed"} or before == ["known", "as"]):
            return set()
        nouns = (j for j in range(max(1, start - _CALLED), start) if tokens[j].word in _FIRMS | _PLACES | _BODIES)
        found = [j for j in nouns if tokens[j - 1].word in {"a", "an", "one"} or tokens[j - 1].tag in {"adj", "noun"}]
        return self._noun(tokens, found[0], name, tokens[at].start) if len(found) == 1 else set()

    def _noun(self, tokens: Sequence[Token], at: int, name: str, place: int) -> set[int]:
        noun = tokens[at].word
        if noun not in _FIRMS | _PLACES | _BODIES | _SERVICES:
            return set()
        noun = "company" if noun in _SERVICES and noun not in _FIRMS else noun
        first = at
        while first and tokens[first - 1].tag in {"noun", "adj", "name"} and at - first < 4:
            first -= 1
        self._note(noun, name, place, [token.word for token in tokens[first:at]])
        return {at}

    def _note(self, noun: str, name: str, place: int, told: Sequence[str]) -> None:
        known = self._names[noun]
        if name in known:
            known[name].times += 1
        else:
            known[name] = _Kind(place, led=self._led)
        known[name].told.update(told)

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
        noun = at + 1
        while noun < len(tokens) and noun - at <= 3 and not self._is_noun(tokens[noun]):
            noun += 1
        if noun >= len(tokens) or not self._is_noun(tokens[noun]) or tokens[noun].capital:
            return None
        word = without_possessive(tokens[noun].word)
        if not self._alone(tokens, noun):
            return None
        if word in _SERVICES - _FIRMS and noun == at + 1:
            return None  # "the service"; "the parcel service" tells more
        firm = word in _FIRMS | _SERVICES
        nouns = _FIRMS if firm else _PLACES if word in _PLACES else _BODIES
        kin = nouns if nouns is _FIRMS else {word, *({"city", "town"} if word in {"city", "town"} else ())}
        found: dict[str, _Kind] = {}
        for each in kin:
            for name, kind in self._names.get(each, {}).items():
                found.setdefault(name, kind)
        found = _merged(found)
        if nouns is _FIRMS and len(found) > 1:
            found = self._called_so(word, found)
        place = tokens[at].start
        before = min(found.values(), key=lambda kind: kind.place).place if found else place
        late = self._bare.get(word, place) < before or before >= place
        if len(found) != 1 or (late and before > _OPENING):
            return None
        if any(self._nameless.get(each, place + 1) <= place for each in kin):
            return None
        name, kind = next(iter(found.items()))
        if nouns is _FIRMS and self._seen[name.split()[0].casefold()] < 2 and kind.place > _OPENING:
            return None  # named in passing
        if any(token.text in name.split() for token in tokens[max(0, at - 12) : at]):
            return None
        for token in tokens[at + 1 : noun]:
            known = token.word in kind.told or (token.capital and token.tag in {"adj", "name"} and nouns is _FIRMS)
            if not known or token.word in _OTHERS:
                return None
        led = kind.led or name.split()[-1][:1].islower()
        return noun + 1, f"{tokens[at].word} {name}" if led else name

    def _called_so(self, word: str, found: dict[str, _Kind]) -> dict[str, _Kind]:
        """Of several firms the one that "the carmaker" means: all the others are called by what else they do."""
        plain = {name for noun in _FIRMS - _ANY_FIRM for name in self._names.get(noun, {}) if noun != word}
        own = _merged(self._names.get(word, {})) if word not in _ANY_FIRM else {}
        return own if len(own) == 1 and found.keys() - own.keys() <= plain else found

    def _is_noun(self, token: Token) -> bool:
        return without_possessive(token.word) in _NOUNS

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


def _is_person(name: str) -> bool:
    parts = name.casefold().split()
    return len(parts) > 1 and parts[0] in GIVEN and parts[-1] not in _FIRMS | _BODIES | _PLACES


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
