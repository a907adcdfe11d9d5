"""What went wrong as an answer: problem details (RFC 9457) with our code, the fact and the remedy; never a traceback.

400 is a request of the wrong form, 422 one of the right form that cannot be done.
"""

import re
from collections.abc import Mapping
from typing import Any

from claimcheck import errors
from claimcheck.errors import ClaimcheckError

__all__ = ["MEDIA_TYPE", "RETRY_AFTER", "problem_of", "status_of"]

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER = "2"
"""Seconds until a server that is busy, not ready or written by another may be asked again."""

_STATUSES: Mapping[type[ClaimcheckError], int] = {
    errors.RequestInvalid: 400,
    errors.RequestUnreadable: 400,
    errors.TokenRefused: 401,
    errors.OriginRefused: 403,
    errors.NotFound: 404,
    errors.PathUnknown: 404,
    errors.BodyTooSlow: 408,
    errors.AmbiguousId: 409,
    errors.NothingToExport: 409,
    errors.PublisherMissing: 409,
    errors.BodyTooLarge: 413,
    errors.HostRefused: 421,
    errors.ServerFailed: 500,
    errors.ServerBusy: 503,
    errors.ServerNotReady: 503,
    errors.AlreadyWriting: 503,
    errors.WorkspaceMissing: 503,
    errors.WorkspaceDamaged: 503,
    errors.WorkspaceOutdated: 503,
    errors.WorkspaceTooNew: 503,
    errors.WorkspaceUnwritable: 503,
    errors.NotAWorkspace: 503,
    errors.EncoderMissing: 503,
    errors.EncoderInvalid: 503,
    errors.SettingsInvalid: 503,
    errors.ServerTooSlow: 504,
}
_LONGEST = 2_000  # characters of a sentence or fact
_REMEDY = re.compile(r": (?!.*: )")


def status_of(error: ClaimcheckError) -> int:
    """The HTTP status that tells a failure: of its class, or of the nearest one it descends from; else 422."""
    return next((_STATUSES[each] for each in type(error).__mro__ if each in _STATUSES), 422)


def problem_of(error: ClaimcheckError) -> dict[str, Any]:
    """The answer's body.

    >>> problem_of(errors.ServerBusy(64))["remedy"]
    'try again in a moment'
    """
    detail = str(error)[:_LONGEST]
    parts = _REMEDY.split(detail.replace("\n", " "), maxsplit=1)
    return {
        "type": f"urn:claimcheck:problem:{type(error).__name__}",
        "title": _title(type(error)),
        "status": status_of(error),
        "detail": detail,
        "code": type(error).__name__,
        "remedy": getattr(error, "remedy", None) or (parts[1] if len(parts) > 1 else None),
        "facts": {name: told for name, value in vars(error).items() if (told := _told(value)) is not None},
    }


def _title(kind: type[ClaimcheckError]) -> str:
    """What a class says of itself, without its markup and without what it says of its attributes.

    >>> _title(errors.PublisherMissing)
    'Publishing needs to say who publishes and where.'
    """
    told, aside, _ = (kind.__doc__ or kind.__name__).strip().split("\n")[0].partition("; ``")
    return f"{told}." if aside else told.replace("``", "")


def _told(value: Any) -> Any:
    """A fact as JSON holds it; None where it is no plain value."""
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return value[:_LONGEST]
    if isinstance(value, tuple | list):
        return [str(each)[:_LONGEST] for each in value]
    return None
