"""The patterns of ``cues.txt``: what negates, what leaves open, what puts off, who says so."""

from functools import cache
from pathlib import Path

__all__ = ["pattern", "patterns", "words_in"]


@cache
def patterns() -> dict[str, list[str]]:
    """The patterns by name, in the order of the file."""
    found: dict[str, list[str]] = {}
    for line in Path(__file__).with_name("cues.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, each = line.partition(" = ")
            found.setdefault(name, []).append(each)
    return found


def pattern(name: str) -> str:
    """One pattern for all alternatives of a name."""
    return "|".join(patterns()[name])


def words_in(name: str) -> frozenset[str]:
    """The words of a name whose alternatives are plain words."""
    return frozenset(pattern(name).split("|"))
