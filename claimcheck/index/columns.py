"""Arrays by name in one file that is mapped, never copied and never unpickled.

The file opens with a line that names the format, then a line of JSON with each array's type, shape and place, then the
arrays, each on a multiple of 64 bytes. Only plain numbers are taken.
"""

import json
import mmap
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["Columns", "open_columns", "write_columns"]

Columns = Mapping[str, NDArray[Any]]
"""Arrays by name, in memory or mapped."""

_MAGIC = b"claimcheck columns 1\n"
_TYPES = {"|u1", "<u2", "<u4", "<u8", "|i1", "<f4"}
_ALIGNED = 64


def write_columns(path: Path, columns: Columns) -> None:
    """Write arrays to a new file."""
    table: dict[str, list[Any]] = {}
    place = 0
    arrays = {name: np.ascontiguousarray(each) for name, each in columns.items()}
    for name, each in arrays.items():
        if each.dtype.str not in _TYPES:
            raise ValueError(f"column {name} is of type {each.dtype.str}")
        table[name] = [each.dtype.str, list(each.shape), place]
        place += each.nbytes + -each.nbytes % _ALIGNED
    head = json.dumps(table).encode() + b"\n"
    with path.open("xb") as file:
        file.write(_MAGIC + head + bytes(-(len(_MAGIC) + len(head)) % _ALIGNED))
        for each in arrays.values():
            file.write(each.data if each.size else b"")
            file.write(bytes(-each.nbytes % _ALIGNED))


def open_columns(path: Path) -> Columns:
    """The arrays of a file, mapped to read.

    Raises:
        ValueError: it is not what ``write_columns`` wrote.
    """
    with path.open("rb") as file:
        if file.readline(len(_MAGIC)) != _MAGIC:
            raise ValueError(f"{path.name} holds no columns")
        head = file.readline(1 << 16)
        whole = np.frombuffer(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), np.uint8)
    table = json.loads(head)
    body = len(_MAGIC) + len(head)
    body += -body % _ALIGNED
    found = {}
    for name, (kind, shape, place) in table.items():
        if kind not in _TYPES:
            raise ValueError(f"column {name} is of type {kind}")
        dtype = np.dtype(kind)
        size = int(np.prod(shape, dtype=np.int64)) * dtype.itemsize
        if min(shape, default=0) < 0 or place < 0 or body + place + size > len(whole):
            raise ValueError(f"{path.name} ends before its column {name}")
        found[name] = whole[body + place : body + place + size].view(dtype).reshape(shape)
    return found
