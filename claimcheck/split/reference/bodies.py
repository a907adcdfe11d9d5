"""Bodies by a general noun: "das Unternehmen" is United Hafen, "the agency" the one that the text last named.

A noun finds the name that the text puts beside it ("die Zeitung „Kurier“", "Stahlkonzern Brenn", "Bundesamt für
Statistik (BFS)"), the last one before it; a firm may also be whichever body the story is about.
"""

import re
from bisect import bisect_left
from collections import Counter

from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import words
from claimcheck.split.names.aliases import short_form
from claimcheck.split.words.tokens import Token

__all__ = ["Bodies"]

_QUOTED = r"[\"„“»«]([^\"“”„«»\n]{2,40})[\"“”«»]"
_WORD = r"[^\W\d_a-z][\w&’'.-]{0,200}\w"  # longer is no word
_PARTS = r"[^\W\d_a-z][\w-]{0,60}"  # of a compound, what stands before its last noun; longer is no word
_CAPITALS = rf"({_WORD}(?:[ \u00a0]{_WORD}|[ \u00a0][A-Z]{{1,3}}\b){{0,3}})"
_LONG = 70  # characters within which a long name has its short form in brackets
_MOST = 6  # words of a name
_KIN = {  # nouns that may stand for a body that was introduced by another
    "gewerkschaft": ("vereinigung", "verband"),
    "vereinigung": ("gewerkschaft", "verband"),
    "initiative": ("verein", "bündnis"),
    "verein": ("initiative", "club", "klub"),
    "club": ("verein", "klub"),
    "zeitung": ("blatt", "magazin"),
    "blatt": ("zeitung", "magazin"),
}
_WITH_NOUN = words(  # nouns that a name beside them needs: "Polizei Aurach" is not Aurach
    """polizei feuerwehr staatsanwaltschaft landkreis verwaltung amt gericht kammer kirche regierung bundeswehr
    sparkasse volksbank raiffeisenbank stadtwerke krankenhaus klinikum verbraucherzentrale handelskammer"""
)
_OF_OTHERS = ("tochter", "mutter", "schwester", "konkurrenz", "partner", "beratungs", "prüfungs", "fremd", "rating")
_COURT = re.compile(rf"\b({_PARTS}(?:gerichtshof|gericht)|Gerichtshof)(?:e?s)?(?:[ \u00a0]([^\W\d_a-z][\w-]{{2,40}}))?")
_FOR_BODY = re.compile(r"(?:^|\w (?:des|der) )([^\W\d_a-z]\w+?)(?:e?s)?$")
_JUDGES = ("richter", "richtern", "richterinnen")


class Bodies:
    """The bodies of one article by the nouns that stand for them."""

    def __init__(self, text: str, rules: Rules) -> None:
        self.rules = rules
        self._names: dict[str, list[tuple[int, str]]] = {}
        self._alone: dict[str, str | None] = {}  # by noun, the name it has most often
        self._courts: list[tuple[int, str]] = []
        if rules.body_words:
            nouns = "|".join(sorted(rules.body_words, key=len, reverse=True))
            if rules.comma_bound:
                self._german(text, nouns)
            else:
                self._english(text, nouns)

    def _german(self, text: str, nouns: str) -> None:
        beside = re.compile(rf"\b(?:{_PARTS}?)?((?i:{nouns}))(?:e?s)?[ \u00a0](?:{_QUOTED}|{_CAPITALS})")
        for match in beside.finditer(text):
            name = match.group(2) or match.group(3)
            noun = match.group(1).casefold()
            if match.group()[:1].isupper() and name[:1].isupper():
                needed = noun in self.rules.body_nouns | _WITH_NOUN
                self._note(noun, match.start(), f"{noun.capitalize()} {name}" if needed else name)
        long = re.compile(rf"\b{_PARTS}?((?i:{nouns}))(?:e?s)?[ \u00a0](?:für|der|des)[ \u00a0]")
        for match in long.finditer(text):
            if short := short_form(text, match.end(), match.end() + _LONG):
                self._note(match.group(1).casefold(), match.start(), short)
        dated = self.rules.weekdays.keys() | self.rules.months.keys()
        for match in _COURT.finditer(text):
            court, place = match.groups()
            known = place and place.casefold() not in dated
            self._courts.append((match.start(), f"{court} {place}" if known else court))

    def _english(self, text: str, nouns: str) -> None:
        title = nouns.title()
        whose = rf"(?:[ \u00a0](?:of|for)[ \u00a0](?:the[ \u00a0])?{_CAPITALS})?"
        named = re.compile(
            rf"(?:{_CAPITALS}[ \u00a0])?\b({title})\b{whose}|\b(?i:the|a|an)[ \u00a0]({nouns})[ \u00a0]{_CAPITALS}"
        )
        for match in named.finditer(text):
            front, noun, behind, plain, beside = match.groups()
            words = [*(front or "").split(), *([noun] if noun else []), *(beside or "").split()]
            while words and words[0].casefold() in self.rules.starters | self.rules.determiners:
                words = words[1:]
            full = " ".join(words) if behind is None else " ".join(words) + text[match.end(2) : match.end()]
            if words and (len(words) > 1 or behind or beside):
                self._note((noun or plain).casefold(), match.start(), full)

    def _note(self, noun: str, at: int, name: str) -> None:
        self._names.setdefault(noun, []).append((at, " ".join(name.split()[:_MOST])))

    def named(self, tokens: list[Token], at: int) -> str | None:
        """The body meant by the words of a speaker ("the company") at a place in the text; None where none is."""
        if self._courts and len(tokens) == 2 and tokens[0].word in {"die", "den"} and tokens[1].word.endswith(_JUDGES):
            here = bisect_left(self._courts, at, key=lambda each: each[0])
            return self._courts[here - 1][1] if here else None
        noun = self._noun(tokens) or ""
        if self.rules.comma_bound and noun not in self._names:
            noun = next((each for each in _KIN.get(noun, ()) if each in self._names), noun)
        known = self._names.get(noun, [])
        if noun not in self._alone:
            often = Counter(name for _, name in known).most_common(2)
            self._alone[noun] = often[0][0] if len(often) == 1 or (often and often[0][1] > often[1][1]) else None
            known.sort(key=lambda each: each[0])
        before = bisect_left(known, at, key=lambda each: each[0])
        return known[before - 1][1] if before else self._alone[noun]

    def in_full(self, name: str) -> str:
        """A speaker for a body by its noun, with the name that the text gives it: "Sprecher des Kreises Dornau"."""
        match = _FOR_BODY.search(name) if self.rules.comma_bound else None
        known = {each for _, each in self._names.get(match.group(1).casefold(), ())} if match else set()
        full = known.pop().split() if len(known) == 1 else []
        noun = match is not None and full[:1] and full[0].casefold() == match.group(1).casefold()
        return f"{name} {' '.join(full[1:])}" if noun else name

    def is_firm(self, tokens: list[Token]) -> bool:
        """Whether the words mean a firm or group, which the story may be about."""
        if (self._noun(tokens) or "") in self.rules.firm_words:
            return True
        if not self.rules.comma_bound or len(tokens) != 2 or tokens[0].word not in self.rules.definite:
            return False
        word = tokens[1].word  # "die Regionalfluglinie"
        return word.endswith(tuple(self.rules.naming.company_nouns)) and not word.startswith(_OF_OTHERS)

    def _noun(self, tokens: list[Token]) -> str | None:
        """The noun of a speaker that is a body without a name: a definite article, the noun, no more."""
        if len(tokens) != 2 or tokens[0].word not in self.rules.definite:
            return None
        return tokens[1].word if tokens[1].word in self.rules.body_words else None
