"""What one measurement of the whole bench is, and what is asked of it.

``floors.json`` beside the project's own gold says what was reached, and names by a digest the data it was reached on.
What is only for reporting (test splits, the halves of gold that nobody tunes on) is marked, so that it can be left out.
"""

import hashlib
import json
import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claimcheck.errors import BenchFileInvalid
from claimcheck.progress import Progress

__all__ = ["Bench", "Figures", "alone", "command", "digest_of", "digest_of_files", "numbers", "read_floors"]

Figures = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Bench:
    """One measurement: the figures of one data set or, from one pass, of several (``sets``).

    ``files`` have to be there; ``floors`` are what is asked of each set, as long as ``pinned`` says that the data are
    those the floors were reached on.
    """

    group: str
    sets: Sequence[str]
    files: Sequence[Path]
    command: str
    measure: Callable[[Progress], Mapping[str, Figures]]
    floors: Mapping[str, Figures] = field(default_factory=dict)
    pinned: Callable[[], bool] = lambda: True
    reported: bool = False

    @property
    def at_hand(self) -> bool:
        """Whether its data are there."""
        return all(each.exists() for each in self.files)


def read_floors(path: Path) -> Mapping[str, Any]:
    """What ``floors.json`` asks; nothing where there is none.

    Raises:
        BenchFileInvalid: it is no JSON object.
    """
    try:
        found = json.loads(path.read_bytes())
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise BenchFileInvalid(str(path), None, f"cannot be read ({error})") from error
    if not isinstance(found, dict):
        raise BenchFileInvalid(str(path), None, "is no JSON object")
    return found


def digest_of(paths: Sequence[Path]) -> str:
    """Sixteen digits of the SHA-256 over the files, one after the other."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()[:16]


def digest_of_files(paths: Sequence[Path]) -> str:
    """Sixteen digits of the SHA-256 over the SHA-256 of each file."""
    digests = (hashlib.sha256(path.read_bytes()).digest() for path in paths)
    return hashlib.sha256(b"".join(digests)).hexdigest()[:16]


def alone(group: str, data: Path | None = None, quality: Path | None = None) -> str:
    """The command that prints a group for which there is no bench of its own."""
    return command("bench", "--only", group, *_option("--data", data), *_option("--quality", quality))


def _option(name: str, value: Path | None) -> list[str]:
    return [] if value is None else [name, str(value)]


def command(*words: str) -> str:
    """A line to copy into a shell."""
    return shlex.join(("claimcheck", *words))


def numbers(asked: Mapping[str, Any], names: Sequence[str]) -> Figures:
    """What is asked of the named figures; none where nothing is."""
    return {what: float(asked[what]) for what in names if what in asked}
