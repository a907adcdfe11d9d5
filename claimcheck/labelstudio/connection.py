"""The connection to a Label Studio: the SDK over an HTTP client of ours, the one place where something is tried again.

The one file that imports ``label_studio_sdk``, and only when the first call is made. The SDK's own retries are off:
they would also send an import a second time. A question is asked again, an order only where twice is as good as once.
"""

import json
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from claimcheck.addresses import is_loopback
from claimcheck.errors import (
    CertificatesUnreadable,
    StudioError,
    StudioKeyRefused,
    StudioNotThere,
    StudioTimeout,
)
from claimcheck.labelstudio.failures import failure, is_passing, unreachable

__all__ = ["Connection", "studio_errors"]

_TRIES = 5
_LONGEST_WAIT = 60.0  # seconds, whatever a server asks for
_Answer = TypeVar("_Answer")


class Connection:
    """How one Label Studio is reached; nothing is sent before the first call.

    ``pause`` is the wait in seconds before the second try; it doubles from try to try. ``skew`` is how far the server's
    clock was ahead of ours at its last answer.
    """

    def __init__(self, url: str, key: str, *, timeout: float, ca: Path | None = None, pause: float = 0.5) -> None:
        self.url, self.timeout, self.pause = url, timeout, pause
        self.skew: timedelta | None = None
        self._key, self._ca = key, ca
        self._made: Any = None
        self._met = False  # whether Label Studio ever answered: only then is an odd answer a passing fault

    def ask(self, what: str, call: Callable[[], _Answer]) -> _Answer:
        """What the call gives, tried again while what is wrong may pass; only for what may be done twice."""
        pause, renewed = self.pause, False
        for left in reversed(range(_TRIES)):
            began = time.monotonic()
            try:
                return self.order(what, call)
            except StudioKeyRefused:
                if renewed or not self._forget_access():
                    raise
                renewed = True  # the access token ran out by the server's clock
            except StudioError as error:
                passing = is_passing(error) or isinstance(error, StudioNotThere)
                slow = isinstance(error, StudioTimeout) and time.monotonic() - began > 30
                if not (left and self._met and passing) or slow:
                    raise
                time.sleep(min(error.retry_after or pause, _LONGEST_WAIT))
                pause *= 2
        raise AssertionError("the last try returns or raises")

    def order(self, what: str, call: Callable[[], _Answer]) -> _Answer:
        """What the call gives, tried once."""
        with studio_errors(self.url, what, timeout=self.timeout):
            answer = call()
        self._met = True
        return answer

    def get(self, what: str, path: str, params: Mapping[str, Any] | None = None) -> Any:
        """The JSON at a path; read without the SDK's models, which take longer than the server on long lists."""
        return self.ask(what, lambda: self._send("GET", path, what, params=dict(params or {})))

    def post_once(self, what: str, path: str, body: bytes, params: Mapping[str, Any]) -> Any:
        """Send JSON to a path, once; where this raises, the server may still have done it, or do it later."""
        headers = {"Content-Type": "application/json"}
        return self.order(
            what, lambda: self._send("POST", path, what, params=dict(params), content=body, headers=headers)
        )

    def _send(self, method: str, path: str, what: str, **options: Any) -> Any:
        wrapper = self.api._client_wrapper.httpx_client
        response = wrapper.request(path, method=method, request_options={"max_retries": 0}, **options)
        try:
            body = json.loads(response.content)
        except ValueError:
            body = None
        if not 200 <= response.status_code < 300:
            raise _noted(failure(self.url, response.status_code, body, what, response.headers), response.headers)
        if body is None:
            raise StudioNotThere(self.url)
        return body

    @property
    def api(self) -> Any:
        """The SDK's client, made at the first use."""
        if self._made is None:
            from label_studio_sdk import LabelStudio

            http = self.browser()
            http.event_hooks = {"response": [self._look_at_clock]}
            make: Any = LabelStudio  # its constructor has no types
            self._made = make(
                base_url=self.url + "/", api_key=self._key, timeout=self.timeout, max_retries=0, httpx_client=http
            )
        return self._made

    def browser(self) -> Any:
        """An ``httpx.Client`` that reaches the server as we do, without the key."""
        import httpx

        return httpx.Client(
            timeout=httpx.Timeout(self.timeout, connect=min(self.timeout, 10.0)),
            trust_env=not is_loopback(urlsplit(self.url).hostname or ""),  # a proxy is for the net, never for here
            verify=self._trusted(),
            limits=httpx.Limits(max_keepalive_connections=0),  # nothing stays open between calls
        )

    def _trusted(self) -> ssl.SSLContext | bool:
        if self._ca is None:
            return True
        context = ssl.create_default_context()
        try:
            context.load_verify_locations(cafile=self._ca)
        except ssl.SSLError:
            raise CertificatesUnreadable(str(self._ca), "holds no certificate") from None
        except OSError as error:
            raise CertificatesUnreadable(str(self._ca), f"cannot be read ({error.strerror})") from None
        return context

    def _look_at_clock(self, response: Any) -> None:
        try:
            there = parsedate_to_datetime(response.headers["Date"])
            self.skew = there - datetime.now(UTC)
        except (KeyError, ValueError, TypeError):
            return

    def _forget_access(self) -> bool:
        """Let the next call ask for a new access token; False where the key is none that gives one."""
        tokens = self._made and self._made._client_wrapper._tokens_client
        if not tokens or tokens._use_legacy_token or tokens._access_token is None:
            return False
        tokens._access_token = None
        return True


@contextmanager
def studio_errors(url: str, what: str, *, timeout: float) -> Iterator[None]:
    """Any failure inside as one of ours; ``what`` is what was asked for.

    No cause is attached: the SDK's errors print the headers of the response, a session's cookie among them.
    """
    import httpx
    from label_studio_sdk.core.api_error import ApiError
    from pydantic import ValidationError

    try:
        yield
    except ApiError as error:
        raise _noted(failure(url, error.status_code, error.body, what, error.headers), error.headers) from None
    except httpx.TimeoutException:
        raise StudioTimeout(url, timeout) from None
    except (httpx.TransportError, httpx.DecodingError) as error:
        raise unreachable(url, error) from None
    except (ValidationError, json.JSONDecodeError, UnicodeDecodeError):
        raise StudioNotThere(url) from None


def _noted(error: StudioError, headers: Mapping[str, str] | None) -> StudioError:
    """The error with how long the server asks to be left alone."""
    for name, value in (headers or {}).items():
        if name.lower() == "retry-after" and value.strip().isdigit():
            error.retry_after = float(value)
    return error
