"""The people of an article: full name, surname, whether "he" or "she", and the offices they are called by."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import words
from claimcheck.split.names.name_forms import INNER, SMALL, surname_at
from claimcheck.split.names.names import Names
from claimcheck.split.words.given_names import FEMALE, GIVEN, MALE
from claimcheck.split.words.tellers import is_agent, office_before, persons
from claimcheck.split.words.tokens import Token, tokenize

__all__ = ["People", "Person", "bare"]

_CLUBS = words(
    """borussia bayern eintracht hertha fortuna arminia dynamo werder bayer hansa energie alemannia viktoria austria
    rapid real inter juventus manchester fc sc sv vfb vfl tsv rb ac as"""
)  # first words of clubs, whose last one is a city
_KNIGHTS = frozenset({"sir", "dame", "lady"})  # titles that stand before a given name
_LONGEST = 60  # letters of a word that may name an office
_OFFICE = 3  # letters of the shortest office
_INITIALS = 2  # letters of what stands for given names: "JD"
_PER_WORD = 2  # tokens that a word of a name may have: an initial and its dot
_AROUND = 4  # tokens before and behind a name in which an office stands


@dataclass(frozen=True, slots=True)
class Person:
    """Someone with a name; ``female`` is None where nothing tells."""

    name: str
    female: bool | None = None


def bare(word: str) -> tuple[str, str]:
    """A word without the ending that says whose, and that ending: "Wray's" → "wray", "'s"."""
    for ending in ("’s", "'s", "’", "'"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)], ending
    return word, ""


def _word_ends(words: Iterable[str]) -> set[str]:
    """What longer words end in, unless a hyphen stands before it."""
    short = [word for word in words if len(word) <= _LONGEST]
    return {word[at:] for word in short for at in range(1, len(word) - _OFFICE + 1) if word[at - 1] != "-"}


class People:
    """Those of an article's full names that are people's, found by surname, by single name and by office."""

    def __init__(self, text: str, names: Names, rules: Rules) -> None:
        self.rules = rules
        self._names = names
        self._opening = names.opening
        self._persons = persons(rules)
        tokens = tokenize(text, 0, len(text))
        self._small = frozenset(token.word for token in tokens if not token.capital)
        self._sexes: dict[str, set[bool]] = defaultdict(set)
        self.ages: dict[str, set[str]] = defaultdict(set)  # who is of an age
        self._offices: dict[str, set[str]] = defaultdict(set)
        known: dict[str, bool] = {}
        for at, token in enumerate(tokens):
            word = surname_at(tokens, at, rules) or bare(token.word)[0]
            full = names.full.get(word) or names.which(tokens, at, word)
            if full and token.capital and full.split()[0].casefold() not in _CLUBS:
                known[full] = self._study(tokens, at, full) or known.get(full, False)
        self._by_surname: dict[str, Person] = {}
        self.shared: dict[str, dict[str, Person]] = defaultdict(dict)  # people by a surname that several have
        for full, person in known.items():
            surname = full.split()[-1].casefold()
            if person and names.is_shared(surname):
                self.shared[surname][full] = Person(full, self._female(full))
            elif person and (surname not in rules.not_people or full.split()[0].casefold() in GIVEN):
                self._by_surname[surname] = Person(full, self._female(full))
        self._single = self._single_names(tokens)
        given: dict[str, list[Person]] = defaultdict(list)
        for each in [*self._by_surname.values(), *(each for held in self.shared.values() for each in held.values())]:
            given[each.name.split()[0].casefold()].append(each)
        self._given = {name: held[0] for name, held in given.items() if len(held) == 1 and name in GIVEN}
        people = {person.name for person in self._by_surname.values()}
        people |= {name for held in self.shared.values() for name in held}
        longer = _word_ends({token.word for token in tokens})
        self.offices = {
            office: self._person(next(iter(held)))
            for office, held in self._offices.items()
            if len(held) == 1 and held <= people and (office not in longer or self._only_one(office, held))
        }

    def _only_one(self, office: str, held: set[str]) -> bool:
        """Whether no other person has a longer German office: "Innenminister" beside "Bundesinnenminister"."""
        longer = {name for each, names in self._offices.items() if each.endswith(office) for name in names}
        return self.rules.comma_bound and longer == held

    def _study(self, tokens: Sequence[Token], at: int, full: str) -> bool:
        """Whether what stands around a name says that it is a person's; offices and sex are noted."""
        rules = self.rules
        parts = full.split()
        if self._names_no_one(parts):
            return False
        words = [part.casefold().strip(".") for part in parts]
        start, least = at, max(0, at - _PER_WORD * len(parts))
        while start > least and tokens[start - 1].capital and tokens[start - 1].word.strip(".") in words[:-1]:
            start -= 1
            start -= start > 0 and tokens[start - 1].text == "." and tokens[start - 2].word in words
        first = parts[0].casefold()
        if first in FEMALE or first in MALE:
            self._sexes[full].add(first in FEMALE)
        person = first in FEMALE or first in MALE
        before = [token.word for token in tokens[max(0, start - 2) : start]]
        title = before[-1] if before and before[-1] != "." else before[0] if before else ""
        if title in rules.titles:
            person = True
            if title in {"mr", "herr", "herrn", "sir", "lord"}:
                self._sexes[full].add(False)
            if title in {"mrs", "ms", "frau", "lady", "miss"}:
                self._sexes[full].add(True)
        person = self._says(tokens, start, at) or self._aged(tokens, start, at, full) or person
        if at - start + 1 < len([part for part in parts if part]):
            inner = start - (start > 1 and tokens[start - 1].word in SMALL | INNER)  # "Minister de Boer"
            if rules.comma_bound and inner and tokens[inner - 1].word.endswith(rules.role_endings):
                self._note(tokens[inner - 1].word, full)  # "Landrätin Meier"
            return person  # a surname alone: what stands before it may be part of another name
        return self._office_before(tokens, start, full) or self._office_behind(tokens, at, full) or person

    def _names_no_one(self, parts: Sequence[str]) -> bool:
        """Whether words with capitals are no one's name: "CBS Leeds", "Fire Rubber Bullets", "Rettungsdienst Pläne"."""
        if parts[0].casefold() in GIVEN:
            return False
        if self.rules.comma_bound:
            return parts[0].casefold().endswith(("dienst", "amt", "zentrum", "verband", "ministerium"))
        letters = parts[0].replace(".", "")
        return (letters.isupper() and len(letters) > _INITIALS) or parts[-1].casefold() in self._small

    def _says(self, tokens: Sequence[Token], start: int, at: int) -> bool:
        """Whether one person says something: "Lee said", "sagte Daman"."""
        rules = self.rules
        if start and tokens[start - 1].word in rules.determiners:
            return False
        comma = next((j for j in range(at + 2, min(len(tokens) - 1, at + 8)) if tokens[j].text == ","), None)
        if (
            at + 1 < len(tokens)
            and tokens[at + 1].text == ","
            and comma
            and tokens[comma + 1].word in rules.speech_verbs
        ):
            return True  # "Ann Lee, defending, said"
        beside = [tokens[j] for j in (start - 1, at + 1) if 0 <= j < len(tokens)]
        return any(
            each.word in rules.speech_verbs and not each.capital and not (rules.comma_bound and each.word.endswith("n"))
            for each in beside
        )

    def _aged(self, tokens: Sequence[Token], start: int, at: int, full: str) -> bool:
        """``54-year-old Jo Beck``; ``Jo Beck, 68,``; ``Jo Beck (54)``."""
        before = tokens[start - 1].word if start else ""
        described = at + 2 < len(tokens) and tokens[at + 1].word in self._persons and tokens[at + 2].capital
        if described:
            return False  # "28-year-old San Marino resident Ann Lee"
        if before[:2].isdigit() and before.endswith(("-year-old", "-jährige", "-jähriger", "-jährigen")):
            self.ages[before[:2]].add(full)
            return True
        behind = tokens[at + 1 : at + 4]
        if len(behind) == 3 and behind[0].text in ",(" and behind[1].text.isdigit() and len(behind[1].text) == 2:
            self.ages[behind[1].text].add(full)
            return True
        return False

    def _office_before(self, tokens: Sequence[Token], start: int, full: str) -> bool:
        """``mayor Ann Lee``, ``his sister, Ann Lee``, ``vice president Ann Lee``."""
        at = start - 1
        if at > 0 and tokens[at].text == ",":
            at = office_before(tokens, at, self._is_office, self._persons, self.rules)
        word = tokens[at].word if at >= 0 else ""
        trade = is_agent(word, self.rules) and tokens[at].capital is self.rules.comma_bound
        if not self._is_office(word) and not trade:
            return False
        before = tokens[at - 1].word if at else ""
        self._note(f"vice {word}" if before == "vice" else word, full)
        return True

    def _office_behind(self, tokens: Sequence[Token], at: int, full: str) -> bool:
        """``Ann Lee, the mayor of``."""
        if at + 2 >= len(tokens) or tokens[at + 1].text != "," or tokens[at + 2].word not in self.rules.determiners:
            return False
        for token, behind in zip_longest(tokens[at + 3 : at + 3 + _AROUND], tokens[at + 4 : at + 3 + _AROUND]):
            if not token.is_word or token.word in self.rules.prepositions:
                return False
            if self._is_office(token.word):
                if behind is not None and behind.word in self.rules.coordinators:
                    return False  # "Bo Lee, his wife and son were there": three people
                self._note(token.word, full)
                return True
        return False

    def _is_office(self, word: str) -> bool:
        rules = self.rules
        return word.endswith(rules.role_endings) or word in self._persons

    def _note(self, office: str, full: str) -> None:
        self._offices[office].add(full)
        if office in self.rules.woman_nouns or (self.rules.comma_bound and office.endswith("in")):
            self._sexes[full].add(True)
        elif office in self.rules.man_nouns or (self.rules.comma_bound and office.endswith(("er", "ent", "or"))):
            self._sexes[full].add(False)

    def _female(self, full: str) -> bool | None:
        sexes = self._sexes[full]
        return next(iter(sexes)) if len(sexes) == 1 else None

    def _single_names(self, tokens: Sequence[Token]) -> dict[str, Person]:
        """Given names that stand alone at least twice: people the article has no surname for."""
        count: dict[str, int] = defaultdict(int)
        written: dict[str, str] = {}
        for at, token in enumerate(tokens):
            if not token.capital or token.word not in GIVEN:
                continue
            beside = (at > 0 and tokens[at - 1].capital and at > 1 and tokens[at - 2].is_word) or (
                at + 1 < len(tokens) and tokens[at + 1].capital
            )
            told = self._aged(tokens, at, at, token.text) or [each.word for each in tokens[at + 1 : at + 2]] == ["aus"]
            count[token.word] += -1000 if beside else 1 + told
            written[token.word] = token.text
        return {
            word: Person(written[word], word in FEMALE)
            for word, times in count.items()
            if times > 1 and word not in self._by_surname
        }

    def at(self, tokens: Sequence[Token], at: int) -> tuple[Person, int, int, str] | None:
        """Who is named at a token: the person, where the name begins and ends, and the ending that says whose.

        Only where the surname, or a single name, is the last of the capitalised words there.
        """
        if not (token := tokens[at]).capital:
            return None
        word, whose = bare(token.word)
        word = (initial := surname_at(tokens, at, self.rules)) or word
        person = self._by_surname.get(word) or self._single.get(word)
        owner = self._by_surname.get(word[:-1]) if self.rules.comma_bound and word.endswith("s") else None
        if person is None and owner and at + 1 < len(tokens) and (tokens[at + 1].capital or not tokens[at + 1].is_word):
            person, whose = owner, "s"  # "Habecks Plan"
        before, after = tokens[at - 1] if at else None, tokens[at + 1] if at + 1 < len(tokens) else None
        behind_name = before and before.capital and before.word not in _KNIGHTS and before.word not in self._opening
        alone = not behind_name and not (after and (after.capital or after.word in SMALL))
        person = person or (self._given.get(word) if alone else None)
        if person is None and word in self.shared and (name := self._names.which(tokens, at, word)):
            person = self.shared[word].get(name)
        thing = person and self.rules.comma_bound and alone and token.tag == "noun" and before and before.tag == "art"
        thing = thing and tokens[max(0, at - 2)].word not in {"von", "van", "zu"}
        firm = after and after.capital and after.word in self.rules.not_people and not behind_name  # "Lee Foods"
        if person is None or thing or firm:  # "in den Ruf", beside Daniela Ruf
            return None
        parts = {part.casefold().strip(".") for part in person.name.split()[:-1]}
        start, least = at, max(0, at - _PER_WORD * (len(parts) + 1))
        while start > least and (
            (tokens[start - 1].word in parts and (tokens[start - 1].capital or tokens[start - 1].word in SMALL | INNER))
            or (
                start > 1
                and tokens[start - 1].text == "."
                and tokens[start - 2].word in parts
                and len(tokens[start - 2].word) < 3
            )
        ):
            start -= 1
        return person, start, at + 1 + bool(initial), whose

    def inside(self, text: str) -> set[str]:
        """The names of those who are named in a text, by any of their names."""
        tokens = tokenize(text, 0, len(text))
        return {each[0].name for at in range(len(tokens)) if (each := self.at(tokens, at)) and not each[3]}

    def called(self, name: str) -> Person | None:
        """The person of this name."""
        last = name.split()[-1].casefold() if name else ""
        person = self._by_surname.get(last) or self._single.get(last) or self.shared.get(last, {}).get(name)
        return person if person and person.name == name else None

    def _person(self, name: str) -> Person:
        surname = name.split()[-1].casefold()
        return self.shared.get(surname, {}).get(name) or self._by_surname[surname]

    def by_office(self, word: str) -> Person | None:
        """The only one whom the article calls by this office, in German also by a longer or shorter word for it."""
        known = self.offices.get(word)
        if known or not self.rules.comma_bound:
            return known
        word = word.removesuffix("en") if word.endswith("enten") else word  # "dem Präsidenten"
        held = {each.name for office, each in self.offices.items() if office.endswith(word) or word.endswith(office)}
        return self._person(held.pop()) if len(held) == 1 and len(word) > _OFFICE else None

    def by_age(self, word: str) -> Person | None:
        """The only one who is of this age: "the 68-year-old", "die 18-Jährige"."""
        if not word[:2].isdigit() or "-" not in word:
            return None
        held = self.ages.get(word[:2], set())
        return self.called(next(iter(held))) if len(held) == 1 else None
