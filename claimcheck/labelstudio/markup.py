"""Foreign text on the labeling page: cut to a size, escaped, and linked only where it is an address of the web."""

import re
from html import escape
from typing import Any
from urllib.parse import urlsplit

__all__ = ["clip", "is_web", "link", "sendable", "shorten"]

_UNSENDABLE = re.compile("[\x00\ud800-\udfff]")

_MAX_TEXT = 20_000  # code points of any one foreign string


def clip(text: str) -> str:
    """The text, cut where it is longer than any page should show."""
    return text if len(text) <= _MAX_TEXT else text[:_MAX_TEXT] + " …"


def sendable(value: Any) -> Any:
    """Data with a replacement character for what PostgreSQL or JSON cannot hold; no text becomes longer or shorter.

    >>> sendable({"a": ["x\\0y", 1]}) == {"a": ["x\\ufffdy", 1]}
    True
    """
    if isinstance(value, str):
        return value if value.isascii() and "\0" not in value else _UNSENDABLE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {key: sendable(each) for key, each in value.items()}
    return [sendable(each) for each in value] if isinstance(value, list | tuple) else value


def shorten(text: str, room: int = 400) -> str:
    """The text, cut between words.

    >>> shorten("one two three", 9)
    'one two …'
    """
    if len(text) <= room:
        return text
    return (text[:room].rsplit(None, 1) or [text[:room]])[0] + " …"


def is_web(url: str) -> bool:
    """Whether an address may become a link: http or https, a host, nothing invisible in it.

    >>> is_web("https://example.org/a?b=1"), is_web("javascript:alert(1)"), is_web("https://")
    (True, False, False)
    """
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and url.isprintable() and " " not in url
    except ValueError:
        return False


def link(url: str | None, text: str) -> str:
    """Text as HTML, a link where the address is one of the web.

    >>> link("data:text/html,x", "<b>")
    '&lt;b&gt;'
    """
    if url and is_web(url):
        return f'<a href="{escape(url, quote=True)}" target="_blank" rel="noopener noreferrer">{escape(text)}</a>'
    return escape(text)
