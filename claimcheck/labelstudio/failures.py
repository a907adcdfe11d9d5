"""What goes wrong on the wire, each as one of our errors: one line, no key, no header, none of the data sent."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from claimcheck.errors import (
    StudioError,
    StudioKeyRefused,
    StudioNotFound,
    StudioNotThere,
    StudioRefused,
    StudioTimeout,
    StudioUnreachable,
)

__all__ = ["studio_errors"]


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
        raise _translate(url, error.status_code, error.body, what) from None
    except httpx.TimeoutException:
        raise StudioTimeout(url, timeout) from None
    except httpx.TransportError as error:
        raise StudioUnreachable(url, type(error).__name__) from None
    except ValidationError:
        raise StudioNotThere(url) from None


def _translate(url: str, status: int | None, body: object, what: str) -> StudioError:
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
