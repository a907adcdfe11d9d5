"""Past checks as the index takes them: their text, its fields, their languages, the vectors of claim and title."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Protocol

import numpy as np

from claimcheck.index import SEGMENT, Built, Changes, Passage
from claimcheck.match.language import guess_language
from claimcheck.match.query import clean_query
from claimcheck.match.vectors import Encodes, VectorCache, encode_documents
from claimcheck.progress import Progress, unseen
from claimcheck.records import ClaimReview
from claimcheck.shapes import indexed_number

__all__ = ["ReviewChanges", "ReviewSource", "build_passages"]


class ReviewChanges(Protocol):
    """What happened to past checks after a stamp: those that came or changed, and the ids of those that went.

    ``digest`` and ``stamp`` are of the state that this leads to, all read at one moment.
    """

    @property
    def digest(self) -> str:
        """Of what is indexed then."""

    @property
    def stamp(self) -> int:
        """Of the last change."""

    @property
    def gone(self) -> Collection[str]:
        """The ids of those that went."""

    @property
    def reviews(self) -> Iterable[ClaimReview]:
        """Those that came or changed."""

    @property
    def count(self) -> int:
        """How many are concerned."""


class ReviewSource:
    """Past checks for the index, all of them or what changed, in chunks."""

    def __init__(
        self,
        reviews: Callable[[], Iterable[ClaimReview]],
        changes: Callable[[int], ReviewChanges | None],
        encoder: Encodes,
        cache: VectorCache,
        progress: Progress = unseen,
    ) -> None:
        self._reviews, self._changes = reviews, changes
        self._encoder, self._cache, self._progress = encoder, cache, progress

    def everything(self) -> Iterator[Built]:
        """All past checks, a segment at a time: memory stays flat."""
        return self._chunks(self._reviews())

    def since(self, stamp: int) -> Changes | None:
        """What changed after a stamp; None where nobody counts."""
        found = self._changes(stamp) if stamp else None
        if found is None:
            return None
        return Changes(found.digest, found.stamp, found.gone, self._chunks(found.reviews), found.count)

    def _chunks(self, reviews: Iterable[ClaimReview]) -> Iterator[Built]:
        coming, done = iter(reviews), 0
        while chunk := list(islice(coming, SEGMENT)):
            yield build_passages(chunk, self._encoder, self._cache, self._progress, before=done)
            done += len(chunk)
        self._progress("indexing past checks", done, done)


def build_passages(
    reviews: Sequence[ClaimReview],
    encoder: Encodes,
    cache: VectorCache,
    progress: Progress = unseen,
    *,
    before: int = 0,
) -> Built:
    """Passages in the order of the reviews, with the vectors of claim and title of each.

    ``before`` is how many were done, for the progress.
    """
    passages: list[Passage] = []
    languages: dict[str, str] = {}
    texts, owners = [], []
    for review in reviews:
        told = ". ".join(part for part in (review.claim_reviewed, review.title, review.summary) if part)
        stated = review.language if review.language != "und" else None
        languages[review.id] = stated or guess_language(told) or "und"
        fields = tuple(
            clean_query(part) if part else "" for part in (review.claim_reviewed, review.title, review.summary)
        )
        passages.append(Passage(review.id, told, stated or guess_language(told, sure=False) or "und", fields))
    for place, (review, passage) in enumerate(zip(reviews, passages, strict=True)):
        texts.append(passage.fields[0])
        owners.append(place)
        if review.title and review.title != review.claim_reviewed:
            texts.append(passage.fields[1])
            owners.append(place)

    def told_on(_what: str, done: int, _total: int | None) -> None:
        progress("indexing past checks", before + done * len(passages) // max(len(texts), 1), None)

    vectors = encode_documents(texts, encoder, cache, told_on)
    digests = np.fromiter((indexed_number(review) % (1 << 64) for review in reviews), np.uint64, len(reviews))
    return Built(passages, languages, vectors, np.asarray(owners, dtype=np.int32), digests)
