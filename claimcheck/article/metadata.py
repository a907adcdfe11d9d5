"""What a page says about itself: JSON-LD, OpenGraph and meta tags, ``time`` elements; and front matter."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from claimcheck.article.days import parse_moment

__all__ = ["Metadata", "front_matter", "read_metadata"]

_ARTICLE_TYPES = frozenset((
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
    "BackgroundNewsArticle", "ReviewNewsArticle", "BlogPosting", "LiveBlogPosting", "Report", "ScholarlyArticle",
    "TechArticle", "SocialMediaPosting", "WebPage",
))  # fmt: skip
_FRONT_LINE = re.compile(r"^([A-Za-z_-]{2,30})[ \t]*:[ \t]*(.{1,500}?)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Metadata:
    """A page's word about itself; None where it has none."""

    title: str | None = None
    published: date | None = None
    modified: date | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = None
    page_title: str | None = None  # of the browser's tab
    live: bool = False  # it says that it is a stack of live updates


def _clean(value: Any) -> str | None:
    """A short text on one line; None for anything else."""
    if not isinstance(value, str):
        return None
    text = " ".join(value[:2_000].split())
    return text[:500] or None


def _nodes(found: Any) -> Iterator[Mapping[str, Any]]:
    """Objects of a JSON-LD block, those of its graph included, without following every property."""
    stack, budget = [found], 5_000
    while stack and budget:
        budget -= 1
        each = stack.pop()
        if isinstance(each, list):
            stack.extend(reversed(each))
        elif isinstance(each, dict):
            yield each
            for name in ("@graph", "mainEntity", "mainEntityOfPage"):
                if isinstance(each.get(name), dict | list):
                    stack.append(each[name])


def _names(value: Any) -> str | None:
    """Names of one or several people or organisations."""
    each = value if isinstance(value, list) else [value]
    names = [_clean(one.get("name") if isinstance(one, dict) else one) for one in each[:20]]
    kept = [name for name in dict.fromkeys(names) if name and not name.startswith(("http:", "https:"))]
    return ", ".join(kept) or None


def _types(node: Mapping[str, Any]) -> set[str]:
    kind = node.get("@type")
    return {each for each in (kind if isinstance(kind, list) else [kind]) if isinstance(each, str)}


def _linked_data(root: Any) -> list[Mapping[str, Any]]:
    """Objects that describe an article, the most telling type first; a broken block loses only itself."""
    found: list[Mapping[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            found.extend(_nodes(json.loads((script.text or "").strip().rstrip(";"), strict=False)))
        except (ValueError, RecursionError):
            continue
    about = [node for node in found if _types(node) & _ARTICLE_TYPES]
    return sorted(about, key=lambda node: _types(node) <= {"WebPage"})


def _first(values: Iterator[Any]) -> Any:
    return next((value for value in values if value), None)


def read_metadata(root: Any) -> Metadata:
    """What a parsed page says about itself: JSON-LD first, then its meta tags, then its ``time`` elements."""
    meta: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        content = _clean(element.get("content"))
        if name and content:
            meta.setdefault(name, content)
    nodes = _linked_data(root)

    def tagged(*names: str) -> str | None:
        return next((meta[name] for name in names if name in meta), None)

    def linked(*names: str) -> Iterator[Any]:
        return (node.get(name) for name in names for node in nodes)

    times = (each.get("datetime") for each in root.iter("time"))
    published = _first(map(parse_moment, linked("datePublished"))) or parse_moment(
        tagged("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created",
               "parsely-pub-date", "sailthru.date", "publish-date", "og:published_time")
    )  # fmt: skip
    canonical = _first(each.get("href") for each in root.iter("link") if "canonical" in (each.get("rel") or "").lower())
    tab = next((_clean(element.text_content()) for element in root.iter("title")), None)
    author = _first(map(_names, linked("author", "creator"))) or tagged(
        "author", "article:author", "dc.creator", "parsely-author"
    )
    return Metadata(
        title=_first(map(_clean, linked("headline"))) or tagged("og:title", "twitter:title", "dc.title"),
        published=published or _first(map(parse_moment, times)),
        modified=_first(map(parse_moment, linked("dateModified"))) or parse_moment(tagged("article:modified_time")),
        outlet=tagged("og:site_name") or _first(map(_names, linked("publisher"))) or tagged("application-name"),
        byline=author if author and not author.startswith("http") else None,
        url=_first(iter((_clean(canonical), tagged("og:url")))),
        language=_clean(root.get("lang")) or tagged("og:locale", "language", "content-language", "dc.language"),
        page_title=tab,
        live=any("LiveBlogPosting" in _types(node) for node in nodes),
    )


def front_matter(text: str) -> dict[str, str]:
    """Simple ``key: value`` lines of a Markdown file's front matter, keys in lower case."""
    return {
        key.lower(): value.strip("\"' ") for key, value in _FRONT_LINE.findall(text[:10_000]) if value.strip("\"' ")
    }
