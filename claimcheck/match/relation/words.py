"""A text as words: where each stands, how it is compared, and which carry little meaning."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

__all__ = ["LIGHT", "Word", "lows_of", "skeleton", "words_of"]

_WORD = re.compile(r"[^\W_]+(?:['’´](?=[^\W\d_])[^\W\d_]+)?")
_APOSTROPHE = re.compile(r"['’´]")
_ENDS = re.compile(r"[.!?:]['\"”“»)]*\s+[\"„“«(]*$|^\W*$")
_STEM = 5
_LIGHT_WORDS = """
the a an and or of to in on for with from by at as that this these those is are was were be been being am has have had
having will would shall should do does did done it its itself he she they them his her hers their theirs him i you we us
our who whom whose which what when where while there here than then so also just only even very too such into onto upon
about during through because since although though but if whether however both each other another any some own out
up off over now later after before more most much many not no nor per via within against between under
der die das den dem des ein eine einen einem einer eines und oder aber auf für mit von vom zum zur bei beim nach über
unter aus dass daß ist sind war waren wird werden wurde wurden worden hat haben hatte hatten sei seien sein seine seinen
seinem seiner ihr ihre ihren ihrem ihrer ihres sich im in am an ans ins es er sie als wie so zu um vor seit durch wegen
bis auch nur noch schon sogar sehr dort da dabei damit davon dafür dazu daran darauf darin daraus hier dann wenn weil
obwohl während indem nachdem bevor ob welche welcher welches dieser diese dieses diesen diesem jener jene jenes man wer
was wo wir uns ich du habe nicht kein keine keinen keinem keiner mehr viel viele soll sollen sollte sollten kann können
konnte konnten würde würden hätte hätten wäre wären will wollen wollte wollten muss müssen musste mussten darf dürfen
durfte gegen ohne bereits nun jetzt inzwischen rund etwa about around kam kamen gab gibt geben s
laut according zufolge angaben said says say told reported reportedly sagte sagten sagt teilte mitteilte mit hieß
erklärte berichtete berichten bericht report statement
"""
LIGHT = frozenset(_LIGHT_WORDS.split())
"""Words that say little by themselves, in German and English."""
_FULL_IN_ENGLISH = frozenset(["war", "die", "hat", "man"])  # light in German only

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "o", "ж": "zh", "з": "z", "и": "i", "й": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "h", "ц": "z", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
    "і": "i", "ї": "i", "є": "e", "ґ": "g", "ў": "u",
}  # fmt: skip
_SOUNDS = (
    ("dsch", "j"), ("tsch", "c"), ("tch", "c"), ("sch", "s"), ("sh", "s"), ("ch", "c"), ("zh", "s"), ("kh", "h"),
    ("gh", "g"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("ks", "x"), ("ou", "u"), ("w", "v"), ("tz", "s"), ("ts", "s"),
    ("ij", "i"), ("y", "i"), ("j", "i"), ("q", "k"), ("z", "s"), ("ie", "i"), ("ae", "e"), ("oe", "o"), ("ue", "u"),
    ("ß", "s"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text; ``low`` is how it is looked up, ``stem`` how its forms are brought together."""

    start: int
    end: int
    low: str
    stem: str
    capital: bool
    first: bool  # the first of a sentence: its capital says nothing
    digit: bool
    glued: bool  # follows a hyphen
    light: bool = False  # says little by itself


def words_of(text: str, language: str | None = None) -> tuple[Word, ...]:
    """The words of a text; parts of a hyphenated word are words. "war" says little in German only.

    >>> [word.low for word in words_of("The mayor's US-Visit")]
    ['the', 'mayor', 'us', 'visit']
    """
    found: list[Word] = []
    for match in _WORD.finditer(text):
        raw = match[0]
        start, end = match.span()
        whole = raw.lower()
        low = _low(whole)
        if low != whole:
            end = start + len(low)
        before = text[max(0, start - 6) : start]
        amid = before[-1:] == " " and (before[-2:-1].isalnum() or before[-2:-1] == ",")
        found.append(
            Word(
                start,
                end,
                low,
                _stem(low),
                raw[0].isupper(),
                not found or not (amid or not _ENDS.search(before)),
                raw[0].isdigit(),
                before.endswith("-") and start > 1 and text[start - 2].isalnum(),
                (low in LIGHT and not (language == "en" and low in _FULL_IN_ENGLISH))
                or (len(low) < 2 and not raw[0].isdigit()),
            )
        )
    if language == "en" and _is_headline(found):
        found = [replace(word, first=True) for word in found]
    return tuple(found)


def _is_headline(words: Sequence[Word]) -> bool:
    """Whether a text is set like a headline, Nearly Every Word With a Capital: capitals tell no names then."""
    full = [word for word in words if not word.light and not word.digit]
    return len(full) >= 5 and sum(word.capital for word in full) >= 0.8 * len(full) and _has_small(full)


def _has_small(full: Sequence[Word]) -> bool:
    """Not a list of names: some capital stands on what ends like a verb or an adverb."""
    return any(word.capital and not word.first and word.low.endswith(("ed", "ing", "ly", "es")) for word in full)


def lows_of(text: str) -> tuple[str, ...]:
    """How the words of a text are looked up, and nothing else of them: for lists of thousands.

    >>> lows_of("The mayor's US-Visit")
    ('the', 'mayor', 'us', 'visit')
    """
    return tuple(_low(raw.lower()) for raw in _WORD.findall(text))


def _low(word: str) -> str:
    """A word without what follows its apostrophe, unless that negates it."""
    cut = None if word.isalnum() or word.endswith(("n't", "n’t")) else _APOSTROPHE.search(word)
    return word[: cut.start()] if cut else word


def _stem(low: str) -> str:
    return low[:_STEM] if len(low) > _STEM else low


@lru_cache(maxsize=8192)
def skeleton(name: str) -> str:
    """A name as it sounds, whichever alphabet and spelling: what transliterations have in common.

    >>> skeleton("Lukaschenko") == skeleton("Lukashenka") == skeleton("Лукашенко")
    True
    """
    low = "".join(_CYRILLIC.get(each, each) for each in name.lower())
    low = "".join(each for each in unicodedata.normalize("NFKD", low) if not unicodedata.combining(each))
    for sound, plain in _SOUNDS:
        low = low.replace(sound, plain)
    low = re.sub(r"(.)\1", r"\1", low)
    low = re.sub(r"(?<=.)(?:s|'s)$", "", low) if len(low) > 4 else low
    return re.sub(r"(?<=..)[aeiou]$", "", low)
