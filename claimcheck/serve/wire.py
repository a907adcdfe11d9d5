"""Messages between the process that listens and its workers: a length, then a pickle, over a pair of sockets.

The worker waits for each whole message. The event loop must not: it takes what has come and makes messages of it.
"""

import pickle
import socket
from collections.abc import Iterator
from typing import Any

__all__ = ["Pieces", "Wire", "packed"]

_HEAD = 8  # bytes of the length
_AT_ONCE = 1 << 18


def packed(message: Any) -> bytes:
    """A message as it goes over the wire."""
    body = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    return len(body).to_bytes(_HEAD, "big") + body


class Pieces:
    """What has come of messages so far."""

    def __init__(self) -> None:
        self._held = bytearray()

    def add(self, piece: bytes) -> Iterator[Any]:
        """The messages that are whole with this piece.

        >>> pieces, whole = Pieces(), packed("one") + packed("two")
        >>> [list(pieces.add(part)) for part in (whole[:5], whole[5:30], whole[30:])]
        [[], ['one'], ['two']]
        """
        self._held += piece
        while len(self._held) >= _HEAD:
            end = _HEAD + int.from_bytes(self._held[:_HEAD], "big")
            if len(self._held) < end:
                return
            message = pickle.loads(memoryview(self._held)[_HEAD:end].tobytes())
            del self._held[:end]
            yield message


class Wire:
    """A worker's end, which waits."""

    def __init__(self, end: socket.socket) -> None:
        self._end, self._pieces, self._whole = end, Pieces(), list[Any]()

    def send(self, message: Any) -> None:
        """Raises OSError: nobody is there any more."""
        self._end.sendall(packed(message))

    def recv(self) -> Any:
        """The next message.

        Raises:
            EOFError: there will be none.
        """
        while not self._whole:
            piece = self._end.recv(_AT_ONCE)
            if not piece:
                raise EOFError
            self._whole.extend(self._pieces.add(piece))
        return self._whole.pop(0)
