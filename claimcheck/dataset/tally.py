"""What a form cannot carry, found by asking it: a row is written, read back and compared, field by field."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from claimcheck.dataset.schema import NOT_CARRIED, Loss

__all__ = ["NotCarried", "Record", "Tally"]

Record = Mapping[str, Any]
"""A row with the values that JSON knows; dates and moments in ISO 8601."""


class NotCarried(ValueError):
    """A form has no place for a row; the text is a phrase that names such rows."""


class Tally:
    """Counts the rows a form refuses and the fields that come back other than they were.

    ``words`` says of a column in which other form it is carried; a column without words is not carried.
    """

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = words
        self._changed: Counter[str] = Counter()
        self._refused: Counter[str] = Counter()

    def refuse(self, reason: str) -> None:
        """A row is not written."""
        self._refused[reason] += 1

    @property
    def refused(self) -> dict[str, int]:
        """How many rows were not written, by reason."""
        return dict(self._refused)

    def compare(self, record: Record, again: Record) -> None:
        """A row as it was and as the form gives it back."""
        self._changed.update(name for name, value in record.items() if value != again[name])

    def losses(self) -> tuple[Loss, ...]:
        """What was refused, by reason, then what changed, in column order as far as it was met."""
        rows = [Loss(reason, None, count, refused=True) for reason, count in sorted(self._refused.items())]
        fields = [Loss(self._words.get(name, NOT_CARRIED), name, count) for name, count in self._changed.items()]
        return (*rows, *fields)
