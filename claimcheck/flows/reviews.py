"""Past checks by hand: in which language, add one, choose some and remove them after a count."""

from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Unpack

from claimcheck.errors import LanguageInvalid, NoReviewSelected
from claimcheck.records import ClaimReview, Label
from claimcheck.reviews import UNKNOWN, make_review, parse_language

if TYPE_CHECKING:
    from claimcheck.store import Kinds, Store

__all__ = ["add_review", "choose_reviews", "language_of", "remove_reviews"]

_AT_ONCE = 5_000  # past checks held in memory at a time


def language_of(name: str | None) -> str | None:
    """A language as past checks have it: ``de`` for ``DE``, ``de-AT`` or ``German``; None and ``und`` as they are.

    >>> language_of("de-AT"), language_of("und"), language_of(None)
    ('de', 'und', None)

    Raises:
        LanguageInvalid: it is none.
    """
    if name is None or name == UNKNOWN:
        return name
    code = parse_language(name)
    if code is None:
        raise LanguageInvalid(name)
    return code


def add_review(
    store: "Store",
    claim: str,
    *,
    rating: Label | None,
    publisher: str,
    alternate_name: str | None = None,
    url: str | None = None,
    date_published: date | None = None,
    claim_date: date | None = None,
    claimant: str | None = None,
    title: str | None = None,
    summary: str | None = None,
    language: str | None = None,
    licence: str | None = None,
    at: datetime | None = None,
) -> tuple[ClaimReview, bool]:
    """Add one past check by hand; the check, and whether it is new (a known one is brought up to date).

    Raises:
        ReviewInvalid: there is no claim, no publisher, or the address is not http or https.
    """
    review = make_review(
        claim,
        publisher=publisher,
        rating=rating,
        alternate_name=alternate_name,
        url=url,
        date_published=date_published,
        claim_date=claim_date,
        claimant=claimant,
        title=title,
        summary=summary,
        language=language,
        licence=licence,
    )
    return review, store.put_reviews([review], at=at or datetime.now(UTC)).new == 1


def choose_reviews(
    store: "Store", ids: Sequence[str] = (), *, text: str | None = None, **kinds: "Unpack[Kinds]"
) -> list[str]:
    """The ids of past checks that fit everything given, for a count before they go; ``ids`` may be the starts of ids.

    ``text`` is looked for in claim, title, summary and claimant; ``kinds`` are those of ``Store.reviews``.

    Raises:
        NoReviewSelected: nothing is given, so that all would be chosen.
        NotFound, AmbiguousId: an id fits none, or several.
    """
    if not ids and text is None and all(value is None for value in kinds.values()):
        raise NoReviewSelected
    if ids:
        wanted = {store.review(each).id for each in ids}
        return [review.id for review in store.reviews(ids=wanted, text=text, **kinds)]
    return [review.id for review in store.iter_reviews(text=text, **kinds)]


def remove_reviews(store: "Store", ids: Collection[str], *, dry_run: bool = False) -> int:
    """Remove past checks, all or none; how many are, or on a dry run would be, gone. Those not there do not count."""
    wanted = list(dict.fromkeys(ids))
    parts = (wanted[start : start + _AT_ONCE] for start in range(0, len(wanted), _AT_ONCE))
    if dry_run:
        return sum(len(store.reviews(ids=part)) for part in parts)
    with store.transaction():
        return sum(store.remove_reviews(part) for part in parts)
