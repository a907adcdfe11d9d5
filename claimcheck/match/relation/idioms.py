"""Idioms read as what they say plainly: "nahm seinen Hut" as "zurückgetreten", "came out ahead" as "won".

``idioms.txt`` names for each plain word the fixed words that say so and the verb that goes with them. The verb may have
any form and stand before or behind; in English it comes first.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from claimcheck.match.relation.cues import words_in
from claimcheck.match.relation.words import Word

__all__ = ["read_idioms"]

_OWN = words_in("article or possessive")  # what may stand where an idiom has @
_CLAUSE = re.compile(r"[;:–—!?]|(?<!\d)\.")
_REACH = {"de": 14, "en": 8}  # words between a verb and what goes with it
_ENDINGS = {"de": ("en", "t", "te", "ten", "e", "end"), "en": ("", "s", "ed", "ing", "es", "d")}


@dataclass(frozen=True, slots=True)
class _Idiom:
    words: tuple[str, ...]
    verb: frozenset[str]  # its forms; none where the words say it by themselves
    needed: bool  # whether the verb must stand there
    plain: str


def read_idioms(text: str, words: Sequence[Word], language: str) -> tuple[Word, ...]:
    """The words with each idiom as one.

    >>> from claimcheck.match.relation.words import words_of
    >>> text = "Der Minister hat gestern seinen Hut genommen."
    >>> [word.low for word in read_idioms(text, words_of(text, "de"), "de")]
    ['der', 'minister', 'hat', 'gestern', 'zurückgetreten']
    """
    idioms = _idioms().get(language, {})
    made: list[Word | None] = list(words)
    changed = False
    for at, word in enumerate(words):
        for skip, idiom in idioms.get(word.low, ()):
            first, last = at - skip, at - skip + len(idiom.words) - 1
            if first < 0 or last >= len(words) or None in made[first : last + 1]:
                continue
            if not all(_is(words[first + step], part) for step, part in enumerate(idiom.words)):
                continue
            verb = _verb(text, words, first, last, idiom, language) if idiom.verb else None
            if idiom.needed and (verb is None or made[verb] is None):
                continue
            made[first : last + 1] = [None] * (last + 1 - first)
            span = [first, last]
            if verb is not None and made[verb] is not None:
                made[verb] = None
                span = [min(first, verb), max(last, verb)] if verb in (first - 1, last + 1) else span
            made[first] = replace(
                words[first], start=words[span[0]].start, end=words[span[1]].end, low=idiom.plain,
                stem=idiom.plain[:7], capital=False, light=False,
            )  # fmt: skip
            changed = True
            break
    return tuple(word for word in made if word is not None) if changed else tuple(words)


def _is(word: Word, part: str) -> bool:
    return word.low == part or (part == "@" and word.low in _OWN)


def _verb(text: str, words: Sequence[Word], first: int, last: int, idiom: _Idiom, language: str) -> int | None:
    """The nearest form of the verb in the clause."""
    reach = _REACH[language]
    before = range(first - 1, max(-1, first - 1 - reach), -1)
    behind = range(last + 1, min(len(words), last + 1 + reach)) if language == "de" else range(0)
    found = []
    for numbers in (before, behind):
        for number in numbers:
            ends = (
                sorted((words[number].end, words[first].start))
                if number < first
                else (words[last].end, words[number].start)
            )
            if _CLAUSE.search(text, *ends):
                break
            if words[number].low in idiom.verb:
                found.append(number)
                break
    return min(found, key=lambda each: min(abs(each - first), abs(each - last)), default=None)


@cache
def _idioms() -> dict[str, dict[str, list[tuple[int, _Idiom]]]]:
    """By language and the first word that is none of @: how many words stand before it, and the idiom."""
    made: dict[str, dict[str, list[tuple[int, _Idiom]]]] = {"de": {}, "en": {}}
    forms: dict[str, frozenset[str]] = {}
    for line in Path(__file__).with_name("idioms.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        head, _, rest = line.partition(" = ")
        language, _, name = head.partition(" ")
        if name.startswith("forms "):
            forms[f"{language} {name.removeprefix('forms ')}"] = frozenset(rest.split())
            continue
        verb, _, spellings = rest.partition(" | ")
        needed = not verb.endswith("?") and verb != "-"
        known = verb.removesuffix("?")
        verbs = frozenset().union(
            *(forms.get(f"{language} {each}") or _forms(each, language) for each in known.split("/") if each != "-")
        )
        for spelling in spellings.split():
            parts = tuple(spelling.split("·"))
            skip = next(at for at, part in enumerate(parts) if part != "@")
            made[language].setdefault(parts[skip], []).append((skip, _Idiom(parts, verbs, needed, name)))
    for by_word in made.values():
        for group in by_word.values():
            group.sort(key=lambda each: -len(each[1].words))
    return made


def _forms(verb: str, language: str) -> frozenset[str]:
    """The forms of a regular verb."""
    stem = verb.removesuffix("en") if language == "de" else verb.removesuffix("e")
    forms = {stem + ending for ending in _ENDINGS[language]} | {verb}
    if language == "de":
        forms |= {f"ge{stem}t", f"{stem}et", f"{stem}ete", f"{stem}eten"}
    elif verb.endswith("y"):
        forms |= {f"{verb[:-1]}ies", f"{verb[:-1]}ied"}
    else:
        forms |= {f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"}
    return frozenset(forms)
