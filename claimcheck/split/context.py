"""What a claim leaves open when it is read alone: pronouns, "there" and "then", and people without their names."""

from claimcheck.split.languages import Rules
from claimcheck.split.tokens import Token
from claimcheck.split.verbs import is_finite

__all__ = ["open_words"]

_HEAD = 3  # words of a noun phrase that are shown


def open_words(tokens: list[Token], rules: Rules, *, named: bool) -> tuple[str, ...]:
    """The words of a claim that need what came before it, in order, each once, as they stand.

    ``named``: the claim itself names someone or something, so that "his" and "the president" may be read within it.
    """
    found: list[str] = []
    words = [token for token in tokens if token.is_word]
    for at, token in enumerate(words):
        subject = at == 0 or (at < 4 and not named)
        loose = (
            token.word in rules.deictics
            or (token.word in rules.demonstratives and (at == 0 or not named))
            or (token.word in rules.pronouns and (subject or not named))
            or token.word in rules.first_second_person - rules.pronouns
        )
        if loose and token.text not in found:
            found.append(token.text)
    if words and not named and words[0].word in rules.definite:
        found.append(" ".join(token.text for token in words[: _phrase_end(words, rules)]))
    return tuple(dict.fromkeys(found))


def _phrase_end(words: list[Token], rules: Rules) -> int:
    """Where the noun phrase at the start is over."""
    for at in range(1, min(len(words), _HEAD)):
        if is_finite(words, at, rules) or words[at].word in rules.prepositions:
            return at
    return min(len(words), _HEAD)
