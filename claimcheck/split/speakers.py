"""Who a speaker is: from the words of a frame to a name, from a pronoun to the one who can be meant."""

import re
from dataclasses import dataclass, field

from claimcheck.records import Span
from claimcheck.split.aliases import acronyms, find_groups, issuer, one_spelling
from claimcheck.split.languages import Rules
from claimcheck.split.names import Names, name_in
from claimcheck.split.people import People
from claimcheck.split.things import Things
from claimcheck.split.tokens import Token

__all__ = ["Speaker", "Speakers", "is_channel"]

_MOST = 200  # roles that are looked up in the text of one article


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker's name and the words that name them here; ``name`` is None where it stays open who is meant."""

    name: str | None
    span: Span | None


@dataclass(slots=True)
class Speakers:
    """The speakers of an article, in the order they speak."""

    text: str
    names: Names
    rules: Rules
    people: People
    last: str | None = None
    previous: str = ""  # the sentence before
    running: bool = False  # whether that was someone's word
    meant: dict[int, str] = field(default_factory=dict)  # where pronouns stand → whom they mean
    _described: dict[str, str | None] = field(default_factory=dict)
    _issuers: dict[str, str] = field(default_factory=dict)  # documents → whose word they are
    groups: dict[str, str] = field(init=False)  # "men" → "two loggers"
    _short: dict[str, str] = field(init=False)
    _things: Things = field(init=False)

    def __post_init__(self) -> None:
        self._short = acronyms(self.names.text)
        self.groups = find_groups(self.names.text, self.rules)
        self._things = Things(self.names.text, self.rules)

    def resolve(self, tokens: list[Token]) -> Speaker:
        """The speaker that ``tokens`` name; a pronoun finds its one candidate in the sentence before."""
        if not tokens:
            return Speaker(None, None)
        span = Span(tokens[0].start, tokens[-1].end)
        if all(token.word in self.rules.pronouns for token in tokens):
            known = self.meant.get(tokens[0].start)
            if self.running and self._goes_on(tokens[0]):
                known = self.last
            many = tokens[0].word in self.rules.plural_pronouns
            known = known.removeprefix("the ") if known else None
            return Speaker(known or self._one_before(self.previous, many=many), span)
        if found := issuer(tokens, self.rules):
            noun, by = found
            if by:
                named = self.resolve(list(by)).name
                self._issuers[noun] = named or self._issuers.get(noun, "")
            if known := self._issuers.get(noun):
                return Speaker(known, span)
            if all(token.word in self.rules.documents | self.rules.determiners for token in tokens) and self.last:
                return Speaker(self.last, span)
        return Speaker(self._named(tokens), span)

    def _goes_on(self, pronoun: Token) -> bool:
        """Whether who spoke last can be meant: a person of that sex."""
        person = self.people.called(self.last) if self.last else None
        if person is None:
            return False
        female = pronoun.word in self.rules.she
        return pronoun.word not in self.rules.plural_pronouns and person.female in {None, female}

    def _same_sex(self, tokens: list[Token]) -> bool:
        """Whether "the planner" can be the person who spoke last."""
        person = self.people.called(self.last) if self.last else None
        if person is None:
            return False
        return not self.rules.ordinal_dots or person.female in {None, tokens[0].word == "die"}

    def _named(self, tokens: list[Token]) -> str:
        """The name for the words of a speaker: a person in them, a body, a group, else the words themselves."""
        for at in range(len(tokens)):
            found = self.people.at(tokens, at)
            if found and not found[3]:
                return found[0].name
        definite = tokens[0].word in self.rules.definite
        if definite and len(tokens) == 2:
            noun = tokens[1].word
            if person := self.people.by_office(noun) or self.people.by_age(noun):
                return person.name
            if noun in self.groups:
                return self.groups[noun]
            if (
                self.running
                and ("-jährig" in noun or noun.endswith(self.rules.agent_endings or ("\0",)))
                and self._same_sex(tokens)
            ):
                return self.last or ""
        ending = next((each for each in self.rules.source_endings if tokens[-1].word.endswith(each)), "")
        if ending and len(tokens) == 1 and len(tokens[0].word) > len(ending) + 3:
            return tokens[0].text[: -len(ending)].rstrip("-")  # "Polizeiangaben"
        thing = next((name for at in range(len(tokens)) if (name := self._things.named(tokens, at))), None)
        name = thing or self.names.full_name(name_in(tokens, self.text, self.rules))
        if not name[:1].isupper() or definite:
            name = self._by_role(name, self.previous, definite=definite) or name
        name = self.groups.get(name.casefold(), one_spelling(name, tuple(self.names.full.values())) or name)
        return f"{name} ({self._short[name]})" if name in self._short else name

    def _one_before(self, previous: str, *, many: bool) -> str | None:
        """The one that a pronoun can mean: the only one the sentence before names, else the last speaker."""
        if self.last and any(word in self.last.casefold() for word in self.rules.media_words):
            return None
        if many:
            return self.last if self.last and not self.names.people(self.last) else None
        people = self.names.people(previous)
        if len(people) == 1:
            return people.pop()
        return self.last if not people else None

    def _by_role(self, phrase: str, previous: str, *, definite: bool) -> str | None:
        """The person whom the article elsewhere calls by the same role and a name, or the only one just named."""
        key = phrase.casefold()
        known_role = " " in key or key.endswith(self.rules.role_endings or ("\0",))
        if known_role and key not in self._described and len(self._described) < _MOST:
            pattern = re.compile(rf"\b{re.escape(phrase)}[ ]+((?:\w[\w'’-]+[ ]?){{2,3}})", re.IGNORECASE)
            found = {
                name
                for match in pattern.finditer(self.names.text)
                for name in self.names.people(match.group(1))
                if match.group(1)[:1].isupper()
            }
            self._described[key] = found.pop() if len(found) == 1 else None
        if known := self._described.get(key):
            return known
        role = " " not in key and key.endswith(self.rules.role_endings or ("\0",))
        people = self.names.people(previous) if definite and role else set()
        return people.pop() if len(people) == 1 else None


def is_channel(name: str | None, rules: Rules) -> bool:
    """Whether a source is a news agency or a paper, which passes on what others say."""
    return name is not None and any(word in name.casefold() for word in rules.media_words if len(word) > 3)
