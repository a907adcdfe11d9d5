"""Clauses that are no sentences, worded as sentences: an accusation's infinitive, a relative clause.

"warf dem Westen vor, das Memorandum zu brechen" → "Der Westen bricht das Memorandum"; only where subject and verb form
are plain, else the clause stays as it is.
"""

from dataclasses import replace

from claimcheck.split.clauses import Stretch, Unit
from claimcheck.split.copulas import described
from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import Clauses
from claimcheck.split.tokens import Token
from claimcheck.split.verbs import is_finite

__all__ = ["as_sentence"]

_NOMINATIVES = frozenset({"der", "die", "das", "ein", "eine"})
_CASES = {"dem": "der", "den": "der", "der": "die", "die": "die", "das": "das"}  # what stands in the nominative


def as_sentence(tokens: list[Token], unit: Unit, cue: Stretch | None, rules: Rules) -> Unit:
    """The clause with the words and the order of a sentence; itself where that is not sure."""
    if not unit.complete and (sentence := described(tokens, unit, rules)):
        return sentence
    if rules.clauses is not Clauses.COMMA_BOUND:
        return unit
    if len(unit.stretches) == 1 and cue and tokens[cue[0]].word in rules.accusing and not unit.parts:
        return _accused(tokens, unit, cue, rules) or unit
    if unit.presupposed and len(unit.stretches) == 2 and not unit.complete:
        return _relative(tokens, unit, rules) or unit
    return unit


def _accused(tokens: list[Token], unit: Unit, cue: Stretch, rules: Rules) -> Unit | None:
    start, end = unit.stretches[0]
    while end > start and not tokens[end - 1].is_word:
        end -= 1
    if end - start < 4 or tokens[end - 2].word not in rules.infinitive_marks or cue[0] >= start:
        return None
    named = _accused_phrase(tokens, cue[1], start, rules)
    if named is None:
        return None
    subject, many = named
    verb = tokens[end - 1].word
    finite = verb if many else rules.third_person.get(verb, _regular(verb))
    return replace(unit, parts=(f"{subject} {finite} ", (start, end - 2)), complete=True) if finite else None


def _accused_phrase(tokens: list[Token], start: int, end: int, rules: Rules) -> tuple[str, bool] | None:
    """Who is accused, as a subject, and whether they are many; None where that is not plain."""
    at = start
    while at < end and (tokens[at].word in rules.adverbs or tokens[at].text in {",", "“", "„"}):
        at += 1
    if at >= end:
        return None
    article = tokens[at].word
    if article in {"dem", "der", "den"} and at + 1 < end and tokens[at + 1].capital:
        after = tokens[at + 2] if at + 2 < len(tokens) else None
        if after is None or (after.is_word and after.capital):
            return None
        many = article == "den"
        return f"{'Die' if many else _CASES[article].capitalize()} {tokens[at + 1].text}", many
    if tokens[at].capital and at + 1 < len(tokens) and not tokens[at + 1].capital and article not in rules.pronouns:
        return tokens[at].text, False
    return None


def _regular(verb: str) -> str | None:
    """The third person of a verb whose vowel stays: "bedrohen" → "bedroht"."""
    if not verb.endswith("en") or len(verb) < 5:
        return None
    stem = verb[:-2]
    return stem + ("et" if stem.endswith(("t", "d")) else "t")


def _relative(tokens: list[Token], unit: Unit, rules: Rules) -> Unit | None:
    """``die Resolution, die den Angriff verurteilte`` → ``die Resolution verurteilte den Angriff``."""
    noun, (start, end) = unit.stretches
    while end > start and not tokens[end - 1].is_word:
        end -= 1
    if start and tokens[start - 1].word in rules.coordinators:
        return None  # the second of two clauses: its article is no pronoun
    pronoun, final = tokens[start].word, end - 1
    inner = tokens[start + 1 : final]
    verbs = [at for at in range(start + 1, end) if is_finite(tokens, at, rules)]
    if pronoun not in {"der", "die", "das"} or verbs != [final] or not inner:
        return None
    if any(token.text in {",", ":", ";", "–"} or token.word in rules.coordinators for token in inner):
        return None
    object_only = {token.word for token in inner} & {"den", "dem", "einen", "einem"}
    nominative = [
        token
        for at, token in enumerate(inner)
        if token.word in _NOMINATIVES and (at == 0 or inner[at - 1].word not in rules.prepositions)
    ]
    loose = inner[0].capital or inner[0].word in rules.pronouns or inner[0].text[:1].isdigit()
    if loose or (nominative and not (object_only and inner[0].word in object_only)):
        return None
    if (
        tokens[noun[0]].word in {"dem", "den", "des", "einem", "einen", "eines", "einer"}
        or tokens[noun[0]].word in rules.his
    ):
        return None  # the noun stands in another case
    if tokens[noun[0]].word == "der" and pronoun != "der":
        return None
    word = tokens[final].word
    if word not in rules.auxiliaries and word.startswith(rules.particles or ("\0",)):
        return None
    return replace(unit, parts=(noun, (final, final + 1), (start + 1, final)), complete=True)
