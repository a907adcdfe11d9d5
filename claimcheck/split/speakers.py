"""Who a speaker is: from the words of a frame to a name, from a pronoun to the one who can be meant."""

import re
from dataclasses import dataclass, field

from claimcheck.records import Span
from claimcheck.split.languages import Rules
from claimcheck.split.names import Names, name_in
from claimcheck.split.tokens import Token

__all__ = ["Speaker", "Speakers"]

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
    last: str | None = None
    previous: str = ""  # the sentence before
    _described: dict[str, str | None] = field(default_factory=dict)

    def resolve(self, tokens: list[Token]) -> Speaker:
        """The speaker that ``tokens`` name; a pronoun finds its one candidate in the sentence before."""
        previous = self.previous
        if not tokens:
            return Speaker(None, None)
        span = Span(tokens[0].start, tokens[-1].end)
        if all(token.word in self.rules.pronouns for token in tokens):
            return Speaker(self._one_before(previous, many=tokens[0].word in self.rules.plural_pronouns), span)
        name = self.names.full_name(name_in(tokens, self.text, self.rules))
        if not name[:1].isupper() or tokens[0].word in self.rules.definite:
            name = self._by_role(name, previous, definite=tokens[0].word in self.rules.definite) or name
        return Speaker(name, span)

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
