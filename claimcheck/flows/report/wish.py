"""What a report is asked to be, and what a workspace says for all of its reports."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from claimcheck.flows.export_manifest import index_encoder
from claimcheck.scheme import Scheme

if TYPE_CHECKING:
    from claimcheck.store import Store

__all__ = ["Collection", "ReportWish", "collection_of"]


@dataclass(frozen=True, slots=True)
class ReportWish:
    """What a report is to be like.

    ``language`` is one a report speaks, or ``auto``: the article's. ``names`` shows annotators' names instead of their
    pseudonyms; ``everything`` also claims that are not offered or were dropped; ``text`` the article's full text.
    ``redact`` takes e-mail addresses and telephone numbers out of what annotators wrote. ``day`` is printed on it.
    """

    language: str = "auto"
    names: bool = False
    everything: bool = False
    text: bool = True
    redact: bool = False
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Collection:
    """What a workspace says for all of its reports: how its verdicts read, and what claims were compared with."""

    scheme: Scheme
    key: str
    reviews: int
    digest: str
    encoder: str | None


def collection_of(store: "Store", scheme: Scheme) -> Collection:
    """A workspace's, to be called inside the snapshot in which the articles are gathered."""
    return Collection(
        scheme, store.pseudonym_key(), store.count_reviews(), store.reviews_digest(), index_encoder(store.folder)
    )
