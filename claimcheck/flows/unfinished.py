"""What of a large job is done, noted beside the database until the job is whole: one that broke off does only the rest.

The notes are no part of the workspace: without them work is done again, with the same result. They are good only for
the installation that made them, since another may give other results, and only while the store holds what they say it
does, since an older copy of it may have come in its place.
"""

import hashlib
import json
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path

from claimcheck.batch import installation

__all__ = ["KeptPieces", "Unfinished"]


class Unfinished:
    """The pieces of a job that are done, each by a digest of all that its result depends on.

    With each stands a ``mark``, by which whoever noted it sees whether the store still holds it. A job ``of`` one of
    several things has notes of its own, which stay when the others are done.
    """

    def __init__(self, folder: Path, job: str, of: str = "") -> None:
        name = f"{job}-{hashlib.sha256(of.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}" if of else job
        self._path = folder / f"unfinished-{name}.jsonl"
        self._done: dict[str, tuple[int, str]] = {}
        self._begun = repr(sorted(installation().items()))
        self.last_mark: str | None = None
        self._cut_off = False  # in the middle of a line
        try:
            text = self._path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return
        self._cut_off = text != "" and not text.endswith("\n")
        for line in text.splitlines():
            try:
                key, count, mark = json.loads(line)
                self._done[str(key)] = int(count), str(mark)
            except (ValueError, TypeError):
                continue  # the line that was being written when the job broke off
            self.last_mark = str(mark)

    def key(self, data: bytes, *facts: object) -> str:
        """The digest of a piece: its input, and what else its result depends on."""
        return hashlib.sha256(f"{self._begun} {facts!r} ".encode() + data).hexdigest()[:32]

    def known(self, key: str) -> tuple[int, str] | None:
        """How many records a piece gave that is done, and its mark; None where it is not."""
        return self._done.get(key)

    def note(self, keys: Iterable[tuple[str, int]], mark: str) -> None:
        """These pieces are done and kept; where there are none, the mark is noted all the same."""
        lines = "".join(f"{json.dumps((*each, mark))}\n" for each in list(keys) or [("", 0)])
        with self._path.open("a", encoding="utf-8") as file:
            file.write("\n" * self._cut_off + lines)
        self._cut_off = False

    def finish(self) -> None:
        """The job is whole, or to be done from its beginning: nothing to remember."""
        self._path.unlink(missing_ok=True)
        self._done.clear()


class KeptPieces:
    """Which pieces of a shared import are kept: those whose last past check is.

    ``mark`` says in which state the store is. What an earlier run noted counts only where that is the state it left.
    ``left_out``: how many past checks came of pieces that an earlier run kept.
    """

    def __init__(self, notes: Unfinished | None, mark: Callable[[], str], *facts: object) -> None:
        self._notes, self._mark, self._facts = notes, mark, facts
        self._ends: deque[tuple[int, str, int]] = deque()  # where a piece ends, its key, how many it gave
        self._given = self.left_out = 0
        if notes and notes.last_mark != mark():
            notes.finish()

    def _key(self, piece: str) -> str:
        return self._notes.key(piece.encode(), *self._facts) if self._notes else piece

    def is_done(self, piece: str) -> bool:
        """Whether an earlier run kept it."""
        known = self._notes.known(self._key(piece)) if self._notes else None
        self.left_out += known[0] if known else 0
        return known is not None

    def on_piece(self, piece: str, count: int) -> None:
        """All that a piece gave was handed on."""
        self._given += count
        self._ends.append((self._given, self._key(piece), count))

    def on_kept(self, kept: int) -> None:
        """So many past checks of this run are in the store."""
        whole: list[tuple[str, int]] = []
        while self._ends and self._ends[0][0] <= kept:
            whole.append(self._ends.popleft()[1:])
        if self._notes:
            self._notes.note(whole, self._mark())

    def finish(self) -> None:
        """The import is whole."""
        if self._notes:
            self._notes.finish()
