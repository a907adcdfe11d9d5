"""A German subheading that ran into the sentence behind it: "Anteil der Frauen gering Das Amt plant eine Kampagne"."""

from claimcheck.split.languages import Rules
from claimcheck.split.words.tokens import Token
from claimcheck.split.words.verbs import first_finite

__all__ = ["behind_heading"]

_LONGEST = 12  # tokens of a subheading
_VERBAL = frozenset({"fin", "inf", "izu", "pp", "sep"})


def behind_heading(tokens: list[Token], start: int, end: int, rules: Rules) -> int:
    """Where a sentence begins behind a subheading without a verb; ``start`` where none stands before it.

    The article with a capital has a small word before it, so that it begins no title: "der Film Das Boot".
    """
    if start:
        return start
    for at in range(2, min(end - 2, _LONGEST)):
        before = tokens[at - 1]
        if not before.is_word or before.tag in _VERBAL:
            return start
        opens = tokens[at].tag == "art" and tokens[at].capital and tokens[at].word in rules.definite | rules.indefinite
        if opens and before.text.islower() and before.tag in {"adv", "adj"}:
            return at if first_finite(tokens, at + 1, end, rules) is not None else start
    return start
