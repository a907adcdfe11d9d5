"""The full-size run: a hundred thousand past checks, long articles; ``make soak`` rewrites SOAK.md with what it took.

Peak memory is that of the process measured. Times are of one run on a shared machine: trust the ratios.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from claimcheck import Workspace, resources
from claimcheck.article import parse_article
from claimcheck.embed import load_encoder
from claimcheck.flows.lookup import lookup
from claimcheck.split import RuleSplitter
from tests.benchmarks.corpus import PLACES, write_reviews
from tests.benchmarks.test_speed import CLAIMCHECK, IMPORTS, best

REVIEWS = 100_000
TABLE = Path(__file__).with_name("SOAK.md")

Row = tuple[str, str]


def timed(command: list[str], cwd: Path) -> tuple[float, float]:
    """Seconds a command took and its peak memory in MiB."""
    code = (
        "import resource, subprocess, sys, time; begun = time.perf_counter(); "
        "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL); "
        "print(time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code, *command], cwd=cwd, check=True, capture_output=True, text=True)
    seconds, peak = map(float, done.stdout.split())
    return seconds, peak


def at_full_size(folder: Path) -> Iterator[Row]:
    """Import, index and lookup over a hundred thousand past checks."""
    write_reviews(folder / "feed.jsonl", REVIEWS)
    for what in ("import", "import again, all unchanged"):
        seconds, peak = timed([CLAIMCHECK, "reviews", "import", "feed.jsonl"], folder)
        yield f"{what}, {REVIEWS:,} past checks", f"{seconds:.1f} s, peak {peak:.0f} MiB"
    query = ["lookup", "the council of Harwick lost 40 buses after the strike"]
    seconds, peak = timed([CLAIMCHECK, *query], folder)
    yield "first lookup, index built", f"{seconds:.1f} s, peak {peak:.0f} MiB"
    imports, cold = best(IMPORTS, folder), best([CLAIMCHECK, *query], folder)
    yield "cold lookup as a whole process", f"{cold:.2f} s, {cold / imports:.1f} times its libraries' imports"
    with Workspace.open(folder / "claimcheck-workspace") as desk, desk.retriever() as retriever:
        queries = [f"the port of {PLACES[n % 10]} received {n * 7} beds in spring" for n in range(50)]
        lookup(desk.store, queries[:2], retriever=retriever)
        begun = time.process_time()
        lookup(desk.store, queries, retriever=retriever)
        yield "warm lookup, 50 queries, one process", f"{50 / (time.process_time() - begun):.0f} queries a CPU second"


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


def main() -> None:
    """Run everything and rewrite the table."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as name:
        for row in (*at_full_size(Path(name)), *encoding(), *splitting()):
            rows.append(row)
            print(" | ".join(row), flush=True)
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rows.append(("peak memory of this run's own process", f"{own:.0f} MiB"))
    lines = [
        "# Full-size run",
        "",
        "Made by `make soak`; one run on two shared cores.",
        "",
        "| what | figure |",
        "|---|---|",
    ]
    TABLE.write_text("\n".join([*lines, *(f"| {what} | {figure} |" for what, figure in rows), ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
