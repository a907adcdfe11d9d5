"""Whether a claim reads like those that desks check: a direction in the bundled encoder's space, the same in all its
languages.

The direction is fitted together with the other weights of the score, and is good only for the encoder it was fitted on.
"""

from collections.abc import Sequence
from operator import mul
from typing import TYPE_CHECKING

from claimcheck.records import Claim
from claimcheck.split.worth.checkability import Judgement, moved, weights

if TYPE_CHECKING:
    from claimcheck.embed import Embeddings

__all__ = ["BEARING", "directions", "told", "with_bearing"]

BEARING = "what it tells, as a whole"
_LONGEST = 600  # characters


def told(claim: Claim) -> str:
    """The verbatim words of a claim."""
    return " … ".join(claim.evidence)


def directions(texts: Sequence[str]) -> "Embeddings":
    """A unit row a text, read as far as a long sentence goes; a zero row where the encoder knows no word of it."""
    from claimcheck.embed import bundled_encoder  # not before there is something to split: it brings numpy

    return bundled_encoder().encode([text[:_LONGEST] for text in texts], kind="document")


def with_bearing(judgements: Sequence[Judgement], texts: Sequence[str]) -> list[Judgement]:
    """The judgements on claims with the term that their verbatim words add, read as a whole."""
    direction = weights().direction
    if not judgements or not direction:
        return list(judgements)
    terms = [sum(map(mul, row, direction)) for row in directions(texts).tolist()]
    return [moved(judgement, BEARING, round(term, 3)) for judgement, term in zip(judgements, terms, strict=True)]
