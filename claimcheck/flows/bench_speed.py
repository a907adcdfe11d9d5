"""How fast it is, as figures that a shared machine does not spoil: CPU time, and ratios within one run."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from claimcheck.errors import TimingFailed
from claimcheck.match import Encodes

__all__ = ["cold_lookup_ratio", "encoding_rate", "write_made_up_checks"]

_RUN = (sys.executable, "-c", "from claimcheck.cli import main; main()")
_IMPORTS = (sys.executable, "-c", "import numpy, tantivy, tokenizers, typer")  # no FAISS, which a lookup loads too
_TOWNS = ("Harwick", "Bramley", "Carrow", "Eastmere", "Pellworth")
_THINGS = ("buses", "bridges", "schools", "ferries", "trees", "beds", "jobs", "lamps")


def encoding_rate(encoder: Encodes, *, count: int = 4_000) -> float:
    """How many claims of a dozen words the encoder reads in a CPU second."""
    texts = [f"In {1900 + n % 120} the council of Harwick lost {n} buses after the strike." for n in range(count)]
    begun = time.process_time()
    encoder.encode(texts, kind="document")
    return count / (time.process_time() - begun)


def cold_lookup_ratio(checks: Path, folder: Path, *, times: int = 5) -> tuple[float, float]:
    """Seconds of a lookup in a process of its own, and of importing its libraries in another; the best of ``times``.

    ``checks`` is what ``reviews import`` reads; the workspace is made in ``folder``.

    Raises:
        TimingFailed: the command does not run.
    """
    for command in (["reviews", "import", str(checks.resolve())], ["lookup", "buses of Harwick"]):
        _run([*_RUN, *command], folder)
    imports = _best(_IMPORTS, folder, times)
    return _best([*_RUN, "lookup", "the council of Harwick lost 40 buses"], folder, times), imports


def write_made_up_checks(path: Path, count: int) -> Path:
    """A JSONL file of past checks that nobody ever made, all different."""
    with path.open("w", encoding="utf-8") as out:
        for number in range(count):
            town, thing = _TOWNS[number % 5], _THINGS[number // 5 % 8]
            out.write(
                json.dumps(
                    {
                        "claim_reviewed": f"In {1950 + number % 75} the council of {town} sold {number + 2} {thing}.",
                        "publisher": f"desk {number % 40}",
                        "url": f"https://desk{number % 40}.example/checks/{number}",
                        "language": "en",
                        "alternate_name": "False" if number % 3 else "True",
                    }
                )
                + "\n"
            )
    return path


def _run(command: Sequence[str], folder: Path) -> None:
    """A command whose modules are compiled once, as an installed package's are, also where the environment forbids."""
    compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    environ = {name: value for name, value in os.environ.items() if not name.startswith("CLAIMCHECK_")}
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, env=environ | compiled)
    if done.returncode:
        raise TimingFailed(" ".join(command[3:]), done.stderr.decode(errors="replace").strip()[-200:])


def _best(command: Sequence[str], folder: Path, times: int) -> float:
    seconds = []
    for _ in range(times):
        begun = time.perf_counter()
        _run(command, folder)
        seconds.append(time.perf_counter() - begun)
    return min(seconds)
