"""``Retriever``: the past checks closest to a query, by meaning, by grams and by words.

Claim, title and summary are searched: grams and words over all three, meaning over claim and title each, the closer of
which counts. What ``lookup``, ``match`` and ``bench retrieval`` do is this.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

from claimcheck.index import Built, IndexCache, Indexes, Passage, Wanted
from claimcheck.match.fuse import WEIGHTS, Parts, Weights, fuse
from claimcheck.match.language import guess_language
from claimcheck.match.query import clean_query
from claimcheck.match.vectors import Encodes, VectorCache, encode_documents, no_cache
from claimcheck.progress import Progress, Say, silent, unseen
from claimcheck.records import ClaimReview, Hit

__all__ = ["Retriever"]

_LONGEST = 4_000  # characters of a query that are looked at
_DEPTH = 100  # how far each search looks before they are fused


class Retriever:
    """Search over a workspace's past checks; ``close`` it, or use it as a context."""

    def __init__(self, indexes: Indexes, encoder: Encodes, weights: Weights = WEIGHTS) -> None:
        self._indexes = indexes
        self.encoder = encoder
        self.weights = weights

    @classmethod
    def open(
        cls,
        folder: Path,
        reviews: Callable[[], Iterable[ClaimReview]],
        digest: str,
        encoder: Encodes,
        *,
        cache: VectorCache | None = None,
        say: Say = silent,
        progress: Progress = unseen,
        weights: Weights = WEIGHTS,
    ) -> "Retriever":
        """A retriever on the index in ``folder``, which is rebuilt where it does not fit.

        ``digest`` stands for the content of ``reviews``, which are asked for only to rebuild.
        """
        wanted = Wanted(encoder=encoder.fingerprint, dimension=encoder.dimension, reviews=digest)

        def build() -> Built:
            return _build(reviews(), encoder, cache or no_cache(), progress)

        return cls(IndexCache(folder).open_or_rebuild(wanted, build, say), encoder, weights)

    def __len__(self) -> int:
        return len(self._indexes.languages)

    def __enter__(self) -> "Retriever":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the index files."""
        self._indexes.close()

    def language_of(self, review_id: str) -> str:
        """The language a past check is indexed in; ``und`` where nobody could tell."""
        return self._indexes.languages[review_id]

    def search(
        self, queries: Sequence[str], k: int = 5, languages: Sequence[str | None] | None = None
    ) -> list[list[Hit]]:
        """The ``k`` most similar past checks for each query, best first; equal scores in id order.

        ``languages`` gives each query's language where it is known; else it is guessed. A list is short, or empty,
        where fewer past checks share anything with the query.
        """
        parts = self.parts(queries, languages=languages, depth=max(_DEPTH, k))
        return [self._ranked(found, language, k) for found, language in parts]

    def coverage(self, query: str, review: ClaimReview, language: str | None = None) -> float | None:
        """The share of a past check's claim, or of its title, that the query holds, by the weight of the words.

        None where the two are, or may be, in different languages, so that words cannot tell.
        """
        asked = clean_query(query)[:_LONGEST]
        spoken = self._read_in(asked, language)
        there = self._indexes.languages.get(review.id, review.language)
        if spoken is None or there not in (spoken, "und"):
            return None
        words = self._indexes.lexical.words
        texts = [text for text in (review.claim_reviewed, review.title) if text]
        return max(words.covered(text, asked, language=spoken, query_language=spoken) for text in texts)

    def _read_in(self, query: str, given: str | None) -> str | None:
        """The language a query is read in: the given one, else what it shows, on any lead if the encoder knows it."""
        if given and given != "und":
            return given
        likely = guess_language(query, sure=False)
        return guess_language(query) or (likely if likely in self.encoder.languages else None)

    def _ranked(self, parts: dict[str, Parts], language: str | None, k: int) -> list[Hit]:
        similar = fuse(parts, knows=self.knows(language), foreign=self._foreign(parts, language), weights=self.weights)
        ranked = sorted(similar.items(), key=lambda each: (-each[1], each[0]))
        return [Hit(each, round(score, 6)) for each, score in ranked[:k] if score > 0]

    def knows(self, language: str | None) -> bool:
        """Whether the encoder has learnt a language, so that its cosines count; yes where either is unknown."""
        return not language or language == "und" or not self.encoder.languages or language in self.encoder.languages

    def _foreign(self, ids: Iterable[str], language: str | None) -> list[str]:
        if not language or language == "und":
            return []
        spoken = self._indexes.languages
        return [each for each in ids if spoken[each] not in (language, "und") and self.knows(spoken[each])]

    def parts(
        self, queries: Sequence[str], *, languages: Sequence[str | None] | None = None, depth: int = _DEPTH
    ) -> list[tuple[dict[str, Parts], str | None]]:
        """What each search says about every document any of them found, and the language each query was read in."""
        cleaned = [clean_query(query)[:_LONGEST] for query in queries]
        given = languages or [None] * len(cleaned)
        spoken = [self._read_in(query, each) for each, query in zip(given, cleaned, strict=True)]
        if not cleaned or not len(self):
            return [({}, language) for language in spoken]
        stemmed = [each or guess_language(query, sure=False) for each, query in zip(spoken, cleaned, strict=True)]
        vectors = np.asarray(self.encoder.encode(cleaned, kind="query"), dtype=np.float32)
        lexical = self._indexes.lexical
        return [
            (self._parts(vector, grams, words, self.knows(language), depth), language)
            for vector, grams, words, language in zip(
                vectors,
                lexical.grams.search(cleaned, depth),
                lexical.words.search(cleaned, depth, stemmed),
                spoken,
                strict=True,
            )
        ]

    def _parts(
        self, vector: NDArray[np.float32], grams: list[Hit], words: list[Hit], knows: bool, depth: int
    ) -> dict[str, Parts]:
        by_grams = {hit.review_id: hit.score for hit in grams}
        by_words = {hit.review_id: hit.score for hit in words}
        cosines: dict[str, float] = {}
        if knows and vector.any():
            cosines = {hit.review_id: hit.score for hit in self._indexes.dense.search(vector[None, :], depth)[0]}
            others = [each for each in {**by_grams, **by_words} if each not in cosines]
            cosines.update(zip(others, self._indexes.dense.scores(vector, others), strict=True))
        learnt = self._indexes.languages
        return {
            each: Parts(
                cosines.get(each, 0.0) if self.knows(learnt[each]) else 0.0,
                by_grams.get(each, 0.0),
                by_words.get(each, 0.0),
            )
            for each in {**cosines, **by_grams, **by_words}
        }


def _build(reviews: Iterable[ClaimReview], encoder: Encodes, cache: VectorCache, progress: Progress) -> Built:
    """Passages in id order; the vectors of all claims, then of all titles."""
    chosen = sorted(reviews, key=lambda review: review.id)
    passages: list[Passage] = []
    languages: dict[str, str] = {}
    texts, owners = [], []
    for place, review in enumerate(chosen):
        told = ". ".join(part for part in (review.claim_reviewed, review.title, review.summary) if part)
        stated = review.language if review.language != "und" else None
        languages[review.id] = stated or guess_language(told) or "und"
        passages.append(Passage(review.id, told, stated or guess_language(told, sure=False) or "und"))
        texts.append(clean_query(review.claim_reviewed))
        owners.append(place)
    for place, review in enumerate(chosen):
        if review.title and review.title != review.claim_reviewed:
            texts.append(clean_query(review.title))
            owners.append(place)
    vectors = encode_documents(texts, encoder, cache, progress)
    return Built(passages, languages, vectors, np.asarray(owners, dtype=np.int32))
