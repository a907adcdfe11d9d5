"""``claimcheck serve`` as a process of its own, for tests and benchmarks that ask it over HTTP."""

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["Served", "serving"]

CLAIMCHECK = str(Path(sys.executable).with_name("claimcheck"))
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Served:
    """A server that runs: its port, its first process, and what it has said, line by line."""

    port: int
    process: "subprocess.Popen[str]"
    said: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def processes(self) -> list[int]:
        """The server's processes: the one that listens and those it started."""
        found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(self.process.pid)], capture_output=True, text=True)
        return [self.process.pid, *(int(each) for each in found.stdout.split())]

    def cpu(self) -> dict[str, float]:
        """CPU seconds so far: of the process that listens, and of the others."""
        used = []
        for each in self.processes():
            fields = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
            used.append((int(fields[11]) + int(fields[12])) / _TICKS)
        return {"front": used[0], "workers": sum(used[1:])}

    def memory(self) -> float:
        """MiB that all of them hold, what they share counted once."""
        total = 0
        for each in self.processes():
            text = Path(f"/proc/{each}/smaps_rollup").read_text()
            total += int(re.search(r"^Pss:\s+(\d+)", text, re.MULTILINE)[1])  # type: ignore[index]
        return total / 1024


@contextmanager
def serving(workspace: Path, *options: str, **environment: str) -> Iterator[Served]:
    """``claimcheck serve`` on a free port until the end of the context, then stopped with SIGTERM."""
    command = [CLAIMCHECK, "serve", "-w", str(workspace), "--port", "0", *options]
    env = {**os.environ, "OMP_NUM_THREADS": "1", **environment}
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=env)
    assert process.stderr
    said: list[str] = []
    lines = iter(process.stderr)
    for line in lines:
        said.append(line.rstrip("\n"))
        if said[-1] == "ready":
            break
    else:
        process.wait(60)
        raise RuntimeError("\n".join(said))
    found = re.search(r"on http://[^/]+:(\d+)/", "\n".join(said))
    assert found
    listener = threading.Thread(target=lambda: said.extend(line.rstrip("\n") for line in lines), daemon=True)
    listener.start()
    try:
        yield Served(int(found[1]), process, said)
    finally:
        process.terminate()
        process.wait(60)
        listener.join(5)
