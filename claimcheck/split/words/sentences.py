"""Where sentences begin and end.

A sentence ends at a mark that is not part of an abbreviation, an ordinal number, an initial or a quotation that runs on
("“Is it?” Smith asked."), or at an empty line. Nothing is joined or left out: every letter lies in one sentence.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from claimcheck.article.lines import HIDDEN, read_over
from claimcheck.records import Span
from claimcheck.split.languages import Rules, rules_for
from claimcheck.split.words.given_names import GIVEN
from claimcheck.split.words.tokens import CURRENCY, trimmed

__all__ = ["find_sentences"]

_END = re.compile(
    r"(?:[.!?…‽؟۔।]+|[。！？｡]+)[\"'”“’»«›‹)\]』」]*(?=\s|$)|[。！？｡]+[”』」）]*|\r?\n[^\S\n]*\r?\n|\r\r|\u2029"
)
_GLUED = re.compile(  # "“It is shut” “It will cost 3 million”": two quotations without a full stop between them
    r"""(?<!\w)(["“](?=[^\s"“”])[^"“”\n]{20,}["”])[^\S\n]+(?=["“][A-Z][^"“”\n]{20,}["”])"""
)
_WORD_BEFORE = re.compile(r"[^\s\"'“„”‚‘’»«›‹(\[–—]+$")
_WORD_AFTER = re.compile(r"\s*([\"'“„”‚‘»«›‹(\[\-–—]*)\s*([\w'’-]*)")
_DOTTED = re.compile(r"(?:\w\.)+\w")
_ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
_ORDINAL = re.compile(r"\d{1,3}")
_SIGN_AFTER = re.compile(rf"\s*[{re.escape(CURRENCY)}](?!\s?\d)")  # "280 Mio. $"
_CLOSERS = "\"'”“’»«›‹)]"
_LOOK = 48  # an abbreviation, a word after an opening quote, a short "Smith asked." lie within


def find_sentences(text: str, start: int, end: int, language: str) -> list[Span]:
    """The sentences of ``text[start:end]`` in order, without whitespace around them.

    Spans do not overlap and together hold every character that is not whitespace; soft hyphens are read over. Without
    rules for the language, every end mark followed by whitespace and a letter that is not small ends a sentence.

    >>> text = "Am 24. Februar kamen 2.000 und 1.000. Dr. Meier a. D. schwieg."
    >>> [text[span.start : span.end] for span in find_sentences(text, 0, len(text), "de")]
    ['Am 24. Februar kamen 2.000 und 1.000.', 'Dr. Meier a. D. schwieg.']
    """
    rules = rules_for(language)
    if text.find(HIDDEN, start, end) < 0:
        ends = _found(text, start, end, rules)
    else:
        seen, places = read_over(text, start, end)
        ends = {places[at] for at in _found(seen, 0, len(seen), rules)}
    spans = (trimmed(text, a, b) for a, b in pairwise([start, *sorted(ends), end]) if a < b)
    return [span for span in spans if span]


def _found(text: str, start: int, end: int, rules: Rules) -> set[int]:
    """Where sentences end inside a text."""
    return {*_cuts(text, start, end, rules), *(match.end(1) for match in _GLUED.finditer(text, start, end))}


def _cuts(text: str, start: int, end: int, rules: Rules) -> Iterator[int]:
    for match in _END.finditer(text, start, end):
        mark = match.group()
        if mark.isspace() or mark[0] in "。！？｡" or _ends(text, match, start, end, rules):
            yield match.end()


def _ends(text: str, match: re.Match[str], start: int, end: int, rules: Rules) -> bool:
    """Whether the mark ends a sentence."""
    mark = match.group()
    after = _WORD_AFTER.match(text, match.end(), min(end, match.end() + _LOOK))
    opening, following = (after.group(1), after.group(2)) if after else ("", "")
    if not following:
        return mark != "." or not _counts_money(text, match, start, end, rules)
    if following[0].islower() and not ("(" in opening and mark == "."):
        return False
    starts = following.casefold() in rules.starters
    if mark == ".":
        before = _WORD_BEFORE.search(text[max(start, match.start() - _LOOK) : match.start()])
        return not before or _dot_ends(text, before.group(), match.start(), start, following, opening, starts, rules)
    if mark[-1] in _CLOSERS and _runs_on(text[match.end() : min(end, match.end() + _LOOK)], rules):
        return False
    return not (mark[0] in ".…" and len(mark.rstrip(_CLOSERS)) > 1 and opening == "" and not following[0].isupper())


def _counts_money(text: str, dot: re.Match[str], start: int, end: int, rules: Rules) -> bool:
    """Whether a dot ends the abbreviation of a number before a sign of money: "280 Mio. $"."""
    before = _WORD_BEFORE.search(text[max(start, dot.start() - _LOOK) : dot.start()])
    short = before is not None and before.group().casefold() in rules.abbreviations
    return short and _SIGN_AFTER.match(text, dot.end(), end) is not None


def _dot_ends(
    text: str, before: str, dot: int, start: int, following: str, opening: str, starts: bool, rules: Rules
) -> bool:
    """Whether a single dot after the word ``before`` ends a sentence."""
    word = before.casefold().strip("-")
    if _ORDINAL.fullmatch(word) and rules.ordinal_dots:
        if following.casefold() in rules.months:
            return False
        opener = text[max(start, dot - _LOOK) : dot - len(before)].split()
        return starts or not (opener and opener[-1].casefold() in rules.ordinal_openers)
    if rules.ordinal_dots and _ROMAN.fullmatch(before) and not starts:
        opener = text[max(start, dot - _LOOK) : dot - len(before)].split()
        led = opener[-1].casefold() if opener else ""
        named = led in GIVEN and following.casefold() in GIVEN
        if named or led in rules.ordinal_openers:
            return False  # "des XXII. Bezirks", "Carl XVI. Gustaf"
    if len(word) == 1 and word.isalpha():
        return bool(starts and not opening and (word in rules.closing_abbreviations or before.islower()))
    if _DOTTED.fullmatch(word) or word in rules.abbreviations:
        return (starts or opening != "") and (word in rules.closing_abbreviations)
    return True


def _runs_on(rest: str, rules: Rules) -> bool:
    """Whether what follows a closing quote is only who said it: ``King asked.``"""
    if not rules.subject_first:  # elsewhere a comma stands there
        return False
    spoken = rules.speech_verbs | rules.act_verbs
    words = re.match(r"\s*(\w[\w'’-]*(?: \w[\w'’-]*){1,3})(?![\w'’-])(?!\s*[:\"“,])", rest)
    if not words or not spoken:
        return False
    found = [word.casefold() for word in words.group(1).split()]
    return found[0] not in rules.starters and any(word in spoken for word in found[1:3])
