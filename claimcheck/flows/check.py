"""One look at an article: its claims, and for each the past checks that fit."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from claimcheck.flows.ingest import Ingested, Refused
from claimcheck.flows.lookup import match_claims
from claimcheck.records import Match

if TYPE_CHECKING:
    from claimcheck.store import Store

__all__ = ["Checked", "check_articles", "match_ingested"]

Checked = tuple[Ingested | Refused, Mapping[str, Sequence[Match]]]


def check_articles(
    store: "Store", ingested: Iterator[Ingested | Refused], k: int = 5, *, top: int | None = None, **asking: Any
) -> Iterator[Checked]:
    """Each article with its ``match_ingested``; one that was refused with nothing."""
    for done in ingested:
        yield done, {} if isinstance(done, Refused) else match_ingested(store, done, k, top=top, **asking)


def match_ingested(
    store: "Store", done: Ingested, k: int = 5, *, top: int | None = None, **asking: Any
) -> Mapping[str, Sequence[Match]]:
    """The matches of an article's ``top`` best offered claims (None: all), by claim id, stored with the claim.

    Options as ``match_claims``. A claim with no fitting past check gets a single abstention; one that a person dropped
    is left out.
    """
    ids = [claim.id for claim in done.offered[:top]]
    active = {stored.claim.id: stored for stored in store.claims(ids=set(ids))}
    chosen = [active[claim_id] for claim_id in ids if claim_id in active]
    return {stored.claim.id: matches for stored, matches in match_claims(store, k, claims=chosen, **asking)}
