"""Similar past checks: of any sentence (``lookup``), or of every claim of the workspace, stored (``match_claims``)."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.duplicates import same_words
from claimcheck.embed import StaticEncoder
from claimcheck.flows.being_checked import being_checked
from claimcheck.flows.lookup_dates import VALIDITY, day_of_claim, days_older
from claimcheck.flows.matched import Matched
from claimcheck.index import Among, Effort, Kinds
from claimcheck.match import Encodes, Ranker, Retriever, VectorCache, Wishes, find_matches, no_cache
from claimcheck.progress import Progress, Say, silent, unseen
from claimcheck.records import Claim, ClaimReview, Label, Match
from claimcheck.settings import Settings

if TYPE_CHECKING:
    from claimcheck.store import Kinds as StoreKinds
    from claimcheck.store import Store, StoredClaim

__all__ = [
    "INDEX_FOLDER",
    "Filters",
    "desk_retriever",
    "index_effort",
    "lookup",
    "match_claims",
    "match_texts",
    "open_retriever",
    "vector_cache",
]

INDEX_FOLDER = "index"
_BATCH = 256


@dataclass(frozen=True, slots=True)
class Filters:
    """Which past checks to look at: those that fit everything given. One without a date fits no date."""

    language: str | None = None
    publisher: str | None = None
    rating: Label | None = None
    since: date | None = None
    until: date | None = None

    def chosen(self, store: "Store", *, kinds: bool = False) -> Among:
        """The ids that fit, or with ``kinds`` what they have in common; None where nothing is asked."""
        if self == Filters():
            return None
        if kinds:
            rating = self.rating.value if self.rating else None
            return Kinds(self.language, self.publisher, rating, self.since, self.until)
        return store.review_ids(**self.kinds())

    def kinds(self) -> "StoreKinds":
        """What is asked, as the store takes it."""
        return {
            "language": self.language,
            "publisher": self.publisher,
            "rating": self.rating,
            "since": self.since,
            "until": self.until,
        }


def open_retriever(
    store: "Store",
    folder: Path,
    encoder: Encodes,
    *,
    ranker: Ranker | None = None,
    effort: Effort | None = None,
    say: Say = silent,
    progress: Progress = unseen,
) -> Retriever:
    """The retriever over a store's past checks; its index in ``folder`` is brought up to date, with one line.

    A store open to read lends its cached vectors and keeps no new ones. Where another process changes the past checks
    meanwhile, the index is made again.
    """
    quick = isinstance(encoder, StaticEncoder)  # encodes faster than a database keeps
    cache = no_cache() if quick else VectorCache(store.vectors, store.put_vectors if store.writable else _forget)
    while True:
        with store.snapshot():
            digest, stamp = store.reviews_digest(), store.reviews_stamp()
        retriever = Retriever.open(
            folder,
            store.iter_reviews,
            digest,
            encoder,
            stamp=stamp,
            changes=store.review_changes,
            workspace=store.workspace_id(),
            effort=effort,
            cache=cache,
            say=say,
            progress=progress,
            ranker=ranker,
        )
        if store.reviews_digest() == digest:
            return retriever
        retriever.close()


def desk_retriever(
    store: "Store",
    folder: Path,
    encoder: Encodes,
    settings: Settings,
    *,
    ranker: Ranker | None = None,
    say: Say = silent,
    progress: Progress = unseen,
) -> Retriever:
    """The retriever of the workspace in ``folder``, its index where the settings have it."""
    options: dict[str, Any] = {"ranker": ranker, "effort": index_effort(settings), "say": say, "progress": progress}
    if settings.index_engine == "milvus":
        from claimcheck.flows.milvus import open_milvus
        from claimcheck.flows.milvus_place import milvus_place

        place = milvus_place(settings, folder, store.workspace_id())
        options["cache"] = vector_cache(store, encoder)
        return open_milvus(store, folder / INDEX_FOLDER, encoder, place, **options)
    return open_retriever(store, folder / INDEX_FOLDER, encoder, **options)


def vector_cache(store: "Store", encoder: Encodes) -> VectorCache:
    """Where the vectors of past checks are kept; nowhere for an encoder that is faster than a database."""
    if isinstance(encoder, StaticEncoder):
        return no_cache()
    return VectorCache(store.vectors, store.put_vectors if store.writable else _forget)


def index_effort(settings: Settings) -> Effort:
    """How much a search looks at, as a desk has set it."""
    usual = Effort()
    return Effort(
        candidates=settings.index_candidates or usual.candidates, postings=settings.index_postings or usual.postings
    )


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
    day: date | None = None,
    validity: int = VALIDITY,
) -> list[list[Match]]:
    """For each query the past checks that fit, best first; one match without a review where none does.

    The desk's own checks say so in ``review.ours``, and of those that fit they come first. ``being_checked`` names
    claims that say the same and whose task is open. Past checks of the same claim (the same words, or near-duplicates
    that were found) with the same rating are one match, the likeliest, which names the others in ``also``. ``day`` is
    when the queries were said: a past check that is more than ``validity`` days older says so.
    """
    days = [day] * len(queries)
    return match_texts(
        store, queries, k, retriever=retriever, days=days, wishes=wishes, filters=filters, validity=validity
    )


def _copies(clusters: Mapping[str, str]) -> Callable[[ClaimReview], tuple[object, ...]]:
    """What checks of one claim share: their cluster, or their words and language; the desk's own stay apart."""

    def shared(review: ClaimReview) -> tuple[object, ...]:
        cluster = clusters.get(review.id)
        claim = (cluster,) if cluster else (same_words(review.claim_reviewed), review.language)
        return *claim, review.rating, review.ours

    return shared


def match_texts(
    store: "Store",
    queries: Sequence[str],
    k: int,
    *,
    retriever: Retriever,
    claim_ids: Sequence[str] | None = None,
    languages: Sequence[str | None] | None = None,
    days: Sequence[date | None] | None = None,
    wishes: Wishes | None = None,
    filters: Filters | None = None,
    validity: int = VALIDITY,
) -> list[list[Match]]:
    """``lookup`` for texts whose claim ids, languages and days may be known; a claim is never its own double."""

    clusters: dict[str, str] = {}

    def by_id(ids: Collection[str]) -> Mapping[str, ClaimReview]:
        clusters.update(store.clusters_of(ids) if ids else {})
        return {review.id: review for review in store.reviews(ids=ids)} if ids else {}

    among = (filters or Filters()).chosen(store, kinds=retriever.knows_kinds)
    asked = replace(wishes or Wishes(), among=among, copies=_copies(clusters))
    found = find_matches(retriever, by_id, queries, k, claim_ids=claim_ids, languages=languages, wishes=asked)
    nothing = [None] * len(queries)
    checking = being_checked(store, queries, claim_ids or nothing, languages or nothing, retriever)
    return [
        [
            replace(
                match,
                being_checked=claims,
                days_older=days_older(match.review, day, validity) if match.review else None,
            )
            for match in matches
        ]
        for matches, claims, day in zip(found, checking, days or [None] * len(queries), strict=True)
    ]


def match_claims(
    store: "Store",
    k: int = 5,
    *,
    retriever: Retriever,
    article: str | None = None,
    claims: Sequence["StoredClaim"] | None = None,
    wishes: Wishes | None = None,
    filters: Filters | None = None,
    validity: int = VALIDITY,
    folder: Path | None = None,
    progress: Progress = unseen,
    say: Say = silent,
) -> list[tuple["StoredClaim", list[Match]]]:
    """Each claim with its matches, which are stored in place of older ones.

    ``claims`` are those given, else the store's offered ones, of one ``article`` or of all. With ``folder``, where what
    was looked up is remembered, claims whose matches cannot have changed keep them, which ``say`` is told.
    """
    chosen = list(claims) if claims is not None else store.claims(article_id=article, offered=True)
    plain = (wishes or Wishes()) == Wishes() and (filters or Filters()) == Filters()
    matched = Matched.read(folder, store, retriever, k) if folder and plain else None
    kept = store.matches_of([each.claim.id for each in chosen]) if matched else {}
    kept = {each.claim.id: kept.get(each.claim.id, []) for each in chosen}
    anew = [each for each in chosen if not (matched and matched.holds(each.claim, kept[each.claim.id]))]
    if len(anew) < len(chosen):
        say(f"{len(chosen) - len(anew)} of {len(chosen)} claims keep what was found: nothing has changed since")
    found: dict[str, list[Match]] = {}
    for start in range(0, len(anew), _BATCH):
        progress("looking for past checks", start, len(anew))
        batch = anew[start : start + _BATCH]
        lists = _match(store, [each.claim for each in batch], k, retriever, wishes, filters, validity)
        with store.transaction():
            for stored, matches in zip(batch, lists, strict=True):
                store.put_matches(stored.claim.id, matches)
        found |= {stored.claim.id: matches for stored, matches in zip(batch, lists, strict=True)}
        if matched:
            matched.remember((stored.claim, found[stored.claim.id]) for stored in batch)
    progress("looking for past checks", len(anew), len(anew))
    return [(each, found.get(each.claim.id) or kept[each.claim.id]) for each in chosen]


def _match(
    store: "Store",
    claims: Sequence[Claim],
    k: int,
    retriever: Retriever,
    wishes: Wishes | None,
    filters: Filters | None,
    validity: int,
) -> list[list[Match]]:
    return match_texts(
        store,
        [claim.text for claim in claims],
        k,
        retriever=retriever,
        claim_ids=[claim.id for claim in claims],
        languages=[claim.language for claim in claims],
        days=[day_of_claim(claim) for claim in claims],
        wishes=wishes,
        filters=filters,
        validity=validity,
    )
