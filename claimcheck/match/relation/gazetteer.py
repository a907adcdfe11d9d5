"""Lists of places, roles and kinds of things: their spellings in German and English, and what lies in what."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from claimcheck.match.relation.words import Word, lows_of

__all__ = ["Named", "contains", "find_named", "is_proper", "keys_of", "table"]

_PREFIX = 4
_ENDING = 6  # letters: what an ending may have
_BENT = 6  # letters from which a first word's ending may bend
_LONG = 7  # letters from which a beginning may have any ending


@dataclass(frozen=True, slots=True)
class Named:
    """A place, role or kind in a text; ``key`` is the same for every spelling and language."""

    start: int
    end: int
    key: str
    first: int = 0  # its first and last word's number
    last: int = 0


class _Spelling(NamedTuple):  # thousands are made before the first pair is compared
    words: tuple[str, ...]
    open: bool  # takes any ending
    capital: bool  # counts only with a capital
    key: str


@dataclass(frozen=True, slots=True)
class _Table:
    exact: dict[str, list[_Spelling]] = field(default_factory=dict)
    stems: dict[str, list[_Spelling]] = field(default_factory=dict)
    bent: dict[str, list[_Spelling]] = field(default_factory=dict)  # by a first word whose ending bends: deutsche(n)
    inside: dict[str, str] = field(default_factory=dict)
    proper: set[str] = field(default_factory=set)  # what has a name of its own


@cache
def table(source: str) -> _Table:
    """A list by the first words of its spellings. Short spellings (WHO, US) count only in capitals."""
    made = _Table()
    names = source == "places"
    for line in Path(__file__).with_name(f"{source}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            names = names or line.startswith("# Names")
            continue
        head, _, spellings = line.partition(" = ")
        key, _, wide = head.partition(" (")
        if wide:
            made.inside[key] = wide.rstrip(")")
        if names:
            made.proper.add(key)
        for spelling in spellings.split():
            plain = spelling.rstrip("*")
            open_ended = plain != spelling
            whole = plain.replace("·", "").isalnum()  # no hyphen, no apostrophe: nearly all, and quick
            parts = tuple(plain.lower().split("·")) if whole else lows_of(plain.replace("·", " "))
            each = _Spelling(parts, open_ended, names, key)
            if open_ended and len(parts) == 1:
                made.stems.setdefault(parts[0][:_PREFIX], []).append(each)
            else:
                made.exact.setdefault(parts[0], []).append(each)
                if len(parts) > 1 and (bare := _unbent(parts[0])):
                    made.bent.setdefault(bare, []).append(each)
    for group in (*made.exact.values(), *made.stems.values(), *made.bent.values()):
        if len(group) > 1:
            group.sort(key=lambda each: (-len(each.words), -len(each.words[0])))
    return made


def find_named(source: str, text: str, words: Sequence[Word]) -> list[Named]:
    """What a list knows in a text, the longest spelling first where several fit."""
    made = table(source)
    names = source == "places"  # and their adjectives, whatever their endings
    found = []
    at = 0
    while at < len(words):
        low = words[at].low
        hit = None
        for each in made.exact.get(low, ()):
            if _fits(each, words, at, text):
                hit = each
                break
        if hit is None:
            for each in made.stems.get(low[:_PREFIX], ()):
                if (
                    low.startswith(each.words[0])
                    and (names or len(low) - len(each.words[0]) <= _ENDING or len(each.words[0]) > _LONG)
                    and _counts(each, words[at], text)
                ):
                    hit = each
                    break
        if hit is None and (bare := _unbent(low)):
            hit = next((each for each in made.bent.get(bare, ()) if _fits(each, words, at, text, bent=True)), None)
        if hit is None:
            at += 1
            continue
        last = at + len(hit.words) - 1
        found.append(Named(words[at].start, words[last].end, hit.key, at, last))
        at = last + 1
    return found


def keys_of(source: str, words: tuple[str, ...]) -> list[str]:
    """The entries that these words, standing apart, spell."""
    return [each.key for each in table(source).exact.get(words[0], ()) if each.words == words]


def _unbent(low: str) -> str:
    """What German adjectives have before their ending: deutsche, deutschen; empty for what is no such word."""
    for ending in ("en", "er", "em", "es", "e"):
        if low.endswith(ending) and len(low) >= _BENT:
            return low[: -len(ending)]
    return ""


def _fits(each: _Spelling, words: Sequence[Word], at: int, text: str, *, bent: bool = False) -> bool:
    stop = at + len(each.words)
    if stop > len(words):
        return False
    skip = int(bent)
    for known, word in zip(each.words[skip:], words[at + skip : stop], strict=True):
        if word.low != known and not (each.open and known == each.words[-1] and word.low.startswith(known)):
            return False
    return _counts(each, words[at], text) or (stop > at + 1 and _is_adjective(words[stop - 1]))


def _counts(each: _Spelling, word: Word, text: str) -> bool:
    if len(each.words) == 1 and len(word.low) <= 3 and each.capital:
        return text[word.start : word.end].isupper() or (
            len(word.low) == 3 and word.capital and word.low not in _DOUBTFUL
        )
    return word.capital or not each.capital or word.low == "abroad" or _is_adjective(word)


_DOUBTFUL = {"who", "fed", "ard", "sz", "imf"}


def _is_adjective(word: Word) -> bool:
    """German writes the adjectives of places small."""
    return word.low.endswith(("isch", "ische", "ischen", "ischer", "isches", "ischem")) or word.low.startswith(
        ("deutsch", "französisch")
    )


def is_proper(source: str, key: str) -> bool:
    """Whether an entry is somebody's or something's own name: WHO, not mayor."""
    return key in table(source).proper


def contains(source: str, wide: str, narrow: str) -> bool:
    """Whether one entry of a list lies in another."""
    if "abroad" in (wide, narrow):
        return wide == "abroad" != narrow
    inside = table(source).inside
    while narrow in inside:
        narrow = inside[narrow]
        if narrow == wide:
            return True
    return False
