"""Pronouns for several that a passive of things stands behind: "they were forged" is not said of the investigators."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from claimcheck.split.languages import Rules
from claimcheck.split.names.referents import Reference
from claimcheck.split.words.tokens import Token

__all__ = ["open_for_things"]

_NEAR = 4  # words behind an English pronoun within which its passive stands: "they were soon forged"


def open_for_things(found: Iterable[Reference], tokens: Sequence[Token], rules: Rules) -> list[Reference]:
    """The references of a sentence, those to people left open where what is told fits things only."""
    return [
        replace(each, key=None, name=None) if each.key and _of_things(each, tokens, rules) else each for each in found
    ]


def _of_things(each: Reference, tokens: Sequence[Token], rules: Rules) -> bool:
    if each.form != "pronoun" or not each.many or each.whose or tokens[each.start].word not in rules.subject_pronouns:
        return False
    behind = list(takewhile(lambda token: token.is_word and token.tag not in {"sub", "rel"}, tokens[each.end :]))
    near = [*tokens[max(0, each.start - 1) : each.start], *behind]
    passive = any(token.word in rules.passives | {"were", "are", "been"} for token in near)
    told = behind if rules.comma_bound else behind[:_NEAR]
    return passive and not rules.naming.made.isdisjoint(token.word for token in told)
