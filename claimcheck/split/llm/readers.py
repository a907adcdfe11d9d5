"""What finds numbers, negations and opposites in a text; given by whoever wires things up, since engines stay apart."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

__all__ = ["Figure", "Reach", "Readers"]


class Figure(Protocol):
    """A number in a text, in words or digits: where it stands, its value, and the value in the unit as written."""

    @property
    def start(self) -> int:
        """Where its words begin."""

    @property
    def end(self) -> int:
        """Where its words end."""

    @property
    def value(self) -> float:
        """In the base unit of its dimension."""

    @property
    def bare(self) -> float | None:
        """In the unit as written, where there is one."""

    @property
    def dimension(self) -> str:
        """What it measures; empty for a plain count."""

    @property
    def unit(self) -> str:
        """The unit as written; empty where there is none."""


class Reach(Protocol):
    """A negation: where it stands and what it bears on."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def reach(self) -> tuple[int, int]:
        """What it bears on, in characters."""


@dataclass(frozen=True, slots=True)
class Readers:
    """How texts are read; the last two know German and English only."""

    figures: Callable[[str, str], Sequence[Figure]]  # of a text in a language, in order
    negations: Callable[[str], Sequence[Reach]]
    opposites: Callable[[str, str], frozenset[tuple[int, int]]]  # scale and side of each word that has an opposite
    light: frozenset[str]  # words that say little by themselves
    languages: frozenset[str] = frozenset({"de", "en"})
