"""Past checks as rows of the collection: what is searched, what is filtered by, and the card to compare them by.

Four searches name candidates. ``claim`` and ``title`` are vectors, by inner product of unit rows. ``words`` is Milvus's
own full-text BM25 over ``stems``, the words stemmed here, so that they are those of an index on disk. ``grams`` are
sparse vectors made here, since Milvus has no analyser for them: a gram's number, and BM25's factor for the text's
length; the query brings the weights, so the score is the one that chooses candidates on disk.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimcheck.index.columns import Columns
from claimcheck.index.grams import gram_hashes
from claimcheck.index.milvus.cards import CARD_PIECE, CARD_PIECES, pack_cards
from claimcheck.index.milvus.connection import one_of
from claimcheck.index.postings import length_factor
from claimcheck.index.search import Among, Kinds
from claimcheck.index.segment import Built, make_segment, read_passages

__all__ = [
    "ANALYSED",
    "FORMAT",
    "Kind",
    "collection_fields",
    "columns_of",
    "gram_query",
    "id_of",
    "key_of",
    "make_rows",
    "mark_of",
    "where",
]

FORMAT = 1
"""Another one whenever rows would come out differently."""
_LONGEST_ID = 512
_MOST_STEMS = 65_000  # bytes of words that are searched in full; what goes beyond is compared all the same
_LAST_GRAM = (1 << 32) - 1  # no number of a dimension there
ANALYSED = {"stems": "words"}
"""The text field that full-text search reads, and the sparse one it fills."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a past check can be filtered by, and ``mark``, which changes whenever its row has to."""

    language: str
    publisher: str
    rating: str | None
    day: date | None
    mark: int


def mark_of(indexed: int, *, language: str, publisher: str, rating: str | None, day: date | None) -> int:
    """A 64-bit number with a sign for all that a row is made of; ``indexed`` stands for what is searched."""
    told = [FORMAT, f"{indexed:x}", language, publisher, rating, day and day.isoformat()]
    digest = hashlib.blake2b(json.dumps(told).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


def collection_fields(dimension: int) -> dict[str, dict[str, Any]]:
    """The fields of the collection."""
    graph = {"index_type": "HNSW", "metric_type": "IP", "params": {"M": 32, "efConstruction": 200}}
    bm25 = {"index_type": "SPARSE_INVERTED_INDEX", "metric_type": "BM25", "params": {"bm25_k1": 1.2, "bm25_b": 0.75}}
    name = {"datatype": "VARCHAR", "max_length": 64}
    return {
        "id": {"datatype": "VARCHAR", "max_length": _LONGEST_ID},
        "claim": {"datatype": "FLOAT_VECTOR", "dim": dimension, "index": graph},
        "title": {"datatype": "FLOAT_VECTOR", "dim": dimension, "index": graph},
        "stems": {
            "datatype": "VARCHAR",
            "max_length": 65_535,
            "enable_analyzer": True,
            "analyzer_params": {"tokenizer": "standard"},
        },
        "words": {"datatype": "SPARSE_FLOAT_VECTOR", "index": bm25},
        "grams": {
            "datatype": "SPARSE_FLOAT_VECTOR",
            "index": {"index_type": "SPARSE_INVERTED_INDEX", "metric_type": "IP"},
        },
        "language": name,
        "publisher": name,
        "rating": name,
        "day": {"datatype": "INT64"},
        "mark": {"datatype": "INT64"},
        "card": {
            "datatype": "ARRAY",
            "element_type": "VARCHAR",
            "max_capacity": CARD_PIECES,
            "max_length": CARD_PIECE,
        },
    }


def columns_of(built: Built) -> Columns:
    """The columns of documents, from which they are counted."""
    return make_segment(built, 0, read_passages(built.passages))


def make_rows(built: Built, kinds: Sequence[Kind]) -> tuple[list[dict[str, Any]], Columns]:
    """The rows of documents, and their columns, from which they are counted."""
    read = read_passages(built.passages)
    columns = make_segment(built, 0, read)
    rows = []
    for passage, kind, (claim, title), stemmed, grams, card in zip(
        built.passages,
        kinds,
        _vectors(built),
        read.stemmed,
        _grams(columns, read.plains),
        pack_cards(columns),
        strict=True,
    ):
        rows.append(
            {
                "id": key_of(passage.id),
                "claim": claim,
                "title": title,
                "stems": _cut(" ".join(stemmed)),
                "grams": grams,
                "language": kind.language[:64],
                "publisher": _key(kind.publisher),
                "rating": kind.rating or "",
                "day": kind.day.toordinal() if kind.day else 0,
                "mark": kind.mark,
                "card": card,
            }
        )
    return rows, columns


def _vectors(built: Built) -> Iterator[tuple[NDArray[np.float32], NDArray[np.float32]]]:
    """The vectors of each document's claim and title; where it has one, that one twice."""
    starts = np.searchsorted(built.owners, np.arange(len(built.passages) + 1)).tolist()
    for first, end in pairwise(starts):
        yield built.vectors[first], built.vectors[end - 1]


def _grams(columns: Columns, plains: Sequence[str]) -> Iterator[dict[int, float]]:
    """The sparse vector of each document's distinct grams."""
    hashes, lines = gram_hashes(columns["texts"].tobytes())
    order = np.argsort(lines, kind="stable")
    hashes, lines = hashes[order], lines[order]
    bounds = np.searchsorted(lines, np.arange(len(plains) + 1)).tolist()
    for (start, end), plain in zip(pairwise(bounds), plains, strict=True):
        different = np.unique(hashes[start:end])
        factor = length_factor(len(plain))
        yield dict.fromkeys(different[different != _LAST_GRAM].tolist(), factor) or {0: 0.001}  # one cannot be empty


def key_of(review_id: str) -> str:
    """An id as a key there: as it is where that is plain; else spelt out, so that it never breaks an expression.

    >>> key_of("0f3a"), key_of('a"')
    ('0f3a', '~6122')
    """
    return review_id if _PLAIN.fullmatch(review_id) else f"~{review_id.encode('utf-8', 'surrogatepass').hex()}"


def id_of(key: str) -> str:
    """The id that a key stands for; of a key that claimcheck did not make, the key.

    >>> id_of("~6122")
    'a"'
    """
    try:
        return bytes.fromhex(key[1:]).decode("utf-8", "surrogatepass") if key.startswith("~") else key
    except ValueError:
        return key


def gram_query(terms: Sequence[tuple[str, int, float]]) -> dict[int, float]:
    """The grams a query is searched by, with their weights."""
    return {number: weight for _, number, weight in terms if number != _LAST_GRAM and weight > 0}


def _cut(text: str) -> str:
    """A text of few enough bytes, ended at a word; never empty."""
    coded = text.encode("utf-8", "replace")
    if len(coded) > _MOST_STEMS:
        coded = coded[:_MOST_STEMS].rsplit(b" ", 1)[0]
    return coded.decode("utf-8", "ignore") or "-"


def _key(publisher: str) -> str:
    """A publisher as the collection knows it: its name may be anything, this never breaks an expression."""
    return hashlib.blake2b(publisher.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


_PLAIN = re.compile(r"[\w.:-]{1,250}", re.ASCII)
_TAG = re.compile(r"[\w-]{1,64}")


def where(among: Among) -> str:
    """What to look among as Milvus's expression; empty for all."""
    if among is None:
        return ""
    if not isinstance(among, Kinds):
        return one_of("id", map(key_of, among))
    conditions: list[str] = []
    tags: Mapping[str, str | None] = {"language": among.language, "rating": among.rating}
    for name, value in tags.items():
        if value is not None:
            conditions.append(f'{name} == "{value}"' if _TAG.fullmatch(value) else 'id == ""')  # no such tag
    if among.publisher is not None:
        conditions.append(f'publisher == "{_key(among.publisher)}"')
    if among.since is not None:
        conditions.append(f"day >= {among.since.toordinal()}")
    if among.until is not None:
        conditions.append(f"day > 0 and day <= {among.until.toordinal()}")
    return " and ".join(conditions)
