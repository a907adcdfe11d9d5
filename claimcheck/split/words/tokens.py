"""Words and marks of a stretch of text, each with its place."""

import re
from typing import NamedTuple

from claimcheck.records import Span

__all__ = ["CURRENCY", "Token", "plain", "tokenize", "trimmed", "without_possessive"]

CURRENCY = "$€£¥₹₽₩₺₴₦₪₫฿¢"  # signs of money

_WORD = r"\w(?:[\w\u00ad]*\w)?"
_TOKEN = re.compile(rf"{_WORD}(?:(?:[-'’./]|(?<=\d)[,:](?=\d)){_WORD})*%?|\.{{2,}}|--+|[^\w\s\u00ad]")
_COUNTED = re.compile(r"\d+-[A-ZÄÖÜ][a-zäöü]")
_SPACES = re.compile(r"[\s\u00ad]+")


class Token(NamedTuple):
    """A word or a mark; ``word`` is casefolded and without soft hyphens, ``text`` is verbatim, ``tag`` a word class.

    The ``word`` of a dash is "–", also where the text has a hyphen for it; that of "'re" in "they're" is "are".
    """

    text: str
    word: str
    start: int
    end: int
    tag: str = ""

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter, or does behind its number: "der 27-Jährige"."""
        first = self.text[:1]
        return first.isupper() or (first.isdigit() and _COUNTED.match(self.text) is not None)

    @property
    def is_year(self) -> bool:
        """Whether it is a number of four digits, as years are."""
        return len(self.text) == 4 and self.text.isdigit()

    @property
    def contracted(self) -> bool:
        """Whether it is a verb that is one word with the pronoun before it: "'re"."""
        return self.text[0] in "'’" and len(self.text) > 1

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number rather than a mark; the verb of "they're" is one."""
        return self.word[:1].isalnum() or self.word[:1] == "_"


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """The tokens of ``text[start:end]``, in order; offsets count in ``text``.

    >>> [token.text for token in tokenize("Rund 2.000, sagt er.", 0, 20)]
    ['Rund', '2.000', ',', 'sagt', 'er', '.']
    """
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        verbatim = match.group()
        word = verbatim.replace("\u00ad", "").casefold()
        if verbatim[0] == "-" and _stands_apart(text, match.start(), match.end()):
            word = "–"
        found.append(Token(verbatim, word, match.start(), match.end()))
    return found


def _stands_apart(text: str, start: int, end: int) -> bool:
    """Whether a hyphen stands for a dash, as in "Kiel - am Meer -"; between figures it means a range."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    spaced = before[-1:].isspace() and (after[:1].isspace() or not after)
    figures = before.strip()[-1:].isdigit() and after.strip()[:1].isdigit()
    return (spaced or end - start > 1) and not figures


def trimmed(text: str, start: int, end: int, marks: str = "") -> Span | None:
    """The span without whitespace, soft hyphens and ``marks`` at its ends; None where nothing is left."""
    while start < end and (text[start].isspace() or text[start] == "\u00ad" or text[start] in marks):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == "\u00ad" or text[end - 1] in marks):
        end -= 1
    return Span(start, end) if start < end else None


def plain(text: str) -> str:
    """A text on one line, without soft hyphens.

    >>> plain("Zwei\\r\\n Zei\\u00adlen ")
    'Zwei Zeilen'
    """
    return _SPACES.sub(lambda gap: "" if gap.group().strip("\u00ad") == "" else " ", text).strip()


def without_possessive(word: str) -> str:
    """A word without the ending that says whose.

    >>> without_possessive("council’s")
    'council'
    """
    return word.removesuffix("'s").removesuffix("’s")
