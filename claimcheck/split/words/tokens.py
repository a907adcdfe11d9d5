"""Words and marks of a stretch of text, each with its place."""

import re
from typing import NamedTuple

from claimcheck.records import Span

__all__ = ["CURRENCY", "Token", "opened", "plain", "tokenize", "trimmed", "without_possessive"]

CURRENCY = "$€£¥₹₽₩₺₴₦₪₫฿¢"  # signs of money

_TOKEN = re.compile(r"[\w\u00ad]+(?:(?:[-'’./]|(?<=\d)[,:](?=\d))[\w\u00ad]+)*%?|\.{2,}|--+|[^\w\s\u00ad]")
_CONTRACTED = re.compile(r"(i|you|he|she|it|we|they|there|that|who|what|here)(['’](?:re|ve|m|ll|s|d))", re.IGNORECASE)
_VERBS = {"re": "are", "ve": "have", "m": "am", "ll": "will", "s": "is", "d": "would"}
_HAVING = {"is": "has", "would": "had"}
_OF_THE_PAST = frozenset({"been", "got", "had", "become", "better"})  # never behind "is" or "would"
_DETERMINERS = frozenset(
    (
        "a",
        "an",
        "the",
        "his",
        "her",
        "its",
        "their",
        "my",
        "our",
        "your",
        "this",
        "that",
        "these",
        "those",
        "some",
        "no",
    )
)
_ADVERBS = frozenset({"also", "not", "never", "always", "just", "still", "already", "since", "now", "ever", "even"})
_BEFORE_THAT = frozenset({"and", "but", "so", "because", "if", "when", "think", "thinks"})
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


def opened(tokens: list[Token]) -> list[Token]:
    """English pronouns that are one word with their verb, as two: "they're" as "they" and "'re", whose word is "are".

    What "'s" and "'d" stand for shows in the words behind: "it's been", "he's shown the way", "she'd better". "that's"
    behind a noun may be a relative clause as well and stays one word.

    >>> [token.word for token in opened(tokenize("It's what we've seen, Ann's.", 0, 28))]
    ['it', 'is', 'what', 'we', 'have', 'seen', ',', "ann's", '.']
    """
    found: list[Token] = []
    for at, token in enumerate(tokens):
        match = _CONTRACTED.fullmatch(token.text)
        related = token.word.startswith("that") and at > 0 and tokens[at - 1].is_word
        if match is None or (related and tokens[at - 1].word not in _BEFORE_THAT):
            found.append(token)
            continue
        verb = _VERBS[match[2][1:].casefold()]
        verb = _HAVING.get(verb, verb) if _is_past([each.word for each in tokens[at + 1 : at + 4]]) else verb
        middle = token.start + match.start(2)
        found.append(Token(match[1], match[1].casefold(), token.start, middle))
        found.append(Token(match[2], verb, middle, token.end))
    return found


def _is_past(behind: list[str]) -> bool:
    """Whether "'s" or "'d" before these words stands for "has" or "had"."""
    while behind and (behind[0] in _ADVERBS or behind[0].endswith("ly")):
        behind = behind[1:]
    done = len(behind) > 1 and behind[0].endswith(("ed", "wn", "en", "de", "ne")) and behind[1] in _DETERMINERS
    return bool(behind) and (behind[0] in _OF_THE_PAST or done)


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
