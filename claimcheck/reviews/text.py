"""Strings as feeds carry them → plain text, names and web addresses; nothing is ever run or rendered.

Markup is removed only where it is a known formatting tag: an unknown one, such as ``<script>``, stays what it is here,
text. Only ``http`` and ``https`` addresses survive.
"""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

__all__ = ["clean_text", "clean_url", "host_of", "strings_in", "text_of"]

MAX_URL = 4_000  # real tracking addresses pass 1,500 characters

_BREAKS = re.compile(r"</?(?:br|p|div|li|ul|ol|tr|td|th|table|h[1-6]|blockquote|hr|figure|img)\b[^<>]*>", re.IGNORECASE)
_INLINE = re.compile(r"</?(?:span|b|i|em|strong|u|a|sup|sub|small|q|cite|font|mark|abbr)\b[^<>]*>", re.IGNORECASE)
_TWICE = re.compile(
    r"&(?:#0?39|#x27|#34|#82(?:1[1-9]|2[0-9]|30)|apos|quot|amp|[lr][sd]quo|[nm]dash|hellip|nbsp|#160);", re.IGNORECASE
)
_UNWANTED = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufeff\ud800-\udfff]")
_HOST_FIRST = re.compile(r"^[^\W_][\w-]*(?:\.[\w-]+)*\.[^\W\d_]{2,}(?::\d+)?(?:[/?#]|$)")
_TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid)$")


def clean_text(value: str) -> str:
    """One line of plain text: formatting tags gone, entities read once, white space single.

    Quotes, dashes and ampersands that were made entities twice, as editors do, are read twice.

    >>> clean_text(" Sunak praises Singh&#039;s ideas<br />\\u00a0again ")
    "Sunak praises Singh's ideas again"
    >>> clean_text("1 < 2 &lt;b&gt;")
    '1 < 2 <b>'
    """
    if "<" in value:
        value = _INLINE.sub("", _BREAKS.sub(" ", value))
    if "&" in value:
        value = html.unescape(value)
        value = _TWICE.sub(lambda found: html.unescape(found[0]), value) if "&" in value else value
    return " ".join(_UNWANTED.sub("", value).split())


def strings_in(value: Any) -> Iterator[str]:
    """The strings of a value that may be a string, a number, a list of these, or an object with a name."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, bool) or value is None:
        return
    elif isinstance(value, (int, float)):
        yield str(value)
    elif isinstance(value, Mapping):
        for key in ("@value", "name", "text", "label", "url", "@id"):
            if isinstance(value.get(key), str):
                yield value[key]
                return
    elif isinstance(value, Sequence):
        for each in value:
            if not isinstance(each, (list, tuple)):
                yield from strings_in(each)


def text_of(value: Any, *, joined: bool = False) -> str | None:
    """The first string with content, cleaned; all of them, by comma, where ``joined``; None where there is none.

    >>> text_of(["", "Last tweets of an actor"])
    'Last tweets of an actor'
    >>> text_of(["Jane Doe", "mayor"], joined=True)
    'Jane Doe, mayor'
    """
    found = [text for text in (clean_text(each) for each in strings_in(value)) if text]
    if not found:
        return None
    return ", ".join(dict.fromkeys(found)) if joined else found[0]


def clean_url(value: Any, *, base: str | None = None) -> str | None:
    """The first usable web address in a value, without tracking parameters; None where there is none.

    A relative address is completed from ``base``, or dropped without one; a missing scheme becomes ``https``.

    >>> clean_url("/check/1?utm_source=x", base="https://desk.example/")
    'https://desk.example/check/1'
    >>> clean_url(["javascript:alert(1)", "desk.example/a"])
    'https://desk.example/a'
    """
    for each in strings_in(value):
        address = _one_url(re.sub(r"[\r\n\t]", "", _UNWANTED.sub("", each)).strip(), base)
        if address:
            return address
    return None


def _one_url(address: str, base: str | None) -> str | None:
    if not address or len(address) > MAX_URL:
        return None
    if address.startswith("//"):
        address = f"https:{address}"
    elif "://" not in address[:10] and _HOST_FIRST.match(address):
        address = f"https://{address}"
    try:
        if base and address.startswith(("/", "?", "#", "./", "../")):
            address = urljoin(base, address)
        parts = urlsplit(address.replace("&amp;", "&"))
        host = parts.hostname
    except ValueError:  # such as an unclosed bracket in the host
        return None
    if parts.scheme.lower() not in {"http", "https"} or not host or "." not in host or "@" in parts.netloc:
        return None
    query = parts.query
    if query and any(_TRACKING.match(name) for name, _ in parse_qsl(query, keep_blank_values=True)):
        kept = [pair for pair in parse_qsl(query, keep_blank_values=True) if not _TRACKING.match(pair[0])]
        query = urlencode(kept)
    parts = parts._replace(scheme=parts.scheme.lower(), netloc=parts.netloc.lower(), query=query)
    return urlunsplit(parts).replace(" ", "%20")


def host_of(url: str | None) -> str | None:
    """The host of an address without ``www.``.

    >>> host_of("https://www.desk.example/check/1")
    'desk.example'
    """
    host = urlsplit(url).hostname if url else None
    return host.removeprefix("www.") if host else None
