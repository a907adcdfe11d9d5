"""Similar past checks: of any sentence (``lookup``), or of every claim of the workspace, stored (``match_claims``)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from claimcheck.duplicates import same_words
from claimcheck.match import Encodes, Ranker, Retriever, VectorCache, Wishes, clean_query, find_matches
from claimcheck.progress import Progress, Say, silent, unseen
from claimcheck.records import Claim, ClaimReview, Label, Match

if TYPE_CHECKING:
    from claimcheck.store import Store, StoredClaim

__all__ = ["INDEX_FOLDER", "Filters", "lookup", "match_claims", "match_texts", "open_retriever"]

INDEX_FOLDER = "index"
_SAME_CLAIM = 0.85  # the cosine from which a claim with an open task counts as being about the same thing
_BATCH = 256


@dataclass(frozen=True, slots=True)
class Filters:
    """Which past checks to look at: those that fit everything given. One without a date fits no date."""

    language: str | None = None
    publisher: str | None = None
    rating: Label | None = None
    since: date | None = None
    until: date | None = None

    def chosen(self, store: "Store") -> frozenset[str] | None:
        """The ids that fit; None where nothing is asked."""
        if self == Filters():
            return None
        found = store.reviews(language=self.language, publisher=self.publisher, rating=self.rating)
        return frozenset(review.id for review in found if self._in_time(review.date_published))

    def _in_time(self, day: date | None) -> bool:
        if self.since is None and self.until is None:
            return True
        return day is not None and (self.since or day) <= day <= (self.until or day)


def open_retriever(
    store: "Store",
    folder: Path,
    encoder: Encodes,
    *,
    ranker: Ranker | None = None,
    say: Say = silent,
    progress: Progress = unseen,
) -> Retriever:
    """The retriever over a store's past checks; its index in ``folder`` is rebuilt, with one line, if need be.

    A store open to read lends its cached vectors and keeps no new ones. Where another process changes the past checks
    meanwhile, the index is made again.
    """
    cache = VectorCache(store.vectors, store.put_vectors if store.writable else _forget)
    while True:
        digest = store.reviews_digest()
        retriever = Retriever.open(
            folder, store.iter_reviews, digest, encoder, cache=cache, say=say, progress=progress, ranker=ranker
        )
        if store.reviews_digest() == digest:
            return retriever
        retriever.close()


def _forget(fingerprint: str, vectors: Mapping[str, bytes]) -> None:
    """Keep nothing."""


def lookup(
    store: "Store",
    queries: Sequence[str],
    k: int = 5,
    *,
    retriever: Retriever,
    wishes: Wishes | None = None,
    filters: Filters | None = None,
) -> list[list[Match]]:
    """For each query the past checks that fit, best first; one match without a review where none does.

    The desk's own checks say so in ``review.ours``. ``being_checked`` names claims like the query whose task is open.
    Past checks of the same words with the same rating are one match, the likeliest, which names the others in ``also``.
    """
    return match_texts(store, queries, k, retriever=retriever, wishes=wishes, filters=filters)


def _copies(review: ClaimReview) -> tuple[object, ...]:
    """What copies of one wire text share; the desk's own checks stay apart."""
    return same_words(review.claim_reviewed), review.rating, review.ours, review.language


def match_texts(
    store: "Store",
    queries: Sequence[str],
    k: int,
    *,
    retriever: Retriever,
    claim_ids: Sequence[str] | None = None,
    languages: Sequence[str | None] | None = None,
    wishes: Wishes | None = None,
    filters: Filters | None = None,
) -> list[list[Match]]:
    """``lookup`` for texts whose claim ids and languages may be known; a claim is never said to be its own double."""

    def by_id(ids: Collection[str]) -> Mapping[str, ClaimReview]:
        return {review.id: review for review in store.reviews(ids=ids)} if ids else {}

    asked = replace(wishes or Wishes(), among=(filters or Filters()).chosen(store), copies=_copies)
    found = find_matches(retriever, by_id, queries, k, claim_ids=claim_ids, languages=languages, wishes=asked)
    checking = _being_checked(store, queries, claim_ids or [None] * len(queries), retriever)
    return [
        [replace(match, being_checked=claims) if claims else match for match in matches]
        for matches, claims in zip(found, checking, strict=True)
    ]


def _being_checked(
    store: "Store", queries: Sequence[str], claim_ids: Sequence[str | None], retriever: Retriever
) -> list[tuple[str, ...]]:
    """For each query the claims with an open task that say much the same, closest first."""
    tasks = list(store.open_task_claims())
    if not tasks or not queries:
        return [() for _ in queries]
    texts = [clean_query(text) for _, text in tasks]
    asked = [clean_query(query) for query in queries]
    encode = retriever.encoder.encode
    cosines = np.asarray(encode(asked, kind="query")) @ np.asarray(encode(texts, kind="query")).T
    found = []
    for row, query, own in zip(cosines, asked, claim_ids, strict=True):
        near = [
            (1.0 if text.casefold() == query.casefold() else float(cosine), claim)
            for cosine, text, (claim, _) in zip(row, texts, tasks, strict=True)
            if claim != own
        ]
        found.append(tuple(claim for cosine, claim in sorted(near, reverse=True) if cosine >= _SAME_CLAIM))
    return found


def match_claims(
    store: "Store",
    k: int = 5,
    *,
    retriever: Retriever,
    article: str | None = None,
    claims: Sequence["StoredClaim"] | None = None,
    wishes: Wishes | None = None,
    filters: Filters | None = None,
    progress: Progress = unseen,
) -> list[tuple["StoredClaim", list[Match]]]:
    """Each claim with its matches, which are stored in place of older ones.

    ``claims`` are those given, else the store's offered ones, of one ``article`` or of all.
    """
    chosen = list(claims) if claims is not None else store.claims(article_id=article, offered=True)
    done: list[tuple[StoredClaim, list[Match]]] = []
    for start in range(0, len(chosen), _BATCH):
        progress("looking for past checks", start, len(chosen))
        batch = chosen[start : start + _BATCH]
        found = _match(store, [each.claim for each in batch], k, retriever, wishes, filters)
        with store.transaction():
            for stored, matches in zip(batch, found, strict=True):
                store.put_matches(stored.claim.id, matches)
        done += zip(batch, found, strict=True)
    progress("looking for past checks", len(chosen), len(chosen))
    return done


def _match(
    store: "Store",
    claims: Sequence[Claim],
    k: int,
    retriever: Retriever,
    wishes: Wishes | None,
    filters: Filters | None,
) -> list[list[Match]]:
    return match_texts(
        store,
        [claim.text for claim in claims],
        k,
        retriever=retriever,
        claim_ids=[claim.id for claim in claims],
        languages=[claim.language for claim in claims],
        wishes=wishes,
        filters=filters,
    )
