"""Zip archives and packed streams under measure: nothing is written to disk, and nothing unfolds without end."""

import gzip
import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, cast

from claimcheck.errors import ReviewArchiveEndless, ReviewArchiveUnsafe
from claimcheck.reviews.given import Rejected

__all__ = ["MAX_RATIO", "MAX_TOTAL", "Member", "measured", "zip_members"]

MAX_RATIO = 200
"""How many times its packed size something may unpack to, beyond the first ``64 MB``; real feeds stay under 30."""

MAX_TOTAL = 64_000_000_000
"""Bytes that one archive may unpack to, all members together."""

_FREE = 64_000_000
_MOST_MEMBERS = 200_000
_LARGEST_DIRECTORY = 100_000_000
_CHUNK = 1 << 20
_LINK = 0o120000
_REMEDY = "unpack it yourself if you trust it, and give the files"

_DAMAGE = (
    zipfile.BadZipFile,
    gzip.BadGzipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    RuntimeError,  # of zipfile: a method or a version that it does not know, or a module that Python was built without
    struct.error,
    ValueError,  # such as a place before the archive's beginning, or a name in no encoding
    OverflowError,
    OSError,
)

Member = tuple[str, IO[bytes]]


class _Measured(io.RawIOBase):
    """A stream that ends in an error where more comes out of it than is allowed."""

    def __init__(self, inner: IO[bytes], allowed: int, path: str, kind: str) -> None:
        self._inner, self._allowed, self._path, self._at = inner, allowed, path, 0
        self._kind = kind
        self._read = getattr(inner, "read1", inner.read)  # what comes before damage is given out, not lost with it
        self.most = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self._read(len(buffer))
        except _DAMAGE as error:
            raise self._damaged(error) from None
        self._at += len(data)
        self._check(self._at)
        buffer[: len(data)] = data
        return len(data)

    def _check(self, place: int) -> None:
        self.most = max(self.most, place)
        if place > self._allowed:
            size = f"{self._allowed / 1e6:,.0f} MB" if self._allowed >= 1_000_000 else f"{self._allowed} bytes"
            raise ReviewArchiveEndless(self._path, f"unpacks to more than {size}, which no feed does", _REMEDY)

    def seek(self, offset: int, whence: int = 0) -> int:
        if whence == io.SEEK_END:  # where that is shows only by unpacking: under measure too
            scrap = memoryview(bytearray(_CHUNK))
            while self.readinto(scrap):
                pass
        target = offset if whence == io.SEEK_SET else self._at + offset
        if target > self._at:
            self._check(target)
        try:
            self._at = self._inner.seek(target)
        except _DAMAGE as error:
            raise self._damaged(error) from None
        return self._at

    def tell(self) -> int:
        return self._at

    def _damaged(self, error: Exception) -> ReviewArchiveUnsafe:
        return ReviewArchiveUnsafe(self._path, f"is damaged or cut-off {self._kind} ({_why(error)})", "fetch it again")


def measured(
    inner: IO[bytes], packed: int, *, path: str, kind: str, left: int = MAX_TOTAL
) -> tuple[IO[bytes], _Measured]:
    """A packed stream's content, and the measure of how much came out of it; ``kind`` is what it is packed as."""
    raw = _Measured(inner, min(max(_FREE, packed * MAX_RATIO), left), path, kind)
    return cast("IO[bytes]", io.BufferedReader(raw, _CHUNK)), raw


def zip_members(stream: IO[bytes], *, path: str) -> Iterator[Member | Rejected]:
    """Each file in an archive with its name, in the archive's order; one that is not opened, with the reason.

    Folders and what systems put beside the files are passed over.

    Raises:
        ReviewArchiveUnsafe: the archive is damaged, has too many members, or unpacks to more than any feed.
    """
    _check_directory(stream, path)
    left = MAX_TOTAL
    try:
        with zipfile.ZipFile(stream) as archive:
            for info in archive.infolist():
                name = info.filename
                if info.is_dir() or _is_litter(name):
                    continue
                if why := _fault(info):
                    yield Rejected(None, why, file=f"{path}/{name}"[:500])
                    continue
                try:
                    inner = archive.open(info)
                except _DAMAGE as error:
                    yield Rejected(None, f"is damaged or cut-off zip ({_why(error)})", file=f"{path}/{name}"[:500])
                    continue
                with inner:
                    member, measure = measured(inner, info.compress_size, path=f"{path}/{name}", kind="zip", left=left)
                    yield name, member
                    left -= measure.most
    except _DAMAGE as error:
        raise ReviewArchiveUnsafe(path, f"is a damaged archive ({_why(error)})", "fetch it again") from None


def _why(error: Exception) -> str:
    return " ".join(str(error).split())[:100] or type(error).__name__


def _check_directory(stream: IO[bytes], path: str) -> None:
    """Refuse an archive whose list of members alone would not fit: it is read whole."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - 70_000))
    tail = stream.read()
    stream.seek(0)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + 16:
        raise ReviewArchiveUnsafe(path, "is a damaged archive (its list of files is cut off)", "fetch it again")
    members, length = struct.unpack("<HI", tail[at + 10 : at + 16])
    whole = tail.rfind(b"PK\x06\x06")  # the larger form
    if whole >= 0 and len(tail) >= whole + 48:
        members, length = struct.unpack("<QQ", tail[whole + 32 : whole + 48])
    if members > _MOST_MEMBERS or length > _LARGEST_DIRECTORY:
        raise ReviewArchiveUnsafe(path, f"lists {members:,} files, more than {_MOST_MEMBERS:,}", _REMEDY)


def _is_litter(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return parts[0] == "__MACOSX" or parts[-1].startswith(".") or parts[-1] in {"Thumbs.db", "desktop.ini"}


def _fault(info: zipfile.ZipInfo) -> str | None:
    name = info.filename.replace("\\", "/")
    if name.startswith("/") or ".." in name.split("/") or name[1:2] == ":":
        return "its path climbs out of the archive: not opened"
    if info.external_attr >> 16 & 0o170000 == _LINK:
        return "a link, not a file: not opened"
    if info.flag_bits & 0x1:
        return "encrypted: unpack it and give the file"
    if name.lower().endswith((".zip", ".tar", ".7z", ".rar", ".tgz", ".tar.gz")):
        return "an archive within an archive: unpack it and give the files"
    return None
