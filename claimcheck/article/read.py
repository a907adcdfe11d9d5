"""A file, standard input or a page of the web to an ``Article``."""

import re
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from claimcheck.article.parse import FILE_LIMIT, parse_article
from claimcheck.errors import ArticleIsFolder, ArticleMissing, ArticleTooLarge, ArticleUnreadable, ArticleUrlInvalid
from claimcheck.records import Article

__all__ = ["read_article"]

_MEDIA = {".txt": "text/plain", ".text": "text/plain", ".md": "text/markdown", ".markdown": "text/markdown",
          ".html": "text/html", ".htm": "text/html", ".xhtml": "text/html"}  # fmt: skip
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]{1,20}):/", re.IGNORECASE)


def read_article(
    source: str,
    *,
    stdin: BinaryIO | None = None,
    published: date | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    language: str | None = None,
    encoding: str | None = None,
    sample: bool = False,
    allow_private: bool = False,
) -> Article:
    """The article in a text, Markdown or HTML file, at an http or https address, or in standard input for ``-``.

    What a file is follows from its name, and from its beginning where that is HTML. Options stand above what the file
    says itself. See ``parse_article`` for what is promised of the result and for the errors of its content.

    Raises:
        ArticleMissing, ArticleIsFolder, ArticleUnreadable: nothing can be read at the path.
        ArticleTooLarge: there is more than ``FILE_LIMIT``.
        ArticleUrlInvalid and the other errors of ``fetch_page``: nothing can be fetched from the address; a host
            with a private address is refused unless ``allow_private``.
    """
    charset = address = None
    notes: tuple[str, ...] = ()
    if scheme := _SCHEME.match(source):
        if scheme[1].lower() not in ("http", "https"):
            raise ArticleUrlInvalid(source[:200], "is not http or https")
        from claimcheck.article.web import fetch_page

        fetched = fetch_page(source, allow_private=allow_private, limit=FILE_LIMIT)
        data, media_type, charset, address = fetched.data, fetched.media_type, fetched.charset, fetched.url
        notes = _moved(source, address)
    elif source == "-":
        data = (stdin or sys.stdin.buffer).read(FILE_LIMIT + 1)
        media_type = None
    else:
        data = _read_file(Path(source))
        media_type = _MEDIA.get(Path(source).suffix.lower())
    if len(data) > FILE_LIMIT:
        raise ArticleTooLarge("standard input" if source == "-" else source, size=None, limit=FILE_LIMIT)
    article = parse_article(
        data,
        origin=source,
        media_type=media_type,
        published=published,
        outlet=outlet,
        title=title,
        url=url,
        language=language,
        encoding=encoding,
        charset=charset,
        address=address,
        sample=sample,
    )
    return replace(article, notes=notes + article.notes) if notes else article


def _moved(asked: str, found: str) -> tuple[str, ...]:
    """Says where a page came from another host than the one asked."""
    if urlsplit(asked).hostname == urlsplit(found).hostname:
        return ()
    return (f"{asked} sends its readers to {found}",)


def _read_file(path: Path) -> bytes:
    """A file's bytes, at most one more than the limit."""
    try:
        if path.is_dir():
            raise ArticleIsFolder(str(path))
        with path.open("rb") as file:
            size = path.stat().st_size
            if size > FILE_LIMIT:
                raise ArticleTooLarge(str(path), size=size, limit=FILE_LIMIT)
            return file.read(FILE_LIMIT + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ArticleMissing(str(path)) from error
    except ValueError as error:
        if isinstance(error, ArticleTooLarge):
            raise
        raise ArticleMissing(repr(str(path))) from error  # a name no file can have
    except OSError as error:
        if isinstance(error, ArticleIsFolder):
            raise
        raise ArticleUnreadable(str(path), error.strerror or type(error).__name__) from error
