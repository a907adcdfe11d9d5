"""Clauses with their verb first or last, worded as main clauses: "gestiegen sei die Zahl" → "die Zahl sei gestiegen".

Only where the first noun phrase is plain, so that the verb can stand behind it; else the clause stays as it is.
"""

from claimcheck.split.clauses import SHORTEST, Stretch, Unit
from claimcheck.split.languages import Rules
from claimcheck.split.tokens import Token
from claimcheck.split.verbs import is_finite

__all__ = ["noun_phrase", "reordered", "verb_second"]


def reordered(tokens: list[Token], unit: Unit, rules: Rules) -> Unit:
    """A clause behind "laut X" or "dass" with the word order of a main clause, where its first noun phrase is plain."""
    start, end = unit.stretches[0]
    if len(unit.stretches) > 1 or unit.parts or start == 0:
        return unit
    if is_finite(tokens, start, rules):
        phrase = noun_phrase(tokens, start + 1, end, rules)
        parts: tuple[Stretch, ...] = ((start + 1, phrase), (start, start + 1), (phrase, end)) if phrase else ()
        return Unit(unit.stretches, parts=parts, complete=bool(phrase))
    if tokens[start - 1].word in rules.that and all(token.text != "," for token in tokens[start:end]):
        return verb_second(tokens, start, end, rules) or Unit(unit.stretches, complete=False)
    return unit


def verb_second(tokens: list[Token], start: int, end: int, rules: Rules) -> Unit | None:
    """A clause that ends in its verb, read with the verb behind its first noun phrase; None where that is not plain."""
    final = end - 1
    while final > start and not tokens[final].is_word:
        final -= 1
    moved = tokens[final].word in rules.auxiliaries | rules.subjunctive
    phrase = noun_phrase(tokens, start, final, rules) if moved and final - start >= SHORTEST else None
    return Unit(((start, end),), parts=((start, phrase), (final, final + 1), (phrase, final))) if phrase else None


def noun_phrase(tokens: list[Token], start: int, end: int, rules: Rules) -> int | None:
    """Where a noun phrase that begins at ``start`` is over, genitives with it; None where that is not plain."""
    at = start
    if at < end and tokens[at].word in rules.pronouns and not tokens[at].capital:
        return at + 1
    described = at + 1 < end and tokens[at + 1].capital and tokens[at].word.endswith("e") and not tokens[at].capital
    if described and tokens[at].word not in rules.determiners | rules.prepositions | rules.adverbs | rules.pronouns:
        at += 1  # "westliche Staaten"
    if at < end and (tokens[at].word in rules.determiners or tokens[at].text[:1].isdigit()):
        while at < end and tokens[at].is_word and not tokens[at].capital:
            at += 1
    if at >= end or not tokens[at].capital:
        return None
    at += 1
    while at < end and tokens[at].word in rules.genitives:
        while at < end and tokens[at].is_word and not tokens[at].capital:
            at += 1
        at = min(at + 1, end)
    return at if at < end and not tokens[at].capital else None
