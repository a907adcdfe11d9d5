"""A push in a process of its own, to be killed without warning."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from claimcheck.labelstudio import StudioClient

__all__ = ["Pusher"]

WORKER = """
import os, sys
from pathlib import Path
from label_studio_sdk import LabelStudio  # once: each push is a fork of this
from claimcheck.flows.push import push_claims
from claimcheck.labelstudio import StudioClient
from claimcheck.scheme import read_scheme
from claimcheck.store import Store

folder, url, server, title, batch = sys.argv[1:]
key = sys.stdin.readline().strip()

def work():
    with Store.open(Path(folder), create=False, write=True) as store:
        client = StudioClient(url, key, server=server)
        push_claims(store, client, store.claims(), scheme=read_scheme(), title=title, batch=int(batch))

for _ in iter(sys.stdin.readline, ""):
    child = os.fork()
    if not child:
        try:
            work()
        finally:
            os._exit(0)
    print(child, flush=True)
    os.waitpid(child, 0)
    print("gone", flush=True)
"""
ROOT = Path(__file__).resolve().parents[2]


class Pusher:
    """Pushes all claims of a workspace, which nobody else has open, whenever it is asked to; a context manager."""

    def __init__(self, folder: Path, client: StudioClient, key: str, title: str, *, batch: int) -> None:
        command = [sys.executable, "-c", WORKER, str(folder), client.url, client.server, title, str(batch)]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT)
        self._say(key)

    def __enter__(self) -> "Pusher":
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def kill_after(self, delay: float) -> bool:
        """Begin a push and kill it so many seconds later; whether it was still at work."""
        self._say("push")
        child = int(self._hear())
        time.sleep(delay)
        at_work = False
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
            at_work = True
        assert self._hear() == "gone"
        return at_work

    def _say(self, line: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def _hear(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline().strip()
