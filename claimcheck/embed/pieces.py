"""The bundled tokenizer without reading all of it: a few words need a few of its pieces, and a table says where.

Seventy thousand pieces take an eighth of a second to parse, a look-up needs some dozens. ``pieces.bin`` beside
``tokenizer.json`` tells where each piece stands in it. Only pieces that occur in a text can be part of how it is split,
so a tokenizer made of these alone (and of the rarest, by which the unknown is weighed) splits it just the same.
"""

import json
import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

__all__ = ["PIECES_FILE", "Pieces", "Split", "read_pieces", "write_pieces"]

PIECES_FILE = "pieces.bin"
_TOKENIZER = "tokenizer.json"
_MARK = b"claimcheck pieces 1"
_HEADER = struct.Struct("<20s5I")  # mark; bytes of tokenizer.json, pieces, slots, start and end of the list of pieces
_SPARING = 6_000  # characters that are split sparingly; who has more to split reads the whole
_LONGEST = 32  # characters of a piece; where one is longer there is no table
_ENTRY = 200  # bytes: more than the longest entry takes


@dataclass(frozen=True, slots=True)
class Split:
    """A text's pieces, by number."""

    ids: list[int]


class Pieces:
    """Splits like the tokenizer of a folder. The whole of it is read once much is to be split."""

    def __init__(self, folder: Path, table: bytes) -> None:
        _, _, self._count, slots, self._start, self._end = _HEADER.unpack_from(table)
        numbers = np.frombuffer(table, np.uint32, offset=_HEADER.size)
        self._slots: npt.NDArray[np.uint32] = numbers[:slots]  # piece number + 1, by the hash of its letters
        self._starts: npt.NDArray[np.uint32] = numbers[slots:]  # where its entry stands in tokenizer.json
        self._path = folder / _TOKENIZER
        self._known: dict[str, tuple[int, float]] = {}  # pieces met: number and weight
        self._words: set[str] = set()
        self._small: tuple[Tokenizer, list[int]] | None = None
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
            self._whole = Tokenizer.from_buffer(self._source)
            self._whole.no_padding()
            self._whole.no_truncation()
        return self._whole

    @cached_property
    def _source(self) -> bytes:
        return self._path.read_bytes()

    def _entry(self, number: int) -> tuple[str, float]:
        start = int(self._starts[number])
        part = self._source[start : start + _ENTRY].decode("utf-8", "ignore")
        (piece, weight), _ = json.JSONDecoder().raw_decode(part)
        return piece, weight

    def _sparingly(self, texts: Sequence[str]) -> list[Split]:
        if self._small is None:
            for number in (0, self._count - 1):  # the unknown, and the rarest: it weighs the unknown
                piece, weight = self._entry(int(number))
                self._known[piece] = (int(number), weight)
            self._small = self._made()
        splitter = self._small[0]
        met = {
            word
            for text in texts
            for word, _ in splitter.pre_tokenizer.pre_tokenize_str(splitter.normalizer.normalize_str(text))
        } - self._words
        self._words |= met
        if self._learn(met):
            self._small = self._made()
        small, numbers = self._small
        encodings = small.encode_batch_fast(list(texts), add_special_tokens=False)
        return [Split([numbers[each] for each in encoding.ids]) for encoding in encodings]

    def _made(self) -> tuple[Tokenizer, list[int]]:
        """A tokenizer of the pieces met, and their numbers in the whole."""
        known = sorted(self._known.items(), key=lambda each: each[1][0])
        listed = json.dumps([[piece, weight] for piece, (_, weight) in known], ensure_ascii=False)
        source = self._source
        made = source[: self._start].decode() + listed + source[self._end :].decode()
        return Tokenizer.from_str(made), [number for _, (number, _) in known]

    def _learn(self, words: Iterable[str]) -> bool:
        """Look up all that stands in some words; whether any of it was new."""
        parts = {
            word[start:end]
            for word in words
            for start in range(len(word))
            for end in range(start + 1, min(len(word), start + _LONGEST) + 1)
        }
        before = len(self._known)
        mask = len(self._slots) - 1
        for part in parts - self._known.keys():
            slot = zlib.crc32(part.encode()) & mask
            while number := int(self._slots[slot]):
                piece, weight = self._entry(number - 1)
                if piece == part:
                    self._known[part] = (number - 1, weight)
                    break
                slot = (slot + 1) & mask
        return len(self._known) > before


def read_pieces(folder: Path) -> Pieces | None:
    """The pieces of a folder; None where it has no table, or one of another tokenizer."""
    try:
        table = (folder / PIECES_FILE).read_bytes()
        mark, size, count, slots, *_ = _HEADER.unpack_from(table)
        whole = len(table) == _HEADER.size + 4 * (slots + count)
        if mark.rstrip(b"\0") != _MARK or not whole or size != (folder / _TOKENIZER).stat().st_size:
            return None
    except (OSError, struct.error):
        return None
    return Pieces(folder, table)


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
    header = _HEADER.pack(_MARK, len(source), len(listed), slots, begin, place)
    (folder / PIECES_FILE).write_bytes(header + np.array(table + starts, np.uint32).tobytes())
    return True
