"""``Retriever``: the past checks closest to a query, by meaning, by grams and by words.

Claim, title and summary are searched: grams and words over all three, meaning over claim and title each, the closer of
which counts. What ``lookup``, ``match`` and ``bench retrieval`` do is this.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

from claimcheck.index import Among, Ask, Candidates, Effort, Found, IndexCache, Indexes, Wanted
from claimcheck.match.features import ask, features
from claimcheck.match.fuse import WEIGHTS, Parts, Shares, Weights, fuse
from claimcheck.match.indexing import ReviewChanges, ReviewSource
from claimcheck.match.language import guess_language
from claimcheck.match.meanings import Meanings
from claimcheck.match.query import Signed, read_query
from claimcheck.match.ranker import Ranker, shipped_ranker
from claimcheck.match.shortlist import Candidate, Shortlist
from claimcheck.match.vectors import Encodes, VectorCache, no_cache
from claimcheck.progress import Progress, Say, silent, unseen
from claimcheck.records import ClaimReview, Hit

__all__ = ["Retriever"]

_LONGEST = 4_000  # characters of a query that are looked at
_REMEMBERED = 20_000
_DEPTH = 100  # how far each search looks, and how many are then compared closely


@dataclass(frozen=True, slots=True)
class _Looked:
    """A query cleaned, the language it is read in and stemmed by, and what the searches found in which indexes."""

    query: str
    signed: Signed | None
    language: str | None
    stemmed: str | None
    indexes: Indexes
    rows: NDArray[np.intp]
    parts: Parts
    cosines: tuple[Shares, Shares]  # to claim and title
    documents: int  # that were looked among


class Retriever:
    """Search over a workspace's past checks; ``close`` it, or use it as a context."""

    def __init__(
        self,
        indexes: Candidates,
        encoder: Encodes,
        weights: Weights = WEIGHTS,
        ranker: Ranker | None = None,
        folder: Path | None = None,
    ) -> None:
        self._indexes, self._folder = indexes, folder
        self.encoder = encoder
        self.weights = weights
        self.ranker = ranker or shipped_ranker()
        self._remembered: dict[str, NDArray[np.float32]] = {}
        self._words: Meanings | None = None

    @classmethod
    def open(
        cls,
        folder: Path,
        reviews: Callable[[], Iterable[ClaimReview]],
        digest: str,
        encoder: Encodes,
        *,
        stamp: int = 0,
        changes: Callable[[int], ReviewChanges | None] = lambda _stamp: None,
        workspace: str = "",
        effort: Effort | None = None,
        cache: VectorCache | None = None,
        say: Say = silent,
        progress: Progress = unseen,
        weights: Weights = WEIGHTS,
        ranker: Ranker | None = None,
    ) -> "Retriever":
        """A retriever on the index in ``folder``, which is brought up to date, or rebuilt where it does not fit.

        ``digest`` stands for the content of ``reviews``, which are asked for only to rebuild; ``stamp`` for the last
        change to them, and ``changes`` says what changed after an earlier one. ``workspace`` is whose they are.
        """
        wanted = Wanted(encoder.fingerprint, encoder.dimension, digest, stamp, workspace)
        source = ReviewSource(reviews, changes, encoder, cache or no_cache(), progress)
        indexes = IndexCache(folder, effort).open_or_rebuild(wanted, source, say)
        return cls(indexes, encoder, weights, ranker, folder)

    def read_by(self, encoder: Encodes) -> "Retriever":
        """The same index with another reader of queries, whose vectors must be as wide; the first one closes it."""
        return Retriever(self._indexes, encoder, self.weights, self.ranker, self._folder)

    def __len__(self) -> int:
        return len(self._indexes)

    @property
    def knows_kinds(self) -> bool:
        """Whether it may be told which kinds of past checks to look among, and need not be given their ids."""
        return self._indexes.knows_kinds

    def __enter__(self) -> "Retriever":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def remembered(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of texts as queries, one row each; of those that come again and again only once."""
        if len(self._remembered) > _REMEMBERED:
            self._remembered.clear()
        new = list({each: None for each in texts if each not in self._remembered})
        if new:
            rows = np.asarray(self.encoder.encode(new, kind="query"), dtype=np.float32)
            self._remembered |= dict(zip(new, rows, strict=True))
        return np.stack([self._remembered[each] for each in texts])

    def close(self) -> None:
        """Let go of the index files."""
        self._indexes.close()

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
        scores = self.ranker.scores(listed.features, listed.foreign, listed.reading).round(9)
        order = _ordered(scores, listed.ids)
        kind = "abroad" if listed.knows and listed.foreign[order[0]] else listed.reading
        likely = self.ranker.probabilities(
            listed.features[order], scores[order], listed.claims[order], kind=kind, documents=listed.documents
        )
        columns = (likely.round(6), listed.similarities[order], order)
        return [
            Candidate(listed.ids[place], probability, similarity, place)
            for probability, similarity, place in zip(*(each.tolist() for each in columns), strict=True)
        ]

    def shortlists(
        self,
        queries: Sequence[str],
        languages: Sequence[str | None] | None = None,
        *,
        depth: int = 0,
        among: Among = None,
    ) -> list[Shortlist]:
        """For each query the candidates, at least ``depth`` of them where there are, only ``among`` these if given."""
        depth = max(_DEPTH, depth)
        return [self._shortlist(looked, depth) for looked in self._look(queries, languages, depth, among)]

    def parts(
        self, queries: Sequence[str], languages: Sequence[str | None] | None = None
    ) -> list[tuple[list[str], Parts, str | None]]:
        """The documents any search found, what each says about them, and the language each query was read in."""
        return [
            ([looked.indexes.documents.ids[row] for row in looked.rows], looked.parts, looked.language)
            for looked in self._look(queries, languages, _DEPTH, None)
        ]

    def _shortlist(self, looked: _Looked, most: int) -> Shortlist:
        indexes = looked.indexes
        asked = ask(looked.query, looked.stemmed, indexes, looked.signed)
        knows = self.knows(looked.language)
        foreign = self._foreign(indexes, looked.rows, looked.language)
        similar = fuse(looked.parts, knows=knows, foreign=foreign, weights=self.weights)
        order = indexes.documents.ranked(looked.rows, similar, most)
        order = order[similar[order] > 0]
        rows, parts = looked.rows[order], looked.parts.of(order)
        cosines = (looked.cosines[0][order], looked.cosines[1][order])
        return Shortlist(
            asked=asked,
            language=looked.language,
            knows=knows,
            ids=indexes.documents.ids.at(rows),
            parts=parts,
            similarities=similar[order],
            foreign=foreign[order],
            features=features(
                asked, rows, parts, similar[order], cosines, indexes, self._meanings(looked, knows=knows)
            ),
            claims=indexes.outlines.claims(rows),
            documents=looked.documents,
        )

    def _meanings(self, looked: _Looked, *, knows: bool) -> tuple[Meanings, str] | None:
        """The vectors of words where the encoder has some and has learnt the query's language."""
        pieces, rows = getattr(self.encoder, "tokenizer", None), getattr(self.encoder, "rows", None)
        if not knows or pieces is None or rows is None:
            return None
        if self._words is None:
            self._words = Meanings(
                rows,  # piece by piece: half the time of get_vocab
                lambda: [name(each) or "" for name in [pieces.id_to_token] for each in range(pieces.get_vocab_size())],
                fingerprint=self.encoder.fingerprint,
                folder=self._folder,
            )
        return self._words, looked.stemmed or "und"

    def knows(self, language: str | None) -> bool:
        """Whether the encoder has learnt a language, so that its cosines count; yes where either is unknown."""
        return not language or language == "und" or not self.encoder.languages or language in self.encoder.languages

    def _read_in(self, query: str, given: str | None) -> tuple[str | None, str | None]:
        """The language a query is read in: the given one, else what it shows, on any lead if the encoder knows it.

        And the one its words are stemmed by, on any lead.
        """
        if given and given != "und":
            return given, given
        likely = guess_language(query, sure=False)
        read = guess_language(query) or (likely if likely in self.encoder.languages else None)
        return read, read or likely

    def _foreign(self, indexes: Indexes, rows: NDArray[np.intp], language: str | None) -> NDArray[np.bool_]:
        """Which documents are in another language than the query, one the encoder knows."""
        documents = indexes.documents
        if not language or language == "und":
            return np.zeros(len(rows), dtype=bool)
        abroad = [name not in (language, "und") and self.knows(name) for name in documents.languages]
        return np.array(abroad, dtype=bool)[documents.spoken[rows]]

    def _look(
        self,
        queries: Sequence[str],
        languages: Sequence[str | None] | None,
        depth: int,
        among: Among,
    ) -> Iterator[_Looked]:
        read = [read_query(query) for query in queries]
        cleaned = [words[:_LONGEST] for words, _ in read]
        given = languages or [None] * len(cleaned)
        spoken = [self._read_in(query, each) for query, each in zip(cleaned, given, strict=True)]
        if not cleaned:
            return
        vectors: Sequence[NDArray[np.float32] | None] = [None] * len(cleaned)
        if len(self):
            vectors = list(np.asarray(self.encoder.encode(cleaned, kind="query"), dtype=np.float32))
        asks = [
            Ask(query, vector if vector is not None and self.knows(language) and vector.any() else None, stemmed)
            for query, vector, (language, stemmed) in zip(cleaned, vectors, spoken, strict=True)
        ]
        size: int | None = None
        named = self._indexes.candidates(asks, depth, among)
        for (_, signed), each, (language, stemmed), (indexes, rows) in zip(read, asks, spoken, named, strict=True):
            if size is None:
                size = self._indexes.size(among) if rows is None else len(rows)
            lexical = indexes.lexical
            grams = lexical.grams.find(each.query, depth, only=rows)
            words = lexical.words.find(each.query, depth, stemmed, only=rows)
            none = np.zeros(0, np.intp)
            near = none if each.vector is None else indexes.dense.nearest(each.vector, depth, among=rows)[0]
            found = np.unique(np.concatenate((near, grams[0], words[0])))
            claim, title = self._cosines(indexes, each.vector, found)
            parts = Parts(np.maximum(claim, title), _at(found, grams), _at(found, words))
            yield _Looked(each.query, signed, language, stemmed, indexes, found, parts, (claim, title), size)

    def _cosines(
        self, indexes: Indexes, vector: NDArray[np.float32] | None, rows: NDArray[np.intp]
    ) -> tuple[Shares, Shares]:
        """To the claim and title of each document, whichever search found it, if the encoder knows its language."""
        if vector is None:
            return np.zeros(len(rows)), np.zeros(len(rows))
        documents = indexes.documents
        learnt = np.array([self.knows(name) for name in documents.languages], dtype=bool)[documents.spoken[rows]]
        claim, title = indexes.dense.cosines(vector, rows)
        return claim * learnt, title * learnt


def _ordered(scores: NDArray[np.float64], ids: Sequence[str]) -> NDArray[np.intp]:
    """Places by score, highest first; equals in id order."""
    order = np.argsort(-scores, kind="stable")
    if (np.diff(scores[order]) == 0).any():
        order = np.array(sorted(range(len(scores)), key=lambda place: (-scores[place], ids[place])), dtype=np.intp)
    return order


def _at(rows: NDArray[np.intp], found: Found) -> Shares:
    """What a search says about each of these rows."""
    shares = np.zeros(len(rows))
    shares[np.searchsorted(rows, found[0])] = found[1]
    return shares
