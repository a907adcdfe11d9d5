"""What stands behind a comma in German and is no apposition: a relative clause, what closes the clause around it."""

from claimcheck.split.languages import Rules
from claimcheck.split.words.stretches import Stretch, last_word
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import first_finite, is_finite

__all__ = ["counts_on", "marks_case", "no_apposition"]

_RESUMES = frozenset({"da", "dort", "so"})
_OBLIQUE = frozenset({"den", "dem", "einen", "einem"})
_PLAIN = frozenset({"adv", "prep", "adj", "conj"})


def no_apposition(tokens: list[Token], start: int, at: int, stop: int, end: int, rules: Rules) -> bool:
    """Whether ``[at, stop)`` describes no noun phrase before it, or cannot be taken out of its clause."""
    last = last_word(tokens, at, stop)
    if tokens[at].tag == "rel" or (tokens[at].word in rules.prepositions and tokens[min(at + 1, end - 1)].tag == "rel"):
        return True  # "…, in dem er schlief und las": a relative clause
    if tokens[last].tag in {"inf", "sep"} or (tokens[at].tag == "art" and tokens[stop - 1].tag == "pp"):
        return True  # "Firmen, die Listen ausgeben", "die Firma, die Kinder betreut"
    if tokens[last].tag == "pp" and _awaits_participle(tokens, start, at, rules):
        return True
    if tokens[last].tag in _PLAIN and not tokens[last].capital and tokens[at].tag in {"art", "num"}:
        return True  # "ist Jan Pell, dem Sprecher des Amtes zufolge bekannt": its comma is missing
    if any(token.tag in {"to", "izu"} for token in tokens[at:stop]):
        return True  # "…, die Steuer zu senken"
    if counts_on(tokens, start, at):
        return True
    return stop + 2 < end and tokens[stop + 1].word in _RESUMES and is_finite(tokens, stop + 2, rules)


def counts_on(tokens: list[Token], start: int, at: int) -> bool:
    """Whether a number behind a comma is one of several: "20 vom Bund, zwei von Kiel, acht von Ulm"."""
    before = max((j + 1 for j in range(start, at - 1) if tokens[j].text == ","), default=at)
    return before < at and all(tokens[j].tag == "num" or tokens[j].text[:1].isdigit() for j in (before, at))


def marks_case(tokens: list[Token], start: int, head: Stretch, at: int) -> bool:
    """Whether only what describes a name in front tells that it is no subject: "Jan Holm, dem Wirt, gehört es"."""
    named = all(token.tag == "name" for token in tokens[slice(*head)])
    return named and head[0] == start and tokens[at].word in _OBLIQUE


def _awaits_participle(tokens: list[Token], start: int, at: int, rules: Rules) -> bool:
    """Whether an auxiliary has had no participle yet, which closes the clause: "Sie wurde von Rom, … , geholt"."""
    fin = first_finite(tokens, start, at, rules)
    helped = fin is not None and tokens[fin].word in rules.auxiliaries
    return helped and not any(token.tag in {"pp", "inf"} for token in tokens[fin or start : at])
