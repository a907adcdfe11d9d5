"""A page from the web: public addresses over http or https, bounded in size, time and redirects."""

import zlib
from dataclasses import dataclass
from email.message import Message
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from claimcheck.article.media import media_type_of
from claimcheck.article.web.addresses import Resolve, resolve_host
from claimcheck.errors import (
    ArticleHttpStatus,
    ArticleNotText,
    ArticleRedirects,
    ArticleTimeout,
    ArticleTooLarge,
    ArticleUnreachable,
    ArticleUrlInvalid,
)

if TYPE_CHECKING:
    import httpcore
    import httpx

    from claimcheck.article.web.connection import CheckedBackend

__all__ = ["REDIRECTS", "SECONDS", "Fetched", "fetch_page"]

SECONDS = 30.0
"""How long a page may take in all, redirects included."""

REDIRECTS = 5
"""How many redirects are followed."""

_QUIET = 15.0  # seconds without a byte
_MOVED = frozenset((301, 302, 303, 307, 308))
_URL_AT_MOST = 4_000


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page's bytes, unpacked, and what its server said of them; ``url`` is where it was found in the end."""

    url: str
    data: bytes
    media_type: str | None
    charset: str | None


def _agent() -> str:
    try:
        number = version("claimcheck")
    except PackageNotFoundError:
        number = "0"
    return f"claimcheck/{number} (reads one page for a fact-checking desk, when a person asks for it)"


def _parsed(url: str, base: "httpx.URL | None" = None) -> "httpx.URL":
    """An address we may ask for, without its fragment."""
    import httpx

    try:
        if len(url) > _URL_AT_MOST:
            raise ArticleUrlInvalid(f"{url[:80]}…", f"is longer than {_URL_AT_MOST:,} characters")
        found = (base.join(url) if base is not None else httpx.URL(url)).copy_with(fragment=None)
        known = found.scheme in ("http", "https")
        if known and 0 < (found.port or 80) < 65_536 and found.raw_host:
            if found.userinfo:
                raise ArticleUrlInvalid(f"{found.scheme}://…@{found.host}", "holds a user name or a password")
            return found
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        if isinstance(error, ArticleUrlInvalid):
            raise
        raise ArticleUrlInvalid(url[:200], "is no web address") from error
    raise ArticleUrlInvalid(url[:200], "is no web address" if known else "is not http or https")


class _Unpacked:
    """Gathers a body and unpacks it as it comes, never past the limit."""

    def __init__(self, url: str, coding: str, limit: int) -> None:
        self._url, self._limit = url, limit
        self._parts: list[bytes] = []
        self._size = self._raw = 0
        self._coding = coding.strip().lower()
        if self._coding not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise ArticleUnreachable(url, f"it answers packed as {self._coding[:40]!r}, which was not asked for")
        self._packed = self._coding not in ("", "identity")
        self._zip = zlib.decompressobj(zlib.MAX_WBITS | (16 if self._coding.endswith("gzip") else 0))

    def add(self, chunk: bytes) -> None:
        self._raw += len(chunk)
        if self._raw > self._limit:
            raise ArticleTooLarge(self._url, size=None, limit=self._limit)
        if not self._packed:
            self._keep(chunk)
            return
        try:
            self._unzip(chunk)
        except zlib.error as error:
            if self._coding != "deflate" or self._raw > len(chunk):
                raise ArticleUnreachable(self._url, "what it sends is packed wrongly") from error
            self._zip = zlib.decompressobj(-zlib.MAX_WBITS)  # some servers leave the wrapping off
            try:
                self._unzip(chunk)
            except zlib.error as again:
                raise ArticleUnreachable(self._url, "what it sends is packed wrongly") from again

    def _unzip(self, chunk: bytes) -> None:
        while chunk and not self._zip.eof:
            self._keep(self._zip.decompress(chunk, self._limit - self._size + 1))
            chunk = self._zip.unconsumed_tail

    def _keep(self, part: bytes) -> None:
        self._size += len(part)
        if self._size > self._limit:
            raise ArticleTooLarge(self._url, size=None, limit=self._limit)
        self._parts.append(part)

    def whole(self) -> bytes:
        if self._packed and self._raw and not self._zip.eof:
            raise ArticleUnreachable(self._url, "the page broke off before its end")
        return b"".join(self._parts)


def _headers(response: "httpcore.Response") -> Message:
    """The fields of an answer, read as mail is: parameters of the content type and all."""
    message = Message()
    for name, value in response.headers:
        message[name.decode("latin-1")] = value.decode("latin-1")
    return message


def _ask(url: "httpx.URL", backend: "CheckedBackend", limit: int) -> "Fetched | httpx.URL":
    """One request: the page, or where it has gone."""
    import httpcore
    import httpx

    target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    asked = [
        (b"Host", url.netloc),
        (b"User-Agent", _agent().encode("ascii")),
        (b"Accept", b"text/html,application/xhtml+xml,text/plain;q=0.9,text/markdown;q=0.9"),
        (b"Accept-Encoding", b"gzip, deflate"),
        (b"Connection", b"close"),
    ]
    timeout = dict.fromkeys(("connect", "read", "write", "pool"), _QUIET)
    secure = httpx.create_ssl_context() if url.scheme == "https" else None
    with (
        httpcore.ConnectionPool(ssl_context=secure, network_backend=backend, max_connections=1) as pool,
        pool.stream("GET", target, headers=asked, extensions={"timeout": timeout}) as response,
    ):
        said = _headers(response)
        if response.status in _MOVED and said["Location"]:
            return _parsed(said["Location"], url)
        if response.status != 200:
            raise ArticleHttpStatus(str(url), response.status)
        told = said.get_content_type() if said["Content-Type"] else None  # who says nothing is taken at the bytes
        media_type = media_type_of(told) if told else None
        if told and media_type is None:
            raise ArticleNotText(str(url), told)
        body = _Unpacked(str(url), said["Content-Encoding"] or "", limit)
        for chunk in response.iter_stream():
            body.add(chunk)
        return Fetched(str(url), body.whole(), media_type, said.get_content_charset() if media_type else None)


def fetch_page(
    url: str,
    *,
    allow_private: bool = False,
    resolve: Resolve = resolve_host,
    seconds: float = SECONDS,
    limit: int = 20_000_000,
) -> Fetched:
    """The page at an address, at most ``limit`` bytes packed or unpacked, within ``seconds``.

    Every redirect is checked like the first address. Nothing of this machine is used on the way: no proxy settings, no
    cookies, no passwords; certificates are verified.

    Raises:
        ArticleUrlInvalid: not http or https, or with a user name in it; also what a redirect leads to.
        ArticleAddressRefused: the host has an address that is not public, and ``allow_private`` is not set.
        ArticleUnreachable, ArticleTimeout: no answer, a broken one, an untrusted certificate; none in time.
        ArticleHttpStatus, ArticleNotText, ArticleRedirects, ArticleTooLarge: an answer that is no article.
    """
    import httpcore

    from claimcheck.article.web.connection import CheckedBackend

    backend = CheckedBackend(seconds=seconds, allow_private=allow_private, resolve=resolve)
    at = _parsed(url)
    for _ in range(REDIRECTS + 1):
        try:
            found = _ask(at, backend, limit)
        except httpcore.TimeoutException as error:
            raise ArticleTimeout(str(at), seconds) from error
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise ArticleUnreachable(str(at), " ".join(str(error).split())[:200] or type(error).__name__) from error
        if isinstance(found, Fetched):
            return found
        at = found
    raise ArticleRedirects(url, REDIRECTS)
