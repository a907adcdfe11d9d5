"""Connections that do not ask: one on which no request has come whole within its time is closed.

uvicorn itself waits without an end for the first request, and for the rest of a head that comes a byte at a time, so
anybody could hold as many connections as the server has.
"""

import asyncio
from typing import Any

__all__ = ["hurried"]


def hurried(kind: type[Any], seconds: float) -> type[Any]:
    """uvicorn's protocol ``kind``, which closes a connection ``seconds`` after its begin, or after its last answer.

    A request whose head has come is not this one's to end: the guard waits for its body, the pool for its answer.
    """

    class Hurried(kind):  # type: ignore[misc]
        __doc__ = hurried.__doc__
        _limit: asyncio.TimerHandle | None = None

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

        def _wait_for_request(self) -> None:
            if self._limit:
                self._limit.cancel()
            self._limit = asyncio.get_running_loop().call_later(seconds, self._too_late)

        def _too_late(self) -> None:
            if self.cycle is None or self.cycle.response_complete:
                self.transport.close()

    return Hurried
