"""Names in an article: who has a full name, and which full name a surname stands for."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from claimcheck.split.given_names import FEMALE, MALE
from claimcheck.split.languages import Rules
from claimcheck.split.tokens import Token, plain, tokenize

__all__ = ["Names", "is_role", "name_in"]

_FULL = re.compile(
    r"(?<![\w'’-])[^\W\d_a-z][\w'’-]+(?:[ \u00a0](?:(?:van|von|de|bin|du)[ \u00a0])?[^\W\d_a-z](?:\.|[\w'’-]*)){1,6}"
)
_WHOLE = re.compile(r"\w+")
_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = 24
_PAREN = re.compile(r"\s*\([^)]*\)?")


@lru_cache(maxsize=4096)
def is_role(word: str, rules: Rules) -> bool:
    """Whether a word, casefolded, names an office or is a title."""
    return word.endswith(rules.role_endings or ("\0",)) or word.strip(".") in rules.titles


def _without_role(words: list[str], rules: Rules) -> list[str]:
    """The words after the last one that names an office or a title; all of them where nothing would be left."""
    if words and words[-1].casefold() in rules.body_words | rules.body_nouns:
        return words  # "Leeds Police Department"
    for at in range(len(words) - 1, 0, -1):
        if is_role(words[at - 1].casefold(), rules):
            return words[at:]
    return words


class Names:
    """The full names of one article."""

    def __init__(self, text: str, rules: Rules) -> None:
        self.text = text
        full: dict[str, set[str]] = defaultdict(set)
        self.words = frozenset(_WHOLE.findall(text))
        for match in _FULL.finditer(text):
            words = match.group().rstrip("'’").split()
            if rules.ordinal_dots and any(word.islower() for word in words):
                continue  # "Angaben von Meier": a noun and a name
            if not words[0][:1].isupper() or not words[-1][:1].isupper():
                continue
            while len(words) > 1 and words[0].casefold() in rules.starters | rules.determiners | rules.prepositions:
                words = words[1:]
            before = text[max(0, match.start() - _BEFORE) : match.start()].split()
            bare = _without_role(words, rules)
            if bare == words and len(words) == len(match.group().split()) and before and _describes(before[-1], rules):
                continue  # "das Unternehmen Daten": two nouns
            words = _from_given_name(bare)
            if any("-" in word for word in words[1:-1]):
                continue  # "Rene Benko-Firma Signa"
            if rules.ordinal_dots and any(
                word.endswith("s") and len(word) > 4 and word[:-1] in self.words for word in words[:-1]
            ):
                continue  # "Meiers Treffer": whose it is, and a noun
            if words[-1].casefold() in rules.group_nouns:
                continue  # "Millionen Frauen"
            if 2 <= len(words) <= 4 and words[0][:1].isupper():
                full[words[-1].casefold()].add(" ".join(words))
        self._alone = _without_article(text, rules)
        self._full = {surname: min(names, key=len) for surname, names in full.items() if _one_person(names)}

    @property
    def full(self) -> Mapping[str, str]:
        """Full names by surname, casefolded, where a surname has just one."""
        return self._full

    def full_name(self, name: str) -> str:
        """The full name a surname stands for, where the article knows exactly one; else the name itself."""
        return name if " " in name else self._full.get(name.casefold(), name)

    def named(self, tokens: list[Token], rules: Rules) -> bool:
        """Whether tokens name someone or something: a surname, capitals inside, or a capital where nouns are small."""
        for at, token in enumerate(tokens):
            if not token.capital or token.word in rules.starters:
                continue
            letters = token.text[1:]
            if token.word in self._full or any(letter.isupper() for letter in letters):
                return True
            if not rules.ordinal_dots and at > 0 and tokens[at - 1].text not in {".", "“", '"', "„"}:
                return True
            if rules.ordinal_dots and token.word in self._alone:
                return True
        return False

    def people(self, text: str) -> set[str]:
        """The full names of those whose surname stands in a text."""
        return {
            self._full[token.word]
            for token in tokenize(text, 0, len(text))
            if token.word in self._full and token.capital
        }


def _from_given_name(words: list[str]) -> list[str]:
    """The words from a given name on, where something else stands before it: "Massachusetts Joshua Levy"."""
    known = MALE | FEMALE
    first = next((at for at, word in enumerate(words[:-1]) if word.casefold() in known), 0)
    return words[first:]


def _describes(word: str, rules: Rules) -> bool:
    """Whether a word before two capitalised ones says that the first is a noun, where nouns have capitals."""
    return rules.ordinal_dots and word.casefold() in rules.determiners


def _without_article(text: str, rules: Rules) -> frozenset[str]:
    """Capitalised words that stand in the text at least twice and never with a determiner: names of places, bodies."""
    count: dict[str, int] = defaultdict(int)
    before = ""
    for match in _WORD.finditer(text):
        word = match.group()
        if word[:1].isupper():
            count[word.casefold()] += -1000 if before in rules.determiners else 1
        before = word.casefold()
    return frozenset(word for word, times in count.items() if times > 1)


def _one_person(names: set[str]) -> bool:
    """Whether the shortest name ends all the others: roles may stand before it."""
    shortest = min(names, key=len)
    return all(name.endswith(shortest) for name in names)


def name_in(tokens: list[Token], text: str, rules: Rules) -> str:
    """The name or the bare noun phrase of a speaker: office, article and brackets left out.

    >>> from claimcheck.split.languages import rules_for
    >>> said = "der ukrainische Präsidentenberater Mychajlo Podoljak"
    >>> name_in(tokenize(said, 0, len(said)), said, rules_for("de"))
    'Mychajlo Podoljak'
    """
    words = _PAREN.sub("", plain(text[tokens[0].start : tokens[-1].end])).replace(" ,", ",").strip('"“”„«» ')
    parts = [part.strip() for part in words.split(",") if part.strip()]
    for part in reversed(parts):
        run = _last_run(part.split())
        while len(run) > 1 and run[0].casefold() in rules.determiners | rules.starters:
            run = run[1:]
        named = _without_role(run, rules)
        if len(named) >= 2 and (len(named) < len(run) or len(parts) > 1 or run == part.split()):
            return " ".join(named)
    phrase = (parts[0] if parts else words).split()
    partitive = len(phrase) > 2 and phrase[0].casefold() in rules.crowd and phrase[1].casefold() in rules.of_words
    phrase = phrase[2:] if partitive else phrase  # "all of the evidence"
    while len(phrase) > 1 and phrase[0].casefold() in rules.determiners | rules.titles | rules.definite:
        phrase = phrase[1:]
    last = _without_role(phrase, rules)
    return " ".join(last if last and last[0][:1].isupper() and len(last) < 4 else phrase).strip('"“”„«» ')


def _last_run(words: list[str]) -> list[str]:
    """The capitalised words at the end."""
    at = len(words)
    while at and words[at - 1][:1].isupper():
        at -= 1
    return words[at:]
