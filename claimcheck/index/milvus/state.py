"""What a collection was made from and how far it has followed, kept beside it in a collection of its own.

One row, ``manifest``, says so, and is written in one step: first that the collection is being changed, at the end that
it is whole again. The counts of terms, which every score rests on, are exact for the state that the manifest names:
they stand in rows under a name that is new each time, and the manifest says which name counts.
"""

import base64
import hashlib
import json
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimcheck.index.counts import TermCounts
from claimcheck.index.milvus.connection import Connection
from claimcheck.index.milvus.rows import FORMAT
from claimcheck.index.postings import GRAMS, WORDS
from claimcheck.index.words import STEMMED

__all__ = ["State", "StateRows"]

_MANIFEST = "manifest"
_PIECE = 45_000  # bytes: 60,000 characters
_AT_ONCE = 64
_FIELDS: Mapping[str, Mapping[str, Any]] = {
    "id": {"datatype": "VARCHAR", "max_length": 128},
    "body": {"datatype": "VARCHAR", "max_length": 65_535},
    # a collection has to have a vector
    "nothing": {"datatype": "FLOAT_VECTOR", "dim": 2, "index": {"index_type": "FLAT", "metric_type": "L2"}},
}


@dataclass(frozen=True, slots=True)
class State:
    """What a collection holds: whose past checks, by which encoder, up to which of their changes.

    ``reviews`` is the digest of the past checks at the change ``stamp``. Where it is not ``whole`` it is being made or
    changed, or whoever did so was stopped: ``count``, ``content`` (the sum of the documents' digests), ``languages``
    (how many documents are stemmed by each) and ``counts`` (the name the counts stand under, ``pieces`` many, and
    their digest) are then of no use.
    """

    encoder: str
    dimension: int
    workspace: str
    whole: bool = False
    stamp: int = 0
    reviews: str = ""
    count: int = 0
    content: int = 0
    languages: Mapping[str, int] = field(default_factory=dict)
    counts: str = ""
    pieces: int = 0
    digest: str = ""
    format: int = FORMAT

    @property
    def stemmers(self) -> tuple[str, ...]:
        """The languages whose stemmers its documents were read with."""
        return tuple(sorted(STEMMED & self.languages.keys()))

    def changing(self) -> "State":
        """The same, no longer whole."""
        return replace(self, whole=False)


class StateRows:
    """The rows that hold a collection's state."""

    def __init__(self, connection: Connection, name: str) -> None:
        self._connection, self.name = connection, name

    def read(self) -> State | None:
        """The state; None where there is none, or none that can be read."""
        if not self._connection.has(self.name):
            return None
        self._connection.load(self.name)
        rows = self._connection.rows(self.name, [_MANIFEST], ["body"])
        try:
            body = json.loads(rows[0]["body"])
            return State(**body)
        except (IndexError, ValueError, KeyError, TypeError):
            return None

    def write(self, state: State) -> None:
        """Replace the state in one step."""
        if not self._connection.has(self.name):
            self._connection.create(self.name, _FIELDS, {})
        self._put({_MANIFEST: json.dumps(asdict(state))})

    def finish(self, state: State, counts: Mapping[str, TermCounts]) -> State:
        """Write counts, then that the collection is whole; what older counts there were goes. The state as written."""
        packed = _pack(counts)
        name = f"counts-{secrets.token_hex(8)}"
        pieces = [packed[at : at + _PIECE] for at in range(0, len(packed), _PIECE)]
        for start in range(0, len(pieces), _AT_ONCE):
            self._put(
                {
                    f"{name}-{number:06}": base64.b64encode(pieces[number]).decode("ascii")
                    for number in range(start, min(start + _AT_ONCE, len(pieces)))
                }
            )
        done = replace(state, whole=True, counts=name, pieces=len(pieces), digest=_digest(packed))
        self._put({_MANIFEST: json.dumps(asdict(done))})
        old = [each for each in self._keys() if each != _MANIFEST and not each.startswith(name)]
        for start in range(0, len(old), 1_000):
            self._connection.delete(self.name, old[start : start + 1_000])
        return done

    def counts(self, state: State) -> dict[str, TermCounts]:
        """The counts of a whole state.

        Raises:
            ValueError: they are not there, or not what was written.
        """
        keys = [f"{state.counts}-{number:06}" for number in range(state.pieces)]
        found: dict[str, str] = {}
        for start in range(0, len(keys), _AT_ONCE):
            rows = self._connection.rows(self.name, keys[start : start + _AT_ONCE], ["body"])
            found |= {str(row["id"]): str(row["body"]) for row in rows}
        if len(found) != len(keys):
            raise ValueError("its counts of terms are missing")
        packed = b"".join(base64.b64decode(found[key]) for key in keys)
        if _digest(packed) != state.digest:
            raise ValueError("its counts of terms are damaged")
        return _unpack(packed)

    def _put(self, bodies: Mapping[str, str]) -> None:
        rows = [{"id": key, "body": body, "nothing": [0.0, 0.0]} for key, body in bodies.items()]
        self._connection.upsert(self.name, rows)

    def _keys(self) -> Iterator[str]:
        for page in self._connection.pages(self.name, [], 1_000):
            yield from (str(row["id"]) for row in page)


def _digest(packed: bytes) -> str:
    return hashlib.sha256(packed).hexdigest()


def _pack(counts: Mapping[str, TermCounts]) -> bytes:
    parts: list[NDArray[np.uint32]] = []
    head: list[int] = []
    for name in (GRAMS, WORDS):
        each = counts[name]
        head += [len(each.keys), each.documents, each.tokens]
        parts += [each.keys, each.counts]
    return np.array(head, "<u8").tobytes() + b"".join(each.astype("<u4").tobytes() for each in parts)


def _unpack(packed: bytes) -> dict[str, TermCounts]:
    head = np.frombuffer(packed[:48], "<u8").astype(np.int64).tolist()
    body = np.frombuffer(packed[48:], "<u4").astype(np.uint32)
    found, at = {}, 0
    for name, (size, documents, tokens) in zip((GRAMS, WORDS), (head[:3], head[3:]), strict=True):
        found[name] = TermCounts(body[at : at + size], body[at + size : at + 2 * size], documents, tokens)
        at += 2 * size
    return found
