"""A text as it is compared: quotes, dashes, spaces, soft hyphens and case made alike, each letter with its place."""

import unicodedata
from dataclasses import dataclass

from claimcheck.records import Span

__all__ = ["Folded", "fold"]

_ALIKE = {
    **dict.fromkeys("“”„‟«»‹›″＂", '"'),
    **dict.fromkeys("‘’‚‛′´`", "'"),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    "…": "...",
}
_LATIN = "\u02ff"  # below it, nothing is put on the letter before
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; its i-th character comes from ``origins[i]`` up to ``ends[i]`` in the text before folding.

    A letter with marks that stand behind it, as an umlaut in two characters, is one: a span never parts them.
    """

    text: str
    origins: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Where the folded characters from ``start`` up to ``end`` stand in the text before."""
        return Span(self.origins[start], self.ends[end - 1])


def fold(text: str, start: int = 0, end: int | None = None) -> Folded:
    """The stretch of a text, folded; runs of white space are one space, and none stands at an end.

    >>> fold("Die \\u00a0„Brücke“ – gesperrt").text
    'die "brücke" - gesperrt'
    """
    letters: list[str] = []
    origins: list[int] = []
    ends: list[int] = []
    at, stop = start, len(text) if end is None else end
    while at < stop:
        behind = at + 1
        while behind < stop and text[behind] > _LATIN and unicodedata.combining(text[behind]):
            behind += 1
        for letter in _folded(text[at:behind]):
            if letter == " " and (not letters or letters[-1] == " "):
                continue
            letters.append(letter)
            origins.append(at)
            ends.append(behind)
        at = behind
    if letters and letters[-1] == " ":
        for each in (letters, origins, ends):
            each.pop()
    return Folded("".join(letters), tuple(origins), tuple(ends))


def _folded(letter: str) -> str:
    if letter in _UNSEEN:
        return ""
    if letter.isspace():
        return " "
    alike = _ALIKE.get(letter)
    if alike is not None:
        return alike
    if letter.isascii():
        return letter.lower()
    return "".join(" " if each.isspace() else each for each in unicodedata.normalize("NFKC", letter).casefold())
