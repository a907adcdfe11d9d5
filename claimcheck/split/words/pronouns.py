"""Pronouns by their form: whether a word is one, whether it says whose, whether it can mean one or several."""

from claimcheck.split.languages import Rules
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import is_finite

__all__ = ["WHOSE", "is_many", "is_pronoun", "is_whose", "owns"]

WHOSE = frozenset({"dessen", "deren"})  # before a noun: of the one named last

_NEAR = 5  # tokens between a pronoun and its verb


def is_many(tokens: list[Token], at: int, rules: Rules) -> bool | None:
    """Whether a pronoun means several; None where it can mean one or several."""
    word = tokens[at].word
    if word not in rules.they:
        return None if rules.comma_bound and word.startswith("ihr") and word not in {"ihm", "ihn"} else False
    if word not in rules.she:
        return True
    around = [*range(at + 1, min(len(tokens), at + _NEAR)), *range(at - 1, max(-1, at - 3), -1)]
    for j in around:
        if is_finite(tokens, j, rules):
            return tokens[j].word.endswith("n") or tokens[j].word in {"sind", "seid"}
    final = next((j for j in range(len(tokens) - 1, at, -1) if is_finite(tokens, j, rules)), None)
    return tokens[final].word.endswith("n") if final else None


def owns(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether an English plural is whose something is: "Guests' bags"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return rules.subject_first and after is not None and after.text in {"'", "’"} and after.start == tokens[at].end


def is_pronoun(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether a word is a pronoun for someone; the polite "Sie" and the verb "sein" are none."""
    token = tokens[at]
    if not (token.word in rules.he or token.word in rules.she or token.word in rules.they):
        return False
    if rules.comma_bound:
        if token.capital and at > 0 and tokens[at - 1].is_word:
            return False  # the polite "Sie"
        final = at + 1 == len(tokens) or not tokens[at + 1].is_word
        helped = at + 1 < len(tokens) and tokens[at + 1].word in rules.auxiliaries
        if token.word == "sein" and (final or helped or tokens[at - 1].word in rules.infinitive_marks):
            return False
    return True


def is_whose(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether a pronoun says whose something is."""
    word = tokens[at].word
    if word not in rules.his:
        return False
    if rules.comma_bound:
        return True
    if word != "her":
        return word != "his" or at + 1 < len(tokens)
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    linked = rules.prepositions | rules.determiners | rules.subordinators | rules.coordinators | rules.adverbs
    return follower is not None and follower.is_word and follower.word not in linked and not follower.capital
