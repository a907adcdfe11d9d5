"""Files a user names, written whole or not at all, and never over what a workspace lives on."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from claimcheck.errors import ClaimcheckError, FileNotWritable, OutputTaken

__all__ = ["DATABASE", "demand_free", "making_folder", "write_whole", "writing_whole"]

DATABASE = "workspace.db"
"""What makes a folder a workspace."""
_OWN = ("workspace.", "claimcheck.toml", "calibration.json")
_INDEX = "index"


def demand_free(path: Path, *, force: bool) -> None:
    """See to it, before any work, that a file which goes there replaces none unasked.

    Raises:
        OutputTaken: a file is there, and ``force`` was not said.
    """
    if path.is_file() and not force:
        raise OutputTaken(str(path))


def write_whole(path: Path, data: bytes, *, force: bool) -> None:
    """Put the bytes at the path at once; as ``writing_whole``."""
    with writing_whole(path, force=force) as out:
        out.write(data)


@contextmanager
def writing_whole(path: Path, *, force: bool) -> Iterator[IO[bytes]]:
    """A file that takes the path's place when all is written; where the body fails, what stood there still does.

    ``force`` replaces a file that is there; without, also one that came while the body ran stays.

    Raises:
        OutputTaken: a file is there, and ``force`` was not said.
        FileNotWritable: it is a folder, no regular file, a workspace's own file, or the system refuses.
    """
    place = path.resolve()  # a link stays a link
    if place.is_dir():
        raise FileNotWritable(str(path), "it is a folder")
    if place.exists() and not place.is_file():
        raise FileNotWritable(str(path), "it is no regular file")
    if _belongs_to_a_workspace(place):
        raise FileNotWritable(str(path), "it is the workspace's own file")
    demand_free(path, force=force)
    part = place.with_name(f".{place.name[:200]}.{secrets.token_hex(4)}.part")
    try:
        try:
            with part.open("xb") as out:
                yield out
                out.flush()
                os.fsync(out.fileno())
            if force or not _put_new(part, place):
                demand_free(path, force=force)
                part.replace(place)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        if isinstance(error, ClaimcheckError):
            raise
        raise FileNotWritable(str(path), error.strerror or str(error)) from error


def _put_new(part: Path, place: Path) -> bool:
    """Give a file a second name, at once and never over another; False where it could not be given.

    A file is there, or the disk knows no second names.
    """
    try:
        os.link(part, place)
    except OSError:
        return False
    return True


@contextmanager
def making_folder(path: Path) -> Iterator[Path]:
    """A folder to fill, which takes the path's place when the body is done; where it fails, what stood there stays.

    A folder that stands there is replaced with all it holds: the caller has looked at that.

    Raises:
        FileNotWritable: something else is there, it is a workspace's own, or the system refuses.
    """
    place = path.resolve()
    if place.exists() and not place.is_dir():
        raise FileNotWritable(str(path), "it is a file, and a folder is to be made")
    if _belongs_to_a_workspace(place / _INDEX) or (place / DATABASE).exists():
        raise FileNotWritable(str(path), "it is the workspace's own folder")
    part = place.with_name(f".{place.name[:200]}.{secrets.token_hex(4)}.part")
    old = part.with_suffix(".old")
    try:
        part.mkdir()
        yield part
        if place.is_dir():
            place.rename(old)
        part.rename(place)
    except OSError as error:
        if old.exists() and not place.exists():
            old.rename(place)
        if isinstance(error, ClaimcheckError):
            raise
        raise FileNotWritable(str(path), error.strerror or str(error)) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)


def _belongs_to_a_workspace(place: Path) -> bool:
    beside = place.name.startswith(_OWN) and (place.parent / DATABASE).exists()
    return beside or any(each.name == _INDEX and (each.parent / DATABASE).exists() for each in place.parents)
