"""A file, standard input or a page of the web to an ``Article``."""

import re
import sys
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from claimcheck.article.media import media_type_of_file
from claimcheck.article.parse import FILE_LIMIT, parse_article
from claimcheck.errors import ArticleIsFolder, ArticleMissing, ArticleTooLarge, ArticleUnreadable, ArticleUrlInvalid
from claimcheck.records import Article

__all__ = ["ArticleSource", "load_source", "parse_source", "read_article"]

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]{1,20}):/", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ArticleSource:
    """What was read from a place, not yet understood; it can be pickled, so another process may do that.

    ``origin`` is the place as it was named, ``address`` where a page of the web was found in the end.
    """

    origin: str
    data: bytes
    media_type: str | None = None
    charset: str | None = None
    address: str | None = None
    notes: tuple[str, ...] = ()


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
        ArticleMissing and the other errors of ``load_source``: it cannot be read.
    """
    return parse_source(
        load_source(source, stdin=stdin, allow_private=allow_private),
        published=published,
        outlet=outlet,
        title=title,
        url=url,
        language=language,
        encoding=encoding,
        sample=sample,
    )


def load_source(source: str, *, stdin: BinaryIO | None = None, allow_private: bool = False) -> ArticleSource:
    """The bytes at a place, and what is known of them besides.

    Raises:
        ArticleMissing, ArticleIsFolder, ArticleUnreadable: nothing can be read at the path.
        ArticleTooLarge: there is more than ``FILE_LIMIT``.
        ArticleUrlInvalid and the other errors of ``fetch_page``: nothing can be fetched from the address; a host
            with a private address is refused unless ``allow_private``.
    """
    if scheme := _SCHEME.match(source):
        if scheme[1].lower() not in ("http", "https"):
            raise ArticleUrlInvalid(source[:200], "is not http or https")
        from claimcheck.article.web import fetch_page

        fetched = fetch_page(source, allow_private=allow_private, limit=FILE_LIMIT)
        notes = _moved(source, fetched.url)
        found = ArticleSource(source, fetched.data, fetched.media_type, fetched.charset, fetched.url, notes)
    elif source == "-":
        found = ArticleSource(source, (stdin or sys.stdin.buffer).read(FILE_LIMIT + 1))
    else:
        found = ArticleSource(source, _read_file(Path(source)), media_type_of_file(source))
    if len(found.data) > FILE_LIMIT:
        raise ArticleTooLarge("standard input" if source == "-" else source, size=None, limit=FILE_LIMIT)
    return found


def parse_source(source: ArticleSource, **options: Any) -> Article:
    """The article in what was read; options as ``read_article``'s about the article itself."""
    article = parse_article(
        source.data,
        origin=source.origin,
        media_type=source.media_type,
        charset=source.charset,
        address=source.address,
        **options,
    )
    return replace(article, notes=source.notes + article.notes) if source.notes else article


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
