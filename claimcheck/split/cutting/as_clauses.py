"""English clauses with "as" that tell no fact of their own: "as you can see", "as the poor did", "as Lee showed"."""

from claimcheck.split.languages import Rules
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["is_aside", "likens", "shows"]

_AS_IT = frozenset({"clear", "it", "known", "plain"})  # last words of "as the film makes clear, …"
_SO = frozenset({"do", "does", "did"})
_SHOWING = frozenset({"showed", "shows", "show", "proved", "proves", "taught", "reminded"})


def likens(tokens: list[Token], at: int, end: int, rules: Rules) -> bool:
    """Whether "as" only leads to who did so too: "They ate, as the poor did in those days, their bread"."""
    verb = next((j for j in range(at + 1, min(end, at + 8)) if is_finite(tokens, j, rules)), None)
    return verb is not None and tokens[verb].word in _SO and tokens[min(verb + 1, end - 1)].tag not in {"inf", "adv"}


def is_aside(tokens: list[Token], start: int, comma: int, rules: Rules) -> bool:
    """Whether "as" leads to no fact of its own: "as the film makes clear", "as you can see", "as they did in May"."""
    last = tokens[comma - 1]
    ends = last.word in _AS_IT or last.tag == "inf" or is_finite(tokens, comma - 1, rules)
    return ends or likens(tokens, start, comma, rules)


def shows(tokens: list[Token], start: int, end: int, rules: Rules) -> bool:
    """Whether "as" leads to who showed or told what follows: "As Ann Lee showed the council, the fees had to rise"."""
    telling = rules.telling_verbs | rules.that_verbs | rules.speech_verbs | _SHOWING
    return any(is_finite(tokens, at, rules) and tokens[at].word in telling for at in range(start + 1, end))
