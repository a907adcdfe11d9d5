"""The candidates of public collections' training queries, as ``fit_lookup`` learns from them.

Nothing that is reported on is among them: queries of development and test splits, whatever says the same as one of
them, and whatever has the past check of one of them for its answer, are left out, in every collection.
"""

import hashlib
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claimcheck.duplicates import same_words
from claimcheck.errors import BenchFileMissing
from claimcheck.flows.bench_retrieval import Qrels, Query, read_documents, read_qrels, read_queries
from claimcheck.match import Encodes, Retriever, Shortlist, clean_query
from claimcheck.match.features import FEATURES, Features, again
from claimcheck.match.ranker import Line, Ranker
from claimcheck.progress import Progress, unseen

__all__ = [
    "COLLECTIONS",
    "FILES",
    "OWN_CUT",
    "UNFITTED",
    "Listed",
    "Unlearnt",
    "chosen_queries",
    "collect_lists",
    "digests_of",
    "half_of",
    "in_own_cut",
    "key_of",
    "spared",
]

COLLECTIONS = {
    "clef2020_t2_en": 0.7,
    "clef2022_t2a_en": 0.7,
    "clef2022_t2b_en": 1.0,
    "checkthat2025_t2_multi": 0.4,
}
"""The collections and how much one query of each counts."""

FILES = ("docs.jsonl.gz", "queries.jsonl.gz", "qrels.tsv.gz")
OWN_CUT = "checkthat2025_t2_multi"  # it has a training split alone
_BATCH = 64
_OF_A_LANGUAGE = 300  # queries at most, in that collection


@dataclass(frozen=True, slots=True)
class Listed:
    """A query's candidates, and which are right."""

    name: str
    key: str  # equal for the same text in two collections
    rows: Features
    right: NDArray[np.bool_]
    claims: NDArray[np.uint64]
    given: NDArray[np.float64] | None = None
    abroad: NDArray[np.bool_] | None = None
    times: float = 1.0

    @property
    def weight(self) -> float:
        """How much the query counts: ``times`` what its collection says."""
        return COLLECTIONS[self.name] * self.times

    def thinned(self, share: float) -> "Listed":
        """As from an index with so large a share of the documents; the right ones stay, chance decides on the rest."""
        if share >= 1:
            return self
        seed = hashlib.sha256(f"{self.key} {share}".encode()).digest()[:4]
        draw = np.random.default_rng(int.from_bytes(seed, "big"))
        return self._kept(self.right | (draw.random(len(self.right)) < share))

    def without_right(self) -> "Listed":
        """As if the right ones were not in the index."""
        return self._kept(~self.right)

    def _kept(self, kept: NDArray[np.bool_]) -> "Listed":
        return replace(
            self,
            rows=again(self.rows[kept]) if kept.any() else self.rows[:0],
            right=self.right[kept],
            claims=self.claims[kept],
            given=None if self.given is None else self.given[kept],
            abroad=None if self.abroad is None else self.abroad[kept],
        )

    def scores(self, line: Line) -> NDArray[np.float64]:
        """By a line, but for scores that are given."""
        found = line.of(FEATURES, self.rows)
        return found if self.given is None or self.abroad is None else np.where(self.abroad, found, self.given)


class Unlearnt:
    """An encoder that says it knows no language, so that only words and grams count."""

    def __init__(self, encoder: Encodes) -> None:
        self.dimension, self.fingerprint, self.encode = encoder.dimension, encoder.fingerprint, encoder.encode
        self.languages = ("zxx",)


def in_own_cut(query_id: str) -> bool:
    """Whether a query of a collection without a development split is in the quarter kept for reporting."""
    return hashlib.sha256(query_id.encode()).digest()[0] % 4 == 0


def collect_lists(data: Path, encoder: Encodes, *, progress: Progress = unseen) -> tuple[list[Listed], list[Listed]]:
    """The lists of queries in languages the encoder knows, and all as they are without its help."""
    left_out = spared(data)
    home: list[Listed] = []
    lexical: list[Listed] = []
    for place, name in enumerate(COLLECTIONS):
        progress("reading collections", place, len(COLLECTIONS))
        chosen = list(chosen_queries(name, data / name, left_out))
        judged = read_qrels(data / name / FILES[2])
        documents = partial(read_documents, data / name / FILES[0])
        with (
            tempfile.TemporaryDirectory(prefix="claimcheck-fit-") as folder,
            Retriever.open(Path(folder), documents, "", encoder, ranker=UNFITTED) as retriever,
        ):
            known = [query for query in chosen if retriever.knows(query.language or "en")]
            home += _list(name, retriever, known, judged)
            lexical += _list(name, retriever.read_by(Unlearnt(encoder)), chosen, judged)
    return home, lexical


def digests_of(data: Path, *more: str) -> dict[str, str]:
    """SHA-256 of each file of each collection below ``data``, and of ``more`` files beside that folder.

    Raises:
        BenchFileMissing: one is not there.
    """
    paths = {f"{name}/{file}": data / name / file for name in COLLECTIONS for file in FILES}
    found = {}
    for name, path in (paths | {each: data.parent / each for each in more}).items():
        if not path.is_file():
            raise BenchFileMissing(str(path))
        with path.open("rb") as opened:
            found[name] = hashlib.file_digest(opened, "sha256").hexdigest()
    return found


def key_of(text: str) -> str:
    """What is equal for texts that say the same in the same words."""
    return same_words(clean_query(text))


def half_of(key: str) -> int:
    """Which half of the queries, 0 or 1, one with this key belongs to."""
    return hashlib.sha256(key.encode()).digest()[0] % 2


def _reported(name: str, query: Query) -> bool:
    return query.split in ("dev", "test") or (name == OWN_CUT and in_own_cut(query.id))


def _read(folder: Path) -> tuple[list[Query], Qrels, dict[str, str]]:
    docs, queries, qrels = (folder / file for file in FILES)
    return (
        read_queries(queries),
        read_qrels(qrels),
        {each.id: key_of(each.claim_reviewed) for each in read_documents(docs)},
    )


def spared(data: Path) -> tuple[frozenset[str], frozenset[str]]:
    """The texts of reported queries and the claims of their past checks, in all collections."""
    texts: set[str] = set()
    claims: set[str] = set()
    for name in COLLECTIONS:
        queries, qrels, documents = _read(data / name)
        for query in queries:
            if query.id in qrels and _reported(name, query):
                texts.add(key_of(query.text))
                claims.update(documents[each] for each in qrels[query.id])
    return frozenset(texts), frozenset(claims)


def chosen_queries(name: str, folder: Path, left_out: tuple[frozenset[str], frozenset[str]]) -> Iterator[Query]:
    """The queries to learn from of one collection, without what is ``spared``."""
    queries, qrels, documents = _read(folder)
    taken: Counter[str | None] = Counter()
    for query in sorted(queries, key=lambda each: hashlib.sha256(each.id.encode()).digest()):
        if query.id not in qrels or _reported(name, query) or key_of(query.text) in left_out[0]:
            continue
        if any(documents[each] in left_out[1] for each in qrels[query.id]):
            continue
        taken[query.language] += 1
        if name != OWN_CUT or taken[query.language] <= _OF_A_LANGUAGE:
            yield query


def _list(name: str, retriever: Retriever, queries: Sequence[Query], judged: Qrels) -> Iterator[Listed]:
    for start in range(0, len(queries), _BATCH):
        batch = queries[start : start + _BATCH]
        lists = retriever.shortlists([query.text for query in batch], [query.language or "en" for query in batch])
        for query, listed in zip(batch, lists, strict=True):
            if listed.ids:
                yield _labelled(name, query, listed, judged[query.id])


def _labelled(name: str, query: Query, listed: Shortlist, relevant: frozenset[str]) -> Listed:
    """The candidates of the query's language; right are the relevant ones."""
    at_home = ~listed.foreign
    right = listed.right(relevant)[at_home]
    claims = listed.claims[at_home]
    rows = listed.features if at_home.all() else again(listed.features[at_home])
    return Listed(name, key_of(query.text), rows, right, claims)


_PLAIN = Line({"similarity": 1.0})
UNFITTED = Ranker(_PLAIN, _PLAIN, _PLAIN, _PLAIN, {}, 0.0)
