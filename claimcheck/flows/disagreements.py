"""The same claim, rated differently by different publishers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.duplicates import same_words
from claimcheck.records import ClaimReview, Label

if TYPE_CHECKING:
    from claimcheck.store import Store

__all__ = ["Disagreement", "find_disagreements"]

_SCALE = (Label.TRUE, Label.MOSTLY_TRUE, Label.HALF_TRUE, Label.MOSTLY_FALSE, Label.FALSE)
_NEAR_MISLEADING = {Label.HALF_TRUE, Label.MOSTLY_FALSE, Label.FALSE}
_CLEAR = 2  # steps of the scale from which two ratings say different things rather than the same in other words


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Past checks of one claim by publishers that do not agree, in the order they came.

    ``clear``: two of the ratings are two steps or more apart on the ordered scale, or one of two is off it; MISLEADING
    is a step from what is half true or less.
    """

    reviews: tuple[ClaimReview, ...]
    clear: bool


def find_disagreements(store: "Store", *, all_steps: bool = False) -> Iterator[Disagreement]:
    """Claims that two publishers or more have rated differently, in the order their first check came.

    The same claim is the same words, or one cluster of near-duplicates. Ratings one step apart, such as FALSE and
    MOSTLY_FALSE, are left out unless ``all_steps``. Checks without a label take no part.
    """
    clusters = {member: f"cluster {group[0]}" for group in store.iter_clusters() for member in group}
    first: dict[int, Label | None] = {}
    differ: set[int] = set()
    for review in store.iter_reviews(rated=True):
        key = _key(review, clusters)
        if first.setdefault(key, review.rating) is not review.rating:
            differ.add(key)
    groups: dict[int, list[ClaimReview]] = {}
    for review in store.iter_reviews(rated=True) if differ else ():
        if (key := _key(review, clusters)) in differ:
            groups.setdefault(key, []).append(review)
    for group in groups.values():
        clear = _apart(group)
        if clear is not None and (clear or all_steps):
            yield Disagreement(tuple(group), clear)


def _key(review: ClaimReview, clusters: dict[str, str]) -> int:
    return hash(clusters.get(review.id) or same_words(review.claim_reviewed))


def _house(review: ClaimReview) -> str:
    return review.publisher.casefold()


def _apart(reviews: list[ClaimReview]) -> bool | None:
    """Whether two publishers' ratings are clearly apart; None where no two publishers differ at all."""
    found = None
    rated = {(_house(review), review.rating) for review in reviews}
    for house, rating in rated:
        for other, theirs in rated:
            if house == other or rating is theirs or rating is None or theirs is None:
                continue
            found = bool(found) or _steps(rating, theirs) >= _CLEAR
    return found


def _steps(one: Label, other: Label) -> int:
    if one in _SCALE and other in _SCALE:
        return abs(_SCALE.index(one) - _SCALE.index(other))
    pair = {one, other} - {Label.MISLEADING}
    return 1 if len(pair) == 1 and pair <= _NEAR_MISLEADING else _CLEAR
