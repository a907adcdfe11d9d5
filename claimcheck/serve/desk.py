"""The workspace in a worker: open to read all the time, to write only as long as a job writes."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from claimcheck.errors import AlreadyWriting
from claimcheck.progress import Say, silent
from claimcheck.workspace import Workspace

__all__ = ["Desk"]

_PATIENCE = 5.0  # seconds to wait while a command writes
_AGAIN = 0.05


class Desk:
    """A workspace as the jobs use it. ``say`` hears that the index is being made, before that is done."""

    def __init__(self, folder: Path, encoder: str | None, *, say: Say = silent) -> None:
        self._folder, self._encoder, self._say = folder, encoder, say
        self._reading: Workspace | None = None

    def __enter__(self) -> "Desk":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._reading:
            self._reading.close()

    @property
    def reading(self) -> Workspace:
        """The workspace, open to read; each query sees what was last written, by whichever process."""
        if self._reading is None:
            self._reading = Workspace.open(self._folder, encoder=self._encoder, say=self._say)
        return self._reading

    @contextmanager
    def writing(self, notes: Callable[[str], None] = silent) -> Iterator[Workspace]:
        """The workspace, open to write; ``notes`` hears what a person should know.

        Raises:
            AlreadyWriting: another process writes, and goes on for seconds.
        """
        until = time.monotonic() + _PATIENCE
        while True:
            try:
                desk = Workspace.open(self._folder, write=True, encoder=self._encoder, say=notes)
                break
            except AlreadyWriting:
                if time.monotonic() > until:
                    raise
                time.sleep(_AGAIN)
        with desk:
            yield desk

    def prepare(self) -> None:
        """Bring the index up to date and load what a lookup needs, so that the first is as quick as the next."""
        if self.reading.store.count_reviews():
            self.reading.lookup(["claimcheck"], k=1)
