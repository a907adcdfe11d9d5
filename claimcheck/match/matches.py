"""From hits to matches: the records, how they stand to the query, and "nothing here fits" where nothing does."""

from collections.abc import Callable, Collection, Mapping, Sequence

from claimcheck.match.query import clean_query
from claimcheck.match.relate import relate
from claimcheck.match.retrieve import Retriever
from claimcheck.records import ClaimReview, Hit, Match

__all__ = ["FITS", "FITS_ABROAD", "find_matches", "fits"]

FITS = 0.35
"""How well a past check in the query's language must fit to be offered: see ``fits``.

Fitted on the training splits of CheckThat! 2020 task 2 and 2022 tasks 2A and 2B, each query once with its check and
once with it taken away: here 87 to 90 of 100 right first answers stay, and 33 to 47 of 100 queries whose check was
taken away still get an answer, often a near-duplicate of it.
"""

FITS_ABROAD = 0.4
"""How similar a past check in another language must be. Of 5,000 translated news sentences, 99 of 100 reach it with
their own translation, and 25 with some other sentence."""


def find_matches(
    retriever: Retriever,
    reviews_by_id: Callable[[Collection[str]], Mapping[str, ClaimReview]],
    queries: Sequence[str],
    k: int = 5,
    *,
    claim_ids: Sequence[str] | None = None,
    languages: Sequence[str | None] | None = None,
) -> list[list[Match]]:
    """For each query the past checks that fit, best first, at most ``k``.

    A query that nothing fits gets one match of rank 1 whose review is None; its similarity is the best there was.
    ``score`` stays None: there is no calibration yet. A review that is gone since the search is left out.
    """
    found = retriever.search(queries, k, languages)
    reviews = reviews_by_id({hit.review_id for hits in found for hit in hits})
    spoken = languages or [None] * len(queries)
    about: Sequence[str | None] = claim_ids or [None] * len(queries)
    return [
        _matches(retriever, query, language, claim_id, hits, reviews)
        for query, language, claim_id, hits in zip(queries, spoken, about, found, strict=True)
    ]


def fits(similarity: float, coverage: float | None) -> bool:
    """Whether a past check is worth showing, by its similarity and the share of its own claim that the query holds.

    The share tells more (area under the curve .84 with it, .74 without, on the training splits), since a long query is
    similar to little. Across languages, and where the query's is not known, there is none: the similarity decides.

    >>> fits(0.4, 0.4), fits(0.4, 0.3), fits(0.4, None)
    (True, False, True)
    """
    if coverage is None:
        return similarity >= FITS_ABROAD
    return (similarity + 3 * coverage) / 4 >= FITS


def _matches(
    retriever: Retriever,
    query: str,
    language: str | None,
    claim_id: str | None,
    hits: Sequence[Hit],
    reviews: Mapping[str, ClaimReview],
) -> list[Match]:
    matches: list[Match] = []
    for hit in hits:
        review = reviews.get(hit.review_id)
        if review is None or not fits(hit.score, retriever.coverage(query, review, language)):
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
