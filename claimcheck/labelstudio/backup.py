"""A local studio as one file, and back: its database, what was uploaded, and the keys that open it.

The database is copied by SQLite itself, so it may run meanwhile; one in PostgreSQL is read as of one moment and written
as the SQLite that Label Studio would have made of it, so that a backup can be restored anywhere, and moved again. A
manifest holds the digest of every file; restoring checks each before anything is put in place, works under another path
or name, and never overwrites: with ``force`` what stood there is moved aside.
"""

import hashlib
import json
import os
import shutil
import sqlite3
import tarfile
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from claimcheck.errors import StudioBackupInvalid, StudioExists, StudioFilesDamaged, StudioRuns, StudioUnknown
from claimcheck.files import writing_whole
from claimcheck.labelstudio.environment import REQUIREMENT, environment_home
from claimcheck.labelstudio.home import read_credentials, studio_home
from claimcheck.labelstudio.postgres import Postgres, read_postgres
from claimcheck.labelstudio.process import alone
from claimcheck.labelstudio.server import find_studio
from claimcheck.labelstudio.studio_python import ask_database, make_tables
from claimcheck.progress import Progress, unseen

__all__ = ["BackupReport", "back_up_studio", "restore_studio"]

_DATABASE = "label_studio.sqlite3"
_SINGLE = ("credentials.json", ".env")
_FOLDERS = ("media", "export")
_MANIFEST = "manifest.json"
_KIND = "claimcheck studio backup"
_BLOCK = 1 << 20

BackupReport = dict[str, Any]
"""``files`` and ``bytes`` of the backup, ``made`` when, ``made_with`` what, ``moved`` where what stood there went."""


def back_up_studio(
    out: Path, name: str = "default", *, force: bool = False, progress: Progress = unseen
) -> BackupReport:
    """Write a studio into one file, which only its owner can read, for it holds the studio's keys.

    Raises:
        OutputTaken: a file is there, and ``force`` was not said.
        StudioUnknown: this studio was never started.
        StudioFilesDamaged, PostgresUnreachable, PostgresRefused, StudioMoveFailed: its database cannot be read.
        FileNotWritable: the place cannot be written.
    """
    home = studio_home(name)
    database = read_postgres(home)
    if read_credentials(home) is None or not (database or (home / _DATABASE).is_file()):
        raise StudioUnknown(name)
    with tempfile.TemporaryDirectory(dir=home, prefix=".backup-") as draft, writing_whole(out, force=force) as target:
        os.fchmod(target.fileno(), 0o600)
        copy = Path(draft) / _DATABASE
        if database:
            _fetch_database(database, copy, progress)
        else:
            _copy_database(home / _DATABASE, copy)
        files = dict(_files(home)) | {_DATABASE: copy}
        facts = {"kind": _KIND, "made": datetime.now(UTC).isoformat(timespec="seconds"), "made_with": REQUIREMENT}
        digests = {inside: _digest(path) for inside, path in sorted(files.items())}
        manifest = Path(draft) / _MANIFEST
        manifest.write_text(json.dumps({**facts, "files": digests}, indent=1), encoding="utf-8")
        with tarfile.open(fileobj=target, mode="w:gz", compresslevel=6) as archive:
            archive.add(manifest, _MANIFEST, recursive=False)
            for inside in digests:
                archive.add(files[inside], inside, recursive=False)
    return {**facts, "files": len(digests), "bytes": out.stat().st_size}


def restore_studio(source: Path, name: str = "default", *, force: bool = False) -> BackupReport:
    """Put a studio back from a file of ``back_up_studio``, under this name; it starts with what it had then.

    Raises:
        StudioBackupInvalid: it is no such file, or it was damaged; nothing is put in place.
        StudioExists: there is a studio of this name, and not ``force``.
        StudioRuns: the one to be replaced runs.
    """
    home = studio_home(name)
    home.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.TemporaryDirectory(dir=home.parent, prefix=f".{name}-restore-") as draft:
        fresh = Path(draft) / "studio"
        fresh.mkdir(mode=0o700)
        manifest = _unpack(source, fresh)
        with alone(home.parent / f".{name}.lock"):
            moved = _make_room(home, name, force=force)
            fresh.rename(home)
    return {
        "made": manifest.get("made"),
        "made_with": manifest.get("made_with"),
        "files": len(manifest["files"]),
        "moved": str(moved) if moved else None,
    }


def _copy_database(source: Path, copy: Path) -> None:
    try:
        there = sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True, timeout=30)
        here = sqlite3.connect(copy)
        try:
            there.backup(here)
            (verdict,) = here.execute("PRAGMA quick_check").fetchone()
        finally:
            here.close()
            there.close()
    except sqlite3.Error as error:
        raise StudioFilesDamaged(str(source), f"cannot be copied ({error})") from error
    if verdict != "ok":
        raise StudioFilesDamaged(str(source), f"is damaged ({verdict})")


def _fetch_database(database: Postgres, copy: Path, progress: Progress) -> None:
    """A database of PostgreSQL as a SQLite file, whose empty tables are made once for this Label Studio."""
    empty = environment_home() / "claimcheck-empty.sqlite3"
    if not empty.is_file():
        progress("making empty tables", 0, None)
        with tempfile.TemporaryDirectory(dir=copy.parent) as folder:
            make_tables(Path(folder), None, copy.parent / "tables.log")
            shutil.copyfile(Path(folder) / _DATABASE, copy)
        draft = empty.with_name(f".{empty.name}.{os.getpid()}")
        shutil.copyfile(copy, draft)
        draft.replace(empty)
    shutil.copyfile(empty, copy)
    copy.chmod(0o600)
    ask_database(database, "fetch", str(copy), progress=progress, doing="copying")


def _files(home: Path) -> Iterator[tuple[str, Path]]:
    """What belongs into a backup besides the database: name inside → where it is. No links, no logs."""
    for single in _SINGLE:
        if (home / single).is_file():
            yield single, home / single
    for folder in _FOLDERS:
        for path in sorted((home / folder).rglob("*")):
            if path.is_file() and not path.is_symlink():
                yield path.relative_to(home).as_posix(), path


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _unpack(source: Path, fresh: Path) -> dict[str, Any]:
    """Unpack a backup into an empty folder, each file held against its digest; the manifest."""
    try:
        with tarfile.open(source, mode="r:gz") as archive:
            first = archive.next()
            data = archive.extractfile(first) if first is not None and first.name == _MANIFEST else None
            manifest = json.loads(data.read(10 * _BLOCK)) if data is not None else None
            if not isinstance(manifest, dict) or manifest.get("kind") != _KIND:
                raise StudioBackupInvalid(str(source), "is no backup of a studio")
            digests = dict(manifest["files"])
            for member in archive:
                if member.name in digests and member.isfile():
                    _take(archive, member, fresh)
    except FileNotFoundError:
        raise StudioBackupInvalid(str(source), "is not there") from None
    except StudioBackupInvalid:
        raise
    except (tarfile.TarError, EOFError, ValueError, KeyError, TypeError, OSError) as error:
        raise StudioBackupInvalid(str(source), "is no backup of a studio, or breaks off") from error
    for inside, wanted in digests.items():
        path = fresh / inside
        if not path.is_file() or _digest(path) != wanted:
            raise StudioBackupInvalid(str(source), f"is damaged: {inside} is missing or other than it was")
    if _DATABASE not in digests or "credentials.json" not in digests:
        raise StudioBackupInvalid(str(source), "lacks the database or the keys")
    return manifest


def _take(archive: tarfile.TarFile, member: tarfile.TarInfo, fresh: Path) -> None:
    """One file of the archive; a name that would lead out of the folder is not one of ours."""
    place = (fresh / member.name).resolve()
    data = archive.extractfile(member)
    if not place.is_relative_to(fresh.resolve()) or data is None:
        raise ValueError(member.name)
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with place.open("wb") as out:
        shutil.copyfileobj(data, out, _BLOCK)
    place.chmod(0o600)


def _make_room(home: Path, name: str, *, force: bool) -> Path | None:
    """Where what stood at a studio's place was moved to; None where nothing did."""
    if not home.exists():
        return None
    if not any(home.iterdir()):
        home.rmdir()
        return None
    if not force:
        raise StudioExists(name, str(home))
    running = find_studio(name)
    if running is not None and running.running:
        raise StudioRuns(name)
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    aside = home.with_name(f".{name}.before-{stamp}")
    home.rename(aside)
    return aside
