"""A file or a page to an ``Article``: text, blocks with roles, language, date, outlet; nothing is lost in silence."""

from claimcheck.article.media import MEDIA_TYPES, media_type_of
from claimcheck.article.parse import FILE_LIMIT, LINE_LIMIT, TEXT_LIMIT, parse_article
from claimcheck.article.read import ArticleSource, load_source, parse_source, read_article

__all__ = [
    "FILE_LIMIT",
    "LINE_LIMIT",
    "MEDIA_TYPES",
    "TEXT_LIMIT",
    "ArticleSource",
    "load_source",
    "media_type_of",
    "parse_article",
    "parse_source",
    "read_article",
]
