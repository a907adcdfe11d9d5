"""What an examination finds: a thing that was looked at, how it is, and what to do where it is not well."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

__all__ = ["Finding", "State", "bad", "ok", "warn"]


class State(StrEnum):
    """How a thing is: well; worth a look, while everything works; not well."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found. ``remedy`` is the next thing to do, there wherever ``state`` is not ``OK``.

    ``shared`` is what a support bundle tells instead of ``found``: numbers and words of claimcheck's own, nothing that
    a person wrote or that names a machine. Empty: the state alone.
    """

    check: str
    state: State
    found: str
    remedy: str | None = None
    shared: str = ""

    @property
    def well(self) -> bool:
        """Whether nothing has to be done."""
        return self.state is not State.BAD

    def to_json(self) -> dict[str, Any]:
        """The line that ``doctor`` prints."""
        return {
            "check": self.check,
            "state": self.state.value,
            "well": self.well,
            "found": self.found,
            "remedy": self.remedy,
        }


def ok(check: str, found: str, *, shared: str | None = None) -> Finding:
    """A thing that is well; ``shared`` is what was found, unless something else is said."""
    return Finding(check, State.OK, found, None, found if shared is None else shared)


def warn(check: str, found: str, remedy: str, *, shared: str | None = None) -> Finding:
    """A thing worth a look; ``shared`` is what was found, unless something else is said."""
    return Finding(check, State.WARN, found, remedy, found if shared is None else shared)


def bad(check: str, found: str, remedy: str, *, shared: str | None = None) -> Finding:
    """A thing that is not well; ``shared`` is what was found, unless something else is said."""
    return Finding(check, State.BAD, found, remedy, found if shared is None else shared)
