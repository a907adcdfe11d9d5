"""Bytes of an HTML page to text, as browsers do it: mark, declared encoding, UTF-8, Windows-1252."""

import codecs
import re

from claimcheck.article.decode import Decoded, decode, refuse_binary
from claimcheck.errors import ArticleBinary, EncodingUnknown

__all__ = ["decode_declared", "decode_html", "looks_like_html"]

_REACH = 4_096
_DECLARED = re.compile(
    rb"<(?:meta\s[^>]{0,300}?charset|\?xml\s[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(r"<(?:html|body|div|p|article|h1)\b[^<>]{0,1000}>", re.IGNORECASE)

# The names that the HTML standard reads as Windows-1252.
_WESTERN = frozenset(
    ("ascii", "us-ascii", "latin-1", "latin1", "iso-8859-1", "iso8859-1", "iso_8859-1", "windows-1252", "cp1252")
)


def looks_like_html(text: str) -> bool:
    """Whether a text is an HTML document by its beginning.

    >>> looks_like_html("<!DOCTYPE html><p>x"), looks_like_html("x < y")
    (True, False)
    """
    head = text[:_REACH]
    return bool(_HTML.match(head)) or (head.lstrip()[:1] == "<" and len(_TAGS.findall(head)) >= 3)


def _windows_1252(data: bytes) -> str:
    """As the HTML standard has it: the five bytes without a character are control characters."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(
            chr(byte) if byte in b"\x81\x8d\x8f\x90\x9d" else bytes((byte,)).decode("cp1252") for byte in data
        )


def _valid_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def decode_html(data: bytes, encoding: str | None = None, *, origin: str = "the page") -> Decoded:
    """A page's text: in the encoding named, else by its mark, as it declares, as UTF-8, as Windows-1252.

    A declaration that the bytes contradict is passed over and said in ``note``.

    >>> decode_html('<meta charset="iso-8859-1"><p>Häme'.encode("cp1252")).text[-4:]
    'Häme'

    Raises:
        EncodingUnknown: the name is no text encoding.
        Undecodable: the bytes do not fit the encoding named.
        ArticleBinary: the bytes are not text.
    """
    if encoding is not None or data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data, encoding, origin=origin)
    found = _DECLARED.search(data[:_REACH])
    return decode_declared(data, found.group(1).decode("ascii") if found else None, origin=origin)


def decode_declared(data: bytes, declared: str | None, *, origin: str = "the page") -> Decoded:
    """A page's text by what it or its server declares, as far as its bytes agree: see ``decode_html``."""
    declared = declared.lower() if declared else None
    refuse_binary(data, origin)
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data, origin=origin)
    if b"\0" in data[:_REACH]:
        return decode(data, origin=origin)
    if declared in (None, "utf-8", "utf8", "unicode"):
        if _valid_utf8(data):
            return Decoded(data.decode("utf-8"), "utf-8")
        try:
            return decode(data, origin=origin)
        except ArticleBinary:
            if declared is None:
                raise
            return Decoded(_windows_1252(data), "cp1252", "read as cp1252: the page says UTF-8 and is not")
    if data.isascii():
        return Decoded(data.decode("ascii"), declared or "ascii")
    if _valid_utf8(data):
        return Decoded(
            data.decode("utf-8"), "utf-8", f"read as utf-8: the page says {declared}, its bytes say otherwise"
        )
    if declared in _WESTERN:
        return Decoded(_windows_1252(data), "cp1252")
    try:
        return Decoded(decode(data, declared, origin=origin).text, declared or "")
    except (EncodingUnknown, ValueError):
        guessed = decode(data, origin=origin)
        return Decoded(
            guessed.text,
            guessed.encoding,
            f"read as {guessed.encoding}: the page says {declared}, its bytes do not fit",
        )
