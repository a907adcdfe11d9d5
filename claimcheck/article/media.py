"""The media types that articles are read as, however a header, a request or the name of a file tells them."""

from pathlib import PurePath

__all__ = ["MEDIA_TYPES", "media_type_of", "media_type_of_file"]

MEDIA_TYPES = ("text/plain", "text/markdown", "text/html", "application/xhtml+xml")
"""What is read."""

_FORMER = {"text/x-markdown": "text/markdown"}  # before RFC 7763
_ENDINGS = {".txt": "text/plain", ".text": "text/plain", ".md": "text/markdown", ".markdown": "text/markdown",
            ".html": "text/html", ".htm": "text/html", ".xhtml": "text/html"}  # fmt: skip


def media_type_of(said: str) -> str | None:
    """One of ``MEDIA_TYPES``, said in whatever case and with whatever parameters; None where it is none of them.

    >>> media_type_of("Text/X-Markdown; charset=utf-8"), media_type_of("image/png")
    ('text/markdown', None)
    """
    kind = said.partition(";")[0].strip().lower()
    kind = _FORMER.get(kind, kind)
    return kind if kind in MEDIA_TYPES else None


def media_type_of_file(name: str) -> str | None:
    """What the ending of a file's name says; None where that says nothing.

    >>> media_type_of_file("pages/Notes.MD"), media_type_of_file("notes")
    ('text/markdown', None)
    """
    return _ENDINGS.get(PurePath(name).suffix.lower())
