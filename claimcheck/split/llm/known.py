"""The words of an article, and whether a word of a model's is one of them, in whatever form."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from claimcheck.split.words.given_names import GIVEN
from claimcheck.split.words.tokens import Token, tokenize

__all__ = ["Known", "word_parts"]

_STEM = 4
_ENDINGS = frozenset(
    ("", "s", "es", "e", "n", "en", "er", "em", "ern", "ns", "ens", "in", "innen", "'s", "’s", "'", "’", "d", "ed")
)
"""What a name or a noun may end in, more or less, in one place than in the other."""
_MADE = _ENDINGS | {"t", "te", "ten", "et", "ete", "eten", "tes", "ter", "ung", "ungen", "ing", "y", "ies", "an", "ian"}
_OPENERS = frozenset('.!?:"“”„»«›‹…') | {""}
_PIECE = 5  # letters
_BETWEEN = 3  # words that may stand between a given name and a surname


class Known:
    """Looks words up in a text; a form of a word is told by its ending, so that no name passes for another."""

    def __init__(self, text: str) -> None:
        self._spellings: set[str] = set()
        self.small: set[str] = set()  # words that stand without a capital somewhere
        self.capital: set[str] = set()  # words that have one inside a sentence
        self._by_stem: dict[str, set[str]] = defaultdict(set)
        self._pairs: set[tuple[str, str]] = set()
        before: list[str] = []
        for part in word_parts(tokenize(text, 0, len(text))):
            word = part.word
            if not part.capital:
                self.small.add(word)
            elif text[max(0, part.start - 3) : part.start].rstrip()[-1:] not in _OPENERS:
                self.capital.add(word)
            if word not in self._spellings:
                self._spellings.add(word)
                self._by_stem[word[:_STEM]].add(word)
            self._pairs.update((each, word) for each in before if each in GIVEN)
            before = [*before[1 - _BETWEEN :], word]

    def has(self, word: str, *, loosely: bool = False) -> bool:
        """Whether the text has the word in some form; ``loosely``: or another made from it."""
        if word in self._spellings or word.rstrip(".") in self._spellings:
            return True
        endings = _MADE if loosely else _ENDINGS
        return any(_forms_of_one(word, each, endings) for each in self._by_stem.get(word[:_STEM], ()))

    def has_part_of(self, word: str) -> bool:
        """Whether a compound begins or ends with a word of some length that the text has or begins with."""
        return any(
            self.has(word[:cut].removesuffix("s")) or self.has(word[cut:])
            for cut in range(_PIECE, len(word) - _PIECE + 1)
        )

    def strangers(self, text: str, *, light: frozenset[str]) -> Iterator[Token]:
        """The words of ``text`` that say something and are not here in any form, figures left out."""
        for part in word_parts(tokenize(text, 0, len(text))):
            if part.word in light or any(letter.isdigit() for letter in part.word) or not part.word[0].isalpha():
                continue
            if not self.has(part.word, loosely=True):
                yield part

    def mistaken_people(self, text: str) -> Iterator[tuple[str, str]]:
        """Given names with a surname that the text never has after them: two people made one."""
        parts = list(word_parts(tokenize(text, 0, len(text))))
        for at, part in enumerate(parts[:-1]):
            behind = parts[at + 1]
            if not (part.word in GIVEN and part.capital and behind.capital and behind.start == part.end + 1):
                continue
            surname = behind.word
            spelled = any((part.word, form) in self._pairs for form in _forms(surname))
            if not spelled:
                yield part.text, behind.text


def word_parts(tokens: Iterable[Token]) -> Iterator[Token]:
    """The words among tokens, those with a hyphen or a stroke in their parts, without the sign for a genitive."""
    for token in tokens:
        if not token.is_word:
            continue
        if token.text.isascii() and token.text.isalnum():
            yield token
            continue
        yield from _cut(token)


def _cut(token: Token) -> Iterator[Token]:
    text = token.text.replace("\u00ad", "")
    at = 0
    for piece in _pieces(text):
        place = text.index(piece, at)
        at = place + len(piece)
        yield Token(piece, piece.casefold(), token.start + place, token.start + at, token.tag)


def _pieces(text: str) -> Sequence[str]:
    for mark in "-/":
        text = text.replace(mark, " ")
    pieces = []
    for piece in text.split():
        for ending in ("'s", "’s"):
            piece = piece.removesuffix(ending)
        if bare := piece.strip("'’.,:%"):
            pieces.append(bare)
    return pieces


def _forms(word: str) -> Iterator[str]:
    yield word
    yield from (word.removesuffix(ending) for ending in ("s", "es", "ns") if word.endswith(ending))
    yield from (word + ending for ending in ("s", "es"))


def _forms_of_one(one: str, other: str, endings: frozenset[str]) -> bool:
    """Whether two words are the same but for their endings."""
    same = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        same += 1
    shortest = min(len(one), len(other))
    cuts = range(same, max(_STEM, shortest - 3) - 1, -1)
    return any(one[cut:] in endings and other[cut:] in endings for cut in cuts)
