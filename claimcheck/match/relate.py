"""How a past check's claim stands to a new one: the way in, which costs nothing until two claims are compared.

The lists and patterns of ``match/relation`` take a tenth of a second to load: a query that finds nothing does without.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from claimcheck.records import Difference, Relation

if TYPE_CHECKING:
    from claimcheck.match.relation.align import WordVectors

__all__ = ["Answer", "Entails", "relate"]

Answer = tuple[Relation, tuple[Difference, ...]]
"""The relation, and in which words the two differ."""
Entails = Callable[[Sequence[tuple[str, str]]], Sequence[tuple[float, float, float]]]
"""Gives for each pair of texts how likely the first entails the second, leaves it open, contradicts it."""


def relate(
    new: str,
    past: str,
    language_new: str | None = None,
    language_past: str | None = None,
    *,
    similarity: float | None = None,
    vectors: "WordVectors | None" = None,
    entails: Entails | None = None,
) -> Answer:
    """The relation of a past claim to a new one, and the slots that differ with the verbatim words of both.

    Languages are guessed where they are None or ``und``. ``similarity`` (as in a ``Match``) counts where a
    language is neither German nor English. ``vectors`` are the bundled encoder's unless given. ``entails``, an NLI
    model, may turn the same, contradicting and related into one another, but never a figure or date that differs.

    >>> relation, (difference,) = relate("The bridge cost 4 million euros", "The bridge cost 9 million euros")
    >>> relation.value, difference.new, difference.past
    ('differs_number', '4 million euros', '9 million euros')
    """
    from claimcheck.match.relation.compare import related

    return related(new, past, language_new, language_past, similarity=similarity, vectors=vectors, entails=entails)
