"""English relative clauses that say which of several is meant, and so stay with their noun."""

from claimcheck.split.cutting.named_heads import SUMS, of_named
from claimcheck.split.languages import Rules
from claimcheck.split.languages.base import words
from claimcheck.split.words.nouns import ends_as_plural
from claimcheck.split.words.quotes import CLOSING_MARKS
from claimcheck.split.words.stretches import Stretch
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["in_general", "says_which"]

_ALL = words("all any every each")
_RULING = words("will must can may should shall would cannot")
_LONG = 3  # tokens from which a description says something without its clause
_MORE = words("lighter heavier faster slower cheaper larger smaller bigger higher lower better worse longer shorter")


def says_which(tokens: list[Token], start: int, head: Stretch, at: int, rules: Rules) -> bool:
    """Whether a clause without a comma cannot be told apart: "a robot: a machine that climbs", "would help men who".

    Nor can it behind what describes a name: "in Norland, a country where it sells tea".
    """
    begin = head[0] - (head[0] > 1 and tokens[head[0] - 1].text in CLOSING_MARKS)
    before = tokens[begin - 1].text if begin else ""
    named = before == "," and tokens[begin - 2].capital and tokens[head[0]].tag == "art"
    if begin and tokens[begin - 1].word in _ALL:
        return True  # "all the firms that are members"
    if not named and of_named(tokens, start, head, rules) == head and _sums_up(tokens, start, begin, head, rules):
        return True
    supposed = any(token.word in rules.worth.conditional for token in tokens[start : head[0]])
    several = tokens[head[0]].word not in rules.definite | rules.his and ends_as_plural(tokens[head[1] - 1].word)
    if several and _compares(tokens, at):
        return True  # "sells batteries that are lighter and last longer": than what, stands elsewhere
    short = tokens[at].word == "that" and head[1] - head[0] < _LONG  # "to Moor, a firm that will run it": what Moor is
    if tokens[at].word == "where" and tokens[head[1] - 1].tag == "noun" and ends_as_plural(tokens[head[1] - 1].word):
        return not tokens[head[1] - 1].capital  # "the rulers of the towns where there are mills"
    return before == ":" or ((tokens[at].word == "where" or short) and named) or (supposed and several)


def in_general(tokens: list[Token], head: Stretch, at: int, stop: int, rules: Rules) -> bool:
    """Whether a clause says of which of several a rule holds: "The guests who need a pass will wait at the door"."""
    several = tokens[at].word in {"who", "that", "which"} and ends_as_plural(tokens[head[1] - 1].word)
    verb = tokens[at + 1]
    past = verb.word.endswith(("s", "ed")) and verb.word != "need"
    present = verb.tag in {"fin", "inf"} and not past and verb.word not in rules.past_alone
    present = present and verb.word not in rules.past_forms | rules.simple_past
    fact = verb.word in rules.auxiliaries or any(
        token.tag == "name" or token.text[:1].isdigit() for token in tokens[at:stop]
    )
    return several and present and not fact and stop < len(tokens) and tokens[stop].word in _RULING


def _sums_up(tokens: list[Token], start: int, begin: int, head: Stretch, rules: Rules) -> bool:
    """Whether a phrase set off takes up what was told: "they start after 3.7 years, a figure which rises to 4.1"."""
    apart = begin > start and tokens[begin - 1].text in {",", "–", "—", "-"}
    fronted = tokens[start].tag in {"sub", "prep"} and not any(token.tag == "fin" for token in tokens[start:begin])
    told = any(is_finite(tokens, at, rules) for at in range(start, begin))
    summed = tokens[head[0]].word in rules.indefinite and tokens[head[1] - 1].word in SUMS
    return apart and told and not fronted and tokens[start].tag != "sub" and summed


def _compares(tokens: list[Token], at: int) -> bool:
    """Whether a relative clause compares without saying with what: "that are lighter", "which have a higher cost"."""
    said = [token for token in tokens[at + 1 : at + 6] if token.is_word]
    return any(token.word in _MORE for token in said) and not any(
        token.word == "than" for token in tokens[at : at + 12]
    )
