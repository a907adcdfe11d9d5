"""Who reads a generation, and who writes one: locks on files, which the kernel lets go of with their process."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

__all__ = ["LOCK", "WRITING", "hold", "is_held", "one_writer", "same_file"]

LOCK = "lock"
"""The file in a generation that its readers hold."""
WRITING = "rebuild.lock"
"""The file that whoever writes an index holds."""


@contextmanager
def one_writer(folder: Path, say: Callable[[str], None]) -> Iterator[None]:
    """One writer of an index at a time; the lock goes with its process."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / WRITING).open("a+b") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("another process is rebuilding the search index: waiting for it")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def same_file(one: Path, other: Path, name: str) -> bool:
    """Whether a file of two folders is one file."""
    try:
        return (one / name).stat().st_ino == (other / name).stat().st_ino
    except FileNotFoundError:
        return False


def hold(generation: Path) -> IO[Any] | None:
    """A shared lock on a generation; None where it is gone or going."""
    path = generation / LOCK
    try:
        file = path.open("rb")
    except OSError:
        return None
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        if path.stat().st_ino == os.fstat(file.fileno()).st_ino:
            return file
    except OSError:
        pass
    file.close()
    return None


def is_held(generation: Path) -> bool:
    """Whether another holds the generation; a folder without a lock file is a crash's remains."""
    try:
        with (generation / LOCK).open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False
