"""Connections to the very address that was checked, with one deadline over everything that is read and written.

The name is resolved here and nowhere else, so it cannot mean another machine between the check and the connection; TLS
still greets and verifies the name. No proxy, no environment, no cookies.
"""

import time
from collections.abc import Iterable
from ssl import SSLContext
from typing import Any

import httpcore

from claimcheck.article.web.addresses import Resolve, find_addresses

__all__ = ["CheckedBackend", "DeadlineStream"]


class _Deadline:
    """A moment by which all must be done."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self, timeout: float | None = None) -> float:
        """Seconds to the deadline, at most ``timeout``; 0 where it has passed."""
        left = max(0.0, self._end - time.monotonic())
        return left if timeout is None else min(left, timeout)


class DeadlineStream(httpcore.NetworkStream):
    """A stream on which a peer that sends a byte now and then wins no time."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: _Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Bytes that have come; ReadTimeout after ``timeout`` or at the deadline."""
        left = self._deadline.left(timeout)
        if not left:
            raise httpcore.ReadTimeout
        return self._stream.read(max_bytes, left)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes; WriteTimeout after ``timeout`` or at the deadline."""
        left = self._deadline.left(timeout)
        if not left:
            raise httpcore.WriteTimeout
        self._stream.write(buffer, left)

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same stream encrypted, the certificate verified for ``server_hostname``."""
        left = self._deadline.left(timeout)
        if not left:
            raise httpcore.ConnectTimeout
        return DeadlineStream(self._stream.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """What the connection below says of itself."""
        return self._stream.get_extra_info(info)


class CheckedBackend(httpcore.NetworkBackend):
    """Opens connections to public addresses only, or to any with ``allow_private``, for ``seconds`` in all."""

    def __init__(self, *, seconds: float, allow_private: bool, resolve: Resolve) -> None:
        self._deadline = _Deadline(seconds)
        self._allow_private, self._resolve = allow_private, resolve
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address of ``host`` that answers.

        Raises:
            ArticleAddressRefused, ArticleUnreachable: as ``find_addresses``.
        """
        addresses = find_addresses(
            host, port, allow_private=self._allow_private, resolve=self._resolve, seconds=self._deadline.left(timeout)
        )
        failure: Exception = httpcore.ConnectTimeout()
        for address in addresses:
            left = self._deadline.left(timeout)
            if not left:
                break
            try:
                stream = self._plain.connect_tcp(address, port, left, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
                continue
            return DeadlineStream(stream, self._deadline)
        raise failure
