"""How names are built: given names, surnames of one or several words, and the words that begin no name."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

from claimcheck.split.languages import Rules
from claimcheck.split.words.given_names import FEMALE, GIVEN, MALE
from claimcheck.split.words.tokens import Token, without_possessive

__all__ = [
    "INNER",
    "PARTICLES",
    "SMALL",
    "by_given",
    "from_given_name",
    "name_runs",
    "one_person_of",
    "opening_words",
    "surname_at",
    "to_initial",
]

_INITIAL = re.compile(r"[^\W\d_a-z]\.")
SMALL = frozenset({"van", "von", "de", "bin", "du"})  # small words inside a name
INNER = frozenset({"der", "den", "dem", "la"})  # those that only follow one of them: "von der Aue"
PARTICLES = frozenset({"de", "van", "von", "la", "le", "di", "da", "del", "della", "dos", "el", "al", "der", "den"})
_TOWARDS = frozenset({"richtung"})  # "Busse fuhren Richtung Zagreb"


@lru_cache(maxsize=8)
def opening_words(rules: Rules) -> frozenset[str]:
    """The words that begin no name, whatever their capital: "Only Ina Lee", "In Kiel", "Mein Bruder"."""
    pointing = rules.pronouns | rules.first_second_person | rules.starters | rules.determiners
    linking = rules.prepositions | rules.adverbs | rules.coordinators | rules.subordinators | rules.auxiliaries
    return (pointing | linking | rules.weekdays.keys() | _TOWARDS) - MALE - FEMALE


def to_initial(words: list[str], opening: frozenset[str]) -> list[str]:
    """The words up to an initial behind which a sentence begins: "Jan R. Der" is Jan R."""
    pairs = enumerate(pairwise(words))
    ends = (at + 1 for at, (word, after) in pairs if at and _INITIAL.fullmatch(word) and after.casefold() in opening)
    return words[: next(ends, len(words))]


def from_given_name(words: list[str]) -> list[str]:
    """The words from a given name on, where something else stands before it: "Massachusetts Joshua Levy"."""
    first = next((at for at, word in enumerate(words[:-1]) if word.casefold() in GIVEN), 0)
    return words[first:]


def one_person_of(names: set[str]) -> str | None:
    """The name that all the names of a surname end in: roles may stand before it; None for two people.

    Where only longer ones begin with a given name, it is the shortest of these: "Walt Orme Lee" beside "Orme Lee".
    """
    names = {name for name in names if not any(_is_surname_of(name, other) for other in names)}
    given = {name for name in names if name.split()[0].casefold() in GIVEN}
    shortest = min(given or names, key=lambda name: (len(name), name))
    if given and all(name in given or shortest.endswith(f" {name}") for name in names):
        names = given
    if all(name.endswith(shortest) for name in names):
        return shortest
    if given:  # "Jo Lee" and "Jo B. Lee" are one
        return shortest if names == given and len({name.split()[0] for name in given}) == 1 else None
    reversed_words = [name.split()[::-1] for name in names]
    shared = len(list(takewhile(lambda same: len(set(same)) == 1, zip(*reversed_words, strict=False))))
    return " ".join(shortest.split()[-shared:]) if shared > 1 else None


def _is_surname_of(name: str, other: str) -> bool:
    """Whether a name is another's surname alone, at the front of a sentence: "De Boer" of "Jan de Boer"."""
    small = name.split()[0].casefold() in SMALL
    return small and len(other) > len(name) and other.casefold().endswith(f" {name.casefold()}")


def by_given(names: set[str]) -> dict[str, str]:
    """The names of one surname by the word before it, without those that only have a role in front.

    Where that word is of several ("Ann Mary Lee", "Bo Mary Lee"), the first in the order of letters.
    """
    given = {name for name in names if name.split()[0].casefold() in GIVEN}
    alone = {end for name in given for end in _ends(name)} - given  # "De Lee" of "Ann De Lee"
    known = names - alone
    kept = [name for name in sorted(known, reverse=True) if not any(end in known for end in _ends(name))]
    return {_before_surname(name.split()).casefold(): name for name in kept}


def _before_surname(words: Sequence[str]) -> str:
    """The word before a surname of one word, or of one with a particle in front."""
    at = len(words) - 2
    while at > 0 and words[at].casefold() in PARTICLES:
        at -= 1
    return words[at]


def _ends(name: str) -> Iterator[str]:
    """What a name says without its first words: "Mary Lee", "Lee" of "Ann Mary Lee"."""
    words = name.split()
    return (" ".join(words[at:]) for at in range(1, len(words)))


def name_runs(words: list[str], before: str, rules: Rules) -> Iterator[tuple[list[str], str]]:
    """Runs of words that can be a name, each with the word in front of it: cut at small words and behind owners.

    A small word stays between a given name and a surname ("Ursula von der Leyen").
    """
    run: list[str] = []
    for at, word in enumerate(words):
        noble = bool(run) and at + 1 < len(words)
        noble = noble and (run[-1].casefold() in GIVEN or (run[-1] in SMALL and word in INNER))
        if word[:1].islower() and (rules.comma_bound or word.casefold() not in SMALL) and not noble:
            yield run, before
            run, before = [], word
            continue
        owner = without_possessive(word)
        run = [*run, owner]
        if owner != word:
            yield run, before
            run, before = [], word
    yield run, before


def surname_at(tokens: Sequence[Token], at: int, rules: Rules) -> str | None:
    """The initial that stands for a surname in German court reports, with its dot: "R." of "Jan R."; None elsewhere."""
    dotted = at + 1 < len(tokens) and tokens[at + 1].text == "." and rules.comma_bound
    return f"{tokens[at].word}." if dotted and tokens[at].capital and len(tokens[at].word) == 1 else None
