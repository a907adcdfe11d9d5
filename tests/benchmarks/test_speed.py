"""Speed where it must not slip, as ratios within one run: these machines are shared."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from claimcheck.embed import load_encoder
from tests.benchmarks.corpus import write_reviews

CLAIMCHECK = str(Path(sys.executable).with_name("claimcheck"))
IMPORTS = [sys.executable, "-c", "import numpy, tantivy, tokenizers, typer"]


def run(command: Sequence[str], cwd: Path) -> None:
    """A command whose modules are compiled once, as an installed package's are, also where the environment forbids."""
    compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(cwd / "compiled")}
    subprocess.run(command, cwd=cwd, check=True, capture_output=True, env=os.environ | compiled)


def best(command: Sequence[str], cwd: Path, *, times: int = 5) -> float:
    seconds = []
    for _ in range(times):
        begun = time.perf_counter()
        run(command, cwd)
        seconds.append(time.perf_counter() - begun)
    return min(seconds)


@pytest.mark.slow
def test_a_cold_lookup_takes_at_most_five_times_its_libraries_imports(tmp_path: Path) -> None:
    write_reviews(tmp_path / "feed.jsonl", 5_000)
    for command in (["reviews", "import", "feed.jsonl"], ["lookup", "buses of Harwick"]):
        run([CLAIMCHECK, *command], tmp_path)
    imports = best(IMPORTS, tmp_path)
    lookup = best([CLAIMCHECK, "lookup", "the council of Harwick lost 40 buses"], tmp_path)
    print(f"cold lookup {lookup:.2f} s, its imports {imports:.2f} s: {lookup / imports:.1f} times")
    assert lookup < 5 * imports  # FAISS, which a lookup among so many loads too, is not among these imports


def test_the_bundled_encoder_reads_thousands_of_claims_a_second() -> None:
    encoder = load_encoder()
    texts = [f"In {1900 + n % 120} the council of Harwick lost {n} buses after the strike." for n in range(4_000)]
    begun = time.process_time()
    encoder.encode(texts, kind="document")
    rate = len(texts) / (time.process_time() - begun)
    print(f"{rate:.0f} claims a CPU second")
    assert rate > 2_000
