"""English relative clauses that say which of several is meant, and so stay with their noun."""

from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import words
from claimcheck.split.words.nouns import ends_as_plural
from claimcheck.split.words.stretches import Stretch
from claimcheck.split.words.tokens import Token

__all__ = ["says_which"]

_LONG = 3  # tokens from which a description says something without its clause
_MORE = words("lighter heavier faster slower cheaper larger smaller bigger higher lower better worse longer shorter")


def says_which(tokens: list[Token], start: int, head: Stretch, at: int, rules: Rules) -> bool:
    """Whether a clause without a comma cannot be told apart: "a robot: a machine that climbs", "would help men who".

    Nor can it behind what describes a name: "in Norland, a country where it sells tea".
    """
    before = tokens[head[0] - 1].text if head[0] else ""
    named = before == "," and tokens[head[0] - 2].capital and tokens[head[0]].tag == "art"
    supposed = any(token.word in rules.worth.conditional for token in tokens[start : head[0]])
    several = tokens[head[0]].word not in rules.definite | rules.his and ends_as_plural(tokens[head[1] - 1].word)
    if several and _compares(tokens, at):
        return True  # "sells batteries that are lighter and last longer": than what, stands elsewhere
    short = tokens[at].word == "that" and head[1] - head[0] < _LONG  # "to Moor, a firm that will run it": what Moor is
    return before == ":" or ((tokens[at].word == "where" or short) and named) or (supposed and several)


def _compares(tokens: list[Token], at: int) -> bool:
    """Whether a relative clause compares without saying with what: "that are lighter", "which have a higher cost"."""
    said = [token for token in tokens[at + 1 : at + 6] if token.is_word]
    return any(token.word in _MORE for token in said) and not any(
        token.word == "than" for token in tokens[at : at + 12]
    )
