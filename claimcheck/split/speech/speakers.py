"""Who a speaker is: from the words of a frame to a name, from a pronoun to the one who can be meant."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimcheck.records import Span
from claimcheck.split.languages import Rules
from claimcheck.split.names.aliases import acronyms, both, find_groups, issuer, one_spelling, spelled_out
from claimcheck.split.names.meant import bare_pronoun, can_mean, is_known_one, may_be_someone, telling_words
from claimcheck.split.names.names import Names, name_in
from claimcheck.split.names.people import People
from claimcheck.split.reference.bodies import Bodies
from claimcheck.split.reference.kinds import Kinds
from claimcheck.split.reference.things import Things
from claimcheck.split.speech.agents import (
    are_many,
    for_another,
    is_agent_phrase,
    is_list,
    is_nobodys_view,
    is_owned_view,
    only_described,
    titled_from,
    without_attribute,
)
from claimcheck.split.speech.issuers import Issuers
from claimcheck.split.speech.roles import Roles
from claimcheck.split.speech.voice import Voice
from claimcheck.split.words.cases import OF_HIM, nominative, without_adjective
from claimcheck.split.words.given_names import GIVEN
from claimcheck.split.words.pronouns import WHOSE
from claimcheck.split.words.tellers import can_speak, joined
from claimcheck.split.words.tokens import Token, plain, without_possessive

__all__ = ["Speaker", "Speakers"]

_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]")  # of a name at the end of its sentence: "U.N"


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
    channel: str | None = None  # the agency or paper named last
    silent: int = 0  # sentences since someone's word
    several: bool = False  # whether two or more spoke last: "Lee and Park said"
    dictating: tuple[str, int] | None = None  # who was let speak with a colon, and for how many blocks more
    subject: str | None = None  # the person that the sentence before was about
    spoken_of: list[Token] = field(default_factory=list)  # the words for whom or what it was about
    stand: str | None = None  # who took a stand in one of the sentences since somebody's word
    meant: dict[int, str] = field(default_factory=dict)  # where pronouns stand → whom they mean
    topic: str | None = None  # the body that the sentences before were about
    _called: set[str] = field(default_factory=set)  # speakers named by a name that no body's noun stands in
    kinds: Kinds | None = None  # what the names of the article are
    voices: dict[int, Voice] = field(default_factory=dict)  # where sentences begin that are somebody's word
    issuers: Issuers = field(init=False)
    _roles: Roles = field(init=False)
    _alike: dict[str, list[str]] = field(init=False)  # full names by how their surnames begin
    groups: dict[str, str] = field(init=False)  # "men" → "two loggers"
    _short: dict[str, str] = field(init=False)
    _things: Things = field(init=False)
    _bodies: Bodies = field(init=False)

    def __post_init__(self) -> None:
        self._short, self.groups = acronyms(self.names.text), find_groups(self.names.text, self.rules)
        self._things, self._bodies = Things(self.names.text, self.rules), Bodies(self.text, self.rules)
        self.issuers = Issuers(self.names.text, self.rules)
        self._roles = Roles(self.names, self.people, self.rules)
        self._alike = defaultdict(list)
        for full in self.names.full.values():
            self._alike[full.split()[-1][:3].casefold()].append(full)

    def resolve(self, tokens: list[Token], *, one: bool = False) -> Speaker:
        """The speaker that ``tokens`` name; a pronoun finds its candidate before. ``one``: its verb is a singular."""
        tokens = telling_words(tokens, self.rules)
        if not tokens:
            return Speaker(None, None)
        span = Span(tokens[0].start, tokens[-1].end)
        if pronoun := bare_pronoun(tokens, self.rules):
            return Speaker(self._of_pronoun(pronoun, one=one), span)
        if is_owned_view(tokens[:2], self.rules):
            if owner := self.people.at(tokens[:2], 0):
                return Speaker(owner[0].name, span)
            return self.resolve(tokens[:1])  # "seiner Ansicht nach", "nach Meiers Worten", "their version of it"
        if is_nobodys_view(tokens, self.rules):
            return Speaker(None, span)
        self.several = joined(tokens, self.rules)
        if found := issuer(tokens, self.rules):
            return Speaker(self._of_document(tokens, *found), span)
        name = self._named(tokens)
        paper = len(tokens) == 2 and tokens[0].word == "the"  # "the Independent"
        is_body = paper or not self.rules.body_words.isdisjoint(name.casefold().split())
        if any(token.tag == "name" for token in tokens) and (not is_body or self.people.called(name)):
            self._called.add(name)
        return Speaker(f"{name}." if _INITIALS.fullmatch(name) else name, span)

    def _of_document(self, tokens: list[Token], noun: str, by: Sequence[Token]) -> str | None:
        """Whose word a document is: its issuer's, here or elsewhere; "the statement" is the last speaker's."""
        if tokens[0].word in self.rules.his | WHOSE:  # "according to his research"
            return self.resolve(tokens[:1]).name if tokens[0].word not in WHOSE else None
        if by and (any(token.capital for token in by) or can_speak(list(by), self.rules)):
            named = self.resolve(list(by)).name
            self.issuers.note(noun, named)
            if named and not self.rules.comma_bound:
                return named
        if is_known_one(tokens, noun, self.rules) and (known := self.issuers.of(noun)):
            return spelled_out(known, self._short)
        known_ones = self.rules.documents | self.rules.determiners | self.rules.definite
        bare = all(token.word in known_ones for token in tokens)
        meant = self.rules.comma_bound and self.running and tokens[0].word in self.rules.definite
        if meant and noun in self.rules.reports and self.people.called(self.last or ""):
            return self.channel or self._named(tokens)  # "dem Bericht zufolge": of the paper, not of who spoke last
        same = noun in self.rules.own_documents or meant
        if bare and same and tokens[0].word not in self.rules.indefinite and self.last:
            return self.last
        return self._named(tokens)

    def _of_pronoun(self, pronoun: Token, *, one: bool) -> str | None:
        """Whom a pronoun means: who spoke in the sentence before, whom the article's references find, the one near."""
        many = pronoun.word in self.rules.plural_pronouns
        known = self.meant.get(pronoun.start)
        if self.running and (self.several if many else self._goes_on(pronoun)):
            known = self.last
        known = known.removeprefix("the ") if known else None
        if known is None and pronoun.word in self.rules.it - self.rules.he - self.rules.his:
            body = self.last if self.last and not self.people.called(self.last) else None
            return body or self.topic
        found = known or self._one_before(pronoun, self.previous, many=many)
        person = self.people.called(found) if found and one else None
        if person and person.female is False and pronoun.word in self.rules.she:
            return self.subject if self.subject != found and self._fits(pronoun, self.subject) else None
        return found

    def _goes_on(self, pronoun: Token) -> bool:
        """Whether who spoke last can be meant: one person, of that sex."""
        if not self.last or pronoun.word in self.rules.plural_pronouns | self.rules.it - self.rules.he:
            return False
        return self.is_someone(self.last) and can_mean(pronoun, self.last, self.people, self.rules)

    def _same_sex(self, tokens: list[Token], name: str | None) -> bool:
        """Whether "the planner" can be a person."""
        person = self.people.called(name) if name else None
        fits = not self.rules.comma_bound or (person and person.female in {None, tokens[0].word == "die"})
        return person is not None and bool(fits)

    def _of_agent(self, tokens: list[Token]) -> str | None:
        """The person meant by what they do: who spoke last, in German also whom the sentence before was about."""
        aged = tokens[-1].word.endswith("-year-old")
        if not aged and not is_agent_phrase(tokens, self.rules):
            return None
        if self.running and self._same_sex(tokens, self.last):
            return self.last or ""
        return self.subject if (aged or self.rules.comma_bound) and self._same_sex(tokens, self.subject) else None

    def _named(self, tokens: list[Token]) -> str:
        """The name for the words of a speaker: a person in them, a body, a group, else the words themselves."""
        tokens = without_attribute(tokens, self.rules)
        behind = self.rules.of_words | self.rules.belonging | {"um"}
        held = [(at, each) for at in range(len(tokens)) if (each := self.people.at(tokens, at)) and not each[3]]
        heads = [each for at, each in held if tokens[titled_from(tokens, each[1], self.rules) - 1].word not in behind]
        if held and (heads or (self.rules.comma_bound and not for_another(tokens, held[0][1][1], self.rules))):
            apart = self.rules.comma_bound or any(token.text == "," for token in tokens)  # "Ann Lee, head of Park"
            one = (heads or [each for _, each in held])[0 if apart else -1]  # "Park Bank analyst Ann Lee"
            return both(tokens, heads, self.rules) or one[0].name
        owner = self.people.at(tokens, len(tokens) - 1) if self.rules.comma_bound and len(tokens) < 3 else None
        if owner:
            return owner[0].name  # "den Worten Meiers zufolge"
        definite = tokens[0].word in self.rules.definite and not are_many(tokens, self.rules)
        if definite and (len(tokens) == 2 or only_described(tokens)):
            noun = tokens[-1].word
            if person := self.people.by_office(noun) or self.people.by_age(noun):
                return person.name
            if noun in self.groups:
                return self.groups[noun]
            if (agent := self._of_agent(tokens)) is not None:
                return agent
        owned = any(token.word.endswith(("'s", "’s")) for token in tokens)
        sought = () if owned else range(len(tokens))  # "the bank's director" is not the bank
        thing = next((name for at in sought if (name := self._things.named(tokens, at))), None)
        if thing is None and (body := self._body(tokens)):
            return spelled_out(body, self._short)
        ending = next((each for each in self.rules.source_endings if tokens[-1].word.endswith(each)), "")
        if ending and len(tokens) == 1 and len(tokens[0].word) > len(ending) + 3:
            people = ending in {"kreisen", "berichten"}  # "Polizeiangaben", "Regierungskreisen"
            return tokens[0].text[:-1] if people else tokens[0].text[: -len(ending)].rstrip("-")
        cut = len(tokens) == 2 and tokens[1].start - tokens[0].end > 1  # what stood between them is left out
        named = tokens[1].text if cut else without_possessive(name_in(tokens, self.text, self.rules))
        if held and not heads and not self.rules.comma_bound:  # "spokesman for Mr Lee"
            named = plain(self.text[tokens[int(tokens[0].tag == "art")].start : tokens[-1].end])
        name = thing or (named if held and not heads else self.names.full_name(named))
        if thing is None and self.rules.comma_bound:
            name = nominative(name, tokens, self.rules, self.names.words)
        if is_list(tokens, self.rules):
            return plain(self.text[tokens[0].start : tokens[-1].end])
        crowd = self.rules.group_nouns | self.rules.body_words | self.rules.tellers
        if (not name[:1].isupper() or definite) and name.casefold() not in crowd:
            name = self._roles.person(name, self.previous, definite=definite) or name
        name = self.groups.get(name.casefold(), one_spelling(name, self._alike[name[:3].casefold()]) or name)
        name = self._bodies.in_full(without_adjective(name) if tokens[0].word in OF_HIM else name)
        return spelled_out(name, self._short)

    def _body(self, tokens: list[Token]) -> str | None:
        """The body that "the agency" means, or for whom "a spokeswoman" speaks."""
        if self.kinds and (kind := self.kinds.meant(tokens, 0)) and kind[0] == len(tokens):
            return kind[1].removeprefix("the ").removeprefix("The ")
        named = self._bodies.named(tokens, tokens[0].start)
        full = self.names.full.get(self.last.split()[-1].casefold()) if self.last else None
        last = self.last if self.last != full else None
        if last and any(word in self.rules.documents for word in last.casefold().split()):
            last = None
        if named and tokens[-1].word in named.casefold().split():
            return named  # "the bank" is the Bank of Exland
        if (firm := self._bodies.is_firm(tokens)) or named:
            return (self.topic if firm else None) or named or last
        owned = tokens[0].word.endswith(("'s", "’s"))  # "Nordline's spokesman"
        if len(tokens) <= 2 and tokens[-1].word in self.rules.spokespeople and not owned:
            words = last.casefold().split() if last else []
            if last and any(word.endswith(tokens[-1].word) for word in words):
                return last
            person = any(word.endswith(tuple(self.rules.spokespeople)) for word in words) or self.people.called(
                last or ""
            )
            last = None if person else last
            return f"{tokens[-1].text} ({self._bodies.in_full(body)})" if (body := self.topic or last) else None
        return None

    def about(self, tokens: list[Token]) -> None:
        """Notes what a sentence is about, where its subject is a person or a body with a name."""
        self.spoken_of = tokens
        if not bare_pronoun(tokens, self.rules):
            found = next((each for at in range(len(tokens)) if (each := self.people.at(tokens, at))), None)
            meant = self._of_agent(tokens) if self.rules.comma_bound and len(tokens) == 2 else None  # "Der Manager"
            self.subject = found[0].name if found and not found[3] else meant
        words = [token for token in tokens if token.is_word and token.word not in self.rules.weekdays]
        lone = [len(words), words[-1].tag] == [2, "name"] if words else False  # "die Nordair"
        if words and words[0].word in self.rules.definite and (lone or not self.rules.comma_bound):
            words = words[1:]
        small = {token.word for token in words if not token.capital} - self.rules.of_words - {"for", "and", "the"}
        if not words or small or not words[-1].capital or words[0].tag not in {"name", "noun"}:
            return
        known = any(self.people.at(words, at) or words[at].word in GIVEN for at in range(len(words)))
        if known or words[-1].word in self.rules.not_agents or words[0].word in self.rules.titles:
            return
        if any(token.tag == "name" for token in words) or (not self.rules.comma_bound and len(words) > 1):
            self.topic = " ".join(token.text for token in words)

    def _one_before(self, pronoun: Token, previous: str, *, many: bool) -> str | None:
        """The one that a pronoun can mean: the only one the sentence before names, else who spoke last."""
        if self.last and any(word in self.last.casefold() for word in self.rules.media_words):
            return None
        if many:
            several = self.several or len(self.names.people(previous)) > 1
            return self.last if self.last and (several or not self.people.called(self.last)) else None
        named = self.names.people(previous)
        people = {name for name in named if self.people.called(name)}
        people = people or (set() if self.rules.comma_bound else self.people.inside(previous))  # "Sir Ivo"
        begins = self.people.inside(" ".join(previous.split()[:3])) if len(people) > 1 else set()
        for each in () if self.rules.comma_bound else (self.subject, *begins):  # "Lee, who met Park, won"
            if each in people and self._fits(pronoun, each):
                return each
        people = people or (named if len(named) == 1 and self._may_be_meant(pronoun, *named) else set())
        if len(people) == 1 and self._fits(pronoun, next(iter(people))):
            return people.pop()
        near = self.last if self.running or not self.subject else self.subject
        return near if not people and self._fits(pronoun, near) else None

    def _may_be_meant(self, pronoun: Token, name: str) -> bool:
        """Whether a pronoun may mean a name that is no known person's: nobody known is near, and it is no thing's."""
        near = self.subject or self.last
        thing = self.rules.comma_bound and name.casefold().endswith((*self.rules.act_nouns, "heit", "keit"))
        known = near is not None and self.people.called(near) is not None and self._fits(pronoun, near)
        return not thing and (self.is_someone(name) or not known)

    def is_someone(self, name: str) -> bool:
        """Whether a speaker is one person, or may be one of whom only the surname is known."""
        return name in self._called or may_be_someone(name, self.people, self.rules)

    def _fits(self, pronoun: Token, name: str | None) -> bool:
        """Whether a pronoun can mean someone."""
        return can_mean(pronoun, name, self.people, self.rules)
