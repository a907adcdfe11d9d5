"""From candidates to matches: the records, how they stand to the query, and "nothing here fits" where nothing does."""

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.index import Among
from claimcheck.match.explain import explain
from claimcheck.match.query import clean_query
from claimcheck.match.relate import Entails, relate
from claimcheck.match.retrieve import Retriever
from claimcheck.match.shortlist import Candidate, Shortlist
from claimcheck.records import ClaimReview, Match

__all__ = ["RERANKED", "Wishes", "find_matches"]

RERANKED = 50
"""How many candidates a cross-encoder looks at."""
_LEAD = 0.32  # similarity from which a past check behind a likely one is a lead
_SPARE = 10  # candidates read beyond k, in case of copies and of past checks that are gone

ReadReviews = Callable[[Collection[str]], Mapping[str, ClaimReview]]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a caller asks of the matches.

    ``min_score`` holds for every past check shown. None is the fitted threshold, for the likeliest: behind one that
    reaches it stand others that are similar, as leads, with their own low probability.
    ``copies`` gives past checks that are to be shown as one an equal key.
    ``rerank`` scores (query, text) pairs, higher is better: its order counts, probabilities stay each candidate's own.
    ``entails``, an NLI model, has a say in the relation.
    """

    min_score: float | None = None
    among: Among = None
    copies: Callable[[ClaimReview], Hashable] | None = None
    explain: bool = False
    rerank: Callable[[Sequence[tuple[str, str]]], Sequence[float]] | None = None
    entails: Entails | None = None


def find_matches(
    retriever: Retriever,
    reviews_by_id: ReadReviews,
    queries: Sequence[str],
    k: int = 5,
    *,
    claim_ids: Sequence[str] | None = None,
    languages: Sequence[str | None] | None = None,
    wishes: Wishes | None = None,
) -> list[list[Match]]:
    """For each query the past checks that are likely enough to be right, best first, at most ``k``.

    Of those that reach the fitted threshold the desk's own come first.

    A query whose likeliest past check is not gets one match of rank 1 whose review is None; its score and similarity
    are the best there were. A review that is gone since the search is left out.
    """
    wishes = wishes or Wishes()
    least = retriever.ranker.min_score if wishes.min_score is None else wishes.min_score
    explainer = retriever if wishes.explain else None
    lists = retriever.shortlists(queries, languages, depth=k + _SPARE, among=wishes.among)
    about: Sequence[str | None] = claim_ids or [None] * len(queries)
    found = []
    for query, claim_id, listed in zip(queries, about, lists, strict=True):
        ranked = retriever.ranked(listed)
        best = max(ranked, key=lambda each: each.probability, default=None)
        if best is None or best.probability < least:
            score, similarity = (best.probability, best.similarity) if best else (None, 0.0)
            found.append([Match(query, 1, similarity, None, claim_id=claim_id, score=score)])
            continue
        likely = [
            each
            for each in ranked
            if each.probability >= least or (wishes.min_score is None and each.similarity >= _LEAD)
        ]
        likely = likely[: max(k + _SPARE, RERANKED if wishes.rerank else 0)]
        reviews = reviews_by_id({each.review_id for each in likely})
        shown = [each for each in likely if each.review_id in reviews]
        if wishes.rerank:
            shown = _reranked(query, shown, reviews, wishes.rerank)
        groups = _grouped(shown, reviews, wishes.copies)
        sure = max(least, retriever.ranker.min_score)
        groups.sort(key=lambda group: not (reviews[group[0].review_id].ours and group[0].probability >= sure))
        groups = groups[:k]
        matches = [
            _match(query, claim_id, rank, group, reviews, listed, retriever.encoder, wishes.entails, explainer)
            for rank, group in enumerate(groups, start=1)
        ]
        found.append(matches or [Match(query, 1, best.similarity, None, claim_id=claim_id, score=best.probability)])
    return found


def _reranked(
    query: str,
    ranked: Sequence[Candidate],
    reviews: Mapping[str, ClaimReview],
    rerank: Callable[[Sequence[tuple[str, str]]], Sequence[float]],
) -> list[Candidate]:
    """The first fifty in the cross-encoder's order, equals as they stood; the rest behind them."""
    head, rest = list(ranked[:RERANKED]), list(ranked[RERANKED:])
    asked = clean_query(query)
    texts = [
        ". ".join(part for part in (review.claim_reviewed, review.title) if part)
        for review in (reviews[each.review_id] for each in head)
    ]
    scores = rerank([(asked, text) for text in texts]) if head else []
    order = sorted(range(len(head)), key=lambda place: -scores[place])
    return [head[place] for place in order] + rest


def _grouped(
    candidates: Sequence[Candidate],
    reviews: Mapping[str, ClaimReview],
    key: Callable[[ClaimReview], Hashable] | None,
) -> list[list[Candidate]]:
    groups: dict[Hashable, list[Candidate]] = {}
    for each in candidates:
        groups.setdefault(key(reviews[each.review_id]) if key else each.review_id, []).append(each)
    return list(groups.values())


def _match(
    query: str,
    claim_id: str | None,
    rank: int,
    group: Sequence[Candidate],
    reviews: Mapping[str, ClaimReview],
    listed: Shortlist,
    encoder: object,
    entails: Entails | None,
    explainer: Retriever | None,
) -> Match:
    from claimcheck.match.relation.align import vectors_of

    first = group[0]
    review = reviews[first.review_id]
    relation, differences = relate(
        clean_query(query),
        review.claim_reviewed,
        listed.language,
        review.language,
        similarity=first.similarity,
        vectors=vectors_of(encoder),
        entails=entails,
    )
    return Match(
        query=query,
        rank=rank,
        similarity=first.similarity,
        review=review,
        claim_id=claim_id,
        score=first.probability,
        relation=relation,
        differences=differences,
        also=tuple(each.review_id for each in group[1:]),
        explain=explain(listed, first, review, explainer.ranker) if explainer else None,
    )
