"""``claimcheck serve`` under load: clients in a process of their own keep their connections and ask without a pause.

``python -m tests.benchmarks.serve_load WORKSPACE COUNT --seconds 60`` prints a line of JSON: requests a second, how
long they took, what went wrong, CPU a request of the server's processes and of the client, and memory before and after.
Wall times are those of the machine as it is; where others use it too, trust the CPU.
"""

import argparse
import http.client
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from tests.benchmarks.corpus import made_up
from tests.served import Served, serving

__all__ = ["Load", "load_rows", "put_under_load"]

Row = tuple[str, str]
_ROOT = Path(__file__).resolve().parents[2]
_WARM = 400  # requests before anything is measured


@dataclass(frozen=True, slots=True)
class Load:
    """What came of it. Times are in milliseconds, memory in MiB; ``wrong`` counts answers that were no results."""

    requests: int
    seconds: float
    per_second: float
    p50: float
    p99: float
    slowest: float
    wrong: int
    front_cpu: float
    worker_cpu: float
    client_cpu: float
    memory_before: float
    memory_after: float

    @property
    def server_cpu(self) -> float:
        """Milliseconds of CPU a request, of all of the server's processes."""
        return self.front_cpu + self.worker_cpu


def _queries(count: int) -> list[str]:
    """Made-up claims, the half of them from the store, with a word or two taken out of each."""
    made = [*made_up(1_000), *made_up(1_000, seed=2, first=count)]
    return [" ".join(word for at, word in enumerate(each["claim_reviewed"].split()) if at % 5 != 3) for each in made]


def _ask(port: int, queries: Sequence[str], until: list[float], spent: list[float], wrong: list[str]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    headers = {"Content-Type": "application/json"}
    for at in range(10**9):
        if time.perf_counter() > until[0]:
            break
        body = json.dumps({"queries": [queries[at % len(queries)]]})
        begun = time.perf_counter()
        try:
            connection.request("POST", "/v1/lookup", body, headers)
            answer = connection.getresponse()
            told = answer.read()
            right = answer.status == 200 and told.startswith(b'{"results": [{"query"')
            if not right:
                wrong.append(f"{answer.status} {told[:200]!r}")
        except OSError as error:
            wrong.append(repr(error))
            connection.close()
        spent.append(time.perf_counter() - begun)
    connection.close()


def _client(port: int, clients: int, seconds: float, count: int) -> dict[str, Any]:
    """What ``clients`` saw in so many seconds."""
    queries = _queries(count)
    spent: list[list[float]] = [[] for _ in range(clients)]
    wrong: list[str] = []
    until = [time.perf_counter() + seconds]
    parts = [queries[each::clients] for each in range(clients)]
    threads = [
        threading.Thread(target=_ask, args=(port, part, until, own, wrong))
        for part, own in zip(parts, spent, strict=True)
    ]
    begun, used = time.perf_counter(), time.process_time()
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    took = [1000 * each for own in spent for each in own]
    p50, p99 = (float(each) for each in np.percentile(took, [50, 99]))
    seconds = time.perf_counter() - begun
    return {
        "requests": len(took), "seconds": seconds, "p50": p50, "p99": p99, "slowest": max(took),
        "wrong": wrong[:20], "n_wrong": len(wrong), "cpu": time.process_time() - used,
    }  # fmt: skip


def put_under_load(served: Served, *, clients: int, seconds: float, count: int) -> Load:
    """Have a client process ask for so long; the first requests only warm the server."""

    def ask(for_seconds: float) -> dict[str, Any]:
        command = [sys.executable, "-m", "tests.benchmarks.serve_load", "--client", str(served.port), str(count)]
        command += ["--clients", str(clients), "--seconds", str(for_seconds)]
        done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=_ROOT)
        told: dict[str, Any] = json.loads(done.stdout)
        return told

    warmed = 0
    for _ in range(12):  # a busy machine takes its time
        warmed += ask(min(5.0, seconds))["requests"]
        if warmed >= _WARM:
            break
    before, memory = served.cpu(), served.memory()
    told = ask(seconds)
    after = served.cpu()
    if told["wrong"]:
        print("\n".join(told["wrong"]), file=sys.stderr)
    number = told["requests"]
    return Load(
        requests=number,
        seconds=round(told["seconds"], 1),
        per_second=round(number / told["seconds"], 1),
        p50=round(told["p50"], 1),
        p99=round(told["p99"], 1),
        slowest=round(told["slowest"], 1),
        wrong=told["n_wrong"],
        front_cpu=round(1000 * (after["front"] - before["front"]) / number, 2),
        worker_cpu=round(1000 * (after["workers"] - before["workers"]) / number, 2),
        client_cpu=round(1000 * told["cpu"] / number, 2),
        memory_before=round(memory, 1),
        memory_after=round(served.memory(), 1),
    )


def load_rows(workspace: Path, count: int, *, seconds: float = 600, clients: int = 8) -> Iterator[Row]:
    """The rows of the full-size run: a workspace of ``count`` past checks, asked for ``seconds``."""
    with serving(workspace) as served:
        done = put_under_load(served, clients=clients, seconds=seconds, count=count)
    what = f"serve: {clients} clients for {done.seconds:.0f} s among {count:,}"
    yield (
        what,
        f"{done.per_second:.0f} lookups a second, p50 {done.p50:.0f} ms, p99 {done.p99:.0f} ms, {done.wrong} wrong; "
        f"{done.server_cpu:.1f} ms of CPU each ({done.front_cpu:.1f} of it HTTP), the client's {done.client_cpu:.1f}",
    )
    yield f"{what}: memory", f"{done.memory_before:,.0f} MiB before, {done.memory_after:,.0f} MiB after"


def main() -> None:
    """Print the figures as a line of JSON."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("workspace", help="the workspace; with --client the port")
    reader.add_argument("count", type=int, help="how many made-up checks the workspace was filled with")
    reader.add_argument("--seconds", type=float, default=60)
    reader.add_argument("--clients", type=int, default=8)
    reader.add_argument("--workers", default="")
    reader.add_argument("--client", action="store_true", help="only ask a server that runs")
    asked = reader.parse_args()
    if asked.client:
        print(json.dumps(_client(int(asked.workspace), asked.clients, asked.seconds, asked.count)))
        return
    options = ["--workers", asked.workers] if asked.workers else []
    with serving(Path(asked.workspace), *options) as served:
        done = put_under_load(served, clients=asked.clients, seconds=asked.seconds, count=asked.count)
    print(json.dumps({**asdict(done), "server_cpu": round(done.server_cpu, 2), "load": os.getloadavg()[0]}))


if __name__ == "__main__":
    main()
