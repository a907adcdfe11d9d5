"""German verbs whose particle stands apart: "sagte alle Konzerte ab" is said with "absagte", not with "sagte"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.match.relation.cues import words_in
from claimcheck.match.relation.words import Word

__all__ = ["join_verbs"]

_PARTICLES = words_in("separable")
_HELPERS = words_in("helper de")  # beside which a verb's particle does not stand apart
_STRONG = words_in("verb de")
_CLAUSE = re.compile(r"[,;:–—.!?()\"„“]")
_AFTER = re.compile(r"\s*(?:$|[,;:–—.!?()\"„“]|\s(?:und|oder|sowie|als|wie|weil|nachdem|bevor)\b)")


def join_verbs(text: str, words: Sequence[Word]) -> tuple[tuple[Word, ...], dict[int, tuple[str, str]]]:
    """The words with verb and particle as one, and which they are: word number of the verb -> verb, particle.

    >>> from claimcheck.match.relation.words import words_of
    >>> text = "Die Band sagte alle Konzerte ab."
    >>> words, joined = join_verbs(text, words_of(text, "de"))
    >>> words[2].low, joined
    ('absagte', {2: ('sagte', 'ab')})
    """
    joined: dict[int, tuple[str, str]] = {}
    made = list(words)
    for at, word in enumerate(words):
        if word.capital or word.low not in _PARTICLES or not _AFTER.match(text, word.end):
            continue
        verb = _verb_of(text, words, at)
        if verb is not None and verb not in joined:
            joined[verb] = (words[verb].low, word.low)
            low = word.low + words[verb].low
            made[verb] = replace(words[verb], low=low, stem=low[:7], light=False)
            made[at] = replace(word, light=True)
    return tuple(made), joined


def _verb_of(text: str, words: Sequence[Word], particle: int) -> int | None:
    """The finite verb of the clause that a particle ends: the first that has a verb's form, unless it is a helper."""
    first = particle
    while first and not _CLAUSE.search(text[words[first - 1].end : words[first].start]):
        first -= 1
    subjunctive = None  # die Uni wickle das Fach ab
    for number in range(first, particle):
        word = words[number]
        if word.low in _HELPERS:
            return None
        if word.capital and not word.first:
            continue
        if subjunctive is None and word.low.endswith("e") and not (word.capital or word.light):
            subjunctive = number
        if not word.capital and (word.low in _STRONG or word.low.endswith(("t", "te", "ten", "en"))):
            if word.light and not word.low.endswith(("t", "te", "ten")) and word.low not in _STRONG:
                continue
            return number
    return subjunctive
