"""Lexical search: candidates from postings, compared closely by what the documents say.

Two ways of reading the same text. ``grams``: character 3- and 4-grams of the words joined by single spaces, without
accents, which forgive inflection, compounds and spelling. ``words``: words stemmed by the text's language. Punctuation
and case count in neither. On the training splits of CheckThat! 2020 and 2022 3- and 4-grams found as much as 3- to
5-grams at two thirds of the cost.

The rarest terms of a query, as many as stand in ``BUDGET`` documents together, give some hundred candidates; BM25 with
all terms and exact statistics puts these in order. So a result depends on the documents alone, not on when they came.
"""

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from claimcheck.index.counts import TermCounts
from claimcheck.index.documents import Documents
from claimcheck.index.grams import gram_hashes, gram_lengths, query_grams
from claimcheck.index.outlines import hashed
from claimcheck.index.postings import GRAMS, WORDS, Postings
from claimcheck.index.search import Found
from claimcheck.index.words import plain_words, stems
from claimcheck.records import Hit

__all__ = ["BUDGET", "LexicalField", "LexicalIndex", "term_counts"]

BUDGET = 1_000_000
"""How many postings a query's candidates are chosen by."""
_CANDIDATES = 200  # at least this many are compared closely, or as many times those wanted as:
_TIMES = 2
_FEW = 1_000  # so many chosen documents are compared one and all
_MANY = 20  # one in so many documents is much to ask for by number
_COMMON = 1_000
_DECIMALS = 6
_K1, _B = 1.2, 0.75


class LexicalField:
    """One way of reading the text; its scores are shares.

    A score is the document's BM25 divided by what a document of average length would get that holds every term of the
    query once: 0 shares nothing, 1 shares everything, a short document can pass 1. Grams of more than ``_COMMON`` and
    more than a twentieth of the documents do not count: they tell little apart and cost most of the time.
    """

    def __init__(self, name: str, owner: "LexicalIndex", counts: TermCounts) -> None:
        self.name, self.counts = name, counts
        self._owner = owner

    def _terms(self, query: str, language: str | None) -> tuple[list[str], NDArray[np.uint32]]:
        """The distinct terms of a query, also as numbers; stemmed by each likely language where that is unknown."""
        if self.name == GRAMS:
            return query_grams(plain_words(query))
        languages = [language] if language else ["und", *self._owner.languages]
        found = list(dict.fromkeys(term for each in languages for term in stems(query, each)))
        return found, hashed(found)

    def search(
        self,
        queries: Sequence[str],
        k: int,
        languages: Sequence[str | None] | None = None,
        *,
        among: Collection[str] | None = None,
    ) -> list[list[Hit]]:
        """The ``k`` best documents for each query, best first; equal scores in id order; only those that share a term.

        ``languages`` gives each query's language, which the words are stemmed by; ``among`` the ids to look at.
        """
        documents = self._owner.documents
        only = None if among is None else documents.rows_of(among)
        spoken = languages or [None] * len(queries)
        found = (self.find(query, k, language, only) for query, language in zip(queries, spoken, strict=True))
        ids = documents.ids
        return [[Hit(ids[int(row)], float(score)) for row, score in zip(*each, strict=True)] for each in found]

    def weight(self, term: str) -> float:
        """A term's weight in BM25: the rarer, the more."""
        return float(self.counts.weights(hashed([term]))[0])

    def find(self, query: str, k: int, language: str | None = None, only: NDArray[np.intp] | None = None) -> Found:
        """The rows of the ``k`` best documents, of all or ``only`` these, with scores, as ``search`` orders them."""
        documents = self._owner.documents
        if k < 1 or not len(documents):
            return np.zeros(0, np.intp), np.zeros(0)
        terms, hashes = self._telling(query, language)
        weights = self.counts.weights(hashes)
        rows = self._candidates(terms, hashes, weights, k, only)
        if not len(rows) or not len(terms):
            return np.zeros(0, np.intp), np.zeros(0)
        scores = np.round(self._scores(rows, hashes, weights) / float(weights.sum()), _DECIMALS)
        shared = scores > 0
        return documents.best(rows[shared], scores[shared], k)

    def _telling(self, query: str, language: str | None) -> tuple[list[str], NDArray[np.uint32]]:
        """The terms of a query that count."""
        terms, hashes = self._terms(query, language)
        if self.name == GRAMS and len(terms):
            telling = self.counts.holders(hashes) <= max(_COMMON, self.counts.documents // 20)
            if telling.any():
                return [term for term, tells in zip(terms, telling.tolist(), strict=True) if tells], hashes[telling]
        return terms, hashes

    def rarest(self, query: str, language: str | None = None) -> list[tuple[str, int, float]]:
        """The terms that choose a query's candidates, rarest first, each as a number too, and its weight."""
        terms, hashes = self._telling(query, language)
        return self._rarest(terms, hashes, self.counts.weights(hashes))

    def _rarest(
        self, terms: Sequence[str], hashes: NDArray[np.uint32], weights: NDArray[np.float64]
    ) -> list[tuple[str, int, float]]:
        holders = self.counts.holders(hashes)
        order = np.lexsort((hashes, holders))
        order = order[holders[order] > 0]
        within = np.cumsum(holders[order]) <= self._owner.budget
        within[:1] = True
        return [(terms[each], int(hashes[each]), float(weights[each])) for each in order[within].tolist()]

    def _candidates(
        self,
        terms: Sequence[str],
        hashes: NDArray[np.uint32],
        weights: NDArray[np.float64],
        k: int,
        only: NDArray[np.intp] | None,
    ) -> NDArray[np.intp]:
        """The rows to compare closely: by the rarest terms, or all of a few chosen ones."""
        documents, postings = self._owner.documents, self._owner.postings
        if postings is None:
            return documents.live() if only is None else only
        if only is not None and len(only) <= _FEW:
            return only
        chosen = [(term, weight) for term, _, weight in self._rarest(terms, hashes, weights)]
        wanted = max(_CANDIDATES, _TIMES * k)
        if only is not None and _MANY * len(only) > len(documents):  # sooner left out of many than asked for by number
            wider = wanted * 2 * -(-len(documents) // len(only))
            rows = documents.of_serials(postings.likeliest(self.name, chosen, wider))
            inside = rows[np.isin(rows, only)]
            if len(inside) >= wanted or len(rows) < wider:
                return inside[:wanted]
        serials = None if only is None else documents.serials[only]
        return documents.of_serials(postings.likeliest(self.name, chosen, wanted, only=serials))

    def _scores(
        self, rows: NDArray[np.intp], hashes: NDArray[np.uint32], weights: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """BM25 of documents, with how often each holds each term."""
        documents = self._owner.documents
        if self.name == GRAMS:
            lines = documents.ragged("texts", "text_cuts", rows)[0].tobytes()
            found, line = gram_hashes(lines)
            lengths = gram_lengths(lines).astype(float)
        else:
            found, sizes = documents.ragged("words", "word_cuts", rows)
            lengths = sizes[:, 0].astype(float)
            line = np.repeat(np.arange(len(rows)), sizes[:, 0])
        order = np.argsort(hashes, kind="stable")
        known = hashes[order]
        likely = np.zeros(1 << 16, bool)
        likely[known & 0xFFFF] = True
        maybe = np.flatnonzero(likely[found & 0xFFFF])
        at = np.minimum(np.searchsorted(known, found[maybe]), len(known) - 1)
        hit = known[at] == found[maybe]
        cells = line[maybe][hit].astype(np.int64) * len(known) + order[at[hit]]
        often = np.bincount(cells, minlength=len(rows) * len(known)).reshape(len(rows), len(known))
        norm = _K1 * (1 - _B + _B * lengths / max(self.counts.average, 1e-9))
        return np.asarray((weights * often * (1 + _K1) / (often + norm[:, None])).sum(axis=1), dtype=float)


class LexicalIndex:
    """Documents by their grams and words.

    Without ``postings`` every document is compared: for a few, named elsewhere among those that ``counts`` are of.
    """

    def __init__(
        self,
        documents: Documents,
        postings: Postings | None,
        counts: dict[str, TermCounts],
        languages: Sequence[str] = (),
        budget: int = BUDGET,
    ) -> None:
        self.documents, self.postings, self.budget = documents, postings, budget
        self.languages = tuple(languages)
        self.grams = LexicalField(GRAMS, self, counts[GRAMS])
        self.words = LexicalField(WORDS, self, counts[WORDS])
        if postings is None:
            return
        for held, what in ((len(postings), "postings"), (counts[GRAMS].documents, "counts")):
            if held != len(documents):
                raise ValueError(f"the {what} hold {held} documents, not {len(documents)}")


def term_counts(documents: Documents, rows: NDArray[np.intp]) -> dict[str, TermCounts]:
    """The counts of some documents by their grams and by their words."""
    lines = documents.ragged("texts", "text_cuts", rows)[0].tobytes()
    hashes, line = gram_hashes(lines)
    words, sizes = documents.ragged("words", "word_cuts", rows)
    owner = np.repeat(np.arange(len(rows)), sizes[:, 0])
    return {
        GRAMS: TermCounts.of(_distinct(hashes, line), documents=len(rows), tokens=len(hashes)),
        WORDS: TermCounts.of(_distinct(words, owner), documents=len(rows), tokens=len(words)),
    }


def _distinct(terms: NDArray[np.uint32], owner: NDArray[np.integer]) -> NDArray[np.uint32]:
    """Each document's distinct terms."""
    pairs = np.sort(owner.astype(np.uint64) << np.uint64(32) | terms)
    first = np.ones(len(pairs), bool)
    first[1:] = pairs[1:] != pairs[:-1]
    return np.asarray(pairs[first].astype(np.uint32), dtype=np.uint32)
