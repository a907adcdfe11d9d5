"""What goes wrong on the wire, each as one of our errors: one line, no key, no header, none of the data sent."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from claimcheck.errors import (
    StudioCertificateUntrusted,
    StudioError,
    StudioKeyExpired,
    StudioKeyRefused,
    StudioLegacyKeyOff,
    StudioMoved,
    StudioNotFound,
    StudioNotThere,
    StudioRefused,
    StudioTimeout,
    StudioUnreachable,
)

__all__ = ["failure", "is_passing", "unreachable"]

_OF_PROXIES = {408, 413, 414, 425, 429, 431}  # what also a proxy on the way means as it says
_PASSING = {408, 425, 429, 500, 502, 503, 504}


def failure(
    url: str, status: int | None, body: object, what: str, headers: Mapping[str, str] | None = None
) -> StudioError:
    """The error that an HTTP status and the body of an answer mean; ``what`` is what was asked for."""
    said = str(body.get("detail") or "") if isinstance(body, Mapping) else ""
    if status in {401, 403}:
        if "legacy token" in said:
            return StudioLegacyKeyOff(url, status)
        if "expired" in said.lower() or "not valid for any token type" in said:
            return StudioKeyExpired(url, status)
        if "reserved network address" in said:
            return StudioRefused(url, status, _detail(body))
        return StudioKeyRefused(url, status)
    if status is not None and 300 <= status < 400:
        to = next((value for name, value in (headers or {}).items() if name.lower() == "location"), "")
        return StudioMoved(url, _address(to)) if _is_elsewhere(url, to) else StudioNotThere(url)
    if not isinstance(body, Mapping) and (status is None or status < 500) and status not in _OF_PROXIES:
        return StudioNotThere(url)
    if status == 404:
        return StudioNotFound(url, what)
    return StudioRefused(url, status, _detail(body))


def unreachable(url: str, error: Exception) -> StudioError:
    """The error that a broken connection means."""
    words = str(error)
    if "CERTIFICATE_VERIFY_FAILED" in words:
        why = words.split("certificate verify failed:", 1)[-1].split("(_ssl", 1)[0].strip() or "not verified"
        return StudioCertificateUntrusted(url, why)
    return StudioUnreachable(url, type(error).__name__)


def is_passing(error: StudioError) -> bool:
    """Whether the same question may well be answered a moment later."""
    if isinstance(error, StudioRefused):
        return error.status in _PASSING
    return isinstance(error, StudioUnreachable | StudioTimeout)


def _is_elsewhere(url: str, to: str) -> bool:
    """Whether a redirect leads to another address of the same service rather than to a login page."""
    there = urlsplit(to)
    return bool(there.hostname) and "login" not in there.path and there[:2] != urlsplit(url)[:2]


def _address(to: str) -> str:
    """Where a redirect leads, without what was asked there."""
    parts = urlsplit(to)
    return f"{parts.scheme}://{parts.netloc.rsplit('@', 1)[-1]}"


def _detail(body: object) -> str:
    """The server's own short word: its ``detail`` and the first validation error, never the data it repeats."""
    if not isinstance(body, Mapping):
        return "no reason given"
    said = [str(body.get("detail") or "no reason given")]
    errors = body.get("validation_errors")
    if isinstance(errors, Mapping) and errors:
        name, why = next(iter(errors.items()))
        said.append(f"{name}: {why[0] if isinstance(why, list) and why else why}")
    # behind "::" it repeats the task it was sent
    return " ".join(" ".join(each.split("::")[0] for each in said).split())[:300]
