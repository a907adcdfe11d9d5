"""A text as words: plain (lower case, no accents), and stemmed by its language's rules.

The stemmers are tantivy's; ``postings.py`` is the other place that uses it.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

__all__ = ["STEMMED", "Passage", "plain_words", "stems"]

_STEMMERS = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
}
STEMMED = frozenset(_STEMMERS)
"""The languages there is a stemmer for."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of one document and its language (ISO 639-1, ``und`` where unknown: then words are not stemmed).

    ``fields`` are the parts the text is made of, claim first, where they are told apart.
    """

    id: str
    text: str
    language: str = "und"
    fields: tuple[str, ...] = ()


class _Breaks(dict[int, str | int]):
    """A translation table that turns whatever is no letter, mark or digit into a space, filled as it is asked."""

    def __missing__(self, point: int) -> str | int:
        self[point] = " " if unicodedata.category(chr(point))[0] in "PSZC" else point
        return self[point]


_BREAKS = _Breaks()
_MARKS = re.compile("[\u0300-\u036f]")


def plain_words(text: str) -> str:
    """The words of a text in lower case without accents, joined by single spaces.

    >>> plain_words("Ist  Österreichs »Präsident« gewählt?")
    'ist osterreichs prasident gewahlt'
    """
    if text.isascii():
        return " ".join(text.lower().translate(_BREAKS).split())
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    return " ".join(unicodedata.normalize("NFC", bare).translate(_BREAKS).split())


@cache
def _stemmer(name: str) -> Any:
    import tantivy

    whole = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    return whole.filter(tantivy.Filter.stemmer(name)).build()


@lru_cache(maxsize=8)
def stems(text: str, language: str) -> tuple[str, ...]:
    """Words stemmed by a language's rules, then made plain: stemmers need the accents. The last few are remembered."""
    words = text.casefold().translate(_BREAKS)
    name = _STEMMERS.get(language)
    return tuple(plain_words(" ".join(_stemmer(name).analyze(words)) if name else words).split())
