"""Filters that leave no past check to look at: which of them it is, and what there is instead."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from claimcheck.errors import LanguageInvalid
from claimcheck.flows.lookup import Filters

if TYPE_CHECKING:
    from claimcheck.store import ReviewCount, Store

__all__ = ["checked_filters", "nothing_fits"]

_SHOWN = 8  # kinds that are named


def checked_filters(store: "Store", given: Filters) -> Filters:
    """The filters with the language as past checks have it.

    Raises:
        LanguageInvalid: the language is none; the error names those that past checks are in.
    """
    if given.language is None:
        return given
    from claimcheck.flows.reviews import language_of

    try:
        return replace(given, language=language_of(given.language))
    except LanguageInvalid as error:
        raise LanguageInvalid(error.name, known=_told(store, lambda each: each.language)) from None


def nothing_fits(store: "Store", filters: Filters) -> str | None:
    """Why no past check fits the filters, in one line; None where one does, or where there is none at all.

    The first kind that no past check is of is named, with those there are.
    """
    kinds = filters.kinds()
    if filters == Filters() or store.has_reviews(**kinds) or not store.has_reviews():
        return None
    if filters.language is not None and not store.has_reviews(language=filters.language):
        return f"no past check here is in {filters.language!r}: there are {_told(store, lambda each: each.language)}"
    if filters.publisher is not None and not store.has_reviews(publisher=filters.publisher):
        names = sorted({each.publisher for each in store.review_stats()})
        near = get_close_matches(filters.publisher, names, n=1) or [
            name for name in names if filters.publisher.casefold() in name.casefold()
        ]
        there = f"is {near[0]!r} meant?" if near else f"there are {_told(store, lambda each: each.publisher)}"
        return f"no past check here is by {filters.publisher!r}: {there}"
    if filters.rating is not None and not store.has_reviews(rating=filters.rating):
        rated = _told(store, lambda each: each.rating.value if each.rating else "none")
        return f"no past check here is rated {filters.rating.value}: there are {rated}"
    dated = filters.since is not None or filters.until is not None
    if dated and not store.has_reviews(since=filters.since, until=filters.until):
        return f"no past check here was published {_span(filters)}: {_told_months(store)}"
    return "no past check here fits all of these filters together"


def _span(filters: Filters) -> str:
    """The days asked for, in words."""
    if filters.since and filters.until:
        return f"from {filters.since} to {filters.until}"
    return f"since {filters.since}" if filters.since else f"until {filters.until}"


def _told_months(store: "Store") -> str:
    """From when to when past checks are, and how many have no date."""
    counts = store.review_months()
    months = [(month, count) for month, count in counts if month]
    undated = sum(count for month, count in counts if not month)
    without = f"{undated:,} without a date" if undated else ""
    if not months:
        return f"there are {without}"
    first, last = months[0][0], months[-1][0]
    told = f"there are {sum(count for _, count in months):,} from {first}" + (f" to {last}" if last != first else "")
    return told + (f", and {without}" if without else "")


def _told(store: "Store", kind: "Callable[[ReviewCount], str]") -> str:
    """The kinds of past checks there are, most frequent first, each with how many."""
    counts = Counter[str]()
    for each in store.review_stats():
        counts[kind(each)] += each.count
    named = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    told = ", ".join(f"{name} ({count:,})" for name, count in named[:_SHOWN])
    return told + (f" and {len(named) - _SHOWN} more" if len(named) > _SHOWN else "") if named else "none"
