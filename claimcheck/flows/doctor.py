"""Whether a workspace is well: its database, its index, what crashes left, room on the disk, who writes to it.

Each check gives findings: what was looked at, whether it is well, what was found, and the remedy where it is not. With
``repair`` what is only a cache is made anew; the database itself is never touched beyond what opening it does. A check
is a function in ``CHECKS``: others can be added there.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.errors import ClaimcheckError, WorkspaceDamaged, WorkspaceMissing, WorkspaceOutdated
from claimcheck.flows.lookup import INDEX_FOLDER, open_retriever
from claimcheck.index import IndexCache, Wanted, examine_index, index_state
from claimcheck.progress import Progress, Say, silent, unseen

if TYPE_CHECKING:
    from claimcheck.match import Encodes
    from claimcheck.store import Store

__all__ = ["CHECKS", "Finding", "Patient", "examine_workspace"]

_LEAST_FREE = 64 << 20  # bytes


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found; ``remedy`` is there where ``well`` is not."""

    check: str
    well: bool
    found: str
    remedy: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The line that ``doctor`` prints."""
        return {"check": self.check, "well": self.well, "found": self.found, "remedy": self.remedy}


@dataclass(frozen=True, slots=True)
class Patient:
    """The workspace being examined: its folder, its store open to read or repair, the encoder its index is for."""

    folder: Path
    store: "Store"
    encoder: "Encodes"
    repair: bool
    say: Say = silent
    progress: Progress = unseen

    @property
    def index(self) -> Path:
        """Where the index is."""
        return self.folder / INDEX_FOLDER


def examine_workspace(
    folder: Path,
    encoder: Callable[[], "Encodes"],
    *,
    repair: bool = False,
    say: Say = silent,
    progress: Progress = unseen,
) -> list[Finding]:
    """What every check finds; with ``repair`` what is left after caches were made anew.

    A database that cannot be opened is a finding too, and then the only one.

    Raises:
        WorkspaceMissing: there is none.
        AlreadyWriting: it is to be repaired and someone writes to it.
    """
    from claimcheck.store import LOCK_FILE, Store, lock_holder

    holder = None if repair else lock_holder(folder / LOCK_FILE)
    try:
        store = Store.open(folder, create=False, write=repair)
    except WorkspaceMissing:
        raise
    except (WorkspaceDamaged, WorkspaceOutdated) as error:
        return [Finding("database", False, str(error), _put_back(folder))]
    with store:
        patient = Patient(folder, store, encoder(), repair, say, progress)
        found = [Finding("writer", True, f"{holder} is writing" if holder else "nobody is writing")]
        for name, check in CHECKS.items():
            try:
                found += check(patient)
            except WorkspaceDamaged as error:
                found.append(Finding(name, False, str(error), _put_back(folder)))
                break  # nothing further can be trusted
            except (ClaimcheckError, OSError) as error:
                found.append(
                    Finding(name, False, str(error), "see the line itself, then run `claimcheck doctor` again")
                )
    return found


def _check_database(patient: Patient) -> Iterator[Finding]:
    faults = patient.store.find_faults()
    for fault in faults:
        yield Finding("database", False, fault, _put_back(patient.folder))
    if not faults:
        count = patient.store.count_reviews()
        yield Finding("database", True, f"whole, format {patient.store.format}, {count:,} past checks")


def _put_back(folder: Path) -> str:
    """What to do about a broken database."""
    backups = sorted(folder.glob("*.backup*.db"), key=lambda each: each.stat().st_mtime)
    where = f"copy {backups[-1].name} over workspace.db" if backups else "put a copy of workspace.db in its place"
    return f"stop what writes to it, keep the broken file, {where}, then run `claimcheck doctor` again"


def _check_index(patient: Patient) -> Iterator[Finding]:
    store, encoder = patient.store, patient.encoder
    with store.snapshot():
        wanted = Wanted(
            encoder.fingerprint, encoder.dimension, store.reviews_digest(), store.reviews_stamp(), store.workspace_id()
        )
    faults = list(examine_index(patient.index, wanted))
    if faults and patient.repair:
        IndexCache(patient.index).forget()
        with open_retriever(store, patient.index, encoder, say=patient.say, progress=patient.progress):
            pass
        faults = list(examine_index(patient.index, wanted))
    for fault in faults:
        yield Finding(
            "index", False, fault, "it is a cache: `claimcheck doctor --repair`, or the next lookup, remakes it"
        )
    if not faults:
        yield Finding("index", True, index_state(patient.index, wanted))


def _check_leftovers(patient: Patient) -> Iterator[Finding]:
    left = IndexCache(patient.index).unused() if patient.index.is_dir() else []
    left += sorted(patient.folder.glob("*.part"))
    if left and patient.repair:
        for each in left:
            if each.is_dir():
                shutil.rmtree(each, ignore_errors=True)
            else:
                each.unlink(missing_ok=True)
        left = [each for each in left if each.exists()]
    size = sum(file.stat().st_size for each in left for file in (each.rglob("*") if each.is_dir() else [each]))
    if left:
        found = f"{len(left)} left by a stopped command, {size >> 20:,} MiB"
        yield Finding("leftovers", False, found, "`claimcheck doctor --repair` removes them, the next change too")
    else:
        yield Finding("leftovers", True, "none")


def _check_disk(patient: Patient) -> Iterator[Finding]:
    free = shutil.disk_usage(patient.folder).free
    files = [each for each in patient.index.rglob("*") if each.is_file()] if patient.index.is_dir() else []
    needed = sum(each.stat().st_size for each in files) + _LEAST_FREE  # a rebuild stands beside what it replaces
    found = f"{free >> 20:,} MiB free, {needed >> 20:,} MiB needed to rebuild the index"
    yield Finding("disk", free >= needed, found, None if free >= needed else "make room on that disk")
    if not os.access(patient.folder, os.W_OK):
        yield Finding("rights", False, f"{patient.folder} cannot be written", "give yourself the right to write there")


CHECKS: dict[str, Callable[[Patient], Iterator[Finding]]] = {
    "database": _check_database,
    "index": _check_index,
    "leftovers": _check_leftovers,
    "disk": _check_disk,
}
"""The checks by name, in the order they are made."""
