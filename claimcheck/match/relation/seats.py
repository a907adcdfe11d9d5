"""Capitals that stand for their governments: "Moscow has recalled its envoy" is said of Russia."""

from collections.abc import Sequence

from claimcheck.match.relation.cues import words_in
from claimcheck.match.relation.gazetteer import Named
from claimcheck.match.relation.words import Word

__all__ = ["countries_meant", "same_power"]

_SEATS = dict(each.split(":") for each in words_in("seat"))
_WHERE = words_in("not a power after")


def countries_meant(words: Sequence[Word], places: Sequence[Named]) -> dict[str, str]:
    """Capital -> country, for the capitals that no preposition makes a mere place."""
    meant = {}
    for each in places:
        country = _SEATS.get(each.key)
        before = words[each.first - 1].low if each.first else ""
        if country and words[each.first].capital and before not in _WHERE:
            after = words[each.last + 1] if len(words) > each.last + 1 else None
            if after is None or not after.glued:
                meant[each.key] = country
    return meant


def same_power(new: str, past: str, meant: dict[str, str], by: dict[str, str]) -> bool:
    """Whether two places are one power: a capital that is meant as its country, and the country."""
    return meant.get(new) == past or by.get(past) == new
