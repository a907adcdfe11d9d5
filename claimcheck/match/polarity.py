"""Yes or no: negations, opposites and hedges in German and English."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["Cue", "find_hedges", "find_negations", "find_opposites"]

_NEGATIONS = re.compile(
    r"(?P<two>\b(?:not|nicht) un\w+|\bnot \w+less\b|\bnicht \w+los\b)"
    r"|(?P<no>\b(?:not|cannot|never|nobody|no one|nothing|neither|nowhere|none|without|no longer|no)\b|\b\w+n['’]t\b"
    r"|\b(?:nicht|nie|niemals|niemand\w*|nichts|weder|nirgends|ohne)\b|\bkein(?:e|en|em|er|es|erlei)?\b"
    r"|\b(?:refus(?:e|es|ed)|declin(?:e|es|ed)|fail(?:s|ed)?) to\b"
    r"|\bweiger(?:t|te|n|ten) sich\b|\blehn(?:t|te|ten) es ab\b"
    r"|\b(?:den(?:y|ies|ied)|disput(?:e|es|ed)|refut(?:e|es|ed)) (?:that\b|having\b|the\b)"
    r"|\b(?:bestreite[tn]?|bestritt\w*|dementier\w+|leugnet\w*|widersprach\w*)\b|\bzurückgewiesen\b"
    r"|\b(?:is|was|are|were) (?:false|untrue|wrong|a hoax|a myth|fake)\b|\b(?:falsch|unwahr|stimmt nicht)\b"
    r"|\bfalse (?:claim|that)\b)",
    re.IGNORECASE,
)
_NO_NEGATION = re.compile(
    r"\b(?:not only|not just|\w+n['’]t (?:just|only)|nicht (?:einfach )?nur|nicht zuletzt|not least|no matter|no\. ?\d"
    r"|no (?:fewer|less|more) than|not (?:less|more) than|nicht (?:mehr|weniger) als"
    r"|without (?:a )?doubt|no doubt|ohne zweifel|ohne unterlass"
    r"|\w+n['’]t (?:i|you|he|she|it|we|they)\?|nicht(?: wahr)?\?$)",
    re.IGNORECASE,
)
_HEDGES = re.compile(
    r"\bnot aware of\b|\bno (?:evidence|proof|indication|sign)\w*\b"
    r"|\b(?:could|can|cannot|did|does|would)(?: ?not|n['’]t)? (?:rule out|confirm|exclude)\b"
    r"|\bunconfirmed\b|\binvestigat(?:es|ed|ing|e) (?:whether|if)\b|\bit is unclear\b|\bquestions? whether\b"
    r"|\bkeine(?:rlei)? (?:belege|beweise|hinweise|anzeichen|erkenntnisse|bestätigung)\b"
    r"|\bnicht (?:ausschließen|bestätigen|ausgeschlossen|bekannt)\b"
    r"|\b(?:prüft|untersucht|ermittelt)(?: \w+){0,3},? ob\b|\bunbestätigt\w*|\bunklar\b",
    re.IGNORECASE,
)
_PLACES = {"north", "south", "east", "west"}


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that turns a statement, where it stands; ``sense`` says which way."""

    start: int
    end: int
    sense: str
    axis: int = 0
    side: int = 0


def find_negations(text: str) -> list[Cue]:
    """The negations in a text; "not only" and "not least" are none, "not un-" cancels itself out unless
    the word has an opposite of its own here.

    >>> text = "It is not true that nobody came, not only here"
    >>> [text[each.start : each.end] for each in find_negations(text)]
    ['not', 'nobody']
    """
    harmless = [found.span() for found in _NO_NEGATION.finditer(text)]
    hedged = [found.span() for found in _HEDGES.finditer(text)]
    spared = [*harmless, *hedged]
    return [
        Cue(*found.span(), "not")
        for found in _NEGATIONS.finditer(text)
        if not (found["two"] and not find_opposites(found["two"]))
        and not any(start <= found.start() < end for start, end in spared)
    ]


def find_hedges(text: str) -> list[Cue]:
    """Words that leave open whether something is so: "no evidence", "could not rule out", "prüft, ob"."""
    return [Cue(*found.span(), "open") for found in _HEDGES.finditer(text)]


@cache
def _axes() -> list[tuple[frozenset[str], tuple[str, ...], frozenset[str], tuple[str, ...], str]]:
    axes = []
    for line in Path(__file__).with_name("opposites.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        sides = [side.partition(": ") for side in line.split(" | ")]
        words = [tuple(side[2].split()) for side in sides]
        axes.append((frozenset(words[0]), words[0], frozenset(words[1]), words[1], sides[0][0]))
    return axes


_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def _on(word: str, exact: frozenset[str], stems: tuple[str, ...]) -> bool:
    return word in exact or any(len(stem) >= 5 and word.startswith(stem) for stem in stems)


def find_opposites(text: str) -> list[Cue]:
    """The words that have an opposite here: ``axis`` says on which scale, ``side`` (1 or -1) at which end."""
    found = []
    for match in _WORD.finditer(text):
        word = match[0].lower()
        for axis, (exact, stems, counter, counters, sense) in enumerate(_axes()):
            side = 1 if _on(word, exact, stems) else -1 if _on(word, counter, counters) else 0
            if side:
                found.append(Cue(*match.span(), "place" if sense in _PLACES else sense, axis, side))
    return found
