"""A worker whose jobs are told in their arguments, for tests of the pool: it sleeps, fails, dies, or makes ready."""

import os
import time

from claimcheck.errors import NotFound
from claimcheck.serve.wire import Wire


def work(end, orders):
    connection = Wire(end)
    if (orders.folder / "slow-start").exists():
        connection.send(("preparing", "building the search index"))
        time.sleep(1.5)
    connection.send(("ready", None))
    while True:
        try:
            name, arguments = connection.recv()
        except (EOFError, OSError):
            return
        if name == "die":
            os._exit(1)
        if name == "fail":
            connection.send(("failed", NotFound("claim", "x", "look again")))
            continue
        if name == "prepare":
            connection.send(("preparing", "updating the search index"))
        time.sleep(arguments.get("seconds", 0))
        connection.send(("done", arguments.get("echo") or str(os.getpid()).encode()))
