"""A large dataset out of a workspace: rows to Parquet beside polars' own write of the same frame, and the whole path.

Each measure is a process of its own, so that its CPU seconds and peak memory are its own. On a shared machine trust CPU
seconds and ratios.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.scale import Row, Taken, measured

__all__ = ["export_rows"]

_ROOT = Path(__file__).resolve().parents[2]

_MADE = """
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
sys.path.insert(0, ROOT)
import polars as pl
from claimcheck.dataset import AnnotationRow, EvidenceLink, LabelShare, VerdictRow, verdict_frame

COUNT = int(sys.argv[1])
AT = datetime(2026, 1, 3, tzinfo=UTC)


def row(n):
    said = tuple(
        AnnotationRow(f"annotator-{who}", "TRUE", 4, 12.5 + n % 900, ("r1",), AT, f"because of {n}", None, None)
        for who in range(2)
    )
    return VerdictRow(
        claim_id=f"{n:016x}", article_id=f"{n // 20:016x}", text=f"In {1900 + n % 120} Harwick lost {n} buses.",
        evidence=(f"Harwick lost {n} buses",), spans=((n % 9000, n % 9000 + 20),), language="en", speaker=None,
        assertion="asserted", kind="event", claim_date=None, claim_date_precision=None,
        article_title=f"Title {n // 20}", article_url=f"https://example.org/{n // 20}", outlet="Harwick Courier",
        published=date(2026, 1, 2), label="TRUE", soft_label=(LabelShare("TRUE", 1.0),), method="majority",
        n_annotators=2, tie=(), justification=f"because of {n}",
        evidence_links=(EvidenceLink("annotator-1", f"https://example.org/e/{n}", None, None, None),), as_of=None,
        past_checks=(), annotations=said, split=None, sample=False,
    )


PART = 10_000


def parts():
    base = verdict_frame(row(n) for n in range(PART))
    for start in range(0, COUNT, PART):
        ids = [f"{n:016x}" for n in range(start, min(COUNT, start + PART))]
        part = base[: len(ids)]
        own = pl.Series(ids)
        yield part.with_columns(
            claim_id=own, text=own.reverse() + " " + part["text"], justification=own + part["justification"]
        )
"""

_NOTHING = "for part in parts(): pass\n"
_HELD = "frame = pl.concat(parts(), rechunk=True)\n"
_OWN = "frame = pl.concat(parts(), rechunk=True)\nframe.write_parquet(sys.argv[2], compression='zstd')\n"
_OURS = """
from pathlib import Path
from claimcheck.dataset import FORMATS, write_batches
assert write_batches(parts(), Path(sys.argv[2]), FORMATS["parquet"]).rows == COUNT
"""
_DESK = """
import sys
from pathlib import Path
sys.path.insert(0, ROOT)
from claimcheck.store import Store
from tests.made_desk import fill_desk
with Store.open(Path(sys.argv[2]), create=True, write=True) as store:
    fill_desk(store, int(sys.argv[1]) // 20, claims=20)
"""


def _code(what: str) -> str:
    return f"ROOT = {str(_ROOT)!r}\n{what}"


def export_rows(folder: Path, rows: int, *, desk: int, figures: dict[str, float]) -> Iterator[Row]:
    """``rows`` rows as frames into Parquet, beside polars'; ``desk`` claims with verdicts out of a workspace."""

    def run(what: str, count: int, *arguments: str) -> Taken:
        return measured([sys.executable, "-c", _code(what), str(count), *arguments], folder)

    nothing, held = run(_MADE + _NOTHING, rows), run(_MADE + _HELD, rows)
    own, ours = run(_MADE + _OWN, rows, "own.parquet"), run(_MADE + _OURS, rows, "ours.parquet")
    figures |= {"own": own.cpu - held.cpu, "ours": ours.cpu - nothing.cpu, "peak": ours.peak}
    figures["ratio"] = figures["ours"] / figures["own"]
    yield f"{rows:,} rows, polars' own write", f"{figures['own']:.1f} CPU s, peak {own.peak:,.0f} MiB"
    yield (
        f"{rows:,} rows streamed, digest and all",
        f"{figures['ours']:.1f} CPU s ({figures['ratio']:.2f} times), peak {ours.peak:,.0f} MiB",
    )
    sizes = [(folder / name).stat().st_size / 1e6 for name in ("own.parquet", "ours.parquet")]
    yield "size of the two files", f"{sizes[0]:,.0f} and {sizes[1]:,.0f} MB"
    run(_DESK, desk, "desk")
    claimcheck = str(Path(sys.executable).with_name("claimcheck"))
    whole = measured([claimcheck, "export", "desk.parquet", "-w", "desk"], folder)
    figures |= {"desk cpu": whole.cpu, "desk peak": whole.peak}
    yield (
        f"{desk:,} claims of a workspace to Parquet, settled, with manifest",
        f"{whole.cpu:,.1f} CPU s ({1e6 * whole.cpu / desk:,.0f} µs a claim), peak {whole.peak:,.0f} MiB",
    )
