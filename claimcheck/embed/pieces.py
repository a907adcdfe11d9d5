"""The bundled tokenizer without reading all of it: a few words need a few of its pieces, and a table says where.

Seventy thousand pieces take an eighth of a second to parse, a look-up needs some dozens. ``pieces.bin`` beside
``tokenizer.json`` tells where each piece stands in it. Only pieces that occur in a text can be part of how it is split,
so a tokenizer made of these alone (and of the rarest, by which the unknown is weighed) splits it just the same. The
table holds a checksum of itself and of its tokenizer: one that is damaged, or another tokenizer's, is not used.
"""

import json
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

__all__ = ["PIECES_FILE", "Pieces", "Split", "parse_tokenizer", "read_pieces", "write_pieces"]

PIECES_FILE = "pieces.bin"
_TOKENIZER = "tokenizer.json"
_MARK = b"claimcheck pieces 2"
_BOUND = struct.Struct("<20sI")  # mark; checksum of tokenizer.json and of what follows here
_HEADER = struct.Struct("<4I")  # pieces, slots, start and end of the list of pieces
_SPARING = 6_000  # characters that are split sparingly; who has more to split reads the whole
_LONGEST = 32  # characters of a piece; where one is longer there is no table
_ENTRY = 200  # bytes: more than the longest entry takes


@dataclass(frozen=True, slots=True)
class Split:
    """A text's pieces, by number."""

    ids: list[int]


@dataclass(frozen=True, slots=True)
class _Part:
    """A tokenizer of the pieces that occur in some words, and what they are called in the whole."""

    words: frozenset[str]
    known: Mapping[str, tuple[int, float]]  # piece -> number and weight
    tokenizer: Tokenizer
    numbers: list[int]

    def words_of(self, text: str) -> Iterator[str]:
        """What a text is cut into before the pieces are looked for."""
        normal = self.tokenizer.normalizer.normalize_str(text)
        return (word for word, _ in self.tokenizer.pre_tokenizer.pre_tokenize_str(normal))


class Pieces:
    """Splits like the tokenizer of a folder, in any thread. The whole of it is read once much is to be split."""

    def __init__(self, source: bytes, table: bytes) -> None:
        self._count, slots, self._start, self._end = _HEADER.unpack_from(table)
        numbers = np.frombuffer(table, np.uint32, offset=_HEADER.size)
        self._slots: npt.NDArray[np.uint32] = numbers[:slots]  # piece number + 1, by the hash of its letters
        self._starts: npt.NDArray[np.uint32] = numbers[slots:]  # where its entry stands in tokenizer.json
        self._source = source  # tokenizer.json
        self._part: _Part | None = None  # replaced, never changed: another thread may be splitting with it
        self._whole: Tokenizer | None = None
        self._read = 0

    def encode_batch_fast(self, texts: Sequence[str], *, add_special_tokens: bool = False) -> Sequence[Any]:
        """As the tokenizer's own: for each text something with ``ids``."""
        if self._whole is None:
            self._read += sum(map(len, texts))
            if self._read <= _SPARING:
                return self._sparingly(texts)
        return list(self.whole.encode_batch_fast(list(texts), add_special_tokens=add_special_tokens))

    def get_vocab_size(self) -> int:
        """How many pieces there are."""
        return int(self._count)

    def __getattr__(self, name: str) -> Any:  # whatever else is asked of a tokenizer
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self.whole, name)

    @property
    def whole(self) -> Tokenizer:
        """The tokenizer itself."""
        if self._whole is None:
            self._whole = parse_tokenizer(self._source)
        return self._whole

    def _sparingly(self, texts: Sequence[str]) -> list[Split]:
        part = self._part_for(texts)
        encodings = part.tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        return [Split([part.numbers[each] for each in encoding.ids]) for encoding in encodings]

    def _part_for(self, texts: Sequence[str]) -> _Part:
        """A tokenizer that splits these texts as the whole does; the one at hand where that does."""
        part = self._part
        if part is None:  # the unknown, and the rarest: it weighs the unknown
            ends = {number: self._entry(number) for number in (0, self._count - 1)}
            part = self._made(frozenset(), {piece: (number, weight) for number, (piece, weight) in ends.items()})
        new = {word for text in texts for word in part.words_of(text)} - part.words
        if new:
            words = part.words | new
            found = self._looked_up(new, part.known)
            part = self._made(words, {**part.known, **found}) if found else replace(part, words=words)
        self._part = part
        return part

    def _made(self, words: frozenset[str], known: Mapping[str, tuple[int, float]]) -> _Part:
        ordered = sorted(known.items(), key=lambda each: each[1][0])
        listed = json.dumps([[piece, weight] for piece, (_, weight) in ordered], ensure_ascii=False)
        source = self._source[: self._start] + listed.encode() + self._source[self._end :]
        return _Part(words, known, parse_tokenizer(source), [number for _, (number, _) in ordered])

    def _looked_up(self, words: Iterable[str], known: Mapping[str, Any]) -> dict[str, tuple[int, float]]:
        """The pieces that stand in some words and are not known."""
        parts = {
            word[start:end]
            for word in words
            for start in range(len(word))
            for end in range(start + 1, min(len(word), start + _LONGEST) + 1)
        }
        found = {}
        mask = len(self._slots) - 1
        for part in parts - known.keys():
            slot = zlib.crc32(part.encode()) & mask
            while number := int(self._slots[slot]):
                piece, weight = self._entry(number - 1)
                if piece == part:
                    found[part] = (number - 1, weight)
                    break
                slot = (slot + 1) & mask
        return found

    def _entry(self, number: int) -> tuple[str, float]:
        start = int(self._starts[number])
        part = self._source[start : start + _ENTRY].decode("utf-8", "ignore")
        (piece, weight), _ = json.JSONDecoder().raw_decode(part)
        return piece, weight


def parse_tokenizer(source: bytes) -> Tokenizer:
    """The tokenizer a ``tokenizer.json`` tells of, which neither pads nor cuts texts off."""
    tokenizer = Tokenizer.from_buffer(source)  # a fifth faster than from_file
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def read_pieces(folder: Path) -> Pieces | None:
    """The pieces of a folder; None where it has no table, or one that is damaged or another tokenizer's."""
    try:
        table = (folder / PIECES_FILE).read_bytes()
        source = (folder / _TOKENIZER).read_bytes()
        mark, checksum = _BOUND.unpack_from(table)
    except (OSError, struct.error):
        return None
    body = table[_BOUND.size :]
    if mark.rstrip(b"\0") != _MARK or checksum != _checksum(source, body):
        return None
    return Pieces(source, body)


def _checksum(source: bytes, body: bytes) -> int:
    return zlib.crc32(body, zlib.crc32(source))


def write_pieces(folder: Path) -> bool:
    """Write the table beside a tokenizer of the unigram kind; False, and no table, where it is of another kind."""
    source = (folder / _TOKENIZER).read_bytes()
    model = json.loads(source)["model"]
    head = b'"vocab":['
    listed = model.get("vocab")
    plain = model.get("type") == "Unigram" and model.get("unk_id") == 0 and source.count(head) == 1
    if not plain or max(len(piece) for piece, _ in listed) > _LONGEST:
        return False
    if min(weight for _, weight in listed) != listed[-1][1]:
        return False
    begin = source.index(head) + len(head) - 1
    text, decoder = source.decode(), json.JSONDecoder()
    at = len(source[: begin + 1].decode())
    place = begin + 1
    slots = 1 << (len(listed) * 3 // 2).bit_length()
    table, starts = [0] * slots, []
    for number, (piece, _) in enumerate(listed):
        starts.append(place)
        _, end = decoder.raw_decode(text, at)
        place += len(text[at:end].encode()) + 1  # and the comma
        at = end + 1
        slot = zlib.crc32(piece.encode()) & (slots - 1)
        while table[slot]:
            slot = (slot + 1) & (slots - 1)
        table[slot] = number + 1
    body = _HEADER.pack(len(listed), slots, begin, place) + np.array(table + starts, np.uint32).tobytes()
    (folder / PIECES_FILE).write_bytes(_BOUND.pack(_MARK, _checksum(source, body)) + body)
    return True
