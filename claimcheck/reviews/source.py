"""Opening a file or standard input: a seekable stream of bytes, gzip unpacked and UTF-16 made UTF-8; what it holds."""

import codecs
import gzip
import re
import shutil
import tempfile
import unicodedata
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import IO, BinaryIO, cast

from claimcheck.errors import ReviewFileEncoding, ReviewFileMissing, ReviewFileUnreadable, ReviewFormatUnknown
from claimcheck.reviews.archive import measured
from claimcheck.reviews.columns import score_header
from claimcheck.reviews.table import delimiter_of

__all__ = ["Format", "decode_whole", "encoding_of", "format_of", "open_source", "opened", "read_whole"]

_HEAD = 65_536
_CHUNK = 1 << 20
_SPOOL = 16_000_000  # bytes of standard input kept in memory; more goes to a temporary file
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_PAGE = re.compile(r"<(?:!doctype html|html|head|body|meta|script|title|div)\b", re.IGNORECASE)
_UTF8 = frozenset({"utf-8", "utf8", "unicode-1-1-utf-8"})
_NO_PAGES = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape"})
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{2,40})", re.IGNORECASE)


class Format(StrEnum):
    """What a source holds."""

    ZIP = "zip"
    PARQUET = "parquet"
    FEED = "feed"
    HTML = "html"
    JSON = "json"
    TABLE = "table"


@contextmanager
def open_source(source: Path | str, stdin: BinaryIO | None = None) -> Iterator[tuple[IO[bytes], str]]:
    """A seekable stream of the source's bytes, and its suffix without ``.gz``; ``-`` is standard input.

    Gzip is unpacked. What a byte-order mark says is UTF-16 is made UTF-8, so that nothing after this meets it.

    Raises:
        ReviewFileMissing: there is no such file.
        ReviewFileUnreadable: it is a folder, may not be read, is empty, is damaged gzip, or unpacks without end.
    """
    path = str(source)
    try:
        with _raw(source, stdin) as raw, opened(raw, path) as found:
            yield found
    except FileNotFoundError as error:
        if isinstance(error, ReviewFileMissing):
            raise
        raise ReviewFileMissing(path) from None
    except IsADirectoryError:
        raise ReviewFileUnreadable(path, "is a folder", "give the files in it") from None
    except PermissionError:
        raise ReviewFileUnreadable(path, "may not be read", "change its permissions") from None


@contextmanager
def opened(raw: IO[bytes], path: str) -> Iterator[tuple[IO[bytes], str]]:
    """The same of a stream that is open already, such as a member of an archive.

    Raises:
        ReviewFileUnreadable: it is empty, is damaged gzip, or unpacks without end.
    """
    try:
        packed = raw.read(2) == b"\x1f\x8b"
        size = raw.seek(0, 2) if packed else 0
        raw.seek(0)
        stream = raw
        if packed:
            stream, _ = measured(cast("IO[bytes]", gzip.GzipFile(fileobj=raw, mode="rb")), size, path=path, kind="gzip")
        mark = stream.read(2)
        stream.seek(0)
        if not mark:
            raise ReviewFileUnreadable(path, "is empty", "give a file with past checks")
        suffixes = [] if path == "-" else [suffix.lower() for suffix in Path(path).suffixes]
        suffix = next((suffix for suffix in reversed(suffixes) if suffix != ".gz"), "")
        if mark not in _UTF16:
            yield stream, suffix
            return
        with tempfile.SpooledTemporaryFile(max_size=_SPOOL) as spool:
            decoder = codecs.getincrementaldecoder("utf-16")("replace")
            while chunk := stream.read(_CHUNK):
                spool.write(decoder.decode(chunk).encode("utf-8", "replace"))
            spool.seek(0)
            yield cast("IO[bytes]", spool), suffix
    except (gzip.BadGzipFile, EOFError, zlib.error):
        raise ReviewFileUnreadable(path, "is damaged or cut-off gzip", "fetch it again") from None


@contextmanager
def _raw(source: Path | str, stdin: BinaryIO | None) -> Iterator[IO[bytes]]:
    if str(source) != "-":
        with Path(source).open("rb") as file:
            yield file
        return
    if stdin is None:
        raise ReviewFileUnreadable("-", "has no standard input behind it", "name a file")
    with tempfile.SpooledTemporaryFile(max_size=_SPOOL) as spool:
        shutil.copyfileobj(stdin, spool)
        spool.seek(0)
        yield cast("IO[bytes]", spool)


def format_of(stream: IO[bytes], suffix: str, *, path: str) -> Format:
    """What the source holds: its content decides, its name only where the content may be several things.

    Raises:
        ReviewFileUnreadable: it is binary.
        ReviewFormatUnknown: it is text of another kind.
    """
    head = stream.read(_HEAD)
    stream.seek(0)
    if head.startswith(b"PAR1"):
        return Format.PARQUET
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Format.ZIP
    if b"\x00" in head:
        raise ReviewFileUnreadable(path, "is binary", "give JSON, JSON lines, CSV, TSV, Parquet or an HTML page")
    text = head.decode("utf-8-sig", "replace").lstrip("\ufeff \t\r\n")
    if text.startswith("<"):
        if _FEED.search(text[:5_000]):
            return Format.FEED
        if suffix in {".html", ".htm", ".xhtml"} or _PAGE.search(text):
            return Format.HTML
        raise ReviewFormatUnknown(path)
    if text.startswith(('"{', '"[')):
        return Format.JSON
    if text[:1] in {"{", "["} and (suffix not in {".csv", ".tsv"} or '":' in text[:1000]):
        return Format.JSON
    if suffix in {".json", ".jsonl", ".ndjson", ".jsonld"}:
        return Format.JSON
    header = re.split(r"[\r\n]+", re.sub(r"^sep=.[\r\n]+", "", text), maxsplit=1)[0]
    if suffix in {".csv", ".tsv"} or (delimiter_of(header) and score_header(re.split(r"[,;\t|]", header)) > 1):
        return Format.TABLE
    raise ReviewFormatUnknown(path)


def encoding_of(stream: IO[bytes], *, path: str) -> str:
    """UTF-8 where every byte agrees; else what a script other than Latin was written in, else Windows-1252.

    Raises:
        ReviewFileEncoding: it is none of these.
    """
    fault = _first_fault(stream, "utf-8-sig")
    if fault is None:
        return "utf-8-sig"
    stream.seek(max(0, fault - _HEAD // 2))
    likely = _likely(stream.read(_HEAD))
    if _first_fault(stream, likely) is not None:
        raise ReviewFileEncoding(path, fault)
    return likely


def _first_fault(stream: IO[bytes], encoding: str) -> int | None:
    """The first byte that does not fit an encoding, None where all do; the stream is then at its beginning."""
    stream.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    at = 0
    try:
        while chunk := stream.read(_CHUNK):
            decoder.decode(chunk)
            at += len(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        return at + error.start
    stream.seek(0)
    return None


def _likely(sample: bytes) -> str:
    """The encoding of bytes that are not UTF-8: Windows-1252, unless they are clearly of another script."""
    from charset_normalizer import from_bytes

    found = from_bytes(sample).best()
    if found is None or found.encoding in {"utf_8", "ascii"}:
        return "cp1252"
    letters = [character for character in str(found) if not character.isascii() and character.isalpha()]
    foreign = sum("LATIN" not in unicodedata.name(character, "") for character in letters)
    return found.encoding if foreign > len(letters) / 2 else "cp1252"


def read_whole(stream: IO[bytes], limit: int, *, path: str, remedy: str) -> bytes:
    """All bytes of a source that must be held at once.

    Raises:
        ReviewFileUnreadable: they are more than ``limit``.
    """
    stream.seek(0)
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise ReviewFileUnreadable(path, f"is larger than {limit // 1_000_000} MB unpacked", remedy)
    return data


def decode_whole(data: bytes, *, path: str, page: bool = False) -> str:
    """The text of a document; a ``page`` may name another encoding, and is Windows-1252 where it names none.

    Raises:
        ReviewFileEncoding: it is not UTF-8, and no page.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if not page:
            raise ReviewFileEncoding(path, error.start) from None
    found = _CHARSET.search(data[:4096])
    named = found[1].decode("ascii").lower() if found else ""
    if named in _UTF8 or not named:
        text = data.decode("utf-8-sig", "replace")
        whole = sum(character > "\x7f" for character in text) - text.count("\ufffd")
        if whole >= text.count("\ufffd"):  # a few bytes were cut, the rest is what it says; Windows-1252 has none
            return text
        named = _likely(data[:_HEAD])
    try:
        known = codecs.lookup(named).name not in _NO_PAGES
        return data.decode(named if known else "cp1252", "replace")
    except (LookupError, UnicodeError):
        return data.decode("cp1252", "replace")
