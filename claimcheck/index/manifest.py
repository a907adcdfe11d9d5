"""What an index was made from, so that a wrong one is never searched.

The promise: an index is used only if its format, encoder, dimension and reviews digest are the wanted ones and every
file has its recorded size, and its recorded SHA-256 as well wherever the file is small (``ALWAYS_DIGESTED``) or its
modification time moved. What goes undetected at opening is a flipped bit in a larger file whose time did not move.
"""

import hashlib
import json
import os
import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

__all__ = [
    "ALWAYS_DIGESTED",
    "FORMAT",
    "MANIFEST",
    "FileStamp",
    "Manifest",
    "OtherFormat",
    "Wanted",
    "replace_file",
    "stamp_files",
    "sync_folder",
]

FORMAT = 4
MANIFEST = "manifest.json"
ALWAYS_DIGESTED = 1 << 18
_BLOCK = 1 << 20
_GENERATION = re.compile(r"generation-[0-9a-f]{16}")
_FILE = re.compile(r"(lexical/)?\.?\w[\w.-]*")


class OtherFormat(ValueError):
    """Another version's manifest."""

    def __init__(self, found: object) -> None:
        super().__init__(f"it has format {found}, this version reads {FORMAT}")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a caller needs an index of: which encoder, how wide, over which reviews of which workspace.

    ``reviews`` is a digest of what is indexed; ``stamp`` counts the changes up to it, 0 where nobody counts.
    """

    encoder: str
    dimension: int
    reviews: str
    stamp: int = 0
    workspace: str = ""


@dataclass(frozen=True, slots=True)
class FileStamp:
    """A file as it was written: bytes, modification time in nanoseconds, SHA-256."""

    size: int
    mtime_ns: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """An index: its folder (``generation``), what it was made from, how many documents, its files by relative name.

    ``segments`` are folders' files in their order, ``serial`` is the number that the next document gets, ``removed``
    how many were deleted from the postings since these were last made from nothing.
    """

    generation: str
    encoder: str
    dimension: int
    reviews: str
    stamp: int
    workspace: str
    count: int
    serial: int
    removed: int
    segments: tuple[str, ...]
    languages: tuple[str, ...]
    files: Mapping[str, FileStamp]
    format: int = FORMAT

    def unfit(self, wanted: Wanted) -> str | None:
        """Why this index cannot serve, in words for a person; None where it can."""
        if self.encoder != wanted.encoder or self.dimension != wanted.dimension:
            return "it was made with another encoder"
        if self.workspace != wanted.workspace:
            return "it belongs to another workspace"
        return None

    def stale(self, wanted: Wanted) -> bool:
        """Whether the past checks have changed since it was made."""
        return self.reviews != wanted.reviews

    def damage(self, folder: Path, *, all_of_it: bool = False) -> str | None:
        """What is wrong with the files below ``folder``, in words for a person; None where nothing is.

        ``all_of_it`` reads every file, whatever its size and time.
        """
        for name, stamp in self.files.items():
            try:
                now = (folder / name).stat()
            except FileNotFoundError:
                return f"{name} is missing"
            if now.st_size != stamp.size:
                return f"{name} has {now.st_size} bytes instead of {stamp.size}"
            doubtful = all_of_it or stamp.size <= ALWAYS_DIGESTED or now.st_mtime_ns != stamp.mtime_ns
            if doubtful and _sha256(folder / name) != stamp.sha256:
                return f"{name} is damaged"
        return None

    def refreshed(self, folder: Path) -> "Manifest":
        """The same with the files' present modification times: for an undamaged copy."""
        files = {
            name: replace(stamp, mtime_ns=(folder / name).stat().st_mtime_ns) for name, stamp in self.files.items()
        }
        return replace(self, files=files)

    def write(self, path: Path) -> None:
        """Replace the file in one step: a reader sees the old manifest or this one."""
        body: dict[str, Any] = {**asdict(self), "files": {name: asdict(each) for name, each in self.files.items()}}
        replace_file(path, json.dumps({**body, "checksum": _checksum(body)}, indent=1).encode())

    @classmethod
    def read(cls, path: Path) -> "Manifest":
        """The manifest in a file.

        Raises:
            FileNotFoundError: there is none.
            OtherFormat: another version of claimcheck wrote it.
            ValueError: it is not what ``write`` wrote.
        """
        try:
            body = json.loads(path.read_bytes())
            if body.pop("checksum") != _checksum(body):
                raise ValueError("checksum")
            if body["format"] != FORMAT:
                raise OtherFormat(body["format"])
            files = {name: FileStamp(**each) for name, each in body.pop("files").items()}
            lists = {name: tuple(body[name]) for name in ("languages", "segments")}
            if not _GENERATION.fullmatch(body["generation"]) or not all(map(_FILE.fullmatch, files)):
                raise ValueError("names")
            return cls(**{**body, **lists, "files": files})
        except OtherFormat:
            raise
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"{path.name} is damaged") from error


def _checksum(body: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def stamp_files(
    folder: Path, names: Iterable[str], known: Mapping[str, FileStamp] | None = None
) -> dict[str, FileStamp]:
    """Bring files to the disk and stamp them; those in ``known`` are links to files that were."""
    stamps = {}
    for name in sorted(names):
        path = folder / name
        if known and name in known:
            stamps[name] = known[name]
            continue
        with path.open("rb") as file:
            os.fsync(file.fileno())
        now = path.stat()
        stamps[name] = FileStamp(now.st_size, now.st_mtime_ns, _sha256(path))
    return stamps


def sync_folder(folder: Path) -> None:
    """Bring a folder's entries to the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def replace_file(path: Path, data: bytes) -> None:
    """Write a file so that a crash leaves the old one or the new one: beside it, synced, then renamed."""
    beside = path.with_name(f".{path.name}-{secrets.token_hex(8)}")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
