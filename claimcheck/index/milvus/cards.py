"""A document's columns as text that a server can keep, and columns again of those that it sends.

Whatever comparing a document takes is on its card: outline, words, text, narrowed vectors, languages. So what is found
elsewhere is compared here, with the very numbers an index on disk would have.
"""

import base64
import struct
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimcheck.index.columns import Columns
from claimcheck.index.outlines import PARTS
from claimcheck.index.segment import assembled, language_names

__all__ = ["CARD_PIECE", "CARD_PIECES", "pack_cards", "unpack_cards"]

CARD_PIECE, CARD_PIECES = 60_000, 8
"""How many characters a piece of a card has, and how many pieces there are at most."""
_HEAD = struct.Struct(f"<QQ{PARTS}IIIHHHH")  # digest, claim; terms by part, words, text; vectors, width, languages


def pack_cards(columns: Columns) -> Iterator[list[str]]:
    """The card of each document, in pieces."""
    names = [each.encode("utf-8", "surrogatepass") for each in language_names(columns)]
    cuts = {name: columns[name].astype(np.int64).tolist() for name in ("cuts", "word_cuts", "text_cuts", "starts")}
    width = columns["vectors"].shape[1]
    for row in range(len(columns["serials"])):
        bounds = cuts["cuts"][row * PARTS : (row + 1) * PARTS + 1]
        spoken, stemmed = names[columns["spoken"][row]], names[columns["stemmed"][row]]
        spans = {name: slice(each[row], each[row + 1]) for name, each in cuts.items() if name != "cuts"}
        words, text, vectors = (spans[name] for name in ("word_cuts", "text_cuts", "starts"))
        head = _HEAD.pack(
            int(columns["digests"][row]),
            int(columns["claims"][row]),
            *(end - start for start, end in pairwise(bounds)),
            words.stop - words.start,
            text.stop - text.start,
            vectors.stop - vectors.start,
            width,
            len(spoken),
            len(stemmed),
        )
        body = (
            _little(columns["terms"][bounds[0] : bounds[-1]], "<u4"),
            _little(columns["words"][words], "<u4"),
            _little(columns["scales"][vectors], "<f4"),
            columns["vectors"][vectors].tobytes(),
            columns["texts"][text].tobytes(),
            spoken,
            stemmed,
        )
        whole = base64.b64encode(head + b"".join(body)).decode("ascii")
        yield [whole[at : at + CARD_PIECE] for at in range(0, len(whole), CARD_PIECE)]


def _little(values: NDArray[Any], kind: str) -> bytes:
    return values.astype(kind).tobytes()


def unpack_cards(ids: Sequence[str], cards: Sequence[Sequence[str]], dimension: int) -> Columns:
    """The columns of the documents with these ids and cards, in their order.

    Raises:
        ValueError: a card is not what ``pack_cards`` made, or its vectors are not ``dimension`` wide.
    """
    heads: list[tuple[int, ...]] = []
    bodies: list[list[bytes]] = []
    for pieces in cards:
        try:
            data = base64.b64decode("".join(pieces), validate=True)
            head = _HEAD.unpack_from(data)
        except (ValueError, TypeError, struct.error) as error:
            raise ValueError("a card cannot be read") from error
        *parts, words, text, vectors, width, spoken, stemmed = head[2:]
        sizes = (4 * sum(parts), 4 * words, 4 * vectors, vectors * width, text, spoken, stemmed)
        if (vectors and width != dimension) or len(data) != _HEAD.size + sum(sizes):
            raise ValueError("a card is not whole, or another encoder's")
        ends = list(accumulate(sizes, initial=_HEAD.size))
        heads.append(head)
        bodies.append([data[start:end] for start, end in pairwise(ends)])
    terms, words_of, scales, vectors_of, texts, spoken_of, stemmed_of = zip(*bodies, strict=True) if bodies else _NONE
    values: dict[str, NDArray[Any]] = {
        "digests": np.array([head[0] for head in heads], np.uint64),
        "claims": np.array([head[1] for head in heads], np.uint64),
        "terms": np.frombuffer(b"".join(terms), "<u4").astype(np.uint32),
        "words": np.frombuffer(b"".join(words_of), "<u4").astype(np.uint32),
        "scales": np.frombuffer(b"".join(scales), "<f4").astype(np.float32),
        "vectors": np.frombuffer(b"".join(vectors_of), np.int8).reshape(-1, dimension),
        "texts": np.frombuffer(b"".join(texts), np.uint8),
    }
    lengths = {
        "cuts": [length for head in heads for length in head[2 : 2 + PARTS]],
        "word_cuts": [head[2 + PARTS] for head in heads],
        "text_cuts": [head[3 + PARTS] for head in heads],
        "starts": [head[4 + PARTS] for head in heads],
    }
    languages = [[each.decode("utf-8", "surrogatepass") for each in column] for column in (spoken_of, stemmed_of)]
    return assembled(ids, values, lengths, *languages)


_NONE: tuple[tuple[bytes, ...], ...] = ((),) * 7
