"""One look at an article: its claims, and for each the past checks that fit."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from claimcheck.flows.ingest import Ingested, Refused
from claimcheck.flows.lookup import match_claims
from claimcheck.records import Match

if TYPE_CHECKING:
    from claimcheck.match import Retriever
    from claimcheck.store import Store

__all__ = ["Checked", "check_articles", "match_ingested"]

Checked = tuple[Ingested | Refused, Mapping[str, Sequence[Match]]]


def check_articles(
    store: "Store",
    ingested: Iterator[Ingested | Refused],
    k: int = 5,
    *,
    retriever: "Retriever",
    top: int | None = None,
) -> Iterator[Checked]:
    """Each article with the matches of its ``top`` best offered claims (None: all), by claim id, stored with the claim.

    A claim with no fitting past check gets a single abstention; one that a person dropped is left out.
    """
    for done in ingested:
        if isinstance(done, Refused):
            yield done, {}
            continue
        yield done, match_ingested(store, done, k, retriever=retriever, top=top)


def match_ingested(
    store: "Store", done: Ingested, k: int = 5, *, retriever: "Retriever", top: int | None = None
) -> Mapping[str, Sequence[Match]]:
    """The matches of an article's ``top`` best offered claims, as ``check_articles`` gives them."""
    ids = [claim.id for claim in done.offered[:top]]
    active = {stored.claim.id: stored for stored in store.claims(ids=set(ids))}
    chosen = [active[claim_id] for claim_id in ids if claim_id in active]
    matched = match_claims(store, k, retriever=retriever, claims=chosen)
    return {stored.claim.id: matches for stored, matches in matched}
