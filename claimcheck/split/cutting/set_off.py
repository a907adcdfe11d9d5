"""Clauses set off behind an English one of which it is not plain which noun they tell of."""

from claimcheck.split.languages import Rules
from claimcheck.split.words.nouns import Place, phrase_stop
from claimcheck.split.words.stretches import SHORTEST
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import first_finite, is_finite

__all__ = ["set_off"]

_SHARE = 4  # tokens from the first of "some of whom", "the youngest of which" to its "whom"


def set_off(tokens: list[Token], quoted: list[bool], start: int, at: int, end: int, rules: Rules) -> Place | None:
    """A relative clause put behind a whole clause, which holds without it: "They sell tea, some of which is theirs".

    It is read with its sentence. None where more follows, and where the clause before denies something.
    """
    shares = any(
        tokens[j].word in {"whom", "which"} and tokens[j - 1].word in rules.of_words
        for j in range(at + 1, min(end, at + _SHARE))
    )
    if not shares and tokens[at].word not in {"which", "who", "whose"}:
        return None
    if tokens[at - 2].word in {"one", "ones"}:
        return None  # "This is the one, which sold best"
    stop = phrase_stop(tokens, quoted, at, end)
    closed = stop < end
    verb = first_finite(tokens, start, at - 1, rules)
    if closed:  # "The sale of the mills, which are old, failed"
        alone = verb is None and all(token.is_word for token in tokens[start : at - 1])
        closes = tokens[stop].word == tokens[at - 1].word and stop + 1 < end and is_finite(tokens, stop + 1, rules)
        verb = stop + 1 if alone and closes else None
    denied = any(token.word in rules.negations for token in tokens[start : at - 1])
    if stop - at < SHORTEST or denied or verb is None:
        return None
    told = any(is_finite(tokens, j, rules) for j in range(at + 1, stop))
    return ((), (at, stop), (at - 1, stop + closed)) if told else None
