"""What a claim leaves open when it is read alone: pronouns, "there" and "then", and people without their names."""

from collections.abc import Collection

from claimcheck.split.languages import Rules
from claimcheck.split.tokens import Token
from claimcheck.split.verbs import is_finite

__all__ = ["open_words"]

_FAR = 12  # words within which "it" finds the clause it stands for
_HEAD = 3  # words of a noun phrase that are shown


def open_words(
    tokens: list[Token],
    rules: Rules,
    *,
    named: bool,
    settled: Collection[int] = frozenset(),
    speaker: str | None = None,
) -> tuple[str, ...]:
    """The words of a claim that need what came before it, in order, each once, as they stand.

    ``named``: the claim itself names someone or something, so that "his" and "the president" may be read within it.
    ``settled``: where words stand whose meaning is known. ``speaker``: who "I" is.
    """
    found: list[str] = []
    words = [token for token in tokens if token.is_word]
    for at, token in enumerate(words):
        if token.start in settled or _empty(words, at, rules):
            continue
        own = bool(speaker) and token.word in rules.first_singular
        loose = (
            token.word in rules.deictics
            or (token.word in rules.demonstratives and (at == 0 or not named))
            or (token.word in rules.pronouns and not _bound(words, at, rules))
            or (token.word in rules.first_second_person - rules.pronouns and not own)
        )
        if loose and token.text not in found:
            found.append(token.text)
    opens = len(words) > 1 and not named and words[0].word in rules.definite
    if opens and not {words[0].start, words[1].start} & set(settled):
        found.append(" ".join(token.text for token in words[: _phrase_end(words, rules)]))
    return tuple(dict.fromkeys(found))


def _bound(words: list[Token], at: int, rules: Rules) -> bool:
    """Whether a pronoun that says whose, or one for a thing, has its noun before it in the claim."""
    word = words[at].word
    if at < 2 or word not in rules.his | rules.it | rules.reflexives:
        return False
    return any(
        each.word in rules.determiners or each.capital or each.word in rules.group_nouns for each in words[: at - 1]
    )


def _empty(words: list[Token], at: int, rules: Rules) -> bool:
    """Whether a word that often points back does not here: "es gibt", "it is known that", "so that", "such as"."""
    word = words[at].word
    if len(word) == 2 and words[at].text.isupper():
        return True  # "US" is no "us"
    if word in rules.expletives and any(each.word in rules.expletive_signs for each in words[at + 1 : at + _FAR]):
        return True
    after = words[at + 1].word if at + 1 < len(words) else ""
    before = words[at - 1].word if at else ""
    if (word, after) in rules.empty_pairs or (before, word) in rules.empty_pairs:
        return True
    if word in rules.subordinators | rules.that and at and after and word not in rules.definite:
        return not is_finite(words, at + 1, rules) or word in rules.that
    return False


def _phrase_end(words: list[Token], rules: Rules) -> int:
    """Where the noun phrase at the start is over."""
    for at in range(1, min(len(words), _HEAD)):
        if is_finite(words, at, rules) or words[at].word in rules.prepositions:
            return at
    return min(len(words), _HEAD)
