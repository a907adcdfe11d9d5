"""Every word of a page, whoever wrote it and wherever it stands: what splitter gold for HTML counts in."""

import re

__all__ = ["visible_words"]

_WORD = re.compile(r"\w+")
_HIDDEN = frozenset({"script", "style", "template", "noscript"})
_INLINE_NAMES = """
    a abbr acronym b bdi bdo big cite code data dfn em font i ins del kbd mark q s samp small span strike strong sub sup
    time tt u var wbr
"""
_INLINE = frozenset(_INLINE_NAMES.split())


def visible_words(page: bytes) -> list[str]:
    """The casefolded words of every text node outside script, style, template and noscript, in document order.

    Read as UTF-8, as Windows-1252 where it is not. Inline elements do not part words; every other element does. Soft
    hyphens are no part of a word.

    >>> visible_words(b"<p>Zwei<b>ter</b> Satz</p><script>no</script><p>Ende</p>")
    ['zweiter', 'satz', 'ende']
    """
    from lxml import html

    try:
        decoded = page.decode("utf-8")
    except UnicodeDecodeError:
        decoded = page.decode("cp1252", "replace")
    root = html.fromstring(decoded.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    pieces: list[str] = []
    stack: list[tuple[html.HtmlElement, bool]] = [(root, False)]
    while stack:
        element, leaving = stack.pop()
        shown = isinstance(element.tag, str) and element.tag not in _HIDDEN
        gap = "" if element.tag in _INLINE else " "
        if leaving or not shown:
            pieces.append((gap if leaving else "") + (element.tail or ""))
            continue
        pieces.append(gap + (element.text or ""))
        stack.append((element, True))
        stack += [(child, False) for child in reversed(element)]
    return [word.casefold() for word in _WORD.findall("".join(pieces).replace("\u00ad", ""))]
