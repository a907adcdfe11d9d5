"""What goes wrong on the wire, each as one of our errors: one line, no key, no header, none of the data sent."""

from collections.abc import Mapping

from claimcheck.errors import (
    StudioError,
    StudioKeyRefused,
    StudioNotFound,
    StudioNotThere,
    StudioRefused,
)

__all__ = ["failure"]


def failure(url: str, status: int | None, body: object, what: str) -> StudioError:
    """The error that an HTTP status and the body of an answer mean; ``what`` is what was asked for."""
    if status in {401, 403}:
        return StudioKeyRefused(url, status)
    if not isinstance(body, Mapping) and (status is None or status < 500):
        return StudioNotThere(url)
    if status == 404:
        return StudioNotFound(url, what)
    return StudioRefused(url, status, _detail(body))


def _detail(body: object) -> str:
    """The server's own short word: its ``detail`` and the first validation error, never the data it repeats."""
    if not isinstance(body, Mapping):
        return "no reason given"
    said = [str(body.get("detail") or "no reason given")]
    errors = body.get("validation_errors")
    if isinstance(errors, Mapping) and errors:
        name, why = next(iter(errors.items()))
        said.append(f"{name}: {why[0] if isinstance(why, list) and why else why}")
    return " ".join(" ".join(said).split())[:300]
