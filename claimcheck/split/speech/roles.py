"""The person whom an article elsewhere calls by a role and a name: "the lead planner" is "lead planner Ann Lee"."""

import re
from collections.abc import Iterator

from claimcheck.split.languages import Rules
from claimcheck.split.names.names import Names
from claimcheck.split.names.people import People

__all__ = ["Roles"]

_NAMED = re.compile(r"[ ]+((?:\w[\w'’-]+[ ]?){2,3})")
_MOST = 200  # roles that are looked up in the text of one article


class Roles:
    """The roles that the speakers of one article are called by, and who has them."""

    def __init__(self, names: Names, people: People, rules: Rules) -> None:
        self.names, self.people, self.rules = names, people, rules
        self._described: dict[str, str | None] = {}
        lower = names.text.lower()
        self._lower = lower if len(lower) == len(names.text) else names.text  # in small letters, if as long

    def person(self, phrase: str, previous: str, *, definite: bool) -> str | None:
        """The person whom the article elsewhere calls by the same role and a name, or the only one just named."""
        key = phrase.casefold()
        known_role = " " in key or key.endswith(self.rules.role_endings)
        if known_role and key not in self._described and len(self._described) < _MOST:
            found = {
                name
                for match in self._behind(phrase)
                for name in self.names.people(match.group(1))
                if match.group(1)[:1].isupper() and self.people.called(name)
            }
            self._described[key] = found.pop() if len(found) == 1 else None
        if known := self._described.get(key):
            return known
        role = " " not in key and key.endswith(self.rules.role_endings)
        named = self.names.people(previous) if definite and role else set()
        only = named.pop() if len(named) == 1 else None
        return only if only and self._fits(key, only) else None

    def _fits(self, role: str, name: str) -> bool:
        """Whether a name may be somebody's of the sex that a role has: "Politikerin" is no man, "SG Elbe" nobody."""
        person = self.people.called(name)
        if person is None:
            return not name.split()[0].isupper()
        return not self.rules.comma_bound or person.female in {None, role.endswith("in")}

    def _behind(self, phrase: str) -> Iterator[re.Match[str]]:
        """Each two or three words that stand behind a phrase in the text, however it is written there."""
        wanted = phrase.lower()
        at = self._lower.find(wanted)
        while at >= 0:
            begins = at == 0 or not self._lower[at - 1].isalnum()
            if begins and (match := _NAMED.match(self.names.text, at + len(wanted))):
                yield match
            at = self._lower.find(wanted, at + 1)
