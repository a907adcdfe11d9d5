"""German sentences without a main clause: "Auch wenn es regnet.", "Ohne Vertrag und ohne Haken.", "Kiel, wo er lebt."

A noun phrase alone is none of them: "Ein Toter, drei Verletzte." says something.
"""

from functools import lru_cache

from claimcheck.split.cutting.relative_clauses import Segment, is_infinitive
from claimcheck.split.cutting.segments import find_segments
from claimcheck.split.languages import Rules
from claimcheck.split.words.stretches import LONGEST, Stretch, Unit, last_word
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import ends_infinitive, first_finite, is_finite

__all__ = ["is_torso"]

_OBLIQUE = frozenset({"dem", "den", "einem", "einen"})
_FOCUS = frozenset({"auch", "sogar", "vor", "allem", "nur", "zumindest", "wenigstens", "besonders"})
_DEPENDS = frozenset({"bound", "separable", "relative"})
_VERBAL = frozenset({"fin", "pp", "inf", "izu", "sep", "num"})


def is_torso(tokens: list[Token], quoted: list[bool], stretch: Stretch, unit: Unit, rules: Rules) -> bool:
    """Whether what is stated in a stretch has no main clause, and a unit of it was not made a sentence either."""
    made = unit.complete and bool(unit.parts)
    if not rules.comma_bound or made or not tokens[stretch[0]].tag or len(tokens) > LONGEST:
        return False
    return not quoted[stretch[0]] and _lacks_main(tuple(tokens), tuple(quoted), stretch, rules)


@lru_cache(maxsize=1)
def _lacks_main(sentence: tuple[Token, ...], quoted: tuple[bool, ...], stretch: Stretch, rules: Rules) -> bool:
    """Whether a stretch has no main clause; it is asked of each unit of a statement, one after another."""
    tokens = list(sentence)
    segments = find_segments(tokens, list(quoted), stretch, rules)
    if not segments:
        return False
    first, others = segments[0], segments[1:]
    if any(each.mark != "," for each in others):
        return False
    if not others and _is_bare_infinitive(tokens, first):
        return True  # "Einmal im Leben etwas gewonnen zu haben."
    depends = bool(others) and all(_depends(tokens, each, rules) for each in others)
    alone = tokens[first.start].tag == "prep" and first_finite(tokens, first.start, first.end, rules) is None
    if first.kind in {"bound", "separable"} and not alone:
        return _depends(tokens, first, rules) and (depends or not others)
    if first.kind != "fragment" and not alone:
        return False
    return _hangs(tokens, first, rules) if not others else depends and not _tells(tokens, first)


def _depends(tokens: list[Token], segment: Segment, rules: Rules) -> bool:
    """Whether a segment is a clause whose only verb is its last word, or an infinitive."""
    last = last_word(tokens, segment.start, segment.end)
    if is_infinitive(tokens, segment):
        return True
    verbal = is_finite(tokens, last, rules) or tokens[last].tag in {"fin", "inf", "pp"}
    others = [at for at in range(segment.start, last) if is_finite(tokens, at, rules)]
    closing = all(not tokens[at + 1].is_word or tokens[at + 1].tag == "conj" for at in others)  # "die spielt und singt"
    return segment.kind in _DEPENDS and verbal and closing


def _is_bare_infinitive(tokens: list[Token], segment: Segment) -> bool:
    """Whether a sentence ends in an infinitive with "zu" and has no verb of its own."""
    ends = ends_infinitive(tokens, last_word(tokens, segment.start, segment.end))
    return ends and not any(token.tag == "fin" for token in tokens[segment.start : segment.end])


def _hangs(tokens: list[Token], segment: Segment, rules: Rules) -> bool:
    """Whether a phrase only says how, where or to whom: "Ohne Vertrag und ohne Haken", "Aber auch den Ärzten"."""
    at = segment.start
    while at + 1 < segment.end and (tokens[at].word in rules.coordinators or tokens[at].word in _FOCUS):
        at += 1
    opens = tokens[at].tag == "prep" or (at > segment.start and tokens[at].word in _OBLIQUE)
    inside = tokens[at : segment.end]
    if not opens or any(token.tag in _VERBAL or (token.is_word and not token.tag) for token in inside):
        return False
    led = [at for at, token in enumerate(inside) if token.tag == "art" and inside[at - 1].tag != "prep"]
    return all(inside[at].word in rules.genitives or inside[at].word in _OBLIQUE for at in led)


def _tells(tokens: list[Token], segment: Segment) -> bool:
    """Whether a phrase tells what happened by its participle: "Ein Haus zerstört, in dem …"."""
    return any(token.tag in _VERBAL - {"num"} for token in tokens[segment.start : segment.end])
