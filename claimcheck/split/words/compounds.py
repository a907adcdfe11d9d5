"""German compounds for the things of an article: "das Ministerium" behind "das Verteidigungsministerium".

A plain noun is the compound with that head where the article has one such compound only, not far before it.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimcheck.split.words.tokens import Token

__all__ = ["Compounds"]

_PREFIX = 3  # letters that a noun has before its head
_TAIL = 4  # letters of the shortest head, and those at the end by which compounds are looked up
_TELLING = 7  # letters of a first part that tells by itself, though it stands once
_NEAR = 600  # characters within which the compound must stand
_RELATED = ("tochter", "schwester", "mutter", "partner", "konkurrenz", "nachbar", "teil")  # "Tochterunternehmen"
_CASES = ("", "n", "en", "s", "es")


@dataclass(slots=True)
class Compounds:
    """The long nouns of one article with where they stand, by their last letters."""

    _places: dict[str, dict[str, list[int]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    _written: dict[str, str] = field(default_factory=dict)  # as the text has them: "EU-Kommission"

    def read(self, tokens: Sequence[Token]) -> None:
        """The nouns of the next sentence."""
        for token in tokens:
            if token.tag == "noun" and token.capital and len(token.word) > _PREFIX + 3:
                self._places[token.word[-_TAIL:]][token.word].append(token.start)
                self._written.setdefault(token.word, token.text)

    def of(self, noun: Token) -> str | None:
        """The compound that a plain noun stands for, with the ending of its case; None where none is plain."""
        word = noun.word
        heads = {head for case in _CASES if len(head := word.removesuffix(case)) >= _TAIL}
        forms = {head: tuple(head + case for case in _CASES) for head in heads}
        prefixes: dict[str, list[int]] = {}
        written, tails = noun.word, set[str]()
        for end in {form[-_TAIL:] for declined in forms.values() for form in declined}:
            for each, places in self._places.get(end, {}).items():
                for head, declined in forms.items():
                    if each.endswith(declined):
                        cut = each.rfind(head)
                        if cut >= _PREFIX:
                            prefixes[each[:cut]] = prefixes.get(each[:cut], []) + places
                            tails.add(each[cut:])
                            written = self._written[each][: cut - len(each)]  # a word has "ss" for "ß"
                        break
        if len(prefixes) != 1 or all(_other_number(word, tail) for tail in tails):
            return None
        prefix, places = next(iter(prefixes.items()))
        if prefix in _RELATED:
            return None  # tells whose it is: "das Unternehmen" need not be the daughter of another
        before = [place for place in places if place < noun.start]
        told = len(places) > 1 or len(prefix) >= _TELLING
        if not before or not told or noun.start - max(before) > _NEAR or word.endswith(prefix):
            return None
        return written + (word.capitalize() if prefix.endswith("-") else word)


def _other_number(word: str, tail: str) -> bool:
    """Whether a noun is of several and its compound of one, or the other way: "Regionen", "Verwaltungsregion"."""
    short, long = sorted((word, tail), key=len)
    return long in {f"{short}n", f"{short}en"}
