"""One writer at a time: a file lock that the kernel releases when its process ends, however it ends."""

import contextlib
import fcntl
import json
import os
import sys
import time
from datetime import datetime
from pathlib import Path

from claimcheck.errors import AlreadyWriting, WorkspaceUnwritable

__all__ = ["WriterLock", "lock_holder"]

_TRIES = 3
_LONGEST = 100  # characters of the command that are told


class WriterLock:
    """The right to write to one workspace; the lock file says who has it, for the message others get."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    @classmethod
    def acquire(cls, path: Path) -> "WriterLock":
        """Take the lock at ``path`` at once or not at all; also a second time in one process it is taken.

        Raises:
            AlreadyWriting: someone holds it; says which process, with which command, since when.
            WorkspaceUnwritable: the lock file cannot be written.
        """
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise WorkspaceUnwritable(str(path.parent), error.strerror or str(error)) from error
        try:
            _take(descriptor)
        except OSError as error:
            holder = _holder(descriptor)
            os.close(descriptor)
            if not isinstance(error, BlockingIOError):
                raise WorkspaceUnwritable(str(path.parent), f"no lock to be had: {error.strerror}") from error
            raise AlreadyWriting(str(path.parent), holder) from error
        os.ftruncate(descriptor, 0)
        with contextlib.suppress(OSError):  # a full disk costs the message its names, not the lock
            os.pwrite(descriptor, _self_portrait(), 0)
        return cls(descriptor)

    def release(self) -> None:
        """Give the lock back; a second time does nothing.

        The descriptor is closed, not unlocked: a forked child that closes its copy must not free the parent's lock.
        """
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _take(descriptor: int) -> None:
    """The lock, at once or within the moment that somebody takes to see who has it."""
    for _ in range(_TRIES - 1):
        with contextlib.suppress(BlockingIOError):
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        time.sleep(0.01)
    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def lock_holder(path: Path) -> str | None:
    """Who writes to a workspace now, in words; None where nobody does. Holds a shared lock for the moment it looks."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return _holder(descriptor)
    except OSError:
        return None
    finally:
        os.close(descriptor)
    return None


def _self_portrait() -> bytes:
    words = [Path(sys.argv[0] or "python").name, *sys.argv[1:]] if sys.argv else ["python"]
    command = " ".join(" ".join(words).split())
    portrait = {
        "pid": os.getpid(),
        "command": command if len(command) <= _LONGEST else command[: _LONGEST - 1] + "…",
        "since": datetime.now().astimezone().isoformat(timespec="seconds"),
    }
    return json.dumps(portrait).encode()


def _holder(descriptor: int) -> str:
    """Who holds the lock, in words; the holder may be between taking the lock and writing its name."""
    for _ in range(20):
        try:
            found = json.loads(os.pread(descriptor, 4096, 0))
            return f"process {found['pid']} ({found['command']}) since {found['since']}"
        except (ValueError, KeyError, TypeError):
            time.sleep(0.01)
    return "another process"
