"""Who and where: places by a small gazetteer in German and English, roles by a list, other names by their shape."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["RELATIVES", "Named", "contains", "find_places", "find_roles", "is_name"]


RELATIVES = frozenset({"brother", "sister", "son", "daughter", "wife", "husband", "chief of staff", "spokesperson"})
"""Roles that make someone else of the person they belong to."""


@dataclass(frozen=True, slots=True)
class Named:
    """A place or role in a text; ``key`` is the same for every spelling and language."""

    start: int
    end: int
    key: str


def _form(spelling: str) -> str:
    return re.escape(spelling.rstrip("*")).replace("·", r"\s") + (r"\w*" if spelling.endswith("*") else "")


@cache
def _table(source: str) -> tuple[re.Pattern[str], list[tuple[str, tuple[re.Pattern[str], ...]]], dict[str, str]]:
    everything, keyed, inside = [], [], {}
    for line in Path(__file__).with_name(source).read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        head, spellings = line.split(" = ")
        found = re.fullmatch(r"([^(]+?)(?: \((.+)\))?", head)
        assert found
        key = found[1]
        if found[2]:
            inside[key] = found[2]
        forms = [_form(each) for each in spellings.split()]
        forms.sort(key=len, reverse=True)
        everything += forms
        keyed.append((key, tuple(re.compile(form, re.IGNORECASE) for form in forms)))
    everything.sort(key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(everything)})(?!\w)", re.IGNORECASE), keyed, inside


def _key(words: str, keyed: list[tuple[str, tuple[re.Pattern[str], ...]]]) -> str | None:
    """The key with the longest spelling that covers the words; short ones (WHO, US) count only in capitals."""
    if len(words) <= 3 and sum(map(str.isupper, words)) < 2:
        return None
    fitting = [(len(form.pattern), key) for key, forms in keyed for form in forms if form.fullmatch(words)]
    return max(fitting)[1] if fitting else None


def _find(source: str, text: str) -> list[Named]:
    pattern, keyed, _ = _table(source)
    return [Named(*match.span(), key) for match in pattern.finditer(text) for key in [_key(match[0], keyed)] if key]


def find_places(text: str) -> list[Named]:
    """The places a text names, also as adjectives.

    >>> [each.key for each in find_places("Die britische Regierung und Kiew")]
    ['united kingdom', 'kyiv']
    """
    return _find("places.txt", text)


def find_roles(text: str) -> list[Named]:
    """Offices, relatives, parties and courts a text names; some organisations by their short and long names."""
    return _find("roles.txt", text)


def contains(wide: str, narrow: str) -> bool:
    """Whether one place lies in another."""
    inside = _table("places.txt")[2]
    while narrow in inside:
        narrow = inside[narrow]
        if narrow == wide:
            return True
    return False


def is_name(words: list[str], *, first: bool, language: str) -> bool:
    """Whether a run of words can be a person's or body's name: capitals, and in German more than a noun has.

    A German noun is written large too, so there it takes two in a row or a place at the head of the sentence.
    """
    if not words or not all(word[:1].isupper() for word in words):
        return False
    if language == "de":
        return len(words) >= 2 or first
    return not first or len(words) >= 2 or words[0][1:].islower()
