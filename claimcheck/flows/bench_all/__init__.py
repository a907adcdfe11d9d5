"""Every figure of the product in one table: what is at hand is measured, what is not is said.

The same functions measure here as in the single benches and in the tests that hold the floors.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.errors import ClaimcheckError
from claimcheck.flows.bench_all.articles import checkworthy_benches, newswire_benches, role_benches, splitter_benches
from claimcheck.flows.bench_all.claims import (
    duplicate_bench,
    encoder_benches,
    lookup_benches,
    relation_benches,
    speed_bench,
)
from claimcheck.flows.bench_all.plan import Bench, read_floors
from claimcheck.progress import Progress, unseen

if TYPE_CHECKING:
    from claimcheck.embed import Encoder

__all__ = ["GROUPS", "BenchRow", "bench_all", "plan_benches"]

GROUPS = (
    "splitter",
    "newswire",
    "roles",
    "check-worthiness",
    "lookup",
    "relations",
    "near-duplicates",
    "encoder",
    "held-out",
    "speed",
)
"""What can be measured, in the order of the table."""

_AT_MOST = {
    "abstention calibration_error",
    "abstention false_found",
    "cold lookup over its imports",
    "contradicts_as_same",
    "leaked",
    "needs_context",
    "rejected_kept",
}
_OTHER_DATA = "other data than those the floor was reached on"


@dataclass(frozen=True, slots=True)
class BenchRow:
    """One figure of a data set; None, with ``why``, where it was not measured.

    ``asked`` is the least it may be, with ``at_most`` the most; None where nothing is asked. ``broken``: the data are
    there but could not be measured. ``command`` prints the figure alone.
    """

    group: str
    data: str
    what: str
    figure: float | None
    asked: float | None
    at_most: bool
    command: str
    why: str | None = None
    broken: bool = False

    @property
    def fell(self) -> bool:
        """Whether the figure is worse than what is asked.

        >>> BenchRow("splitter", "own", "leaked", 2.0, 0.0, True, "claimcheck bench").fell
        True
        """
        if self.figure is None or self.asked is None:
            return False
        return self.figure > self.asked if self.at_most else self.figure < self.asked

    @property
    def whole(self) -> bool:
        """Whether it is a count, or so large that what follows the point says nothing."""
        return isinstance(self.figure, int) or (self.figure or 0) >= 100

    def to_json(self) -> dict[str, Any]:
        """As ``bench --json`` prints it."""
        figure = self.figure if self.figure is None else round(self.figure, 4)
        return {**asdict(self), "figure": figure, "fell": self.fell}


def plan_benches(data: Path | None, quality: Path, *, reported: bool = True) -> list[Bench]:
    """Every measurement, in the order of ``GROUPS``.

    ``data`` is the folder of public data, with ``gold/`` beside it, ``quality`` that of the project's own gold, pairs
    and ``floors.json``; neither needs to be there, and without ``data`` rows name a folder ``DATA``.
    Without ``reported``, what is only for reporting is left out.

    Raises:
        BenchFileInvalid: ``floors.json`` cannot be read.
    """
    data = data or Path("DATA")
    floors = read_floors(quality / "floors.json")
    found = [
        *splitter_benches(data, quality, floors, reported=reported),
        *newswire_benches(data, quality, floors),
        *role_benches(data, quality, floors),
        *checkworthy_benches(data),
        *lookup_benches(data, floors, _encoder),
        *relation_benches(quality, floors),
        duplicate_bench(data, quality, floors, _encoder),
        *encoder_benches(data, floors, _encoder),
        speed_bench(floors, _encoder),
    ]
    return [each for each in found if reported or not each.reported]


def bench_all(
    benches: Sequence[Bench], *, only: Collection[str] = GROUPS, progress: Progress = unseen
) -> Iterator[BenchRow]:
    """The figures of the benches whose group is named, each bench as it is done.

    A file that is not there, or data that cannot be measured, make a row that says so; the others go on.
    """
    chosen = [each for each in benches if each.group in only]
    for done, bench in enumerate(chosen):
        progress("benches", done, len(chosen))
        yield from _measured(bench, progress)
    progress("benches", len(chosen), len(chosen))


def _measured(bench: Bench, progress: Progress) -> Iterator[BenchRow]:
    missing = next((each for each in bench.files if not each.exists()), None)
    if missing is not None:
        yield from _unmeasured(bench, f"{missing} is not there")
        return
    try:
        found, pinned = bench.measure(progress), bench.pinned()
    except ClaimcheckError as error:
        yield from _unmeasured(bench, str(error), broken=not isinstance(error, FileNotFoundError))
        return
    for name in bench.sets:
        yield from _rows(bench, name, found.get(name, {}), pinned=pinned)


def _rows(bench: Bench, name: str, figures: Mapping[str, float], *, pinned: bool) -> Iterator[BenchRow]:
    floors = bench.floors.get(name, {})
    why = None if pinned or not floors else _OTHER_DATA
    for what, figure in figures.items():
        asked = floors.get(what) if pinned else None
        yield BenchRow(bench.group, name, what, figure, asked, what in _AT_MOST, bench.command, why)
    for what in (each for each in floors if each not in figures):
        told = "not measured: the data lack what it is measured on"
        yield BenchRow(bench.group, name, what, None, floors[what], what in _AT_MOST, bench.command, told)


def _unmeasured(bench: Bench, why: str, *, broken: bool = False) -> Iterator[BenchRow]:
    for name in bench.sets:
        yield BenchRow(
            bench.group, name, "", None, None, at_most=False, command=bench.command, why=f"not measured: {why}",
            broken=broken,
        )  # fmt: skip


@cache
def _encoder() -> "Encoder":
    from claimcheck.embed import load_encoder

    return load_encoder()
