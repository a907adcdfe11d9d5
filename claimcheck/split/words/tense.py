"""Whether a clause tells of the past."""

from collections.abc import Set
from functools import lru_cache

from claimcheck.split.languages import Rules
from claimcheck.split.words.tokens import Token

__all__ = ["tells_past"]

_PREFIXES = ("ent", "er", "ver", "be", "ge", "zer", "über", "unter", "wider", "hinter", "miss", "um", "durch")
_LEAST = 3  # letters of a past form


def tells_past(tokens: list[Token], rules: Rules) -> bool:
    """Whether a verb form is of the past: a known one, one that ends like it, or a participle with its auxiliary."""
    supposed, past = _forms(rules)
    if _holds(tokens, past, rules) or any(_is_strong_past(token, rules) for token in tokens):
        return True
    if _holds(tokens, rules.worth.havings, rules) and any(token.tag == "pp" for token in tokens):
        return True
    return any(token.tag == "fin" and token.word not in supposed and _ends(token.word, rules) for token in tokens)


@lru_cache(maxsize=8)
def _forms(rules: Rules) -> tuple[frozenset[str], frozenset[str]]:
    """The verb forms of a language that suppose, report or demand, and those of the past that do not."""
    supposed = rules.worth.conditional | rules.subjunctive | rules.worth.normative_words
    return supposed, rules.simple_past - supposed


def _holds(tokens: list[Token], forms: Set[str], rules: Rules) -> bool:
    """Whether one of the verb forms stands there; German nouns have a capital inside a sentence: "ein Floß"."""
    nouns = rules.comma_bound
    return any(token.word in forms and not (nouns and at and token.capital) for at, token in enumerate(tokens))


def _ends(word: str, rules: Rules) -> bool:
    if rules.subject_first:
        return word.endswith("ed")
    return word.endswith(("te", "ten")) and not word.endswith(rules.present_endings)


def _is_strong_past(token: Token, rules: Rules) -> bool:
    """Whether a German verb has the past of another with a prefix before it: "enthielt", "verstarb"."""
    if token.tag != "fin" or not rules.particles:
        return False
    bases = (token.word[len(each) :] for each in _PREFIXES if token.word.startswith(each))
    return any(base in rules.simple_past and len(base) >= _LEAST for base in bases)
