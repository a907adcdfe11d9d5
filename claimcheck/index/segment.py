"""One immutable stretch of the index: some thousand documents as arrays, made at once and never changed.

Documents keep the number they were given when they first came (``serials``, ascending through all segments), which is
how the postings know them. What was removed since is not written here but in the list of dead documents beside it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimcheck.index.codes import codes_of, narrowed
from claimcheck.index.columns import Columns
from claimcheck.index.grams import as_line
from claimcheck.index.outlines import PARTS, hashed, outline_parts, whole_claim
from claimcheck.index.words import Passage, plain_words, stems

__all__ = [
    "Built",
    "Read",
    "assembled",
    "id_keys",
    "joined",
    "kept",
    "language_names",
    "make_segment",
    "ragged",
    "read_passages",
]

_RAGGED = (("ids", "id_cuts", 1), ("terms", "cuts", PARTS), ("words", "word_cuts", 1), ("texts", "text_cuts", 1))
_FLAT = ("digests", "serials", "claims", "spoken", "stemmed")
_BY_VECTOR = ("vectors", "scales", "codes")


@dataclass(frozen=True, slots=True)
class Built:
    """Documents as they are indexed.

    Row ``i`` of ``vectors`` belongs to passage ``owners[i]``. ``languages`` gives each passage's language by id, in
    their order, for those who search: a passage itself says which language to stem it by. ``digests`` are 64-bit
    numbers that stand for the documents' content; their sum tells whether an index holds what it should.
    """

    passages: Sequence[Passage]
    languages: Mapping[str, str]
    vectors: NDArray[np.float32]
    owners: NDArray[np.int32]
    digests: NDArray[np.uint64] | None = None


def id_keys(ids: Sequence[str]) -> NDArray[np.uint64]:
    """Ids as 64-bit numbers to look them up by."""
    joined = b"".join(blake2b(each.encode("utf-8", "surrogatepass"), digest_size=8).digest() for each in ids)
    return np.frombuffer(joined, "<u8")


@dataclass(frozen=True, slots=True)
class Read:
    """Passages as they are read: the plain words of each, its stems, and its outline, part after part."""

    plains: Sequence[str]
    stemmed: Sequence[tuple[str, ...]]
    outlines: Sequence[NDArray[np.uint32]]


def read_passages(passages: Sequence[Passage]) -> Read:
    """Plain words, stems and outline of each passage, in their order, each passage read once for all three."""
    plains, stemmed, outlines = list[str](), list[tuple[str, ...]](), list[NDArray[np.uint32]]()
    for passage in passages:  # one after the other: its fields are much the same text
        plains.append(plain_words(passage.text))
        stemmed.append(stems(passage.text, passage.language))
        outlines += outline_parts(passage)
    return Read(plains, stemmed, outlines)


def make_segment(built: Built, first: int, read: Read) -> Columns:
    """The columns of documents, which were ``read``, and get the numbers from ``first`` on."""
    passages, outlines = built.passages, read.outlines
    count = len(passages)
    order = np.argsort(built.owners, kind="stable")
    vectors, scales = narrowed(built.vectors[order])
    words = [hashed(each) for each in read.stemmed]
    ids = [each.id.encode("utf-8", "surrogatepass") for each in passages]
    names = sorted({*built.languages.values(), *(each.language for each in passages)})
    texts = [as_line(each) for each in read.plains]
    return _with_keys(
        {
            "ids": _bytes(ids),
            "id_cuts": _cuts(map(len, ids), count),
            "digests": np.zeros(count, np.uint64) if built.digests is None else built.digests.astype(np.uint64),
            "serials": np.arange(first, first + count, dtype=np.uint32),
            "claims": np.fromiter(map(whole_claim, outlines[::PARTS]), np.uint64, count),
            "names": _table(names),
            "spoken": np.fromiter((names.index(built.languages[each.id]) for each in passages), np.uint16, count),
            "stemmed": np.fromiter((names.index(each.language) for each in passages), np.uint16, count),
            "starts": np.searchsorted(built.owners[order], np.arange(count + 1)).astype(np.uint32),
            "vectors": vectors,
            "scales": scales,
            "codes": codes_of(vectors),
            "terms": _numbers(outlines),
            "cuts": _cuts(map(len, outlines), len(outlines)),
            "words": _numbers(words),
            "word_cuts": _cuts(map(len, words), count),
            "texts": _bytes(texts),
            "text_cuts": _cuts(map(len, texts), count),
        }
    )


def assembled(
    ids: Sequence[str],
    values: Mapping[str, NDArray[Any]],
    lengths: Mapping[str, Sequence[int]],
    spoken: Sequence[str],
    stemmed: Sequence[str],
) -> Columns:
    """Columns of ``values`` that were cut apart: by name of the cuts, the ``lengths`` of their parts; no codes."""
    coded = [each.encode("utf-8", "surrogatepass") for each in ids]
    names = sorted({*spoken, *stemmed})
    count = len(ids)
    cuts = {name: _cuts(each, len(each)) for name, each in lengths.items()}
    return _with_keys(
        {
            **values,
            **cuts,
            "ids": _bytes(coded),
            "id_cuts": _cuts(map(len, coded), count),
            "serials": np.arange(count, dtype=np.uint32),
            "names": _table(names),
            "spoken": np.array([names.index(each) for each in spoken], np.uint16),
            "stemmed": np.array([names.index(each) for each in stemmed], np.uint16),
        }
    )


def _with_keys(columns: dict[str, NDArray[Any]]) -> Columns:
    """With the ids' numbers, sorted, and where each stands."""
    ids, cuts = columns["ids"].tobytes(), columns["id_cuts"]
    keys = id_keys([ids[a:b].decode("utf-8", "surrogatepass") for a, b in pairwise(cuts)])
    order = np.argsort(keys, kind="stable")
    return {**columns, "keys": keys[order], "places": order.astype(np.uint32)}


def _bytes(parts: Sequence[bytes]) -> NDArray[np.uint8]:
    return np.frombuffer(b"".join(parts), np.uint8)


def _numbers(parts: Sequence[NDArray[np.uint32]]) -> NDArray[np.uint32]:
    return np.concatenate(parts) if parts else np.zeros(0, np.uint32)


def _cuts(lengths: Any, count: int) -> NDArray[np.uint32]:
    summed = np.cumsum(np.fromiter(lengths, np.int64, count))
    if count and int(summed[-1]) >= 1 << 32:
        raise ValueError("a segment would hold more than 4 GiB of one kind")
    return np.concatenate(([0], summed)).astype(np.uint32)


def _table(names: Sequence[str]) -> NDArray[np.uint8]:
    return _bytes(["\n".join(names).encode("utf-8", "surrogatepass")])


def language_names(columns: Columns) -> list[str]:
    """The languages that ``spoken`` and ``stemmed`` count in."""
    return columns["names"].tobytes().decode("utf-8", "surrogatepass").split("\n")


def ragged(columns: Columns, name: str, cuts: str, rows: NDArray[np.intp], parts: int = 1) -> tuple[Any, Any]:
    """The values of chosen rows one after another, and the length of each part of each row ``(n, parts)``."""
    bounds = columns[cuts][rows[:, None] * parts + np.arange(parts + 1)].astype(np.int64)
    lengths = np.diff(bounds, axis=1)
    totals = bounds[:, -1] - bounds[:, 0]
    within = np.arange(int(totals.sum())) - np.repeat(np.cumsum(totals) - totals, totals)
    return columns[name][np.repeat(bounds[:, 0], totals) + within], lengths


def kept(columns: Columns, rows: NDArray[np.intp]) -> dict[str, NDArray[Any]]:
    """The columns of chosen documents, in their order."""
    found: dict[str, NDArray[Any]] = {name: columns[name][rows] for name in _FLAT}
    for name, cuts, parts in _RAGGED:
        values, lengths = ragged(columns, name, cuts, rows, parts)
        found[name], found[cuts] = values, _cuts(lengths.ravel(), lengths.size)
    starts = columns["starts"].astype(np.int64)
    sizes = starts[rows + 1] - starts[rows]
    chosen = np.repeat(starts[rows] - (np.cumsum(sizes) - sizes), sizes) + np.arange(int(sizes.sum()))
    found["starts"] = np.concatenate(([0], np.cumsum(sizes))).astype(np.uint32)
    found |= {name: columns[name][chosen] for name in _BY_VECTOR}
    found["names"] = columns["names"]
    return found


def joined(parts: Sequence[Mapping[str, NDArray[Any]]]) -> Columns:
    """One segment of several, one after another."""
    found: dict[str, NDArray[Any]] = {}
    tables = [language_names(each) for each in parts]
    names = sorted({name for table in tables for name in table})
    for name in (*_FLAT, *(name for name, _, _ in _RAGGED), *_BY_VECTOR):
        found[name] = np.concatenate([each[name] for each in parts])
    for name in ("spoken", "stemmed"):
        moved = [np.array([names.index(each) for each in table], np.uint16) for table in tables]
        found[name] = np.concatenate([new[each[name]] for new, each in zip(moved, parts, strict=True)])
    found["names"] = _table(names)
    for cuts in ("starts", *(cuts for _, cuts, _ in _RAGGED)):
        lengths = np.concatenate([np.diff(each[cuts].astype(np.int64)) for each in parts])
        found[cuts] = _cuts(lengths, len(lengths))
    return _with_keys(found)
