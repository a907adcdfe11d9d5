"""Past checks as the index takes them: their text, its fields, their languages, the vectors of claim and title."""

from collections.abc import Iterable

import numpy as np

from claimcheck.index import Built, Passage
from claimcheck.match.language import guess_language
from claimcheck.match.query import clean_query
from claimcheck.match.vectors import Encodes, VectorCache, encode_documents
from claimcheck.progress import Progress
from claimcheck.records import ClaimReview

__all__ = ["build_passages"]


def build_passages(reviews: Iterable[ClaimReview], encoder: Encodes, cache: VectorCache, progress: Progress) -> Built:
    """Passages in id order; the vectors of all claims, then of all titles."""
    chosen = sorted(reviews, key=lambda review: review.id)
    passages: list[Passage] = []
    languages: dict[str, str] = {}
    texts, owners = [], []
    for place, review in enumerate(chosen):
        told = ". ".join(part for part in (review.claim_reviewed, review.title, review.summary) if part)
        stated = review.language if review.language != "und" else None
        languages[review.id] = stated or guess_language(told) or "und"
        fields = tuple(clean_query(part or "") for part in (review.claim_reviewed, review.title, review.summary))
        passages.append(Passage(review.id, told, stated or guess_language(told, sure=False) or "und", fields))
        texts.append(clean_query(review.claim_reviewed))
        owners.append(place)
    for place, review in enumerate(chosen):
        if review.title and review.title != review.claim_reviewed:
            texts.append(clean_query(review.title))
            owners.append(place)
    vectors = encode_documents(texts, encoder, cache, progress)
    return Built(passages, languages, vectors, np.asarray(owners, dtype=np.int32))
