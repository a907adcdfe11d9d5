"""Microdata and RDFa: the items a page's elements mark up, as objects of the same form as JSON-LD's.

Both say the same with other attributes: what an item is, what an element's text or address is of it. A page that was
made to be costly to read is read in part: what is looked at is bounded.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

__all__ = ["marked_items"]

_ADDRESS = {"a": "href", "link": "href", "area": "href", "img": "src", "iframe": "src", "source": "src", "video": "src"}
_WORDS = frozenset({"name", "alternateName", "claimReviewed", "headline", "reviewBody", "description", "jobTitle"})
_LONGEST = 20_000  # characters of one value
_BUDGET = 20_000_000  # characters looked at in one page
_MOST = 20_000  # properties in one page
_UNPARSED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
_ENDLESS = re.compile(r"<[a-zA-Z][^<>]{8000,}>")
_BROKEN = re.compile(r"<(?:br|/p|/div|/li|/h\d|/td)\b[^<>]{0,200}>", re.IGNORECASE)  # what parts words
_UNSEEN = frozenset({"script", "style", "template", "noscript"})


@dataclass(frozen=True, slots=True)
class _Syntax:
    scope: str
    type: str
    property: str
    about: str


_SYNTAXES = (
    _Syntax(scope="itemscope", type="itemtype", property="itemprop", about="itemid"),
    _Syntax(scope="typeof", type="typeof", property="property", about="resource"),
)


@dataclass(slots=True)
class _Reading:
    syntax: _Syntax
    elements: dict[str, Any]
    budget: int = _BUDGET
    properties: int = 0
    items: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    referred: set[tuple[int, str]] = field(default_factory=set)


def marked_items(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each outermost item of a page with the line it starts on, microdata first.

    A property that is an item is an object; one that comes several times is a list.
    """
    root = _parsed(text)
    for syntax in _SYNTAXES if root is not None else ():
        if not root.xpath(f"boolean(//*[@{syntax.scope}])"):
            continue
        ids = {each.get("id"): each for each in root.xpath("//*[@id]")} if syntax.scope == "itemscope" else {}
        reading = _Reading(syntax, ids)
        _walk(root, None, reading)
        yield from reading.items


def _parsed(text: str) -> Any:
    """The tree of a page without its endless tags, which take time by their square; None where there is none."""
    from lxml import etree
    from lxml import html as lxml_html

    text = _BROKEN.sub(r"\g<0> ", _ENDLESS.sub("", _UNPARSED.sub("", text)))
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        return lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError):
        return None


def _walk(top: Any, outer: dict[str, Any] | None, reading: _Reading) -> None:
    """Read an element and all in it; what stands in no item of its own belongs to ``outer``."""
    waiting: list[tuple[Any, dict[str, Any] | None]] = [(top, outer)]
    while waiting and reading.properties < _MOST and reading.budget > 0:
        element, item = waiting.pop()
        if not isinstance(element.tag, str) or element.tag in _UNSEEN:
            continue
        inner = item
        names = element.get(reading.syntax.property, "").split()
        if element.get(reading.syntax.scope) is not None:
            inner = _begun(element, reading.syntax)
            if item is not None and names:
                _put(item, names, inner, reading)
            else:
                reading.items.append((element.sourceline or 0, inner))
            for wanted in element.get("itemref", "").split():
                found = reading.elements.get(wanted)
                if found is not None and (id(inner), wanted) not in reading.referred and len(reading.referred) < _MOST:
                    reading.referred.add((id(inner), wanted))
                    waiting.append((found, inner))
        elif item is not None and names:
            _put(item, names, _value(element, names[0], reading), reading)
        waiting.extend((child, inner) for child in reversed(element))


def _begun(element: Any, syntax: _Syntax) -> dict[str, Any]:
    kinds = [re.split(r"[/#:]", kind)[-1] for kind in element.get(syntax.type, "").split()]
    item: dict[str, Any] = {"@type": kinds[0] if len(kinds) == 1 else kinds}
    if about := element.get(syntax.about):
        item["@id"] = about
    if syntax.scope == "typeof" and (address := element.get("href") or element.get("src")):
        item["url"] = address
    return item


def _put(item: dict[str, Any], names: list[str], value: Any, reading: _Reading) -> None:
    for name in names:
        reading.properties += 1
        key = re.split(r"[/#:]", name)[-1]
        if key not in item:
            item[key] = value
        elif isinstance(item[key], list):
            item[key].append(value)
        else:
            item[key] = [item[key], value]


def _value(element: Any, name: str, reading: _Reading) -> str:
    """What an element says of a property: what was meant for machines, else its address, else its text."""
    for attribute in ("content", "datetime"):
        if element.get(attribute):
            return str(element.get(attribute))[:_LONGEST]
    if element.tag == "meta":
        return ""
    if element.tag in {"data", "meter"} and element.get("value"):
        return str(element.get("value"))[:_LONGEST]
    words = re.split(r"[/#:]", name)[-1] in _WORDS
    address = element.get(_ADDRESS.get(element.tag, "href")) or element.get("resource")
    if address and not words:
        return str(address)[:_LONGEST]
    if element.tag == "img":
        return str(element.get("alt", ""))[:_LONGEST]
    return _text(element, reading)


def _text(element: Any, reading: _Reading) -> str:
    text = str(element.xpath("string()"))
    reading.budget -= len(text) + 1
    return text[:_LONGEST]
