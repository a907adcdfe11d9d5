"""Records as the JSON the store keeps: the shapes of ``claimcheck.shapes`` with floats unrounded, exact both ways.

Text that is not valid Unicode (a lone surrogate) is kept as bytes, since SQLite takes no such string.
"""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from claimcheck.records import Article, Block, Claim, Consensus, Match, Role, ShownCheck, Span, Verdict
from claimcheck.shapes import (
    claim_to_json,
    consensus_to_json,
    match_to_json,
    shown_from_json,
    shown_to_json,
    verdict_to_json,
)

__all__ = [
    "Packed",
    "bindable",
    "pack",
    "pack_article",
    "pack_claim",
    "pack_consensus",
    "pack_match",
    "pack_shown",
    "pack_verdict",
    "readable",
    "unpack",
    "unpack_article",
    "unpack_shown",
]

Packed = str | bytes


def bindable(text: str) -> Packed:
    """A string as SQLite takes it: itself, or its bytes where it holds a lone surrogate.

    >>> bindable("é"), bindable(chr(0xD800))
    ('é', b'\\xed\\xa0\\x80')
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def readable(value: Packed) -> str:
    """The string that ``bindable`` was given."""
    return value if isinstance(value, str) else value.decode("utf-8", "surrogatepass")


def pack(data: Any) -> Packed:
    """JSON of plain data.

    Raises:
        ValueError: the data holds a NaN or an infinity, which JSON cannot.
    """
    return bindable(json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False))


def unpack(value: Packed) -> Any:
    """The data that ``pack`` was given."""
    return json.loads(readable(value))


def pack_claim(claim: Claim) -> Packed:
    """A claim, its score unrounded."""
    return pack({**claim_to_json(claim), "score": float(claim.score)})


def pack_match(match: Match) -> Packed:
    """A match, its numbers unrounded; of its review only the id is kept, elsewhere."""
    score = None if match.score is None else float(match.score)
    return pack({**match_to_json(match), "review": None, "similarity": float(match.similarity), "score": score})


def pack_verdict(verdict: Verdict) -> Packed:
    """A verdict, the similarities of what was shown unrounded."""
    data = verdict_to_json(verdict)
    for shown, written in zip(verdict.shown, data["shown"], strict=True):
        written["similarity"] = float(shown.similarity)
    return pack(data)


def pack_shown(shown: Sequence[ShownCheck]) -> Packed:
    """What a task showed, its numbers unrounded."""
    return pack([{**shown_to_json(each), "similarity": float(each.similarity)} for each in shown])


def unpack_shown(value: Packed) -> tuple[ShownCheck, ...]:
    """What ``pack_shown`` was given."""
    return tuple(shown_from_json(each) for each in unpack(value))


def pack_consensus(consensus: Consensus) -> Packed:
    """A consensus."""
    return pack(consensus_to_json(consensus))


def pack_article(article: Article) -> Packed:
    """An article without its text and sample mark, which have columns of their own."""
    return pack(
        {
            "blocks": [
                [block.span.start, block.span.end, block.role.value, block.path, block.date and block.date.isoformat()]
                for block in article.blocks
            ],
            "language": article.language,
            "title": article.title,
            "published": article.published.isoformat() if article.published else None,
            "outlet": article.outlet,
            "byline": article.byline,
            "url": article.url,
            "origin": article.origin,
            "media_type": article.media_type,
            "sources": article.sources,
            "notes": article.notes,
        }
    )


def unpack_article(article_id: str, text: bytes, data: dict[str, Any], *, sample: bool) -> Article:
    """The article that ``pack_article`` was given, from its unpacked record and the other columns."""
    blocks = tuple(
        Block(Span(start, end), Role(role), path, date.fromisoformat(when) if when else None)
        for start, end, role, path, when in data.pop("blocks")
    )
    published = data.pop("published")
    return Article(
        id=article_id,
        text=text.decode("utf-8", "surrogatepass"),
        blocks=blocks,
        published=date.fromisoformat(published) if published else None,
        sources=tuple((name, where) for name, where in data.pop("sources")),
        notes=tuple(data.pop("notes")),
        sample=sample,
        **data,
    )
