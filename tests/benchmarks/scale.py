"""A store of many past checks: import, index, changes and lookup, with what the bare libraries take on the same rows.

Every step is a command in a process of its own, as a desk would run it; its CPU seconds, wall seconds and peak memory
are those of that process. On a shared machine trust CPU seconds and ratios.
"""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.corpus import write_reviews
from tests.benchmarks.lookups import SETS, SHARED

__all__ = ["Row", "Taken", "bare_libraries", "measured", "scale_rows"]

Row = tuple[str, str]
CLAIMCHECK = str(Path(sys.executable).with_name("claimcheck"))
_ROOT = Path(__file__).resolve().parents[2]
CHANGED = 1_000


@dataclass(frozen=True, slots=True)
class Taken:
    """What a process took: CPU and wall seconds, peak memory in MiB."""

    cpu: float
    wall: float
    peak: float

    def __str__(self) -> str:
        return f"{self.cpu:,.1f} CPU s, {self.wall:,.1f} s, peak {self.peak:,.0f} MiB"

    def plus(self, other: "Taken") -> "Taken":
        return Taken(self.cpu + other.cpu, self.wall + other.wall, max(self.peak, other.peak))


_WATCH = """
import json, resource, subprocess, sys, time
begun = time.perf_counter()
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([used.ru_utime + used.ru_stime, time.perf_counter() - begun, used.ru_maxrss / 1024]))
"""


def measured(command: Sequence[str], cwd: Path) -> Taken:
    """Run a command and say what it took."""
    whole = [sys.executable, "-c", _WATCH, *command]
    done = subprocess.run(whole, cwd=cwd, check=True, capture_output=True, text=True)
    return Taken(*json.loads(done.stdout))


_BARE = """
import json, sqlite3, sys
import numpy as np, tantivy
from claimcheck.embed import load_encoder
feed, out = sys.argv[1:]
rows = [json.loads(line) for line in open(feed, encoding="utf-8")]
db = sqlite3.connect(out + "/bare.db")
db.execute("PRAGMA journal_mode = WAL")
db.execute("CREATE TABLE review (id INTEGER PRIMARY KEY, url TEXT UNIQUE, record TEXT)")
db.executemany("INSERT INTO review (url, record) VALUES (?, ?)", ((row["url"], json.dumps(row)) for row in rows))
db.commit()
encoder = load_encoder()
texts = [row["claim_reviewed"] for row in rows] + [row["title"] for row in rows if "title" in row]
vectors = np.concatenate([encoder.encode(texts[at:at + 4096], kind="document") for at in range(0, len(texts), 4096)])
np.save(out + "/vectors.npy", vectors.astype(np.float16), allow_pickle=False)
builder = tantivy.SchemaBuilder()
for name in ("grams", "words"):
    builder.add_text_field(name, tokenizer_name=name, index_option="freq")
index = tantivy.Index(builder.build(), path=out)
index.register_tokenizer("grams", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.ngram(3, 4, False)).build())
index.register_tokenizer("words", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(
    tantivy.Filter.lowercase()).filter(tantivy.Filter.stemmer("english")).build())
writer = index.writer(128_000_000, 1)
for row in rows:
    text = ". ".join(row[name] for name in ("claim_reviewed", "title", "summary") if name in row)
    writer.add_document(tantivy.Document(grams=text, words=text))
writer.commit()
writer.wait_merging_threads()
"""


def bare_libraries(feed: Path) -> Taken:
    """What parsing, SQLite, the encoder, a file of vectors and tantivy take for a feed's rows, one after the other."""
    with tempfile.TemporaryDirectory() as out:
        return measured([sys.executable, "-c", _BARE, str(feed), out], feed.parent)


def scale_rows(
    folder: Path,
    count: int,
    *,
    bare: bool = False,
    exact: bool = True,
    judged: bool = True,
    figures: dict[str, float] | None = None,
) -> Iterator[Row]:
    """The figures of a store of ``count`` past checks, made in ``folder``.

    ``bare`` measures the bare libraries on the same rows, ``exact`` compares the vectors found with a full scan,
    ``judged`` hides judged collections among the rest. ``figures`` takes the numbers by name.
    """
    told = {} if figures is None else figures
    _compile(folder / "first")
    feed = write_reviews(folder / "feed.jsonl", count)
    desk = folder / "claimcheck-workspace"
    imported = measured([CLAIMCHECK, "reviews", "import", "feed.jsonl"], folder)
    yield f"import {count:,}", str(imported)
    indexed = measured([CLAIMCHECK, "lookup", "nobody ever voted for the bridge of Carrow"], folder)
    yield f"index {count:,} at the first lookup", str(indexed)
    whole = imported.plus(indexed)
    told |= {"import cpu": imported.cpu, "index cpu": indexed.cpu, "peak": whole.peak, "wall": whole.wall}
    yield f"import and index {count:,}", str(whole)
    if bare:
        base = bare_libraries(feed)
        yield "the bare libraries on the same rows", str(base)
        told["over bare"] = whole.cpu / base.cpu
        yield "import and index over the bare libraries", f"{whole.cpu / base.cpu:.2f} times their CPU"
    feed.unlink()
    yield from _changes(folder, count, told)
    known = _add_collections(desk) if judged else 0
    if known:
        taken = measured([CLAIMCHECK, "lookup", "nobody ever voted for the bridge of Carrow"], folder)
        yield f"add {known:,} judged checks", str(taken)
    yield from _sizes(desk, told)
    yield from _lookups(desk, count, told, exact=exact, judged=bool(known))
    cold = [measured([CLAIMCHECK, "lookup", "The council of Brada spent 40 million euros"], folder) for _ in range(5)]
    best = min(cold, key=lambda each: each.wall)
    told |= {"cold cpu": best.cpu, "cold wall": best.wall}
    yield "cold lookup, a whole process, best of 5", str(best)


def _compile(folder: Path) -> None:
    """Run the commands once on a few past checks: in a fresh checkout Python compiles their modules first."""
    folder.mkdir()
    write_reviews(folder / "feed.jsonl", 10)
    measured([CLAIMCHECK, "reviews", "import", "feed.jsonl"], folder)
    measured([CLAIMCHECK, "lookup", "nobody ever voted for the bridge of Carrow"], folder)


def _changes(folder: Path, count: int, told: dict[str, float]) -> Iterator[Row]:
    """Adding and deleting a thousand, each with the lookup that brings the index up to date."""
    desk = folder / "claimcheck-workspace"
    write_reviews(folder / "more.jsonl", CHANGED, seed=1, first=count)
    stored = measured([CLAIMCHECK, "reviews", "import", "more.jsonl"], folder)
    caught = measured([CLAIMCHECK, "lookup", "nobody ever voted for the bridge of Carrow"], folder)
    told["add cpu"] = stored.cpu + caught.cpu
    yield f"add {CHANGED:,}: import, then index and lookup", str(stored.plus(caught))
    with sqlite3.connect(desk / "workspace.db") as database:
        ids = [row[0] for row in database.execute("SELECT id FROM review ORDER BY place LIMIT ?", (CHANGED,))]
    database.close()
    stored = measured([CLAIMCHECK, "reviews", "remove", *ids, "--yes"], folder)
    caught = measured([CLAIMCHECK, "lookup", "nobody ever voted for the bridge of Carrow"], folder)
    told["delete cpu"] = stored.cpu + caught.cpu
    yield f"delete {CHANGED:,}: remove, then index and lookup", str(stored.plus(caught))


def _add_collections(desk: Path) -> int:
    """The judged collections' past checks, hidden among the others; how many, 0 where they are not at hand."""
    from dataclasses import replace

    from claimcheck.flows.bench_retrieval import read_documents
    from claimcheck.store import Store

    if not SHARED.is_dir():
        return 0
    with Store.open(desk, create=False, write=True) as store:
        return sum(
            store.put_reviews(
                replace(each, id=mark + each.id) for each in read_documents(SHARED / name / "docs.jsonl.gz")
            ).new
            for mark, name in SETS.items()
        )


def _sizes(desk: Path, told: dict[str, float]) -> Iterator[Row]:
    found = [(each, each.stat()) for each in desk.rglob("*") if each.is_file()]
    sizes = {(stat.st_dev, stat.st_ino): (path, stat.st_size) for path, stat in found}  # a link counts once
    index = sum(size for path, size in sizes.values() if "index" in path.parts)
    total = sum(size for _, size in sizes.values())
    told["disk"] = total / 1e9
    yield "on disk", f"{total / 1e9:.2f} GB: database {(total - index) / 1e9:.2f}, index {index / 1e9:.2f}"


def _lookups(desk: Path, count: int, told: dict[str, float], *, exact: bool, judged: bool) -> Iterator[Row]:
    """Warm lookups, the recall of the dense part, and the judged collections among the rest.

    They run in a process of their own, as a desk's would, so that its memory is theirs.
    """
    command = [sys.executable, "-m", "tests.benchmarks.lookups", str(desk), str(count)]
    command += ["--exact"] if exact else []
    command += ["--judged"] if judged else []
    done = subprocess.run(command, cwd=_ROOT, check=True, capture_output=True, text=True)
    for line in done.stdout.splitlines():
        what, figure, named = json.loads(line)
        told |= named
        yield what, figure


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    with tempfile.TemporaryDirectory() as place:
        for what, figure in scale_rows(Path(place), int(sys.argv[1]), bare="--bare" in sys.argv):
            print(what, "|", figure, flush=True)
