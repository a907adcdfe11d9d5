"""HTML to a tree, however hostile: tags without measure are made bare, nesting without end is made flat."""

import re
from typing import Any

__all__ = ["parse_tree"]

_ATTRIBUTES = 4_000  # characters of a tag's attributes without their values
_LONG_TAG = re.compile(rf"<[a-zA-Z][^>]{{{_ATTRIBUTES},}}")
_TAG = re.compile(r"""<([a-zA-Z][^\s/<>"']*+)((?:[^"'<>]|"[^"]*+"|'[^']*+')*+)>""")
_VALUE = re.compile(r"""=\s*(?:"[^"]*"|'[^']*')""")
_GROUP = re.compile(
    r"</?(?:div|section|article|main|center|blockquote|table|tbody|tr|td|ul|ol|li|dl|dd)\b[^<>]*>", re.IGNORECASE
)
_FORMAT = re.compile(r"</?(?:span|font|b|i|u|em|strong|small|big|a|ins|del|sub|sup|mark)\b[^<>]*>", re.IGNORECASE)


def _parsed(html: str) -> tuple[Any, bool] | None:
    """The tree of a page, and whether it nests too deep to be whole; None where there is no element at all."""
    from lxml import etree
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = lxml_html.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return None
    return root, any("Excessive depth" in error.message for error in parser.error_log)


def _bounded(html: str) -> str:
    """The page with every tag of thousands of attributes made bare: to read those takes time by their square."""
    if not _LONG_TAG.search(html):
        return html

    def bare(tag: re.Match[str]) -> str:
        many = len(tag[2]) > _ATTRIBUTES and len(_VALUE.sub("", tag[2])) > _ATTRIBUTES
        return f"<{tag[1]}>" if many else tag[0]

    return _TAG.sub(bare, html)


def _flat(html: str) -> str:
    """The page without the tags that only group or format: blocks become line ends."""
    return _FORMAT.sub("", _GROUP.sub("<br><br>", html))


def parse_tree(html: str) -> tuple[Any, bool] | None:
    """The root of a page's tree, and whether text may be missing; None where there is no element at all.

    A page that nests deeper than the parser goes is read once more without the elements that only group.
    """
    html = _bounded(html)
    parsed = _parsed(html)
    return (_parsed(_flat(html)) or parsed) if parsed is not None and parsed[1] else parsed
