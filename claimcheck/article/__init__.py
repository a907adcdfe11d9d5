"""A file to an ``Article``: text, blocks with roles, language, date, outlet; nothing is dropped in silence."""

from claimcheck.article.read import FILE_LIMIT, LINE_LIMIT, TEXT_LIMIT, parse_article, read_article

__all__ = ["FILE_LIMIT", "LINE_LIMIT", "TEXT_LIMIT", "parse_article", "read_article"]
