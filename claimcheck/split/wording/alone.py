"""Where a clause stands in the text, and how it reads by itself."""

import re

from claimcheck.records import Span, Substitution
from claimcheck.split.words.stretches import Stretch, Unit
from claimcheck.split.words.tokens import Token, plain, trimmed

__all__ = ["place", "word_claim"]

_PAIRS = {"„": '“”"', "“": '”"', "»": "«", "«": "»", '"': '"”', "(": ")", "[": "]"}
_GAP = re.compile(r"\s+([,.;:!?])")
_OPENED = re.compile(r"(?<!\w)'(?=\w)")
_SUBORDINATES = frozenset({"wo", "als", "dass", "weil", "wenn", "obwohl", "nachdem", "bevor", "ob", "während", "damit"})
_AIMS = frozenset({"um", "ohne", "statt", "anstatt"})
_ENDS = frozenset(".!?…。！？؟।")
_QUOTES = frozenset('"”“»')
_CLOSERS = '”»«)]“"'


def place(text: str, tokens: list[Token], stretch: Stretch, *, end_mark: bool = True) -> Span | None:
    """The span of a stretch of tokens, without commas at its ends or half a pair of quotation marks.

    ``end_mark``: a mark that ends the sentence right behind belongs to it.
    """
    a, b = stretch
    if a >= b:
        return None
    if end_mark and b < len(tokens) and tokens[b - 1].is_word:
        b += tokens[b].text[0] in ".!?…" and tokens[b].start == tokens[b - 1].end
    b += b < len(tokens) and _closes(text, tokens[a].start, tokens[b])
    return _unpaired(text, trimmed(text, tokens[a].start, tokens[b - 1].end, ",;:–—"))


def _closes(text: str, start: int, mark: Token) -> bool:
    """Whether a mark right behind a stretch closes the quotation that ends it: "called it “a victory” and left"."""
    said = text[start : mark.start]
    opener = max(
        (said.rfind(each) for each, ends in _PAIRS.items() if mark.text in ends and each in '„“»"'), default=-1
    )
    if opener < 0 or not said[opener + 1 :].strip() or said[-1:].isspace():
        return False
    return said.count(mark.text) % 2 == 1 if mark.text == said[opener] else mark.text not in said[opener + 1 :]


def _unpaired(text: str, span: Span | None) -> Span | None:
    """The span without marks at its ends whose other half lies outside, and without a pair around the whole."""
    while span:
        first, last = text[span.start], text[span.end - 1]
        inner = text[span.start + 1 : span.end]
        if first in _PAIRS and (last in _PAIRS[first] or not any(mark in inner for mark in _PAIRS[first])):
            around = last in _PAIRS[first] and span.end - span.start > 1
            if around and any(mark in inner[:-1] for mark in first + _PAIRS[first]):
                return span
            span = trimmed(text, span.start + 1, span.end - 1 if around else span.end, ",;:–—")
        elif (
            last in _CLOSERS
            and not any(opener in text[span.start : span.end - 1] for opener, ends in _PAIRS.items() if last in ends)
        ) or (last == "'" and not _OPENED.search(text, span.start, span.end)):
            span = trimmed(text, span.start, span.end - 1, ",;:–—")
        else:
            return span
    return None


def word_claim(
    text: str, tokens: list[Token], unit: Unit, substitutions: tuple[Substitution, ...], sentence: Stretch | None
) -> str:
    """The claim as one line: its parts in reading order, substitutions made, a capital first and a mark last.

    A clause that is no sentence by itself reads as the whole ``sentence`` it stands in, where that is given: faithful
    before atomic. A noun phrase reads as it is.
    """
    parts = unit.parts or unit.stretches
    if sentence is not None and not unit.complete:
        parts = (sentence,)
    line = ""
    for part in parts:
        if isinstance(part, str):
            line = line.rstrip() + part
            continue
        if line and part[0] < part[1] and tokens[part[0]].contracted:  # "they | 're open": in full, apart from it
            line, part = f"{line.rstrip()} {tokens[part[0]].word}", (part[0] + 1, part[1])
        span = place(text, tokens, part, end_mark=False)
        if span:
            line = line.rstrip(" ,") + "," if line and _set_off(tokens, part[0], unit) else line
            line += (" " if line and not line.endswith(" ") else "") + _substituted(text, span, substitutions)
    line = _GAP.sub(r"\1", plain(line)).strip(",;:– ")
    if line.count('"') % 2 and unit.stretches[0] != (0, len(tokens)):
        line = line.replace('"', "", 1) if line.count('"') == 1 else line  # its other half lies outside
    if line[:1].islower():
        line = line[:1].upper() + line[1:]
    last = max(part[1] for part in parts if not isinstance(part, str))
    if last < len(tokens) and tokens[last].text in {"?", "!"}:
        return line + tokens[last].text
    return _ended(line)


def _ended(line: str) -> str:
    """A line with a mark at its end: behind a quotation that ends it without one, in which no comma is left."""
    if line[-2:-1] == "," and line[-1] in _QUOTES:
        line = line[:-2] + line[-1]
    if line[-1:] == '"' and line.count('"') % 2:
        line = line[:-1]  # its other half lies outside
    said = line[:-1] if line[-1:] in _QUOTES else line
    return line if said[-1:] in _ENDS else line + "."


def _set_off(tokens: list[Token], at: int, unit: Unit) -> bool:
    """Whether a comma stood before a part that is no clause by itself, or before a relative clause."""
    if unit.parts or at == 0:
        return False
    last = max((stop - 1 for _, stop in unit.stretches if 1 < stop <= at), default=0)
    if last > 1 and tokens[last].text.isdigit() and tokens[last - 1].text == ",":
        return True  # "Ann Lee, 29, (who lives there,) left"
    if tokens[at].word in {"aber", "sondern"} and tokens[at - 1].text == ",":
        return True
    if at > 1 and tokens[at - 2].text == ")" and tokens[at - 1].text == ",":
        return True  # "…, weil es brannte (1999 schon), ist …"
    if tokens[at].word in _SUBORDINATES and tokens[at - 1].word in {"–", ","} and unit.complete:
        return True  # "Er wurde kritisiert - auch in Kiel -, dass er …"
    if tokens[at].word in _AIMS and tokens[at - 1].text == "," and unit.complete:
        return any(token.tag in {"to", "izu"} for token in tokens[at + 1 : unit.stretches[-1][1]])
    if tokens[at - 1].text == "," and _is_fronted(tokens, at, unit):
        return True  # "Unlike light, which is fast, sound takes long"
    relative = tokens[at].tag == "rel" and tokens[at - 1].text == ","
    described = len(unit.stretches) == 2 and not unit.complete and tokens[at - 1].text in {",", "–", "—", "-", "("}
    return relative or (described and at == unit.stretches[1][0])


def _is_fronted(tokens: list[Token], at: int, unit: Unit) -> bool:
    """Whether a subject begins at ``at`` behind a phrase in front that lost what was told of it."""
    if len(unit.stretches) < 2 or unit.parts or at != unit.stretches[1][0]:
        return False
    front = tokens[slice(*unit.stretches[0])]
    opens = front[0].tag == "prep" and all(token.tag not in {"fin", "inf", "pp"} for token in front)
    return opens and tokens[at].tag in {"art", "name", "noun", "adj", "num", "pro"}


def _substituted(text: str, span: Span, substitutions: tuple[Substitution, ...]) -> str:
    """The text of a span with the substitutions that lie in it."""
    line, at = "", span.start
    for each in sorted(substitutions, key=lambda one: one.span):
        if each.span.start < at < each.span.end <= span.end and not text[each.span.start : at].strip(" ,"):
            at = each.span.end if not each.replacement else at  # left out with the comma that the span has not
        if at <= each.span.start and each.span.end <= span.end:
            line += text[at : each.span.start] + each.replacement
            at = each.span.end
    return line + text[at : span.end]
