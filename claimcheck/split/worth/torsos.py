"""Sentences without a main clause: "Auch wenn es regnet.", "Ohne Vertrag und ohne Haken.", "If the tax is raised."

A noun phrase alone is none of them: "Ein Toter, drei Verletzte." says something.
"""

from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from claimcheck.split.cutting.relative_clauses import Segment, is_infinitive
from claimcheck.split.cutting.segments import find_segments
from claimcheck.split.languages import Rules
from claimcheck.split.words.stretches import LONGEST, Stretch, Unit, last_word
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import ends_infinitive, first_finite, is_finite

__all__ = ["is_torso"]

_OBLIQUE = frozenset({"dem", "den", "einem", "einen"})
_FOCUS = frozenset({"auch", "sogar", "vor", "allem", "nur", "zumindest", "wenigstens", "besonders"})
_LEADING = frozenset({"if", "when", "whenever", "unless", "whether", "although", "though", "while", "whereas"})
_PHRASAL = frozenset({"art", "adj", "noun", "name", "num", "prep", "conj"})
_BEFORE = frozenset({"first", "later", "now"})  # adverbs, whatever they are read as
_SHORT = 3  # words
_BARE = 16  # tokens that a clause without its main clause has less than
_LONG = 4  # letters of a word that a title writes with a capital
_DEPENDS = frozenset({"bound", "separable", "relative"})
_VERBAL = frozenset({"fin", "pp", "inf", "izu", "sep", "num"})


def is_torso(
    tokens: list[Token], quoted: list[bool], stretch: Stretch, unit: Unit, rules: Rules, around: Stretch | None = None
) -> bool:
    """Whether what is stated in a stretch has no main clause, and a unit of it was not made a sentence either.

    ``around``: the words that are read in the unit's stead.
    """
    made = unit.complete and bool(unit.parts)
    if rules.subject_first and not made and tokens[stretch[0]].tag:
        return _is_bare(tokens, replace(unit, stretches=(around,)) if around else unit, rules)
    if not rules.comma_bound or made or not tokens[stretch[0]].tag or len(tokens) > LONGEST:
        return False
    return not quoted[stretch[0]] and _lacks_main(tuple(tokens), tuple(quoted), stretch, rules)


def _is_bare(tokens: list[Token], unit: Unit, rules: Rules) -> bool:
    """Whether an English unit is a clause that depends on another, lacks its subject, or has no verb.

    "If the tax is raised.", "First shown in May.", "Two clerks of the council."
    """
    said = [token for a, b in unit.stretches for token in tokens[a:b]]
    led = bool(said) and said[0].word in _BEFORE
    while len(said) > 1 and (not said[0].is_word or said[0].word in _BEFORE or said[0].tag == "adv"):
        said = said[1:]
    verbs = [at for at in range(len(said)) if is_finite(said, at, rules) or said[at].tag in {"fin", "inf"}]
    if len(said) < _SHORT or len(unit.stretches) > 1 or (unit.presupposed and not unit.complete):
        return False
    if said[0].word in _LEADING and said[0].tag == "sub":
        before, behind = (said[: verbs[0]], said[verbs[0] :]) if verbs else (said, said)
        commas = sum(token.text == "," for token in before)  # "When lit, the lamp bursts" has its main verb behind it
        alone = len(verbs) == 1 and len(said) < _BARE
        return alone and commas != 1 and not any(token.text == "," for token in behind)
    if said[0].word == said[2].word == "the" and said[1].tag == "adj":
        return not any(token.text == "," for token in said)  # "The older the age at which they leave"
    if said[0].word in {"this", "that"} and said[1].text == ",":
        return not verbs  # "This, despite three firms having left"
    if led and said[0].tag in {"fin", "pp"} and said[1].tag in {"adv", "pp", "ing", "prep"}:
        return all(at == 0 for at in verbs) and not any(token.text in {",", ":"} for token in said)
    return _is_phrase(said, verbs)


def _is_phrase(said: list[Token], verbs: list[int]) -> bool:
    """Whether words are only a noun phrase: "Two clerks of the council", "In Leeds, a man who sells tea and lives"."""
    end = next((at for at, token in enumerate(said) if token.tag == "rel"), len(said))
    outer = [at for at in verbs if at < end] + [at for at in verbs if at > end and said[at - 1].tag != "conj"][1:]
    plain = all(token.tag in _PHRASAL or not token.is_word or _owns(said, at) for at, token in enumerate(said[:end]))
    titled = all(token.capital for token in said if len(token.text) >= _LONG)  # "Harwick Mill Cost Town Millions"
    told = any(one.tag == "adj" and two.tag in {"prep", "adv"} for one, two in pairwise(said[:end]))  # "30 dead in"
    figure = any(token.text[:1].isdigit() for token in said)  # "A fine of 300 euros for the mill"
    if outer or not plain or titled or told or figure or any(_may_tell(said, at) for at in range(1, len(said))):
        return False
    opens = said[0].tag
    apart = next((at for at, token in enumerate(said) if token.text in {",", ":"}), 0)
    set_off = 0 < apart < len(said) - 1 and said[apart + 1].word in {"a", "an", "the"}
    return opens in {"art", "num", "adj"} or (opens in {"prep", "name"} and set_off)


def _owns(said: list[Token], at: int) -> bool:
    """Whether a word says whose the noun behind it is: "the town's old mill", not "the mill's in danger"."""
    behind = next((each for each in said[at + 1 :] if each.tag != "adj"), None)
    return said[at].word.endswith(("'s", "’s")) and behind is not None and behind.tag in {"noun", "name"}


def _may_tell(said: list[Token], at: int) -> bool:
    """Whether a word that was read as a noun may be the verb: "The fiscal year ends next May"."""
    token, before = said[at], said[at - 1]
    ends = token.word.endswith(("s", "ed", "t")) and not token.word.endswith(("us", "ss", "is"))
    ends = ends and before.tag in {"noun", "name"}
    object_follows = at + 1 < len(said) and said[at + 1].tag in {"art", "pro", "num"}
    return token.tag in {"noun", "adj"} and not token.capital and (ends or object_follows)


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
