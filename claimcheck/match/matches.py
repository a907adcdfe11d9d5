"""From hits to matches: the records, how they stand to the query, and "nothing here fits" where nothing does."""

from collections.abc import Callable, Collection, Mapping, Sequence

from claimcheck.match.query import clean_query
from claimcheck.match.relate import relate
from claimcheck.match.retrieve import Retriever
from claimcheck.records import ClaimReview, Hit, Match

__all__ = ["FITS", "find_matches"]

FITS = 0.3
"""The similarity below which a past check is not offered."""


def find_matches(
    retriever: Retriever,
    reviews_by_id: Callable[[Collection[str]], Mapping[str, ClaimReview]],
    queries: Sequence[str],
    k: int = 5,
    *,
    claim_ids: Sequence[str] | None = None,
    languages: Sequence[str | None] | None = None,
    fits: float = FITS,
) -> list[list[Match]]:
    """For each query the past checks that fit, best first, at most ``k``.

    A query that nothing fits gets one match of rank 1 whose review is None; its similarity is the best there was.
    ``score`` stays None: there is no calibration yet. A review that is gone since the search is left out.
    """
    found = retriever.search(queries, k, languages)
    reviews = reviews_by_id({hit.review_id for hits in found for hit in hits if hit.score >= fits})
    spoken = languages or [None] * len(queries)
    about: Sequence[str | None] = claim_ids or [None] * len(queries)
    return [
        _matches(query, language, claim_id, hits, reviews, fits)
        for query, language, claim_id, hits in zip(queries, spoken, about, found, strict=True)
    ]


def _matches(
    query: str,
    language: str | None,
    claim_id: str | None,
    hits: Sequence[Hit],
    reviews: Mapping[str, ClaimReview],
    fits: float,
) -> list[Match]:
    matches: list[Match] = []
    for hit in hits:
        review = reviews.get(hit.review_id)
        if review is None or hit.score < fits:
            continue
        relation, differences = relate(
            clean_query(query), review.claim_reviewed, language, review.language, similarity=hit.score
        )
        matches.append(
            Match(
                query=query,
                rank=len(matches) + 1,
                similarity=hit.score,
                review=review,
                claim_id=claim_id,
                relation=relation,
                differences=differences,
            )
        )
    if matches:
        return matches
    best = hits[0].score if hits else 0.0
    return [Match(query=query, rank=1, similarity=best, review=None, claim_id=claim_id)]
