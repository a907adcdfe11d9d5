"""A studio on PostgreSQL at full size: how long a new one takes to start there, and a full one to move there."""

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from claimcheck.labelstudio import StudioClient, install_studio, start_studio, stop_studio
from claimcheck.labelstudio.move import move_studio
from claimcheck.labelstudio.postgres import parse_postgres
from tests.benchmarks.scale import Row
from tests.integration.postgres import running_postgres

__all__ = ["postgres_rows"]

_CONFIG = (
    '<View><Text name="claim" value="$claim"/><Choices name="v" toName="claim"><Choice value="A"/></Choices></View>'
)


def postgres_rows(tasks: int = 10_000) -> Iterator[Row]:
    """Seconds on the clock, of a shared machine: most of both is Label Studio making its tables."""
    install_studio()
    before = os.environ.get("CLAIMCHECK_STUDIO_HOME")
    with tempfile.TemporaryDirectory() as folder, running_postgres() as server:
        os.environ["CLAIMCHECK_STUDIO_HOME"] = str(Path(folder) / "studios")
        try:
            begun = time.perf_counter()
            start_studio("fresh", database=parse_postgres(server.create("fresh"), password=server.password))
            stop_studio("fresh")
            people = server.ask("fresh", "SELECT count(*) FROM htx_user")
            yield "a new studio on PostgreSQL", f"up in {time.perf_counter() - begun:.0f} s, {people} person in it"
            full = start_studio("full")
            client = StudioClient(str(full.url), full.credentials.token, server=full.credentials.server)
            project = client._api.projects.create(title="soak", label_config=_CONFIG).id
            for start in range(0, tasks, 500):
                some = range(start, min(start + 500, tasks))
                client.import_tasks(project, [{"data": {"claim": f"{n} boats in Harwick", "n": n}} for n in some])
            stop_studio("full")
            begun = time.perf_counter()
            done = move_studio(parse_postgres(server.create("full"), password=server.password), "full")
            took = time.perf_counter() - begun
            yield f"{tasks:,} tasks moved to PostgreSQL", f"{took:.0f} s, {done.rows:,} rows, each compared"
        finally:
            stop_studio("fresh")
            stop_studio("full")
            if before is None:
                del os.environ["CLAIMCHECK_STUDIO_HOME"]
            else:
                os.environ["CLAIMCHECK_STUDIO_HOME"] = before


if __name__ == "__main__":
    for row in postgres_rows():
        print(": ".join(row))
