"""A Dask cluster of the tests' own on loopback: a scheduler and workers, each a process that can be killed."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

__all__ = ["LocalCluster", "die_of", "free_port", "hold"]

_QUIET = ("--host", "127.0.0.1", "--no-dashboard")


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        found: int = probe.getsockname()[1]
        return found


class LocalCluster:
    """A scheduler and its workers, one thread each; a context manager that ends what it started."""

    def __init__(
        self, workers: int = 2, *, port: int | None = None, protocol: str = "tcp", options: tuple[str, ...] = ()
    ):
        self.port = port or free_port()
        self.address = f"{protocol}://127.0.0.1:{self.port}"
        self._options = options
        self._folder = tempfile.TemporaryDirectory()
        self.workers: list[subprocess.Popen[bytes]] = []
        self.scheduler = self._start(
            "scheduler", "scheduler", "--port", str(self.port), "--protocol", protocol, *_QUIET, *options
        )
        self._wait_until_it_listens()
        for _ in range(workers):
            self.add_worker()

    def __enter__(self) -> "LocalCluster":
        return self

    def __exit__(self, *_: object) -> None:
        for each in (*self.workers, self.scheduler):
            each.kill()
        for each in (*self.workers, self.scheduler):
            each.wait()
        self._folder.cleanup()

    def add_worker(self, environ: Mapping[str, str] = {}) -> subprocess.Popen[bytes]:
        """One more worker, without a nanny: what is killed stays dead."""
        options = ("--no-nanny", "--nthreads", "1", *_QUIET, *self._options)
        self.workers.append(
            self._start(f"worker-{len(self.workers)}", "worker", self.address, *options, environ=environ)
        )
        return self.workers[-1]

    def kill_worker(self, number: int = 0) -> None:
        """SIGKILL: no word to anybody."""
        self.workers[number].send_signal(signal.SIGKILL)
        self.workers[number].wait()

    def kill_scheduler(self) -> None:
        """SIGKILL: every connection ends at once."""
        self.scheduler.send_signal(signal.SIGKILL)
        self.scheduler.wait()

    def wait_for_workers(self, count: int, seconds: float = 60) -> None:
        """Until so many workers are there."""
        from distributed import Client

        with Client(self.address, timeout=seconds, set_as_default=False) as client:
            deadline = time.monotonic() + seconds
            while len(client.nthreads()) != count:
                assert time.monotonic() < deadline, f"{len(client.nthreads())} workers, wanted {count}"
                time.sleep(0.05)

    def _wait_until_it_listens(self, seconds: float = 60) -> None:
        deadline = time.monotonic() + seconds
        while self.scheduler.poll() is None and time.monotonic() < deadline:
            with socket.socket() as probe:
                if not probe.connect_ex(("127.0.0.1", self.port)):
                    return
            time.sleep(0.05)

    def _start(self, name: str, *command: str, environ: Mapping[str, str] = {}) -> "subprocess.Popen[bytes]":
        program = str(Path(sys.executable).with_name("dask"))
        home = str(Path(__file__).resolve().parent.parent)  # of the tests, whose work the workers do
        own = {"OMP_NUM_THREADS": "1", "PYTHONPATH": home, "TMPDIR": self._folder.name}  # the killed clear nothing up
        environ = {**os.environ, **own, **environ}
        with Path(self._folder.name, f"{name}.log").open("wb") as log:
            return subprocess.Popen(
                [program, *command], cwd=self._folder.name, env=environ, stdout=log, stderr=log, start_new_session=True
            )


# Work for the workers; a worker can do only what it can import.


def hold(seconds: float) -> float:
    """Take a while."""
    time.sleep(seconds)
    return seconds


def die_of(given: tuple[int, int]) -> int:
    """The number; for 13, the end of any process but the one given."""
    number, home = given
    if number == 13 and os.getpid() != home:
        os._exit(9)
    return number
