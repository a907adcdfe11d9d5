"""Connections on which no request comes that the guard could see: none within its time, or one that is no HTTP.

uvicorn itself waits without an end for the first request, and for the rest of a head that comes a byte at a time, so
anybody could hold as many connections as the server has. It answers what it cannot read, an address of more than
64 KiB among it, in plain words, where every other mistake is told as problem details.
"""

import asyncio
from typing import Any

from claimcheck.errors import RequestUnreadable
from claimcheck.serve.guard import problem_answer

__all__ = ["hurried"]

_LINGER = 2.0  # seconds that the answer to what cannot be read stays on the line


def hurried(kind: type[Any], seconds: float) -> type[Any]:
    """uvicorn's protocol ``kind``, which closes a connection ``seconds`` after its begin, or after its last answer.

    What is no HTTP to it gets the answer of RequestUnreadable, and the connection is closed.

    A request whose head has come is not this one's to end: the guard waits for its body, the pool for its answer.
    """

    class Hurried(kind):  # type: ignore[misc]
        __doc__ = hurried.__doc__
        _limit: asyncio.TimerHandle | None = None
        _refused = False

        def connection_made(self, transport: asyncio.Transport) -> None:
            super().connection_made(transport)
            self._wait_for_request()

        def on_response_complete(self) -> None:
            super().on_response_complete()
            self._wait_for_request()

        def connection_lost(self, exc: Exception | None) -> None:
            super().connection_lost(exc)
            if self._limit:
                self._limit.cancel()

        def data_received(self, data: bytes) -> None:
            if not self._refused:
                super().data_received(data)

        def send_400_response(self, msg: str) -> None:  # noqa: ARG002
            _, headers, body = problem_answer(RequestUnreadable())
            lines = [f"{name}: {value}" for name, value in {**headers, "Connection": "close"}.items()]
            self.transport.write("\r\n".join(["HTTP/1.1 400 Bad Request", *lines, "", ""]).encode() + body)
            self._refused = True  # and open for a while: who is still sending when it is closed loses the answer
            asyncio.get_running_loop().call_later(_LINGER, self.transport.close)

        def _wait_for_request(self) -> None:
            if self._limit:
                self._limit.cancel()
            self._limit = asyncio.get_running_loop().call_later(seconds, self._too_late)

        def _too_late(self) -> None:
            if self.cycle is None or self.cycle.response_complete:
                self.transport.close()

    return Hurried
