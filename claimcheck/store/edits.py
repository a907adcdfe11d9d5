"""What a person may change of a claim, and what that implies for the rest of it."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from claimcheck.errors import EditInvalid
from claimcheck.records import Claim, ClaimDate

__all__ = ["EDITABLE", "edited"]

EDITABLE = frozenset(
    {"text", "kind", "language", "needs_context", "checkable", "speaker", "via", "cue", "subject", "date"}
)
_NAMES = ("speaker", "via", "cue", "subject")
_PRECISIONS = ("day", "month", "year", "interval", "before", "since-before", "approx")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?")


def edited(claim: Claim, changes: Mapping[str, Any]) -> Claim:
    """The claim with a person's changes.

    A new speaker no longer stands at ``speaker_span``; a substitution stays where the text still has its wording, and
    so does a word that is open. Where none of those is left, the claim needs its context no more.

    Raises:
        EditInvalid: a field that cannot be edited, an empty text or name, a date that is none.
    """
    if foreign := sorted(set(changes) - EDITABLE):
        raise EditInvalid(claim.id, f"{foreign[0]!r} cannot be edited, only {', '.join(sorted(EDITABLE))}")
    changes = dict(changes)
    for name in ("text", "language", *_NAMES):
        if isinstance(changes.get(name), str):
            changes[name] = changes[name].strip()
            if not changes[name]:
                raise EditInvalid(claim.id, f"its {name} would be empty")
    _check_date(claim.id, changes.get("date"))
    after = replace(claim, **changes)
    if after.speaker != claim.speaker:
        after = replace(after, speaker_span=None)
    if after.text != claim.text:
        kept = tuple(each for each in after.substitutions if each.replacement in after.text)
        after = replace(after, substitutions=kept)
        if before := claim.context.unresolved:
            left = tuple(each for each in before if _says(after.text, each))
            needs = after.needs_context if left or "needs_context" in changes else False
            after = replace(after, context=replace(claim.context, unresolved=left), needs_context=needs)
    return after


def _says(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) is not None


def _check_date(claim_id: str, given: ClaimDate | None) -> None:
    if given is None:
        return
    if given.precision not in _PRECISIONS:
        raise EditInvalid(claim_id, f"{given.precision!r} is no precision of a date, only {', '.join(_PRECISIONS)}")
    if not _DATE.fullmatch(given.value) or not all(map(_there_is, given.value.split("/"))):
        raise EditInvalid(claim_id, f"{given.value!r} is no date like 2023-04-11, 2023-04, 2023 or 1994/2004")


def _there_is(day: str) -> bool:
    """Whether there is this day, month or year."""
    try:
        date(*(int(part) for part in (*day.split("-"), "1", "1")[:3]))
    except ValueError:
        return False
    return True
