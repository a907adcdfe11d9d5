"""Is this process still the one we started? A pid alone does not say: pids are used again."""

import fcntl
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

__all__ = ["alone", "process_mark", "stop_process"]


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Wait until no other process holds this lock file; a lock ends with the process that holds it."""
    with path.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def process_mark(pid: int) -> str | None:
    """What tells a process from any other that has or had its pid; None where it does not run.

    On Linux the boot and the start time from ``/proc``, elsewhere the start time ``ps`` gives. A process that ended
    and was not waited for does not run.
    """
    if pid <= 0:
        return None
    stat = Path(f"/proc/{pid}/stat")
    if Path("/proc/self/stat").exists():
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except (OSError, IndexError):
            return None
        if fields[0] in {"Z", "X"}:
            return None
        boot = Path("/proc/sys/kernel/random/boot_id")
        return f"{boot.read_text().strip() if boot.exists() else ''}:{fields[19]}"
    done = subprocess.run(
        ["ps", "-o", "lstart=", "-p", str(pid)], capture_output=True, text=True, check=False, env={"LC_ALL": "C"}
    )
    return " ".join(done.stdout.split()) or None


def stop_process(pid: int, mark: str, *, patience: float = 15) -> bool:
    """End a process we started, politely first; False where it no longer ran or is somebody else's."""
    if process_mark(pid) != mark:
        return False
    for how in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.kill(pid, how)
        except ProcessLookupError:
            return True
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            _reap(pid)
            if process_mark(pid) != mark:
                return True
            time.sleep(0.05)
    return True


def _reap(pid: int) -> None:
    """Take note of our own child's end, so that it does not stay as a zombie."""
    with suppress(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)
