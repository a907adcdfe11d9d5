"""Bytes to text: a byte order mark, then UTF-8, then what the bytes themselves say; never in silence.

``decode`` is strict with an encoding somebody named, and says in a note what it guessed where nobody did. What is not
text at all is refused, by its signature or by its control characters.
"""

import codecs
import re
from dataclasses import dataclass

from claimcheck.errors import ArticleBinary, EncodingUnknown, Undecodable

__all__ = ["Decoded", "decode", "find_encoding", "refuse_binary"]

_SAMPLE = 60_000  # bytes that a guess looks at

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like UTF-16's, so it stands first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP or Office"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word or Excel"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"\x7fELF", "program"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"wOF2", "font"),
    (b"OggS", "Ogg"),
    (b"ID3", "MP3"),
)

_CONTROL = bytes(range(0x09)) + bytes(range(0x0E, 0x20)) + b"\x7f"
_ABOVE = bytes(range(0x80, 0x100))
_HIGH = re.compile(rb"[\x80-\xff]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_NOT_CP1250 = re.compile(r"[^\W\d_][±¶¦¬]|[±¶¦¬][^\W\d_]")
_TWICE = re.compile(r"Ã[¤¶¼Ÿ„–œ©¨±³]|â€[žœ“”™]")

# What Western prose has above ASCII: letters inside words, typographic signs around them.
_LETTERS = frozenset("äöüÄÖÜßàâæçèéêëîïôùûœÀÂÇÈÉÊÎÔŒáíóúñÁÍÓÚÑìòÌÒãõÃÕåøÅØÆŠšŽžŸÿ")
_SIGNS = frozenset("„“”‚‘’–—…•€‹›«»§°·®©™¿¡ºª´¨×½¼¾²³µ±£¥¤†‡‰\u00a0\u00ad")

_LEGACY = [
    "cp1252", "cp1250", "iso8859_2", "cp1251", "koi8_r", "koi8_u", "iso8859_5", "cp1254", "cp1253", "cp1257", "cp1255",
    "cp1256", "mac_roman", "cp850", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text without its byte order mark, the encoding it was read in, and what a reader should be told."""

    text: str
    encoding: str
    note: str | None = None


def find_encoding(name: str) -> str:
    """Python's own name for a text encoding.

    >>> find_encoding("Windows-1252")
    'cp1252'

    Raises:
        EncodingUnknown: there is no such encoding, or it is not one of text.
    """
    try:
        found = codecs.lookup(name).name
        b"a".decode(found, "ignore")
    except (LookupError, ValueError) as error:
        raise EncodingUnknown(name) from error
    return found


def _by_bom(data: bytes) -> tuple[str, int] | None:
    return next(((name, len(bom)) for bom, name in _BOMS if data.startswith(bom)), None)


def refuse_binary(data: bytes, origin: str) -> None:
    """Refuse what begins like a known format that is not text.

    Raises:
        ArticleBinary: it does.
    """
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise ArticleBinary(origin, kind)


def _control_share(data: bytes) -> float:
    """Share of control bytes in the first megabyte, in [0, 1]."""
    head = data[:1_000_000]
    return (len(head) - len(head.translate(None, _CONTROL))) / max(len(head), 1)


def _utf16_without_bom(data: bytes) -> str | None:
    """UTF-16 gives itself away by zero bytes that stand on one side of the pairs only."""
    head = data[: _SAMPLE - _SAMPLE % 2]
    if len(data) % 2 or len(head) < 4:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    pairs = len(head) // 2
    for high, low, name in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if high >= max(1, pairs // 10) and low <= high // 20:
            text = head.decode(name, "replace")
            shown = sum(char.isprintable() or char in "\t\r\n\u00ad\u200b" for char in text)
            if shown >= 0.97 * len(text):
                return name
    return None


def _patched(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    count = text.count("\ufffd")
    where = "place" if count == 1 else "places"
    return Decoded(text, encoding, f"read as {encoding}: {count} damaged {where} stand as \ufffd")


def _mostly_utf8(data: bytes) -> bool:
    """Whether broken UTF-8 is still UTF-8: nearly every byte above ASCII belongs to a whole sequence."""
    sample = _sample(data)
    high = len(sample) - len(sample.translate(None, _ABOVE))
    whole = sum(len(each) for each in _MULTIBYTE.findall(sample))
    return whole >= 4 and whole >= (0.9 if high > 20 else 0.6) * high


def _western(sample: bytes) -> bool:
    """Whether bytes read as Windows-1252 give Western prose: letters in words, signs around them."""
    text = sample.decode("cp1252", "replace")
    good = bad = 0
    for at, char in enumerate(text):
        if char < "\x80":
            continue
        before = text[at - 1] if at else " "
        after = text[at + 1] if at + 1 < len(text) else " "
        inside = before.isalpha() and after.isalpha()
        if (char in _LETTERS and (before < "\x80" or after < "\x80")) or (
            char in _SIGNS and (not inside or char in "’\u00ad–—·")
        ):
            good += 1
        else:
            bad += 1
    latin = sum(char.isascii() and char.isalpha() for char in text)
    return good > 0 and good >= 0.95 * (good + bad) and latin >= 2 * (good + bad)


def _sample(data: bytes) -> bytes:
    """A stretch that starts shortly before the first byte above ASCII."""
    first = _HIGH.search(data)
    start = max(0, first.start() - 2_000) if first else 0
    return data[start : start + _SAMPLE]


def _guess(data: bytes) -> str:
    """The likeliest encoding of bytes that are neither UTF-8 nor UTF-16."""
    from charset_normalizer import from_bytes

    sample = _sample(data)
    if _western(sample):
        return "cp1252" if re.search(rb"[\x80-\x9f]", data) else "latin-1"
    best = from_bytes(sample, cp_isolation=_LEGACY, enable_fallback=False).best()
    if best is None:
        return "cp1252"
    if best.encoding == "cp1250" and _NOT_CP1250.search(sample.decode("cp1250", "replace")):
        return "iso8859_2"  # the two share most letters, and the guess prefers cp1250
    return best.encoding


def decode(data: bytes, encoding: str | None = None, *, origin: str = "the file") -> Decoded:
    """A file's text: in the encoding named, else by its mark, as UTF-8, as UTF-16, or in an older one by its bytes.

    The text is the file's: nothing but a byte order mark is removed. A guess is said in ``note``, and so are bytes that
    do not fit an encoding we are otherwise sure of; they stand as U+FFFD.

    >>> decode(b"\\xef\\xbb\\xbfKiew").text
    'Kiew'
    >>> decode("Häme".encode("cp1252")).encoding
    'latin-1'

    Raises:
        EncodingUnknown: the name is no text encoding.
        Undecodable: the bytes do not fit the encoding named.
        ArticleBinary: the bytes are not text.
    """
    if encoding is not None:
        name = find_encoding(encoding)
        try:
            text = data.decode(name).removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            raise Undecodable(origin, encoding, error.start) from error
        except UnicodeError as error:  # a codec that is all or nothing, such as idna
            raise Undecodable(origin, encoding, 0) from error
        doubt = (
            f"read as {encoding} as told, but it looks like UTF-8" if len(_TWICE.findall(text[:200_000])) > 2 else None
        )
        return Decoded(text, name, doubt)
    refuse_binary(data, origin)
    marked = _by_bom(data)
    if marked:
        name, length = marked
        try:
            return Decoded(data[length:].decode(name), name)
        except UnicodeDecodeError as error:
            patched = _patched(data[length:], name)
            if patched.text.count("\ufffd") > 0.02 * len(patched.text):
                raise Undecodable(origin, name, error.start + length) from error
            return patched
    if b"\0" in data:
        wide = _utf16_without_bom(data)
        if wide:
            return Decoded(data.decode(wide, "replace"), wide, f"read as {wide}: it has no byte order mark")
    if _control_share(data) > 0.05:
        raise ArticleBinary(origin)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        if _mostly_utf8(data):
            return _patched(data, "utf-8")
    if b"\0" in data or _control_share(data) > 0.005:
        raise ArticleBinary(origin)
    name = _guess(data)
    note = f"read as {name}: the file is not UTF-8 and does not say what it is; name another with --encoding"
    try:
        return Decoded(data.decode(name), name, note)
    except UnicodeDecodeError:
        return Decoded(data.decode("latin-1"), "latin-1", note.replace(name, "latin-1", 1))
