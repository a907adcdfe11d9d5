"""The server under load, small: nothing goes wrong, memory stays, and HTTP costs a fraction of a lookup.

The full size is ``python -m tests.benchmarks.serve_load``. Machines are shared: nothing here depends on the clock.
"""

import subprocess
import time
from pathlib import Path

import pytest

from claimcheck.workspace import Workspace
from tests.benchmarks.corpus import made_up, write_reviews
from tests.benchmarks.serve_load import put_under_load
from tests.served import CLAIMCHECK, serving

COUNT = 10_000


@pytest.mark.slow
def test_eight_clients_get_every_answer_and_memory_stays(tmp_path: Path) -> None:
    write_reviews(tmp_path / "feed.jsonl", COUNT)
    for command in (["reviews", "import", "feed.jsonl"], ["lookup", "buses of Harwick"]):
        subprocess.run([CLAIMCHECK, *command], cwd=tmp_path, check=True, capture_output=True)
    with serving(tmp_path / "claimcheck-workspace") as served:
        first = put_under_load(served, clients=8, seconds=6, count=COUNT)
        then = put_under_load(served, clients=8, seconds=6, count=COUNT)
    queries = [each["claim_reviewed"] for each in made_up(200, seed=3, first=COUNT)]
    with Workspace.open(tmp_path / "claimcheck-workspace") as desk:
        desk.lookup(queries[:10])
        begun = time.process_time()
        for each in queries:
            desk.lookup([each])
        alone = 1000 * (time.process_time() - begun) / len(queries)
    print(f"{then.per_second:.0f} a second; {then.server_cpu:.1f} ms of CPU each, a lookup alone {alone:.1f}; {then}")
    assert (first.wrong, then.wrong) == (0, 0)
    assert then.requests > 50
    assert then.memory_after < 1.1 * first.memory_after
    assert then.server_cpu < 2 * alone
