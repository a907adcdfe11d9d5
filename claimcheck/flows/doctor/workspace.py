"""Whether a workspace is well: its settings, database, index, what crashes left, room on the disk, who writes to it.

Each check gives findings: what was looked at, how it is, and the remedy where it is not well. With ``repair`` what is
only a cache is made anew; the database itself is never touched beyond what opening it does. A check is a function in
``CHECKS``: others can be added there, such as one for an index that is kept elsewhere.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import ClaimcheckError, SettingsInvalid, WorkspaceDamaged, WorkspaceOutdated
from claimcheck.flows.calibrate import desk_ranker
from claimcheck.flows.doctor.findings import Finding, bad, ok, warn
from claimcheck.flows.lookup import INDEX_FOLDER, open_retriever
from claimcheck.flows.ratings import desk_ratings
from claimcheck.index import IndexCache, Wanted, examine_index, index_state
from claimcheck.llm.cache import CACHE_FOLDER
from claimcheck.llm.key import read_key
from claimcheck.progress import Progress, Say, plural, silent, unseen
from claimcheck.scheme import read_scheme
from claimcheck.settings import FILE_NAME, Settings, read_settings

if TYPE_CHECKING:
    from claimcheck.match import Encodes
    from claimcheck.store import Store

__all__ = ["CHECKS", "Patient", "examine_workspace"]

_LEAST_FREE = 64 << 20  # bytes
_MANY_VECTORS = 64 << 20  # bytes
_LONG_LOG = 256 << 20  # bytes of write-ahead log that no reader should have held back


@dataclass(frozen=True, slots=True)
class Patient:
    """The workspace being examined: its folder, its store open to read or repair, the encoder its index is for.

    ``settings`` are the defaults where the workspace's own cannot be read.
    """

    folder: Path
    store: "Store"
    encoder: "Encodes"
    repair: bool
    say: Say = silent
    progress: Progress = unseen
    settings: Settings = field(default_factory=Settings)

    @property
    def index(self) -> Path:
        """Where the index is."""
        return self.folder / INDEX_FOLDER


def examine_workspace(
    folder: Path,
    encoder: "Callable[[], Encodes]",
    *,
    repair: bool = False,
    say: Say = silent,
    progress: Progress = unseen,
) -> list[Finding]:
    """What every check finds; with ``repair`` what is left after caches were made anew.

    A database that cannot be opened is a finding too, and then no check that needs it is made.

    Raises:
        WorkspaceMissing: there is none.
        AlreadyWriting: it is to be repaired and someone writes to it.
    """
    from claimcheck.store import LOCK_FILE, Store, lock_holder

    holder = None if repair else lock_holder(folder / LOCK_FILE)
    settings, found = _check_settings(folder)
    try:
        store = Store.open(folder, create=False, write=repair)
    except (WorkspaceDamaged, WorkspaceOutdated) as error:
        remedy = _put_back(folder) if isinstance(error, WorkspaceDamaged) else f"claimcheck match -w {folder}"
        return [*found, bad("database", str(error), remedy, shared=type(error).__name__)]
    with store:
        found.append(ok("writer", f"{holder} is writing", shared="somebody is writing") if holder else _NOBODY)
        try:
            patient = Patient(folder, store, encoder(), repair, say, progress, settings)
        except ClaimcheckError as error:
            remedy = f"name another under [encoder] in {FILE_NAME}, or leave it out for the one that ships"
            return [*found, bad("encoder", str(error), remedy, shared=type(error).__name__)]
        for name, check in CHECKS.items():
            try:
                found += check(patient)
            except WorkspaceDamaged as error:
                found.append(bad(name, str(error), _put_back(folder), shared=type(error).__name__))
                break  # nothing further can be trusted
            except (ClaimcheckError, OSError) as error:
                remedy = "see the line itself, then run `claimcheck doctor` again"
                found.append(bad(name, str(error), remedy, shared=type(error).__name__))
    return found


_NOBODY = ok("writer", "nobody is writing")


def _check_settings(folder: Path) -> tuple[Settings, list[Finding]]:
    """The settings, the defaults where they cannot be read; and what is found of them and of the desk's own tables."""
    found: list[Finding] = []
    settings = Settings()
    try:
        settings = read_settings(folder)
        where = f"{FILE_NAME}, all" if (folder / FILE_NAME).exists() else "all"
        changed = sum(getattr(settings, each) != getattr(Settings(), each) for each in Settings.__dataclass_fields__)
        told = f"{FILE_NAME}, {plural(changed, 'value')} changed by the desk" if changed else f"{where} as they come"
        found.append(ok("settings", told))
    except SettingsInvalid as error:
        remedy = f"correct {FILE_NAME}, or move it away: the defaults hold then"
        found.append(bad("settings", str(error), remedy, shared="the file cannot be read"))
    readers: dict[str, Callable[[], object]] = {
        "verdict scheme": lambda: read_scheme(folder / settings.scheme if settings.scheme else None),
        "rating table": lambda: desk_ratings(folder),
        "calibration": lambda: desk_ranker(folder, ""),
    }
    if settings.llm.key_file:
        key_file = folder / Path(settings.llm.key_file).expanduser()
        readers["key of the model"] = lambda: read_key(key_file)
    for name, read in readers.items():
        try:
            read()
        except (ClaimcheckError, OSError) as error:
            remedy = "do what the line says, or move the file away: what ships holds then"
            found.append(bad("settings", str(error), remedy, shared=f"{name}: {type(error).__name__}"))
    return settings, found


def _check_database(patient: Patient) -> Iterator[Finding]:
    faults = patient.store.find_faults()
    for fault in faults:
        yield bad("database", fault, _put_back(patient.folder), shared="a fault")
    if not faults:
        count = patient.store.count_reviews()
        yield ok("database", f"whole, format {patient.store.format}, {plural(count, 'past check')}")
    log = patient.store.log_bytes
    if log > _LONG_LOG:
        found = f"the write-ahead log has {log >> 20:,} MiB: a reader that is open keeps it from being moved in"
        yield warn("database", found, "end claimcheck commands and servers that read it for long, then write once")


def _check_encoder(patient: Patient) -> Iterator[Finding]:
    encoder = patient.encoder
    own = patient.settings.encoder or "the one that ships"
    found = f"{own}, {encoder.dimension} wide, fingerprint {encoder.fingerprint[:12]}"
    kind = "the desk's own" if patient.settings.encoder else "the one that ships"
    yield ok("encoder", found, shared=f"{kind}, {encoder.dimension} wide, fingerprint {encoder.fingerprint[:12]}")


def _check_vectors(patient: Patient) -> Iterator[Finding]:
    """Vectors that an encoder which is no longer in use left: a cache that only grows."""
    store, own = patient.store, patient.encoder.fingerprint
    if patient.repair:
        store.drop_vectors(keep={own})
    count, size = store.count_vectors(but={own})
    if size > _MANY_VECTORS:
        found = f"{plural(count, 'vector')} of other encoders, {size >> 20:,} MiB"
        yield warn("vectors", found, "`claimcheck doctor --repair` drops them, if those encoders are not used again")


def _put_back(folder: Path) -> str:
    """What to do about a broken database."""
    backups = sorted(folder.glob("*.backup*.db"), key=lambda each: each.stat().st_mtime)
    where = f"copy {backups[-1].name} over workspace.db" if backups else "put a copy of workspace.db in its place"
    return f"stop what writes to it, keep the broken file, {where}, then run `claimcheck doctor` again"


def _check_index(patient: Patient) -> Iterator[Finding]:
    store, encoder = patient.store, patient.encoder
    if patient.settings.index_engine != "files":
        return
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
        yield bad("index", fault, "it is a cache: `claimcheck doctor --repair`, or the next lookup, remakes it")
    if patient.index.is_dir() and IndexCache(patient.index).is_written():
        yield ok("index", "locked: somebody is making or changing it now")
    if not faults:
        state = index_state(patient.index, wanted)
        if state.startswith("behind"):
            yield warn("index", state, "the next lookup, or `claimcheck match`, brings it up to date")
        else:
            yield ok("index", state)


def _check_leftovers(patient: Patient) -> Iterator[Finding]:
    left = IndexCache(patient.index).unused() if patient.index.is_dir() else []
    left += sorted(patient.folder.glob("*.part"))
    left += sorted((patient.folder / CACHE_FOLDER).glob("*/*.part"))
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
        yield bad("leftovers", found, "`claimcheck doctor --repair` removes them")
    else:
        yield ok("leftovers", "none")


def _check_disk(patient: Patient) -> Iterator[Finding]:
    free = shutil.disk_usage(patient.folder).free
    files = [each for each in patient.index.rglob("*") if each.is_file()] if patient.index.is_dir() else []
    needed = sum(each.stat().st_size for each in files) + _LEAST_FREE  # a rebuild stands beside what it replaces
    found = f"{free >> 20:,} MiB free, {needed >> 20:,} MiB needed to rebuild the index"
    yield ok("disk", found) if free >= needed else bad("disk", found, "make room on that disk")
    if not os.access(patient.folder, os.W_OK):
        found = f"{patient.folder} cannot be written"
        yield bad("rights", found, "give yourself the right to write there", shared="the workspace cannot be written")


def _check_milvus(patient: Patient) -> Iterator[Finding]:
    if patient.settings.index_engine == "milvus":
        from claimcheck.flows.doctor.milvus import check_milvus  # most desks have their index in files

        yield from check_milvus(patient)


CHECKS: dict[str, Callable[[Patient], Iterator[Finding]]] = {
    "database": _check_database,
    "encoder": _check_encoder,
    "vectors": _check_vectors,
    "index": _check_index,
    "index in Milvus": _check_milvus,
    "leftovers": _check_leftovers,
    "disk": _check_disk,
}
"""The checks by name, in the order they are made."""
