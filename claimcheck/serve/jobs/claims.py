"""Claims, and the verdicts on them."""

from collections.abc import Mapping
from typing import Any

from claimcheck.flows.lines import claim_in_full, claim_line
from claimcheck.records import ClaimStatus
from claimcheck.serve.desk import Desk
from claimcheck.serve.jobs.values import Json, part_of
from claimcheck.shapes import consensus_to_json, verdict_to_json

__all__ = ["claim", "claims", "consensus", "drop_claim", "edit_claim", "restore_claim", "verdicts"]


def claims(desk: Desk, article: str | None, everything: bool, limit: int, offset: int) -> Json:
    """What ``claims list`` prints, in parts."""
    store = desk.reading.store
    chosen = store.article(article).id if article else None
    if everything:
        found = store.claims(article_id=chosen, statuses=set(ClaimStatus))
    else:
        found = store.claims(article_id=chosen, offered=True)
    return part_of(found, claim_line, limit, offset)


def claim(desk: Desk, claim: str) -> Json:
    """What ``claims show`` prints."""
    return claim_in_full(desk.reading.store, claim)


def edit_claim(desk: Desk, claim: str, author: str, changes: Mapping[str, Any]) -> Json:
    """A person's new version of a claim."""
    with desk.writing() as writing:
        return claim_line(writing.store.edit_claim(claim, author=author, **changes))


def drop_claim(desk: Desk, claim: str, author: str, reason: str | None = None) -> Json:
    """A claim taken out of what is pushed."""
    with desk.writing() as writing:
        return claim_line(writing.store.drop_claim(claim, author=author, reason=reason))


def restore_claim(desk: Desk, claim: str, author: str) -> Json:
    """A dropped claim taken back in."""
    with desk.writing() as writing:
        return claim_line(writing.store.restore_claim(claim, author=author))


def verdicts(desk: Desk, claim: str | None, samples: bool, limit: int, offset: int) -> Json:
    """The verdicts as they are now, in parts."""
    store = desk.reading.store
    ids = {store.claim(claim).claim.id} if claim else None
    found = store.verdicts(claim_ids=ids, samples=samples)
    return part_of(found, verdict_to_json, limit, offset)


def consensus(desk: Desk, samples: bool, limit: int, offset: int) -> Json:
    """What the verdicts last settled to, in parts."""
    found = desk.reading.store.consensuses(samples=samples)
    return part_of(found, consensus_to_json, limit, offset)
