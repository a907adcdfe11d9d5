"""The full-size run: a hundred thousand and a million past checks, 200 kills, long articles; it rewrites SOAK.md.

``python -m tests.benchmarks.soak --reviews 100000 --kills 20`` runs a smaller one. Times are of one run on a shared
machine: trust CPU seconds and ratios.
"""

import argparse
import os
import platform
import resource
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from claimcheck import resources
from claimcheck.article import parse_article
from claimcheck.embed import load_encoder
from claimcheck.split import RuleSplitter
from tests.benchmarks.agreeing import agreement_rows, split_rows
from tests.benchmarks.crashes import crash
from tests.benchmarks.exports import export_rows
from tests.benchmarks.postgres_soak import postgres_rows
from tests.benchmarks.scale import Row, scale_rows
from tests.benchmarks.serve_load import load_rows
from tests.benchmarks.sharing import sharing_rows
from tests.benchmarks.studio_soak import studio_rows

SMALL = 100_000
PLANNED = 5_000_000
TABLE = Path(__file__).with_name("SOAK.md")


def encoding() -> Iterator[Row]:
    """The bundled encoder on claims of ordinary length."""
    encoder = load_encoder()
    texts = [f"In {1900 + n % 120} the council of Harwick lost {n} buses after the strike." for n in range(50_000)]
    begun = time.process_time()
    encoder.encode(texts, kind="document")
    yield "encoding", f"{len(texts) / (time.process_time() - begun):,.0f} claims a CPU second"


def splitting() -> Iterator[Row]:
    """The splitter on the sample articles, one after the other, and on one of a megabyte."""
    splitter = RuleSplitter()
    for name in ("article.de.md", "article.en.md"):
        data = (resources.seeds() / name).read_bytes()
        article = parse_article(data, origin=name)
        splitter.split(article)
        begun, repeats = time.process_time(), 20
        sentences = 0
        for number in range(repeats):
            sentences += len(
                {claim.context.previous for claim in splitter.split(replace(article, id=f"{number:016x}"))}
            )
        yield f"splitting {name}", f"{sentences / (time.process_time() - begun):.0f} sentences with claims a CPU second"
        body = b"\n\n".join([data] * (1_000_000 // len(data)))
        begun = time.process_time()
        claims = splitter.split(parse_article(body, origin=name))
        yield f"splitting 1 MB of {name}", f"{time.process_time() - begun:.1f} CPU seconds, {len(claims):,} claims"


def killing(kills: int) -> Iterator[Row]:
    """A worker killed at random moments, the workspace examined after each."""
    with tempfile.TemporaryDirectory() as name:
        *_, ledger = crash(Path(name) / "desk", kills)
    work = ", ".join(f"{count} during {what}" for what, count in sorted(ledger.by_work.items()) if what != "between")
    yield f"killed {ledger.kills} times", f"nothing acknowledged lost, every workspace well after repair ({work})"


def projected(small: Mapping[str, float], large: Mapping[str, float], count: int) -> Iterator[Row]:
    """What ``PLANNED`` past checks would take, on the line through the two sizes that were measured."""
    for what, unit in (
        ("import cpu", "CPU s"),
        ("index cpu", "CPU s"),
        ("peak", "MiB"),
        ("disk", "GB"),
        ("p50", "ms of CPU"),
        ("p99", "ms of CPU"),
        ("resident", "MiB"),
        ("cold cpu", "CPU s"),
        ("add cpu", "CPU s"),
    ):
        slope = (large[what] - small[what]) / (count - SMALL)
        yield f"{PLANNED:,}, on paper: {what}", f"{large[what] + slope * (PLANNED - count):,.1f} {unit}"


def machine() -> str:
    """What it ran on, and on which commit."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    told = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    libraries = ", ".join(f"{name} {version(name)}" for name in ("numpy", "faiss-cpu", "tantivy", "tokenizers"))
    return (
        f"Commit {told.stdout.strip() or 'unknown'}; {os.cpu_count()} cores of {model}, {memory:.0f} GB; "
        f"Python {platform.python_version()}, {libraries}; load {os.getloadavg()[0]:.1f} at the end."
    )


def main() -> None:
    """Run everything and rewrite the table."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--reviews", type=int, default=1_000_000)
    reader.add_argument("--kills", type=int, default=200)
    chosen = reader.parse_args()
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    rows: list[Row] = []
    figures: dict[int, dict[str, float]] = {}

    def take(found: Iterator[Row]) -> None:
        for row in found:
            rows.append(row)
            print(" | ".join(row), flush=True)

    take(killing(chosen.kills))
    for count in dict.fromkeys((SMALL, chosen.reviews)):
        figures[count] = {}
        with tempfile.TemporaryDirectory() as name:
            take(scale_rows(Path(name), count, bare=count == SMALL, figures=figures[count]))
            if count == SMALL:
                take(load_rows(Path(name) / "claimcheck-workspace", count))
    if chosen.reviews > SMALL:
        take(projected(figures[SMALL], figures[chosen.reviews], chosen.reviews))
    take(agreement_rows(50_000))
    take(split_rows(100_000))
    take(studio_rows(kills=min(chosen.kills, 100)))
    take(postgres_rows())
    take(sharing_rows())
    with tempfile.TemporaryDirectory() as name:
        take(export_rows(Path(name), chosen.reviews, desk=chosen.reviews // 20, figures={}))
    take(encoding())
    take(splitting())
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rows.append(("peak memory of this run's own process", f"{own:.0f} MiB"))
    lines = ["# Full-size run", "", f"Made by `make soak`; one run. {machine()}", "", "| what | figure |", "|---|---|"]
    TABLE.write_text("\n".join([*lines, *(f"| {what} | {figure} |" for what, figure in rows), ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
