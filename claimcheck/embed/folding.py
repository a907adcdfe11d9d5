"""One spelling for what languages share: lower case, no accents but German umlauts, Cyrillic in Latin letters.

So that names and loanwords meet (``Зеленський``, ``Зеленский``, ``Zelenski``) and Ukrainian words meet Russian ones.
Umlauts stay: in German they tell words apart (``schon``, ``schön``). Written as the table sentencepiece models carry,
which ``tokenizers`` reads as ``Precompiled``: one look-up a character, where a chain of replacements takes fifty.
"""

import struct
import unicodedata
from collections.abc import Mapping
from functools import cache

from tokenizers import normalizers

__all__ = ["fold", "folding_normalizer"]

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "і": "i",
    "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "i", "ь": "", "э": "e",
    "є": "e", "ё": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
_LETTERS = {"ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"} | _CYRILLIC
_LETTERS |= {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-"}
_KEPT = frozenset("äöü")
_RANGES = (range(0x21, 0x600), range(0x1E00, 0x2200), range(0xFB00, 0xFB07), range(0xFF01, 0xFF5F))


def fold(character: str) -> str:
    """What one character is read as; itself where nothing is folded.

    >>> [fold(each) for each in "ŁÜéщß¼"]
    ['l', 'ü', 'e', 'shch', 'ss', '1⁄4']
    """
    lower = unicodedata.normalize("NFKC", character).lower()
    return "".join(_plain(each) for each in unicodedata.normalize("NFC", lower))


def folding_normalizer() -> normalizers.Normalizer:
    """``fold`` for every character of Latin, Greek and Cyrillic text and of common symbols, letters composed first."""
    return normalizers.Sequence([normalizers.NFC(), normalizers.Precompiled(_folding())])


@cache
def _folding() -> bytes:
    changes = {each: fold(each) for codes in _RANGES for each in map(chr, codes)}
    return _table({old: new for old, new in changes.items() if new != old})


def _plain(character: str) -> str:
    if character in _KEPT:
        return character
    if character in _LETTERS:
        return _LETTERS[character]
    parts = [each for each in unicodedata.normalize("NFD", character) if unicodedata.category(each) != "Mn"]
    return unicodedata.normalize("NFC", "".join(_LETTERS.get(each, each) for each in parts))


def _table(changes: Mapping[str, str]) -> bytes:
    """The table: a double-array trie over UTF-8 keys, whose values are places in the block of results."""
    results, places = b"", {}
    for new in sorted(set(changes.values())):
        places[new] = len(results)
        results += new.encode() + b"\0"
    tree: dict[int, object] = {}
    for old, new in changes.items():
        node = tree
        *path, last = old.encode()
        for byte in path:
            node = node.setdefault(byte, {})  # type: ignore[assignment]
        node[last] = places[new]
    units = _double_array(tree)
    return struct.pack(f"<{len(units) + 1}I", len(units) * 4, *units) + results


def _double_array(tree: Mapping[int, object]) -> list[int]:
    """The trie in darts-clone's units. A unit holds its label, where its children start and whether a value is there.

    Every key here is one whole character, so a node has either children or a value.
    """
    units, taken = [0] * 256, [True] + [False] * 255
    bases: set[int] = {0}  # no two nodes share one, or a node would find the other's children

    def place(labels: list[int]) -> int:
        base = 0
        while True:
            while base + 256 > len(units):
                units.extend([0] * 256)
                taken.extend([False] * 256)
            if base not in bases and not any(taken[base ^ label] for label in labels):
                bases.add(base)
                return base
            base += 1

    def fill(position: int, label: int, node: object) -> None:
        leaf = not isinstance(node, Mapping)
        labels = [0] if leaf else sorted(node)  # type: ignore[call-overload]
        base = place(labels)
        units[position] = ((position ^ base) << 10) | (leaf << 8) | label
        for each in labels:
            taken[base ^ each] = True
        if leaf:
            units[base] = (1 << 31) | int(node)  # type: ignore[call-overload]
        else:
            for each in labels:
                fill(base ^ each, each, node[each])  # type: ignore[index]

    fill(0, 0, tree)
    return units
