"""``Retriever``: the past checks closest to a query, by meaning, by grams and by words.

Claim, title and summary are searched: grams and words over all three, meaning over claim and title each, the closer of
which counts. What ``lookup``, ``match`` and ``bench retrieval`` do is this.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

from claimcheck.index import Built, IndexCache, Indexes, Wanted
from claimcheck.match.features import Asked, Features, again, ask, features
from claimcheck.match.fuse import WEIGHTS, Parts, Weights, fuse
from claimcheck.match.indexing import build_passages
from claimcheck.match.language import guess_language
from claimcheck.match.query import clean_query
from claimcheck.match.ranker import Ranker, shipped_ranker
from claimcheck.match.vectors import Encodes, VectorCache, no_cache
from claimcheck.progress import Progress, Say, silent, unseen
from claimcheck.records import ClaimReview, Hit

__all__ = ["Candidate", "Retriever", "Shortlist"]

_LONGEST = 4_000  # characters of a query that are looked at
_DEPTH = 100  # how far each search looks, and how many are then compared closely


@dataclass(frozen=True, slots=True)
class Shortlist:
    """The candidates for one query by ``similarity``, best first, and what tells them apart."""

    asked: Asked
    language: str | None
    knows: bool  # whether the encoder has learnt the language
    ids: tuple[str, ...] = ()
    parts: dict[str, Parts] = field(default_factory=dict)
    similarities: tuple[float, ...] = ()
    foreign: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, dtype=bool))
    features: Features = field(default_factory=lambda: np.zeros((0, 0)))
    claims: tuple[bytes, ...] = ()  # equal where two candidates' claims are of the same words

    def without(self, ids: Collection[str]) -> "Shortlist":
        """The list as if these past checks were not there."""
        kept = [place for place, each in enumerate(self.ids) if each not in ids]
        return replace(
            self,
            ids=tuple(self.ids[place] for place in kept),
            parts={each: part for each, part in self.parts.items() if each not in ids},
            similarities=tuple(self.similarities[place] for place in kept),
            foreign=self.foreign[kept],
            features=again(self.features[kept]) if kept else self.features[:0],
            claims=tuple(self.claims[place] for place in kept),
        )


@dataclass(frozen=True, slots=True)
class Candidate:
    """A past check with its ``probability`` to be right, its fused ``similarity``, its ``place`` in the shortlist."""

    review_id: str
    probability: float
    similarity: float
    place: int


class Retriever:
    """Search over a workspace's past checks; ``close`` it, or use it as a context."""

    def __init__(
        self, indexes: Indexes, encoder: Encodes, weights: Weights = WEIGHTS, ranker: Ranker | None = None
    ) -> None:
        self._indexes = indexes
        self.encoder = encoder
        self.weights = weights
        self.ranker = ranker or shipped_ranker()

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
        ranker: Ranker | None = None,
    ) -> "Retriever":
        """A retriever on the index in ``folder``, which is rebuilt where it does not fit.

        ``digest`` stands for the content of ``reviews``, which are asked for only to rebuild.
        """
        wanted = Wanted(encoder=encoder.fingerprint, dimension=encoder.dimension, reviews=digest)

        def build() -> Built:
            return build_passages(reviews(), encoder, cache or no_cache(), progress)

        return cls(IndexCache(folder).open_or_rebuild(wanted, build, say), encoder, weights, ranker)

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
        """The ``k`` likeliest past checks for each query, best first, with their probability; equals in id order.

        ``languages`` gives each query's language where it is known; else it is guessed. A list is short, or empty,
        where fewer past checks share anything with the query.
        """
        lists = self.shortlists(queries, languages, depth=k)
        return [[Hit(each.review_id, each.probability) for each in self.ranked(listed)[:k]] for listed in lists]

    def ranked(self, listed: Shortlist) -> list[Candidate]:
        """A shortlist in the order of the fitted weights."""
        if not listed.ids:
            return []
        scores = self.ranker.scores(listed.features, listed.foreign, knows=listed.knows).round(9)
        order = sorted(range(len(scores)), key=lambda place: (-scores[place], listed.ids[place]))
        kind = "lexical" if not listed.knows else "abroad" if listed.foreign[order[0]] else "home"
        likely = self.ranker.probabilities(
            listed.features[order], scores[order], [listed.claims[place] for place in order], kind=kind
        )
        return [
            Candidate(listed.ids[place], round(float(probability), 6), listed.similarities[place], place)
            for place, probability in zip(order, likely, strict=True)
        ]

    def shortlists(
        self,
        queries: Sequence[str],
        languages: Sequence[str | None] | None = None,
        *,
        depth: int = 0,
        among: Collection[str] | None = None,
    ) -> list[Shortlist]:
        """For each query the candidates, at least ``depth`` of them where there are, only ``among`` these if given."""
        depth = max(_DEPTH, depth)
        return [self._shortlist(*found, depth) for found in self._looked(queries, languages, depth, among)]

    def _shortlist(
        self, query: str, vector: NDArray[np.float32], parts: dict[str, Parts], language: str | None, most: int
    ) -> Shortlist:
        read_in = language or guess_language(query, sure=False)
        asked = ask(query, read_in, self._indexes)
        knows = self.knows(language)
        foreign = frozenset(self._foreign(parts, language))
        similar = fuse(parts, knows=knows, foreign=foreign, weights=self.weights)
        ids = [each for each in sorted(similar, key=lambda each: (-similar[each], each)) if similar[each] > 0][:most]
        if not ids:
            return Shortlist(asked, language, knows)
        dense, outlines = self._indexes.dense, self._indexes.outlines
        cosines = dense.row_scores(vector, ids) if knows and vector.any() else [[0.0]] * len(ids)
        cosines = [row if parts[each].dense else [0.0] for row, each in zip(cosines, ids, strict=True)]
        rows = dense.rows(ids)
        return Shortlist(
            asked=asked,
            language=language,
            knows=knows,
            ids=tuple(ids),
            parts={each: parts[each] for each in ids},
            similarities=tuple(similar[each] for each in ids),
            foreign=np.array([each in foreign for each in ids]),
            features=features(asked, ids, parts, similar, cosines, rows, self._indexes),
            claims=tuple(outlines.claim(int(row)) for row in rows),
        )

    def _read_in(self, query: str, given: str | None) -> str | None:
        """The language a query is read in: the given one, else what it shows, on any lead if the encoder knows it."""
        if given and given != "und":
            return given
        likely = guess_language(query, sure=False)
        return guess_language(query) or (likely if likely in self.encoder.languages else None)

    def knows(self, language: str | None) -> bool:
        """Whether the encoder has learnt a language, so that its cosines count; yes where either is unknown."""
        return not language or language == "und" or not self.encoder.languages or language in self.encoder.languages

    def _foreign(self, ids: Iterable[str], language: str | None) -> list[str]:
        if not language or language == "und":
            return []
        spoken = self._indexes.languages
        return [each for each in ids if spoken[each] not in (language, "und") and self.knows(spoken[each])]

    def parts(
        self,
        queries: Sequence[str],
        *,
        languages: Sequence[str | None] | None = None,
        depth: int = _DEPTH,
        among: Collection[str] | None = None,
    ) -> list[tuple[dict[str, Parts], str | None]]:
        """What each search says about every document any of them found, and the language each query was read in."""
        return [(parts, language) for _, _, parts, language in self._looked(queries, languages, depth, among)]

    def _looked(
        self,
        queries: Sequence[str],
        languages: Sequence[str | None] | None,
        depth: int,
        among: Collection[str] | None,
    ) -> list[tuple[str, NDArray[np.float32], dict[str, Parts], str | None]]:
        """Each query cleaned, its vector, what the searches found, its language."""
        cleaned = [clean_query(query)[:_LONGEST] for query in queries]
        given = languages or [None] * len(cleaned)
        spoken = [self._read_in(query, each) for each, query in zip(given, cleaned, strict=True)]
        if not cleaned or not len(self):
            nothing = np.zeros(self.encoder.dimension, np.float32)
            return [(query, nothing, {}, language) for query, language in zip(cleaned, spoken, strict=True)]
        stemmed = [each or guess_language(query, sure=False) for each, query in zip(spoken, cleaned, strict=True)]
        vectors = np.asarray(self.encoder.encode(cleaned, kind="query"), dtype=np.float32)
        lexical = self._indexes.lexical
        return [
            (query, vector, self._parts(vector, grams, words, self.knows(language), depth, among), language)
            for query, vector, grams, words, language in zip(
                cleaned,
                vectors,
                lexical.grams.search(cleaned, depth, among=among),
                lexical.words.search(cleaned, depth, stemmed, among=among),
                spoken,
                strict=True,
            )
        ]

    def _parts(
        self,
        vector: NDArray[np.float32],
        grams: list[Hit],
        words: list[Hit],
        knows: bool,
        depth: int,
        among: Collection[str] | None,
    ) -> dict[str, Parts]:
        by_grams = {hit.review_id: hit.score for hit in grams}
        by_words = {hit.review_id: hit.score for hit in words}
        cosines: dict[str, float] = {}
        if knows and vector.any():
            cosines = {
                hit.review_id: hit.score for hit in self._indexes.dense.search(vector[None, :], depth, among=among)[0]
            }
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
