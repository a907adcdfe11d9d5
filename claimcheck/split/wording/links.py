"""Words that only tie a claim to the sentence before ("however", "zudem", "aber"), left out of its wording.

The fact is the same without them; a word that denies, hedges or gives a condition is none of them.
"""

from collections.abc import Iterator, Sequence

from claimcheck.records import Span, Substitution
from claimcheck.split.cutting.word_order import verb_first
from claimcheck.split.languages import Rules
from claimcheck.split.speech.frame import phrase_at
from claimcheck.split.words.stretches import Stretch, Unit
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["left_out_links", "without_front_link"]

_NAMING_TAGS = frozenset({"art", "noun", "name", "num"})
_LAST = {("zwar", "."), ("zwar", ","), ("aber", "als")}  # "scheiterte zwar.", "nannte ihn aber als …"
_LABEL = 5  # words in front of a colon that only announce
_NEAR = 3  # words before "also" in which "not only" may stand


def left_out_links(
    text: str, tokens: list[Token], stretches: Sequence[Stretch], rules: Rules
) -> Iterator[Substitution]:
    """The linking words in a claim, each with the commas around it, as what is left out."""
    opening = stretches[0][0] if stretches else 0
    for a, b in stretches:
        for at in range(a, b):
            found = (
                _opener(tokens, at, b, rules)
                if at == opening
                else _inside(tokens, at, b, rules) or _loose(tokens, a, at, b, rules)
            )
            if found:
                first, last = found
                span = Span(tokens[first].start, tokens[min(last, len(tokens) - 1)].end)
                yield Substitution(span, text[span.start : span.end], "")


def _opener(tokens: list[Token], at: int, end: int, rules: Rules) -> Stretch | None:
    """``However, …`` and ``But the council …``: the first word of a claim, in front of its subject."""
    length = phrase_at(tokens, at, rules.naming.links)
    after = tokens[at + length] if length and at + length < end else None
    if after is not None and after.text == "," and not rules.comma_bound:
        return at, at + length
    if rules.comma_bound and at == 0 and (colon := _label(tokens, end, rules)):
        return at, colon
    joins = tokens[at].word in rules.naming.joining and at + 2 < end
    if rules.comma_bound and tokens[at].word == "auch" and at + 2 < end and tokens[at + 1].tag in {"art", "prep"}:
        return at, at  # "Auch in Dornau …"
    if not joins:
        return None
    follower = tokens[at + 1]
    named = follower.tag in _NAMING_TAGS or follower.word in rules.subject_pronouns or follower.capital
    return (at, at) if named and follower.is_word and not is_finite(tokens, at + 1, rules) else None


def _label(tokens: list[Token], end: int, rules: Rules) -> int | None:
    """Where the colon stands behind a few words that only announce what follows: "Die gute Nachricht: …"."""
    colon = next((at for at in range(1, min(_LABEL, end)) if tokens[at].text == ":"), None)
    if colon is None or colon + 3 >= end or any(token.tag in {"name", "num"} for token in tokens[:colon]):
        return None
    if any(is_finite(tokens, at, rules) or not tokens[at].is_word for at in range(colon)):
        return None
    plain = tokens[colon + 1].is_word and any(is_finite(tokens, at, rules) for at in range(colon + 2, end))
    return colon if plain and tokens[0].tag in {"art", "adj"} else None


def _inside(tokens: list[Token], at: int, end: int, rules: Rules) -> Stretch | None:
    """``…, however, …`` and, in German, a link between other words: ``hat zudem gesagt``."""
    length = phrase_at(tokens, at, rules.naming.links)
    if not length:
        return None
    first, last = at, at + length - 1
    before, after = tokens[at - 1] if at else None, tokens[last + 1 : last + 2]
    comma = bool(after) and after[0].text == ","
    if before is not None and before.text == "," and (comma or last + 1 >= end):
        begins = comma and not rules.comma_bound and tokens[last + 2 : last + 3]
        if begins and begins[0].tag in {"name", "pro"} and any(is_finite(tokens, j, rules) for j in range(at)):
            return None  # "Lee won, however, Ray was faster": between two sentences
        return first - 1, last + comma
    between = before is not None and before.is_word and bool(after) and after[0].is_word
    kept = before is None or before.word in rules.coordinators | {"sondern", "auch", "nicht"}
    return None if not rules.comma_bound or not between or kept else (first, last)


def _loose(tokens: list[Token], start: int, at: int, end: int, rules: Rules) -> Stretch | None:
    """``hat aber``, ``would also``: a word that links by itself, behind the verb or between subject and verb."""
    word = tokens[at].word
    if word not in rules.naming.loose_links or tokens[at].capital or not tokens[at - 1].is_word:
        return None
    behind = tokens[at + 1].word if at + 1 < end else "."
    if rules.comma_bound and (word, behind) in _LAST:
        return (at, at) if any(is_finite(tokens, j, rules) for j in range(start, at)) else None
    if at + 1 >= end:
        return None
    before, after = tokens[at - 1], tokens[at + 1]
    if not after.is_word or after.tag == "adj" or before.word in rules.coordinators:
        return None
    if rules.comma_bound:
        verb = next((j for j in range(at - 1, start - 1, -1) if is_finite(tokens, j, rules)), None)
        behind_verb = verb is not None and all(token.is_word for token in tokens[verb:at])  # not "…, ihn aber nicht"
        return (at, at) if behind_verb and after.word not in rules.that | rules.subordinators else None
    if any(token.word in {"not", "but", "only"} or token.word.endswith("n't") for token in tokens[at - _NEAR : at]):
        return None
    beside_verb = is_finite(tokens, at + 1, rules) or is_finite(tokens, at - 1, rules)
    return (at, at) if beside_verb and after.tag not in {"art", "noun", "name"} else None


def without_front_link(tokens: list[Token], unit: Unit, start: int, rules: Rules) -> tuple[Unit, Stretch | None]:
    """``Zudem hat der Rat …`` read as ``Der Rat hat …``, and where the link stands; as it is where unsure."""
    first, end = unit.stretches[0]
    length = phrase_at(tokens, start, rules.naming.front_links) if first <= start < end else 0
    if not length or start + length >= end:
        return unit, None
    turned = verb_first(tokens, unit, start + length, rules)
    subject = turned.parts[0] if turned.parts else None
    if turned is unit or subject is None or isinstance(subject, str):
        return unit, None
    plain = not any(token.tag == "prep" for token in tokens[slice(*subject)])
    return (turned, (start, start + length)) if plain else (unit, None)
