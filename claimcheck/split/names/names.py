"""Names in an article: who has a full name, and which full name a surname stands for."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from claimcheck.split.languages import Rules
from claimcheck.split.names.name_forms import (
    INNER,
    PARTICLES,
    SMALL,
    by_given,
    from_given_name,
    name_runs,
    one_person_of,
    opening_words,
    to_initial,
)
from claimcheck.split.words.given_names import GIVEN
from claimcheck.split.words.tellers import is_agent
from claimcheck.split.words.tokens import Token, plain, tokenize

__all__ = ["Names", "inside_name", "is_role", "name_in"]

_FULL = re.compile(
    r"(?<![\w'’-])[^\W\d_a-z][\w'’-]+(?:[ \u00a0](?:(?:van|von|de|bin|du)[ \u00a0](?:(?:der|den|dem|la)[ \u00a0])?)?"
    r"[^\W\d_a-z](?:\.|[\w'’-]*)){1,6}"
)
_NOUN = re.compile(r"\b(?:der|die|den|dem|des|ein|eine|einen|einem) ([^\W\d_a-z][\w-]*)")
_WHOLE = re.compile(r"\w+")
_WORD = re.compile(r"[^\W\d_]+")
_DESCRIBES = re.compile(r"-[a-zäöüß]+(?:e[nrsm]?)$")  # a German adjective of two parts
_APART = re.compile(r"(?<!von )(?<!der )(?<!den )(?<!dem )(?<!zu )\b([A-ZÄÖÜ][\w-]+)")  # without "von" in front
_BEFORE = 24
_NO_SURNAMES = ("ung", "heit", "keit", "schaft", "tion", "tät", "nis", "strasse")  # endings of German nouns for things
_TITLED = re.compile(r"(?:\S+ ){0,4}?[^\W\d_][\w-]+ [„\"“»]([^\"„“”»«]{2,60}?) ?[\"”“«]?")
_MEASURES = frozenset({"euro", "dollar", "franken", "pfund", "prozent", "meter", "kilometer", "liter", "tonnen", "uhr"})
_COMPASS = frozenset({"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"})
_COMMA = re.compile(r",(?!\d)")  # not that of "1,000"
_PAREN = re.compile(r"\s*\([^)]*\)?")


@lru_cache(maxsize=4096)
def is_role(word: str, rules: Rules) -> bool:
    """Whether a word, casefolded, names an office or is a title."""
    return word.endswith(rules.role_endings) or word.strip(".") in rules.titles


def _without_role(words: list[str], rules: Rules) -> list[str]:
    """The words after the last one that names an office or a title; all of them where nothing would be left."""
    if words and words[-1].casefold() in rules.body_words | rules.body_nouns:
        return words  # "Leeds Police Department"
    last = words[-1].casefold() if words else ""
    printed = not rules.comma_bound or any(part in last for part in rules.media_words if len(part) > 3)
    for at in range(len(words) - 1, 0, -1):
        word = words[at - 1].casefold()
        if is_role(word, rules) or (at < len(words) - 1 and not printed and _is_trade(word, rules)):
            return words[at:]
    return words


def _is_trade(word: str, rules: Rules) -> bool:
    """Whether a German word before a name says what someone does: "Trompeter", "Mitgründer", "Verbandschef"."""
    nominative = word.removesuffix("en") if word.endswith(("isten", "anten", "enten")) else word
    return is_agent(nominative, rules) and word not in GIVEN and not word.endswith(("lin", "rlin", "ein"))


def inside_name(tokens: Sequence[Token], at: int, rules: Rules) -> bool:
    """Whether a small word stands inside an English name: "Ann de Wit"."""
    small = not rules.comma_bound and tokens[at].word in SMALL | INNER and not tokens[at].capital
    return small and tokens[at - 1].capital and tokens[at + 1].capital


class Names:
    """The full names of one article."""

    def __init__(self, text: str, rules: Rules) -> None:
        self.text = text
        self.opening = opening_words(rules)
        full: dict[str, set[str]] = defaultdict(set)
        self._apart = frozenset(_APART.findall(text) if rules.comma_bound else ())
        self.words = frozenset(_WHOLE.findall(text))
        self._nouns = frozenset(_NOUN.findall(text) if rules.comma_bound else ())  # no surname stands behind an article
        for match in _FULL.finditer(text):
            before = text[max(0, match.start() - _BEFORE) : match.start()].split()
            for words, follows in name_runs(match.group().rstrip("'’").split(), before[-1] if before else "", rules):
                if name := self._name(words, follows, rules):
                    full[name.split()[-1].casefold()].add(name)
        self._alone = _without_article(text, rules)
        self._full = {surname: name for surname, names in full.items() if (name := one_person_of(names))}
        self._shared = {surname: by_given(names) for surname, names in full.items() if surname not in self._full}

    def _name(self, written: list[str], before: str, rules: Rules) -> str | None:
        """The full name in a run of capitalised words; None where it is none. ``before``: the word in front of it."""
        words = written
        if not words or not words[0][:1].isupper() or not words[-1][:1].isupper():
            return None
        while len(words) > 1 and words[0].casefold() in self.opening:
            words = words[1:]
        words = to_initial(words, self.opening)
        if words[-1].casefold() in rules.pronouns | rules.first_second_person:
            return None  # "Am I"
        if len(words) == 2 and words[0].casefold() in _COMPASS:
            return None  # "East Ukraine" is not what "Ukraine" stands for
        bare = _without_role(words, rules)
        if bare == written and before and _describes(before, rules):
            return None  # "das Unternehmen Daten": two nouns
        words = from_given_name(bare)
        if any("-" in word for word in words[1:-1]):
            return None  # "Rene Benko-Firma Signa"
        if rules.comma_bound and words[0].casefold() in GIVEN:
            # "Hillary Clintons Vorsprung", beside "Clinton"
            owners = (j for j in range(1, len(words)) if words[j].endswith("s") and words[j][:-1] in self.words)
            words = [*words[:j], words[j][:-1]] if (j := next(owners, 0)) else words
        if rules.comma_bound and any(
            word.endswith("s") and len(word) > 4 and word[:-1] in self.words for word in words[:-1]
        ):
            return None  # "Meiers Treffer": whose it is, and a noun
        if words[-1].casefold() in rules.group_nouns | {"anfang", "ende", "mitte"}:
            return None  # "Millionen Frauen", "in Victoria Anfang Mai"
        if words[0].casefold() in _MEASURES:
            return None  # "über jeden Euro Umsatz"
        if rules.comma_bound and words[0].casefold() not in GIVEN and words[-1] in self._nouns:
            return None  # "Erkrankte Urlauber"
        if rules.comma_bound and self._owns(words[0], rules):
            return None  # "Deutschlands Bäcker", "Kates Doppelgängerin"
        if rules.comma_bound and "von" in words[2:-1] and words[-1] in self._apart:
            words = words[: words.index("von")]  # "wurde Jan Holm von Fans gefeiert"
        if rules.comma_bound and any(_DESCRIBES.search(word) for word in words):
            return None  # "USA-freundlichen Politik"
        if rules.comma_bound and words[-1] in self._nouns and words[-1].endswith(_NO_SURNAMES):
            return None  # "dass Miguel Größe 8 hat"
        return " ".join(words) if 2 <= len(words) <= 4 and words[0][:1].isupper() else None

    def _owns(self, word: str, rules: Rules) -> bool:
        """Whether a word in front says whose something is: a country's, or someone's who is named without "s" too."""
        stem = word.removesuffix("s")
        named = stem.casefold() in GIVEN and stem in self.words  # "Kates", beside "Kate"; "Marcos" is a name
        return stem != word and word.casefold() not in GIVEN and (named or stem.casefold() in rules.naming.countries)

    @property
    def full(self) -> Mapping[str, str]:
        """Full names by surname, casefolded, where a surname has just one."""
        return self._full

    def is_shared(self, surname: str) -> bool:
        """Whether several have this surname, casefolded: "Bill Clinton", "Hillary Clinton"."""
        return surname in self._shared

    def which(self, tokens: Sequence[Token], at: int, surname: str) -> str | None:
        """The full name of which the word before a shared surname is part: "Ann" of "Ann Lee"; None for none."""
        before = at - 1
        while before > 0 and tokens[before].capital and tokens[before].word in PARTICLES:
            before -= 1  # "Ann De Lee"
        return self._shared.get(surname, {}).get(tokens[before].word if at else "")

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
            if not rules.comma_bound and at > 0 and tokens[at - 1].text not in {".", "“", '"', "„"}:
                return True
            if rules.comma_bound and token.word in self._alone:
                return True
        return False

    def people(self, text: str) -> set[str]:
        """The full names of those whose surname stands in a text."""
        return {
            self._full[token.word]
            for token in tokenize(text, 0, len(text))
            if token.word in self._full and token.capital
        }


def _describes(word: str, rules: Rules) -> bool:
    """Whether a word before two capitalised ones says that the first is a noun, where nouns have capitals."""
    return rules.comma_bound and word.casefold() in rules.determiners


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


def name_in(tokens: list[Token], text: str, rules: Rules) -> str:
    """The name or the bare noun phrase of a speaker: office, article and brackets left out.

    >>> from claimcheck.split.languages import rules_for
    >>> said = "der ukrainische Präsidentenberater Mychajlo Podoljak"
    >>> name_in(tokenize(said, 0, len(said)), said, rules_for("de"))
    'Mychajlo Podoljak'
    """
    written = _PAREN.sub("", plain(text[tokens[0].start : tokens[-1].end])).replace(" ,", ",")
    titled = _TITLED.fullmatch(written)
    if titled and _titles(written, rules):
        return titled.group(1)  # "das Magazin „Elbblick“"
    words = written.strip('"“”„«» ')
    parts = [part.strip() for part in _COMMA.split(words) if part.strip()]
    for part in reversed(parts):
        run = _last_run(part.split())
        while len(run) > 1 and run[0].casefold() in rules.determiners | rules.starters | rules.weekdays.keys():
            run = run[1:]
        named = _without_role(run, rules)
        if len(named) >= 2 and (len(named) < len(run) or len(parts) > 1 or run == part.split()):
            return " ".join(named)
    phrase = (parts[0] if parts else words).split()
    dated = rules.weekdays.keys()  # "On Thursday Ferrow said"
    partitive = len(phrase) > 2 and phrase[0].casefold() in rules.crowd and phrase[1].casefold() in rules.of_words
    phrase = phrase[2:] if partitive else phrase  # "all of the evidence"
    while len(phrase) > 1 and phrase[0].casefold() in rules.determiners | rules.titles | rules.definite | dated:
        phrase = phrase[1:]
    last = _without_role(phrase, rules)
    name = " ".join(last if last and last[0][:1].isupper() and len(last) < 4 else phrase).strip('"“”„«» ')
    return name if sum(mark in '"“”„«»' for mark in name) % 2 == 0 else re.sub('["“”„«»]', "", name)


def _titles(written: str, rules: Rules) -> bool:
    """Whether the noun before a quoted name is a paper's or a body's, not an article or somebody's office."""
    before = re.split('[„"“»]', written)[0].split()
    noun = before[-1].casefold() if before else ""
    known = rules.body_words | rules.body_nouns
    return noun in known or any(part in noun for part in rules.media_words if len(part) > 3)


def _last_run(words: list[str]) -> list[str]:
    """The capitalised words at the end."""
    at = len(words)
    while at and words[at - 1][:1].isupper():
        at -= 1
    return words[at:]
